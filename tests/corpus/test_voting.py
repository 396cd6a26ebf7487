"""Having a corpus read: who is to read what, and where the votes go."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from notulist.corpus import authored
from notulist.corpus.anchors import mark
from notulist.corpus.authored import Item, Minutes, Remark
from notulist.corpus.authored_votes import read_votes
from notulist.corpus.labels import LabelledFile, LabelledSpan, read_labels, write_labels
from notulist.corpus.votes import Vote
from notulist.corpus.voting import Votes, is_due, main, wanted_ids, with_votes
from notulist.reading import read
from notulist.records import bullet_id

A, C = Vote("agreement"), Vote("concern")


@pytest.mark.parametrize(
    ("votes", "due"),
    [
        ((None, None, None), {"first"}),
        ((A, None, None), {"second"}),
        ((A, A, None), set()),
        ((A, C, None), {"third"}),
        ((A, C, A), set()),
    ],
)
def test_a_second_reads_what_has_one_vote_a_third_where_two_differ(
    votes: Votes, due: set[str]
) -> None:
    assert {reader for reader in ("first", "second", "third") if is_due(votes, reader)} == due


SPANS = tuple(LabelledSpan(str(n), (n, 0), (n, 1), "", (A, None, None)) for n in range(200))
FILE = LabelledFile("a.md", "dev", "", SPANS)


def test_a_share_is_drawn_at_random_and_the_same_each_time() -> None:
    drawn = wanted_ids([FILE], "second", 0.2)
    assert drawn == wanted_ids([FILE], "second", 0.2)
    assert 20 < len(drawn) < 60


def test_votes_go_to_their_readers_place() -> None:
    voted = with_votes(FILE, {"1": C}, "second")
    assert [span.votes for span in voted.spans[:2]] == [(A, None, None), (A, C, None)]


def test_real_passages_are_written_on_sheets_and_their_votes_taken_in(tmp_path: Path) -> None:
    minutes, labels, folder = tmp_path / "minutes", tmp_path / "labels", tmp_path / "sheets"
    minutes.mkdir()
    labels.mkdir()
    path = minutes / "a.md"
    path.write_text("# Verslag\n\n- Akkoord.\n- De VNG vraagt uitstel.\n", encoding="utf-8")
    source = read(path)
    start = source.text.index("De VNG")
    place = (start, start + len("De VNG vraagt uitstel."))
    m = mark(source, *place, "bullet")
    span = LabelledSpan(bullet_id(source, *place), m.first, m.last, m.digest)
    digest = sha256(path.read_bytes()).hexdigest()
    write_labels([LabelledFile("a.md", "dev", digest, (span,))], labels)
    where = ["--real", str(minutes), "--labels", str(labels), "--vote", "first"]
    main(["write", str(folder), *where])
    assert "  1 | De VNG vraagt uitstel." in (folder / "sheet-01.txt").read_text(encoding="utf-8")
    (folder / "sheet-01.votes").write_text("1 R\n", encoding="utf-8")
    main(["take", str(folder), *where])
    assert read_labels(labels)[0].spans[0].votes[0] == Vote("request")


def test_authored_remarks_have_their_label_as_the_first_vote(tmp_path: Path) -> None:
    corpus, folder = tmp_path / "corpus", tmp_path / "sheets"
    corpus.mkdir()
    remarks = (Remark("agreement", "Akkoord."), Remark("request", "Wie betaalt dit?"))
    items = (Item("1", "Kop", remarks),)
    authored.write(Minutes("a", "Tafel", date(2024, 3, 14), items), corpus)
    where = ["--authored", str(corpus), "--vote", "second"]
    main(["write", str(folder), *where])
    (folder / "sheet-01.votes").write_text("1 A\n2 E\n", encoding="utf-8")
    main(["take", str(folder), *where])
    told = [[str(vote) for vote in one.votes[:2]] for one in read_votes(corpus)]
    assert told == [["agreement", "agreement"], ["request", "explanation"]]
