"""Who is who in authored minutes: the ways in which a document writes its actors, and their ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_ENTRY = re.compile(r"(?P<text>.+?)\s*(?P<sign>[=~])\s*(?P<id>\S+)")
# "IPO's", "VNGs"; but "wethouders" is another word than "wethouder"
_GENITIVE = r"(?:['’´`]s|(?<=[A-Z])s)?"
_BETWEEN = re.compile(r";(?=\s|$)")
NOBODY = "-"
"""Stands for the id of a body that the gazetteer doesn't have."""


@dataclass(frozen=True, slots=True)
class Surface:
    """One way in which a document writes an actor."""

    text: str
    """Exactly as in the remarks: "CdK´s", "de minister"."""
    id: str
    """Of the gazetteer; empty where it doesn't have this body."""
    inferred: bool = False
    """Whether the words don't name the body: "de staatssecretaris", whose is told elsewhere."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a remark's text that names an actor."""

    start: int
    end: int
    """Past its last character, a genitive s excluded."""
    surface: Surface


def parse_surfaces(field: str) -> tuple[Surface, ...]:
    """The surfaces of an `@actors` line: "JenV; CdK´s = CdK; de minister ~ BZK; Regio X = -".

    Raises ValueError with the entry that stands twice.
    """
    # A mark with a blank behind it: "R&amp;D" of a web page holds one.
    entries = [entry.strip() for entry in _BETWEEN.split(field)]
    surfaces = [_surface(entry) for entry in entries if entry]
    texts = [surface.text for surface in surfaces]
    for text in texts:
        if texts.count(text) > 1:
            raise ValueError(text)
    return tuple(surfaces)


def format_surfaces(surfaces: Iterable[Surface]) -> str:
    """The inverse of `parse_surfaces`."""
    return "; ".join(_entry(surface) for surface in surfaces)


def mentions(text: str, surfaces: Sequence[Surface]) -> list[Mention]:
    """All mentions in a remark, in order, longest first where two begin alike, none overlapping."""
    if not surfaces:
        return []
    by_text = {surface.text: surface for surface in surfaces}
    longest = sorted(by_text, key=len, reverse=True)
    either = "|".join(re.escape(surface) for surface in longest)
    pattern = re.compile(rf"(?<!\w)(?P<name>{either}){_GENITIVE}(?!\w)")
    return [Mention(*m.span("name"), by_text[m["name"]]) for m in pattern.finditer(text)]


def _surface(entry: str) -> Surface:
    match = _ENTRY.fullmatch(entry)
    if match is None:
        return Surface(entry, entry)
    id_ = "" if match["id"] == NOBODY else match["id"]
    return Surface(match["text"], id_, match["sign"] == "~")


def _entry(surface: Surface) -> str:
    if surface.text == surface.id and not surface.inferred:
        return surface.text
    return f"{surface.text} {'~' if surface.inferred else '='} {surface.id or NOBODY}"
