"""Contents and agenda lists, whose lines come back as titles further on."""

from __future__ import annotations

import pytest
from makers import Put, md, of_kind, pdf, txt, word

SAID = "De gemeenten vragen het Rijk om een brief over de bodem en over het water in mei."


def listed(*lines: str | Put, body: tuple[str, ...]) -> list[str]:
    """The topics of a PDF with such a list and, on the next page, these titles above remarks."""
    text: list[str | Put] = [part for title in body for part in (Put(title, 14), "", SAID, "")]
    return of_kind("topic", pdf([Put("Inhoud", 18), "", *lines], text))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("1.1 Stand van zaken bodem", id="numbered"),
        pytest.param("**1.1 Stand van zaken bodem**", id="bold and numbered"),
        pytest.param(Put("1.1 Stand van zaken bodem", 14), id="large and numbered"),
        pytest.param("1.1 Stand van zaken bodem 3", id="with its page"),
        pytest.param("1.1 Stand van zaken bodem ........... 3", id="with leaders"),
        pytest.param("STAND VAN ZAKEN – BODEM", id="in capitals, with a dash"),
        pytest.param("Stand van zaken bodem", id="plain"),
    ],
)
def test_a_line_of_a_contents_list_is_a_topic_however_it_is_set(line: str | Put) -> None:
    found = listed(line, "1.2 Water", body=("1.1 Stand van zaken bodem", "1.2 Water"))
    assert len(found) == 2


def test_page_numbers_on_lines_of_their_own_are_part_of_the_list() -> None:
    lines = ("1. Bodem", "3", "2. Water", "4", "3. Lucht 4", "4. Vervoer 5")
    found = listed(*lines, body=("1. Bodem", "2. Water", "3. Lucht", "4. Vervoer"))
    assert found == ["Bodem", "3", "Water", "4", "Lucht 4", "Vervoer 5"]


def test_a_line_between_that_does_not_come_back_is_one_too() -> None:
    found = listed("1. Bodem", "2. Lucht", "3. Water", body=("1. Bodem", "2. Water"))
    assert found == ["Bodem", "Lucht", "Water"]


def test_the_titles_that_come_back_are_headings() -> None:
    source = txt(f"Agenda\n1. Bodem\n2. Water\n\n1. Bodem\n\n{SAID}\n\n2. Water\n\n{SAID}\n")
    assert of_kind("heading", source) == ["Agenda", "Bodem", "Water"]
    assert of_kind("topic", source) == ["Bodem", "Water"]


@pytest.mark.parametrize(
    "agenda",
    [
        pytest.param("## 1. Bodem\n\n- Akkoord.\n\n## 2. Water\n\n- Akkoord.\n", id="headings"),
        pytest.param(
            "1. De bodem komt in mei aan de orde.\n2. Het water is klaar.\n", id="remarks"
        ),
    ],
)
def test_under_an_agenda_whose_lines_do_not_come_back_stand_the_minutes(agenda: str) -> None:
    source = md(f"# Agenda\n\n{agenda}\n# Rondvraag\n\n- {SAID}\n")
    assert len(of_kind("bullet", source)) == 3


MINUTES = "".join(f"- {SAID}\n" for _ in range(9))
SECTION = (
    "## Agenda\n\n1. Bodem:\n   - We bespreken hoe diep de bodem wordt onderzocht.\n2. Water\n\n"
)


def test_a_short_agenda_in_a_section_of_its_own_is_a_list_whatever_it_says() -> None:
    source = md(f"{SECTION}# Verslag\n\n{MINUTES}")
    assert of_kind("heading", source) == ["Agenda", "Verslag"]
    assert len(of_kind("topic", source)) == 3


@pytest.mark.parametrize("title", ["# Actiepunten", "### Verslag"])
def test_it_is_none_above_actions_or_deeper_headings_alone(title: str) -> None:
    source = md(f"{SECTION}{title}\n\n{MINUTES}")
    assert "We bespreken hoe diep de bodem wordt onderzocht." in of_kind("bullet", source)


def test_numbered_subjects_below_an_item_that_says_agenda_are_its_lines() -> None:
    source = word(
        "# Verloop", "- Agenda", "1. Stand van zaken bodem", "2. Kaarten bespreken", f"- {SAID}"
    )
    assert of_kind("topic", source) == ["Agenda", "Stand van zaken bodem", "Kaarten bespreken"]


def test_numbered_remarks_below_an_item_that_says_agenda_are_bullets() -> None:
    source = word("# Verloop", "- Agenda", "1. De leden stemmen in.", "2. Het IPO komt later.")
    assert len(of_kind("bullet", source)) == 2


def test_minutes_under_an_agenda_that_name_a_title_once_more_are_no_list() -> None:
    source = md(f"# Agenda\n\n## Bodem\n\n- {SAID}\n- Akkoord.\n- Geen.\n\n## Water\n\nBodem\n")
    assert of_kind("heading", source) == ["Agenda", "Bodem", "Water"]


def test_a_plain_line_that_comes_back_is_a_heading() -> None:
    source = txt(
        f"Agenda\n- Bodem\n- Water en lucht\n\nBodem\n\n{SAID}\n\nWater en lucht\n{SAID}\n"
    )
    assert of_kind("heading", source) == ["Agenda", "Bodem", "Water en lucht"]


def test_a_list_item_that_comes_back_above_nested_ones_is_a_topic() -> None:
    agenda = "# Doel\n\nAgenda:\n1. Kaarten van de bodem\n2. Meten van het water\n"
    body = f"* Kaarten van de bodem\n  * {SAID}\n* Meten van het water\n  * {SAID}\n"
    source = md(f"# Agenda\n\n{agenda[17:]}\n# Verslag\n\n{body}")
    assert of_kind("bullet", source) == [SAID, SAID]
