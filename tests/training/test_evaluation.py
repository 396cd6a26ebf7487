"""A full evaluation, over an engine that says what the test tells it to."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny import remarks
from told import ALL, Bullet, Told, examples

from notulist.components.classifier import Classifier
from notulist.errors import TableError
from notulist.labels import LABELS, NONE
from notulist.training.baselines import tfidf
from notulist.training.evaluation import (
    Evaluation,
    as_markdown,
    evaluation,
    save,
)
from notulist.training.examples import Examples
from notulist.training.metrics import reliability
from notulist.training.reports import Reader

TEXTS = {label: f"{label} 0.9" for label in LABELS}
"""What makes the engine sure of each label."""
RIGHT = Bullet("request", TEXTS["request"])
WRONG = Bullet("request", TEXTS["concern"])
NO_REMARK = Bullet(NONE, "explanation 0.9 none 0.8")

told = st.lists(st.tuples(st.booleans(), st.floats(0, 1)), min_size=1, max_size=50)


def evaluated(
    *bullets: Bullet,
    engine: Classifier | None = None,
    beside: Mapping[str, Classifier] | None = None,
    known: Examples | None = None,
    bodies: Collection[str] = (),
) -> Evaluation:
    """What comes of the engine on these bullets."""
    data = examples(*bullets)
    return evaluation(
        "proef", "een stuk", data, engine or Told(), beside=beside, known=known, bodies=bodies
    )


def read(first: str, second: str, *rest: str, told: str = "request") -> Bullet:
    """A bullet with the votes of its readers."""
    return Bullet(
        first if first in LABELS else "request", TEXTS[told], votes=(first, second, *rest)
    )


# Rows


def test_baselines_come_first_others_beside_and_the_model_last() -> None:
    found = evaluated(RIGHT, beside={"een ander": Told()})
    names = [row.name for row in found.rows]
    assert names == ["commonest label", "cue words by rule", "een ander", "proef"]


def test_its_own_row_is_that_of_the_model() -> None:
    assert evaluated(RIGHT, WRONG).own.accuracy == 0.5


def test_the_commonest_label_is_that_of_what_was_learnt_from() -> None:
    known = examples(Bullet("concern"), Bullet("concern"), Bullet("request"))
    assert evaluated(RIGHT, known=known).rows[0].accuracy == 0


def test_without_that_the_commonest_label_is_that_of_what_is_measured_on() -> None:
    assert evaluated(RIGHT).rows[0].accuracy == 1


def test_what_is_no_remark_is_no_commonest_label() -> None:
    known = examples(NO_REMARK, NO_REMARK, Bullet("request"))
    assert evaluated(RIGHT, known=known).rows[0].accuracy == 1


def test_documents_are_counted() -> None:
    assert evaluated(RIGHT, RIGHT._replace(body="b"), RIGHT).documents == 2


@pytest.mark.parametrize("bullets", [(), (NO_REMARK,)])
def test_without_any_remark_there_is_nothing_to_measure_on(bullets: tuple[Bullet, ...]) -> None:
    with pytest.raises(TableError, match="een stuk") as caught:
        evaluated(*bullets)
    assert caught.value.code == "T13"


def test_words_alone_tell_labels_that_a_word_gives_away() -> None:
    classifier = tfidf(remarks())
    columns = classifier.weighed(remarks().texts).argmax(axis=1)
    assert tuple(classifier.labels[column] for column in columns) == remarks().labels


# Confusion


def test_the_confusion_is_counts_of_gold_by_predicted() -> None:
    counts = evaluated(RIGHT, RIGHT, WRONG, Bullet("concern", TEXTS["concern"])).confusion
    assert counts == ((0, 0, 0, 0), (0, 1, 0, 0), (0, 0, 0, 0), (0, 1, 0, 2))


def test_what_is_no_remark_is_in_no_confusion() -> None:
    assert sum(map(sum, evaluated(RIGHT, NO_REMARK).confusion)) == 1


def test_a_remark_that_is_taken_for_none_counts_as_its_likeliest_act() -> None:
    counts = evaluated(Bullet("request", "request 0.9 none 0.8")).confusion
    assert counts[LABELS.index("request")][LABELS.index("request")] == 1


# Confidence


@given(told)
def test_each_bullet_is_in_the_bin_of_its_confidence(drawn: list[tuple[bool, float]]) -> None:
    correct, confidence = (np.array(column) for column in zip(*drawn, strict=True))
    places = Counter(np.minimum((confidence * 10).astype(int), 9).tolist())
    found = list(reliability(correct, confidence))
    assert [one.bullets for one in found] == [places[place] for place in sorted(places)]


@given(told)
def test_the_mean_of_a_bin_lies_within_it(drawn: list[tuple[bool, float]]) -> None:
    correct, confidence = (np.array(column) for column in zip(*drawn, strict=True))
    places = sorted({min(int(value * 10), 9) for value in confidence})
    for place, one in zip(places, reliability(correct, confidence), strict=True):
        assert place / 10 - 1e-9 <= one.confidence <= (place + 1) / 10 + 1e-9


@given(told)
def test_the_accuracies_of_the_bins_add_up_to_what_is_right(
    drawn: list[tuple[bool, float]],
) -> None:
    correct, confidence = (np.array(column) for column in zip(*drawn, strict=True))
    right = sum(one.bullets * one.accuracy for one in reliability(correct, confidence))
    assert right == pytest.approx(correct.sum())


def test_the_bins_hold_all_remarks_and_nothing_else() -> None:
    found = evaluated(RIGHT, WRONG, Bullet("request", "request 0.4"), NO_REMARK)
    assert [(one.bullets, one.accuracy) for one in found.reliability] == [(1, 1), (2, 0.5)]


def test_coverage_ends_at_the_accuracy_of_all() -> None:
    found = evaluated(RIGHT, RIGHT, WRONG)
    assert (found.coverage[-1].share, found.coverage[-1].accuracy) == (1, found.own.accuracy)


def test_coverage_begins_with_the_most_confident() -> None:
    found = evaluated(WRONG, Bullet("request", "request 0.95"), WRONG)
    assert (found.coverage[0].share, found.coverage[0].accuracy) == (0.05, 1)


# Passages that are no remark


def test_what_is_no_remark_is_caught_and_remarks_are_lost() -> None:
    missed = Bullet(NONE, "explanation 0.9 none 0.2")
    lost = Bullet("request", "request 0.9 none 0.6")
    found = evaluated(NO_REMARK, NO_REMARK, NO_REMARK, missed, lost, *[RIGHT] * 4).own.no_remark
    assert found is not None
    assert (found.passages, found.caught, found.lost, found.f1) == (4, 0.75, 0.2, 0.75)


def test_from_which_probability_a_passage_is_no_remark_is_the_engines_own() -> None:
    found = evaluated(NO_REMARK, RIGHT, engine=Told(none_threshold=0.9)).own.no_remark
    assert found is not None
    assert found.caught == 0


@pytest.mark.parametrize(
    ("bullets", "knows"),
    [
        pytest.param((RIGHT, WRONG), ALL, id="all are remarks"),
        pytest.param((RIGHT, NO_REMARK), LABELS, id="the engine knows acts alone"),
    ],
)
def test_where_nothing_can_be_caught_nothing_is_told_of_it(
    bullets: tuple[Bullet, ...], knows: tuple[str, ...]
) -> None:
    assert evaluated(*bullets, engine=Told(knows=knows)).own.no_remark is None


def test_a_remark_that_is_taken_for_none_is_not_accepted_however_sure_its_act_is() -> None:
    accepted = evaluated(RIGHT, Bullet("request", "concern 0.99 none 0.6")).own.accepted
    assert accepted is not None
    assert (accepted.share, accepted.accuracy) == (0.5, 1)


def test_a_remark_that_is_not_sure_enough_is_not_accepted() -> None:
    accepted = evaluated(RIGHT, WRONG, engine=Told(threshold=0.95)).own.accepted
    assert accepted is not None
    assert (accepted.share, accepted.threshold) == (0, 0.95)


def test_the_sentence_on_what_is_accepted_says_what_it_leaves_out() -> None:
    found = as_markdown(evaluated(RIGHT, Bullet("request", "concern 0.99 none 0.6")))
    assert "Of all remarks 50% have a confidence of at least 0.5 and aren't taken for no" in found


# Bodies


def test_bodies_come_the_largest_first() -> None:
    found = evaluated(RIGHT._replace(body="klein"), *[RIGHT._replace(body="groot")] * 2)
    assert [(one.body, one.bullets) for one in found.bodies] == [("groot", 2), ("klein", 1)]


def test_each_body_has_figures_of_its_own() -> None:
    found = evaluated(RIGHT, WRONG, WRONG._replace(body="b"))
    assert [one.accuracy for one in found.bodies] == [0.5, 0]


def test_a_body_without_remarks_has_no_row() -> None:
    found = evaluated(RIGHT, NO_REMARK._replace(body="b"))
    assert [one.body for one in found.bodies] == ["Overleg"]


def test_a_body_that_was_learnt_from_is_marked_as_such() -> None:
    found = evaluated(RIGHT, RIGHT._replace(body="b"), bodies={"b", "elders"})
    assert {one.body: one.seen for one in found.bodies} == {"Overleg": False, "b": True}


def test_bodies_that_were_learnt_from_and_others_are_measured_apart() -> None:
    found = evaluated(RIGHT, RIGHT, WRONG._replace(body="b"), bodies={"b"})
    assert [(one.name, one.bullets, one.accuracy) for one in found.seen] == [
        ("bodies that it learnt from", 1, 0),
        ("other bodies", 2, 1),
    ]


@pytest.mark.parametrize("bodies", [(), ("elders",), ("Overleg", "b")])
def test_where_all_bodies_are_of_one_sort_they_are_not_measured_apart(
    bodies: tuple[str, ...],
) -> None:
    assert evaluated(RIGHT, RIGHT._replace(body="b"), bodies=bodies).seen == ()


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_bodies_that_have_no_remark_are_not_measured_apart() -> None:
    assert evaluated(RIGHT, NO_REMARK._replace(body="b"), bodies={"b"}).seen == ()


# Readers


def test_both_readers_are_compared_with_the_model_and_with_each_other() -> None:
    votes = [("request", "concern"), ("concern", "concern"), ("request", "request")]
    found = evaluated(*(read(*pair, told=pair[0]) for pair in votes)).readers
    assert [one.reader for one in found] == ["first reader", "second reader"]
    assert [one.model.value for one in found] == pytest.approx([1, 0.4])
    assert [one.other.value for one in found if one.other] == pytest.approx([0.4, 0.4])


def test_a_third_reader_has_no_row() -> None:
    found = evaluated(read("request", "concern", "concern"), read("concern", "concern", "")).readers
    assert len(found) == 2


@pytest.mark.parametrize(
    "votes",
    [
        pytest.param((), id="none known"),
        pytest.param(("request",), id="of one reader"),
        pytest.param(("request", "", ""), id="the second hasn't read it"),
        pytest.param(("", "request", ""), id="the first hasn't read it"),
        pytest.param((NONE, "request"), id="the first calls it no remark"),
        pytest.param(("request", NONE), id="the second calls it no remark"),
    ],
)
def test_a_bullet_without_two_votes_for_an_act_is_compared_with_no_reader(
    votes: tuple[str, ...],
) -> None:
    assert evaluated(RIGHT._replace(votes=votes)).readers == ()


def test_such_a_bullet_does_not_keep_others_from_being_compared() -> None:
    found = evaluated(
        RIGHT, read("request", NONE), read("request", "concern"), read("concern", "concern")
    ).readers
    assert [one.bullets for one in found] == [2, 2]


def test_votes_on_what_is_no_remark_say_nothing_of_the_model() -> None:
    found = evaluated(
        NO_REMARK._replace(votes=("request", "request")), read("request", "concern")
    ).readers
    assert [one.bullets for one in found] == [1, 1]


def test_a_reader_without_another_has_an_empty_cell() -> None:
    found = evaluated(RIGHT)
    lone = replace(found, readers=(Reader("one", 1, found.own.macro_f1, None),))
    assert f"| one | 1 | {found.own.macro_f1} |  |" in as_markdown(lone)


# What is written

WHOLE = (
    read("request", "concern"),
    read("concern", "concern"),
    RIGHT._replace(body="b"),
    NO_REMARK,
)
SECTIONS = [
    "# proef: een stuk",
    "## By label",
    "## Gold by predicted",
    "## Confidence",
    "## Beside the readers",
    "## By body",
]


@pytest.fixture(scope="module")
def whole() -> Evaluation:
    """An evaluation that has all there can be."""
    return evaluated(*WHOLE, bodies={"b"})


def test_it_becomes_plain_json(whole: Evaluation) -> None:
    plain = json.loads(json.dumps(whole.to_json(), allow_nan=False))
    assert plain["rows"][-1]["name"] == "proef"
    assert plain["rows"][-1]["no_remark"]["passages"] == 1
    assert plain["bodies"][0]["seen"] is False
    assert plain["readers"][0]["model"].keys() == {"value", "low", "high"}


def test_readers_who_give_one_label_throughout_make_plain_json_too() -> None:
    found = evaluated(read("request", "request"), read("request", "request"))
    json.dumps(found.to_json(), allow_nan=False)


def test_markdown_names_each_section(whole: Evaluation) -> None:
    lines = as_markdown(whole).splitlines()
    assert [line for line in lines if line.startswith("#")] == SECTIONS


def test_markdown_without_votes_has_no_section_of_readers() -> None:
    assert "readers" not in as_markdown(evaluated(RIGHT))


def test_markdown_has_the_rows_of_both_sorts_of_bodies_under_the_model(whole: Evaluation) -> None:
    rows = [line.split(" | ")[0] for line in as_markdown(whole).splitlines()]
    at = rows.index("| proef")
    assert rows[at + 1 : at + 3] == ["| bodies that it learnt from", "| other bodies"]


def test_markdown_tells_the_size(whole: Evaluation) -> None:
    assert "3 remarks of 2 documents" in as_markdown(whole)


def test_markdown_shows_few_bullets_of_a_body_as_counts(whole: Evaluation) -> None:
    assert "| b | 1 | yes | 1 of 1 |  |" in as_markdown(whole)


def test_markdown_shows_many_bullets_of_a_body_as_shares() -> None:
    assert "| Overleg | 80 | no | 0.75 | 0.00 |" in as_markdown(
        evaluated(*[*[RIGHT] * 3, WRONG] * 20)
    )


def test_a_body_whose_name_has_a_bar_is_one_cell_all_the_same() -> None:
    rows = as_markdown(evaluated(RIGHT._replace(body="A | B"))).splitlines()
    (row,) = (line for line in rows if line.startswith("| A "))
    assert row.replace(r"\|", "").count("|") == 6


def test_it_is_saved_as_three_files_in_a_new_folder(whole: Evaluation, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    files = save(whole, tmp_path / "new" / "folder")
    assert [file.name for file in files] == ["evaluation.json", "evaluation.md", "evaluation.html"]
    assert {file.parent for file in files} == {tmp_path / "new" / "folder"}


def test_the_files_hold_what_they_should(whole: Evaluation, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    plain, markdown, _ = (file.read_text(encoding="utf-8") for file in save(whole, tmp_path))
    assert json.loads(plain) == json.loads(json.dumps(whole.to_json()))
    assert markdown == as_markdown(whole)
