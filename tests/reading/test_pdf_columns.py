"""Tables of a PDF that have no lines: text that stands in the same columns, row after row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from builders import pdf
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from notulist.reading import read_bytes
from notulist.reading.source import Source

COLUMNS = (72, 100, 320, 420)
HEAD = ("Nr", "Actie", "Wie", "Wanneer")
ROWS = (
    HEAD,
    ("1", "Brief aan de minister over de bodem", "VNG", "mei"),
    ("2", "Plan voor het water", "IPO", "in juni"),
)
TEXT = "De gemeenten vragen het Rijk om een brief over de bodem en over het water in mei."


def put(canvas: Canvas, lines: Sequence[Sequence[str]], columns: Sequence[float], top: int) -> int:
    """Draw these texts in columns, "" for none, line by line; gives where the next line stands."""
    for line in lines:
        for text, left in zip(line, columns, strict=False):
            canvas.drawString(left, top, text)
        top -= 14
    return top


def read_lines(
    lines: Sequence[Sequence[str]], columns: Sequence[float] = COLUMNS, after: str = TEXT
) -> Source:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(72, 714, TEXT)
        canvas.drawString(72, put(canvas, lines, columns, 700), after)

    return read_bytes(pdf(page), "a.pdf")


def cells(source: Source) -> dict[tuple[int, int], str]:
    """What each row and column holds, its lines joined."""
    found: dict[tuple[int, int], str] = {}
    for line in source.lines:
        if line.cell is not None:
            text = source.text[line.start : line.end]
            found[line.cell[1:]] = f"{found.get(line.cell[1:], '')} {text}".strip()
    return found


def test_text_in_columns_is_a_table() -> None:
    source = read_lines(ROWS)
    assert cells(source) == {
        (row, column): text for row, texts in enumerate(ROWS) for column, text in enumerate(texts)
    }
    outside = [line for line in source.lines if line.cell is None and line.end > line.start]
    assert [source.text[line.start : line.end] for line in outside] == [TEXT, TEXT]


def test_a_cell_goes_on_on_the_lines_below_its_row() -> None:
    lines = (*ROWS[:2], ("", "en over het grondwater", "", "of juni"), ROWS[2])
    found = cells(read_lines(lines))
    assert found[1, 1] == "Brief aan de minister over de bodem en over het grondwater"
    assert found[1, 3] == "mei of juni"
    assert found[2, 1] == "Plan voor het water"


def test_the_last_cell_may_wrap() -> None:
    lines = (*ROWS, ("", "en voor de bodem", "", ""))
    assert cells(read_lines(lines))[2, 1] == "Plan voor het water en voor de bodem"


def test_a_row_may_lack_a_cell_where_others_have_it() -> None:
    lines = (*ROWS, ("3", "Kaart bijwerken", "", "juli"), ("4", "Kosten ramen", "IPO", "mei"))
    found = cells(read_lines(lines))
    assert (3, 2) not in found
    assert (found[3, 1], found[3, 3], found[4, 1]) == ("Kaart bijwerken", "juli", "Kosten ramen")


def test_what_is_set_to_the_middle_of_its_row_is_of_that_row() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        put(canvas, [HEAD], COLUMNS, 740)
        for top, number, two in ((712, "1", "VNG"), (656, "2", "IPO"), (600, "3", "UvW")):
            row = (number, "sturen", two, "mei")
            put(canvas, [("", "Brief aan het Rijk"), row, ("", "over de bodem")], COLUMNS, top)

    found = cells(read_bytes(pdf(page), "a.pdf"))
    assert {found[row, 1] for row in (1, 2, 3)} == {"Brief aan het Rijk sturen over de bodem"}


def test_a_short_line_at_the_left_below_a_table_is_none_of_its_rows() -> None:
    assert "Ja" not in cells(read_lines(ROWS, after="Ja")).values()


@pytest.mark.parametrize(
    ("lines", "columns"),
    [
        pytest.param(ROWS[:2], COLUMNS, id="two lines"),
        pytest.param([row[:2] for row in ROWS * 2], (72, 300), id="two columns"),
        pytest.param([(TEXT[:33], TEXT[34:66], TEXT[:30])] * 5, (72, 240, 400), id="prose"),
        pytest.param(
            [("1", "Bodem", "2"), ("2", "Water", "4"), ("3", "Lucht", "9"), ("4", "Slot", "10")],
            (72, 100, 500),
            id="contents list",
        ),
        pytest.param([("•", "Wie", "VNG"), ("•", "Wat", "brief"), ("•", "Waar", "Zwolle")],
                     (72, 90, 200), id="list"),
        pytest.param([("een", "twee", "drie"), ("", "vier", ""), ("vijf", "", "")],
                     (72, 200, 400), id="one line of three"),
    ],
)  # fmt: skip
def test_what_is_no_table(lines: Sequence[Sequence[str]], columns: Sequence[float]) -> None:
    assert cells(read_lines(lines, columns)) == {}


def test_columns_that_do_not_stay_the_same_are_no_table() -> None:
    def page(canvas: Canvas) -> None:
        for i, row in enumerate(ROWS * 2):
            put(canvas, [row], [left + 6 * i for left in COLUMNS], 740 - 14 * i)

    assert cells(read_bytes(pdf(page), "a.pdf")) == {}


WORD = st.text("abcdefghijklmnop", min_size=1, max_size=9)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(st.one_of(WORD, st.just("")), min_size=2, max_size=4), max_size=8))
def test_no_character_is_lost(lines: list[list[str]]) -> None:
    source = read_lines(lines)
    told = Counter("".join(source.text.split()))
    assert told == Counter("".join((TEXT + TEXT).split())) + Counter("".join(map("".join, lines)))
