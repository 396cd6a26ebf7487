"""Abbreviations of actors that mean something else in a text."""

from __future__ import annotations

import pytest

from notulist.components.actors import make_actors
from notulist.language import MinutesDutch

NLP = MinutesDutch()
ACTORS = make_actors(NLP, "actors")


def surfaces(text: str) -> list[str]:
    return [ent.text for ent in ACTORS(NLP.make_doc(text)).ents]


@pytest.mark.parametrize(
    "text",
    [
        "De Initial Public Offering (IPO) is uitgesteld; na de IPO volgt meer.",
        "De IPO (Initial Public Offering) is uitgesteld.",
        "Met virtual reality (VR) wordt geoefend; VR: duur.",
        "De stedelijke gymnasia (SG) groeien. De SG bouwt.",
        "Het bedrijf bereidt een IPO voor.",
    ],
)
def test_an_abbreviation_that_the_text_explains_otherwise_is_no_actor(text: str) -> None:
    assert surfaces(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het Interprovinciaal Overleg (IPO) en IPO", ["Interprovinciaal Overleg", "IPO", "IPO"]),
        ("Centraal Orgaan Asielzoekers (COA)", ["COA"]),
        ("de vereniging (VNG)", ["VNG"]),
        ("de partijen (VNG, bestuur)", ["VNG"]),
        ("een VNG lid en een COA-locatie", ["VNG", "COA"]),
    ],
)
def test_its_own_name_beside_it_leaves_it_an_actor(text: str, found: list[str]) -> None:
    assert surfaces(text) == found
