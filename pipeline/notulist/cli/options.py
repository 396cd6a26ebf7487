"""Options that more than one command has."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from notulist.errors import ExportError, Language
from notulist.labels import DUTCH_KINDS, KINDS, REMARKS


class Lang(StrEnum):
    """A language of labels and messages."""

    en = "en"
    nl = "nl"

    @property
    def code(self) -> Language:
        """As the library's functions take it."""
        return "nl" if self is Lang.nl else "en"


def _lang(given: str) -> Lang:
    """typer's own words would be those of pydantic."""
    try:
        return Lang(given)
    except ValueError as error:
        message = str(ExportError("X11", found=given, allowed=", ".join(Lang)))
        raise typer.BadParameter(message) from error


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files (PDF, DOCX, ODT, HTML, EML, TXT, Markdown), folders, globs, zip archives.",
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
    bool,
    typer.Option(
        "--excel",
        help="CSV for a Dutch Excel: BOM, semicolons, decimal commas. An .xlsx doesn't need it.",
    ),
]
Language_ = Annotated[
    Lang,
    typer.Option("--lang", metavar="en|nl", parser=_lang, help="Labels and messages: en or nl."),
]
Messages = Annotated[
    Lang,
    typer.Option(
        "--lang",
        metavar="en|nl",
        parser=_lang,
        help="Messages: en or nl. Cards, figures and the log of training are in English.",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        help="fast (labels sooner, and worse), or the folder of another trained pipeline.",
        show_default=False,
    ),
]
Actors = Annotated[
    Path | None,
    typer.Option(
        "--actors",
        help="A CSV of your own actors, on top of ours: columns id, label, exact, any_case.",
        show_default=False,
    ),
]
Ocr = Annotated[
    bool,
    typer.Option("--ocr", help="Recognise the text of scanned PDF pages (needs ocrmypdf)."),
]
Kinds = Annotated[
    str,
    typer.Option(
        "--kinds",
        metavar="KIND,...",
        help=f"Which kinds of passages become rows: {', '.join(KINDS)}, or all; or in Dutch: "
        f"{', '.join(DUTCH_KINDS.values())}, alle.",
    ),
]
REMARKS_ONLY = ",".join(REMARKS)
"""What Kinds is where nobody says."""
Explain = Annotated[
    bool,
    typer.Option("--explain", help="Add a column: the words that weighed most for the label."),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet",
        "-q",
        help="No progress bar and no summary, unless an input failed: that is told.",
    ),
]


def chosen_kinds(given: str, lang: Lang) -> tuple[str, ...]:
    """The kinds of --kinds, of which there is one at least. Raises typer.BadParameter."""
    # Late, so that `notulist --help` doesn't need spaCy.
    from notulist.records import check_kinds

    try:
        return tuple(sorted(check_kinds(name.strip().lower() for name in given.split(","))))
    except ExportError as error:
        message = error.in_language(lang.code)
        raise typer.BadParameter(message, param_hint="--kinds") from error


def chosen_language(argv: Sequence[str]) -> Language:
    """The language that a command line asks for, also when it broke off before it was parsed."""
    for i, word in enumerate(argv):
        if word == "--lang=nl" or (word == "--lang" and list(argv[i + 1 : i + 2]) == ["nl"]):
            return "nl"
    return "en"
