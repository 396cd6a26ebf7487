"""The benchmark of the list of actors: what it prints, and which sentences it draws from."""

from __future__ import annotations

from pathlib import Path

import gazetteer
import pytest


def test_it_tells_what_loading_and_looking_cost(capsys: pytest.CaptureFixture[str]) -> None:
    gazetteer.main(["--repeat", "1"])
    said = capsys.readouterr().out
    assert "loaded in" in said
    lines = [line.split() for line in said.splitlines()[3:]]
    assert [float(line[-1]) > 0 for line in lines] == [True] * 5
    assert lines[0][-1] == "1.00"


def test_without_the_documents_there_are_no_sentences(tmp_path: Path) -> None:
    assert list(gazetteer.sentences_of(tmp_path)) == []
