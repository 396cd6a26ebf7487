"""How well a splitter finds the boundaries that readers marked: counts by document, and figures.

A row counts as found when it begins and ends at the same characters as a marked one, white space
and Markdown's signs aside. What a document's title is taken for is not counted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields

import numpy as np

from notulist.corpus.anchors import Mark, by_unit, digest, place_of
from notulist.corpus.marking import ROWS
from notulist.reading.source import Source
from notulist.training.metrics import Estimate

_EDGE = " \t\r\n\u00a0*_#|>`~"
_MARKS = _EDGE + "-–•"  # the gold has some list marks that are glued to their text
_NO_SPEECH = ("title", "furniture")

Stretch = tuple[str, int, int]
"""Kind, start and end in a source's text, in reading order."""


@dataclass(slots=True)
class Counts:
    """What was counted in one document."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    gold_headings: int = 0
    predicted_headings: int = 0
    found_headings: int = 0
    right_item: int = 0
    """Of the rows found, those that stand under the right heading."""
    right_kind: int = 0
    """Of the rows found, those whose kind (bullet or action) is right."""
    no_remark: int = 0
    """Predicted rows that hold nothing of any marked row."""
    attendance: int = 0
    """Predicted rows that hold something of marked attendance."""
    changed: int = 0
    """Marks whose text is no longer the same in the file as read, or no longer there."""
    misses: list[Stretch] = field(default_factory=list)
    """Marked rows and headings that weren't found, but for those that are no longer there."""
    extra: list[Stretch] = field(default_factory=list)
    """Predicted rows and headings that nobody marked."""


def count(source: Source, marks: Sequence[Mark], predicted: Sequence[Stretch]) -> Counts:
    """What a prediction gets right of what a reader marked in the same document."""
    counts = Counts()
    gold = stretches(source, marks, counts)
    told = [(kind, *trimmed(source.text, start, end)) for kind, start, end in predicted]
    told = [one for one in told if one[1] < one[2]]
    owner = _owners(source, gold)
    items, kinds = _rows(gold)
    told_items, told_kinds = _rows(told)
    counts.gold += len(items)
    counts.predicted = len(told_items)
    both = items.keys() & told_items.keys()
    counts.found = len(both)
    counts.right_item = sum(_same_item(items[at], told_items[at], owner) for at in both)
    counts.right_kind = sum(kinds[at] == told_kinds[at] for at in both)
    for start, end in told_items:
        kinds_here = {owner[i] for i in range(start, end)}
        counts.no_remark += not kinds_here & set(ROWS)
        counts.attendance += "attendance" in kinds_here
    headings = {(s, e) for kind, s, e in gold if kind == "heading"}
    told_headings = {
        (s, e)
        for kind, s, e in told
        if kind == "heading" and not {owner[i] for i in range(s, e)} & set(_NO_SPEECH)
    }
    counts.gold_headings += len(headings)
    counts.predicted_headings = len(told_headings)
    counts.found_headings = len(headings & told_headings)
    counts.misses = [
        one
        for one in gold
        if (one[0] in ROWS and one[1:] not in both)
        or (one[0] == "heading" and one[1:] not in told_headings)
    ]
    counts.extra = [
        one
        for one in told
        if (one[0] in ROWS and one[1:] not in both)
        or (one[0] == "heading" and one[1:] in told_headings - headings)
    ]
    return counts


def stretches(source: Source, marks: Sequence[Mark], counts: Counts | None = None) -> list[Stretch]:
    """Marks as places in the text of a Source, without those that hold signs alone.

    counts: where to count the marks whose text has changed, and those of which an end isn't there
    any more or that ends before it begins. These are left out and count as gold all the same.
    """
    units = by_unit(source.lines)
    found: list[Stretch] = []
    for one in marks:
        place = place_of(units, one.first, one.last)
        if place is None:
            if counts is not None:
                counts.changed += 1
                counts.gold += one.kind in ROWS
                counts.gold_headings += one.kind == "heading"
            continue
        if counts is not None and digest(source.text[slice(*place)]) != one.digest:
            counts.changed += 1
        start, end = trimmed(source.text, *place)
        if start < end:
            found.append((one.kind, start, end))
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without white space and Markdown's signs at its edges."""
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _owners(source: Source, gold: Sequence[Stretch]) -> list[str]:
    """The kind that each character of the text belongs to, "" for none."""
    owner = [""] * len(source.text)
    for kind, start, end in gold:
        owner[start:end] = [kind] * (end - start)
    return owner


def _rows(
    told: Sequence[Stretch],
) -> tuple[dict[tuple[int, int], tuple[int, int]], dict[tuple[int, int], str]]:
    """The heading that each row stands under ((0, 0) for none), and its kind."""
    items, kinds = {}, {}
    heading = (0, 0)
    for kind, start, end in told:
        if kind == "heading":
            heading = (start, end)
        elif kind in ROWS:
            items[start, end] = heading
            kinds[start, end] = kind
    return items, kinds


def _same_item(gold: tuple[int, int], told: tuple[int, int], owner: Sequence[str]) -> bool:
    """Whether a row stands under the same heading; the document's title is no agenda item."""
    title = bool(told[1]) and bool({owner[i] for i in range(*told)} & set(_NO_SPEECH))
    return gold == told or (title and gold == (0, 0))


def total(counts: Sequence[Counts]) -> Counts:
    """The counts of several documents added up, without their lists."""
    numbers = [f.name for f in fields(Counts) if f.name not in ("misses", "extra")]
    return Counts(**{name: sum(getattr(one, name) for one in counts) for name in numbers})


def row_f1(one: Counts) -> float:
    """F1 of the exact boundaries of bullets and actions."""
    return _f1(one.found, one.gold, one.predicted)


def heading_f1(one: Counts) -> float:
    """F1 of the exact boundaries of headings."""
    return _f1(one.found_headings, one.gold_headings, one.predicted_headings)


def item_share(one: Counts) -> float:
    """Of the rows found, the share that stands under the right heading."""
    return one.right_item / one.found if one.found else 0.0


def no_remark_share(one: Counts) -> float:
    """Of the predicted rows, the share that holds no remark."""
    return one.no_remark / one.predicted if one.predicted else 0.0


def _f1(found: int, gold: int, predicted: int) -> float:
    return 2 * found / (gold + predicted) if gold + predicted else 1.0


def estimate(
    figure: Callable[[Counts], float], counts: Sequence[Counts], times: int = 1000, seed: int = 0
) -> Estimate:
    """A figure over documents together, with an interval: documents drawn anew, `times` over."""
    random = np.random.default_rng(seed)
    draws = [
        figure(total([counts[i] for i in random.integers(len(counts), size=len(counts))]))
        for _ in range(times)
    ]
    low, high = np.quantile(draws, (0.025, 0.975))
    return Estimate(figure(total(counts)), float(low), float(high))
