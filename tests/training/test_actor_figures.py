"""The command that measures tagger and roles: what it reads off bullets, prints and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

import notulist
from notulist.corpus.actor_marks import ActorMarks, ActorMention, Party
from notulist.language import CLASSIFIERS
from notulist.training import actor_scores as scores
from notulist.training.actors import _misses as misses
from notulist.training.actors import as_table, authored, main, of_bullet, tagged

MINUTES = "Overleg\n\n1. Kop\n• VNG vraagt JenV om geld.\n• Afspraak: dit wordt uitgewerkt.\n"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return notulist.load("fast", exclude=CLASSIFIERS)


def test_marks_of_a_bullet_are_places_in_it_and_its_roles(nlp: Language) -> None:
    doc = nlp(MINUTES)
    first, second = (of_bullet(bullet) for bullet in doc.spans["bullets"])
    assert first.mentions == (ActorMention(0, 3, "VNG"), ActorMention(11, 15, "JenV"))
    assert (first.holder, first.addressee) == ((Party("VNG"),), (Party("JenV"),))
    assert second.parts == ((), (), ())


def test_gold_is_left_as_it_was_where_a_copy_is_tagged(nlp: Language) -> None:
    doc = nlp(MINUTES)
    doc.ents = []
    assert tagged(nlp, doc).ents
    assert not doc.ents


def test_the_authored_dev_part_has_gold_mentions_and_roles(nlp: Language) -> None:
    gold = [one for one, _, _ in authored(nlp, "dev")]
    assert len(gold) == 381
    assert sum(len(one.mentions) for one in gold) > 400
    assert sum(bool(one.holder) for one in gold) > 300


def test_misses_are_told_by_surface_with_what_is_wrong_with_each(nlp: Language) -> None:
    doc = nlp(MINUTES)
    bullet = doc.spans["bullets"][0]
    told = of_bullet(bullet)
    gold = ActorMarks("", "first", (ActorMention(0, 3, "IPO"), ActorMention(19, 23, "NIL")))
    assert list(misses([(gold, told, bullet)] * 2, 9)) == [
        "=    2 VNG (IPO, told VNG)",
        "-    2 geld (NIL)",
        "+    2 JenV (JenV)",
    ]


def test_a_row_tells_how_many_of_those_that_are_named_are_right() -> None:
    gold = ActorMarks("", "first", holder=(Party("VNG"),))
    counted = [(scores.count(gold, gold), "a"), (scores.count(gold, ActorMarks("", "first")), "b")]
    assert "| both | 2 | 0 | 0.00" in as_table([("both", counted)])
    assert "| 1 of 2 | 0 of 0 |" in as_table([("both", counted)])


def test_a_part_without_minutes_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--part", "dev"])
    assert "MINUTES" in capsys.readouterr().err


def test_a_folder_without_the_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="none of the passages of dev"):
        main([str(tmp_path)])


def test_a_part_of_the_authored_corpus_beside_minutes_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with pytest.raises(SystemExit):
        main([str(tmp_path), "--authored", "test"])
    assert "name no MINUTES" in capsys.readouterr().err
