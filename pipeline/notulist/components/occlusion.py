"""Occlusion: a text with one word left out after the other, and what that does to its label."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from notulist.components.explaining import Weight, words_in

MOST = 60
"""Variants of a text: where it has more words, some in a row are left out together."""

Array = np.ndarray[Any, np.dtype[np.float64]]


def occluded(text: str) -> list[tuple[int, int]]:
    """(start, end) of what is left out of `text` in turn: each word once, MOST times at most."""
    words = words_in(text)
    size = max(-(-len(words) // MOST), 1)
    runs = [words[at : at + size] for at in range(0, len(words), size)]
    return [(run[0][0], run[-1][1]) for run in runs]


def without(text: str, start: int, end: int) -> str:
    """`text` but for the characters from `start` to `end`, with one blank where two would meet."""
    before, behind = text[:start], text[end:]
    if not before or before[-1].isspace():
        behind = behind.lstrip()
    return before + behind


def log_odds(logits: Array, column: int) -> Array:
    """The log-odds of a column's label against all others, shape (texts,)."""
    others = np.delete(logits, column, axis=1)
    return np.asarray(logits[:, column] - np.logaddexp.reduce(others, axis=1))


def falls(
    odds: Callable[[Sequence[str], int], Array], texts: Sequence[str], columns: Sequence[int]
) -> list[list[Weight]]:
    """By how much the log-odds of a label fall when a word of a text is left out.

    odds: of the label in a column for some texts, shape (texts,). columns: of the label of each
    text. A text is read once more for each of its words, MOST times at most.
    """
    return [_falls(odds, text, column) for text, column in zip(texts, columns, strict=True)]


def _falls(odds: Callable[[Sequence[str], int], Array], text: str, column: int) -> list[Weight]:
    places = occluded(text)
    found = odds([text, *(without(text, start, end) for start, end in places)], column)
    weights = (found[0] - found[1:]).tolist()
    return [Weight(*place, weight) for place, weight in zip(places, weights, strict=True)]
