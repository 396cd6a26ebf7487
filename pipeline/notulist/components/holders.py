"""Who speaks or acts in a bullet, by rules on its surface, the surest first."""

from __future__ import annotations

from collections.abc import Sequence

from notulist.components.role_words import (
    ACTS,
    ADVERBS,
    ARTICLES,
    ASKS,
    AUXILIARIES,
    BY,
    FEELINGS,
    JUDGED,
    OPINIONS,
    PASSIVE,
    PREPOSITIONS,
    PROPOSALS,
    TITLES,
    VERDICTS,
)
from notulist.components.scanning import (
    Parties,
    behind_label,
    colon,
    group,
    is_infinitive,
    is_verb,
    skip,
    stands,
)
from notulist.components.units import Unit
from notulist.components.verbs import REPORTING, SAYING


def holders(units: Sequence[Unit]) -> Parties:
    """The parties that speak or act; () in a passive bullet or a bare agreement."""
    return ruled(units)[0]


def ruled(units: Sequence[Unit]) -> tuple[Parties, str]:
    """The parties of `holders`, and the name of the rule that took them; "" where none does."""
    start = behind_label(units)
    for rule in RULES:
        found = rule(units, start)
        if found:
            return tuple(dict.fromkeys((*found, *answer(units, found)))), rule.__name__.strip("_")
    return (), ""


def _action(units: Sequence[Unit], start: int) -> Parties:
    """ "Actie: JenV", "(actie VNG, eind mei)"."""
    for at, unit in enumerate(units):
        if unit.text.lstrip("<") in ("actie", "actiepunt", "actiehouder", "trekker"):
            found, end = group(units, at + 2 if colon(units, at + 1) else at + 1)
            closed = end >= len(units) or units[end].text[0] in ",).;:>"
            if found and closed:
                return found
    return ()


def _head(units: Sequence[Unit], start: int) -> Parties:
    """ "VNG en IPO vragen", "JenV: …", "De heer Jansen meldt"."""
    found, end = group(units, start)
    if not found:
        return ()
    if colon(units, end):
        return found
    end = skip(units, end, ADVERBS)
    if stands(units, end, VERDICTS):
        return found
    if is_infinitive(units, end) and len(found) == 1:
        return ()
    if end < len(units) and (is_verb(units[end]) or _is_judging(units, end)):
        return found
    return found if _behind_apposition(units, end) else ()


def _is_judging(units: Sequence[Unit], at: int) -> bool:
    """ "IPO acht dit te laat", but "VNG, acht gemeenten"."""
    return units[at].text == "acht" and stands(units, at + 1, JUDGED)


def _behind_apposition(units: Sequence[Unit], at: int) -> bool:
    """ "De minister, inmiddels aangeschoven, meldt": a verb behind what stands between commas."""
    if not stands(units, at, frozenset({","})):
        return False
    for end in range(at + 2, min(at + 12, len(units) - 1)):
        if units[end].text in ".:;?":
            return False
        if units[end].text == ",":
            return units[end + 1].text in REPORTING
    return False


def _act_noun(units: Sequence[Unit], start: int) -> Parties:
    """ "Kritiek van IPO", "Suggestie JenV", "Namens de UvW", "Aandacht vanuit VNG"."""
    at = start if stands(units, start, ACTS) else skip(units, start, ARTICLES)
    if not stands(units, at, ACTS):
        return ()
    return group(units, skip(units, at + 1, BY))[0]


def _bracketed_head(units: Sequence[Unit], start: int) -> Parties:
    """ "Jansen (VNG): …", "Mevr. De Vries (VNG) vraagt"."""
    nearby = range(start + 1, min(start + 7, len(units)))
    opening = next((at for at in nearby if units[at].text == "("), None)
    found, end = group(units, opening + 1) if opening is not None else ((), 0)
    close = next((at for at in range(end, min(end + 8, len(units))) if ")" in units[at].text), None)
    if not found or close is None:
        return ()
    told = colon(units, close) or colon(units, close + 1)
    return found if told or stands(units, close + 1, REPORTING) else ()


def _titled(units: Sequence[Unit], start: int) -> Parties:
    """ "Inbreng van Divosa: …", "Samenloop: IPO wil": the party at the first colon."""
    for at in range(start + 1, min(start + 9, len(units))):
        if units[at].text in (".", ",", ";"):
            return ()
        if colon(units, at):
            if units[at - 1].party:
                return group(units, at - 1)[0]
            return _head(units, at + 1)
    return ()


def _inverted(units: Sequence[Unit], start: int) -> Parties:
    """ "…, aldus IPO", "zo vraagt de VNG", "Daarop antwoordt JenV"."""
    for at, unit in enumerate(units):
        if unit.party or unit.text not in SAYING:
            continue
        found, _ = group(units, at + 1)
        if found and not (at and units[at - 1].party):
            return found
    return ()


def _closing(units: Sequence[Unit], start: int) -> Parties:
    """A party alone in brackets at the end: "Kan dit ook in mei? (Tiel)"."""
    last = len(units) - 1
    while last > 0 and units[last].text in (".", "?", "!"):
        last -= 1
    if units and units[last].text.startswith(")"):
        opening = max((i for i in range(last) if units[i].text == "("), default=-1)
        found, end = group(units, opening + 1) if opening > 0 else ((), 0)
        if found and end == last:
            return found
    return ()


def _fronted(units: Sequence[Unit], start: int) -> Parties:
    """ "Daar had de VNG moeite mee", "Dat bedrag vindt JenV te hoog": the verb second, then who."""
    for at in range(start, min(start + 16, len(units))):
        unit = units[at]
        if unit.text in (".", ":", ";", "?"):
            return ()
        if unit.party:
            if at > start and _is_governed(units, at):
                continue
            return ()
        if at > start and unit.text in REPORTING:
            found, end = group(units, at + 1)
            felt = any(stands(units, i, FEELINGS) for i in (start, *range(end, end + 4)))
            if found and (unit.text not in PASSIVE or felt):
                return found
    return ()


def _person(units: Sequence[Unit], start: int) -> Parties:
    """ "Zo schat mevrouw Jansen in": a person behind any verb."""
    for at, unit in enumerate(units):
        if unit.text in REPORTING or unit.text in ("acht", "schat", "tekent", "wierp", "werpt"):
            found, end = group(units, at + 1)
            if found and units[end - 1].person:
                return found
    return ()


def _only_person(units: Sequence[Unit], start: int) -> Parties:
    """ "Dat bevreemdt de heer Jansen": a person with a title, where nobody else is named.

    Without one a name may be of the person who is to be met, or whose example it is.
    """
    found = {unit.party for unit in units if unit.party}
    titled = any(
        unit.person and any(stands(units, i, TITLES) for i in range(max(at - 3, 0), at))
        for at, unit in enumerate(units)
    )
    return tuple(found) if titled and len(found) == 1 else ()


def _behind_comma(units: Sequence[Unit], start: int) -> Parties:
    """ "Dat wordt laat, ziet Tiel met zorg aan": behind a comma the verb, then who."""
    for at in range(start + 1, len(units) - 1):
        if units[at - 1].text == "," and units[at].text in REPORTING - AUXILIARIES:
            found, _ = group(units, at + 1)
            if found and not units[at].party:
                return found
    return ()


def _said_by(units: Sequence[Unit], start: int) -> Parties:
    """ "in de ogen van IPO", "is het antwoord van JenV", "welkom namens de voorzitter"."""
    for at, unit in enumerate(units):
        if unit.party:
            continue
        by = unit.text == "van" and at > start and units[at - 1].text in OPINIONS
        if by or (unit.text in ("namens", "volgens") and at > start):
            found, _ = group(units, at + 1)
            if found:
                return found
        if unit.text in PROPOSALS and at + 1 < len(units) and units[at + 1].party:
            return group(units, at + 1)[0]
    return ()


def _to_whom(units: Sequence[Unit], start: int) -> Parties:
    """ "Dat is voor de VNG te laat": whose judgement it is."""
    for at in range(start + 1, len(units) - 1):
        if units[at].text == "voor" and units[at - 1].text in ("is", "zijn", "blijft"):
            found, end = group(units, at + 1)
            if found and end < len(units) and units[end].text not in (".", ","):
                return found
    return ()


def _passive(units: Sequence[Unit], start: int) -> Parties:
    """ "door VNG wordt gevraagd"."""
    for at, unit in enumerate(units):
        if unit.text == "door" and any(stands(units, i, PASSIVE) for i in range(len(units))):
            found, _ = group(units, at + 1)
            if found:
                return found
    return ()


def _later(units: Sequence[Unit], start: int) -> Parties:
    """The same as _head, in the sentences and clauses that follow."""
    for stops in ((".", "?", "!", "!?", '"', "”"), (";", ",", ":", "…")):
        for at in range(start, len(units) - 2):
            if units[at].text in stops:
                found = _head(units, at + 1)
                if found:
                    return found
    return ()


def _bracketed(units: Sequence[Unit], start: int) -> Parties:
    """Parties alone in brackets behind a remark inside the bullet: "graag eerder (IPO), want"."""
    for at in range(1, len(units) - 2):
        if units[at].text == "(" and not units[at - 1].party:
            found, end = group(units, at + 1)
            if found and end < len(units) and ")" in units[end].text:
                return found
    return ()


def _is_governed(units: Sequence[Unit], at: int) -> bool:
    """Whether the party at `at` stands behind a preposition: "met de sleutel van BZK"."""
    while at > 0 and not units[at - 1].party:
        at -= 1
        if units[at].text in PREPOSITIONS:
            return True
        if units[at].text not in ARTICLES:
            return False
    return False


def answer(units: Sequence[Unit], held: Parties) -> Parties:
    """Who answers another party: in a sentence of its own behind a question or request, or with a
    verb of saying behind any remark."""
    asked = False
    for at, unit in enumerate(units):
        asked = asked or unit.text in ASKS
        found, told = _next(units, at, asked)
        if found and told and not set(found) & set(held):
            return found
    return ()


def _next(units: Sequence[Unit], at: int, asked: bool) -> tuple[Parties, bool]:
    """The parties behind the word at `at`, and whether they take the word there."""
    text = units[at].text
    if text in (".", "?", ";"):
        by = stands(units, at + 1, frozenset({"volgens", "namens"}))
        found, end = group(units, at + 2 if by else at + 1)
        verb = end < len(units) and is_verb(units[end])
        saying = stands(units, end, SAYING)
        return found, by or saying or (asked and (colon(units, end) or verb))
    if asked and text in ("aldus", "antwoordt", "antwoorden"):
        return group(units, at + 1)[0], True
    return (), False


RULES = (
    _action,
    _head,
    _act_noun,
    _bracketed_head,
    _titled,
    _inverted,
    _closing,
    _fronted,
    _behind_comma,
    _passive,
    _later,
    _said_by,
    _to_whom,
    _bracketed,
    _person,
    _only_person,
)
