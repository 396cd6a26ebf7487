"""PDF: lines as a reader sees them, with place and type, each character where pdfium has it."""

from __future__ import annotations

import pypdfium2
import pytest
import reportlab.pdfbase.ttfonts as ttfonts
from builders import grid, pdf, rows
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from notulist.errors import ReadError, notice
from notulist.reading import read_bytes
from notulist.reading.pdf_faces import Face, usual_face
from notulist.reading.source import Line, Source

WORDS = st.text("abcdefghij éë€–.,()-'\"1234567890ABC", min_size=1, max_size=40)


def read_pdf(*pages, **options) -> Source:
    return read_bytes(pdf(*pages, **options), "a.pdf")


def shown(source: Source) -> list[str]:
    return [source.text[line.start : line.end] for line in source.lines]


def line_of(source: Source, text: str) -> Line:
    return source.line_at(source.text.index(text))


def numbered(data: bytes) -> dict[tuple[int, int], str]:
    """Each character of a PDF by page and number, as pdfium gives them one by one."""
    found = {}
    document = pypdfium2.PdfDocument(data)
    for place in range(len(document)):
        page = document[place]
        textpage = page.get_textpage()
        for number in range(textpage.count_chars()):
            found[place + 1, number] = textpage.get_text_range(number, 1)
        textpage.close()
        page.close()
    document.close()
    return found


def glyph_by_glyph(*texts: str, pitch: float, size: float):
    """Draws each glyph apart, which on a narrow page makes pdfium see columns of glyphs."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        for place, text in enumerate(texts):
            x = 72.0
            for char in text:
                if char != " ":
                    canvas.drawString(x, 800 - place * pitch, char)
                x += canvas.stringWidth(char) * 1.05

    return draw


def test_each_line_of_each_page_is_a_line() -> None:
    source = read_pdf(rows("een twee", "drie"), rows("vier"))
    assert shown(source) == ["een twee", "drie", "vier"]
    assert [line.unit for line in source.lines] == [1, 1, 2]
    assert source.text == "een twee\ndrie\nvier\n"


def test_anchor_is_the_number_that_pdfium_gives() -> None:
    data = pdf(rows("een twee", "drie"), rows("vier"))
    source = read_bytes(data, "a.pdf")
    for offset, char in enumerate(source.text):
        if not char.isspace():
            assert numbered(data)[source.anchor(offset)] == char


@settings(deadline=None, max_examples=40)
@given(st.lists(WORDS, min_size=1, max_size=6))
def test_no_character_is_lost_or_moved(texts: list[str]) -> None:
    data = pdf(rows(*texts))
    if not "".join(texts).strip():
        with pytest.raises(ReadError, match="R03"):
            read_bytes(data, "a.pdf")
        return
    source, characters = read_bytes(data, "a.pdf"), numbered(data)
    wanted = [char for char in characters.values() if not char.isspace()]
    held = [i for line in source.lines for i in range(line.start, line.end)]
    assert [source.text[i] for i in held if not source.text[i].isspace()] == wanted
    assert {i for i, char in enumerate(source.text) if not char.isspace()} <= set(held)
    for offset in held:
        if not source.text[offset].isspace():
            assert characters[source.anchor(offset)] == source.text[offset]


def test_box_counts_in_points_from_the_top_left() -> None:
    line = read_pdf(rows("Hallo", top=742)).lines[0]
    assert line.box is not None
    left, top, right, bottom = line.box
    assert left == pytest.approx(72, abs=0.1)
    assert right == pytest.approx(72 + 22.8, abs=0.2)
    assert bottom == pytest.approx(100, abs=0.5)
    assert top == pytest.approx(100 - 7.2, abs=0.5)


def test_aligned_lines_have_the_same_left() -> None:
    source = read_pdf(rows("Voor", "met", "jan", "1e"))
    assert len({line.box[0] for line in source.lines if line.box}) == 1


def test_box_of_a_turned_page_is_that_of_the_page_as_shown() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(595, 0)
        canvas.rotate(90)
        canvas.drawString(100, 500, "Hallo")

    line = read_pdf(draw).lines[0]
    assert line.box is not None
    assert line.box[0] == pytest.approx(100, abs=1)
    assert line.box[3] == pytest.approx(95, abs=1)


def test_size_counts_the_scaling_in() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 800, "tien punten")
        canvas.scale(14, 14)
        canvas.setFont("Helvetica", 1)
        canvas.drawString(5, 40, "veertien punten")

    source = read_pdf(draw)
    assert line_of(source, "tien punten").size == 10
    assert line_of(source, "veertien").size == 14


def test_a_line_is_bold_when_most_of_its_letters_are() -> None:
    def draw(canvas: Canvas) -> None:
        for place, (bold, plain) in enumerate([("Besluit genomen", "ja"), ("Ja", "dat is zo")]):
            text = canvas.beginText(72, 800 - 20 * place)
            text.setFont("Helvetica-Bold", 10)
            text.textOut(bold + " ")
            text.setFont("Helvetica", 10)
            text.textOut(plain)
            canvas.drawText(text)

    source = read_pdf(draw)
    assert line_of(source, "Besluit").bold is True
    assert line_of(source, "dat is").bold is False


@pytest.mark.parametrize(
    ("name", "bold"),
    [
        ("Helvetica-Bold", True),
        ("ArialSemiBold-", True),
        ("Arial-Black-MT", True),
        ("Bookman-Demi--", True),
        ("AcademicaSerif", False),
        ("Helvetica-Book", False),
    ],
)
def test_a_font_is_bold_by_its_name(name: str, bold: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(72, 800, "Besluit")

    data = pdf(draw).replace(b"/Helvetica-Bold", b"/" + name.encode())
    assert read_bytes(data, "a.pdf").lines[0].bold is bold


def test_text_that_is_filled_and_stroked_is_bold() -> None:
    """Word's way for a font that has no bold."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 800, "Besluit", mode=2)
        canvas.drawString(72, 780, "gewoon", mode=0)

    assert [line.bold for line in read_pdf(draw).lines if line.size] == [True, False]


def test_most_letters_say_size_and_weight_each_by_itself() -> None:
    faces = [(Face(10, True), 4), (Face(10, False), 3), (Face(12, True), 5)]
    assert usual_face(faces) == Face(10, True)


@pytest.mark.parametrize(
    ("parts", "beginning"),
    [
        (["*Besluit:", " het plan gaat door."], "Besluit:"),
        (["2. ", "*Besluit", " (unaniem)"], None),
        (["*2. Besluit", " (unaniem)"], "2. Besluit"),
        (["• ", "*Besluit:", " het plan gaat door."], "• Besluit:"),
        (["*Besluit ", "“het plan gaat door”"], "Besluit"),
        (["*Besluit ", "*en actie", " samen"], "Besluit en actie"),
        (["Het ", "*besluit", " is genomen"], None),
        (["*Besluit"], None),
        (["*Besluit", "."], None),
        (["gewoon"], None),
    ],
)
def test_bold_to_is_where_the_bold_words_end_that_a_line_begins_with(
    parts: list[str], beginning: str | None
) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 800)
        for part in parts:
            text.setFont("Helvetica-Bold" if part.startswith("*") else "Helvetica", 10)
            text.textOut(part.removeprefix("*"))
        canvas.drawText(text)

    source = read_pdf(rows("een regel ervoor", top=820), draw)
    line = source.lines[-1]
    found = None if line.bold_to is None else source.text[line.start : line.bold_to]
    assert found == beginning


def underline(canvas: Canvas, text: str, left: float, baseline: float, below: float = 1.5) -> None:
    """Draws text with a line below it."""
    canvas.drawString(left, baseline, text)
    canvas.line(left, baseline - below, left + canvas.stringWidth(text), baseline - below)


def test_a_title_with_a_line_below_it_is_underlined() -> None:
    source = read_pdf(lambda canvas: underline(canvas, "Mededelingen", 72, 800), rows("gewoon"))
    assert [line.underlined for line in source.lines] == [True, False]


def test_a_title_underlined_word_by_word_is_underlined() -> None:
    def draw(canvas: Canvas) -> None:
        left = 72.0
        for word in ("Mededelingen", "van", "de", "voorzitter"):
            underline(canvas, word, left, 800)
            left += canvas.stringWidth(word) + 2

    assert [line.underlined for line in read_pdf(draw).lines] == [True]


def test_an_underlined_link_does_not_underline_the_line() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 800, "Lees meer op ")
        underline(canvas, "voorbeeld.nl", 72 + canvas.stringWidth("Lees meer op "), 800)

    assert [line.underlined for line in read_pdf(draw).lines] == [False]


def in_a_cell(canvas: Canvas) -> None:
    """The sides of each cell drawn apart, one as long as its text."""
    rows("in een cel")(canvas)
    grid(canvas, (70, 118), (820, 798))
    grid(canvas, (118, 400), (820, 798))


@pytest.mark.parametrize(
    "draw",
    [
        lambda canvas: underline(canvas, "te ver eronder", 72, 800, below=6),
        lambda canvas: underline(canvas, "doorgehaald", 72, 800, below=-3),
        lambda canvas: (canvas.drawString(72, 800, "kort"), canvas.line(72, 798, 500, 798)),
        in_a_cell,
    ],
    ids=["too far below", "struck through", "rule across the page", "side of a cell"],
)
def test_other_lines_do_not_underline(draw) -> None:
    assert [line.underlined for line in read_pdf(draw).lines] == [False]


def test_text_that_runs_up_the_page_is_one_line() -> None:
    def draw(canvas: Canvas) -> None:
        rows("Verslag")(canvas)
        canvas.translate(30, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "kenmerk van het stuk")

    assert shown(read_pdf(draw)) == ["Verslag", "", "kenmerk van het stuk"]


def test_a_hyphen_at_a_line_end_stays_as_pdfium_gives_it_and_ends_the_line() -> None:
    source = read_pdf(rows("de nieuwe huis-", "vesting is klaar"))
    assert shown(source) == ["de nieuwe huis\ufffe", "vesting is klaar"]


@pytest.mark.parametrize("apart", [18, 24, 60])
def test_an_empty_line_stands_between_paragraphs(apart: float) -> None:
    def draw(canvas: Canvas) -> None:
        rows("een", "twee", "drie")(canvas)
        rows("vier", "vijf", top=776 - apart)(canvas)

    assert shown(read_pdf(draw)) == ["een", "twee", "drie", "", "vier", "vijf"]


@pytest.mark.parametrize("pitch", [11, 12, 15, 20])
def test_no_empty_line_within_evenly_spaced_text(pitch: float) -> None:
    assert "" not in shown(read_pdf(rows("een", "twee", "drie", "vier", pitch=pitch)))


def test_white_space_alone_is_no_line() -> None:
    source = read_pdf(rows("een", "twee", "drie", "   ", "vier"))
    assert shown(source) == ["een", "twee", "drie", "", "vier"]


@pytest.mark.parametrize(
    ("texts", "pitch", "size"),
    [
        (["- een, al"] * 60, 12, 11),
        (["o Jan lg", "- Piet"] * 30, 8, 11),
    ],
)
def test_a_visual_line_that_pdfium_breaks_up_is_one_line(
    texts: list[str], pitch: float, size: float
) -> None:
    data = pdf(glyph_by_glyph(*texts, pitch=pitch, size=size))
    source = read_bytes(data, "a.pdf")
    assert shown(source) == texts
    assert any(line.skips for line in source.lines), "pdfium broke nothing up: test another text"
    for offset, char in enumerate(source.text):
        if not char.isspace():
            assert numbered(data)[source.anchor(offset)] == char


def test_characters_that_pdfium_numbers_otherwise_keep_their_anchors(monkeypatch) -> None:
    """One past U+FFFF has two numbers, an unmapped glyph has one and no character."""
    made = ttfonts.makeToUnicodeCMap

    def broken(*arguments) -> str:
        cmap = made(*arguments)
        return cmap.replace("<0078>", "<D83DDE00>").replace("<0079>", "<0000>")

    monkeypatch.setattr(ttfonts, "makeToUnicodeCMap", broken)
    pdfmetrics.registerFont(ttfonts.TTFont("Vera", "Vera.ttf"))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Vera", 10)
        canvas.drawString(72, 800, "een x en y dan")

    data = pdf(draw)
    source = read_bytes(data, "a.pdf")
    assert source.text.split() == ["een", "\U0001f600", "en", "dan"]
    characters = numbered(data)
    for offset, char in enumerate(source.text):
        if char.isalpha():
            assert characters[source.anchor(offset)] == char


def test_a_scan_is_an_error_that_advises_ocr() -> None:
    with pytest.raises(ReadError, match="--ocr") as error:
        read_pdf(lambda canvas: canvas.rect(100, 100, 300, 300), lambda canvas: None)
    assert (error.value.code, error.value.values["pages"]) == ("R03", 2)


def test_a_page_without_text_is_a_warning() -> None:
    source = read_pdf(rows("een"), lambda canvas: canvas.rect(1, 1, 9, 9), rows("drie"))
    assert source.warnings == (notice("W01", pages="2"),)
    assert [line.unit for line in source.lines] == [1, 3]


def test_a_password_is_an_error() -> None:
    with pytest.raises(ReadError) as error:
        read_pdf(rows("geheim"), encrypt="wachtwoord")
    assert error.value.code == "R04"


@pytest.mark.parametrize("kept", [0.3, 0.7, 0.95])
def test_a_cut_off_file_is_an_error(kept: float) -> None:
    data = pdf(*(rows(*["gewone tekst"] * 40) for _ in range(9)), pageCompression=0)
    with pytest.raises(ReadError) as error:
        read_bytes(data[: int(kept * len(data))], "a.pdf")
    assert error.value.code == "R05"
