"""Cue words of minutes: how often a remark announces its act in so many words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from notulist.corpus.tables import odd_value, read_table
from notulist.labels import LABELS, Label

CUES_FILE = "cues.csv"
GAP = "…"
"""In a cue: up to seven words between its parts ("legt … voor")."""

Cues = Mapping[Label, Sequence[str]]


@dataclass(frozen=True, slots=True)
class CueShare:
    """How a number of remarks announce their act."""

    remarks: int
    own: float
    """Share with a cue of their own act."""
    misleading: float
    """Share with cues of other acts only."""
    distinct: int
    """How many different cues of their own act stand in them."""


def read_cues(folder: str | Path) -> Cues:
    """The cues of a corpus folder by act.

    Raises CorpusError: C05 a column is missing, C09 unreadable, C14 a label that there is not.
    """
    path = Path(folder) / CUES_FILE
    cues: dict[Label, list[str]] = {label: [] for label in LABELS}
    for line, row in read_table(path, ("label", "cue")):
        for label in LABELS:
            if row["label"] == label:
                cues[label].append(row["cue"])
        if row["label"] not in LABELS:
            raise odd_value(path, line, "label", row["label"], LABELS)
    return cues


def found(text: str, cues: Sequence[str]) -> list[str]:
    """The cues that stand in a text, whole words, in capitals or not."""
    return [cue for cue in cues if _pattern(cue).search(text)]


def cue_share(texts: Sequence[str], labels: Sequence[str], cues: Cues) -> CueShare:
    """How these remarks announce the acts that they are labelled with."""
    own = misleading = 0
    distinct: set[tuple[str, str]] = set()
    for text, label in zip(texts, labels, strict=True):
        by_act = {act: found(text, words) for act, words in cues.items()}
        announced = {act for act, words in by_act.items() if words}
        own += label in announced
        misleading += bool(announced) and label not in announced
        distinct |= {(act, word) for act, words in by_act.items() if act == label for word in words}
    size = max(len(texts), 1)
    return CueShare(len(texts), own / size, misleading / size, len(distinct))


@cache
def _pattern(cue: str) -> re.Pattern[str]:
    parts = [re.escape(part.strip()) for part in cue.split(GAP)]
    text = r"(?:\W+\w+){0,7}\W+".join(parts)
    before = r"(?<!\w)" if cue[0].isalnum() else ""
    behind = r"(?!\w)" if cue[-1].isalnum() else ""
    return re.compile(before + text + behind, re.IGNORECASE)
