"""Spans of real documents kept without their text: where they begin and end in the file itself."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from notulist.reading.source import Line, Source

Anchor = tuple[int, int]
"""(unit, index in it), as Source.anchor."""
Place = tuple[int, int]
"""(start, end) in a Source's text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of a document that a reader marked."""

    kind: str
    first: Anchor
    """Of its first character."""
    last: Anchor
    """Of its last character, not past it."""
    digest: str
    """Of its text, as `digest`: tells whether the file's text is still the same."""
    level: int = 0
    """Of a heading, from 1."""
    number: str = ""
    """Of a heading, "2a"."""


def mark(source: Source, start: int, end: int, kind: str, level: int = 0, number: str = "") -> Mark:
    """The Mark of source.text[start:end], which holds more than white space."""
    text = source.text[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    first, last = source.anchor(start), source.anchor(end - 1)
    return Mark(kind, first, last, digest(source.text[start:end]), level, number)


def digest(text: str) -> str:
    """Eight hexadecimal digits of a text, white space aside; a hyphen that a PDF has at the end of
    a line counts as any other."""
    squashed = "".join(text.replace("\ufffe", "-").split())
    return blake2b(squashed.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def by_unit(lines: Iterable[Line]) -> Mapping[int, list[Line]]:
    """The lines of each unit by the index of their first character, however they are ordered."""
    units: dict[int, list[Line]] = {}
    for line in lines:
        if line.end > line.start:
            units.setdefault(line.unit, []).append(line)
    return {unit: sorted(found, key=lambda line: line.index) for unit, found in units.items()}


def offset_of(units: Mapping[int, list[Line]], anchor: Anchor) -> int | None:
    """The offset in the source's text of the character at `anchor`, None where there is none.

    units: of `by_unit`. The inverse of Source.anchor.
    """
    unit, index = anchor
    lines = units.get(unit, [])
    behind = bisect_right(lines, index, key=lambda line: line.index)
    # From the nearest back: what is drawn between the parts of a line has numbers between theirs.
    for line in reversed(lines[:behind]):
        place = _place(line, index - line.index)
        if place is not None:
            return line.start + place
    return None


def place_of(units: Mapping[int, list[Line]], first: Anchor, last: Anchor) -> Place | None:
    """Where in the source's text the span between two anchors stands.

    None where an end of it isn't there any more, or it ends before it begins. units: of `by_unit`.
    """
    start, end = offset_of(units, first), offset_of(units, last)
    return None if start is None or end is None or end < start else (start, end + 1)


def _place(line: Line, number: int) -> int | None:
    """Which character of a line has this number, counted from its first; None if none has."""
    skipped = [skip + before for before, skip in enumerate(line.skips)]
    passed = bisect_left(skipped, number)
    if number in skipped[passed : passed + 1] or number - passed >= line.end - line.start:
        return None
    return number - passed
