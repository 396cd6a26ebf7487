"""Component `notulist_meeting`: which body met, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc

from notulist.attributes import BULLETS, HEADINGS, OTHER, source_of
from notulist.components.markers import MONTHS

_MONTH = {name: i for i, name in enumerate(MONTHS, start=1)} | {
    name[:3]: i for i, name in enumerate(MONTHS, start=1)
}
_MONTH["mrt"] = 3
_WORDS = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:e|ste)?\s+(?P<month>{'|'.join(_MONTH)})\.?\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})([-/._ ])(?P<month>\d{1,2})\2(?P<year>(?:19|20)\d\d)(?!\d)"
)
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)([-/._ ])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)"
)
# In file names: 20221027, 02022017.
_YEAR_FIRST_GLUED = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
_DAY_FIRST_GLUED = re.compile(r"(?<!\d)(?P<day>\d\d)(?P<month>\d\d)(?P<year>(?:19|20)\d\d)(?!\d)")
_DATES = (_WORDS, _DAY_FIRST, _YEAR_FIRST, _YEAR_FIRST_GLUED, _DAY_FIRST_GLUED)
# In this order: a letterhead's "Datum" may be the day that the minutes were sent.
_DATE_FIELDS = (
    re.compile(
        r"\W*(?:vergaderdatum|datum (?:van de )?(?:vergadering|overleg|bijeenkomst))", re.IGNORECASE
    ),
    re.compile(r"\W*(?:datum|wanneer)\b", re.IGNORECASE),
)
_TITLE = re.compile(
    r"(?:concept[- ]?)?(?:agenda (?:en|\+) )?"
    r"(?:verslag|notulen|besluitenlijst|minutes|aantekeningen)\b[\s:–-]*"
    r"(?:\d+e\s+)?(?:van\s+)?(?:de\s+|het\s+)?(?:vergadering(?:\s+van)?\s+(?:de\s+|het\s+)?)?",
    re.IGNORECASE,
)
_BODY_WORDS = 14
_NO_BODY = re.compile(r"www\.|https?:|///|@|\baanwezig|\d{4} [A-Z]{2}\b", re.IGNORECASE)
# A body whose name is one word: Veiligheidsberaad, Gemeenteraad.
_BODY = re.compile(
    r"(?:beraad|overleg|raad|tafel|commissie|bestuur|staten|vergadering|groep|platform|college)$",
    re.IGNORECASE,
)
_HEADER_CHARS = 3000


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the header or the file's name tells of a meeting."""

    body: str | None
    date: str | None
    """ISO 8601."""


def find_date(text: str) -> str | None:
    """The first calendar date in a text, as Dutch writes it, in ISO 8601; None where there is none.

    "6 april 2023", "06-04-2023", "2023-04-06" and, for file names, "20230406".
    """
    found: list[tuple[int, str]] = []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            month = match["month"].lower()
            try:
                day = date(int(match["year"]), _MONTH.get(month) or int(month), int(match["day"]))
            except ValueError:
                continue
            found.append((match.start(), day.isoformat()))
    return min(found)[1] if found else None


class MeetingReader(Pipe):
    """Sets doc._.meeting_date and doc._.meeting_body; reads the spans of the splitter."""

    def __init__(self, name: str = "notulist_meeting") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations([doc], self.predict([doc]))
        return doc

    def predict(self, docs: Iterable[Doc]) -> list[Meeting]:
        """The meeting of each Doc; changes nothing."""
        return [Meeting(_body(doc), _date(doc)) for doc in docs]

    def set_annotations(self, docs: Sequence[Doc], meetings: Sequence[Meeting]) -> None:
        """Keep what was found."""
        for doc, meeting in zip(docs, meetings, strict=True):
            doc._.meeting_body, doc._.meeting_date = meeting.body, meeting.date


def _date(doc: Doc) -> str | None:
    """A date field in the header, else the file's name, else the first date in the header.

    The name goes before loose dates: a header may tell of other days ("wijzigingen per 1-1-2023").
    """
    lines = [line for line in _header(doc).splitlines() if line.strip()]
    for field in _DATE_FIELDS:
        for i, line in enumerate(lines):
            found = find_date(" ".join(lines[i : i + 2])) if field.match(line.lstrip()) else None
            if found:
                return found
    name = PurePosixPath(source_of(doc).name)
    return find_date(name.stem) or find_date("\n".join(lines)) or find_date(name.parent.name)


def _body(doc: Doc) -> str | None:
    """The title in the header, without "Verslag van de" and the date."""
    headings = [s for s in doc.spans.get(HEADINGS, ()) if not s._.number]
    lines = [s for s in doc.spans.get(OTHER, ()) if s._.kind == "header"]
    first = min((s.start for s in doc.spans.get(BULLETS, ())), default=len(doc))
    candidates = sorted((s for s in (*headings, *lines) if s.start <= first), key=lambda s: s.start)
    for span in candidates[:6]:
        text = span._.clean
        if not _TITLE.match(text) and span is not candidates[0]:
            continue
        for pattern in _DATES:
            text = pattern.sub("", text)
        title = _TITLE.sub("", text, count=1).strip(" -–,:*_#")
        named = len(title.split()) > 1 or title.isupper() or _BODY.search(title)
        if named and len(title.split()) <= _BODY_WORDS and not _NO_BODY.search(title):
            return title[:200]
    return None


def _header(doc: Doc) -> str:
    """The text before the first bullet, no more than a page of it."""
    first = min((s.start_char for s in doc.spans.get(BULLETS, ())), default=len(doc.text))
    return doc.text[: min(first, _HEADER_CHARS)]


@Language.factory(
    "notulist_meeting",
    requires=["doc.spans"],
    assigns=["doc._.meeting_body", "doc._.meeting_date"],
)
def make_meeting(nlp: Language, name: str) -> MeetingReader:
    """The factory of the meeting reader; it has no settings."""
    return MeetingReader(name)
