"""The evaluation: baselines, tables, and the command that prints them."""

from __future__ import annotations

from pathlib import Path

import pytest

from notulist.training import evaluate as module
from notulist.training import tables
from notulist.training.baselines import cue_words, majority
from notulist.training.evaluate import main
from notulist.training.linear import Examples
from notulist.training.reports import report


def test_the_commonest_label_is_that_of_all_that_was_learnt_from(
    corpus: Path, minutes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Examples] = []

    def note(measured: object, pipelines: object, known: Examples, weighing: object) -> str:
        told.append(known)
        return ""

    monkeypatch.setattr(module, "evaluate", note)
    main(["--corpus", str(corpus), "--real", str(minutes)])
    assert len(told[0].texts) == 20 + 8


def test_majority_gives_the_commonest_known_label() -> None:
    assert majority(["request", "concern", "request"], ["a", "b"]) == ["request", "request"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Afspraak: men maakt zich zorgen.", "agreement"),
        ("De VNG vraagt of dit akkoord is.", "agreement"),
        ("De VNG maakt zich zorgen en vraagt om geld.", "concern"),
        ("De VNG vraagt om geld.", "request"),
        ("De brief ligt er.", "explanation"),
    ],
)
def test_cue_words_label_by_weight(text: str, label: str) -> None:
    assert cue_words([text]) == [label]


def test_few_bullets_are_shown_as_counts() -> None:
    one = report("proef", ["request"] * 3, ["request", "request", "concern"], ["a"] * 3)
    assert "| 2 of 3 |" in tables.summary([one])


def test_without_probabilities_there_is_no_calibration() -> None:
    one = report("proef", ["request"], ["request"], ["a"])
    assert one.calibration_error is None
    assert tables.accepted(one) == ""


def test_the_command_prints_a_table_for_the_authored_dev_part(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--corpus", str(corpus)])
    printed = capsys.readouterr().out
    assert "### Authored dev" in printed
    assert "| linear, authored alone | 4 |" in printed
    assert "Real dev" not in printed


def test_with_real_minutes_it_measures_on_them_and_learns_from_them(
    corpus: Path, minutes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--corpus", str(corpus), "--real", str(minutes)])
    printed = capsys.readouterr().out
    assert "### Real dev" in printed
    assert "| linear | 4 |" in printed
