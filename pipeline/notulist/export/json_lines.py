"""JSONL: one object a row, lists and nulls kept, UTF-8 as it is."""

from __future__ import annotations

import json
import math
from datetime import datetime
from pathlib import Path

from notulist.export.cells import Cell, iso
from notulist.export.table import Table


def write_jsonl(table: Table, path: Path) -> None:
    """Write the table to `path`. Raises OSError."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in table.rows:
            record = {name: _value(cell) for name, cell in zip(table.names, row, strict=True)}
            file.write(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n")


def _value(cell: Cell) -> Cell:
    """JSON has no infinity and no dates: as a text."""
    if isinstance(cell, datetime):
        return iso(cell)
    return str(cell) if isinstance(cell, float) and not math.isfinite(cell) else cell
