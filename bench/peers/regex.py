"""The ten lines that an analyst would write: list marks and empty lines, on plain text."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from peers.plain import cells_apart, docx_paragraphs, items, pdf_lines, text_lines

MAKES = frozenset({"pdf", "docx", "md", "txt"})
INSTALL = "apt-get install poppler-utils; pip install python-docx"
HOW = (
    "`pdftotext -layout`, the lines of python-docx's paragraphs (table cells too), the lines of "
    "Markdown and text; a bullet or number at a line's start begins a row, an empty line ends it; "
    "without headings that Word or Markdown marks, and page numbers"
)
_HEADING = re.compile(r"(?:heading|kop|title|titel|subtitle|ondertitel)\b", re.I)


def version() -> str:
    """Of pdftotext and python-docx."""
    from importlib.metadata import version as installed

    import docx  # noqa: F401

    told = subprocess.run(["pdftotext", "-v"], capture_output=True, text=True, check=False)  # noqa: S607
    number = told.stderr.splitlines()[0].rpartition(" ")[2]
    return f"pdftotext {number}, python-docx {installed('python-docx')}"


def rows(path: Path, make: str) -> list[str]:
    """The items of one document."""
    if make == "docx":
        return [text for style, text in docx_paragraphs(path) if not _HEADING.match(style)]
    return items(pdf_lines(path) if make == "pdf" else cells_apart(text_lines(path)))
