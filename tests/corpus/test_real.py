"""Labelled passages of real minutes, from a CSV outside the project (here: invented rows)."""

from pathlib import Path

import pytest

from notulist.corpus.real import read_real
from notulist.errors import CorpusError

HEAD = "id,split,file,heading,text,first,first_secondary,second,second_secondary\n"
ROW = "R1,dev,oslo/proef/a.md,Kop,Wie betaalt dit?,request,explanation,concern,\n"


def write(folder: Path, content: str) -> Path:
    path = folder / "real.csv"
    path.write_text(content, encoding="utf-8")
    return path


def test_the_first_vote_is_the_gold(tmp_path: Path) -> None:
    (passage,) = read_real(write(tmp_path, HEAD + ROW), "dev")
    assert (passage.label, passage.second, passage.secondary) == (
        "request",
        "concern",
        ("explanation",),
    )


def test_only_the_parts_asked_for_are_read(tmp_path: Path) -> None:
    other = ROW.replace("R1,dev", "R2,test-documents").replace("request", "no label at all")
    passages = read_real(write(tmp_path, HEAD + other + ROW), "dev")
    assert [passage.id for passage in passages] == ["R1"]


@pytest.mark.parametrize(
    ("file", "body"),
    [("oslo/proef/a.md", "oslo/proef"), ("regio/b/a.md", "regio"), ("oslo/a.md", "oslo")],
)
def test_a_body_is_a_folder_in_oslo_a_subfolder(tmp_path: Path, file: str, body: str) -> None:
    content = HEAD + ROW.replace("oslo/proef/a.md", file)
    assert read_real(write(tmp_path, content), "dev")[0].body == body


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (HEAD + ROW.replace("request", "wens"), "C14"),
        (HEAD.replace("first,", "eerste,") + ROW, "C05"),
    ],
)
def test_a_table_that_isnt_as_promised_is_refused(tmp_path: Path, content: str, code: str) -> None:
    with pytest.raises(CorpusError) as caught:
        read_real(write(tmp_path, content), "dev")
    assert caught.value.code == code


def test_a_table_that_isnt_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        read_real(tmp_path / "absent.csv", "dev")
    assert caught.value.code == "C09"
