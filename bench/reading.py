"""What reading costs, as ratios against pypdfium2's own extraction in the same run.

    python bench/reading.py PATH...        your own PDFs (the sample minutes where none is named)
    python bench/reading.py --pages 1000   and one PDF of that many pages: its peak memory, and
                                           whether it goes through the pipeline whole

The baseline opens each page, takes its text and the boxes of its stretches of text
(`get_text_range`, `get_rect`); a second one takes the box of each character (`get_charbox`).
Ratios travel between machines; seconds don't. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import resource
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2
from speed import SAMPLE, seconds

from notulist.reading.files import Input, find
from notulist.reading.pdf import read_pdf


def _each_page(files: Sequence[bytes], work: Callable[[pypdfium2.PdfTextPage], object]) -> None:
    for data in files:
        document = pypdfium2.PdfDocument(data)
        for page in document:
            text = page.get_textpage()
            work(text)
            text.close()
            page.close()
        document.close()


def _rects(page: pypdfium2.PdfTextPage) -> None:
    page.get_text_range()
    for number in range(page.count_rects()):
        page.get_rect(number)


def _characters(page: pypdfium2.PdfTextPage) -> None:
    page.get_text_range()
    for number in range(page.count_chars()):
        page.get_charbox(number)


def ratios(files: Sequence[bytes]) -> None:
    """Print what reading these PDFs costs beside both baselines."""
    ours = seconds(lambda: [read_pdf(data, "a.pdf") for data in files])
    for name, work in (("text and rectangles", _rects), ("text and character boxes", _characters)):
        baseline = seconds(lambda work=work: _each_page(files, work))
        print(f"pypdfium2, {name:<26}{baseline:>8.3f} s   ours {ours / baseline:.2f} x")


def long_pdf(pages: int) -> bytes:
    """A PDF of so many pages of invented bullets, some 260 words each (real minutes: 243)."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A4)
    for page in range(pages):
        for row in range(12):
            text = f"• VNG vraagt aandacht voor dossier {page}.{row} en de planning van gemeenten,"
            canvas.drawString(60, 780 - 60 * row, text)
            canvas.drawString(72, 766 - 60 * row, "omdat de termijnen niet haalbaar zijn.")
        canvas.drawString(500, 30, f"Pagina {page + 1} van {pages}")
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def _peak(path: str, whole: bool) -> tuple[float, float, int]:
    """Peak memory in MB before and after reading (and, if whole, splitting), and the bullets."""
    import notulist

    nlp = notulist.load() if whole else None
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    source = read_pdf(Path(path).read_bytes(), path)
    bullets = len(nlp(source).spans["bullets"]) if nlp is not None else 0
    return before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, bullets


def memory(pages: int, folder: Path) -> None:
    """Print the peak memory of a fresh process that reads one long PDF."""
    path = folder / f"{pages}.pdf"
    path.write_bytes(long_pdf(pages))
    for whole, what in ((False, "read"), (True, "read, split, tagged and labelled")):
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            before, after, bullets = pool.apply(_peak, (str(path), whole))
        told = f", {bullets} bullets" if whole else ""
        print(f"{pages} pages {what}: peak {after:.0f} MB, of which {before:.0f} before{told}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    import tempfile

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", default=[str(SAMPLE)])
    parser.add_argument("--pages", type=int, help="also read a PDF of so many pages")
    chosen = parser.parse_args(arguments)
    inputs = [item for item in find(chosen.paths) if isinstance(item, Input)]
    files = [item.load() for item in inputs if item.name.lower().endswith(".pdf")]
    print(f"{len(files)} PDFs")
    ratios(files)
    if chosen.pages:
        with tempfile.TemporaryDirectory() as folder:
            memory(chosen.pages, Path(folder))


if __name__ == "__main__":
    main()
