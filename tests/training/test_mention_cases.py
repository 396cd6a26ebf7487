"""Composed sentences with all ways of writing actors: the table, what is counted, what is found."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from notulist.components.gazetteer import shipped_actors
from notulist.errors import CorpusError
from notulist.training.mentions import (
    MISSION,
    MentionCase,
    Score,
    Told,
    as_table,
    failures,
    main,
    read_mentions,
    score,
    tagger,
    tried,
)

CASES = read_mentions()


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return tried(CASES, tagger())


def test_there_are_400_cases_and_40_mentions_of_each_mission_actor() -> None:
    named = Counter(id_ for case in CASES for _, _, id_ in case.mentions)
    assert len(CASES) >= 400
    assert min(named[actor] for actor in MISSION) >= 40
    assert len(set(CASES)) == len(CASES)


def test_one_in_five_of_the_cases_names_no_actor() -> None:
    assert sum(not case.mentions for case in CASES) > 75


def test_every_id_is_in_the_shipped_list() -> None:
    known = {actor.kb_id for actor in shipped_actors()}
    assert {id_ for case in CASES for _, _, id_ in case.mentions} <= known


@pytest.mark.parametrize("actor", MISSION)
def test_the_shipped_list_finds_the_mission_actors(told: list[Told], actor: str) -> None:
    assert score(told, [actor]).f1 >= 0.99


def test_the_shipped_list_finds_the_others(told: list[Told]) -> None:
    assert score(told).f1 >= 0.99


def test_marks_are_read_as_places_in_the_text(tmp_path: Path) -> None:
    (tmp_path / "mentions.csv").write_text(
        "text,date,capability\nDe {VNG's=VNG} en {GS=GS} komen,2020-01-01,x\n", encoding="utf-8"
    )
    (case,) = read_mentions(tmp_path)
    assert case == MentionCase(
        "De VNG's en GS komen", frozenset({(3, 8, "VNG"), (12, 14, "GS")}), "x", "2020-01-01"
    )


@pytest.mark.parametrize("text", ["De {VNG} komt", "De {VNG=VNG komt", "{=VNG}"])
def test_braces_that_are_no_mark_are_refused_with_their_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "mentions.csv").write_text(f"text,date,capability\n{text},,x\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="line 2") as caught:
        read_mentions(tmp_path)
    assert caught.value.code == "C14"


GOLD = MentionCase("VNG en IPO", frozenset({(0, 3, "VNG"), (7, 10, "IPO")}), "some")


@pytest.mark.parametrize(
    ("found", "counted", "wrong"),
    [
        ({(0, 3, "VNG"), (7, 10, "IPO")}, Score(2, 2, 2), []),
        ({(0, 3, "VNG")}, Score(2, 1, 1), ["-IPO (IPO)"]),
        ({(0, 3, "UvW"), (7, 10, "IPO")}, Score(2, 2, 1), ["-VNG (VNG)", "+VNG (UvW)"]),
        ({(0, 6, "VNG")}, Score(2, 1, 0), ["-VNG (VNG)", "-IPO (IPO)", "+VNG en (VNG)"]),
    ],
)
def test_right_is_what_has_the_place_and_the_id(
    found: set[tuple[int, int, str]], counted: Score, wrong: list[str]
) -> None:
    told = [(GOLD, frozenset(found))]
    assert score(told) == counted
    assert failures(told) == ([f"- some: “VNG en IPO”: {', '.join(wrong)}"] if wrong else [])


def test_a_score_of_nothing_is_perfect_and_of_wrong_words_is_none() -> None:
    assert (Score(0, 0, 0).f1, Score(0, 1, 0).f1, Score(2, 1, 1).f1) == (1.0, 0.0, 2 / 3)


def test_the_table_tells_of_each_mission_actor_and_of_all() -> None:
    text = as_table([(GOLD, frozenset({(0, 3, "VNG")}))])
    assert "| IPO | 1 | 0 | 0 | 0.000 |" in text
    assert "| all actors | 2 | 1 | 1 | 0.667 |" in text


def test_the_command_tries_an_own_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("id,label,exact,any_case\nMINE,ORG,VNG,\n", encoding="utf-8")
    main(["--actors", str(path), "--failures", "1"])
    said = capsys.readouterr().out
    assert "| VNG | 63 |" in said
    assert "(MINE)" in said
