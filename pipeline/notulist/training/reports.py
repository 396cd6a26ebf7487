"""The figures of one labelling on one set of bullets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from notulist.training import metrics
from notulist.training.metrics import Array


@dataclass(frozen=True, slots=True)
class NoRemark:
    """How well passages that are no remark are told from remarks."""

    passages: int
    """That are no remark by the gold."""
    caught: float
    """Share of them that is taken for such."""
    lost: float
    """Share of the remarks that is taken for such."""
    f1: float


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
    no_remark: NoRemark | None = None
    """None where all are remarks, or where nothing can tell."""


def report(
    name: str,
    gold: Sequence[str],
    predicted: Sequence[str],
    documents: Sequence[str],
    confidence: Array | None = None,
    threshold: float = 0.5,
    flagged: Array | None = None,
) -> Report:
    """All figures of a labelling; without `confidence` no calibration and nothing for review.

    flagged: which bullets are for review whatever their confidence; none where left out.
    """
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
        accepted=metrics.accepted(correct, confidence, threshold, flagged),
    )


def no_remark(gold: Array, told: Array) -> NoRemark:
    """Figures of telling apart: both bool, whether a passage is no remark and is taken for such."""
    both = int((gold & told).sum())
    return NoRemark(
        passages=int(gold.sum()),
        caught=both / max(int(gold.sum()), 1),
        lost=float(told[~gold].mean()) if (~gold).any() else 0.0,
        f1=2 * both / max(int(gold.sum() + told.sum()), 1),
    )
