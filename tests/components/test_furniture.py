"""What stands on a page without being part of the minutes."""

from __future__ import annotations

import pytest
from makers import Put, kind_in, of_kind, pdf, split, txt

FIRST = (
    "• De gemeenten vragen om uitstel van de invoering van de wet, omdat de software voor",
    "  de uitvoering nog niet klaar is.",
)
SECOND = ("• De provincies steunen dat verzoek van harte en willen een brief aan de minister.",)
CUT = "• De waterschappen hebben daarover gesproken met het ministerie en denken dat het nog"
REST = "  wel een jaar duurt."
WHOLE = f"{CUT[2:]} {REST.strip()}"


def header(text: str) -> Put:
    return Put(text, 9, at=40)


def footer(text: str, *, line: int = 0) -> Put:
    return Put(text, 9, at=800 + 11 * line)


def note(text: str, *, line: int = 0) -> Put:
    return Put(text, 7, at=770 + 9 * line)


def test_running_header_and_footer_are_in_no_block() -> None:
    source = pdf(
        [header("Verslag regietafel bodem"), *FIRST, footer("Vertrouwelijk")],
        [header("Verslag regietafel bodem"), *SECOND, footer("Vertrouwelijk")],
        [header("Verslag regietafel bodem"), "• Akkoord.", footer("Vertrouwelijk")],
    )
    said = " ".join(text for _, text in split(source))
    assert "regietafel" not in said
    assert "Vertrouwelijk" not in said


@pytest.mark.parametrize(
    "number", ["{}", "- {} -", "Pagina {}", "pagina {} van 2", "{} / 2", "blz. {}", "p. {}"]
)
def test_page_numbers_are_in_no_block(number: str) -> None:
    source = pdf(
        [*FIRST, footer(number.format(1))],
        [*SECOND, footer(number.format(2))],
    )
    assert len(split(source)) == 2


def test_a_remark_goes_on_behind_footer_and_header() -> None:
    source = pdf(
        [header("Verslag regietafel bodem"), *FIRST, CUT, footer("Pagina 1 van 2")],
        [header("Verslag regietafel bodem"), REST, "• Akkoord.", footer("Pagina 2 van 2")],
    )
    assert of_kind("bullet", source)[1:] == [WHOLE, "Akkoord."]


def test_left_and_right_pages_may_have_lines_of_their_own() -> None:
    left, right = "Regietafel bodem - blad {}", "Blad {} - bodem en water"
    pages = [[*[""] * n, *FIRST, footer((left, right)[n % 2].format(n))] for n in range(1, 7)]
    assert {text for _, text in split(pdf(*pages))} == {f"{FIRST[0][2:]} {FIRST[1].strip()}"}


def test_a_number_that_ends_a_sentence_at_the_foot_of_a_page_is_no_page_number() -> None:
    source = pdf([*FIRST, f"{CUT} tot en met", "45."])
    assert of_kind("bullet", source)[-1] == f"{CUT[2:]} tot en met 45."


@pytest.mark.parametrize("line", ["Agendapunt 3", "Afspraak 1: akkoord met het voorstel."])
def test_what_minutes_say_on_each_page_is_kept(line: str) -> None:
    source = pdf([line, *FIRST], [line, *SECOND], [line, "• Akkoord."])
    assert " ".join(text for _, text in split(source)).count(line) == 3


def test_a_short_remark_that_recurs_at_other_heights_is_kept() -> None:
    remark = "Er zijn geen opmerkingen."
    source = pdf(
        [*FIRST, *SECOND, "", remark],
        [*SECOND, "", remark],
        [*FIRST, *SECOND, CUT, REST],
    )
    assert of_kind("bullet", source).count(remark) == 2


@pytest.mark.parametrize("number", ["Pagina 2 van 3", "pagina 2/3", "Blz. 2", "- pagina 2 -"])
def test_page_numbers_in_pasted_text_are_left_out(number: str) -> None:
    source = txt(f"- De gemeenten vragen uitstel.\n\n{number}\n\n- Akkoord.\n")
    assert split(source) == [("bullet", "De gemeenten vragen uitstel."), ("bullet", "Akkoord.")]


@pytest.mark.parametrize("line", ["2", "2 / 3", "12"])
def test_a_bare_number_in_text_could_be_anything_and_stays(line: str) -> None:
    source = txt(f"- De gemeenten vragen uitstel.\n\n{line}\n\n- Akkoord.\n")
    assert line in " ".join(text for _, text in split(source))


def test_footnotes_are_notes() -> None:
    source = pdf(
        [
            *FIRST,
            note("1 Zie de brief van 3 mei over dit onderwerp,"),
            note("die aan alle leden is gestuurd.", line=1),
            note("2 Kenmerk 2024-17.", line=2),
        ],
        [*SECOND],
    )
    assert of_kind("note", source) == [
        "1 Zie de brief van 3 mei over dit onderwerp, die aan alle leden is gestuurd.",
        "2 Kenmerk 2024-17.",
    ]


def test_a_remark_that_a_page_cuts_goes_on_behind_the_footnotes() -> None:
    source = pdf([*FIRST, CUT, note("1 Zie de brief van 3 mei.")], [REST, *SECOND])
    assert kind_in(source, WHOLE) == "bullet"
    assert of_kind("note", source) == ["1 Zie de brief van 3 mei."]


def test_notes_come_last_whatever_page_they_stand_on() -> None:
    source = pdf([*FIRST, note("1 Zie de brief van 3 mei.")], [*SECOND])
    assert [kind for kind, _ in split(source)] == ["bullet", "bullet", "note"]


def test_small_type_at_the_foot_without_a_number_is_no_note() -> None:
    source = pdf([*FIRST, note("Dit verslag is door de leden vastgesteld.")], [*SECOND])
    assert of_kind("note", source) == []
    assert "vastgesteld" in " ".join(text for _, text in split(source))


def test_small_type_above_text_is_no_note() -> None:
    source = pdf([Put("1 Zie de brief van 3 mei.", 7), *FIRST, *SECOND])
    assert of_kind("note", source) == []
