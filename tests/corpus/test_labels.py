"""The tables of labelled real passages: what is written is read, and what ships is sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from notulist.corpus.labels import (
    FILES,
    PARTS,
    SPANS,
    LabelledFile,
    LabelledSpan,
    read_labels,
    write_labels,
)
from notulist.corpus.votes import Vote
from notulist.errors import CorpusError

REAL = Path(__file__).parents[2] / "data" / "real"
VOTES = (Vote("request", ("explanation",)), Vote("request"), None)
SPAN = LabelledSpan("b1", (3, 14), (4, 2), "0f0f0f0f", VOTES, "R7")
FILE = LabelledFile("oslo/één, twee/a.md", "dev", "0" * 64, (SPAN,))


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_labels([FILE], tmp_path)
    assert read_labels(tmp_path) == [FILE]


def test_only_the_parts_asked_for_are_given(tmp_path: Path) -> None:
    write_labels([FILE], tmp_path)
    assert read_labels(tmp_path, "train") == []


def test_the_gold_is_what_the_votes_settle_on() -> None:
    assert SPAN.gold == Vote("request", ("explanation",))
    assert LabelledSpan("b2", (0, 0), (0, 1), "0").gold is None


@pytest.mark.parametrize(
    ("file", "body"), [("oslo/proef/a.md", "oslo/proef"), ("regio/b/a.md", "regio")]
)
def test_a_body_is_a_folder_in_oslo_a_subfolder(file: str, body: str) -> None:
    assert LabelledFile(file, "dev", "").body == body


@pytest.mark.parametrize(
    ("table", "old", "new", "code"),
    [
        (FILES, ",dev,", ",proef,", "C14"),
        (FILES, "sha256", "hash", "C27"),
        (SPANS, ",request,", ",wens,", "C14"),
        (SPANS, "a.md", "b.md", "C16"),
        (SPANS, "second_vote", "tweede", "C27"),
        (SPANS, ",3:14,", ",x,", "C14"),
        (SPANS, ",4:2,", ",4,", "C14"),
        (SPANS, ",R7", "", "C05"),
    ],
)
def test_a_table_that_isnt_as_promised_is_refused(
    tmp_path: Path, table: str, old: str, new: str, code: str
) -> None:
    write_labels([FILE], tmp_path)
    path = tmp_path / table
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        read_labels(tmp_path)
    assert caught.value.code == code


def test_an_id_stands_once(tmp_path: Path) -> None:
    write_labels([LabelledFile("a.md", "dev", "", (SPAN, SPAN))], tmp_path)
    with pytest.raises(CorpusError) as caught:
        read_labels(tmp_path)
    assert caught.value.code == "C17"


def test_a_file_stands_once_whatever_its_parts(tmp_path: Path) -> None:
    files = [LabelledFile("a.md", "test-bodies", ""), LabelledFile("a.md", "train", "")]
    write_labels(files, tmp_path)
    with pytest.raises(CorpusError) as caught:
        read_labels(tmp_path)
    assert (caught.value.code, caught.value.values["line"]) == ("C17", 3)


def test_an_odd_anchor_is_named_with_its_line(tmp_path: Path) -> None:
    write_labels([FILE], tmp_path)
    path = tmp_path / SPANS
    path.write_text(path.read_text(encoding="utf-8").replace(",3:14,", ",x,"), encoding="utf-8")
    with pytest.raises(CorpusError, match=r"labels\.csv, line 2: column first can't be 'x'"):
        read_labels(tmp_path)


def test_a_part_that_there_is_not_cant_be_asked_for(tmp_path: Path) -> None:
    write_labels([FILE], tmp_path)
    with pytest.raises(CorpusError) as caught:
        read_labels(tmp_path, "test")
    assert caught.value.code == "C29"


def test_a_table_that_isnt_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        read_labels(tmp_path)
    assert caught.value.code == "C28"


def test_every_part_ships_labels() -> None:
    assert {file.part for file in read_labels(REAL)} == set(PARTS)


def test_no_document_of_one_part_is_a_copy_of_one_of_another() -> None:
    parts: dict[str, set[str]] = {}
    for file in read_labels(REAL):
        parts.setdefault(file.sha256, set()).add(file.part)
    assert [digest for digest, found in parts.items() if len(found) > 1] == []


def test_dev_and_test_were_read_twice() -> None:
    files = read_labels(REAL, "dev", "test-documents", "test-bodies", "lrt")
    once = [span.id for file in files for span in file.spans if None in span.votes[:2]]
    assert once == []


def test_the_settled_label_stands_in_the_table() -> None:
    told = {}
    for line in (REAL / SPANS).read_text(encoding="utf-8").splitlines()[1:]:
        id_, label = line.split(",")[0], line.rsplit(",", 5)[1]
        told[id_] = label
    assert {s.id: str(s.gold or "") for f in read_labels(REAL) for s in f.spans} == told
