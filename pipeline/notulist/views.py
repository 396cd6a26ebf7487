"""Counts of labelled passages: who does what, who asks whom, and when.

Each takes a DataFrame with a row a passage, as `notulist.to_frame`, `notulist.export.read_rows` or
pandas give an output of ours (parties as tuples or as "VNG|IPO", words in English or Dutch), and
counts remarks that have a label, each once (`counted`). A remark of several parties counts at each
of them. What a column lacks that is needed raises TableError T15; a label that is none, T12.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from notulist.components.reasons import DUTCH as DUTCH_REASONS
from notulist.components.reasons import NO_REMARK, parts_of
from notulist.errors import TableError
from notulist.export.cells import split
from notulist.export.restore import TRUTH
from notulist.labels import DUTCH_KINDS, LABELS, NONE, REMARKS, SAID

if TYPE_CHECKING:
    import pandas as pd

Period = Literal["year", "quarter", "month"]
PERIODS: tuple[Period, ...] = get_args(Period)
NOT_NAMED = "not named"
"""In place of a party, where a remark names none."""
UNDATED = "undated"
"""In place of a period, where the meeting has no date that can be read."""
TOTAL, DOCUMENTS = "total", "documents"

Standing = Literal["counted", "no remark", "other passage", "twice", "without label"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
NEEDED: tuple[str, ...] = ("label", "holder", "addressee")
USED: tuple[str, ...] = ("bullet_id", "document", "meeting_date", "kind", "review", "reason")
"""What says more, where a table has it; `over_time` needs `document` and `meeting_date`."""

_REMARK_WORDS = {*REMARKS, *(DUTCH_KINDS[kind] for kind in REMARKS)}
_FLAGS = {NO_REMARK, DUTCH_REASONS[NO_REMARK]}
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)(?!\d)")
_AS_EXCEL_SAVES = re.compile(r"\d\d?[-/.](?P<month>\d\d?)[-/.](?P<year>\d{4})(?!\d)")


def actors_by_label(frame: pd.DataFrame) -> pd.DataFrame:
    """Remarks by who speaks or acts in them: a row an actor, columns LABELS and `total`.

    The most frequent first, NOT_NAMED last.
    """
    rows = _parted(counted(frame, "holder"), "holder")
    table = _crossed(rows, "holder", "label").reindex(columns=list(LABELS), fill_value=0)
    table[TOTAL] = table.sum(axis=1)
    return table.loc[by_size(table[TOTAL])].rename_axis(index="actor", columns=None)


def who_asks_whom(frame: pd.DataFrame, labels: Collection[str] = ("request",)) -> pd.DataFrame:
    """Remarks of these labels by holder (rows) and addressee (columns).

    A party that was asked and answered in the same remark didn't ask itself. Both the most
    frequent first, NOT_NAMED last.
    """
    rows = counted(frame, "holder", "addressee")
    rows = _parted(rows[rows["label"].isin(list(labels))], "holder", "addressee")
    itself = (rows["holder"] == rows["addressee"]) & (rows["holder"] != NOT_NAMED)
    table = _crossed(rows[~itself], "holder", "addressee")
    return table.loc[by_size(table.sum(axis=1)), by_size(table.sum(axis=0))]


def over_time(frame: pd.DataFrame, period: Period = "year") -> pd.DataFrame:
    """Remarks by when the meeting was: a row a period, columns LABELS, `total` and `documents`.

    Rows are "2024", "2024-Q1" or "2024-03", from the first to the last that has a remark, UNDATED
    last; those without any aren't there. A remark counts once, whoever speaks. `documents` says of
    how many documents they are: more remarks may be no more than more minutes.
    """
    rows = counted(frame, "meeting_date", "document")
    rows["period"] = [_period(day, period) for day in rows["meeting_date"]]
    table = _crossed(rows, "period", "label").reindex(columns=list(LABELS), fill_value=0)
    table[TOTAL] = table.sum(axis=1)
    table[DOCUMENTS] = rows.groupby("period")["document"].nunique()
    return table.astype(int).loc[_in_time(table.index)].rename_axis(columns=None)


def actors_over_time(frame: pd.DataFrame, period: Period = "year") -> pd.DataFrame:
    """Remarks by period, as rows of `over_time`, and by holder, as columns: the most frequent
    first, NOT_NAMED last.
    """
    rows = _parted(counted(frame, "meeting_date", "holder"), "holder")
    rows["period"] = [_period(day, period) for day in rows["meeting_date"]]
    table = _crossed(rows, "period", "holder")
    return table.loc[_in_time(table.index), by_size(table.sum(axis=0))]


def counted(frame: pd.DataFrame, *needed: str) -> pd.DataFrame:
    """The rows that count, in a frame of their own: labels in English, parties as tuples.

    needed: columns, beside `label`, that must be there.
    """
    _check(frame, needed)
    counts = [standing == "counted" for standing in standings(frame)]
    rows = frame.loc[counts].reset_index(drop=True)
    rows["label"] = [SAID[_text(cell).lower()] for cell in rows["label"]]
    for column in {"holder", "addressee"}.intersection(rows.columns):
        rows[column] = [_parties(cell) for cell in rows[column]]
    return rows


def standings(frame: pd.DataFrame, name: str = "DataFrame", first: int = 0) -> list[Standing]:
    """Of each row whether it counts, or why not.

    "other passage": a heading and the like, by `kind`. "twice": its `bullet_id` came before. "no
    remark": labelled `none`, or flagged as such by the classifier while nobody has set `review` to
    no. name, first: what an error calls the frame, and its first row.
    """
    _check(frame, ())
    seen: set[str] = set()
    empty = [None] * len(frame)
    cells = [
        frame[column] if column in frame.columns else empty
        for column in ("bullet_id", "kind", "review", "reason", "label")
    ]
    found: list[Standing] = []
    for number, row in enumerate(zip(*cells, strict=True), first):
        bullet_id, kind, review, reason, label = map(_text, row)
        if label and label.lower() not in SAID:
            values = {"column": "label", "row": number, "value": label, "allowed": ", ".join(SAID)}
            raise TableError("T12", name=name, **values)
        flagged = bool(_FLAGS.intersection(parts_of(reason))) and TRUTH.get(review.lower(), True)
        if kind and kind not in _REMARK_WORDS:
            found.append("other passage")
        elif bullet_id and bullet_id in seen:
            found.append("twice")
        elif flagged or label.lower() == NONE:
            found.append("no remark")
        else:
            found.append("counted" if label else "without label")
        seen.add(bullet_id)
    return found


def _check(frame: pd.DataFrame, needed: Sequence[str]) -> None:
    for column in ("label", *needed):
        if column not in frame.columns:
            raise TableError("T15", name="DataFrame", column=column)


def _text(cell: object) -> str:
    """What a cell says; "" for None and nan."""
    return "" if cell is None or cell != cell else str(cell).strip()


def _parties(cell: object) -> tuple[str, ...]:
    """Each once: a person may have written one twice."""
    if isinstance(cell, str):
        cell = [party.strip() for party in split(cell)]
    # Of Parquet it is an array of numpy.
    parties = cell if hasattr(cell, "__iter__") else ()
    return tuple(dict.fromkeys(str(party) for party in parties if party))


def _parted(rows: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """A row for each party of a row (and for each pair of them)."""
    for column in columns:
        rows = rows.explode(column, ignore_index=True)
        rows[column] = rows[column].astype(object).fillna(NOT_NAMED)
    return rows


def _crossed(rows: pd.DataFrame, index: str, columns: str) -> pd.DataFrame:
    """How many rows have each pair of values; also of no rows, of which pandas makes nothing."""
    import pandas as pd

    sides = [
        pd.Index(sorted(set(rows[name])), dtype=object, name=name) for name in (index, columns)
    ]
    table = pd.DataFrame(0, index=sides[0], columns=sides[1])
    for (row, column), count in Counter(zip(rows[index], rows[columns], strict=True)).items():
        table.at[row, column] = count
    return table


def by_size(totals: pd.Series[int]) -> list[str]:
    """The names with the largest first, of equal ones by name; NOT_NAMED last."""
    sizes = {str(name): int(size) for name, size in totals.items()}
    return sorted(sizes, key=lambda name: (name == NOT_NAMED, -sizes[name], name))


def _in_time(periods: Collection[str]) -> list[str]:
    return sorted(periods, key=lambda period: (period == UNDATED, period))


def _period(cell: object, period: Period) -> str:
    text = cell.isoformat() if isinstance(cell, date) else _text(cell)
    found = _ISO.match(text) or _AS_EXCEL_SAVES.match(text)
    if found is None or not 1 <= int(found["month"]) <= 12:
        return UNDATED
    year, month = found["year"], int(found["month"])
    if period == "year":
        return year
    return f"{year}-Q{(month + 2) // 3}" if period == "quarter" else f"{year}-{month:02}"
