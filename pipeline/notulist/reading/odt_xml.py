"""The few words of OpenDocument that we read by."""

from __future__ import annotations

from typing import Any

_URN = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = _URN + "office:1.0}"
TEXT = _URN + "text:1.0}"
TABLE = _URN + "table:1.0}"
STYLE = _URN + "style:1.0}"
DRAW = _URN + "drawing:1.0}"
FO = _URN + "xsl-fo-compatible:1.0}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

_MOST = 1_000_000


def number(element: Any, name: str) -> int | None:
    """An attribute as a whole number; None if it isn't there or is none."""
    text = element.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None


def repeats(element: Any, name: str) -> int:
    """How often something stands: 1 where the attribute isn't there, and never absurdly often."""
    found = number(element, name)
    return 1 if found is None else min(found, _MOST)
