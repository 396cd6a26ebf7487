"""From a path to a Source. A reader knows nothing of spaCy."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from notulist.errors import ReadError
from notulist.reading.formats import FORMATS, check_content, unsupported
from notulist.reading.source import Box, Format, Line, Source

__all__ = ["Box", "Format", "Line", "Source", "display_name", "read", "read_bytes"]


def read(path: str | Path, *, name: str | None = None) -> Source:
    """The Source of one file (.txt, .text, .md, .markdown, .mdown, .pdf, .docx).

    name: what Source.name and messages call it; the path as given where None.
    Raises ReadError: R01 absent, R10 not to be opened, and all that `read_bytes` raises.
    """
    name = name or display_name(path)
    try:
        data = Path(path).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ReadError("R01", name=name) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        cause = getattr(error, "strerror", None) or str(error)
        raise ReadError("R10", name=name, cause=cause) from error
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> Source:
    """The Source of a file's bytes; the extension of `name` says the format.

    Raises ReadError: R02 no text, R03 a scan, R04 and R11 encrypted, R05 damaged, R06 the content
    isn't what the extension says, R07 no format that we read, R09 binary.
    """
    extension = PurePosixPath(name).suffix.lower()
    format_ = FORMATS.get(extension)
    if format_ is None:
        raise unsupported(name, extension)
    if not data:
        raise ReadError("R02", name=name)
    check_content(data, name, extension)
    return _read_as(format_, data, name)


def display_name(path: str | Path) -> str:
    """A path as messages and tables show it: with /, and always valid Unicode."""
    return os.fsencode(Path(path).as_posix()).decode("utf-8", errors="replace")


def _read_as(format_: Format, data: bytes, name: str) -> Source:
    """Dispatch with late imports: who reads text need not wait for pypdfium2 and python-docx."""
    if format_ == "txt":
        from notulist.reading.text import read_text

        return read_text(data, name)
    if format_ == "md":
        from notulist.reading.markdown import read_markdown

        return read_markdown(data, name)
    if format_ == "pdf":
        from notulist.reading.pdf import read_pdf

        return read_pdf(data, name)
    from notulist.reading.docx import read_docx

    return read_docx(data, name)
