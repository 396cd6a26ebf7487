"""All that is wrong with a corpus, at once: its files, parts, votes and actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from notulist.components.gazetteer import shipped_actors
from notulist.corpus.authored import Minutes, read
from notulist.corpus.authored_votes import VOTES_FILE, read_votes, vote_problems
from notulist.corpus.folder import duplicates, paths
from notulist.corpus.parts import PARTS_FILE, part_problems, read_parts
from notulist.corpus.surfaces import mentions
from notulist.errors import CorpusError


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the corpus to mend."""

    file: Path
    line: int | None
    """From 1; None where it is about the whole file."""
    error: CorpusError
    """Its text says what to do, in English and in Dutch."""


def check(folder: str | Path) -> list[Problem]:
    """All that is wrong in a corpus folder, empty where it is fine: first the minutes, file by
    file, each in order of lines and then its actors; then ids, parts and votes.

    Checked are the minutes (*.txt, subfolders included) and, where the folder holds them, parts.csv
    and votes.csv; not what these say of a document that itself can't be read. Raises CorpusError:
    C12 no minutes at all, C05, C09, C14, C17, C27, C28 a table that can't be read.
    """
    folder = Path(folder)
    problems: list[Problem] = []
    good: list[tuple[Path, Minutes]] = []
    unread: set[str] = set()
    ids = {actor.id for actor in shipped_actors()}
    for path in paths(folder):
        minutes, errors = read(path)
        if minutes:
            good.append((path, minutes))
            errors = list(_actors(path, minutes, ids))
        else:
            # A file whose id isn't its name (C11) may stand in the tables under either.
            unread |= {path.stem, *(str(e.values["id"]) for e in errors if "id" in e.values)}
        problems += [Problem(path, _line(error), error) for error in errors]
    known = [minutes for _, minutes in good]
    parts = {name: part for name, part in read_parts(folder).items() if name not in unread}
    votes = [one for one in read_votes(folder) if one.document not in unread]
    tables = [(PARTS_FILE, part_problems(known, parts, folder / PARTS_FILE))]
    tables += [(VOTES_FILE, vote_problems(known, votes, folder / VOTES_FILE))]
    problems += [Problem(path, None, error) for path, error in duplicates(good)]
    return problems + [Problem(folder / name, None, e) for name, errors in tables for e in errors]


def _actors(path: Path, minutes: Minutes, ids: set[str]) -> Iterator[CorpusError]:
    """What is wrong with the actors of a document that lists them: an id that the gazetteer
    doesn't have, a surface that stands nowhere, a party that isn't listed."""
    if not minutes.actors:
        return
    parties = {name for r in minutes.remarks for name in (*r.holder, *r.addressee)}
    used = parties | set(_mentioned(minutes))
    for surface in minutes.actors:
        if surface.id and surface.id not in ids:
            yield CorpusError("C23", file=path, id=surface.id, name=surface.text)
        if surface.text not in used:
            yield CorpusError("C24", file=path, name=surface.text)
    listed = ids | {surface.text for surface in minutes.actors}
    for remark in minutes.remarks:
        for name in (*remark.holder, *remark.addressee):
            if name not in listed:
                yield CorpusError("C25", file=path, line=remark.line, name=name)


def _mentioned(minutes: Minutes) -> Iterable[str]:
    for remark in minutes.remarks:
        yield from (found.surface.text for found in mentions(remark.text, minutes.actors))


def _line(error: CorpusError) -> int | None:
    line = error.values.get("line")
    return line if isinstance(line, int) else None
