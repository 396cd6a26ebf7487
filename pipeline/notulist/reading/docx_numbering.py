"""The bullets and numbers that Word shows before paragraphs and doesn't keep in their text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from notulist.reading.docx_styles import Styles
from notulist.reading.docx_xml import W, child, number, switch, value

BULLET = "•"
_PLACE = re.compile("%([1-9])")
_ROMAN = {
    **{"m": 1000, "cm": 900, "d": 500, "cd": 400, "c": 100, "xc": 90, "l": 50, "xl": 40},
    **{"x": 10, "ix": 9, "v": 5, "iv": 4, "i": 1},
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    format: str = "decimal"
    text: str = ""
    """With %1 for the number of the first level, %2 of the second."""
    start: int = 1
    restart: int | None = None
    """Level (from 1) after which it starts again; None: after any higher one; 0: never."""
    style: str | None = None
    """The paragraph style that stands for this level."""
    legal: bool = False
    """Whether all numbers in it are shown as decimals."""


@dataclass(frozen=True, slots=True)
class List:
    """A w:num: an abstract list with its own changes."""

    abstract: int
    levels: dict[int, Level]
    restarts: dict[int, int]
    """By level, the number at which this list starts although the abstract one may go on."""


@dataclass(slots=True)
class Counter:
    """Gives each list paragraph its marker. Call it for all of them, in document order."""

    lists: dict[int, List]
    counts: dict[int, dict[int, int]] = field(default_factory=dict)
    """By abstract list and level: lists over the same abstract one count on together."""
    begun: set[tuple[int, int]] = field(default_factory=set)

    def marker(self, num_id: int, level: int) -> str | None:
        """What Word shows before the next paragraph at this level of list `num_id`."""
        numbered = self.lists.get(num_id)
        if numbered is None or level not in numbered.levels:
            return None
        counts = self.counts.setdefault(numbered.abstract, {})
        if level in numbered.restarts and (num_id, level) not in self.begun:
            counts[level] = numbered.restarts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = numbered.levels[level].start
        self.begun.add((num_id, level))
        _restart_below(numbered, counts, level)
        return _shown(numbered, counts, level)


def read_lists(root: Any, styles: Styles) -> dict[int, List]:
    """The lists of a w:numbering element by their numId; none for None."""
    if root is None:
        return {}
    abstracts = {
        int(element.get(W + "abstractNumId", -1)): element
        for element in root.iterchildren(W + "abstractNum")
    }
    targets = {
        int(element.get(W + "numId", -1)): number(element, "abstractNumId")
        for element in root.iterchildren(W + "num")
    }
    lists: dict[int, List] = {}
    for element in root.iterchildren(W + "num"):
        num_id = int(element.get(W + "numId", -1))
        abstract = _linked(targets[num_id], abstracts, targets, styles)
        if abstract is not None:
            lists[num_id] = _list(element, abstract, abstracts[abstract])
    return lists


def level_of_style(numbered: List, style_ids: Iterator[str]) -> int | None:
    """The level that one of these paragraph styles stands for."""
    by_style = {level.style: place for place, level in numbered.levels.items() if level.style}
    return next((by_style[style_id] for style_id in style_ids if style_id in by_style), None)


def _linked(
    abstract: int | None,
    abstracts: dict[int, Any],
    targets: dict[int, int | None],
    styles: Styles,
) -> int | None:
    """The abstract list itself, or where it only names a list style, the one of that style."""
    if abstract not in abstracts:
        return None
    style_id = value(abstracts[abstract], "numStyleLink")
    if style_id is None:
        return abstract
    linked = targets.get(styles.first(style_id, lambda style: style.num_id) or 0)
    return linked if linked in abstracts else abstract


def _list(element: Any, abstract: int, abstract_element: Any) -> List:
    levels = dict(map(_level, abstract_element.iterchildren(W + "lvl")))
    restarts: dict[int, int] = {}
    for override in element.iterchildren(W + "lvlOverride"):
        place = int(override.get(W + "ilvl", 0))
        if (own := child(override, "lvl")) is not None:
            levels[place] = _level(own)[1]
        if (start := number(override, "startOverride")) is not None:
            restarts[place] = start
    return List(abstract, levels, restarts)


def _level(element: Any) -> tuple[int, Level]:
    start = number(element, "start")
    return int(element.get(W + "ilvl", 0)), Level(
        format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        start=0 if start is None else start,
        restart=number(element, "lvlRestart"),
        style=value(element, "pStyle"),
        legal=bool(switch(element, "isLgl")),
    )


def _restart_below(numbered: List, counts: dict[int, int], level: int) -> None:
    for below in [place for place in counts if place > level]:
        restart = numbered.levels[below].restart if below in numbered.levels else None
        if restart is None or level < restart:
            del counts[below]


def _shown(numbered: List, counts: dict[int, int], level: int) -> str | None:
    shape = numbered.levels[level]
    if shape.format == "bullet":
        return BULLET

    def number_at(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        other = numbered.levels.get(place, Level())
        count = counts.get(place, other.start)
        return format_number(count, "decimal" if shape.legal else other.format)

    return _PLACE.sub(number_at, shape.text).strip() or None


def format_number(count: int, format_: str) -> str:
    """A number as Word's numFmt shows it; formats that we don't know as decimals."""
    if format_ == "none":
        return ""
    if format_ == "decimalZero":
        return f"{count:02d}"
    if format_ == "ordinal":
        return f"{count}e"
    if format_.endswith("Letter") and count > 0:  # after z comes aa, then bb
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if format_ == "upperLetter" else letters
    if format_.endswith("Roman") and 0 < count < 4000:
        return _roman(count).upper() if format_ == "upperRoman" else _roman(count)
    return str(count)


def _roman(count: int) -> str:
    shown = ""
    for letters, worth in _ROMAN.items():
        shown += letters * (count // worth)
        count %= worth
    return shown
