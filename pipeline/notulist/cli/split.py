"""`notulist split`: bullets without labels."""

from __future__ import annotations

import typer

from notulist.cli.options import (
    REMARKS_ONLY,
    Actors,
    Excel,
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


def split_cli(
    paths: Paths,
    out: Out,
    excel: Excel = False,
    lang: Language_ = Lang.en,
    model: Model = None,
    actors: Actors = None,
    kinds: Kinds = REMARKS_ONLY,
    ocr: Ocr = False,
    quiet: Quiet = False,
) -> None:
    """Split minutes into bullets with their agenda items and actors, without labels."""
    from notulist.cli.work import process, refuse_tables
    from notulist.export import check_writable
    from notulist.language import CLASSIFIERS

    wanted = chosen_kinds(kinds, lang)
    check_writable(out)
    refuse_tables(paths, splitting=True)
    code = process(
        paths,
        out,
        excel=excel,
        lang=lang.code,
        model=model,
        actors=actors,
        ocr=ocr,
        kinds=wanted,
        quiet=quiet,
        exclude=CLASSIFIERS,
    )
    raise typer.Exit(code)
