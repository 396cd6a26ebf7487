"""Whether all of the gold's text is in a Source, in order, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from notulist.reading.source import Source
from rendering.gold import Gold
from rendering.locate import Place, letters, lost_and_invented
from rendering.result import Failure, Result, Score, short

_BESIDE = ("moved", "header")


def check_text(
    result: Result, records: Sequence[Gold], places: Sequence[Place], source: Source
) -> None:
    """Add the figures and failures of a file's text to its result."""
    body = [place for place in places if place.gold.kind not in ("furniture", "footnote")]
    # A letterhead beside the text may be read before or after it.
    right = {id(p) for p in body if p.found == "whole" or (p.found, p.gold.kind) == _BESIDE}
    result.text = Score(len(right), len(body), len(body))
    for place in body:
        if id(place) not in right:
            got = source.text[min(place.offsets) :][:90] if place.offsets else ""
            problem = f"text {place.found}: {place.gold.kind}"
            result.failures.append(Failure(problem, short(place.gold.text), short(got)))
    lost, invented = lost_and_invented(records, source)
    result.lost, result.invented = lost.total(), invented.total()
    if lost:
        result.failures.append(Failure("letters lost", f"{lost.total()}", _letters(lost)))
    if invented:
        got = _letters(invented)
        result.failures.append(Failure("letters invented", f"{invented.total()}", got))
    held = letters(source.text)
    shown = letters(" ".join(g.text for g in records if g.kind != "absent"))
    for gold in records:
        key = letters(gold.text)
        if gold.kind == "absent" and len(key) > 4 and held.count(key) > shown.count(key):
            result.leaked += 1
            result.failures.append(Failure("shown though deleted or covered", "", gold.text))


def _letters(counts: Counter[str]) -> str:
    return " ".join(f"{char}×{count}" for char, count in counts.most_common(12))
