"""Which line beginnings are bullets, numbers or letters."""

from __future__ import annotations

import pytest

from notulist.components.markers import agenda_number, find_marker


@pytest.mark.parametrize(
    ("line", "marker", "rest"),
    [
        ("• Het IPO vraagt uitstel", "•", "Het IPO vraagt uitstel"),
        (" • Met een spatie ervoor", "•", "Met een spatie ervoor"),
        ("\uf0b7 Glyph uit Word", "\uf0b7", "Glyph uit Word"),
        ("\uf0a7\tEn een met tab", "\uf0a7", "En een met tab"),
        ("- Streepje", "-", "Streepje"),
        ("– Half kastlijntje", "–", "Half kastlijntje"),
        ("* Sterretje", "*", "Sterretje"),
        ("o Rondje van Word", "o", "Rondje van Word"),
        ("▪ Vierkantje", "▪", "Vierkantje"),
        ("•Zonder spatie", "•", "Zonder spatie"),
        ("-Geert: vast aan de naam", "-", "Geert: vast aan de naam"),
        ("1. Nummer", "1.", "Nummer"),
        ("12) Met haakje", "12)", "Met haakje"),
        ("(3) Tussen haakjes", "(3)", "Tussen haakjes"),
        ("2a. Met letter", "2a.", "Met letter"),
        ("2.1 Onderdeel", "2.1", "Onderdeel"),
        ("1\\. Uit Markdown", "1.", "Uit Markdown"),
        ("a) Letter", "a)", "Letter"),
        ("b)Vast aan de tekst", "b)", "Vast aan de tekst"),
        ("iv. Romeins", "iv.", "Romeins"),
    ],
)
def test_a_marker_is_found_and_the_remark_begins_behind_it(
    line: str, marker: str, rest: str
) -> None:
    found = find_marker(line)
    assert found is not None
    assert found.text == marker
    assert line[found.length :] == rest


@pytest.mark.parametrize(
    "line",
    [
        "12 mei in de MR besproken",
        "8 februari 2023 wordt apart vastgelegd",
        "2023-II is niet gehaald",
        "II niet gehaald",
        "13.45 uur sluit de vergadering",
        "**Vet** gezet",
        "-- streep",
        "operatie geslaagd",
        "e.e.a. volgt",
        "Van belang dat",
        "",
        "•",
    ],
)
def test_what_only_looks_like_a_marker_is_none(line: str) -> None:
    assert find_marker(line) is None


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Agendapunt 3: Wonen", "3"),
        ("Ad 2a Stikstof", "2a"),
        ("3 Wonen", "3"),
        ("3a\tWonen", "3a"),
        ("12 mei in de MR", None),
        ("12 Mei komt het terug", None),
        ("3 gemeenten vragen uitstel", None),
    ],
)
def test_agenda_numbers_without_a_point(line: str, number: str | None) -> None:
    found = agenda_number(line)
    assert (found.number if found else None) == number
