"""Reports as Markdown tables, for the model card and the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from notulist.labels import LABELS
from notulist.markdown import table
from notulist.training.metrics import Bin
from notulist.training.reports import Body, Reader, Report

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
    apart = " and aren't taken for no remark" if one.flags else ""
    sure = _sure(one)
    return (
        f"Of all remarks {share:.0%} have a confidence of at least {threshold:g}{apart}; "
        f"{right:.0%} of these are right, the others are marked for review.{sure}"
    )


def _sure(one: Report) -> str:
    """How many of the most confident are right in 95% of cases, as a sentence behind another."""
    if one.sure is None:
        return ""
    if not one.sure:
        return " However few of the most confident are taken, fewer than 95% of them are right."
    return f" Of the most confident {one.sure:.0%}, 95% are right."


def no_remark(one: Report) -> str:
    """One sentence on passages that are no remark; "" where nothing is known of them."""
    if one.no_remark is None:
        return ""
    found = one.no_remark
    return (
        f"Of {found.passages} passages that are no remark {found.caught:.0%} are taken for such, "
        f"and so are {found.lost:.0%} of the remarks (F1 {found.f1:.2f})."
    )


def further(one: Report) -> str:
    """One sentence on the acts beside the main one; "" where nothing is known of them."""
    if one.further is None:
        return ""
    found = one.further
    return (
        f"Of {found.acts} further acts of these remarks {found.recall:.0%} are found; of those "
        f"that are told {found.precision:.0%} are right (F1 {found.f1})."
    )


def _accuracy(one: Report) -> str:
    if one.bullets < FEW:
        return f"{round(one.accuracy * one.bullets)} of {one.bullets}"
    return f"{one.accuracy:.2f}"


def confusion(counts: Sequence[Sequence[int]]) -> str:
    """Gold by predicted, in the order of LABELS."""
    rows = [[label, *map(str, row)] for label, row in zip(LABELS, counts, strict=True)]
    return table(["gold", *LABELS], rows)


def reliability(bins: Sequence[Bin]) -> str:
    """How often bullets of about the same confidence are right."""
    rows = [[str(b.bullets), f"{b.confidence:.2f}", f"{b.accuracy:.2f}"] for b in bins]
    return table(["bullets", "mean confidence", "accuracy"], rows)


def readers(found: Sequence[Reader]) -> str:
    """Kappa with each reader beside that of the readers with each other."""
    rows = [
        [one.reader, str(one.bullets), str(one.model), str(one.other) if one.other else ""]
        for one in found
    ]
    return table(["", "bullets", "kappa of the model", "kappa of the other reader"], rows)


def bodies(found: Sequence[Body]) -> str:
    """A row a body; accuracy as a count where there are few bullets."""
    rows = [
        [
            one.body,
            str(one.bullets),
            "yes" if one.seen else "no",
            f"{round(one.accuracy * one.bullets)} of {one.bullets}"
            if one.bullets < FEW
            else f"{one.accuracy:.2f}",
            "" if one.bullets < FEW else f"{one.kappa:.2f}",
        ]
        for one in found
    ]
    return table(["body", "remarks", "learnt from", "right", "kappa"], rows)
