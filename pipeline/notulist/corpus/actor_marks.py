"""Actors of real passages as readers mark them: mentions, holder and addressee, without the text.

A reader's answer to a passage is one line, `N | mentions | holder > addressee`, with mentions as in
an `@actors` line of authored minutes (`corpus.surfaces`):

    17 | VNG; het bureau ~ VNG; Regio X = - | ~VNG > JenV

(with a question mark behind it where in doubt, which isn't kept). `data/real/actors.csv` keeps what
it says as places in the passage.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from notulist.corpus.surfaces import NOBODY, mentions, parse_surfaces
from notulist.corpus.tables import odd_value, read_table, write_table
from notulist.errors import CorpusError
from notulist.labels import NIL

ACTORS_FILE = "actors.csv"
COLUMNS = ("id", "reader", "mentions", "holder", "addressee")
READERS = ("first", "second", "third")
"""The third has seen what the other two say, and decides where they differ."""

_PLACE = re.compile(r"(\d+):(\d+)([=~])(\S+)")


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A place in a passage that names an actor."""

    start: int
    end: int
    """Characters of the passage, from 0; past the last one."""
    id: str
    """Of the gazetteer, or NIL for a body that it lacks."""
    inferred: bool = False
    """Whether the words don't name the body."""

    def __str__(self) -> str:
        return f"{self.start}:{self.end}{'~' if self.inferred else '='}{self.id}"


@dataclass(frozen=True, slots=True)
class Party:
    """Who holds a remark, or whom it is put to."""

    id: str
    inferred: bool = False
    """Whether the passage itself doesn't say so."""

    def __str__(self) -> str:
        return f"{'~' if self.inferred else ''}{self.id}"


@dataclass(frozen=True, slots=True)
class ActorMarks:
    """What one reader says of one passage."""

    passage: str
    """The id of the program's row."""
    reader: str
    mentions: tuple[ActorMention, ...] = ()
    holder: tuple[Party, ...] = ()
    addressee: tuple[Party, ...] = ()

    @property
    def parts(self) -> tuple[tuple[ActorMention, ...], tuple[Party, ...], tuple[Party, ...]]:
        """Mentions, holder, addressee."""
        return self.mentions, self.holder, self.addressee

    @property
    def told(self) -> tuple[object, ...]:
        """Where the mentions stand and all ids: equal where two readers agree."""
        ids = ({one.id for one in parties} for parties in (self.holder, self.addressee))
        places = frozenset((one.start, one.end, one.id) for one in self.mentions)
        return (places, *map(frozenset, ids))


def parse_answer(line: str, text: str, passage: str, reader: str) -> ActorMarks:
    """The marks of an answer's line behind its number. text: of the passage as it stands.

    Raises ValueError with what can't be: a line without its bar, a surface that doesn't stand in
    the text or stands twice in the line.
    """
    parts = [part.strip() for part in line.rstrip("? ").split("|")]
    if len(parts) != 2:
        raise ValueError(line)
    surfaces = parse_surfaces(parts[0])
    squeezed, places = _squeezed(text)
    found = mentions(squeezed, surfaces)
    if absent := {one.text for one in surfaces} - {one.surface.text for one in found}:
        # What stands only within a longer surface is no mention of its own.
        inside = {a for a in absent if any(a in one.surface.text for one in found)}
        if absent - inside:
            raise ValueError(", ".join(sorted(absent - inside)))
    holder, _, addressee = parts[1].partition(">")
    ids = {one.text: one.id or NIL for one in surfaces}
    return ActorMarks(
        passage,
        reader,
        tuple(
            ActorMention(
                places[one.start],
                places[one.end - 1] + 1,
                one.surface.id or NIL,
                one.surface.inferred,
            )
            for one in found
        ),
        _parties(holder, ids),
        _parties(addressee, ids),
    )


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text with one blank for each run of white space, as sheets show it, and where in the text
    each of its characters stands."""
    kept = [
        (" " if character.isspace() else character, place)
        for place, character in enumerate(text)
        if not (character.isspace() and place and text[place - 1].isspace())
    ]
    return "".join(character for character, _ in kept), [place for _, place in kept]


def _parties(names: str, ids: dict[str, str]) -> tuple[Party, ...]:
    made = {}
    for name in filter(None, (name.strip() for name in names.split(","))):
        plain = name.removeprefix("~").strip()
        id_ = NIL if plain == NOBODY else ids.get(plain, plain)
        made[id_] = Party(id_, name.startswith("~"))
    return tuple(made.values())


def read_marks(folder: str | Path) -> list[ActorMarks]:
    """The marks of a folder, as they stand in its table. Raises CorpusError as `read_table`, C14
    for a reader that there is not or a mention that is no place."""
    path = Path(folder) / ACTORS_FILE
    marks = []
    for line, row in read_table(path, COLUMNS):
        if row["reader"] not in READERS:
            raise odd_value(path, line, "reader", row["reader"], READERS)
        places = [_PLACE.fullmatch(one) for one in row["mentions"].split()]
        if not all(places):
            raise odd_value(path, line, "mentions", row["mentions"], ["START:END=ID"])
        marks.append(
            ActorMarks(
                row["id"],
                row["reader"],
                tuple(
                    ActorMention(int(one[1]), int(one[2]), one[4], one[3] == "~")
                    for one in places
                    if one
                ),
                *(
                    tuple(Party(id_.removeprefix("~"), id_.startswith("~")) for id_ in told.split())
                    for told in (row["holder"], row["addressee"])
                ),
            )
        )
    return marks


def write_marks(marks: Iterable[ActorMarks], folder: str | Path) -> None:
    """Write a folder's table anew, by passage and reader."""
    ordered = sorted(marks, key=lambda one: (one.passage, READERS.index(one.reader)))
    rows = [
        (one.passage, one.reader, *(" ".join(map(str, told)) for told in one.parts))
        for one in ordered
    ]
    write_table(Path(folder) / ACTORS_FILE, COLUMNS, rows)


def settled(marks: Iterable[ActorMarks]) -> dict[str, ActorMarks]:
    """The gold by passage: the third reader's marks where there are any, else what both others say;
    a passage on which two differ and nobody has decided has none."""
    by_passage: dict[str, dict[str, ActorMarks]] = {}
    for one in marks:
        by_passage.setdefault(one.passage, {})[one.reader] = one
    return {
        passage: said["third"] if "third" in said else said["first"]
        for passage, said in by_passage.items()
        if "third" in said
        or ({"first", "second"} <= said.keys() and said["first"].told == said["second"].told)
    }


def resolved(marks: ActorMarks, known: Collection[str], path: Path) -> ActorMarks:
    """The marks, with NIL for a holder or addressee that is no known id: a name in the heading.

    Raises CorpusError C14 for a mention with an id that isn't known.
    """
    for one in marks.mentions:
        if one.id not in known and one.id != NIL:
            told = {"column": "id", "found": one.id, "allowed": "actors.csv"}
            raise CorpusError("C14", file=path, line=marks.passage, **told)
    holder, addressee = (
        tuple(dict.fromkeys(one if one.id in known else replace(one, id=NIL) for one in parties))
        for parties in marks.parts[1:]
    )
    return replace(marks, holder=holder, addressee=addressee)
