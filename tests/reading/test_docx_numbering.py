"""The bullets and numbers that Word shows and doesn't keep in the text."""

from __future__ import annotations

import docx
import pytest
from builders import W, abstract, item, level, num, number_with, saved
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml

from notulist.reading import read_bytes
from notulist.reading.docx_numbering import format_number

DECIMAL = level(0, "decimal", "%1.")
OUTLINE = (DECIMAL, level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3)"))


def markers(document) -> list[tuple[int | None, str | None]]:
    source = read_bytes(saved(document), "a.docx")
    return [(line.list_level, line.marker) for line in source.lines]


def listed(*elements: str):
    document = docx.Document()
    number_with(document, *elements)
    return document


def test_numbers_count_by_level_and_start_again_under_a_new_one() -> None:
    document = listed(abstract(0, *OUTLINE), num(1, 0))
    for place in (0, 1, 1, 2, 2, 0, 1, 2):
        item(document, "x", 1, place)
    shown = ["1.", "1.1", "1.2", "a)", "b)", "2.", "2.1", "a)"]
    assert [marker for _, marker in markers(document)] == shown


def test_plain_paragraphs_between_do_not_stop_the_count() -> None:
    document = listed(abstract(0, DECIMAL), num(1, 0))
    item(document, "x", 1)
    document.add_paragraph("tussendoor")
    item(document, "x", 1)
    assert markers(document) == [(0, "1."), (None, None), (0, "2.")]


@pytest.mark.parametrize("glyph", ["\uf0b7", "o", "-", "§"])
def test_any_bullet_glyph_is_a_bullet(glyph: str) -> None:
    document = listed(abstract(0, level(0, "bullet", glyph)), num(1, 0))
    item(document, "x", 1)
    assert markers(document) == [(0, "•")]


def test_two_lists_over_one_abstract_list_count_on() -> None:
    document = listed(abstract(0, DECIMAL), num(1, 0), num(2, 0))
    for num_id in (1, 1, 2):
        item(document, "x", num_id)
    assert [marker for _, marker in markers(document)] == ["1.", "2.", "3."]


def test_a_start_override_begins_anew_once() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    document = listed(abstract(0, DECIMAL), num(1, 0), num(2, 0, override))
    for num_id in (1, 1, 2, 2):
        item(document, "x", num_id)
    assert [marker for _, marker in markers(document)] == ["1.", "2.", "5.", "6."]


def test_a_level_override_replaces_the_level() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "(%1)")}</w:lvlOverride>'
    document = listed(abstract(0, DECIMAL), num(1, 0, override))
    item(document, "x", 1)
    assert markers(document) == [(0, "(I)")]


@pytest.mark.parametrize(
    ("restart", "shown"), [("0", ["a)", "b)"]), ("1", ["a)", "a)"]), ("2", ["a)", "a)"])]
)
def test_a_level_starts_again_only_when_it_says_so(restart: str, shown: list[str]) -> None:
    keep = level(1, "lowerLetter", "%2)", extra=f'<w:lvlRestart w:val="{restart}"/>')
    document = listed(abstract(0, DECIMAL, keep), num(1, 0))
    for place in (0, 1, 0, 1):
        item(document, "x", 1, place)
    assert [marker for place, marker in markers(document) if place == 1] == shown


def test_a_higher_level_that_was_never_used_shows_its_start() -> None:
    document = listed(abstract(0, *OUTLINE), num(1, 0))
    item(document, "x", 1, 1)
    assert markers(document) == [(1, "1.1")]


def test_legal_numbering_shows_all_levels_as_decimals() -> None:
    roman = level(0, "upperRoman", "%1.")
    legal = level(1, "decimal", "%1.%2", extra="<w:isLgl/>")
    document = listed(abstract(0, roman, legal), num(1, 0))
    item(document, "x", 1, 0)
    item(document, "x", 1, 1)
    assert [marker for _, marker in markers(document)] == ["I.", "1.1"]


def test_num_id_0_takes_a_paragraph_out_of_its_styles_list() -> None:
    document = docx.Document()
    document.add_paragraph("x", style="List Bullet")
    item(document, "y", 0, None).style = "List Bullet"
    assert markers(document) == [(0, "•"), (None, None)]


def test_numbering_comes_through_the_chain_of_styles() -> None:
    document = docx.Document()
    style = document.styles.add_style("Notulenpunt", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["List Number"]
    document.add_paragraph("x", style="Notulenpunt")
    document.add_paragraph("y", style="Notulenpunt")
    assert markers(document) == [(0, "1."), (0, "2.")]


def test_a_level_may_name_the_style_that_stands_for_it() -> None:
    linked = level(1, "decimal", "%1.%2", extra='<w:pStyle w:val="Punt"/>')
    document = listed(abstract(0, DECIMAL, linked), num(1, 0))
    style = document.styles.add_style("Punt", WD_STYLE_TYPE.PARAGRAPH)
    number = parse_xml(f'<w:numPr {W}><w:numId w:val="1"/></w:numPr>')
    style.element.get_or_add_pPr().append(number)
    item(document, "x", 1)
    document.add_paragraph("y", style="Punt")
    assert markers(document) == [(0, "1."), (1, "1.1")]


def test_a_list_style_stands_in_for_its_own_list() -> None:
    document = listed(
        abstract(0, extra='<w:numStyleLink w:val="Lijst"/>'),
        abstract(1, DECIMAL),
        num(1, 0),
        num(2, 1),
    )
    style = parse_xml(
        f'<w:style {W} w:type="numbering" w:styleId="Lijst"><w:name w:val="Lijst"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    document.styles.element.append(style)
    item(document, "x", 1)
    assert markers(document) == [(0, "1.")]


@pytest.mark.parametrize(("num_id", "place"), [(99, 0), (1, 7)])
def test_a_list_or_level_that_is_not_there_gives_no_marker(num_id: int, place: int) -> None:
    document = listed(abstract(0, DECIMAL), num(1, 0))
    item(document, "x", num_id, place)
    assert markers(document)[0][1] is None


@pytest.mark.parametrize(
    ("form", "count", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("lowerLetter", 1, "a"),
        ("upperLetter", 26, "Z"),
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 54, "bbb"),
        ("lowerRoman", 4, "iv"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("ordinal", 2, "2e"),
        ("none", 2, ""),
        ("lowerRoman", 0, "0"),
        ("chineseCounting", 5, "5"),
    ],
)
def test_numbers_are_shown_in_their_format(form: str, count: int, shown: str) -> None:
    assert format_number(count, form) == shown
