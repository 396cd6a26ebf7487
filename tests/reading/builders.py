"""Files to read in these tests, made on the spot."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph
from reportlab.pdfgen.canvas import Canvas

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf(*pages: Callable[[Canvas], object], **options: object) -> bytes:
    """A PDF of A4 pages, each drawn by a function of the canvas."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), **options)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def rows(*texts: str, top: float = 800, pitch: float = 12) -> Callable[[Canvas], None]:
    """Draws a line of text below the other."""

    def draw(canvas: Canvas) -> None:
        for place, text in enumerate(texts):
            canvas.drawString(72, top - place * pitch, text)

    return draw


def grid(canvas: Canvas, across: Sequence[float], down: Sequence[float]) -> None:
    """Draws the lines of a table one by one: columns from the left, rows in any order."""
    for x in across:
        canvas.line(x, min(down), x, max(down))
    for y in down:
        canvas.line(min(across), y, max(across), y)


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def word(*texts: str) -> bytes:
    """A DOCX with these paragraphs."""
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    return saved(document)


def number_with(document: Document, *elements: str) -> None:
    """Puts these w:abstractNum and w:num elements in the place of the document's own lists."""
    root = document.part.numbering_part.element
    for element in list(root):
        root.remove(element)
    for xml in elements:
        root.append(parse_xml(xml.replace(">", f" {W}>", 1)))


def abstract(number: int, *levels: str, extra: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{extra}{"".join(levels)}</w:abstractNum>'


def level(place: int, form: str, text: str, start: int = 1, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'{extra}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def num(number: int, of: int, extra: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{extra}</w:num>'


def item(document: Document, text: str, num_id: int | None, place: int | None = 0) -> Paragraph:
    """Adds a list paragraph; without `place`, or without `num_id`, it names the other alone."""
    paragraph = document.add_paragraph(text)
    inner = "" if place is None else f'<w:ilvl w:val="{place}"/>'
    inner += "" if num_id is None else f'<w:numId w:val="{num_id}"/>'
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {W}>{inner}</w:numPr>"))
    return paragraph
