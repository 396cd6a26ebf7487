"""markitdown (MIT): what it converts to Markdown, cut into list items and paragraphs."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from peers.plain import cells_apart, items

MAKES = frozenset({"pdf", "docx", "md", "txt"})
INSTALL = 'pip install "markitdown[docx,pdf]"'
HOW = (
    "without plugins; of its Markdown a list mark begins a row, an empty line ends it, "
    "a table cell is one"
)


def version() -> str:
    """Of markitdown."""
    from importlib.metadata import version as installed

    _converter()
    return f"markitdown {installed('markitdown')}"


def rows(path: Path, make: str) -> list[str]:
    """The list items, paragraphs and table cells of one document."""
    return items(cells_apart(_converter().convert(str(path)).markdown.splitlines()))


@cache
def _converter() -> Any:
    from markitdown import MarkItDown

    return MarkItDown(enable_plugins=False)
