"""How far readers agree."""

import pytest
from sklearn.metrics import cohen_kappa_score

from notulist.training.agreement import (
    Pair,
    agreement,
    alpha,
    by_body,
    confusions,
    kappa,
    tables,
)
from notulist.training.metrics import Array


def counts(first: str, second: str) -> Array:
    pairs = [Pair("d", "b", one, other) for one, other in zip(first, second, strict=True)]
    return tables(pairs, "abcde").sum(axis=0)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # The second example of Krippendorff 2011.
        ("aabbdcccedda", "babbbccceddd", 0.692),
        ("aaaa", "aaaa", 1.0),
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
    assert kappa(counts(first, second)) == pytest.approx(expected)


def test_kappa_is_one_where_both_give_one_label() -> None:
    assert kappa(counts("aaaa", "aaaa")) == 1.0


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
