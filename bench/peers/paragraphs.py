"""Naive: paragraphs as the library gives them, or what stands between empty lines."""

from __future__ import annotations

import re
from pathlib import Path

from peers.plain import docx_paragraphs, text_lines

MAKES = frozenset({"pdf", "docx", "md", "txt"})
INSTALL = "pip install pypdfium2 python-docx"
HOW = (
    "the text of pypdfium2 and of Markdown cut at empty lines, "
    "the lines of python-docx's paragraphs (table cells too)"
)


def version() -> str:
    """Of both libraries."""
    from importlib.metadata import version as installed

    import docx  # noqa: F401
    import pypdfium2  # noqa: F401

    return f"pypdfium2 {installed('pypdfium2')}, python-docx {installed('python-docx')}"


def rows(path: Path, make: str) -> list[str]:
    """The paragraphs of one document."""
    if make == "docx":
        return [text for _, text in docx_paragraphs(path)]
    text = _pdf(path) if make == "pdf" else "\n".join(text_lines(path))
    return [part for part in re.split(r"\n[^\S\n]*\n", text.replace("\r", "")) if part.strip()]


def _pdf(path: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    texts = []
    for page in document:
        text = page.get_textpage()
        texts.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return "\n\n".join(texts)
