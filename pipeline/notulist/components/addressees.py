"""Who is asked or told something in a bullet, by rules on its surface, the surest first."""

from __future__ import annotations

from collections.abc import Sequence

from notulist.components.holders import answer
from notulist.components.role_words import (
    ASKING,
    ASKING_NOUNS,
    FREE,
    QUESTION,
    THAT,
    TOWARDS,
    URGING,
    WANTING,
    WISHES,
)
from notulist.components.scanning import Parties, group, skip
from notulist.components.units import Unit


def addressees(units: Sequence[Unit], held: Parties) -> Parties:
    """The parties that are asked or told something by the first of `held`."""
    for rule in ASKED:
        found = tuple(p for p in rule(units, held) if p not in held[:1])
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


def _answered(units: Sequence[Unit], held: Parties) -> Parties:
    """Who answers was asked."""
    return answer(units, held[:1])


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


ASKED = (_object, _towards, _question, _subordinate, _answered, _wanted, _passively)
