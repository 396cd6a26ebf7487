"""A table that already holds one bullet a row: its text classified, all else kept as it is."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from notulist.attributes import BULLETS, HEADINGS
from notulist.components.markers import find_marker
from notulist.components.reasons import NO_TEXT
from notulist.errors import ReadError, TableError
from notulist.explained import explained
from notulist.export.cells import mend, unescape
from notulist.labels import DUTCH_KINDS, KINDS, REMARKS, Kind
from notulist.language import model_name, to_doc
from notulist.reading.source import from_text
from notulist.reading.text import decode
from notulist.records import COLUMNS, Row, columns_of, to_rows

if TYPE_CHECKING:
    import pandas as pd
    from spacy.language import Language
    from spacy.tokens import Doc

ADDED: tuple[str, ...] = COLUMNS[COLUMNS.index("label") :]
"""The columns that classifying adds behind those of the table."""
TABLES = (".csv", ".tsv", ".xlsx")
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)  # Excel's own first line
_TOO_LONG = re.compile(r"Expected (\d+) fields in line (\d+), saw (\d+)")
_ALONE = ("notulist_splitter", "notulist_meeting")  # what has no work to do on a lone bullet


def read_table(path: Path) -> pd.DataFrame:
    """A CSV (comma, semicolon or tab; UTF-8, UTF-16 or cp1252) or the first sheet of an XLSX.

    CSV cells stay text exactly as written ("007", "", "NA"); XLSX cells keep their types, empty
    ones are None. Raises TableError T02 (not a table), T05 (a column name twice),
    T07 (a row too long), ReadError R02 (empty).
    """
    import pandas as pd

    try:
        if path.suffix.lower() == ".xlsx":
            cells = pd.read_excel(path, header=None, dtype=object, na_filter=False)
        else:
            cells = _delimited(path.read_bytes())
        names = [str(name) for name in cells.iloc[0]]
    except pd.errors.EmptyDataError as error:
        raise ReadError("R02", name=path.as_posix()) from error
    except pd.errors.ParserError as error:
        raise _ragged(error, path) from error
    except (ValueError, OSError, KeyError, IndexError, BadZipFile) as error:
        cause = str(error).strip() or type(error).__name__
        raise TableError("T02", name=path.as_posix(), cause=cause[:200]) from error
    for name, count in Counter(names).items():
        if count > 1 and name:
            raise TableError("T05", name=path.as_posix(), column=name, count=count)
    return cells.iloc[1:].set_axis(_named(names), axis=1).reset_index(drop=True)


def classify_table(
    frame: pd.DataFrame, column: str, nlp: Language, name: str, *, explain: bool = False
) -> pd.DataFrame:
    """`frame` with the columns ADDED behind its own; `notulist_` in front where a name is taken.

    explain: with the column `why` behind them.
    Rows keep their order; one without text gets no label and is for review. In a table that is an
    output of ours, rows of a kind that is no remark get no label either.
    Raises TableError T01: no such column; ModelError M16 as `notulist.to_rows` for `explain`.
    """
    import pandas as pd

    if column not in frame.columns:
        columns = ", ".join(map(str, frame.columns))
        raise TableError("T01", name=name, column=column, columns=columns)
    texts = ["" if text is None else str(text) for text in frame[column]]
    kinds = kinds_of(frame)
    ours = (*ADDED, *columns_of(explain=explain)[len(COLUMNS) :])
    names = [_free(added, frame.columns) for added in ours]
    rows = label_texts(texts, kinds, nlp, explain=explain)
    cells = [_added(row, kind in REMARKS, ours) for row, kind in zip(rows, kinds, strict=True)]
    added = pd.DataFrame(cells, columns=names, index=frame.index, dtype=object)
    return pd.concat([frame, added], axis=1)


def label_texts(
    texts: Sequence[str], kinds: Sequence[Kind], nlp: Language, *, explain: bool = False
) -> list[Row | None]:
    """A row for each text, taken as one passage of its kind whatever lines it has.

    None where a text is empty or no remark. explain: say `why` in each row.
    """
    docs = (_lone_bullet(text, kind, nlp) for text, kind in zip(texts, kinds, strict=True))
    with nlp.select_pipes(disable=[name for name in _ALONE if name in nlp.pipe_names]):
        found = [to_rows(doc, model_name(nlp)) for doc in nlp.pipe(docs)]
    if not explain:
        return [rows[0] if rows else None for rows in found]
    said = iter(explained([row for rows in found for row in rows[:1]], nlp))
    return [next(said) if rows else None for rows in found]


def _ragged(error: ValueError, path: Path) -> TableError:
    """What pandas says of a row with too many cells, in our words."""
    found = _TOO_LONG.search(str(error))
    if found is None:
        return TableError("T02", name=path.as_posix(), cause=str(error).strip()[:200])
    expected, row, cells = found.groups()
    return TableError("T07", name=path.as_posix(), row=row, found=cells, expected=expected)


def kinds_of(frame: pd.DataFrame) -> list[Kind]:
    """The kind of each row, as an output of ours says it in either language; else "bullet"."""
    if not {"bullet_id", "kind"} <= set(frame.columns):
        return ["bullet"] * len(frame)
    said = {word: kind for kind in KINDS for word in (kind, DUTCH_KINDS[kind])}
    return [said.get(str(word), "bullet") for word in frame["kind"]]


def place_of_remark(text: str) -> tuple[int, int]:
    """(start, end) of the remark in a cell, its marker and the blanks around it left out."""
    marker = find_marker(text)
    return marker.length if marker else len(text) - len(text.lstrip()), len(text.rstrip())


def _lone_bullet(text: str, kind: Kind, nlp: Language) -> Doc:
    text = mend(text) if kind in REMARKS else ""
    doc = to_doc(nlp, from_text(text))
    start, end = place_of_remark(text)
    span = doc.char_span(start, end, alignment_mode="expand") if start < end else None
    if span is not None:
        span._.clean, span._.kind = " ".join(span.text.split()), kind
    doc.spans[HEADINGS] = []
    doc.spans[BULLETS] = [span] if span is not None else []
    return doc


def _free(name: str, taken: Iterable[str]) -> str:
    """The name, with as many `notulist_` in front as it takes to be free."""
    while name in taken:
        name = f"notulist_{name}"
    return name


def _named(names: Sequence[str]) -> list[str]:
    """Nameless columns, which Excel leaves behind on the right, apart: "", "column 5", …"""
    seen: list[str] = []
    for number, name in enumerate(names, start=1):
        seen.append(f"column {number}" if not name and name in seen else name)
    return seen


def _added(row: Row | None, remark: bool, names: Sequence[str]) -> list[object]:
    """The cells of these columns; a remark without text has nothing but the mark for review."""
    if row is not None:
        return [getattr(row, name) for name in names]
    empty = {"review": remark, "reason": NO_TEXT if remark else ""}
    return [empty.get(name) for name in names]


def _delimited(data: bytes) -> pd.DataFrame:
    import pandas as pd

    text = decode(data)[0]
    stated = _SEPARATOR_LINE.match(text)
    text = text[stated.end() :] if stated else text
    header = text.partition("\n")[0]
    # Excel writes its list separator, which in Dutch is a semicolon.
    delimiter = stated[1] if stated else max(",;\t", key=header.count)
    if delimiter not in header:  # one column, whose texts may hold commas without quotes
        delimiter = "\x1f"
    cells = pd.read_csv(
        io.StringIO(text, newline=""),
        sep=delimiter,
        header=None,
        dtype=str,
        keep_default_na=False,
        skip_blank_lines=False,
    )
    cells = cells.fillna("")
    ours = len(cells) and "bullet_id" in set(cells.iloc[0])
    return cells.map(partial(unescape, within=delimiter == ",")) if ours else cells
