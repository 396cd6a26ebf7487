"""Tables without lines: text that stands in the same columns on several lines of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from notulist.reading.pdf_tables import Rule, Table

_GAP = 1.5  # of the font size: what is wider parts two columns
_WIDE = 2.0  # of the font size: half of the gaps of a table are wider; columns of prose are nearer
_NEAR = 3.0  # points: parts that begin as near each other are of one column
_LEVEL = 0.2  # of the font size: how far baselines of one visual line differ
_FEWEST_COLUMNS = 3
_FEWEST_LINES = 3
_FARTHEST = 4.0  # of the font size: lines of a table that stand below each other are nearer
_GLYPH = re.compile(r"[^\w\s(\"'‘“]|o\s")
_NUMBER_BEHIND = re.compile(r"(?<!\S)\d{1,3}\s*$")


@dataclass(slots=True)
class Part:
    """A stretch of text on one visual line, or a part of it."""

    left: float
    right: float
    text: str
    """Of the stretch that it is of."""


@dataclass(slots=True)
class Level:
    """A visual line of a page."""

    baseline: float
    size: float
    parts: list[Part] = field(default_factory=list)
    """From the left."""


def parted(boxes: Sequence[tuple[float, float]], size: float) -> list[tuple[float, float]]:
    """The parts of a stretch of text between wide gaps: left and right edge each.

    boxes: left and right edge of what it is drawn of, in any order.
    """
    found: list[tuple[float, float]] = []
    for left, right in sorted(boxes):
        if found and left - found[-1][1] <= _GAP * size:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found


def column_tables(levels: Sequence[Level]) -> list[Table]:
    """The tables of three columns or more that these lines of a page make, from the top."""
    lines = list(_merged(levels))
    found: list[Table] = []
    i = 0
    while i < len(lines):
        end = _run(lines, i)
        if end > i:
            found.append(_table(lines[i:end]))
        i = max(end, i + 1)
    return found


def _merged(levels: Sequence[Level]) -> Iterator[Level]:
    """The visual lines from the top, their parts from the left."""
    open_line: Level | None = None
    for level in sorted(levels, key=lambda one: one.baseline):
        if open_line and level.baseline - open_line.baseline <= _LEVEL * level.size:
            open_line.parts.extend(level.parts)
        else:
            if open_line:
                yield open_line
            open_line = Level(level.baseline, level.size, list(level.parts))
        open_line.parts.sort(key=lambda part: part.left)
    if open_line:
        yield open_line


def _run(lines: Sequence[Level], start: int) -> int:
    """Past the last line of the table that begins at line `start`; `start` where there is none."""
    first = lines[start]
    if not _is_row(first):
        return start
    columns = [part.left for part in first.parts]
    rows, end = [first], start + 1
    for i in range(start + 1, len(lines)):
        line = lines[i]
        far = line.baseline - lines[i - 1].baseline > _FARTHEST * line.size
        if far or not all(_fits(part, columns) for part in line.parts):
            break
        if _is_row(line) and len(line.parts) == len(columns):
            rows.append(line)
            end = i + 1
        elif len(line.parts) > 1 or abs(line.parts[0].left - columns[0]) > _NEAR:
            end = i + 1  # a cell that wraps; a lone word at the left may be what follows the table
    return end if len(rows) >= _FEWEST_LINES and _are_rows(rows) else start


def _is_row(line: Level) -> bool:
    return len(line.parts) >= _FEWEST_COLUMNS and not _GLYPH.match(line.parts[0].text)


def _fits(part: Part, columns: Sequence[float]) -> bool:
    """Whether a part begins where a column does and ends before the next one."""
    mine = [i for i, left in enumerate(columns) if abs(part.left - left) <= _NEAR]
    return bool(mine) and (mine[0] + 1 == len(columns) or part.right < columns[mine[0] + 1])


def _are_rows(rows: Sequence[Level]) -> bool:
    """Whether lines in columns are rows of a table, and neither prose nor a contents list."""
    gaps = [
        (after.left - part.right) / row.size for row in rows for part, after in pairwise(row.parts)
    ]
    if sorted(gaps)[len(gaps) // 2] < _WIDE:
        return False
    pages = [_NUMBER_BEHIND.search(row.parts[-1].text) for row in rows[1:]]
    numbers = [int(page.group()) for page in pages if page]
    return len(numbers) < len(pages) or numbers != sorted(numbers)


def _table(lines: Sequence[Level]) -> Table:
    """The table of these lines: a row begins where something stands in its first column."""
    columns = [part.left - _NEAR for part in lines[0].parts]
    right = max(part.right for line in lines for part in line.parts) + _NEAR
    starts = [i for i, line in enumerate(lines) if line.parts[0].left < columns[1]]
    bands = [lines[0].baseline - lines[0].size]
    for start in starts[1:]:
        i = start
        # What is set to the middle of its row has lines above it that are nearer to it.
        while i - 1 not in starts and _nearer_below(lines, i - 1):
            i -= 1
        bands.append((lines[i - 1].baseline + lines[i].baseline) / 2)
    bands.append(lines[-1].baseline + lines[-1].size / 2)
    across = tuple(Rule(at, columns[0], right) for at in bands)
    down = tuple(Rule(at, bands[0], bands[-1]) for at in (*columns, right))
    return Table(across, down, tuple(bands), (*columns, right), columns[0], right)


def _nearer_below(lines: Sequence[Level], i: int) -> bool:
    above = lines[i].baseline - lines[i - 1].baseline
    below = lines[i + 1].baseline - lines[i].baseline
    return below < above - _LEVEL * lines[i].size
