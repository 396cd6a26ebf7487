"""A DOCX from parts, with what Word itself and those who write in it make of minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from docx import Document

from notulist.corpus.authored import Minutes
from rendering import word_lists
from rendering.gold import Gold, gold_of
from rendering.layouts import Layout
from rendering.parts import Part, Run
from rendering.word_file import add_furniture, add_notes, look, saved
from rendering.word_xml import (
    complex_field,
    control,
    element,
    run,
    text_box,
    tracked,
)

_GRID = {"actions": (700, 5000, 1900, 1700), "minutes": (800, 6800, 1700)}
_GRID |= {"attendance": (4600, 4600), "glossary": (2600, 6600)}


@dataclass
class _Writer:
    """A document on its way."""

    document: Any
    layout: Layout
    notes: list[str] = field(default_factory=list)
    changes: int = 100
    list_number: int = word_lists.REMARKS
    lists: int = 0

    def write(self, parts: Sequence[Part]) -> None:
        """Add all parts before the section's own properties."""
        body = self.document.element.body
        boxed = [one for one in parts if one.kind == "header"]
        waiting = ""
        for table, group in groupby(parts, key=lambda one: one.cell.table if one.cell else ""):
            if table:
                body.insert(len(body) - 1, self._table(table.split()[-1], list(group)))
                body.insert(len(body) - 1, element("<w:p/>"))
                continue
            for one in group:
                if "textbox" in self.layout.opening and one.kind == "header":
                    if one is boxed[0]:
                        box = text_box(self._paragraph(part) for part in boxed)
                        body.insert(len(body) - 1, element(f"<w:p>{box}</w:p>"))
                    continue
                if one.runs_on:
                    waiting = run(f"{one.lead}{one.text()}. ", "<w:b/>")
                    continue
                xml = self._paragraph(one, waiting)
                waiting = ""
                if (
                    "sdt" in self.layout.extras
                    and one.kind == "bullet"
                    and len(one.text()) % 3 == 0
                ):
                    xml = control(xml)
                body.insert(len(body) - 1, element(xml))
                if "tracked" in self.layout.extras and one.kind == "heading":
                    body.insert(len(body) - 1, element(self._deleted_paragraph()))

    def _paragraph(self, one: Part, before: str = "") -> str:
        properties, characters = self._properties(one)
        lead = self._lead(one)
        runs = "".join(self._run(piece, one, characters) for piece in one.runs)
        lead = run(lead, characters) if lead else ""
        return f"<w:p><w:pPr>{properties}</w:pPr>{before}{lead}{runs}</w:p>"

    def _lead(self, one: Part) -> str:
        """What stands before the text and isn't Word's own number."""
        if one.kind == "heading":
            return one.lead
        in_list = one.kind == "topic" or one.under == "Besluiten"
        if not one.marker or in_list or one.loose or word_lists.listed(self.layout):
            return ""
        return f"{one.marker}\t"

    def _properties(self, one: Part) -> tuple[str, str]:
        """Of a paragraph, and of the characters in it."""
        heading, layout = self.layout.heading, self.layout
        if one.kind == "title":
            return '<w:pStyle w:val="Title"/>', ""
        if one.kind == "heading" and heading & {"style", "custom"} and not one.cell:
            name = "Heading" if "style" in heading else "Agendapunt"
            off = "auto" in heading and not one.number and one.level == 1
            none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>' if off else ""
            self._restart()
            return f'<w:pStyle w:val="{name}{min(one.level, 2)}"/>{none}', ""
        if one.kind == "heading":
            self._restart()
            space = '<w:spacing w:before="200" w:after="40"/>'
            return space, "<w:b/>" + ('<w:u w:val="single"/>' if "underlined" in heading else "")
        if one.kind == "topic":
            return word_lists.properties(layout, 0, word_lists.AGENDA), ""
        if one.kind == "bullet" and one.under == "Besluiten":
            return word_lists.properties(layout, 0, word_lists.DECISIONS), ""
        if one.kind == "bullet" and one.loose:
            return word_lists.cancelled(), ""
        if one.kind == "bullet" and "cancel" in layout.extras:
            return word_lists.cancelled() if not one.marker else self._item(one), ""
        if one.kind == "bullet" and one.marker and word_lists.listed(layout):
            return self._item(one), ""
        if one.kind == "bullet" and one.marker:
            left = 360 * (one.level + 1)
            return f'<w:ind w:left="{left}" w:hanging="360"/>', ""
        return '<w:spacing w:after="120"/>' if one.kind == "bullet" else "", ""

    def _item(self, one: Part) -> str:
        return word_lists.properties(self.layout, one.level, self.list_number)

    def _restart(self) -> None:
        if "restart" in self.layout.extras:
            self.lists += 1
            self.list_number = word_lists.restart(self.document, self.lists)

    def _run(self, piece: Run, one: Part, properties: str) -> str:
        self.changes += 1
        text, kind = piece.text, piece.kind
        plain = run(text, properties)
        if kind == "gap":
            return run("", properties) or ""
        if kind == "ref":
            self.notes.append(one.notes[0])
            number = len(self.notes) + 1
            return (
                '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:footnoteReference w:id="{number}"/></w:r>'
            )
        if kind == "link":
            return f'<w:hyperlink w:anchor="bijlage">{plain}</w:hyperlink>'
        if kind == "field":
            if self.changes % 2 or self.layout.converted:  # LibreOffice would put in today
                return f'<w:fldSimple w:instr=" QUOTE ">{plain}</w:fldSimple>'
            return complex_field(' DATE \\@ "d MMMM" ', text)
        made = {
            "inserted": lambda: tracked("w:ins", self.changes, plain),
            "moved-here": lambda: tracked("w:moveTo", self.changes, plain),
            "moved-away": lambda: tracked("w:moveFrom", self.changes, plain),
            "deleted": lambda: tracked("w:del", self.changes, run(text, tag="w:delText")),
            "hidden": lambda: run(text, "<w:vanish/>"),
            "smart": lambda: (
                f'<w:smartTag w:uri="urn:plaats" w:element="plaats">{plain}</w:smartTag>'
            ),
            "break": lambda: run("\n"),
            "soft-hyphen": lambda: run(text) if text else "<w:r><w:softHyphen/></w:r>",
            "nb-hyphen": lambda: run("\u2011"),
            "control": lambda: control(plain),
            "ground": lambda: run(text, '<w:shd w:val="clear" w:fill="BFBFBF"/>'),
        }
        return made[kind]() if kind in made else plain

    def _deleted_paragraph(self) -> str:
        self.changes += 2
        mark = tracked("w:del", self.changes - 1, "").replace("></w:del>", "/>")
        gone = tracked("w:del", self.changes, run(DELETED, tag="w:delText"))
        return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{gone}</w:p>"

    def _table(self, name: str, parts: list[Part]) -> Any:
        columns = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in _GRID[name])
        rows = []
        for _, row in groupby(parts, key=lambda one: one.cell.row if one.cell else 0):
            rows.append(self._row(name, list(row)))
        return element(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
            f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def _row(self, name: str, parts: list[Part]) -> str:
        cells, column = [], 0
        by_column = {
            place: list(group)
            for place, group in groupby(parts, key=lambda one: one.cell.column if one.cell else 0)
        }
        while column < len(_GRID[name]):
            held = by_column.get(column, [])
            first = held[0].cell if held else None
            span = first.span if first else 1
            inner = "".join(self._paragraph(one) for one in held) or "<w:p/>"
            wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
            if "merged" in self.layout.extras and name == "attendance" and column:
                wide += '<w:vMerge w:val="restart"/>' if held else "<w:vMerge/>"
            wide = f'<w:tcW w:w="{_GRID[name][column]}" w:type="dxa"/>{wide}'
            cell = f"<w:tc><w:tcPr>{wide}</w:tcPr>{inner}</w:tc>"
            controlled = "sdt-cells" in self.layout.extras and held and column == 1
            cells.append(control(cell) if controlled else cell)
            column += span
        return f"<w:tr>{''.join(cells)}</w:tr>"


DELETED = "Deze alinea is na de vergadering op verzoek van een deelnemer geschrapt."


def as_docx(parts: Sequence[Part], minutes: Minutes, layout: Layout) -> tuple[bytes, list[Gold]]:
    """The file and its gold; furniture comes once, at the end, since Word keeps it apart."""
    document = Document()
    look(document, layout)
    word_lists.define(document, layout)
    writer = _Writer(document, layout)
    writer.write(parts)
    furniture = add_furniture(document, minutes, layout)
    if writer.notes:
        add_notes(document, writer.notes)
    notes = [Gold("footnote", text, marker=str(i)) for i, text in enumerate(writer.notes, 1)]
    shown = layout.make == "docx-pdf"  # where the figure of a footnote is text
    records = [gold for one in parts for gold in gold_of(one if shown else _read(one))]
    if "tracked" in layout.extras:
        records.append(Gold("absent", DELETED))
    return saved(document, minutes), [*records, *notes, *furniture]


def _read(one: Part) -> Part:
    """A part as its text is read: the figure of a footnote isn't text in Word."""
    return replace(one, runs=tuple(run for run in one.runs if run.kind != "ref"))
