"""What a reader gives: the text exactly as the file holds it, and how each line lay there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from notulist.errors import Notice

Format = Literal["txt", "md", "pdf", "docx", "odt", "html", "eml"]
Box = tuple[float, float, float, float]

# A form feed belongs to the line break before it, or a page break would look like an empty line.
_BREAK = re.compile(r"(?:\r\n|\r|\n)?\f|\r\n|\r|\n|[\v\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a Source. Fields that the format doesn't know are None."""

    start: int
    """Offset of its first character in Source.text."""
    end: int
    """Offset past its last character, line break excluded."""
    unit: int
    """Which page (PDF, from 1), paragraph (DOCX, ODT, HTML, from 0, in document order, table cells
    included) or line (text, e-mail, from 0) it stands in. With `index` the anchor that outlives a
    new reader."""
    index: int = 0
    """Index of its first character in that unit, as the PDF library numbers the characters of a
    page, or offset in the paragraph; 0 for text."""
    skips: tuple[int, ...] = ()
    """PDF: numbers of the page that this line leaves out (a line break that the library sees inside
    a visual line, an unmapped glyph, other text that was drawn between its parts), each as the
    offset from `start` before which it falls."""
    box: Box | None = None
    """PDF: left, top, right, bottom in points, from the page's top left corner. Across with side
    bearings (aligned text has the same left), down the ink alone. None for an empty line."""
    size: float | None = None
    """Font size in points of most of its characters."""
    bold: bool | None = None
    """Whether most of its letters are bold."""
    bold_to: int | None = None
    """PDF, DOCX: where the bold words end that the line begins with, as an offset in Source.text;
    None where it doesn't begin so or is bold to its end."""
    underlined: bool | None = None
    """PDF: whether all of it is underlined."""
    list_level: int | None = None
    """DOCX, ODT, HTML: nesting level of a numbered or bulleted paragraph, from 0; None: no item."""
    marker: str | None = None
    """DOCX, ODT, HTML: the bullet or number that is shown and the text doesn't hold ("•", "2.")."""
    heading: int | None = None
    """Level of a heading that the format marks as such (Word style, Markdown #, <h1>), from 1."""
    cell: tuple[int, int, int] | None = None
    """Table, row and column, from 0, of a table cell."""
    redactions: tuple[int, ...] = ()
    """PDF: where something is blacked out in it, each as the offset from `start` of the character
    before which it falls (the line's length: behind the last). Its box holds it."""


@dataclass(frozen=True, slots=True)
class Source:
    """One set of minutes as its file gives it."""

    name: str
    """The path as the user named it, with / ("minutes/lrt.pdf", "archive.zip/lrt.docx")."""
    text: str
    """All characters of the file in reading order; none lost or invented but white space."""
    lines: tuple[Line, ...]
    """In order of `start`; they cover every character of the text that isn't white space."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    format: Format
    encoding: str | None = None
    """Of a text file: utf-8, utf-8-sig, utf-16-le, utf-16-be, cp1252."""
    warnings: tuple[Notice, ...] = ()
    """What was odd but readable, for a person to see."""
    recognised: tuple[int, ...] = ()
    """PDF: the pages whose text was recognised by OCR, from 1, in order."""

    def line_at(self, offset: int) -> Line:
        """The line that holds the character at `offset` (the last that starts at or before it)."""
        found = bisect_right(self.lines, offset, key=lambda line: line.start)
        return self.lines[max(found - 1, 0)]

    def anchor(self, offset: int) -> tuple[int, int]:
        """(unit, index in it) of the character at `offset`: where the file itself has it."""
        line = self.line_at(offset)
        place = offset - line.start
        return line.unit, line.index + place + bisect_right(line.skips, place)


def from_text(text: str, name: str = "") -> Source:
    """A Source of plain text that is already in memory; its hash is that of the text in UTF-8."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(name, text, tuple(plain_lines(text)), digest, "txt")


def plain_lines(text: str) -> list[Line]:
    """The lines of plain text, also the empty ones; none after the last break."""
    return [Line(start, end, unit) for unit, (start, end) in enumerate(line_spans(text))]


def line_spans(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each line, the break (`\\r\\n`, `\\r`, a form feed and the like) excluded."""
    start = 0
    for match in _BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)
