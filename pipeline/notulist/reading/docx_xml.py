"""The few words of WordprocessingML that we read by."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_OFF = ("0", "false", "off")


def child(element: Any, *names: str) -> Any:
    """The first w: child by that name, and of that one the next; None if one is missing."""
    for name in names:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Any, *names: str) -> str | None:
    """`w:val` of the child that `names` lead to; None if it isn't there."""
    found = child(element, *names)
    return None if found is None else found.get(W + "val")


def number(element: Any, *names: str) -> int | None:
    """`value` as a whole number; None if it isn't there or is no number."""
    text = value(element, *names)
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def switch(element: Any, *names: str) -> bool | None:
    """Whether the on/off child that `names` lead to is on; None if it isn't there."""
    found = child(element, *names)
    return None if found is None else found.get(W + "val", "1") not in _OFF
