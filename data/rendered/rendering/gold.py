"""The gold beside a rendered file: what it holds, in reading order."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from rendering.parts import ABSENT, Kind, Part


@dataclass(frozen=True, slots=True)
class Gold:
    """One record of X.pdf.gold.jsonl."""

    kind: Kind
    text: str
    """As the file holds it, without the marker and without hyphens at line ends."""
    number: str = ""
    """Of a heading."""
    level: int = 0
    marker: str = ""
    """The glyph or number of a list item, whether or not the file holds it as text."""
    under: str = ""
    """Remarks: the title of the heading that they stand under."""
    page: int = 0
    """PDF: where it begins, from 1; 0 where that isn't known."""
    lead: str = ""
    """What stands before the title of a heading: "3. "."""
    bare: str = ""
    """The text without the figures of its footnotes, where it has any."""


def gold_of(one: Part, page: int = 0) -> list[Gold]:
    """The record of a part, and one of kind "absent" for each text that it must not show."""
    text, bare = one.text(), one.text(refs=False)
    found = []
    if text:
        bare = bare if bare != text else ""
        number = one.number
        found.append(
            Gold(one.kind, text, number, one.level, one.marker, one.under, page, one.lead, bare)
        )
    hidden = (run.text.strip() for run in one.runs if run.kind in ABSENT)
    return found + [Gold("absent", gone, page=page) for gone in hidden if gone]


def path_of(file: Path) -> Path:
    """Where the gold of a rendered file lies."""
    return file.with_name(f"{file.name}.gold.jsonl")


def write_gold(file: Path, records: Iterable[Gold]) -> None:
    """Write it beside the file, defaults left out."""
    lines = (
        json.dumps(
            {k: v for k, v in asdict(one).items() if v or k in ("kind", "text")}, ensure_ascii=False
        )
        for one in records
    )
    path_of(file).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def read_gold(file: Path) -> list[Gold]:
    """The records beside a rendered file."""
    lines = path_of(file).read_text(encoding="utf-8").split("\n")
    return [Gold(**json.loads(line)) for line in lines if line]
