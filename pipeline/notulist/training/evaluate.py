"""How good the labels are, beside baselines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from notulist.components.classifier import Classifier
from notulist.labels import NONE
from notulist.training import tables
from notulist.training.baselines import cue_words, majority
from notulist.training.examples import Examples
from notulist.training.metrics import Array
from notulist.training.reports import Report, further_acts, no_remark, report


@dataclass(frozen=True, slots=True)
class Predicted:
    """What a classifier makes of some bullets; all equally long."""

    labels: tuple[str, ...]
    """The likeliest act, also of what it takes for no remark."""
    confidence: Array
    none: Array
    """bool: whether it takes the bullet for no remark."""
    further: tuple[tuple[str, ...], ...] = ()
    """The acts beside the main one; empty where the classifier can't know any."""

    def take(self, rows: Iterable[int]) -> Predicted:
        """Of these bullets only, in this order."""
        chosen = list(rows)
        labels = tuple(self.labels[row] for row in chosen)
        further = tuple(self.further[row] for row in chosen) if self.further else ()
        return Predicted(labels, self.confidence[chosen], self.none[chosen], further)


def predicted(texts: Sequence[str], classifier: Classifier) -> Predicted:
    """The labels of a trained classifier."""
    scores, beside = classifier.scored(texts)
    acts = [column for column, label in enumerate(classifier.labels) if label != NONE]
    none = np.zeros(len(texts))
    if NONE in classifier.labels:
        none = scores[:, classifier.labels.index(NONE)]
    scores = scores[:, acts] / scores[:, acts].sum(axis=1, keepdims=True)
    labels = tuple(classifier.labels[acts[column]] for column in scores.argmax(axis=1))
    further: tuple[tuple[str, ...], ...] = ()
    if beside.any():
        pairs = zip(labels, beside, strict=True)
        further = tuple(classifier.further_acts(row, label) for label, row in pairs)
    flagged = (none >= classifier.none_threshold) & (NONE in classifier.labels)
    return Predicted(labels, scores.max(axis=1), flagged, further)


def with_classifier(name: str, data: Examples, classifier: Classifier) -> Report:
    """What a trained classifier reaches on bullets of which it saw nothing."""
    return of_predicted(name, data, predicted(data.texts, classifier), classifier)


def of_predicted(name: str, data: Examples, told: Predicted, classifier: Classifier) -> Report:
    """The figures of what a classifier made of `data`.

    Acts are compared on remarks alone; what it takes for no remark has a figure of its own.
    """
    remark = np.array([label != NONE for label in data.labels], dtype=bool)
    remarks = data.remarks
    made = report(
        name,
        remarks.labels,
        [label for label, kept in zip(told.labels, remark, strict=True) if kept],
        remarks.documents,
        told.confidence[remark],
        classifier.threshold,
        told.none[remark] if NONE in classifier.labels else None,
    )
    if remarks.further and told.further:
        rows = np.flatnonzero(remark).tolist()
        both = (remarks.further, told.take(rows).further, remarks.documents)
        made = replace(made, further=further_acts(*both))
    if NONE not in classifier.labels or remark.all():
        return made
    return replace(made, no_remark=no_remark(~remark, told.none))


def baselines(data: Examples, known: Examples) -> list[Report]:
    """The commonest label among `known`, and the codebook's cue words by rule."""
    common = majority(known.labels, data.texts)
    return [
        report("commonest label", data.labels, common, data.documents),
        report("cue words by rule", data.labels, cue_words(data.texts), data.documents),
    ]


def evaluate(
    measured: Mapping[str, Examples], classifiers: Mapping[str, Classifier], known: Examples
) -> str:
    """Tables in Markdown, a section for each set that is measured on.

    classifiers: trained, by name; the last gets tables of its own. known: what it learnt from.
    """
    parts = []
    for title, data in measured.items():
        rows = baselines(data.remarks, known.remarks)
        rows += [with_classifier(name, data, one) for name, one in classifiers.items()]
        last = rows[-1]
        parts += [f"### {title}", tables.summary(rows), tables.by_label(last)]
        parts += [tables.by_share(last), tables.accepted(last), tables.no_remark(last)]
        parts += [tables.further(last)]
    return "\n\n".join(part for part in parts if part) + "\n"
