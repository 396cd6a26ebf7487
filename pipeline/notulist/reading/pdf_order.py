"""The order in which a reader of a page takes its lines, where it was drawn in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from notulist.reading.pdf_rows import Row

_BACK = 2.0  # points that a line may stand above the one drawn before it
_OVERLAP = 10.0  # points across that two chunks share where one stands below the other


def in_reading_order(rows: Sequence[Row]) -> list[Row]:
    """Rows that were drawn after others that stand below them, before those.

    What was drawn in one go from top to bottom stays together, but for what other text stands
    between: a header and a footer. Of two such chunks that stand below each other the upper one
    comes first; those side by side, as columns do, stay as drawn.
    """
    chunks: list[list[Row]] = []
    for row in rows:
        if chunks and _goes_down(chunks[-1][-1], row):
            chunks[-1].append(row)
        else:
            chunks.append([row])
    ordered: list[Sequence[Row]] = []
    for chunk in chain.from_iterable(_parted(chunk, chunks) for chunk in chunks):
        place = len(ordered)
        while place and _is_above(chunk, ordered[place - 1]):
            place -= 1
        ordered.insert(place, chunk)
    return list(chain.from_iterable(ordered))


def _parted(chunk: Sequence[Row], chunks: Sequence[Sequence[Row]]) -> Iterator[Sequence[Row]]:
    """A chunk cut where another one stands between two of its rows, over or under both parts."""
    first, last = chunk[0], chunk[-1]
    for other in chunks if len(chunk) > 1 and first.cell is None else ():
        # Rows of a chunk go down but for a point or two, so its ends tell how far it reaches.
        if other[0].box[1] < first.box[3] - _BACK or other[-1].box[3] > last.box[1] + _BACK:
            continue
        below_it = (i for i, row in enumerate(chunk) if row.box[1] > other[0].box[1])
        place = next(below_it, 0)
        above, below = chunk[:place], chunk[place:]
        if above and _is_above(above, other) and _is_above(other, below):
            yield from _parted(above, chunks)
            yield from _parted(below, chunks)
            return
    yield chunk


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
