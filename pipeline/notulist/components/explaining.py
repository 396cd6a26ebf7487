"""What explains a label: how much each word of a text weighed for it, and how that is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from notulist.components.linear_features import WORD

ACTION_LIST = "action list"
"""In place of words: a row of an action list is labelled by rule."""

_WORD = re.compile(WORD)
_MOST = 3
_LEAST = 0.05
"""A weight below it would be told as 0.0."""


@dataclass(frozen=True, slots=True)
class Weight:
    """A word of a text, or some in a row, and what it does for the text's label."""

    start: int
    """Offset in the text of the first character."""
    end: int
    """Offset past the last character."""
    weight: float
    """By how much the label's log-odds rise because of it; below 0 it speaks against the label."""


def words_in(text: str) -> list[tuple[int, int]]:
    """(start, end) of each word; "?", ":" and "!" are words too, since they tell acts apart."""
    return [match.span() for match in _WORD.finditer(text)]


def strongest(text: str, weights: Sequence[Weight], most: int = _MOST) -> list[tuple[str, float]]:
    """The words that weigh most for the label, with their weights, the heaviest first.

    A word that stands in the text more than once counts with all its weights, and is written as it
    first stands there. Fewer than `most` come where fewer speak for the label.
    """
    written: dict[str, str] = {}
    sums: dict[str, float] = {}
    for one in weights:
        word = " ".join(text[one.start : one.end].split())
        written.setdefault(word.lower(), word)
        sums[word.lower()] = sums.get(word.lower(), 0.0) + one.weight
    ranked = sorted(sums.items(), key=lambda item: -item[1])
    return [(written[key], weight) for key, weight in ranked[:most] if weight >= _LEAST]


def told(text: str, weights: Sequence[Weight]) -> str:
    """The strongest words for people who read tables: "vraagt (0.8), graag (0.4)"; "" for none."""
    return ", ".join(f"{word} ({weight:.1f})" for word, weight in strongest(text, weights))
