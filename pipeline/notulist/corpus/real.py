"""Labelled passages of real minutes, read from a CSV that stays outside the project."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from notulist.errors import CorpusError
from notulist.labels import LABELS

COLUMNS = ("id", "split", "file", "heading", "text", "first", "first_secondary", "second")
"""Columns that must be there; others are passed over."""
NONE = "none"
"""The vote for a passage that records no act."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage with one or two votes."""

    id: str
    split: str
    file: str
    heading: str
    text: str
    first: str
    second: str
    """"" where it has one vote."""
    secondary: tuple[str, ...]
    """Of the first vote."""

    @property
    def label(self) -> str:
        """The gold: the first vote, also where the second differs."""
        return self.first

    @property
    def body(self) -> str:
        """Whose minutes: the folder, in `oslo` the subfolder."""
        top, *rest = self.file.split("/")
        return f"{top}/{rest[0]}" if top == "oslo" and len(rest) > 1 else top


def read_real(path: str | Path, *splits: str) -> list[Passage]:
    """The passages of these parts, others never looked at beyond their `split`.

    Raises CorpusError: C05 a column is missing, C09 unreadable, C14 a vote that is no label.
    """
    return list(_passages(Path(path), splits))


def _passages(path: Path, splits: tuple[str, ...]) -> Iterator[Passage]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            for column in COLUMNS:
                if column not in (rows.fieldnames or ()):
                    raise CorpusError("C05", file=path, line=1, what=f"the column {column}")
            for row in rows:
                if row["split"] in splits:
                    yield _passage(row, path, rows.line_num)
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError("C09", file=path, cause=error) from error


def _passage(row: dict[str, str], path: Path, line: int) -> Passage:
    allowed = (*LABELS, NONE)
    for column, more in (("first", ()), ("second", ("",))):
        if row[column] not in (*allowed, *more):
            values = {"column": column, "found": row[column], "allowed": ", ".join(allowed)}
            raise CorpusError("C14", file=path, line=line, **values)
    secondary = tuple(row["first_secondary"].replace("+", " ").split())
    return Passage(
        id=row["id"],
        split=row["split"],
        file=row["file"],
        heading=row["heading"],
        text=row["text"],
        first=row["first"],
        second=row["second"],
        secondary=secondary,
    )
