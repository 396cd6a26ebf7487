"""Tables of a PDF: cells by the lines drawn around them, read one after the other."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

import pypdfium2
import pytest
from builders import grid, pdf
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from notulist.reading import read_bytes
from notulist.reading.pdf_tables import Rule, page_tables
from notulist.reading.source import Source

NORMAL = getSampleStyleSheet()["Normal"]
COLUMNS = (70, 200, 400)
ROWS = (760, 730, 700)
WORDS = (("een", "twee"), ("drie", "vier"))
IN_CELLS = [("een", 0, 0), ("twee", 0, 1), ("drie", 1, 0), ("vier", 1, 1)]


def read_pdf(*pages: Callable[[Canvas], object]) -> Source:
    return read_bytes(pdf(*pages), "a.pdf")


def document(*parts: Flowable) -> Source:
    """A Source of what reportlab sets by itself."""
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer).build(list(parts))
    return read_bytes(buffer.getvalue(), "a.pdf")


def told(source: Source) -> list[tuple[str, tuple[int, int, int] | None]]:
    """Each line that holds text, with its cell."""
    lines = (line for line in source.lines if line.end > line.start)
    return [(source.text[line.start : line.end], line.cell) for line in lines]


def placed(source: Source) -> list[tuple[str, int, int] | str]:
    """The same with row and column alone, for a file with one table."""
    return [(text, *cell[1:]) if cell else text for text, cell in told(source)]


def write(canvas: Canvas, words: Sequence[Sequence[str]] = WORDS) -> None:
    """Words in the cells of COLUMNS and ROWS, row by row."""
    for texts, top in zip(words, ROWS, strict=False):
        for text, left in zip(texts, COLUMNS, strict=False):
            canvas.drawString(left + 5, top - 20, text)


def test_a_full_grid_is_read_cell_by_cell() -> None:
    cells = [[Paragraph(f"{word} " * 30, NORMAL) for word in row] for row in WORDS]
    table = Table(cells, colWidths=[120, 200], style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
    source = document(Paragraph("Ervoor", NORMAL), table, Paragraph("Erna", NORMAL))
    lines = told(source)
    assert (lines[0], lines[-1]) == (("Ervoor", None), ("Erna", None))
    found = [(text.split()[0], *cell[1:]) for text, cell in lines[1:-1] if cell]
    assert list(dict.fromkeys(found)) == IN_CELLS
    assert len(found) == len(lines) - 2 > 4, "each cell holds more than one line"
    assert found == sorted(found, key=IN_CELLS.index)


def lines_as_rectangles(canvas: Canvas) -> None:
    """As Word draws them."""
    for x in COLUMNS:
        canvas.rect(x, 700, 0.5, 60, stroke=0, fill=1)
    for y in ROWS:
        canvas.rect(70, y, 330, 0.5, stroke=0, fill=1)


def frames(canvas: Canvas) -> None:
    """A frame around each cell."""
    for left, right in pairwise(COLUMNS):
        for top in (760, 730):
            canvas.rect(left, top - 30, right - left, 30)


def pieces(canvas: Canvas) -> None:
    """The sides of each cell apart."""
    for left, right in pairwise(COLUMNS):
        for top in (760, 730):
            grid(canvas, (left, right), (top, top - 30))


def no_outer_lines(canvas: Canvas) -> None:
    canvas.line(200, 700, 200, 760)
    canvas.line(70, 730, 400, 730)
    canvas.line(70, 759, 400, 759)


def no_sides(canvas: Canvas) -> None:
    canvas.line(200, 700, 200, 760)
    for y in ROWS:
        canvas.line(70, y, 400, y)


def double_lines(canvas: Canvas) -> None:
    grid(canvas, (*COLUMNS, *(x + 2 for x in COLUMNS)), (*ROWS, *(y - 2 for y in ROWS)))


@pytest.mark.parametrize(
    "draw", [lines_as_rectangles, frames, pieces, no_outer_lines, no_sides, double_lines]
)
def test_lines_make_a_table_however_they_are_drawn(draw: Callable[[Canvas], None]) -> None:
    def page(canvas: Canvas) -> None:
        draw(canvas)
        write(canvas)

    assert placed(read_pdf(page)) == IN_CELLS


@pytest.mark.parametrize("tenths", range(0, 30, 2))
def test_pieces_of_a_line_need_not_be_level(tenths: int) -> None:
    """Wherever on the page: the right half stands a little higher than the left one."""

    def page(canvas: Canvas) -> None:
        canvas.translate(0, tenths / 10)
        for x in COLUMNS:
            canvas.line(x, 700, x, 760)
        for y in ROWS:
            canvas.line(200, y + 0.3, 400, y + 0.3)
            canvas.line(70, y, 200, y)
        write(canvas)

    assert placed(read_pdf(page)) == IN_CELLS


def test_a_grid_may_be_one_path() -> None:
    def page(canvas: Canvas) -> None:
        canvas.grid(COLUMNS, sorted(ROWS))
        write(canvas)

    assert placed(read_pdf(page)) == IN_CELLS


def test_a_table_on_a_page_that_lies_on_its_side() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(595, 0)
        canvas.rotate(90)
        canvas.translate(0, -300)
        grid(canvas, COLUMNS, ROWS)
        write(canvas)

    assert placed(read_pdf(page)) == IN_CELLS


def test_a_cell_over_several_columns_counts_as_the_first() -> None:
    def page(canvas: Canvas) -> None:
        grid(canvas, (70, 400), ROWS)
        canvas.line(200, 700, 200, 730)
        write(canvas, [["een", "ook een"], ["drie", "vier"]])

    assert placed(read_pdf(page)) == [
        ("een ook een", 0, 0),
        ("drie", 1, 0),
        ("vier", 1, 1),
    ]


@pytest.mark.parametrize("height", [9, 12, 30])
def test_a_cell_over_several_rows_counts_as_the_first(height: float) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", min(0.8 * height, 10))
        for x in COLUMNS:
            canvas.line(x, 700, x, 700 + 3 * height)
        for place in range(4):
            canvas.line(
                70 if place in (0, 3) else 200, 700 + place * height, 400, 700 + place * height
            )
        for place, text in enumerate(["boven", "midden", "onder"]):
            baseline = 700 + (2.3 - place) * height
            canvas.drawString(75, baseline, f"links {text}")
            canvas.drawString(205, baseline, f"rechts {text}")

    assert placed(read_pdf(page)) == [
        *((f"links {text}", 0, 0) for text in ("boven", "midden", "onder")),
        *((f"rechts {text}", row, 1) for row, text in enumerate(("boven", "midden", "onder"))),
    ]


def test_a_table_goes_on_as_another_on_the_next_page() -> None:
    head = [Paragraph(word, NORMAL) for word in ("Actie", "Wie", "Wanneer")]
    rows = [[Paragraph(f"stap {i} " * 12, NORMAL), f"lid {i}", "mei"] for i in range(40)]
    table = Table(
        [head, *rows],
        colWidths=[200, 100, 80],
        style=[("GRID", (0, 0), (-1, -1), 0.5, "black")],
        repeatRows=1,
    )
    source = document(Spacer(1, 400), table)
    tables = {line.unit: line.cell[0] for line in source.lines if line.cell}
    assert len(tables) > 2
    assert list(tables.values()) == list(range(len(tables)))
    members = [(text, cell[2]) for text, cell in told(source) if cell and text.startswith("lid")]
    assert members == [(f"lid {i}", 1) for i in range(40)]
    heads = [cell for text, cell in told(source) if text == "Wanneer"]
    assert heads == [(table, 0, 2) for table in tables.values()]


def test_every_table_has_a_number_of_its_own_also_after_an_empty_one() -> None:
    def page(canvas: Canvas) -> None:
        grid(canvas, COLUMNS, ROWS)
        write(canvas)

    def page_with_another(canvas: Canvas) -> None:
        grid(canvas, COLUMNS, (820, 800, 780))
        page(canvas)

    cells = [cell[0] for _, cell in told(read_pdf(page_with_another, page)) if cell]
    assert len(set(cells)) == 2
    assert cells == sorted(cells)


def test_text_is_cut_where_it_runs_on_in_another_cell() -> None:
    """pdfium gives what is near on one line as one stretch."""

    def page(canvas: Canvas) -> None:
        grid(canvas, COLUMNS, ROWS)
        wide = canvas.stringWidth("tot aan de rand")
        canvas.drawString(198 - wide, 740, "tot aan de rand")
        canvas.drawString(202, 740, "en verder")
        canvas.drawString(75, 710, "drie")

    lines = [("tot aan de rand", 0, 0), ("en verder", 0, 1), ("drie", 1, 0)]
    assert placed(read_pdf(page)) == lines


def test_a_word_belongs_to_the_cell_that_holds_its_middle() -> None:
    def page(canvas: Canvas) -> None:
        grid(canvas, COLUMNS, ROWS)
        canvas.drawString(75, 740, "een")
        canvas.drawString(196, 740, "rechts")
        canvas.drawString(75, 710, "drie")
        canvas.drawString(384, 710, "voorbij")

    lines = [("een", 0, 0), ("rechts", 0, 1), ("drie", 1, 0), ("voorbij", 1, 1)]
    assert placed(read_pdf(page)) == lines


@pytest.mark.xfail(
    strict=True, reason="pdfium takes characters that stand straight below each other for one line"
)
def test_cells_of_one_character_stay_apart_where_a_column_is_drawn_at_once() -> None:
    def page(canvas: Canvas) -> None:
        grid(canvas, COLUMNS, ROWS)
        for left, texts in ((75, ("een", "drie")), (205, ("x", "y"))):
            for text, top in zip(texts, ROWS, strict=False):
                canvas.drawString(left, top - 20, text)

    assert placed(read_pdf(page)) == [("een", 0, 0), ("x", 0, 1), ("drie", 1, 0), ("y", 1, 1)]


def test_the_lines_of_a_cell_stay_together_where_rows_are_drawn_across() -> None:
    def page(canvas: Canvas) -> None:
        grid(canvas, COLUMNS, (760, 700))
        for place, (left, right) in enumerate([("eerste", "tweede"), ("van links", "van rechts")]):
            canvas.drawString(75, 740 - 12 * place, left)
            canvas.drawString(205, 740 - 12 * place, right)

    assert [text for text, _ in told(read_pdf(page))] == [
        "eerste",
        "van links",
        "tweede",
        "van rechts",
    ]


def frame(canvas: Canvas) -> None:
    canvas.rect(70, 700, 330, 60)


def box_of_one_column(canvas: Canvas) -> None:
    grid(canvas, (70, 400), ROWS)


def axes(canvas: Canvas) -> None:
    canvas.line(70, 700, 70, 760)
    canvas.line(70, 700, 400, 700)


def bars(canvas: Canvas) -> None:
    for place in range(5):
        canvas.rect(70 + 60 * place, 700, 40, 20 + 8 * place, fill=1)


def boxes_with_arrows(canvas: Canvas) -> None:
    for left in (70, 200):
        canvas.rect(left, 700, 60, 60)
    canvas.line(140, 730, 190, 730)


def rules_above_and_below(canvas: Canvas) -> None:
    for y in ROWS:
        canvas.line(70, y, 400, y)


def slanted(canvas: Canvas) -> None:
    for x in COLUMNS:
        canvas.line(x, 700, x + 50, 760)
    for y in ROWS:
        canvas.line(70, y, 400, y + 20)


def curves(canvas: Canvas) -> None:
    for left in COLUMNS:
        canvas.bezier(left, 700, left + 60, 700, left + 60, 760, left + 130, 760)


def star(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.moveTo(70, 700)
    for x, y in ((235, 760), (400, 700), (70, 740), (400, 740), (70, 700), (235, 700), (235, 760)):
        path.lineTo(x, y)
    canvas.drawPath(path)


def put_on_the_page_as_a_whole(canvas: Canvas) -> None:
    canvas.beginForm("tekening")
    grid(canvas, COLUMNS, ROWS)
    canvas.endForm()
    canvas.doForm("tekening")


@pytest.mark.parametrize(
    "draw",
    [
        frame,
        box_of_one_column,
        axes,
        bars,
        boxes_with_arrows,
        rules_above_and_below,
        slanted,
        curves,
        star,
        put_on_the_page_as_a_whole,
    ],
)
def test_a_drawing_is_no_table(draw: Callable[[Canvas], None]) -> None:
    def page(canvas: Canvas) -> None:
        draw(canvas)
        write(canvas)

    assert {line.cell for line in read_pdf(page).lines} == {None}


def test_a_page_of_thousands_of_lines_is_a_drawing() -> None:
    few = [Rule(float(at), 0, 300) for at in range(0, 300, 20)]
    assert len(page_tables(few, few)) == 1
    assert page_tables(few * 200, few * 200) == []


def test_tables_come_from_the_top() -> None:
    across = [Rule(at, 0, 100) for at in (500, 520, 540, 100, 120, 140)]
    down = [Rule(at, *ends) for at in (0, 50, 100) for ends in ((500, 540), (100, 140))]
    assert [table.bands for table in page_tables(across, down)] == [
        (100, 120, 140),
        (500, 520, 540),
    ]


@pytest.mark.parametrize(
    ("x", "y", "cell"),
    [
        (10, 10, (0, 0)),
        (90, 30, (1, 1)),
        (10, 41, None),
        (110, 10, None),
        (102, 10, (0, 1)),  # on the right outer line
        (-2, 10, (0, 0)),  # on the left one
    ],
)
def test_a_point_lies_in_a_cell(x: float, y: float, cell: tuple[int, int] | None) -> None:
    (table,) = page_tables(
        [Rule(at, 0, 100) for at in (0, 20, 40)], [Rule(at, 0, 40) for at in (0, 50, 100)]
    )
    assert table.cell(x, y) == cell


WORD = st.text("abcdefghijklmnop", min_size=2, max_size=5)


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_no_character_is_lost_and_each_word_is_in_its_cell(data: st.DataObject) -> None:
    """Whatever the cells hold and in whichever order they are drawn."""
    columns = [70 + 100 * i for i in range(data.draw(st.integers(3, 5)))]
    bands = [800 - 40 * i for i in range(data.draw(st.integers(2, 5)))]
    places = [
        (r, c, n) for r in range(len(bands) - 1) for c in range(len(columns) - 1) for n in (0, 1)
    ]
    words = {place: data.draw(WORD) for place in data.draw(st.permutations(places))}

    def page(canvas: Canvas) -> None:
        grid(canvas, columns, bands)
        for (row, column, part), word in words.items():
            canvas.drawString(columns[column] + 5 + 48 * part, bands[row] - 25, word)

    made = pdf(page)
    source = read_bytes(made, "a.pdf")
    with pypdfium2.PdfDocument(made) as opened:
        raw = opened[0].get_textpage().get_text_range()
    assert Counter("".join(source.text.split())) == Counter("".join(raw.split()))
    found: dict[tuple[int, int], str] = {}
    for text, cell in told(source):
        assert cell is not None
        found[cell[1:]] = found.get(cell[1:], "") + "".join(text.split())
    assert {cell: Counter(text) for cell, text in found.items()} == {
        (row, column): Counter(words[row, column, 0] + words[row, column, 1])
        for row, column, _ in words
    }
