"""Scans: text recognised by ocrmypdf, and what is said where that can't be."""

from __future__ import annotations

import hashlib
import stat
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from builders import pdf, rows, word
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from notulist.batch import run
from notulist.errors import ReadError, notice
from notulist.labels import REMARKS
from notulist.language import load
from notulist.reading import read_bytes
from notulist.reading.files import find
from notulist.reading.ocr import check_tools, read_pdf_with_ocr
from notulist.reading.source import Source

MINUTES = (
    "2. Planning van de dijkversterking",
    "De gemeente vraagt het waterschap om uitstel tot september.",
    "Het waterschap maakt zich zorgen over de kosten.",
)


def _absent() -> str:
    try:
        check_tools()
    except ReadError as error:
        return str(error)
    return ""


needs_ocr = pytest.mark.skipif(bool(_absent()), reason=_absent() or "OCR is here")


def scanned(*texts: str) -> Callable[[Canvas], None]:
    """Draws a page of these lines as a scanner gives it: a grey picture, a little askew."""
    (page,) = pypdfium2.PdfDocument(pdf(rows(*texts, pitch=24)))
    picture = page.render(scale=200 / 72).to_pil().convert("L")
    noise = Image.effect_noise(picture.size, 24)
    picture = Image.blend(picture.rotate(0.4, fillcolor=255), noise, 0.15)

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)

    return draw


@cache
def scan() -> bytes:
    return pdf(scanned(*MINUTES))


@cache
def mixed() -> bytes:
    """Text, a scan, a blank page."""
    return pdf(rows("De provincie stemt in."), scanned(*MINUTES), lambda _: None)


@cache
def recognised(make: Callable[[], bytes]) -> Source:
    return read_pdf_with_ocr(make(), "scan.pdf")


def lines(source: Source) -> list[str]:
    return [text for text in source.text.splitlines() if text.strip()]


def commands(folder: Path, **scripts: str) -> Path:
    """A folder of programs, each a line of shell; nothing else is found where PATH is this."""
    for name, script in scripts.items():
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return folder


@needs_ocr
def test_the_text_of_a_scan_is_recognised() -> None:
    assert lines(recognised(scan)) == list(MINUTES)


@needs_ocr
def test_lines_lie_where_the_scan_shows_them() -> None:
    boxes = [line.box for line in recognised(scan).lines if line.box]
    assert [box[0] for box in boxes] == pytest.approx([72] * 3, abs=6)
    assert [box[3] for box in boxes] == pytest.approx([44, 68, 92], abs=6)


@needs_ocr
def test_the_hash_is_that_of_the_file_itself() -> None:
    assert recognised(scan).sha256 == hashlib.sha256(scan()).hexdigest()


@needs_ocr
def test_only_pages_without_text_are_recognised() -> None:
    source = recognised(mixed)
    assert lines(source) == ["De provincie stemt in.", *MINUTES]
    assert [line.unit for line in source.lines if line.end > line.start] == [1, 2, 2, 2]


@needs_ocr
@pytest.mark.parametrize(("make", "page"), [(scan, "1"), (mixed, "2")])
def test_a_warning_names_the_pages_that_come_from_ocr(make: Callable[[], bytes], page: str) -> None:
    assert notice("W02", pages=page) in recognised(make).warnings
    assert recognised(make).recognised == (int(page),)


@needs_ocr
def test_rows_whose_text_comes_from_ocr_are_for_review(tmp_path: Path) -> None:
    (tmp_path / "deels.pdf").write_bytes(mixed())
    (outcome,) = run(find([tmp_path]), load(), ocr=True, kinds=["all"])
    reasons = {(row.page, "ocr" in row.reason) for row in outcome.rows if row.kind in REMARKS}
    assert reasons <= {(1, False), (2, True)}
    assert (2, True) in reasons
    assert all(row.review for row in outcome.rows if "ocr" in row.reason)


@needs_ocr
def test_a_page_that_stays_without_text_is_still_named() -> None:
    assert notice("W01", pages="3") in recognised(mixed).warnings


@needs_ocr
def test_recognising_again_gives_the_same() -> None:
    assert read_pdf_with_ocr(scan(), "scan.pdf") == recognised(scan)


@needs_ocr
def test_blank_pages_are_refused() -> None:
    with pytest.raises(ReadError, match=r"R23.*blank or upside down"):
        read_pdf_with_ocr(pdf(lambda _: None), "leeg.pdf")


@needs_ocr
def test_a_file_that_is_found_can_be_read_with_ocr(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(scan())
    (item,) = find([tmp_path])
    assert not isinstance(item, ReadError)
    assert lines(item.read(ocr=True)) == list(MINUTES)


def test_without_ocr_a_scan_is_refused_and_the_way_out_named() -> None:
    with pytest.raises(ReadError, match=r"R03.*--ocr"):
        read_bytes(scan(), "scan.pdf")


def test_without_ocr_a_warning_names_the_pages_without_text() -> None:
    assert read_bytes(mixed(), "deels.pdf").warnings == (notice("W01", pages="2, 3"),)


def test_a_pdf_with_text_on_every_page_needs_no_ocr(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    data = pdf(rows(*MINUTES))
    assert read_pdf_with_ocr(data, "a.pdf") == read_bytes(data, "a.pdf")


@pytest.mark.parametrize(("name", "data"), [("a.txt", b"VNG vraagt."), ("a.docx", word("IPO."))])
def test_other_formats_are_read_as_ever(name: str, data: bytes) -> None:
    assert read_bytes(data, name, ocr=True) == read_bytes(data, name)


def test_a_damaged_pdf_is_told_as_ever() -> None:
    with pytest.raises(ReadError, match="R05"):
        read_bytes(b"%PDF-1.7 afgekapt", "a.pdf", ocr=True)


@pytest.mark.skipif(sys.platform == "win32", reason="stands in for programs by shell scripts")
@pytest.mark.parametrize(
    ("scripts", "says"),
    [
        pytest.param({}, r"R20.*absent here: ocrmypdf", id="no ocrmypdf"),
        pytest.param({"ocrmypdf": ""}, r"R20.*absent here: tesseract", id="no tesseract"),
        pytest.param(
            {"ocrmypdf": "", "tesseract": "echo eng"}, r"R20.*tesseract: nld", id="no Dutch"
        ),
        pytest.param(
            {"ocrmypdf": "echo eerst\necho de pagina is stuk.\nexit 2", "tesseract": "echo nld"},
            r"R21.*\(de pagina is stuk\)",
            id="it fails",
        ),
        pytest.param(
            {"ocrmypdf": "exit 0", "tesseract": "echo nld"}, r"R21.*\(exit 0\)", id="no output"
        ),
    ],
)
def test_what_keeps_ocr_from_running_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, scripts: dict[str, str], says: str
) -> None:
    monkeypatch.setenv("PATH", str(commands(tmp_path, **scripts)))
    with pytest.raises(ReadError, match=says):
        read_pdf_with_ocr(scan(), "scan.pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="stands in for programs by shell scripts")
def test_ocr_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sleeps = f"'{sys.executable}' -c 'import time; time.sleep(600)' &\nwait"
    scripts = {"ocrmypdf": sleeps, "tesseract": "echo nld"}
    monkeypatch.setenv("PATH", str(commands(tmp_path, **scripts)))
    monkeypatch.setattr("notulist.reading.ocr._LEAST_SECONDS", 0)
    monkeypatch.setattr("notulist.reading.ocr._SECONDS_A_PAGE", 1)
    with pytest.raises(ReadError, match=r"R22.*after 1 seconds"):
        read_pdf_with_ocr(scan(), "scan.pdf")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_absent_tools_are_named_as_debian_packages(language: str) -> None:
    error = ReadError("R20", name="--ocr", missing="ocrmypdf")
    said = error.in_language("nl" if language == "nl" else "en")
    assert "apt-get install ocrmypdf tesseract-ocr-nld" in said
