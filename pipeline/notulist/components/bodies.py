"""The name of the body that met, out of a title above the minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notulist.components.dates import TIMES, dates_in
from notulist.components.titles import has_verb, is_act, is_known

MINUTES = (
    r"(?:gespreks|vergader)?(?:verslag(?:en)?|notulen|besluitenlijst|minutes|meeting[- ]?notes?|"
    r"aantekeningen|samenvatting|afsprakenlijst)"
)
"""What minutes are called."""
_FIELD = r"(?:(?:re|fw|fwd)\s*:|(?:betreft|onderwerp|subject|titel|title)\b\s*:?)"
_STATE = r"(?:concept|definitie(?:f|ve)|vastgestelde?|kort|korte|ontwerp)\b[- ]?"
_PREFIX = re.compile(
    rf"(?:\W*(?:{_FIELD}|{_STATE}|bijlage\b(?:\s*\d[\d.]*)?)){{0,5}}\W*"
    rf"(?:(?:agenda\b\s*(?:en|&|\+|/|,)?\s*)?{MINUTES}\b|agenda\b)(?P<colon>\s*:)?",
    re.IGNORECASE,
)
_EXPLICIT = re.compile(r"\W*(?:overleg|vergadering|bijeenkomst|gremium)\s*:", re.IGNORECASE)
# Words before the name; a meeting "van de" or before another word for a body is none.
_LEADING = re.compile(
    rf"\W*(?:{_FIELD}|(?:overleg|vergadering|bijeenkomst|gremium)\s*:|(?:van|de|het|over|uit)\b|"
    r"\d{1,3}(?:e|ste|de)\b|(?:eerste|tweede|derde|vierde|vijfde|zesde)\b|"
    r"(?:digitale|virtuele|online|extra)\b|"
    r"(?:concept|ontwerp|draft|definitief)(?:\s+[-–]\s|\s*:)|"
    r"(?:vergadering|bijeenkomst|overleg|sessie)\b(?=\s+(?:van|de|het|\w*(?:groep|raad|commissie))\b))\s*",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b\w*(?:groep|overleg|beraad|tafel|commissie|raad|bestuur|college|kabinet|staten|platform|"
    r"klankbord|kring|panel|council|board|workshop|werksessie|kernteam|projectteam|comité|"
    r"denktank|taskforce)\b",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\b(?:[A-Z]{0,3}WG|TO|BO|DO|AO|MT|OR)\b")
_MEETING = re.compile(r"(?:meeting|contactmoment|bijeenkomst|sessie|webinar)\b", re.IGNORECASE)
_SCOPE = re.compile(r"\s+inzake\b.*", re.IGNORECASE)
_DROPPED = (
    re.compile(r"\((?:[^\s()]+\s+){3}.*|\(\d*\)"),
    TIMES,
    re.compile(r"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\b", re.IGNORECASE),
    re.compile(r"\bd\.?d\b\.?|(?<![^\W_])v\.?\d+(?:\.\d+)*\b\.*|\bversie\s+\d[\d.]*"),
    re.compile(r"\b\d+\.\d+\.*(?=\s*\Z)(?<!\bWorkshop \d\.\d)"),
    re.compile(r"[‘’“”\"]"),
)
_TAIL = re.compile(
    rf"[^\w)]+(?:{MINUTES}|notes?|concept|draft|def|definitief|final|van|op|tot|te|agenda|"
    r"\d{1,2}[-/]\d{1,2})?[^\w)]*\Z",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"\s+(?:vergadering|bijeenkomst|sessie)\Z", re.IGNORECASE)
_COMPOUND = re.compile(r"(groep)s?(?:bijeenkomst|sessie|vergadering)\b", re.IGNORECASE)
_LAST_PART = re.compile(r"\s[-–]\s([^-–]+)\Z")
_NO_BODY = re.compile(
    r"www\.|https?:|///|@|\baanwezig|\b\d{4} ?[A-Z]{2}\b|\+\d\d|\d{6}|\.{4}|[a-z)][.?!] [A-Z]|"
    r"\A(?:per|vorige?|volgende?|en|actie\w*|besluit\w*|overzicht|te|bespreken|update|stand|doel|"
    r"hartelijk|welkom|in|inhoud(?:sopgave|stafel)?|onderwerp\w*|agenda\w*)\b|"
    r"\A(?:draft|concept|final|definitief|versie|versie \d+)\Z|"
    r"\b(?:vorige?|volgende?|deze|dit|ons|onze|wij|we|er|zich|ik)\b",
    re.IGNORECASE,
)
_WORDS = 14
_LONGEST = 200


def body_in(title: str, *, persons: str = "", loose: bool = False) -> str | None:
    """The body that a line above the minutes names; None where it names none.

    "Verslag van de stuurgroep Wonen, 6 april 2023" gives "stuurgroep Wonen". persons: the lists of
    those present; what stands in them is no body. loose: also a name that holds no word for a body
    ("Verslag Wonen").
    """
    prefix = _PREFIX.match(title)
    explicit = _EXPLICIT.match(title) is not None
    for part in _around_dates(title):
        name = without_person(name_of(part), persons)
        if not plausible(name):
            continue
        if names_body(name) or (explicit and not prefix):
            return name
        # "Verslag: Jan Jansen" names who wrote it.
        said = prefix is not None and prefix["colon"] is None and len(name.split()) <= _WORDS // 2
        if loose and (said or _MEETING.match(name) is not None):
            return name
    return None


def name_of(title: str) -> str:
    """A title without "Verslag van de", times, versions and the like."""
    title = title[:_LONGEST]
    prefix = _PREFIX.match(title)
    name = title[prefix.end() :] if prefix else title
    for pattern in _DROPPED:
        name = pattern.sub(" ", name)
    name = _stripped(name)
    while (found := _LEADING.match(name)) is not None and found.end() < len(name):
        name = name[found.end() :]
    while (found := _TAIL.search(name)) is not None and found.start():
        name = name[: found.start()]
    name = _SCOPE.sub("", name)
    name = _COMPOUND.sub(r"\1", name)
    shorter = _LAST_WORD.sub("", name)
    return _stripped(shorter if names_body(shorter) else name)


def names_body(name: str) -> bool:
    """Whether it holds a word for a body that meets: "werkgroep", "overleg", "raad", "TO"."""
    return _BODY.search(name) is not None or _ABBREVIATED.search(name) is not None


def plausible(name: str) -> bool:
    """Whether it could be a name: no sentence, no address, no heading that all minutes have."""
    if not any(letter.isalpha() for letter in name) or len(name) < 2:
        return False
    if len(name.split()) > _WORDS or is_known(name) or is_act(name):
        return False
    return not (_NO_BODY.search(name) or has_verb(name))


def without_person(name: str, persons: str) -> str:
    """The name without the person behind a dash; "" where it is a person's altogether.

    Behind a body it is more likely another body that is there: "Overleg Riet - Unie van Dijken".
    """
    last = _LAST_PART.search(name)
    if last is not None and not names_body(name) and _is_person(last[1], persons):
        name = name[: last.start()]
    return "" if _is_person(name, persons) else name


def _is_person(name: str, persons: str) -> bool:
    return bool(name) and name in persons and not names_body(name)


def _around_dates(title: str) -> Iterator[str]:
    """What stands before the first date, then the title without dates."""
    dates = dates_in(title)
    if dates:
        yield title[: dates[0].start]
    for one in reversed(dates):
        title = f"{title[: one.start]} {title[one.end :]}"
    yield title


def _stripped(name: str) -> str:
    return " ".join(name.split()).strip(" -–,:;*_#/.|&+")
