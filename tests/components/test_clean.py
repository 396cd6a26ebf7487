"""Clean text: lines joined, hyphens mended, markup off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notulist.components.clean import join_lines, strip_markup


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (
            ["De provincie stelt", "  middelen beschikbaar. "],
            "De provincie stelt middelen beschikbaar.",
        ),
        (["de huis-", "vesting van"], "de huisvesting van"),
        (["de huis\ufffe", "vesting van"], "de huisvesting van"),
        (["de huis\u00ad", "vesting van"], "de huisvesting van"),
        (["taakstelling 2026-", "II"], "taakstelling 2026-II"),
        (["taakstelling 2026\ufffe", "II"], "taakstelling 2026-II"),
        (["de Rijk-", "IPO-tafel"], "de Rijk-IPO-tafel"),
        (["de VNG-", "commissie"], "de VNG-commissie"),
        (["in-", "en uitstroom"], "in- en uitstroom"),
        (["zand- en klei\ufffe", "gronden"], "zand- en kleigronden"),
        (["wonen/", "werken"], "wonen/werken"),
        (["punt een -", "punt twee"], "punt een - punt twee"),
        (["een\u00a0vaste\tspatie"], "een vaste spatie"),
        (["", "  ", "tekst"], "tekst"),
    ],
)
def test_lines_are_joined(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("**Anke**: akkoord", "Anke: akkoord"),
        ("***Anke***:<br> akkoord", "Anke: akkoord"),
        ("_schuin_ en `code`", "schuin en code"),
        ("zie [de nota](https://example.org/nota)", "zie de nota"),
        ("zie [de nota][1]", "zie de nota"),
        ("2 * 3 * 4 blijft", "2 * 3 * 4 blijft"),
        ("snake_case_naam blijft", "snake_case_naam blijft"),
        ("R&amp;D", "R&D"),
        ("\\*geen opmaak\\*", "*geen opmaak*"),
        ("eerste regel\\\ntweede regel\\", "eerste regel tweede regel"),
        ("een streep \\\\ blijft", "een streep \\ blijft"),
        ("[ ] Mila belt de gemeente", "Mila belt de gemeente"),
        ("[x] **Mila**: gebeld", "Mila: gebeld"),
        ("de keuze [x] blijft", "de keuze [x] blijft"),
        ("de ~~oude~~ nieuwe raming", "de oude nieuwe raming"),
        ("ongeveer ~~ twee ~~ jaar", "ongeveer ~~ twee ~~ jaar"),
        ("> Wij gaan akkoord.", "Wij gaan akkoord."),
        ("> > [ ] nog doen", "nog doen"),
        ("> Wij gaan akkoord\n> met de raming > 5%", "Wij gaan akkoord met de raming > 5%"),
        ("> 5% groei, a > b", "> 5% groei, a > b"),
        ("Mevrouw ______ en dhr. ____ komen", "Mevrouw ______ en dhr. ____ komen"),
    ],
)
def test_markdown_is_taken_off(raw: str, clean: str) -> None:
    assert strip_markup(raw) == clean


@given(st.lists(st.text(alphabet="abcXYZ019 -\u00ad\ufffe/.,", max_size=20), max_size=6))
def test_joining_loses_nothing_but_white_space_and_hyphens(lines: list[str]) -> None:
    def letters(text: str) -> str:
        return "".join(char for char in text if char.isalnum() or char in "/.,")

    assert letters(join_lines(lines)) == letters("".join(lines))
