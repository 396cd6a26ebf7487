"""Which rows make one visual line, and what stands apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notulist.reading.pdf_rows import Row, by_cell, is_apart, join_rows, line_pitch


def row(text: str, left: float, baseline: float = 100, first: int = 0, size: float = 10) -> Row:
    box = (left, baseline - 0.7 * size, left + 5 * len(text), baseline)
    return Row(text, range(first, first + len(text)), box, baseline, size, False)


@pytest.mark.parametrize(
    ("left", "baseline", "text"),
    [
        (20, 100, "• tekst"),  # a bullet and its text
        (5.2, 100, "•tekst"),  # letters of one word
        (40, 102, "• tekst"),  # a little lower
        (60, 100, None),  # another column
        (20, 108, None),  # the next line
        (-10, 100, None),  # back to the left
    ],
)
def test_pieces_beside_each_other_are_one_line(
    left: float, baseline: float, text: str | None
) -> None:
    joined = join_rows([row("•", 0), row("tekst", left, baseline, first=3)])
    assert [part.text for part in joined] == ([text] if text else ["•", "tekst"])


def test_a_joined_row_knows_where_its_characters_were() -> None:
    (joined,) = join_rows([row("2.", 0), row("Kop", 25, first=4)])
    assert (joined.text, list(joined.numbers)) == ("2. Kop", [0, 1, 2, 4, 5, 6])
    assert joined.box == (0, 93, 40, 100)


def test_nothing_joins_a_line_that_ends_in_a_hyphen() -> None:
    assert len(join_rows([row("huis\ufffe", 0), row("vesting", 27, first=6)])) == 2


def test_pitch_is_the_usual_distance_in_font_sizes() -> None:
    page = [row("x", 0, baseline) for baseline in (100, 115, 130, 145, 190, 205)]
    assert line_pitch([page]) == 1.5


def test_pitch_of_a_page_with_one_line_is_a_fair_guess() -> None:
    assert line_pitch([[row("x", 0)], []]) == 1.2


@pytest.mark.parametrize(
    ("distance", "apart"), [(15, False), (19, False), (22, True), (-50, False)]
)
def test_apart_is_clearly_more_than_the_pitch(distance: float, apart: bool) -> None:
    (pair,) = pairwise([row("x", 0, 100), row("y", 0, 100 + distance)])
    assert is_apart(*pair, pitch=1.5) is apart


@pytest.mark.parametrize(
    ("first", "second", "bold"),
    [
        (2, 0, "2."),
        (2, 3, "2. Kop"),
        (1, 3, "2"),
        (0, 3, ""),
        (2, 6, "2. Kop er"),
    ],
)
def test_a_joined_row_begins_in_bold_as_far_as_its_parts_do(
    first: int, second: int, bold: str
) -> None:
    parts = row("2.", 0), row("Kop er", 20, first=4)
    (joined,) = join_rows(
        replace(part, bold_to=to) for part, to in zip(parts, (first, second), strict=True)
    )
    assert joined.text[: joined.bold_to] == bold


@pytest.mark.parametrize("under", [(True, True), (True, False), (False, True)])
def test_a_joined_row_is_underlined_where_both_parts_are(under: tuple[bool, bool]) -> None:
    parts = row("2.", 0), row("Kop", 20, first=4)
    (joined,) = join_rows(
        replace(part, underlined=one) for part, one in zip(parts, under, strict=True)
    )
    assert joined.underlined is all(under)


@pytest.mark.parametrize("cells", [((0, 0, 0), (0, 0, 1)), ((0, 0, 0), None), (None, (0, 0, 0))])
def test_rows_of_different_cells_are_never_one_line(cells: tuple) -> None:
    parts = row("een", 0), row("twee", 20, first=4)
    pair = [replace(part, cell=cell) for part, cell in zip(parts, cells, strict=True)]
    assert join_rows(pair) == pair


def test_the_rows_of_a_table_stand_by_cell_where_its_first_one_was_drawn() -> None:
    cells = {"kop": None, "b": (0, 0, 1), "a": (0, 0, 0), "tussen": None, "d": (0, 1, 0)}
    cells |= {"a, verder": (0, 0, 0), "ander": (1, 0, 0), "c": (0, 0, 2)}
    drawn = [replace(row(text, 0), cell=cell) for text, cell in cells.items()]
    ordered = ["kop", "a", "a, verder", "b", "c", "d", "tussen", "ander"]
    assert [one.text for one in by_cell(drawn)] == ordered


CELLS = st.none() | st.tuples(*[st.integers(0, 2)] * 3)


@given(st.lists(CELLS, max_size=30))
def test_by_cell_loses_no_row_and_keeps_the_order_within_a_cell(cells: list) -> None:
    drawn = [replace(row(str(i), 0), cell=cell) for i, cell in enumerate(cells)]
    ordered = by_cell(drawn)
    assert sorted(map(id, ordered)) == sorted(map(id, drawn))
    for cell in set(cells):
        places = [int(one.text) for one in ordered if one.cell == cell]
        assert places == sorted(places)
    tables = [one.cell[0] for one in ordered if one.cell]
    for table in set(tables):
        first, count = tables.index(table), tables.count(table)
        assert tables[first : first + count] == [table] * count
