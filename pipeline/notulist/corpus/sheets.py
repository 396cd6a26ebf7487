"""Reading sheets: passages in context to be voted on blind, and a reader's answers.

A sheet shows each document with its headings; a passage to vote on has a number, one that stands
there as context has none. The reader writes one line a number:

    17 R+E      the acts as A, C, E, R, the main one first; N where it is no remark
    18 N?       a question mark where in doubt
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from notulist.corpus.authored import LETTERS
from notulist.corpus.votes import Vote
from notulist.errors import CorpusError
from notulist.labels import NONE

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
    answers, and numbers without one; CorpusError C09 for a file that isn't UTF-8.
    """
    votes: dict[str, Vote] = {}
    try:
        # Editors of Windows put a mark in front.
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise CorpusError("C09", file=path, place=error.start) from error
    for place, line in enumerate(lines, 1):
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


def save(cut: Iterable[Sequence[Entry]], folder: Path) -> str:
    """Write sheets with the ids of their numbers beside them, one a line; says how many.

    Raises CorpusError C35 where the folder holds sheets already: answers to these would be taken
    for answers to the new ones.
    """
    if any(folder.glob("sheet-*")):
        raise CorpusError("C35", folder=folder)
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for count, sheet in enumerate(cut, 1):
        (folder / f"sheet-{count:02}.txt").write_text(show(sheet), encoding="utf-8")
        ids = "".join(f"{entry.id}\n" for entry in sheet if entry.asked)
        (folder / f"sheet-{count:02}.ids").write_text(ids, encoding="utf-8")
    return f"{count} sheets in {folder}; write the votes on sheet-01.txt to sheet-01.votes"


def taken(folder: Path) -> dict[str, Vote]:
    """The votes of all answer files of a folder, by id.

    Raises AnswerError and CorpusError C09 as `answers`, C36 for answers without the ids of their
    sheet.
    """
    votes: dict[str, Vote] = {}
    for path in sorted(folder.glob("*.votes")):
        ids = path.with_suffix(".ids")
        if not ids.is_file():
            raise CorpusError("C36", file=path, ids=ids.name)
        votes |= answers(path, ids.read_text(encoding="utf-8").splitlines())
    return votes
