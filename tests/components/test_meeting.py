"""When and where a meeting was held, and which body met."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from notulist.reading.source import from_text

ITEM = "\n\n1. Opening\n• Welkom allen.\n"


def read(splitter: Language, text: str, name: str = "notulen.txt") -> Doc:
    return splitter(from_text(text, name))


def test_the_header_gives_body_and_date(split: Callable[[str], Doc]) -> None:
    doc = split(
        "Verslag van de Stuurgroep Bodem\n\nDatum: 4 juni 2024\n\n1. Opening\n• Welkom allen.\n"
    )
    assert (doc._.meeting_body, doc._.meeting_date) == ("Stuurgroep Bodem", "2024-06-04")


def test_the_day_of_the_meeting_goes_before_the_day_of_the_letter(
    split: Callable[[str], Doc],
) -> None:
    doc = split("Datum 3 januari 2025\nVergaderdatum 12 december 2024\n\n1. Opening\n• Welkom.\n")
    assert doc._.meeting_date == "2024-12-12"


def test_the_subject_of_a_mail_goes_before_the_day_that_it_was_sent(
    split: Callable[[str], Doc],
) -> None:
    doc = split(
        "Subject: Verslag werkgroep Riet 4 juni 2024\nDate: Mon, 10 Jun 2024 09:00:00 +0200" + ITEM
    )
    assert (doc._.meeting_body, doc._.meeting_date) == ("werkgroep Riet", "2024-06-04")


def test_a_mail_whose_subject_has_no_day_has_that_of_its_date(split: Callable[[str], Doc]) -> None:
    doc = split("Subject: Verslag\nDate: Mon, 10 Jun 2024 09:00:00 +0200" + ITEM)
    assert doc._.meeting_date == "2024-06-10"


def test_a_date_inside_a_remark_is_not_that_of_the_meeting(split: Callable[[str], Doc]) -> None:
    long = "• " + "De raad bespreekt het plan opnieuw. " * 20
    assert split(f"{long}\n• Op 5 mei 2021 volgt een brief.\n")._.meeting_date is None


def test_the_next_meeting_tells_nothing_of_this_one(split: Callable[[str], Doc]) -> None:
    doc = split(
        "1. Opening\n• Welkom allen.\n\nVolgende vergadering\nDatum: 4 mei 2021\nPlaats: Assen\n"
    )
    assert (doc._.meeting_date, doc._.meeting_place) == (None, None)


def test_the_file_name_goes_before_another_day_in_the_header(splitter: Language) -> None:
    text = "Verslag werkgroep\n\nMet de wijzigingen per 1-1-2023." + ITEM
    assert read(splitter, text, "2022_09_30_verslag.txt")._.meeting_date == "2022-09-30"


def test_the_file_name_gives_the_date_where_the_text_does_not(splitter: Language) -> None:
    doc = read(splitter, "• Welkom allen.\n", "map/20240516 verslag.txt")
    assert doc._.meeting_date == "2024-05-16"


def test_the_file_name_mends_the_year_of_a_copied_header(splitter: Language) -> None:
    doc = read(splitter, "Datum: 16 mei 2023" + ITEM, "verslag 16-5-2024.txt")
    assert doc._.meeting_date == "2024-05-16"


def test_any_other_date_field_goes_before_the_file_name(splitter: Language) -> None:
    doc = read(splitter, "Datum: 14 mei 2024" + ITEM, "verslag 16-5-2024.txt")
    assert doc._.meeting_date == "2024-05-14"


def test_a_title_goes_before_the_folder_of_the_meeting_that_adopted_it(splitter: Language) -> None:
    doc = read(splitter, "Verslag werkgroep Riet 4 juni 2024" + ITEM, "2024-09-03/verslag.txt")
    assert doc._.meeting_date == "2024-06-04"


@pytest.mark.parametrize(
    ("header", "body"),
    [
        pytest.param("/// Verslag Sluizen Workshop 1 ///", "Sluizen Workshop 1", id="rules"),
        pytest.param("# Werkgroep Riet\n\n**Datum:** 4-6-2024", "Werkgroep Riet", id="Markdown"),
        pytest.param("Verslag\nStuurgroep Riet\nDatum: 4-6-2024", "Stuurgroep Riet", id="below"),
        pytest.param("Ministerie van Water\nDijkstraat 8\n1234 AB Assen\nVerslag TO Riet",
                     "TO Riet", id="below an address"),
        pytest.param("---\ntitle: Notulen regiegroep Slib\n---", "regiegroep Slib", id="front"),
        pytest.param("Overleg: Slib en Zand\nDatum: 4-6-2024", "Slib en Zand", id="field"),
        pytest.param("Vergaderdatum 4 juni 2024\nAanwezig: Sien Voorbeeld (werkgroep Riet)", None,
                     id="a list of those present"),
    ],
)  # fmt: skip
def test_the_body_is_found_in_headers_of_every_make(
    split: Callable[[str], Doc], header: str, body: str | None
) -> None:
    assert split(header + ITEM)._.meeting_body == body


def test_the_row_of_a_markdown_table_is_a_field(split: Callable[[str], Doc]) -> None:
    doc = split(
        "| Betreft | **Verslag Overleg Riet** |\n| --- | --- |\n| Vergaderdatum | 4 juni 2024 |\n"
        "| Vergaderplaats | Online via Webex |" + ITEM
    )
    found = (doc._.meeting_body, doc._.meeting_date, doc._.meeting_place)
    assert found == ("Overleg Riet", "2024-06-04", "Online via Webex")


def test_the_file_name_says_more_than_a_general_title(splitter: Language) -> None:
    doc = read(splitter, "Verslag Technisch Overleg 4-6-2024" + ITEM, "Technisch Overleg Riet.txt")
    assert doc._.meeting_body == "Technisch Overleg Riet"


def test_the_title_goes_before_the_file_name(splitter: Language) -> None:
    doc = read(splitter, "Verslag stuurgroep Riet en Veen" + ITEM, "Verslag TO 4-6-2024.txt")
    assert doc._.meeting_body == "stuurgroep Riet en Veen"


def test_the_folder_tells_the_body_where_nothing_else_does(splitter: Language) -> None:
    doc = read(splitter, "• Welkom allen.\n", "Werkgroep Riet/Verslagen/4 juni 2024.txt")
    assert doc._.meeting_body == "Werkgroep Riet"
