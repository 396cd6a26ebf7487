"""From authored minutes to gold Docs, as the pipeline would meet and annotate them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from spacy.language import Language
from spacy.tokens import Doc, Span

from notulist import attributes  # noqa: F401  registers the extension attributes
from notulist.attributes import ATTENDANCE, BULLETS, HEADINGS
from notulist.corpus.authored import Item, Minutes, Remark
from notulist.labels import LABELS
from notulist.reading.source import Line, Source

MARKER = "•"


@dataclass(frozen=True, slots=True)
class Layout:
    """Minutes as plain text, and where in it each part stands (start, end)."""

    text: str
    attendance: tuple[int, int] | None
    headings: tuple[tuple[int, int], ...]
    """One an item, number included."""
    bullets: tuple[tuple[int, int], ...]
    """One a remark, marker excluded."""


def lay_out(minutes: Minutes) -> Layout:
    """The minutes as a text file would hold them: title, date, attendance, items with bullets."""
    text = f"{minutes.body}\n{minutes.date.isoformat()}\n"
    attendance = None
    if minutes.present:
        line = f"Aanwezig: {minutes.present}"
        attendance = (len(text), len(text) + len(line))
        text += line + "\n"
    headings, bullets = [], []
    for item in minutes.items:
        line = f"{item.number}. {item.title}" if item.number else item.title
        text += "\n"
        headings.append((len(text), len(text) + len(line)))
        text += line + "\n"
        for remark in item.remarks:
            text += f"{'  ' * remark.level}{MARKER} "
            bullets.append((len(text), len(text) + len(remark.text)))
            text += remark.text + "\n"
    return Layout(text, attendance, tuple(headings), tuple(bullets))


def to_doc(nlp: Language, minutes: Minutes) -> Doc:
    """A Doc with headings, bullets and attendance as spans and the gold on each bullet.

    Bullets come in the order of `minutes.remarks`. Holder and addressee stay there: a corpus has
    names as written, a Doc has ids.
    """
    layout = lay_out(minutes)
    # nlp.make_doc would refuse a text over nlp.max_length, as language.to_doc explains.
    doc: Doc = nlp.tokenizer(layout.text)
    doc._.source = _source(minutes, layout.text)
    doc._.meeting_body, doc._.meeting_date = minutes.body, minutes.date.isoformat()
    doc.spans[ATTENDANCE] = [_span(doc, layout.attendance)] if layout.attendance else []
    headings = zip(minutes.items, layout.headings, strict=True)
    doc.spans[HEADINGS] = [_heading(doc, item, place) for item, place in headings]
    owners = [(item, remark) for item in _inherited(minutes) for remark in item.remarks]
    bullets = zip(owners, layout.bullets, strict=True)
    doc.spans[BULLETS] = [_bullet(doc, *owner, place) for owner, place in bullets]
    return doc


def _inherited(minutes: Minutes) -> list[Item]:
    """The items, one without a number with that of the agenda item in which it stands."""
    items, number = [], ""
    for item in minutes.items:
        number = item.number if item.number or item.level == 1 else number
        items.append(replace(item, number=number))
    return items


def _span(doc: Doc, place: tuple[int, int], label: str = "") -> Span:
    span = doc.char_span(*place, label=label, alignment_mode="expand")
    assert span is not None  # noqa: S101  both ends lie in the text
    return span


def _heading(doc: Doc, item: Item, place: tuple[int, int]) -> Span:
    heading = _span(doc, place)
    heading._.number, heading._.title, heading._.level = item.number, item.title, item.level
    return heading


def _bullet(doc: Doc, item: Item, remark: Remark, place: tuple[int, int]) -> Span:
    bullet = _span(doc, place, remark.label)
    extra = bullet._
    extra.level, extra.marker, extra.clean = remark.level, MARKER, remark.text
    extra.agenda_number, extra.agenda_title = item.number, item.title
    extra.cats = {label: float(label == remark.label) for label in LABELS}
    extra.confidence, extra.secondary = 1.0, remark.secondary
    return bullet


def _source(minutes: Minutes, text: str) -> Source:
    lines, offset = [], 0
    for unit, line in enumerate(text.split("\n")):
        lines.append(Line(offset, offset + len(line), unit))
        offset += len(line) + 1
    digest = sha256(text.encode()).hexdigest()
    return Source(f"{minutes.id}.txt", text, tuple(lines), digest, "txt", "utf-8")
