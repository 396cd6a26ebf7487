"""Outputs of ours read back to be counted, also after a person corrected them."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pandas as pd
import pytest

from notulist.batch.output import labelled_rows
from notulist.errors import NotulistError
from notulist.export import write
from notulist.export.files import SUFFIXES
from notulist.records import Row
from notulist.views import NEEDED, USED, actors_by_label, over_time, who_asks_whom

EMPTY = {field.name: None for field in fields(Row)}


def row(bullet_id: str, label: str, holder: tuple[str, ...], addressee: tuple[str, ...]) -> Row:
    said = {"bullet_id": bullet_id, "label": label, "holder": holder, "addressee": addressee}
    more = {"kind": "bullet", "review": False}
    more |= dict.fromkeys(("secondary", "inferred", "mentions", "actors_raw"), ())
    return Row(**{**EMPTY, "reason": "", "meeting_date": "2024-03-07", **more, **said})  # type: ignore[arg-type]


ROWS = [row("b1", "request", ("VNG", "IPO"), ("BZK",)), row("b2", "concern", (), ())]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_output_gives_the_same_counts(tmp_path: Path, suffix: str, language: str) -> None:
    path = tmp_path / f"uit{suffix}"
    write(ROWS, path, language=language, excel=language == "nl")  # type: ignore[arg-type]
    rows = labelled_rows(path)
    assert dict(actors_by_label(rows)["request"]) == {"IPO": 1, "VNG": 1, "not named": 0}
    assert dict(who_asks_whom(rows)["BZK"]) == {"IPO": 1, "VNG": 1}
    assert list(over_time(rows, "month").index) == ["2024-03"]
    assert list(rows.columns) == [*NEEDED, *USED]


def test_a_table_of_ones_own_that_was_labelled_counts_by_our_columns(tmp_path: Path) -> None:
    path = tmp_path / "eigen.csv"
    path.write_text(
        "label;tekst;notulist_label;holder;addressee\nx;De VNG vraagt.;verzoek;VNG;\n",
        encoding="utf-8",
    )
    rows = labelled_rows(path)
    assert list(rows["label"]) == ["verzoek"]
    assert list(rows["meeting_date"].isna()) == [True]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        (
            "a.csv",
            "nr;tekst\n1;De VNG vraagt.\n",
            "[T15] {}: no column 'label', so it is no output",
        ),
        ("a.csv", "label;holder\nverzoek;VNG\n", "[T15] {}: no column 'addressee'"),
        ("a.csv", "label;holder;addressee\n;;\nvraag;VNG;\n", "[T12] {}, row 3: 'vraag' in column"),
        ("a.csv", "", "[R02] {}"),
        ("a.xlsx", "geen werkmap", "[T02] {}"),
        ("a.parquet", "geen parquet", "[T02] {}"),
        ("a.jsonl", "geen json", "[T02] {}"),
    ],
)
def test_a_table_that_is_not_ours_is_named_with_what_is_wrong(
    tmp_path: Path, name: str, content: str, says: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(NotulistError) as caught:
        labelled_rows(path)
    assert str(caught.value).startswith(says.format(path.as_posix()))


def test_a_table_that_excel_saved_anew_is_read(tmp_path: Path) -> None:
    path = tmp_path / "opgeslagen.csv"
    frame = pd.DataFrame(
        [("b1", "Zorg", "Fryslân", "", "7-3-2024", "ONWAAR", "geen opmerking")],
        columns=["bullet_id", "label", "holder", "addressee", "meeting_date", "review", "reason"],
    )
    frame.to_csv(path, sep=";", index=False, encoding="cp1252")
    assert dict(actors_by_label(labelled_rows(path))["concern"]) == {"Fryslân": 1}
