"""CSV: the two dialects, to the byte, and what both hold whatever the text."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notulist.errors import ExportError
from notulist.export import read_rows, write, write_frame
from notulist.records import COLUMNS, Row

TEXTS = st.text() | st.text(alphabet="=+-@'\"\t\r\n ;,|\\\x00é", max_size=12)


def cells(path: Path, delimiter: str) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def test_for_programs_it_is_commas_points_and_utf_8(
    tmp_path: Path, bullet: Callable[..., Row]
) -> None:
    write([bullet(agenda_title="Één, twee", confidence=0.123456)], tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes().decode() == (
        ",".join(COLUMNS) + "\n"
        f"00ab00ab00ab00ab,overleg.txt,{'f' * 64},,2024-01-02,Utrecht,2,"
        '"Één, twee",1,bullet,0,,,,4,0,5,De VNG vraagt het IPO om een planning.,'
        "0,request,0.1235,0.125,0.0625,0.0625,0.75,concern,VNG|LVVN,,LVVN,IPO,VNG|het IPO,"
        "true,low confidence,nl_notulist-0.1.0\n"
    )


def test_for_a_dutch_excel_it_is_bom_semicolons_and_decimal_commas(
    tmp_path: Path, bullet: Callable[..., Row]
) -> None:
    path = tmp_path / "out.csv"
    write([bullet(agenda_title="Één; twee")], path, excel=True, language="nl")
    assert path.read_bytes().decode() == (
        "\ufeff" + ";".join(COLUMNS) + "\r\n"
        f"00ab00ab00ab00ab;overleg.txt;{'f' * 64};;2024-01-02;Utrecht;2;"
        '"Één; twee";1;opmerking;0;;;;4;0;5;De VNG vraagt het IPO om een planning.;'
        "0;verzoek;0,75;0,125;0,0625;0,0625;0,75;zorg;VNG|LVVN;;LVVN;IPO;VNG|het IPO;"
        "ja;lage zekerheid;nl_notulist-0.1.0\r\n"
    )


@pytest.mark.parametrize(
    ("excel", "language", "words"),
    [
        (False, "en", ["true", "false"]),
        (False, "nl", ["true", "false"]),
        (True, "en", ["yes", "no"]),
        (True, "nl", ["ja", "nee"]),
    ],
)
def test_booleans_are_words_and_read_back(
    tmp_path: Path, bullet: Callable[..., Row], excel: bool, language: str, words: list[str]
) -> None:
    path = tmp_path / "out.csv"
    write([bullet(review=True), bullet(review=False)], path, excel=excel, language=language)
    at = COLUMNS.index("review")
    assert [row[at] for row in cells(path, ";" if excel else ",")[1:]] == words
    assert read_rows(path)["review"].tolist() == [True, False]


@pytest.mark.parametrize("excel", [False, True])
def test_without_rows_the_header_stands(tmp_path: Path, excel: bool) -> None:
    write([], tmp_path / "out.csv", excel=excel)
    frame = read_rows(tmp_path / "out.csv")
    assert tuple(frame.columns) == COLUMNS
    assert frame.empty


@given(text=TEXTS, title=TEXTS, raw=st.lists(TEXTS.filter(bool)).map(tuple), excel=st.booleans())
def test_a_bullet_reads_back_as_it_was(
    bullet: Callable[..., Row],
    tmp_path_factory: pytest.TempPathFactory,
    text: str,
    title: str,
    raw: tuple[str, ...],
    excel: bool,
) -> None:
    path = tmp_path_factory.getbasetemp() / "round.csv"
    row = bullet(text=text, agenda_title=title, actors_raw=raw)
    write([row, bullet(page=3, meeting_body="LRT")], path, excel=excel)
    back = read_rows(path)
    assert {name: back[name][0] for name in COLUMNS} == {
        name: getattr(row, name) for name in COLUMNS
    }
    assert back["page"].tolist() == [None, 3]


@given(text=TEXTS, raw=st.lists(TEXTS.filter(bool)).map(tuple), excel=st.booleans())
def test_no_cell_begins_like_a_formula(
    bullet: Callable[..., Row],
    tmp_path_factory: pytest.TempPathFactory,
    text: str,
    raw: tuple[str, ...],
    excel: bool,
) -> None:
    path = tmp_path_factory.getbasetemp() / "formulas.csv"
    write([bullet(text=text, agenda_number=text, actors_raw=raw)], path, excel=excel)
    written = [cell for row in cells(path, ";" if excel else ",") for cell in row]
    assert [cell for cell in written if cell.lstrip()[:1] in {*"=+-@＝＋－＠"}] == []


def test_a_long_text_is_kept_whole(tmp_path: Path, bullet: Callable[..., Row]) -> None:
    text = "lang " * 100_000
    assert write([bullet(text=text)], tmp_path / "out.csv") == []
    before = csv.field_size_limit()
    assert read_rows(tmp_path / "out.csv")["text"][0] == text
    assert csv.field_size_limit() == before


def test_lone_surrogates_are_replaced_with_a_warning(
    tmp_path: Path, bullet: Callable[..., Row]
) -> None:
    (warning,) = write([bullet(), bullet(bullet_id="b2", text="a\ud800")], tmp_path / "out.csv")
    assert "[X21]" in warning
    assert "text of b2" in warning
    assert read_rows(tmp_path / "out.csv")["text"][1] == "a\ufffd"


@given(names=st.lists(TEXTS, min_size=2, max_size=4, unique=True), text=TEXTS, excel=st.booleans())
def test_any_names_of_columns_read_back(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], text: str, excel: bool
) -> None:
    names = [f"a{name}" for name in names]
    path = tmp_path_factory.getbasetemp() / "names.csv"
    write_frame(pd.DataFrame([[text] * len(names)], columns=names), path, excel=excel)
    back = read_rows(path)
    assert back.columns.tolist() == names
    assert back.iloc[0].tolist() == [text or None] * len(names)


def test_a_name_of_a_column_is_no_formula_either(tmp_path: Path) -> None:
    write_frame(pd.DataFrame({"=1+1": ["a"], "b": ["c"]}), tmp_path / "out.csv")
    assert cells(tmp_path / "out.csv", ",")[0] == ["'=1+1", "b"]
    assert read_rows(tmp_path / "out.csv").columns.tolist() == ["=1+1", "b"]


def test_numbers_of_other_columns_keep_their_digits(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {"bedrag": [0.123456, -2.5], "aantal": [1, -2], "confidence": [0.98765, 1]}
    )
    write_frame(frame, tmp_path / "out.csv", excel=True)
    assert cells(tmp_path / "out.csv", ";")[1:] == [
        ["0,123456", "1", "0,9877"],
        ["-2,5", "-2", "1,0"],
    ]


def test_missing_values_are_empty_and_pages_stay_whole(tmp_path: Path) -> None:
    frame = pd.DataFrame({"page": [3, None], "opmerking": [None, "x"], "d": [float("nan"), 1.5]})
    write_frame(frame, tmp_path / "out.csv")
    assert cells(tmp_path / "out.csv", ",")[1:] == [["3", "", ""], ["", "x", "1.5"]]


def test_a_date_of_a_spreadsheet_is_a_date(tmp_path: Path) -> None:
    write_frame(pd.DataFrame({"dag": pd.to_datetime(["2024-01-02"])}), tmp_path / "out.csv")
    assert cells(tmp_path / "out.csv", ",")[1] == ["2024-01-02"]


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    frame = pd.DataFrame([["a", "b"]], columns=["text", "text"])
    with pytest.raises(ExportError, match=r"X06.*'text'"):
        write_frame(frame, tmp_path / "out.csv")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("absent.csv", None),
        ("table.txt", b"a,b\n"),
        ("latin.csv", "é,b\n".encode("latin-1")),
        ("damaged.xlsx", b"PK\x03\x04 half"),
    ],
)
def test_what_is_no_table_of_ours_is_refused(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ExportError, match="X08") as caught:
        read_rows(tmp_path / name)
    assert name in str(caught.value)


def test_a_foreign_column_with_a_name_of_ours_keeps_its_texts(tmp_path: Path) -> None:
    write_frame(pd.DataFrame({"page": ["12a", "13"]}), tmp_path / "out.csv")
    assert read_rows(tmp_path / "out.csv")["page"].tolist() == ["12a", "13"]
