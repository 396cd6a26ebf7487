"""Lines of a page in the order they are read, where they were drawn in another."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from builders import grid, pdf
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from notulist.reading import read_bytes
from notulist.reading.pdf_order import in_reading_order
from notulist.reading.pdf_rows import Row

Drawing = Callable[[Canvas], None]


def texts(*parts: Drawing) -> list[str]:
    """The lines of a page on which these parts are drawn one after the other."""

    def page(canvas: Canvas) -> None:
        for part in parts:
            part(canvas)

    source = read_bytes(pdf(page), "a.pdf")
    return [source.text[line.start : line.end] for line in source.lines if line.end > line.start]


def block(*lines: str, left: float = 72, top: float = 700) -> Drawing:
    def draw(canvas: Canvas) -> None:
        for place, text in enumerate(lines):
            canvas.drawString(left, top - 12 * place, text)

    return draw


TITLE = block("Verslag van het overleg", top=800)
BODY = block("De leden bespreken de stand van zaken.", "Daarna sluit het overleg.")
FOOTER = block("Pagina 1 van 3", top=40)
LEFT = block("links boven aan de bladzijde", "links onder")
RIGHT = block("rechts boven aan de bladzijde", "rechts onder", left=320)


@pytest.mark.parametrize(
    "parts",
    [
        (TITLE, BODY, FOOTER),
        (FOOTER, TITLE, BODY),
        (TITLE, FOOTER, BODY),
        (BODY, TITLE, FOOTER),
        (FOOTER, BODY, TITLE),
        (BODY, FOOTER, TITLE),
    ],
)
def test_what_stands_above_comes_first_however_the_page_was_drawn(
    parts: tuple[Drawing, ...],
) -> None:
    assert texts(*parts) == [
        "Verslag van het overleg",
        "De leden bespreken de stand van zaken.",
        "Daarna sluit het overleg.",
        "Pagina 1 van 3",
    ]


def test_a_note_beside_a_gap_of_a_column_cuts_nothing() -> None:
    column = block("boven de foto aan de bladzijde", *[""] * 9, "onder de foto")
    note = block("bijschrift", left=320, top=650)
    assert texts(column, note) == ["boven de foto aan de bladzijde", "onder de foto", "bijschrift"]


def test_columns_stay_as_drawn() -> None:
    left = ["links boven aan de bladzijde", "links onder"]
    right = ["rechts boven aan de bladzijde", "rechts onder"]
    assert texts(LEFT, RIGHT) == left + right
    assert texts(RIGHT, LEFT) == right + left


def test_a_title_over_two_columns_comes_before_both() -> None:
    wide = block("Een titel die over beide kolommen heen loopt, van links tot rechts", top=800)
    assert texts(LEFT, RIGHT, wide)[0].startswith("Een titel")


def test_a_footer_drawn_first_comes_behind_both_columns() -> None:
    wide = block("Een voettekst die onder beide kolommen door loopt, van links af", top=40)
    assert texts(wide, LEFT, RIGHT)[-1].startswith("Een voettekst")
    assert texts(wide, LEFT, RIGHT)[:-1] == texts(LEFT, RIGHT)


def test_a_table_drawn_after_what_stands_below_it_comes_before_it() -> None:
    def table(canvas: Canvas) -> None:
        grid(canvas, (70, 200, 400), (780, 760, 740))
        block("actie", "wie", top=766)(canvas)
        block("wanneer", left=205, top=746)(canvas)

    below = "De leden bespreken de stand van zaken."
    assert texts(BODY, table).index(below) > texts(BODY, table).index("wanneer")


def test_a_line_a_little_higher_than_the_last_goes_on() -> None:
    """As an exponent or another font does."""
    parts = (block("vier", top=700), block("vijf", left=300, top=701), block("zes", top=688))
    assert " ".join(texts(*parts)) == "vier vijf zes"


def row(text: str, left: float, baseline: float, cell: tuple[int, int, int] | None = None) -> Row:
    box = (left, baseline - 7, left + 100, baseline)
    return Row(text, range(len(text)), box, baseline, 10, False, cell)


ROWS = st.lists(
    st.builds(
        row,
        st.text("abc", min_size=1, max_size=3),
        st.sampled_from([0, 50, 200, 400]),
        st.integers(10, 800),
        st.none() | st.tuples(st.integers(0, 2), st.just(0), st.just(0)),
    ),
    max_size=25,
)


@given(ROWS)
def test_no_row_is_lost_or_made_up(rows: list[Row]) -> None:
    assert sorted(map(id, in_reading_order(rows))) == sorted(map(id, rows))


@given(ROWS)
def test_what_was_drawn_from_top_to_bottom_stays(rows: list[Row]) -> None:
    downwards = sorted((one for one in rows if one.cell is None), key=lambda one: one.baseline)
    assert in_reading_order(downwards) == downwards


@given(st.lists(st.integers(0, 40), unique=True, max_size=12))
def test_lines_of_one_column_drawn_from_bottom_to_top_are_turned(places: list[int]) -> None:
    upwards = [row("x", 0, 20 * place) for place in sorted(places, reverse=True)]
    ordered = in_reading_order(upwards)
    assert all(above.baseline < below.baseline for above, below in pairwise(ordered))
