"""Where a character stands in the file itself, and back to where it stands in the text."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from notulist.corpus.anchors import Mark, by_unit, digest, mark, offset_of
from notulist.reading import Source, read_bytes
from notulist.reading.source import Line, from_text

WORD = st.text("abcdefghij é€-.", min_size=1, max_size=6)


def astray(source: Source) -> list[tuple[str, tuple[int, int]]]:
    """The characters, white space aside, whose anchor doesn't lead back to them."""
    units = by_unit(source.lines)
    return [
        (char, source.anchor(offset))
        for offset, char in enumerate(source.text)
        if not char.isspace() and offset_of(units, source.anchor(offset)) != offset
    ]


def pdf(*pages: Sequence[tuple[float, float, str]], table: bool = False) -> Source:
    """A Source of pages on which texts were drawn at these places; in a table of 3 by 3."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    for page in pages:
        canvas.setFont("Helvetica", 10)
        for place in range(4 if table else 0):
            canvas.line(70 + 150 * place, 700, 70 + 150 * place, 790)
            canvas.line(70, 700 + 30 * place, 520, 700 + 30 * place)
        for left, baseline, text in page:
            canvas.drawString(left, baseline, text)
        canvas.showPage()
    canvas.save()
    return read_bytes(buffer.getvalue(), "a.pdf")


@given(st.text("ab \t\n\r\f\v€\U0001f600", max_size=60))
def test_anchors_of_text_lead_back(text: str) -> None:
    assert astray(from_text(text)) == []


@settings(deadline=None, max_examples=20)
@given(st.lists(st.text("ab \t\n", min_size=1, max_size=12), min_size=1, max_size=5))
def test_anchors_of_word_lead_back(paragraphs: list[str]) -> None:
    document = docx.Document()
    document.add_paragraph("vooraf")
    for text in paragraphs:
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    assert astray(read_bytes(buffer.getvalue(), "a.docx")) == []


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.integers(70, 450), st.integers(60, 80), WORD), max_size=12),
    st.booleans(),
)
def test_anchors_of_a_pdf_lead_back_in_whatever_order_it_was_drawn(
    drawn: list[tuple[int, int, str]], table: bool
) -> None:
    page = [(left, 10.0 * row, word) for left, row, word in drawn]
    assert astray(pdf([(72, 400, "vooraf")], page, table=table)) == []


def test_anchors_lead_back_where_a_line_lies_within_the_numbers_of_another() -> None:
    source = pdf(
        [(75, 770, "een"), (230, 770, "twee"), (75, 740, "drie"), (95, 770, "vier")], table=True
    )
    assert source.text.split() == ["een", "vier", "twee", "drie"]
    assert any(line.skips for line in source.lines)
    assert astray(source) == []


@given(st.data())
def test_anchors_lead_back_however_the_numbers_of_a_page_are_shared_out(
    data: st.DataObject,
) -> None:
    """Each number of a page belongs to one line or to none; the lines may stand in any order."""
    owners = data.draw(st.lists(st.none() | st.integers(0, 4), max_size=40))
    text, lines = "", []
    for owner in data.draw(st.permutations(range(5))):
        numbers = [number for number, one in enumerate(owners) if one == owner]
        if not numbers:
            continue
        skips = [
            place
            for place in range(1, len(numbers))
            for _ in range(numbers[place] - numbers[place - 1] - 1)
        ]
        end = len(text) + len(numbers)
        lines.append(Line(len(text), end, 1, numbers[0], skips=tuple(skips)))
        text += "x" * len(numbers) + "\n"
    source = Source("a.pdf", text, tuple(lines), "", "pdf")
    assert astray(source) == []
    units = by_unit(source.lines)
    for number, owner in enumerate(owners):
        assert (offset_of(units, (1, number)) is None) == (owner is None)


@pytest.mark.parametrize(
    "anchor",
    [(3, 0), (0, 4), (1, 0), (1, 3), (1, 99)],
    ids=["no such unit", "past the line", "before the line", "skipped", "past the unit"],
)
def test_there_may_be_no_character_at_an_anchor(anchor: tuple[int, int]) -> None:
    lines = Line(0, 4, 0), Line(5, 8, 1, index=2, skips=(1,))
    assert offset_of(by_unit(lines), anchor) is None


def test_lines_of_a_unit_are_found_by_their_index_not_their_order() -> None:
    lines = Line(0, 2, 1, index=5), Line(3, 5, 1, index=0), Line(6, 6, 1, index=9)
    assert by_unit(lines) == {1: [lines[1], lines[0]]}


def test_a_mark_keeps_first_and_last_character_and_no_text() -> None:
    source = from_text("Kop\n  VNG vraagt\num uitstel. \n")
    start, end = source.text.index("  VNG"), len(source.text)
    assert mark(source, start, end, "bullet", 2, "2a") == Mark(
        "bullet", (1, 2), (2, 10), digest("VNG vraagt um uitstel."), 2, "2a"
    )


@given(st.text("ab -", min_size=1), st.text(" \t\n\u00a0", max_size=5))
def test_white_space_does_not_change_a_digest(text: str, space: str) -> None:
    assert digest(text.replace(" ", space)) == digest(text)
    assert digest(text + "c") != digest(text)


def test_a_digest_is_the_same_for_a_hyphen_that_ends_a_line() -> None:
    assert digest("ge\ufffe\nmeente") == digest("ge-meente")


@given(st.text())
def test_a_digest_is_eight_hexadecimal_digits_of_any_text(text: str) -> None:
    assert len(digest(text)) == 8
    assert int(digest(text), 16) >= 0
