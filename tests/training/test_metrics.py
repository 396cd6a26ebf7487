"""Figures of a labelling, by hand and by property."""

from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score, f1_score

from notulist.labels import LABELS
from notulist.training import metrics

GOLD = ["agreement", "agreement", "concern", "request"]
GUESS = ["agreement", "concern", "concern", "request"]
_PAIRS = st.lists(
    st.tuples(st.sampled_from(LABELS), st.sampled_from(LABELS)), min_size=1, max_size=30
)


def test_macro_f1_is_the_mean_over_labels_that_occur() -> None:
    assert metrics.macro_f1(GOLD, GUESS) == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)


def test_precision_recall_and_support_by_label() -> None:
    concern = metrics.per_label(GOLD, GUESS)[LABELS.index("concern")]
    assert (concern.precision, concern.recall, concern.support) == (0.5, 1.0, 1)


def test_kappa_of_chance_agreement_is_zero() -> None:
    gold = ["agreement", "agreement", "concern", "concern"]
    guess = ["agreement", "concern", "agreement", "concern"]
    assert metrics.kappa(gold, guess) == pytest.approx(0.0)


@given(_PAIRS)
def test_a_labelling_agrees_with_itself(pairs: list[tuple[str, str]]) -> None:
    gold = [label for label, _ in pairs]
    assert metrics.macro_f1(gold, gold) == 1.0
    assert metrics.kappa(gold, gold) == pytest.approx(1.0)
    assert metrics.accuracy(gold, gold) == 1.0


@pytest.mark.parametrize(
    ("correct", "confidence", "error"),
    [
        ([True, True], [1.0, 1.0], 0.0),
        ([False, False], [1.0, 1.0], 1.0),
        ([True, False], [0.55, 0.55], 0.05),
        ([True, False], [0.95, 0.05], 0.05),
    ],
)
def test_calibration_error_is_the_gap_between_confidence_and_accuracy(
    correct: list[bool], confidence: list[float], error: float
) -> None:
    found = metrics.calibration_error(np.array(correct), np.array(confidence))
    assert found == pytest.approx(error)


def test_the_most_confident_share_comes_first() -> None:
    correct, confidence = np.array([False, True, True, False]), np.array([0.3, 0.9, 0.8, 0.4])
    half, full = metrics.accuracy_by_share(correct, confidence, (0.5, 1.0))
    assert (half.accuracy, half.threshold) == (1.0, 0.8)
    assert (full.accuracy, full.threshold) == (0.5, 0.3)


@pytest.mark.parametrize(
    ("threshold", "share", "right"), [(0.5, 0.5, 1.0), (0.0, 1.0, 0.5), (1.0, 0.0, 0.0)]
)
def test_accepted_bullets_are_those_that_are_sure_enough(
    threshold: float, share: float, right: float
) -> None:
    correct, confidence = np.array([False, True, True, False]), np.array([0.3, 0.9, 0.5, 0.4])
    found = metrics.accepted(correct, confidence, threshold)
    assert (found.share, found.accuracy) == (share, right)


def test_a_figure_is_the_same_of_the_labels_and_of_their_table() -> None:
    table = metrics.tables(GOLD, GUESS, ["a"] * 4)[0]
    assert metrics.macro_f1_of(table) == metrics.macro_f1(GOLD, GUESS)
    assert metrics.kappa_of(table) == metrics.kappa(GOLD, GUESS)
    assert metrics.accuracy_of(table) == metrics.accuracy(GOLD, GUESS)


@given(_PAIRS)
def test_figures_are_those_of_scikit_learn(pairs: list[tuple[str, str]]) -> None:
    gold, guess = ([pair[side] for pair in pairs] for side in (0, 1))
    present = sorted(set(gold))
    f1 = f1_score(gold, guess, labels=present, average="macro", zero_division=0.0)
    assert metrics.macro_f1(gold, guess) == pytest.approx(f1)
    if len({*gold, *guess}) > 1:
        assert metrics.kappa(gold, guess) == pytest.approx(cohen_kappa_score(gold, guess))


def test_a_label_that_is_none_of_the_four_counts_as_missed() -> None:
    assert metrics.macro_f1(["request", "request"], ["request", "none"]) == pytest.approx(2 / 3)


def test_tables_are_of_documents_in_their_order_gold_by_predicted() -> None:
    counts = metrics.tables(["x", "y", "x"], ["y", "y", "x"], ["d2", "d1", "d2"], "xy")
    assert counts.tolist() == [[[1, 1], [0, 0]], [[0, 0], [0, 1]]]


def test_the_interval_is_the_same_for_the_same_seed() -> None:
    counts = metrics.tables(GOLD, GUESS, ["a", "a", "b", "c"])
    one, two = (metrics.bootstrap(metrics.accuracy_of, counts, times=50, seed=7) for _ in range(2))
    assert one == two
    assert one.low < one.value < one.high


def test_the_interval_is_drawn_over_whole_documents() -> None:
    counts = metrics.tables(GOLD * 2, GUESS * 2, ["a"] * 4 + ["b"] * 4)
    found = metrics.bootstrap(metrics.accuracy_of, counts, times=50)
    assert (found.low, found.value, found.high) == (0.75, 0.75, 0.75)


def test_one_document_has_no_interval() -> None:
    found = metrics.bootstrap(metrics.accuracy_of, metrics.tables(GOLD, GUESS, ["a"] * 4))
    assert (str(found), np.isnan(found.low), np.isnan(found.high)) == ("0.75", True, True)


def test_a_draw_that_lacks_a_label_of_the_gold_is_no_mean_over_fewer() -> None:
    counts = metrics.tables(["request", "concern"], ["request", "request"], ["a", "b"])
    columns = np.flatnonzero(counts.sum(axis=(0, 2)))
    found = metrics.bootstrap(partial(metrics.mean_f1, columns), counts, times=50)
    assert (found.low, found.value, found.high) == pytest.approx((1 / 3, 1 / 3, 1 / 3))


def test_draws_that_say_nothing_do_not_count() -> None:
    counts = metrics.tables(["x", "y"], ["y", "y"], ["d1", "d2"], "xy")
    found = metrics.bootstrap(metrics.kappa_of, counts, times=50)
    assert (found.low, found.value, found.high) == (0.0, 0.0, 0.0)
