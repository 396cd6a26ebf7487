"""How a document writes its actors: the @actors line, and the mentions that follow from it."""

import pytest

from notulist.corpus.surfaces import Surface, format_surfaces, mentions, parse_surfaces

LINE = "JenV; CdK´s = CdK; de minister ~ BZK; Regio Twente = -"


def test_an_entry_names_the_words_and_the_id() -> None:
    assert parse_surfaces(LINE) == (
        Surface("JenV", "JenV"),
        Surface("CdK´s", "CdK"),
        Surface("de minister", "BZK", inferred=True),
        Surface("Regio Twente", ""),
    )


def test_what_is_formatted_is_parsed_again() -> None:
    assert format_surfaces(parse_surfaces(LINE)) == LINE


def test_words_that_stand_twice_are_refused() -> None:
    with pytest.raises(ValueError, match="IPO"):
        parse_surfaces("IPO; VNG; IPO = CdK")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Volgens JenV en het IPO kan dit.", ["JenV", "IPO"]),
        ("JenV's brief en IPO´s antwoord", ["JenV", "IPO"]),
        ("Het tipoverleg van JenVers", []),
        ("gemeente Borne vraagt de gemeente om geld", ["gemeente Borne", "gemeente"]),
        ("De VNG en twee wethouders", []),
        ("Volgens de IPOs kan dit.", ["IPO"]),
        ("", []),
    ],
)
def test_mentions_are_whole_words_and_the_longest(text: str, found: list[str]) -> None:
    line = "JenV; IPO; gemeente = gemeenten; gemeente Borne = gemeente:Borne; wethouder"
    surfaces = parse_surfaces(line)
    assert [text[m.start : m.end] for m in mentions(text, surfaces)] == found


def test_without_surfaces_there_are_no_mentions() -> None:
    assert mentions("De VNG vraagt uitstel.", ()) == []
