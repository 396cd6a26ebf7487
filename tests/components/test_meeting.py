"""When a meeting was held, and which body met."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from notulist.components.meeting import find_date
from notulist.reading.source import from_text


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Vergaderdatum 6 april 2023", "2023-04-06"),
        ("d.d. 1 mrt. 2021", "2021-03-01"),
        ("op 13-10-2021", "2021-10-13"),
        ("29/01/2019", "2019-01-29"),
        ("03.02.2024", "2024-02-03"),
        ("2025-09-02", "2025-09-02"),
        ("20221027 verslag", "2022-10-27"),
        ("dd19032019_v2", "2019-03-19"),
        ("WG 02022017", "2017-02-02"),
        ("2024-1-15", "2024-01-15"),
        ("2022_09_30_Verslag", "2022-09-30"),
        ("31 februari 2023", None),
        ("in 2023 en 2024", None),
        ("zaak 2023-4567", None),
        ("", None),
    ],
)
def test_dates_as_minutes_write_them(text: str, date: str | None) -> None:
    assert find_date(text) == date


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


def test_a_date_inside_a_remark_is_not_that_of_the_meeting(split: Callable[[str], Doc]) -> None:
    long = "• " + "De raad bespreekt het plan opnieuw. " * 20
    assert split(f"{long}\n• Op 5 mei 2021 volgt een brief.\n")._.meeting_date is None


def test_the_file_name_goes_before_another_day_in_the_header(splitter: Language) -> None:
    text = "Verslag werkgroep\n\nMet de wijzigingen per 1-1-2023.\n\n1. Opening\n• Welkom.\n"
    assert splitter(from_text(text, "2022_09_30_verslag.txt"))._.meeting_date == "2022-09-30"


def test_the_file_name_gives_the_date_where_the_text_does_not(splitter: Language) -> None:
    doc = splitter(from_text("• Welkom allen.\n", "map/20240516 verslag.txt"))
    assert doc._.meeting_date == "2024-05-16"
