"""The bullets and numbers that a word processor shows before the list items of an ODT."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from notulist.reading.docx_numbering import BULLET, format_number
from notulist.reading.odt_xml import LOEXT, OFFICE, STYLE, TEXT, number

OUTLINE = "\0outline"
"""Name of the list style of headings that stand in no list, and of their count."""

_BULLETS = (TEXT + "list-level-style-bullet", TEXT + "list-level-style-image")
_NUMBERS = (TEXT + "list-level-style-number", TEXT + "outline-level-style")
_SHAPES = {
    **{"": "none", "1": "decimal", "a": "lowerLetter", "A": "upperLetter"},
    **{"i": "lowerRoman", "I": "upperRoman"},
}
_PLACE = re.compile("%([0-9]{1,2})%")
_DEEPEST = 98


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list style is marked."""

    shape: str
    """As docx_numbering.format_number takes it; or "bullet"."""
    text: str = ""
    """With %1% for the number of the first level, %2% of the second."""
    start: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which list a paragraph stands."""

    style: str | None
    level: int
    """From 0."""
    count: str
    """The count that it is numbered by: lists that go on from one another share it."""
    opens: bool = True
    """Whether it is the first paragraph of its item: only that one has a marker."""
    number: int | None = None
    """What the item's count is set to."""


@dataclass(slots=True)
class Counter:
    """Gives each list paragraph its marker. Call it for all of them, in document order."""

    styles: dict[str, dict[int, Level]]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def marker(self, place: Place, style: str | None) -> str | None:
        """What is shown before a paragraph. style: the list style where its list names none."""
        if not place.opens:
            return None
        levels = self.styles.get(place.style or style or "", {})
        own = levels.get(place.level, Level("none"))
        counts = self.counts.setdefault(place.count, {})
        if place.number is not None:
            counts[place.level] = place.number
        elif place.level not in counts:
            counts[place.level] = own.start
        else:
            counts[place.level] += 1
        for below in [level for level in counts if level > place.level]:
            del counts[below]
        return BULLET if own.shape == "bullet" else _shown(levels, counts, own)


def read_lists(roots: list[Any]) -> dict[str, dict[int, Level]]:
    """The list styles of styles.xml and content.xml by name and level."""
    found: dict[str, dict[int, Level]] = {}
    for root in roots:
        for group in root.iterchildren(OFFICE + "styles", OFFICE + "automatic-styles"):
            for element in group.iterchildren(TEXT + "list-style", TEXT + "outline-style"):
                outline = element.tag == TEXT + "outline-style"
                name = OUTLINE if outline else element.get(STYLE + "name", "")
                found[name] = dict(map(_level, element.iterchildren(*_NUMBERS, *_BULLETS)))
    return found


def _level(element: Any) -> tuple[int, Level]:
    place = min(max((number(element, TEXT + "level") or 1) - 1, 0), _DEEPEST)
    if element.tag in _BULLETS:
        return place, Level("bullet")
    shape = _SHAPES.get(element.get(STYLE + "num-format", ""), "decimal")
    start = number(element, TEXT + "start-value")
    text = element.get(LOEXT + "num-list-format")
    if text is None:
        first = max(place + 1 - max((number(element, TEXT + "display-levels") or 1) - 1, 0), 1)
        text = ".".join(f"%{level}%" for level in range(first, place + 2))
        text = f"{element.get(STYLE + 'num-prefix', '')}{text}"
        text += element.get(STYLE + "num-suffix", "")
    return place, Level(shape, text, 1 if start is None else start)


def _shown(levels: dict[int, Level], counts: dict[int, int], own: Level) -> str | None:
    if own.shape == "none":
        return None

    def number_at(match: re.Match[str]) -> str:
        other = levels.get(int(match[1]) - 1, Level("none"))
        if other.shape in ("none", "bullet"):
            return ""
        return format_number(counts.get(int(match[1]) - 1, other.start), other.shape)

    return _PLACE.sub(number_at, own.text).strip().lstrip(".") or None
