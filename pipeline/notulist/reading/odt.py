"""OpenDocument text (ODT) by lxml: one unit for each paragraph, those in tables included.

Left out, as of Word files: headers and footers, notes, comments, and what tracked changes have
deleted.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from notulist.errors import Notice, ReadError, notice
from notulist.reading.docx_text import lines_of, usual_setting
from notulist.reading.odt_body import Paragraph, paragraphs
from notulist.reading.odt_lists import OUTLINE, Counter, read_lists
from notulist.reading.odt_styles import OdtStyles, read_styles
from notulist.reading.odt_text import pieces
from notulist.reading.odt_xml import OFFICE, TEXT, number
from notulist.reading.source import Line, Source

_MOST_BYTES = 500_000_000  # of its XML, unpacked; far more than minutes, less than a bomb
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


def read_odt(data: bytes, name: str) -> Source:
    """A Source of an ODT. A line break in a paragraph begins a Line of the same unit.

    Bullets and numbers that the word processor adds stand in Line.marker, not in the text.
    Raises ReadError: R02 if it holds no text, R05 if it is damaged, R11 if it is encrypted, R13 if
    it unpacks to too much.
    """
    try:
        body, roots = _open(data, name)
        styles = read_styles(roots)
        counter = Counter(read_lists(roots))
        text: list[str] = []
        lines: list[Line] = []
        length = 0
        for unit, paragraph in enumerate(paragraphs(body)):
            for line, words in _lines(paragraph, length, unit, styles, counter):
                lines.append(line)
                text.append(words)
                length += len(words) + 1
    except RecursionError as error:
        raise _damaged(name, "nested too deep") from error
    joined = "\n".join(text)
    if not joined.strip():
        raise ReadError("R02", name=name)
    digest = hashlib.sha256(data).hexdigest()
    return Source(name, joined, tuple(lines), digest, "odt", warnings=_warnings(body))


def _lines(
    paragraph: Paragraph, start: int, unit: int, styles: OdtStyles, counter: Counter
) -> Iterator[tuple[Line, str]]:
    """The lines of a paragraph with their text; only the first that holds text has the marker."""
    level, marker, heading = _item(paragraph, styles, counter)
    index = 0
    for line in lines_of(pieces(paragraph.element, styles)):
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
                list_level=level,
                marker=marker,
                heading=heading,
                cell=paragraph.cell,
            ),
            words,
        )
        marker = None if words.strip() else marker
        index += len(words) + 1


def _item(
    paragraph: Paragraph, styles: OdtStyles, counter: Counter
) -> tuple[int | None, str | None, int | None]:
    """(list level, marker, heading level) of a paragraph."""
    style = paragraph.element.get(TEXT + "style-name")
    heading = styles.paragraphs.heading(style)
    if paragraph.element.tag == TEXT + "h":
        heading = max(number(paragraph.element, TEXT + "outline-level") or 1, 1)
    place = paragraph.place
    if place is None:
        return None, None, heading
    marker = counter.marker(place, styles.list_style(style))
    level = None if place.style == OUTLINE and marker is None else place.level
    return level, marker, heading


def _open(data: bytes, name: str) -> tuple[Any, list[Any]]:
    """The office:text, and the roots that hold styles."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {info.filename: info for info in archive.infolist()}
            wanted = ("styles.xml", "content.xml", "META-INF/manifest.xml")
            size = sum(members[part].file_size for part in wanted if part in members)
            if size > _MOST_BYTES:
                raise ReadError("R13", name=name, size=size, limit=_MOST_BYTES)
            parts = {part: archive.read(part) for part in wanted if part in members}
        if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
            raise ReadError("R11", name=name)
        roots = [_parsed(parts[part]) for part in wanted[:2] if part in parts]
    except etree.XMLSyntaxError as error:
        raise _damaged(name, str(error)) from error
    except _BROKEN as error:
        raise _damaged(name, str(error) or "no ZIP archive") from error
    body = roots[-1].find(f"{OFFICE}body/{OFFICE}text") if "content.xml" in parts else None
    if body is None:
        raise _damaged(name, "no text document in it")
    return body, roots


def _parsed(xml: bytes) -> Any:
    """The root of a part; entities stay unresolved and nothing outside is fetched."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(xml, parser)


def _damaged(name: str, cause: str) -> ReadError:
    return ReadError("R05", name=name, format="ODT", cause=cause.rstrip("."))


def _warnings(body: Any) -> tuple[Notice, ...]:
    """What of the document isn't in the text."""
    notes = sum(1 for _ in body.iter(TEXT + "note"))
    return (notice("W03", count=notes),) if notes else ()
