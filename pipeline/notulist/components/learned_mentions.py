"""The learned finder of mentions: parties that no list knows, and places that stand for a body.

A word at a time, by logistic regression over what it looks like and what stands around it; a
document uses a word in one sense, so what its places say is pooled. Only where the list has
nothing: it adds mentions and changes none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import Any

import numpy as np

from notulist.components.defined import abbreviates
from notulist.components.gazetteer import Actor
from notulist.components.mention_features import Reading, bare, features, own
from notulist.components.mentions import (
    INDEFINITE,
    NIL_COLLECTIVE,
    NIL_GROUP,
    Mention,
    is_half,
)
from notulist.components.places import is_where, likeliest
from notulist.components.words import word_set
from notulist.labels import NIL

MENTION, NONE = "mention", "none"
"""The classes of the finder."""
_POOLED = 0.8
"""How much the mean of all places of a word weighs in each place's own log-odds."""
_ABBREVIATED = 4
"""Letters of an abbreviation that may stand for a body which the document names."""
_PARTICLES = word_set("van de der den ten ter")
_HOPELESS = -3.0
"""Log-odds of a word in small letters by itself, below which nothing around it makes a mention of
it: most words need no more than this look."""


class Finder:
    """A fitted scikit-learn pipeline of a DictVectorizer and a LogisticRegression, as
    `notulist.training.learned_mentions.fit` makes it, ready to be asked word by word."""

    def __init__(self, pipeline: Any) -> None:
        self.pipeline = pipeline
        weights = np.ravel(pipeline["classifier"].coef_)
        sign = 1.0 if list(pipeline.classes_).index(MENTION) else -1.0
        self._bias = sign * float(pipeline["classifier"].intercept_[0])
        self._weights = {
            name: sign * float(weights[column])
            for name, column in pipeline["features"].vocabulary_.items()
        }
        self._own: dict[str, float] = {}

    def log_odds(self, reading: Reading) -> dict[int, float]:
        """Of each word that could be one of a mention; those that hardly could are absent."""
        weights, found = self._weights, {}
        for at, around in features(reading, self._is_worth):
            near = sum(weights.get(name, 0.0) for name in around)
            found[at] = self._own[reading.words.text[at]] + near
        return _pooled(found, reading.words.text)

    def _is_worth(self, word: str) -> bool:
        known = self._own.get(word)
        if known is None:
            known = self._bias + sum(self._weights.get(name, 0.0) for name in own(word))
            self._own[word] = known
        return known > _HOPELESS or word[0].isupper()


def _pooled(found: Mapping[int, float], text: Sequence[str]) -> dict[int, float]:
    by_word: dict[str, list[float]] = {}
    for at, odds in found.items():
        by_word.setdefault(bare(text[at]), []).append(odds)
    means = {word: sum(odds) / len(odds) for word, odds in by_word.items()}
    return {
        at: (1 - _POOLED) * odds + _POOLED * means[bare(text[at])] for at, odds in found.items()
    }


def learned(
    reading: Reading, finder: Finder, threshold: float, folded: Mapping[str, Actor]
) -> list[Mention]:
    """The mentions that the finder adds to `reading.known`, none of which overlaps one.

    threshold: the probability that a word must have. folded: the gazetteer's names in small
    letters, whose id a mention gets; a place has that of its body; all else is NIL.
    """
    least = log(threshold / (1 - threshold))
    words, text = reading.words, reading.words.text
    likely = [at for at, odds in finder.log_odds(reading).items() if odds >= least]
    places = {at: p for p in reading.places for at in range(p.start, p.end)}
    taken = {at for m in reading.known for at in range(m.start, m.end)}
    found: list[Mention] = []
    for start, end in _runs(likely, text):
        if found and start < found[-1].end:
            continue  # within the place before it
        place = places.get(start)
        if place and taken.isdisjoint(range(place.start, place.end)):
            if is_where(place, text):
                continue
            actor = likeliest(place, reading.known)
            one = Mention(place.start, max(place.end, end), actor, place=True, learned=True)
        else:
            one = Mention(start, end, _actor(text[start:end], reading, folded), learned=True)
        if not (_is_one_of_many(one, text) or is_half(one, words) or _is_surname(one, text)):
            found.append(one)
    return found


def _runs(words: Sequence[int], text: Sequence[str]) -> list[tuple[int, int]]:
    """First word and past the last of the words that follow each other, if they have capitals."""
    runs: list[tuple[int, int]] = []
    for at in words:
        if runs and runs[-1][1] == at and text[at][0].isupper():
            runs[-1] = runs[-1][0], at + 1
        else:
            runs.append((at, at + 1))
    return runs


def _actor(said: Sequence[str], reading: Reading, folded: Mapping[str, Actor]) -> Actor:
    """The one in the list; of an abbreviation the only body of the document that it shortens."""
    name = " ".join([*said[:-1], bare(said[-1])])
    known = folded.get(name.lower())
    if known is not None:
        return known
    if len(name) <= _ABBREVIATED and name.isupper():
        text = reading.words.text
        meant = {
            m.actor
            for m in reading.known
            if m.actor.label == "ORG" and m.actor.id != NIL
            if not text[m.start].isupper() and abbreviates(name, text[m.start : m.end])
        }
        if len(meant) == 1:
            return meant.pop()
    return NIL_GROUP if name[0].isupper() else NIL_COLLECTIVE


def _is_one_of_many(mention: Mention, text: Sequence[str]) -> bool:
    """ "Een aanbieder": a kind, not a party at the table."""
    return mention.start > 0 and text[mention.start - 1].lower() in INDEFINITE


def _is_surname(mention: Mention, text: Sequence[str]) -> bool:
    """ "Anna van Tiel": behind a capital and a particle."""
    before = text[max(mention.start - 3, 0) : mention.start]
    rest = [word for word in before if word.lower() not in _PARTICLES]
    behind = bool(before) and before[-1].lower() in _PARTICLES
    return behind and bool(rest) and rest[-1][0].isupper() and text[mention.start][0].isupper()
