"""Where a meeting was held."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

ITEM = "\n\n1. Opening\n• Welkom allen.\n"


@pytest.mark.parametrize(
    ("header", "place"),
    [
        ("Locatie: Den Haag", "Den Haag"),
        ("**Locatie:** MS Teams", "MS Teams"),
        ("- Locatie: Online (Teams)", "Online (Teams)"),
        ("Plaats: zaal 4.038 en via Webex", "zaal 4.038 en via Webex"),
        ("Waar: Provinciehuis", "Provinciehuis"),
        ("Vergaderplaats\tOranje 0.034 + Webex", "Oranje 0.034 + Webex"),
        ("Vergaderplaats Webex", "Webex"),
        ("Vergaderplaats\nStadhuis Assen", "Stadhuis Assen"),
        ("Plaats en tijd: Assen, 10.00-12.00 uur", "Assen"),
        ("Datum en plaats: 4 juni 2024, Assen", "Assen"),
        ("Locatie:\nDatum: 4 juni 2024", None),
        ("Datum\nPlaats\n4 juni 2024\nAssen", "Assen"),
        ("Donderdag 4 juni 2024 te Assen", "Assen"),
        ("Werkgroep Riet 4 juni 2024 - Online overleg via Webex 10:30 - 12:00",
         "Online overleg via Webex"),
        ("Locatie: n.v.t.\nSien Voorbeeld", None),
        ("Locatie: https://vergader.example/123", None),
        ("Datum: 4 juni 2024", None),
        ("Waar staan we", None),
        ("Plaats van de werkgroep in het geheel", None),
    ],
)  # fmt: skip
def test_a_field_or_what_stands_behind_the_date_tells_the_place(
    split: Callable[[str], Doc], header: str, place: str | None
) -> None:
    assert split(f"Verslag stuurgroep Riet\n{header}" + ITEM)._.meeting_place == place


def test_a_place_in_a_remark_is_none_of_the_meeting(split: Callable[[str], Doc]) -> None:
    text = (
        "Verslag stuurgroep Riet" + ITEM + "• De locatie wordt op 4 juni 2024 te Assen gekozen.\n"
    )
    assert split(text)._.meeting_place is None


def test_a_line_that_opens_with_the_date_tells_it_below_a_sentence_too(
    split: Callable[[str], Doc],
) -> None:
    doc = split(
        "Verslag van de werkgroep Riet, die ook het overleg over veen omvat en is besproken.\n\n"
        "dd 4-6-2024 - Online overleg via Webex" + ITEM
    )
    assert doc._.meeting_place == "Online overleg via Webex"
