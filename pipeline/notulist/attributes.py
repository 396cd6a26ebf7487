"""Names of everything that notulist keeps on a Doc or Span, registered in one place.

| where | name | what |
|---|---|---|
| doc.spans | bullets | the remarks in document order; raw span, marker excluded; label_ = the act |
| doc.spans | headings | agenda items and other headings |
| doc.spans | attendance | lines that say who was present or absent |
| doc._ | source | the Source that the Doc was made of |
| doc._ | meeting_body, meeting_date | str and ISO date, or None |
| heading._ | number, title, level | "2a", "Governance", nesting from 1 ("" where it has no number) |
| bullet._ | kind, level, marker, clean | "bullet" or "action"; nesting from 0; "•"; mended text |
| bullet._ | agenda_number, agenda_title | of the heading that it stands under |
| bullet._ | holder, addressee, mentions | kb_ids, in order of appearance |
| bullet._ | cats, confidence, secondary | label → calibrated probability; that of the label; labels |
| bullet._ | review, reason | whether a person should look, and why ("" if not) |
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

BULLETS = "bullets"
HEADINGS = "headings"
ATTENDANCE = "attendance"

_DOC = {"source": None, "meeting_body": None, "meeting_date": None}
_SPAN: dict[str, object] = {
    "number": "",
    "title": "",
    "level": 0,
    "kind": "bullet",
    "marker": "",
    "clean": "",
    "agenda_number": "",
    "agenda_title": "",
    "holder": (),
    "addressee": (),
    "mentions": (),
    "cats": None,
    "confidence": None,
    "secondary": (),
    "review": False,
    "reason": "",
}


def register() -> None:
    """Register the extension attributes; safe to call again."""
    for owner, names in ((Doc, _DOC), (Span, _SPAN)):
        for name, default in names.items():
            if not owner.has_extension(name):
                owner.set_extension(name, default=default)


register()
