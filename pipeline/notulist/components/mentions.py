"""Mentions of actors in the words of a Doc, and which of them are none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from notulist.components.gazetteer import Actor, common_words
from notulist.components.words import Words, word_set
from notulist.labels import NIL


@dataclass(frozen=True, slots=True)
class Mention:
    """Some words that stand for an actor."""

    start: int
    """First word."""
    end: int
    """Past the last word."""
    actor: Actor
    place: bool = False
    """Found by a bare place name: an actor only where the text treats it as one."""
    inferred: str = ""
    """The body that the document gives an office without one."""
    others: tuple[Actor, ...] = ()
    """Further actors that the words could stand for."""
    doubtful: bool = False
    """It could be one of the others as well."""
    learned: bool = False
    """Found by what was learnt, where the list has nothing."""


@dataclass(frozen=True, slots=True)
class Place:
    """Some words that name a place, and so perhaps a body."""

    start: int
    end: int
    actors: tuple[Actor, ...]
    """The bodies that it could be: a municipality and a province may share a name."""


NIL_GROUP = Actor(NIL, "ORG")
NIL_COLLECTIVE = Actor(NIL, "COLLECTIVE")

# "een gemeente", "elke minister": a kind, not a party at the table.
INDEFINITE = word_set("een elke elk iedere ieder per geen welke één enkele ander andere zo'n")


Found = TypeVar("Found", Mention, Place)


def longest(mentions: Iterable[Found]) -> list[Found]:
    """Of mentions that overlap the longest, of those as long the first; in text order."""
    kept: list[Found] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        span = range(mention.start, mention.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def definite(mentions: Iterable[Mention], words: Words) -> list[Mention]:
    """Without kinds of party ("een gemeente"), capitals of a shouted line and parts of a name."""
    text = words.text
    return [
        m for m in mentions if not (_is_kind(m, words) or _is_shouted(m, text) or is_part(m, words))
    ]


def _is_kind(mention: Mention, words: Words) -> bool:
    text = words.text
    before = text[mention.start - 1].lower() if mention.start else ""
    if mention.actor.label == "ORG":
        return False
    after = text[mention.end] if mention.end < len(text) else ""
    # "Departement Omgeving": the beginning of a name that the table doesn't have.
    named = mention.actor.id == "departementen" and after[:1].isupper()
    # "een CdK-overleg" is of the CdK.
    compound = after == "-" and words.glued[mention.end]
    return (before in INDEFINITE and not compound) or named


def is_part(found: Mention | Place, words: Words) -> bool:
    """Whether a name is half of a longer one: "Heusden-Zolder", "Vlaams-Brabant"."""
    start, end, text = found.start, found.end, words.text
    if not text[end - 1][0].isupper() or text[end - 1].isupper():
        return False
    if start > 1 and text[start - 1] == "-" and words.glued[start - 1] and words.glued[start]:
        return len(text[end - 1]) > 4 and _is_name(text[start - 2])
    hyphened = end + 1 < len(text) and text[end] == "-" and words.glued[end]
    return hyphened and words.glued[end + 1] and _is_name(text[end + 1])


def is_half(mention: Mention, words: Words) -> bool:
    """Whether a hyphen joins it to a word beside it: "CPSV-AP", "OV-kaart"."""
    text, glued, start, end = words.text, words.glued, mention.start, mention.end
    before = start > 0 and text[start - 1] in "-–" and glued[start] and glued[start - 1]
    return before or (end < len(text) and text[end] in "-–" and glued[end])


def _is_name(word: str) -> bool:
    return word[0].isupper() and word[1:].islower()


def _is_shouted(mention: Mention, text: Sequence[str]) -> bool:
    """Whether a short abbreviation is a word of a line in capitals ("OM DE TAFEL")."""
    if mention.end - mention.start > 1 or len(text[mention.start]) > 3:
        return False
    if not text[mention.start].isupper() or text[mention.start].lower() not in common_words():
        return False
    around = [
        *text[max(mention.start - 2, 0) : mention.start],
        *text[mention.end : mention.end + 2],
    ]
    return any(len(word) > 3 and word.isalpha() and word.isupper() for word in around)
