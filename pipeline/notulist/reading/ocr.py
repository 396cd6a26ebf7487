"""Scans: pages without text are recognised by ocrmypdf, then read as any PDF.

ocrmypdf and Tesseract are programs beside us, not libraries: they run as a process of their own on
a copy in a temporary folder.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from notulist.errors import ReadError, notice
from notulist.reading.pdf import read_pdf
from notulist.reading.source import Source

LANGUAGE = "nld"
_OPTIONS = ("--language", LANGUAGE, "--skip-text", "--output-type", "pdf", "--quiet")
_LEAST_SECONDS, _SECONDS_A_PAGE = 120, 60  # a page takes some five seconds on one slow core


def check_tools(name: str = "--ocr") -> None:
    """Nothing, where OCR can run here. name: what the error names.

    Raises ReadError R20: ocrmypdf, Tesseract or its Dutch is absent.
    """
    for program in ("ocrmypdf", "tesseract"):
        if which(program) is None:
            raise ReadError("R20", name=name, missing=program)
    known = _run(["tesseract", "--list-langs"], 60)[1]
    if LANGUAGE not in known.split():
        raise ReadError("R20", name=name, missing=f"tesseract: {LANGUAGE}")


def read_pdf_with_ocr(data: bytes, name: str) -> Source:
    """As `read_pdf`, with the text of pages that hold none recognised.

    Source.sha256 is of `data`; anchors are those of the PDF that ocrmypdf makes of it, and
    Source.recognised and a warning say which pages come from OCR. A PDF with text on every page is
    read as it is.
    Raises ReadError: R04, R05 as `read_pdf`; R20 no OCR here, R21 it failed, R22 it took too long,
    R23 it found no text either.
    """
    before, pages = _without_ocr(data, name)
    scans = set(range(1, pages + 1)) - before
    if not scans:
        return read_pdf(data, name)
    try:
        source = read_pdf(recognise(data, name, pages), name)
    except ReadError as error:
        raise (
            ReadError("R23", name=name, pages=pages) if error.code == "R03" else error
        ) from error
    recognised = tuple(sorted(scans & _pages_with_text(source)))
    warnings = source.warnings
    if recognised:
        warnings += (notice("W02", pages=", ".join(map(str, recognised))),)
    digest = sha256(data).hexdigest()
    return replace(source, sha256=digest, warnings=warnings, recognised=recognised)


def recognise(data: bytes, name: str, pages: int) -> bytes:
    """The PDF with a layer of text on the pages that had none. Raises R20, R21, R22."""
    check_tools(name)
    seconds = _LEAST_SECONDS + _SECONDS_A_PAGE * pages
    with TemporaryDirectory(prefix="notulist-") as folder:
        scan, searchable = Path(folder, "in.pdf"), Path(folder, "out.pdf")
        scan.write_bytes(data)
        try:
            code, said = _run(["ocrmypdf", *_OPTIONS, str(scan), str(searchable)], seconds)
        except subprocess.TimeoutExpired as error:
            raise ReadError("R22", name=name, seconds=seconds) from error
        if code or not searchable.is_file():
            cause = (said.strip().splitlines() or [f"exit {code}"])[-1]
            raise ReadError("R21", name=name, cause=cause[:300].rstrip("."))
        return searchable.read_bytes()


def _without_ocr(data: bytes, name: str) -> tuple[set[int], int]:
    """The pages that hold text, and how many pages there are."""
    import pypdfium2

    try:
        source = read_pdf(data, name)
    except ReadError as error:
        if error.code != "R03":
            raise
        return set(), int(str(error.values["pages"]))
    document = pypdfium2.PdfDocument(data)
    try:
        return _pages_with_text(source), len(document)
    finally:
        document.close()


def _pages_with_text(source: Source) -> set[int]:
    return {line.unit for line in source.lines if line.end > line.start}


def _run(command: Sequence[str], seconds: int) -> tuple[int, str]:
    """(exit code, what it said). Raises TimeoutExpired, with no process left behind."""
    with subprocess.Popen(  # noqa: S603  fixed words and our own paths, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,  # ocrmypdf starts others: they end with it
        text=True,
        errors="replace",
    ) as process:
        try:
            said, _ = process.communicate(timeout=seconds)
        except BaseException:  # an interrupt too
            _end(process)
            raise
    return process.returncode, said


def _end(process: subprocess.Popen[str]) -> None:
    with contextlib.suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
