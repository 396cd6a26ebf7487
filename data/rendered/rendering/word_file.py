"""What of a rendered DOCX is not in its body: styles, headers, footers, footnotes, the archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as FilePart
from docx.oxml.ns import qn
from docx.shared import Pt

from notulist.corpus.authored import Minutes
from rendering.gold import Gold
from rendering.layouts import Layout
from rendering.settings import FURNITURE, in_words
from rendering.word_xml import NAMESPACES, element, run

_FIXED = (2025, 1, 1, 0, 0, 0)  # a time in the file would make each rendering another file
_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def look(document: Any, layout: Layout) -> None:
    """Set the font, the columns, and styles for headings."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = layout.font, Pt(layout.size)
    for level in (1, 2):
        style = document.styles.add_style(f"Agendapunt {level}", WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(style.element.keys()[-1], f"Agendapunt{level}")
        style.base_style = document.styles[f"Heading {level}"]
    if layout.columns == "2":
        section = document.sections[0]._sectPr
        for columns in section.findall(qn("w:cols")):
            columns.set(qn("w:num"), "2")


def add_furniture(document: Any, minutes: Minutes, layout: Layout) -> list[Gold]:
    """Put it in the parts for it, with fields for the number of the page and of all."""
    header, footer = FURNITURE[layout.furniture]
    section = document.sections[0]
    found = []
    for lines, part in ((header, section.header), (footer, section.footer)):
        for text in lines:
            text = text.replace("{body}", minutes.body).replace("{date}", in_words(minutes.date))
            found.append(Gold("furniture", text))
            paragraph = part.add_paragraph()._p
            for piece in (
                text.replace("{page}", "\0PAGE\0").replace("{pages}", "\0NUMPAGES\0").split("\0")
            ):
                field_ = piece in ("PAGE", "NUMPAGES")
                xml = f'<w:fldSimple w:instr=" {piece} ">{run("1")}</w:fldSimple>'
                if piece:
                    paragraph.append(element(xml if field_ else run(piece)))
    return found


def add_notes(document: Any, notes: Sequence[str]) -> None:
    """Add the part that holds footnotes."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{i}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for i, kind in enumerate(("separator", "continuationSeparator"))
    )
    texts = "".join(
        f'<w:footnote w:id="{i}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f"<w:footnoteRef/></w:r>{run(' ' + text)}</w:p></w:footnote>"
        for i, text in enumerate(notes, 2)
    )
    xml = f"<w:footnotes {NAMESPACES}>{separators}{texts}</w:footnotes>".encode()
    part = FilePart(PackURI("/word/footnotes.xml"), _NOTES, xml, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def saved(document: Any, minutes: Minutes) -> bytes:
    """The file, without a time in it."""
    properties = document.core_properties
    properties.title, properties.author = minutes.body, "notulist"
    properties.comments = "Invented minutes, rendered"
    properties.created = properties.modified = datetime(*_FIXED)
    file, fixed = io.BytesIO(), io.BytesIO()
    document.save(file)
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(fixed, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _FIXED), old.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
