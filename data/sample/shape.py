"""What all renderers share: a date in Dutch words, a title with its number, attendance as pairs."""

from __future__ import annotations

import re
from datetime import date

from notulist.components.markers import MONTHS
from notulist.corpus.authored import Item


def in_words(day: date) -> str:
    """7 maart 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def numbered(item: Item) -> str:
    """The title behind its number: "2. Opvang", "2a. Telregels", "Rondvraag"."""
    return f"{item.number}. {item.title}" if item.number else item.title


def attendance(present: str) -> list[tuple[str, str]]:
    """Name and role of each who is present: ("Mevr. Poppelaer", "Goes")."""
    people = re.split(r", (?![^(]*\))", present)
    pairs = (re.fullmatch(r"(.*?)(?: \((.*)\))?", person.strip()) for person in people)
    return [(pair[1], pair[2] or "") for pair in pairs if pair]
