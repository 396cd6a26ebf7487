"""Which words of attendance lists are taken for persons' names."""

import pytest

from notulist.training.names import persons, without

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
    assert persons([attendance], TEXTS) == names


def test_names_are_taken_out_of_a_text_in_any_case() -> None:
    names = frozenset({"verzonnen"})
    assert without("Verzonnen en VERZONNEN, niet Verzonnenen.", names) == " en , niet Verzonnenen."
