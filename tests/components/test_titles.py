"""What reads as a title, whatever it looks like."""

from __future__ import annotations

import pytest

from notulist.components.titles import (
    MAX_CHARS,
    has_verb,
    heads_actions,
    is_act,
    is_date,
    is_known,
    is_label,
    is_link_text,
    is_name,
    is_running,
    title_like,
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Wonen", id="one word"),
        pytest.param("Begroting 2025: stand van zaken", id="colon within it"),
        pytest.param("**Wonen**", id="Markdown bold"),
        pytest.param("3D-kaart van de ondergrond", id="begins with a digit"),
        pytest.param("(Vervolg) bodem", id="bracketed"),
        pytest.param("Hoe verder met de dijken?", id="question without a finite verb"),
        pytest.param("Rondvraag en w.v.t.t.k.", id="ends in an abbreviation"),
        pytest.param("Bodem, water etc.", id="ends in etc."),
        pytest.param("mededelingen", id="small letters, but known"),
        pytest.param("Besluit over de dijken", id="an act as its subject"),
    ],
)
def test_a_title_is_short_and_no_sentence(text: str) -> None:
    assert title_like(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[", id="no word"),
        pytest.param("", id="nothing"),
        pytest.param("Wonen.", id="full stop"),
        pytest.param("Wonen;", id="semicolon"),
        pytest.param("Wonen,", id="comma"),
        pytest.param("wonen in de stad", id="small letters"),
        pytest.param("Bodem. Water", id="two sentences"),
        pytest.param("De VNG vraagt uitstel", id="finite verb"),
        pytest.param("Actie: brief sturen", id="an act"),
        pytest.param("Een " + "lang " * 16, id="more words than a title has"),
        pytest.param("W" * (MAX_CHARS + 1), id="more characters than a title has"),
    ],
)
def test_what_no_title_reads_like(text: str) -> None:
    assert not title_like(text)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Mededelingen", True),
        ("**Rondvraag**", True),
        ("Rondvraag en sluiting", True),
        ("WVTTK", True),
        ("Wvttk:", True),
        ("Opening en vaststelling van de agenda", True),
        ("Vaststellen agenda", True),
        ("Actielijst", True),
        ("To do:", True),
        ("Volgende vergadering", True),
        ("Opening van het seizoen", False),
        ("Agenda voor het platteland", False),
        ("Bodem", False),
    ],
)
def test_titles_that_most_minutes_have_are_known_whole(text: str, known: bool) -> None:
    assert is_known(text) is known


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Actie: brief sturen", True),
        ("To do:", True),
        ("Actie Jansen: brief sturen", True),
        ("**Actie:** brief sturen", True),
        ("Actiepunt 2: brief sturen", True),
        ("Afspraak 3: het plan komt terug", True),
        ("Besluit: akkoord", True),
        ("<besluit akkoord>", True),
        ('<img src="kaart.png">', False),
        ("[Toezegging: brief sturen]", True),
        ("To do: brief sturen", True),
        ("NB: de kaart is oud", True),
        ("Vraag: hoe nu verder?", True),
        ("Antwoord: in mei", True),
        ("Actie ondernemen", False),
        ("Actieve leden: drie", False),
        ("Besluitvorming: traag", False),
        ("Vragenlijst: bijgevoegd", False),
        ("De actie: brief sturen", False),
    ],
)
def test_an_act_is_named_in_the_first_words(text: str, act: bool) -> None:
    assert is_act(text) is act


@pytest.mark.parametrize(
    ("text", "running"),
    [
        pytest.param("De VNG vraagt om uitstel van de wet", True, id="five words with a verb"),
        pytest.param("Dat klopt. Verder niets", True, id="two sentences"),
        pytest.param("Er is veel te doen,", True, id="goes on behind a comma"),
        pytest.param("De kaart en het plan;", True, id="goes on behind a semicolon"),
        pytest.param("Wonen", False, id="one word"),
        pytest.param("Het plan is klaar", False, id="a title may be a short clause"),
        pytest.param("Wat is de stand van de bodem?", False, id="a title may be a question"),
        pytest.param("Planning en begroting van het programma", False, id="no verb"),
    ],
)
def test_running_text_that_word_styles_as_a_heading(text: str, running: bool) -> None:
    assert is_running(text) is running


@pytest.mark.parametrize(
    "text",
    ["Mededelingen:", "Aandachtspunten:", "Stand van zaken projecten:", "**Planning:**",
     "Vragen over water:", "Vragen m.b.t. water:", "Wvttk:"],
)  # fmt: skip
def test_a_label_names_a_subject(text: str) -> None:
    assert is_label(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Stand van zaken", id="no colon"),
        pytest.param("Besproken is:", id="clause with a verb"),
        pytest.param("De volgende punten:", id="clause with an article"),
        pytest.param("Onder meer:", id="clause with an adverb"),
        pytest.param("Te weten:", id="clause"),
        pytest.param("Het Rijk vraagt:", id="who asks"),
        pytest.param("VNG:", id="body that speaks"),
        pytest.param("Jan Jansen:", id="who speaks"),
        pytest.param("Jansen (VNG):", id="who speaks for whom"),
        pytest.param("Actie Jansen:", id="an act"),
        pytest.param("Planning, begroting:", id="several subjects"),
        pytest.param("3 punten:", id="number"),
        pytest.param("Zie voor de stukken:", id="reference"),
        pytest.param("Jan van der Berg:", id="name with particles"),
    ],
)  # fmt: skip
def test_a_clause_or_a_speaker_is_no_label(text: str) -> None:
    assert not is_label(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Jan Jansen", True, id="first and last name"),
        pytest.param("Jansen:", True, id="last name with colon"),
        pytest.param("Jansen (VNG)", True, id="with body"),
        pytest.param("Mevrouw De Boer:", True, id="with title"),
        pytest.param("VNG", True, id="abbreviation"),
        pytest.param("IPO:", True, id="abbreviation with colon"),
        pytest.param("Jan de Boer", True, id="particle"),
        pytest.param("De heer Jansen", True, id="de heer"),
        pytest.param("ideeën:", False, id="small letter"),
        pytest.param("Onderwerpen:", False, id="plural of a subject"),
        pytest.param("Eigenschappen:", False, id="plural of an abstract noun"),
        pytest.param("", False, id="nothing"),
        pytest.param("Planning:", False, id="ends as a subject"),
        pytest.param("Nadelen:", False, id="what counts against it"),
        pytest.param("Foto’s:", False, id="plural with an apostrophe"),
        pytest.param("R3:", False, id="number of a requirement"),
        pytest.param("Actiepunten:", False, id="actions"),
        pytest.param("Begroting", False, id="lone word"),
        pytest.param("Rondvraag:", False, id="known title"),
        pytest.param("Stand van zaken", False, id="small letters"),
        pytest.param("OVERZICHT VAN ZAKEN", False, id="capitals"),
    ],
)  # fmt: skip
def test_who_could_be_speaking(text: str, name: bool) -> None:
    assert is_name(text) is name


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("Actielijst", True),
        ("**Actiepunten**", True),
        ("5. Openstaande acties", True),
        ("Lopende actiepunten", True),
        ("Lijst met actiepunten", True),
        ("Besluiten en acties", True),
        ("Actie- en besluitenlijst", True),
        ("To do", True),
        ("To-do's", True),
        ("Actiepunten vorige vergadering", True),
        pytest.param("Overzicht van acties", True),
        pytest.param("Afspraken en acties", True),
        pytest.param("Actiepuntenlijst", True),
        ("Besluitenlijst", False),
        ("Reactie van de VNG", False),
        ("Actieve leden", False),
        ("Actieplan geluid", False),
    ],
)  # fmt: skip
def test_headings_above_action_points(title: str, heads: bool) -> None:
    assert heads_actions(title) is heads


@pytest.mark.parametrize(
    ("text", "date"),
    [("3 mei 2024", True), ("maandag 3 mei 2024", True), ("3-5-2024", True), ("03/05/2024", True),
     ("Vrijdag 13 september 2024.", True), ("3 mei", False), ("mei 2024", False),
     ("Vergadering 3 mei 2024", False), ("3 mei 2024 om 10 uur", False)],
)  # fmt: skip
def test_a_date_alone(text: str, date: bool) -> None:
    assert is_date(text) is date


@pytest.mark.parametrize(
    ("text", "link"),
    [("https://voorbeeld.org/stukken", True), ("www.voorbeeld.nl", True),
     ("secretariaat@voorbeeld.nl", True), ("Rapport bodem.pdf", True),
     ("Verslag · Regietafel bodem", True), ("Stand van zaken", False),
     ("De dijken. Nieuwe plannen", False)],
)  # fmt: skip
def test_addresses_and_names_of_pages(text: str, link: bool) -> None:
    assert is_link_text(text) is link


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("De VNG vraagt uitstel", True),
        ("Er zijn vragen", True),
        ("Besproken met de leden", False),
        ("Stand van zaken", False),
        pytest.param("De gemeenten vragen uitstel", True),
        pytest.param("Het IPO steunt het voorstel", True),
        pytest.param("De voorzitter opent de vergadering", True),
    ],
)  # fmt: skip
def test_finite_verbs_of_minutes(text: str, verb: bool) -> None:
    assert has_verb(text) is verb
