"""The flow of lines into columns and pages, with footnotes, running headers and footers."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace

from reportlab.pdfgen.canvas import Canvas

from rendering.drawing import Op, draw, drawn
from rendering.faces import Faces, width
from rendering.gold import Gold
from rendering.lines import SetLine, Setting, pieces, words_of, wrap
from rendering.parts import Run

_PAPER = {"A4": (595.0, 842.0), "A5": (420.0, 595.0), "landscape": (842.0, 595.0)}
_PAPER["letter"] = (612.0, 792.0)


@dataclass
class Page:
    """What stands on it, body and furniture apart: makers draw them in either order."""

    body: list[Op] = field(default_factory=list)
    around: list[Op] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Event:
    """Gold, and the page on which it begins."""

    gold: Gold
    page: int


@dataclass
class Flow:
    """A pen that goes down a column, on to the next one, and on to the next page."""

    faces: Faces
    size: float
    paper: str = "A4"
    columns: int = 1
    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    """With {page} and {pages}."""
    side: float = 0
    """Points kept free at the right for a letterhead beside the text."""
    watermark: str = ""
    white: bool = False
    """Whether what is taken out leaves a white hole instead of a black one."""
    pages: list[Page] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    y: float = 0
    column: int = 0
    notes: list[tuple[str, list[SetLine]]] = field(default_factory=list)
    noted: int = 0

    def __post_init__(self) -> None:
        self.width, self.height = _PAPER[self.paper]
        self.left = 62.0 if self.paper != "A5" else 45.0
        self.top, self.bottom = self.height - 68.0, 68.0
        self._open_page()

    @property
    def leading(self) -> float:
        """From line to line."""
        return self.size * 1.3

    @property
    def measure(self) -> float:
        """The width of a column."""
        gutter = 22.0
        body = self.width - 2 * self.left - self.side
        return (body - gutter * (self.columns - 1)) / self.columns

    @property
    def x(self) -> float:
        """The left edge of this column."""
        return self.left + self.column * (self.measure + 22.0)

    @property
    def page(self) -> Page:
        """The last one."""
        return self.pages[-1]

    def say(self, gold: Gold) -> None:
        """Note what begins here."""
        self.events.append(Event(gold, len(self.pages)))

    def need(self, height: float) -> None:
        """Go on in the next column unless this much is free."""
        if self.y - height < self.bottom + self._notes_height():
            self.next_column()

    def next_column(self) -> None:
        """Close this column; its footnotes are set at its foot."""
        self._set_notes()
        self.column += 1
        if self.column >= self.columns:
            self._close_page()
            self._open_page()
        self.y = self.top

    def note(self, text: str) -> None:
        """A footnote of the line that is set next."""
        self.noted += 1
        small = Setting(self.faces.plain, self.size * 0.8)
        lines = wrap(words_of([Run(text)], small), small, self.measure - 12, self.measure)
        room = self.leading + self._notes_height() + (len(lines) + 1) * self.size
        if self.y - room < self.bottom:
            self.next_column()
        self.notes.append((str(self.noted), lines))

    def put(self, line: SetLine, x: float, extra: float = 0) -> None:
        """Draw a line at this height and go down."""
        for place, atom in pieces(line, x, extra):
            self.page.body += drawn(atom, place, self.y, self.size, self.white)
        self.y -= self.leading

    def text(self, text: str, x: float, font: str, size: float) -> None:
        """Draw a text at this height, and stay there."""
        self.page.body.append(Op("text", x, self.y, text, font, size))

    def finish(self) -> None:
        """Close the last page; call it once."""
        self._set_notes()
        self._close_page()

    def records(self) -> list[Gold]:
        """All gold in reading order."""
        filled = []
        for event in self.events:
            text = event.gold.text
            if event.gold.kind == "furniture":
                text = text.format(page=event.page, pages=len(self.pages))
            filled.append(replace(event.gold, text=text, page=event.page))
        return filled

    def pdf(
        self, title: str, *, furniture_first: bool, by_rows: bool, invisible: bool = False
    ) -> bytes:
        """The file, without a time or a random id in it.

        invisible: as the text layer of a scan, drawn but not painted.
        """
        file = io.BytesIO()
        canvas = Canvas(file, pagesize=(self.width, self.height), invariant=1)
        canvas.setTitle(title)
        canvas.setAuthor("notulist")
        for number, page in enumerate(self.pages, 1):
            body = sorted(page.body, key=lambda op: -op.y) if by_rows else page.body
            ops = [*page.around, *body] if furniture_first else [*body, *page.around]
            for op in ops:
                draw(canvas, op, number, len(self.pages), 3 if invisible else 0)
            canvas.showPage()
        canvas.save()
        return file.getvalue()

    def _open_page(self) -> None:
        self.pages.append(Page())
        self.column, self.y = 0, self.top
        for i, text in enumerate(self.header):
            self._around(text, self.left, self.height - 36 - i * 11)
        if self.watermark:
            self.page.around.append(
                Op("mark", self.width / 2, self.height / 2, self.watermark, self.faces.bold, 64)
            )
            self.say(Gold("furniture", self.watermark))

    def _close_page(self) -> None:
        for i, text in enumerate(self.footer):
            wide = width(text, self.faces.plain, self.size - 1.5)
            x = self.left if len(self.footer) > 1 else self.width - self.left - wide
            self._around(text, x, 42 - i * 11)

    def _around(self, text: str, x: float, y: float) -> None:
        self.page.around.append(Op("text", x, y, text, self.faces.plain, self.size - 1.5))
        self.say(Gold("furniture", text))

    def _notes_height(self) -> float:
        return sum(len(lines) for _, lines in self.notes) * self.size + (8 if self.notes else 0)

    def _set_notes(self) -> None:
        if not self.notes:
            return
        y = self.bottom + self._notes_height() - self.size
        rule = Op("rule", self.x, y + self.size, width=min(120, self.measure))
        self.page.body.append(rule)
        for number, lines in self.notes:
            words = [" ".join("".join(a.text for a in w) for w in line.words) for line in lines]
            self.say(Gold("footnote", " ".join(words), marker=number))
            small = self.size * 0.5
            self.page.body.append(Op("text", self.x, y + 3, number, self.faces.plain, small))
            for text in words:
                op = Op("text", self.x + 9, y, text, self.faces.plain, self.size * 0.8)
                self.page.body.append(op)
                y -= self.size
        self.notes = []
