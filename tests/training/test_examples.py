"""Examples: what goes with each bullet, and stays with it."""

from __future__ import annotations

from told import Bullet, examples

from notulist.labels import NONE
from notulist.training.examples import Examples

VOTES = ("request", "concern")
READ = examples(
    Bullet("request", "een", "Raad", VOTES),
    Bullet(NONE, "twee", "Kring"),
    Bullet("concern", "drie"),
)
UNREAD = examples(Bullet("request", "vier"))


def test_rows_that_are_taken_keep_all_that_goes_with_them() -> None:
    assert READ.take([2, 0]) == Examples(
        ("drie", "een"), ("concern", "request"), *[("Overleg", "Raad")] * 2, votes=((), VOTES)
    )


def test_without_votes_none_are_taken() -> None:
    assert UNREAD.take([0]).votes == ()


def test_remarks_are_what_records_an_act() -> None:
    assert (READ.remarks.texts, READ.remarks.votes) == (("een", "drie"), (VOTES, ()))


def test_names_are_kept_whatever_is_taken() -> None:
    named = Examples(("a",), (NONE,), ("b",), ("b",), frozenset({"verzinsel"}))
    assert named.remarks.names == {"verzinsel"}


def test_votes_stay_with_their_bullets_when_examples_are_joined() -> None:
    assert (READ + UNREAD).votes == (VOTES, (), (), ())
    assert (UNREAD + READ).votes == ((), VOTES, (), ())


def test_further_acts_are_known_of_all_bullets_or_of_none() -> None:
    one = Examples(("a", "b"), ("request",) * 2, ("x",) * 2, ("x",) * 2, further=((), ("concern",)))
    assert one.take([1]).further == (("concern",),)
    assert (one + one).further == ((), ("concern",), (), ("concern",))
    assert (one + UNREAD).further == ()
