"""Parquet and JSONL: types, lists and nulls kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from notulist.export import write, write_frame
from notulist.records import COLUMNS, Row, to_frame

TUPLES = ["secondary", "holder", "addressee", "inferred", "mentions", "actors_raw"]


def as_lists(row: Row) -> dict[str, object]:
    values = {name: getattr(row, name) for name in COLUMNS}
    return {n: list(v) if isinstance(v, tuple) else v for n, v in values.items()}


@pytest.mark.parametrize("rows", [0, 1])
def test_parquet_has_one_schema_whatever_the_rows(
    tmp_path: Path, bullet: Callable[..., Row], rows: int
) -> None:
    unlabelled = {"label": None, "confidence": None, "meeting_date": None, "secondary": ()}
    write([bullet(**unlabelled)] * rows, tmp_path / "out.parquet")
    schema = parquet.read_schema(tmp_path / "out.parquet")
    assert tuple(schema.names) == COLUMNS
    assert {str(schema.field(name).type) for name in TUPLES} == {"list<element: string>"}
    expected = {
        "meeting_date": pa.string(),
        "label": pa.string(),
        "page": pa.int64(),
        "confidence": pa.float64(),
        "review": pa.bool_(),
    }
    assert {name: schema.field(name).type for name in expected} == expected


@given(text=st.text(), raw=st.lists(st.text()).map(tuple))
def test_both_give_every_bullet_back(
    bullet: Callable[..., Row],
    tmp_path_factory: pytest.TempPathFactory,
    text: str,
    raw: tuple[str, ...],
) -> None:
    folder = tmp_path_factory.getbasetemp()
    rows = [bullet(text=text, actors_raw=raw), bullet(page=2, label=None, confidence=1 / 3)]
    for name in ("round.parquet", "round.jsonl"):
        write(rows, folder / name)
    expected = [as_lists(row) for row in rows]
    assert parquet.read_table(folder / "round.parquet").to_pylist() == expected
    with (folder / "round.jsonl").open(encoding="utf-8") as file:
        assert [json.loads(line) for line in file] == expected


def test_jsonl_is_readable_utf_8(tmp_path: Path, bullet: Callable[..., Row]) -> None:
    write([bullet(text="Één coördinator")], tmp_path / "out.jsonl")
    assert "Één coördinator" in (tmp_path / "out.jsonl").read_text(encoding="utf-8")


def test_nothing_is_escaped_where_no_spreadsheet_reads(
    tmp_path: Path, bullet: Callable[..., Row]
) -> None:
    write([bullet(text="=1+1")], tmp_path / "out.jsonl")
    assert json.loads((tmp_path / "out.jsonl").read_text())["text"] == "=1+1"


def test_words_are_dutch_on_request(tmp_path: Path, bullet: Callable[..., Row]) -> None:
    write([bullet()], tmp_path / "out.jsonl", language="nl")
    record = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert (record["label"], record["secondary"]) == ("verzoek", ["zorg"])


def test_a_frame_of_bullets_is_written_like_the_rows(
    tmp_path: Path, bullet: Callable[..., Row]
) -> None:
    rows = [bullet(page=None), bullet(page=2, confidence=None)]
    frame = pd.DataFrame(
        [tuple(getattr(row, name) for name in COLUMNS) for row in rows], columns=list(COLUMNS)
    )
    for suffix in ("parquet", "jsonl", "csv"):
        write(rows, tmp_path / f"rows.{suffix}")
        write_frame(frame, tmp_path / f"frame.{suffix}")
    assert to_frame([]).columns.tolist() == list(COLUMNS)
    for suffix in ("jsonl", "csv"):
        rows_file, frame_file = (tmp_path / f"{name}.{suffix}" for name in ("rows", "frame"))
        assert rows_file.read_bytes() == frame_file.read_bytes()
    tables = [parquet.read_table(tmp_path / f"{name}.parquet") for name in ("rows", "frame")]
    assert tables[0].equals(tables[1])


@pytest.mark.parametrize(
    ("cells", "type_", "stored"),
    [
        ([1, None], pa.int64(), [1, None]),
        ([1.5, 2.5], pa.float64(), [1.5, 2.5]),
        (["a", None], pa.string(), ["a", None]),
        ([None, None], pa.string(), [None, None]),
        (["a", 1], pa.string(), ["a", "1"]),
        ([2**70, 1], pa.string(), [str(2**70), "1"]),
        ([("a", "b"), "c"], pa.string(), ["a|b", "c"]),
    ],
)
def test_other_columns_of_parquet_are_typed_by_their_cells(
    tmp_path: Path, cells: list[object], type_: pa.DataType, stored: list[object]
) -> None:
    frame = pd.DataFrame({"eigen": pd.Series(cells, dtype=object)})
    write_frame(frame, tmp_path / "out.parquet")
    column = parquet.read_table(tmp_path / "out.parquet").column("eigen")
    assert (column.type, column.to_pylist()) == (type_, stored)


def test_a_foreign_column_with_a_name_of_ours_keeps_its_texts(tmp_path: Path) -> None:
    write_frame(pd.DataFrame({"page": ["12a", "13"]}), tmp_path / "out.parquet")
    assert parquet.read_table(tmp_path / "out.parquet")["page"].to_pylist() == ["12a", "13"]


def test_infinity_is_a_text_in_json(tmp_path: Path) -> None:
    write_frame(pd.DataFrame({"w": [float("inf"), 1.0]}), tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text().splitlines()
    assert [json.loads(line)["w"] for line in lines] == ["inf", 1.0]
