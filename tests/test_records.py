"""Rows: what passes from a Doc to the outputs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from notulist.attributes import source_of
from notulist.errors import ExportError, notice
from notulist.labels import KINDS
from notulist.reading.source import from_text
from notulist.records import COLUMNS, bullet_id, check_kinds, to_frame, to_rows

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


def test_a_row_of_a_text_names_its_line(doc: Doc) -> None:
    rows = to_rows(doc)
    assert [row.line for row in rows] == [4, 6]
    assert {(row.page, row.box, row.paragraph) for row in rows} == {(None, None, None)}


def test_a_frame_has_the_columns_of_the_schema(doc: Doc) -> None:
    frame = to_frame([doc, doc])
    assert tuple(frame.columns) == COLUMNS
    assert len(frame) == 4


def test_a_frame_of_nothing_has_them_too() -> None:
    assert tuple(to_frame([]).columns) == COLUMNS


def test_rows_survive_to_bytes(doc: Doc) -> None:
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert to_rows(again) == to_rows(doc)


def test_a_source_survives_to_bytes_with_what_was_odd_in_it(doc: Doc) -> None:
    odd = (notice("W08", count=2, example="'Ã©Ã©n'"), notice("W01", pages="2"))
    source = replace(source_of(doc), warnings=odd, recognised=(1, 3))
    made = Doc(doc.vocab, words=["a"])
    made._.source = source
    again = source_of(Doc(doc.vocab).from_bytes(made.to_bytes()))
    assert again == source
    assert hash(again) == hash(source)


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


ALL_SORTS = (
    "Verslag werkgroep Riet\nDatum: 4 mei 2024\n\nAanwezig: mevr. Verzonnen (VNG)\n\n1. Opening\n"
    "• De VNG vraagt uitstel.\n\n2. Acties\n• Sien belt de VNG.\n"
)


def test_other_kinds_become_rows_on_request_in_document_order(split: Callable[[str], Doc]) -> None:
    rows = to_rows(split(ALL_SORTS), kinds=["all"])
    assert [row.start for row in rows] == sorted(row.start for row in rows)
    assert [(row.kind, row.bullet_number) for row in rows if row.kind != "header"] == [
        ("attendance", None),
        ("heading", None),
        ("bullet", 1),
        ("heading", None),
        ("action", 2),
    ]


def test_what_is_no_remark_has_no_label_and_no_actors(split: Callable[[str], Doc]) -> None:
    doc = split(ALL_SORTS)
    doc.spans["bullets"] = [
        Span(doc, s.start, s.end, label="request") for s in doc.spans["bullets"]
    ]
    for row in to_rows(doc, kinds=["heading", "attendance", "header"]):
        assert (row.label, row.confidence, row.p_request, row.review) == (None, None, None, False)
        assert (row.holder, row.mentions, row.actors_raw) == ((), (), ())


def test_a_heading_and_what_stands_under_it_name_the_agenda_item(
    split: Callable[[str], Doc],
) -> None:
    doc = split("1. Opening\n• Goed.\n\nhttps://riet.example\n\n2. Plan\n• Akkoord.\n")
    rows = to_rows(doc, kinds=["all"])
    assert [(row.kind, row.agenda_number, row.agenda_title) for row in rows] == [
        ("heading", "1", "Opening"),
        ("bullet", "1", "Opening"),
        ("link", "1", "Opening"),
        ("heading", "2", "Plan"),
        ("bullet", "2", "Plan"),
    ]


def test_bullets_keep_their_numbers_whatever_is_chosen(split: Callable[[str], Doc]) -> None:
    doc = split(ALL_SORTS)
    assert [row.bullet_number for row in to_rows(doc, kinds=["action"])] == [2]
    assert list(to_frame(doc, kinds=["action", "heading"])["kind"]) == [
        "heading",
        "heading",
        "action",
    ]


def test_without_a_choice_remarks_are_the_rows(split: Callable[[str], Doc]) -> None:
    assert [row.kind for row in to_rows(split(ALL_SORTS))] == ["bullet", "action"]


def test_an_unknown_kind_is_refused_with_those_that_there_are(doc: Doc) -> None:
    with pytest.raises(ExportError, match=r"X09.*'kopje'.*lead-in \(aanloop\).*all \(alle\)"):
        to_rows(doc, kinds=["bullet", "kopje"])


@pytest.mark.parametrize(
    ("given", "kinds"),
    [
        (["opmerking", "actiepunt"], {"bullet", "action"}),
        (["kop", "heading"], {"heading"}),
        (["aanwezigheid"], {"attendance"}),
        (["aanwezigen"], {"attendance"}),
        (["onderwerp"], {"topic"}),
        (["agendapunt"], {"topic"}),
        (["briefhoofd", "aanloop", "tabel"], {"header", "lead-in", "table"}),
        (["link", "code", "voetnoot"], {"link", "code", "note"}),
        (["alle"], set(KINDS)),
    ],
)
def test_kinds_have_dutch_names_too(given: list[str], kinds: set[str]) -> None:
    assert check_kinds(given) == kinds


def test_the_place_of_the_meeting_is_a_column(split: Callable[[str], Doc]) -> None:
    (row,) = to_rows(split("Verslag\nLocatie: Assen\n\n1. Opening\n• Welkom allen.\n"))
    assert row.meeting_place == "Assen"
