"""The labels of a letterhead or a form: "Datum:", "Locatie:", "Betreft:"."""

from __future__ import annotations

import re

# Words that only ever stand there; with or without a colon.
_SURE = (
    r"vergaderdatum|vergaderplaats|vergadertijd|kenmerk|ons kenmerk|zaaknummer|contactpersoon|"
    r"bezoekadres|postadres|datum|telefoon|e-?mail"
)
# Words that stand there with a colon behind them, and in titles and remarks as well.
_PERHAPS = (
    r"date|subject|locatie|plaats|inlichtingen|tijd(?:stip)?|onderwerp|van|aan|auteurs?|versie|"
    r"notulist|verslaggever|voorzitter|secretaris|betreft|bijlagen?|status|aanvang|referentie|"
    r"opgesteld door|verslag(?:legging)?|moderator|wanneer|waar"
)
_FIELD = re.compile(rf"[\s*_|]*(?:{_SURE}|{_PERHAPS})\b[^.:]{{0,25}}[:\t]", re.IGNORECASE)
_WORD = re.compile(
    rf"[\s*_|]*(?:{_SURE})(?: en [a-z]+)?(?=[\s*_|]*$|\s+\S{{0,12}}\d)|[\s*_|]*versie\s+\d",
    re.IGNORECASE,
)
_CELL = re.compile(rf"[\s*_|]*(?:{_SURE}|{_PERHAPS})(?: en [\w-]+)?[\s*_|:]*", re.IGNORECASE)


def opens_field(text: str) -> bool:
    """Whether a line begins with such a label: "Locatie: Webex", "Datum 6 april 2023".

    Not a title or a remark that begins with the word: "Locatiekeuze", "Status projecten".
    """
    return _FIELD.match(text) is not None or _WORD.match(text) is not None


def is_field_label(text: str) -> bool:
    """Whether a text, as a cell of a form, is such a label alone: "Vergaderdatum en -tijd"."""
    return _CELL.fullmatch(text) is not None
