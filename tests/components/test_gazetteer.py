"""The actor table: what it holds, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from notulist.components.actors import own_actors
from notulist.components.choosing import of_day
from notulist.components.gazetteer import (
    Actor,
    dump_actors,
    merge,
    parse_actors,
    read_actors,
    shipped_actors,
)
from notulist.errors import ActorTableError

HEADER = "id,label,exact,any_case\n"


@pytest.fixture(scope="module")
def shipped() -> dict[str, Actor]:
    return {actor.id: actor for actor in shipped_actors()}


@pytest.mark.parametrize(
    ("actor_id", "label"),
    [
        ("VNG", "ORG"),
        ("JenV", "ORG"),
        ("CdK", "OFFICE"),
        ("medeoverheden", "COLLECTIVE"),
        ("gemeente:Den-Haag", "ORG"),
        ("provincie:Zeeland", "ORG"),
        ("waterschap:Rivierenland", "ORG"),
        ("VR:Twente", "ORG"),
    ],
)
def test_shipped_table_holds(shipped: dict[str, Actor], actor_id: str, label: str) -> None:
    assert shipped[actor_id].label == label


def test_shipped_table_has_all_provinces_and_municipalities(shipped: dict[str, Actor]) -> None:
    sorts = [key.partition(":")[0] for key in shipped]
    assert sorts.count("provincie") == 12
    live = [a for a in shipped.values() if a.id.startswith("gemeente:") and not a.valid_until]
    assert len(live) == 342


def test_every_office_with_a_body_names_one_in_the_table(shipped: dict[str, Actor]) -> None:
    assert [a.id for a in shipped.values() if a.body and a.body not in shipped] == []


def test_bodies_that_share_a_pattern_had_it_one_after_the_other_or_are_parts(
    shipped: dict[str, Actor],
) -> None:
    owners: dict[str, list[Actor]] = {}
    for actor in shipped.values():
        if not actor.within:
            for pattern in (*actor.exact, *actor.any_case):
                owners.setdefault(pattern, []).append(actor)
    days = [f"{year}-{month}-15" for year in range(2005, 2027) for month in ("01", "08")]
    doubtful = {
        pattern
        for pattern, actors in owners.items()
        for day in days
        if len({actor.kb_id for actor in of_day(actors, day)}) > 1
    }
    assert doubtful == set()


@pytest.mark.parametrize(
    ("actor_id", "column", "value"),
    [
        ("gr:Avalex", "tooi", "https://identifier.overheid.nl/tooi/id/so/"),
        ("gemeente:Utrecht", "oin", "0000000100"),
        ("gemeente:Wehl", "valid_until", "2004-12-31"),
        ("Kennisnet", "name", "Stichting Kennisnet"),
    ],
)
def test_bodies_of_the_register_have_what_it_tells(
    shipped: dict[str, Actor], actor_id: str, column: str, value: str
) -> None:
    assert getattr(shipped[actor_id], column).startswith(value)


def test_parts_are_found_within_a_body_of_the_table(shipped: dict[str, Actor]) -> None:
    assert {a.within for a in shipped.values() if a.within} <= shipped.keys()


def test_no_persons_are_in_the_table(shipped: dict[str, Actor]) -> None:
    assert not [a.name for a in shipped.values() if a.name.startswith(("Lid ", "Fractie"))]


@pytest.mark.parametrize("word", ["Aan", "AZ", "PO", "RO", "VR", "NA", "HR", "Best", "rijk", "om"])
def test_common_words_and_ambiguous_abbreviations_are_no_patterns(
    shipped: dict[str, Actor], word: str
) -> None:
    assert not any(
        word in actor.exact or word.lower() in (p.lower() for p in actor.any_case)
        for actor in shipped.values()
    )


def test_office_counts_as_its_body() -> None:
    assert Actor("SJenV", "OFFICE", body="JenV").kb_id == "JenV"
    assert Actor("CdK", "OFFICE").kb_id == "CdK"


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ("id,label,exact\nX,ORG,XY\n", "A01", "any_case"),
        (HEADER + "X,ORG,XY,\nX,ORG,YZ,\n", "A02", "row 3"),
        (HEADER + "X,ORG,,\n", "A03", "row 2"),
        (HEADER + "X,ORG,XY||YZ,\n", "A03", "row 2"),
        (HEADER + "X,ORG,XY|Z,\n", "A04", "'Z'"),
        (HEADER + "X,BODY,XY,\n", "A05", "BODY"),
        (HEADER + "X Y,ORG,XY,\n", "A07", "X Y"),
        (HEADER + ",ORG,XY,\n", "A07", "row 2"),
    ],
)
def test_bad_table_is_refused_with_its_row(text: str, code: str, named: str) -> None:
    with pytest.raises(ActorTableError) as caught:
        parse_actors(text, "mine.csv")
    assert caught.value.code == code
    assert named in str(caught.value)
    assert "mine.csv" in caught.value.in_language("nl")


def test_absent_or_binary_table_is_refused(tmp_path: Path) -> None:
    binary = tmp_path / "x.csv"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.csv", binary):
        with pytest.raises(ActorTableError) as caught:
            read_actors(path)
        assert caught.value.code == "A06"


def test_table_as_a_dutch_excel_saves_it(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("id;label;exact;any_case\r\nZG;ORG;ZG|Z-G;zeegroep\r\n", encoding="utf-8-sig")
    assert read_actors(path) == (Actor("ZG", "ORG", exact=("ZG", "Z-G"), any_case=("zeegroep",)),)


def test_dump_is_read_back_the_same() -> None:
    table = shipped_actors()
    assert parse_actors(dump_actors(table), "copy") == table


def test_own_row_replaces_and_comes_first() -> None:
    base = (Actor("A", "ORG", exact=("AA",)), Actor("B", "ORG", exact=("BB",)))
    mine = (Actor("B", "ORG", exact=("BBB",)), Actor("C", "ORG", exact=("CC",)))
    assert [a.exact for a in merge(base, mine)] == [("BBB",), ("CC",), ("AA",)]


def test_a_pattern_of_an_own_row_is_its_alone() -> None:
    base = (Actor("A", "ORG", exact=("AA", "AB")), Actor("B", "ORG", exact=("BB",)))
    mine = (Actor("C", "ORG", exact=("AB", "BB")),)
    assert [(a.id, a.exact) for a in merge(base, mine)] == [("C", ("AB", "BB")), ("A", ("AA",))]


@pytest.mark.parametrize("row", ["X,ORG,Aan,", "X,ORG,,overleg", "X,ORG,XY|over,", "X,ORG,,Punt"])
def test_an_own_pattern_that_is_a_common_word_is_refused_with_its_row(
    tmp_path: Path, row: str
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(HEADER + row, encoding="utf-8")
    with pytest.raises(ActorTableError, match="row 2") as caught:
        own_actors(path, shipped_actors())
    assert caught.value.code == "A08"


@pytest.mark.parametrize("row", ["X,ORG,AAN,", "X,COLLECTIVE,,gemeenten", "X,ORG,,zeegroep"])
def test_capitals_rare_words_and_words_of_the_table_may_be_own_patterns(
    tmp_path: Path, row: str
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(HEADER + row, encoding="utf-8")
    assert [actor.id for actor in own_actors(path, shipped_actors())] == ["X"]
