"""From rows to files that analysts open: CSV, XLSX, Parquet and JSONL, told by the suffix."""

from __future__ import annotations

import csv
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from notulist.errors import ExportError, Language
from notulist.export.cells import Cell
from notulist.export.files import cause_of, check_writable, replacing, suffix_of
from notulist.export.table import Table, from_frame, from_rows, in_words, mended

if TYPE_CHECKING:
    import pandas as pd

    from notulist.records import Row

# SyntaxError is what the readers of XML raise.
_DAMAGED = (
    OSError,
    EOFError,
    ValueError,
    LookupError,
    SyntaxError,
    csv.Error,
    BadZipFile,
    zlib.error,
)

_FOR_EXCEL = (".csv", ".xlsx")

__all__ = ["check_writable", "read_rows", "write", "write_frame"]


def write(
    rows: Sequence[Row],
    path: Path,
    *,
    excel: bool = False,
    language: Language = "en",
    explain: bool = False,
) -> list[str]:
    """Write one row a bullet to `path`, whole or not at all; warnings come back.

    excel: a CSV that a Dutch Excel opens right; an XLSX always does, of other files a warning comes
    back. language: of labels, kinds, reasons, warnings
    and, with excel, booleans; the names of columns stay English. explain: with the column `why`.
    Raises ExportError X01-X07.
    """
    return _write(from_rows(rows, str(path), language, explain=explain), Path(path), excel)


def write_frame(
    frame: pd.DataFrame, path: Path, *, excel: bool = False, language: Language = "en"
) -> list[str]:
    """Like `write`, for a table with any columns of texts, numbers, booleans and tuples of texts.

    Columns that have the name of one of Row are treated as there; the index isn't written.
    """
    return _write(from_frame(frame, str(path), language), Path(path), excel)


def read_rows(path: Path) -> pd.DataFrame:
    """A CSV (either dialect) or XLSX that `write` or `write_frame` made, as it was before.

    Columns of Row have its types; in others an empty cell is None, and a CSV gives texts only.
    Words stay in the language they were written in. Raises ExportError X08.
    """
    from notulist.export.restore import to_frame

    try:
        names, rows = _read(Path(path))
    except _DAMAGED as error:
        raise ExportError("X08", name=path, cause=cause_of(error)) from error
    return to_frame(names, rows)


def _read(path: Path) -> tuple[list[str], Sequence[Sequence[Cell]]]:
    if path.suffix.lower() == ".xlsx":
        from notulist.export.sheet import read_xlsx

        return read_xlsx(path)
    if path.suffix.lower() == ".csv":
        from notulist.export.delimited import read_csv

        return read_csv(path)
    raise ValueError(f"'{path.suffix}'")


def _write(table: Table, path: Path, excel: bool) -> list[str]:
    check_writable(path)
    whole, notices = mended(in_words(table))
    with replacing(path) as beside:
        notices += _write_as(suffix_of(path), whole, beside, excel)
    if excel and suffix_of(path) not in _FOR_EXCEL:
        notices.append(ExportError("X22", name=path).in_language(table.language))
    return notices


def _write_as(suffix: str, table: Table, path: Path, excel: bool) -> list[str]:
    """Each writer is loaded when it's needed: they are heavy."""
    if suffix == ".xlsx":
        from notulist.export.sheet import write_xlsx

        return write_xlsx(table, path)
    if suffix == ".csv":
        from notulist.export.delimited import dialect_of, write_csv

        write_csv(table, path, dialect_of(excel, table.language))
    elif suffix == ".parquet":
        from notulist.export.columnar import write_parquet

        write_parquet(table, path)
    else:
        from notulist.export.json_lines import write_jsonl

        write_jsonl(table, path)
    return []
