"""Persons' names of attendance lists and of speakers, so that no model keeps one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from notulist.components.linear_cues import lead

FIRST_NAMES = Path(__file__).resolve().parents[3] / "data" / "names" / "first_names.txt"

_WORD = re.compile(r"[^\W\d_]+")
_BODY = re.compile(r"\([^)]*\)")
_TITLED = re.compile(
    r"\b(?:[Dd]hr|[Dd]e heer|[Mm]e?vr?(?:ouw)?|[Mm]w|[Hh]r)\.?\s+"
    r"((?:(?:[Vv]an|[Dd]er?|[Dd]en|[Tt]en|[Tt]er|'t|te|el|la)\s+)*[A-Z][^\s,;()]*)"
)
# "Jansen: ", "Piet van Dijk (Kadaster): ", "[Piet] ": who speaks
_SPEAKER = re.compile(
    r"\W*((?:[^\W\d_][\w'’.-]*\s+){0,3}[^\W\d_][\w'’.-]*)\s*(?:\([^)]*\)\s*)?:(?=\s)"
)
_SURNAME = r"\s+(?:(?:[Vv]an|[Dd]er?|[Dd]en|[Tt]en|[Tt]er)\s+)*([A-Z][^\W\d_]+)"
_COMMON = 2
"""Bullets in which a word must stand in lower case to be an ordinary one, ..."""
_RARE = 4
"""... and at least one for each so many in which it has a capital: addresses and user names hold
names in lower case too. A usual first name must stand in lower case as often as not."""


def persons(attendance: Iterable[str], texts: Iterable[str]) -> frozenset[str]:
    """Words that are or may be a person's name, in lower case: of attendance lists, of speakers
    that open a bullet, and usual first names.

    attendance: the lists as written. texts: the bullets, which tell what is an ordinary word.
    Bodies in brackets aren't names; abbreviations (VNG, JenV) and ordinary words neither, unless a
    "dhr." or "mevr." stands before them.
    """
    texts = list(texts)
    ordinary = _ordinary(texts, _RARE)
    first = {name.lower() for name in first_names()} - _ordinary(texts, 1)
    found: set[str] = set()
    for text in texts:
        if (match := _SPEAKER.match(text)) and not lead(text):
            words = [word for word in _WORD.findall(match[1]) if word[0].isupper()]
            found |= {word.lower() for word in words if len(word) > 1 and not _abbreviation(word)}
        found |= {name.lower() for name in _behind_first_name().findall(text)}
    for line in attendance:
        titled = {word for name in _TITLED.findall(line) for word in _WORD.findall(name)}
        loose = {word for word in _WORD.findall(_BODY.sub(" ", line)) if not _abbreviation(word)}
        found |= {word.lower() for word in titled | loose if word[0].isupper() and len(word) > 1}
    return frozenset(found - ordinary | first)


@cache
def first_names() -> tuple[str, ...]:
    """Usual Dutch and Flemish first names (data/names)."""
    return tuple(FIRST_NAMES.read_text(encoding="utf-8").split())


def without(text: str, names: frozenset[str]) -> str:
    """`text` with each of these words taken out."""
    return _WORD.sub(lambda match: "" if match[0].lower() in names else match[0], text)


def _ordinary(texts: Iterable[str], rare: int) -> set[str]:
    """Words that stand in lower case in a number of texts, and in one for each `rare` in which they
    have a capital."""
    counts = Counter(word for text in texts for word in set(_WORD.findall(text)))
    capitals = Counter(word.lower() for word in counts.elements() if not word.islower())
    return {
        word
        for word, count in counts.items()
        if word.islower() and count >= _COMMON and count * rare >= capitals[word]
    }


@cache
def _behind_first_name() -> re.Pattern[str]:
    """A surname behind a usual first name: the first group."""
    names = "|".join(map(re.escape, sorted(first_names(), key=len, reverse=True)))
    return re.compile(rf"\b(?:{names}){_SURNAME}")


def _abbreviation(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1
