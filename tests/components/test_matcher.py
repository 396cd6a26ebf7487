"""Patterns in words: which are found, and whose they are where more bodies have them."""

from __future__ import annotations

import pytest

from notulist.components.gazetteer import Actor, shipped_actors
from notulist.components.matcher import Matcher
from notulist.components.words import words_of
from notulist.language import MinutesDutch

NLP = MinutesDutch()


def matcher(*actors: Actor) -> Matcher:
    return Matcher(actors, NLP.tokenizer)


def ids(actors: Matcher, text: str, day: str | None = None) -> list[str]:
    mentions, _ = actors.find(words_of(NLP.make_doc(text)), day)
    return [m.actor.id for m in mentions]


def test_every_pattern_of_the_shipped_table_is_found_by_itself() -> None:
    table = shipped_actors()
    actors = Matcher(table, NLP.tokenizer)
    lost = []
    for actor in (actor for actor in table if not actor.within):
        for pattern in (*actor.exact, *actor.any_case):
            words = words_of(NLP.make_doc(pattern))
            mentions, _ = actors.find(words)
            whole = any(m.start == 0 and m.end == len(words.text) for m in mentions)
            if not whole:
                lost.append(pattern)
    assert lost == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ZG ZG's ZGs zg", 3),
        ("raad van Noord raad van Noord-Zuid", 2),
        ("RAAD VAN NOORD", 1),
        ("raad van", 0),
    ],
)
def test_exact_patterns_as_written_others_in_any_case(text: str, found: int) -> None:
    actor = Actor("ZG", "ORG", exact=("ZG",), any_case=("raad van Noord",))
    assert len(ids(matcher(actor), text)) == found


def test_the_longest_of_patterns_that_overlap() -> None:
    actors = matcher(
        Actor("A", "ORG", exact=("Raad",)),
        Actor("B", "ORG", exact=("Raad van Noord",)),
        Actor("C", "ORG", exact=("Noord en Zuid",)),
    )
    assert ids(actors, "Raad van Noord en Zuid") == ["B"]


@pytest.mark.parametrize(
    ("day", "actor"),
    [
        (None, "EZ"),
        ("2009-05-01", "EZ"),
        ("2011-05-01", "ELI"),
        ("2015-05-01", "EZ"),
        ("2019-05-01", "EZK"),
        ("2025-05-01", "EZ"),
    ],
)
def test_a_name_stands_for_the_body_of_that_day(day: str | None, actor: str) -> None:
    assert ids(Matcher(shipped_actors(), NLP.tokenizer), "dat EZ komt", day) == [actor]


@pytest.mark.parametrize(("day", "body"), [("2023-03-01", "JenV"), ("2025-03-01", "AenM")])
def test_an_office_is_of_the_ministry_that_had_it_that_day(day: str, body: str) -> None:
    words = words_of(NLP.make_doc("De DGM licht toe"))
    mentions, _ = Matcher(shipped_actors(), NLP.tokenizer).find(words, day)
    assert [m.actor.kb_id for m in mentions] == [body]


PARTS = (
    Actor("N", "ORG", exact=("Noord",)),
    Actor("Z", "ORG", exact=("Zuid",)),
    Actor("wonen-N", "ORG", any_case=("directie wonen",), within="N"),
    Actor("wonen-Z", "ORG", any_case=("directie wonen",), within="Z"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De directie wonen komt", []),
        ("Noord komt, de directie wonen ook", ["N", "wonen-N"]),
        ("De directie wonen van Zuid", ["wonen-Z", "Z"]),
    ],
)
def test_a_part_counts_where_its_body_is_named(text: str, found: list[str]) -> None:
    assert ids(matcher(*PARTS), text) == found


def test_a_name_of_two_that_nothing_decides_is_doubtful() -> None:
    words = words_of(NLP.make_doc("Noord en Zuid: directie wonen"))
    mentions, _ = matcher(*PARTS).find(words)
    assert [(m.actor.id, m.doubtful) for m in mentions] == [
        ("N", False),
        ("Z", False),
        ("wonen-N", True),
    ]


@pytest.mark.parametrize(
    ("day", "found"), [(None, 0), ("2003-01-01", 1), ("2010-01-01", 0)], ids=str
)
def test_a_bare_place_is_no_municipality_that_has_ended(day: str | None, found: int) -> None:
    actor = Actor("gemeente:Wehl", "ORG", places=("Wehl",), valid_until="2004-12-31")
    _, places = matcher(actor).find(words_of(NLP.make_doc("wethouder Wehl")), day)
    assert len(places) == found
