"""The tables of a PDF page, by the lines that are drawn around their cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_float, c_int
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from notulist.reading.pdf_shapes import Shape, Turn

_THIN = 3.0  # points: what is thinner is a line, whether drawn as one or as a filled rectangle
_SHORTEST = 6.0  # points
_NEAR = 3.0  # points: lines as near as this meet, or are one
_NARROWEST = 10.0  # points: a column; lines that are nearer are two sides of one border
_SKEW = 0.01  # of a rectangle: its corners may be told in any unit
_FRAME = 6  # segments of a path that is a rectangle, at most
_MOST_SEGMENTS = 500  # of a path that is a grid
_MOST_LINES = 4000  # a page with more is a drawing

_Point = tuple[float, float]
Place = tuple[int, int]
"""Row and column of a cell, from 0."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line along one axis: where it stands across it, and from where to where it runs."""

    at: float
    start: float
    end: float

    def covers(self, place: float) -> bool:
        """Whether it runs past a place along it."""
        return self.start - _NEAR <= place <= self.end + _NEAR


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of lines in points from the top left of the page."""

    across: tuple[Rule, ...]
    """Horizontal lines, from the top."""
    down: tuple[Rule, ...]
    """Vertical lines, from the left."""
    bands: tuple[float, ...]
    """Where rows begin and end."""
    columns: tuple[float, ...]
    """Where columns begin and end."""
    left: float
    right: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies within its outer lines."""
        return self.bands[0] <= y <= self.bands[-1] and self.left <= x <= self.right

    def cell(self, x: float, y: float) -> Place | None:
        """The cell that holds a point; None outside. A cell over several rows or columns counts as
        the first of them."""
        row = bisect_right(self.bands, y) - 1
        if not 0 <= row < len(self.bands) - 1 or not self.left <= x <= self.right:
            return None
        middle = (self.bands[row] + self.bands[row + 1]) / 2
        while row and not _is_drawn(self.across, self.bands[row], x, _NEAR):
            row -= 1
        column = max(bisect_right(self.columns[:-1], x + 0.5) - 1, 0)
        while column and not _is_drawn(self.down, self.columns[column], middle, _NARROWEST):
            column -= 1
        return row, column


def _is_drawn(rules: Sequence[Rule], at: float, place: float, near: float) -> bool:
    """Whether a line stands at `at` where it passes `place`. near: as for `_distinct`."""
    return any(abs(rule.at - at) <= near and rule.covers(place) for rule in rules)


def _table(across: Sequence[Rule], down: Sequence[Rule]) -> Table:
    return Table(
        tuple(across),
        tuple(down),
        _bands(across, down),
        _columns(across, down),
        min(rule.start for rule in across) - _NEAR,
        max(rule.end for rule in across) + _NEAR,
    )


def _bands(across: Sequence[Rule], down: Sequence[Rule]) -> tuple[float, ...]:
    """Where rows begin and end; the outer lines of a table are often left out."""
    ends = min(rule.start for rule in down), max(rule.end for rule in down)
    return _distinct((*ends, *(rule.at for rule in across)))


def _columns(across: Sequence[Rule], down: Sequence[Rule]) -> tuple[float, ...]:
    ends = min(rule.start for rule in across), max(rule.end for rule in across)
    return _distinct((*ends, *(rule.at for rule in down)), _NARROWEST)


def page_tables(across: Sequence[Rule], down: Sequence[Rule]) -> list[Table]:
    """The tables that these lines of a page make, from the top: grids of two columns or more."""
    if len(across) < 2 or not down or len(across) + len(down) > _MOST_LINES:
        return []
    across, down = _merged(across), _merged(down)
    tables = [_table(*part) for part in _connected(across, down)]
    return sorted(tables, key=lambda table: table.bands[0])


def page_rules(shapes: Iterable[Shape], turn: Turn) -> tuple[list[Rule], list[Rule]]:
    """The horizontal and vertical lines among the shapes of an open page, those of forms aside."""
    across: list[Rule] = []
    down: list[Rule] = []
    for shape in shapes:
        if not shape.is_path or shape.in_form:
            continue
        x0, y0, x1, y1 = shape.box
        for x_from, x_to, y_from, y_to in _edges(shape.raw, x0, x1, y0, y1, turn):
            if y_to - y_from <= _THIN and x_to - x_from >= _SHORTEST:
                across.append(Rule((y_from + y_to) / 2, x_from, x_to))
            elif x_to - x_from <= _THIN and y_to - y_from >= _SHORTEST:
                down.append(Rule((x_from + x_to) / 2, y_from, y_to))
    return across, down


def _edges(
    shape: Any, x0: float, x1: float, y0: float, y1: float, turn: Turn
) -> Iterator[tuple[float, float, float, float]]:
    """The box of a line itself; the four sides of a rectangle that is drawn, not filled; the lines
    of a grid that is one path."""
    if x1 - x0 <= _THIN or y1 - y0 <= _THIN:
        yield x0, x1, y0, y1
        return
    if x1 - x0 < 4 * _SHORTEST:
        return
    count, fill, stroke = pdfium.FPDFPath_CountSegments(shape), c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(shape, fill, stroke)
    if not 4 <= count <= _MOST_SEGMENTS or fill.value or not stroke.value:
        return
    segments = [pdfium.FPDFPath_GetPathSegment(shape, number) for number in range(count)]
    strokes = _strokes(segments)
    if not all(min(abs(a[0] - b[0]), abs(a[1] - b[1])) < _SKEW for a, b in strokes):
        return
    if len(strokes) + 1 >= count <= _FRAME:  # one line that comes back to where it began
        yield from ((x0, x1, y0, y0), (x0, x1, y1, y1), (x0, x0, y0, y1), (x1, x1, y0, y1))
    elif pdfium.FPDFPageObj_GetMatrix(shape, matrix := pdfium.FS_MATRIX()):
        for one in strokes:
            (xa, ya), (xb, yb) = (turn(*_moved(point, matrix)) for point in one)
            yield min(xa, xb), max(xa, xb), min(ya, yb), max(ya, yb)


def _strokes(segments: Sequence[Any]) -> list[tuple[_Point, _Point]]:
    """From where to where the lines of a path run, in its own space; a slanting one for a curve."""
    x, y, last, found = c_float(), c_float(), (0.0, 0.0), []
    for one in segments:
        pdfium.FPDFPathSegment_GetPoint(one, x, y)
        kind = pdfium.FPDFPathSegment_GetType(one)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return [((0.0, 0.0), (1.0, 1.0))]
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            found.append((last, (x.value, y.value)))
        last = x.value, y.value
    return found


def _moved(point: _Point, m: Any) -> _Point:
    return m.a * point[0] + m.c * point[1] + m.e, m.b * point[0] + m.d * point[1] + m.f


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Lines in order, those put together that run on from each other."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if levels and rule.at - levels[-1][0].at <= _NEAR:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    found: list[Rule] = []
    for level in levels:
        level.sort(key=lambda rule: rule.start)
        found.append(level[0])
        for rule in level[1:]:
            last = found[-1]
            if rule.start <= last.end + _NEAR:
                found[-1] = Rule(last.at, last.start, max(last.end, rule.end))
            else:
                found.append(rule)
    return sorted(found, key=lambda rule: rule.at)


def _connected(
    across: Sequence[Rule], down: Sequence[Rule]
) -> Iterator[tuple[tuple[Rule, ...], tuple[Rule, ...]]]:
    """The grids: lines that meet, three vertical ones or more (two columns)."""
    left = list(range(len(across)))
    while left:
        mine, columns = {left.pop(0)}, set[int]()
        grown = True
        while grown:
            met = {
                j
                for j, rule in enumerate(down)
                if any(rule.covers(across[i].at) and across[i].covers(rule.at) for i in mine)
            }
            more = {
                i
                for i in left
                if any(down[j].covers(across[i].at) and across[i].covers(down[j].at) for j in met)
            }
            grown = bool(more) or met != columns
            columns = met
            mine |= more
            left = [i for i in left if i not in more]
        verticals = [down[j] for j in sorted(columns)]
        horizontals = [across[i] for i in sorted(mine)]
        if len(mine) > 1 and verticals and len(_columns(horizontals, verticals)) > 2:
            yield tuple(horizontals), tuple(verticals)


def _distinct(places: Iterable[float], near: float = _NEAR) -> tuple[float, ...]:
    """Places in order, those that are near each other as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > near:
            found.append(place)
    return tuple(found)
