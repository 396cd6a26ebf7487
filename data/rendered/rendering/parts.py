"""What a rendered document is made of, before it is laid out: parts in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal[
    "title",
    "header",
    "attendance",
    "topic",
    "heading",
    "lead-in",
    "bullet",
    "action",
    "table",
    "furniture",
    "footnote",
    "absent",
]
"""As notulist.components.kinds, and: title; furniture (running headers and footers, watermarks);
footnote; absent: text that the file must not show (deleted, hidden, under a redaction box)."""

RunKind = Literal[
    "text",
    "gap",
    "ground",
    "ref",
    "inserted",
    "deleted",
    "moved-away",
    "moved-here",
    "hidden",
    "link",
    "smart",
    "field",
    "break",
    "soft-hyphen",
    "nb-hyphen",
    "control",
]
"""What Word or a redactor makes of a run of text; gap: a hole where text was."""
ABSENT = {"gap", "deleted", "moved-away", "hidden"}
"""Kinds of runs whose text isn't part of the minutes as published."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text that is set in one way."""

    text: str
    kind: RunKind = "text"


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table; several parts may stand in one cell."""

    table: str
    """Names the table, and by its first word the widths of its columns."""
    row: int
    column: int
    span: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, list item, heading or cell paragraph."""

    kind: Kind
    runs: tuple[Run, ...]
    number: str = ""
    """Of a heading; it stands in the title as `lead` has it."""
    lead: str = ""
    """What stands before a heading's title: "3. ", "Agendapunt 3: "."""
    level: int = 0
    """Bullets: nesting from 0; headings: from 1."""
    marker: str = ""
    under: str = ""
    """The title of the heading that a remark stands under."""
    cell: Cell | None = None
    notes: tuple[str, ...] = ()
    """Footnotes that its runs of kind "ref" point at, in order."""
    runs_on: bool = False
    """A heading that the remark after it follows on the same line."""
    loose: bool = False
    """A remark in a paragraph of its own, without a list item."""

    def text(self, *, refs: bool = True) -> str:
        """As the file shows it; refs: whether the figures of footnotes stand in the text."""
        left_out = ABSENT if refs else ABSENT | {"ref"}
        text = "".join(run.text for run in self.runs if run.kind not in left_out)
        return re.sub(r" {2,}", " ", text).strip()


def part(kind: Kind, text: str | Iterable[Run], **fields: object) -> Part:
    """A Part of plain text or of runs."""
    runs = (Run(text),) if isinstance(text, str) else tuple(text)
    return replace(Part(kind, runs), **fields)  # type: ignore[arg-type]
