"""Where a meeting was held, as the lines above the minutes say it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notulist.components.attendance import opens_attendance
from notulist.components.dates import TIMES, dates_in
from notulist.components.letterhead import Entry, is_label, value_of
from notulist.components.titles import has_verb

_AND = r"\s*(?:,|/|&|\ben\b)\s*-?"
_WHEN = r"(?:vergader)?(?:datum|tijd(?:stip)?)"
_WHERE = r"(?:vergader|overleg)?(?:plaats|locatie|ruimte)"
_FIELD = re.compile(
    rf"(?:{_WHEN}{_AND}){{0,2}}(?:{_WHERE}|location|waar|zaal)(?:{_AND}{_WHEN}){{0,2}}"
    r"(?=\s*(?:[:\t|]|\Z))",
    re.IGNORECASE,
)
# Words that are nothing else need no colon behind them.
_SURE = re.compile(r"(?:vergader|overleg)(?:plaats|locatie|ruimte)\b\s*:?", re.IGNORECASE)
# "Donderdag 6 april 2023 te Utrecht", "6 april 2023 - online via Webex".
_BEHIND_DATE = re.compile(
    r"(?:\bte\s+(?=[A-Z])|[-–,|]\s*(?=(?:online|digitaal|virtueel|hybride|fysiek|via|locatie)\b))"
    r"(?P<place>.+)",
    re.IGNORECASE,
)
# Before the date of a line that is no remark wherever it stands: "dd 6 april 2023 - online".
_OPENS = re.compile(r"\W*(?:d\.?d\b\.?|(?:maan|dins|woens|donder|vrij)dag)?\W*", re.IGNORECASE)
_UNKNOWN = re.compile(r"(?:n\.?v\.?t\.?|nnb|n\.n\.b\.|onbekend|nog .*|xx+|tbd)\Z", re.IGNORECASE)
_NO_PLACE = re.compile(r"https?:|www\.|@|\.{4}|\.(?:pdf|docx?)\b", re.IGNORECASE)
_WORDS = 14
_NEAR_TOP = 15


def place_in(given: Sequence[Entry]) -> str | None:
    """The place that a field names, else what stands behind a date near the top; None for none."""
    for at, entry in enumerate(given):
        label = next((field for field in (_SURE, _FIELD) if field.match(entry.text)), None)
        for value in value_of(given, at, label) if label else ():
            place = _cleaned(value)
            if place:
                return place
            if any(letter.isalpha() for letter in TIMES.sub("", value)) and not dates_in(value):
                break  # "Locatie: n.v.t."
    for entry in given[:_NEAR_TOP]:
        dates = dates_in(entry.text)
        if dates and not (entry.title or _OPENS.fullmatch(entry.text[: dates[0].start])):
            continue
        behind = _BEHIND_DATE.search(entry.text, dates[0].end) if dates else None
        if behind and len(entry.text.split()) <= 2 * _WORDS:
            place = _cleaned(behind["place"])
            if place:
                return place
    return None


def _cleaned(value: str) -> str:
    """A place without dates and times; "" where it can't be one."""
    for one in reversed(dates_in(value)):
        value = f"{value[: one.start]} {value[one.end :]}"
    value = " ".join(TIMES.sub(" ", value).split()).strip(" -–,:;|*_/.")
    if not any(letter.isalpha() for letter in value) or len(value.split()) > _WORDS:
        return ""
    wrong = _UNKNOWN.match(value) or _NO_PLACE.search(value) or has_verb(value)
    return "" if wrong or is_label(value) or opens_attendance(value) else value
