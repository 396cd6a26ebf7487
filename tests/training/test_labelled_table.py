"""Labelled tables: what a person corrected in a spreadsheet, and what they made themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from notulist.errors import Language, TableError
from notulist.export import write
from notulist.labels import DUTCH, LABELS, NONE
from notulist.reading.source import from_text
from notulist.records import Row, to_rows
from notulist.training.examples import Examples
from notulist.training.labelled_table import labelled_table

ROWS = 'text,label\nWie betaalt dit?,request\n"Akkoord, met dank.",agreement\n'
WORDS = {word: label for label in LABELS for word in (label, DUTCH[label])} | {NONE: NONE}
"""What may stand in a cell, and what it means."""


def table(folder: Path, content: str, **named: str) -> Examples:
    """What is read of a CSV of this content."""
    path = folder / "proef.csv"
    path.write_text(content, encoding="utf-8", newline="")
    return labelled_table(path, **named).examples


def refused(folder: Path, content: str, **named: str) -> TableError:
    with pytest.raises(TableError, match=r"proef\.csv") as caught:
        table(folder, content, **named)
    return caught.value


def test_each_row_is_a_labelled_bullet(tmp_path: Path) -> None:
    found = table(tmp_path, ROWS)
    assert found.texts == ("Wie betaalt dit?", "Akkoord, met dank.")
    assert found.labels == ("request", "agreement")


@pytest.mark.parametrize(("word", "label"), WORDS.items())
@pytest.mark.parametrize("change", [str.lower, str.upper, str.title, " {} ".format])
def test_a_label_may_stand_in_either_language_and_any_case(
    tmp_path: Path, word: str, label: str, change: Callable[[str], str]
) -> None:
    assert table(tmp_path, f"text,label\nTekst.,{change(word)}\n").labels == (label,)


@pytest.mark.parametrize("row", ["Tekst.,", ",request", ",", "Tekst.,  ", "  ,request", ",joke"])
def test_a_row_without_text_or_label_is_left_out(tmp_path: Path, row: str) -> None:
    assert table(tmp_path, f"{ROWS}{row}\n") == table(tmp_path, ROWS)


@pytest.mark.parametrize("content", ["text,label\n", "text,label\nTekst.,\n"])
def test_a_table_without_labels_has_no_bullets(tmp_path: Path, content: str) -> None:
    assert table(tmp_path, content) == Examples((), (), (), ())


def test_line_breaks_and_spaces_in_a_text_become_one_space(tmp_path: Path) -> None:
    found = table(tmp_path, 'text,label\n"Wie\n  betaalt\tdit? ",request\n')
    assert found.texts == ("Wie betaalt dit?",)


@pytest.mark.parametrize(("column", "code"), [("text", "T01"), ("label", "T14")])
def test_a_column_that_isnt_there_is_named_with_those_that_are(
    tmp_path: Path, column: str, code: str
) -> None:
    error = refused(tmp_path, ROWS.replace(column, "anders", 1))
    assert error.code == code
    assert f"no column '{column}'" in str(error)
    assert "anders" in str(error)


def test_columns_may_have_other_names(tmp_path: Path) -> None:
    content = "opmerking,soort,verslag,overleg\nWie betaalt dit?,verzoek,a.pdf,Raad\n"
    found = table(
        tmp_path,
        content,
        text_column="opmerking",
        label_column="soort",
        document_column="verslag",
        body_column="overleg",
    )
    assert found == Examples(("Wie betaalt dit?",), ("request",), ("Raad",), ("a.pdf",))


@pytest.mark.parametrize(("rows", "number"), [("x,joke\n", 2), ("x,request\n,\nx,joke\n", 4)])
def test_an_unknown_label_is_told_with_its_row(tmp_path: Path, rows: str, number: int) -> None:
    error = refused(tmp_path, f"text,label\n{rows}")
    assert error.code == "T12"
    assert f"row {number}: 'joke' in column 'label'" in str(error)


def test_the_labels_that_there_are_are_told_with_an_unknown_one(tmp_path: Path) -> None:
    said = str(refused(tmp_path, "text,label\nx,joke\n"))
    assert all(word in said for word in (*LABELS, NONE, *DUTCH.values()))


def test_documents_and_bodies_come_from_their_columns(tmp_path: Path) -> None:
    content = "text,label,document,meeting_body\nA,zorg,a.pdf,Raad\nB,zorg,b.pdf,Raad\n"
    found = table(tmp_path, content)
    assert found.documents == ("a.pdf", "b.pdf")
    assert found.bodies == ("Raad", "Raad")


def test_without_these_columns_both_are_the_file(tmp_path: Path) -> None:
    found = table(tmp_path, ROWS)
    name = (tmp_path / "proef.csv").as_posix()
    assert (found.documents, found.bodies) == ((name, name), (name, name))


def test_without_a_body_each_document_is_one_of_its_own(tmp_path: Path) -> None:
    found = table(tmp_path, "text,label,document\nA,zorg,a.pdf\nB,zorg,b.pdf\n")
    assert found.bodies == found.documents == ("a.pdf", "b.pdf")


def test_an_empty_cell_for_the_body_is_filled_with_the_document(tmp_path: Path) -> None:
    content = "text,label,document,meeting_body\nA,zorg,a.pdf,\nB,zorg,b.pdf,Raad\n"
    assert table(tmp_path, content).bodies == ("a.pdf", "Raad")


def test_nothing_is_known_of_readers(tmp_path: Path) -> None:
    assert table(tmp_path, ROWS).votes == ()


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    """Rows as the pipeline gives them, in the order of LABELS and one without a label."""
    import spacy

    nlp = spacy.blank("nl_minutes")
    nlp.add_pipe("notulist_splitter")
    nlp.add_pipe("notulist_meeting")
    texts = (
        "=Akkoord; met dank.",
        "Zorgen, over 'alles'.",
        'Er volgt een "toelichting".',
        "- Wie?",
        "Een punt.",
    )
    minutes = "Bestuurlijk Overleg Proef\n\n1. Kop\n" + "".join(f"• {text}\n" for text in texts)
    found = to_rows(nlp(from_text(minutes, "verslag.txt")), "proef")
    assert [row.text for row in found] == list(texts)
    labels = (*LABELS, None)
    return [replace(row, label=label) for row, label in zip(found, labels, strict=True)]


def expected(rows: list[Row]) -> Examples:
    """A marker is taken off, as classify takes it off what stands in a table."""
    kept = [row for row in rows if row.label]
    return Examples(
        tuple(row.text.removeprefix("- ") for row in kept),
        tuple(row.label for row in kept if row.label),
        tuple(row.meeting_body or "" for row in kept),
        tuple(row.document for row in kept),
    )


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("suffix", "excel"), [("csv", False), ("csv", True), ("xlsx", False)])
def test_an_output_of_ours_reads_back_whatever_its_make(
    rows: list[Row], tmp_path: Path, suffix: str, excel: bool, language: Language
) -> None:
    path = tmp_path / f"uit.{suffix}"
    write(rows, path, excel=excel, language=language)
    assert labelled_table(path).examples == expected(rows)


def test_a_csv_for_a_dutch_excel_that_a_person_saved_reads_back(tmp_path: Path) -> None:
    content = 'text;label;meeting_body\r\n"Akkoord; met dank";Afspraak;Raad\r\nWie, dan?;;Raad\r\n'
    (tmp_path / "proef.csv").write_bytes(b"\xef\xbb\xbf" + content.encode())
    found = labelled_table(tmp_path / "proef.csv").examples
    assert (found.texts, found.labels) == (("Akkoord; met dank",), ("agreement",))


def test_a_workbook_may_hold_empty_cells_and_numbers(tmp_path: Path) -> None:
    path = tmp_path / "proef.xlsx"
    frame = pd.DataFrame(
        {"text": ["Wie?", 2024, None, "Wat?"], "label": ["Zorg", "none", "x", None]}
    )
    frame.to_excel(path, index=False)
    found = labelled_table(path).examples
    assert (found.texts, found.labels) == (("Wie?", "2024"), ("concern", NONE))


def test_a_row_of_a_workbook_is_told_by_its_number_there(tmp_path: Path) -> None:
    path = tmp_path / "proef.xlsx"
    pd.DataFrame({"text": ["Wie?", None, "Wat?"], "label": ["zorg", None, 7]}).to_excel(
        path, index=False
    )
    with pytest.raises(TableError, match="row 4: '7'"):
        labelled_table(path)


def test_rows_of_an_action_list_are_left_out_and_counted(tmp_path: Path) -> None:
    content = (
        "bullet_id,kind,text,label\n"
        "a,opmerking,Wie betaalt dit?,verzoek\n"
        "b,actiepunt,Sien belt.,afspraak\n"
        "c,action,Sien mailt.,agreement\n"
        "d,actiepunt,Nog niet gelezen.,\n"
        "e,kop,Opening,\n"
    )
    (tmp_path / "proef.csv").write_text(content, encoding="utf-8")
    found = labelled_table(tmp_path / "proef.csv")
    assert (found.examples.labels, found.ruled) == (("request",), 2)
