"""Who is asked or told something in a bullet, by rules on its surface, the surest first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from notulist.components.role_words import (
    APPROACHING,
    ASKING,
    ASKING_NOUNS,
    FREE,
    JOINS,
    PUT,
    QUESTION,
    SUBMITTING,
    THAT,
    TOWARDS,
    URGING,
    WANTING,
    WISHES,
)
from notulist.components.scanning import Parties, group, skip
from notulist.components.units import Unit

_ENDS = frozenset({".", "?", "!", ":", ";", '"', "“"})


def addressees(units: Sequence[Unit], held: Parties) -> Parties:
    """The parties that are asked or told something, none of `held`: who is asked and answers in the
    same remark holds it too."""
    for rule in ASKED:
        found = tuple(p for p in rule(units, held) if p not in held)
        if found:
            return found
    return ()


def _object(units: Sequence[Unit], held: Parties) -> Parties:
    """ "vraagt JenV om", "verzoekt het Rijk", "roept gemeenten op"."""
    for at, unit in enumerate(units):
        if not unit.party and unit.text in ASKING:
            found, end = group(units, skip(units, at + 1, TOWARDS))
            if found and not _closes(units, end):
                return found
    return ()


def _closes(units: Sequence[Unit], end: int) -> bool:
    """Whether a remark ends here: ", vraagt VNG." names the speaker."""
    return end >= len(units) or units[end].text in (".", ",", "?", ";")


def _towards(units: Sequence[Unit], held: Parties) -> Parties:
    """ "verzoek van X aan JenV", "richting Rijk", "pleit bij het kabinet"."""
    asked = False
    for at, unit in enumerate(units):
        if unit.party:
            continue
        asked = asked or unit.text in ASKING or unit.text in ASKING_NOUNS
        urged = unit.text == "bij" and at > 0 and units[at - 1].text in URGING
        if (asked and unit.text in TOWARDS) or urged:
            found, _ = group(units, at + 1)
            if found:
                return found
    return ()


def _first_named(units: Sequence[Unit], held: Parties) -> Parties:
    """ "Aan JenV het verzoek om …": who is asked comes first."""
    for at, unit in enumerate(units):
        if unit.party or unit.text != "aan" or (at and units[at - 1].text not in _ENDS):
            continue
        found, end = group(units, at + 1)
        tail = takewhile(lambda behind: behind.text not in _ENDS, units[end : end + 6])
        if found and any(behind.text in PUT for behind in tail):
            return found
    return ()


def _question(units: Sequence[Unit], held: Parties) -> Parties:
    """ "Kan JenV …?", "Laat het Rijk …": the one who is to do it."""
    first = True
    for at, unit in enumerate(units):
        if first and not unit.party and unit.text in QUESTION:
            found, _ = group(units, at + 1)
            asks = unit.text == "laat" or any(u.text == "?" for u in units[at:])
            if found and asks:
                return found
        first = unit.text in (".", "?", ":", "):", ",", '"', "“")
    return ()


def _subordinate(units: Sequence[Unit], held: Parties) -> Parties:
    """ "vraagt of het Rijk …", "wil dat JenV …", "stelt voor dat": the subject of what is asked."""
    wished = False
    for at, unit in enumerate(units):
        if unit.text in (".", "?"):
            wished = False
        proposed = unit.text == "dat" and at > 0 and units[at - 1].text == "voor"
        wished = wished or proposed or (not unit.party and unit.text in WISHES)
        if wished and not unit.party and unit.text in THAT:
            found, _ = group(units, at + 1)
            if found:
                return found
    return ()


def _submitted(units: Sequence[Unit], held: Parties) -> Parties:
    """ "wordt voorgelegd aan JenV", "neemt contact op met het IPO", "vraagt bij de VNG na"."""
    for at, unit in enumerate(units):
        if unit.party or unit.text not in SUBMITTING:
            continue
        last = min(at + 8, len(units) - 1)
        for behind in range(at + 1, last):
            if units[behind].text in THAT or units[behind].text in (".", ";", ":", "om"):
                break
            if units[behind].text in SUBMITTING[unit.text] and not units[behind].party:
                found, _ = group(units, behind + 1)
                if found:
                    return found
    return ()


def _object_of_infinitive(units: Sequence[Unit], held: Parties) -> Parties:
    """ "KVK benaderen", "Actie VNG: Forum informeren over uitstel"."""
    for at, unit in enumerate(units):
        if not unit.party and unit.text in APPROACHING and at and units[at - 1].party:
            first = at - 1
            while first > 1 and units[first - 1].text in JOINS and units[first - 2].party:
                first -= 2
            return group(units, first)[0]
    return ()


def _wanted(units: Sequence[Unit], held: Parties) -> Parties:
    """ "wil van JenV weten", "hoort van VWS graag"."""
    wanting = False
    for at, unit in enumerate(units):
        wanting = (wanting or unit.text in WANTING) and unit.text not in (".", "?")
        if wanting and not unit.party and unit.text == "van" and units[at - 1].text in FREE:
            found, _ = group(units, at + 1)
            if found:
                return found
    return ()


def _passively(units: Sequence[Unit], held: Parties) -> Parties:
    """ "JenV wordt gevraagd om", and with a speaker "COA moet …"."""
    for at, unit in enumerate(units):
        if not unit.party:
            continue
        tail = [u.text for u in units[at + 1 : at + 6]]
        if tail[:1] in (["wordt"], ["worden"]) and {"gevraagd", "verzocht"} & set(tail):
            return group(units, at)[0]
        if held and tail[:1] in (["moet"], ["moeten"], ["dient"], ["dienen"]):
            return group(units, at)[0]
    return ()


ASKED = (
    _first_named,
    _object,
    _towards,
    _question,
    _subordinate,
    _wanted,
    _passively,
    _submitted,
    _object_of_infinitive,
)
