"""Minutes that are set as one large table, and text in a box, are read as running text."""

from __future__ import annotations

import pytest
from makers import of_kind, pdf_with, split, word

MINUTES = (
    "**1. Opening**\n"
    "De voorzitter opent de vergadering en heet iedereen welkom bij de tafel.\n"
    "**2. Bodem**\n"
    "- De gemeenten vragen om uitstel van de invoering van de wet.\n"
    "- De provincies steunen dat verzoek van harte en willen een brief.\n"
    "- Het Rijk zegt toe dat de brief voor de zomer komt.\n"
    "**3. Water**\n"
    "- De waterschappen willen weten wat het kost om de dijken te versterken.\n"
    "- Het Rijk zoekt dat uit en komt erop terug in de volgende vergadering."
)
FRAME = [["Verslag", "Wie"], [MINUTES, "Allen"]]
ACTIONS = [
    ["Actie", "Wie"],
    ["Brief aan de minister opstellen", "IPO"],
    ["Planning bijwerken voor de tafel", "VNG"],
]
BULLETS = [
    line.removeprefix("- ") for line in MINUTES.splitlines() if not line.startswith("**")
]  # fmt: skip

MAKES = pytest.mark.parametrize(
    "make", [pytest.param(word, id="word"), pytest.param(pdf_with, id="pdf")]
)


@MAKES
def test_headings_in_a_frame_are_headings(make) -> None:
    assert of_kind("heading", make(FRAME)) == ["Opening", "Bodem", "Water"]


@MAKES
def test_paragraphs_and_list_items_in_a_frame_are_bullets(make) -> None:
    assert of_kind("bullet", make(FRAME)) == BULLETS


def test_a_box_of_several_paragraphs_is_no_table() -> None:
    remarks = ["- De kaart is oud.", "- Het IPO zoekt een nieuwe."]
    source = word("# 1. Bodem", MINUTES, [["\n".join(["Opmerkingen m.b.t. de bodem:", *remarks])]])
    assert split(source)[-3:] == [
        ("heading", "Opmerkingen m.b.t. de bodem:"),
        ("bullet", "De kaart is oud."),
        ("bullet", "Het IPO zoekt een nieuwe."),
    ]


@MAKES
def test_an_action_table_among_minutes_stays_a_table(make) -> None:
    source = make(FRAME, ACTIONS)
    assert of_kind("action", source) == [row[0] for row in ACTIONS[1:]]
    assert of_kind("bullet", source) == BULLETS


@MAKES
def test_each_cell_of_a_frame_begins_a_group(make) -> None:
    assert ("topic", "Allen") in split(make(FRAME))


@MAKES
def test_a_table_of_short_cells_is_no_frame_however_much_it_holds(make) -> None:
    table = [
        ["Actie", "Wie"],
        *([f"Brief {i} aan de minister opstellen", "VNG"] for i in range(20)),
    ]
    assert len(of_kind("action", make(table))) == 20


@MAKES
def test_a_small_table_is_no_frame_however_deep_its_cells(make) -> None:
    deep = [["Onderwerp", "Kosten"], ["Bodem", "\n".join(["Een;", "twee."] * 4)]]
    assert {kind for kind, _ in split(make(deep))} == {"table"}
