"""Abbreviations that are something else in a document: "Initial Public Offering (IPO)"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from notulist.components.gazetteer import Actor
from notulist.components.mentions import Found, Place
from notulist.components.words import Words, word_set

# Words whose first letter an abbreviation mostly leaves out.
_SMALL = word_set("van voor de het der des en of in op te aan the and for to a")
_ARTICLES = word_set("een elke iedere")
# Behind "een IPO" they show that it is a noun by itself, not the beginning of "een VNG lid".
_GOES_ON = word_set(
    """
    . , ; : ? ! ) is was wordt kan zou moet mag gaat komt heeft van voor op in met na bij om te en
    of als die dat
    """
)
_LONGEST = 14
"""Words between an abbreviation and the beginning of its meaning."""


def in_their_sense(found: Iterable[Found], words: Words) -> list[Found]:
    """The mentions or places without those that the document uses for something else.

    It does where it says so beside the abbreviation, in brackets or before them, and where "een"
    makes one of many of it ("een IPO van het bedrijf").
    """
    found = list(found)
    others = {_name(one, words) for one in found if _is_explained(one, words.text)}
    return [
        one
        for one in found
        if not (others and _is_short(one, words.text) and _name(one, words) in others)
        and not _is_one_of_many(one, words)
    ]


def _name(one: Found, words: Words) -> str:
    return words.text[one.start].removesuffix("'s")


def _actors(one: Found) -> Sequence[Actor]:
    return one.actors if isinstance(one, Place) else (one.actor, *one.others)


def _is_short(one: Found, text: Sequence[str]) -> bool:
    return one.end - one.start == 1 and sum(c.isupper() for c in text[one.start]) > 1


def _is_explained(one: Found, text: Sequence[str]) -> bool:
    """Whether words beside an abbreviation begin with its letters, and aren't the actor's own."""
    opened = text[one.start - 1 : one.start] == ["("]
    if not (opened or text[one.end : one.end + 1] == ["("]) or not _is_short(one, text):
        return False
    letters = [c.lower() for c in text[one.start] if c.isalpha()]
    if opened:
        before = text[max(one.start - _LONGEST, 0) : one.start - 1]
    else:
        inside = text[one.end + 1 : one.end + _LONGEST]
        closed = next((at for at, word in enumerate(inside) if word.startswith(")")), 0)
        before = inside[:closed]
    meant = _meaning(letters, before[::-1])
    return bool(meant) and not any(_are_of(meant, actor) for actor in _actors(one))


def _meaning(letters: Sequence[str], before: Sequence[str]) -> list[str]:
    """The words, from the last to the first, that begin with the letters; [] where they don't."""
    left, meant = list(letters), []
    for word in before:
        if not left:
            break
        if word[0].lower() == left[-1]:
            left.pop()
            meant.append(word.lower())
        elif word.lower() not in _SMALL:
            return []
    return [] if left else meant


def _are_of(meant: Sequence[str], actor: Actor) -> bool:
    """Whether half of the words stand in the actor's names: written a little otherwise, perhaps."""
    known = set(" ".join((actor.name, *actor.any_case)).lower().split())
    return 2 * sum(word in known for word in meant) >= len(meant)


def _is_one_of_many(one: Found, words: Words) -> bool:
    text = words.text
    if not one.start or text[one.start - 1].lower() not in _ARTICLES or not _is_short(one, text):
        return False
    return one.end == len(text) or text[one.end] in _GOES_ON
