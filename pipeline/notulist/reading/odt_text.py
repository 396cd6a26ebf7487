"""The text of one ODT paragraph, and how it is set."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from notulist.reading.docx_styles import Style, T
from notulist.reading.docx_text import Piece
from notulist.reading.odt_styles import OdtStyles
from notulist.reading.odt_xml import DRAW, OFFICE, TEXT, number

_SPACE = re.compile("[ \t\r\n]+")  # in XML it is one; spaces that count are elements
_AS_TEXT = {TEXT + "tab": "\t", TEXT + "line-break": "\n"}
# What stands elsewhere, and what describes instead of being shown.
_LEFT_OUT = {TEXT + name for name in ("note", "ruby-text", "script", "tracked-changes", "number")}
_LEFT_OUT |= {OFFICE + "annotation", OFFICE + "annotation-end"}
_MOST_SPACES = 1000


@dataclass(slots=True)
class _Run:
    """Where we are in the paragraph."""

    styles: OdtStyles
    paragraph: str | None
    after_space: bool = True


def pieces(paragraph: Any, styles: OdtStyles) -> Iterator[Piece]:
    """The text of a text:p or text:h in order, hidden text left out."""
    run = _Run(styles, paragraph.get(TEXT + "style-name"))
    yield from _inside(paragraph, run, None)


def _inside(element: Any, run: _Run, style: str | None) -> Iterator[Piece]:
    yield from _text(element.text, run, style)
    for inner in element:
        if isinstance(inner.tag, str):  # an entity that a DTD would define has none
            yield from _element(inner, run, style)
        yield from _text(inner.tail, run, style)


def _element(element: Any, run: _Run, style: str | None) -> Iterator[Piece]:
    tag = element.tag
    if tag in _AS_TEXT:
        run.after_space = False
        yield _piece(_AS_TEXT[tag], run, style)
    elif tag == TEXT + "s":
        count = number(element, TEXT + "c")
        run.after_space = False
        yield _piece(" " * min(1 if count is None else count, _MOST_SPACES), run, style)
    elif tag in _LEFT_OUT or tag.startswith(DRAW) or element.get(TEXT + "is-hidden") == "true":
        return
    elif tag == TEXT + "span":
        own = element.get(TEXT + "style-name", style)
        if own not in run.styles.hidden:
            yield from _inside(element, run, own)
    else:
        yield from _inside(element, run, style)


def _text(text: str | None, run: _Run, style: str | None) -> Iterator[Piece]:
    words = _SPACE.sub(" ", text or "")
    if run.after_space:
        words = words.removeprefix(" ")
    if words:
        run.after_space = words.endswith(" ")
        yield _piece(words, run, style)


def _piece(text: str, run: _Run, style: str | None) -> Piece:
    bold = _from_styles(run, style, lambda found: found.bold)
    size = _from_styles(run, style, lambda found: found.size) or run.styles.paragraphs.size
    return Piece(text, bool(bold), size)


def _from_styles(run: _Run, style: str | None, field: Callable[[Style], T | None]) -> T | None:
    found = run.styles.runs.first(style, field)
    return found if found is not None else run.styles.paragraphs.first(run.paragraph, field)
