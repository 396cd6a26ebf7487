"""The boundaries that readers marked in real documents: a CSV of documents, a CSV of marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from notulist.corpus.anchors import Mark
from notulist.corpus.tables import (
    body_of,
    format_anchor,
    parse_anchor,
    read_table,
    write_table,
)

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
        return body_of(self.file)

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
        for _, row in read_table(folder / DOCUMENTS, _DOCUMENT_COLUMNS)
        if row["reader"] == reader and (not parts or row["part"] in parts)
    }
    marks: dict[str, list[Mark]] = {}
    for _, row in read_table(folder / MARKS, _MARK_COLUMNS):
        if row["document"] in documents:
            marks.setdefault(row["document"], []).append(_mark(row))
    return [replace(one, marks=tuple(marks.get(one.id, ()))) for one in documents.values()]


def write_boundaries(documents: Sequence[MarkedDocument], folder: str | Path) -> None:
    """Write both tables, which are made anew."""
    folder = Path(folder)
    rows = [[getattr(one, name) for name in _DOCUMENT_COLUMNS] for one in documents]
    write_table(folder / DOCUMENTS, _DOCUMENT_COLUMNS, rows)
    marks = [
        [one.id, m.kind, m.level or "", m.number, *map(format_anchor, (m.first, m.last)), m.digest]
        for one in documents
        for m in one.marks
    ]
    write_table(folder / MARKS, _MARK_COLUMNS, marks)


def _document(row: dict[str, str]) -> MarkedDocument:
    id_, part, style, file, sha256, reader = (row[name] for name in _DOCUMENT_COLUMNS)
    return MarkedDocument(id_, part, style, file, sha256, reader)


def _mark(row: dict[str, str]) -> Mark:
    first, last = parse_anchor(row["first"]), parse_anchor(row["last"])
    return Mark(row["kind"], first, last, row["digest"], int(row["level"] or 0), row["number"])
