"""From the table of layouts to files and their gold."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from notulist.corpus.authored import Minutes, parse
from rendering import office
from rendering.as_docx import as_docx
from rendering.as_html import as_html
from rendering.as_pdf import as_pdf
from rendering.compose import compose
from rendering.gold import Gold, write_gold
from rendering.layouts import HERE, Layout
from rendering.parts import Part

CORPUS = HERE.parent / "corpus" / "authored"
Maker = Callable[[Sequence[Part], Minutes, Layout], tuple[bytes, list[Gold]]]
_MAKERS: dict[str, Maker] = {"pdf": as_pdf, "docx": as_docx, "html": as_html}


def make(folder: Path, layouts: Iterable[Layout]) -> list[Path]:
    """Write the file of each layout with its gold into a folder that exists; their paths.

    Those that LibreOffice converts are left out where it is absent.
    """
    written = []
    converted: list[tuple[Layout, bytes, list[Gold]]] = []
    for layout in layouts:
        minutes = parse(CORPUS / f"{layout.document}.txt")
        data, records = _MAKERS.get(layout.make, as_docx)(compose(minutes, layout), minutes, layout)
        if layout.converted:
            converted.append((layout, data, records))
            continue
        written.append(_write(folder / layout.name, data, records))
    if converted and office.available():
        written += _converted(folder, converted)
    return written


def _write(path: Path, data: bytes, records: Sequence[Gold]) -> Path:
    path.write_bytes(data)
    write_gold(path, records)
    return path


def _converted(folder: Path, made: Sequence[tuple[Layout, bytes, list[Gold]]]) -> list[Path]:
    written = []
    with tempfile.TemporaryDirectory() as name:
        for suffix in ("pdf", "odt"):
            own = [one for one in made if one[0].name.endswith(suffix)]
            files = [Path(name) / f"{Path(one[0].name).stem}.docx" for one in own]
            for file, (_, data, _) in zip(files, own, strict=True):
                file.write_bytes(data)
            if files:
                office.convert(files, suffix, folder)
            for layout, _, records in own:
                path = folder / layout.name
                write_gold(path, office.paged(records, path) if suffix == "pdf" else records)
                written.append(path)
    return written
