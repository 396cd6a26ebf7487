"""How the lines of a Source lie: indent, fullness, gaps, and what is page furniture."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from notulist.components.markers import Marker, agenda_number, find_marker, lone_glyph
from notulist.reading.source import Line, Source

_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:pagina|blz\.?|page|p\.)\s*)?\d{1,4}(?:\s*(?:van|of|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
# Sure enough to be one in text too, where no place on the page tells.
_PAGE_OF = re.compile(
    r"\W*(?:pagina|blz\.?)\s*\d{1,4}(?:\s*(?:van|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_ITEM = re.compile(r"(?:agendapunt|afspraak|actie|besluit|punt)\b", re.IGNORECASE)
_RULE = re.compile(r"\s*(?:[-*_=/~#.]\s*){3,}")
_CHAR_WIDTH = 0.5  # of the font size: a fair mean for the sans-serif faces of minutes


@dataclass(frozen=True, slots=True)
class View:
    """A line that holds more than white space, with what its surroundings tell."""

    line: Line
    text: str
    """As in the source, white space at both ends included."""
    marker: Marker | None
    indent: float
    """Where its first character stands: characters (text) or points (PDF); level (DOCX)."""
    gap: int
    """Empty lines between it and the line before (page furniture aside)."""
    full: bool
    """Whether the first word of the next line would not have fitted on it: a wrapped line."""

    @property
    def body(self) -> str:
        """The text behind the marker, stripped."""
        return (
            self.text[self.marker.length if self.in_text else 0 :].strip()
            if self.marker
            else self.text.strip()
        )

    @property
    def in_text(self) -> bool:
        """Whether the marker stands in the text itself (Word keeps it apart)."""
        return self.marker is not None and self.line.marker is None

    @property
    def start(self) -> int:
        """Offset of the first character behind the marker."""
        skip = (
            self.marker.length
            if self.marker and self.in_text
            else len(self.text) - len(self.text.lstrip())
        )
        return self.line.start + skip

    @property
    def end(self) -> int:
        """Offset past the last character that isn't white space."""
        return self.line.start + len(self.text.rstrip())


def views(source: Source) -> list[View]:
    """The lines of a Source that hold text, page furniture and rules left out."""
    furniture = _furniture(source)
    texts = [source.text[line.start : line.end] for line in source.lines]
    kept = [i for i, text in enumerate(texts) if text.strip() and i not in furniture]
    kept = [i for i in kept if not _RULE.fullmatch(texts[i])]
    width = _width(source, kept, texts)
    result: list[View] = []
    for place, i in enumerate(kept):
        line, text = source.lines[i], texts[i]
        before = kept[place - 1] if place else -1
        gap = sum(
            1 for j in range(before + 1, i) if not texts[j].strip() or _RULE.fullmatch(texts[j])
        )
        after = kept[place + 1] if place + 1 < len(kept) else None
        full = after is not None and _would_overflow(line, text, texts[after], width)
        marker = _marker(line, text)
        result.append(View(line, text, marker, _indent(source, line, text), gap, full))
    return _merge_lone_glyphs(result)


def _marker(line: Line, text: str) -> Marker | None:
    if line.marker is not None:
        kind = "glyph" if not line.marker[:1].isalnum() and line.marker[:1] != "(" else "number"
        if re.fullmatch(r"\(?[A-Za-z]{1,4}[.)]?", line.marker):
            kind = "letter"
        return Marker(line.marker, kind, 0)  # type: ignore[arg-type]
    return find_marker(text)


def _indent(source: Source, line: Line, text: str) -> float:
    if line.list_level is not None:
        return float(line.list_level)
    if line.box is not None:
        return line.box[0]
    if source.format == "docx":
        return 0.0
    lead = text[: len(text) - len(text.lstrip())]
    return float(sum(4 if char == "\t" else 1 for char in lead))


def _width(source: Source, kept: list[int], texts: list[str]) -> float | None:
    """The right edge that lines are wrapped at, in characters or points; None: not wrapped."""
    if source.format in ("md", "docx") or len(kept) < 4:
        return None
    if source.format == "pdf":
        edges = sorted(line.box[2] for i in kept if (line := source.lines[i]).box)
        return edges[int(len(edges) * 0.95)] if edges else None
    lengths = sorted(len(texts[i].rstrip()) for i in kept)
    width = lengths[int(len(lengths) * 0.95)]
    # Paragraphs kept on one line each have no common width.
    near = sum(1 for length in lengths if 0.75 * width <= length <= width * 1.1)
    return float(width) if width <= 140 and near >= 0.25 * len(lengths) else None


def _would_overflow(line: Line, text: str, following: str, width: float | None) -> bool:
    if width is None:
        return False
    words = following.split()
    word = len(words[0]) if words else 0
    if line.box is not None:
        size = line.size or (line.box[3] - line.box[1])
        return line.box[2] + (word + 1) * size * _CHAR_WIDTH >= width * 0.97
    return len(text.rstrip()) + 1 + word >= width * 0.95


def _furniture(source: Source) -> set[int]:
    """Indices of running headers, footers and page numbers of a paged document."""
    if source.format == "txt":
        texts = (source.text[line.start : line.end] for line in source.lines)
        return {i for i, text in enumerate(texts) if text.strip() and _PAGE_OF.fullmatch(text)}
    if source.format != "pdf":
        return set()
    pages: dict[int, list[int]] = {}
    for i, line in enumerate(source.lines):
        if source.text[line.start : line.end].strip():
            pages.setdefault(line.unit, []).append(i)
    found: set[int] = set()
    seen: Counter[str] = Counter()
    edges: dict[int, str] = {}
    for indices in pages.values():
        # By place on the page, since the text order may put a footer first.
        ordered = sorted(indices, key=lambda i: _top(source.lines[i], i))
        for i in {*ordered[:3], *ordered[-3:]}:
            line = source.lines[i]
            text = source.text[line.start : line.end].strip()
            # Of two pages only what is the same at the same height is furniture.
            same = _DIGITS.sub("0", text) if len(pages) > 2 else f"{text} {_top(line, i):.0f}"
            edges[i] = "" if _content(text) else same
        seen.update({edges[i] for i in {*ordered[:3], *ordered[-3:]}})
        for i in {ordered[0], ordered[-1], *ordered[:2], *ordered[-2:]}:
            text = source.text[source.lines[i].start : source.lines[i].end]
            if _PAGE_NUMBER.fullmatch(text.strip()):
                found.add(i)
    enough = max(2, round(len(pages) * 0.5))
    repeated = {text for text, count in seen.items() if text and count >= enough}
    return found | {i for i, text in edges.items() if text in repeated}


def _top(line: Line, place: int) -> float:
    return line.box[1] if line.box else float(place)


def _content(text: str) -> bool:
    """Lines that come on many pages and are no furniture: "Agendapunt 3", "Afspraak 1: …"."""
    return bool(find_marker(text) or agenda_number(text) or _ITEM.match(text))


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
