"""Who was there: lists, lines and tables that the splitter keeps apart."""

from __future__ import annotations

import pytest
from makers import kind_in, md, of_kind, pdf, pdf_with, split, txt, word

from notulist.components.attendance import (
    goes_on,
    heads_attendance,
    is_attendance_title,
    is_sentence,
    opens_attendance,
)

OPENING = "De voorzitter opent de vergadering en heet iedereen welkom bij de tafel."


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Aanwezig: Anna Smit (VNG)", True),
        ("Aanwezig namens de VNG: Anna Smit", True),
        ("Ook aanwezig: Jan de Boer", True),
        ("Aanwezig (digitaal): Jan de Boer", True),
        ("Afwezig mevr. Smit", True),
        ("**Afgemeld:** Jan de Boer", True),
        ("## Deelnemers", True),
        ("| Aanwezig | Namens |", True),
        ("Met kennisgeving afwezig: Jan de Boer", True),
        ("Verhinderd", True),
        ("Aanwezig Anna de Wit, Kadaster (vz)", True),
        ("Aanwezig Anna de Wit licht de kaart toe.", False),
        ("Aanwezig is ook de wethouder, die de kaart toelicht.", False),
        ("De aanwezigen stemmen in.", False),
        ("Deelnemers vinden de kosten te hoog.", False),
        ("Aanwezigheid van lood in de bodem", False),
    ],
)
def test_a_word_for_presence_with_names_or_nothing_behind_it_opens_a_list(
    text: str, opens: bool
) -> None:
    assert opens_attendance(text) is opens


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Aanwezig:", True),
        ("Aanwezigen", True),
        ("**Deelnemers:**", True),
        ("Aanwezig: Anna Smit", False),
        ("Aanwezig namens de VNG:", False),
    ],
)
def test_a_title_says_no_more_than_that_a_list_follows(text: str, title: bool) -> None:
    assert is_attendance_title(text) is title


@pytest.mark.parametrize(
    ("text", "heads"), [("Deelnemers Leden Rijk", True), ("# Aanwezig", True), ("Bodem", False)]
)
def test_a_heading_above_a_list_begins_with_a_word_for_presence(text: str, heads: bool) -> None:
    assert heads_attendance(text) is heads


@pytest.mark.parametrize(
    ("text", "could"),
    [
        ("Anna Smit (VNG), Jan de Boer (IPO)", True),
        ("- Anna Smit, wethouder", True),
        ("de heer P. Postma namens de UvW", True),
        ("Voorzitter: Anna Smit", True),
        ("Afwezig: niemand", True),
        ("er is nog geen besluit over de dijken genomen", False),
        ("Er wordt gevraagd of de wet wel op tijd in werking kan treden", False),
    ],
)
def test_a_list_goes_on_with_names_bodies_and_functions(text: str, could: bool) -> None:
    assert goes_on(text) is could


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("VNG en IPO vragen JenV om uitstel.", True),
        ("Het Rijk stemt daarmee in!", True),
        ("Anna Smit, wethouder van Zwolle.", False),
        ("VNG vraagt om uitstel", False),
        ("Afwezig: wie dat heeft gemeld.", False),
        pytest.param("De voorzitter opent.", True),
    ],
)  # fmt: skip
def test_a_sentence_has_a_verb_and_an_end(text: str, sentence: bool) -> None:
    assert is_sentence(text) is sentence


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(md(f"Aanwezig:\n- Anna Smit\n- Jan de Boer (IPO)\n\n{OPENING}\n"),
                     id="markdown"),
        pytest.param(txt(f"Aanwezig:\n\nAnna Smit\nJan de Boer (IPO)\n\n{OPENING}\n"), id="text"),
        pytest.param(pdf(["Aanwezig:", "Anna Smit", "Jan de Boer (IPO)", "", OPENING]), id="pdf"),
        pytest.param(word("Aanwezig:", "Anna Smit", "Jan de Boer (IPO)", "# Opening", OPENING),
                     id="word"),
    ],
)  # fmt: skip
def test_alone_on_its_line_the_word_is_a_heading_above_names(source) -> None:
    assert of_kind("heading", source)[0] == "Aanwezig:"
    assert "Jan de Boer" in " ".join(of_kind("attendance", source))
    assert kind_in(source, OPENING) == "bullet"


def test_with_names_behind_it_the_line_is_attendance() -> None:
    source = txt(f"Aanwezig: Anna Smit (VNG)\nAfwezig: Jan de Boer\n\n1. Opening\n\n{OPENING}\n")
    assert of_kind("heading", source) == ["Opening"]
    assert " ".join(of_kind("attendance", source)) == (
        "Aanwezig: Anna Smit (VNG) Afwezig: Jan de Boer"
    )


@pytest.mark.parametrize("make", [word, pdf_with])
@pytest.mark.parametrize("colon", [":", ""])
def test_in_a_table_the_word_and_the_names_are_attendance(make, colon: str) -> None:
    table = [
        [f"Aanwezig{colon}", "Anna Smit (VNG)\nJan de Boer (IPO)\neen toehoorder uit het land"],
        [f"Afwezig{colon}", "Piet Postma"],
    ]
    source = make(table, "**1. Opening**", OPENING)
    assert {kind for kind, _ in split(source)} == {"attendance", "heading", "bullet"}
    said = " ".join(of_kind("attendance", source))
    assert all(word in said for word in ("Aanwezig", "Smit", "toehoorder", "Afwezig", "Postma"))


def test_a_markdown_table_of_names_is_attendance() -> None:
    source = md(f"| Aanwezig | Namens |\n|---|---|\n| Anna Smit | VNG |\n\n{OPENING}\n")
    assert [kind for kind, _ in split(source)] == ["attendance", "bullet"]


def test_a_sentence_that_somebody_cannot_come_is_a_bullet() -> None:
    absent = "Afwezig is de heer Postma, die zich ziek heeft gemeld."
    assert kind_in(txt(f"1. Opening\n\n{OPENING}\n\n{absent}\n"), absent) == "bullet"


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda *texts: md("\n\n".join(texts)), id="markdown"),
        pytest.param(lambda *texts: txt("\n\n".join(texts)), id="text"),
        pytest.param(lambda a, b: pdf([a, "", b]), id="pdf"),
        pytest.param(word, id="word"),
    ],
)  # fmt: skip
def test_a_sentence_in_a_paragraph_of_its_own_ends_the_list(make) -> None:
    remark = "De VNG vraagt om uitstel van de wet."
    assert of_kind("bullet", make("Aanwezig: Anna Smit (VNG)", remark)) == [remark]
