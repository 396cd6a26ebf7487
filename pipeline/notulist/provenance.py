"""Where a bullet stands in its source: page and box, paragraph or line, and the lines around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from notulist.components.layout import lay_out
from notulist.reading.source import Box, Line, Source

_WITH_LINES = ("txt", "md", "eml")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a bullet begins, as a person would look it up. What the format doesn't have is None."""

    page: int | None
    """PDF, from 1."""
    box: Box | None
    """PDF: around its lines on that page, as Line.box."""
    paragraph: int | None
    """Word and other formats of paragraphs: from 1, in document order, table cells included."""
    line: int | None
    """Text, Markdown and e-mail, from 1."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of the source, with the part of it that is the bullet's."""

    line: Line
    number: int
    """Of its page, paragraph or line, from 1."""
    before: str
    own: str
    """Empty for a line around the bullet."""
    after: str


def remark_lines(source: Source) -> list[Line]:
    """The lines that remarks are made of: without page furniture, rules and empty lines."""
    return [view.line for view in lay_out(source).views]


def lines_within(lines: Sequence[Line], start: int, end: int) -> list[Line]:
    """Those of `lines` (in order of start) that hold a character between two offsets."""
    first = bisect_right(lines, start, key=lambda line: line.end)
    last = bisect_left(lines, end, key=lambda line: line.start)
    return list(lines[first:last])


def place_of(source: Source, lines: Sequence[Line], start: int, end: int) -> Place:
    """The place of the bullet from `start` to `end`; lines: what `remark_lines` gives."""
    unit = source.line_at(start).unit
    if source.format == "pdf":
        boxes = frames(lines, start, end).get(unit)
        return Place(unit, _around(boxes) if boxes else None, None, None)
    if source.format in _WITH_LINES:
        return Place(None, None, None, unit + 1)
    return Place(None, None, unit + 1, None)


def frames(lines: Sequence[Line], start: int, end: int) -> dict[int, list[Box]]:
    """The boxes of a bullet's lines by page, in order. lines: what `remark_lines` gives."""
    found: dict[int, list[Box]] = {}
    for line in lines_within(lines, start, end):
        if line.box is not None:
            found.setdefault(line.unit, []).append(line.box)
    return found


def surroundings(source: Source, start: int, end: int, context: int = 3) -> list[Shown]:
    """The lines of a bullet and `context` lines with text before and behind, empty ones between.

    Page furniture that stands inside a bullet comes along as a line that isn't the bullet's.
    """
    own = {line.start for line in lines_within(remark_lines(source), start, end)}
    filled = [line for line in source.lines if source.text[line.start : line.end].strip()]
    first = max(bisect_right(filled, start, key=lambda line: line.end) - context, 0)
    last = bisect_left(filled, end, key=lambda line: line.start) + context
    around = filled[first:last]
    if not around:
        return []
    kept = (line for line in source.lines if around[0].start <= line.start <= around[-1].start)
    return [_shown(source, line, start, end, own=line.start in own) for line in kept]


def box_text(box: Box | None) -> str | None:
    """A box in one cell, "left,top,right,bottom". Each with its decimal, or a spreadsheet might
    take the four for one number with thousands apart."""
    return None if box is None else ",".join(f"{value:.1f}" for value in box)


def _shown(source: Source, line: Line, start: int, end: int, *, own: bool) -> Shown:
    number = line.unit if source.format == "pdf" else line.unit + 1
    a = max(line.start, start) if own else line.end
    b = min(line.end, end) if own else line.end
    text = source.text
    return Shown(line, number, text[line.start : a], text[a:b], text[b : line.end])


def _around(boxes: Iterable[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
