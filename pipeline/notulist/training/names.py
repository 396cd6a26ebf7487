"""Persons' names of attendance lists and of speakers, so that no model keeps one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from unicodedata import normalize

from notulist.components.first_names import first_names
from notulist.components.linear_cues import lead

_WORD = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset(
    _WORD.findall("van von de den der ten ter te het op el al la le du di da dos ben bin v vd")
)
"""Between a first name and a surname; they tell of nobody."""
_OFFICES = frozenset(
    _WORD.findall(
        "voorzitter vicevoorzitter minister staatssecretaris secretaris burgemeester wethouder "
        "gedeputeerde commissaris dijkgraaf president directeur griffier"
    )
)
"""What else may stand behind "mevrouw de"; no names either."""

_BODY = re.compile(r"\([^)]*\)")
# No mail address or user name counts as a word in lower case.
_ADDRESS = re.compile(r"\S*@\S+|https?://\S+|www\.\S+")
_BETWEEN = (
    rf"(?:(?:(?i:{'|'.join(sorted(_PARTICLES))})|(?i:van)?['’‘`][ts]|v\.\s?d\.)\s+|[Dd]['’])*"
)
_NAME = r"[^\W\d_]+(?:[-'’][^\W\d_]+)*"
_TITLE = r"(?i:\b(?:dhr|heer|heren|meneer|mevrouw|me?vr?|mw|hr)\b\.?)"
_TITLED = re.compile(rf"{_TITLE}(?:\s*/\s*{_TITLE})*\s*(?:[A-Z]\.\s*)*{_BETWEEN}({_NAME})")
# Looks ahead, so that in "Jan Piet Jansen" the second first name is seen too.
_PAIR = re.compile(rf"(?<![\w-])({_NAME})(?=\s+{_BETWEEN}({_NAME}))")
# "Jansen: ", "Piet van Dijk (Kadaster): ", "[Piet] ", "Actie Jan, Piet: ": who speaks or acts
_PART = r"['’]?[^\W\d_][\w'’.-]*"
_SPEAKER = re.compile(
    rf"\W*((?:{_PART}(?:\s+|\s*[,/&]\s*)){{0,3}}{_PART})\W*(?:\([^)]*\)\s*)?:(?=\s)"
)
_COMMON = 2
"""Bullets in which a word must stand in lower case to be an ordinary one, ..."""
_RARE = 4
"""... and at least one for each so many in which it has a capital: addresses and user names hold
names in lower case too. A usual first name must stand in lower case as often as not."""
_ABBREVIATED = 4
"""A word all in capitals that has more letters than this may be a surname."""


def persons(attendance: Iterable[str], texts: Iterable[str]) -> frozenset[str]:
    """Words that are or may be a person's name, in lower case and NFC: of attendance lists, of
    speakers that open a bullet, behind a title or first name, and usual first names.

    attendance: the lists as written. texts: the bullets, which tell what is an ordinary word.
    Bodies in brackets aren't names; abbreviations (VNG, JenV) and ordinary words neither, unless a
    "dhr." or "mevr." stands before them. Particles ("van") and offices ("voorzitter") never are.
    """
    lists = [normalize("NFC", line) for line in attendance]
    texts = [normalize("NFC", text) for text in texts]
    abbreviated = _abbreviated(texts)
    # What opens a bullet has a capital for that alone, so a few in lower case will do.
    spoken = _names(map(_speaker, texts), abbreviated) - _ordinary(texts, len(texts))
    behind = _names(map(_surnames, texts), abbreviated)
    listed = _names((_BODY.sub(" ", line) for line in lists), abbreviated)
    titled = _lower(word for text in (*lists, *texts) for word in _titled(text))
    first = _lower(first_names()) - _ordinary(texts, 1)
    loose = (spoken | behind | listed) - _ordinary(texts, _RARE)
    return frozenset(((loose | titled) - _PARTICLES - _OFFICES) | first)


def without(text: str, names: frozenset[str]) -> str:
    """`text`, in NFC, with each of these words taken out."""
    found = normalize("NFC", text)
    return _WORD.sub(lambda match: "" if match[0].lower() in names else match[0], found)


def _speaker(text: str) -> str:
    """Who opens a bullet, without the word that says what it is ("Actie Piet:"); "" for nobody."""
    match = _SPEAKER.match(text)
    return " ".join(word for word in _words(match[1]) if not lead(f"{word}:")) if match else ""


def _surnames(text: str) -> str:
    """The names behind usual first names and behind titles, with blanks between."""
    known = _known_first_names()
    pairs = _PAIR.findall(text)
    behind = [
        name
        for first, name in pairs
        if first[0].isupper() and first.lower().rpartition("-")[2] in known
    ]
    return " ".join([*behind, *_TITLED.findall(text)])


def _titled(text: str) -> list[str]:
    """The word behind each "dhr." and the like; of "Jansen-Meer" the first alone, for "meer" is
    one that a model needs."""
    words = [_words(name)[0] for name in _TITLED.findall(text)]
    return [word for word in words if word[0].isupper() and len(word) > 1]


@cache
def _known_first_names() -> frozenset[str]:
    return _lower(first_names())


def _names(texts: Iterable[str], abbreviated: frozenset[str]) -> frozenset[str]:
    """The words that are written as a name is, in lower case."""
    return _lower(
        word
        for text in texts
        for word in _words(text)
        if len(word) > 1
        and word[0].isupper()
        and (not _abbreviation(word) or _shouted(word, abbreviated))
    )


def _shouted(word: str, abbreviated: frozenset[str]) -> bool:
    """Whether a word in capitals is a surname written so, by its length and by the texts."""
    return word.isupper() and len(word) > _ABBREVIATED and word.lower() not in abbreviated


def _abbreviated(texts: Sequence[str]) -> frozenset[str]:
    """Words, in lower case, that stand with several capitals more often than otherwise."""
    balance: Counter[str] = Counter()
    for text in texts:
        for word in set(_words(text)):
            balance[word.lower()] += 1 if _abbreviation(word) else -1
    return frozenset(word for word, count in balance.items() if count > 0)


def _ordinary(texts: Iterable[str], rare: int) -> frozenset[str]:
    """Words that stand in lower case in a number of texts, and in one for each `rare` in which they
    have a capital."""
    counts = Counter(word for text in texts for word in set(_words(_ADDRESS.sub(" ", text))))
    capitals: Counter[str] = Counter()
    for word, count in counts.items():
        if not word.islower():
            capitals[word.lower()] += count
    return frozenset(
        word
        for word, count in counts.items()
        if word.islower() and count >= _COMMON and count * rare >= capitals[word]
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _abbreviation(word: str) -> bool:
    """Whether a word has several capitals; IJ is one (IJzerman)."""
    return sum(letter.isupper() for letter in word.replace("IJ", "I")) > 1
