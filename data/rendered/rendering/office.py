"""Conversion by LibreOffice, where the machine has it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2

from rendering.gold import Gold
from rendering.parts import Kind


def available() -> bool:
    """Whether soffice is to be found."""
    return shutil.which("soffice") is not None


def convert(files: Sequence[Path], suffix: str, folder: Path) -> None:
    """Write files as PDF or ODT into a folder. Raises CalledProcessError where that fails."""
    soffice = shutil.which("soffice") or "soffice"
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(  # noqa: S603
            [
                *(soffice, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"),
                *("--convert-to", suffix, "--outdir", str(folder), *map(str, files)),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )


def paged(records: Sequence[Gold], file: Path) -> list[Gold]:
    """The gold of a DOCX as it holds for the PDF made of it: furniture on each page."""
    pdf = pypdfium2.PdfDocument(file)
    pages = len(pdf)
    pdf.close()
    beside: set[Kind] = {"furniture"}
    body = [gold for gold in records if gold.kind not in beside]
    for page in range(1, pages + 1):
        for gold in records:
            if gold.kind in beside:
                text = gold.text.replace("{page}", str(page)).replace("{pages}", str(pages))
                body.append(replace(gold, text=text, page=page))
    return body
