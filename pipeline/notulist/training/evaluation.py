"""A full evaluation of a classifier on labelled bullets: what `notulist evaluate` writes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from notulist.components.classifier import Classifier
from notulist.errors import TableError
from notulist.labels import LABELS, NONE
from notulist.training import metrics, tables
from notulist.training.evaluate import (
    Predicted,
    baselines,
    of_predicted,
    predicted,
    with_classifier,
)
from notulist.training.examples import Examples
from notulist.training.metrics import Array, Bin, Estimate, Share
from notulist.training.reports import Body, Reader, Report

_STEPS = tuple(round(step / 20, 2) for step in range(1, 21))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures of one model on one set of bullets."""

    model: str
    title: str
    documents: int
    rows: tuple[Report, ...]
    """Baselines first, the model last."""
    seen: tuple[Report, ...]
    """The model on bodies that it learnt from, and on others; empty where all are of one sort."""
    confusion: tuple[tuple[int, ...], ...]
    """Gold by predicted, in the order of LABELS."""
    reliability: tuple[Bin, ...]
    coverage: tuple[Share, ...]
    """Accuracy of the most confident 5%, 10%, …"""
    bodies: tuple[Body, ...]
    """The largest first."""
    readers: tuple[Reader, ...]

    @property
    def own(self) -> Report:
        """The model's row."""
        return self.rows[-1]

    def to_json(self) -> dict[str, Any]:
        """Plain data for JSON; what there is none of (an interval of one document) is null."""
        plain: dict[str, Any] = _without_nan(asdict(self))
        return plain


def evaluation(
    model: str,
    title: str,
    data: Examples,
    classifier: Classifier,
    *,
    beside: Mapping[str, Classifier] | None = None,
    known: Examples | None = None,
    bodies: Collection[str] = (),
) -> Evaluation:
    """Evaluate a trained classifier on labelled bullets.

    beside: other trained classifiers, by name, for rows of their own. known: what it learnt from,
    for the commonest label; without it the commonest of `data`. bodies: those whose minutes it
    learnt from.

    Raises TableError T13 where no bullet records an act.
    """
    remarks = data.remarks
    if not remarks.texts:
        raise TableError("T13", name=title)
    whole = predicted(data.texts, classifier)
    told = whole.take(row for row, label in enumerate(data.labels) if label != NONE)
    correct = np.array([a == b for a, b in zip(remarks.labels, told.labels, strict=True)])
    rows = baselines(remarks, (known or data).remarks)
    rows += [with_classifier(name, data, one) for name, one in (beside or {}).items()]
    rows.append(of_predicted(model, data, whole, classifier))
    return Evaluation(
        model=model,
        title=title,
        documents=len(set(data.documents)),
        rows=tuple(rows),
        seen=tuple(_seen(data, whole, classifier, bodies)),
        confusion=tuple(tuple(map(int, row)) for row in _confusion(remarks.labels, told)),
        reliability=tuple(metrics.reliability(correct, told.confidence)),
        coverage=tuple(metrics.accuracy_by_share(correct, told.confidence, _STEPS)),
        bodies=tuple(_bodies(remarks, told, bodies)),
        readers=tuple(_readers(remarks, told)),
    )


def as_markdown(found: Evaluation) -> str:
    """The evaluation as Markdown."""
    own = found.own
    parts = [
        f"# {found.model}: {found.title}",
        f"{own.bullets:,} remarks of {found.documents} documents. Intervals by drawing documents "
        "anew a thousand times.",
        tables.summary([*found.rows, *found.seen]),
        tables.no_remark(own),
        tables.further(own),
        "## By label",
        tables.by_label(own),
        "## Gold by predicted",
        tables.confusion(found.confusion),
        "## Confidence",
        tables.by_share(own),
        tables.accepted(own),
        tables.reliability(found.reliability),
        *(("## Beside the readers", tables.readers(found.readers)) if found.readers else ()),
        "## By body",
        tables.bodies(found.bodies),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def save(found: Evaluation, folder: Path) -> list[Path]:
    """Write evaluation.json, .md and .html into `folder`, which is made where it is absent; gives
    their paths.

    Raises ModelError M15 where the page can't be drawn; the others stand there by then.
    """
    from notulist.training.evaluation_page import as_html

    folder.mkdir(parents=True, exist_ok=True)
    writers: dict[str, Callable[[], str]] = {
        "json": lambda: json.dumps(found.to_json(), indent=2, ensure_ascii=False) + "\n",
        "md": lambda: as_markdown(found),
        "html": lambda: as_html(found, f"{tables.accepted(found.own)} {tables.further(found.own)}"),
    }
    files = []
    for suffix, write in writers.items():
        files.append(folder / f"evaluation.{suffix}")
        files[-1].write_text(write(), encoding="utf-8", newline="\n")
    return files


def _without_nan(value: Any) -> Any:
    """JSON knows no nan."""
    if isinstance(value, dict):
        return {key: _without_nan(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_without_nan(one) for one in value]
    return None if isinstance(value, float) and np.isnan(value) else value


def _confusion(gold: Sequence[str], told: Predicted) -> Array:
    counts = metrics.tables(gold, told.labels, [""] * len(gold)).sum(axis=0)
    size = len(LABELS)
    return np.asarray(counts[:size, :size])


def _seen(
    data: Examples, told: Predicted, classifier: Classifier, bodies: Collection[str]
) -> Iterator[Report]:
    known = [row for row, body in enumerate(data.bodies) if body in bodies]
    others = [row for row, body in enumerate(data.bodies) if body not in bodies]
    sorts = {"bodies that it learnt from": known, "other bodies": others}
    if all(data.take(rows).remarks.texts for rows in sorts.values()):
        for name, rows in sorts.items():
            yield of_predicted(name, data.take(rows), told.take(rows), classifier)


def _bodies(data: Examples, told: Predicted, known: Collection[str]) -> Iterator[Body]:
    for body, count in Counter(data.bodies).most_common():
        rows = [row for row, one in enumerate(data.bodies) if one == body]
        gold, mine = [data.labels[r] for r in rows], [told.labels[r] for r in rows]
        accuracy, kappa = metrics.accuracy(gold, mine), metrics.kappa(gold, mine)
        yield Body(body, count, body in known, accuracy, kappa)


def _readers(data: Examples, told: Predicted) -> Iterator[Reader]:
    """A row for each reader who has cast votes; the gold is their majority, so a model that agrees
    with one as well as they with each other is as good as a reader."""
    for place, name in enumerate(("first reader", "second reader")):
        rows = [
            row
            for row, votes in enumerate(data.votes)
            if len(votes) > 1 and all(votes[:2]) and NONE not in votes[:2]
        ]
        if not rows:
            return
        documents = [data.documents[row] for row in rows]
        votes = [data.votes[row][place] for row in rows]
        others = [data.votes[row][1 - place] for row in rows]
        mine = [told.labels[row] for row in rows]
        yield Reader(
            name, len(rows), _kappa(votes, mine, documents), _kappa(votes, others, documents)
        )


def _kappa(one: Sequence[str], other: Sequence[str], documents: Sequence[str]) -> Estimate:
    return metrics.agreed(metrics.kappa_of, metrics.tables(one, other, documents))
