"""Counts of found actors: what counts as found, linked and right."""

from __future__ import annotations

import pytest

from notulist.corpus.actor_marks import ActorMarks, ActorMention, Party
from notulist.training import actor_scores as scores
from notulist.training.actor_scores import Counts, count, estimate, total


def marks(*mentions: tuple[int, int, str], holder: str = "", addressee: str = "") -> ActorMarks:
    return ActorMarks(
        "b1",
        "first",
        tuple(ActorMention(*one) for one in mentions),
        *(tuple(Party(id_) for id_ in told.split()) for told in (holder, addressee)),
    )


GOLD = marks((0, 3, "VNG"), (10, 20, "NIL"), holder="VNG", addressee="JenV BZK")


def test_the_same_is_all_right() -> None:
    one = count(GOLD, GOLD)
    assert [figure(one) for figure in scores.FIGURES] == [1, 1, 1, 1]


def test_a_mention_is_found_by_any_that_overlaps_it() -> None:
    one = count(GOLD, marks((2, 8, "VNG"), (30, 33, "IPO")))
    assert (one.gold, one.told, one.found, one.hits) == (2, 2, 1, 1)
    assert scores.mention_f1(one) == pytest.approx(0.5)


def test_two_that_overlap_one_find_it_once_and_link_by_the_longer() -> None:
    one = count(GOLD, marks((0, 1, "IPO"), (1, 3, "VNG")))
    assert (one.found, one.hits, one.linked) == (1, 2, 1)


def test_links_are_counted_of_found_mentions_whose_body_has_an_id() -> None:
    one = count(GOLD, marks((0, 3, "IPO"), (10, 20, "IPO")))
    assert (one.linked, one.linkable) == (0, 1)


@pytest.mark.parametrize(
    ("holder", "addressee", "right"),
    [
        ("VNG", "BZK JenV", (1, 1)),
        ("VNG IPO", "BZK", (0, 0)),
        ("", "", (0, 0)),
    ],
)
def test_holders_and_addressees_are_right_as_sets(
    holder: str, addressee: str, right: tuple[int, int]
) -> None:
    one = count(GOLD, marks(holder=holder, addressee=addressee))
    assert (one.holder, one.addressee) == right
    assert (one.held, one.addressed) == (1, 1)
    assert (one.held_right, one.addressed_right) == right


def test_no_holder_is_right_where_there_is_none() -> None:
    one = count(marks(), marks())
    assert (one.holder, one.held, one.held_right) == (1, 0, 0)


def test_counts_add_up_and_nothing_is_zero() -> None:
    assert total([]) == Counts()
    assert total([count(GOLD, GOLD)] * 2).gold == 4
    assert [figure(Counts()) for figure in scores.FIGURES] == [0, 0, 0, 0]


def test_an_interval_is_of_documents_drawn_anew() -> None:
    good, bad = count(GOLD, GOLD), count(GOLD, marks())
    found = estimate(scores.holder_accuracy, [(good, "a")] * 2 + [(bad, "b")] * 2)
    assert (found.value, found.low, found.high) == (0.5, 0, 1)
