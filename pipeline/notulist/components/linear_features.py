"""From a bullet's text to the two columns that the linear classifier reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from spacy.tokens import Span

from notulist.components.linear_cues import cue_tokens

TEXT, SIGNALS = 0, 1
"""The columns: normalised text, and signals as words with a space between."""
WORD = r"(?u)\w+|[?:!]"
"""What counts as a word: question marks and colons tell requests and headings apart."""

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(WORD)
_OPENING = 4
"""Words at the start of a bullet that are signals of their own: they name who acts, and how."""


def text_of(bullet: Span) -> str:
    """The clean text of a bullet, or its raw text where no splitter mended it."""
    return bullet._.clean or bullet.text


def normalise(text: str) -> str:
    """Lower case, every number 0: dates and amounts don't tell the act."""
    return _DIGITS.sub("0", text.lower())


def signals(text: str) -> list[str]:
    """Cues of the codebook and the opening words, alone, by two and by three ("^de_vng")."""
    words = _WORD.findall(normalise(text))[:_OPENING]
    runs = [words[i : i + n] for n in (1, 2, 3) for i in range(len(words) - n + 1)]
    return cue_tokens(text) + ["^" + "_".join(run) for run in runs]


def columns(texts: Sequence[str]) -> np.ndarray[Any, np.dtype[np.object_]]:
    """What the fitted pipeline takes: an array of strings, shape (texts, 2)."""
    table = np.empty((len(texts), 2), dtype=object)
    for row, text in enumerate(texts):
        table[row, TEXT] = normalise(text)
        table[row, SIGNALS] = " ".join(signals(text))
    return table
