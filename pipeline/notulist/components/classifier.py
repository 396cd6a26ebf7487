"""What all classifiers of bullets share: what they read, and what they set on each bullet.

One rule goes before what was learnt: what stands in an action list (`bullet._.kind == "action"`) is
an agreement, since the heading of the list decides (rule 1 of data/CODEBOOK.md).
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.pipeline.spancat import spancat_score
from spacy.tokens import Doc, Span, SpanGroup
from spacy.training import Example

from notulist.attributes import BULLETS
from notulist.components.explaining import Weight
from notulist.components.reasons import LOW_CONFIDENCE, NO_REMARK, with_reasons
from notulist.errors import ModelError
from notulist.labels import LABELS, NONE, Label

Scores = np.ndarray[Any, np.dtype[np.float64]]
"""Probabilities: of some bullets, shape (bullets, labels), or of one."""


class Scored(NamedTuple):
    """What an engine makes of some bullets; both as long as there are bullets."""

    acts: Scores
    """Of the main act, shape (bullets, labels of the engine)."""
    further: Scores
    """Of each act as a further one, shape (bullets, LABELS); 0 where the engine knows none."""


ASSIGNS = [
    "doc.spans",
    "span._.cats",
    "span._.confidence",
    "span._.secondary",
    "span._.review",
    "span._.reason",
]
"""What every classifier sets, as spaCy's factories declare it."""
SCORE_WEIGHTS: dict[str, float | None] = {
    "spans_bullets_f": 1.0,
    "spans_bullets_p": 0.0,
    "spans_bullets_r": 0.0,
}

_REASONS = (LOW_CONFIDENCE, NO_REMARK)
_OF_ACTIONS = "agreement"
_CHUNK = 4000  # bullets
_BATCH = 64


def text_of(bullet: Span) -> str:
    """The clean text of a bullet, or its raw text where no splitter mended it."""
    return bullet._.clean or bullet.text


def by_rule(kind: str) -> bool:
    """Whether passages of this kind are labelled by rule: the heading of an action list decides."""
    return kind == "action"


def reweigh(scores: Scores, shares: Sequence[float]) -> Scores:
    """`scores` as they would be where the labels come in these shares; rows keep their sum.

    scores: probabilities, shape (bullets, labels), of a model that saw all labels equally often.
    """
    weighed: Scores = scores * np.asarray(shares)
    kept = scores.sum(axis=1, keepdims=True) / weighed.sum(axis=1, keepdims=True)
    return np.asarray(weighed * kept)


class Classifier(Pipe):
    """Sets label, probabilities and whether a person should look on each of `doc.spans[key]`.

    A row of an action list is an agreement whatever its words are. `predict` gives what was learnt,
    `set_annotations` applies that rule; so figures on gold Docs, whose kinds are all "bullet", and
    on the arrays of `predict` are the classifier's alone.
    """

    def __init__(
        self,
        name: str,
        *,
        spans_key: str = BULLETS,
        threshold: float = 0.5,
        none_threshold: float = 0.5,
        further_threshold: float = 0.5,
        shares: dict[str, float] | None = None,
    ) -> None:
        """threshold: a bullet of lower confidence is for review. none_threshold: so is one that is
        no remark with this probability or more, where the engine knows such. further_threshold: an
        act with this probability or more is a further one, where the engine knows such. shares: how
        often each act is expected; None leaves the probabilities as trained.

        Raises ModelError M09 for shares that can't be.
        """
        self.name = name
        self.spans_key = spans_key
        self.threshold = threshold
        self.none_threshold = none_threshold
        self.further_threshold = further_threshold
        self.shares = _checked(name, shares)

    @property
    @abstractmethod
    def labels(self) -> tuple[str, ...]:
        """In the order of the scores' columns: the acts, and NONE where the engine knows passages
        that are no remark; empty before training."""

    @abstractmethod
    def probabilities(self, texts: Sequence[str]) -> Scores:
        """Calibrated probabilities as learnt, shape (texts, labels); only called when trained."""

    def scores(self, texts: Sequence[str]) -> Scored:
        """`probabilities`, and those of further acts: 0 unless the engine knows better; only called
        when trained."""
        return Scored(self.probabilities(texts), np.zeros((len(texts), len(LABELS))))

    @abstractmethod
    def explain(self, texts: Sequence[str], labels: Sequence[str]) -> list[list[Weight]]:
        """What the words of each text weigh for the label given with it, in the order of the text;
        only called when trained. What each engine takes for a weight, it says."""

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations([doc], self.predict([doc]))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _BATCH) -> Iterator[Doc]:
        """Label Docs by the batch, in order: all engines are far faster on many texts."""
        handle = self.get_error_handler()
        remaining = iter(stream)
        while docs := list(islice(remaining, batch_size)):
            try:
                self.set_annotations(docs, self.predict(docs))
                yield from docs
            except Exception as error:
                handle(self.name, self, docs, error)

    def predict(self, docs: Iterable[Doc]) -> list[Scored]:
        """Probabilities weighed by the shares, arrays for each Doc; changes nothing.

        Raises ModelError: M01 not trained, M06 a Doc without the spans.
        """
        if not self.labels:
            raise ModelError("M01", name=self.name)
        groups = [[text_of(bullet) for bullet in self._bullets(doc)] for doc in docs]
        if not groups:
            return []
        scored = self.scored([text for group in groups for text in group])
        ends = np.cumsum([len(group) for group in groups])[:-1]
        apart = zip(*(np.split(array, ends) for array in scored), strict=True)
        return [Scored(acts, further) for acts, further in apart]

    def weighed(self, texts: Sequence[str]) -> Scores:
        """`probabilities` weighed by the shares, shape (texts, labels)."""
        return self.scored(texts).acts

    def scored(self, texts: Sequence[str]) -> Scored:
        """`scores`, those of main acts weighed by the shares."""
        # By the chunk, so that a document of a thousand pages needs no more memory than a batch.
        chunks = range(0, len(texts), _CHUNK)
        found = [self.scores(texts[at : at + _CHUNK]) for at in chunks]
        acts, further = (
            np.concatenate([np.zeros((0, len(of))), *arrays])
            for of, arrays in (
                (self.labels, [one.acts for one in found]),
                (LABELS, [one.further for one in found]),
            )
        )
        if self.shares:
            columns = [column for column, label in enumerate(self.labels) if label != NONE]
            shares = [self.shares[self.labels[column]] for column in columns]
            acts[:, columns] = reweigh(acts[:, columns], shares)
        return Scored(acts, further)

    def further_acts(self, scores: Scores, label: str) -> tuple[Label, ...]:
        """The acts that a bullet records beside `label`, the likeliest first. scores: of each act
        as a further one, shape (LABELS,)."""
        told = [
            (-p, act)
            for act, p in zip(LABELS, scores.tolist(), strict=True)
            if act != label and p >= self.further_threshold
        ]
        return tuple(act for _, act in sorted(told))

    def set_annotations(self, docs: Iterable[Doc], scores: Iterable[Scored]) -> None:
        """Write label_, cats, confidence, secondary, review and reason on each bullet."""
        for doc, scored in zip(docs, scores, strict=True):
            group = self._bullets(doc)
            labelled = [
                self._annotate(bullet, acts, further)
                for bullet, acts, further in zip(group, *scored, strict=True)
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

    def _bullets(self, doc: Doc) -> SpanGroup:
        if self.spans_key not in doc.spans:
            raise ModelError("M06", name=self.name, key=self.spans_key)
        group: SpanGroup = doc.spans[self.spans_key]
        return group

    def _annotate(self, bullet: Span, acts: Scores, further: Scores) -> Span:
        cats = {label: float(p) for label, p in zip(self.labels, acts, strict=True)}
        none = cats.pop(NONE, 0.0)
        ruled = by_rule(bullet._.kind) and _OF_ACTIONS in cats
        if ruled:
            cats = {label: float(label == _OF_ACTIONS) for label in cats}
        total = sum(cats.values())
        cats = {label: p / total for label, p in cats.items()}
        label = max(cats, key=cats.__getitem__)
        extra = bullet._
        extra.cats, extra.confidence = cats, cats[label]
        extra.secondary = () if ruled else self.further_acts(further, label)
        reasons = []
        if NONE in self.labels and not ruled and none >= self.none_threshold:
            reasons.append(NO_REMARK)
        if not ruled and cats[label] < self.threshold:
            reasons.append(LOW_CONFIDENCE)
        extra.reason = with_reasons(extra.reason, _REASONS, reasons)
        extra.review = bool(extra.reason)
        return Span(
            bullet.doc, bullet.start, bullet.end, label, kb_id=bullet.kb_id, span_id=bullet.id
        )


def classifiers(nlp: Language) -> list[Classifier]:
    """The components of a pipeline that give labels, in its order."""
    return [component for _, component in nlp.pipeline if isinstance(component, Classifier)]


def _checked(name: str, shares: dict[str, float] | None) -> dict[str, float]:
    if shares and (set(shares) != set(LABELS) or min(shares.values()) <= 0):
        allowed = f"a number above 0 for each of {', '.join(LABELS)}"
        raise ModelError("M09", name=name, setting="shares", value=shares, allowed=allowed)
    return dict(shares or {})
