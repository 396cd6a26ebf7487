"""Provenance: every bullet tells where it stands, and a picture shows it there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from spacy.language import Language

import notulist
from notulist.export.picture import FRAME, framed, scale_of, write_pictures
from notulist.provenance import (
    box_text,
    frames,
    lines_within,
    place_of,
    remark_lines,
    surroundings,
)
from notulist.reading.source import Line, Source, from_text
from notulist.records import Row, to_rows

MINUTES = Path(__file__).parents[1] / "data" / "sample" / "minutes"
PDFS = sorted(MINUTES.glob("*.pdf"))
CUT = "VNG vindt de grens van vijf jaar"  # a bullet that goes on behind the page's footer
TEXT = "1. Opening\n\n- De VNG vraagt\n  uitstel.\n- Akkoord.\n"


def page(*texts: str, unit: int = 1, start: int = 0) -> list[Line]:
    """Lines of a PDF page below each other, each ten points high and as wide as its text."""
    lines = []
    for place, text in enumerate(texts):
        top = 100.0 + 12 * place
        box = (72.0, top, 72.0 + 5 * len(text), top + 10)
        lines.append(Line(start, start + len(text), unit, start, box=box))
        start += len(text) + 1
    return lines


def rows_of(path: Path, splitter: Language) -> list[Row]:
    return to_rows(splitter(notulist.read(path)))  # type: ignore[arg-type]  # MinutesDutch


def squashed(text: str) -> str:
    """Letters and digits alone: signs may be mended in the clean text."""
    return re.sub(r"[\W_]", "", text)


def test_a_bullet_of_a_text_has_the_line_that_an_editor_shows() -> None:
    source = from_text(TEXT)
    place = place_of(source, remark_lines(source), TEXT.index("Akkoord"), len(TEXT) - 1)
    assert (place.line, place.page, place.box, place.paragraph) == (5, None, None, None)


def test_a_box_is_around_all_lines_of_the_bullet() -> None:
    lines = page("een regel", "en een langere", "kort")
    source = Source("a.pdf", "een regel\nen een langere\nkort\n", tuple(lines), "", "pdf")
    place = place_of(source, lines, 0, 29)
    assert (place.page, place.box) == (1, (72.0, 100.0, 142.0, 134.0))


def test_a_box_is_of_the_first_page_and_frames_are_of_each() -> None:
    lines = page("begin") + page("slot", unit=2, start=6)
    source = Source("a.pdf", "begin\nslot\n", tuple(lines), "", "pdf")
    assert place_of(source, lines, 0, 10).box == lines[0].box
    assert frames(lines, 0, 10) == {1: [lines[0].box], 2: [lines[1].box]}


@pytest.mark.parametrize(
    ("start", "end", "within"),
    [(0, 3, [0]), (0, 4, [0]), (4, 6, [1]), (2, 9, [0, 1, 2]), (3, 4, [])],
)
def test_lines_within_are_those_that_share_a_character(
    start: int, end: int, within: list[int]
) -> None:
    lines = page("abc", "def", "ghi")
    assert lines_within(lines, start, end) == [lines[place] for place in within]


@pytest.mark.parametrize(
    ("box", "text"),
    [
        (None, None),
        ((72.0, 100.25, 500.0, 112.98), "72.0,100.2,500.0,113.0"),
        ((100.0, 200.0, 300.0, 400.0), "100.0,200.0,300.0,400.0"),
    ],
)
def test_a_box_in_a_cell_is_never_one_number(
    box: tuple[float, float, float, float] | None, text: str | None
) -> None:
    assert box_text(box) == text


@pytest.mark.parametrize(
    ("name", "has"),
    [
        ("*.pdf", {"page", "box"}),
        ("*.docx", {"paragraph"}),
        ("*.txt", {"line"}),
        ("*.md", {"line"}),
    ],
)
def test_each_format_fills_the_columns_that_it_has(
    splitter: Language, name: str, has: set[str]
) -> None:
    for path in MINUTES.glob(name):
        for row in rows_of(path, splitter):
            columns = ("page", "box", "paragraph", "line")
            assert {name for name in columns if getattr(row, name) is not None} == has


def test_a_paragraph_is_counted_from_one_as_the_document_has_them(splitter: Language) -> None:
    import docx
    from docx.oxml.ns import qn

    path = next(MINUTES.glob("*.docx"))
    body = docx.Document(str(path)).element.body
    paragraphs = [p.xpath("string(.)") for p in body.iter(qn("w:p"))]
    for row in rows_of(path, splitter):
        assert row.paragraph is not None
        assert squashed(row.text).startswith(squashed(paragraphs[row.paragraph - 1])[:40])


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name)
def test_the_text_in_the_frames_is_the_bullet(splitter: Language, path: Path) -> None:
    source = notulist.read(path)
    doc = splitter(source)  # type: ignore[arg-type]
    lines = remark_lines(source)
    document = pypdfium2.PdfDocument(path.read_bytes())
    for bullet, row in zip(doc.spans["bullets"], to_rows(doc), strict=True):
        found = ""
        for number, boxes in frames(lines, row.start, row.end).items():
            text, height = document[number - 1].get_textpage(), document[number - 1].get_height()
            for left, top, right, bottom in boxes:
                found += text.get_text_bounded(left - 1, height - bottom, right + 1, height - top)
        assert squashed(found) == squashed(bullet._.marker + row.text)


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name)
def test_frames_are_drawn_around_ink(splitter: Language, path: Path) -> None:
    lines = remark_lines(notulist.read(path))
    document = pypdfium2.PdfDocument(path.read_bytes())
    for row in rows_of(path, splitter):
        for number, boxes in frames(lines, row.start, row.end).items():
            shown = document[number - 1]
            picture, scale = framed(shown, boxes), scale_of(shown)
            for left, top, right, bottom in boxes:
                inside = picture.crop(tuple(round(v * scale) for v in (left, top, right, bottom)))
                dark = inside.convert("L").point(lambda value: 255 * (value < 100))
                ink = dark.getbbox()
                assert ink is not None
                # The ink fills the box: a frame of the wrong line or of too much doesn't fit.
                assert ink[0] <= 4 * scale
                assert inside.width - ink[2] <= 4 * scale
                assert ink[3] - ink[1] >= 0.8 * inside.height
                edge = picture.getpixel((round((left + right) / 2 * scale), _edge(top, scale)))
                assert edge == FRAME


def _edge(top: float, scale: float) -> int:
    """A pixel of the upper edge of the frame around a box."""
    return round((top - 2) * scale)


def test_a_bullet_over_two_pages_gives_two_pictures(splitter: Language, tmp_path: Path) -> None:
    path = MINUTES / "lrt-2024-03-07.pdf"
    (row,) = (row for row in rows_of(path, splitter) if row.text.startswith(CUT))
    boxes = frames(remark_lines(notulist.read(path)), row.start, row.end)
    written = write_pictures(path.read_bytes(), boxes, tmp_path / "uit.png")
    assert written == {1: tmp_path / "uit-1.png", 2: tmp_path / "uit-2.png"}
    assert sorted(tmp_path.iterdir()) == sorted(written.values())


def test_page_furniture_inside_a_bullet_is_none_of_it(splitter: Language) -> None:
    path = MINUTES / "lrt-2024-03-07.pdf"
    source = notulist.read(path)
    (row,) = (row for row in rows_of(path, splitter) if row.text.startswith(CUT))
    shown = surroundings(source, row.start, row.end, 0)
    assert squashed("".join(line.own for line in shown)) == squashed(row.text)
    (footer,) = (line for line in shown if line.before.startswith("Pagina"))
    assert not footer.own


def test_surroundings_are_lines_with_text_and_the_empty_ones_between() -> None:
    source = from_text(TEXT)
    start, end = TEXT.index("De VNG"), TEXT.index("uitstel.") + len("uitstel.")
    shown = surroundings(source, start, end, 1)
    assert [(line.number, line.before, line.own) for line in shown] == [
        (1, "1. Opening", ""),
        (2, "", ""),
        (3, "- ", "De VNG vraagt"),
        (4, "", "  uitstel."),
        (5, "- Akkoord.", ""),
    ]


@pytest.mark.parametrize("context", [0, 1, 9, 100])
def test_surroundings_end_where_the_document_does(
    split: Callable[[str], object], context: int
) -> None:
    shown = surroundings(from_text("- Akkoord."), 2, 10, context)
    assert [(line.before, line.own, line.after) for line in shown] == [("- ", "Akkoord.", "")]
