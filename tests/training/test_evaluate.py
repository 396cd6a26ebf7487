"""The evaluation: baselines, tables, and the command that prints them."""

from __future__ import annotations

import pytest

from notulist.training import tables
from notulist.training.baselines import cue_words, majority
from notulist.training.reports import further_acts, report


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


def test_further_acts_are_compared_act_by_act() -> None:
    gold = [("concern", "request"), (), ("explanation",), ()]
    told = [("request",), ("agreement",), ("explanation",), ()]
    found = further_acts(gold, told, ["a", "a", "b", "b"])
    assert (found.acts, found.precision, found.recall) == (3, 2 / 3, 2 / 3)
    assert found.f1.value == pytest.approx(2 / 3)


def test_where_nothing_is_told_no_further_act_is_found() -> None:
    found = further_acts([("concern",), ()], [(), ()], ["a", "b"])
    assert (found.precision, found.recall, found.f1.value) == (0, 0, 0)
