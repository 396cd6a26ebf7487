"""What a Word paragraph or run is by its style, and by the styles that one is based on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from notulist.reading.docx_xml import W, child, number, switch, value

_HEADING = re.compile(r"(?:heading|kop|überschrift|titre)\s*([1-9])", re.IGNORECASE)
_NAMED = {  # styles that Dutch templates call so, and that carry no outline level
    **{"title": 1, "titel": 1, "agendapunt": 1},
    **{"paragraaftitel": 2, "tussenkop": 2, "tussenkopje": 2, "subparagraaftitel": 3},
}
_BODY_TEXT = 9  # the outline level that says: no heading


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Style:
    """One style, what it takes from others left out: None there."""

    id: str
    name: str
    based_on: str | None
    num_id: int | None
    list_level: int | None
    outline: int | None
    """Outline level as Word counts: 0 is a first-level heading, 9 body text."""
    bold: bool | None
    size: float | None
    """In points."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document."""

    by_id: dict[str, Style]
    default: str | None
    """Of the paragraphs that name none."""
    size: float | None
    """In points, where no style says."""

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """The style and those it is based on, nearest first; a circle ends."""
        seen: set[str] = set()
        while style_id is not None and style_id not in seen and style_id in self.by_id:
            seen.add(style_id)
            yield self.by_id[style_id]
            style_id = self.by_id[style_id].based_on

    def first(self, style_id: str | None, field: Callable[[Style], T | None]) -> T | None:
        """The nearest value of a field along the chain."""
        values = (field(style) for style in self.chain(style_id))
        return next((found for found in values if found is not None), None)

    def heading(self, style_id: str | None) -> int | None:
        """The level of a heading style, from 1; a title's is 1; None for body text."""
        for style in self.chain(style_id):
            if style.outline is not None:
                return None if style.outline >= _BODY_TEXT else style.outline + 1
            if match := _HEADING.fullmatch(style.name) or _HEADING.fullmatch(style.id):
                return int(match[1])
            if style.name.lower() in _NAMED:
                return _NAMED[style.name.lower()]
        return None


def read_styles(root: Any) -> Styles:
    """The styles of a w:styles element; none of them for None."""
    if root is None:
        return Styles({}, None, None)
    styles = [_style(element) for element in root.iterchildren(W + "style")]
    defaults = (
        element.get(W + "styleId", "")
        for element in root.iterchildren(W + "style")
        if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true")
    )
    size = half_points(child(root, "docDefaults", "rPrDefault", "rPr"))
    return Styles({style.id: style for style in styles}, next(defaults, None), size)


def half_points(run_properties: Any) -> float | None:
    """The font size in points that a w:rPr sets."""
    size = number(run_properties, "sz")
    return None if size is None else size / 2


def _style(element: Any) -> Style:
    paragraph, run = child(element, "pPr"), child(element, "rPr")
    return Style(
        id=element.get(W + "styleId", ""),
        name=value(element, "name") or "",
        based_on=value(element, "basedOn"),
        num_id=number(paragraph, "numPr", "numId"),
        list_level=number(paragraph, "numPr", "ilvl"),
        outline=number(paragraph, "outlineLvl"),
        bold=switch(run, "b"),
        size=half_points(run),
    )
