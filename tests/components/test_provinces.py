"""Provinces by their abbreviations: found where a document so names several, else never."""

from __future__ import annotations

import pytest

from notulist.components.actors import make_actors
from notulist.language import MinutesDutch

NLP = MinutesDutch()
ACTORS = make_actors(NLP, "actors")
ROUND = "Ronde: Gr akkoord, Dr afwezig, ZH en NH twijfelen."


def found(*remarks: str) -> list[tuple[str, str]]:
    """Name and id of what the last of the remarks mentions."""
    doc = NLP.make_doc("\n".join(remarks))
    starts = [doc.text.index(remark) for remark in remarks]
    doc.spans["bullets"] = [
        doc.char_span(start, start + len(remark), alignment_mode="expand")
        for start, remark in zip(starts, remarks, strict=True)
    ]
    return [(e.text, e.kb_id_) for e in ACTORS(doc).spans["bullets"][-1].ents]


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Fl stemt in.", ("Fl", "provincie:Flevoland")),
        ("Bezwaar van Fr tegen de nieuwe brug.", ("Fr", "provincie:Fryslan")),
        ("NB: welke sluis wordt bedoeld?", ("NB", "provincie:Noord-Brabant")),
        ("Zld's voorkeur is bekend.", ("Zld's", "provincie:Zeeland")),
    ],
)
def test_where_several_are_so_named_each_is_a_province(
    text: str, province: tuple[str, str]
) -> None:
    assert found(ROUND, text) == [province]


def test_a_few_such_words_are_something_else() -> None:
    assert found("De OV is vol.", "NB: de sluis blijft dicht.") == []


def test_half_of_a_word_is_none() -> None:
    assert found(ROUND, "Fl en Ut lezen de OV-kaart.") == [
        ("Fl", "provincie:Flevoland"),
        ("Ut", "provincie:Utrecht"),
    ]
