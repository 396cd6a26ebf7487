"""Component `notulist_meeting`: which body met, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc

from notulist.attributes import ATTENDANCE, source_of
from notulist.components.bodies import body_in
from notulist.components.body_paths import body_in_path
from notulist.components.dates import TIMES, find_date
from notulist.components.letterhead import Entry, entries, value_of
from notulist.components.meeting_places import place_in
from notulist.components.titles import is_date

# In this order: a letterhead's "Datum" may be the day that the minutes were sent.
_DATE_FIELDS = (
    re.compile(
        r"(?:vergaderdatum|datum (?:van )?(?:de |het )?(?:vergadering|overleg|bijeenkomst))"
        r"(?: en[- ]{1,2}tijd(?:stip)?)?",
        re.IGNORECASE,
    ),
    re.compile(r"(?:datum|wanneer|subject|date)\b", re.IGNORECASE),
)
_NEAR_TOP = 12


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the header or the file's name tells of a meeting."""

    body: str | None
    date: str | None
    """ISO 8601."""
    place: str | None


class MeetingReader(Pipe):
    """Sets doc._.meeting_body, meeting_date and meeting_place; reads the spans of the splitter."""

    def __init__(self, name: str = "notulist_meeting") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations([doc], self.predict([doc]))
        return doc

    def predict(self, docs: Iterable[Doc]) -> list[Meeting]:
        """The meeting of each Doc; changes nothing."""
        return [_meeting(doc) for doc in docs]

    def set_annotations(self, docs: Sequence[Doc], meetings: Sequence[Meeting]) -> None:
        """Keep what was found."""
        for doc, meeting in zip(docs, meetings, strict=True):
            doc._.meeting_body, doc._.meeting_date = meeting.body, meeting.date
            doc._.meeting_place = meeting.place


def _meeting(doc: Doc) -> Meeting:
    given = entries(doc)
    name = source_of(doc).name
    return Meeting(_body(doc, given, name), _date(given, name), place_in(given))


def _date(given: Sequence[Entry], name: str) -> str | None:
    """A date field, else the file's name, else a title, else a folder, else the first date above.

    The name goes before loose dates: a header may tell of other days ("wijzigingen per 1-1-2023").
    It also goes before a field that differs in the year alone: a header is copied from last year's.
    """
    path = PurePosixPath(name)
    named = find_date(path.stem)
    for field in _DATE_FIELDS:
        for at in range(len(given)):
            # A time may stand between the day and its month in the cells of a table.
            found = find_date(
                " ".join(TIMES.sub(" ", value) for value in value_of(given, at, field))
            )
            if found:
                return named if named and named[4:] == found[4:] else found
    above = [entry.text for entry in given if entry.title]
    titles = [text for text in above[:_NEAR_TOP] if is_date(text) or body_in(text, loose=True)]
    texts = ("\n".join(titles), path.parent.name, "\n".join(above))
    return named or next((found for text in texts if (found := find_date(text))), None)


def _body(doc: Doc, given: Sequence[Entry], name: str) -> str | None:
    """A line that names a body, else one that "Verslag" tells to, else the file's name or folder.

    The file's name also where it says the same and more ("TO" and "TO Oevers").
    """
    persons = " ".join(span.text for span in doc.spans.get(ATTENDANCE, ()))
    titles = [entry.text for entry in given if entry.title]
    in_path = body_in_path(name, persons=persons)
    for loose in (False, True):
        for title in titles:
            body = body_in(title, persons=persons, loose=loose)
            if body is not None:
                wider = in_path and in_path.lower().startswith(body.lower())
                return in_path if wider and len(in_path or "") > len(body) else body
    return in_path


@Language.factory(
    "notulist_meeting",
    requires=["doc.spans"],
    assigns=["doc._.meeting_body", "doc._.meeting_date", "doc._.meeting_place"],
)
def make_meeting(nlp: Language, name: str) -> MeetingReader:
    """The factory of the meeting reader; it has no settings."""
    return MeetingReader(name)
