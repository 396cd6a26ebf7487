"""What a word looks like and what it stands between, as the learned finder of mentions sees it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from notulist.components.first_names import first_names
from notulist.components.gazetteer import common_words
from notulist.components.mentions import Mention, Place
from notulist.components.places import Range
from notulist.components.verbs import REPORTING, SAYING
from notulist.components.words import Words, word_set

Features = Sequence[str]

_SUFFIXES, _PREFIXES = (3, 4, 5, 6), (3, 4, 5)
_SHAPE = 6  # characters
_MENTION = "<actor>"
"""Stands in the place of a neighbour that the list found."""
_OPENS, _ENDS = "<", ">"
"""Stand where a bullet has no word any more."""
_NEARBY = 4  # words behind, among which a verb of saying may stand
_ARTICLES = word_set("de het een onze ons uw hun zijn haar deze dit die dat")
_TITLES = word_set("heer heren mevrouw meneer dames mevr dhr mw mr drs ir dr")
_STOPS = word_set(". ? ! : ;")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as the list leaves it: where it may still hold a mention."""

    words: Words
    bullets: Sequence[Range]
    attendance: Sequence[Range]
    known: Sequence[Mention]
    """What is found already."""
    places: Sequence[Place]
    """Names of places, whether they are known to stand for a body or not."""
    persons: frozenset[str] = frozenset()
    """Words by which persons of the attendance list are called; they are no actors."""


def features(reading: Reading, worth: Callable[[str], bool]) -> Iterator[tuple[int, Features]]:
    """What surrounds each word of the bullets that could be of a mention; see `own` for the rest.

    worth: whether a word needs to be looked at, by itself.
    """
    text, marks = reading.words.text, _Marks(reading)
    for first, past in reading.bullets:
        for at in range(first, past):
            word = text[at]
            if not _is_word(word) or at in marks.taken or not worth(word):
                continue
            if word[0].isupper() and bare(word) in reading.persons:
                continue
            yield at, _around(text, marks, at, first, past)


def _is_word(word: str) -> bool:
    """Not a mark, nor the initial of a person."""
    return word[0].isalpha() and len(word.rstrip(".")) > 1


class _Marks:
    """What is known of the words of a document, by their number or as they are written."""

    def __init__(self, reading: Reading) -> None:
        text = reading.words.text
        self.taken = {at for m in reading.known for at in range(m.start, m.end)}
        kinds = {_kind(m.actor.id) for m in reading.known} - {""}
        self.place: Mapping[int, tuple[str, bool]] = {
            at: (_kind(p.actors[0].id), any(_kind(a.id) in kinds for a in p.actors))
            for p in reading.places
            for at in range(p.start, p.end)
        }
        self.small = {word for word in text if word.islower()}
        self.listed = {
            word
            for start, end in reading.attendance
            for word in text[start:end]
            if word[0].isupper()
        }


def _kind(id_: str) -> str:
    kind, colon, _ = id_.partition(":")
    return kind if colon else ""


def bare(word: str) -> str:
    """A word without a genitive s."""
    return word.removesuffix("'s")


@lru_cache(maxsize=1 << 15)
def own(word: str) -> Features:
    """What a word is by itself, wherever it stands."""
    small = bare(word).lower()
    found = [f"word={small}", f"shape={_shape(word)}"]
    found += [f"ends={small[-n:]}" for n in _SUFFIXES if len(small) > n]
    found += [f"begins={small[:n]}" for n in _PREFIXES if len(small) > n]
    if small in common_words():
        found.append("common")
    if small in _first_names() and word[0].isupper():
        found.append("first name")
    if len(word) < _PREFIXES[0]:
        found.append("short")
    return tuple(found)


@cache
def _first_names() -> frozenset[str]:
    return frozenset(name.lower() for name in first_names())


@lru_cache(maxsize=1 << 15)
def _shape(word: str) -> str:
    """ "VNG" → "XX", "Amersfoort" → "Xx", "B-2" → "X-d"."""
    shape = re.sub(r"\d+", "d", re.sub(r"[^\W\d_]", lambda m: "xX"[m[0].isupper()], word))
    return re.sub(r"X{2,}", "XX", re.sub(r"x+", "x", shape))[:_SHAPE]


def _around(text: Sequence[str], marks: _Marks, at: int, first: int, past: int) -> Features:
    word = text[at]
    raw = [text[i] if first <= i < past else "" for i in range(at - 2, at + 3)]
    near = [
        _MENTION if i in marks.taken and first <= i < past else word.lower()
        for i, word in enumerate(raw, start=at - 2)
    ]
    before2, before, _, after, after2 = near
    before2, before = before2 or _OPENS, before or _OPENS
    after, after2 = after or _ENDS, after2 or _ENDS
    case = _case(word, raw[1])
    found = [
        f"case={case}",
        f"-1={before}",
        f"-2={before2}",
        f"+1={after}",
        f"+2={after2}",
        f"{case}-1={before}",
        f"{case}+1={after}",
        f"-2-1={before2} {before}",
        f"+1+2={after} {after2}",
        f"-1+1={before} {after}",
        f"-1 ends={before[-3:]}",
        f"+1 ends={after[-3:]}",
        f"-1 shape={_shape(raw[1])}",
        f"+1 shape={_shape(raw[3])}",
    ]
    if raw[3] in REPORTING:
        found += ["says", f"says {case}"]
    if any(one in REPORTING for one in text[at + 1 : min(at + _NEARBY, past)]):
        found.append("says soon")
    if raw[1] in SAYING:
        found.append("said")
    if before in _ARTICLES:
        found += ["article", f"article {word.lower()[-3:]}"]
    if at == first:
        found += ["opens", f"opens {after}"]
    elif at == first + 1 and before in _ARTICLES:
        found.append("opens behind article")
    if case in ("first", "capital") and word.lower() in marks.small:
        found.append("small elsewhere")
    if word in marks.listed:
        found.append("attends")
    if at in marks.place:
        kind, usual = marks.place[at]
        found += ["place", f"place={kind}", f"place -1={before}", f"place +1={after}"]
        found.append(f"place usual={usual}")
    if before.strip(".") in _TITLES or before2.strip(".") in _TITLES:
        found.append("title")
    if raw[1][:1].isupper() and before in _first_names():
        found.append("behind first name")
    return found


def _case(word: str, before: str) -> str:
    if not word[0].isupper():
        return "small"
    if word.isupper() and len(word) > 1:
        return "capitals"
    return "first" if not before or before in _STOPS else "capital"
