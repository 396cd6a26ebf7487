"""XLSX: one sheet, typed cells, no text that Excel could take for a formula."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from datetime import datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from notulist.errors import ExportError
from notulist.export.cells import Cell, formula_like, iso, join
from notulist.export.table import Table, columns

_ROWS, _COLUMNS = 1_048_576, 16_384
_LONGEST, _KEPT = 32_767, 32_700  # UTF-16 units, as Excel counts
_CUT = " […]"
_WHOLE = 2**53  # beyond it Excel loses digits
_WIDTHS = {"bullet_id": 18, "document_sha256": 14, "text": 80}
_NARROWEST, _WIDEST = 8, 60
_LOOKED_AT = 200
_LINE, _HIGHEST = 15, 409  # points: of a line, and of the highest row that Excel takes
_FIRST_YEAR = 1900  # that Excel can count from
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DAYS = ("meeting_date",)  # columns of texts that are dates in a sheet
_UNFIT = r"\x00-\x08\x0b-\x1f\ufffe\uffff"
_NOT_XML = re.compile(f"[{_UNFIT}]")
# Also before what XML can't hold: its own escape begins with the _ that would complete this one.
_LIKE_ESCAPED = re.compile(f"_(?=x[0-9A-Fa-f]{{4}}[_{_UNFIT}])")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_OPTIONS = {
    "constant_memory": True,  # texts inside the sheet, so that escapes read back unchanged
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_xlsx(table: Table, path: Path) -> list[str]:
    """Write the table to `path`; a warning for each text longer than a cell holds.

    Raises OSError; ExportError X07 where it has more rows or columns than a sheet.
    """
    if len(table.rows) >= _ROWS or len(table.names) > _COLUMNS:
        size = {"rows": len(table.rows), "columns": len(table.names)}
        raise ExportError("X07", name=table.path, **size)
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import XlsxFileError

    try:
        with (
            TemporaryDirectory() as scratch,
            Workbook(str(path), {**_OPTIONS, "tmpdir": scratch}) as book,
        ):
            return _fill(book, table)
    except XlsxFileError as error:
        raise OSError(str(error)) from error


def read_xlsx(path: Path) -> tuple[list[str], list[list[Cell]]]:
    """Names and rows of the first sheet, texts as they were given to `write_xlsx`.

    Raises OSError, KeyError, ValueError or zipfile.BadZipFile.
    """
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        rows = [[_read(v) for v in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    finally:
        book.close()
    names = [str(name or "") for name in rows[0]] if rows else []
    return names, [row + [None] * (len(names) - len(row)) for row in rows[1:]]


def _fill(book: Any, table: Table) -> list[str]:
    sheet = book.add_worksheet("notulist")
    _as_text_only(sheet)
    _lay_out(sheet, book, table)
    bold = book.add_format({"bold": True})
    for column, name in enumerate(table.names):
        sheet.write_string(0, column, name, bold)
    cut = []
    widths = [_width(table, column) for column in range(len(table.names))]
    write = _cell_writer(sheet, book, widths)
    days = {column for column, name in enumerate(table.names) if name in _DAYS}
    for number, row in enumerate(table.rows):
        sheet.set_row(number + 1, _height(row, widths))
        for column, cell in enumerate(row):
            length = write(number + 1, column, _day(cell) if column in days else cell)
            if length > _LONGEST:
                values = {"length": length, "kept": _KEPT}
                cut.append(table.notice("X20", number, table.names[column], **values))
    return cut


def _lay_out(sheet: Any, book: Any, table: Table) -> None:
    sheet.freeze_panes(1, 0)
    if table.names:
        sheet.autofilter(0, 0, len(table.rows), len(table.names) - 1)
    for column in range(len(table.names)):
        sheet.set_column(column, column, _width(table, column))


def _cell_writer(sheet: Any, book: Any, widths: list[int]) -> Callable[[int, int, Cell], int]:
    """A function that writes a cell and returns how long its text was."""
    styles = {
        (wrap, quoted): book.add_format(
            {"valign": "top", "text_wrap": wrap, "quote_prefix": quoted}
        )
        for wrap in (False, True)
        for quoted in (False, True)
    }
    plain = styles[False, False]
    day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
    moment = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd hh:mm:ss"})

    def write(row: int, column: int, cell: Cell) -> int:
        if isinstance(cell, bool):
            sheet.write_boolean(row, column, cell, plain)
            return 0
        if isinstance(cell, int | float) and math.isfinite(cell) and abs(cell) <= _WHOLE:
            sheet.write_number(row, column, cell, plain)
            return 0
        if isinstance(cell, datetime) and cell.tzinfo is None and cell.year >= _FIRST_YEAR:
            sheet.write_datetime(row, column, cell, moment if cell.time() != time() else day)
            return 0
        text = _text(cell)
        if text:
            # The quote prefix keeps it a text when someone edits the cell.
            style = styles[widths[column] >= _WIDEST, formula_like(text)]
            sheet.write_string(row, column, _fitting(text), style)
        return _length(text)

    return write


def _as_text_only(sheet: Any) -> None:
    """Two repairs of xlsxwriter, so that every text reads back as it was.

    It copies a text "<r>…</r>" into the XML as it is, and escapes only every other one of
    "_x0041_x0042_", where the underscore between belongs to both.
    """

    def inline(string: str, attributes: Any = ()) -> None:
        sheet._xml_inline_string(string, True, attributes)

    sheet._xml_rich_inline_string = inline
    sheet._escape_control_characters = _escape


def _escape(data: object) -> object:
    """What XML can't hold as _xHHHH_, and _x005F_ for a _ that would read as the start of one."""
    if not isinstance(data, str):  # numbers of other parts of the XML
        return data
    text = _LIKE_ESCAPED.sub("_x005F_", data)
    return _NOT_XML.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def _day(cell: Cell) -> Cell:
    """A date for a text that is one as ISO 8601 writes it; any other cell as it is."""
    if not isinstance(cell, str) or not _ISO_DAY.fullmatch(cell):
        return cell
    try:
        return datetime.fromisoformat(cell)
    except ValueError:
        return cell


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return iso(cell)
    return join(cell) if isinstance(cell, tuple) else str(cell)


def _fitting(text: str) -> str:
    if _length(text) <= _LONGEST:
        return text
    units = text.encode("utf-16-le")[: 2 * _KEPT]
    return units.decode("utf-16-le", "ignore") + _CUT


def _length(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _width(table: Table, column: int) -> int:
    """In characters: of the longest cell among the first, within bounds."""
    name = table.names[column]
    if name in _WIDTHS and name in columns():
        return _WIDTHS[name]
    longest = max((len(_text(row[column])) for row in table.rows[:_LOOKED_AT]), default=0)
    return min(max(longest, len(name) + 3, _NARROWEST), _WIDEST)


def _height(row: Sequence[Cell], widths: Sequence[int]) -> float:
    """In points: room for the most lines of a wrapped cell. LibreOffice makes none of its own."""
    wrapped = (
        sum(math.ceil(max(len(line), 1) / width) for line in _text(cell).splitlines() or [""])
        for cell, width in zip(row, widths, strict=True)
        if width >= _WIDEST
    )
    return float(min(_LINE * max(wrapped, default=1), _HIGHEST))


def _read(value: object) -> Cell:
    if isinstance(value, str):
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
    return (
        value if value is None or isinstance(value, bool | int | float | datetime) else str(value)
    )
