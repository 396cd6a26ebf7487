"""Which words are taken for persons' names."""

from unicodedata import normalize

import pytest

from notulist.components.first_names import first_names
from notulist.training.names import persons, without

TEXTS = ["de voorzitter opent", "de voorzitter sluit", "een bakker bakt", "geen bakker bakt"]


@pytest.mark.parametrize(
    ("attendance", "names"),
    [
        ("mevr. Verzonnen (VNG), dhr. Van Bedacht (IPO)", {"verzonnen", "bedacht"}),
        ("Verzonnen-Achternaam (BZK), VNG, JenV", {"verzonnen", "achternaam"}),
        ("dhr. van der Verzinsel", {"verzinsel"}),
        ("Voorzitter, dhr. Bedacht (vz.)", {"bedacht"}),
        ("Bakker (VNG)", set()),
        ("dhr. Bakker (VNG)", {"bakker"}),
        ("mevr. Verzonnen-Bakker", {"verzonnen"}),
        ("J. IJzerverzinsel (UWV)", {"ijzerverzinsel"}),
        ("VERZINSEL (BZK)", {"verzinsel"}),
        ("Van 't Verzinsel (BZK)", {"verzinsel"}),
        ("", set()),
    ],
)
def test_names_are_what_is_no_body_and_no_ordinary_word(attendance: str, names: set[str]) -> None:
    assert found([attendance], TEXTS) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Verzinsel: dit kan niet.", {"verzinsel"}),
        ("Van der Verzinsel (VNG): dit kan niet.", {"verzinsel"}),
        ("Vraag van Piet Verzinsel over de termijn.", {"verzinsel"}),
        ("Vraag van Piet van den Verzinsel.", {"verzinsel"}),
        ("Vraag van Piet van 't Verzinsel.", {"verzinsel"}),
        ("Vraag van Piet te Verzinsel.", {"verzinsel"}),
        ("Vraag van Piet Özverzinsel.", {"özverzinsel"}),
        ("Vraag van Bart-Jan Verzinsel.", {"verzinsel"}),
        ("De heer Verzinsel vraagt om geld.", {"verzinsel"}),
        ("Dat wil de heer/mevr. Verzinsel.", {"verzinsel"}),
        ("Dat wil dhr. J.P. d'Verzinsel.", {"verzinsel"}),
        ("Mevrouw de Voorzitter, dit kan niet.", set()),
        ("Actie Verzinsel: dit uitzoeken.", {"verzinsel"}),
        ("Actie Verzinsel, Bedacht: dit uitzoeken.", {"verzinsel", "bedacht"}),
        ("Toelichting: dit kan niet.", set()),
        ("VNG: dit kan niet.", set()),
        ("voorzitter: dit kan niet.", set()),
    ],
)
def test_speakers_and_surnames_behind_a_first_name_or_title_are_names(
    text: str, names: set[str]
) -> None:
    assert found([], [text]) == names


def test_an_opener_that_stands_in_lower_case_elsewhere_is_no_name() -> None:
    texts = ["Opmerking: dit kan niet."] * 20 + ["een opmerking", "zijn opmerking"]
    assert found([], texts) == set()


def test_a_mail_address_makes_no_name_an_ordinary_word() -> None:
    texts = ["Verzinsel: dit kan niet.", *["mail j.verzinsel@voorbeeld.nl"] * 3]
    assert found([], texts) == {"verzinsel"}


def test_a_word_in_capitals_that_the_texts_use_too_is_an_abbreviation() -> None:
    assert found(["DICTU, VNG"], ["DICTU meldt dat het af is."]) == set()


def test_names_are_found_and_taken_out_however_their_accents_are_written() -> None:
    decomposed = normalize("NFD", "Verzinsël")
    names = persons([f"dhr. {decomposed}"], [])
    assert "verzinsël" in names
    assert without(f"{decomposed} vraagt.", names) == " vraagt."


def test_usual_first_names_are_names_unless_they_are_words() -> None:
    names = persons([], ["Dat wil Piet.", "Wie wil dat?", "mail piet@voorbeeld.nl"])
    assert "piet" in names
    assert "wil" not in names


def found(attendance: list[str], texts: list[str]) -> set[str]:
    """The names without the usual first names."""
    return set(persons(attendance, texts)) - {name.lower() for name in first_names()}


def test_names_are_taken_out_of_a_text_in_any_case() -> None:
    names = frozenset({"verzonnen"})
    assert without("Verzonnen en VERZONNEN, niet Verzonnenen.", names) == " en , niet Verzonnenen."
