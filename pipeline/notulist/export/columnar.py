"""Parquet: typed columns, the same schema for any rows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from notulist.export.cells import Cell, iso, join
from notulist.export.table import Kind, Table, columns


def write_parquet(table: Table, path: Path) -> None:
    """Write the table to `path`. Raises OSError."""
    import pyarrow as pa
    from pyarrow import parquet

    arrays = [_array(name, table.column(number)) for number, name in enumerate(table.names)]
    parquet.write_table(pa.Table.from_arrays(arrays, names=list(table.names)), path)


def _array(name: str, cells: list[Cell]) -> Any:
    """Typed by the schema of Row, else by what the cells hold, else as texts."""
    import pyarrow as pa

    if name in columns():
        try:
            return pa.array(cells, type=_type(columns()[name].kind))
        except (pa.ArrowException, TypeError, OverflowError):
            pass  # another table's column that has the name of one of ours
    try:
        array = pa.array(cells)
    except (pa.ArrowException, TypeError, OverflowError):
        array = pa.array([_text(cell) for cell in cells], type=pa.string())
    return array.cast(pa.string()) if pa.types.is_null(array.type) else array


def _type(kind: Kind) -> Any:
    import pyarrow as pa

    return {
        "text": pa.string(),
        "int": pa.int64(),
        "float": pa.float64(),
        "bool": pa.bool_(),
        "texts": pa.list_(pa.string()),
    }[kind]


def _text(cell: Cell) -> str | None:
    if isinstance(cell, tuple):
        return join(cell)
    if isinstance(cell, datetime):
        return iso(cell)
    return None if cell is None else str(cell)
