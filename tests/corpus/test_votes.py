"""Votes, and what holds when readers differ."""

import pytest

from notulist.corpus.votes import Vote, parse_vote, settled


@pytest.mark.parametrize("told", ["request", "request+explanation", "none"])
def test_a_vote_is_written_as_it_is_read(told: str) -> None:
    assert str(parse_vote(told)) == told


def test_an_empty_cell_is_no_vote() -> None:
    assert parse_vote("") is None


@pytest.mark.parametrize("told", ["wens", "request+request", "none+request", "request+none", "+"])
def test_what_is_no_vote_is_refused(told: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_vote(told)


@pytest.mark.parametrize(
    ("votes", "label"),
    [
        (["request"], "request"),
        (["request", "concern"], "request"),
        (["request", "concern", "concern"], "concern"),
        (["request", "concern", "none"], "none"),
        (["request", "request", "none"], "request"),
    ],
)
def test_the_majority_holds_then_the_third_then_the_first(votes: list[str], label: str) -> None:
    assert settled([Vote(vote) for vote in votes]).label == label


@pytest.mark.parametrize(
    ("votes", "secondary"),
    [
        (["request+explanation", "request"], ("explanation",)),
        (["request+explanation", "request", "request"], ()),
        (["request+explanation", "concern+request", "request"], ("explanation",)),
    ],
)
def test_a_further_act_holds_where_half_of_those_who_agree_name_it(
    votes: list[str], secondary: tuple[str, ...]
) -> None:
    cast = [vote for vote in map(parse_vote, votes) if vote]
    assert settled(cast).secondary == secondary
