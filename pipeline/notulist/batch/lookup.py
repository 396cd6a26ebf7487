"""From the id of a bullet back to the file that it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from spacy.language import Language

from notulist.batch.output import read_output
from notulist.errors import NotulistError, ProvenanceError, ReadError
from notulist.labels import KINDS
from notulist.reading import read_bytes
from notulist.reading.files import Found, Input, find
from notulist.reading.source import Source
from notulist.records import Row, bullet_id, passages, to_rows


@dataclass(frozen=True, slots=True)
class Hit:
    """A bullet that was found, with the file that holds it."""

    row: Row
    source: Source
    data: bytes
    """The file itself."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a row of an output says about the file of its bullet."""

    document: str
    sha256: str
    """Empty where the table doesn't tell."""


def find_bullet(
    inputs: Iterable[Found], wanted: str, nlp: Language, *, ocr: bool = False, digest: str = ""
) -> Hit:
    """The bullet of the id `wanted`, in the first of `inputs` that has it.

    nlp: a pipeline that splits; what labels can be left out. digest: where given, files with
    another SHA-256 are passed over unread. A file that can't be read doesn't stop the search.
    Raises ProvenanceError P01 where no file has it; the ReadError of an only file.
    """
    searched = 0
    failed: list[NotulistError] = []
    for item in inputs:
        searched += 1
        if isinstance(item, ReadError):
            failed.append(item)
            continue
        try:
            data = item.load()
            if digest and sha256(data).hexdigest() != digest:
                continue
            hit = _search(data, read_bytes(data, item.name, ocr=ocr), wanted, nlp)
        except NotulistError as error:
            failed.append(error)
            continue
        if hit is not None:
            return hit
    if searched == len(failed) == 1:
        raise failed[0]
    raise ProvenanceError("P01", id=wanted, count=searched, failed=len(failed))


def origin_of(path: Path, wanted: str) -> Origin:
    """What the row of the id `wanted` says in an output: CSV, XLSX, Parquet or JSONL.

    Raises ReadError R01, R02; TableError T02 and the like for what is no table; ProvenanceError
    P04 where it has no such columns, P05 where it has no such row.
    """
    name = path.as_posix()
    frame = read_output(path)
    for column in ("bullet_id", "document"):
        if column not in frame.columns:
            raise ProvenanceError("P04", name=name, column=column)
    rows = frame[frame["bullet_id"] == wanted]
    if rows.empty:
        raise ProvenanceError("P05", name=name, id=wanted)
    row = rows.iloc[0]
    return Origin(str(row["document"]), str(row.get("document_sha256") or ""))


def find_document(document: str, table: Path) -> list[Input]:
    """The file that a row names, looked for from the working folder, then beside the table.

    Raises ProvenanceError P06 where it is at neither place.
    """
    for path in (Path(document), table.parent / document):
        found = list(_at(path))
        if found:
            return found
    raise ProvenanceError("P06", name=document)


def _at(path: Path) -> Iterator[Input]:
    """A file, also one in an archive, whose name goes on behind that of the archive."""
    archive = next((parent for parent in (path, *path.parents) if parent.is_file()), None)
    if archive is None:
        return
    for item in find([archive]):
        if isinstance(item, Input) and Path(item.name) == path:
            yield item


def _search(data: bytes, source: Source, wanted: str, nlp: Language) -> Hit | None:
    doc = nlp(source)  # type: ignore[arg-type]  # MinutesDutch
    for number, passage in enumerate(passages(doc, KINDS)):
        if bullet_id(source, passage.span.start_char, passage.span.end_char) == wanted:
            return Hit(to_rows(doc, kinds=KINDS)[number], source, data)
    return None
