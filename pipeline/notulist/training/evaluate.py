"""How good the labels are, beside baselines: on the dev parts, authored and real, never on test.

Run as `python -m notulist.training.evaluate [--real MINUTES]`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from thinc.api import Config

from notulist.components.linear import reweigh
from notulist.components.linear_features import columns
from notulist.training import tables
from notulist.training.baselines import cue_words, majority
from notulist.training.linear import Examples, fit
from notulist.training.reports import Report, report
from notulist.training.setup import (
    CONFIG,
    CORPUS,
    component_of,
    gold,
    read_config,
    settings_of,
)

Shares = dict[str, float]


@dataclass(frozen=True, slots=True)
class Weighing:
    """How probabilities become labels and rows for review."""

    threshold: float
    """A bullet that is less sure is for review."""
    shares: Mapping[str, float]
    """How often each label is expected; none: all alike."""


def with_pipeline(name: str, data: Examples, pipeline: Any, weighing: Weighing) -> Report:
    """What a fitted pipeline reaches on bullets of which it saw nothing."""
    scores = pipeline.predict_proba(columns(data.texts))
    classes = [str(label) for label in pipeline.classes_]
    if weighing.shares:
        scores = reweigh(scores, [weighing.shares[label] for label in classes])
    predicted = [classes[column] for column in scores.argmax(axis=1)]
    confidence = scores.max(axis=1)
    return report(name, data.labels, predicted, data.documents, confidence, weighing.threshold)


def baselines(data: Examples, known: Examples) -> list[Report]:
    """The commonest label among `known`, and the codebook's cue words by rule."""
    common = majority(known.labels, data.texts)
    return [
        report("commonest label", data.labels, common, data.documents),
        report("cue words by rule", data.labels, cue_words(data.texts), data.documents),
    ]


def evaluate(
    measured: Mapping[str, Examples],
    pipelines: Mapping[str, Any],
    known: Examples,
    weighing: Weighing,
) -> str:
    """Tables in Markdown, a section for each set that is measured on.

    pipelines: fitted, by name; the last gets tables of its own. known: what it learnt from.
    """
    parts = []
    for title, data in measured.items():
        rows = baselines(data, known)
        rows += [with_pipeline(name, data, one, weighing) for name, one in pipelines.items()]
        last = rows[-1]
        parts += [f"### {title}", tables.summary(rows), tables.by_label(last)]
        parts += [tables.by_share(last), tables.accepted(last)]
    return "\n\n".join(parts) + "\n"


def weighing_of(config: Config) -> Weighing:
    """What a pipeline's config says of it."""
    return Weighing(*component_of(config))


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--real", type=Path, help="the folder of real minutes")
    chosen = parser.parse_args(arguments)
    config = read_config(chosen.config)
    data = gold(chosen.corpus, chosen.real)
    pipelines = {"linear, authored alone": fit(data.authored, settings_of(config))}
    if data.real is not None:
        pipelines["linear"] = fit(data.known, settings_of(config))
    sys.stdout.write(evaluate(data.dev, pipelines, data.known, weighing_of(config)))


if __name__ == "__main__":
    main()
