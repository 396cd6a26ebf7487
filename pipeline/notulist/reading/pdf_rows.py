"""From what pdfium takes for lines to what a reader of the page sees as lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from notulist.reading.source import Box

HYPHEN = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line; the line break itself it leaves out."""

_WORD_GAP = 0.12  # of the font size; a space is 0.22 or more, kerning less than 0.1
_FAR_GAP = 4.0  # of the font size: a bullet and its text are nearer, two columns are not
_BACK = 0.3  # of the font size: how far the next piece may reach back over the last one
_CLEAR_GAP = 1.35  # of the usual line pitch: what this exceeds is space between paragraphs


Cell = tuple[int, int, int]
"""Table of the page from its top, row and column, from 0."""


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of text on one line, white space at both ends left off."""

    text: str
    numbers: Sequence[int]
    """For each character its number on the page, as pdfium counts them; ascending."""
    box: Box
    """As Line.box: across from where its first character starts to where its last one ends, side
    bearings included, so that what is aligned has the same left; down the ink alone."""
    baseline: float
    """Distance to the top of the page, in points."""
    size: float
    bold: bool
    cell: Cell | None = None
    underlined: bool = False
    bold_to: int = 0
    """How many of its characters, from the first, are bold; all where it is bold throughout."""
    redactions: tuple[int, ...] = ()
    """As Line.redactions; the box holds what they stand for."""


def by_cell(rows: Iterable[Row]) -> list[Row]:
    """The same rows, those of a table put together where its first one stands, cell by cell."""
    found: dict[int, list[Row]] = {}
    order: list[Row | int] = []
    for row in rows:
        if row.cell is None:
            order.append(row)
            continue
        if row.cell[0] not in found:
            order.append(row.cell[0])
        found.setdefault(row.cell[0], []).append(row)
    for table in found.values():
        table.sort(key=lambda row: row.cell or ())
    return [row for one in order for row in (found[one] if isinstance(one, int) else [one])]


def join_rows(rows: Iterable[Row]) -> list[Row]:
    """Rows with those put together that stand beside each other on one visual line."""
    joined: list[Row] = []
    for row in rows:
        if joined and _continues(joined[-1], row):
            joined[-1] = _join(joined[-1], row)
        else:
            joined.append(row)
    return joined


def line_pitch(pages: Iterable[Sequence[Row]]) -> float:
    """The usual distance between baselines in these pages, as a multiple of the font size."""
    ratios = Counter(
        round((below.baseline - above.baseline) / below.size, 1)
        for rows in pages
        for above, below in pairwise(rows)
        if below.size and above.size == below.size
    )
    usual = [(times, ratio) for ratio, times in ratios.items() if 0.9 <= ratio <= 2.5]
    return max(usual)[1] if usual else 1.2


def is_apart(above: Row, below: Row, pitch: float) -> bool:
    """Whether clearly more than a line's pitch lies between two rows of a page."""
    distance = below.baseline - above.baseline
    return distance > _CLEAR_GAP * pitch * max(above.size, below.size, 1.0)


def _continues(row: Row, after: Row) -> bool:
    """Whether `after` stands on the same visual line, a little to the right of `row`."""
    if row.text.endswith(HYPHEN) or row.cell != after.cell:
        return False
    size = max(row.size, after.size, 1.0)
    top, bottom = max(row.box[1], after.box[1]), min(row.box[3], after.box[3])
    height = min(row.box[3] - row.box[1], after.box[3] - after.box[1])
    level = bottom - top > 0.5 * height or abs(after.baseline - row.baseline) < 0.1 * size
    return level and -_BACK * size <= after.box[0] - row.box[2] <= _FAR_GAP * size


def _join(row: Row, after: Row) -> Row:
    """Both as one, with a space if there is one to be seen and a number of the page to bear it."""
    space = after.numbers[0] - row.numbers[-1] > 1
    apart = after.box[0] - row.box[2] > _WORD_GAP * max(row.size, after.size)
    space = space and (apart or len(row.text) in row.redactions or 0 in after.redactions)
    numbers = [*row.numbers, *([row.numbers[-1] + 1] if space else []), *after.numbers]
    longer = max(row, after, key=lambda part: sum(c.isalnum() for c in part.text))
    a, b = row.box, after.box
    shift = len(row.text) + bool(space)
    return replace(
        longer,
        text=row.text + (" " if space else "") + after.text,
        numbers=numbers,
        underlined=row.underlined and after.underlined,
        bold_to=row.bold_to
        if row.bold_to < len(row.text)
        else len(row.text) + bool(space) * bool(after.bold_to) + after.bold_to,
        redactions=(*row.redactions, *(shift + place for place in after.redactions)),
        box=(min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])),
    )
