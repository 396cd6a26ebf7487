"""A folder of authored minutes, and the one that the project ships."""

from collections import Counter
from pathlib import Path

import pytest

from notulist.corpus import authored
from notulist.corpus.authored import LETTERS
from notulist.corpus.authored_votes import read_votes
from notulist.corpus.folder import load, paths
from notulist.errors import CorpusError

CORPUS = Path(__file__).resolve().parents[2] / "data" / "corpus"
MINUTES = "@id: {id}\n@body: Proef\n@date: 2024-03-14\n# 1 | Kop\n{remark}\n"


def put(folder: Path, name: str, remark: str = "A | | Akkoord.", id: str = "") -> None:
    text = MINUTES.format(id=id or name, remark=remark)
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def test_load_gives_the_minutes_by_name(tmp_path: Path) -> None:
    put(tmp_path, "b")
    put(tmp_path, "a")
    assert [minutes.id for minutes in load(tmp_path)] == ["a", "b"]


def test_an_id_may_be_used_once(tmp_path: Path) -> None:
    put(tmp_path, "a")
    put(tmp_path / "sub", "a")
    with pytest.raises(CorpusError) as caught:
        load(tmp_path)
    assert caught.value.code == "C02"


def test_a_folder_without_minutes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        paths(tmp_path)
    assert caught.value.code == "C12"


def test_the_shipped_corpus_is_written_as_format_writes_it() -> None:
    differing = [
        path.name
        for path in paths(CORPUS / "authored")
        if authored.format(authored.parse(path)) != path.read_text(encoding="utf-8")
    ]
    assert differing == []


def test_the_data_card_counts_what_is_there() -> None:
    remarks = [remark for minutes in load(CORPUS / "authored") for remark in minutes.remarks]
    card = (CORPUS / "README.md").read_text(encoding="utf-8")
    for letter, label in LETTERS.items():
        count = sum(remark.label == label for remark in remarks)
        assert f"| {label} | {letter} | {count} |" in card
    assert f"{len(remarks):,} bullets" in card


def test_every_remark_was_read_twice_and_once_more_where_the_two_differ() -> None:
    votes = read_votes(CORPUS)
    sizes = {minutes.id: len(minutes.remarks) for minutes in load(CORPUS)}
    assert Counter(one.document for one in votes) == sizes
    unread = [
        (one.document, one.bullet)
        for one in votes
        for first, second, third in [one.votes]
        if not (first and second and (third or first.label == second.label))
    ]
    assert unread == []
