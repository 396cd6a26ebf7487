"""One cell: what is never a formula, what reads back, what is said in Dutch."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from notulist.components.kinds import Kind
from notulist.export.cells import (
    dutch,
    escape,
    formula_like,
    join,
    mend,
    split,
    unescape,
)
from notulist.labels import DUTCH_KINDS

RISKY = st.text(alphabet=st.sampled_from("'=+-@＝＋－＠\t\r\n \u00a0\u200b\ufeffa1|\\"), max_size=8)
TEXTS = RISKY | st.text()


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+31 70",
        "-5+A1",
        "@SUM(A1)",
        "\ttab",
        "\rreturn",
        "\n=1",
        " =1+1",
        "\u00a0=1",
        "\u200b=1",
        "\ufeff=1",
        "\x00=1",
        "'=1+1",
        "' '=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠A1",
    ],
)
def test_what_a_spreadsheet_could_run_gets_one_apostrophe(text: str) -> None:
    assert escape(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["", "De VNG", "'s-Hertogenbosch", "1=1", "a-b", "(-)", "’t Hof", "'"]
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize("text", ["-5", "+31", "-1.250,00", "-3,5%"])
def test_a_signed_number_is_no_formula(text: str) -> None:
    assert escape(text) == text


@given(TEXTS, st.booleans())
def test_unescape_gives_back_every_text(text: str, within: bool) -> None:
    assert unescape(escape(text, within=within), within=within) == text


@pytest.mark.parametrize("text", ["punt;=1+1", "punt; @SUM(A1)", "punt\n-2+3", "a;'=1", "punt\t+1"])
def test_no_cell_that_a_dutch_excel_cuts_out_of_a_plain_csv_is_a_formula(text: str) -> None:
    cells = re.split(r"[;\t\n]", escape(text, within=True))
    assert not any(formula_like(cell) and not cell.startswith("'") for cell in cells)


@given(TEXTS)
def test_nothing_escaped_begins_like_a_formula(text: str) -> None:
    assume(not re.fullmatch(r"[+-]\d[\d.,]*%?", text))  # a number
    assert not re.match(r"\s*[=+\-@\t\r＝＋－＠]", escape(text))


@given(st.lists(TEXTS.filter(bool)).map(tuple))
def test_split_gives_back_joined_values(values: tuple[str, ...]) -> None:
    assert split(join(values)) == values


def test_plain_values_have_only_a_bar_between() -> None:
    assert join(("VNG", "gm:Den Haag")) == "VNG|gm:Den Haag"


def test_lone_surrogates_are_replaced_and_nothing_else() -> None:
    assert mend("a\ud800b\udfffé😀") == "a\ufffdb\ufffdé😀"


@pytest.mark.parametrize(
    ("column", "english", "said"),
    [
        ("label", "agreement", "afspraak"),
        ("label", None, None),
        ("secondary", ("concern", "request"), ("zorg", "verzoek")),
        ("kind", "bullet", "opmerking"),
        ("kind", "action", "actiepunt"),
        ("reason", "low confidence", "lage zekerheid"),
        ("reason", "own words; low confidence", "own words; lage zekerheid"),
        ("label", "something else", "something else"),
    ],
)
def test_words_of_ours_are_said_in_dutch(column: str, english: object, said: object) -> None:
    say = dutch(column)
    assert say is not None
    assert say(english) == said


def test_texts_of_the_minutes_are_not_translated() -> None:
    assert dutch("text") is None


def test_every_kind_has_a_dutch_word() -> None:
    assert set(DUTCH_KINDS) == set(get_args(Kind))
