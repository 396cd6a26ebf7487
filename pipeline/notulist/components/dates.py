"""Calendar dates as Dutch minutes and their file names write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from notulist.components.markers import MONTHS

_MONTH = {name: i for i, name in enumerate(MONTHS, start=1)} | {
    name[:3]: i for i, name in enumerate(MONTHS, start=1)
}
# The last three are English, as in the Date field of an e-mail.
_MONTH |= {"mrt": 3, "sept": 9, "mar": 3, "may": 5, "oct": 10}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_GAP = r"[-\s_]{0,5}"
# The other days of a meeting of more than one: "6 en 7 april", "30 mei t/m 2 juni 2023".
_AND = r"\s{0,3}(?:,|-|–|&|en|t/m|tot en met|tot)\s{0,3}\d{1,2}"
_WORDS = re.compile(
    rf"(?<!\d)(?<!\d[:.])(?P<day>\d{{1,2}})(?:e|ste|de)?(?:{_AND}){{0,5}}{_GAP}(?P<month>{_NAMES})(?![^\W_])\.?"
    rf"(?:{_AND}{_GAP}(?:{_NAMES})\b\.?)?{_GAP}(?P<year>(?:19|20)\d\d|['’`´]\d\d)(?!\d)",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})([-/._ ])(?P<month>\d{1,2})\2(?P<year>(?:19|20)\d\d)(?!\d)"
)
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)([-/._ ])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)"
)
# No dots, which numbers of sections and versions have too.
_SHORT_YEAR = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})([-/_])(?P<month>\d{1,2})\2['’`´]?(?P<year>\d\d)(?![\d/.-]\d|\d)"
)
# In file names: 20221027, 02022017.
_YEAR_FIRST_GLUED = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
_DAY_FIRST_GLUED = re.compile(r"(?<!\d)(?P<day>\d\d)(?P<month>\d\d)(?P<year>(?:19|20)\d\d)(?!\d)")
_PATTERNS = (
    _WORDS,
    _DAY_FIRST,
    _YEAR_FIRST,
    _SHORT_YEAR,
    _YEAR_FIRST_GLUED,
    _DAY_FIRST_GLUED,
)
TIMES = re.compile(
    r"(?:\bvan\s+)?\b\d{1,2}[:.u]\d\d(?!\d)\s*(?:-|–|tot|t/m)\s*\d{1,2}[:.u]\d\d(?!\d)(?:\s*(?:uur|u|h)\b)?"
    r"|\b\d{1,2}[:u]\d\d(?!\d)(?:\s*(?:uur|u|h)\b)?|\b\d{1,2}(?:\.\d\d)?\s*(?:uur|u)\b"
)
"""Times of the day; a number with a point alone may be a room's."""
_CENTURY = 70  # '69 is 2069, '70 is 1970


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text."""

    start: int
    end: int
    iso: str
    """ISO 8601."""


def find_date(text: str) -> str | None:
    """The first calendar date in a text, as Dutch writes it, in ISO 8601; None where there is none.

    "6 april 2023", "06-04-2023", "6-4-'23", "2023-04-06" and, for file names, "20230406". Of more
    days ("6 en 7 april 2023") the first.
    """
    first = next(iter(dates_in(text)), None)
    return first.iso if first else None


def dates_in(text: str) -> list[Found]:
    """The dates in a text in their order, none within another."""
    found: list[Found] = []
    for one in sorted(_all(text), key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def _all(text: str) -> Iterator[Found]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            name = match["month"].lower()
            number, day = _MONTH.get(name) or int(name), int(match["day"])
            if number > 12 and "/" in match[0]:  # as English has it: 04/23/2021
                number, day = day, number
            try:
                found = date(_year(match["year"]), number, day)
            except ValueError:
                continue
            yield Found(match.start(), match.end(), found.isoformat())


def _year(text: str) -> int:
    year = int(text.lstrip("'’`´"))
    return year if year > 99 else year + (1900 if year >= _CENTURY else 2000)
