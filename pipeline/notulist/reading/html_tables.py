"""Where the cells of an HTML table lie."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MOST_COLUMNS, _MOST_ROWS = 1000, 65534  # of one cell, as browsers have it


@dataclass(slots=True)
class Table:
    """A table whose cells are asked for in document order."""

    number: int
    row: int = -1
    column: int = 0
    taken: dict[int, int] = field(default_factory=dict)
    """By column, the first row that no cell from above reaches into."""

    def begin_row(self) -> None:
        """The next row, from its first column."""
        self.row, self.column = self.row + 1, 0

    def cell(self, element: Any) -> tuple[int, int, int]:
        """Table, row and column of a <td> or <th>."""
        self.row = max(self.row, 0)  # a cell that stands in no row is in the first
        while self.taken.get(self.column, 0) > self.row:
            self.column += 1
        found = (self.number, self.row, self.column)
        width = _span(element, "colspan", _MOST_COLUMNS)
        height = _span(element, "rowspan", _MOST_ROWS)
        if height > 1:
            for column in range(self.column, self.column + width):
                self.taken[column] = self.row + height
        self.column += width
        return found


def is_data(table: Any) -> bool:
    """Whether a table holds data, and doesn't only lay out the page or a letter.

    One that does has a single cell, or holds a table or headings.
    """
    if table.get("role", "").lower() in ("presentation", "none"):
        return False
    cells = 0
    for inner in table.iterdescendants("table", "td", "th", *_HEADINGS):
        if inner.tag == "table" or (inner.tag in _HEADINGS and inner.getparent().tag != "th"):
            return False
        cells += inner.tag in ("td", "th")
    return cells != 1


def _span(element: Any, name: str, most: int) -> int:
    text = element.get(name, "1").strip()
    if not text.isdecimal() or not text.isascii():
        return 1
    number = int(text[:9])
    if number == 0:  # of rows: down to the last
        return most if name == "rowspan" else 1
    return min(number, most)
