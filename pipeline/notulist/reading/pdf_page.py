"""What pdfium knows of one page: its characters, and the rows that they stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from ctypes import c_double
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

from notulist.reading.pdf_characters import Characters, page_characters
from notulist.reading.pdf_columns import Level, Part, column_tables, parted
from notulist.reading.pdf_faces import Face, face_reader, usual_face
from notulist.reading.pdf_order import in_reading_order
from notulist.reading.pdf_redactions import blacked_out, page_redactions
from notulist.reading.pdf_rows import HYPHEN, Cell, Row, by_cell, join_rows
from notulist.reading.pdf_shapes import Turn, page_shapes
from notulist.reading.pdf_tables import Rule, Table, page_rules, page_tables
from notulist.reading.source import Box

_STRETCH = re.compile(f"[^\r\n{HYPHEN}]+{HYPHEN}?|{HYPHEN}")
_SPACED = re.compile(r"\S+")
_WORD = re.compile(r"[^\W_]+")
_BEARING = 3.0  # points: more than between where a character starts and its ink
_UNDERLINE = 4.0  # points below the baseline
_NEW_LINE = 0.5  # of the font size: where a baseline moves more, and goes back, another line begins


@dataclass(frozen=True, slots=True)
class _Page:
    """What it takes to look at the characters of an open page."""

    raw: Any
    turn: Turn
    face_of: Callable[[int], Face]
    tables: Sequence[Table]
    across: Sequence[Rule]
    """Horizontal lines."""
    blacked: list[Box]
    """What is blacked out and belongs to none of the rows so far."""
    ink: dict[tuple[int, int], list[tuple[float, float]]]
    """What `_ink_corners` gave, by first and last number: a stretch's is asked for twice."""


def page_rows(page: Any) -> list[Row]:
    """The visual lines of a pypdfium2 page that hold text, in reading order; those of a table
    cell by cell."""
    textpage = page.get_textpage()
    try:
        turn = _turn(page)
        shapes = page_shapes(page.raw, turn)
        across, down = page_rules(shapes, turn)
        tables = page_tables(across, down)
        blacked = page_redactions(shapes, page.raw, textpage.raw, turn)
        face_of = face_reader(textpage.raw)
        opened = _Page(textpage.raw, turn, face_of, tables, across, list(blacked), {})
        text, numbers = page_characters(textpage.raw)
        pieces = [
            piece
            for match in _STRETCH.finditer(text)
            for piece in _pieces(opened, text[slice(*match.span())], numbers[slice(*match.span())])
        ]
        rows = _rows(opened, pieces)
        unruled = column_tables([_level(opened, row) for row in rows if row.cell is None])
        if unruled:
            tables = sorted((*tables, *unruled), key=lambda table: table.bands[0])
            rows = _rows(replace(opened, tables=tables, blacked=list(blacked)), pieces)
        return in_reading_order(join_rows(by_cell(rows) if tables else rows))
    finally:
        textpage.close()


def _rows(page: _Page, pieces: Sequence[Characters]) -> list[Row]:
    return [_row(page, part, cell) for piece in pieces for part, cell in _cells(page, piece)]


def _level(page: _Page, row: Row) -> Level:
    """A row as the columns of a page are told by: its parts between wide gaps."""
    corners = _ink_corners(page, row.numbers)
    boxes = [(min(a[0], b[0]), max(a[0], b[0]))
             for a, b in zip(corners[::2], corners[1::2], strict=True)]  # fmt: skip
    edges = parted(boxes or [(row.box[0], row.box[2])], row.size)
    return Level(row.baseline, row.size, [Part(*edge, row.text) for edge in edges])


def _pieces(page: _Page, text: str, numbers: Sequence[int]) -> Iterator[Characters]:
    """A stretch of text cut where it goes on at the start of another line.

    pdfium leaves that break out where it takes the lines of a page for vertical ones.
    """
    if not text.strip():
        return
    text, numbers = _stripped(text, numbers)
    if _is_level(page, numbers):
        yield text, numbers
        return
    start, before = 0, None
    for place, char in enumerate(text):
        if char.isspace():
            continue
        here = _origin(page, numbers[place])
        if before is not None and here[0] < before[0] and abs(here[1] - before[1]) > 1:
            size = page.face_of(numbers[place]).size
            if before[0] - here[0] > size and abs(here[1] - before[1]) > _NEW_LINE * size:
                yield _stripped(text[start:place], numbers[start:place])
                start = place
        before = here
    if before is not None:
        yield _stripped(text[start:], numbers[start:])


def _is_level(page: _Page, numbers: Sequence[int]) -> bool:
    """Whether the ink of these characters is on one line; cheaper to say than where it breaks."""
    corners = _ink_corners(page, numbers)
    tops = [min(a[1], b[1]) for a, b in zip(corners[::2], corners[1::2], strict=True)]
    bottoms = [max(a[1], b[1]) for a, b in zip(corners[::2], corners[1::2], strict=True)]
    return bool(tops) and max(tops) < min(bottoms)


def _cells(page: _Page, piece: Characters) -> Iterator[tuple[Characters, Cell | None]]:
    """A stretch of text cut where it goes on in another cell of a table."""
    text, numbers = piece
    here = [table for table in page.tables if table.holds(*_origin(page, numbers[0]))]
    if not here:
        yield piece, None
        return
    table = here[0]
    start, cell = 0, None
    for word in _SPACED.finditer(text):
        # By its middle letter: some words begin on the line that is drawn around their cell.
        found = table.cell(*_origin(page, numbers[(word.start() + word.end()) // 2]))
        if found != cell and word.start() > start:
            yield (
                _stripped(text[start : word.start()], numbers[start : word.start()]),
                _named(page, table, cell),
            )
            start = word.start()
        cell = found
    yield _stripped(text[start:], numbers[start:]), _named(page, table, cell)


def _named(page: _Page, table: Table, cell: tuple[int, int] | None) -> Cell | None:
    return None if cell is None else (page.tables.index(table), *cell)


def _stripped(text: str, numbers: Sequence[int]) -> Characters:
    left = len(text) - len(text.lstrip())
    right = len(text.rstrip())
    return text[left:right], numbers[left:right]


def _row(page: _Page, piece: Characters, cell: Cell | None) -> Row:
    text, numbers = piece
    words = [match.span() for match in _WORD.finditer(text)] or [(0, 1)]
    faces = [page.face_of(numbers[start]) for start, _ in words]
    face = faces[0]
    if any(other is not face for other in faces):
        face = usual_face((f, end - start) for f, (start, end) in zip(faces, words, strict=True))
    baseline = _origin(page, numbers[0])[1]
    box = _box(page, numbers)
    under = cell is None and _is_underlined(page.across, box, baseline)
    redactions: tuple[int, ...] = ()
    if page.blacked:
        redactions, box = _blacked_out(page, piece, cell, box, face.size)
    return Row(
        text,
        numbers,
        box,
        baseline,
        face.size,
        face.bold,
        cell,
        under,
        _bold_to(text, words, faces),
        redactions,
    )


def _blacked_out(
    page: _Page, piece: Characters, cell: Cell | None, box: Box, size: float
) -> tuple[tuple[int, ...], Box]:
    """As Row.redactions, and the row's box with what they stand for."""
    level = [other for other in page.blacked if other[1] < box[3] and other[3] > box[1]]
    level = [other for other in level if _cell_of(page, other) == cell]
    if not level:
        return (), box
    text, numbers = piece
    shown = [(i, _loose_corners(page, numbers[i])) for i in range(len(text)) if text[i].strip()]
    drawn = [(i, _around(corners)) for i, corners in shown if corners]
    places = [*(i for i, _ in drawn), len(text)]
    found = blacked_out(level, box, size, [(edge[0], edge[2]) for _, edge in drawn])
    for _, other in found:
        page.blacked.remove(other)
        box = min(box[0], other[0]), box[1], max(box[2], other[2]), box[3]
    return tuple(places[i] for i, _ in found), box


def _cell_of(page: _Page, box: Box) -> Cell | None:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    table = next((table for table in page.tables if table.holds(x, y)), None)
    return _named(page, table, table.cell(x, y)) if table else None


def _bold_to(text: str, words: Sequence[tuple[int, int]], faces: Sequence[Face]) -> int:
    """How far the bold words reach that a text begins with, their punctuation included."""
    plain = next(
        (start for (start, _), face in zip(words, faces, strict=True) if not face.bold), None
    )
    if plain is None:
        return len(text)
    return len(text[:plain].rstrip(" \t(“‘'\"")) if plain != words[0][0] else 0


def _is_underlined(across: Sequence[Rule], box: Box, baseline: float) -> bool:
    """Whether lines are drawn just below these characters, as long as they together."""
    below = (rule for rule in across if 0 < rule.at - baseline < _UNDERLINE)
    inside = (r for r in below if r.start > box[0] - 5 and r.end < box[2] + 5)
    return sum(rule.end - rule.start for rule in inside) > 0.9 * (box[2] - box[0])


def _origin(page: _Page, number: int) -> tuple[float, float]:
    x, y = c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(page.raw, number, x, y)
    return page.turn(x.value, y.value)


def _box(page: _Page, numbers: Sequence[int]) -> Box:
    """The box of these characters, as Row.box."""
    origin = _origin(page, numbers[0])
    ends = _loose_corners(page, numbers[-1])
    left, top, right, bottom = _around(_ink_corners(page, numbers) or ends or [origin])
    if abs(origin[0] - left) < _BEARING:  # it is not for text that runs up or down
        left = origin[0]
    right = max([right, *(x for x, _ in ends)])
    return round(left, 2), round(top, 2), round(right, 2), round(bottom, 2)


def _loose_corners(page: _Page, number: int) -> list[tuple[float, float]]:
    """Two corners of a character with its side bearings; none for one that is nowhere drawn."""
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(page.raw, number, rect) or rect.left == rect.right:
        return []
    return [page.turn(rect.left, rect.top), page.turn(rect.right, rect.bottom)]


def _ink_corners(page: _Page, numbers: Sequence[int]) -> list[tuple[float, float]]:
    """Two corners of each box around the ink of these characters."""
    stretch = numbers[0], numbers[-1]
    if stretch in page.ink:
        return page.ink[stretch]
    corners = page.ink[stretch] = []
    left, top, right, bottom = c_double(), c_double(), c_double(), c_double()
    count = numbers[-1] - numbers[0] + 1
    for i in range(pdfium.FPDFText_CountRects(page.raw, numbers[0], count)):
        if pdfium.FPDFText_GetRect(page.raw, i, left, top, right, bottom):
            corners.append(page.turn(left.value, top.value))
            corners.append(page.turn(right.value, bottom.value))
    return corners


def _around(corners: Sequence[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _turn(page: Any) -> Turn:
    left, bottom, right, top = page.get_bbox()
    turns: dict[int, Turn] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return turns[page.get_rotation()]
