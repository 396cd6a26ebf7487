"""Which lines say who was there."""

from __future__ import annotations

import re

from notulist.components.verbs import REPORTING

_TRIGGER = re.compile(
    r"[\s*_#|>]*(?:(?:ook|mede|tevens|digitaal|online|fysiek)\s+)?"
    r"(?:aanwezig(?:en|e leden|heid|heden)?|afwezig(?:en|e leden)?|afgemeld(?:en)?|afmeldingen|"
    r"deelnemers(?:lijst)?|verhinderd|genodigden|toehoorders|presentielijst|presentie|"
    r"aanwezigheidslijst|leden aanwezig|m\.?k\.?a\.?|met kennisgeving afwezig|"
    r"verontschuldigd(?:en)?|bericht van verhindering|aan-? ?en afwezigen|aanwezig/afwezig)\b"
    r"[\s*_]*(?:\([^)]*\))?[\s*_]*"
    r"(?:(?:\s+[a-zé]+){0,4}\s*[:;]|[|]|$|(?=\s*(?:dhr|mevr|mw|de heer|namens|zijn:|\()))",
    re.IGNORECASE,
)
# "Aanwezig Anna de Wit, Kadaster (vz)": no colon, but a name of two words or more.
_WITH_NAME = re.compile(
    r"[\s*_#|>]*(?:Aanwezig(?:en)?|Afwezig(?:en)?|Afgemeld|Deelnemers)\s+"
    r"[A-ZÀ-Þ][\w.’'-]*\s+(?:(?:van|de|der|den|het|ter|ten)\s+){0,3}[A-ZÀ-Þ][\w’'-]+\s*[,(/;]"
)
_PUBLIC = re.compile(
    r"[\s*_]*(?:publieke|private) sector\b"
    r"|[\s*_]*(?:voorzitter|notulist|secretaris|notulen|verslag)\s*[:;]",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(
    r"(?:[A-ZÀ-Þ(\[][\w’'.&/)\]-]*|dhr\.?|mevr\.?|mw\.?|van|de|den|der|het|ter|te|en|namens|"
    r"vz\.?|voorzitter|secretaris|secretariaat|ondersteuning|notulist|verslag|verslaglegging|agendalid|gast|toehoorder|"
    r"wethouder|gedeputeerde|burgemeester|[-–,;()/])[,;)]*\Z|[A-ZÀ-Þ(\[]"
)


def opens_attendance(text: str) -> bool:
    """Whether a line or heading says that a list of those present or absent follows.

    "Aanwezig: …", "Aanwezig Dhr. …", "## Afgemeld"; not "Aanwezig is ook de wethouder, die …".
    """
    return _TRIGGER.match(text) is not None or _WITH_NAME.match(text) is not None


def heads_attendance(title: str) -> bool:
    """Whether a heading stands above such a list: "Deelnemers Leden Departement" too."""
    word = re.match(r"\w+", title.lstrip("*_# "))
    return word is not None and _TRIGGER.fullmatch(word.group()) is not None


def is_attendance_title(text: str) -> bool:
    """Whether a line says no more than that a list of those present or absent follows below."""
    match = _TRIGGER.match(text)
    return match is not None and not text[match.end() :].strip(" *_:")


def is_sentence(text: str) -> bool:
    """Whether a line says what a party does: "VNG en IPO vragen JenV om uitstel."."""
    words = text.split()
    return (
        text.rstrip().endswith((".", "!", "?"))
        and not opens_attendance(text)
        and any(word.strip(".,;:!?") in REPORTING for word in words)
    )


def goes_on(text: str) -> bool:
    """Whether a line could be part of such a list: names, bodies and functions, no sentence."""
    if opens_attendance(text) or _PUBLIC.match(text):
        return True
    words = re.sub(r"[•\-–*_|]", " ", text).split()
    if not words:
        return True
    named = sum(1 for word in words if _NAME_WORD.match(word))
    share = named / len(words)
    if len(words) > 12 and not re.search(r"[,;(]", text):
        return False
    return share >= 0.5 or (share >= 0.34 and bool(re.search(r"[()]", text))) or len(words) <= 2
