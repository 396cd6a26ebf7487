"""The linear classifier: labels each bullet by its words (scikit-learn inside, saved by skops)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from notulist.attributes import BULLETS
from notulist.components.classifier import ASSIGNS, SCORE_WEIGHTS, Classifier, Scores
from notulist.components.explaining import Weight
from notulist.components.linear_archive import (
    from_message,
    read_folder,
    to_message,
    write_folder,
)
from notulist.components.linear_explaining import shares
from notulist.components.linear_features import columns

_CHUNK = 1000  # texts whose features are held at a time


class LinearClassifier(Classifier):
    """The engine over words.

    Its `pipeline` is a fitted scikit-learn pipeline over `linear_features.columns`, made by
    `notulist.training.linear.fit` and put there by that or by `from_disk`.
    """

    def __init__(self, name: str = "notulist_linear", **settings: Any) -> None:
        """settings: as `Classifier` takes them."""
        super().__init__(name, **settings)
        self.pipeline: Any | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """In the order of the scores' columns; empty before training."""
        return () if self.pipeline is None else tuple(map(str, self.pipeline.classes_))

    def probabilities(self, texts: Sequence[str]) -> Scores:
        """Calibrated probabilities as learnt, shape (texts, labels)."""
        assert self.pipeline is not None  # noqa: S101  predict refuses before
        return np.asarray(self.pipeline.predict_proba(columns(texts)))

    def explain(self, texts: Sequence[str], labels: Sequence[str]) -> list[list[Weight]]:
        """What each word adds to the log-odds of the label against the mean of the others: exact,
        see `linear_explaining.shares`."""
        chunks = [slice(at, at + _CHUNK) for at in range(0, len(texts), _CHUNK)]
        return [
            one.weights
            for chunk in chunks
            for one in shares(self.pipeline, texts[chunk], labels[chunk])
        ]

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The fitted pipeline with its meta; the settings are in the nlp's config."""
        return to_message(self.pipeline)

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> LinearClassifier:
        """Read what `to_bytes` gave. Raises ModelError as `linear_archive.unpack` does."""
        self.pipeline = from_message(data, self.name)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write meta.json and the archive into the folder `path`."""
        write_folder(self.pipeline, Path(path))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> LinearClassifier:
        """Read what `to_disk` wrote. Raises ModelError as `linear_archive.read_folder`."""
        self.pipeline = read_folder(Path(path))
        return self


@Language.factory(
    "notulist_linear",
    assigns=ASSIGNS,
    requires=["doc.spans"],
    default_config={"spans_key": BULLETS, "threshold": 0.5, "shares": None},
    default_score_weights=SCORE_WEIGHTS,
)
def make_linear(
    nlp: Language,
    name: str,
    spans_key: str,
    threshold: float,
    shares: dict[str, float] | None,
) -> Callable[[Doc], Doc]:
    """The component "notulist_linear".

    spans_key: which of doc.spans to label. threshold: a bullet of lower confidence is for review.
    shares: how often each label is expected where the component is used; the probabilities are
    weighed by it. None leaves them as trained, all labels equally likely.
    """
    return LinearClassifier(name, spans_key=spans_key, threshold=threshold, shares=shares)
