"""Which lines belong together, in each make of file."""

from __future__ import annotations

import pytest
from makers import Put, md, of_kind, pdf, split, txt, word

from notulist.components.blocks import find_blocks

SAID = "De gemeenten vragen het Rijk om een brief over de bodem en het water."
# Lines of a PDF as wide as its text is set.
WIDE = (
    "De gemeenten vragen om uitstel van de invoering van de nieuwe wet voor de bodem en",
    "De provincies zien dat anders en willen dat de wet gewoon in januari van kracht is en",
)


# --- PDF: the right edge tells


def test_in_a_pdf_a_line_that_fills_the_width_goes_on() -> None:
    source = pdf([WIDE[0], "het grondwater.", WIDE[1], "blijft."])
    assert of_kind("bullet", source) == [f"{WIDE[0]} het grondwater.", f"{WIDE[1]} blijft."]


def test_in_a_pdf_a_short_line_ends_a_paragraph() -> None:
    lines = ["Het Rijk komt met een brief.", "De leden wachten die af.", "Het IPO ook."]
    assert of_kind("bullet", pdf([*WIDE, "het water.", *lines]))[1:] == lines


def test_in_a_pdf_a_short_line_goes_on_in_small_letters() -> None:
    source = pdf([*WIDE, "het water.", "Het Rijk komt met een brief", "over de bodem."])
    assert of_kind("bullet", source)[-1] == "Het Rijk komt met een brief over de bodem."


def test_in_a_pdf_a_line_break_in_a_list_item_ends_nothing() -> None:
    source = pdf(
        [f"• {WIDE[0]}", "  het grondwater.", "  Dat geldt ook voor de regels.", "• Goed."]
    )
    assert of_kind("bullet", source) == [
        f"{WIDE[0]} het grondwater. Dat geldt ook voor de regels.",
        "Goed.",
    ]


def test_in_a_pdf_a_line_to_the_left_of_an_items_text_is_a_paragraph() -> None:
    source = pdf([f"   • {WIDE[0]}", "     het grondwater.", "Het Rijk komt met een brief."])
    assert of_kind("bullet", source)[-1] == "Het Rijk komt met een brief."


def test_in_a_pdf_a_gap_ends_a_full_list_item_where_what_follows_stands_to_the_left() -> None:
    source = pdf([f"• {WIDE[0]}", "", "Het IPO ziet dat anders en is voor de wet.", WIDE[0]])
    assert of_kind("bullet", source)[0] == WIDE[0]


def test_in_a_pdf_a_gap_ends_a_paragraph() -> None:
    source = pdf([WIDE[0], "het grondwater.", "", SAID])
    assert of_kind("bullet", source) == [f"{WIDE[0]} het grondwater.", SAID]


def test_in_a_pdf_an_act_in_brackets_ends_where_they_close() -> None:
    act = "<actiepunt: het Rijk zoekt uit wat dat betekent voor de bodem en voor het water>."
    source = pdf([*WIDE, "het water.", act, SAID, f"{act[:-2]} en", "het grondwater>.", SAID])
    assert of_kind("bullet", source)[1:] == [act, SAID, f"{act[:-2]} en het grondwater>.", SAID]


def test_in_a_pdf_a_link_on_its_own_line_below_a_sentence_stands_apart() -> None:
    link = Put("Verslag Regietafel www.voorbeeld.org", underlined=True)
    colon = WIDE[0].replace(" en", ":")
    source = pdf(
        [
            *WIDE,
            "Het water is hoog en dat is in het hele land zo sinds 12 maart van dit jaar.",
            link,
        ]
    )
    assert of_kind("link", source) == [link.text]
    assert of_kind("link", pdf([*WIDE, colon, link])) == []


HANGING = [
    "Vraag: wanneer komt de brief van het Rijk over de bodem en over het water?",
    "      Komt die nog voor de zomer, zodat de gemeenten hem in hun plannen kunnen",
    "      opnemen en de raad erover kan spreken.",
]


def test_in_a_pdf_a_turn_goes_on_in_the_lines_that_hang_below_its_first() -> None:
    turn = " ".join(line.strip() for line in HANGING)
    source = pdf([WIDE[0], "het grondwater.", "", *HANGING, "", SAID])
    assert of_kind("bullet", source)[1:] == [turn, SAID]


def test_in_a_pdf_such_a_turn_goes_on_on_the_next_page() -> None:
    more = "      Ook de waterschappen vragen daarom."
    turn = " ".join(line.strip() for line in HANGING)
    first = [WIDE[0], "het grondwater.", "", *HANGING]
    assert of_kind("bullet", pdf(first, [more, "", SAID]))[1] == f"{turn} {more.strip()}"
    assert of_kind("bullet", pdf(first, [more.strip(), "", SAID]))[1] == turn


def test_in_a_pdf_a_paragraph_goes_on_on_the_next_page() -> None:
    source = pdf([WIDE[0]], ["het grondwater.", "", SAID])
    assert of_kind("bullet", source) == [f"{WIDE[0]} het grondwater.", SAID]


def test_in_a_pdf_a_paragraph_that_ends_with_its_page_does_not_go_on() -> None:
    last = "De gemeenten vragen om uitstel van de invoering van de nieuwe wet voor de bodem."
    assert of_kind("bullet", pdf([WIDE[0], last], [SAID])) == [f"{WIDE[0]} {last}", SAID]


@pytest.mark.parametrize(
    "act", ["Besluit: de wet gaat later in.", "Actie: het Rijk stuurt de brief."]
)
def test_in_a_pdf_an_act_begins_a_bullet_right_below_a_paragraph(act: str) -> None:
    source = pdf([WIDE[0], "het grondwater.", act])
    assert of_kind("bullet", source) == [f"{WIDE[0]} het grondwater.", act]


def test_in_a_pdf_a_wrapped_line_that_begins_with_a_number_is_no_item() -> None:
    lines = [f"{WIDE[0][:-3]} of", "21. Daarna is er tijd voor overleg.", "", *WIDE, "het water."]
    assert of_kind("bullet", pdf(lines))[0] == f"{lines[0]} {lines[1]}"


def test_in_markdown_a_question_goes_on_below_its_label() -> None:
    text = "**Vraag 2:**\nWanneer komt de brief?\n\nAntwoord:\nVoor de zomer, zegt het Rijk.\n"
    assert of_kind("bullet", md(f"# Bodem\n\n{SAID}\n\n{text}"))[1:] == [
        "**Vraag 2:** Wanneer komt de brief?",
        "Antwoord: Voor de zomer, zegt het Rijk.",
    ]


# --- text: gaps, ends of sentences and width


def test_in_text_an_empty_line_ends_a_paragraph() -> None:
    assert of_kind("bullet", txt(f"{SAID}\n\n{SAID}\n")) == [SAID, SAID]


def test_in_text_an_empty_line_within_a_sentence_ends_nothing() -> None:
    source = txt(f"{SAID}\n\n- De VNG vraagt om uitstel van de wet,\n\n  en om geld.\n- Goed.\n")
    assert of_kind("bullet", source)[1:] == [
        "De VNG vraagt om uitstel van de wet, en om geld.",
        "Goed.",
    ]


def test_in_text_wrapped_lines_are_one_paragraph() -> None:
    lines = (
        "De gemeenten vragen om uitstel van de invoering van de nieuwe wet voor de",
        "bodem, omdat de software niet klaar is. De provincies steunen dat en zij",
        "vragen om een brief van de minister. Het Rijk zegt toe dat die er komt en",
        "dat de leden hem in mei ontvangen.",
    )
    assert of_kind("bullet", txt("\n".join(lines) + "\n")) == [" ".join(lines)]


@pytest.mark.parametrize(
    "line",
    [
        "Besluit: de wet gaat later in.",
        "De heer Jansen: dat kan niet.",
        "Vraag: wanneer komt de brief?",
    ],
)
def test_in_text_acts_and_turns_begin_a_bullet_right_below_a_remark(line: str) -> None:
    assert of_kind("bullet", txt(f"{SAID}\n{line}\n")) == [SAID, line]


# --- Markdown: wrapped paragraphs, or each line a remark


def test_in_markdown_lines_of_uneven_length_are_a_remark_each() -> None:
    lines = [
        "De VNG stemt in.",
        "Het IPO is tegen en vraagt om een nieuw voorstel, dat voor de zomer klaar is.",
        "Het Rijk komt erop terug.",
    ]
    assert of_kind("bullet", md("\n".join(lines) + "\n")) == lines


def test_in_markdown_lines_wrapped_at_a_width_are_a_paragraph() -> None:
    first = (
        "De gemeenten vragen om uitstel van de invoering van de nieuwe",
        "wet, omdat de software niet klaar is. Het IPO steunt dat. Men",
        "Vraagt om een brief. Het Rijk zegt toe dat die brief er komt,",
        "voor de zomer.",
    )
    second = (
        "De waterschappen willen weten wat het kost om de dijken in het",
        "rivierengebied te versterken. Het Rijk zoekt dat uit en komt in",
        "Zwolle erop terug.",
    )
    source = md("\n".join(first) + "\n\n" + "\n".join(second) + "\n")
    assert of_kind("bullet", source) == [" ".join(first), " ".join(second)]


def test_in_markdown_a_line_that_was_never_wrapped_changes_nothing_for_the_others() -> None:
    wrapped = (
        "De waterschappen willen weten wat het kost om de dijken in het",
        "rivierengebied te versterken. Het Rijk zoekt dat uit en komt in",
        "Zwolle erop terug. Daar staat ook de brief op de agenda van de",
        "Bestuurders, want die willen voor de zomer weten wat het kost",
        "en wie dat betaalt.",
    )
    long = ("De gemeenten zijn het daarmee eens en zien de brief graag tegemoet. " * 2).strip()
    source = md("\n".join(wrapped) + f"\n\n{long}\nHet Rijk ook.\n")
    assert of_kind("bullet", source) == [" ".join(wrapped), long, "Het Rijk ook."]


def test_in_markdown_a_line_below_a_comma_goes_on() -> None:
    source = md("De VNG stemt in met alles wat er ligt,\nZwolle ook. Het Rijk komt erop terug.\n")
    assert len(of_kind("bullet", source)) == 1


def test_in_markdown_a_list_within_a_quotation_is_a_list() -> None:
    source = md("> - De VNG vraagt uitstel.\n>   - Dat geldt ook voor de regels.\n> - Akkoord.\n")
    assert [(block.kind, block.level) for block in find_blocks(source)] == [
        ("bullet", 0),
        ("bullet", 1),
        ("bullet", 0),
    ]


def test_in_markdown_a_sentence_in_small_letters_below_a_whole_one_is_a_bullet() -> None:
    lines = ["De VNG vraagt om uitstel van de wet.", "er is nog niet genoeg geld."]
    assert of_kind("bullet", md("\n".join(lines) + "\n")) == lines


@pytest.mark.parametrize(
    "line",
    ["suggestie: wacht tot de zomer", "<besluit: akkoord>", "*Geen bezwaar*"],
)
def test_in_markdown_an_act_or_a_decision_on_its_own_line_is_a_bullet(line: str) -> None:
    source = md(f"- De VNG vraagt om uitstel van de wet\n  {line}\n- Akkoord.\n")
    assert len(of_kind("bullet", source)) == 3


def test_in_markdown_an_act_goes_on_below_its_label() -> None:
    source = md("De VNG vraagt om uitstel.\nBesluit:\nDe wet gaat later in.\n")
    assert of_kind("bullet", source)[1] == "Besluit: De wet gaat later in."


def test_in_markdown_a_line_in_small_letters_goes_on() -> None:
    source = md("De VNG vraagt om uitstel van de wet,\nen om geld.\n")
    assert of_kind("bullet", source) == ["De VNG vraagt om uitstel van de wet, en om geld."]


@pytest.mark.parametrize("end", ["", "  ", "<br>"])
def test_in_markdown_a_line_break_in_a_list_item_ends_nothing(end: str) -> None:
    source = md(f"- De VNG vraagt uitstel.{end}\n  Dat geldt ook voor de regels.\n- Akkoord.\n")
    assert len(of_kind("bullet", source)) == 2


def test_in_markdown_a_paragraph_below_an_item_is_a_bullet_of_its_own() -> None:
    source = md("- De VNG vraagt uitstel.\n\n  Het Rijk zegt dat toe.\n- Akkoord.\n")
    assert of_kind("bullet", source) == [
        "De VNG vraagt uitstel.",
        "Het Rijk zegt dat toe.",
        "Akkoord.",
    ]


def test_in_markdown_a_fence_is_one_block_whatever_it_holds() -> None:
    source = md("- Akkoord.\n\n```\n# a\n\n- b\n```\n\n- Goed.\n")
    assert [kind for kind, _ in split(source)] == ["bullet", "code", "bullet"]


def test_in_markdown_a_paragraph_below_an_item_is_none_of_its_unfinished_lines() -> None:
    source = md("- De kaart van de bodem\n\n  Het Rijk zoekt het uit.\n  De VNG ook.\n- Akkoord.\n")
    assert of_kind("bullet", source)[-2:] == [
        "Het Rijk zoekt het uit. De VNG ook.",
        "Akkoord.",
    ]


def test_in_markdown_a_line_at_the_margin_within_a_list_belongs_to_the_item_above_it() -> None:
    source = md("- De VNG vraagt uitstel.\nDe wet is te lang.\n- Akkoord.\nHet Rijk is tegen.\n")
    assert of_kind("bullet", source) == [
        "De VNG vraagt uitstel. De wet is te lang.",
        "Akkoord.",
        "Het Rijk is tegen.",
    ]


def test_in_markdown_a_turn_or_a_decision_within_a_list_does_not() -> None:
    source = md(
        "- De VNG vraagt uitstel.\nIPO: dat is te lang.\n- Akkoord.\n*Geen bezwaar*\n- Ja\n"
    )
    assert len(of_kind("bullet", source)) == 5


def test_in_markdown_that_is_indented_all_over_each_line_is_a_remark() -> None:
    source = md("  # Bodem\n\n  Het Rijk zoekt het uit.\n  De VNG doet mee.\n")
    assert of_kind("bullet", source) == ["Het Rijk zoekt het uit.", "De VNG doet mee."]


# --- Word: paragraphs, and line breaks in them


def test_in_word_each_paragraph_is_a_bullet() -> None:
    assert of_kind("bullet", word("# Bodem", SAID, SAID)) == [SAID, SAID]


def test_in_word_a_line_break_between_whole_remarks_cuts() -> None:
    remarks = ["De VNG vraagt om uitstel van de wet.", "Het IPO steunt dat verzoek van harte."]
    assert of_kind("bullet", word("# Bodem", "\n".join(remarks))) == remarks


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De VNG vraagt om uitstel\nvan de wet en van de regels.", id="in a sentence"),
        pytest.param("De VNG vraagt om uitstel van de wet.\nEn om geld.", id="few words"),
        pytest.param("De VNG vraagt om uitstel van de wet:\nhet liefst tot in mei.", id="small"),
    ],
)
def test_in_word_another_line_break_cuts_nothing(text: str) -> None:
    assert of_kind("bullet", word("# Bodem", text)) == [text.replace("\n", " ")]


@pytest.mark.parametrize(
    "line", ["Besluit: de wet gaat later in.", "Jansen (VNG): akkoord.", "De heer Jansen: akkoord."]
)
def test_in_word_a_line_break_before_an_act_or_a_turn_cuts(line: str) -> None:
    source = word("# Bodem", f"De VNG vraagt om uitstel\n{line}")
    assert of_kind("bullet", source) == ["De VNG vraagt om uitstel", line]


def test_in_word_a_line_break_in_a_list_item_ends_nothing() -> None:
    item = "- De VNG vraagt om uitstel van de wet.\nDat geldt ook voor de regels van de uitvoering."
    assert len(of_kind("bullet", word("# Bodem", item))) == 1


def test_in_word_a_paragraph_goes_on_in_small_letters() -> None:
    parts = "De gemeenten vragen om uitstel van de invoering van", "de nieuwe wet voor de bodem."
    assert of_kind("bullet", word("# Bodem", *parts)) == [" ".join(parts)]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(
            ("De VNG vraagt om uitstel van de wet.", "en om geld voor de regels"), id="ended"
        ),
        pytest.param(
            ("De VNG vraagt om uitstel van de wet", "En om geld voor de regels"), id="capital"
        ),
        pytest.param(
            ("Niet voor mei", "en ook niet voor de brief van de minister er is"), id="short"
        ),
    ],
)
def test_in_word_other_paragraphs_stand_apart(parts: tuple[str, str]) -> None:
    assert [text for _, text in split(word("# Bodem", *parts))[1:]] == list(parts)


# --- all makes


@pytest.mark.parametrize(
    ("text", "lone"),
    [("•\nAkkoord met het plan.\n", "Akkoord met het plan."), ("-\n\nAkkoord.\n", "Akkoord.")],
)
def test_a_mark_alone_on_its_line_belongs_to_the_line_below(text: str, lone: str) -> None:
    assert of_kind("bullet", txt(text)) == [lone]
