"""What the linear classifier sees of a text."""

import pytest

from notulist.components.linear_cues import CUES, LEADS, cue_tokens, cues, lead
from notulist.components.linear_features import columns, normalise, signals
from notulist.labels import LABELS


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Afspraak: de VNG werkt dit uit.", "agreement"),
        ("ACTIEPUNT VNG: notitie", "agreement"),
        ("Kritiek van het IPO op de termijn.", "concern"),
        ("Suggestie: begin in april.", "request"),
        ("Toelichting door BZK.", "explanation"),
        ("Vragen zijn er niet.", None),
        ("De VNG werkt dit uit.", None),
    ],
)
def test_a_heading_word_that_opens_the_text_leads(text: str, label: str | None) -> None:
    assert lead(text) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Het verslag wordt vastgesteld.", "agreement"),
        ("De VNG maakt zich zorgen.", "concern"),
        ("BZK licht de brief kort toe.", "explanation"),
        ("Het IPO vraagt aandacht voor de uitvoering.", "request"),
        ("Wie betaalt dit?", "request"),
    ],
)
def test_cue_words_are_found(text: str, label: str) -> None:
    assert label in cues(text)


def test_a_text_without_cues_has_no_cue_tokens() -> None:
    assert cue_tokens("De brief ligt er.") == []


def test_the_first_cue_and_early_ones_are_told_apart() -> None:
    tokens = cue_tokens("De VNG vraagt wie dit betaalt. " + "Veel tekst. " * 5 + "Akkoord.")
    assert "first=request" in tokens
    assert "early=request" in tokens
    assert "cue=agreement" in tokens
    assert "early=agreement" not in tokens


def test_every_label_has_cues() -> None:
    assert set(CUES) == set(LEADS) == set(LABELS)


def test_numbers_are_all_alike() -> None:
    assert normalise("Op 6 april 2023: € 1.250") == "op 0 april 0: € 0.0"


def test_the_opening_words_are_signals() -> None:
    assert {"^de", "^de_vng", "^de_vng_wil"} <= set(signals("De VNG wil dat niet doen."))


def test_columns_hold_text_and_signals_of_each_bullet() -> None:
    table = columns(["De VNG wil.", ""])
    assert table.shape == (2, 2)
    assert table[0, 0] == "de vng wil."
    assert "^vng" in table[0, 1].split()
    assert list(table[1]) == ["", ""]
