"""Counts of labelled rows: who does what, who asks whom, and when."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
import pytest

import notulist
from notulist.errors import TableError
from notulist.labels import LABELS
from notulist.views import (
    NOT_NAMED,
    UNDATED,
    actors_by_label,
    actors_over_time,
    counted,
    over_time,
    standings,
    who_asks_whom,
)

COLUMNS = ("label", "holder", "addressee", "meeting_date", "document")


def frame(*rows: tuple[Any, ...], **columns: list[Any]) -> pd.DataFrame:
    """Rows with as many of COLUMNS as they have cells, and more columns by name."""
    cells = [(*row, *[None] * (len(COLUMNS) - len(row))) for row in rows]
    return pd.DataFrame(cells, columns=list(COLUMNS), dtype=object).assign(**columns)


def cells(table: pd.DataFrame) -> dict[str, dict[str, int]]:
    """The counts that aren't 0, in their order."""
    rows = {name: {c: int(n) for c, n in row.items() if n} for name, row in table.iterrows()}
    return {str(name): row for name, row in rows.items() if row}


def test_actors_are_counted_by_label_the_most_frequent_first() -> None:
    table = actors_by_label(
        frame(("concern", ("IPO",)), ("request", ("VNG",)), ("request", ("VNG",)))
    )
    assert cells(table) == {"VNG": {"request": 2, "total": 2}, "IPO": {"concern": 1, "total": 1}}
    assert list(table.index) == ["VNG", "IPO"]
    assert list(table.columns) == [*LABELS, "total"]
    assert table.index.name == "actor"


def test_a_remark_of_several_actors_counts_at_each() -> None:
    table = actors_by_label(frame(("request", ("VNG", "IPO"))))
    assert dict(table["request"]) == {"IPO": 1, "VNG": 1}


def test_remarks_without_an_actor_come_last_however_many() -> None:
    table = actors_by_label(frame(("request", ()), ("request", ()), ("request", ("VNG",))))
    assert dict(table["total"]) == {"VNG": 1, NOT_NAMED: 2}
    assert list(table.index) == ["VNG", NOT_NAMED]


@pytest.mark.parametrize(
    "cell",
    [("VNG", "IPO"), ["VNG", "IPO"], np.array(["VNG", "IPO"], object), "VNG|IPO", "VNG | IPO|VNG"],
    ids=["tuple", "list", "array of Parquet", "text of CSV", "as a person wrote it"],
)
def test_parties_may_be_written_as_any_output_has_them(cell: object) -> None:
    assert list(counted(frame(("request", cell)), "holder")["holder"]) == [("VNG", "IPO")]


@pytest.mark.parametrize("cell", [None, float("nan"), "", ()])
def test_no_party_is_written_in_more_ways_than_one(cell: object) -> None:
    assert list(actors_by_label(frame(("request", cell))).index) == [NOT_NAMED]


def test_requests_are_counted_by_holder_and_addressee() -> None:
    table = who_asks_whom(
        frame(
            ("request", ("VNG",), ("BZK", "JenV")),
            ("request", ("VNG",), ("BZK",)),
            ("request", (), ("BZK",)),
            ("request", ("IPO",), ()),
            ("agreement", ("IPO",), ("BZK",)),
        )
    )
    assert cells(table) == {
        "VNG": {"BZK": 2, "JenV": 1},
        "IPO": {NOT_NAMED: 1},
        NOT_NAMED: {"BZK": 1},
    }
    assert list(table.columns) == ["BZK", "JenV", NOT_NAMED]
    assert (table.index.name, table.columns.name) == ("holder", "addressee")


def test_a_party_that_answers_in_the_same_remark_did_not_ask_itself() -> None:
    table = who_asks_whom(frame(("request", ("VNG", "BZK"), ("BZK",))))
    assert cells(table) == {"VNG": {"BZK": 1}}


def test_who_turns_to_whom_with_another_label() -> None:
    rows = frame(("concern", ("IPO",), ("BZK",)), ("request", ("VNG",), ("BZK",)))
    assert cells(who_asks_whom(rows, ["concern"])) == {"IPO": {"BZK": 1}}


@pytest.mark.parametrize(
    ("period", "rows"),
    [
        ("year", ["2023", "2024", UNDATED]),
        ("quarter", ["2023-Q4", "2024-Q1", UNDATED]),
        ("month", ["2023-12", "2024-01", "2024-03", UNDATED]),
    ],
)
def test_time_goes_by_year_quarter_or_month(period: Any, rows: list[str]) -> None:
    days = ("2024-03-31", None, "2023-12-01", "2024-01-05")
    table = over_time(frame(*(("request", (), (), day, "a.pdf") for day in days)), period)
    assert list(table.index) == rows
    assert list(table.columns) == [*LABELS, "total", "documents"]


@pytest.mark.parametrize(
    ("cell", "month"),
    [
        ("2023-04-06", "2023-04"),
        ("6-4-2023", "2023-04"),
        ("06/04/2023", "2023-04"),
        (datetime(2023, 4, 6), "2023-04"),
        (pd.Timestamp(2023, 4, 6), "2023-04"),
        ("2023-13-01", UNDATED),
        ("voorjaar", UNDATED),
        (float("nan"), UNDATED),
        (pd.NaT, UNDATED),
    ],
)
def test_a_date_may_be_written_as_a_spreadsheet_saves_it(cell: object, month: str) -> None:
    assert list(over_time(frame(("request", (), (), cell)), "month").index) == [month]


def test_a_remark_of_several_actors_counts_once_over_time() -> None:
    rows = frame(
        ("request", ("VNG", "IPO"), (), "2024-01-01", "a.pdf"),
        ("concern", ("VNG",), (), "2024-02-01", "b.pdf"),
    )
    assert cells(over_time(rows)) == {
        "2024": {"request": 1, "concern": 1, "total": 2, "documents": 2}
    }
    assert cells(actors_over_time(rows)) == {"2024": {"VNG": 2, "IPO": 1}}


@pytest.mark.parametrize(
    ("review", "reason", "standing"),
    [
        (True, "no remark", "no remark"),
        (True, "low confidence; no remark", "no remark"),
        ("ja", "geen opmerking", "no remark"),
        (None, "no remark", "no remark"),
        (False, "no remark", "counted"),
        ("nee", "geen opmerking", "counted"),
        ("ONWAAR", "geen opmerking", "counted"),
        (True, "low confidence", "counted"),
    ],
)
def test_what_is_flagged_as_no_remark_is_left_out_until_a_person_says_otherwise(
    review: object, reason: str, standing: str
) -> None:
    assert standings(frame(("request",), review=[review], reason=[reason])) == [standing]


@pytest.mark.parametrize(
    ("columns", "standing"),
    [
        ({"label": ["none"]}, "no remark"),
        ({"label": [None]}, "without label"),
        ({"label": [""]}, "without label"),
        ({"kind": ["heading"], "label": [None]}, "other passage"),
        ({"kind": ["kop"], "label": [None]}, "other passage"),
        ({"kind": ["actiepunt"]}, "counted"),
        ({"label": ["Verzoek"]}, "counted"),
    ],
)
def test_a_row_counts_where_it_is_a_labelled_remark(
    columns: dict[str, list[Any]], standing: str
) -> None:
    assert standings(frame(("request",), **columns)) == [standing]


def test_a_remark_that_comes_twice_counts_once() -> None:
    rows = frame(("request", ("VNG",)), ("concern", ("IPO",)), bullet_id=["b1", "b1"])
    assert standings(rows) == ["counted", "twice"]
    assert list(actors_by_label(rows).index) == ["VNG"]


def test_rows_without_an_id_are_not_taken_for_one_another() -> None:
    assert standings(frame(("request",), ("request",), bullet_id=["", None])) == ["counted"] * 2


@pytest.mark.parametrize(
    ("view", "column"),
    [
        (actors_by_label, "label"),
        (actors_by_label, "holder"),
        (who_asks_whom, "addressee"),
        (over_time, "meeting_date"),
        (over_time, "document"),
        (actors_over_time, "holder"),
    ],
)
def test_a_column_that_is_needed_is_named_where_it_lacks(view: Any, column: str) -> None:
    with pytest.raises(TableError, match=f"no column '{column}'") as caught:
        view(frame(("request",)).drop(columns=column))
    assert caught.value.code == "T15"


def test_a_label_that_is_none_of_ours_is_no_silent_loss() -> None:
    with pytest.raises(TableError, match="row 1: 'vraag' in column 'label'"):
        actors_by_label(frame(("request",), ("vraag",)))


@pytest.mark.parametrize("view", [actors_by_label, who_asks_whom, over_time, actors_over_time])
def test_where_nothing_counts_the_table_is_empty(view: Any) -> None:
    assert len(view(frame())) == 0
    assert len(view(frame(("none",)))) == 0


def test_a_view_changes_nothing_in_its_frame() -> None:
    rows = frame(("Verzoek", "VNG|IPO", None, "2024-01-01", "a.pdf"))
    before = rows.copy(deep=True)
    for view in (actors_by_label, who_asks_whom, over_time, actors_over_time):
        view(rows)
    pd.testing.assert_frame_equal(rows, before)


def test_views_are_at_hand_in_the_package() -> None:
    assert notulist.actors_by_label is actors_by_label
    assert notulist.who_asks_whom is who_asks_whom
