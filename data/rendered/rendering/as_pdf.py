"""A PDF from parts, laid out by ourselves: where a line, column or page ends is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from notulist.corpus.authored import Minutes
from rendering.drawing import Op
from rendering.faces import faces, glyph, width
from rendering.flow import Flow
from rendering.gold import Gold, gold_of
from rendering.layouts import Layout
from rendering.lines import SetLine, Setting, words_of, wrap
from rendering.parts import Part, Run
from rendering.settings import FURNITURE, in_words

_WIDTHS = {
    "actions": (0.08, 0.5, 0.22, 0.2),
    "attendance": (0.5, 0.5),
    "glossary": (0.3, 0.7),
}
_GAP = {"title": 10.0, "heading": 9.0, "lead-in": 4.0}
_INDENT, _NESTED = 16.0, 16.0


@dataclass
class _Writer:
    """A flow and the layout that is kept to."""

    flow: Flow
    layout: Layout

    def write(self, parts: Sequence[Part]) -> None:
        """Set all parts."""
        kinds = groupby(parts, key=lambda one: one.cell.table if one.cell else "")
        waiting: Part | None = None
        for table, group in kinds:
            if table.startswith("tabs"):
                self._tabs(list(group))
            elif table:
                self._table(table.split()[-1], list(group))
            else:
                for one in group:
                    if waiting is not None:
                        self._heading_and_text(waiting, one)
                    elif not one.runs_on:
                        self._paragraph(one)
                    waiting = one if one.runs_on else None
        self.flow.finish()

    def _setting(self, one: Part) -> Setting:
        layout, face = self.layout, self.flow.faces
        strong = one.kind in ("title", "heading")
        bold = strong and (one.kind == "title" or bool(layout.heading & {"bold"}))
        large = one.kind == "title" or (one.kind == "heading" and "large" in layout.heading)
        hyphen = "\u00ad" if "soft-hyphens" in layout.extras else "-"
        breaks = one.kind == "bullet" and bool(layout.extras & {"hyphens", "soft-hyphens"})
        return Setting(
            face.bold if bold else face.plain,
            layout.size * (1.3 if large else 1),
            ligatures="ligatures" in layout.extras and face.truetype and not strong,
            hyphen=hyphen if breaks else "",
        )

    def _paragraph(self, one: Part) -> None:
        flow, setting = self.flow, self._setting(one)
        loose = {"tight": 0.0, "airy": 7.0}
        remark = next((loose[word] for word in loose if word in self.layout.extras), 2.5)
        if one.kind == "bullet" and self.layout.remark in ("prose", "turns"):
            remark = max(remark, 5.0)
        if one.kind == "bullet" and self.layout.remark == "indent":
            remark = 0
        flow.y -= _GAP.get(one.kind, remark if one.kind == "bullet" else 1.0)
        font, mark = glyph(one.marker, flow.faces) if one.marker else ("", "")
        indent = (_INDENT if one.marker else 0) + _NESTED * (one.level if one.marker else 0)
        hang = 0 if "flush" in self.layout.extras else indent
        first = 14.0 if self.layout.remark == "indent" and one.kind == "bullet" else indent
        lead = (Run(one.lead),) if one.lead else ()
        words = words_of((*lead, *one.runs), setting)
        lines = wrap(words, setting, flow.measure - first, flow.measure - hang)
        keep = 3 if one.kind in ("title", "heading") else 1
        flow.need(flow.leading * keep)
        if mark and self.layout.remark == "glued" and one.kind == "bullet":
            self._glued(one, setting)
            return
        for number, line in enumerate(lines):
            self._line(one, line, first if number == 0 else hang, number, setting)
            if number == 0 and mark:
                size = self.layout.size
                inset = max(_INDENT, width(mark, font, size) + 4)
                y = flow.y + flow.leading
                place = Op("text", self._at(first) - inset, y, f"{mark} ", font, size)
                flow.page.body.insert(self._before, place)

    def _line(self, one: Part, line: SetLine, inset: float, number: int, setting: Setting) -> None:
        flow = self.flow
        for _ in range(line.references):
            flow.note(one.notes[0])
        flow.need(flow.leading)
        if number == 0:
            for gold in gold_of(one):
                flow.say(gold)
        justified = "justified" in self.layout.extras and one.kind == "bullet"
        gaps = len(line.words) - 1
        room = flow.measure - inset - line.width
        extra = room / gaps if justified and not line.last and gaps else 0
        self._before = len(flow.page.body)
        if number and one.kind in ("title", "heading"):
            flow.y -= setting.size - self.layout.size
        flow.put(line, flow.x + inset, max(extra, 0))
        if one.kind == "heading" and "underlined" in self.layout.heading:
            y = flow.y + flow.leading - 2
            flow.page.body.append(Op("rule", flow.x + inset, y, width=line.width))

    def _at(self, inset: float) -> float:
        return self.flow.x + inset

    def _glued(self, one: Part, setting: Setting) -> None:
        """A glyph with no space behind it, and no hanging indent."""
        runs = (replace(one.runs[0], text="-" + one.runs[0].text), *one.runs[1:])
        words = words_of(runs, setting)
        for number, line in enumerate(wrap(words, setting, *[self.flow.measure] * 2)):
            self._line(one, line, 0, number, setting)

    def _heading_and_text(self, heading: Part, one: Part) -> None:
        """A heading that its first sentence follows on the same line."""
        bold, plain = self._setting(heading), self._setting(one)
        flow = self.flow
        flow.y -= _GAP["heading"]
        lead = words_of((Run(heading.lead + heading.text() + "."),), bold)
        words = [*lead, *words_of(one.runs, plain)]
        for gold in gold_of(heading):
            flow.say(gold)
        for number, line in enumerate(wrap(words, plain, flow.measure, flow.measure)):
            self._line(one, line, 0, number, plain)

    def _tabs(self, parts: list[Part]) -> None:
        """Two columns of names without a table's lines."""
        flow, plain = self.flow, self.flow.faces.plain
        firsts = [one.text() for one in parts if one.cell and not one.cell.column]
        stop = max(width(text, plain, flow.size) for text in firsts) + 18
        for _, cells in groupby(parts, key=lambda one: one.cell.row if one.cell else 0):
            flow.need(flow.leading)
            for one in cells:
                column = one.cell.column if one.cell else 0
                for gold in gold_of(one):
                    flow.say(gold)
                flow.text(one.text(), flow.x + column * stop, plain, flow.size)
            flow.y -= flow.leading

    def _table(self, name: str, parts: list[Part]) -> None:
        flow = self.flow
        flow.y -= 4
        rows = [list(row) for _, row in groupby(parts, key=lambda p: p.cell.row if p.cell else 0)]
        for number, cells in enumerate(rows):
            page = len(flow.pages)
            height = self._height(name, cells)
            flow.need(height)
            if len(flow.pages) > page and number and "repeat-header" in self.layout.extras:
                heads = [replace(cell, kind="furniture") for cell in rows[0]]
                self._cells(name, heads, self._height(name, heads))
            self._cells(name, cells, height)
        flow.y -= 8

    def _cells(self, name: str, cells: list[Part], height: float) -> None:
        flow = self.flow
        top, shares = flow.y + flow.leading * 0.75, _WIDTHS[name]
        for one in cells:
            assert one.cell is not None  # noqa: S101
            x = flow.x + sum(shares[: one.cell.column]) * flow.measure
            wide = sum(shares[one.cell.column : one.cell.column + one.cell.span]) * flow.measure
            for gold in gold_of(one):
                flow.say(gold)
            y = flow.y
            for line in self._cell_lines(one, wide):
                flow.put(line, x + 3)
            flow.y = y
            if "plain-table" not in self.layout.extras:
                box = Op("rule", x, top, width=wide), Op("rule", x, top, height=-height)
                flow.page.body += box
        flow.y -= height

    def _height(self, name: str, cells: list[Part]) -> float:
        shares = _WIDTHS[name]
        lines = [
            len(self._cell_lines(one, shares[one.cell.column] * self.flow.measure))
            for one in cells
            if one.cell
        ]
        return max(lines) * self.flow.leading + 4

    def _cell_lines(self, one: Part, wide: float) -> list[SetLine]:
        setting = Setting(self.flow.faces.plain, self.layout.size)
        return wrap(words_of(one.runs, setting), setting, wide - 6, wide - 6)


def as_pdf(parts: Sequence[Part], minutes: Minutes, layout: Layout) -> tuple[bytes, list[Gold]]:
    """The file and its gold."""
    day = in_words(minutes.date)
    header, footer = (
        tuple(t.replace("{body}", minutes.body).replace("{date}", day) for t in lines)
        for lines in FURNITURE[layout.furniture]
    )
    side = "side" in layout.opening
    flow = Flow(
        faces(layout.font),
        layout.size,
        layout.page,
        1 if layout.columns == "1" else 2,
        header,
        footer,
        side=110.0 if side else 0.0,
        watermark="CONCEPT" if "watermark" in layout.extras else "",
        white="white" in layout.extras,
    )
    writer = _Writer(flow, layout)
    if side:
        parts = _beside(flow, parts)
    writer.write(parts)
    file = flow.pdf(
        f"{minutes.body} {minutes.date}",
        invisible="invisible" in layout.extras,
        furniture_first="furniture-first" in layout.extras,
        by_rows=layout.columns == "2-rows",
    )
    return file, flow.records()


def _beside(flow: Flow, parts: Sequence[Part]) -> list[Part]:
    """Set the letterhead in the margin of the first page; the parts that are left."""
    y = flow.top
    for one in parts:
        if one.kind != "header":
            continue
        flow.say(gold_of(one)[0])
        label, _, value = one.text().partition(": ")
        for text in (f"{label}:", value):
            x = flow.left + flow.measure + 14
            op = Op("text", x, y, text, flow.faces.plain, flow.size - 2)
            flow.page.around.append(op)
            y -= flow.leading
    return [one for one in parts if one.kind != "header"]
