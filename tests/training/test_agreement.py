"""How far readers agree."""

from math import isnan

import pytest
from sklearn.metrics import cohen_kappa_score

from notulist.corpus.authored_votes import RemarkVotes
from notulist.corpus.labels import LabelledFile, LabelledSpan
from notulist.corpus.votes import Vote
from notulist.training.agreement import (
    Pair,
    agreement,
    alpha,
    authored_pairs,
    by_body,
    confusions,
    counts_of,
    real_pairs,
)
from notulist.training.metrics import Array, kappa_of


def counts(first: str, second: str) -> Array:
    pairs = [Pair("d", "b", one, other) for one, other in zip(first, second, strict=True)]
    return counts_of(pairs, "abcde").sum(axis=0)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # The second example of Krippendorff 2011.
        ("aabbdcccedda", "babbbccceddd", 0.692),
        ("abab", "baba", -0.75),
    ],
)
def test_alpha_is_krippendorffs(first: str, second: str, expected: float) -> None:
    assert alpha(counts(first, second)) == pytest.approx(expected, abs=0.001)


@pytest.mark.parametrize(
    ("first", "second"), [("aabbdcccedda", "babbbccceddd"), ("abab", "baba"), ("aabb", "abab")]
)
def test_kappa_is_that_of_scikit_learn(first: str, second: str) -> None:
    expected = cohen_kappa_score(list(first), list(second))
    assert kappa_of(counts(first, second)) == pytest.approx(expected)


def test_of_one_label_throughout_a_table_tells_no_agreement() -> None:
    assert isnan(kappa_of(counts("aaaa", "aaaa")))
    assert isnan(alpha(counts("aaaa", "aaaa")))


def test_a_set_with_one_label_throughout_has_full_agreement() -> None:
    row = agreement({"alle": [Pair("d", "b", "request", "request")] * 3}).splitlines()[2]
    assert row.startswith("| alle | 3 | 100% | 1.00 (1.00–1.00) | 1.00 (1.00–1.00) |")


def test_draws_without_a_label_do_not_widen_its_interval() -> None:
    same = [Pair(f"d{n}", "b", "request", "request") for n in range(20)]
    mixed = [Pair("d0", "b", "request", "concern"), Pair("d0", "b", "concern", "request")]
    row = agreement({"alle": [*mixed, *same]}).splitlines()[2]
    assert "–1.00)" not in row


REQUEST, CONCERN = Vote("request"), Vote("concern")


def test_real_passages_with_two_votes_are_pairs() -> None:
    votes = [(REQUEST, CONCERN, None), (REQUEST, None, None), (None, None, None)]
    spans = [LabelledSpan(f"b{n}", (0, 0), (0, 1), "", one) for n, one in enumerate(votes)]
    file = LabelledFile("raad/verslag.md", "dev", "", tuple(spans))
    assert real_pairs([file]) == [Pair("raad/verslag.md", "raad", "request", "concern")]


def test_authored_remarks_with_two_votes_are_pairs() -> None:
    votes = [(REQUEST, CONCERN, None), (REQUEST, None, None)]
    remarks = [RemarkVotes("d", number, "", one) for number, one in enumerate(votes)]
    assert authored_pairs(remarks, {"d": "raad"}) == [Pair("d", "raad", "request", "concern")]


def test_votes_on_a_document_that_is_not_there_are_no_pairs() -> None:
    assert authored_pairs([RemarkVotes("d", 0, "", (REQUEST, CONCERN, None))], {}) == []


PAIRS = [
    Pair("d1", "b1", "request", "request"),
    Pair("d1", "b1", "concern", "request"),
    Pair("d2", "b2", "request", "concern"),
]


def test_the_table_has_a_row_a_set_that_holds_something() -> None:
    rows = agreement({"alle": PAIRS, "geen": []}).splitlines()
    assert len(rows) == 3
    assert rows[2].startswith("| alle | 3 | 33% |")


def test_confusions_count_both_ways_round() -> None:
    assert "| concern / request | 2 |" in confusions(PAIRS)


def test_bodies_come_the_most_first() -> None:
    assert {body: len(pairs) for body, pairs in by_body(PAIRS).items()} == {"b1": 2, "b2": 1}
