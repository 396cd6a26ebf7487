"""All that is wrong with a corpus, said at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from notulist.corpus.anchors import digest
from notulist.corpus.authored_votes import RemarkVotes, read_votes, write_votes
from notulist.corpus.checks import check
from notulist.corpus.parts import lock
from notulist.corpus.votes import Vote
from notulist.errors import CorpusError

CORPUS = Path(__file__).resolve().parents[2] / "data" / "corpus"
MINUTES = "@id: {id}\n@body: Proef\n@date: 2024-03-14\n{actors}# 1 | Kop\n{remark}\n"


def put(
    folder: Path, name: str, remark: str = "A | | Akkoord.", id: str = "", actors: str = ""
) -> None:
    line = f"@actors: {actors}\n" if actors else ""
    folder.mkdir(exist_ok=True)
    text = MINUTES.format(id=id or name, remark=remark, actors=line)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def codes(folder: Path) -> list[str]:
    return [problem.error.code for problem in check(folder)]


def test_good_minutes_have_no_problems(tmp_path: Path) -> None:
    put(tmp_path, "a", "A | VNG | De VNG gaat dit na.", actors="VNG")
    assert codes(tmp_path) == []


def test_each_problem_has_its_file_and_line(tmp_path: Path) -> None:
    put(tmp_path, "a", remark="X | | Akkoord.")
    put(tmp_path, "b", remark="A | | ")
    found = [(problem.file.name, problem.line, problem.error.code) for problem in check(tmp_path)]
    assert found == [("a.txt", 5, "C01"), ("b.txt", 5, "C34")]


def test_the_tables_are_not_held_against_a_file_that_cant_be_read(tmp_path: Path) -> None:
    put(tmp_path, "a")
    put(tmp_path, "b")
    lock(tmp_path)
    write_votes([votes()], tmp_path)
    put(tmp_path, "a", remark="X | | Akkoord.")
    assert codes(tmp_path) == ["C01"]


def test_nor_against_one_whose_id_is_not_its_name(tmp_path: Path) -> None:
    put(tmp_path, "a")
    put(tmp_path, "b")
    lock(tmp_path)
    write_votes([votes()], tmp_path)
    (tmp_path / "a.txt").rename(tmp_path / "c.txt")
    assert codes(tmp_path) == ["C11"]


def test_an_id_may_be_used_once(tmp_path: Path) -> None:
    put(tmp_path, "a")
    put(tmp_path / "sub", "a")
    assert codes(tmp_path) == ["C02"]


@pytest.mark.parametrize(
    ("actors", "remark", "code"),
    [
        ("VNG = Verzonnen", "A | | De VNG gaat dit na.", "C23"),
        ("VNG; IPO", "A | | De VNG gaat dit na.", "C24"),
        ("VNG", "A | Regio X | De VNG gaat dit na.", "C25"),
        ("VNG; VNG", "A | | De VNG gaat dit na.", "C15"),
    ],
)
def test_actors_are_held_against_gazetteer_and_text(
    tmp_path: Path, actors: str, remark: str, code: str
) -> None:
    put(tmp_path, "a", remark, actors=actors)
    assert codes(tmp_path) == [code]


def votes(
    bullet: int = 0,
    text: str = "Akkoord.",
    second: str = "agreement",
    secondary: tuple[str, ...] = (),
) -> RemarkVotes:
    cast = (Vote("agreement"), Vote(second, secondary), Vote(second, secondary))
    return RemarkVotes("a", bullet, digest(text), cast)


def test_votes_are_read_as_they_were_written(tmp_path: Path) -> None:
    write_votes([votes()], tmp_path)
    assert read_votes(tmp_path) == [votes()]


@pytest.mark.parametrize(
    ("vote", "found"),
    [
        (votes(), []),
        (votes(bullet=1), ["C21"]),
        (votes(text="Anders."), ["C21"]),
        (votes(second="request"), ["C22"]),
        (votes(secondary=("explanation",)), ["C22"]),
    ],
)
def test_votes_are_held_against_text_and_label(
    tmp_path: Path, vote: RemarkVotes, found: list[str]
) -> None:
    put(tmp_path, "a")
    write_votes([vote], tmp_path)
    assert codes(tmp_path) == found


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("a,x,0,agreement,,", "C14"),
        ("a,0,0,wens,,", "C14"),
        ("a,0,0,agreement,none,none", "C14"),
        ("a,0,0,,,", "C05"),
        ("a,0,0,agreement", "C05"),
        ("a,0,0,agreement,,\na,0,0,request,,", "C17"),
    ],
)
def test_votes_that_cant_be_are_refused(tmp_path: Path, row: str, code: str) -> None:
    head = "document,bullet,digest,first_vote,second_vote,third_vote"
    (tmp_path / "votes.csv").write_text(f"{head}\n{row}\n", encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        read_votes(tmp_path)
    assert caught.value.code == code


def test_the_shipped_corpus_is_without_problems() -> None:
    assert [str(problem.error) for problem in check(CORPUS)] == []
