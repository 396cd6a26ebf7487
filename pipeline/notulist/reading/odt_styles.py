"""What an ODT paragraph or run is by its style, and by the styles that one is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from notulist.reading.docx_styles import Style, Styles
from notulist.reading.odt_xml import FO, OFFICE, STYLE, TEXT, number

_BODY_TEXT = 9  # the outline level, as Word counts, that says: no heading
_HEX = re.compile("_([0-9a-f]{2,4})_")  # "Heading_20_1"
_POINTS = re.compile(r"([0-9.]{1,9})pt")


@dataclass(frozen=True, slots=True)
class OdtStyles:
    """The styles of a document, by what they are of."""

    paragraphs: Styles
    runs: Styles
    lists: dict[str, str]
    """Of a paragraph style, the list style that it names."""
    hidden: frozenset[str]
    """Styles of runs that aren't shown."""

    def list_style(self, style_id: str | None) -> str | None:
        """The nearest list style along the chain of a paragraph style."""
        chain = self.paragraphs.chain(style_id)
        return next((self.lists[style.id] for style in chain if style.id in self.lists), None)


def read_styles(roots: list[Any]) -> OdtStyles:
    """The styles of styles.xml and content.xml; of two by one name the later counts."""
    paragraphs = list(_styles(roots, "paragraph"))
    runs = list(_styles(roots, "text"))
    lists = {
        element.get(STYLE + "name", ""): named
        for element in paragraphs
        if (named := element.get(STYLE + "list-style-name"))
    }
    hidden = (e.get(STYLE + "name", "") for e in runs if _property(e, TEXT + "display") == "none")
    return OdtStyles(
        _made(paragraphs, _default_size(roots)), _made(runs, None), lists, frozenset(hidden)
    )


def _styles(roots: list[Any], family: str) -> Iterator[Any]:
    for root in roots:
        for group in root.iterchildren(OFFICE + "styles", OFFICE + "automatic-styles"):
            for element in group.iterchildren(STYLE + "style"):
                if element.get(STYLE + "family") == family:
                    yield element


def _default_size(roots: list[Any]) -> float | None:
    for root in roots:
        for element in root.iter(STYLE + "default-style"):
            if element.get(STYLE + "family") == "paragraph":
                return _size(element)
    return None


def _made(elements: list[Any], size: float | None) -> Styles:
    styles = [_style(element) for element in elements]
    return Styles({style.id: style for style in styles}, None, size)


def _style(element: Any) -> Style:
    name = element.get(STYLE + "name", "")
    level = number(element, STYLE + "default-outline-level")
    outline = None if level is None else min(max(level - 1, 0), _BODY_TEXT)
    if element.get(STYLE + "default-outline-level") == "":
        outline = _BODY_TEXT
    return Style(
        id=name,
        name=element.get(STYLE + "display-name") or _HEX.sub(lambda m: chr(int(m[1], 16)), name),
        based_on=element.get(STYLE + "parent-style-name"),
        num_id=None,
        list_level=None,
        outline=outline,
        bold=_bold(element),
        size=_size(element),
    )


def _bold(style: Any) -> bool | None:
    weight = _property(style, FO + "font-weight")
    if weight is None:
        return None
    return weight == "bold" or (weight.isdecimal() and int(weight[:9]) >= 600)


def _size(style: Any) -> float | None:
    """In points; None also for a share of the size around it."""
    found = _POINTS.fullmatch(_property(style, FO + "font-size") or "")
    try:
        return float(found[1]) if found else None
    except ValueError:
        return None


def _property(style: Any, name: str) -> str | None:
    properties = style.find(STYLE + "text-properties")
    found: str | None = None if properties is None else properties.get(name)
    return found
