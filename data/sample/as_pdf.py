"""Samples as PDF, laid out line by line, since where a line or page ends is what they show."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from shape import in_words, numbered

from notulist.corpus.authored import Minutes

LEFT, RIGHT, TOP, BOTTOM = 70.0, 525.0, 780.0, 75.0
# Where Word would hyphenate these, should one not fit at the end of a line.
HYPHENS = {
    "onverantwoord": "onver-antwoord",
    "tussenvoorzieningen": "tussen-voorzieningen",
    "vergunninghouders": "vergunning-houders",
}


@dataclass
class Page:
    """A canvas with a pen that goes down, and on to the next page at the bottom."""

    font: str
    bold: str
    size: float
    footer: str
    """With {page} and {pages}."""
    header: str = ""
    lines: list[list[tuple[float, str, str, float]]] = field(default_factory=lambda: [[]])
    """Of each page: y, font, text, x. Drawn at the end, when the number of pages is known."""
    y: float = TOP

    def put(self, text: str, indent: float = 0, mark: str = "", bold: bool = False) -> None:
        """Wrap the text from `indent` to the right margin, with the mark before its first line."""
        font, x = self.bold if bold else self.font, LEFT + indent
        for number, line in enumerate(wrap(text, RIGHT - x, font, self.size)):
            if self.y < BOTTOM:
                self.lines.append([])
                self.y = TOP
            if number == 0 and mark:
                self.lines[-1].append((self.y, font, f"{mark} ", x - 18))
            self.lines[-1].append((self.y, font, line, x))
            self.y -= self.size * 1.35

    def space(self, points: float) -> None:
        self.y -= points

    def bytes(self, title: str) -> bytes:
        """The PDF, without a time or a random id in it."""
        file = io.BytesIO()
        canvas = Canvas(file, pagesize=A4, invariant=1)
        canvas.setTitle(title)
        canvas.setAuthor("notulist")
        for number, lines in enumerate(self.lines, start=1):
            for y, font, text, x in lines:
                canvas.setFont(font, self.size)
                canvas.drawString(x, y, text)
                _cover_holes(canvas, text, x, y, font, self.size)
            canvas.setFont(self.font, self.size - 2)
            canvas.drawString(LEFT, 810, self.header)
            canvas.drawRightString(
                RIGHT, 40, self.footer.format(page=number, pages=len(self.lines))
            )
            canvas.showPage()
        canvas.save()
        return file.getvalue()


def policy_table(minutes: Minutes) -> bytes:
    """PDF: "•" bullets and dashes below them, redaction holes, subheadings without a number."""
    for name, file in (("Vera", "Vera.ttf"), ("VeraBd", "VeraBd.ttf")):
        pdfmetrics.registerFont(TTFont(name, file))
    page = Page("Vera", "VeraBd", 10.5, "Pagina {page} van {pages}")
    page.put(f"Verslag {minutes.body}", bold=True)
    page.space(8)
    page.put(f"Vergaderdatum {in_words(minutes.date)}")
    page.put(f"Aanwezig {minutes.present}")
    for item in minutes.items:
        page.space(10)
        page.put(numbered(item), bold=True)
        page.space(3)
        for remark in item.remarks:
            page.put(remark.text, 18 + 18 * remark.level, "•–"[remark.level])
    return page.bytes(f"{minutes.body} {minutes.date}")


def numbered_remarks(minutes: Minutes) -> bytes:
    """PDF: remarks numbered through the document, letters below them, a running header."""
    page = Page("Times-Roman", "Times-Bold", 11, "{page}/{pages}", f"CONCEPT – {minutes.body}")
    page.put(f"Verslag {minutes.body}", bold=True)
    page.put(f"Den Haag, {in_words(minutes.date)}")
    page.space(6)
    page.put(f"Aanwezig: {minutes.present}")
    number = letter = 0
    for item in minutes.items:
        page.space(10)
        page.put(f"Agendapunt {numbered(item)}", bold=True)
        for remark in item.remarks:
            page.space(3)
            number, letter = (number, letter + 1) if remark.level else (number + 1, 0)
            mark = f"{chr(96 + letter)})" if remark.level else f"{number}."
            page.put(remark.text, 20 + 20 * remark.level, mark)
    return page.bytes(f"{minutes.body} {minutes.date}")


def wrap(text: str, width: float, font: str, size: float) -> list[str]:
    """Lines of at most `width` points; a word breaks at its own hyphen or where HYPHENS says."""
    lines = [""]
    for word in re.findall(r" *\S+", text):
        head, rest = _fit(word, width, font, size, lines[-1])
        lines[-1] += head
        if rest:
            lines.append(rest if rest.startswith("  ") else rest.lstrip())
    return lines


def _fit(word: str, width: float, font: str, size: float, line: str) -> tuple[str, str]:
    """As much of the word as goes on the line, and what goes to the next."""

    def fits(part: str) -> bool:
        return bool(pdfmetrics.stringWidth(line + part, font, size) <= width)

    if not line or fits(word):
        return (word if line else word.lstrip()), ""
    bare = word.strip(" .,;:")
    hinted = word.replace(bare, HYPHENS.get(bare, bare))
    for cut in sorted((m.end() for m in re.finditer(r"\w-(?=\w)", hinted)), reverse=True):
        if fits(hinted[:cut]):
            return hinted[:cut], hinted[cut:]
    return "", word


def _cover_holes(canvas: Canvas, text: str, x: float, y: float, font: str, size: float) -> None:
    for hole in re.finditer(r"  +", text):
        left = x + pdfmetrics.stringWidth(text[: hole.start() + 1], font, size)
        right = x + pdfmetrics.stringWidth(text[: hole.end() - 1], font, size)
        canvas.rect(left, y - 2, right - left, size, fill=1)
