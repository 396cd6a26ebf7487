"""CSV tables of the corpus: read strictly, written the same on every machine."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from notulist.corpus.anchors import Anchor
from notulist.errors import CorpusError

_ANCHOR = re.compile(r"(\d+):(\d+)")


def read_table(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """(line from 1, row) of each row.

    Raises CorpusError: C05 a row that ends before one of `columns`, C09 not UTF-8, C27 a column is
    missing, C28 can't be opened.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            for column in columns:
                if column not in (rows.fieldnames or ()):
                    raise CorpusError("C27", file=path, column=column)
            for row in rows:
                for column in columns:
                    # DictReader fills up a short row with None.
                    if row[column] is None:
                        raise CorpusError("C05", file=path, line=rows.line_num, name=column)
                yield rows.line_num, row
    except UnicodeDecodeError as error:
        raise CorpusError("C09", file=path, place=error.start) from error
    except OSError as error:
        raise CorpusError("C28", file=path) from error


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


def check_parts(parts: Iterable[str], allowed: Sequence[str]) -> None:
    """Nothing, where all that is asked for is allowed. Raises CorpusError C29 for another part."""
    for part in parts:
        if part not in allowed:
            raise CorpusError("C29", found=part, allowed=", ".join(allowed))


def anchors_in(row: Mapping[str, str], path: Path, line: int) -> tuple[Anchor, Anchor]:
    """The Anchors in the columns `first` and `last` of a row, each written as "12:345".

    Raises CorpusError C14 for one that isn't, with `path` and `line`.
    """
    return _anchor("first", row, path, line), _anchor("last", row, path, line)


def _anchor(column: str, row: Mapping[str, str], path: Path, line: int) -> Anchor:
    match = _ANCHOR.fullmatch(row[column])
    if match is None:
        raise odd_value(path, line, column, row[column], ("0:0", "12:345", "…"))
    return int(match[1]), int(match[2])


def format_anchor(anchor: Anchor) -> str:
    """An Anchor as `anchors_in` reads it."""
    return f"{anchor[0]}:{anchor[1]}"


def body_of(file: str) -> str:
    """Whose minutes a real document is: its folder, in `oslo` the subfolder."""
    top, *rest = file.split("/")
    return f"{top}/{rest[0]}" if top == "oslo" and len(rest) > 1 else top
