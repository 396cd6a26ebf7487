"""Figures of a labelling, as plain functions over label and probability arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from notulist.labels import LABELS

Array = np.ndarray[Any, np.dtype[Any]]
Labels = Sequence[str] | Array


@dataclass(frozen=True, slots=True)
class LabelScore:
    """Precision, recall and F1 of one label, and how many gold bullets bear it."""

    label: str
    precision: float
    recall: float
    f1: float
    support: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95% interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.2f} ({self.low:.2f}–{self.high:.2f})"


@dataclass(frozen=True, slots=True)
class Share:
    """How well the most confident part of the bullets is labelled."""

    share: float
    accuracy: float
    threshold: float
    """Confidence of the least confident one in it."""


def macro_f1(gold: Labels, predicted: Labels) -> float:
    """Mean F1 over the four labels, those of them that occur in the gold; from 0 to 1."""
    scores = [score.f1 for score in per_label(gold, predicted) if score.support]
    return float(np.mean(scores)) if scores else 0.0


def per_label(gold: Labels, predicted: Labels) -> list[LabelScore]:
    """In the order of LABELS."""
    from sklearn.metrics import precision_recall_fscore_support

    columns = precision_recall_fscore_support(
        list(gold), list(predicted), labels=list(LABELS), zero_division=0.0
    )
    return [
        LabelScore(label, float(p), float(r), float(f), int(n))
        for label, p, r, f, n in zip(LABELS, *columns, strict=True)
    ]


def kappa(gold: Labels, predicted: Labels) -> float:
    """Cohen's kappa; 1.0 where both give one and the same label throughout."""
    from sklearn.metrics import cohen_kappa_score

    if len({*gold, *predicted}) == 1:
        return 1.0
    return float(cohen_kappa_score(list(gold), list(predicted)))


def accuracy(gold: Labels, predicted: Labels) -> float:
    """Share of bullets labelled as in the gold."""
    return float(np.mean(np.asarray(gold) == np.asarray(predicted)))


def calibration_error(correct: Array, confidence: Array, bins: int = 10) -> float:
    """Expected calibration error: mean gap between confidence and accuracy over equal bins."""
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(correct[place == k].mean() - confidence[place == k].mean()) * (place == k).mean()
        for k in range(bins)
        if (place == k).any()
    ]
    return float(sum(gaps))


def accuracy_by_share(
    correct: Array, confidence: Array, shares: Sequence[float] = (0.2, 0.4, 0.6, 0.8, 1.0)
) -> list[Share]:
    """Accuracy of the most confident 20%, 40%, ... of the bullets."""
    order = np.argsort(-confidence, kind="stable")
    result = []
    for share in shares:
        rows = order[: max(round(share * len(order)), 1)]
        result.append(Share(share, float(correct[rows].mean()), float(confidence[rows[-1]])))
    return result


def accepted(correct: Array, confidence: Array, threshold: float) -> Share:
    """Share and accuracy of the bullets that are at least this sure, so not for review."""
    rows = confidence >= threshold
    right = float(correct[rows].mean()) if rows.any() else 0.0
    return Share(float(rows.mean()), right, threshold)


def bootstrap(
    figure: Callable[[Labels, Labels], float],
    gold: Labels,
    predicted: Labels,
    documents: Labels,
    *,
    times: int = 1000,
    seed: int = 0,
) -> Estimate:
    """`figure(gold, predicted)` with an interval: whole documents drawn anew, `times` over."""
    gold, predicted = np.asarray(gold), np.asarray(predicted)
    named = np.asarray(documents)
    rows = [np.flatnonzero(named == document) for document in dict.fromkeys(documents)]
    random = np.random.default_rng(seed)
    draws = []
    for _ in range(times):
        chosen = np.concatenate([rows[i] for i in random.integers(len(rows), size=len(rows))])
        draws.append(figure(gold[chosen], predicted[chosen]))
    low, high = np.quantile(draws, (0.025, 0.975))
    return Estimate(figure(gold, predicted), float(low), float(high))
