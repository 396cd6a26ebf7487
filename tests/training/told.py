"""An engine that says what each text tells it to, and bullets to measure it on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from notulist.components.classifier import Classifier, Scores
from notulist.labels import LABELS, NONE
from notulist.training.examples import Examples

ALL = (*LABELS, NONE)


class Told(Classifier):
    """Of "request 0.7" gives 0.7 to request and the rest to the other acts alike; of
    "request 0.7 none 0.9" a tenth of all that, and 0.9 to no remark."""

    def __init__(self, *, knows: tuple[str, ...] = ALL, **settings: Any) -> None:
        super().__init__("told", **settings)
        self.knows = knows

    @property
    def labels(self) -> tuple[str, ...]:
        return self.knows

    def explain(self, texts: Sequence[str], labels: Sequence[str]) -> list[list[Any]]:
        return [[] for _ in texts]

    def probabilities(self, texts: Sequence[str]) -> Scores:
        return np.array([[_row(text)[label] for label in self.knows] for text in texts])


class Bullet(NamedTuple):
    """A labelled bullet."""

    label: str
    text: str = "explanation 0.9"
    """What `Told` is told to make of it."""
    body: str = "Overleg"
    votes: tuple[str, ...] = ()


def examples(*bullets: Bullet) -> Examples:
    """The bullets, each body one document."""
    bodies = tuple(bullet.body for bullet in bullets)
    texts, labels = tuple(one.text for one in bullets), tuple(one.label for one in bullets)
    votes = tuple(one.votes for one in bullets)
    return Examples(texts, labels, bodies, bodies, votes=votes if any(votes) else ())


def _row(text: str) -> dict[str, float]:
    label, share, *rest = text.split()
    none = float(rest[1]) if rest else 0.0
    row = {act: (1 - float(share)) / (len(LABELS) - 1) for act in LABELS}
    row[label] = float(share)
    return {**{act: value * (1 - none) for act, value in row.items()}, NONE: none}
