"""Word's DOCX by python-docx: one unit for each paragraph, those in tables included.

Left out: headers and footers (the same on every page), foot- and endnotes, comments, and what
tracked changes have deleted.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError

from notulist.errors import Notice, ReadError, notice
from notulist.reading.docx_body import Paragraph, paragraphs
from notulist.reading.docx_numbering import Counter, level_of_style, read_lists
from notulist.reading.docx_styles import Styles, read_styles
from notulist.reading.docx_text import Piece, lines_of, pieces, usual_setting
from notulist.reading.docx_xml import W, child, number, value
from notulist.reading.source import Line, Source

_MOST_BYTES = 1_000_000_000  # unpacked; far more than minutes with pictures, less than a bomb
# Of lxml, for XML that breaks off; of python-docx, for XML of another kind; of zipfile, for members
# that it can't unpack.
_BROKEN = (SyntaxError, AttributeError, TypeError, ValueError, RuntimeError, zlib.error)


@dataclass(frozen=True, slots=True)
class _Item:
    """What a paragraph is, apart from its text."""

    list_level: int | None
    marker: str | None
    heading: int | None


def read_docx(data: bytes, name: str) -> Source:
    """A Source of a Word file. A line break in a paragraph begins a Line of the same unit.

    Bullets and numbers that Word adds stand in Line.marker, not in the text.
    Raises ReadError: R02 if it holds no text, R05 if it is damaged, R13 if it unpacks to too much.
    """
    document = _open(data, name)
    styles = read_styles(_part(document, RELATIONSHIP_TYPE.STYLES))
    numbering = _part(document, RELATIONSHIP_TYPE.NUMBERING)
    counter = Counter(read_lists(numbering, styles))
    text: list[str] = []
    lines: list[Line] = []
    length = 0
    for unit, paragraph in enumerate(paragraphs(document.element.body)):
        parts = list(pieces(paragraph.element, styles))
        item = _item(paragraph.element, styles, counter)
        for line, words in _lines(parts, length, unit, paragraph, item):
            lines.append(line)
            text.append(words)
            length += len(words) + 1
    joined = "\n".join(text)
    if not joined.strip():
        raise ReadError("R02", name=name)
    digest = hashlib.sha256(data).hexdigest()
    return Source(name, joined, tuple(lines), digest, "docx", warnings=_warnings(document))


def _lines(
    parts: list[Piece], start: int, unit: int, paragraph: Paragraph, item: _Item
) -> Iterator[tuple[Line, str]]:
    """The lines of a paragraph with their text; only the first that holds text has the marker."""
    index, marker = 0, item.marker
    for line in lines_of(parts):
        words = "".join(piece.text for piece in line)
        bold, size = usual_setting(line)
        yield (
            Line(
                start + index,
                start + index + len(words),
                unit,
                index,
                size=size,
                bold=bold,
                bold_to=_bold_to(line, start + index),
                list_level=item.list_level,
                marker=marker,
                heading=item.heading,
                cell=paragraph.cell,
            ),
            words,
        )
        marker = None if words.strip() else marker
        index += len(words) + 1


def _bold_to(line: list[Piece], start: int) -> int | None:
    """As Line.bold_to. White space counts as bold: a line break leaves an empty plain piece."""
    beginning = takewhile(lambda piece: piece.bold or not piece.text.strip(), line)
    bold = "".join(piece.text for piece in beginning)
    if not bold.strip() or len(bold) == sum(len(piece.text) for piece in line):
        return None
    return start + len(bold.rstrip())


def _item(element: Any, styles: Styles, counter: Counter) -> _Item:
    properties = child(element, "pPr")
    style_id = value(properties, "pStyle") or styles.default
    own = number(properties, "outlineLvl")
    heading = styles.heading(style_id) if own is None else (own + 1 if own < 9 else None)
    num_id = number(properties, "numPr", "numId")
    level = number(properties, "numPr", "ilvl")
    if num_id is None:
        num_id = styles.first(style_id, lambda style: style.num_id)
        if level is None:
            level = styles.first(style_id, lambda style: style.list_level)
    if not num_id or num_id not in counter.lists:
        return _Item(None, None, heading)
    if level is None:
        ids = (style.id for style in styles.chain(style_id))
        level = level_of_style(counter.lists[num_id], ids) or 0
    return _Item(level, counter.marker(num_id, level), heading)


def _open(data: bytes, name: str) -> Any:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(member.file_size for member in archive.infolist())
            if size > _MOST_BYTES:
                raise ReadError("R13", name=name, size=size, limit=_MOST_BYTES)
        document = docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, OpcError, EOFError, OSError) as error:
        raise _damaged(name, str(error) or "no ZIP archive") from error
    except KeyError as error:
        raise _damaged(name, "no document in it that Word's transitional format knows") from error
    except _BROKEN as error:
        raise _damaged(name, str(error)) from error
    if getattr(document.element, "body", None) is None:
        raise _damaged(name, "no body in its document")
    return document


def _damaged(name: str, cause: str) -> ReadError:
    return ReadError("R05", name=name, format="DOCX", cause=cause.rstrip("."))


def _part(document: Any, relationship: str) -> Any:
    """The root element of a part of the document; None where it has none.

    Not by python-docx's own properties, which make a part that isn't there.
    """
    try:
        part = document.part.part_related_by(relationship)
    except KeyError:
        return None
    return getattr(part, "element", None)


def _warnings(document: Any) -> tuple[Notice, ...]:
    """What of the document isn't in the text."""
    body = document.element.body
    notes = sum(1 for _ in body.iter(W + "footnoteReference", W + "endnoteReference"))
    files = sum(1 for _ in body.iter(W + "altChunk"))
    return (
        *((notice("W03", count=notes),) if notes else ()),
        *((notice("W04", count=files),) if files else ()),
    )
