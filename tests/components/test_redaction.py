"""What is blacked out, marked in clean text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from notulist.components.redaction import MARK, mark_redactions
from notulist.reading.source import Source, from_text, plain_lines
from notulist.records import to_rows

CODES = (
    *("5.1.2e", "5.1.2.e", "5.1.2 e", "5.1.2. e", "5.1.2.E", "5.1 2e", "5 1 2 e", "5.1.2(e)"),
    *("5.1.1c", "5.1.1.c", "5.1.2i", "5.1.2.i", "(5.1)(2e)", "(5.1)(2)(e)", "(5)(1)(2e)"),
    *("10.2.e", "10.2e", "10.2 e", "10 2 e", "10.2.g", "10.1.c", "(10)(2e)", "(10)(2)(e)"),
)
OTHERS = (
    *("[naam]", "[Naam 2]", "[persoon A]", "[naam verwijderd]", "(geanonimiseerd)", "[weggelakt]"),
    *("<geanonimiseerd>", "████", "■■■", "XXXX", "XXXXXXX", "[gelakt]", "[GELAKT]"),
)


@pytest.mark.parametrize("hole", [*CODES, *OTHERS])
def test_what_stands_in_a_hole_becomes_the_mark(hole: str) -> None:
    text = "Volgens {} klopt de raming, zegt {}."
    assert mark_redactions(text.format(hole, hole)) == (text.format(MARK, MARK), 2)


@pytest.mark.parametrize("code", CODES)
def test_punctuation_around_a_code_stays(code: str) -> None:
    text = "Het stuk van mevrouw Knol ({}), {}; en {}."
    assert mark_redactions(text.format(code, code, code))[0] == text.format(MARK, MARK, MARK)


@pytest.mark.parametrize(
    "row", ["5.1.2e 5.1.2e", "5.1.2e/5.1.2i", "5.1.1c 10.2.e", "5.1.2e5.1.2e", "[gelakt] 5.1.2e"]
)
def test_codes_in_a_row_stand_for_one_hole(row: str) -> None:
    assert mark_redactions(f"Volgens {row} klopt het.") == (f"Volgens {MARK} klopt het.", 1)


@pytest.mark.parametrize("title", ["Mevrouw", "mevr.", "dhr.", "Dhr", "de heer", "mw."])
def test_a_line_of_underscores_behind_a_title_is_a_hole(title: str) -> None:
    text = f"Volgens {title} {{}} klopt het."
    assert mark_redactions(text.format("____")) == (text.format(MARK), 1)
    assert mark_redactions(text.format("__________")) == (text.format(MARK), 1)


@pytest.mark.parametrize("text", ["Datum: ________", "Mevrouw ___ komt.", "naam_van__het_veld"])
def test_other_underscores_are_no_hole(text: str) -> None:
    assert mark_redactions(text) == (text, 0)


def test_codes_with_a_comma_between_them_stand_for_several() -> None:
    marked = mark_redactions("5.1.2e, 5.1.2e en 5.1.2e vragen uitstel.")
    assert marked == (f"{MARK}, {MARK} en {MARK} vragen uitstel.", 3)


@pytest.mark.parametrize(
    "text",
    [
        "De naam is weggelaten op grond van artikel 5.1.2e Woo.",
        "Op grond van art. 10.2.e Wob is dit geweigerd.",
        "Dit valt onder 5.1.1c, 5.1.2e en 5.1.2i van de Woo.",
        "Op grond van 5.1, tweede lid, onder e, blijft dit weg.",
        "Zie artikel 5.1, lid 2 sub e, en artikel 10.2.g.",
        "De uitzonderingsgrond 5.1.2e wordt vaak gebruikt.",
        "Met ingang van versie 5.1.2 werkt dit, in versie 5.1.2e ook.",
        "v5.1.2e van de koppeling",
        "5.1.2 Financiën",
        "10.2a Begroting",
        "Zie paragraaf 10.2.e en bijlage 5.1.2a.",
        "Agendapunt 10.2e schuift door.",
        "De kosten zijn € 10.2 e.d.",
        "Er is 10.2 g stikstof gemeten, 5.1 keer zoveel.",
        "5.2.1 Stand van zaken",
        "Het pad is /api/5.1.2e/lijst.",
        "De vergadering van 10.2.2023 begint om 10.25 uur.",
    ],
)
@pytest.mark.parametrize("redacted", [False, True])
def test_the_law_versions_and_numbers_are_no_redactions(text: str, redacted: bool) -> None:
    assert mark_redactions(text, redacted=redacted) == (text, 0)


@pytest.mark.parametrize("code", ["5.2.1", "5.1.5"])
def test_a_code_without_a_letter_is_one_where_the_document_is_redacted(code: str) -> None:
    text = f"De kans van slagen is volgens het advies ({code})."
    assert mark_redactions(text) == (text, 0)
    assert mark_redactions(text, redacted=True) == (text.replace(code, MARK), 1)
    for other in (f"QGIS {code} is uit.", f"{code} Begroting", f"Van {code} komt niets."):
        assert mark_redactions(other, redacted=True) == (other, 0)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Dhr. geeft aan dat het klopt.", f"Dhr. {MARK} geeft aan dat het klopt."),
        ("De heer vraagt uitstel.", f"De heer {MARK} vraagt uitstel."),
        ("Mevr. (VNG) vraagt uitstel.", f"Mevr. {MARK} (VNG) vraagt uitstel."),
        ("Dank aan mw. , dhr. en allen", f"Dank aan mw. {MARK}, dhr. en allen"),
        ("Actie voor dhr. .", f"Actie voor dhr. {MARK}."),
        ("Mevrouw (IPO) sluit aan.", f"Mevrouw {MARK} (IPO) sluit aan."),
    ],
)
def test_a_title_without_a_name_has_a_hole_behind_it(text: str, marked: str) -> None:
    assert mark_redactions(text) == (marked, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Dhr. Knol geeft aan dat het klopt.",
        "De heer van Knol vraagt uitstel.",
        "Mevrouw vraagt of zij thuis mag blijven.",
        "Geachte heer, mevrouw,",
        "De heer (Jan) Knol meldt zich.",
        "Dhr./mw. (doorhalen wat niet klopt)",
        "De heer en mevrouw Knol vragen uitstel.",
    ],
)
def test_a_title_that_needs_no_name_has_none(text: str) -> None:
    assert mark_redactions(text) == (text, 0)


def test_a_body_without_a_name_in_a_list_has_a_hole_before_it() -> None:
    text = "Aanwezig: (BZK), dhr. Knol (VNG), (IPO), (Aedes), secretariaat"
    expected = f"Aanwezig: (BZK), dhr. Knol (VNG), {MARK} (IPO), {MARK} (Aedes), secretariaat"
    assert mark_redactions(text) == (expected, 2)
    assert mark_redactions("Aanwezig: (BZK), (IPO)") == (f"Aanwezig: {MARK} (BZK), {MARK} (IPO)", 2)
    assert mark_redactions("Kies uit (a), (b) of (c).")[1] == 0


@given(st.text(st.characters(categories=("Ll", "Lu", "Zs"), max_codepoint=0x17F)))
def test_text_without_digits_signs_and_titles_stays(text: str) -> None:
    if not any(word.lower() in text.lower() for word in ("heer", "dhr", "m", "xxxx")):
        assert mark_redactions(text) == (text, 0)


PARTS = (
    *CODES,
    *OTHERS,
    "dhr.",
    "De heer",
    "vraagt",
    "(VNG)",
    ",",
    ".",
    " ",
    "  ",
    "art.",
    "Woo",
    "Knol",
)


@given(st.lists(st.sampled_from(PARTS), max_size=12), st.booleans())
def test_marking_twice_is_marking_once(parts: list[str], redacted: bool) -> None:
    once = mark_redactions(" ".join(parts), redacted=redacted)
    assert mark_redactions(once[0], redacted=redacted) == once


MINUTES = """Verslag overleg

Aanwezig: dhr. Knol (VNG), 5.1.2e (IPO), (BZK)

1. Brief van 5.1.2e
• 5.1.2e (VNG) vraagt uitstel.
• Het advies van    ligt er, zegt mevrouw  (IPO).
• Akkoord.
"""


def test_the_splitter_marks_clean_texts_and_counts(split: Callable[[str], Doc]) -> None:
    doc = split(MINUTES)
    assert [(span._.clean, span._.redactions) for span in doc.spans["bullets"]] == [
        (f"{MARK} (VNG) vraagt uitstel.", 1),
        (f"Het advies van {MARK} ligt er, zegt mevrouw {MARK} (IPO).", 2),
        ("Akkoord.", 0),
    ]
    (heading,) = doc.spans["headings"]
    assert (heading._.title, heading._.redactions) == (f"Brief van {MARK}", 1)
    assert [span._.redactions for span in doc.spans["attendance"]] == [2]


def test_the_raw_text_stays_as_it_is(split: Callable[[str], Doc]) -> None:
    doc = split(MINUTES)
    assert doc.text == MINUTES
    row = to_rows(doc)[0]
    assert MINUTES[row.start : row.end] == "5.1.2e (VNG) vraagt uitstel."
    assert (row.text, row.redactions) == (f"{MARK} (VNG) vraagt uitstel.", 1)


def test_wide_spaces_are_no_holes_where_the_text_is_set_out_with_them(
    split: Callable[[str], Doc],
) -> None:
    lines = "".join(f"• de stand   van nummer {n} is   bekend.\n" for n in range(12))
    doc = split(f"1. Wonen\n{lines}")
    assert {span._.redactions for span in doc.spans["bullets"]} == {0}


@pytest.mark.parametrize(
    ("text", "place", "clean"),
    [
        ("• Het plan van  ligt er.", 15, f"Het plan van {MARK} ligt er."),
        ("• Het plan van , zei men.", 15, f"Het plan van {MARK}, zei men."),
        ("• Het plan ( ) ligt er.", 13, f"Het plan ({MARK}) ligt er."),
        ("• Het plan ligt bij", 19, f"Het plan ligt bij {MARK}"),
        ("• (VNG) vraagt uitstel.", 2, f"{MARK} (VNG) vraagt uitstel."),
    ],
)
def test_what_a_reader_saw_blacked_out_is_marked(
    splitter: Language, text: str, place: int, clean: str
) -> None:
    (line,) = plain_lines(text)
    blacked = type(line)(line.start, line.end, line.unit, redactions=(place,))
    plain = from_text(text)
    doc = splitter(Source(plain.name, text, (blacked,), plain.sha256, "txt"))
    assert [(s._.clean, s._.redactions) for s in doc.spans["bullets"]] == [(clean, 1)]


@pytest.mark.parametrize("hole", ["[gelakt]", "5.1.2e", "10.2.e", "████", "Dhr. "])
def test_a_hole_is_no_party_and_hides_none(hole: str) -> None:
    import notulist

    doc = notulist.load()(f"1. Wonen\n• {hole} (VNG) vraagt om uitstel.\n• Akkoord.\n")
    bullet, _ = doc.spans["bullets"]
    assert (bullet._.holder, bullet._.mentions) == (("VNG",), ("VNG",))
