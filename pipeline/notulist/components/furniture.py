"""What stands on a page without being part of the minutes: running lines, page numbers, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from math import ceil

from notulist.components.markers import agenda_number, find_marker
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
_NOTE = re.compile(r"\s*(?:\(?\d{1,2}\)?|\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹])[\s\u00a0.)]*\S")
_SAME_HEIGHT = 4.0  # points
_HEADER_ROWS = 3
_FEWEST_SIDES = 3  # left or right pages that a running line of theirs stands on
_SMALL = 0.9  # times the size of most of the text


def furniture(source: Source) -> set[int]:
    """Indices of running headers, footers and page numbers of a paged document."""
    if source.format in ("txt", "eml"):
        texts = (source.text[line.start : line.end] for line in source.lines)
        return {i for i, text in enumerate(texts) if text.strip() and _PAGE_OF.fullmatch(text)}
    if source.format != "pdf":
        return set()
    pages = _pages(source)
    repeated = _repeated(source, pages)
    numbers = {
        i
        for indices in pages.values()
        for i in (*indices[:2], *indices[-2:])
        if _PAGE_NUMBER.fullmatch(_text(source, i))
        and not _in_a_table(source, i, indices)
        and not _ends_a_sentence(source, i, indices)
    }
    return numbers | repeated


def _ends_a_sentence(source: Source, i: int, indices: list[int]) -> bool:
    """Whether a number is the rest of a sentence that the line above it began: "… op dia 44 en"."""
    above = source.lines[indices[max(indices.index(i) - 1, 0)]]
    line = source.lines[i]
    if above is line or not above.box or not line.box or above.size != line.size:
        return False
    if any(char.isalpha() for char in _text(source, i)):
        return False
    near = line.box[1] - above.box[3] < (line.size or 0.0)
    text = source.text[above.start : above.end].rstrip()
    return near and line.box[0] < above.box[2] and text[-1:].isalpha()


def _repeated(source: Source, pages: Mapping[int, list[int]]) -> set[int]:
    """Lines that stand at the same height, near the edge, on half of the pages or more, or of the
    left or the right ones."""
    edges: dict[int, tuple[str, int]] = {}
    seen: Counter[tuple[str, int]] = Counter()
    sides: Counter[tuple[str, int, int]] = Counter()
    for page, indices in pages.items():
        edge = {*indices[:3], *indices[-3:]}
        for i in edge:
            text, line = _text(source, i), source.lines[i]
            if _content(text) or _in_a_table(source, i, indices):
                continue
            same = _DIGITS.sub("0", text) if len(pages) > 2 else text
            edges[i] = same, round(_top(line, i) / _SAME_HEIGHT)
        here = {edges[i] for i in edge if i in edges}
        seen.update(here)
        sides.update((*one, page % 2) for one in here)
    enough = max(2, ceil(len(pages) * 0.5))
    enough_of_side = max(_FEWEST_SIDES, ceil(len(pages) * 0.25))
    return {
        i
        for i, (text, height) in edges.items()
        for side in [source.lines[i].unit % 2]
        if sum(seen[text, height + step] for step in (-1, 0, 1)) >= enough
        or sum(sides[text, height + step, side] for step in (-1, 0, 1)) >= enough_of_side
    }


def _in_a_table(source: Source, i: int, indices: list[int]) -> bool:
    """Whether a line is of a table with more rows than a running header has."""
    cell = source.lines[i].cell
    if cell is None:
        return False
    mine = (source.lines[j].cell for j in indices)
    return len({other[1] for other in mine if other and other[0] == cell[0]}) > _HEADER_ROWS


def _text(source: Source, i: int) -> str:
    return source.text[source.lines[i].start : source.lines[i].end].strip()


def _top(line: Line, place: int) -> float:
    return line.box[1] if line.box else float(place)


def _content(text: str) -> bool:
    """Lines that come on many pages and are no furniture: "Agendapunt 3", "Afspraak 1: …"."""
    return bool(find_marker(text) or agenda_number(text) or _ITEM.match(text))


def footnotes(source: Source, left_out: set[int]) -> list[list[int]]:
    """The footnotes of a PDF, each as the indices of its lines: small type at the foot of a page,
    behind a number. left_out: indices of furniture."""
    if source.format != "pdf":
        return []
    usual = _usual_size(source)
    found: list[list[int]] = []
    for indices in _pages(source).values():
        kept = [i for i in indices if i not in left_out]
        large = [
            line.box[3] for i in kept if not _is_small(line := source.lines[i], usual) and line.box
        ]
        if not large:
            continue
        below = [i for i in kept if (box := source.lines[i].box) and box[1] > max(large) - 1]
        for i in below:
            text = source.text[source.lines[i].start : source.lines[i].end]
            if _NOTE.match(text):
                found.append([i])
            elif found and found[-1][-1] in below:
                found[-1].append(i)
    return found


def _is_small(line: Line, usual: float) -> bool:
    return bool(line.size) and (line.size or 0.0) <= _SMALL * usual


def _usual_size(source: Source) -> float:
    """The font size of most of the text."""
    sizes: Counter[float] = Counter()
    for line in source.lines:
        sizes[line.size or 0.0] += line.end - line.start
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _pages(source: Source) -> Mapping[int, list[int]]:
    """The indices of the lines that hold text, by page.

    In order of their place on it, since the text order may put a footer first.
    """
    pages: dict[int, list[int]] = {}
    for i, line in enumerate(source.lines):
        if source.text[line.start : line.end].strip():
            pages.setdefault(line.unit, []).append(i)
    for indices in pages.values():
        indices.sort(key=lambda i: _top(source.lines[i], i))
    return pages
