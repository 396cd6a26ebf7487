"""Reading sheets: passages in context to be voted on blind, and the votes taken in again.

A sheet shows each document with its headings; a passage to vote on has a number, one that stands
there as context has none. The reader writes one line a number:

    17 R+E      the acts as A, C, E, R, the main one first; N where it is no remark
    18 N?       a question mark where in doubt

    python -m notulist.corpus.sheets write MINUTES FOLDER --vote second --part dev
    python -m notulist.corpus.sheets take FOLDER --vote second
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import spacy
from spacy.tokens import Doc

from notulist.attributes import BULLETS
from notulist.corpus.authored import LETTERS
from notulist.corpus.labels import PARTS, LabelledFile, LabelledSpan, read_labels, write_labels
from notulist.corpus.real import LABELS_FOLDER, real_docs
from notulist.corpus.votes import NONE, READERS, Vote
from notulist.records import bullet_id

SIZE = 500
_CONTEXT = 2
"""Passages before one to vote on that are shown as context."""
_ACTS: Mapping[str, str] = {**LETTERS, "N": NONE}
_ANSWER = re.compile(r"(?P<number>\d+)\s+(?P<acts>[ACERN](?:\+[ACER])*)(?P<doubt>\?)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage as a sheet shows it."""

    id: str
    document: str
    heading: str
    text: str
    level: int = 0
    asked: bool = True
    """Whether a vote on it is asked for; otherwise it is context."""


class AnswerError(ValueError):
    """Votes that can't be taken in: says which file and line, or which numbers are missing."""


def sheets(entries: Iterable[Entry], size: int = SIZE) -> Iterator[list[Entry]]:
    """Entries cut into sheets of some `size` to vote on, whole documents where they fit."""
    sheet: list[Entry] = []
    for _, group in groupby(entries, key=lambda entry: entry.document):
        document = list(_near(list(group)))
        while document:
            free = max(size - sum(entry.asked for entry in sheet), 0)
            asked = sum(entry.asked for entry in document)
            if sheet and asked > free and asked <= size:
                yield sheet
                sheet = []
                continue
            cut = _after(document, min(asked, free or size))
            sheet, document = sheet + document[:cut], document[cut:]
            if sum(entry.asked for entry in sheet) >= size:
                yield sheet
                sheet = []
            if not any(entry.asked for entry in document):
                break
    if any(entry.asked for entry in sheet):
        yield sheet


def show(sheet: Sequence[Entry]) -> str:
    """The text of a sheet."""
    lines: list[str] = []
    document = heading = None
    number = 0
    for entry in sheet:
        if entry.document != document:
            lines += ["", f"=== {entry.document}"]
            document, heading = entry.document, None
        if entry.heading != heading:
            lines.append(f"## {entry.heading}")
            heading = entry.heading
        number += entry.asked
        mark = f"{number:>3}" if entry.asked else "  ·"
        lines.append(f"{mark} | {'  ' * entry.level}{entry.text}")
    return "\n".join(lines).lstrip() + "\n"


def answers(path: Path, ids: Sequence[str]) -> dict[str, Vote]:
    """The votes of an answer file by id; ids: those of the sheet's numbers, in order.

    Raises AnswerError for a line that is no answer, a number that there is not or that has two
    answers, and numbers without one.
    """
    votes: dict[str, Vote] = {}
    for place, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        match = _ANSWER.fullmatch(line.strip())
        if match is None or not 0 < int(match["number"]) <= len(ids):
            raise AnswerError(f"{path}, line {place}: not NUMBER ACTS with a number of the sheet")
        id_ = ids[int(match["number"]) - 1]
        acts = tuple(_ACTS[letter] for letter in match["acts"].split("+"))
        if id_ in votes:
            raise AnswerError(f"{path}, line {place}: {match['number']} is answered twice")
        if len(set(acts)) < len(acts) or (acts[0] == NONE and acts[1:]):
            raise AnswerError(f"{path}, line {place}: acts at odds")
        votes[id_] = Vote(acts[0], acts[1:])
    if missing := [number for number, id_ in enumerate(ids, 1) if id_ not in votes]:
        raise AnswerError(f"{path}: no answer for {', '.join(map(str, missing[:20]))}")
    return votes


def with_votes(file: LabelledFile, votes: Mapping[str, Vote], reader: str) -> LabelledFile:
    """The file with these votes of one of READERS put in, over any that it had of that reader."""
    place = READERS.index(reader)

    def voted(span: LabelledSpan) -> LabelledSpan:
        if span.id not in votes:
            return span
        now = (*span.votes[:place], votes[span.id], *span.votes[place + 1 :])
        return replace(span, votes=now)

    return replace(file, spans=tuple(map(voted, file.spans)))


def entries(docs: Iterable[Doc], wanted: set[str]) -> Iterator[Entry]:
    """The bullets of gold Docs; asked for are those whose id is wanted."""
    for doc in docs:
        source = doc._.source
        for bullet in doc.spans[BULLETS]:
            id_ = bullet_id(source, bullet.start_char, bullet.end_char)
            extra = bullet._
            heading = f"{extra.agenda_number} {extra.agenda_title}".strip()
            text = " ".join((extra.clean or bullet.text).split())
            yield Entry(id_, source.name, heading, text, extra.level, id_ in wanted)


def wanted_ids(files: Iterable[LabelledFile], reader: str, share: float, seed: int = 0) -> set[str]:
    """Passages that this reader is yet to read: first votes on what has none, second and third
    on what has a vote; `share` of them, drawn at random over all that could have one."""
    place = READERS.index(reader)
    chance = random.Random(seed)  # noqa: S311  a sample, nothing secret
    chosen = set()
    for file in files:
        for span in file.spans:
            drawn = chance.random() < share  # drawn for every one, so that the same are drawn again
            if drawn and span.votes[place] is None and (place == 0 or span.votes[0]):
                chosen.add(span.id)
    return chosen


def _near(document: list[Entry]) -> Iterator[Entry]:
    """A document's entries that are asked for, with a few before each."""
    for place, entry in enumerate(document):
        if any(later.asked for later in document[place : place + _CONTEXT + 1]):
            yield entry


def _after(document: Sequence[Entry], asked: int) -> int:
    """How many entries hold the first `asked` that are asked for."""
    for place, entry in enumerate(document, 1):
        asked -= entry.asked
        if asked <= 0:
            return place
    return len(document)


def _write(chosen: argparse.Namespace) -> str:
    files = read_labels(chosen.labels, *chosen.part)
    wanted = wanted_ids(files, chosen.vote, chosen.share)
    found = real_docs(spacy.blank("nl_minutes"), chosen.minutes, files)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    return save(sheets(entries(found.docs, wanted), chosen.size), chosen.folder)


def save(cut: Iterable[Sequence[Entry]], folder: Path) -> str:
    """Write sheets with the ids of their numbers beside them; says how many."""
    count = 0
    for count, sheet in enumerate(cut, 1):
        (folder / f"sheet-{count:02}.txt").write_text(show(sheet), encoding="utf-8")
        with (folder / f"sheet-{count:02}.ids").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([e.id] for e in sheet if e.asked)
    return f"{count} sheets in {folder}; write the votes on sheet-01.txt to sheet-01.votes"


def taken(folder: Path) -> dict[str, Vote]:
    """The votes of all answer files of a folder. Raises AnswerError."""
    votes: dict[str, Vote] = {}
    for path in sorted(folder.glob("*.votes")):
        ids = path.with_suffix(".ids").read_text(encoding="utf-8").split()
        votes |= answers(path, ids)
    return votes


def _take(chosen: argparse.Namespace) -> str:
    votes = taken(chosen.folder)
    files = read_labels(chosen.labels)
    write_labels([with_votes(file, votes, chosen.vote) for file in files], chosen.labels)
    return f"{len(votes)} votes taken in"


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, run in (("write", _write), ("take", _take)):
        command = commands.add_parser(name)
        command.set_defaults(run=run)
        if name == "write":
            command.add_argument("minutes", type=Path)
            command.add_argument("--part", choices=PARTS, action="append", default=[])
            command.add_argument("--share", type=float, default=1.0)
            command.add_argument("--size", type=int, default=SIZE)
        command.add_argument("folder", type=Path)
        command.add_argument("--vote", choices=READERS, required=True)
        command.add_argument("--labels", type=Path, default=LABELS_FOLDER)
    chosen = parser.parse_args(arguments)
    sys.stdout.write(f"{chosen.run(chosen)}\n")


if __name__ == "__main__":
    main()
