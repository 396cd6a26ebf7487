"""What kind a paragraph or list item is."""

from __future__ import annotations

import pytest
from makers import kind_in, md, of_kind, pdf, split, txt, word

SAID = "De gemeenten vragen het Rijk om een brief over de bodem en het water."


def below(text: str) -> list[tuple[str, str]]:
    """Kind and text of what stands below a heading and a remark."""
    return split(md(f"# 2. Bodem\n\n{SAID}\n\n{text}\n"))[2:]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Besproken is dat:\n- de wet later in werking treedt dan eerst gedacht",
                     id="clause above a list"),
        pytest.param("De VNG vraagt om:\n- uitstel van de wet, want er is nog niets klaar",
                     id="sentence that a list completes"),
        pytest.param("De afspraken zijn de volgende:\n- de brief komt in mei naar de leden",
                     id="announcement above a list"),
        pytest.param("De kosten zijn als volgt verdeeld:\n\n| Wat | Som |\n|---|---|\n| Huur | 9 |",
                     id="announcement above a table"),
        pytest.param("De query die daarvoor wordt gebruikt:\n\n```\nselect 1;\n```",
                     id="above code"),
        pytest.param("Het rapport is te vinden op:\n\nhttps://voorbeeld.org/rapport",
                     id="above an address"),
        pytest.param("Het rapport is te vinden op:\nhttps://voorbeeld.org/rapport",
                     id="right above an address"),
        pytest.param("In het overleg met de gemeenten, de provincies, de waterschappen en het Rijk "
                     "over de bodem, het water, de lucht en de dijken in het rivierengebied:\n"
                     "- de kaart is oud", id="long clause without a verb"),
        pytest.param("De tijdlijn voor dit traject:\n\nWij zijn voor uitstel van de wet in mei.",
                     id="phrase above text"),
        pytest.param("De brief kan hieronder worden gelezen:\n\n- Rijk schrijft een brief.",
                     id="what points below"),
        pytest.param("Zie de slides:\nhttps://voorbeeld.org/slides", id="reference to an address"),
        pytest.param("Jan van der Berg:\n\nWij zijn voor uitstel van de wet tot in het najaar.",
                     id="speaker's name alone"),
        pytest.param("De heer Jansen:\n\nWij zijn voor uitstel van de wet tot in het najaar.",
                     id="speaker's name with a title alone"),
    ],
)  # fmt: skip
def test_a_line_that_says_nothing_without_what_is_below_it_is_a_lead_in(text: str) -> None:
    assert below(text)[0][0] == "lead-in"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De VNG maakt zich zorgen. Daarvoor zijn twee redenen:\n- de wet is er niet\n",
                     id="a sentence before it"),
        pytest.param("Afspraak over de planning van dit jaar:\n- in mei komt er een brief\n",
                     id="act"),
        pytest.param("Akkoord zijn:\n- KvK\n- RDW\n- UWV\n", id="above bare names"),
        pytest.param("Het Rijk zegt dat de brief die in mei aan de leden van deze tafel zou worden "
                     "gestuurd nog niet klaar is om twee redenen:\n- de wet is er nog niet\n",
                     id="long"),
        pytest.param("De heer Jansen vraagt het volgende na:\n", id="above nothing"),
    ],
)  # fmt: skip
def test_a_sentence_with_a_colon_that_says_something_is_a_bullet(text: str) -> None:
    assert below(text)[0][0] == "bullet"


def test_items_that_complete_a_sentence_are_bullets_however_short() -> None:
    found = below("De VNG vraagt om:\n- uitstel\n- geld")
    assert [kind for kind, _ in found] == ["lead-in", "bullet", "bullet"]


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("- kaart van de bodem", "topic"),
        ("- Kaart 2 (Zwolle)", "topic"),
        ("- 2 kaarten van Zwolle", "bullet"),
        ("- de kaart is oud", "bullet"),
        ("1. kaart van de bodem", "bullet"),
    ],
)
def test_an_item_that_only_names_what_its_nested_ones_are_about_is_a_topic(
    item: str, kind: str
) -> None:
    text = f"{item}\n    - De VNG vraagt om een nieuwe.\n    - Het IPO ook."
    assert below(text)[0] == (kind, item.partition(" ")[2])


def test_an_item_above_a_nested_address_leads_in() -> None:
    item = "Zie voor een overzicht van wat nog over de bodem moet worden besproken:"
    assert below(f"- {item}\n    - https://voorbeeld.org/bodem") == [
        ("lead-in", item),
        ("link", "https://voorbeeld.org/bodem"),
    ]


def test_an_item_above_its_nested_items_leads_in() -> None:
    found = below("- De VNG vraagt om:\n  - uitstel van de wet, want er is nog niets klaar\n")
    assert [kind for kind, _ in found] == ["lead-in", "bullet"]


@pytest.mark.parametrize(
    "caption",
    ["Figuur 2: de planning van het werk", "Afbeelding 3 – kaart van de dijken", "Tabel 1. Kosten"],
)
def test_captions_are_topics(caption: str) -> None:
    assert below(caption) == [("topic", caption)]


@pytest.mark.parametrize(
    "sentence", ["Figuur 2 laat zien dat de bodem daalt.", "Tabel 1 wordt aangepast voor mei."]
)
def test_a_sentence_about_a_figure_is_no_caption(sentence: str) -> None:
    assert below(sentence) == [("bullet", sentence)]


@pytest.mark.parametrize(
    "link",
    [
        "https://voorbeeld.org/rapport",
        "<https://voorbeeld.org/rapport>",
        "www.voorbeeld.nl/rapport",
        "[Rapport over de bodem](https://voorbeeld.org/rapport)",
        "[1]: https://voorbeeld.org/rapport",
        "Het rapport zelf: https://voorbeeld.org/rapport",
        "Zie https://voorbeeld.org/rapport.",
        "Deel II [Rapport over de bodem](https://voorbeeld.org/rapport)",
    ],
)
def test_an_address_alone_is_a_link(link: str) -> None:
    assert below(link) == [("link", link)]


@pytest.mark.parametrize(
    "remark",
    [
        "Jan meldt: https://voorbeeld.org/rapport",
        "Daarna een gesprek in Zwolle over https://voorbeeld.org/rapport",
    ],
)
def test_a_remark_that_ends_in_an_address_is_a_bullet(remark: str) -> None:
    assert below(remark) == [("bullet", remark)]


@pytest.mark.parametrize(
    "title",
    ["Agenda", "Agendapunten", "Programma", "Inhoudsopgave", "Onderwerpen",
     "Agenda voor de volgende keer:"],
)  # fmt: skip
def test_lines_of_an_agenda_are_topics(title: str) -> None:
    source = word(f"# {title}", "- Ontvangst met koffie", "- Lezing over de bodem", "# Bodem", SAID)
    assert of_kind("topic", source) == ["Ontvangst met koffie", "Lezing over de bodem"]


@pytest.mark.parametrize("title", ["Bijlagen:", "Interessante bronnen"])
def test_listed_papers_are_links(title: str) -> None:
    source = word(
        f"# {title}", "- Presentatie van 3 mei 2024", "- De kaart is nog niet klaar.", SAID
    )
    assert [kind for kind, _ in split(source)[1:]] == ["link", "bullet", "bullet"]


def test_a_remark_under_an_agenda_is_a_bullet() -> None:
    remark = "De leden willen de lezing over de bodem vervangen door een gesprek."
    assert kind_in(word("# Agenda", "- Ontvangst", remark, "# Bodem", SAID), remark) == "bullet"


def test_lines_with_dots_to_a_page_number_are_topics() -> None:
    source = pdf(["Opening ................ 1", "Bodem .................. 2", "", SAID])
    assert of_kind("topic", source) == ["Opening ................ 1", "Bodem .................. 2"]


@pytest.mark.parametrize(
    "field",
    [
        "Datum: 3 mei 2024",
        "Vergaderdatum 3 mei 2024",
        "Plaats: het huis van de provincie",
        "Onderwerp: verslag van de tafel bodem",
        "Voorzitter: Anna Smit",
        "Notulist: Jan de Boer",
        "Ons kenmerk: 2024 17 b",
        "Aan: de leden van de tafel",
        pytest.param("Plaats: Utrecht"),
        pytest.param("Kenmerk: 2024-17"),
        pytest.param("Versie 1.0"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("make", [
    pytest.param(lambda *texts: md("# " + "\n\n".join(texts)), id="md"),
    pytest.param(lambda *texts: txt("\n\n".join(texts)), id="text"),
    pytest.param(lambda title, *rest: word(f"# {title}", *rest), id="word"),
])  # fmt: skip
def test_the_fields_of_a_letterhead_are_header(make, field: str) -> None:
    source = make("Verslag regietafel bodem", field, "1. Opening", SAID)
    assert kind_in(source, field) == "header"


def test_a_field_below_the_first_remark_is_a_bullet() -> None:
    field = "Datum: de volgende tafel is op 3 juni."
    assert below(field) == [("bullet", field)]


@pytest.mark.parametrize(
    "remark",
    [
        "De gemeenten vragen om uitstel.",
        "Besluit: akkoord met het verslag.",
        pytest.param("De voorzitter opent."),
        pytest.param("De leden bespreken de planning."),
    ],
)  # fmt: skip
def test_the_first_sentence_of_the_minutes_is_no_header(remark: str) -> None:
    assert kind_in(word("# Opening", remark), remark) == "bullet"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param(
            "Notulen van het overleg over de bodem en het water van 3 mei 2024, in Zwolle om 9.30.",
            "header", id="when and where"),
        pytest.param("Goedgekeurd zonder wijzigingen", "bullet", id="what was decided"),
    ],
)  # fmt: skip
def test_what_the_first_line_below_a_title_is(line: str, kind: str) -> None:
    assert kind_in(md(f"# Overleg bodem\n\n{line}\n\n{SAID}\n"), line) == kind


def test_a_contents_list_makes_no_letterhead_late() -> None:
    titles = [f"Kaart van de {a}{b}dijk" for a in "bdfglm" for b in "aeiouy"]
    lines = "".join(f"{title} .......... 3\n" for title in titles)
    below = "".join(f"## {title}\n\nDe gemeenten vragen een brief.\n\n" for title in titles)
    source = md(f"# Verslag\n\n## Inhoud\n\n{lines}\n## Praktisch\n\n- Datum: 3 mei\n\n{below}")
    assert kind_in(source, "Datum: 3 mei") == "header"


def test_under_a_heading_of_actions_paragraphs_and_items_are_actions() -> None:
    texts = ["De VNG stuurt de brief aan de minister.", "Het IPO belt de gemeenten."]
    source = word("# Bodem", SAID, "# Actiepunten", texts[0], f"- {texts[1]}", "# Rondvraag", SAID)
    assert of_kind("action", source) == texts
    assert split(source)[-1] == ("bullet", SAID)


@pytest.mark.parametrize(
    ("title", "mark", "kind"),
    [
        pytest.param("5. Volgende stappen", "-", "action", id="list"),
        pytest.param("5. Volgende stappen", "1.", "bullet", id="course of events"),
        pytest.param("5. Vragen over de volgende stappen", "-", "bullet", id="another subject"),
    ],
)
def test_a_list_of_next_steps_holds_actions(title: str, mark: str, kind: str) -> None:
    step = "Kaarten van de dijken verwerken in de brief"
    assert split(md(f"# {title}\n\n{mark} {step}\n"))[-1] == (kind, step)
    assert split(md(f"# {title}\n\nDe leden verwerken de kaarten.\n"))[-1][0] == "bullet"


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        pytest.param("Interessante bronnen", "Kaart van de dijken 28/02", "link", id="name"),
        pytest.param("Interessante bronnen", "Het Rijk vraagt om kaarten", "bullet", id="clause"),
        pytest.param("Bronnen van vervuiling", "Kaart van de dijken 28/02", "bullet", id="subject"),
    ],
)
def test_a_list_of_sources_holds_links(title: str, text: str, kind: str) -> None:
    assert split(md(f"# {title}\n\n- {text}\n"))[-1] == (kind, text)


def test_an_act_among_remarks_is_a_bullet() -> None:
    assert below("Actie: de VNG stuurt de brief.") == [("bullet", "Actie: de VNG stuurt de brief.")]


def test_code_is_code() -> None:
    found = below("```python\n# Geen kop\nprint(1)\n```\n\nAkkoord.")
    assert [kind for kind, _ in found] == ["code", "bullet"]


@pytest.mark.parametrize(
    "line",
    [
        "Met vriendelijke groet,",
        "-----Oorspronkelijk bericht-----",
        "Verzonden: maandag 3 maart 2025 10:12",
        "Van: Secretariaat <secretariaat@voorbeeld.org>",
    ],
)
def test_how_a_mail_ends_and_what_it_answers_is_header(line: str) -> None:
    assert ("header", line) in below(f"De VNG vraagt om uitstel van de wet.\n\n{line}")


def test_html_that_folds_a_picture_away_is_a_topic() -> None:
    assert below("<details> <summary>Tabel van de besluiten die er zijn</summary>")[0][0] == "topic"


@pytest.mark.parametrize("opening", ["Commented [AB1R2]:", "Met opmerkingen [JJ3]:"])
def test_a_comment_that_was_printed_in_the_margin_is_a_bullet(opening: str) -> None:
    comment = f"{opening} De kaart is nog niet klaar, want het Rijk zoekt dat uit."
    assert below(comment) == [("bullet", comment)]


@pytest.mark.parametrize("heading", ["1. Vorig verslag", "Mededelingen"])
def test_under_an_agenda_item_stands_no_letterhead_any_more(heading: str) -> None:
    remark = "Kaarten van Zwolle bijwerken, in kleur"
    source = md(f"# Tafel Bodem\n\nZwolle, 3 mei 2024\n\n## {heading}\n\n{remark}\n")
    assert (kind_in(source, "Zwolle, 3 mei 2024"), kind_in(source, remark)) == ("header", "bullet")


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("Wat er speelt", "bullet"), ("Plaats", "header"), ("Afwezig", "attendance")],
)
def test_a_heading_below_those_present_opens_the_minutes(heading: str, kind: str) -> None:
    line = (
        "Jan Jansen, Piet Bakker (IPO)" if kind == "attendance" else "Kaarten van Zwolle, kamer 3"
    )
    source = md(f"# Tafel Bodem\n\nAanwezig: Jan de Wit (VNG)\n\n## {heading}\n\n{line}\n")
    assert kind_in(source, line) == kind
