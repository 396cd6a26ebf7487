"""Tables that only frame the page: minutes set as one large table are read as running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from notulist.reading.source import Line, Source

_SHARE = 0.5  # of the words of a document: what holds more is no table among the minutes
_FEWEST_WORDS = 60
_DEEP = 6  # lines in one cell: more than an action point has


def without_frames(source: Source, kept: Sequence[int]) -> dict[int, Line]:
    """The lines of tables that hold most of the minutes, in cells of several paragraphs each,
    without their cell, by their index in the source. kept: the indices of lines that count."""
    words: Counter[int] = Counter()
    paragraphs: dict[int, Counter[tuple[int, int]]] = {}
    total = 0
    for i in kept:
        line = source.lines[i]
        count = len(source.text[line.start : line.end].split())
        total += count
        if line.cell is not None:
            words[line.cell[0]] += count
            paragraphs.setdefault(line.cell[0], Counter())[line.cell[1:]] += 1
    frames = {
        table
        for table, count in words.items()
        if count >= max(_SHARE * total, _FEWEST_WORDS) and max(paragraphs[table].values()) > _DEEP
    }
    return {
        i: replace(line, cell=None)
        for i in kept
        if (line := source.lines[i]).cell is not None and line.cell[0] in frames
    }
