"""The linear classifier: labels each bullet by its words (scikit-learn inside, saved by skops).

One rule goes before what it learnt: what stands in an action list (`bullet._.kind == "action"`) is
an agreement, since the heading of the list decides (rule 1 of data/CODEBOOK.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.pipeline.spancat import spancat_score
from spacy.tokens import Doc, Span, SpanGroup
from spacy.training import Example

from notulist.attributes import BULLETS
from notulist.components.linear_archive import ARCHIVE, META, pack, unpack
from notulist.components.linear_features import columns, text_of
from notulist.components.reasons import LOW_CONFIDENCE, with_reasons
from notulist.errors import ModelError
from notulist.labels import LABELS

Scores = np.ndarray[Any, np.dtype[np.float64]]
"""Probabilities of one Doc's bullets, shape (bullets, labels)."""

_REASONS = (LOW_CONFIDENCE,)
_OF_ACTIONS = "agreement"
_CHUNK = 4000  # bullets
_BATCH = 64


def reweigh(scores: Scores, shares: Sequence[float]) -> Scores:
    """`scores` as they would be where the labels come in these shares; rows sum to 1.

    scores: probabilities, shape (bullets, labels), of a model that saw all labels equally often.
    """
    weighed: Scores = scores * np.asarray(shares)
    return np.asarray(weighed / weighed.sum(axis=1, keepdims=True))


class LinearClassifier(Pipe):
    """Sets label, probabilities and whether a person should look on each of `doc.spans[key]`.

    A row of an action list is an agreement whatever its words are. `predict` gives what was learnt,
    `set_annotations` applies that rule; so figures on gold Docs, whose kinds are all "bullet", and
    on the arrays of `predict` are the classifier's alone.

    Its `pipeline` is a fitted scikit-learn pipeline over `linear_features.columns`, made by
    `notulist.training.linear.fit` and put there by that or by `from_disk`.
    """

    def __init__(
        self,
        name: str = "notulist_linear",
        *,
        spans_key: str = BULLETS,
        threshold: float = 0.5,
        shares: dict[str, float] | None = None,
    ) -> None:
        """threshold: a bullet of lower confidence is for review. shares: as in `make_linear`."""
        self.name = name
        self.spans_key = spans_key
        self.threshold = threshold
        self.shares = _checked(name, shares)
        self.pipeline: Any | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """In the order of the scores' columns; empty before training."""
        return () if self.pipeline is None else tuple(map(str, self.pipeline.classes_))

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations([doc], self.predict([doc]))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _BATCH) -> Iterator[Doc]:
        """Label Docs by the batch, in order: the vectorizers are far faster on many texts."""
        handle = self.get_error_handler()
        remaining = iter(stream)
        while docs := list(islice(remaining, batch_size)):
            try:
                self.set_annotations(docs, self.predict(docs))
                yield from docs
            except Exception as error:
                handle(self.name, self, docs, error)

    def predict(self, docs: Iterable[Doc]) -> list[Scores]:
        """Calibrated probabilities, an array a Doc; changes nothing.

        Raises ModelError: M01 not trained, M06 a Doc without the spans.
        """
        if self.pipeline is None:
            raise ModelError("M01", name=self.name)
        groups = [[text_of(bullet) for bullet in self._bullets(doc)] for doc in docs]
        texts = [text for group in groups for text in group]
        if not texts:
            return [np.zeros((0, len(self.labels))) for _ in groups]
        # By the chunk, so that a document of a thousand pages needs no more memory than a batch.
        scores = np.concatenate(
            [
                np.asarray(self.pipeline.predict_proba(columns(texts[start : start + _CHUNK])))
                for start in range(0, len(texts), _CHUNK)
            ]
        )
        if self.shares:
            scores = reweigh(scores, [self.shares[label] for label in self.labels])
        return np.split(scores, np.cumsum([len(group) for group in groups])[:-1])

    def set_annotations(self, docs: Iterable[Doc], scores: Iterable[Scores]) -> None:
        """Write label_, cats, confidence, secondary, review and reason on each bullet."""
        for doc, rows in zip(docs, scores, strict=True):
            group = self._bullets(doc)
            labelled = [
                self._annotate(bullet, row) for bullet, row in zip(group, rows, strict=True)
            ]
            # Spans of a group are copies: a label set on one is lost, so the group is built anew.
            doc.spans[self.spans_key] = SpanGroup(
                doc, name=group.name, attrs=dict(group.attrs), spans=labelled
            )

    def score(self, examples: Iterable[Example], **kwargs: Any) -> dict[str, Any]:
        """Precision, recall and F of the labelled spans, as spaCy's spancat reports them."""
        scores: dict[str, Any] = spancat_score(
            examples, spans_key=self.spans_key, allow_overlap=True, **kwargs
        )
        return scores

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The fitted pipeline with its meta; the settings are in the nlp's config."""
        meta, archive = pack(self.pipeline)
        data: bytes = srsly.msgpack_dumps({META: meta, ARCHIVE: archive})
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> LinearClassifier:
        """Read what `to_bytes` gave. Raises ModelError as `linear_archive.unpack` does."""
        message = srsly.msgpack_loads(data)
        self.pipeline = unpack(message[META], message[ARCHIVE], self.name)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write meta.json and the archive into the folder `path`."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for file, data in zip((META, ARCHIVE), pack(self.pipeline), strict=True):
            (folder / file).write_bytes(data)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> LinearClassifier:
        """Read what `to_disk` wrote. Raises ModelError M02 (a file is missing) and `unpack`'s."""
        folder = Path(path)
        for file in (META, ARCHIVE):
            if not (folder / file).is_file():
                raise ModelError("M02", folder=folder, file=file)
        meta, archive = ((folder / file).read_bytes() for file in (META, ARCHIVE))
        self.pipeline = unpack(meta, archive, str(folder))
        return self

    def _bullets(self, doc: Doc) -> SpanGroup:
        if self.spans_key not in doc.spans:
            raise ModelError("M06", name=self.name, key=self.spans_key)
        group: SpanGroup = doc.spans[self.spans_key]
        return group

    def _annotate(self, bullet: Span, row: Scores) -> Span:
        cats = {label: float(p) for label, p in zip(self.labels, row, strict=True)}
        ruled = bullet._.kind == "action" and _OF_ACTIONS in cats
        if ruled:
            cats = {label: float(label == _OF_ACTIONS) for label in cats}
        label = max(cats, key=cats.__getitem__)
        unsure = not ruled and cats[label] < self.threshold
        extra = bullet._
        extra.cats, extra.confidence, extra.secondary = cats, cats[label], ()
        extra.reason = with_reasons(extra.reason, _REASONS, (LOW_CONFIDENCE,) if unsure else ())
        extra.review = bool(extra.reason)
        return Span(
            bullet.doc, bullet.start, bullet.end, label, kb_id=bullet.kb_id, span_id=bullet.id
        )


def _checked(name: str, shares: dict[str, float] | None) -> dict[str, float]:
    if shares and (set(shares) != set(LABELS) or min(shares.values()) <= 0):
        allowed = f"a number above 0 for each of {', '.join(LABELS)}"
        raise ModelError("M09", name=name, setting="shares", value=shares, allowed=allowed)
    return dict(shares or {})


@Language.factory(
    "notulist_linear",
    assigns=["doc.spans", "span._.cats", "span._.confidence", "span._.review", "span._.reason"],
    requires=["doc.spans"],
    default_config={"spans_key": BULLETS, "threshold": 0.5, "shares": None},
    default_score_weights={"spans_bullets_f": 1.0, "spans_bullets_p": 0.0, "spans_bullets_r": 0.0},
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
