"""PDF by pdfium: one Line for each line that a reader of the page sees.

pdfium isn't safe for threads: read several files at once in processes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from notulist.errors import Notice, ReadError, notice
from notulist.reading.pdf_page import page_rows
from notulist.reading.pdf_rows import Row, is_apart, line_pitch
from notulist.reading.source import Line, Source

_TAIL = 2048  # bytes at the end that hold a whole file's end mark


def read_pdf(data: bytes, name: str) -> Source:
    """A Source of a PDF: its characters in the order in which they are read, which is that in
    which they are drawn where the page doesn't show another one.

    Every page begins a line. White space at the ends of lines is left off, an empty line is put in
    where paragraphs stand clearly apart. A hyphen at the end of a line is pdfium's U+FFFE.
    Raises ReadError: R03 if no page holds text, R04 if it needs a password, R05 if it is damaged.
    """
    pages = list(_pages(data, name))
    if not any(pages):
        raise ReadError("R03", name=name, pages=len(pages))
    text, lines = lay_out(pages)
    digest = hashlib.sha256(data).hexdigest()
    return Source(name, text, tuple(lines), digest, "pdf", warnings=_warnings(pages))


def lay_out(pages: Sequence[Sequence[Row]]) -> tuple[str, list[Line]]:
    """The text of pages of rows, and its lines; units count from 1."""
    pitch = line_pitch(pages)
    parts: list[str] = []
    lines: list[Line] = []
    length = tables = 0
    for unit, rows in enumerate(pages, 1):
        above: Row | None = None
        first_table = tables
        tables += 1 + max((row.cell[0] for row in rows if row.cell), default=-1)
        for row in rows:
            if above is not None and is_apart(above, row, pitch):
                lines.append(Line(length, length, unit, row.numbers[0]))
                parts.append("\n")
                length += 1
            lines.append(_line(row, length, unit, first_table))
            parts.append(row.text + "\n")
            length += len(row.text) + 1
            above = row
    return "".join(parts), lines


def _line(row: Row, start: int, unit: int, first_table: int) -> Line:
    return Line(
        start,
        start + len(row.text),
        unit,
        row.numbers[0],
        skips=_skips(row.numbers),
        box=row.box,
        size=row.size or None,
        bold=row.bold,
        bold_to=start + row.bold_to if 0 < row.bold_to < len(row.text) else None,
        underlined=row.underlined,
        cell=row.cell and (first_table + row.cell[0], *row.cell[1:]),
        redactions=row.redactions,
    )


def _skips(numbers: Sequence[int]) -> tuple[int, ...]:
    """As Line.skips: the place of each number that is missing from an ascending row of them."""
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return ()
    return tuple(
        place
        for place in range(1, len(numbers))
        for _ in range(numbers[place] - numbers[place - 1] - 1)
    )


def _pages(data: bytes, name: str) -> Iterator[list[Row]]:
    """The rows of each page. Closes the document also when the reading is broken off."""
    document = _open(data, name)
    try:
        for number in range(len(document)):
            yield _rows(document, number, name)
    finally:
        document.close()


def _rows(document: Any, number: int, name: str) -> list[Row]:
    try:
        page = document[number]
    except pypdfium2.PdfiumError as error:
        raise _damaged(name, f"page {number + 1}: {error}") from error
    try:
        return page_rows(page)
    except pypdfium2.PdfiumError as error:
        raise _damaged(name, f"page {number + 1}: {error}") from error
    finally:
        page.close()


def _open(data: bytes, name: str) -> Any:
    """pdfium repairs a cut-off file and gives the pages that are left: that would pass unseen."""
    tail = data[-_TAIL:]
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise ReadError("R04", name=name) from error
        raise _damaged(name, str(error)) from error
    if b"%%EOF" not in tail and b"startxref" not in tail:
        document.close()
        raise _damaged(name, "its end is missing")
    return document


def _damaged(name: str, cause: str) -> ReadError:
    return ReadError("R05", name=name, format="PDF", cause=cause.rstrip("."))


def _warnings(pages: Sequence[Sequence[Row]]) -> tuple[Notice, ...]:
    empty = [str(number) for number, rows in enumerate(pages, 1) if not rows]
    return (notice("W01", pages=", ".join(empty)),) if empty else ()
