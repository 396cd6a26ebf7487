"""Cue words of minutes: how often a remark announces its act in so many words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from notulist.corpus.tables import odd_value, read_table
from notulist.errors import CorpusError
from notulist.labels import LABELS, Label

CUES_FILE = "cues.csv"
GAP = "…"
"""In a cue: up to seven words between its parts ("legt … voor")."""

Cues = Mapping[Label, Sequence[str]]
Announced = Mapping[Label, Sequence[str]]
"""The cues of each act that stand in one remark."""


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
    """The cues of a corpus folder by act; none where it has no table of them.

    Raises CorpusError: C05, C09, C27, C28 as `read_table`, C05 also for a cue without a word; C14 a
    label that there is not.
    """
    path = Path(folder) / CUES_FILE
    cues: dict[Label, list[str]] = {label: [] for label in LABELS}
    for line, row in read_table(path, ("label", "cue")) if path.is_file() else ():
        if row["label"] not in LABELS:
            raise odd_value(path, line, "label", row["label"], LABELS)
        if not row["cue"].strip(f"{GAP} "):
            raise CorpusError("C05", file=path, line=line, name="cue")
        for label in LABELS:
            if row["label"] == label:
                cues[label].append(row["cue"])
    return cues


def found(text: str, cues: Sequence[str]) -> list[str]:
    """The cues that stand in a text, whole words, in capitals or not."""
    folded = text.casefold()
    # Looking for the words as they are is many times as fast as the pattern, and mostly says no.
    return [
        cue
        for cue in cues
        if all(part in folded for part in _parts(cue)) and _pattern(cue).search(text)
    ]


def announced(text: str, cues: Cues) -> Announced:
    """The cues of each act that stand in a remark."""
    return {act: found(text, words) for act, words in cues.items()}


def cue_share(remarks: Sequence[Announced], labels: Sequence[str]) -> CueShare:
    """How remarks announce the acts that they are labelled with.

    remarks: the cues in each, by `announced`. labels: of each, as many.
    """
    own = misleading = 0
    distinct: set[tuple[str, str]] = set()
    for by_act, label in zip(remarks, labels, strict=True):
        acts = {act for act, words in by_act.items() if words}
        own += label in acts
        misleading += bool(acts) and label not in acts
        distinct |= {(act, word) for act, words in by_act.items() if act == label for word in words}
    size = max(len(remarks), 1)
    return CueShare(len(remarks), own / size, misleading / size, len(distinct))


@cache
def _parts(cue: str) -> tuple[str, ...]:
    return tuple(part.strip().casefold() for part in cue.split(GAP))


@cache
def _pattern(cue: str) -> re.Pattern[str]:
    parts = [re.escape(part.strip()) for part in cue.split(GAP)]
    text = r"(?:\W+\w+){0,7}\W+".join(parts)
    before = r"(?<!\w)" if cue[0].isalnum() else ""
    behind = r"(?!\w)" if cue[-1].isalnum() else ""
    return re.compile(before + text + behind, re.IGNORECASE)
