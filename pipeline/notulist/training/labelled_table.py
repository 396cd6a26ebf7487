"""Labelled bullets from a CSV or XLSX: an output of ours that a person corrected, or any table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from notulist.batch.table import kinds_of, place_of_remark, read_table
from notulist.components.classifier import by_rule
from notulist.errors import TableError
from notulist.export.cells import mend
from notulist.labels import SAID
from notulist.training.examples import Examples


class Labelled(NamedTuple):
    """What a table holds to measure on."""

    examples: Examples
    ruled: int
    """Labelled rows of action lists, which are left out."""


def labelled_table(
    path: str | Path,
    text_column: str = "text",
    label_column: str = "label",
    document_column: str = "document",
    body_column: str = "meeting_body",
) -> Labelled:
    """The labelled rows of a table; a row without a label or without text is left out, and in an
    output of ours those of an action list, which are labelled by rule.

    Labels may be in English or Dutch, `none` for what is no remark. Without its column a row's
    document is the file, its body the document.

    Raises TableError: T01 no column of texts, T14 none of labels, T12 a cell that is no label, and
    as `read_table`.
    """
    name = Path(path).as_posix()
    frame = read_table(Path(path))
    for code, column in (("T01", text_column), ("T14", label_column)):
        if column not in frame.columns:
            columns = ", ".join(map(str, frame.columns))
            raise TableError(code, name=name, column=column, columns=columns)

    def cells(column: str, otherwise: Sequence[str]) -> list[str]:
        if column not in frame.columns:
            return list(otherwise)
        found = ["" if cell is None else str(cell).strip() for cell in frame[column]]
        return [cell or other for cell, other in zip(found, otherwise, strict=True)]

    empty = [""] * len(frame)
    documents = cells(document_column, [name] * len(frame))
    rows = zip(
        cells(text_column, empty),
        cells(label_column, empty),
        cells(body_column, documents),
        documents,
        strict=True,
    )
    kinds = kinds_of(frame)
    told = [
        (kind, number, row)
        # Row 1 is the header.
        for number, (kind, row) in enumerate(zip(kinds, rows, strict=True), 2)
        if row[0] and row[1]
    ]
    kept = [
        (_clean(text), _label(word, name, label_column, number), body, document)
        for kind, number, (text, word, body, document) in told
        if kind == "bullet"
    ]
    texts, labels, bodies, files = zip(*kept, strict=True) if kept else ((),) * 4
    return Labelled(Examples(texts, labels, bodies, files), sum(by_rule(one[0]) for one in told))


def _clean(text: str) -> str:
    """As a classifier meets it when the table is classified."""
    mended = mend(text)
    start, end = place_of_remark(mended)
    return " ".join(mended[start:end].split())


def _label(told: str, name: str, column: str, row: int) -> str:
    try:
        return SAID[told.lower()]
    except KeyError as error:
        allowed = ", ".join(SAID)
        values = {"column": column, "row": row, "value": told, "allowed": allowed}
        raise TableError("T12", name=name, **values) from error
