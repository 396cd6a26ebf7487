"""From authored minutes to gold Docs, as the pipeline would meet and annotate them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from notulist import attributes  # noqa: F401  registers the extension attributes
from notulist.attributes import ATTENDANCE, BULLETS, HEADINGS
from notulist.components.actors import INFERRED
from notulist.components.gazetteer import shipped_actors
from notulist.components.splitter import cut_tokens
from notulist.corpus.authored import Item, Minutes, Remark
from notulist.corpus.surfaces import Surface, mentions
from notulist.corpus.votes import Votes
from notulist.labels import LABELS, NIL
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


def to_doc(nlp: Language, minutes: Minutes, votes: Mapping[int, Votes] | None = None) -> Doc:
    """A Doc with headings, bullets, attendance and actors as spans and the gold on each bullet.

    votes: what each reader said, by the number of the remark, where known.

    Bullets come in the order of `minutes.remarks`. Where the minutes list their actors, doc.ents
    are the mentions in the remarks, and holder and addressee are ids (NIL: of a body that the
    gazetteer doesn't have); otherwise there are none.
    """
    layout = lay_out(minutes)
    # nlp.make_doc would refuse a text over nlp.max_length, as language.to_doc explains.
    doc: Doc = nlp.tokenizer(layout.text)
    found = _mentions(minutes, layout)
    cut_tokens(doc, {edge for start, end, _ in found for edge in (start, end)})
    doc._.source = _source(minutes, layout.text)
    doc._.meeting_body, doc._.meeting_date = minutes.body, minutes.date.isoformat()
    doc.spans[ATTENDANCE] = [_span(doc, layout.attendance)] if layout.attendance else []
    headings = zip(minutes.items, layout.headings, strict=True)
    doc.spans[HEADINGS] = [_heading(doc, item, place) for item, place in headings]
    owners = [(item, remark) for item in _inherited(minutes) for remark in item.remarks]
    known = votes or {}
    bullets = enumerate(zip(owners, layout.bullets, strict=True))
    doc.spans[BULLETS] = [
        _bullet(doc, *owner, place, known.get(number, ())) for number, (owner, place) in bullets
    ]
    if minutes.actors:
        _set_actors(doc, minutes, found)
    return doc


def _inherited(minutes: Minutes) -> list[Item]:
    """The items, one without a number with that of the agenda item in which it stands."""
    items, above = [], ""
    for item in minutes.items:
        above = item.number if item.level == 1 else above
        items.append(replace(item, number=item.number or above))
    return items


def _span(doc: Doc, place: tuple[int, int], label: str = "") -> Span:
    span = doc.char_span(*place, label=label, alignment_mode="expand")
    assert span is not None  # noqa: S101  both ends lie in the text
    return span


def _heading(doc: Doc, item: Item, place: tuple[int, int]) -> Span:
    heading = _span(doc, place)
    heading._.number, heading._.title, heading._.level = item.number, item.title, item.level
    return heading


def _bullet(doc: Doc, item: Item, remark: Remark, place: tuple[int, int], votes: Votes) -> Span:
    bullet = _span(doc, place)
    set_gold(bullet, remark.label, remark.secondary, votes)
    extra = bullet._
    extra.level, extra.marker, extra.clean = remark.level, MARKER, remark.text
    extra.agenda_number, extra.agenda_title = item.number, item.title
    return bullet


def set_gold(bullet: Span, label: str, secondary: Sequence[str], votes: Votes = ()) -> None:
    """Write on a bullet what it records, as surely as a classifier can say it.

    label: an act, or `none` for what is no remark. votes: what each reader said, where known.
    """
    bullet._.votes = tuple(vote.label if vote else "" for vote in votes)
    bullet.label_ = label
    bullet._.cats = {act: float(act == label) for act in LABELS}
    bullet._.confidence, bullet._.secondary = 1.0, tuple(secondary)


def _mentions(minutes: Minutes, layout: Layout) -> list[tuple[int, int, Surface]]:
    """(start, end, surface) of each mention of an actor in the remarks."""
    return [
        (start + mention.start, start + mention.end, mention.surface)
        for remark, (start, _) in zip(minutes.remarks, layout.bullets, strict=True)
        for mention in mentions(remark.text, minutes.actors)
    ]


def _set_actors(doc: Doc, minutes: Minutes, found: Sequence[tuple[int, int, Surface]]) -> None:
    """The mentions as doc.ents, holder and addressee as ids on the bullets."""
    entities = []
    for start, end, surface in found:
        entity = _span(doc, (start, end), _labels().get(surface.id, "ORG"))
        entity.kb_id_ = surface.id or NIL
        entity.id_ = INFERRED if surface.inferred else ""
        entities.append(entity)
    doc.ents = filter_spans(entities)
    ids = {surface.text: surface.id or NIL for surface in minutes.actors}
    for remark, bullet in zip(minutes.remarks, doc.spans[BULLETS], strict=True):
        bullet._.holder = tuple(dict.fromkeys(ids.get(name, name) for name in remark.holder))
        bullet._.addressee = tuple(dict.fromkeys(ids.get(name, name) for name in remark.addressee))


@cache
def _labels() -> dict[str, str]:
    """ORG, OFFICE or COLLECTIVE by id."""
    return {actor.id: actor.label for actor in shipped_actors()}


def _source(minutes: Minutes, text: str) -> Source:
    lines, offset = [], 0
    for unit, line in enumerate(text.split("\n")):
        lines.append(Line(offset, offset + len(line), unit))
        offset += len(line) + 1
    digest = sha256(text.encode()).hexdigest()
    return Source(f"{minutes.id}.txt", text, tuple(lines), digest, "txt", "utf-8")
