"""Every real document is read, whole, and its anchors lead back to the file.

Messages name the file alone: the text of test documents must not be shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from notulist.reading import read
from notulist.reading.formats import FORMATS
from notulist.reading.source import Source

MINUTES = Path(__file__).resolve().parents[3] / "shared" / "minutes"
FILES = sorted(
    path
    for path in MINUTES.rglob("*")
    if path.suffix.lower() in FORMATS and path.name != "SOURCE.md"
)
PDFS = [path for path in FILES if path.suffix == ".pdf"]

pytestmark = pytest.mark.skipif(not FILES, reason="the real minutes (../shared/minutes) are absent")


def covers(source: Source) -> bool:
    """Whether the lines are in order, apart, and hold all that isn't white space."""
    end = 0
    for line in source.lines:
        if line.start < end or line.end < line.start or source.text[end : line.start].strip():
            return False
        end = line.end
    return not source.text[end:].strip()


def pages(path: Path) -> Iterator[tuple[int, pypdfium2.PdfTextPage]]:
    document = pypdfium2.PdfDocument(path)
    for place in range(len(document)):
        page = document[place]
        textpage = page.get_textpage()
        yield place + 1, textpage
        textpage.close()
        page.close()
    document.close()


@pytest.mark.parametrize("extension", [".txt", ".md", ".mdown", ".docx", ".pdf"])
def test_every_document_is_read_and_its_lines_cover_it(extension: str) -> None:
    paths = [path for path in FILES if path.suffix == extension]
    sources = [(path.name, read(path)) for path in paths]
    wrong = [name for name, source in sources if not source.text.strip() or not covers(source)]
    assert paths
    assert not wrong


def test_pdf_text_is_what_pdfium_gives_but_for_white_space() -> None:
    wrong = []
    for path in PDFS:
        source = read(path)
        for unit, textpage in pages(path):
            lines = sorted(
                (line for line in source.lines if line.unit == unit), key=lambda line: line.index
            )
            held = "".join(source.text[line.start : line.end] for line in lines)
            if "".join(held.split()) != "".join(textpage.get_text_range().split()):
                wrong.append((path.name, unit))
    assert not wrong


def test_pdf_anchors_are_the_numbers_of_the_page() -> None:
    wrong = []
    for path in PDFS[::4]:
        source = read(path)
        characters = {
            (unit, number): textpage.get_text_range(number, 1)
            for unit, textpage in pages(path)
            for number in range(textpage.count_chars())
        }
        for line in source.lines:
            for offset in range(line.start, line.end):
                char = source.text[offset]
                place = line.unit, line.index + offset - line.start
                if line.skips:
                    place = source.anchor(offset)
                if not char.isspace() and characters[place] != char:
                    wrong.append((path.name, place))
    assert not wrong


def test_docx_anchors_count_in_the_paragraph() -> None:
    wrong = []
    for path in FILES:
        if path.suffix != ".docx":
            continue
        source = read(path)
        starts: dict[int, int] = {}
        for line in source.lines:
            first = starts.setdefault(line.unit, line.start)
            if line.index != line.start - first or line.skips:
                wrong.append((path.name, line.unit))
        if sorted(starts) != list(range(len(starts))):
            wrong.append((path.name, -1))
    assert not wrong
