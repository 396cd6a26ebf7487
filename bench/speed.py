"""Speed and memory of the main job, as ratios against spaCy's Dutch tokenizer on the same text.

    make bench                 the sample minutes, repeated
    python bench/speed.py PATH...  your own minutes

The baseline is `spacy.blank("nl")` over the same texts in the same run. Ratios travel between
machines; seconds don't. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy

import notulist
from notulist.reading.files import Input, find
from notulist.reading.source import Source
from notulist.records import to_rows

SAMPLE = Path(__file__).parents[1] / "data" / "sample" / "minutes"
ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """The median of a few rounds, after one that warms up."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def memory() -> float:
    """The process's peak so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", default=[str(SAMPLE)])
    parser.add_argument("--model", help="fast, or a folder; else the shipped one")
    parser.add_argument("--repeat", type=int, default=5, help="read each file this often")
    chosen = parser.parse_args(arguments)
    inputs = [item for item in find(chosen.paths) if isinstance(item, Input)] * chosen.repeat

    start = time.perf_counter()
    nlp = notulist.load(chosen.model)
    load = time.perf_counter() - start

    def read() -> list[Source]:
        return [item.read() for item in inputs]

    sources = read()
    docs = [nlp(source) for source in sources]
    rows = sum(len(to_rows(doc)) for doc in docs)
    words = sum(len(doc) for doc in docs)
    blank = spacy.blank("nl")
    blank.max_length = max(len(source.text) for source in sources) + 1
    baseline = seconds(lambda: [blank(source.text) for source in sources])

    print(f"{len(sources)} files, {words} tokens, {rows} bullets; model loaded in {load:.2f} s")
    print(f"{'step':<34}{'seconds':>9}{'x tokenizer':>13}{'bullets/s':>11}")
    steps: dict[str, Callable[[], object]] = {"baseline: spaCy's Dutch tokenizer": lambda: None}
    steps["read"] = read
    for name in nlp.pipe_names:
        upto = nlp.pipe_names[: nlp.pipe_names.index(name) + 1]
        steps[f"up to {name}"] = lambda upto=upto: _run(nlp, sources, upto)
    for step, work in steps.items():
        took = baseline if step.startswith("baseline") else seconds(work)
        print(f"{step:<34}{took:>9.3f}{took / baseline:>13.2f}{rows / took:>11.0f}")
    print(f"peak memory {memory():.0f} MB")


def _run(nlp: spacy.language.Language, sources: list[Source], upto: list[str]) -> None:
    with nlp.select_pipes(enable=upto):
        for source in sources:
            nlp(source)


if __name__ == "__main__":
    main()
