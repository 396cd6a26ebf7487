"""Where the lines of a PDF are wrapped: the right margin of each column and table cell."""

from __future__ import annotations

from collections.abc import Sequence

from notulist.reading.source import Line, Source

_REACH = 60.0  # points that the lines of one column begin apart, nested ones included
_STEP = 10  # points: lines that begin as near each other share a margin
_WORDS = 4  # of a line that tells of the margin; captions and page numbers have fewer


def right_margins(source: Source, kept: Sequence[int], texts: Sequence[str]) -> dict[int, float]:
    """The right edge, in points, that each line of a PDF could have reached, by its index.

    kept: the indices of lines that count. texts: of all lines of the source.
    """
    boxed = [i for i in kept if source.lines[i].box is not None]
    free = [i for i in boxed if source.lines[i].cell is None]
    telling = [i for i in free if len(texts[i].split()) >= _WORDS]
    columns = {
        step: _edge([i for i in telling if abs(_left(source.lines[i]) - step) <= _REACH], source)
        for step in {_step(source.lines[i]) for i in free}
    }
    cells: dict[tuple[int, int], float] = {}
    for line in (source.lines[i] for i in boxed):
        if line.cell is not None:
            column = line.cell[0], line.cell[2]
            cells[column] = max(cells.get(column, 0.0), _right(line))
    return {
        i: columns[_step(line)] if line.cell is None else cells[line.cell[0], line.cell[2]]
        for i in boxed
        for line in [source.lines[i]]
    }


def _edge(lines: Sequence[int], source: Source) -> float:
    """What nearly all of these lines end before; endless where there is none."""
    edges = sorted(_right(source.lines[i]) for i in lines)
    return edges[int(len(edges) * 0.98)] if edges else float("inf")


def _step(line: Line) -> int:
    return round(_left(line) / _STEP) * _STEP


def _left(line: Line) -> float:
    return line.box[0] if line.box else 0.0


def _right(line: Line) -> float:
    return line.box[2] if line.box else 0.0
