"""Persons' names of attendance lists, so that no model keeps one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
_BODY = re.compile(r"\([^)]*\)")
_TITLED = re.compile(
    r"\b(?:[Dd]hr|[Dd]e heer|[Mm]e?vr?(?:ouw)?|[Mm]w|[Hh]r)\.?\s+"
    r"((?:(?:[Vv]an|[Dd]er?|[Dd]en|[Tt]en|[Tt]er|'t|te|el|la)\s+)*[A-Z][^\s,;()]*)"
)
_COMMON = 2
"""Bullets in which a word must stand in lower case to be an ordinary one."""


def persons(attendance: Iterable[str], texts: Iterable[str]) -> frozenset[str]:
    """Words of attendance lists that are or may be a person's name, in lower case.

    attendance: the lists as written. texts: the bullets, which tell what is an ordinary word.
    Bodies in brackets aren't names; abbreviations (VNG, JenV) and ordinary words neither, unless a
    "dhr." or "mevr." stands before them.
    """
    ordinary = _ordinary(texts)
    found: set[str] = set()
    for line in attendance:
        titled = {word for name in _TITLED.findall(line) for word in _WORD.findall(name)}
        loose = {word for word in _WORD.findall(_BODY.sub(" ", line)) if not _abbreviation(word)}
        found |= {word.lower() for word in titled | loose if word[0].isupper() and len(word) > 1}
    return frozenset(found - ordinary)


def without(text: str, names: frozenset[str]) -> str:
    """`text` with each of these words taken out."""
    return _WORD.sub(lambda match: "" if match[0].lower() in names else match[0], text)


def _ordinary(texts: Iterable[str]) -> set[str]:
    counts = Counter(word for text in texts for word in set(_WORD.findall(text)))
    return {word for word, count in counts.items() if word.islower() and count >= _COMMON}


def _abbreviation(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1
