"""Names of everything that notulist keeps on a Doc or Span, registered in one place.

| where | name | what |
|---|---|---|
| doc.spans | bullets | the remarks in document order; raw span, marker excluded; label_ = the act |
| doc.spans | headings | agenda items and other headings |
| doc.spans | attendance | lines that say who was present or absent |
| doc.spans | other | what is no remark: header, lead-in, table, link, code (`_.kind` says which) |
| doc._ | source | the Source that the Doc was made of |
| doc._ | meeting_body, meeting_date, meeting_place | str, ISO date and str, or None |
| heading._ | number, title, level | "2a" (or ""), "Governance", nesting from 1 |
| bullet._ | kind, level, marker, clean | "bullet" or "action"; nesting from 0; "•"; mended text |
| span._ | redactions | how many "[gelakt]" its clean text holds; of every span of the splitter |
| span._ | agenda_number, agenda_title | of the heading that it stands under; a heading's own |
| bullet._ | holder, addressee, mentions | kb_ids, in order of appearance |
| bullet._ | inferred | those of its holder and addressee that its words don't name |
| bullet._ | cats, confidence, secondary | label → probability; that of label_; labels |
| bullet._ | review, reason | whether a person should look, and why ("" if not) |
| bullet._ | votes | of gold Docs: the label that each reader gave, "" where one hasn't read it |
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

from notulist import serial  # noqa: F401  registers how a Source is packed
from notulist.reading.source import Source, from_text

BULLETS = "bullets"
HEADINGS = "headings"
ATTENDANCE = "attendance"
OTHER = "other"

_DOC = {"source": None, "meeting_body": None, "meeting_date": None, "meeting_place": None}
_SPAN: dict[str, object] = {
    "number": "",
    "title": "",
    "level": 0,
    "kind": "bullet",
    "marker": "",
    "clean": "",
    "redactions": 0,
    "agenda_number": "",
    "agenda_title": "",
    "holder": (),
    "addressee": (),
    "mentions": (),
    "inferred": (),
    "cats": None,
    "confidence": None,
    "secondary": (),
    "review": False,
    "reason": "",
    "votes": (),
}


def register() -> None:
    """Register the extension attributes; safe to call again."""
    for owner, names in ((Doc, _DOC), (Span, _SPAN)):
        for name, default in names.items():
            if not owner.has_extension(name):
                owner.set_extension(name, default=default)


def source_of(doc: Doc) -> Source:
    """The Source of a Doc; one of plain text for a Doc that was made of a str."""
    source: Source | None = doc._.source
    return source if source is not None else from_text(doc.text)


register()
