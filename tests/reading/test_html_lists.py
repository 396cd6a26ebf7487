"""Lists and tables of web pages: markers as a browser shows them, and where cells lie."""

from __future__ import annotations

import pytest

from notulist.reading import read_bytes
from notulist.reading.source import Source


def page(body: str) -> Source:
    return read_bytes(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "a.html")


def items(body: str) -> list[tuple[int | None, str | None, str]]:
    source = page(body)
    return [
        (line.list_level, line.marker, source.text[line.start : line.end]) for line in source.lines
    ]


def cells(body: str) -> list[tuple[tuple[int, int, int] | None, str]]:
    source = page(body)
    return [(line.cell, source.text[line.start : line.end]) for line in source.lines]


@pytest.mark.parametrize(
    ("opening", "markers"),
    [
        ("<ul>", ["•", "•"]),
        ("<ol>", ["1.", "2."]),
        ("<ol start=3>", ["3.", "4."]),
        ("<ol type=a>", ["a.", "b."]),
        ("<ol type=A start=27>", ["AA.", "BB."]),
        ("<ol type=i>", ["i.", "ii."]),
        ("<ol type=I>", ["I.", "II."]),
        ("<ol reversed>", ["2.", "1."]),
        ("<ol start=vijf>", ["1.", "2."]),
        ("<ol style='list-style-type: upper-alpha'>", ["A.", "B."]),
        ("<ol style='list-style: lower-roman inside'>", ["i.", "ii."]),
        ("<ul style='list-style: none'>", [None, None]),
        ("<ol style='list-style-type: disc'>", ["•", "•"]),
    ],
)
def test_lists_have_the_markers_that_are_shown(opening: str, markers: list[str | None]) -> None:
    assert [marker for _, marker, _ in items(f"{opening}<li>x</li><li>y</li>")] == markers


def test_an_item_may_say_its_own_number() -> None:
    found = items("<ol><li>x<li value=7>y<li>z</ol><ol><li>x</ol>")
    assert [marker for _, marker, _ in found] == ["1.", "7.", "8.", "1."]


def test_lists_nest() -> None:
    found = items("<ol><li>een<ul><li>sub</li></ul></li><li>twee</li></ol><p>slot</p>")
    assert found == [(0, "1.", "een"), (1, "•", "sub"), (0, "2.", "twee"), (None, None, "slot")]


def test_a_list_that_stands_between_items_nests_all_the_same() -> None:
    assert items("<ul><li>een</li><ul><li>sub</li></ul></ul>") == [(0, "•", "een"), (1, "•", "sub")]


def test_only_the_first_paragraph_of_an_item_has_the_marker() -> None:
    found = items("<ul><li><p>een</p><p>vervolg</p></li></ul>")
    assert found == [(0, "•", "een"), (0, None, "vervolg")]


def test_an_item_that_holds_only_a_list_has_no_marker_of_its_own() -> None:
    assert items("<ol><li><ul><li>x</li></ul></li></ol>") == [(1, "•", "x")]


def test_a_list_of_word_keeps_its_marker_in_the_text_and_tells_its_level() -> None:
    word = (
        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]>"
        "<span>o<span>&nbsp;&nbsp; </span></span><![endif]>Punt</p>"
    )
    assert items(word) == [(1, None, "o\u00a0\u00a0 Punt")]


def test_cells_know_their_row_and_column() -> None:
    found = cells(
        "<table><tr><th>Wat<th>Wie</tr><tr><td rowspan=2>a<td>b</tr><tr><td>c</tr>"
        "<tr><td colspan=2>d<td>e</tr></table><p>na</p><table><tr><td>f<td>g</table>"
    )
    assert found == [
        ((0, 0, 0), "Wat"),
        ((0, 0, 1), "Wie"),
        ((0, 1, 0), "a"),
        ((0, 1, 1), "b"),
        ((0, 2, 1), "c"),
        ((0, 3, 0), "d"),
        ((0, 3, 2), "e"),
        (None, "na"),
        ((1, 0, 0), "f"),
        ((1, 0, 1), "g"),
    ]


def test_cells_outside_any_row_are_in_the_first() -> None:
    assert cells("<table><td>a<td>b</table>") == [((0, 0, 0), "a"), ((0, 0, 1), "b")]


@pytest.mark.parametrize(
    "table",
    [
        "<table role=presentation><tr><td>x<td>y</table>",
        "<table><tr><td><p>x</p></td></tr></table>",
        "<table><tr><td><h2>x</h2><td>y</table>",
    ],
)
def test_a_table_that_only_lays_out_the_page_has_no_cells(table: str) -> None:
    assert {cell for cell, _ in cells(table)} == {None}


def test_a_table_within_one_that_lays_out_has_cells() -> None:
    found = cells("<table><tr><td>x<table><tr><td>a<td>b</table></table>")
    assert found == [(None, "x"), ((0, 0, 0), "a"), ((0, 0, 1), "b")]
