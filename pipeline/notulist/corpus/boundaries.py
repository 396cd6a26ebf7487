"""The boundaries that readers marked in real documents: a CSV of documents, a CSV of marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from notulist.corpus.anchors import Mark
from notulist.corpus.tables import (
    anchors_in,
    body_of,
    check_parts,
    format_anchor,
    odd_value,
    read_table,
    write_table,
)
from notulist.errors import CorpusError

DOCUMENTS = "documents.csv"
MARKS = "boundaries.csv"
MARKED_PARTS = ("train", "dev", "test-documents", "test-bodies")

_DOCUMENT_COLUMNS = ("id", "part", "style", "file", "sha256", "reader")
_MARK_COLUMNS = ("document", "kind", "level", "number", "first", "last", "digest")


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A real document and what one reader marked in it."""

    id: str
    part: str
    """One of MARKED_PARTS."""
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
    Raises CorpusError: C05, C09, C27, C28 as `read_table`; C14 a part, level or anchor that can't
    be, C17 an id twice, C29 a part asked for that there is not.
    """
    check_parts(parts, MARKED_PARTS)
    folder = Path(folder)
    documents = {
        id_: one
        for id_, one in _documents(folder / DOCUMENTS).items()
        if one.reader == reader and (not parts or one.part in parts)
    }
    marks: dict[str, list[Mark]] = {}
    for line, row in read_table(folder / MARKS, _MARK_COLUMNS):
        if row["document"] in documents:
            marks.setdefault(row["document"], []).append(_mark(row, folder / MARKS, line))
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


def _documents(path: Path) -> dict[str, MarkedDocument]:
    """The rows of documents.csv by id."""
    documents: dict[str, MarkedDocument] = {}
    for line, row in read_table(path, _DOCUMENT_COLUMNS):
        if row["part"] not in MARKED_PARTS:
            raise odd_value(path, line, "part", row["part"], MARKED_PARTS)
        if row["id"] in documents:
            raise CorpusError("C17", file=path, line=line, id=row["id"])
        id_, part, style, file, sha256, reader = (row[name] for name in _DOCUMENT_COLUMNS)
        documents[id_] = MarkedDocument(id_, part, style, file, sha256, reader)
    return documents


def _mark(row: dict[str, str], path: Path, line: int) -> Mark:
    level = row["level"] or "0"
    if not level.isdecimal():
        raise odd_value(path, line, "level", level, ("1", "2", "3", "…"))
    first, last = anchors_in(row, path, line)
    return Mark(row["kind"], first, last, row["digest"], int(level), row["number"])
