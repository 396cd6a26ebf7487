"""spaCy's own span categorizer as an engine: any tok2vec or transformer that spaCy takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import SpanCategorizer
from spacy.pipeline.spancat import DEFAULT_SPANCAT_SINGLELABEL_MODEL
from spacy.tokens import Doc
from thinc.api import Model, Ops, get_current_ops, to_numpy
from thinc.types import Ragged

from notulist.attributes import BULLETS
from notulist.components.classifier import ASSIGNS, SCORE_WEIGHTS, Classifier, Scores
from notulist.components.explaining import Weight
from notulist.components.occlusion import falls, log_odds

KEY = "whole"
"""Of doc.spans: in the Docs that the categorizer sees, one a text, the span over all of it."""
_BATCH = 64  # texts
_LEAST = 1e-9  # probability, so that it has a logarithm


def whole_docs(docs: Iterable[Doc], *, ops: Ops | None = None) -> Ragged:
    """A suggester, as spaCy calls it: the span over all of each Doc, none of an empty one."""
    ops = ops or get_current_ops()
    lengths = [len(doc) for doc in docs]
    spans = ops.alloc2i(sum(length > 0 for length in lengths), 2)
    spans[:, 1] = ops.asarray1i([length for length in lengths if length])
    return Ragged(spans, ops.asarray1i([int(length > 0) for length in lengths]))


class SpancatClassifier(Classifier):
    """The engine over spaCy's `SpanCategorizer`, one label a span.

    Each bullet is read as a Doc of its own, so that what stands around it doesn't move its label.
    `categorizer` learns by `notulist.training.spancat.fit`.
    """

    def __init__(
        self, nlp: Language, model: Model[Any, Any], name: str = "notulist_spancat", **settings: Any
    ) -> None:
        """model: as spaCy's factory "spancat_singlelabel" takes it. settings: as `Classifier`."""
        super().__init__(name, **settings)
        self.make_doc = nlp.tokenizer
        self.categorizer = SpanCategorizer(
            nlp.vocab, model, whole_docs, name, spans_key=KEY, max_positive=1
        )

    @property
    def labels(self) -> tuple[str, ...]:
        """In the order of the scores' columns; empty before training."""
        return tuple(self.categorizer.labels)

    def probabilities(self, texts: Sequence[str]) -> Scores:
        """Probabilities as learnt, not calibrated, shape (texts, labels); of an empty text all are
        alike."""
        found = np.full((len(texts), len(self.labels)), 1 / len(self.labels))
        docs = [self.make_doc(text) for text in texts]
        rows = [row for row, doc in enumerate(docs) if len(doc)]
        for at in range(0, len(rows), _BATCH):
            some = rows[at : at + _BATCH]
            _, scores = self.categorizer.predict([docs[row] for row in some])
            found[some] = to_numpy(scores)  # type: ignore[no-untyped-call]  # thinc leaves it
        return found

    def explain(self, texts: Sequence[str], labels: Sequence[str]) -> list[list[Weight]]:
        """By how much the log-odds of the label fall when a word is left out, as the encoder."""
        return falls(self._odds, texts, [self.labels.index(label) for label in labels])

    def _odds(self, texts: Sequence[str], column: int) -> Scores:
        return log_odds(np.log(np.maximum(self.probabilities(texts), _LEAST)), column)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Labels and weights; the architecture is in the nlp's config."""
        data: bytes = self.categorizer.to_bytes(exclude=("vocab",))
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> SpancatClassifier:
        """Read what `to_bytes` gave."""
        self.categorizer.from_bytes(data, exclude=("vocab",))
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write labels and weights into the folder `path`, as spaCy does."""
        self.categorizer.to_disk(path, exclude=("vocab",))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> SpancatClassifier:
        """Read what `to_disk` wrote."""
        self.categorizer.from_disk(path, exclude=("vocab",))
        return self


@Language.factory(
    "notulist_spancat",
    assigns=ASSIGNS,
    requires=["doc.spans"],
    default_config={
        "model": DEFAULT_SPANCAT_SINGLELABEL_MODEL,
        "spans_key": BULLETS,
        "threshold": 0.5,
        "none_threshold": 0.5,
        "shares": None,
    },
    default_score_weights=SCORE_WEIGHTS,
)
def make_spancat(
    nlp: Language,
    name: str,
    model: Model[Any, Any],
    spans_key: str,
    threshold: float,
    none_threshold: float,
    shares: dict[str, float] | None,
) -> Callable[[Doc], Doc]:
    """The component "notulist_spancat".

    model: an architecture for spaCy's "spancat_singlelabel". The others as of "notulist_encoder".
    """
    return SpancatClassifier(
        nlp,
        model,
        name,
        spans_key=spans_key,
        threshold=threshold,
        none_threshold=none_threshold,
        shares=shares,
    )
