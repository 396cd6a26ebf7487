"""From a bullet's text to the two columns that the linear classifier reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from notulist.components.linear_cues import cue_tokens

TEXT, SIGNALS = 0, 1
"""The columns: normalised text, and signals as words with a space between."""
WORD = r"(?u)\w+|[?:!]"
"""What counts as a word: question marks and colons tell requests and headings apart."""

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(WORD)
_OPENING = 4
"""Words at the start of a bullet that are signals of their own: they name who acts, and how."""


def normalise(text: str) -> str:
    """Lower case, every number 0: dates and amounts don't tell the act."""
    return _DIGITS.sub("0", text.lower())


def origins(text: str) -> list[int]:
    """For each character of `normalise(text)` the offset in `text` of what it was made of."""
    # Not one for one: the Turkish capital I with its dot has two letters for its lower case.
    made = [offset for offset, letter in enumerate(text) for _ in letter.lower()]
    kept, done = [], 0
    for digits in _DIGITS.finditer(text.lower()):
        kept += made[done : digits.start() + 1]
        done = digits.end()
    return kept + made[done:]


def signals(text: str) -> list[str]:
    """Cues of the codebook and the opening words, alone, by two and by three ("^de_vng")."""
    runs = opening_runs(_WORD.findall(normalise(text)))
    return cue_tokens(text) + [run for run, _, _ in runs]


def opening_runs(words: Sequence[str]) -> list[tuple[str, int, int]]:
    """The signals of the opening words, each with the numbers of its first word and the one past
    its last. words: of the whole text, normalised.
    """
    opening = words[:_OPENING]
    places = [(i, i + n) for n in (1, 2, 3) for i in range(len(opening) - n + 1)]
    return [("^" + "_".join(opening[first:past]), first, past) for first, past in places]


def columns(texts: Sequence[str]) -> np.ndarray[Any, np.dtype[np.object_]]:
    """What the fitted pipeline takes: an array of strings, shape (texts, 2)."""
    table = np.empty((len(texts), 2), dtype=object)
    for row, text in enumerate(texts):
        table[row, TEXT] = normalise(text)
        table[row, SIGNALS] = " ".join(signals(text))
    return table
