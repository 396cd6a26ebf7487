"""How the lines of a Source lie: indent, fullness, gaps, and what is page furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from notulist.components.frames import without_frames
from notulist.components.furniture import footnotes, furniture
from notulist.components.margins import right_margins
from notulist.components.markers import Marker, find_marker, lone_glyph
from notulist.components.run_in import cut_run_in
from notulist.components.titles import is_act
from notulist.components.view import View
from notulist.reading.source import Line, Source

_ACT_AS_HEADING = re.compile(r"(#{1,6})\s+(.*)")  # "##### Actie: Kadaster zoekt het uit"
_QUOTED = re.compile(r"\s{0,3}(?:>\s?)+(?=\s*[-*+\d])")  # ">- …": a list within a quotation
_RULE = re.compile(r"\s*(?:[-*_=/~#.]\s*){3,}")
_FEWEST_WRAPPED = 4  # lines
_WIDEST = 120  # characters that Markdown is wrapped at
_WIDER = 1.1  # times the width of wrapped text: a line that is wider stands in no wrapped paragraph
_SLACK = 8.0  # points: letters differ in width, and what is set in italics runs over


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a Source, sorted by what they are for."""

    views: list[View]
    """Those that hold text of the minutes, in order."""
    notes: list[list[Line]]
    """Footnotes, each with its lines."""


def lay_out(source: Source) -> Layout:
    """The lines of a Source that hold text; page furniture and rules are left out."""
    left_out = furniture(source)
    notes = footnotes(source, left_out)
    left_out |= {i for note in notes for i in note}
    found = _views(source, left_out)
    return Layout(found, [[source.lines[i] for i in note] for note in notes])


def _views(source: Source, left_out: set[int]) -> list[View]:
    texts = [source.text[line.start : line.end] for line in source.lines]
    kept = [i for i, text in enumerate(texts) if text.strip() and i not in left_out]
    kept = [i for i in kept if not _RULE.fullmatch(texts[i])]
    framed = without_frames(source, kept)
    width = _width(source, kept, texts)
    margins = right_margins(source, kept, texts)
    result: list[View] = []
    for place, i in enumerate(kept):
        line, text = framed.get(i, source.lines[i]), texts[i]
        before = kept[place - 1] if place else -1
        gap = sum(
            1 for j in range(before + 1, i) if not texts[j].strip() or _RULE.fullmatch(texts[j])
        )
        if i in framed and (before < 0 or source.lines[before].cell != source.lines[i].cell):
            gap = max(gap, 1)
        after = kept[place + 1] if place + 1 < len(kept) else None
        edge = margins.get(i, width)
        full = after is not None and _would_overflow(
            line, text, source.lines[after], texts[after], edge
        )
        marker = _marker(line, text)
        if full and line.box is None and len(text.rstrip()) > (edge or 0) * _WIDER:
            # It was never wrapped, unless it goes on with an unfinished line.
            above = texts[before].rstrip() if before >= 0 and not gap and marker is None else "."
            full = above[-1] not in ".!?:"
        result.append(View(line, text, marker, _indent(source, line, text), gap, full))
    found = _merge_lone_glyphs(result)
    return [part for view in found for part in cut_run_in(view, source.format)]


def _marker(line: Line, text: str) -> Marker | None:
    if line.marker is not None:
        kind = "glyph" if not line.marker[:1].isalnum() and line.marker[:1] != "(" else "number"
        if re.fullmatch(r"\(?[A-Za-z]{1,4}[.)]?", line.marker):
            kind = "letter"
        return Marker(line.marker, kind, 0)  # type: ignore[arg-type]
    if line.heading is not None and (match := _ACT_AS_HEADING.match(text)) and is_act(match[2]):
        return Marker(match[1], "glyph", match.start(2))
    quoted = _QUOTED.match(text)
    if quoted is None:
        return find_marker(text)
    found = find_marker(text[quoted.end() :])
    return found and replace(found, length=found.length + quoted.end())


def _indent(source: Source, line: Line, text: str) -> float:
    if line.list_level is not None:
        return float(line.list_level)
    if line.box is not None:
        return line.box[0]
    if source.format in ("docx", "odt", "html"):
        return 0.0
    quoted = _QUOTED.match(text)
    lead = text[: len(text) - len(text[quoted.end() if quoted else 0 :].lstrip())]
    return float(sum(4 if char == "\t" else 1 for char in lead))


def _width(source: Source, kept: list[int], texts: list[str]) -> float | None:
    """The width that lines of text are wrapped at, in characters; None: not wrapped."""
    if source.format in ("pdf", "docx", "odt", "html") or len(kept) < 4:
        return None
    if source.format == "md":
        return _markdown_width(kept, texts)
    lengths = sorted(len(texts[i].rstrip()) for i in kept)
    width = lengths[int(len(lengths) * 0.95)]
    # Paragraphs kept on one line each have no common width.
    near = sum(1 for length in lengths if 0.75 * width <= length <= width * 1.1)
    return float(width) if width <= 140 and near >= 0.25 * len(lengths) else None


def _markdown_width(kept: list[int], texts: list[str]) -> float | None:
    """The width that the paragraphs of a Markdown file are wrapped at; None where each of their
    lines stands for itself."""
    within = [
        len(texts[i].rstrip())
        for i, following in pairwise(kept)
        if following == i + 1 and not find_marker(texts[following]) and _is_prose(texts[i])
    ]
    wrapped = [length for length in within if length <= _WIDEST]
    if len(wrapped) < max(_FEWEST_WRAPPED, 0.75 * len(within)):
        return None
    within = wrapped  # without the odd line that was never wrapped
    width = sorted(within)[int(len(within) * 0.95)]
    near = sum(1 for length in within if length >= 0.7 * width)
    return float(width) if near >= 0.6 * len(within) else None


def _is_prose(text: str) -> bool:
    return text.strip()[:1] not in ("#", "|", ">", "<", "`")


def _would_overflow(
    line: Line, text: str, after: Line, following: str, width: float | None
) -> bool:
    """Whether the first word of the next line would not have fitted behind this one."""
    if width is None:
        return False
    words = following.split()
    word = len(words[0]) if words else 0
    if line.box is not None and after.box is not None:
        # Letters are as wide as those of the line that the word stands on.
        letter = (after.box[2] - after.box[0]) / max(len(following.strip()), 1)
        return line.box[2] + (word + 1) * letter >= width - _SLACK
    return len(text.rstrip()) + 1 + word >= width * 0.95


def _merge_lone_glyphs(found: list[View]) -> list[View]:
    """A glyph alone on a line marks the line below it."""
    result: list[View] = []
    glyph: View | None = None
    for view in found:
        if lone_glyph(view.text) and view.marker is None:
            glyph = view
            continue
        if glyph is not None and view.marker is None:
            mark = Marker(glyph.text.strip(), "glyph", len(view.text) - len(view.text.lstrip()))
            view = View(view.line, view.text, mark, glyph.indent, glyph.gap, view.full)
        glyph = None
        result.append(view)
    return result
