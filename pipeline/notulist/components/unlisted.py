"""What an attendance list tells of bodies: those that no gazetteer has, and the one that chairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from notulist.attributes import ATTENDANCE
from notulist.components.gazetteer import Actor
from notulist.components.mentions import NIL_GROUP, Mention
from notulist.components.seats import Place, Seat
from notulist.components.words import Words, word_set
from notulist.labels import NIL

CHAIR = Actor("voorzitter", "OFFICE")
_CHAIR_WORDS = frozenset({"voorzitter", "vz", "vrz"})

_PARTS = re.compile(r"[,;/]|\s[-–—]\s|\bvia\b")
_NO_BODY = re.compile(
    r"(?:via|per|tot|vanaf|bij|telefonisch|online|digitaal|fysiek|deels|gedeeltelijk|teams|webex|"
    r"zoom|chat|vz|vrz|(?:vice-?|plv\.? ?|wnd\.? ?)?voorzitter|secretar|notul|verslag|gast|agenda|"
    r"punt|pt|leden|lid|afwezig|aanwezig|verhinderd|afgemeld|wethouder|gedeputeerde|burgemeester|"
    r"directeur|minister|staatssecretaris|adviseur|opdracht|vervang|eigenaar|toehoorder|deelnemer|"
    r"nieuw|ook|met|zelfstandig|op persoonlijke|project|inhuur|extern|stagiair|\d|\W)",
    re.IGNORECASE,
)
# What a member of a board is charged with, and the first half of a name over two lines.
_PORTFOLIOS = word_set(
    """
    natuur economie financiën landbouw cultuur mobiliteit wonen zorg jeugd onderwijs ruimte bestuur
    sport verkeer water energie klimaat milieu veiligheid bereikbaarheid erfgoed recreatie stikstof
    beheer inkoop beleid communicatie personeel ict vlaams nederlands federaal
    """
)
_WORDS, _SHORTEST = 6, 3
# What stands before or behind a name and says what kind of body bears it.
_KINDS = word_set("Stad Gemeente Stichting Vereniging Ziekenhuis GGZ RSO Coöperatie Intercommunale")
_LEGAL = word_set("BV B.V NV N.V VOF")
# An item of a list, its title ("Aanwezig:", "fracties") and what its brackets add apart.
_ITEM = re.compile(
    r"(?:^|,|\ben\b)(?:[^,:()]*:)?\s*(?:fracties?\s+|namens\s+)?(?P<name>[^,:()]+?)\s*"
    r"(?:\([^()]*\))?\s*(?=,|\ben\b|$)"
)
_ROLE = re.compile(r"\W*(?:\[|\w*secretari|verslag|notul|voorzitter|leden|overige)", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:dhr|mevr?|mw|drs|mr|ir|de heer|mevrouw|wethouder|gedeputeerde)\b", re.IGNORECASE
)
_SIDES = word_set("Noord Oost Zuid West Midden Zeeuws Milieu")
_LISTED = 4
"""Items that make a list of bodies."""


def unlisted(
    doc: Doc,
    words: Words,
    seats: Sequence[Seat],
    mentions: Sequence[Mention],
    folded: Mapping[str, Actor],
) -> list[Mention]:
    """The mentions of bodies for which an attendance list seats somebody, and which `mentions`
    lack: in the list, and wherever the document writes them the same.

    folded: the gazetteer's names in small letters, since a list may have "JustID" for "Justid";
    what isn't there has the id NIL.
    """
    if not doc.spans.get(ATTENDANCE):
        return []
    starts = _starts(doc, words)
    named = {m.start: m for m in mentions if m.actor.label != "COLLECTIVE"}
    covered = {at for m in named.values() for at in range(m.start, m.end)}
    persons: set[str] = set()
    names: set[tuple[str, ...]] = set()
    for seat in seats:
        persons.update(seat.names)
        inside = _inside(seat.body, starts)
        if seat.sure and seat.names and not any(at in covered for at in inside):
            names.update(_surface(doc.text, seat.body, starts, words))
    low = {text for text in words.text if text.islower()}
    names.update(_beside_bodies(doc, words, covered, starts))
    usable = {name for name in names if name[0] not in persons and _is_own(name, low)}
    usable |= _shorter(usable, persons, low)
    return [
        Mention(*place, folded.get(" ".join(name).lower(), NIL_GROUP))
        for place, name in _places(words.text, usable)
    ]


def _beside_bodies(
    doc: Doc, words: Words, covered: set[int], starts: Mapping[int, int]
) -> Iterator[tuple[str, ...]]:
    """The names in a list of bodies ("VNG, Riolenbond, IPO"): most of what it lists is known, and
    nothing in it is a person."""
    for span in doc.spans.get(ATTENDANCE, ()):
        for line in re.finditer(r"[^;\n]+", span.text):
            first = span.start_char + line.start()
            items = [
                one
                for one in _ITEM.finditer(line[0])
                if first + one.start("name") in starts and not _ROLE.match(one["name"])
            ]
            begins = [
                _inside((first + one.start("name"), first + one.end("name")), starts)
                for one in items
            ]
            known = [not covered.isdisjoint(inside) for inside in begins]
            if _PERSON.search(line[0]) or len(items) < _LISTED or sum(known) * 2 < len(items):
                continue
            for one, inside, is_known in zip(items, begins, known, strict=True):
                said = one["name"].strip()
                short = said in _SIDES or len(said) < _SHORTEST - 1
                if inside and not (is_known or short or _NO_BODY.match(said)) and said[0].isupper():
                    yield tuple(words.text[inside[0] : inside[-1] + 1])


def _shorter(names: set[tuple[str, ...]], persons: set[str], low: set[str]) -> set[tuple[str, ...]]:
    """What is left of names without "Stad" and "BV", where the rest is no common word."""
    found = set()
    for name in names:
        rest = name
        while len(rest) > 1 and rest[-1].strip(".").upper() in _LEGAL:
            rest = rest[:-1]
        while len(rest) > 1 and rest[0] in _KINDS:
            rest = rest[1:]
        own = rest[0] not in persons and rest[0].lower() not in low and rest[0] not in _KINDS
        if rest != name and own and rest[0][0].isupper() and len(rest[0]) > _SHORTEST:
            found.add(rest)
    return found


def _starts(doc: Doc, words: Words) -> dict[int, int]:
    """The first word that begins at each character of the document where one does."""
    return {doc[token].idx: at for at, token in reversed(list(enumerate(words.start)))}


def _inside(body: Place, starts: Mapping[int, int]) -> list[int]:
    return [starts[at] for at in range(*body) if at in starts]


def _surface(
    text: str, body: Place, starts: Mapping[int, int], words: Words
) -> Iterator[tuple[str, ...]]:
    """The first part of the words for a body, where it could be a name."""
    said = text[slice(*body)]
    part = _PARTS.split(said)[0]
    part = re.sub(r"^\W*(?:namens|van|de|het)\s+", "", part).strip(" .:*_")
    if not may_be_body(part) or len(part.split()) > _WORDS:
        return
    at = body[0] + said.index(part)
    inside = _inside((at, at + len(part)), starts)
    if inside:
        yield tuple(words.text[inside[0] : inside[-1] + 1])


def may_be_body(said: str) -> bool:
    """Whether words behind a person's name could be those of a body, not of a function, a portfolio
    or how somebody took part."""
    said = said.strip(" .:*_")
    if not said or said.lower() in _PORTFOLIOS or _NO_BODY.match(said):
        return False
    return any(letter.isupper() for letter in said)


def _is_own(name: tuple[str, ...], low: set[str]) -> bool:
    """Whether a name is no common word, which the document writes small elsewhere."""
    if len(name) > 1:
        return True
    return len(name[0]) >= _SHORTEST and name[0].lower() not in low


def _places(
    text: Sequence[str], names: set[tuple[str, ...]]
) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """First word and past the last of each place where one of the names stands, and which."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        by_first.setdefault(name[0], []).append(name)
    for at, word in enumerate(text):
        for name in by_first.get(word.removesuffix("'s") if word not in by_first else word, ()):
            end = at + len(name)
            said = tuple(text[at:end])
            if said == name or (*said[:-1], said[-1].removesuffix("'s")) == name:
                yield (at, end), name


def chaired(
    doc: Doc, words: Words, seats: Sequence[Seat], mentions: Sequence[Mention]
) -> list[Mention]:
    """The mentions, with the body that chairs, where an attendance list says which, as that of
    "de voorzitter"; "vz" becomes a mention too."""
    chairs = [seat for seat in seats if seat.chair]
    if not chairs:
        return list(mentions)
    starts = _starts(doc, words)
    by_word = {at: m for m in mentions for at in range(m.start, m.end)}
    bodies: set[str] = set()
    for seat in chairs:
        told = [by_word[at] for at in _inside(seat.body, starts) if at in by_word]
        bodies.update((m.inferred or m.actor.kb_id) for m in told[:1] if m.actor.id != CHAIR.id)
    if len(bodies) != 1 or NIL in bodies:
        return list(mentions)
    body = bodies.pop()
    kept = [
        replace(m, inferred=body)
        if m.actor.id == CHAIR.id and words.text[m.start].lower() in _CHAIR_WORDS
        else m
        for m in mentions
    ]
    short = [
        Mention(at, at + 1, CHAIR, inferred=body)
        for at, word in enumerate(words.text)
        if word.lower() in _CHAIR_WORDS and at not in by_word
    ]
    return sorted([*kept, *short], key=lambda m: m.start)
