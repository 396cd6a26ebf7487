"""From the texts of a CSV or a sheet back to the types of Row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from notulist.export.cells import Cell, iso, split
from notulist.export.table import Column, Kind, columns

if TYPE_CHECKING:
    import pandas as pd

TRUTH: dict[str, bool] = {
    **dict.fromkeys(("true", "yes", "ja", "waar", "1"), True),
    **dict.fromkeys(("false", "no", "nee", "onwaar", "0"), False),
}
"""What a cell may say in small letters, by us or by a spreadsheet, and what it means."""
_DTYPES: dict[Kind, str] = {"int": "int64", "float": "float64", "bool": "bool"}


def to_frame(names: Sequence[str], rows: Sequence[Sequence[Cell]]) -> pd.DataFrame:
    """The table as a DataFrame: columns of Row typed as there, others as they are ("" is None)."""
    import pandas as pd

    series = [
        _series(name, [row[number] if number < len(row) else None for row in rows])
        for number, name in enumerate(names)
    ]
    return pd.concat(series, axis="columns") if series else pd.DataFrame()


def _series(name: str, cells: list[Cell]) -> pd.Series:
    import pandas as pd

    column, dtype = columns().get(name), "object"
    if column is None:
        values = [None if cell == "" else cell for cell in cells]
        return pd.Series(values, dtype="object", name=name)
    try:
        values = [_value(cell, column) for cell in cells]
        if column.kind == "float" or None not in values:
            dtype = _DTYPES.get(column.kind, dtype)
    except (ValueError, KeyError):
        values = cells  # another table's column that has the name of one of ours
    return pd.Series(values, dtype=dtype, name=name)


def _value(cell: Cell, column: Column) -> Cell:
    """Raises ValueError or KeyError where the cell isn't of the column's type."""
    text = "" if cell is None else iso(cell) if isinstance(cell, datetime) else str(cell)
    if not text and column.nullable:
        return None
    if column.kind == "int":
        return int(text)
    if column.kind == "float":
        return float(text.replace(",", "."))
    if column.kind == "bool":
        return TRUTH[text.lower()]
    return split(text) if column.kind == "texts" else text
