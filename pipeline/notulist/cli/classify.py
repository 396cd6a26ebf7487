"""`notulist classify`: minutes in, labelled bullets out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from notulist.cli.options import (
    REMARKS_ONLY,
    Actors,
    Excel,
    Explain,
    Kinds,
    Lang,
    Language_,
    Model,
    Ocr,
    Out,
    Paths,
    Quiet,
    chosen_kinds,
)


def classify_cli(
    paths: Paths,
    out: Out,
    excel: Excel = False,
    lang: Language_ = Lang.en,
    model: Model = None,
    actors: Actors = None,
    text_column: Annotated[
        str | None,
        typer.Option(
            "--text-column",
            help="PATH is a CSV or XLSX that holds one bullet a row, in this column; "
            "its other columns and their order are kept.",
            show_default=False,
        ),
    ] = None,
    kinds: Kinds = REMARKS_ONLY,
    ocr: Ocr = False,
    explain: Explain = False,
    quiet: Quiet = False,
) -> None:
    """Label every bullet of minutes: agreement, concern, explanation or request."""
    # Late, so that `notulist --help` needs neither spaCy nor pandas.
    from notulist.cli.work import label_table, process, refuse_tables
    from notulist.errors import TableError
    from notulist.export import check_writable

    if text_column is not None and kinds != REMARKS_ONLY:
        raise TableError("T08")
    wanted = chosen_kinds(kinds, lang)
    check_writable(out)
    if text_column is not None:
        if len(paths) != 1:
            raise TableError("T04", count=len(paths))
        label_table(
            Path(paths[0]),
            text_column,
            out,
            excel=excel,
            lang=lang.code,
            model=model,
            actors=actors,
            explain=explain,
            quiet=quiet,
        )
        return
    refuse_tables(paths)
    code = process(
        paths,
        out,
        excel=excel,
        lang=lang.code,
        model=model,
        actors=actors,
        ocr=ocr,
        kinds=wanted,
        explain=explain,
        quiet=quiet,
    )
    raise typer.Exit(code)
