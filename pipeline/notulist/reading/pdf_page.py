"""What pdfium knows of one page: its characters, and the rows that they stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from ctypes import c_double, c_ushort
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from notulist.reading.pdf_faces import Face, face_reader, usual_face
from notulist.reading.pdf_rows import HYPHEN, Row, join_rows
from notulist.reading.source import Box

_STRETCH = re.compile(f"[^\r\n{HYPHEN}]+{HYPHEN}?|{HYPHEN}")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BEARING = 3.0  # points: more than between where a character starts and its ink
_NEW_LINE = 0.5  # of the font size: where a baseline moves more, and goes back, another line begins

Characters = tuple[str, Sequence[int]]
"""Text, and for each of its characters the number that pdfium gives it on the page."""
Turn = Callable[[float, float], tuple[float, float]]
"""From a place in the page's own space to (x, y) from the top left of the page as shown."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What it takes to look at the characters of an open page."""

    raw: Any
    turn: Turn
    face_of: Callable[[int], Face]


def page_rows(page: Any) -> list[Row]:
    """The visual lines of a pypdfium2 page that hold text, in the order in which they are drawn."""
    textpage = page.get_textpage()
    try:
        opened = _Page(textpage.raw, _turn(page), face_reader(textpage.raw))
        text, numbers = page_characters(textpage.raw)
        stretches = (match.span() for match in _STRETCH.finditer(text))
        return join_rows(
            _row(opened, piece)
            for start, end in stretches
            for piece in _pieces(opened, text[start:end], numbers[start:end])
        )
    finally:
        textpage.close()


def page_characters(raw: Any) -> Characters:
    """The text of a page (a raw FPDF_TEXTPAGE), without NULs and other controls."""
    count = pdfium.FPDFText_CountChars(raw)
    if count <= 0:
        return "", range(0)
    buffer = (c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(raw, 0, count, buffer) - 1
    text = bytes(buffer)[: 2 * max(written, 0)].decode("utf-16-le", errors="replace")
    if len(text) == count and not _INVISIBLE.search(text):
        return text, range(count)
    # It leaves some out, or some characters have two numbers: ask for each.
    kept = list(_numbered(raw, count))
    return "".join(char for char, _ in kept), [number for _, number in kept]


def _numbered(raw: Any, count: int) -> Iterator[tuple[str, int]]:
    """Each character with its number; a pair of surrogates as one, by the number of its first."""
    high = 0
    for number in range(count):
        code = pdfium.FPDFText_GetUnicode(raw, number)
        if high and 0xDC00 <= code < 0xE000:
            yield chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00), number - 1
        high = code if 0xD800 <= code < 0xDC00 else 0
        if code == 2 and pdfium.FPDFText_IsHyphen(raw, number) == 1:
            yield HYPHEN, number
        elif not 0xD800 <= code < 0xE000 and not _INVISIBLE.match(chr(code)):
            yield chr(code), number


def _pieces(page: _Page, text: str, numbers: Sequence[int]) -> Iterator[Characters]:
    """A stretch of text cut where it goes on at the start of another line.

    pdfium leaves that break out where it takes the lines of a page for vertical ones.
    """
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


def _stripped(text: str, numbers: Sequence[int]) -> Characters:
    left = len(text) - len(text.lstrip())
    right = len(text.rstrip())
    return text[left:right], numbers[left:right]


def _row(page: _Page, piece: Characters) -> Row:
    text, numbers = piece
    letters = [number for char, number in zip(text, numbers, strict=True) if char.isalnum()]
    face = usual_face(map(page.face_of, letters or [numbers[0]]))
    baseline = _origin(page, numbers[0])[1]
    return Row(text, numbers, _box(page, numbers), baseline, face.size, face.bold)


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
    corners: list[tuple[float, float]] = []
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
