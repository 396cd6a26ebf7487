"""Having a corpus read: who is to read what, and where the votes go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from notulist.corpus import authored
from notulist.corpus.anchors import mark
from notulist.corpus.authored import Item, Minutes, Remark
from notulist.corpus.authored_votes import RemarkVotes, read_votes, write_votes
from notulist.corpus.labels import LabelledFile, LabelledSpan, read_labels, write_labels
from notulist.corpus.votes import Vote, Votes
from notulist.corpus.voting import all_votes, is_due, main, wanted_ids, with_votes
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


@pytest.fixture
def real(tmp_path: Path) -> list[str]:
    """Words for first votes on the one passage of a real document."""
    minutes, labels = tmp_path / "minutes", tmp_path / "labels"
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
    return ["--real", str(minutes), "--labels", str(labels), "--vote", "first"]


def test_real_passages_are_written_on_sheets_and_their_votes_taken_in(
    real: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "sheets"
    main(["write", str(folder), *real])
    assert "  1 | De VNG vraagt uitstel." in (folder / "sheet-01.txt").read_text(encoding="utf-8")
    (folder / "sheet-01.votes").write_text("1 R\n", encoding="utf-8")
    main(["take", str(folder), *real])
    assert read_labels(tmp_path / "labels")[0].spans[0].votes[0] == Vote("request")


def test_votes_on_a_real_passage_that_is_gone_are_refused(real: list[str], tmp_path: Path) -> None:
    folder, labels = tmp_path / "sheets", tmp_path / "labels"
    main(["write", str(folder), *real])
    (folder / "sheet-01.votes").write_text("1 R\n", encoding="utf-8")
    write_labels([replace(file, spans=()) for file in read_labels(labels)], labels)
    with pytest.raises(SystemExit, match="C37"):
        main(["take", str(folder), *real])


@pytest.mark.parametrize(
    ("text", "said"), [(None, "absent: a.md"), ("- Anders.\n", "changed since it was labelled")]
)
def test_a_real_document_that_cant_be_shown_is_named(
    real: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    text: str | None,
    said: str,
) -> None:
    path = tmp_path / "minutes" / "a.md"
    path.unlink()
    if text:
        path.write_text(text, encoding="utf-8")
    main(["write", str(tmp_path / "sheets"), *real])
    assert said in capsys.readouterr().err


AGREED, ASKED = Remark("agreement", "Akkoord."), Remark("request", "Wie betaalt dit?")


def put(corpus: Path, *remarks: Remark) -> list[str]:
    """Words for second votes on these remarks of document "a"."""
    corpus.mkdir(exist_ok=True)
    authored.write(minutes_of(*remarks), corpus)
    return ["--authored", str(corpus), "--vote", "second"]


def minutes_of(*remarks: Remark) -> Minutes:
    return Minutes("a", "Tafel", date(2024, 3, 14), (Item("1", "Kop", remarks),))


def test_votes_on_a_remark_that_was_rewritten_are_void() -> None:
    (before,) = all_votes([minutes_of(AGREED)], [])
    voted = replace(before, votes=(A, C, C))
    assert all_votes([minutes_of(AGREED)], [voted]) == [voted]
    rewritten = replace(AGREED, text="Niemand heeft bezwaar.")
    assert [one.votes for one in all_votes([minutes_of(rewritten)], [voted])] == [(A, None, None)]


def test_a_rewritten_remark_is_asked_again(tmp_path: Path) -> None:
    corpus, folder = tmp_path / "corpus", tmp_path / "sheets"
    where = put(corpus, AGREED)
    write_votes([RemarkVotes("a", 0, "0f0f0f0f", (A, A, None))], corpus)
    main(["write", str(folder), *where])
    assert "  1 | Akkoord." in (folder / "sheet-01.txt").read_text(encoding="utf-8")


def test_votes_never_go_to_a_remark_that_took_the_place_of_another(tmp_path: Path) -> None:
    corpus, folder = tmp_path / "corpus", tmp_path / "sheets"
    where = put(corpus, AGREED)
    main(["write", str(folder), *where])
    (folder / "sheet-01.votes").write_text("1 A\n", encoding="utf-8")
    put(corpus, ASKED, AGREED)
    with pytest.raises(SystemExit, match="C37"):
        main(["take", str(folder), *where])
    assert read_votes(corpus) == []


def test_an_authored_remark_cant_be_voted_none(tmp_path: Path) -> None:
    corpus, folder = tmp_path / "corpus", tmp_path / "sheets"
    where = put(corpus, AGREED)
    main(["write", str(folder), *where])
    (folder / "sheet-01.votes").write_text("1 N\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="C38"):
        main(["take", str(folder), *where])


@pytest.mark.parametrize("size", ["0", "-1", "veel"])
def test_a_sheet_holds_one_passage_at_least(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], size: str
) -> None:
    where = put(tmp_path / "corpus", AGREED)
    with pytest.raises(SystemExit):
        main(["write", str(tmp_path / "sheets"), *where, "--size", size])
    assert "--size" in capsys.readouterr().err


def test_answers_that_cant_be_taken_end_with_what_is_wrong(tmp_path: Path) -> None:
    corpus, folder = tmp_path / "corpus", tmp_path / "sheets"
    where = put(corpus, AGREED)
    main(["write", str(folder), *where])
    (folder / "sheet-01.votes").write_text("1 X\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="line 1: not NUMBER ACTS"):
        main(["take", str(folder), *where])


def test_authored_remarks_have_their_label_as_the_first_vote(tmp_path: Path) -> None:
    corpus, folder = tmp_path / "corpus", tmp_path / "sheets"
    where = put(corpus, AGREED, ASKED)
    main(["write", str(folder), *where])
    (folder / "sheet-01.votes").write_text("1 A\n2 E\n", encoding="utf-8")
    main(["take", str(folder), *where])
    told = [[str(vote) for vote in one.votes[:2]] for one in read_votes(corpus)]
    assert told == [["agreement", "agreement"], ["request", "explanation"]]
