"""The tables of marked boundaries: what is written is read, and what ships is sound."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notulist.corpus.anchors import Mark
from notulist.corpus.boundaries import (
    DOCUMENTS,
    MARKED_PARTS,
    MARKS,
    MarkedDocument,
    read_boundaries,
    write_boundaries,
)
from notulist.corpus.marking import KINDS
from notulist.errors import CorpusError

REAL = Path(__file__).parents[2] / "data" / "real"

ANCHORS = st.tuples(st.integers(0, 500), st.integers(0, 9999))
MARKED = st.builds(
    Mark,
    st.sampled_from(KINDS),
    ANCHORS,
    ANCHORS,
    st.text("0123456789abcdef", min_size=8, max_size=8),
    st.integers(0, 3),
    st.sampled_from(["", "2a", "1,5", '"3"']),
)


def document(name: str, *marks: Mark, part: str = "train", reader: str = "first") -> MarkedDocument:
    return MarkedDocument(name, part, "mixed", f"map, één/{name}.pdf", "0" * 64, reader, marks)


@given(st.lists(st.lists(MARKED, max_size=4), max_size=4))
def test_what_is_written_is_read(marks: list[list[Mark]]) -> None:
    documents = [document(f"N{i}", *some) for i, some in enumerate(marks)]
    with tempfile.TemporaryDirectory() as folder:
        write_boundaries(documents, folder)
        assert read_boundaries(folder) == documents


MARK = Mark("bullet", (1, 0), (1, 9), "01234567")


def test_parts_and_reader_choose_documents(tmp_path: Path) -> None:
    written = [
        document("N1", MARK),
        document("N2", MARK, part="dev"),
        document("N2b", MARK, part="dev", reader="second"),
        document("N3", part="test-bodies"),
    ]
    write_boundaries(written, tmp_path)
    assert [one.id for one in read_boundaries(tmp_path)] == ["N1", "N2", "N3"]
    assert [one.id for one in read_boundaries(tmp_path, "dev", "train")] == ["N1", "N2"]
    assert read_boundaries(tmp_path, "dev", reader="second") == [written[2]]


@pytest.mark.parametrize(
    ("file", "body", "make"),
    [
        ("raad/verslagen/a.PDF", "raad", "pdf"),
        ("oslo/thema/a.mdown", "oslo/thema", "md"),
        ("oslo/a.markdown", "oslo", "md"),
        ("a.docx", "a.docx", "docx"),
    ],
)
def test_body_and_make_are_told_by_the_path(file: str, body: str, make: str) -> None:
    one = MarkedDocument("N1", "train", "prose", file, "", "first")
    assert (one.body, one.make) == (body, make)


@pytest.mark.parametrize("name", [DOCUMENTS, MARKS])
def test_a_column_that_is_missing_is_an_error(tmp_path: Path, name: str) -> None:
    write_boundaries([document("N1", MARK)], tmp_path)
    path = tmp_path / name
    path.write_text(path.read_text("utf-8").replace("kind", "x").replace("style", "x"), "utf-8")
    with pytest.raises(CorpusError) as error:
        read_boundaries(tmp_path)
    assert error.value.code == "C27"


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        (DOCUMENTS, ",train,", ",proef,", "C14"),
        (MARKS, ",1:0,", ",x,", "C14"),
        (MARKS, "bullet,,", "bullet,een,", "C14"),
        (MARKS, ",01234567", "", "C05"),
    ],
)
def test_a_row_that_cant_be_is_an_error(
    tmp_path: Path, name: str, old: str, new: str, code: str
) -> None:
    write_boundaries([document("N1", MARK)], tmp_path)
    path = tmp_path / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(CorpusError) as error:
        read_boundaries(tmp_path)
    assert (error.value.code, error.value.values["line"]) == (code, 2)


def test_a_document_stands_once(tmp_path: Path) -> None:
    write_boundaries([document("N1"), document("N1", part="dev")], tmp_path)
    with pytest.raises(CorpusError) as error:
        read_boundaries(tmp_path)
    assert error.value.code == "C17"


def test_a_part_that_there_is_not_cant_be_asked_for(tmp_path: Path) -> None:
    write_boundaries([document("N1")], tmp_path)
    with pytest.raises(CorpusError) as error:
        read_boundaries(tmp_path, "test")
    assert error.value.code == "C29"


@pytest.mark.parametrize(("content", "code"), [(None, "C28"), (b"id,\xff", "C09")])
def test_a_table_that_cannot_be_read_is_an_error(
    tmp_path: Path, content: bytes | None, code: str
) -> None:
    write_boundaries([document("N1", MARK)], tmp_path)
    (tmp_path / MARKS).unlink()
    if content:
        (tmp_path / MARKS).write_bytes(content)
    with pytest.raises(CorpusError) as error:
        read_boundaries(tmp_path)
    assert error.value.code == code


@pytest.mark.parametrize("reader", ["first", "second"])
def test_what_ships_is_sound(reader: str) -> None:
    documents = read_boundaries(REAL, reader=reader)
    assert len({one.id for one in documents}) == len({one.sha256 for one in documents})
    for one in documents:
        assert one.part in MARKED_PARTS, one.id
        assert one.make in ("pdf", "docx", "md", "txt"), one.id
        assert one.marks, one.id
        for mark in one.marks:
            assert mark.kind in KINDS, one.id
            assert re.fullmatch("[0-9a-f]{8}", mark.digest), one.id
            assert (mark.level > 0) == (mark.kind == "heading"), one.id
            assert mark.first[0] <= mark.last[0], one.id


def test_a_second_reader_read_what_a_first_one_had_read() -> None:
    first = {(one.sha256, one.part) for one in read_boundaries(REAL)}
    assert first >= {(one.sha256, one.part) for one in read_boundaries(REAL, reader="second")}


def test_the_rules_say_how_many_documents_there_are() -> None:
    rules = " ".join((REAL / "BOUNDARIES.md").read_text("utf-8").split())
    assert f"{len(read_boundaries(REAL))} documents" in rules
    assert f"{len(read_boundaries(REAL, reader='second'))} of them" in rules
