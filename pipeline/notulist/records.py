"""What passes from a Doc to the outputs: one row a passage, one schema for all formats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from hashlib import blake2b
from typing import TYPE_CHECKING, cast

from spacy.language import Language
from spacy.tokens import Doc, Span

from notulist.attributes import ATTENDANCE, BULLETS, HEADINGS, OTHER, source_of
from notulist.components.parties import parties_of
from notulist.errors import ExportError
from notulist.explained import explained
from notulist.labels import DUTCH_KINDS, KINDS, LABELS, REMARKS, Kind, Label
from notulist.provenance import Place, box_text, place_of, remark_lines
from notulist.reading.source import Line, Source

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Row:
    """One passage, a bullet most often. The order of the fields is the order of the columns.

    What is no remark (`kind` other than bullet and action) has no number, label or actors.
    """

    bullet_id: str
    """Hash of document content and anchored span: the same in every run and on every machine."""
    document: str
    document_sha256: str
    meeting_body: str | None
    meeting_date: str | None
    """ISO 8601, e.g. 2023-04-06."""
    meeting_place: str | None
    """As the header says it: "Utrecht", "zaal 3 en via Webex"."""
    agenda_number: str
    agenda_title: str
    bullet_number: int | None
    """Place among the bullets of the document, from 1; None for what is no remark."""
    kind: str
    """One of notulist.labels.KINDS."""
    level: int
    """Nesting, from 0."""
    page: int | None
    """From 1; PDF only."""
    box: str | None
    """ "left,top,right,bottom" of its lines on that page, in points from the top left; PDF only."""
    paragraph: int | None
    """From 1, those in tables included; Word and other formats of paragraphs."""
    line: int | None
    """From 1; text, Markdown and e-mail."""
    start: int
    """Offset in the source text of the first character."""
    end: int
    """Offset past the last character."""
    text: str
    """Clean text: marker off, lines joined, hyphens mended, redactions as "[gelakt]"."""
    redactions: int
    """How many of those: names and passages that were blacked out."""
    label: Label | None
    """None where no classifier ran, and for what is no remark."""
    confidence: float | None
    p_agreement: float | None
    p_concern: float | None
    p_explanation: float | None
    p_request: float | None
    secondary: tuple[str, ...]
    holder: tuple[str, ...]
    addressee: tuple[str, ...]
    inferred: tuple[str, ...]
    """Those of holder and addressee whom the remark doesn't name: whose a person or office is."""
    mentions: tuple[str, ...]
    actors_raw: tuple[str, ...]
    """The words that the mentions stand for, as written."""
    review: bool
    reason: str
    model: str
    why: str | None = None
    """The words that weighed most for the label: "vraagt (0.8), graag (0.4)"; None where nobody
    asked. It is a column only where somebody did."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of the splitter, its kind, and its place among the bullets where it is one."""

    span: Span
    kind: Kind
    number: int | None


ALL = "all"
"""The name that stands for every kind."""
_ALL_WORDS = (ALL, "alle", "alles")
_OTHER_WORDS: dict[str, Kind] = {"aanwezigheid": "attendance", "onderwerp": "topic"}
_WHY = "why"
COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Row) if field.name != _WHY)
"""Without `why`, which comes last where it was asked for."""


def columns_of(*, explain: bool) -> tuple[str, ...]:
    """The columns of a table. explain: whether `why` is one."""
    return (*COLUMNS, _WHY) if explain else COLUMNS


def to_rows(
    doc: Doc, model: str = "", *, kinds: Iterable[str] = REMARKS, explain: Language | None = None
) -> list[Row]:
    """The passages of a Doc of these kinds as rows, in document order.

    model: what labelled them ("nl_notulist-0.1.0"). kinds: as `check_kinds` takes them. explain:
    the pipeline that made the Doc, to say `why` each has its label.
    Raises ExportError X09 for a kind that there is not; ModelError M16 where `explain` has no
    classifier.
    """
    source = source_of(doc)
    lines = remark_lines(source)
    rows = [
        _row(doc, source, passage, model, _place(source, lines, passage.span))
        for passage in passages(doc, check_kinds(kinds))
    ]
    return rows if explain is None else explained(rows, explain)


def to_frame(
    docs: Doc | list[Doc],
    model: str = "",
    *,
    kinds: Iterable[str] = REMARKS,
    explain: Language | None = None,
) -> pd.DataFrame:
    """The rows of one or more Docs as a DataFrame, tuples kept: the columns COLUMNS, and `why`
    where `explain` is given. The arguments are those of `to_rows`.
    """
    wanted = check_kinds(kinds)
    rows = [
        row
        for doc in ([docs] if isinstance(docs, Doc) else docs)
        for row in to_rows(doc, model, kinds=wanted, explain=explain)
    ]
    return frame_of(rows, explain=explain is not None)


def frame_of(rows: Iterable[Row], *, explain: bool = False) -> pd.DataFrame:
    """Rows as a DataFrame, as `to_frame` gives them. explain: with the column `why`."""
    import pandas as pd

    names = columns_of(explain=explain)
    cells = [tuple(getattr(row, name) for name in names) for row in rows]
    return pd.DataFrame(cells, columns=list(names))


def check_kinds(names: Iterable[str]) -> frozenset[Kind]:
    """The kinds of these names, English or Dutch; "all" or "alle" stands for every one.

    Raises ExportError X09.
    """
    words = {word: kind for kind in KINDS for word in (kind, DUTCH_KINDS[kind])} | _OTHER_WORDS
    given = set(names)
    for name in sorted(given.difference(words, _ALL_WORDS)):
        raise ExportError("X09", found=name, allowed=_both_languages())
    if given.intersection(_ALL_WORDS):
        return frozenset(KINDS)
    return frozenset(words[name] for name in given)


def _both_languages() -> str:
    """The names of all kinds: "bullet (opmerking), …, all (alle)"."""
    pairs = [(kind, DUTCH_KINDS[kind]) for kind in KINDS]
    shown = [kind if kind == word else f"{kind} ({word})" for kind, word in pairs]
    return ", ".join((*shown, f"{ALL} ({_ALL_WORDS[1]})"))


def passages(doc: Doc, kinds: Iterable[Kind]) -> list[Passage]:
    """The spans of the splitter of these kinds, in document order."""
    bullets = enumerate(doc.spans.get(BULLETS, ()), start=1)
    found = [Passage(span, span._.kind, number) for number, span in bullets]
    # By their group, since a Doc of the corpus leaves the kind of these as it is registered.
    found += [Passage(span, "heading", None) for span in doc.spans.get(HEADINGS, ())]
    found += [Passage(span, "attendance", None) for span in doc.spans.get(ATTENDANCE, ())]
    found += [Passage(span, span._.kind, None) for span in doc.spans.get(OTHER, ())]
    wanted = set(kinds)
    ours = (passage for passage in found if passage.kind in wanted)
    return sorted(ours, key=lambda passage: passage.span.start_char)


def bullet_id(source: Source, start: int, end: int) -> str:
    """A b and sixteen hexadecimal digits: hash of file, anchored span and squashed text.

    The letter is there for Excel, which takes 12345e6789 for a number.
    """
    squashed = "".join(source.text[start:end].split())
    parts = (source.sha256, source.anchor(start), source.anchor(end - 1), squashed)
    return f"b{blake2b(repr(parts).encode(), digest_size=8).hexdigest()}"


def _place(source: Source, lines: Sequence[Line], bullet: Span) -> Place:
    return place_of(source, lines, bullet.start_char, bullet.end_char)


def _row(doc: Doc, source: Source, passage: Passage, model: str, place: Place) -> Row:
    bullet = passage.span
    extra = bullet._
    cats: dict[str, float] = extra.cats or {}
    parties = parties_of(bullet) if passage.kind in REMARKS else ()
    return Row(
        bullet_id=bullet_id(source, bullet.start_char, bullet.end_char),
        document=source.name,
        document_sha256=source.sha256,
        meeting_body=doc._.meeting_body,
        meeting_date=doc._.meeting_date,
        meeting_place=doc._.meeting_place,
        agenda_number=extra.agenda_number,
        agenda_title=extra.agenda_title,
        bullet_number=passage.number,
        kind=passage.kind,
        level=extra.level,
        page=place.page,
        box=box_text(place.box),
        paragraph=place.paragraph,
        line=place.line,
        start=bullet.start_char,
        end=bullet.end_char,
        text=extra.clean or bullet.text,
        redactions=extra.redactions,
        label=cast("Label | None", bullet.label_ or None),
        confidence=extra.confidence,
        **{f"p_{label}": cats.get(label) for label in LABELS},
        secondary=tuple(extra.secondary),
        holder=tuple(extra.holder),
        addressee=tuple(extra.addressee),
        inferred=tuple(extra.inferred),
        mentions=tuple(extra.mentions),
        actors_raw=tuple(party.text for party in parties),
        review=extra.review,
        reason=extra.reason,
        model=model,
        why=None,
    )
