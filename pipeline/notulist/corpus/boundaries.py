"""The boundaries that readers marked in real documents: a CSV of documents, a CSV of marks."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from notulist.corpus.anchors import Anchor, Mark
from notulist.errors import CorpusError

DOCUMENTS = "documents.csv"
MARKS = "boundaries.csv"

_DOCUMENT_COLUMNS = ("id", "part", "style", "file", "sha256", "reader")
_MARK_COLUMNS = ("document", "kind", "level", "number", "first", "last", "digest")


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A real document and what one reader marked in it."""

    id: str
    part: str
    """train, dev, test-documents or test-bodies."""
    style: str
    """How most of its remarks are set: bulleted, numbered, prose, turns, table or mixed."""
    file: str
    """Below the folder of minutes, with /."""
    sha256: str
    reader: str
    """"first", or "second" where the document was marked once more to see how readers agree; that
    one has an id of its own."""
    marks: tuple[Mark, ...] = ()
    """In reading order."""

    @property
    def body(self) -> str:
        """Whose minutes: the folder, in `oslo` the subfolder."""
        top, *rest = self.file.split("/")
        return f"{top}/{rest[0]}" if top == "oslo" and len(rest) > 1 else top

    @property
    def make(self) -> str:
        """pdf, docx, md or txt."""
        suffix = self.file.rpartition(".")[2].lower()
        return {"mdown": "md", "markdown": "md"}.get(suffix, suffix)


def read_boundaries(folder: str | Path, *parts: str, reader: str = "first") -> list[MarkedDocument]:
    """The marked documents of these parts (of all where none is named) by one reader.

    folder: holds documents.csv and boundaries.csv, as data/real does.
    Raises CorpusError: C05 a column is missing, C09 unreadable.
    """
    folder = Path(folder)
    documents = {
        row["id"]: _document(row)
        for row in _rows(folder / DOCUMENTS, _DOCUMENT_COLUMNS)
        if row["reader"] == reader and (not parts or row["part"] in parts)
    }
    marks: dict[str, list[Mark]] = {}
    for row in _rows(folder / MARKS, _MARK_COLUMNS):
        if row["document"] in documents:
            marks.setdefault(row["document"], []).append(_mark(row))
    return [replace(one, marks=tuple(marks.get(one.id, ()))) for one in documents.values()]


def write_boundaries(documents: Sequence[MarkedDocument], folder: str | Path) -> None:
    """Write both tables, which are made anew."""
    folder = Path(folder)
    rows = [[getattr(one, name) for name in _DOCUMENT_COLUMNS] for one in documents]
    _write(folder / DOCUMENTS, _DOCUMENT_COLUMNS, rows)
    marks = [
        [one.id, m.kind, m.level or "", m.number, _told(m.first), _told(m.last), m.digest]
        for one in documents
        for m in one.marks
    ]
    _write(folder / MARKS, _MARK_COLUMNS, marks)


def _rows(path: Path, columns: Sequence[str]) -> Iterable[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            for column in columns:
                if column not in (rows.fieldnames or ()):
                    raise CorpusError("C05", file=path, line=1, what=f"the column {column}")
            yield from rows
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError("C09", file=path, cause=error) from error


def _document(row: dict[str, str]) -> MarkedDocument:
    id_, part, style, file, sha256, reader = (row[name] for name in _DOCUMENT_COLUMNS)
    return MarkedDocument(id_, part, style, file, sha256, reader)


def _mark(row: dict[str, str]) -> Mark:
    first, last = _anchor(row["first"]), _anchor(row["last"])
    return Mark(row["kind"], first, last, row["digest"], int(row["level"] or 0), row["number"])


def _anchor(told: str) -> Anchor:
    unit, _, index = told.partition(":")
    return int(unit), int(index)


def _told(anchor: Anchor) -> str:
    return f"{anchor[0]}:{anchor[1]}"


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
