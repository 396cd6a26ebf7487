"""Where in a Source each gold text lies, by its letters and digits alone."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from notulist.reading.source import Source
from rendering.gold import Gold

Found = Literal["whole", "moved", "scattered", "lost"]
"""whole: in one run and in order; moved: in one run elsewhere; scattered: in pieces, or not all."""

_LONG = 25  # letters of a text that is hardly there twice
_SHORT = 12  # letters of a text that isn't looked for elsewhere
_FAR = 4000
_PIECE = 8  # letters of the shortest piece of a scattered text


def letters(text: str) -> str:
    """Letters and digits in lower case, ligatures in two: what texts are compared by."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(char for char in folded.lower() if char.isalnum())


@dataclass(frozen=True, slots=True)
class Place:
    """Where a gold text was found."""

    gold: Gold
    found: Found
    offsets: frozenset[int]
    """Of its letters in Source.text."""


def locate(records: Sequence[Gold], source: Source) -> list[Place]:
    """A Place for each record but those of kind "absent", in their order."""
    chars = [(char, offset) for offset, one in enumerate(source.text) for char in letters(one)]
    apart = {**_lines(records, source), **_notes(records, chars)}
    taken = {offset for offsets in apart.values() for offset in offsets}
    left = [(char, offset) for char, offset in chars if offset not in taken]
    text = "".join(char for char, _ in left)
    offsets = [offset for _, offset in left]
    body = [i for i, gold in enumerate(records) if gold.kind != "absent" and i not in apart]
    spans = _in_order(text, {i: letters(records[i].text) for i in body})
    places: list[Place] = []
    for i, gold in enumerate(records):
        if i in apart:
            places.append(Place(gold, "whole", frozenset(apart[i])))
        elif gold.kind != "absent":
            end = max((spans[j][1] for j in spans if j < i), default=0)
            start = min((spans[j][0] for j in spans if j > i), default=len(text))
            known: tuple[Found, list[tuple[int, int]]] = ("whole", [spans[i]] if i in spans else [])
            found, pieces = known if i in spans else _search(gold, text, end, start)
            if found == "whole":
                spans[i] = pieces[0]
            where = frozenset(offsets[at] for a, b in pieces for at in range(a, b))
            places.append(Place(gold, found, where))
    return places


def lost_and_invented(records: Iterable[Gold], source: Source) -> tuple[Counter[str], Counter[str]]:
    """Letters of the body that the Source lacks, and those that it has from nowhere."""
    body: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    for gold in records:
        if gold.kind in ("furniture", "footnote"):
            beside.update(letters(gold.text + gold.marker))
        elif gold.kind != "absent":
            body.update(letters(gold.bare or gold.text))
            beside.update(letters((gold.lead or gold.number) + gold.marker))
            beside.update(Counter(letters(gold.text)) - Counter(letters(gold.bare or gold.text)))
    held = Counter(letters(source.text))
    return body - held, held - body - beside


def _in_order(text: str, keys: dict[int, str]) -> dict[int, tuple[int, int]]:
    """Where the texts stand that are too long to be there twice, the most that are in order."""
    long = {i: (text.find(key), key) for i, key in keys.items() if len(key) >= _LONG}
    spots = [(i, at, at + len(key)) for i, (at, key) in long.items() if at >= 0]
    tails: list[int] = []
    best: list[int] = []  # of each length of chain the spot that ends it
    before: list[int] = []
    for place, (_, at, _) in enumerate(spots):
        length = bisect_left(tails, at)
        before.append(best[length - 1] if length else -1)
        tails[length : length + 1] = [at]
        best[length : length + 1] = [place]
    chain: dict[int, tuple[int, int]] = {}
    place = best[-1] if best else -1
    while place >= 0:
        i, at, end = spots[place]
        chain[i] = (at, end)
        place = before[place]
    return chain


def _search(gold: Gold, text: str, start: int, end: int) -> tuple[Found, list[tuple[int, int]]]:
    """A text that should stand between two places, or else anywhere, or in pieces."""
    keys = [key for key in (letters(gold.text), letters(gold.bare)) if key]
    for key in keys:
        at = text.find(key, start, end)
        if at >= 0:
            return "whole", [(at, at + len(key))]
    for key in keys:
        at = text.find(key) if len(key) >= _SHORT else -1
        if at >= 0:
            return "moved", [(at, at + len(key))]
    spans = _scattered(keys[0], text, start, max(end, start + _FAR)) if keys else []
    return ("scattered", spans) if spans else ("lost", [])


def _scattered(key: str, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of a text that are there, each the longest that can be had."""
    spans: list[tuple[int, int]] = []
    place, cursor = 0, start
    while place + _PIECE <= len(key):
        low = _PIECE
        at = text.find(key[place : place + low], cursor, end)
        if at < 0:
            place += 1
            continue
        while place + low < len(key) and text.startswith(key[place : place + low + 1], at):
            low += 1
        spans.append((at, at + low))
        place, cursor = place + low, at + low
    return spans


def _lines(records: Sequence[Gold], source: Source) -> dict[int, list[int]]:
    """Furniture that is a line of its own, at the edge of its page."""
    found: dict[int, list[int]] = {}
    used: set[int] = set()
    tops = [line.box[1] for line in source.lines if line.box]
    middle = (min(tops) + max(tops)) / 2 if tops else 0.0
    for i, gold in enumerate(records):
        if gold.kind != "furniture" or not gold.page:  # Word keeps it apart from the text
            continue
        key = letters(gold.text)
        fits = [
            place
            for place, line in enumerate(source.lines)
            if place not in used
            and gold.page == line.unit
            and letters(source.text[line.start : line.end]) == key
        ]
        if fits:
            lines = source.lines
            outer = max(fits, key=lambda at: abs((lines[at].box or (0, 0))[1] - middle))
            used.add(outer)
            found[i] = list(range(lines[outer].start, lines[outer].end))
    return found


def _notes(records: Sequence[Gold], chars: Sequence[tuple[str, int]]) -> dict[int, list[int]]:
    """Footnotes, each with its figure."""
    text = "".join(char for char, _ in chars)
    found = {}
    for i, gold in enumerate(records):
        key = letters(gold.text)
        for whole in (letters(gold.marker) + key, key):
            at = text.find(whole) if gold.kind == "footnote" else -1
            if at >= 0:
                found[i] = [offset for _, offset in chars[at : at + len(whole)]]
                break
    return found
