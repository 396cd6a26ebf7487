"""The evaluation: baselines, tables, and the command that prints them."""

from __future__ import annotations

import pytest

from notulist.training import tables
from notulist.training.baselines import cue_words, majority
from notulist.training.reports import report


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
