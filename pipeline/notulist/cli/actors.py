"""`notulist actors`: who does what, who asks whom, and when."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from notulist.cli.options import Actors, Excel, Lang, Language_, Model, Ocr, Quiet


class By(StrEnum):
    """A period to count by."""

    year = "year"
    quarter = "quarter"
    month = "month"


def actors_cli(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Minutes as for classify, or what classify wrote of them (.csv, .xlsx, .parquet, "
            ".jsonl), also once it was corrected.",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "--out",
            "-o",
            help="A folder for the tables as CSV and the pictures as PNG and SVG.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[By, typer.Option("--by", help="The period to count by.")] = By.year,
    label: Annotated[
        list[str] | None,
        typer.Option(
            "--label",
            help="Count this label only (may be given more than once); who asks whom is of "
            "requests without it.",
            show_default=False,
        ),
    ] = None,
    actor: Annotated[
        list[str] | None,
        typer.Option(
            "--actor",
            help="Count this actor only, as the column holder names it (may be given more than "
            "once).",
            show_default=False,
        ),
    ] = None,
    top: Annotated[
        int,
        typer.Option(
            "--top", min=1, help="How many actors are shown and drawn; files hold them all."
        ),
    ] = 20,
    excel: Excel = False,
    lang: Language_ = Lang.en,
    model: Model = None,
    actors: Actors = None,
    ocr: Ocr = False,
    quiet: Quiet = False,
) -> None:
    """Count actors by label, who asks whom, and both over time."""
    # Late, so that `notulist --help` needs neither spaCy nor pandas.
    from notulist.cli.actor_rows import chosen_labels, rows_of
    from notulist.cli.actor_views import check_folder, make_views, print_views, save_views
    from notulist.messages import say

    labels = chosen_labels(label or ())
    if out is not None:
        check_folder(out)
    rows, failed = rows_of(paths, lang=lang.code, model=model, actors=actors, ocr=ocr, quiet=quiet)
    if rows is not None:
        views = make_views(rows, by.value, labels, actor or (), lang.code)
        print_views(views, top)
        if out is not None:
            for written in save_views(views, out, top, excel=excel):
                if not quiet:
                    typer.echo(say("written", lang.code, path=written), err=True)
    raise typer.Exit(1 if failed else 0)
