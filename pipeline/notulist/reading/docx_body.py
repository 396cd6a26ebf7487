"""The paragraphs of a Word document in order, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from notulist.reading.docx_text import chosen
from notulist.reading.docx_xml import MC, W, child, number

Cell = tuple[int, int, int]
_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_DELETED = {W + "del", W + "moveFrom"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A w:p and the table cell it stands in (table, row, column, from 0; a nested table's own)."""

    element: Any
    cell: Cell | None = None


def paragraphs(body: Any) -> Iterator[Paragraph]:
    """All paragraphs of a w:body, each followed by those of the text boxes anchored in it.

    Rows and paragraphs that tracked changes have deleted are left out.
    """
    yield from _blocks(body, None, count())


def _blocks(parent: Any, cell: Cell | None, tables: Iterator[int]) -> Iterator[Paragraph]:
    for element in _unwrapped(parent):
        if element.tag == W + "p":
            if not _is_deleted(element):
                yield Paragraph(element, cell)
            for box in _text_boxes(element):
                yield from _blocks(box, cell, tables)
        elif element.tag == W + "tbl":
            yield from _table(element, next(tables), tables)


def _table(table: Any, number_: int, tables: Iterator[int]) -> Iterator[Paragraph]:
    rows = (element for element in _unwrapped(table) if element.tag == W + "tr")
    for row, element in enumerate(rows):
        if child(element, "trPr", "del") is not None:
            continue
        column = number(element, "trPr", "gridBefore") or 0
        for cell in _unwrapped(element):
            if cell.tag == W + "tc":
                yield from _blocks(cell, (number_, row, column), tables)
                column += number(cell, "tcPr", "gridSpan") or 1


def _unwrapped(parent: Any) -> Iterator[Any]:
    """The children, those inside content controls and insertions as if they stood free."""
    for element in parent.iterchildren(tag="*"):
        if element.tag in _WRAPPERS:
            yield from _unwrapped(element)
        elif element.tag == MC + "AlternateContent":
            yield from _unwrapped(chosen(element))
        else:
            yield element


def _text_boxes(element: Any) -> Iterator[Any]:
    """The w:txbxContent elements in a paragraph, outermost only, and each once."""
    for inner in element.iterchildren(tag="*"):
        if inner.tag == W + "txbxContent":
            yield inner
        elif inner.tag == MC + "AlternateContent":
            yield from _text_boxes(chosen(inner))
        elif inner.tag not in _DELETED:
            yield from _text_boxes(inner)


def _is_deleted(paragraph: Any) -> bool:
    """Whether its mark is deleted and nothing that stays stands in it."""
    mark = child(paragraph, "pPr", "rPr")
    if child(mark, "del") is None and child(mark, "moveFrom") is None:
        return False
    return all(run.getparent().tag in _DELETED for run in paragraph.iter(W + "r"))
