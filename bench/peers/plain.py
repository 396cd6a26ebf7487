"""What the plain splitters share: a document as lines, and lines as items."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

_MARK = re.compile(
    r"\s*(?:[-*+•·▪▫■□◦○●‣–—➢➤✓→⇒\uf000-\uf0ff]|[oè](?=\s)|\(?\d{1,3}(?:\.\d+)*[.)]|\(?[a-z][.)])\s+"
)
_BLANK = " \t\r\n\f*-_=|"
_HEADING = re.compile(r"#.*|\s*(?:\*\*|__)[^*_]+(?:\*\*|__)\s*")
_PAGE_NUMBER = re.compile(r"\s*(?:pagina|blad|page)?\s*\d+(?:\s*(?:van|/|of)\s*\d+)?\s*", re.I)


def items(lines: Iterable[str]) -> list[str]:
    """A bullet or number at a line's start begins an item, an empty line ends it.

    Headings of Markdown (lines all in bold too), its rules and page numbers are left out.
    """
    found: list[str] = []
    open_item = False
    for line in lines:
        mark = _MARK.match(line)
        if not line.strip(_BLANK) or _PAGE_NUMBER.fullmatch(line) or _HEADING.fullmatch(line):
            open_item = False
        elif mark or not open_item:
            found.append(line[mark.end() :] if mark else line)
            open_item = True
        else:
            found[-1] += " " + line.strip()
    return found


def cells_apart(lines: Iterable[str]) -> Iterator[str]:
    """Each cell of a Markdown table on a line of its own between empty ones, other lines as is."""
    for line in lines:
        if line.lstrip().startswith("|"):
            for cell in line.strip().strip("|").split("|"):
                yield from (cell.strip(), "")
        else:
            yield line


def pdf_lines(path: Path) -> list[str]:
    """The lines that pdftotext makes of a PDF. Raises FileNotFoundError where it is absent."""
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(path), "-"]
    told = subprocess.run(command, capture_output=True, check=True)
    return told.stdout.decode("utf-8", "replace").replace("\f", "\n\n").splitlines()


def text_lines(path: Path) -> list[str]:
    """The lines of a text or Markdown file."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").splitlines()


def docx_paragraphs(path: Path) -> Iterator[tuple[str, str]]:
    """(style, line) of each paragraph of a Word file in order, those in table cells included."""
    import docx
    from docx.table import Table

    def walk(container: object) -> Iterator[tuple[str, str]]:
        for block in container.iter_inner_content():  # type: ignore[attr-defined]
            if isinstance(block, Table):
                for row in block.rows:
                    for cell in row.cells:
                        yield from walk(cell)
            else:
                style = (block.style.name or "") if block.style else ""
                yield from ((style, line) for line in block.text.splitlines() if line.strip())

    yield from walk(docx.Document(str(path)))
