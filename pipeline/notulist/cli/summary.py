"""What the command line says when it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from notulist.batch import Outcome
from notulist.errors import Language
from notulist.labels import DUTCH, DUTCH_KINDS, KINDS, LABELS, NIL, REMARKS
from notulist.messages import say

if TYPE_CHECKING:
    import pandas as pd

_MOST_PROBLEMS = 20
_MOST_ACTORS = 8


def summarise(
    outcomes: Sequence[Outcome], out: Path | None, warnings: Sequence[str], lang: Language
) -> str:
    """Files, bullets, labels, who speaks most, what failed and why, and where the output lies.

    out: None where nothing was written. warnings: of writing it.
    """
    rows = [row for outcome in outcomes for row in outcome.rows]
    lines = [
        _files(outcomes, lang),
        say("bullets", lang, count=sum(row.kind in REMARKS for row in rows)),
        *_labels(Counter(row.label for row in rows if row.label), lang),
        *_review(sum(row.review for row in rows), lang),
        *_others(Counter(row.kind for row in rows if row.kind not in REMARKS), lang),
    ]
    actors = Counter(actor for row in rows for actor in row.holder)
    del actors[NIL]  # many bodies, none of them in the list
    if actors:
        names = ", ".join(f"{actor} {count}" for actor, count in actors.most_common(_MOST_ACTORS))
        lines.append(say("actors", lang, actors=names))
    lines += _problems(outcomes, warnings, lang)
    lines.append(say("written", lang, path=out) if out else say("nothing", lang))
    return "\n".join(lines)


def summarise_inputs(outcomes: Sequence[Outcome], warnings: Sequence[str], lang: Language) -> str:
    """How many files were read, what failed and why, and what is to be looked at."""
    return "\n".join((_files(outcomes, lang), *_problems(outcomes, warnings, lang)))


def summarise_table(frame: pd.DataFrame, out: Path, warnings: Sequence[str], lang: Language) -> str:
    """The same for a table of bullets that was labelled in place."""
    label, review = (_ours(frame, name) for name in ("label", "review"))
    lines = [
        say("rows", lang, count=int(frame[label].notna().sum()), total=len(frame)),
        *_labels(Counter(frame[label].dropna()), lang),
        *_review(sum(frame[review].astype(bool)), lang),
        *_listed("noticed", warnings, lang),
        say("written", lang, path=out),
    ]
    return "\n".join(lines)


def _files(outcomes: Sequence[Outcome], lang: Language) -> str:
    status = Counter(outcome.status for outcome in outcomes)
    counts = {name: status[name] for name in ("ok", "partial", "failed")}
    return say("files", lang, total=len(outcomes), **counts)


def _problems(
    outcomes: Sequence[Outcome], warnings: Sequence[str], lang: Language
) -> Iterable[str]:
    for key, failed in (("failed", True), ("noticed", False)):
        problems = [
            problem.in_language(lang)
            for outcome in outcomes
            for problem in outcome.problems
            if (outcome.status == "failed") is failed
        ]
        yield from _listed(key, problems + ([] if failed else list(warnings)), lang)


def _ours(frame: pd.DataFrame, name: str) -> str:
    return f"notulist_{name}" if f"notulist_{name}" in frame.columns else name


def _labels(counts: Counter[str], lang: Language) -> Iterable[str]:
    total = sum(counts.values())
    for label in LABELS if total else ():
        name = DUTCH[label] if lang == "nl" else label
        yield f"  {name:<12} {counts[label]:>7} {counts[label] / total:>5.0%}"


def _review(count: int, lang: Language) -> Iterable[str]:
    if count:
        yield f"  {say('review', lang, count=count)}"


def _others(counts: Counter[str], lang: Language) -> Iterable[str]:
    if counts:
        words = {kind: DUTCH_KINDS[kind] if lang == "nl" else kind for kind in KINDS}
        kinds = ", ".join(f"{words[kind]} {counts[kind]}" for kind in KINDS if counts[kind])
        yield say("others", lang, count=counts.total(), kinds=kinds)


def _listed(key: str, texts: Sequence[str], lang: Language) -> Iterable[str]:
    if not texts:
        return
    yield say(key, lang)
    yield from (f"  {text}" for text in texts[:_MOST_PROBLEMS])
    if len(texts) > _MOST_PROBLEMS:
        yield f"  {say('more', lang, count=len(texts) - _MOST_PROBLEMS)}"
