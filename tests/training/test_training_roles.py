"""What the ranker of holders learns from: authored minutes, as the pipeline tags them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import spacy

from notulist.components.learned_roles import ranked
from notulist.corpus.actor_marks import ActorMarks, Party
from notulist.corpus.authored import parse_text
from notulist.corpus.docs import to_doc
from notulist.corpus.real import passages
from notulist.training.roles import (
    Read,
    Settings,
    fit,
    main,
    rankers,
    read_documents,
    read_real,
    right,
)

TEXT = """\
@id: bo-riet-2024-0{number}-01
@body: Bestuurlijk Overleg Riet
@date: 2024-0{number}-01
@present: dhr. Kapsalon (VNG), mevr. Ploeg (IPO)
@actors: VNG; IPO; BZK
# 1 | Riet
C | VNG | Lastig blijft het riet voor de VNG.
C | IPO | Lastig blijft het riet voor het IPO.
E | | Een brief ligt bij BZK.
E | | Een brief ligt bij het IPO.
"""
QUICK = Settings(C=10, min_documents=1, folds=2)


@pytest.fixture(scope="module")
def documents() -> list[Read]:
    nlp = spacy.blank("nl_minutes")
    nlp.add_pipe("notulist_actors")
    docs = [to_doc(nlp, parse_text(TEXT.format(number=number))) for number in (1, 2, 3, 4)]
    return list(read_documents(nlp, docs))


def test_gold_stands_beside_what_the_pipeline_tags(documents: list[Read]) -> None:
    assert list(documents[0].gold) == [("VNG",), ("IPO",), (), ()]
    assert [unit.party for unit in documents[0].remarks[2].units if unit.party] == ["BZK"]
    assert documents[0].table.present == {"VNG", "IPO"}


def test_minutes_that_list_no_actors_teach_nothing() -> None:
    nlp = spacy.blank("nl_minutes")
    nlp.add_pipe("notulist_actors")
    text = TEXT.format(number=1).replace("@actors: VNG; IPO; BZK\n", "")
    assert list(read_documents(nlp, [to_doc(nlp, parse_text(text))])) == []


def test_of_real_minutes_only_what_readers_marked_has_gold() -> None:
    nlp = spacy.blank("nl_minutes")
    nlp.add_pipe("notulist_actors")
    doc, other = (to_doc(nlp, parse_text(TEXT.format(number=number))) for number in (1, 2))
    (_, first), (_, second), *_ = passages(doc)
    marks = {
        first: ActorMarks(first, "first", (), (Party("VNG"),)),
        second: ActorMarks(second, "first", (), ()),
    }
    (read,) = read_real(nlp, [doc, other], marks)
    assert (list(read.gold), read.real) == ([("VNG",), (), None, None], True)


def test_what_nobody_marked_is_not_learnt_from(documents: list[Read]) -> None:
    unmarked = [replace(one, gold=[None] * len(one.gold)) for one in documents]
    assert fit(unmarked, QUICK) is None
    assert fit([*documents, *unmarked], QUICK) == fit(documents, QUICK)


def test_a_ranker_takes_what_no_rule_does(documents: list[Read]) -> None:
    ranker = fit(documents, QUICK)
    one = documents[0]
    assert ranker is not None
    told = [ranked(remark, one.table, ranker, (0.5, 0.3, 0.5, 0.5)) for remark in one.remarks]
    assert told == list(one.gold)


def test_the_same_documents_give_the_same_ranker(documents: list[Read]) -> None:
    assert fit(documents, QUICK) == fit(documents, QUICK)


def test_rare_signs_are_left_out(documents: list[Read]) -> None:
    assert fit(documents, Settings(min_documents=5)) is None


def test_names_are_left_out(documents: list[Read]) -> None:
    ranker = fit(documents, QUICK, frozenset({"riet", "lastig"}))
    assert ranker is not None
    assert "first=een" in ranker.weights
    assert not [sign for sign in ranker.weights if "riet" in sign or "lastig" in sign]


def test_of_nothing_there_is_no_ranker() -> None:
    assert fit([]) is None


def test_each_document_is_judged_by_others(documents: list[Read]) -> None:
    rules, ours, named_rules, named_ours = right(rankers(documents, QUICK))
    assert (rules, named_rules) == (8, 0)
    assert (ours, named_ours) == (16, 8)


def test_the_command_prints_both(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "authored"
    folder.mkdir()
    for number in (1, 2, 3, 4):
        name = f"bo-riet-2024-0{number}-01"
        (folder / f"{name}.txt").write_text(TEXT.format(number=number), encoding="utf-8")
    main(["--corpus", str(tmp_path)])
    assert "by ranker" in capsys.readouterr().out
