"""Rows: what passes from a Doc to the outputs."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from notulist.reading.source import from_text
from notulist.records import COLUMNS, bullet_id, to_frame, to_rows

MINUTES = "Datum: 4 mei 2024\n\n1. Opening\n• De VNG vraagt\nuitstel.\n  - Tot mei.\n"


@pytest.fixture(scope="module")
def doc(split: Callable[[str], Doc]) -> Doc:
    return split(MINUTES)


def test_a_row_says_where_its_bullet_stands(doc: Doc) -> None:
    first, second = to_rows(doc)
    assert (first.agenda_number, first.agenda_title, first.meeting_date) == (
        "1",
        "Opening",
        "2024-05-04",
    )
    assert [first.bullet_number, second.bullet_number] == [1, 2]
    assert [first.level, second.level] == [0, 1]


def test_the_offsets_give_the_raw_text_and_the_text_is_clean(doc: Doc) -> None:
    row, *_ = to_rows(doc)
    assert MINUTES[row.start : row.end] == "De VNG vraagt\nuitstel."
    assert row.text == "De VNG vraagt uitstel."


def test_without_a_classifier_there_is_no_label(doc: Doc) -> None:
    assert {(row.label, row.confidence) for row in to_rows(doc)} == {(None, None)}


def test_only_a_pdf_has_pages(doc: Doc) -> None:
    assert {row.page for row in to_rows(doc)} == {None}


def test_a_frame_has_the_columns_of_the_schema(doc: Doc) -> None:
    frame = to_frame([doc, doc])
    assert tuple(frame.columns) == COLUMNS
    assert len(frame) == 4


def test_a_frame_of_nothing_has_them_too() -> None:
    assert tuple(to_frame([]).columns) == COLUMNS


def test_rows_survive_to_bytes(doc: Doc) -> None:
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert to_rows(again) == to_rows(doc)


@given(st.integers(0, 40), st.integers(1, 8))
def test_an_id_is_never_taken_for_a_number(start: int, length: int) -> None:
    source = from_text(MINUTES)
    found = bullet_id(source, start, min(start + length, len(MINUTES)))
    with pytest.raises(ValueError, match="convert"):
        float(found)
    assert json.dumps(found) == f'"{found}"'


def test_ids_tell_equal_texts_apart(split: Callable[[str], Doc]) -> None:
    rows = to_rows(split("- Akkoord.\n- Akkoord.\n"))
    assert len({row.bullet_id for row in rows}) == 2
