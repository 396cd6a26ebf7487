"""From a path to a Source. A reader knows nothing of spaCy."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path, PurePosixPath

from notulist.errors import Notice, ReadError
from notulist.reading.formats import FORMATS, check_content, unsupported
from notulist.reading.source import Box, Format, Line, Source

__all__ = ["Box", "Format", "Line", "Source", "display_name", "read", "read_bytes"]


def read(path: str | Path, *, name: str | None = None, ocr: bool = False) -> Source:
    """The Source of one file, of a type that `formats.FORMATS` names.

    name: what Source.name and messages call it; the path as given where None.
    ocr: recognise the text of PDF pages that hold none, as `read_pdf_with_ocr`.
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
    return read_bytes(data, name, ocr=ocr)


def read_bytes(data: bytes, name: str, *, ocr: bool = False) -> Source:
    """The Source of a file's bytes; the extension of `name` says the format. ocr: as for `read`.

    Raises ReadError: R02 no text, R03 a scan, R04 and R11 encrypted, R05 damaged, R06 the content
    isn't what the extension says, R07 no format that we read, R09 binary; with ocr also
    R20-R23.
    """
    extension = PurePosixPath(name).suffix.lower()
    format_ = FORMATS.get(extension)
    if format_ is None:
        raise unsupported(name, extension)
    if not data:
        raise ReadError("R02", name=name)
    check_content(data, name, extension)
    source = _read_as(format_, data, name, ocr)
    return replace(source, warnings=(*source.warnings, *_broken_words(source.text)))


def display_name(path: str | Path) -> str:
    """A path as messages and tables show it: with /, and always valid Unicode."""
    return os.fsencode(Path(path).as_posix()).decode("utf-8", errors="replace")


def _read_as(format_: Format, data: bytes, name: str, ocr: bool) -> Source:
    """Dispatch with late imports: who reads text need not wait for pypdfium2 and python-docx."""
    if format_ == "txt":
        from notulist.reading.text import read_text

        return read_text(data, name)
    if format_ == "md":
        from notulist.reading.markdown import read_markdown

        return read_markdown(data, name)
    if format_ == "pdf" and ocr:
        from notulist.reading.ocr import read_pdf_with_ocr

        return read_pdf_with_ocr(data, name)
    if format_ == "pdf":
        from notulist.reading.pdf import read_pdf

        return read_pdf(data, name)
    if format_ == "odt":
        from notulist.reading.odt import read_odt

        return read_odt(data, name)
    if format_ == "html":
        from notulist.reading.html import read_html

        return read_html(data, name)
    if format_ == "eml":
        from notulist.reading.mail import read_mail

        return read_mail(data, name)
    from notulist.reading.docx import read_docx

    return read_docx(data, name)


def _broken_words(text: str) -> tuple[Notice, ...]:
    if text.isascii():
        return ()
    from notulist.reading.mojibake import notes

    return notes(text)
