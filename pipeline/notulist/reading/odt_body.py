"""The paragraphs of an ODT in order, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from notulist.reading.odt_lists import OUTLINE, Place
from notulist.reading.odt_xml import DRAW, OFFICE, TABLE, TEXT, XML_ID, number, repeats

Cell = tuple[int, int, int]
_HEADING = TEXT + "h"
_PARAGRAPHS = (TEXT + "p", _HEADING)
_ITEMS = (TEXT + "list-item", TEXT + "list-header")
_INDEXES = ("table-of-content", "illustration-index", "table-index", "object-index", "user-index")
_WRAPPERS = {TEXT + name for name in (*_INDEXES, "alphabetical-index", "bibliography")}
_WRAPPERS |= {TEXT + "index-body", TEXT + "index-title", TEXT + "section"}
_ROWS = {TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group")}
_ASIDE = (TEXT + "note", OFFICE + "annotation")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text:p or text:h, the table cell that it stands in, and its place in a list."""

    element: Any
    cell: Cell | None = None
    place: Place | None = None


@dataclass(slots=True)
class _Lists:
    """Which count each list goes by."""

    ids: Iterator[int] = field(default_factory=count)
    by_id: dict[str, str] = field(default_factory=dict)
    by_style: dict[str | None, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Walk:
    """What is counted along the way, and what holds where we are."""

    lists: _Lists
    tables: Iterator[int]
    cell: Cell | None = None


def paragraphs(body: Any) -> Iterator[Paragraph]:
    """All paragraphs of an office:text, each followed by those of the frames anchored in it.

    What tracked changes have deleted stands apart in an ODT, and is left out; so are notes,
    comments and hidden sections.
    """
    yield from _blocks(body, _Walk(_Lists(), count()))


def _blocks(parent: Any, walk: _Walk) -> Iterator[Paragraph]:
    for element in parent.iterchildren(tag="*"):
        if element.tag in _PARAGRAPHS:
            yield from _paragraph(element, walk, _outline(element))
        elif element.tag == TEXT + "list":
            yield from _list(element, walk, None)
        elif element.tag == TEXT + "numbered-paragraph":
            yield from _numbered(element, walk)
        elif element.tag == TABLE + "table":
            yield from _table(element, walk)
        elif element.tag in _WRAPPERS:
            if element.get(TEXT + "display") != "none":
                yield from _blocks(element, walk)
        elif element.tag.startswith(DRAW):
            yield from _shape(element, walk)


def _paragraph(element: Any, walk: _Walk, place: Place | None) -> Iterator[Paragraph]:
    yield Paragraph(element, walk.cell, place)
    for inner in element.iterchildren(tag="*"):
        yield from _shapes(inner, walk)


def _outline(element: Any) -> Place | None:
    """A heading outside any list is numbered by the document's outline."""
    if element.tag != _HEADING or element.get(TEXT + "is-list-header") == "true":
        return None
    level = max((number(element, TEXT + "outline-level") or 1) - 1, 0)
    start = None
    if element.get(TEXT + "restart-numbering") == "true":
        start = number(element, TEXT + "start-value") or 1
    return Place(OUTLINE, level, OUTLINE, number=start)


def _list(element: Any, walk: _Walk, around: Place | None) -> Iterator[Paragraph]:
    own = element.get(TEXT + "style-name")
    if around is None:
        place = Place(own, 0, _count(element, own, walk.lists))
    else:  # it goes on unless an item above it has come between, as in LibreOffice
        place = Place(own or around.style, around.level + 1, around.count)
    walk.lists.by_style[place.style] = place.count
    if key := element.get(XML_ID):
        walk.lists.by_id[key] = place.count
    for item in element.iterchildren(*_ITEMS):
        opens = item.tag == _ITEMS[0]
        start = number(item, TEXT + "start-value")
        for inner in item.iterchildren(tag="*"):
            if inner.tag == TEXT + "list":
                yield from _list(inner, walk, place)
            elif inner.tag in _PARAGRAPHS:
                yield from _paragraph(inner, walk, replace(place, opens=opens, number=start))
                opens = False
            else:
                yield from _blocks_of(inner, walk)


def _blocks_of(element: Any, walk: _Walk) -> Iterator[Paragraph]:
    if element.tag == TABLE + "table":
        yield from _table(element, walk)
    elif element.tag in _WRAPPERS:
        yield from _blocks(element, walk)
    elif element.tag.startswith(DRAW):
        yield from _shape(element, walk)


def _count(element: Any, style: str | None, lists: _Lists) -> str:
    """The count of a list: that of the one it goes on from, or a new one."""
    earlier = lists.by_id.get(element.get(TEXT + "continue-list", ""))
    if earlier is None and element.get(TEXT + "continue-numbering") == "true":
        earlier = lists.by_style.get(style)
    return str(next(lists.ids)) if earlier is None else earlier


def _numbered(element: Any, walk: _Walk) -> Iterator[Paragraph]:
    """A paragraph that says by itself in which list it stands."""
    level = max((number(element, TEXT + "level") or 1) - 1, 0)
    key = f"#{element.get(TEXT + 'list-id', '')}"
    start = number(element, TEXT + "start-value")
    place = Place(element.get(TEXT + "style-name"), level, key, number=start)
    for inner in element.iterchildren(*_PARAGRAPHS):
        yield from _paragraph(inner, walk, place)


def _table(table: Any, walk: _Walk) -> Iterator[Paragraph]:
    number_, row = next(walk.tables), 0
    for element in _rows(table):
        column = 0
        for cell in element.iterchildren(TABLE + "table-cell", TABLE + "covered-table-cell"):
            if cell.tag == TABLE + "table-cell":
                yield from _blocks(cell, replace(walk, cell=(number_, row, column)))
            column += repeats(cell, TABLE + "number-columns-repeated")
        row += repeats(element, TABLE + "number-rows-repeated")


def _rows(parent: Any) -> Iterator[Any]:
    for element in parent.iterchildren(tag="*"):
        if element.tag == TABLE + "table-row":
            yield element
        elif element.tag in _ROWS:
            yield from _rows(element)


def _shapes(element: Any, walk: _Walk) -> Iterator[Paragraph]:
    """The paragraphs of the frames in a run of text."""
    if element.tag in _ASIDE:
        return
    if element.tag.startswith(DRAW):
        yield from _shape(element, walk)
        return
    for inner in element.iterchildren(tag="*"):
        yield from _shapes(inner, walk)


def _shape(element: Any, walk: _Walk) -> Iterator[Paragraph]:
    """The paragraphs of a frame or drawing; its text box may be some levels down."""
    if any(inner.tag in (*_PARAGRAPHS, TEXT + "list") for inner in element.iterchildren(tag="*")):
        yield from _blocks(element, walk)
        return
    for inner in element.iterchildren(tag="*"):
        if inner.tag.startswith(DRAW):
            yield from _shape(inner, walk)
        elif inner.tag == TABLE + "table":
            yield from _table(inner, walk)
