"""XLSX: typed cells, texts that stay texts, nothing cut in silence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from notulist.errors import ExportError
from notulist.export import read_rows, write, write_frame
from notulist.export.sheet import write_xlsx
from notulist.export.table import Table
from notulist.records import COLUMNS, Row

ESCAPES = st.lists(st.sampled_from(["_", "x", "0000", "005F", "\x00", "<r>", "</r>"]))
TEXTS = (
    st.text()
    | ESCAPES.map("".join)
    | st.text(alphabet="=+-@'\"\t\r\n ;|\\\x00\x1f_x0D<r>/&é\uffff", max_size=12)
)


def sheet_of(path: Path) -> Any:
    return load_workbook(path).worksheets[0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "out.xlsx"


def test_the_first_row_is_bold_frozen_and_filters(path: Path, bullet: Callable[..., Row]) -> None:
    write([bullet(), bullet()], path)
    sheet = sheet_of(path)
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{get_column_letter(len(COLUMNS))}3"


def test_numbers_and_booleans_are_typed(path: Path, bullet: Callable[..., Row]) -> None:
    write([bullet(confidence=0.123456, page=7, agenda_number="3")], path)
    values = dict(zip(COLUMNS, [cell.value for cell in sheet_of(path)[2]], strict=True))
    assert values["confidence"] == 0.123456
    assert (values["page"], values["bullet_number"]) == (7, 1)
    assert values["review"] is True
    assert values["agenda_number"] == "3"


def test_the_text_is_wrapped_in_a_wide_column(path: Path, bullet: Callable[..., Row]) -> None:
    write([bullet()], path)
    at = COLUMNS.index("text")
    cell = sheet_of(path)[2][at]
    assert cell.alignment.wrap_text
    assert sheet_of(path).column_dimensions[cell.column_letter].width >= 60


@pytest.mark.parametrize("text", ["=1+1", "{=A1}", "https://vng.nl", "mailto:a@b.nl", "12", "-1"])
def test_a_text_is_neither_formula_link_nor_number(
    path: Path, bullet: Callable[..., Row], text: str
) -> None:
    write([bullet(text=text)], path)
    cell = sheet_of(path)[2][COLUMNS.index("text")]
    assert (cell.value, cell.hyperlink) == (text, None)


def test_no_cell_is_stored_as_a_formula(path: Path, bullet: Callable[..., Row]) -> None:
    from zipfile import ZipFile

    write([bullet(text="=1+1", agenda_title="@A1", holder=("=2",))], path)
    with ZipFile(path) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_what_looks_like_a_formula_stays_text_when_edited(
    path: Path, bullet: Callable[..., Row]
) -> None:
    write([bullet(text="=1+1"), bullet()], path)
    at = COLUMNS.index("text")
    assert sheet_of(path)[2][at].quotePrefix
    assert not sheet_of(path)[3][at].quotePrefix


@pytest.mark.parametrize(
    "text",
    [
        "\x00a\x1f",
        "_x0000_",
        "_x005F_x0000_",
        "_x0041_x0042_x0043_",
        "a\r\nb",
        "<r>x</r>",
        "<r><t>\x01</r>",
        "\uffff",
        " x ",
    ],
)
def test_what_xml_cannot_hold_reads_back(path: Path, bullet: Callable[..., Row], text: str) -> None:
    write([bullet(text=text)], path)
    assert read_rows(path)["text"][0] == text


@settings(deadline=None, max_examples=50)
@example(text="_x0041_x0042_", title="_x0000\x08", raw=("_x0009_",))
@given(text=TEXTS, title=TEXTS, raw=st.lists(TEXTS.filter(bool)).map(tuple))
def test_a_bullet_reads_back_as_it_was(
    bullet: Callable[..., Row],
    tmp_path_factory: pytest.TempPathFactory,
    text: str,
    title: str,
    raw: tuple[str, ...],
) -> None:
    path = tmp_path_factory.getbasetemp() / "round.xlsx"
    row = bullet(text=text, agenda_title=title, actors_raw=raw)
    write([row], path)
    back = read_rows(path)
    assert {name: back[name][0] for name in COLUMNS} == {
        name: getattr(row, name) for name in COLUMNS
    }


@pytest.mark.parametrize("character", ["x", "😀"])
def test_a_text_longer_than_a_cell_is_cut_with_a_warning(
    path: Path, bullet: Callable[..., Row], character: str
) -> None:
    (warning,) = write([bullet(), bullet(bullet_id="b2", text=character * 33_000)], path)
    assert "[X20]" in warning
    assert "text of b2" in warning
    units = 1 if character == "x" else 2  # Excel counts in UTF-16
    assert read_rows(path)["text"][1] == character * (32_700 // units) + " […]"


def test_a_text_that_just_fits_is_whole(path: Path, bullet: Callable[..., Row]) -> None:
    assert write([bullet(text="x" * 32_767)], path) == []
    assert len(read_rows(path)["text"][0]) == 32_767


def test_the_warning_of_a_table_without_ids_names_the_row(path: Path) -> None:
    frame = pd.DataFrame({"opmerking": ["kort", "x" * 40_000]})
    (warning,) = write_frame(frame, path, language="nl")
    assert "opmerking van rij 2" in warning


def test_more_rows_than_a_sheet_holds_are_refused(path: Path) -> None:
    with pytest.raises(ExportError, match=r"X07.*1048576 rows"):
        write_xlsx(Table(str(path), ("a",), [("x",)] * 1_048_576), path)


def test_without_rows_the_header_stands(path: Path) -> None:
    write([], path)
    assert tuple(read_rows(path).columns) == COLUMNS


def test_words_are_dutch_on_request(path: Path, bullet: Callable[..., Row]) -> None:
    write([bullet()], path, language="nl")
    row = read_rows(path).iloc[0]
    assert [row["label"], row["kind"], row["reason"]] == ["verzoek", "opmerking", "lage zekerheid"]
    assert row["secondary"] == ("zorg",)


def test_other_columns_keep_numbers_and_big_ones_their_digits(path: Path) -> None:
    frame = pd.DataFrame({"n": [1.5, -2.0], "groot": [2**60, 1], "w": [float("inf"), float("nan")]})
    write_frame(frame, path)
    back = read_rows(path)
    assert back["n"].tolist() == [1.5, -2]
    assert back["groot"].tolist() == [str(2**60), 1]
    assert back["w"].tolist() == ["inf", None]


def test_a_row_is_as_high_as_its_wrapped_text(path: Path, bullet: Callable[..., Row]) -> None:
    write([bullet(text="Een."), bullet(text="Een lange opmerking. " * 20)], path)
    rows = sheet_of(path).row_dimensions
    assert (rows[2].height or 15) * 5 <= rows[3].height


def test_the_day_of_the_meeting_is_a_date_that_reads_back_as_text(
    path: Path, bullet: Callable[..., Row]
) -> None:
    write([bullet(), bullet(meeting_date=None)], path)
    at = COLUMNS.index("meeting_date")
    assert [row[at].value for row in sheet_of(path).iter_rows(2, 3)] == [datetime(2024, 1, 2), None]
    assert read_rows(path)["meeting_date"].tolist() == ["2024-01-02", None]


@pytest.mark.parametrize("text", ["mei 2024", "20240102", "2024-13-45", "1234"])
def test_what_is_no_day_in_that_column_stays_a_text(
    path: Path, bullet: Callable[..., Row], text: str
) -> None:
    write([bullet(meeting_date=text)], path)
    assert read_rows(path)["meeting_date"][0] == text
