"""Render the sample minutes in `source/` as the files that bodies publish, into `minutes/`.

    python data/sample/render.py

Each document gets another make (README.md says which). The same sources give the same bytes with
the same versions of reportlab and python-docx, and the same text with any.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import as_docx
import as_pdf
import as_text

from notulist.corpus.authored import Minutes, parse

HERE = Path(__file__).parent
RENDERED: dict[str, tuple[str, Callable[[Minutes], bytes]]] = {
    "lrt-2024-03-07": ("pdf", as_pdf.policy_table),
    "bo-ov-zeeland-2025-02-13": ("docx", as_docx.word_lists),
    "veiligheidsberaad-2025-06-13": ("txt", as_text.pasted_from_pdf),
    "wg-boomgegevens-2024-05-16": ("md", as_text.markdown),
    "vng-informatiesamenleving-2022-11-10": ("txt", as_text.speaker_turns),
    "bo-waterkwaliteit-2019-10-03": ("pdf", as_pdf.numbered_remarks),
}


def render(folder: Path) -> list[Path]:
    """Write all sample minutes into `folder`, which is made where absent, and say which.

    Raises CorpusError where a source breaks the format.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, (suffix, make) in RENDERED.items():
        path = folder / f"{name}.{suffix}"
        path.write_bytes(make(parse(HERE / "source" / f"{name}.txt")))
        written.append(path)
    return written


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=HERE / "minutes")
    for path in render(parser.parse_args().output):
        print(path)
