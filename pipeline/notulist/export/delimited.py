"""CSV in two dialects: for programs, and for a Dutch Excel."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Literal

from notulist.errors import Language
from notulist.export.cells import Cell, escape, iso, join, unescape
from notulist.export.table import Table, columns

_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a CSV is written; the defaults are for programs."""

    delimiter: str = ","
    decimal: str = "."
    line_end: str = "\n"
    true: str = "true"
    false: str = "false"
    encoding: str = "utf-8"


def dialect_of(excel: bool, language: Language) -> Dialect:
    """For programs, or for Excel with Dutch settings and booleans in the language."""
    if not excel:
        return Dialect()
    true, false = ("ja", "nee") if language == "nl" else ("yes", "no")
    return Dialect(";", ",", "\r\n", true, false, "utf-8-sig")


def write_csv(table: Table, path: Path, dialect: Dialect) -> None:
    """Write the table to `path` as CSV. Raises OSError."""
    rounded = [_rounded(name) for name in table.names]
    names = [escape(name, within=dialect.delimiter == ",") for name in table.names]
    # Quotes keep a delimiter inside a name from being counted when the dialect is told by it.
    telling = any(mark in name for name in names for mark in ",;")
    with path.open("w", encoding=dialect.encoding, newline="") as file:
        file.write(_line(names, dialect, quote_all=telling))
        for row in table.rows:
            cells = [_text(cell, r, dialect) for cell, r in zip(row, rounded, strict=True)]
            file.write(_line(cells, dialect))


def read_csv(path: Path) -> tuple[list[str], list[list[str]]]:
    """Names and rows of a CSV of either dialect, texts as before `escape`.

    Raises OSError, UnicodeDecodeError or csv.Error.
    """
    text = path.read_bytes().decode("utf-8-sig")
    before = csv.field_size_limit(len(text) + 1)
    try:
        delimiter = max(",;", key=lambda mark: len(_first(text, mark)))
        records = [
            [unescape(cell, within=delimiter == ",") for cell in record]
            for record in csv.reader(StringIO(text, newline=""), delimiter=delimiter)
            if record
        ]
    finally:
        csv.field_size_limit(before)
    return (records[0], records[1:]) if records else ([], [])


def _first(text: str, delimiter: str) -> list[str]:
    """The first record; [] where quotes and this delimiter don't go together."""
    lines = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return next(lines, [])
    except csv.Error:
        return []


def _line(cells: Iterable[str], dialect: Dialect, *, quote_all: bool = False) -> str:
    quoting: Literal[0, 1] = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    line = StringIO(newline="")
    # Python quotes a cell with \r or \n only where its line end has them, so write \r\n first.
    writer = csv.writer(line, delimiter=dialect.delimiter, lineterminator="\r\n", quoting=quoting)
    writer.writerow(cells)
    return line.getvalue()[:-2] + dialect.line_end


def _text(cell: Cell, rounded: bool, dialect: Dialect) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return dialect.true if cell else dialect.false
    if isinstance(cell, float):
        return repr(round(cell, _DECIMALS) if rounded else cell).replace(".", dialect.decimal)
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, datetime):
        return iso(cell)
    return escape(join(cell) if isinstance(cell, tuple) else cell, within=dialect.delimiter == ",")


def _rounded(name: str) -> bool:
    column = columns().get(name)
    return column is not None and column.kind == "float"
