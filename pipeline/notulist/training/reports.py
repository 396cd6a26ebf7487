"""The figures of one labelling on one set of bullets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from notulist.training import metrics
from notulist.training.metrics import Array


@dataclass(frozen=True, slots=True)
class Report:
    """What one way of labelling reaches on one set of bullets."""

    name: str
    bullets: int
    documents: int
    macro_f1: metrics.Estimate
    accuracy: float
    kappa: float
    labels: tuple[metrics.LabelScore, ...]
    calibration_error: float | None = None
    """None where there are no probabilities; so are the shares."""
    shares: tuple[metrics.Share, ...] = ()
    accepted: metrics.Share | None = None
    """The bullets that aren't for review."""


def report(
    name: str,
    gold: Sequence[str],
    predicted: Sequence[str],
    documents: Sequence[str],
    confidence: Array | None = None,
    threshold: float = 0.5,
) -> Report:
    """All figures of a labelling; without `confidence` no calibration and nothing for review."""
    correct = np.asarray(gold) == np.asarray(predicted)
    plain = Report(
        name=name,
        bullets=len(gold),
        documents=len(set(documents)),
        macro_f1=metrics.bootstrap(metrics.macro_f1_of, metrics.tables(gold, predicted, documents)),
        accuracy=metrics.accuracy(gold, predicted),
        kappa=metrics.kappa(gold, predicted),
        labels=tuple(metrics.per_label(gold, predicted)),
    )
    if confidence is None:
        return plain
    return replace(
        plain,
        calibration_error=metrics.calibration_error(correct, confidence),
        shares=tuple(metrics.accuracy_by_share(correct, confidence)),
        accepted=metrics.accepted(correct, confidence, threshold),
    )
