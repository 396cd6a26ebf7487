"""Having a corpus read: sheets of what a reader is yet to vote on, and the votes put in.

    python -m notulist.corpus.voting write FOLDER --vote second --real MINUTES --part dev
    python -m notulist.corpus.voting take FOLDER --vote second --real MINUTES
    python -m notulist.corpus.voting write FOLDER --vote second --authored data/corpus

First votes are on what nobody has read, second on what has one vote, third on what has two that
differ. Authored remarks have their author's meaning as the first; one that was rewritten is read
anew.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc

from notulist.corpus.anchors import digest
from notulist.corpus.authored import Minutes
from notulist.corpus.authored_votes import RemarkVotes, read_votes, write_votes
from notulist.corpus.folder import load
from notulist.corpus.labels import PARTS, LabelledFile, read_labels, write_labels
from notulist.corpus.real import LABELS_FOLDER, passages, told_docs
from notulist.corpus.sheets import SIZE, AnswerError, Entry, save, sheets, taken
from notulist.corpus.votes import READERS, Vote, Votes
from notulist.errors import CorpusError
from notulist.labels import NONE


def is_due(votes: Votes, reader: str) -> bool:
    """Whether this reader is to vote on a passage with these votes."""
    first, second, third = votes
    if reader == "first":
        return first is None
    if reader == "second":
        return first is not None and second is None
    return third is None and bool(first and second and first.label != second.label)


def put_in(votes: Votes, vote: Vote, reader: str) -> Votes:
    """Votes with this reader's, over any that stood there."""
    place = READERS.index(reader)
    return (*votes[:place], vote, *votes[place + 1 :])


def with_votes(file: LabelledFile, votes: Mapping[str, Vote], reader: str) -> LabelledFile:
    """A real file with one reader's votes, by id of passage."""
    return replace(
        file,
        spans=tuple(
            replace(span, votes=put_in(span.votes, votes[span.id], reader))
            if span.id in votes
            else span
            for span in file.spans
        ),
    )


def wanted_ids(files: Iterable[LabelledFile], reader: str, share: float, seed: int = 0) -> set[str]:
    """Passages of real files that this reader is yet to read; `share` of them, drawn at random."""
    chance = random.Random(seed)  # noqa: S311  a sample, nothing secret
    return {
        span.id
        for file in files
        for span in file.spans
        # Drawn for every one, so that the same are drawn again.
        if chance.random() < share and is_due(span.votes, reader)
    }


def real_entries(docs: Iterable[Doc], wanted: set[str]) -> Iterator[Entry]:
    """The bullets of gold Docs; asked for are those whose id is wanted."""
    for doc in docs:
        source = doc._.source
        for bullet, id_ in passages(doc):
            extra = bullet._
            heading = f"{extra.agenda_number} {extra.agenda_title}".strip()
            text = " ".join((extra.clean or bullet.text).split())
            yield Entry(id_, source.name, heading, text, extra.level, id_ in wanted)


def all_votes(minutes: Iterable[Minutes], votes: Iterable[RemarkVotes]) -> list[RemarkVotes]:
    """The votes on every authored remark; one that isn't in `votes`, or with another text there,
    has its label as the first and no further vote."""
    known = {entry_id(one): one for one in votes}
    fresh = (
        RemarkVotes(one.id, number, digest(r.text), (Vote(r.label, r.secondary), None, None))
        for one in minutes
        for number, r in enumerate(one.remarks)
    )
    return [known.get(entry_id(one), one) for one in fresh]


def entry_id(one: RemarkVotes) -> str:
    """The id of an authored remark on sheets: with its digest, so that answers never go to another
    text that has taken its place meanwhile."""
    return f"{one.document}:{one.bullet}:{one.digest}"


def authored_entries(
    minutes: Iterable[Minutes], votes: Iterable[RemarkVotes], reader: str
) -> Iterator[Entry]:
    """The remarks of authored minutes; asked for are those that this reader is yet to read.

    votes: those of `all_votes`, one a remark in the same order.
    """
    remarks = ((one.id, item, r) for one in minutes for item in one.items for r in item.remarks)
    for (document, item, remark), known in zip(remarks, votes, strict=True):
        heading = f"{item.number} {item.title}".strip()
        asked = is_due(known.votes, reader)
        yield Entry(entry_id(known), document, heading, remark.text, remark.level, asked)


def _write(chosen: argparse.Namespace) -> str:
    if chosen.authored:
        minutes = load(chosen.authored)
        votes = all_votes(minutes, read_votes(chosen.authored))
        entries = authored_entries(minutes, votes, chosen.vote)
    else:
        files = read_labels(chosen.labels, *chosen.part)
        wanted = wanted_ids(files, chosen.vote, chosen.share)
        entries = real_entries(told_docs(chosen.real, files), wanted)
    return save(sheets(entries, chosen.size), chosen.folder)


def _take(chosen: argparse.Namespace) -> str:
    votes = taken(chosen.folder)
    if chosen.authored:
        known = all_votes(load(chosen.authored), read_votes(chosen.authored))
        _check(votes, {entry_id(one) for one in known}, chosen.folder)
        if without := [id_ for id_, vote in votes.items() if vote.label == NONE]:
            raise CorpusError("C38", folder=chosen.folder, id=without[0], count=len(without))
        now = (
            replace(one, votes=put_in(one.votes, votes[name], chosen.vote))
            if (name := entry_id(one)) in votes
            else one
            for one in known
        )
        write_votes(now, chosen.authored)
    else:
        files = read_labels(chosen.labels)
        _check(votes, {span.id for file in files for span in file.spans}, chosen.folder)
        write_labels([with_votes(file, votes, chosen.vote) for file in files], chosen.labels)
    return f"{len(votes)} votes taken in"


def _check(votes: Iterable[str], known: Collection[str], folder: Path) -> None:
    """Nothing, where all that was voted on is there. Raises CorpusError C37."""
    if unknown := [id_ for id_ in votes if id_ not in known]:
        raise CorpusError("C37", folder=folder, id=unknown[0], count=len(unknown))


def _size(told: str) -> int:
    if int(told) < 1:
        raise argparse.ArgumentTypeError("a sheet holds one passage at least")
    return int(told)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line; ends with what is wrong where sheets can't be written or votes taken in."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("do", choices=("write", "take"))
    parser.add_argument("folder", type=Path, help="of the sheets")
    parser.add_argument("--vote", choices=READERS, required=True)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--real", type=Path, metavar="MINUTES")
    which.add_argument("--authored", type=Path, metavar="CORPUS")
    parser.add_argument("--labels", type=Path, default=LABELS_FOLDER)
    parser.add_argument("--part", choices=PARTS, action="append", default=[])
    parser.add_argument("--share", type=float, default=1.0, help="of real passages, at random")
    parser.add_argument("--size", type=_size, default=SIZE)
    chosen = parser.parse_args(arguments)
    try:
        sys.stdout.write(f"{(_write if chosen.do == 'write' else _take)(chosen)}\n")
    except (AnswerError, CorpusError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
