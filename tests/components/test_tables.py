"""What the cells of a table row are."""

from __future__ import annotations

import io

import pytest
from docx.document import Document
from makers import Grid, Put, kind_in, md, of_kind, pdf, pdf_with, split, word
from reportlab.pdfgen.canvas import Canvas

from notulist.reading import read_bytes
from notulist.reading.source import Source

BRIEF, PLAN = "Brief aan de minister opstellen", "Planning bijwerken voor de tafel"
SAID = "De leden nemen de lijst door en stellen die daarna ongewijzigd vast."


def markdown(*content: str | Grid) -> Source:
    """The same in Markdown: each table with its rule, blocks apart."""
    blocks = []
    for part in content:
        if isinstance(part, str):
            blocks.append(part)
            continue
        rows = [f"| {' | '.join(row)} |" for row in part]
        rows.insert(1, "|" + " --- |" * len(part[0]))
        blocks.append("\n".join(rows))
    return md("\n\n".join(blocks) + "\n")


MAKES = pytest.mark.parametrize(
    "make", [pytest.param(word, id="word"), pytest.param(pdf_with, id="pdf"),
             pytest.param(markdown, id="markdown")],
)  # fmt: skip


@MAKES
@pytest.mark.parametrize(
    "head",
    [
        ("Nr", "Actie", "Wie"),
        ("Nr", "Actiepunten", "Stand"),
        ("#", "Taak", "Eigenaar"),
        ("Nr", "To do", "Naam"),
        ("Nr", "Wat", "Wie"),
        ("Nr", "Wat", "Wanneer"),
        ("Nr", "Omschrijving", "Status"),
        ("Nr", "Afspraak", "Door"),
        ("Nr", "Besluit", "Uiterlijk"),
    ],
    ids=lambda head: " ".join(head),
)
def test_the_column_below_the_heads_word_holds_actions(make, head: tuple[str, ...]) -> None:
    source = make(SAID, [head, ["1", BRIEF, "IPO"], ["2", PLAN, "VNG"]])
    assert of_kind("action", source) == [BRIEF, PLAN]


@MAKES
@pytest.mark.parametrize(
    "head",
    [("Wat", "Bedrag"), ("Omschrijving", "Bedrag"), ("Besluit", "Toelichting"), ("Soort", "Wie")],
    ids=lambda head: " ".join(head),
)
def test_no_actions_where_the_head_says_half_of_it(make, head: tuple[str, ...]) -> None:
    source = make(SAID, [head, [BRIEF, "tien"], [PLAN, "acht"]])
    assert of_kind("action", source) == []


@MAKES
def test_the_other_cells_of_an_action_table_are_table(make) -> None:
    source = make(SAID, [["Actie", "Wie"], [BRIEF, "IPO"]])
    assert of_kind("table", source) == ["Actie", "Wie", "IPO"]


@MAKES
def test_the_action_is_below_its_head_even_where_another_cell_is_longer(make) -> None:
    source = make(SAID, [["Actie", "Stand"], [BRIEF, f"{PLAN}, en daarna nog meer dan dat"]])
    assert of_kind("action", source) == [BRIEF]


@MAKES
def test_under_a_heading_of_actions_a_table_needs_no_heads_word(make) -> None:
    heading = "**Actielijst**" if make is pdf_with else "# Actielijst"
    source = make(SAID, heading, [["Onderwerp", "Naam"], [BRIEF, "IPO"], [PLAN, "VNG"]])
    assert of_kind("action", source) == [BRIEF, PLAN]


@pytest.mark.parametrize("make", [word, pdf_with])
def test_under_a_heading_of_actions_a_table_needs_no_head(make) -> None:
    heading = "**Actielijst**" if make is pdf_with else "# Actielijst"
    source = make(SAID, heading, [["1", BRIEF, "IPO"], ["2", PLAN, "VNG"]])
    assert of_kind("action", source) == [BRIEF, PLAN]


@MAKES
def test_a_head_that_repeats_is_no_action(make) -> None:
    head = ["Actie", "Wie"]
    source = make(SAID, [head, [BRIEF, "IPO"], head, [PLAN, "VNG"]])
    assert of_kind("action", source) == [BRIEF, PLAN]


@pytest.mark.parametrize(
    "make",
    [
        word,
        pdf_with,
        pytest.param(markdown),
    ],
)  # fmt: skip
def test_each_table_has_its_own_head(make) -> None:
    content = [
        [["Actie", "Wie"], [BRIEF, "IPO"]],
        [["Kosten", "Bedrag"], ["Huur van de zaal", "9"]],
    ]
    if make is not markdown:
        content.insert(1, SAID)
    assert of_kind("action", make(*content)) == [BRIEF]


def long_table(texts: list[str]) -> Source:
    """A PDF of three pages."""
    return pdf_with(SAID, [["Actie", "Wie"], *([text, "VNG"] for text in texts)])


def test_a_table_goes_on_on_the_next_page_of_a_pdf() -> None:
    texts = [f"Rapport {a}{b} afmaken en rondsturen" for a in "ABCDEFGH" for b in "abcdefg"]
    assert of_kind("action", long_table(texts)) == texts


def test_rows_that_differ_in_their_number_alone_are_no_running_lines() -> None:
    texts = [f"Rapport {i} afmaken en rondsturen" for i in range(100)]
    assert of_kind("action", long_table(texts)) == texts


def test_a_pdf_table_without_lines_has_actions() -> None:
    rows = [("Nr", "Actie", "Wie"), ("1", BRIEF, "IPO"), ("2", PLAN, "VNG")]
    places = [
        Put(" " * at + text, at=120 + 14 * i)
        for i, row in enumerate(rows)
        for at, text in zip((0, 6, 60), row, strict=True)
    ]
    assert of_kind("action", pdf([SAID, *places])) == [BRIEF, PLAN]


@pytest.mark.parametrize(
    ("make", "marks"),
    [
        pytest.param(word, ("- ", "- "), id="word"),
        pytest.param(pdf_with, ("• ", "• "), id="pdf"),
        pytest.param(pdf_with, ("1. ", "2. "), id="pdf, numbers"),
        pytest.param(pdf_with, ("a) ", "b) "), id="pdf, letters"),
    ],
)
def test_list_items_in_an_action_cell_are_actions_each(make, marks: tuple[str, str]) -> None:
    cell = f"{marks[0]}{BRIEF}.\n{marks[1]}{PLAN}."
    source = make(SAID, [["Actie", "Wie"], [cell, "IPO"]])
    assert of_kind("action", source) == [f"{BRIEF}.", f"{PLAN}."]


def test_paragraphs_in_an_action_cell_of_a_pdf_are_actions_each() -> None:
    cell = f"{BRIEF}.\n{PLAN}, en die aan de leden van de VNG sturen."
    assert len(of_kind("action", pdf_with(SAID, [["Actie", "Wie"], [cell, "IPO"]]))) == 2


def test_a_number_in_mid_sentence_cuts_no_cell() -> None:
    text = "De leden van de VNG bellen over: 1) de brief aan de minister en over 2) het plan"
    found = of_kind("action", pdf_with(SAID, [["Actie", "Wie"], [text, "IPO"]]))
    assert found == [text]


def test_paragraphs_in_an_action_cell_of_a_word_file_are_one_action() -> None:
    source = word(SAID, [["Actie", "Wie"], [f"{BRIEF}.\nOok de VNG krijgt hem.", "IPO"]])
    assert of_kind("action", source) == [f"{BRIEF}. Ook de VNG krijgt hem."]


@MAKES
def test_what_was_said_beside_an_action_is_a_bullet(make) -> None:
    said = "Hoe hoog komt het water?"
    source = make(SAID, [["Bespreking", "Actie"], [said, BRIEF], ["Bodem", PLAN]])
    assert of_kind("action", source) == [BRIEF, PLAN]
    assert (kind_in(source, said), kind_in(source, "Bodem")) == ("bullet", "table")


def test_a_list_typed_with_line_breaks_in_a_cell_is_cut() -> None:
    def typed(document: Document) -> None:
        table = document.add_table(2, 2)
        for cell, text in zip(table.rows[0].cells, ("Actie", "Wie"), strict=True):
            cell.text = text
        table.rows[1].cells[0].text = f"- {BRIEF}\n- {PLAN}"

    assert of_kind("action", word(SAID, typed)) == [BRIEF, PLAN]


def test_where_the_action_is_missing_the_row_has_none() -> None:
    rows = [["Actie", "Wie"], ["Brief opstellen", "IPO"], ["", "Jansen/Bakker"]]
    assert of_kind("action", word(rows)) == ["Brief opstellen"]


def test_a_short_action_is_one() -> None:
    source = word(SAID, [["Actie", "Wie"], ["IPO bellen", "VNG"], ["Mailen", "IPO"]])
    assert of_kind("action", source) == ["IPO bellen", "Mailen"]


@MAKES
def test_in_other_tables_a_sentence_is_a_bullet_and_a_subject_is_table(make) -> None:
    remark = "De gemeenten vragen om uitstel van de wet, omdat de software niet klaar is."
    source = make(SAID, [["Onderwerp", "Verslag"], ["Bodem", remark]])
    assert kind_in(source, remark) == "bullet"
    assert of_kind("table", source) == ["Onderwerp", "Verslag", "Bodem"]


def test_numbered_steps_typed_into_a_markdown_cell_are_no_remark() -> None:
    row = (
        "| Rijk | 1. De kaart wordt gemaakt en verspreid.<br/>2. De leden stemmen over de kaart. |"
    )
    source = md(f"| Wie | Stappen |\n|---|---|\n{row}\n")
    assert of_kind("bullet", source) == []


def test_below_toelichting_a_few_words_are_a_bullet() -> None:
    rows = ["| Punt | Toelichting |", "|---|---|", "| 1 | verschil met de oude kaart |"]
    rows += ["| 2 | Zwolle doet mee |", "| 3 | bodem |"]
    assert of_kind("bullet", md("\n".join([*rows, ""]))) == [
        "verschil met de oude kaart",
        "Zwolle doet mee",
    ]


def test_a_short_list_item_of_a_cell_is_a_bullet_where_it_is_a_sentence() -> None:
    items = ["Is de brief klaar?", "Dat is te weinig.", "Kaarten en plannen"]
    cell = "\n".join(f"• {item}" for item in items)
    source = pdf_with(SAID, [["Onderwerp", "Verslag"], ["Bodem", cell]])
    assert [kind_in(source, item) for item in items] == ["bullet", "bullet", "table"]


@pytest.mark.parametrize(
    "label", ["Use case", "Omschrijving use case", "Gebruiker en doelstelling"]
)
def test_a_row_that_describes_a_use_case_holds_no_remark(label: str) -> None:
    story = "Als bewoner wil ik weten hoe hoog het water komt. Het systeem toont een kaart."
    assert of_kind("bullet", word(SAID, [["Model", "Water"], [label, story]])) == [SAID]


def test_a_definition_in_a_cell_below_that_word_is_no_remark() -> None:
    said = "Het stuk land langs het water dat de gemeente zelf beheert en dat overstromen kan."
    source = pdf_with(SAID, [["Term", "Uitleg"], ["Oever", f"Definitie\n{said}"]])
    assert of_kind("table", source)[-2:] == ["Definitie", said]


def test_each_paragraph_of_a_cell_is_a_bullet() -> None:
    one = "De gemeenten vragen om uitstel van de wet, omdat de software niet klaar is."
    two = "De provincies steunen dat verzoek van harte en willen een brief van de minister."
    source = word(SAID, [["Onderwerp", "Verslag"], ["Bodem", f"{one}\n{two}"]])
    assert of_kind("bullet", source)[1:] == [one, two]


def test_the_rule_of_a_markdown_table_is_in_no_block() -> None:
    assert not any("---" in text for _, text in split(markdown([["Actie", "Wie"], [BRIEF, "IPO"]])))


def test_an_escaped_bar_parts_no_cells() -> None:
    source = md("| Actie | Wie |\n| --- | --- |\n| Brief \\| mail aan de minister | IPO |\n")
    assert of_kind("action", source) == ["Brief \\| mail aan de minister"]


def test_sentences_are_no_head_of_a_table_of_actions() -> None:
    rows = [
        ["Toezegging", "Wat door een partij beloofd wordt; hierover worden afspraken gemaakt."],
        ["Oever", "De strook land langs het water waar schepen kunnen aanleggen en lossen."],
    ]
    assert of_kind("action", word(SAID, rows)) == []


def test_the_head_of_an_action_list_that_stands_outside_its_table_is_no_action() -> None:
    source = md("# Actielijst\n\nActiepunt O=open/G=gesloten\n\n- IPO belt de VNG.\n")
    assert of_kind("action", source) == ["IPO belt de VNG."]


LATER = [f"Kaart {name} van de dijken tekenen" for name in "ABCD"]


def cut_row(*, below: str, number: str = "") -> Source:
    """A PDF in which the last row of a table of actions stands on two pages; what its cells for
    number and action hold on the second one."""

    pages = [
        (100, [("Nr", "Actie", "Wie"), ("1", PLAN, "VNG"), ("2", f"{BRIEF} over", "IPO")]),
        (800, [(number, below, ""), *((str(3 + i), text, "Rijk") for i, text in enumerate(LATER))]),
    ]
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    for top, rows in pages:
        canvas.setFont("Helvetica", 10)
        canvas.grid((72, 110, 400, 500), [top - 24 * i for i in range(len(rows) + 1)])
        for i, row in enumerate(rows):
            for text, left in zip(row, (76, 114, 404), strict=True):
                canvas.drawString(left, top - 24 * i - 15, text)
        canvas.showPage()
    canvas.save()
    return read_bytes(buffer.getvalue(), "notulen.pdf")


@pytest.mark.parametrize(
    ("cell", "whole"),
    [
        pytest.param({"below": "de kaarten."}, True, id="rest of a sentence"),
        pytest.param({"below": "de kaarten.", "number": "2"}, False, id="numbered row"),
        pytest.param({"below": "- de kaarten."}, False, id="list item"),
    ],
)
def test_an_action_that_a_page_cuts_is_one(cell: dict[str, str], whole: bool) -> None:
    found = of_kind("action", cut_row(**cell))
    assert (f"{BRIEF} over de kaarten." in found) is whole
    assert found[-4:] == LATER


def test_a_labelled_item_of_a_cell_is_a_bullet_however_short() -> None:
    cell = "• Opmerking: dijk = kering\n• Zeedijk"
    assert of_kind("bullet", pdf_with(SAID, [["Dijk", cell]]))[1:] == ["Opmerking: dijk = kering"]


def test_under_definitions_only_the_items_of_a_cell_are_remarks() -> None:
    meaning = "Een strook land die het water van een rivier of van de zee uit het land moet houden."
    asked = "- Vraag: telt de zeedijk van het waterschap mee?"
    for title, kinds in [("Definities", ["table", "bullet"]), ("Dijken", ["bullet", "bullet"])]:
        source = word(f"# {title}", [["Dijk", f"{meaning}\n{asked}"]])
        assert [kind for kind, _ in split(source)][2:] == kinds
