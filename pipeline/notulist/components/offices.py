"""Whose an office is: named beside it, or given elsewhere in the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest

from notulist.components.gazetteer import Actor
from notulist.components.mentions import Mention
from notulist.components.words import word_set
from notulist.labels import NIL

MINISTRIES = word_set(
    "JenV BZK SZW OCW VWS EZK EZ KGG LNV LVVN IenW Fin Def BZ AZ VRO AenM VROM VenW ELI"
)
# Between an office and the body that it belongs to; "en" alone joins two parties instead.
_LINKS = word_set("van voor namens bij de het ( en")
_JOINS = (["en"], ["en", "de"], ["en", "het"])
# What a name behind it makes one body: "GS van Zeeland", "gemeenten Tiel en Ede".
_KINDS = word_set("B&W GS PS gemeenteraad gemeenten provincies waterschappen ministerie")
# Offices of a ministry, and those of a municipality, province or water board, by the start of its
# id.
_NATIONAL = word_set("minister staatssecretaris bewindspersoon SG DG ministerie")
_LOCAL = {
    **dict.fromkeys(("wethouder", "burgemeester", "B&W"), "gemeente:"),
    **{"gedeputeerde": "provincie:", "dijkgraaf": "waterschap:"},
}
# "Het departement" stands for the ministry that the document means.
_DEPARTMENT = "departementen"
_PLURAL = word_set(
    """
    ministers staatssecretarissen bewindspersonen bewindslieden secretarissen sg's sgs dg's dgs
    burgemeesters regioburgemeester regioburgemeesters dijkgraven
    """
)
_AHEAD = 3
"""A ministry that a document names this many times as often as any other is the one it means."""
# An office by the start of the abbreviation that names it with its body: SJenV, MinBZK, DGSZW.
_PREFIXES = (("DG", "DG"), ("S", "staatssecretaris"), ("M", "minister"))


@dataclass(slots=True)
class _Known:
    """What a document says of offices and bodies."""

    paired: dict[str, str] = field(default_factory=dict)
    """Office → body, as last named together in the text so far."""
    offices: dict[str, set[str]] = field(default_factory=dict)
    """Office → bodies that have one by an abbreviation (SJenV)."""
    ministries: Counter[str] = field(default_factory=Counter)


def with_bodies(
    mentions: Sequence[Mention],
    text: Sequence[str],
    home: str = "",
    seated: Collection[str] = (),
) -> list[Mention]:
    """The mentions with offices brought to their bodies.

    home: the municipality, province or water board that met, whose a wethouder, gedeputeerde or
    dijkgraaf is then. seated: the ids in the attendance list.

    "Staatssecretaris van JenV" becomes one mention, JenV. An office alone gets, as `inferred`, the
    body that it was last named with (a wethouder that of his own municipality, where that met),
    else that of an abbreviation like SJenV, else the only ministry (or municipality, for a
    wethouder) at the table or in the document, or the ministry that it names far more often than
    others; else nothing. So does "departement". Several offices ("de ministers") get none.
    """
    known = _Known()
    known.paired = {office: home for office, kind in _LOCAL.items() if home.startswith(kind)}
    portfolios = {after.start for one, after in pairwise(mentions) if _is_portfolio(one, after)}
    mentions = [mention for mention in mentions if mention.start not in portfolios]
    kept: list[Mention] = []
    for mention, after in zip_longest(mentions, mentions[1:]):
        _learn(mention, known)
        if after is not None and _stands_in_brackets(mention, after, text):
            known.paired.setdefault(mention.actor.id, after.actor.kb_id)
        if after is not None and _belongs(mention, after, text):
            _pair(mention.actor.id, after.actor.kb_id, known, home)
        elif mention.actor.label == "ORG" or mention.actor.body:
            kept.append(mention)
        else:
            body = _beside(kept, mention, text)
            if not body and not _is_plural(mention, text):
                body = known.paired.get(mention.actor.id, "")
            kept.append(replace(mention, inferred=body))
    ids = {mention.actor.id for mention in kept}
    local = {kind: _only(kind, seated) or _only(kind, ids) for kind in _LOCAL.values()}
    national = _ministry(known.ministries, seated)
    return [
        m
        if m.inferred or m.actor.body or _is_plural(m, text)
        else replace(m, inferred=_inferred(m, known, local, national, text))
        for m in kept
    ]


def _pair(office: str, body: str, known: _Known, home: str) -> None:
    """Remember whose an office is that is named with its body."""
    kind = _LOCAL.get(office, "")
    if office in _NATIONAL or (kind and body.startswith(kind) and not home.startswith(kind)):
        known.paired[office] = body


def _is_portfolio(before: Mention, mention: Mention) -> bool:
    """ "Gedeputeerde Economische Zaken" has that portfolio: no ministry."""
    local = before.actor.id in _LOCAL and before.actor.id != "B&W"
    return local and before.end == mention.start and mention.actor.id in MINISTRIES


def _is_plural(mention: Mention, text: Sequence[str]) -> bool:
    return text[mention.start].lower() in _PLURAL


def _only(kind: str, ids: Iterable[str]) -> str:
    """The one of these ids that is of a kind; "" where there are more, or none."""
    found = {one for one in ids if one.startswith(kind)}
    return found.pop() if len(found) == 1 else ""


def _ministry(named: Counter[str], seated: Collection[str]) -> str:
    """The ministry that a document means where it says "de minister"; "" where it isn't clear."""
    if not named:
        return ""
    often = named.most_common(2)
    at_table = named.keys() & seated
    if len(at_table) == 1 and named[one := at_table.pop()] >= often[0][1]:
        return one
    return often[0][0] if len(often) == 1 or often[0][1] >= _AHEAD * often[1][1] else ""


def _beside(before: Sequence[Mention], office: Mention, text: Sequence[str]) -> str:
    """ "(VNG, wethouder)": the body that stands before an office in the same brackets."""
    if not before or office.actor.label != "OFFICE" or before[-1].actor.label != "ORG":
        return ""
    body = before[-1]
    opened = body.start > 0 and text[body.start - 1] == "("
    return body.actor.id if opened and list(text[body.end : office.start]) == [","] else ""


def _learn(mention: Mention, known: _Known) -> None:
    actor = mention.actor
    if actor.kb_id in MINISTRIES:
        known.ministries[actor.kb_id] += 1
    if actor.label == "OFFICE" and actor.body:
        known.offices.setdefault(_office_of(actor), set()).add(actor.body)


def _office_of(actor: Actor) -> str:
    return next((name for prefix, name in _PREFIXES if actor.id.startswith(prefix)), actor.id)


def _belongs(office: Mention, body: Mention, text: Sequence[str]) -> bool:
    """Whether `body` says whose office, or which of its kind, the mention before it is."""
    between = list(text[office.end : body.start])
    if body.actor.label != "ORG" or body.actor.id == NIL or len(between) > 3 or between in _JOINS:
        return False
    if any(word not in _LINKS for word in between):
        return False
    if office.actor.label == "OFFICE" and office.actor.id != "CdK":
        return not office.actor.body or not between
    return office.actor.id in _KINDS and body.place


def _stands_in_brackets(office: Mention, body: Mention, text: Sequence[str]) -> bool:
    """ "Minister voor Natuur (LNV)": whether the brackets behind an office hold its ministry."""
    between = text[office.end : body.start]
    return (
        office.actor.id in _NATIONAL
        and body.actor.kb_id in MINISTRIES
        and 0 < len(between) <= 6
        and between[-1] == "("
        and "," not in between
    )


def _inferred(
    mention: Mention, known: _Known, local: Mapping[str, str], national: str, text: Sequence[str]
) -> str:
    """The body of an office without one; "" where the document doesn't tell, and of no office."""
    office = mention.actor.id
    if office in _NATIONAL:
        named = known.offices.get(office, set())
        return next(iter(named)) if len(named) == 1 else "" if named else national
    if office == _DEPARTMENT:
        return national if text[mention.start].lower() == "departement" else ""
    return local.get(_LOCAL.get(office, ""), "")
