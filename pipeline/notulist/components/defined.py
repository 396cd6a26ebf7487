"""Abbreviations that a document gives a body beside its name: "Vereniging van Sluizen (VvS)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notulist.components.gazetteer import Actor
from notulist.components.mentions import Mention
from notulist.components.words import Words

_LONGEST = 8
"""Words of a name that could have an abbreviation."""
_SHORT = re.compile(r"[A-Z][A-Za-z&-]{0,7}[A-Z]\Z|[A-Z]{2}\Z")


def defined(words: Words, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of abbreviations that stand in brackets behind a body's name, or behind a comma
    in brackets, and begin its words: there, and wherever the document has them.

    mentions: those that are found already; what stands for one of them elsewhere stays it.
    """
    text = words.text
    taken = {word: m for m in mentions for word in range(m.start, m.end)}
    short: dict[str, Actor] = {}
    for m in mentions:
        if m.actor.label == "OFFICE" or m.end + 1 >= len(text) or m.end - m.start > _LONGEST:
            continue
        said = text[m.end + 1]
        opened = text[m.end] == "(" or (text[m.end] == "," and text[m.start - 1 : m.start] == ["("])
        closed = m.end + 2 < len(text) and text[m.end + 2][0] in "),;"
        if not (opened and closed) or m.end + 1 in taken or not _SHORT.match(said):
            continue
        if abbreviates(said, text[m.start : m.end]):
            short.setdefault(said, m.actor)
    return [
        Mention(at, at + 1, short[word.removesuffix("'s")])
        for at, word in enumerate(text)
        if word.removesuffix("'s") in short and at not in taken
    ]


def abbreviates(short: str, name: Sequence[str]) -> bool:
    """Whether the letters stand in the name in their order, the first of each word among them."""
    joined = " ".join(name).lower()
    at = 0
    for letter in short.lower():
        if not letter.isalpha():
            continue
        at = joined.find(letter, at) + 1
        if not at:
            return False
    first = [part[0].lower() for word in name for part in re.split(r"[-&]", word) if part]
    begins = sum(letter in first for letter in short.lower())
    return short[0].lower() == joined[0] and begins * 2 >= len(short)
