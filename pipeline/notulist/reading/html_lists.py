"""The bullets and numbers that a browser shows before the items of lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from notulist.reading.docx_numbering import BULLET, format_number

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)")
_NUMBERS = {
    **{"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman"},
    **{"I": "upperRoman", "decimal": "decimal", "decimal-leading-zero": "decimalZero"},
    **{"lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "lower-roman": "lowerRoman"},
    **{"upper-alpha": "upperLetter", "upper-latin": "upperLetter", "upper-roman": "upperRoman"},
}
_GLYPHS = ("disc", "circle", "square")


@dataclass(slots=True)
class List:
    """An open <ul> or <ol>."""

    level: int
    """From 0."""
    shape: str
    """As docx_numbering.format_number takes it; "bullet", or "none" for no marker at all."""
    next: int = 1
    step: int = 1


@dataclass(slots=True)
class Item:
    """An open <li>; the first line of text in it takes the marker away."""

    marker: str | None


def list_of(element: Any, style: str, outer: List | None) -> List:
    """The list that begins here. style: its own CSS in lower case."""
    shape = "decimal" if element.tag == "ol" else "bullet"
    shape = _shape(element, style) or shape
    level = 0 if outer is None else outer.level + 1
    step = -1 if element.get("reversed") is not None and element.tag == "ol" else 1
    first = 1 if step > 0 else sum(1 for _ in element.iterchildren("li"))
    start = _number(element.get("start"))
    return List(level, shape, first if start is None else start, step)


def item_of(element: Any, style: str, around: List | None) -> Item:
    """The item that begins here; it counts in its list. One outside any list has a bullet."""
    if around is None:
        return Item(BULLET)
    own = _number(element.get("value"))
    count = around.next if own is None else own
    around.next = count + around.step
    shape = _shape(element, style) or around.shape
    if shape in ("bullet", "none"):
        return Item(BULLET if shape == "bullet" else None)
    return Item(f"{format_number(count, shape)}.")


def _shape(element: Any, style: str) -> str | None:
    """What the element's own style or `type` says; None where they say nothing."""
    if (found := _STYLE.search(style)) is not None:
        for word in found[1].split():
            if word in _NUMBERS and not word.isdigit():
                return _NUMBERS[word]
            if word in _GLYPHS:
                return "bullet"
            if word == "none":
                return "none"
    kind = element.get("type", "")
    return "bullet" if kind.lower() in _GLYPHS else _NUMBERS.get(kind)


def _number(text: str | None) -> int | None:
    if text is None or not re.fullmatch(r"\s*-?[0-9]{1,9}\s*", text):
        return None
    return int(text)
