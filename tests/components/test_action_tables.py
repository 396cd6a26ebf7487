"""Who is to do an action stands in another column of its table."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from notulist.components.actors import make_actors
from notulist.components.roles import make_roles
from notulist.components.splitter import Splitter
from notulist.language import MinutesDutch, to_doc
from notulist.reading import read_bytes

NLP = MinutesDutch()
STEPS = (Splitter(), make_actors(NLP, "actors"), make_roles(NLP, "roles"))
PRESENT = "Aanwezig:\n\n- Anna Zomerdijk (Kadaster)\n- Piet Winterswal (VNG)\n\n## Actielijst\n\n"


def parsed(markdown: str) -> Doc:
    doc = to_doc(NLP, read_bytes(markdown.encode(), "verslag.md"))
    for step in STEPS:
        doc = step(doc)
    return doc


def holders(markdown: str) -> dict[str, str]:
    """The holders of each action, joined by spaces."""
    doc = parsed(PRESENT + markdown)
    actions = [span for span in doc.spans["bullets"] if span._.kind == "action"]
    return {span.text: " ".join(span._.holder) for span in actions}


def table(*rows: tuple[str, ...]) -> str:
    head, *others = ("| " + " | ".join(row) + " |" for row in rows)
    return "\n".join([head, "|" + "---|" * len(rows[0]), *others]) + "\n"


@pytest.mark.parametrize(
    ("who", "holder"),
    [
        ("VNG", "VNG"),
        ("VNG, IPO", "VNG IPO"),
        ("Logius/BZK", "Logius BZK"),
        ("Zomerdijk", "Kadaster"),
        ("Anna Zomerdijk", "Kadaster"),
        ("Anna en Piet", "Kadaster VNG"),
        ("Onbekend", ""),
        ("", ""),
    ],
)
def test_the_column_that_says_who_gives_the_holder(who: str, holder: str) -> None:
    told = table(("Nr", "Actie", "Wie", "Wanneer"), ("1", "Notitie rondsturen", who, "mei"))
    assert holders(told) == {"Notitie rondsturen": holder}


@pytest.mark.parametrize("head", ["Door wie", "Actiehouder", "**Eigenaar**", "Verantwoordelijke"])
def test_the_column_has_many_names(head: str) -> None:
    assert holders(table((head, "Actie"), ("IPO", "Notitie rondsturen"))) == {
        "Notitie rondsturen": "IPO"
    }


def test_what_stands_in_other_columns_holds_nothing() -> None:
    told = table(("Onderwerp", "Actie", "Wie"), ("Kadaster", "Notitie rondsturen", "IPO"))
    assert holders(told) == {"Notitie rondsturen": "IPO"}
    told = table(("Onderwerp", "Actie", "Datum"), ("Kadaster", "Notitie rondsturen", "mei"))
    assert holders(told) == {"Notitie rondsturen": ""}


def test_each_row_has_its_own() -> None:
    told = table(("Actie", "Wie"), ("Notitie rondsturen", "IPO"), ("Zaal regelen", "VNG"))
    assert holders(told) == {"Notitie rondsturen": "IPO", "Zaal regelen": "VNG"}


def test_the_column_goes_before_what_the_action_itself_says() -> None:
    told = table(("Actie", "Wie"), ("VNG vraagt de cijfers op", "IPO"))
    assert holders(told) == {"VNG vraagt de cijfers op": "IPO"}


def test_a_table_below_another_heading_has_a_head_of_its_own() -> None:
    first = table(("Actie", "Wie"), ("Notitie rondsturen", "IPO"))
    second = table(("Actie", "Datum"), ("Zaal regelen", "mei"))
    told = holders(f"{first}\n## Acties regio\n\n{second}")
    assert told == {"Notitie rondsturen": "IPO", "Zaal regelen": ""}
