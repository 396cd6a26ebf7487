"""Render the sample minutes in `source/` as the files that bodies publish, into `minutes/`.

    python data/sample/render.py

Each document gets another make: PDF with wrapped bullets and page numbers, Word with real lists and
tables, wrapped text with symbol-font glyphs, Markdown, speaker turns in cp1252, numbered remarks.
The same sources give the same text each time.
"""

from __future__ import annotations

import argparse
import io
import textwrap
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

from notulist.components.markers import MONTHS
from notulist.corpus.authored import Item, Minutes, Remark, parse

HERE = Path(__file__).parent
ACTION = "actie"
WIDTH = 76  # characters of a line of text taken out of a PDF
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


def in_words(day: date) -> str:
    """A date as minutes write it: 7 maart 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def heading(item: Item, stop: str = ".") -> str:
    """The heading of an agenda item: "2a. Titel"; without number the title alone."""
    return f"{item.number}{stop} {item.title}" if item.number else item.title


def ordinals(remarks: tuple[Remark, ...]) -> Iterator[str]:
    """1., 2. … for the remarks of the first level, a), b) … for those nested under them."""
    first = nested = 0
    for remark in remarks:
        if remark.level:
            nested += 1
            yield f"{chr(ord('a') + nested - 1)})"
        else:
            first, nested = first + 1, 0
            yield f"{first}."


def pdf(minutes: Minutes, *, numbered: bool = False) -> bytes:
    """Pages of A4 with a footer; a bullet that doesn't fit goes on on the next page."""
    size = 10 if numbered else 11
    text = ParagraphStyle("text", fontName="Helvetica", fontSize=size, leading=size * 1.3)
    strong = ParagraphStyle("strong", parent=text, fontName="Helvetica-Bold", spaceBefore=10)
    story: list[Flowable] = [
        Paragraph(f"Verslag {escape(minutes.body)}", ParagraphStyle("title", strong, fontSize=14)),
        Spacer(1, 8),
        Paragraph(f"Vergaderdatum {in_words(minutes.date)}", text),
        Paragraph(f"Aanwezig: {escape(minutes.present)}", text),
        Spacer(1, 6),
    ]
    marks = ordinals(minutes.remarks) if numbered else iter("•" * len(minutes.remarks))
    for item in minutes.items:
        story.append(Paragraph(escape(heading(item)), strong))
        for remark, mark in zip(item.remarks, marks, strict=False):
            inset = 18.0 * (remark.level + 1)
            style = ParagraphStyle(
                "bullet", text, leftIndent=inset, bulletIndent=inset - 16, spaceBefore=3
            )
            story.append(Paragraph(escape(remark.text), style, bulletText=mark))
    buffer = io.BytesIO()
    template = SimpleDocTemplate(
        buffer, pagesize=A4, margin=72, title=minutes.body, author="notulist", invariant=1
    )

    def footer(canvas: Any, page: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawRightString(A4[0] - 72, 36, f"Pagina {page.page}")

    template.build(story, onFirstPage=footer, onLaterPages=footer)
    return buffer.getvalue()


def word(minutes: Minutes) -> bytes:
    """Word with heading styles, real lists, and the actions as a table."""
    document = Document()
    document.core_properties.author = "notulist"
    document.core_properties.created = document.core_properties.modified = EPOCH
    document.add_heading(f"Verslag {minutes.body}", level=0)
    document.add_paragraph(f"Datum: {in_words(minutes.date)}")
    document.add_paragraph(f"Aanwezig: {minutes.present}")
    for item in minutes.items:
        document.add_heading(heading(item), level=min(item.level, 2))
        if ACTION in item.title.lower():
            _table(document, item)
            continue
        for remark in item.remarks:
            style = "List Bullet" if not remark.level else f"List Bullet {remark.level + 1}"
            document.add_paragraph(remark.text, style=style)
    return _same_bytes(document)


def _table(document: Any, item: Item) -> None:
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("Actie", "Wie"), strict=True):
        cell.text = text
    for remark in item.remarks:
        for cell, text in zip(table.add_row().cells, (remark.text, *remark.holder), strict=False):
            cell.text = text


def _same_bytes(document: Any) -> bytes:
    """A Word file without the time that it was saved at."""
    saved, fixed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EPOCH.timetuple()[:6]), old.read(name), 8)
    return fixed.getvalue()


def wrapped(minutes: Minutes) -> bytes:
    """Text as it is pasted out of a PDF: wrapped lines, symbol-font glyphs, "o" and "▪" below."""
    lines = [minutes.body, f"Vergaderdatum {in_words(minutes.date)}", ""]
    lines += [*textwrap.wrap(f"Aanwezig: {minutes.present}", WIDTH), ""]
    for item in minutes.items:
        lines += [heading(item), ""]
        for remark in item.remarks:
            lead = "   " * remark.level
            glyph = ("\uf0b7", "o", "▪")[min(remark.level, 2)]
            lines += textwrap.wrap(
                remark.text,
                WIDTH,
                initial_indent=f"{lead}{glyph} ",
                subsequent_indent=f"{lead}  ",
            )
        lines.append("")
    return "\n".join(lines).encode()


def markdown(minutes: Minutes) -> bytes:
    """Markdown as working groups keep it."""
    lines = [f"# Verslag {minutes.body}", "", f"Datum: {in_words(minutes.date)}", ""]
    lines += [f"**Aanwezig:** {minutes.present}", ""]
    for item in minutes.items:
        lines += [f"{'#' * (item.level + 1)} {heading(item)}", ""]
        lines += [f"{'  ' * remark.level}- {remark.text}" for remark in item.remarks]
        lines.append("")
    return "\n".join(lines).encode()


def turns(minutes: Minutes) -> bytes:
    """Prose, a paragraph a speaker, in the encoding of older Windows programs."""
    lines = [f"Verslag {minutes.body}", "", f"Datum: {in_words(minutes.date)}", ""]
    lines += [f"Aanwezig: {minutes.present}", ""]
    for item in minutes.items:
        lines += [heading(item), ""]
        lines += [line for remark in item.remarks for line in (remark.text, "")]
    return "\r\n".join(lines).encode("cp1252")


RENDERED: dict[str, tuple[str, Callable[[Minutes], bytes]]] = {
    "lrt-2024-03-07": ("pdf", pdf),
    "bo-ov-zeeland-2025-02-13": ("docx", word),
    "veiligheidsberaad-2025-06-13": ("txt", wrapped),
    "wg-boomgegevens-2024-05-16": ("md", markdown),
    "vng-informatiesamenleving-2022-11-10": ("txt", turns),
    "bo-waterkwaliteit-2019-10-03": ("pdf", lambda minutes: pdf(minutes, numbered=True)),
}


def render(folder: Path) -> list[Path]:
    """Write all sample minutes into `folder`, and say which."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, (suffix, make) in RENDERED.items():
        path = folder / f"{name}.{suffix}"
        path.write_bytes(make(parse(HERE / "source" / f"{name}.txt")))
        written.append(path)
    return written


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=HERE / "minutes")
    for path in render(parser.parse_args().output):
        print(path)
