"""Labelled bullets from a CSV or XLSX: an output of ours that a person corrected, or any table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from notulist.batch.table import kinds_of, place_of_remark, read_table
from notulist.components.classifier import by_rule
from notulist.errors import TableError
from notulist.export.cells import mend
from notulist.labels import LABELS, SAID
from notulist.training.examples import Examples
from notulist.training.names import persons
from notulist.training.setup import NOBODYS

if TYPE_CHECKING:
    import pandas as pd


class Labelled(NamedTuple):
    """What a table holds to measure on, or to learn from."""

    examples: Examples
    ruled: int
    """Labelled rows of action lists, which are left out."""
    changed: int | None = None
    """Rows whose label isn't what the model gave them; None where the table doesn't tell."""


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
    given = _given(frame)
    kept = [
        (_clean(text), _label(word, name, label_column, number), body, document, given[number - 2])
        for kind, number, (text, word, body, document) in told
        if kind == "bullet"
    ]
    texts, labels, bodies, files, before = zip(*kept, strict=True) if kept else ((),) * 5
    changed = sum(one not in (label, "") for one, label in zip(before, labels, strict=True))
    ruled = sum(by_rule(one[0]) for one in told)
    return Labelled(Examples(texts, labels, bodies, files), ruled, changed if any(given) else None)


def corrected(
    paths: Sequence[str | Path], text_column: str = "text", label_column: str = "label"
) -> Labelled:
    """The labelled rows of these tables together, to learn from; none of them has a further act.

    Raises TableError: T19 a table without a labelled row, and as `labelled_table`.
    """
    rows, ruled, changed = NOBODYS, 0, None
    for path in paths:
        found = labelled_table(path, text_column, label_column)
        if not found.examples.texts:
            raise TableError("T19", name=Path(path).as_posix(), column=label_column)
        rows += found.examples
        ruled += found.ruled
        if found.changed is not None:
            changed = (changed or 0) + found.changed
    texts = rows.texts
    return Labelled(
        replace(rows, names=persons((), texts), further=((),) * len(texts)), ruled, changed
    )


def _given(frame: pd.DataFrame) -> list[str]:
    """The likeliest label of each row by the probabilities that `classify` wrote beside it, ""
    where it wrote none."""
    import pandas as pd

    columns = {label: f"p_{label}" for label in LABELS}
    if not set(columns.values()) <= set(frame.columns):
        return [""] * len(frame)
    said = pd.DataFrame(
        {
            # A Dutch Excel has 0,83.
            label: pd.to_numeric(frame[column].astype(str).str.replace(",", "."), errors="coerce")
            for label, column in columns.items()
        }
    )
    known = said.notna().all(axis=1)
    return list(said.fillna(0.0).idxmax(axis=1).where(known, ""))


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
