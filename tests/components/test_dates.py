"""Dates as minutes and their file names write them."""

from __future__ import annotations

import pytest

from notulist.components.dates import TIMES, dates_in, find_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Vergaderdatum 6 april 2023", "2023-04-06"),
        ("d.d. 1 mrt. 2021", "2021-03-01"),
        ("13-april-2023", "2023-04-13"),
        ("29\tseptember\t2017", "2017-09-29"),
        ("verslag_10_december_2020_def", "2020-12-10"),
        ("Thu, 06 Oct 2022 10:00:00 +0200", "2022-10-06"),
        ("6 april '23", "2023-04-06"),
        ("op 13-10-2021", "2021-10-13"),
        ("29/01/2019", "2019-01-29"),
        ("03.02.2024", "2024-02-03"),
        ("6-4-'23", "2023-04-06"),
        ("06/04/23", "2023-04-06"),
        ("29_01_20 verslag", "2020-01-29"),
        ("2025-09-02", "2025-09-02"),
        ("20221027 verslag", "2022-10-27"),
        ("dd19032019_v2", "2019-03-19"),
        ("WG 02022017", "2017-02-02"),
        ("2024-1-15", "2024-01-15"),
        ("2022_09_30_Verslag", "2022-09-30"),
        pytest.param("04/23/2021", "2021-04-23", id="month first, where it can be nothing else"),
        ("31 februari 2023", None),
        ("in 2023 en 2024", None),
        ("verslag april 2023", None),
        ("zaak 2023-4567", None),
        ("versie 1.2.23", None),
        ("06-11-22-33-44", None),
        ("", None),
    ],
)
def test_dates_as_minutes_write_them(text: str, date: str | None) -> None:
    assert find_date(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "6 en 7 april 2023",
        "6-7 april 2023",
        "6, 7 en 8 april 2023",
        "6 t/m 8 april 2023",
        "6 april en 2 mei 2023",
        "06/04/2023 en 10/05/2023",
    ],
)
def test_of_more_days_the_first_counts(text: str) -> None:
    assert find_date(text) == "2023-04-06"


def test_dates_come_in_order_with_their_place() -> None:
    text = "van 2-3-2021 en 4 mei 2022"
    assert [(text[one.start : one.end], one.iso) for one in dates_in(text)] == [
        ("2-3-2021", "2021-03-02"),
        ("4 mei 2022", "2022-05-04"),
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("zaal 4.038, 10.00-11.15 uur", "zaal 4.038,"),
        ("Utrecht 13:00 – 15:00", "Utrecht"),
        ("Assen, 9.30 uur", "Assen,"),
        ("hal 2-9", "hal 2-9"),
    ],
)
def test_times_are_told_from_rooms(text: str, left: str) -> None:
    assert TIMES.sub("", text).strip() == left
