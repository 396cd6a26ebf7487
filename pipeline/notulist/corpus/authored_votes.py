"""Votes on authored remarks, beside the corpus: who read which remark as what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from notulist.corpus.anchors import digest
from notulist.corpus.authored import Minutes
from notulist.corpus.tables import odd_value, read_table, write_table
from notulist.corpus.votes import VOTE_COLUMNS, Vote, Votes, settled, votes_in
from notulist.errors import CorpusError
from notulist.labels import LABELS

VOTES_FILE = "votes.csv"

_COLUMNS = ("document", "bullet", "digest", *VOTE_COLUMNS)


@dataclass(frozen=True, slots=True)
class RemarkVotes:
    """The votes on one remark."""

    document: str
    bullet: int
    """Its number among the document's remarks, from 0."""
    digest: str
    """Of its text, as anchors.digest: votes on a text that was rewritten are void."""
    votes: Votes
    """One of them at least cast; the first is what its author meant. Acts only: what is no remark
    doesn't stand in authored minutes."""

    @property
    def gold(self) -> Vote:
        """What holds."""
        return settled([vote for vote in self.votes if vote])


def read_votes(folder: str | Path) -> list[RemarkVotes]:
    """The folder's votes.csv, empty without one.

    Raises CorpusError: C05, C09, C27, C28 as `read_table`, C05 also for a row without a vote; C14 a
    number that is none, or a vote that is no act; C17 a remark twice.
    """
    path = Path(folder) / VOTES_FILE
    known: dict[tuple[str, int], RemarkVotes] = {}
    for line, row in read_table(path, _COLUMNS) if path.is_file() else ():
        one = _votes(row, path, line)
        if (one.document, one.bullet) in known:
            raise CorpusError("C17", file=path, line=line, id=f"{one.document}, {one.bullet}")
        known[one.document, one.bullet] = one
    return list(known.values())


def write_votes(votes: Iterable[RemarkVotes], folder: str | Path) -> None:
    """Write the table anew."""
    rows = (
        (one.document, one.bullet, one.digest, *(vote or "" for vote in one.votes)) for one in votes
    )
    write_table(Path(folder) / VOTES_FILE, _COLUMNS, rows)


def vote_problems(
    minutes: Iterable[Minutes], votes: Iterable[RemarkVotes], path: Path
) -> list[CorpusError]:
    """What is wrong with votes: on a remark that there is not or that was rewritten (C21), or
    that say otherwise than the document's label, further acts in whatever order (C22)."""
    remarks = {one.id: one.remarks for one in minutes}
    problems = []
    for one in votes:
        known = remarks.get(one.document, ())
        if one.bullet >= len(known) or digest(known[one.bullet].text) != one.digest:
            values = {"id": one.document, "bullet": one.bullet}
            problems.append(CorpusError("C21", file=path, **values))
            continue
        remark = known[one.bullet]
        label = Vote(remark.label, remark.secondary)
        said, meant = ((vote.label, set(vote.secondary)) for vote in (label, one.gold))
        if said != meant:
            values = {"id": one.document, "bullet": one.bullet, "line": remark.line}
            found = {"found": label, "gold": one.gold}
            problems.append(CorpusError("C22", file=path, **values, **found))
    return problems


def _votes(row: dict[str, str], path: Path, line: int) -> RemarkVotes:
    if not row["bullet"].isdecimal():
        raise odd_value(path, line, "bullet", row["bullet"], ("0", "1", "2", "…"))
    votes = votes_in(row, path, line, LABELS)
    if not any(votes):
        raise CorpusError("C05", file=path, line=line, name=VOTE_COLUMNS[0])
    return RemarkVotes(row["document"], int(row["bullet"]), row["digest"], votes)
