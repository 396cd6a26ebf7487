"""A bullet as the roles read it: its words in a row, each party one unit with its id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from notulist.attributes import ATTENDANCE
from notulist.components.parties import parties_of
from notulist.components.words import word_set, words_of

_TITLES = word_set("dhr mevr mw heer mevrouw meneer de prof dr drs mr ir ing . van der den ter te")
_PARTICLES = word_set("Van De Der Den Ter Te Van't van de der den ter te het 't")
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ][\w’'-]*\Z")


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, or a party of one or more words."""

    text: str
    """In small letters."""
    party: str = ""
    """The kb_id of a party; "" for other words."""
    person: bool = False
    """Whether the party stands in for a person whom the attendance list gives to it."""


def units_of(bullet: Span, persons: Mapping[str, str]) -> list[Unit]:
    """The units of a bullet. persons: surname → kb_id, as persons_of finds them."""
    bodies = {t: e for e in parties_of(bullet) for t in range(e.start, e.end)}
    words = words_of(bullet)
    units: list[Unit] = []
    last = -1
    for written, start in zip(words.text, words.start, strict=True):
        text = written.strip("*_")  # Markdown's emphasis: "**Actie:** JenV"
        if not text:
            continue
        ent = bodies.get(start)
        if ent is not None:
            if ent.start != last:
                units.append(Unit(ent.text.lower(), ent.kb_id_))
            last = ent.start
            continue
        last = -1
        body = persons.get(text, "")
        units.append(Unit(text.lower(), body, person=bool(body)))
    return units


def persons_of(doc: Doc) -> dict[str, str]:
    """Whose body the attendance list gives: the names before "(VNG)", by their last word, and by
    their first where no title or particle stands before it ("Anna Smit (VNG)" → Anna, Smit).

    Names that two bodies share, and words that are a party themselves, are left out.
    """
    found: dict[str, set[str]] = {}
    for span in doc.spans.get(ATTENDANCE, ()):
        units = units_of(span, {})
        raw = _raw_words(span)
        for index, unit in enumerate(units):
            body = _body_behind(units, index) if unit.text == "(" else ""
            if body:
                for name in _names_before(units, raw, index):
                    found.setdefault(name, set()).add(body)
    return {name: bodies.pop() for name, bodies in found.items() if len(bodies) == 1}


def _raw_words(span: Span) -> list[str]:
    """The words as written, parallel to the units."""
    ents = {t: e.start for e in parties_of(span) for t in range(e.start, e.end)}
    words = words_of(span)
    raw: list[str] = []
    last = -1
    for text, start in zip(words.text, words.start, strict=True):
        if not text.strip("*_") or (start in ents and ents[start] == last):
            continue
        last = ents.get(start, -1)
        raw.append("" if start in ents else text)
    return raw


def _body_behind(units: list[Unit], bracket: int) -> str:
    """The first party within the brackets that open at `bracket`."""
    for unit in units[bracket + 1 : bracket + 12]:
        if unit.party:
            return unit.party
        if ")" in unit.text:
            break
    return ""


def _names_before(units: list[Unit], raw: list[str], bracket: int) -> list[str]:
    """The words of the name before a bracket that a bullet may call the person by."""
    start = bracket
    while start > 0 and not units[start - 1].party:
        if not (_NAME.match(raw[start - 1]) or raw[start - 1] in _PARTICLES | {"-"}):
            break
        start -= 1
    name = [word for word in raw[start:bracket] if word not in _PARTICLES and word != "-"]
    if not name:
        return []
    titled = start > 0 and units[start - 1].text in _TITLES
    plain = len(name) == 2 and not titled and "-" not in raw[start:bracket]
    names = [name[0], name[-1]] if plain or "-" in raw[start:bracket] else [name[-1]]
    return [word for word in dict.fromkeys(names) if len(word) > 2]
