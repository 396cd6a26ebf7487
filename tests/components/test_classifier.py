"""What all classifiers share, over an engine that says what the test tells it to.

What a real engine is needed for stands in test_linear.py and test_encoder.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import entry_points
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from notulist import attributes  # noqa: F401  registers the extension attributes
from notulist.components.classifier import Classifier, Scored, Scores, reweigh
from notulist.errors import ModelError
from notulist.labels import LABELS, NONE
from notulist.language import CLASSIFIERS

NLP = spacy.blank("nl")
ALL = (*LABELS, NONE)
SHARES = dict(zip(LABELS, (0.1, 0.2, 0.3, 0.4), strict=True))
TEXT = "Tekst."

positive = st.floats(min_value=1e-6, max_value=1)


class Told(Classifier):
    """Gives every text the same probabilities."""

    def __init__(
        self,
        *row: float,
        knows: tuple[str, ...] = ALL,
        beside: tuple[float, ...] = (0.0,) * len(LABELS),
        **settings: Any,
    ) -> None:
        super().__init__("told", **settings)
        self.row, self.knows, self.beside = row, knows, beside
        self.asked: list[int] = []
        """How many texts at a time."""

    @property
    def labels(self) -> tuple[str, ...]:
        return self.knows

    def probabilities(self, texts: Sequence[str]) -> Scores:
        self.asked.append(len(texts))
        return np.tile(np.array(self.row), (len(texts), 1))

    def scores(self, texts: Sequence[str]) -> Scored:
        return Scored(self.probabilities(texts), np.tile(np.array(self.beside), (len(texts), 1)))


def make_doc(bullets: int = 1, *, kind: str = "bullet", reason: str = "") -> Doc:
    """A Doc of so many bullets."""
    doc = NLP.make_doc(" ".join([TEXT] * bullets))
    doc.spans["bullets"] = [Span(doc, 2 * at, 2 * at + 2) for at in range(bullets)]
    for bullet in doc.spans["bullets"]:
        bullet._.kind, bullet._.reason = kind, reason
    return doc


def labelled(classifier: Classifier, *, kind: str = "bullet", reason: str = "") -> Span:
    """The bullet of a Doc, labelled."""
    doc = classifier(make_doc(kind=kind, reason=reason))
    bullet: Span = doc.spans["bullets"][0]
    return bullet


@st.composite
def weighed(draw: st.DrawFn) -> tuple[Scores, list[float]]:
    """Probabilities, and a share for each of their columns."""
    columns = draw(st.integers(2, 5))
    row = st.lists(positive, min_size=columns, max_size=columns)
    return np.array(draw(st.lists(row, min_size=1, max_size=5))), draw(row)


@given(weighed())
def test_weighing_keeps_the_sum_of_each_row(drawn: tuple[Scores, list[float]]) -> None:
    scores, shares = drawn
    assert reweigh(scores, shares).sum(axis=1) == pytest.approx(scores.sum(axis=1))


@given(weighed())
def test_weighing_by_even_shares_changes_nothing(drawn: tuple[Scores, list[float]]) -> None:
    scores, shares = drawn
    assert reweigh(scores, [0.25] * len(shares)) == pytest.approx(scores)


@given(weighed())
def test_weighing_multiplies_the_odds_by_those_of_the_shares(
    drawn: tuple[Scores, list[float]],
) -> None:
    scores, shares = drawn
    after = reweigh(scores, shares)
    odds = scores[:, 0] / scores[:, 1] * shares[0] / shares[1]
    assert after[:, 0] / after[:, 1] == pytest.approx(odds)


def test_cats_are_probabilities_among_the_acts_where_the_engine_knows_none() -> None:
    bullet = labelled(Told(0.1, 0.1, 0.1, 0.2, 0.5))
    assert bullet._.cats == pytest.approx(dict(zip(LABELS, (0.2, 0.2, 0.2, 0.4), strict=True)))


def test_what_is_no_remark_gets_the_likeliest_act_all_the_same() -> None:
    assert labelled(Told(0.01, 0.02, 0.01, 0.01, 0.95)).label_ == "concern"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param((0.51, 0.0, 0.0, 0.0, 0.49), "", id="a remark, a little likelier"),
        pytest.param((0.5, 0.0, 0.0, 0.0, 0.5), "no remark", id="at the threshold"),
        pytest.param((0.1, 0.0, 0.0, 0.0, 0.9), "no remark", id="sure of the act, were it one"),
        pytest.param((0.3, 0.3, 0.3, 0.0, 0.1), "low confidence", id="a remark of any act"),
        pytest.param((0.1, 0.1, 0.1, 0.0, 0.7), "no remark; low confidence", id="both"),
    ],
)
def test_a_bullet_is_for_review_for_each_reason_that_holds(
    row: tuple[float, ...], reason: str
) -> None:
    bullet = labelled(Told(*row))
    assert (bullet._.reason, bullet._.review) == (reason, bool(reason))


@pytest.mark.parametrize(("none_threshold", "reason"), [(0.3, "no remark"), (0.31, "")])
def test_from_which_probability_a_passage_is_no_remark_can_be_set(
    none_threshold: float, reason: str
) -> None:
    told = Told(0.7, 0.0, 0.0, 0.0, 0.3, none_threshold=none_threshold)
    assert labelled(told)._.reason == reason


def test_reasons_of_other_components_stand_before() -> None:
    told = Told(0.1, 0.1, 0.1, 0.0, 0.7)
    found = labelled(told, reason="cut by a page")._.reason
    assert found == "cut by a page; no remark; low confidence"


def test_a_reason_that_holds_no_more_is_taken_away() -> None:
    doc = make_doc()
    for told in (Told(0.1, 0.1, 0.1, 0.0, 0.7), Told(1.0, 0.0, 0.0, 0.0, 0.0)):
        told(doc)
    bullet = doc.spans["bullets"][0]
    assert (bullet._.reason, bullet._.review) == ("", False)


@pytest.mark.parametrize(
    ("beside", "secondary"),
    [
        pytest.param((0.0, 0.0, 0.0, 0.0), (), id="none"),
        pytest.param((0.0, 0.0, 0.0, 0.5), ("request",), id="at the threshold"),
        pytest.param((0.0, 0.0, 0.0, 0.49), (), id="below it"),
        pytest.param((0.0, 0.6, 0.0, 0.9), ("request", "concern"), id="the likeliest first"),
        pytest.param((0.9, 0.0, 0.0, 0.0), (), id="the main act"),
    ],
)
def test_acts_beside_the_main_one_are_those_that_are_likely_enough(
    beside: tuple[float, ...], secondary: tuple[str, ...]
) -> None:
    assert labelled(Told(1.0, 0.0, 0.0, 0.0, 0.0, beside=beside))._.secondary == secondary


def test_from_which_probability_an_act_is_a_further_one_can_be_set() -> None:
    told = Told(1.0, 0.0, 0.0, 0.0, 0.0, beside=(0.0, 0.0, 0.0, 0.3), further_threshold=0.3)
    assert labelled(told)._.secondary == ("request",)


def test_an_action_records_no_further_act() -> None:
    told = Told(0.0, 0.0, 0.0, 1.0, 0.0, beside=(0.0, 0.0, 1.0, 1.0))
    assert labelled(told, kind="action")._.secondary == ()


def test_an_action_is_an_agreement_and_never_no_remark() -> None:
    bullet = labelled(Told(0.01, 0.02, 0.01, 0.01, 0.95, threshold=1.01), kind="action")
    assert (bullet.label_, bullet._.confidence) == ("agreement", 1)
    assert (bullet._.reason, bullet._.review) == ("", False)


def test_an_engine_that_knows_no_agreement_labels_an_action_as_it_learnt() -> None:
    told = Told(0.9, 0.1, knows=("concern", "request"))
    assert labelled(told, kind="action").label_ == "concern"


def test_shares_weigh_the_acts_and_leave_alone_what_is_no_remark() -> None:
    found = Told(0.2, 0.2, 0.2, 0.2, 0.2, shares=SHARES).weighed([TEXT])
    assert found == pytest.approx(np.array([[0.08, 0.16, 0.24, 0.32, 0.2]]))


def test_shares_go_by_label_whatever_the_order_of_the_columns() -> None:
    knows = (NONE, *LABELS[::-1])
    found = Told(0.2, 0.2, 0.2, 0.2, 0.2, knows=knows, shares=SHARES).weighed([TEXT])
    assert found == pytest.approx(np.array([[0.2, 0.32, 0.24, 0.16, 0.08]]))


def test_a_secondary_act_of_before_is_gone() -> None:
    doc = make_doc()
    doc.spans["bullets"][0]._.secondary = ("request",)
    Told(1.0, 0.0, 0.0, 0.0, 0.0)(doc)
    assert doc.spans["bullets"][0]._.secondary == ()


def test_many_bullets_reach_the_engine_in_parts() -> None:
    told = Told(1.0, 0.0, 0.0, 0.0, 0.0)
    assert told.weighed([TEXT] * 9000).shape == (9000, 5)
    assert max(told.asked) <= 4000


def test_the_engine_isnt_asked_about_nothing() -> None:
    told = Told(1.0, 0.0, 0.0, 0.0, 0.0)
    assert told.weighed([]).shape == (0, 5)
    assert told.asked == []


def test_bullets_of_all_docs_reach_the_engine_at_once() -> None:
    told = Told(1.0, 0.0, 0.0, 0.0, 0.0)
    docs = [make_doc(2), make_doc(0), make_doc(3)]
    assert [tuple(map(len, scored)) for scored in told.predict(docs)] == [(2, 2), (0, 0), (3, 3)]
    assert told.asked == [5]


def test_no_docs_get_no_scores() -> None:
    assert Told(1.0, 0.0, 0.0, 0.0, 0.0).predict([]) == []


def test_a_batch_that_fails_is_left_to_the_error_handler() -> None:
    told, failed = Told(1.0, 0.0, 0.0, 0.0, 0.0), []

    def note(name: str, component: object, docs: list[Doc], error: Exception) -> None:
        assert isinstance(error, ModelError)
        failed.append((name, len(docs), error.code))

    told.set_error_handler(note)
    without = NLP.make_doc(TEXT)
    docs = list(told.pipe([make_doc(), without, make_doc()], batch_size=1))
    assert [doc.spans["bullets"][0].label_ for doc in docs] == ["agreement", "agreement"]
    assert failed == [("told", 1, "M06")]


def test_who_only_splits_leaves_out_each_component_that_gives_labels() -> None:
    ours = [one.name for one in entry_points(group="spacy_factories") if "notulist" in one.value]
    made = {name: spacy.blank("nl_minutes").add_pipe(name) for name in ours}
    labelling = {name for name, component in made.items() if isinstance(component, Classifier)}
    assert labelling == set(CLASSIFIERS)
