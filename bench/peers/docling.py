"""docling (MIT): its readers of Word and Markdown, which need no model. Its PDF pipeline does."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

MAKES = frozenset({"docx", "md"})
INSTALL = 'pip install "docling-slim[format-docx,format-markdown,format-html]"'
HOW = (
    "its backends for Word and Markdown; list items, texts and table cells are rows, titles and "
    "headings aren't. PDF is left out: its layout model has to be downloaded"
)
_NO_ROWS = ("title", "section_header", "page_header", "page_footer", "code", "formula")


def version() -> str:
    """Of docling."""
    from importlib.metadata import distributions

    import docling.backend.msword_backend  # noqa: F401

    found = [d for d in distributions() if d.name in ("docling", "docling-slim")]
    return f"{found[0].name} {found[0].version}"


def rows(path: Path, make: str) -> list[str]:
    """The list items and paragraphs of one document."""
    from docling.datamodel.base_models import InputFormat
    from docling.datamodel.document import InputDocument

    backends = {
        "docx": (InputFormat.DOCX, "msword_backend", "MsWordDocumentBackend"),
        "md": (InputFormat.MD, "md_backend", "MarkdownDocumentBackend"),
    }
    kind, module, name = backends[make]
    # Its DocumentConverter would import torch.
    backend = getattr(import_module(f"docling.backend.{module}"), name)
    document = InputDocument(path_or_stream=path, format=kind, backend=backend)._backend.convert()
    return [text for text in _walk(document, document.body.children) if text.strip()]


def _walk(document: Any, references: list[Any]) -> list[str]:
    found: list[str] = []
    for reference in references:
        node = reference.resolve(document)
        label, children = str(getattr(node, "label", "")), list(node.children)
        text = "" if label in _NO_ROWS else getattr(node, "text", "")
        if label == "inline":
            found.append(_inline(document, node))
            continue
        if label == "table":
            for cell in node.data.table_cells:
                # A cell with styles or paragraphs in it points to what it holds.
                rich = getattr(cell, "ref", None)
                found += _walk(document, [rich]) if rich else [cell.text]
            continue
        if label == "list_item" and not text and children:
            # An item set in several styles has its text in a group below it.
            first = children[0].resolve(document)
            if str(getattr(first, "label", "")) == "inline":
                text = _inline(document, first)
                del children[0]
        found += [text, *_walk(document, children)]
    return found


def _inline(document: Any, group: Any) -> str:
    parts = (reference.resolve(document) for reference in group.children)
    return " ".join(getattr(part, "text", "") for part in parts)
