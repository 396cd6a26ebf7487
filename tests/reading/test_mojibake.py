"""Text in a wrong encoding: what is told of, what is mended, what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notulist.components.clean import join_lines
from notulist.errors import notice
from notulist.reading import read_bytes
from notulist.reading.mojibake import mended, notes


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        # UTF-8 read as cp1252 or MacRoman
        ("geÃ¯nformeerd", "geïnformeerd"),
        ("Ã©Ã©n van de financiÃ«n", "één van de financiën"),
        ("zoâ€™n plan â€“ kort", "zo’n plan – kort"),
        ("â€žciteerâ€œ", "„citeer“"),
        ("â‚¬ 5 miljoen", "€ 5 miljoen"),
        ("ge√Ønformeerd", "geïnformeerd"),
        # cp1252 read as MacRoman
        ("financiÎn", "financiën"),
        ("geÔnformeerd", "geïnformeerd"),
        ("coˆrdinatie", "coördinatie"),
        ("ÈÈn", "één"),
        # an accent for an apostrophe
        ("PRT´s en VNG`s", "PRT’s en VNG’s"),
        ("zo´n", "zo’n"),
        ("´s avonds", "’s avonds"),
        ("sms´en met d´Hondt", "sms’en met d’Hondt"),
    ],
)
def test_what_is_sure_is_mended(broken: str, whole: str) -> None:
    assert mended(broken) == whole


@pytest.mark.parametrize(
    "text",
    [
        "één reële coördinatie, geïnformeerd",
        "‘citaat’ – “citaat” … € 5",
        "ÎLE-DE-FRANCE en Île",
        "de functie `naam` en `lijst`s",
        "caf´e en ´e´en",
        "5´ lang",
        "onleesba\ufffdr",
        "regel\ufffeeinde",
        "Ã",
    ],
)
def test_what_is_right_or_unsure_is_left_alone(text: str) -> None:
    assert mended(text) == text


@given(st.text(st.characters(max_codepoint=0x7F, exclude_characters="`")))
def test_ascii_stays_as_it_is(text: str) -> None:
    assert mended(text) == text


WORDS = ("één", "reële", "coördinatie", "overleg", "café", "’s", "–", "zo’n", "ideeën")


@given(st.lists(st.sampled_from(WORDS)))
def test_utf8_read_as_cp1252_and_mended_is_what_it_was(words: list[str]) -> None:
    text = " ".join(words)
    assert mended(text.encode().decode("cp1252")) == text


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        ("Alles één en goed", ()),
        ("De LRT´s, zo`n café en ´s avonds één", ()),
        (
            "Over LRT´s geÃ¯nformeerd",
            ("words that look wrongly encoded: 1 (e.g. 'geÃ¯nformeerd')",),
        ),
        (
            "Eerst geÃ¯nformeerd\nen dan coˆrdinatie",
            ("words that look wrongly encoded: 2 (e.g. 'geÃ¯nformeerd')",),
        ),
        (
            "co\ufffdrdinatie",
            ("words with a character that couldn't be read: 1 (e.g. 'co�rdinatie')",),
        ),
    ],
)
def test_broken_words_are_counted_with_an_example(text: str, warnings: tuple[str, ...]) -> None:
    assert tuple(map(str, notes(text))) == warnings


def test_a_file_is_read_as_it_stands_with_a_warning() -> None:
    source = read_bytes("- Niet geÃ¯nformeerd".encode(), "a.txt")
    assert source.text == "- Niet geÃ¯nformeerd"
    assert source.warnings == (notice("W08", count=1, example="'geÃ¯nformeerd'"),)


def test_the_clean_text_is_mended() -> None:
    assert join_lines(["niet geÃ¯n-", "formeerd over zo´n"]) == "niet geïnformeerd over zo’n"
