"""unstructured (Apache-2.0): the elements of its partition functions.

Its strategy "fast" needs no torch: enough are unstructured[docx,md], pdfminer.six, pypdf, pikepdf,
pi-heif, pdf2image, unstructured-inference without its dependencies (`pip install --no-deps`), and
numpy, opencv-python-headless, pandas, scipy, onnx, onnxruntime, huggingface-hub, matplotlib.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

MAKES = frozenset({"pdf", "docx", "md", "txt"})
INSTALL = (
    'pip install "unstructured[docx,md,pdf]" && python -m spacy download en_core_web_sm '
    "(brings torch; how to do without: bench/peers/unstructured.py)"
)
HOW = (
    'strategy="fast", languages=["nld"]; ListItem, NarrativeText and the cells of Table are rows '
    "(of Word and Markdown its English spaCy model tells which lines are NarrativeText)"
)
_ROWS = ("ListItem", "NarrativeText")


def version() -> str:
    """Of unstructured."""
    from importlib.metadata import version as installed

    os.environ.update(SCARF_NO_ANALYTICS="true", UNSTRUCTURED_DISABLE_NOTICE="1")
    import unstructured.partition.pdf  # noqa: F401

    return f"unstructured {installed('unstructured')}"


def rows(path: Path, make: str) -> list[str]:
    """The list items, sentences and table cells of one document."""
    found: list[str] = []
    for element in _elements(path, make):
        if element.category in _ROWS:
            found.append(element.text)
        elif element.category == "Table":
            found += _cells(element.metadata.text_as_html or "")
    return found


def _cells(table: str) -> list[str]:
    from lxml import html

    if not table:
        return []
    return [cell.text_content() for cell in html.fromstring(table).iter("td", "th")]


def _elements(path: Path, make: str) -> list[Any]:
    name, languages = str(path), ["nld"]
    if make == "pdf":
        from unstructured.partition.pdf import partition_pdf

        found = partition_pdf(name, strategy="fast", languages=languages)
        if not found:  # it swallows what goes wrong in its text extraction
            raise ValueError("no elements")
    elif make == "docx":
        from unstructured.partition.docx import partition_docx

        found = partition_docx(name, languages=languages)
    elif make == "md":
        from unstructured.partition.md import partition_md

        found = partition_md(name, languages=languages)
    else:
        from unstructured.partition.text import partition_text

        found = partition_text(name, languages=languages)
    return list(found)
