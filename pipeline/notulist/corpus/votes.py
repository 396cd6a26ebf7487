"""Votes: what each reader says a passage records, and what holds when they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from notulist.corpus.tables import odd_value
from notulist.labels import LABELS, NONE

VOTES: tuple[str, ...] = (*LABELS, NONE)
READERS = ("first", "second", "third")
VOTE_COLUMNS: tuple[str, ...] = tuple(f"{reader}_vote" for reader in READERS)
"""Of a table of votes; a cell is empty where that one hasn't read the passage."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What one reader says."""

    label: str
    """One of VOTES."""
    secondary: tuple[str, ...] = ()
    """Further acts that are recorded in words of their own."""

    def __str__(self) -> str:
        return "+".join((self.label, *self.secondary))


Votes = tuple[Vote | None, ...]
"""On one passage, in the order of READERS; None where that one hasn't read it."""


def parse_vote(told: str) -> Vote | None:
    """The Vote of "request+explanation", None of "".

    Raises ValueError for a word that is no act, an act that stands twice, and `none` beside others.
    """
    if not told:
        return None
    acts = told.split("+")
    if not set(acts) <= set(VOTES) or len(set(acts)) < len(acts) or (NONE in acts and acts[1:]):
        raise ValueError(told)
    return Vote(acts[0], tuple(acts[1:]))


def votes_in(
    row: Mapping[str, str], path: Path, line: int, allowed: Sequence[str] = VOTES
) -> Votes:
    """The votes of a table's row.

    allowed: the labels that may stand there. Raises CorpusError C14 for a vote that can't be, with
    `path` and `line`.
    """
    votes = []
    for column in VOTE_COLUMNS:
        try:
            vote = parse_vote(row[column])
        except ValueError as error:
            raise odd_value(path, line, column, row[column], allowed) from error
        if vote and vote.label not in allowed:
            raise odd_value(path, line, column, row[column], allowed)
        votes.append(vote)
    return tuple(votes)


def settled(votes: Sequence[Vote]) -> Vote:
    """What holds: the label that most give; without a majority the last reader's, who has seen
    that the others differ, and the first's of only two.

    A further act holds where half of those who agree on the label name it.

    votes: those that were cast, one at least.
    """
    counts = Counter(vote.label for vote in votes)
    label, most = counts.most_common(1)[0]
    if most == 1:
        label = votes[-1 if len(votes) > 2 else 0].label
    agreeing = [vote for vote in votes if vote.label == label]
    acts = dict.fromkeys(act for vote in agreeing for act in vote.secondary)
    named = [act for act in acts if 2 * sum(act in v.secondary for v in agreeing) >= len(agreeing)]
    return Vote(label, tuple(named))
