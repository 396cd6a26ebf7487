"""Counts of boundaries found: what counts as found, as missed, as no remark; figures of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notulist.corpus.anchors import Mark, mark
from notulist.corpus.marking import KINDS, ROWS
from notulist.reading.source import Source, from_text
from notulist.training.boundary_scores import (
    Counts,
    Stretch,
    count,
    estimate,
    heading_f1,
    item_share,
    no_remark_share,
    row_f1,
    stretches,
    total,
    trimmed,
)

TEXT = """\
Verslag stuurgroep
Aanwezig: de leden
1. Planning
- VNG vraagt om uitstel.
- Het Rijk zegt dat toe.
2. Rondvraag
- Geen.
"""
SOURCE = from_text(TEXT)
LINES = {
    "Verslag stuurgroep": "title",
    "Aanwezig: de leden": "attendance",
    "Planning": "heading",
    "VNG vraagt om uitstel.": "bullet",
    "Het Rijk zegt dat toe.": "action",
    "Rondvraag": "heading",
    "Geen.": "bullet",
}


def stretch(text: str, kind: str = "") -> Stretch:
    start = TEXT.index(text)
    return kind or LINES[text], start, start + len(text)


GOLD = [stretch(text) for text in LINES]
MARKS = [mark(SOURCE, start, end, kind) for kind, start, end in GOLD]


def told(**changed: str | None) -> list[Stretch]:
    """The gold with some of its kinds changed, by first word; None: without that stretch."""
    found = []
    for text, kind in LINES.items():
        kind_told = changed.get(text.split()[0].strip(".:"), kind)
        if kind_told is not None:
            found.append(stretch(text, kind_told))
    return found


def test_the_gold_itself_is_right_in_all() -> None:
    one = count(SOURCE, MARKS, GOLD)
    assert (one.gold, one.predicted, one.found) == (3, 3, 3)
    assert (one.gold_headings, one.predicted_headings, one.found_headings) == (2, 2, 2)
    assert (one.right_item, one.right_kind, one.no_remark, one.attendance) == (3, 3, 0, 0)
    assert (one.changed, one.misses, one.extra) == (0, [], [])


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, 0, True),
        (-2, 0, True),  # with its list mark
        (-2, 1, True),  # and the line break
        (0, -1, False),
        (4, 0, False),
        (0, 8, False),
    ],
)
def test_a_row_is_found_when_both_ends_are_right(start: int, end: int, found: bool) -> None:
    kind, first, last = stretch("VNG vraagt om uitstel.")
    one = count(SOURCE, MARKS, [(kind, first + start, last + end)])
    assert one.found == found
    assert (len(one.misses), len(one.extra)) == (5 - found, 1 - found)


def test_kind_is_counted_of_rows_found() -> None:
    one = count(SOURCE, MARKS, told(VNG="action"))
    assert (one.found, one.right_kind) == (3, 2)


def test_the_agenda_item_is_the_last_heading_above() -> None:
    one = count(SOURCE, MARKS, told(Rondvraag=None))
    assert (one.found, one.right_item, one.found_headings) == (3, 2, 1)


def test_a_title_taken_for_a_heading_is_no_agenda_item_and_not_counted() -> None:
    marks = [one for one in MARKS if one.kind != "heading"]
    predicted = [one for one in told(Verslag="heading") if one[1:] not in HEADINGS]
    one = count(SOURCE, marks, predicted)
    assert (one.right_item, one.predicted_headings, one.extra) == (3, 0, [])


HEADINGS = [one[1:] for one in GOLD if one[0] == "heading"]


def test_rows_without_remark_and_with_attendance_are_counted() -> None:
    one = count(SOURCE, MARKS, told(Aanwezig="bullet", Planning="bullet"))
    assert (one.predicted, one.no_remark, one.attendance) == (5, 2, 1)


def test_kinds_that_are_neither_row_nor_heading_cost_nothing() -> None:
    assert count(SOURCE, MARKS, told(Aanwezig="table", Verslag="furniture")) == count(
        SOURCE, MARKS, GOLD
    )


def test_a_mark_whose_text_has_changed_is_counted_and_kept() -> None:
    marks = [replace(one, digest="00000000") if one.kind == "action" else one for one in MARKS]
    one = count(SOURCE, marks, GOLD)
    assert (one.changed, one.found) == (1, 3)


@pytest.mark.parametrize("gone", [{"first": (99, 0)}, {"last": (99, 0)}, {"last": (0, 0)}])
def test_a_mark_that_is_no_longer_there_counts_as_gold_that_was_missed(gone: dict) -> None:
    """Or a reader that loses text would seem to do well."""
    marks = [replace(one, **gone) if one.kind in ("action", "heading") else one for one in MARKS]
    one = count(SOURCE, marks, told(Het=None, Planning=None, Rondvraag=None))
    assert (one.gold, one.found, one.gold_headings, one.found_headings) == (3, 2, 2, 0)
    assert one.changed == 3


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("  tekst \n", "tekst"),
        ("**tekst**", "tekst"),
        ("- # > tekst", "tekst"),
        ("•tekst", "tekst"),
        ("| tekst |", "tekst"),
        ("tekst -", "tekst -"),
        ("* - ", ""),
    ],
)
def test_white_space_and_signs_at_the_edges_do_not_count(text: str, bare: str) -> None:
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == bare


@st.composite
def documents(draw: st.DrawFn) -> tuple[Source, list[Mark]]:
    """A text whose lines, or several together, are marked; some aren't. The first two always are,
    as a bullet and a table."""
    lines = draw(st.lists(st.text("ab -*.€", min_size=1, max_size=8), max_size=12))
    source = from_text("\n".join(["Goed.", "Bijlage", *lines]))
    marks, place = [mark(source, 0, 5, "bullet"), mark(source, 6, 13, "table")], 2
    while place < len(source.lines):
        last = min(place + draw(st.integers(0, 2)), len(source.lines) - 1)
        start, end = source.lines[place].start, source.lines[last].end
        kind = draw(st.none() | st.sampled_from(KINDS))
        if kind and source.text[start:end].strip():
            marks.append(mark(source, start, end, kind))
        place = last + 1
    return source, marks


@given(documents())
def test_a_prediction_equal_to_the_gold_has_no_misses(made: tuple[Source, list[Mark]]) -> None:
    source, marks = made
    one = count(source, marks, stretches(source, marks))
    assert (row_f1(one), heading_f1(one)) == (1, 1)
    assert one.found == one.right_item == one.right_kind == one.gold == one.predicted
    assert (one.misses, one.extra, one.no_remark, one.attendance, one.changed) == ([], [], 0, 0, 0)


@given(documents(), st.data())
def test_leaving_rows_out_lowers_recall_alone(
    made: tuple[Source, list[Mark]], data: st.DataObject
) -> None:
    source, marks = made
    gold = stretches(source, marks)
    rows = [one for one in gold if one[0] in ROWS]
    dropped = data.draw(st.sets(st.sampled_from(rows), min_size=1))
    whole = count(source, marks, gold)
    one = count(source, marks, [told for told in gold if told not in dropped])
    assert one.found == one.predicted == whole.gold - len(dropped)
    assert one.gold == whole.gold
    assert set(one.misses) == dropped
    assert one.extra == []
    assert heading_f1(one) == heading_f1(whole)


@given(documents(), st.data())
def test_making_rows_up_lowers_precision_alone(
    made: tuple[Source, list[Mark]], data: st.DataObject
) -> None:
    source, marks = made
    gold = stretches(source, marks)
    others = [one for one in gold if one[0] not in (*ROWS, "heading")]
    chosen = data.draw(st.sampled_from(others))
    one = count(source, marks, [("bullet", *s[1:]) if s == chosen else s for s in gold])
    assert (one.found, one.predicted, one.misses) == (one.gold, one.gold + 1, [])
    assert one.extra == [("bullet", *chosen[1:])]
    assert one.no_remark == 1


@pytest.mark.parametrize(
    ("figure", "counts", "value"),
    [
        (row_f1, Counts(gold=4, predicted=6, found=3), 0.6),
        (row_f1, Counts(), 1),
        (row_f1, Counts(gold=2), 0),
        (heading_f1, Counts(gold_headings=1, predicted_headings=1, found_headings=1), 1),
        (item_share, Counts(found=4, right_item=3), 0.75),
        (item_share, Counts(), 0),
        (no_remark_share, Counts(predicted=8, no_remark=2), 0.25),
        (no_remark_share, Counts(), 0),
    ],
)
def test_figures(figure, counts: Counts, value: float) -> None:
    assert figure(counts) == pytest.approx(value)


def test_a_total_adds_up_and_lists_nothing() -> None:
    one = Counts(gold=1, found=1, misses=[("bullet", 0, 1)])
    assert total([one, Counts(gold=2, changed=3)]) == Counts(gold=3, found=1, changed=3)


def test_an_estimate_is_of_all_documents_together_with_an_interval() -> None:
    good, bad = Counts(gold=9, predicted=9, found=9), Counts(gold=1, predicted=1)
    one = estimate(row_f1, [good] * 5 + [bad] * 5)
    assert one.value == pytest.approx(0.9)
    assert one.low < 0.9 < one.high
    assert one == estimate(row_f1, [good] * 5 + [bad] * 5)
    same = estimate(row_f1, [good] * 3)
    assert (same.low, same.value, same.high) == (1, 1, 1)
