"""What is drawn on a page, one thing at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportlab.lib.colors import Color, black, white
from reportlab.pdfgen.canvas import Canvas

from rendering.lines import Atom

_GREY = Color(0.8, 0.8, 0.8)


@dataclass(frozen=True, slots=True)
class Op:
    """Something to draw."""

    what: Literal["text", "box", "frame", "rule", "mark"]
    x: float
    y: float
    text: str = ""
    font: str = ""
    size: float = 0
    width: float = 0
    height: float = 0
    white: bool = False


def drawn(atom: Atom, x: float, y: float, size: float, hole: bool) -> list[Op]:
    """What an atom takes: text, and a box for what was taken out."""
    wide = atom.width
    if atom.kind == "gap":
        return [Op("box", x, y - size * 0.25, width=wide, height=size * 1.05, white=hole)]
    if atom.kind == "ground":
        box = Op("frame", x, y - size * 0.25, width=wide, height=size * 1.05)
        return [box, Op("text", x + 2, y, atom.text, atom.font, atom.size)]
    rise = size * 0.35 if atom.kind == "ref" else 0
    return [Op("text", x, y + rise, atom.text, atom.font, atom.size)]


def draw(canvas: Canvas, op: Op, page: int, pages: int, mode: int) -> None:
    """Draw it on a page of so many; mode: 3 for text that isn't painted."""
    if op.what == "text":
        canvas.setFillColor(white if op.white else black)
        canvas.setFont(op.font, op.size)
        # Only furniture holds these.
        text = op.text.replace("{page}", str(page)).replace("{pages}", str(pages))
        canvas.drawString(op.x, op.y, text, mode=mode)
    elif op.what == "box":
        canvas.setFillColor(white if op.white else black)
        canvas.rect(op.x, op.y, op.width, op.height, stroke=0, fill=1)
    elif op.what == "frame":
        canvas.setFillColor(_GREY)
        canvas.rect(op.x, op.y, op.width, op.height, stroke=1, fill=1)
    elif op.what == "rule":
        canvas.line(op.x, op.y, op.x + op.width, op.y + op.height)
    else:
        canvas.saveState()
        canvas.setFillColor(_GREY)
        canvas.setFont(op.font, op.size)
        canvas.translate(op.x, op.y)
        canvas.rotate(45)
        canvas.drawCentredString(0, 0, op.text)
        canvas.restoreState()
