"""The ensemble: the encoder with the linear classifier beside it, each of which errs elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy.language import Language
from spacy.tokens import Doc

from notulist.attributes import BULLETS
from notulist.components.classifier import (
    ASSIGNS,
    SCORE_WEIGHTS,
    Classifier,
    Scored,
    Scores,
)
from notulist.components.encoder import EncoderClassifier
from notulist.components.encoder_archive import read_archive
from notulist.components.explaining import Weight
from notulist.components.linear import LinearClassifier
from notulist.errors import ModelError
from notulist.labels import LABELS

_ENCODER, _LINEAR = "encoder", "linear"
_LEAST = 1e-9
"""What a probability of 0 counts as: one member alone can't rule a label out."""


class EnsembleClassifier(Classifier):
    """Two engines as one: of the acts it gives the weighted geometric mean of both members'
    probabilities; what is no remark and which acts stand beside the main one the encoder says.

    Logarithmic opinion pool: Genest and Zidek 1986, "Combining Probability Distributions".
    """

    def __init__(
        self,
        name: str = "notulist_ensemble",
        *,
        linear_weight: float = 0.35,
        threads: int = 0,
        **settings: Any,
    ) -> None:
        """linear_weight: of the linear classifier, from 0 to 1; the encoder has the rest. threads:
        of onnxruntime, 0 for one a core. settings: as `Classifier` takes them.

        Raises ModelError M09 for a weight that can't be.
        """
        super().__init__(name, **settings)
        if not 0 <= linear_weight <= 1:
            told = {"setting": "linear_weight", "value": linear_weight}
            raise ModelError("M09", name=name, **told, allowed="a number from 0 to 1")
        self.linear_weight = linear_weight
        self.encoder = EncoderClassifier(f"{name}/{_ENCODER}", threads=threads)
        self.linear = LinearClassifier(f"{name}/{_LINEAR}")

    @property
    def labels(self) -> tuple[str, ...]:
        """In the order of the scores' columns; empty before both members are trained."""
        return self.encoder.labels if self.linear.labels else ()

    def probabilities(self, texts: Sequence[str]) -> Scores:
        """Those of both members together, shape (texts, labels); raises as `scores`."""
        return self.scores(texts).acts

    def scores(self, texts: Sequence[str]) -> Scored:
        """The mean of both members' probabilities. Raises ModelError as the members do."""
        acts, further = self.encoder.scores(texts)
        own = [self.encoder.labels.index(label) for label in LABELS]
        theirs = [self.linear.labels.index(label) for label in LABELS]
        total = acts[:, own].sum(axis=1, keepdims=True)
        encoder = acts[:, own] / np.maximum(total, _LEAST)
        linear = self.linear.probabilities(texts)[:, theirs]
        acts[:, own] = total * _pooled(encoder, linear, self.linear_weight)
        return Scored(acts, further)

    def explain(self, texts: Sequence[str], labels: Sequence[str]) -> list[list[Weight]]:
        """What both members say of each word, in the shares that they have in the label.

        Where several words give the label away, the encoder's falls are small for each of them:
        what is left still says it. The linear classifier's weights are not.
        """
        pairs = zip(
            self.encoder.explain(texts, labels), self.linear.explain(texts, labels), strict=True
        )
        return [[self._together(one, words) for one in runs] for runs, words in pairs]

    def _together(self, run: Weight, words: Sequence[Weight]) -> Weight:
        """The weight of a run of words as the encoder leaves it out, with that of each in it."""
        within = sum(one.weight for one in words if run.start <= one.start < run.end)
        both = (1 - self.linear_weight) * run.weight + self.linear_weight * within
        return Weight(run.start, run.end, both)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Both members; empty before training. The settings are in the nlp's config."""
        if not self.labels:
            return b""
        members = {_ENCODER: self.encoder.to_bytes(), _LINEAR: self.linear.to_bytes()}
        data: bytes = srsly.msgpack_dumps(members)
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> EnsembleClassifier:
        """Read what `to_bytes` gave. Raises ModelError as the members do."""
        if not data:
            return self._untrained()
        members = srsly.msgpack_loads(data)
        self.encoder.from_bytes(members[_ENCODER])
        self.linear.from_bytes(members[_LINEAR])
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write each member into a folder of its own in `path`; an untrained one writes none."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        if self.labels:
            self.encoder.to_disk(folder / _ENCODER)
            self.linear.to_disk(folder / _LINEAR)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> EnsembleClassifier:
        """Read what `to_disk` wrote. Raises ModelError as the members do."""
        folder = Path(path)
        if folder.is_dir() and not any(folder.iterdir()):
            return self._untrained()
        self.linear.from_disk(folder / _LINEAR)
        self.encoder.archive = read_archive(folder / _ENCODER)
        return self

    def _untrained(self) -> EnsembleClassifier:
        self.encoder.archive = self.linear.pipeline = None
        return self


def _pooled(one: Scores, other: Scores, weight: float) -> Scores:
    """The weighted geometric mean of two sets of probabilities, each row with sum 1."""
    logs = (1 - weight) * np.log(np.maximum(one, _LEAST)) + weight * np.log(
        np.maximum(other, _LEAST)
    )
    powers = np.exp(logs - logs.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


@Language.factory(
    "notulist_ensemble",
    assigns=ASSIGNS,
    requires=["doc.spans"],
    default_config={
        "spans_key": BULLETS,
        "threshold": 0.5,
        "none_threshold": 0.5,
        "further_threshold": 0.5,
        "shares": None,
        "linear_weight": 0.35,
        "threads": 0,
    },
    default_score_weights=SCORE_WEIGHTS,
)
def make_ensemble(
    nlp: Language,
    name: str,
    spans_key: str,
    threshold: float,
    none_threshold: float,
    further_threshold: float,
    shares: dict[str, float] | None,
    linear_weight: float,
    threads: int,
) -> Callable[[Doc], Doc]:
    """The component "notulist_ensemble": settings as of "notulist_encoder", and linear_weight: what
    the linear classifier weighs, from 0 to 1; the encoder has the rest."""
    return EnsembleClassifier(
        name,
        spans_key=spans_key,
        threshold=threshold,
        none_threshold=none_threshold,
        further_threshold=further_threshold,
        shares=shares,
        linear_weight=linear_weight,
        threads=threads,
    )
