"""Actors of passages as readers mark them: from a line to places, on disk, and which hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from notulist.corpus.actor_marks import (
    ACTORS_FILE,
    ActorMarks,
    ActorMention,
    Party,
    parse_answer,
    read_marks,
    resolved,
    settled,
    write_marks,
)
from notulist.errors import CorpusError

TEXT = "VNG vraagt  Regio X\nom steun; VNG wacht op het bureau."


def answer(line: str, text: str = TEXT) -> ActorMarks:
    return parse_answer(line, text, "b1", "first")


def test_a_mention_is_each_place_where_its_surface_stands() -> None:
    found = answer(" VNG | ").mentions
    assert [TEXT[one.start : one.end] for one in found] == ["VNG", "VNG"]
    assert {one.id for one in found} == {"VNG"}


@pytest.mark.parametrize(
    ("line", "mention"),
    [
        pytest.param("Regio X = - |", ActorMention(12, 19, "NIL"), id="a body without id"),
        pytest.param("bureau ~ IPO |", ActorMention(47, 53, "IPO", True), id="an inferred body"),
        pytest.param("X om = - |", ActorMention(18, 22, "NIL"), id="over a line's end"),
    ],
)
def test_places_are_those_of_the_text_as_it_stands(line: str, mention: ActorMention) -> None:
    assert answer(line).mentions == (mention,)


@pytest.mark.parametrize(
    ("line", "holder", "addressee"),
    [
        ("VNG | VNG", (Party("VNG"),), ()),
        ("VNG; Regio X = - | VNG > Regio X", (Party("VNG"),), (Party("NIL"),)),
        ("| ~VNG, IPO >", (Party("VNG", True), Party("IPO")), ()),
        ("| > ~ JenV", (), (Party("JenV", True),)),
        ("| - ?", (Party("NIL"),), ()),
        ("|", (), ()),
    ],
)
def test_holder_and_addressee_are_ids(
    line: str, holder: tuple[Party, ...], addressee: tuple[Party, ...]
) -> None:
    found = answer(line)
    assert (found.holder, found.addressee) == (holder, addressee)


@pytest.mark.parametrize("line", ["VNG", "IPO | IPO", "VNG; VNG | VNG", "| VNG | IPO"])
def test_a_line_that_cant_be_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        answer(line)


def test_a_surface_within_a_longer_one_is_no_mention_of_its_own() -> None:
    assert len(answer("Regio X = -; Regio = - |").mentions) == 1


def test_marks_read_back(tmp_path: Path) -> None:
    both = [answer("VNG; bureau ~ IPO | ~VNG > -"), replace(answer("|"), reader="second")]
    write_marks(both[::-1], tmp_path)
    assert read_marks(tmp_path) == both


@pytest.mark.parametrize(
    "row", ["b1,fourth,,,", "b1,first,VNG,,", "b1,first,1:2,,", "b1,first,1:2?VNG,,"]
)
def test_a_table_with_what_cant_be_is_refused(tmp_path: Path, row: str) -> None:
    (tmp_path / ACTORS_FILE).write_text(f"id,reader,mentions,holder,addressee\n{row}\n")
    with pytest.raises(CorpusError) as caught:
        read_marks(tmp_path)
    assert caught.value.code == "C14"


def test_a_mention_with_an_id_that_nobody_knows_is_refused() -> None:
    path = Path(ACTORS_FILE)
    assert resolved(answer("VNG; Regio X = - | VNG"), ["VNG"], path).holder == (Party("VNG"),)
    with pytest.raises(CorpusError) as caught:
        resolved(answer("VNG = IPO |"), ["VNG"], path)
    assert caught.value.code == "C14"


def test_a_holder_that_is_no_id_is_a_body_that_the_list_lacks() -> None:
    found = resolved(answer("| ~Archief > VNG, -"), ["VNG"], Path(ACTORS_FILE))
    assert (found.holder, found.addressee) == ((Party("NIL", True),), (Party("VNG"), Party("NIL")))


def by(reader: str, line: str) -> ActorMarks:
    return replace(answer(line), reader=reader)


def test_what_two_readers_say_alike_holds() -> None:
    same = [by("first", "VNG | VNG"), by("second", "VNG | ~VNG")]
    assert settled(same) == {"b1": same[0]}


def test_where_two_differ_the_third_decides() -> None:
    differ = [by("first", "VNG | VNG"), by("second", "VNG |")]
    third = by("third", "VNG |")
    assert settled(differ) == {}
    assert settled([*differ, third]) == {"b1": third}


def test_what_one_reader_alone_has_read_is_not_settled() -> None:
    assert settled([by("first", "VNG | VNG")]) == {}
