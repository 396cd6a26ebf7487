"""Reading sheets: what a reader sees, and how the votes come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notulist.corpus.sheets import AnswerError, Entry, answers, save, sheets, show, taken
from notulist.corpus.votes import Vote
from notulist.errors import CorpusError


def entry(id_: str, document: str = "a.md", *, asked: bool = True) -> Entry:
    return Entry(id_, document, "1 Opening", f"tekst {id_}", asked=asked)


def test_a_sheet_numbers_what_is_asked_and_shows_the_rest_as_context() -> None:
    told = show([entry("x", asked=False), entry("y"), entry("z", document="b.md")])
    assert told.splitlines() == [
        "=== a.md",
        "## 1 Opening",
        "  · | tekst x",
        "  1 | tekst y",
        "",
        "=== b.md",
        "## 1 Opening",
        "  2 | tekst z",
    ]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), max_size=40), st.integers(1, 9))
def test_all_that_is_asked_stands_in_one_sheet_once(
    shape: list[tuple[str, bool]], size: int
) -> None:
    shape.sort(key=lambda one: one[0])
    given_ = [entry(str(n), document, asked=asked) for n, (document, asked) in enumerate(shape)]
    cut = list(sheets(given_, size))
    asked = [one.id for sheet in cut for one in sheet if one.asked]
    assert asked == [one.id for one in given_ if one.asked]
    assert all(0 < sum(one.asked for one in sheet) <= size for sheet in cut)


def put(folder: Path, told: str) -> Path:
    path = folder / "sheet-01.votes"
    path.write_text(told, encoding="utf-8")
    return path


def test_answers_are_votes_by_id(tmp_path: Path) -> None:
    votes = answers(put(tmp_path, "2 N?\n\n1 R+E\n"), ["x", "y"])
    assert votes == {"x": Vote("request", ("explanation",)), "y": Vote("none")}


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("1 A\n", "no answer for 2"),
        ("1 A\n1 C\n2 E\n", "answered twice"),
        ("1 A\n3 E\n", "not NUMBER ACTS"),
        ("1 A\n2 X\n", "not NUMBER ACTS"),
        ("1 A\n2 N+E\n", "acts at odds"),
        ("1 A\n2 E+E\n", "acts at odds"),
    ],
)
def test_answers_that_cant_be_taken_are_refused(tmp_path: Path, told: str, message: str) -> None:
    with pytest.raises(AnswerError, match=message):
        answers(put(tmp_path, told), ["x", "y"])


def test_answers_may_begin_with_the_mark_of_a_windows_editor(tmp_path: Path) -> None:
    assert answers(put(tmp_path, "\ufeff1 A\n"), ["x"]) == {"x": Vote("agreement")}


def test_answers_that_arent_utf_8_are_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "")
    path.write_bytes(b"1 A\xff")
    with pytest.raises(CorpusError) as caught:
        answers(path, ["x"])
    assert caught.value.code == "C09"


def test_a_folder_that_holds_sheets_takes_no_others(tmp_path: Path) -> None:
    save(sheets([entry("x")]), tmp_path)
    put(tmp_path, "1 A\n")
    with pytest.raises(CorpusError) as caught:
        save(sheets([entry("y")]), tmp_path)
    assert caught.value.code == "C35"
    assert taken(tmp_path) == {"x": Vote("agreement")}


@pytest.mark.parametrize("id_", ["a b:0", 'a "b",c:0'])
def test_an_id_may_hold_spaces_commas_and_quotes(tmp_path: Path, id_: str) -> None:
    save(sheets([entry(id_)]), tmp_path)
    put(tmp_path, "1 A\n")
    assert taken(tmp_path) == {id_: Vote("agreement")}


def test_answers_without_the_ids_of_their_sheet_are_refused(tmp_path: Path) -> None:
    put(tmp_path, "1 A\n")
    with pytest.raises(CorpusError) as caught:
        taken(tmp_path)
    assert caught.value.code == "C36"


def test_saved_sheets_take_the_votes_of_their_numbers(tmp_path: Path) -> None:
    save(sheets([entry("x"), entry("y")]), tmp_path)
    put(tmp_path, "1 A\n2 C\n")
    assert taken(tmp_path) == {"x": Vote("agreement"), "y": Vote("concern")}
