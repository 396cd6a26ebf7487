"""A bullet as the roles read it: its words in a row, each party one unit with its id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from notulist.attributes import ATTENDANCE
from notulist.components.actors import INFERRED, LEARNED
from notulist.components.parties import parties_of
from notulist.components.seats import seats
from notulist.components.unlisted import may_be_body
from notulist.components.words import words_of
from notulist.labels import NIL


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, or a party of one or more words."""

    text: str
    """In small letters."""
    party: str = ""
    """The kb_id of a party; "" for other words."""
    person: bool = False
    """Whether the party stands in for a person whom the attendance list gives to it."""
    kind: str = ""
    """ORG, OFFICE or COLLECTIVE, of a party that is an entity."""
    inferred: bool = False
    """Whether the words don't name the party: a person, or an office ("de staatssecretaris")."""
    capital: bool = False
    """Whether it is written with one."""
    unknown: bool = False
    """Whether the finder takes it for a party that nobody knows. To the rules it is a word, since
    they would trust it as much as a name that the list has."""

    @property
    def candidate(self) -> str:
        """The kb_id of a party that may hold a remark, be it unknown; "" for other words."""
        return NIL if self.unknown else self.party


def units_of(bullet: Span, persons: Mapping[str, str]) -> list[Unit]:
    """The units of a bullet. persons: surname → kb_id, as persons_of finds them."""
    bodies = {token: one for one in parties_of(bullet) for token in range(one.start, one.end)}
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
                units.append(_party(ent))
            last = ent.start
            continue
        last = -1
        body = persons.get(text, "")
        named, capital = bool(body), text[0].isupper()
        units.append(Unit(text.lower(), body, named, inferred=named, capital=capital))
    return units


def _party(ent: Span) -> Unit:
    """The unit of an entity."""
    how = ent[0].ent_id_
    if ent.kb_id_ == NIL and how == LEARNED:
        capital = ent.text[0].isupper()
        return Unit(ent.text.lower(), kind=ent.label_, capital=capital, unknown=True)
    return Unit(ent.text.lower(), ent.kb_id_, kind=ent.label_, inferred=how == INFERRED)


def persons_of(doc: Doc) -> dict[str, str]:
    """Whose body the attendance list gives, by each word that a remark may call the person by; NIL
    for one that nobody knows.

    Names that two bodies share are left out.
    """
    found: dict[str, set[str]] = {}
    given = sorted(
        (party.start_char, party.end_char, party.kb_id_)
        for span in doc.spans.get(ATTENDANCE, ())
        for party in parties_of(span)
    )
    for seat in seats(doc):
        start, end = seat.body
        inside = [one for one in given if one[0] < end and start < one[1]]
        if inside and (seat.sure or inside[0][0] == start):
            body = inside[0][2]
        elif seat.sure and not inside and may_be_body(doc.text[start:end]):
            body = NIL
        else:
            continue
        for name in seat.names:
            found.setdefault(name, set()).add(body)
    return {name: bodies.pop() for name, bodies in found.items() if len(bodies) == 1}
