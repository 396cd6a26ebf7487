"""The part of authored minutes, and the lock that shows a later change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from notulist.corpus import authored
from notulist.corpus.authored import Item, Minutes, Remark
from notulist.corpus.folder import load
from notulist.corpus.parts import PARTS_FILE, load_parts, lock, main, part_problems, read_parts
from notulist.errors import CorpusError

CORPUS = Path(__file__).resolve().parents[2] / "data" / "corpus"


def put(folder: Path, name: str, body: str = "", text: str = "Akkoord.") -> None:
    items = (Item("1", "Kop", (Remark("agreement", text),)),)
    authored.write(Minutes(name, body or name, date(2024, 3, 14), items), folder)


def to_test(folder: Path, name: str) -> None:
    path = folder / PARTS_FILE
    told = path.read_text(encoding="utf-8").replace(f"{name},train", f"{name},test")
    path.write_text(told, encoding="utf-8")


def problems(folder: Path) -> list[str]:
    found = part_problems(load(folder), read_parts(folder), folder / PARTS_FILE)
    return [problem.code for problem in found]


def test_a_new_document_is_locked_as_train_and_others_keep_their_part(tmp_path: Path) -> None:
    put(tmp_path, "a")
    lock(tmp_path)
    to_test(tmp_path, "a")
    put(tmp_path, "b")
    main([str(tmp_path)])
    parts = {name: entry.part for name, entry in read_parts(tmp_path).items()}
    assert parts == {"a": "test", "b": "train"}
    assert [minutes.id for minutes in load_parts(tmp_path, "test")] == ["a"]


def test_without_a_table_all_is_train(tmp_path: Path) -> None:
    put(tmp_path, "a")
    assert [minutes.id for minutes in load_parts(tmp_path, "train")] == ["a"]
    assert problems(tmp_path) == []


def test_a_document_that_changed_since_is_named(tmp_path: Path) -> None:
    put(tmp_path, "a")
    lock(tmp_path)
    put(tmp_path, "a", text="Niet akkoord.")
    assert problems(tmp_path) == ["C18"]


def test_a_document_that_is_gone_is_named(tmp_path: Path) -> None:
    put(tmp_path, "a")
    put(tmp_path, "b")
    lock(tmp_path)
    (tmp_path / "b.txt").unlink()
    assert problems(tmp_path) == ["C19"]


def test_a_document_that_the_table_doesnt_name_is_named(tmp_path: Path) -> None:
    put(tmp_path, "a")
    lock(tmp_path)
    put(tmp_path, "b")
    assert problems(tmp_path) == ["C30"]


def test_a_document_that_is_gone_keeps_its_part(tmp_path: Path) -> None:
    put(tmp_path, "a")
    put(tmp_path, "b")
    lock(tmp_path)
    to_test(tmp_path, "b")
    (tmp_path / "b.txt").unlink()
    with pytest.raises(CorpusError) as caught:
        lock(tmp_path)
    assert caught.value.code == "C19"
    assert read_parts(tmp_path)["b"].part == "test"


def test_the_command_says_why_it_wrote_nothing(tmp_path: Path) -> None:
    put(tmp_path, "a")
    put(tmp_path, "b")
    lock(tmp_path)
    (tmp_path / "b.txt").unlink()
    with pytest.raises(SystemExit, match="C19"):
        main([str(tmp_path)])


def test_a_part_that_there_is_not_cant_be_loaded(tmp_path: Path) -> None:
    put(tmp_path, "a")
    with pytest.raises(CorpusError) as caught:
        load_parts(tmp_path, "proef")
    assert caught.value.code == "C29"


def test_a_body_in_two_parts_is_named(tmp_path: Path) -> None:
    put(tmp_path, "a", body="Tafel")
    put(tmp_path, "b", body="tafel")
    lock(tmp_path)
    to_test(tmp_path, "b")
    assert problems(tmp_path) == ["C20"]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("document,deel,sha256\n", "C27"),
        ("document,part,sha256\na,dev\n", "C05"),
        ("document,part,sha256\na,proef,0\n", "C14"),
        ("document,part,sha256\na,dev,0\na,dev,0\n", "C17"),
    ],
)
def test_a_table_that_isnt_as_promised_is_refused(tmp_path: Path, rows: str, code: str) -> None:
    (tmp_path / PARTS_FILE).write_text(rows, encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        read_parts(tmp_path)
    assert caught.value.code == code


def test_the_shipped_test_part_is_large_enough_and_of_bodies_of_its_own() -> None:
    test, train = load_parts(CORPUS, "test"), load_parts(CORPUS, "train", "dev")
    bodies = {minutes.body for minutes in test}
    assert len(bodies) >= 18
    assert sum(len(minutes.remarks) for minutes in test) >= 500
    assert not bodies & {minutes.body for minutes in train}
