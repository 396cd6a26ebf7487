"""Tables that only frame what they hold: minutes set as one large table, and text in a box, are
read as running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from notulist.reading.source import Line, Source

_SHARE = 0.5  # of the words of a document: what holds more is no table among the minutes
_FEWEST_WORDS = 60
_DEEP = 6  # lines in one cell: more than an action point has


def without_frames(source: Source, kept: Sequence[int]) -> dict[int, Line]:
    """The lines of tables that only frame what they hold, without their cell, by their index in
    the source: of those that hold most of the minutes, in cells of several paragraphs each, and of
    those that are one cell of several paragraphs. kept: the indices of lines that count."""
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
    # A box around a few paragraphs has one cell; a table has more.
    frames |= {
        table for table, cells in paragraphs.items() if list(cells) == [(0, 0)] and cells[0, 0] > 1
    }
    return {
        i: replace(line, cell=None)
        for i in kept
        if (line := source.lines[i]).cell is not None and line.cell[0] in frames
    }
