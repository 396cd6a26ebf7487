"""The signs for and against a party that a remark names holding it: plain words, so that a learned
weight can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from notulist.components.role_words import (
    ADVERBS,
    ARTICLES,
    ASKING,
    ASKING_NOUNS,
    AUXILIARIES,
    JOINS,
    LABELS,
    PASSIVE,
    PREPOSITIONS,
    THAT,
    TITLES,
)
from notulist.components.scanning import Parties, behind_brackets, skip
from notulist.components.units import Unit
from notulist.components.verbs import REPORTING, SAYING
from notulist.components.words import word_set


@dataclass(frozen=True, slots=True)
class Remark:
    """A bullet, and what the rules say of it."""

    units: Sequence[Unit]
    held: Parties
    rule: str
    """The name of the one that took `held`, "" where none did."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a document says of those at its table."""

    present: frozenset[str]
    """Bodies in the attendance lists."""
    held: Mapping[str, int]
    """How many remarks each party holds, by the rules."""
    outspoken: str
    """How often its remarks name who speaks, by the rules: few, some, most, all."""


_PRONOUNS = word_set("hij zij ze men deze die dit dat daar hierop daarop wij we er het")
_ENDS = frozenset({".", "?", "!", "!?", "?!"})
_QUOTES = frozenset({'"', "”", "“"})
_BESIDE_RULE = ("kind=", "sort=", "sentence=", "passive", "question", "parties=", "order=")
_SHARES = ((0.3, "few"), (0.6, "some"), (0.85, "most"))
_CLASSES = (
    ("preposition", PREPOSITIONS),
    ("auxiliary", AUXILIARIES),
    ("passive", PASSIVE),
    ("asking", ASKING),
    ("saying", SAYING),
    ("reporting", REPORTING),
    ("that", THAT),
    ("request", ASKING_NOUNS),
)


def table_of(remarks: Sequence[Remark], present: frozenset[str]) -> Table:
    """The table of a document with these remarks. present: the bodies in its attendance lists."""
    held: dict[str, int] = {}
    for remark in remarks:
        for party in remark.held:
            held[party] = held.get(party, 0) + 1
    share = sum(bool(one.held) for one in remarks) / max(len(remarks), 1)
    return Table(present, held, next((name for most, name in _SHARES if share < most), "all"))


def candidates(remark: Remark) -> list[str]:
    """The parties that a remark names, itself or by a person, in order of appearance."""
    return list(dict.fromkeys(unit.candidate for unit in remark.units if unit.candidate))


def signs_of(remark: Remark, party: str, table: Table) -> list[str]:
    """All signs of a candidate, each once."""
    plain = (
        *_of_remark(remark),
        *_of_rules(remark, party),
        *_of_table(remark, party, table),
        *_of_mentions(remark, party),
    )
    # How far a rule is to be trusted depends on these.
    rule = _rule(remark, party)
    weighed = (f"{rule} & {sign}" for sign in plain if sign.startswith(_BESIDE_RULE))
    return list(dict.fromkeys((*plain, *weighed)))


def _of_remark(remark: Remark) -> Iterator[str]:
    """What is the same for all its candidates."""
    units = remark.units
    first = units[0]
    yield f"parties={min(len(candidates(remark)), 3)}"
    yield f"rule={remark.rule}"
    yield f"first={'PARTY' if first.candidate else first.text}"
    if len(units) > 1 and not first.candidate:
        yield f"second={'PARTY' if units[1].candidate else units[1].text}"
    if first.text in _PRONOUNS:
        yield "pronoun"
    if first.text in LABELS:
        yield "label"
    texts = {unit.text for unit in units if not unit.candidate}
    if not PASSIVE.isdisjoint(texts):
        yield "passive"
    if "?" in texts:
        yield "question"
    if _stranger(units):
        yield "stranger"


def _of_rules(remark: Remark, party: str) -> Iterator[str]:
    yield _rule(remark, party)


def _rule(remark: Remark, party: str) -> str:
    if party in remark.held:
        return f"held by {remark.rule}"
    return f"other held by {remark.rule}" if remark.held else "held by none"


def _of_table(remark: Remark, party: str, table: Table) -> Iterator[str]:
    sort = party.partition(":")[0] if ":" in party else "NIL" if party == "NIL" else "plain"
    seat = "seated" if party in table.present else "unseated" if table.present else "no list"
    rule = _rule(remark, party) if party in remark.held or not remark.held else "other held"
    often = table.held.get(party, 0) - (party in remark.held)
    times = str(often) if often < 3 else "3-5" if often < 6 else "6-"
    yield from (f"sort={sort}", seat, f"{seat} & {rule}", f"{seat} & {sort}")
    yield from (f"speaks={times}", f"speaks={times} & {rule}", f"speaks={times} & {seat}")
    yield from (table.outspoken, f"{table.outspoken} & {rule}", f"{table.outspoken} & {seat}")


def _of_mentions(remark: Remark, party: str) -> Iterator[str]:
    """Where and how it is named."""
    units = remark.units
    places = [at for at, unit in enumerate(units) if unit.candidate == party]
    yield f"order={min(candidates(remark).index(party), 2)}"
    yield f"times={min(len(places), 3)}"
    for at in places:
        unit = units[at]
        before, word_before, first = _before(units, at)
        after, word_after = _after(units, at)
        sentence = min(sum(one.text in _ENDS for one in units[:at]), 2)
        kind = "person" if unit.person else "unknown" if unit.unknown else unit.kind
        around = f"{before}_{after}"
        yield from (f"before={before}", f"after={after}", f"around={around}")
        yield from (f"around={around}_{sentence}", f"around={around}_{kind}")
        yield from (f"word before={word_before}", f"word after={word_after}")
        yield from (f"words={word_before}_{word_after}", f"sentence={sentence}", f"kind={kind}")
        if first > 1 and not units[first - 2].candidate:
            yield f"two before={units[first - 2].text}_{word_before}"
        if unit.inferred:
            yield "inferred"
        if unit.kind in ("COLLECTIVE", "OFFICE"):
            yield f"id={party}"


def _before(units: Sequence[Unit], at: int) -> tuple[str, str, int]:
    """What class of word stands before a party with its articles and those beside it, which word,
    and where the whole begins."""
    while at > 0:
        text, is_party = units[at - 1].text, bool(units[at - 1].candidate)
        joined = text in JOINS and at > 1 and units[at - 2].candidate and not is_party
        if not (is_party or joined or text in ARTICLES or text in TITLES):
            break
        at -= 1
    if at == 0:
        return "START", "START", at
    return _class(units[at - 1].text), units[at - 1].text, at


def _after(units: Sequence[Unit], at: int) -> tuple[str, str]:
    """The same of what stands behind."""
    at = behind_brackets(units, at + 1)
    while at < len(units) and (
        units[at].candidate
        or (units[at].text in JOINS and at + 1 < len(units) and units[at + 1].candidate)
    ):
        at = behind_brackets(units, at + 1)
    at = skip(units, at, ADVERBS - {"en"})
    return (_class(units[at].text), units[at].text) if at < len(units) else ("END", "END")


def _class(text: str) -> str:
    if text in _ENDS or text in (";", "…"):
        return "."
    if text in (":", "):", ");"):
        return ":"
    if text in _QUOTES:
        return '"'
    named = next((name for name, words in _CLASSES if text in words), "")
    return named or ("word" if text[0].isalnum() else text[0])


def _stranger(units: Sequence[Unit]) -> bool:
    """Whether somebody seems to speak whom no list knows: "Pannekoek: …", "Mevr. Zwaan vraagt"."""
    for at in range(min(3, len(units) - 1)):
        unit, behind = units[at], units[at + 1]
        if unit.candidate:
            return False
        if not unit.capital or unit.text in LABELS or unit.text in ARTICLES:
            continue
        if behind.text == ":" or (at and units[at - 1].text in TITLES):
            return True
        if behind.text in SAYING and unit.text not in REPORTING:
            end = skip(units, at + 2, ARTICLES)
            return not (end < len(units) and units[end].candidate)
    return False
