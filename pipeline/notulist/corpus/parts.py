"""Which part authored minutes belong to, for good, and the lock that shows a later change.

Run as `python -m notulist.corpus.parts FOLDER` to enter new documents as train and renew the
hashes; a part that stands in the table is never changed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from notulist.corpus.authored import Minutes, format
from notulist.corpus.folder import load
from notulist.corpus.tables import check_parts, odd_value, read_table, write_table
from notulist.errors import CorpusError

PARTS_FILE = "parts.csv"
AUTHORED_PARTS = ("train", "dev", "test")

_COLUMNS = ("document", "part", "sha256")


@dataclass(frozen=True, slots=True)
class Entry:
    """The part of a document, and what its file held when that was written down."""

    document: str
    part: str
    """One of AUTHORED_PARTS."""
    sha256: str


def read_parts(folder: str | Path) -> dict[str, Entry]:
    """Document → its entry in the folder's parts.csv; empty where there is no such table.

    Raises CorpusError: C05, C09, C27, C28 as `read_table`; C14 a part that there is not, C17 a
    document twice.
    """
    path = Path(folder) / PARTS_FILE
    entries: dict[str, Entry] = {}
    for line, row in read_table(path, _COLUMNS) if path.is_file() else ():
        if row["part"] not in AUTHORED_PARTS:
            raise odd_value(path, line, "part", row["part"], AUTHORED_PARTS)
        if row["document"] in entries:
            raise CorpusError("C17", file=path, line=line, id=row["document"])
        entries[row["document"]] = Entry(*(row[column] for column in _COLUMNS))
    return entries


def load_parts(folder: str | Path, *parts: str) -> list[Minutes]:
    """The minutes of these parts of a corpus folder; all where none is named.

    A document that the table doesn't name is train. Raises CorpusError as `load` and `read_parts`,
    and C29 for a part that there is not.
    """
    check_parts(parts, AUTHORED_PARTS)
    entries = read_parts(folder)
    minutes = load(folder)
    return [one for one in minutes if not parts or part_of(one, entries) in parts]


def part_of(minutes: Minutes, entries: Mapping[str, Entry]) -> str:
    """The part of a document; train where the table doesn't name it."""
    entry = entries.get(minutes.id)
    return entry.part if entry else "train"


def fingerprint(minutes: Minutes) -> str:
    """SHA-256 of a document as `format` writes it."""
    return sha256(format(minutes).encode()).hexdigest()


def part_problems(
    minutes: Iterable[Minutes], entries: Mapping[str, Entry], path: Path
) -> list[CorpusError]:
    """What is wrong with parts: a document changed (C18) or gone (C19), a body in two (C20), a
    document that isn't in the table (C30). Nothing where there is no table."""
    if not entries:
        return []
    problems: list[CorpusError] = []
    by_id = {one.id: one for one in minutes}
    for name, entry in entries.items():
        if name not in by_id:
            problems.append(CorpusError("C19", file=path, id=name))
        elif fingerprint(by_id[name]) != entry.sha256:
            problems.append(CorpusError("C18", file=path, id=name))
    problems += [CorpusError("C30", file=path, id=name) for name in by_id if name not in entries]
    bodies: dict[str, Minutes] = {}
    for one in by_id.values():
        other = bodies.setdefault(one.body.casefold(), one)
        parts = part_of(one, entries), part_of(other, entries)
        if parts[0] != parts[1]:
            values = {"id": one.id, "part": parts[0], "other": other.id, "other_part": parts[1]}
            problems.append(CorpusError("C20", file=path, body=one.body, **values))
    return problems


def lock(folder: str | Path) -> int:
    """Write the table anew: hashes as they are now, new documents as train. How many it names.

    Raises CorpusError as `load` and `read_parts`, and C19 for a document of the table that isn't
    there; the table is then left as it was.
    """
    path = Path(folder) / PARTS_FILE
    entries = read_parts(folder)
    minutes = load(folder)
    there = {one.id for one in minutes}
    # Its row would be dropped, and a test document that comes back would be one to learn from.
    if gone := [name for name in entries if name not in there]:
        raise CorpusError("C19", file=path, id=gone[0])
    rows = [(one.id, part_of(one, entries), fingerprint(one)) for one in minutes]
    write_table(path, _COLUMNS, sorted(rows))
    return len(rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line; ends with what is wrong where the table can't be written."""
    (folder,) = sys.argv[1:] if arguments is None else arguments
    try:
        sys.stdout.write(f"{lock(folder)} documents in {Path(folder) / PARTS_FILE}\n")
    except CorpusError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
