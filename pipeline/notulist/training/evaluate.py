"""How good the labels are: on authored minutes by body, and on real passages beside baselines.

Run as `python -m notulist.training.evaluate [--real MINUTES --part dev]`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from thinc.api import Config

from notulist.components.linear import reweigh
from notulist.components.linear_features import columns
from notulist.corpus.labels import PARTS
from notulist.corpus.real import LABELS_FOLDER
from notulist.training import tables
from notulist.training.baselines import cue_words, majority
from notulist.training.linear import Examples, Settings, cross_validate, examples, fit
from notulist.training.metrics import Array
from notulist.training.reports import Report, report
from notulist.training.setup import (
    CONFIG,
    CORPUS,
    component_of,
    gold_docs,
    read_config,
    real_gold,
    settings_of,
)

Shares = dict[str, float]


def on_scores(
    name: str,
    data: Examples,
    scores: Array,
    classes: Sequence[str],
    shares: Shares | None = None,
    threshold: float = 0.5,
) -> Report:
    """A report from probabilities of shape (bullets, classes), weighed by `shares`."""
    if shares:
        scores = reweigh(scores, [shares[label] for label in classes])
    predicted = [str(classes[column]) for column in scores.argmax(axis=1)]
    return report(name, data.labels, predicted, data.documents, scores.max(axis=1), threshold)


def by_body(
    data: Examples,
    settings: Settings | None = None,
    shares: Shares | None = None,
    threshold: float = 0.5,
) -> Report:
    """Cross-validated: each bullet labelled by a pipeline that saw nothing of its body."""
    scores = cross_validate(data, settings)
    return on_scores("linear", data, scores, sorted(set(data.labels)), shares, threshold)


def with_pipeline(
    name: str,
    data: Examples,
    pipeline: Any,
    shares: Shares | None = None,
    threshold: float = 0.5,
) -> Report:
    """What a fitted pipeline reaches on bullets of which it saw nothing."""
    scores = pipeline.predict_proba(columns(data.texts))
    classes = [str(label) for label in pipeline.classes_]
    return on_scores(name, data, scores, classes, shares, threshold)


def baselines(data: Examples, known: Examples) -> list[Report]:
    """The commonest label among `known`, and the codebook's cue words by rule."""
    common = majority(known.labels, data.texts)
    return [
        report("commonest label", data.labels, common, data.documents),
        report("cue words by rule", data.labels, cue_words(data.texts), data.documents),
    ]


def evaluate(
    config: Config, authored: Examples, real: Examples | None = None, more: Examples | None = None
) -> str:
    """All tables as Markdown.

    real: passages to measure on. more: real ones to learn from as well, as a trial only.
    """
    settings, (threshold, shares) = settings_of(config), component_of(config)
    own = [*baselines(authored, authored), by_body(authored, settings, shares, threshold)]
    parts = ["## Authored minutes, by body", *_tables(own)]
    if real is not None:
        rows = baselines(real, authored)
        if more is not None:
            trial = fit(authored + more, settings)
            rows.append(with_pipeline("trial: learnt from real ones too", real, trial))
        pipeline = fit(authored, settings)
        rows.append(with_pipeline("linear, all acts equally likely", real, pipeline))
        rows.append(with_pipeline("linear", real, pipeline, shares, threshold))
        parts += ["## Real passages, remarks only", *_tables(rows)]
    return "\n\n".join(parts) + "\n"


def _tables(reports: Sequence[Report]) -> list[str]:
    last = reports[-1]
    return [
        tables.summary(reports),
        tables.by_label(last),
        tables.by_share(last),
        tables.accepted(last),
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--real", type=Path, help="the folder of real minutes")
    parser.add_argument("--labels", type=Path, default=LABELS_FOLDER, help="their labels")
    parser.add_argument("--part", choices=PARTS, default="dev", help="what to measure on")
    parser.add_argument("--trial", choices=PARTS, help="what to learn from as well, as a trial")
    chosen = parser.parse_args(arguments)
    real = more = None
    if chosen.real:
        real = examples(real_gold(chosen.real, chosen.part, labels=chosen.labels))
        if chosen.trial:
            more = examples(real_gold(chosen.real, chosen.trial, labels=chosen.labels))
    authored = examples(gold_docs(chosen.corpus, "train"))
    sys.stdout.write(evaluate(read_config(chosen.config), authored, real, more))


if __name__ == "__main__":
    main()
