"""Figures of a labelling, as plain functions over labels, tables of counts and probabilities.

A table of counts has the shape (labels, labels): the gold by what was predicted, or the first
reader's label by the second's. Tables of documents add up, so drawing documents anew is quick.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
    """A figure with its 95% interval; that is nan where there is one document."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        if np.isnan(self.low):
            return f"{self.value:.2f}"
        return f"{self.value:.2f} ({self.low:.2f}–{self.high:.2f})"


@dataclass(frozen=True, slots=True)
class Share:
    """How well the most confident part of the bullets is labelled."""

    share: float
    accuracy: float
    threshold: float
    """Confidence of the least confident one in it."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Bullets of about the same confidence."""

    bullets: int
    confidence: float
    """Their mean."""
    accuracy: float


def tables(
    gold: Labels, predicted: Labels, documents: Labels, labels: Sequence[str] = LABELS
) -> Array:
    """A table of counts for each document, of shape (documents, labels, labels).

    The three are equally long. Documents stand in the order in which they come, `labels` first and
    others that occur behind them.
    """
    gold, predicted = list(map(str, gold)), list(map(str, predicted))
    others = sorted({*gold, *predicted} - set(labels))
    place = {label: number for number, label in enumerate((*labels, *others))}
    number_of = {name: number for number, name in enumerate(dict.fromkeys(documents))}
    counts = np.zeros((len(number_of), len(place), len(place)))
    for one, other, document in zip(gold, predicted, documents, strict=True):
        counts[number_of[document], place[one], place[other]] += 1
    return counts


def by_document(counts: Sequence[Sequence[int]], documents: Sequence[str]) -> Array:
    """Rows of counts added up by document, in the order in which the documents come: what
    `bootstrap` draws from. Shape (documents, counts of a row)."""
    number_of = {name: number for number, name in enumerate(dict.fromkeys(documents))}
    sums = np.zeros((len(number_of), len(counts[0]) if counts else 0))
    np.add.at(sums, [number_of[name] for name in documents], np.array(counts))
    return sums


def macro_f1(gold: Labels, predicted: Labels) -> float:
    """Mean F1 over the four labels, those of them that occur in the gold; from 0 to 1."""
    return macro_f1_of(_table(gold, predicted))


def macro_f1_of(table: Array) -> float:
    """`macro_f1` of a table whose first labels are LABELS."""
    return mean_f1(np.flatnonzero(table.sum(axis=1)[: len(LABELS)]), table)


def mean_f1(columns: Array, table: Array) -> float:
    """Mean F1 of the labels at these places; nan where the gold of a table lacks one of them.

    So a draw of documents that has no bullet of a label says nothing, instead of a mean over fewer.
    """
    scores = [_scores(table)[column] for column in columns]
    if not scores:
        return 0.0
    if not all(score.support for score in scores):
        return float("nan")
    return float(sum(score.f1 for score in scores) / len(scores))


def per_label(gold: Labels, predicted: Labels) -> list[LabelScore]:
    """In the order of LABELS."""
    return _scores(_table(gold, predicted))


def kappa(gold: Labels, predicted: Labels) -> float:
    """Cohen's kappa; 1.0 where both give one and the same label throughout."""
    value = kappa_of(_table(gold, predicted))
    return 1.0 if np.isnan(value) else value


def kappa_of(table: Array) -> float:
    """Cohen's kappa of a table; nan where both give one and the same label throughout.

    Cohen 1960, "A Coefficient of Agreement for Nominal Scales".
    """
    total = table.sum()
    chance = float(table.sum(axis=0) @ table.sum(axis=1)) / total**2
    if chance == 1.0:
        return float("nan")
    return float((np.trace(table) / total - chance) / (1.0 - chance))


def accuracy(gold: Labels, predicted: Labels) -> float:
    """Share of bullets labelled as in the gold."""
    return accuracy_of(_table(gold, predicted))


def accuracy_of(table: Array) -> float:
    """`accuracy` of a table."""
    return float(np.trace(table) / table.sum())


def reliability(correct: Array, confidence: Array, bins: int = 10) -> Iterator[Bin]:
    """Bullets in bins of equal width of confidence, empty ones left out."""
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    for number in range(bins):
        rows = place == number
        if rows.any():
            yield Bin(int(rows.sum()), float(confidence[rows].mean()), float(correct[rows].mean()))


def calibration_error(correct: Array, confidence: Array, bins: int = 10) -> float:
    """Expected calibration error: mean gap between confidence and accuracy over equal bins."""
    found = reliability(correct, confidence, bins)
    return sum(abs(b.accuracy - b.confidence) * b.bullets for b in found) / len(correct)


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


def share_right(correct: Array, confidence: Array, accuracy: float) -> float:
    """The largest share of the most confident bullets of which so many are right; 0 for none."""
    order = np.argsort(-confidence, kind="stable")
    right = np.cumsum(correct[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(right >= accuracy)
    return float((enough[-1] + 1) / len(order)) if enough.size else 0.0


def accepted(
    correct: Array, confidence: Array, threshold: float, flagged: Array | None = None
) -> Share:
    """Share and accuracy of the bullets that are at least this sure and not `flagged`, so not for
    review."""
    rows = confidence >= threshold
    if flagged is not None:
        rows &= ~flagged
    right = float(correct[rows].mean()) if rows.any() else 0.0
    return Share(float(rows.mean()), right, threshold)


def bootstrap(
    figure: Callable[[Array], float], counts: Array, *, times: int = 1000, seed: int = 0
) -> Estimate:
    """`figure` of all documents' counts, with an interval: documents drawn anew, `times` over.

    figure: of one table, such as `macro_f1_of`. counts: of shape (documents, labels, labels), as
    `tables`. A draw whose figure is nan says nothing and doesn't count; nan throughout where all
    of them are. One document can't be drawn otherwise, so it has no interval (nan).
    """
    if len(counts) == 1:
        return Estimate(figure(counts[0]), float("nan"), float("nan"))
    random = np.random.default_rng(seed)
    draws = np.array(
        [
            figure(counts[random.integers(len(counts), size=len(counts))].sum(axis=0))
            for _ in range(times)
        ]
    )
    told = draws[~np.isnan(draws)]
    low, high = np.quantile(told, (0.025, 0.975)) if told.size else (np.nan, np.nan)
    return Estimate(figure(counts.sum(axis=0)), float(low), float(high))


def agreed(figure: Callable[[Array], float], counts: Array) -> Estimate:
    """`bootstrap` of a figure of agreement; 1.0 where all have one and the same label.

    A mere draw without a second label says nothing of agreement, so it doesn't count.
    """
    one = bootstrap(figure, counts)
    return Estimate(1.0, 1.0, 1.0) if np.isnan(one.value) else one


def _table(gold: Labels, predicted: Labels) -> Array:
    counts = tables(gold, predicted, [""] * len(gold))
    return np.asarray(counts.sum(axis=0))


def _scores(table: Array) -> list[LabelScore]:
    """Of the first labels of a table, which are LABELS; a share of nothing is 0."""
    right, support, told = np.diag(table), table.sum(axis=1), table.sum(axis=0)
    rows = zip(LABELS, right.tolist(), support.tolist(), told.tolist(), strict=False)
    return [
        LabelScore(label, _share(r, p), _share(r, n), _share(2 * r, n + p), int(n))
        for label, r, n, p in rows
    ]


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
