"""Sheets of real passages whose actors are to be read, and the answers that come back."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from notulist.corpus.actor_marks import read_marks, settled
from notulist.corpus.actor_sheets import drawn, main
from notulist.corpus.anchors import mark
from notulist.corpus.labels import LabelledFile, LabelledSpan, write_labels
from notulist.corpus.votes import Vote
from notulist.reading import read
from notulist.records import bullet_id

TEXTS = ("VNG vraagt JenV om geld.", "Het bureau wacht.")


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """A folder of one real document, and its labels in the folder "labels"."""
    path = tmp_path / "minutes" / "regio" / "verslag.md"
    path.parent.mkdir(parents=True)
    path.write_text("# Verslag\n\n" + "".join(f"- {text}\n" for text in TEXTS), encoding="utf-8")
    source = read(path)
    spans = []
    for text in TEXTS:
        start = source.text.index(text)
        m = mark(source, start, start + len(text), "bullet")
        id_ = bullet_id(source, start, start + len(text))
        spans.append(LabelledSpan(id_, m.first, m.last, m.digest, (Vote("request"), None, None)))
    digest = sha256(path.read_bytes()).hexdigest()
    (tmp_path / "labels").mkdir()
    files = [LabelledFile("regio/verslag.md", "dev", digest, tuple(spans))]
    write_labels(files, tmp_path / "labels")
    return tmp_path / "minutes"


@pytest.fixture
def sheets(minutes: Path, tmp_path: Path) -> Path:
    run("write", minutes, "--part", "dev")
    return tmp_path / "sheets"


def run(do: str, minutes: Path, *words: str, folder: str = "sheets") -> None:
    beside = minutes.parent
    fixed = ["--real", str(minutes), "--labels", str(beside / "labels")]
    main([do, str(beside / folder), *fixed, *words])


def answer(sheets: Path, reader: str, *lines: str) -> None:
    (sheets / f"sheet-01.{reader}").write_text("\n".join(lines), encoding="utf-8")


def test_a_sheet_numbers_the_remarks(sheets: Path) -> None:
    text = (sheets / "sheet-01.txt").read_text(encoding="utf-8")
    assert f"   1 | {TEXTS[0]}\n" in text
    assert len((sheets / "sheet-01.ids").read_text(encoding="utf-8").split()) == 2


def test_answers_are_taken_in_and_hold_where_two_agree(sheets: Path, minutes: Path) -> None:
    for reader in ("first", "second"):
        answer(sheets, reader, "1 | VNG; JenV | VNG > JenV", "2 | |")
        run("take", minutes, "--reader", reader)
    marks = settled(read_marks(minutes.parent / "labels"))
    assert sorted(len(one.mentions) for one in marks.values()) == [0, 2]


def test_where_two_differ_a_third_sees_what_both_say(sheets: Path, minutes: Path) -> None:
    for reader, line in (("first", "2 | bureau ~ VNG | ~VNG"), ("second", "2 | |")):
        answer(sheets, reader, "1 | |", line)
        run("take", minutes, "--reader", reader)
    run("write", minutes, "--differing", folder="third")
    text = (minutes.parent / "third" / "sheet-01.txt").read_text(encoding="utf-8")
    assert f"   1 | {TEXTS[1]}\n       first: bureau = VNG | ~VNG > \n       second:  |  > " in text
    assert f"   · | {TEXTS[0]}" in text


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["1 | |"], id="one is missing"),
        pytest.param(["1 | |", "2 | |", "1 | |"], id="twice"),
        pytest.param(["0 | |", "1 | |", "2 | |"], id="no number of the sheet"),
        pytest.param(["1 | |", "2 | IPO |"], id="what doesn't stand there"),
        pytest.param(["1 | |", "twee | |"], id="no number"),
    ],
)
def test_answers_that_cant_be_are_refused_and_nothing_is_kept(
    sheets: Path, minutes: Path, lines: list[str]
) -> None:
    answer(sheets, "first", *lines)
    with pytest.raises(SystemExit, match="sheet-01"):
        run("take", minutes)
    assert not (minutes.parent / "labels" / "actors.csv").exists()


def test_without_a_file_of_answers_it_says_so(sheets: Path, minutes: Path) -> None:
    with pytest.raises(SystemExit, match=r"sheet-01\.second"):
        run("take", minutes, "--reader", "second")


def test_sheets_that_are_there_arent_overwritten(sheets: Path, minutes: Path) -> None:
    with pytest.raises(SystemExit, match="C35"):
        run("write", minutes, "--part", "dev")


def test_a_party_that_is_no_id_is_told_of(
    sheets: Path, minutes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(sheets, "first", "1 | | Jenv", "2 | |")
    run("take", minutes)
    assert "Jenv" in capsys.readouterr().err


def test_documents_are_drawn_from_each_body_in_turn() -> None:
    def file(name: str) -> LabelledFile:
        span = LabelledSpan("b", (0, 0), (0, 1), "", (Vote("request"), None, None))
        return LabelledFile(name, "dev", "", (span,))

    files = [file(f"a/{number}") for number in range(9)] + [file("b/0"), file("c/0")]
    assert {one.file[0] for one in drawn(files, 3)} == {"a", "b", "c"}
