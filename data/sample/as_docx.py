"""A sample as Word makes it: heading styles, a table, and lists whose marks aren't in the text."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from shape import attendance, in_words, numbered

from notulist.corpus.authored import Item, Minutes

BULLETS = (("List Bullet", "-"), ("List Bullet 2", "o"))
FIXED = (2025, 1, 1, 0, 0, 0)  # a time in the file would make each rendering another file


def word_lists(minutes: Minutes) -> bytes:
    """DOCX: "-" bullets with "o" below them by style, decisions in a numbered list at the end."""
    document = Document()
    _one_list_of_two_levels(document)
    document.add_heading(minutes.body, level=0)
    document.add_paragraph(f"Verslag van {in_words(minutes.date)}")
    _attendance(document, minutes.present)
    for item in minutes.items:
        _item(document, item)
    return _fixed(document, minutes)


def _item(document: Any, item: Item) -> None:
    document.add_heading(numbered(item), level=item.level)
    for remark in item.remarks:
        style = "List Number" if item.title == "Besluitenlijst" else BULLETS[remark.level][0]
        document.add_paragraph(remark.text, style=style)


def _attendance(document: Any, present: str) -> None:
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    for cell, title in zip(table.rows[0].cells, ("Aanwezig", "Namens"), strict=True):
        cell.paragraphs[0].add_run(title).bold = True
    for pair in attendance(present):
        for cell, text in zip(table.add_row().cells, pair, strict=True):
            cell.text = text


def _one_list_of_two_levels(document: Any) -> None:
    """Both bullet styles point to levels of one list, as in a document that Word itself made."""
    numbering = document.part.numbering_part.element
    abstract = _element("w:abstractNum", "w:abstractNumId", "90")
    abstract.append(_element("w:multiLevelType", "w:val", "hybridMultilevel"))
    for level, (_, glyph) in enumerate(BULLETS):
        abstract.append(_level(level, glyph))
    numbering.insert(0, abstract)  # the schema wants these before every w:num
    number = numbering.add_num(90)
    for level, (style, _) in enumerate(BULLETS):
        properties = document.styles[style].element.pPr.get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = number.numId


def _level(level: int, glyph: str) -> Any:
    element = _element("w:lvl", "w:ilvl", str(level))
    element.append(_element("w:start", "w:val", "1"))
    element.append(_element("w:numFmt", "w:val", "bullet"))
    element.append(_element("w:lvlText", "w:val", glyph))
    element.append(_element("w:lvlJc", "w:val", "left"))
    properties = OxmlElement("w:pPr")
    indent = _element("w:ind", "w:left", str(360 * (level + 1)))
    indent.set(qn("w:hanging"), "360")
    properties.append(indent)
    element.append(properties)
    return element


def _element(tag: str, attribute: str, value: str) -> Any:
    element = OxmlElement(tag)
    element.set(qn(attribute), value)
    return element


def _fixed(document: Any, minutes: Minutes) -> bytes:
    properties = document.core_properties
    properties.title, properties.author = minutes.body, "notulist"
    properties.comments = "Invented sample minutes"
    properties.created = properties.modified = datetime(*FIXED)
    saved, fixed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(fixed, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, FIXED)
            new.writestr(info, old.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
