"""CSV tables of the corpus: read strictly, written the same on every machine."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from notulist.corpus.anchors import Anchor
from notulist.errors import CorpusError


def read_table(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """(line from 1, row) of each row.

    Raises CorpusError: C05 a column is missing, C09 unreadable.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            for column in columns:
                if column not in (rows.fieldnames or ()):
                    raise CorpusError("C05", file=path, line=1, what=f"the column {column}")
            for row in rows:
                yield rows.line_num, row
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError("C09", file=path, cause=error) from error


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table anew."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def odd_value(
    path: Path, line: int, column: str, found: str, allowed: Sequence[str]
) -> CorpusError:
    """CorpusError C14: a column holds a value that it can't."""
    values = {"column": column, "found": found, "allowed": ", ".join(allowed)}
    return CorpusError("C14", file=path, line=line, **values)


def parse_anchor(told: str) -> Anchor:
    """The Anchor of "12:345"."""
    unit, _, index = told.partition(":")
    return int(unit), int(index)


def format_anchor(anchor: Anchor) -> str:
    """The inverse of `parse_anchor`."""
    return f"{anchor[0]}:{anchor[1]}"


def body_of(file: str) -> str:
    """Whose minutes a real document is: its folder, in `oslo` the subfolder."""
    top, *rest = file.split("/")
    return f"{top}/{rest[0]}" if top == "oslo" and len(rest) > 1 else top
