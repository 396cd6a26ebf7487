"""Turns that begin in the middle of a paragraph."""

from __future__ import annotations

import pytest
from makers import of_kind, pdf, txt, word

FIRST = "De voorzitter opent de ronde over de bodem."


@pytest.mark.parametrize(
    "turn",
    [
        pytest.param("Jansen (VNG): wij zijn voor uitstel.", id="name with body"),
        pytest.param("Mevrouw De Boer (IPO): wij niet.", id="title and name with body"),
        pytest.param("Vraag: wanneer komt de brief?", id="question"),
        pytest.param("Antwoord: voor de zomer.", id="answer"),
        pytest.param("Reactie: dat kan niet.", id="reaction"),
        pytest.param("Reactie van Jansen: dat kan niet.", id="reaction of somebody"),
        pytest.param("VRAAG DE BOER: wanneer komt de brief?", id="question in capitals"),
        pytest.param("ANTWOORD: voor de zomer.", id="answer in capitals"),
        pytest.param("OPMERKING JANSEN: de kaart is oud.", id="label in capitals with a name"),
        pytest.param("<Anna de W.> Wij zijn voor uitstel.", id="name in brackets"),
    ],
)
def test_a_label_behind_a_sentence_begins_a_turn(turn: str) -> None:
    assert of_kind("bullet", txt(f"{FIRST} {turn}\n")) == [FIRST, turn]


def test_an_act_in_brackets_behind_a_sentence_begins_none() -> None:
    assert len(of_kind("bullet", txt(f"{FIRST} <Actiepunt Rijk> de brief komt in mei.\n"))) == 1


def test_a_label_at_the_end_of_a_line_begins_a_turn() -> None:
    line = "De leden vragen naar de brief over de bodem en het water en het grondwater. Antwoord:"
    source = pdf([line, "Die komt voor de zomer, want het Rijk is er nog niet mee klaar."])
    assert of_kind("bullet", source)[1].startswith("Antwoord: Die komt")


@pytest.mark.parametrize("word", ["Samenvattend", "Daarom", "Kortom"])
def test_a_word_that_ties_sentences_opens_no_turn(word: str) -> None:
    line = "De leden vragen naar de brief over de bodem, over het water en ook over het grondwater."
    assert len(of_kind("bullet", pdf([f"• {line}", f"  {word}: die komt in mei.", line]))) == 2


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param("De heer Jansen vraagt of dat kan.", id="speaker without a label"),
        pytest.param("Jansen: dat kan niet.", id="name without a body"),
        pytest.param("Besluit: geen uitstel.", id="act"),
        pytest.param("Afspraak: de brief komt in mei.", id="agreement"),
        pytest.param("ACTIE JANSEN: brief sturen.", id="act in capitals"),
        pytest.param("TO DO JANSEN: brief sturen.", id="to do"),
        pytest.param("BESLUIT: geen uitstel.", id="decision in capitals"),
        pytest.param("VNG: wij zijn voor.", id="body in capitals"),
    ],
)
def test_other_words_with_a_colon_cut_nothing_in_mid_line(rest: str) -> None:
    assert of_kind("bullet", txt(f"{FIRST} {rest}\n")) == [f"{FIRST} {rest}"]


def test_a_label_within_a_sentence_begins_no_turn() -> None:
    text = "De leden noemen de Vraag: wanneer komt de brief?"
    assert of_kind("bullet", txt(f"{FIRST}\n\n{text}\n"))[-1] == text


def test_several_turns_in_a_paragraph_are_cut_each() -> None:
    turns = [FIRST, "Vraag: wanneer komt de brief?", "Antwoord: voor de zomer.", "Vraag: zeker?"]
    assert of_kind("bullet", word("# Bodem", " ".join(turns))) == turns


def test_a_turn_may_begin_in_mid_line_and_wrap() -> None:
    source = pdf(
        [
            "De voorzitter opent de ronde over de bodem en het grondwater. Jansen (VNG): wij zijn",
            "voor uitstel van de wet. Reactie: dat kan niet, want de minister heeft al een besluit",
            "genomen.",
        ]
    )
    assert of_kind("bullet", source) == [
        "De voorzitter opent de ronde over de bodem en het grondwater.",
        "Jansen (VNG): wij zijn voor uitstel van de wet.",
        "Reactie: dat kan niet, want de minister heeft al een besluit genomen.",
    ]


def test_a_list_item_is_one_bullet_however_many_speak_in_it() -> None:
    item = f"{FIRST} Jansen (VNG): wij zijn voor uitstel."
    assert of_kind("bullet", txt(f"- {item}\n- Akkoord.\n")) == [item, "Akkoord."]
