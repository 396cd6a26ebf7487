"""The text of one Word paragraph, and how it is set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from notulist.reading.docx_styles import Style, Styles, T, half_points
from notulist.reading.docx_xml import MC, M, W, child, switch, value

_AS_TEXT = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
# What was deleted, what is shown elsewhere, and what describes instead of being shown.
_LEFT_OUT = {W + name for name in ("del", "moveFrom", "pPr", "rPr", "drawing", "pict", "object")}
_LEFT_OUT |= {W + name for name in ("instrText", "delText", "delInstrText", "rt", "sdtPr", "tblPr")}


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is set in one way."""

    text: str
    bold: bool
    size: float | None
    """In points."""


def pieces(paragraph: Any, styles: Styles) -> Iterator[Piece]:
    """The text of a w:p in order. Insertions are kept, deletions and hidden text left out."""
    style_id = value(paragraph, "pPr", "pStyle") or styles.default
    yield from _walk(paragraph, style_id, styles)


def lines_of(parts: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces of each line of a paragraph; one empty line for an empty one."""
    lines: list[list[Piece]] = [[]]
    for part in parts:
        first, *others = part.text.split("\n")
        lines[-1].append(Piece(first, part.bold, part.size))
        lines.extend([Piece(text, part.bold, part.size)] for text in others)
    return lines


def usual_setting(line: Iterable[Piece]) -> tuple[bool | None, float | None]:
    """(bold, size) of most of the letters in a line; (None, None) where there is none."""
    bolds: Counter[bool] = Counter()
    sizes: Counter[float | None] = Counter()
    for piece in line:
        letters = sum(c.isalnum() for c in piece.text)
        bolds[piece.bold] += letters
        sizes[piece.size] += letters
    if not bolds.total():
        return None, None
    return bolds[True] > bolds[False], sizes.most_common(1)[0][0]


def _walk(element: Any, style_id: str | None, styles: Styles) -> Iterator[Piece]:
    for inner in element.iterchildren(tag="*"):
        if inner.tag == W + "r":
            yield from _run(inner, style_id, styles)
        elif inner.tag == MC + "AlternateContent":
            yield from _walk(chosen(inner), style_id, styles)
        elif inner.tag == M + "t":
            yield Piece(inner.text or "", False, None)
        elif inner.tag not in _LEFT_OUT:
            yield from _walk(inner, style_id, styles)


def _run(run: Any, style_id: str | None, styles: Styles) -> Iterator[Piece]:
    properties = child(run, "rPr")
    if switch(properties, "vanish"):
        return
    text = "".join(_run_text(run))
    if text:
        bold = switch(properties, "b")
        size = half_points(properties)
        own = value(properties, "rStyle")
        if bold is None:
            bold = _from_styles(styles, own, style_id, lambda style: style.bold)
        if size is None:
            size = _from_styles(styles, own, style_id, lambda style: style.size) or styles.size
        yield Piece(text, bool(bold), size)


def _from_styles(
    styles: Styles, own: str | None, around: str | None, field: Callable[[Style], T | None]
) -> T | None:
    found = styles.first(own, field)
    return found if found is not None else styles.first(around, field)


def _run_text(element: Any) -> Iterator[str]:
    for inner in element.iterchildren(tag="*"):
        if inner.tag == W + "t" or inner.tag == M + "t":
            yield (inner.text or "").replace("\r\n", " ").replace("\n", " ")
        elif inner.tag in _AS_TEXT:
            yield _AS_TEXT[inner.tag]
        elif inner.tag == W + "sym":
            yield _symbol(inner)
        elif inner.tag == MC + "AlternateContent":
            yield from _run_text(chosen(inner))
        elif inner.tag not in _LEFT_OUT:
            yield from _run_text(inner)


def chosen(alternate: Any) -> Any:
    """The branch of an mc:AlternateContent that Word shows; the others say the same again."""
    choice = alternate.find(MC + "Choice")
    fallback = alternate.find(MC + "Fallback")
    return next((branch for branch in (choice, fallback) if branch is not None), alternate)


def _symbol(element: Any) -> str:
    try:
        return chr(int(element.get(W + "char", ""), 16))
    except (ValueError, OverflowError):
        return ""
