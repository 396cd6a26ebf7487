"""What all writers take: named columns and rows of plain cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Literal

from notulist.errors import ExportError, Language
from notulist.export.cells import Cell, dutch, mend

if TYPE_CHECKING:
    import pandas as pd

    from notulist.records import Row

Kind = Literal["text", "int", "float", "bool", "texts"]

_KINDS: dict[str, Kind] = {"str": "text", "Label": "text", "tuple[str, ...]": "texts"}
_NUMBERS: dict[str, Kind] = {"int": "int", "float": "float", "bool": "bool"}


@dataclass(frozen=True, slots=True)
class Column:
    """Type of a column of Row, and whether a cell can be empty (None)."""

    kind: Kind
    nullable: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Columns by name, and rows of as many cells. `path` is where it goes, for messages."""

    path: str
    names: tuple[str, ...]
    rows: list[tuple[Cell, ...]]
    language: Language = "en"

    def column(self, number: int) -> list[Cell]:
        """The cells of one column, from the top."""
        return [row[number] for row in self.rows]

    def row_name(self, number: int) -> str:
        """What messages call a row: its bullet_id, or its number from 1."""
        if "bullet_id" in self.names:
            return str(self.rows[number][self.names.index("bullet_id")])
        return f"{'rij' if self.language == 'nl' else 'row'} {number + 1}"

    def notice(self, code: str, row: int, column: str, **values: object) -> str:
        """A warning about one cell, from the catalogue of errors."""
        named = {"name": self.path, "row": self.row_name(row), "column": column}
        return ExportError(code, **named, **values).in_language(self.language)


@cache
def columns() -> Mapping[str, Column]:
    """The columns of Row by name, in their order."""
    from notulist.records import Row

    return {field.name: _column(str(field.type)) for field in fields(Row)}


def from_rows(
    rows: Sequence[Row], path: str, language: Language, *, explain: bool = False
) -> Table:
    """The rows with the columns of Row, `why` only where `explain`."""
    from notulist.records import columns_of

    names = columns_of(explain=explain)
    cells: list[tuple[Cell, ...]] = [tuple(getattr(row, name) for name in names) for row in rows]
    return Table(path, names, cells, language)


def from_frame(frame: pd.DataFrame, path: str, language: Language) -> Table:
    """The frame without its index; missing values None, whole numbers whole again.

    Raises ExportError X06 where two columns have one name.
    """
    names = tuple(mend(str(name)) for name in frame.columns)
    for name in names:
        if names.count(name) > 1:
            raise ExportError("X06", name=path, column=name)
    plain = frame.astype(object).where(frame.notna(), None)
    whole = [name in columns() and columns()[name].kind == "int" for name in names]
    return Table(
        path,
        names,
        [
            tuple(_plain(value, integer) for value, integer in zip(row, whole, strict=True))
            for row in plain.itertuples(index=False, name=None)
        ],
        language,
    )


def in_words(table: Table) -> Table:
    """The table with labels, kinds and reasons in its language."""
    if table.language == "en":
        return table
    says = [dutch(_ours(name, table.names)) for name in table.names]
    rows = [
        tuple(say(cell) if say else cell for say, cell in zip(says, row, strict=True))
        for row in table.rows
    ]
    return replace(table, rows=rows)


def _ours(name: str, names: Sequence[str]) -> str:
    """The column of Row that a column holds; "" where another has its place with `notulist_`."""
    return "" if f"notulist_{name}" in names else name.rpartition("notulist_")[2]


def mended(table: Table) -> tuple[Table, list[str]]:
    """The table without lone surrogates, and a warning for each cell that had some."""
    rows, notices = [], []
    for number, row in enumerate(table.rows):
        whole = tuple(_mend(cell) for cell in row)
        rows.append(whole)
        notices += [
            table.notice("X21", number, name)
            for name, before, after in zip(table.names, row, whole, strict=True)
            if before != after
        ]
    return replace(table, rows=rows), notices


def _column(annotation: str) -> Column:
    parts = annotation.split(" | ")
    return Column(({**_KINDS, **_NUMBERS})[parts[0]], "None" in parts)


def _plain(value: object, integer: bool) -> Cell:
    if hasattr(value, "item"):  # a number of numpy
        value = value.item()
    if isinstance(value, float) and integer and value.is_integer():
        return int(value)
    if isinstance(value, tuple | list):
        return tuple(str(one) for one in value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, datetime):  # of pandas too
        return datetime.fromisoformat(value.isoformat())
    return str(value)


def _mend(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return mend(cell)
    return tuple(mend(value) for value in cell) if isinstance(cell, tuple) else cell
