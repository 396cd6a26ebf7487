"""Minutes of each make, written in the test and read by the real readers; what is split of them.

In all makes `**…**` is bold. A PDF's lines stand where the test puts them: each leading space moves
one to the right, an empty one leaves a gap.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

import docx
from docx.document import Document
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from notulist.components.blocks import Block, find_blocks
from notulist.components.clean import join_lines
from notulist.reading import read_bytes
from notulist.reading.source import Source

Grid = Sequence[Sequence[str]]
"""The cells of a table, row by row; a line break in a cell begins a paragraph."""

_LEFT, _STEP, _PITCH = 72, 6, 13  # points
_FACES = {False: "Helvetica", True: "Helvetica-Bold"}


def txt(text: str) -> Source:
    return read_bytes(text.encode(), "notulen.txt")


def md(text: str) -> Source:
    return read_bytes(text.encode(), "notulen.md")


@dataclass(frozen=True)
class Put:
    """A line of a PDF of another size, underlined, or at a place of its own on the page."""

    text: str
    size: float = 10
    at: float | None = None
    """Points from the top of the page."""
    underlined: bool = False


def pdf(*pages: Sequence[str | Put]) -> Source:
    """A PDF of these lines on A4 pages."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    for page in pages:
        y = 72.0
        for line in page:
            put = line if isinstance(line, Put) else Put(line)
            _draw(canvas, put, y if put.at is None else put.at)
            y += _PITCH if put.at is None else 0
        canvas.showPage()
    canvas.save()
    return read_bytes(buffer.getvalue(), "notulen.pdf")


def _draw(canvas: Canvas, put: Put, top: float) -> None:
    body = put.text.lstrip(" ")
    left = x = float(_LEFT + _STEP * (len(put.text) - len(body)))
    for text, bold in _parts(body):
        canvas.setFont(_FACES[bold], put.size)
        canvas.drawString(x, 842 - top, text)
        x += canvas.stringWidth(text)
    if put.underlined:
        canvas.rect(left, 842 - top - 2, x - left, 0.5, stroke=0, fill=1)


def pdf_with(*content: str | Grid) -> Source:
    """A PDF of paragraphs and tables with drawn lines, set by reportlab; pages break as needed."""
    style = ParagraphStyle("text", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=9)
    cell = ParagraphStyle("cell", parent=style, spaceAfter=0)
    story: list[Paragraph | Table] = []
    for part in content:
        if isinstance(part, str):
            story.append(Paragraph(_tagged(part), style))
            continue
        rows = [[[Paragraph(_tagged(p), cell) for p in text.split("\n")] for text in row]
                for row in part]  # fmt: skip
        lines = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        story.append(Table(rows, style=lines, spaceAfter=9))
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=(595, 842)).build(story)
    return read_bytes(buffer.getvalue(), "notulen.pdf")


def word(*content: str | Grid | Callable[[Document], object]) -> Source:
    """A DOCX of paragraphs and tables; `# …` is a heading, `- …` an item of a bulleted list, `1. …`
    of a numbered one. A line break in a paragraph is Word's own."""
    document = docx.Document()
    for part in content:
        if callable(part):
            part(document)
        elif isinstance(part, str):
            _add(document, part)
        else:
            table = document.add_table(len(part), len(part[0]))
            for row, texts in zip(table.rows, part, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    _fill(cell, text.split("\n"))
    buffer = io.BytesIO()
    document.save(buffer)
    return read_bytes(buffer.getvalue(), "notulen.docx")


def _add(document: Document, text: str) -> None:
    styles = {"# ": "Heading 1", "- ": "List Bullet", "1. ": "List Number"}
    sign = next((sign for sign in styles if text.startswith(sign)), "")
    _write(document.add_paragraph(style=styles.get(sign)), text.removeprefix(sign))


def _fill(cell: docx.table._Cell, paragraphs: Sequence[str]) -> None:
    for place, text in enumerate(paragraphs):
        style = "List Bullet" if text.startswith("- ") else None
        paragraph = cell.add_paragraph(style=style) if place else cell.paragraphs[0]
        _write(paragraph, text.removeprefix("- "))
        if style:
            paragraph.style = style


def _write(paragraph: docx.text.paragraph.Paragraph, text: str) -> None:
    for part, bold in _parts(text):
        run = paragraph.add_run(part)
        run.bold = bold or None


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """A text cut at its `**`, and whether each part is bold."""
    for part, bold in zip(text.split("**"), cycle((False, True)), strict=False):
        if part:
            yield part, bold


def _tagged(text: str) -> str:
    return "".join(f"<b>{part}</b>" if bold else part for part, bold in _parts(text))


def shown(source: Source, block: Block) -> str:
    """What a block says, on one line."""
    return join_lines(source.text[start:end] for start, end in block.pieces)


def split(source: Source) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(block.kind, shown(source, block)) for block in find_blocks(source)]


def of_kind(kind: str, source: Source) -> list[str]:
    """The texts of the blocks of one kind."""
    return [text for found, text in split(source) if found == kind]


def kind_in(source: Source, text: str) -> str:
    """The kind of the one block that says just this; "" where there is none."""
    found = [kind for kind, said in split(source) if said == text]
    return found[0] if len(found) == 1 else ""
