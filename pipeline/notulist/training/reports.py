"""The figures of one labelling on one set of bullets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from notulist.labels import LABELS
from notulist.training import metrics
from notulist.training.metrics import Array

_SURE = 0.95


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
class FurtherActs:
    """How well the acts beside the main one are found, each bullet and act a pair."""

    acts: int
    """Pairs of the gold."""
    precision: float
    recall: float
    f1: metrics.Estimate


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
    flags: bool = False
    """Whether the model can take a bullet for no remark."""
    sure: float | None = None
    """Share of the most confident bullets of which 95% are right; None without probabilities."""
    no_remark: NoRemark | None = None
    """None where all are remarks, or where nothing can tell."""
    further: FurtherActs | None = None
    """None where the gold has no further acts, or the model knows none."""


@dataclass(frozen=True, slots=True)
class Body:
    """What is reached on the minutes of one body."""

    body: str
    bullets: int
    seen: bool
    """Whether the model learnt from minutes of this body."""
    accuracy: float
    kappa: float


@dataclass(frozen=True, slots=True)
class Reader:
    """Kappa against what one reader of the gold said."""

    reader: str
    bullets: int
    """That this reader has read, and no reader called no remark."""
    model: metrics.Estimate
    other: metrics.Estimate | None
    """Of the first reader with the second on the same bullets; None where there are no two."""


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
        macro_f1=_macro_f1(metrics.tables(gold, predicted, documents)),
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
        flags=flagged is not None,
        sure=metrics.share_right(correct, confidence, _SURE),
        accepted=metrics.accepted(correct, confidence, threshold, flagged),
    )


def _macro_f1(counts: Array) -> metrics.Estimate:
    """Over the labels that the gold has, the same in every draw."""
    columns = np.flatnonzero(counts.sum(axis=(0, 2))[: len(LABELS)])
    return metrics.bootstrap(partial(metrics.mean_f1, columns), counts)


def no_remark(gold: Array, told: Array) -> NoRemark:
    """Figures of telling apart: both bool, whether a passage is no remark and is taken for such."""
    both = int((gold & told).sum())
    return NoRemark(
        passages=int(gold.sum()),
        caught=both / max(int(gold.sum()), 1),
        lost=float(told[~gold].mean()) if (~gold).any() else 0.0,
        f1=2 * both / max(int(gold.sum() + told.sum()), 1),
    )


def further_acts(
    gold: Sequence[Sequence[str]], told: Sequence[Sequence[str]], documents: Sequence[str]
) -> FurtherActs:
    """Figures of the further acts of some bullets; the three are equally long."""
    pairs = [(set(meant), set(said)) for meant, said in zip(gold, told, strict=True)]
    rows = [(len(meant & said), len(said), len(meant)) for meant, said in pairs]
    counts = metrics.by_document(rows, documents)
    found, said, meant = counts.sum(axis=0)
    return FurtherActs(
        int(meant),
        float(found / max(said, 1)),
        float(found / max(meant, 1)),
        metrics.bootstrap(lambda drawn: float(2 * drawn[0] / max(drawn[1] + drawn[2], 1)), counts),
    )
