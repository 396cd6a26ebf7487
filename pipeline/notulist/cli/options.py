"""Options that more than one command has."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from notulist.errors import Language


class Lang(StrEnum):
    """A language of labels and messages."""

    en = "en"
    nl = "nl"

    @property
    def code(self) -> Language:
        """As the library's functions take it."""
        return "nl" if self is Lang.nl else "en"


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files (PDF, DOCX, TXT, Markdown), folders, globs, zip archives.",
        show_default=False,
    ),
]
Out = Annotated[
    Path,
    typer.Option(
        "--out", "-o", help="Output: .csv, .xlsx, .parquet or .jsonl.", show_default=False
    ),
]
Excel = Annotated[
    bool, typer.Option("--excel", help="CSV for a Dutch Excel: BOM, semicolons, decimal commas.")
]
Language_ = Annotated[Lang, typer.Option("--lang", help="Labels and messages: en or nl.")]
Model = Annotated[
    str | None,
    typer.Option("--model", help="Folder of another trained pipeline.", show_default=False),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no summary.")]


def chosen_language(argv: Sequence[str]) -> Language:
    """The language that a command line asks for, also when it broke off before it was parsed."""
    for i, word in enumerate(argv):
        if word == "--lang=nl" or (word == "--lang" and list(argv[i + 1 : i + 2]) == ["nl"]):
            return "nl"
    return "en"
