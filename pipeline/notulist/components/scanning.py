"""Reading along the units of a bullet: what the rules for roles share."""

from __future__ import annotations

from collections.abc import Sequence

from notulist.components.role_words import ARTICLES, JOINS, LABELS, NO_VERBS, OFFICES, VERBAL
from notulist.components.units import Unit
from notulist.components.verbs import REPORTING

Parties = tuple[str, ...]
"""kb_ids in order of appearance."""


_LONGEST_SHORT = 4
"""Letters of an abbreviation: CBS is no plural."""


def behind_label(units: Sequence[Unit]) -> int:
    """Where the remark begins behind "Afspraak:"."""
    if len(units) > 1 and units[0].text in LABELS and units[1].text == ":":
        return 2
    return 0


def skip(units: Sequence[Unit], at: int, words: frozenset[str]) -> int:
    """The first place from `at` on that holds none of `words`."""
    while at < len(units) and not units[at].party and units[at].text in words:
        at += 1
    return at


def group(units: Sequence[Unit], at: int) -> tuple[Parties, int]:
    """Coordinated parties from `at` on ("VNG, IPO en de UvW"), and where they end."""
    found: list[str] = []
    end = at
    at = _to_name(units, at)
    while at < len(units) and units[at].party:
        person = _to_name(units, at + 1)
        if units[at].text in OFFICES and person < len(units) and units[person].person:
            at = person  # "wethouder Jansen" is one, of the body that sends Jansen
        found.append(units[at].party)
        at = behind_brackets(units, at + 1)
        end = at
        at = _to_name(units, skip(units, at, JOINS))
    return tuple(dict.fromkeys(found)), end


def _to_name(units: Sequence[Unit], at: int) -> int:
    """Past articles, titles and initials."""
    while (
        at < len(units)
        and not units[at].party
        and (units[at].text in ARTICLES or (len(units[at].text) == 2 and units[at].text[1] == "."))
    ):
        at += 1
    return at


def behind_brackets(units: Sequence[Unit], at: int) -> int:
    """Past "(…)" right behind a party."""
    if at < len(units) and units[at].text == "(":
        for end in range(at + 1, min(at + 12, len(units))):
            if ")" in units[end].text:
                return (
                    end if units[end].text.endswith(":") and len(units[end].text) > 1 else end + 1
                )
    return at


def stands(units: Sequence[Unit], at: int, words: frozenset[str]) -> bool:
    """Whether one of `words` stands at `at`."""
    return at < len(units) and not units[at].party and units[at].text in words


def colon(units: Sequence[Unit], at: int) -> bool:
    """Whether a colon stands at `at`, alone or behind a bracket."""
    return at < len(units) and units[at].text in (":", "):", ");")


def is_verb(unit: Unit) -> bool:
    """Whether a word behind a party at the head of a sentence, where Dutch has its verb, is one."""
    if unit.party or unit.text in NO_VERBS:
        return False
    if unit.text in REPORTING:
        return True
    return unit.text.isalpha() and len(unit.text) > 2 and unit.text.endswith(VERBAL)


def is_infinitive(units: Sequence[Unit], at: int) -> bool:
    """Whether the word at `at`, behind one party that is no plural, is what is to be done with it:
    "KVK benaderen", but "gemeenten vragen"."""
    if not 0 < at < len(units) or units[at].party or not units[at].text.endswith("en"):
        return False
    party = units[at - 1].text
    plural = party.endswith("en") or (party.endswith("s") and len(party) > _LONGEST_SHORT)
    return party.isalpha() and not plural
