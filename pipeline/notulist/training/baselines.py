"""What a classifier has to beat: the commonest label, and the codebook's cue words by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from notulist.components.linear_cues import cues, lead
from notulist.labels import Label

# An outcome outweighs all else (rule 3 of the codebook); explanation is for what is left (rule 5).
_ORDER: tuple[Label, ...] = ("agreement", "concern", "request")


def majority(known: Sequence[str], texts: Sequence[str]) -> list[str]:
    """The commonest of the `known` labels, for each text."""
    return [Counter(known).most_common(1)[0][0]] * len(texts)


def cue_words(texts: Sequence[str]) -> list[str]:
    """The act of the heading word, else of the weightiest cue, else explanation."""
    return [_by_rule(text) for text in texts]


def _by_rule(text: str) -> str:
    found = cues(text)
    return lead(text) or next((label for label in _ORDER if label in found), "explanation")
