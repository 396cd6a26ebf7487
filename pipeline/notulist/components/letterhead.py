"""What stands above the minutes proper, line by line as a person reads it, and its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from spacy.tokens import Doc

from notulist.attributes import ATTENDANCE, BULLETS, HEADINGS, source_of
from notulist.components.attendance import is_attendance_title, opens_attendance
from notulist.components.clean import strip_markup
from notulist.components.style import LEADERS
from notulist.components.titles import is_known
from notulist.reading.source import Line, Source

_LINES = 70
_LONGEST = 1000
_WORD = re.compile(r"[^\W_]")
_EDGES = " \t*_#>|•●▪◦-–:/\\\u00a0"
_LABEL = re.compile(
    r"(?:(?:(?:vergader|verzend)?(?:datum|tijd(?:stip)?|plaats|locatie)|(?:ons )?kenmerk|"
    r"voorzitter|secretaris|notulist|verslag(?:gever|legging)|moderators?|onderwerp|betreft|"
    r"contactpersoon|inlichtingen(?: bij)?|telefoon|e-?mail|bijlagen?|auteurs?|opsteller|"
    r"opgesteld door|date|subject|location)\b"
    r"|(?:waar|wanneer|zaal|aanvang|status|versie|van|aan|cc|agenda|inhoud(?:sopgave)?)(?=\s*(?::|\Z)))"
    r"(?P<alone>(?: en [- ]?\w+)?\s*:?\s*\Z)?",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:volgende?|nieuwe|eerstvolgende?|komende)\s+(?:\w+\s+)?"
    r"(?:vergader\w*|overleg\w*|bijeenkomst\w*|werkgroep\w*|datum|data|sessie)",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"[^\W\d]\s\d{1,3}\Z")  # "Inleiding 5", of a table of contents
_LARGE = 1.2  # times the size of most lines
_TITLE_LINES = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A line, the text of a table's cell, or the lines of one large title."""

    text: str
    """Without markup and what frames it."""
    line: Line
    title: bool
    """Whether it could name the meeting: above the first remark, and nobody's name."""


def entries(doc: Doc) -> list[Entry]:
    """The first lines of a Doc as entries, up to what tells of another meeting."""
    source = source_of(doc)
    end = _end_of_titles(doc)
    names = [(span.start_char, span.end_char) for span in doc.spans.get(ATTENDANCE, ())]
    found: list[Entry] = []
    for line in _lines(source):
        for raw in _cells(source.text[line.start : min(line.end, line.start + _LONGEST)]):
            text = _plain(raw)
            if not _WORD.search(text) or LEADERS.search(text):
                continue
            if _ELSEWHERE.search(text) and not _CONTENTS.search(text):
                return _titles_joined(source, found)
            named = any(start <= line.start < stop for start, stop in names)
            title = line.start < end and not (named or opens_attendance(text))
            if found and line.cell is not None and line.cell == found[-1].line.cell:
                last = found.pop()
                found.append(replace(last, text=f"{last.text} {text}"))
            else:
                found.append(Entry(text, line, title))
    return _titles_joined(source, found)


def value_of(given: Sequence[Entry], at: int, label: re.Pattern[str]) -> Iterator[str]:
    """The texts that may be the value of the label that entry `at` begins with, likeliest first:
    what stands behind it, else what stands in the next cells or lines. Nothing where it has no
    such label.
    """
    match = label.match(given[at].text)
    if match is None:
        return
    rest = given[at].text[match.end() :]
    if rest.strip(_EDGES):
        yield rest.strip(_EDGES)
    for after in given[at + 1 : at + 3]:
        other = _LABEL.match(after.text)
        if other is None:
            yield after.text
        elif other["alone"] is None:
            return  # the next field; one without a value stands beside it in a table's first row


def is_label(text: str) -> bool:
    """Whether it begins with what a letterhead calls its fields."""
    return _LABEL.match(text) is not None or opens_attendance(text)


def _lines(source: Source) -> list[Line]:
    found = (line for line in source.lines if _WORD.search(source.text[line.start : line.end]))
    return [line for _, line in zip(range(_LINES), found, strict=False)]


def _end_of_titles(doc: Doc) -> int:
    """Where the minutes begin: at the first remark, agenda item or usual heading."""
    starts = [span.start_char for span in doc.spans.get(BULLETS, ())]
    headings = doc.spans.get(HEADINGS, ())
    starts += [span.start_char for span in headings if span._.number or is_known(span._.clean)]
    first = min(starts, default=len(doc.text))
    # A title may read as a sentence: "Verslag van de werkgroep die bijeenkwam op 6 april".
    sentence = any(s.start_char == first and not s._.marker for s in doc.spans.get(BULLETS, ()))
    return first + sentence


def _cells(text: str) -> list[str]:
    """The cells of a row of a Markdown table; any other line as it is."""
    parts = text.strip().strip("|").split("|") if text.lstrip().startswith("|") else [text]
    return [piece for part in parts for piece in re.split(r"<br\s*/?>", part)]


def _plain(text: str) -> str:
    return " ".join(strip_markup(text).strip(_EDGES).split())


def _titles_joined(source: Source, found: Sequence[Entry]) -> list[Entry]:
    """The entries, with a title of more lines in large type as one."""
    sizes = [line.size for line in source.lines if line.size]
    large = _LARGE * median(sizes) if sizes else float("inf")
    joined: list[Entry] = []
    count = 0
    for entry in found:
        if joined and count < _TITLE_LINES and _go_together(joined[-1], entry, large):
            text = f"{joined[-1].text} {entry.text}"
            joined[-1] = replace(joined[-1], text=text)
            count += 1
        else:
            joined.append(entry)
            count = 1
    return joined


def _go_together(above: Entry, below: Entry, large: float) -> bool:
    sizes = above.line.size, below.line.size
    if sizes[0] is None or sizes[1] is None or min(sizes[0], sizes[1]) < large:
        return False
    same = abs(sizes[0] - sizes[1]) < 1 and above.line.cell is None is below.line.cell
    page = above.line.box is None or above.line.unit == below.line.unit
    texts = above.text, below.text
    return same and page and not any(map(_alone, texts))


def _alone(text: str) -> bool:
    """Whether a line is no part of a title of more lines."""
    return is_known(text) or is_label(text) or is_attendance_title(text)
