"""Boxes on a PDF page that something was blacked out with."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.lib.colors import Color, black, gray, lightgrey, red, white
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from notulist.reading import read_bytes
from notulist.reading.source import Source

Draw = Callable[[Canvas], None]


def read(*draws: Draw, rotation: int = 0) -> Source:
    """A page on which each of these draws."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    canvas.setPageRotation(rotation)
    for draw in draws:
        canvas.saveState()
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.restoreState()
    canvas.showPage()
    canvas.save()
    return read_bytes(buffer.getvalue(), "a.pdf")


def text(x: float, y: float, words: str) -> Draw:
    return lambda canvas: canvas.drawString(x, y, words)


def box(x: float, y: float, width: float, height: float, colour: Color = black) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(colour)
        canvas.rect(x, y, width, height, stroke=0, fill=1)

    return draw


def shown(source: Source) -> list[str]:
    """The lines that hold text, with a # for each redaction."""
    lines = []
    for line in source.lines:
        words = source.text[line.start : line.end]
        for place in reversed(line.redactions):
            words = f"{words[:place]}#{words[place:]}"
        lines += [words] if words else []
    return lines


BEFORE, AFTER = text(72, 700, "De heer"), text(180, 700, "vraagt uitstel.")
HOLE = (112, 697.5, 64, 10.5)


@pytest.mark.parametrize("colour", [black, white, gray, lightgrey])
def test_a_filled_box_between_words_is_a_redaction(colour: Color) -> None:
    assert shown(read(BEFORE, box(*HOLE, colour), AFTER)) == ["De heer #vraagt uitstel."]


def test_the_text_stays_as_it_is() -> None:
    assert read(BEFORE, box(*HOLE), AFTER).text == read(BEFORE, AFTER).text


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_may_lie_on_its_side(rotation: int) -> None:
    """The text of such a page isn't turned, and what is blacked out shows by the same measure."""
    source = read(BEFORE, box(*HOLE), AFTER, rotation=rotation)
    assert sum(len(line.redactions) for line in source.lines) == (1 if rotation == 180 else 0)


def test_a_box_may_open_or_end_a_line_and_the_box_of_the_line_holds_it() -> None:
    source = read(
        box(72, 697.5, 60, 10.5),
        text(135, 700, "vraagt uitstel aan"),
        box(222, 697.5, 50, 10.5),
    )
    assert shown(source) == ["#vraagt uitstel aan#"]
    line = source.lines[0]
    assert line.box is not None
    assert (line.box[0], line.box[2]) == pytest.approx((72, 272), abs=0.1)


def test_several_boxes_in_a_line_are_told_apart() -> None:
    source = read(
        text(72, 700, "Dhr."),
        box(95, 697.5, 40, 10.5),
        text(138, 700, "en mevr."),
        box(180, 697.5, 50, 10.5),
        text(233, 700, "(VNG)"),
    )
    assert shown(source) == ["Dhr. #en mevr. #(VNG)"]


def test_a_wide_box_keeps_its_line_whole() -> None:
    source = read(
        text(72, 700, "Het advies van"),
        box(142, 697.5, 250, 10.5),
        text(395, 700, "ligt er."),
    )
    assert shown(source) == ["Het advies van #ligt er."]


def test_a_box_behind_a_bullet_glyph_is_one() -> None:
    source = read(text(72, 700, "-"), box(84, 697.5, 60, 10.5), text(147, 700, "vraagt uitstel."))
    assert shown(source) == ["- #vraagt uitstel."]


def test_a_picture_of_one_colour_is_a_redaction() -> None:
    from PIL import Image

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (40, 8))), *HOLE)

    assert shown(read(BEFORE, draw, AFTER)) == ["De heer #vraagt uitstel."]


def test_a_picture_of_more_colours_is_none() -> None:
    from PIL import Image

    picture = Image.new("RGB", (40, 8))
    picture.putpixel((3, 3), (255, 255, 255))
    source = read(BEFORE, lambda canvas: canvas.drawImage(ImageReader(picture), *HOLE), AFTER)
    assert shown(source) == ["De heer vraagt uitstel."]


def test_a_box_in_a_form_is_a_redaction() -> None:
    """Redaction tools put a drawing of their own on the page, moved or scaled."""

    def draw(canvas: Canvas) -> None:
        canvas.beginForm("hole")
        canvas.rect(0, 0, 32, 5.25, stroke=0, fill=1)
        canvas.endForm()
        canvas.translate(HOLE[0], HOLE[1])
        canvas.scale(2, 2)
        canvas.doForm("hole")

    assert shown(read(BEFORE, draw, AFTER)) == ["De heer #vraagt uitstel."]


@pytest.mark.parametrize(
    ("kind", "inside", "found"),
    [("Redact", None, 1), ("Square", [0], 1), ("Square", None, 0), ("Highlight", [0], 0)],
)
def test_a_mark_of_a_redactor_is_one(kind: str, inside: list[int] | None, found: int) -> None:
    """An annotation; not a frame or a marker pen's stroke."""

    def draw(canvas: Canvas) -> None:
        x, y, width, height = HOLE
        rectangle = PDFArray([x, y, x + width, y + height])
        fields = {"Type": PDFName("Annot"), "Subtype": PDFName(kind), "Rect": rectangle}
        if inside is not None:
            fields["IC"] = PDFArray(inside)
        canvas._addAnnotation(PDFDictionary(fields))

    source = read(BEFORE, draw, AFTER)
    assert sum(len(line.redactions) for line in source.lines) == found


def test_a_code_in_its_box_is_no_redaction_of_its_own() -> None:
    """The code itself is marked with the words."""
    source = read(BEFORE, box(*HOLE, lightgrey), text(125, 700, "5.1.2e"), AFTER)
    assert shown(source) == ["De heer 5.1.2e vraagt uitstel."]


@pytest.mark.parametrize(
    "draws",
    [
        pytest.param([box(104, 697.5, 90, 10.5, lightgrey), BEFORE, AFTER], id="highlight"),
        pytest.param([BEFORE, AFTER, box(*HOLE, red)], id="coloured"),
        pytest.param([BEFORE, AFTER, box(72, 698, 170, 0.7)], id="underline"),
        pytest.param([BEFORE, AFTER, box(112, 699, 64, 2)], id="thick rule"),
        pytest.param([BEFORE, AFTER, box(140, 699, 5, 5)], id="small square"),
        pytest.param([BEFORE, AFTER, box(112, 660, 64, 80)], id="picture frame"),
        pytest.param([BEFORE, AFTER, box(112, 680, 64, 10.5)], id="another line"),
        pytest.param([BEFORE, AFTER, box(400, 697.5, 64, 10.5)], id="far away"),
        pytest.param(
            [BEFORE, AFTER, lambda canvas: canvas.rect(*HOLE, stroke=1, fill=0)], id="frame"
        ),
    ],
)
def test_what_is_drawn_otherwise_is_none(draws: list[Draw]) -> None:
    assert not any(line.redactions for line in read(*draws).lines)


@pytest.mark.parametrize("colour", [lightgrey, white])
@pytest.mark.parametrize("ruled", [True, False])
def test_a_shaded_empty_cell_is_none(colour: Color, ruled: bool) -> None:
    def table(canvas: Canvas) -> None:
        for row in range(4):
            for column in range(3):
                canvas.setFillColor(colour)
                place = 72 + 100 * column, 700 - 16 * row, 100, 16
                canvas.rect(*place, stroke=int(ruled), fill=1)
                canvas.setFillColor(black)
                if column != 1 or row == 0:
                    canvas.drawRightString(place[0] + 98, place[1] + 4, f"cel {row} {column}")

    source = read(table)
    assert "cel 3 2" in source.text
    assert not any(line.redactions for line in source.lines)


def test_a_lone_black_cell_of_a_ruled_table_is_none() -> None:
    def table(canvas: Canvas) -> None:
        canvas.grid([72, 172, 272, 372], [652, 668, 684, 700])
        for row in range(3):
            canvas.drawString(76, 656 + 16 * row, f"actie {row}")
            canvas.drawRightString(368, 656 + 16 * row, f"wie {row}")
            canvas.drawRightString(268, 656 + 16 * row, "open" if row else "")
        canvas.rect(172, 652, 100, 16, stroke=0, fill=1)

    assert not any(line.redactions for line in read(table).lines)
