"""Lists of names and subjects record nothing; short remarks do."""

from __future__ import annotations

import pytest
from makers import md, split

ASKED = "De gemeenten noemen de onderwerpen die dit jaar nog open staan."


def items(*texts: str, title: str = "Zones") -> list[tuple[str, str]]:
    """Kind and text of each item of a list below a remark."""
    below = "".join(f"- {text}\n" for text in texts)
    return split(md(f"# {title}\n\n{ASKED}\n\n{below}"))[2:]


def kinds(*texts: str, title: str = "Zones") -> list[str]:
    return [kind for kind, _ in items(*texts, title=title)]


def test_names_and_subjects_are_topics() -> None:
    names = ("Emissiezone", "Waterschap Rijn en Oost", "Vergunning voor de bouw", "Adres")
    assert kinds(*names) == ["topic"] * 4


@pytest.mark.parametrize(
    "remark",
    [
        pytest.param("Locatie nog zoeken", id="adverb"),
        pytest.param("Zone noord is akkoord", id="verb"),
        pytest.param("Vergunning voor zone noord aangevraagd", id="participle"),
        pytest.param("Brief over de zone opstellen", id="infinitive"),
        pytest.param("Zone noord: drie partijen", id="colon"),
        pytest.param("Kosten drie ton, 40% meer", id="number"),
        pytest.param("Zone noord -> zone oost", id="arrow"),
        pytest.param("Liever geen zone", id="wish"),
        pytest.param("Vraagt om een zone", id="reporting verb"),
    ],
)  # fmt: skip
def test_a_remark_in_telegram_style_is_a_bullet(remark: str) -> None:
    assert kinds("Emissiezone noord", remark, "Milieuzone van de stad")[1] == "bullet"


@pytest.mark.parametrize(
    "remark",
    [
        "Akkoord.",
        "Akkoord",
        "Vastgesteld",
        "Geen",
        "Loopt",
        pytest.param("Adres bekend"),
        pytest.param("Vergunning aangevraagd"),
    ],
)  # fmt: skip
def test_one_or_two_words_that_record_something_are_a_bullet(remark: str) -> None:
    assert kinds(remark) == ["bullet"]


@pytest.mark.parametrize("subject", ["Emissiezone", "Bedrag", "Overige kosten"])
def test_one_or_two_words_that_only_name_something_are_a_topic(subject: str) -> None:
    assert kinds(subject) == ["topic"]


def test_a_short_item_among_remarks_is_a_bullet() -> None:
    remarks = (
        "De VNG vraagt wanneer de zone er komt.",
        "Zone voor de binnenstad",
        "Het IPO wil dat de kaart in mei klaar is.",
    )
    assert kinds(*remarks) == ["bullet"] * 3


def test_a_remark_among_names_stays_a_bullet() -> None:
    names = ("Emissiezone", "Milieuzone", "De VNG vraagt wie de zones beheert.", "Adres")
    assert kinds(*names) == ["topic", "topic", "bullet", "topic"]


def test_each_level_of_a_list_is_looked_at_alone() -> None:
    source = md(
        f"# Zones\n\n{ASKED}\n\n"
        "- De VNG vraagt welke zones er zijn en wie ze beheert.\n"
        "  - Emissiezone noord\n"
        "  - Milieuzone van de stad\n"
        "- Het IPO zoekt dat uit en komt er in mei op terug.\n"
    )
    assert [kind for kind, _ in split(source)[2:]] == ["bullet", "topic", "topic", "bullet"]


def test_a_sentence_above_a_list_of_names_is_a_bullet() -> None:
    source = md(f"# Zones\n\n{ASKED}\n\nAkkoord zijn:\n- KvK\n- RDW\n- UWV\n")
    assert [kind for kind, _ in split(source)[2:]] == ["bullet", "topic", "topic", "topic"]


def test_the_noun_besluiten_above_a_list_asks_nothing() -> None:
    source = md(
        f"# Bodem\n\n{ASKED}\n\nUit het overleg over Lokale Besluiten:\n\n- Zone\n- Adres\n"
    )
    assert [kind for kind, _ in split(source)[-2:]] == ["topic", "topic"]


@pytest.mark.parametrize("title", ["Nadelen:", "Voordelen", "Risico's", "Kansen"])
def test_what_speaks_for_or_against_something_is_a_bullet_however_short(title: str) -> None:
    assert kinds("Hoge drempel", "Lange procedure", title=title) == ["bullet"] * 2


@pytest.mark.parametrize(
    "lead",
    ["Voorgestelde definities van de leden:", "Enkele use cases:", "We oefenen. Voorbeelden:"],
)
def test_listed_definitions_and_examples_are_topics_but_not_what_is_said_of_them(lead: str) -> None:
    below = (
        "  - Zone\n    - Een zone is een gebied.\n    - Willen we dat?\n    - We zien dat niet.\n"
    )
    found = split(md(f"# Zones\n\n- {lead}\n{below}- Een zone is hier een gebied.\n"))[2:]
    assert [kind for kind, _ in found] == ["topic", "topic", "bullet", "bullet", "bullet"]


def test_below_a_sentence_about_definitions_they_are_bullets() -> None:
    lead = "De leden vragen naar de definities:"
    found = split(md(f"# Zones\n\n{lead}\n\n- Een zone is een gebied.\n- Die is te ruim.\n"))
    assert [kind for kind, _ in found[-2:]] == ["bullet", "bullet"]


def test_items_of_an_action_list_are_never_bare() -> None:
    actions = ("Brief aan de minister", "Kaart van de zone", "Planning voor de tafel")
    assert kinds(*actions, title="Actiepunten") == ["action"] * 3


def test_two_words_in_an_action_list_are_an_action() -> None:
    assert kinds("Zaal huren", "Brief sturen", title="Actiepunten") == ["action"] * 2


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("De use cases zijn hieronder samengevat:", "topic", id="use cases"),
        pytest.param("Enkele user stories van de leden:", "topic", id="user stories"),
        pytest.param("Bij de use cases is gezegd. Daarna:", "bullet", id="another sentence"),
        pytest.param("De leden zien drie problemen:", "bullet", id="something else"),
    ],
)
def test_the_cases_that_a_list_tells_are_topics(line: str, kind: str) -> None:
    told = ["Een inwoner vraagt een vergunning aan.", "De gemeente stuurt een brief."]
    below = "".join(f"- {text}\n" for text in told)
    assert split(md(f"# Zones\n\n{ASKED}\n\n{line}\n\n{below}"))[-2:] == [
        (kind, text) for text in told
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Voorbeeld 1: Jan vraagt een vergunning aan.", "topic", id="numbered"),
        pytest.param("Als inwoner wil ik weten waar de zone is.", "topic", id="user story"),
        pytest.param("Voorbeeld: Jan vraagt een vergunning aan.", "bullet", id="no number"),
        pytest.param("Als de brief komt, wil ik die zien.", "bullet", id="condition"),
    ],
)
def test_a_list_item_that_tells_a_case_is_a_topic(text: str, kind: str) -> None:
    assert kinds(text, "De gemeenten vragen een brief.") == [kind, "bullet"]


@pytest.mark.parametrize(("title", "kind"), [("Use case 2", "topic"), ("Use cases", "bullet")])
def test_what_stands_under_the_number_of_a_case_is_a_topic(title: str, kind: str) -> None:
    said = "Jan vraagt een vergunning aan en krijgt een brief van de gemeente."
    assert split(md(f"# Zones\n\n{ASKED}\n\n## {title}\n\n{said}\n"))[-1] == (kind, said)


NAMES = ("Emissiezone", "Waterschap Rijn en Oost", "Adres", "Vergunning voor de bouw")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Zone open / gesloten", "topic", id="word of a remark"),
        pytest.param("De zone is open", "bullet", id="verb"),
        pytest.param("Waar is de zone?", "bullet", id="question"),
    ],
)
def test_in_a_long_list_of_names_only_what_is_a_clause_is_a_remark(text: str, kind: str) -> None:
    assert kinds(*NAMES, text) == ["topic"] * 4 + [kind]
    assert kinds(*NAMES[:1], text) == ["topic", "bullet"]


def test_so_it_is_in_short_lists_nested_in_a_long_one() -> None:
    nested = "- Kosten\n    - Zone open / gesloten\n"
    names = "".join(f"- {name}\n" for name in NAMES * 2)
    assert split(md(f"# Zones\n\n{ASKED}\n\n{names}{nested}"))[-1][0] == "topic"
    assert split(md(f"# Zones\n\n{ASKED}\n\n{nested}"))[-1][0] == "bullet"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Zone van de gemeenten", "topic", id="article"),
        pytest.param("Aantal bewoners", "topic", id="number"),
        pytest.param("Zone van de gemeente bezoeken", "bullet", id="infinitive"),
        pytest.param("Zone aan het aanpassen", "bullet", id="what somebody is doing"),
    ],
)
def test_a_plural_is_no_infinitive(text: str, kind: str) -> None:
    assert kinds("Emissiezone", text) == ["topic", kind]
