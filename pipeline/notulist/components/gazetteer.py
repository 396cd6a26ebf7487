"""The table of actors: who is recognised, by which words, under which id."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path

from notulist.errors import ActorTableError
from notulist.resources import resource

LABELS = ("ORG", "OFFICE", "COLLECTIVE")
REQUIRED = ("id", "label", "exact", "any_case")
_LISTS = ("exact", "any_case", "places")


@dataclass(frozen=True, slots=True)
class Actor:
    """One body, office or collective party."""

    id: str
    """Short and readable, without spaces: "VNG", "gemeente:Utrecht"."""
    label: str
    """ORG, OFFICE or COLLECTIVE."""
    name: str = ""
    """Full name in Dutch."""
    body: str = ""
    """Of an office: the id of the body that it always belongs to ("JenV" for SJenV)."""
    exact: tuple[str, ...] = ()
    """Found only as written, with or without plural or genitive s: "JenV" finds "JenV's"."""
    any_case: tuple[str, ...] = ()
    """Found in capitals and small letters alike."""
    places: tuple[str, ...] = ()
    """Words that are mostly something else ("Utrecht"): found only where a party is meant."""
    tooi: str = ""
    """URI in the TOOI register."""
    oin: str = ""
    """Organisatie-identificatienummer: twenty digits."""
    within: str = ""
    """Of a part with a name that others may have: found only where the document names this body."""
    valid_from: str = ""
    """ISO 8601: the first day, empty where unknown or always."""
    valid_until: str = ""
    """ISO 8601: the last day."""

    @property
    def kb_id(self) -> str:
        """What a mention of it counts as: the body of an office that has one, else itself."""
        return self.body or self.id

    def covers(self, day: str) -> bool:
        """Whether it had its name on that day (ISO 8601)."""
        return self.valid_from <= day <= (self.valid_until or day)


COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Actor))


def shipped_actors() -> tuple[Actor, ...]:
    """The gazetteer that notulist ships, in the order of its ids."""
    return read_actors(resource("actors/actors.csv"))


@cache
def common_words() -> frozenset[str]:
    """Words of the language that are too common to recognise an actor by, in small letters."""
    return frozenset(resource("actors/common_words.txt").read_text(encoding="utf-8").split())


def read_actors(path: Path, common: Collection[str] = ()) -> tuple[Actor, ...]:
    """The actors of a CSV (comma or semicolon, UTF-8) with the columns of data/actors/README.md.

    common: words that are no patterns, in small letters. Raises ActorTableError: A06 unreadable,
    A01 column missing, A02 id twice, A03 nothing to recognise it by, A04 one-letter pattern, A05
    unknown label, A07 unusable id, A08 a common word.
    """
    name = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ActorTableError("A06", name=name, cause=type(error).__name__) from error
    return parse_actors(text, name, common)


def parse_actors(text: str, name: str, common: Collection[str] = ()) -> tuple[Actor, ...]:
    """The actors of a CSV in memory; `name` stands in errors. Raises as read_actors."""
    header = text.partition("\n")[0]
    rows = csv.DictReader(text.splitlines(), delimiter=";" if ";" in header else ",")
    for column in REQUIRED:
        if column not in (rows.fieldnames or ()):
            raise ActorTableError("A01", name=name, column=column, columns=", ".join(REQUIRED))
    actors: dict[str, Actor] = {}
    for number, row in enumerate(rows, start=2):
        actor = _actor(row, name, number)
        if actor.id in actors:
            raise ActorTableError("A02", name=name, row=number, id=actor.id)
        if word := next((word for word in _as_words(actor) if word in common), None):
            raise ActorTableError("A08", name=name, row=number, id=actor.id, pattern=word)
        actors[actor.id] = actor
    return tuple(actors.values())


def dump_actors(actors: Iterable[Actor]) -> str:
    """The CSV that parse_actors reads back to the same actors."""
    lines: list[str] = []
    writer = csv.writer(_Lines(lines), lineterminator="\n")
    writer.writerow(COLUMNS)
    for actor in actors:
        values = (getattr(actor, column) for column in COLUMNS)
        writer.writerow("|".join(v) if isinstance(v, tuple) else v for v in values)
    return "".join(lines)


def merge(base: Sequence[Actor], extra: Sequence[Actor]) -> tuple[Actor, ...]:
    """`extra` on top of `base`: a row replaces the one with its id; the rest is added in front, and
    a pattern that both have is that of `extra` alone."""
    replaced = {actor.id for actor in extra}
    taken = {p for actor in extra for p in (*actor.exact, *actor.any_case, *actor.places)}
    rest = (_without(actor, taken) for actor in base if actor.id not in replaced)
    return (*extra, *(actor for actor in rest if actor.exact + actor.any_case + actor.places))


def _without(actor: Actor, taken: Collection[str]) -> Actor:
    exact, any_case, places = (
        tuple(pattern for pattern in patterns if pattern not in taken)
        for patterns in (actor.exact, actor.any_case, actor.places)
    )
    return replace(actor, exact=exact, any_case=any_case, places=places)


def _actor(row: dict[str, str], name: str, number: int) -> Actor:
    """One row, checked. The row's number is that of a spreadsheet: the header is 1."""
    values = {column: (row.get(column) or "").strip() for column in COLUMNS}
    where: dict[str, object] = {"name": name, "row": number, "id": values["id"]}
    if not values["id"] or " " in values["id"] or "|" in values["id"]:
        raise ActorTableError("A07", **where)
    if values["label"] not in LABELS:
        raise ActorTableError("A05", **where, label=values["label"], labels=", ".join(LABELS))
    exact, any_case, places = (_variants(values[column], where) for column in _LISTS)
    if not exact + any_case + places:
        raise ActorTableError("A03", **where)
    plain = {column: value for column, value in values.items() if column not in _LISTS}
    return Actor(exact=exact, any_case=any_case, places=places, **plain)


def _as_words(actor: Actor) -> Iterator[str]:
    """What it is found by, in small letters; of what is found as written only what a sentence can
    begin with ("Aan", not "AAN")."""
    yield from (pattern.lower() for pattern in actor.any_case)
    yield from (p.lower() for p in actor.exact if p[1:] == p[1:].lower())


def _variants(cell: str, where: dict[str, object]) -> tuple[str, ...]:
    """The variants in a cell: none, or each of two characters or more."""
    if not cell:
        return ()
    variants = tuple(part.strip() for part in cell.split("|"))
    for variant in variants:
        if not variant:
            raise ActorTableError("A03", **where)
        if len(variant) == 1:
            raise ActorTableError("A04", **where, pattern=variant)
    return variants


class _Lines:
    """What csv.writer needs of a file, kept as a list."""

    def __init__(self, lines: list[str]) -> None:
        self.write = lines.append
