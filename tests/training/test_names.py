"""Which words are taken for persons' names."""

import pytest

from notulist.training.names import first_names, persons, without

TEXTS = ["de voorzitter opent", "de voorzitter sluit", "een bakker bakt", "geen bakker bakt"]


@pytest.mark.parametrize(
    ("attendance", "names"),
    [
        ("mevr. Verzonnen (VNG), dhr. Van Bedacht (IPO)", {"verzonnen", "van", "bedacht"}),
        ("Verzonnen-Achternaam (BZK), VNG, JenV", {"verzonnen", "achternaam"}),
        ("dhr. van der Verzinsel", {"verzinsel"}),
        ("Voorzitter, dhr. Bedacht (vz.)", {"bedacht"}),
        ("Bakker (VNG)", set()),
        ("", set()),
    ],
)
def test_names_are_what_is_no_body_and_no_ordinary_word(attendance: str, names: set[str]) -> None:
    assert found([attendance], TEXTS) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Verzinsel: dit kan niet.", {"verzinsel"}),
        ("Van der Verzinsel (VNG): dit kan niet.", {"van", "verzinsel"}),
        ("Vraag van Piet Verzinsel over de termijn.", {"verzinsel"}),
        ("Vraag van Piet van den Verzinsel.", {"verzinsel"}),
        ("VNG: dit kan niet.", set()),
        ("voorzitter: dit kan niet.", set()),
    ],
)
def test_speakers_and_surnames_behind_a_first_name_are_names(text: str, names: set[str]) -> None:
    assert found([], [text]) == names


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
