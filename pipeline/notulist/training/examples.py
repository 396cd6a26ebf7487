"""Labelled bullets as classifiers learn from them and are measured on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from notulist.attributes import ATTENDANCE, BULLETS
from notulist.components.classifier import text_of
from notulist.labels import LABELS, NONE
from notulist.training.names import persons


@dataclass(frozen=True, slots=True)
class Examples:
    """Labelled bullets; the tuples are equally long."""

    texts: tuple[str, ...]
    labels: tuple[str, ...]
    bodies: tuple[str, ...]
    """Whose minutes they are: no body is on both sides of a split; "" of what is of no minutes."""
    documents: tuple[str, ...]
    names: frozenset[str] = frozenset()
    """Words of persons' names, lower case, kept out of the vocabulary."""
    votes: tuple[tuple[str, ...], ...] = ()
    """The label that each reader gave, "" where one hasn't read it; empty where none are known."""
    further: tuple[tuple[str, ...], ...] = ()
    """The acts beside the main one; empty where they aren't known of all bullets."""

    @property
    def n_bodies(self) -> int:
        """How many bodies there are."""
        return len(set(self.bodies) - {""})

    def take(self, rows: Iterable[int]) -> Examples:
        """These rows only, in this order."""
        chosen = [int(row) for row in rows]
        fields = (self.texts, self.labels, self.bodies, self.documents)
        texts, labels, bodies, documents = (tuple(field[row] for row in chosen) for field in fields)
        votes = tuple(self.votes[row] for row in chosen) if self.votes else ()
        further = tuple(self.further[row] for row in chosen) if self.further else ()
        return Examples(texts, labels, bodies, documents, self.names, votes, further)

    @property
    def remarks(self) -> Examples:
        """Those that record an act."""
        return self.take(row for row, label in enumerate(self.labels) if label != NONE)

    @property
    def _known(self) -> bool:
        """Whether further acts are known, which of no bullets they are."""
        return len(self.further) == len(self.texts)

    def __add__(self, other: Examples) -> Examples:
        unknown: tuple[tuple[str, ...], ...] = ((),)
        return Examples(
            self.texts + other.texts,
            self.labels + other.labels,
            self.bodies + other.bodies,
            self.documents + other.documents,
            self.names | other.names,
            (self.votes or unknown * len(self.texts)) + (other.votes or unknown * len(other.texts)),
            self.further + other.further if self._known and other._known else (),
        )


def labelled(doc: Doc, spans_key: str = BULLETS) -> list[Span]:
    """The bullets of a gold Doc that somebody has labelled, be it as no remark."""
    return [bullet for bullet in doc.spans.get(spans_key, ()) if bullet.label_ in (*LABELS, NONE)]


def examples(docs: Iterable[Doc], spans_key: str = BULLETS) -> Examples:
    """The `labelled` bullets of gold Docs, in order; a Doc without a body is a body of its own."""
    docs = list(docs)
    rows = [
        (text_of(bullet), bullet.label_, body, name, bullet._.votes, tuple(bullet._.secondary))
        for number, doc in enumerate(docs)
        for name in [doc._.source.name if doc._.source else str(number)]
        for body in [doc._.meeting_body or f"document {number}"]
        for bullet in labelled(doc, spans_key)
    ]
    columns = zip(*rows, strict=True) if rows else ((),) * 6
    texts, labels, bodies, documents, votes, further = columns
    attendance = [span.text for doc in docs for span in doc.spans.get(ATTENDANCE, ())]
    return Examples(texts, labels, bodies, documents, persons(attendance, texts), votes, further)
