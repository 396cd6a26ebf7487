"""Reports as Markdown tables, for the model card and the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from notulist.labels import LABELS
from notulist.markdown import table
from notulist.training.reports import Report

FEW = 60
"""Figures on fewer bullets than this are shown as counts."""


def summary(reports: Sequence[Report]) -> str:
    """One row a report: macro-F1 with interval, F1 by label, accuracy, kappa, calibration."""
    head = ["", "bullets", "macro-F1 (95%)", *LABELS, "accuracy", "kappa", "calibration error"]
    rows = [
        [
            one.name,
            str(one.bullets),
            str(one.macro_f1),
            *(f"{score.f1:.2f}" for score in one.labels),
            _accuracy(one),
            f"{one.kappa:.2f}",
            "" if one.calibration_error is None else f"{one.calibration_error:.2f}",
        ]
        for one in reports
    ]
    return table(head, rows)


def by_label(one: Report) -> str:
    """Precision, recall and F1 of each label."""
    rows = [
        [s.label, str(s.support), f"{s.precision:.2f}", f"{s.recall:.2f}", f"{s.f1:.2f}"]
        for s in one.labels
    ]
    return table(["label", "bullets", "precision", "recall", "F1"], rows)


def by_share(one: Report) -> str:
    """Accuracy of the most confident part."""
    rows = [[f"{s.share:.0%}", f"{s.accuracy:.2f}", f"{s.threshold:.2f}"] for s in one.shares]
    return table(["most confident", "accuracy", "confidence from"], rows)


def accepted(one: Report) -> str:
    """One sentence on the bullets that aren't for review; "" where there are no probabilities."""
    if one.accepted is None:
        return ""
    share, right, threshold = one.accepted.share, one.accepted.accuracy, one.accepted.threshold
    return (
        f"Of all bullets {share:.0%} have a confidence of at least {threshold:g}; "
        f"{right:.0%} of these are right, the others are marked for review."
    )


def _accuracy(one: Report) -> str:
    if one.bullets < FEW:
        return f"{round(one.accuracy * one.bullets)} of {one.bullets}"
    return f"{one.accuracy:.2f}"
