"""The learning curve: what more labelled bullets are worth, authored and real, apart and together.

Run as `python -m notulist.training.curve MINUTES`; it measures on the dev parts, never on test.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from notulist.components.linear_features import columns
from notulist.markdown import table
from notulist.training.engines import linear_settings
from notulist.training.examples import Examples
from notulist.training.linear import Settings, fit
from notulist.training.metrics import macro_f1
from notulist.training.setup import CONFIG, CORPUS, gold, read_config

SIZES = (500, 1000, 2000, 4000)
SEEDS = 3


@dataclass(frozen=True, slots=True)
class Point:
    """What a model reaches that learnt from so many bullets of a set."""

    learnt: str
    size: int
    scores: Mapping[str, float]
    """Macro-F1 by what it was measured on, the mean over seeds."""


def curve(
    known: Mapping[str, Examples],
    measured: Mapping[str, Examples],
    settings: Settings | None = None,
    sizes: Sequence[int] = SIZES,
    seeds: int = SEEDS,
) -> Iterator[Point]:
    """A Point for each set and each size that it has bullets for, and for all of it.

    Bullets are drawn at random, each seed others; all of a set once.
    """
    for name, data in known.items():
        for size in [*(size for size in sizes if size < len(data.texts)), len(data.texts)]:
            whole = size == len(data.texts)
            drawn = [data] if whole else [_draw(data, size, seed) for seed in range(seeds)]
            runs = [_scores(one, measured, settings) for one in drawn]
            yield Point(name, size, {on: mean(run[on] for run in runs) for on in measured})


def as_table(points: Sequence[Point]) -> str:
    """The points as Markdown, a row each."""
    names = list(points[0].scores)
    rows = [
        [one.learnt, f"{one.size:,}", *(f"{one.scores[on]:.3f}" for on in names)] for one in points
    ]
    return table(["learnt from", "bullets", *names], rows)


def _draw(data: Examples, size: int, seed: int) -> Examples:
    rows = random.Random(seed).sample(range(len(data.texts)), size)  # noqa: S311
    return data.take(sorted(rows))


def _scores(
    data: Examples, measured: Mapping[str, Examples], settings: Settings | None
) -> dict[str, float]:
    pipeline = fit(data, settings)
    return {
        on: macro_f1(gold.labels, [str(label) for label in pipeline.predict(columns(gold.texts))])
        for on, gold in measured.items()
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("minutes", type=Path, help="the folder of real minutes")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--seeds", type=int, default=SEEDS)
    chosen = parser.parse_args(arguments)
    data = gold(chosen.corpus, chosen.minutes)
    assert data.real is not None  # noqa: S101  gold gives them where their folder is named
    known = {"authored": data.authored, "real": data.real.remarks, "both": data.known.remarks}
    measured = {title: one.remarks for title, one in data.dev.items()}
    settings = linear_settings(read_config(chosen.config))
    points = list(curve(known, measured, settings, seeds=chosen.seeds))
    sys.stdout.write(f"{as_table(points)}\n")


if __name__ == "__main__":
    main()
