"""Words that all rendered minutes share, and small readers of the authored ones."""

from __future__ import annotations

import re
from datetime import date

from notulist.components.markers import MONTHS

PLACES = ("Den Haag", "Utrecht, zaal 3", "digitaal", "provinciehuis", "stadskantoor, kamer 2.14")
ABSENTEE = "de heer Postelmans (IPO), mevrouw Haverkate-Bron (VNG)"
LEAD_INS = (
    "Uit de bespreking:",
    "De volgende punten komen naar voren:",
    "Hierbij wordt het volgende opgemerkt:",
)
GLOSSARY = (
    ("Afkorting", "Betekenis"),
    ("AO", "ambtelijk overleg"),
    ("BO", "bestuurlijk overleg"),
    ("MvT", "memorie van toelichting"),
)
# Header lines and footer lines; {page}, {pages}, {body} and {date} are filled in.
FURNITURE: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "none": ((), ()),
    "page": ((), ("Pagina {page} van {pages}",)),
    "fraction": ((), ("{page}/{pages}",)),
    "dash": ((), ("- {page} -",)),
    "bare": ((), ("{page}",)),
    "running": (("Verslag {body}",), ("{page}",)),
    "running-page": (("{body} | {date} | pagina {page}",), ()),
    "two-line": ((), ("Secretariaat {body}", "Pagina {page} van {pages}")),
    "woo": (("Documentnummer 0{page}4",), ("Woo-besluit 2024-0117", "{page}")),
}


def in_words(day: date) -> str:
    """7 maart 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def people(present: str) -> list[tuple[str, str]]:
    """Name and body of each who is present: ("Mevr. Poppelaer", "Goes")."""
    persons = re.split(r"[,;] (?![^(]*\))", present)
    pairs = (re.fullmatch(r"(.*?)(?: \((.*)\))?", person.strip()) for person in persons)
    return [(pair[1], pair[2] or "") for pair in pairs if pair and pair[1]]


def titles(bodies: str) -> list[str]:
    """The bodies in an attendance entry: "VNG, delegatieleider" → ["VNG", "delegatieleider"]."""
    return [body.strip() for body in bodies.split(",")]
