"""What passes from a Doc to the outputs: one row a bullet, one schema for all formats."""

from __future__ import annotations

from dataclasses import dataclass, fields
from hashlib import blake2b
from typing import TYPE_CHECKING, cast

from spacy.tokens import Doc, Span

from notulist.attributes import BULLETS, source_of
from notulist.components.parties import parties_of
from notulist.labels import LABELS, Label
from notulist.reading.source import Source

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Row:
    """One bullet. The order of the fields is the order of the columns."""

    bullet_id: str
    """Hash of document content and anchored span: the same in every run and on every machine."""
    document: str
    document_sha256: str
    meeting_body: str | None
    meeting_date: str | None
    """ISO 8601, e.g. 2023-04-06."""
    agenda_number: str
    agenda_title: str
    bullet_number: int
    """Place among the bullets of the document, from 1."""
    kind: str
    level: int
    """Nesting, from 0."""
    page: int | None
    """From 1; PDF only."""
    start: int
    """Offset in the source text of the first character."""
    end: int
    """Offset past the last character."""
    text: str
    """Clean text: marker off, lines joined, hyphens mended."""
    label: Label | None
    """None where no classifier ran."""
    confidence: float | None
    p_agreement: float | None
    p_concern: float | None
    p_explanation: float | None
    p_request: float | None
    secondary: tuple[str, ...]
    holder: tuple[str, ...]
    addressee: tuple[str, ...]
    mentions: tuple[str, ...]
    actors_raw: tuple[str, ...]
    """The words that the mentions stand for, as written."""
    review: bool
    reason: str
    model: str


COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Row))


def to_rows(doc: Doc, model: str = "") -> list[Row]:
    """The bullets of a Doc as rows. `model` names what labelled them ("nl_notulist-0.1.0")."""
    source = source_of(doc)
    return [
        _row(doc, source, bullet, number, model)
        for number, bullet in enumerate(doc.spans.get(BULLETS, ()), start=1)
    ]


def to_frame(docs: Doc | list[Doc], model: str = "") -> pd.DataFrame:
    """The rows of one or more Docs as a DataFrame with the columns COLUMNS, tuples kept."""
    import pandas as pd

    rows = [
        row for doc in ([docs] if isinstance(docs, Doc) else docs) for row in to_rows(doc, model)
    ]
    return pd.DataFrame(
        [tuple(getattr(row, name) for name in COLUMNS) for row in rows], columns=list(COLUMNS)
    )


def bullet_id(source: Source, start: int, end: int) -> str:
    """A b and sixteen hexadecimal digits: hash of file, anchored span and squashed text.

    The letter is there for Excel, which takes 12345e6789 for a number.
    """
    squashed = "".join(source.text[start:end].split())
    parts = (source.sha256, source.anchor(start), source.anchor(end - 1), squashed)
    return f"b{blake2b(repr(parts).encode(), digest_size=8).hexdigest()}"


def _row(doc: Doc, source: Source, bullet: Span, number: int, model: str) -> Row:
    extra = bullet._
    cats: dict[str, float] = extra.cats or {}
    return Row(
        bullet_id=bullet_id(source, bullet.start_char, bullet.end_char),
        document=source.name,
        document_sha256=source.sha256,
        meeting_body=doc._.meeting_body,
        meeting_date=doc._.meeting_date,
        agenda_number=extra.agenda_number,
        agenda_title=extra.agenda_title,
        bullet_number=number,
        kind=extra.kind,
        level=extra.level,
        page=source.line_at(bullet.start_char).unit if source.format == "pdf" else None,
        start=bullet.start_char,
        end=bullet.end_char,
        text=extra.clean or bullet.text,
        label=cast("Label | None", bullet.label_ or None),
        confidence=extra.confidence,
        **{f"p_{label}": cats.get(label) for label in LABELS},
        secondary=tuple(extra.secondary),
        holder=tuple(extra.holder),
        addressee=tuple(extra.addressee),
        mentions=tuple(extra.mentions),
        actors_raw=tuple(party.text for party in parties_of(bullet)),
        review=extra.review,
        reason=extra.reason,
        model=model,
    )
