"""The order in which a reader of a page takes its lines, where it was drawn in another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from notulist.reading.pdf_rows import Row

_BACK = 2.0  # points that a line may stand above the one drawn before it
_OVERLAP = 10.0  # points across that two chunks share where one stands below the other


def in_reading_order(rows: Sequence[Row]) -> list[Row]:
    """Rows that were drawn after others that stand below them, before those.

    What was drawn in one go from top to bottom stays together. Of two such chunks that stand below
    each other the upper one comes first; those side by side, as columns do, stay as drawn.
    """
    chunks: list[list[Row]] = []
    for row in rows:
        if chunks and _goes_down(chunks[-1][-1], row):
            chunks[-1].append(row)
        else:
            chunks.append([row])
    ordered: list[list[Row]] = []
    for chunk in chunks:
        place = len(ordered)
        while place and _is_above(chunk, ordered[place - 1]):
            place -= 1
        ordered.insert(place, chunk)
    return list(chain.from_iterable(ordered))


def _goes_down(row: Row, after: Row) -> bool:
    if row.cell is not None or after.cell is not None:
        return row.cell is not None and after.cell is not None and row.cell[0] == after.cell[0]
    return after.baseline >= row.baseline - _BACK


def _is_above(chunk: Sequence[Row], other: Sequence[Row]) -> bool:
    """Whether all of a chunk stands above all of another, in part over it."""
    bottom, top = max(row.box[3] for row in chunk), min(row.box[1] for row in other)
    left = max(min(row.box[0] for row in part) for part in (chunk, other))
    right = min(max(row.box[2] for row in part) for part in (chunk, other))
    return bottom <= top + _BACK and right - left > _OVERLAP
