"""The figures of a checked set, by file and by layout feature."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from notulist.errors import NotulistError
from notulist.reading import read
from rendering.compare import compare
from rendering.gold import path_of, read_gold
from rendering.layouts import Layout
from rendering.result import Failure, Result, Score

HEAD = (
    f"{'':34} {'files':>5} {'bullets':>7} {'P':>5} {'R':>5} {'F1':>5} {'head':>5} {'nr':>5} "
    f"{'agenda':>6} {'text':>5} {'cut':>7} {'att':>4} {'furn':>4} {'lost':>5} {'inv':>5} "
    f"{'leak':>4}"
)


def check(folder: Path, layouts: Iterable[Layout]) -> dict[Layout, Result | str]:
    """The result of each rendered file in a folder, or why it can't be read."""
    results: dict[Layout, Result | str] = {}
    for layout in layouts:
        path = folder / layout.name
        if not path.exists() or not path_of(path).exists():
            continue
        try:
            results[layout] = compare(read_gold(path), read(path))
        except NotulistError as error:
            results[layout] = str(error)
    return results


def by_feature(results: Mapping[Layout, Result | str]) -> dict[str, list[Result]]:
    """The results of the files that have each feature; "all" comes first."""
    found: dict[str, list[Result]] = {"all": []}
    for layout, result in results.items():
        if isinstance(result, Result):
            found["all"].append(result)
            for feature in layout.features:
                found.setdefault(feature, []).append(result)
    return dict(sorted(found.items(), key=lambda pair: (pair[0] != "all", pair[0])))


def row(name: str, results: Iterable[Result]) -> str:
    """A line of figures, as HEAD says."""
    results = list(results)
    sums = {key: Score() for key in ("bullets", "headings", "numbers", "agenda", "text", "cut")}
    for result in results:
        for key, score in sums.items():
            score.add(getattr(result, key))
    bullets, cut = sums["bullets"], sums["cut"]
    counts = " ".join(
        f"{sum(getattr(result, key) for result in results):>{wide}}"
        for key, wide in (
            *(("attendance", 4), ("furniture", 4), ("lost", 5), ("invented", 5), ("leaked", 4)),
        )
    )
    return (
        f"{name[:34]:34} {len(results):5} {bullets.gold:7} {bullets.precision:5.2f} "
        f"{bullets.recall:5.2f} {bullets.f1:5.2f} {sums['headings'].f1:5.2f} "
        f"{sums['numbers'].recall:5.2f} {sums['agenda'].recall:6.2f} {sums['text'].recall:5.2f} "
        f"{cut.right:>3}/{cut.gold:<3} {counts}"
    )


def problems(results: Mapping[Layout, Result | str]) -> Counter[str]:
    """How often each problem comes."""
    return Counter(
        failure.problem
        for result in results.values()
        if isinstance(result, Result)
        for failure in result.failures
    )


def told(failure: Failure) -> str:
    """A failure on lines of its own."""
    return f"  {failure.problem}\n      expected: {failure.expected}\n      got:      {failure.got}"
