"""Tables as spreadsheets really leave them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from notulist.batch.table import ADDED, classify_table, read_table
from notulist.language import load

ONE_COLUMN = "tekst\nDe VNG vraagt, met klem, om uitstel.\n"


@pytest.mark.parametrize(
    ("content", "columns", "text"),
    [
        (ONE_COLUMN, ["tekst"], "De VNG vraagt, met klem, om uitstel."),
        ('tekst\n"De VNG vraagt, met klem."\n', ["tekst"], "De VNG vraagt, met klem."),
        ("sep=;\nnr;tekst\n1;IPO, akkoord\n", ["nr", "tekst"], "IPO, akkoord"),
        ("nr;tekst;;\n1;IPO akkoord;;\n", ["nr", "tekst", "", "column 4"], "IPO akkoord"),
    ],
)
def test_reads_what_excel_writes(
    tmp_path: Path, content: str, columns: list[str], text: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, encoding="utf-8", newline="")
    frame = read_table(path)
    assert list(frame.columns) == columns
    assert frame["tekst"].tolist() == [text]


def test_labels_its_own_output_again_and_again(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(ONE_COLUMN, encoding="utf-8")
    frame, nlp = read_table(path), load()
    for _ in range(3):
        frame = classify_table(frame, "tekst", nlp, "t.csv")
    assert frame.columns.is_unique
    assert f"notulist_notulist_{ADDED[0]}" in frame.columns


def test_an_output_fed_back_keeps_rows_that_are_no_remark_without_label() -> None:
    frame = pd.DataFrame(
        {
            "bullet_id": ["b1", "b2", "b3"],
            "kind": ["kop", "actiepunt", "bullet"],
            "text": ["Rondvraag", "De VNG vraagt om uitstel?", "De VNG vraagt om uitstel?"],
        }
    )
    labelled = classify_table(frame, "text", load(), "t.csv")
    assert labelled["label"].tolist() == [None, "agreement", "request"]
    assert labelled["review"].tolist()[:2] == [False, False]


def test_a_column_kind_of_another_table_says_nothing() -> None:
    frame = pd.DataFrame({"kind": ["heading"], "tekst": ["De VNG vraagt om uitstel?"]})
    assert classify_table(frame, "tekst", load(), "t.csv")["label"].tolist() == ["request"]
