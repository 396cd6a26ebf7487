"""Labels of real passages without their text: a CSV of files, a CSV of spans and votes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from notulist.corpus.anchors import Anchor
from notulist.corpus.tables import (
    anchors_in,
    body_of,
    check_parts,
    format_anchor,
    odd_value,
    read_table,
    write_table,
)
from notulist.corpus.votes import VOTE_COLUMNS, Vote, Votes, settled, votes_in
from notulist.errors import CorpusError

FILES = "files.csv"
SPANS = "labels.csv"
PARTS = ("train", "dev", "test-documents", "test-bodies", "lrt")

_FILE_COLUMNS = ("file", "part", "sha256")
_SPAN_COLUMNS = ("id", "file", "first", "last", "digest", "label", *VOTE_COLUMNS, "trial")


def opening(part: str) -> str:
    """What is to be said where a program's output on a part is looked at; "" where nothing is."""
    if not part.startswith("test"):
        return ""
    return f"test part {part} opened: write down when and at which commit"


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """A passage of a real document and what readers say it records."""

    id: str
    """As records.bullet_id, which the program's own output has for the same span."""
    first: Anchor
    """Of its first character."""
    last: Anchor
    """Of its last character, not past it."""
    digest: str
    """Of its text, as anchors.digest."""
    votes: Votes = (None, None, None)
    trial: str = ""
    """Its id in an earlier trial, whose votes it keeps; empty without."""

    @property
    def gold(self) -> Vote | None:
        """What holds, None where nobody has voted."""
        cast = [vote for vote in self.votes if vote]
        return settled(cast) if cast else None


@dataclass(frozen=True, slots=True)
class LabelledFile:
    """A real document and its labelled passages."""

    file: str
    """Below the folder of minutes, with /."""
    part: str
    """One of PARTS, for good."""
    sha256: str
    spans: tuple[LabelledSpan, ...] = ()
    """In the order of the table, which is that of reading."""

    @property
    def body(self) -> str:
        """Whose minutes."""
        return body_of(self.file)


def read_labels(folder: str | Path, *parts: str) -> list[LabelledFile]:
    """The labelled files of these parts, of all where none is named.

    folder: holds files.csv and labels.csv, as data/real does. Raises CorpusError: C05, C09, C27,
    C28 as `read_table`; C14 a part, vote or anchor that can't be, C16 a passage of a file that
    isn't in files.csv, C17 a file or an id twice, C29 a part asked for that there is not.
    """
    check_parts(parts, PARTS)
    folder = Path(folder)
    spans: dict[str, list[LabelledSpan]] = {}
    known: dict[str, tuple[str, str]] = {}
    for line, row in read_table(folder / FILES, _FILE_COLUMNS):
        if row["part"] not in PARTS:
            raise odd_value(folder / FILES, line, "part", row["part"], PARTS)
        if row["file"] in known:
            raise CorpusError("C17", file=folder / FILES, line=line, id=row["file"])
        known[row["file"]] = row["part"], row["sha256"]
    seen: set[str] = set()
    for line, row in read_table(folder / SPANS, _SPAN_COLUMNS):
        if row["file"] not in known:
            raise CorpusError("C16", file=folder / SPANS, line=line, found=row["file"], table=FILES)
        if row["id"] in seen:
            raise CorpusError("C17", file=folder / SPANS, line=line, id=row["id"])
        seen.add(row["id"])
        spans.setdefault(row["file"], []).append(_span(row, folder / SPANS, line))
    return [
        LabelledFile(file, part, digest, tuple(spans.get(file, ())))
        for file, (part, digest) in known.items()
        if not parts or part in parts
    ]


def write_labels(files: Sequence[LabelledFile], folder: str | Path) -> None:
    """Write both tables anew."""
    folder = Path(folder)
    write_table(folder / FILES, _FILE_COLUMNS, [(f.file, f.part, f.sha256) for f in files])
    rows = (row for file in files for row in _rows(file))
    write_table(folder / SPANS, _SPAN_COLUMNS, rows)


def _rows(file: LabelledFile) -> Iterable[Sequence[object]]:
    for span in file.spans:
        places = format_anchor(span.first), format_anchor(span.last)
        votes = [vote or "" for vote in span.votes]
        yield span.id, file.file, *places, span.digest, span.gold or "", *votes, span.trial


def _span(row: dict[str, str], path: Path, line: int) -> LabelledSpan:
    first, last = anchors_in(row, path, line)
    votes = votes_in(row, path, line)
    return LabelledSpan(row["id"], first, last, row["digest"], votes, row["trial"])
