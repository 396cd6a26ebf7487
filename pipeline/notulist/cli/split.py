"""`notulist split`: bullets without labels."""

from __future__ import annotations

import typer

from notulist.cli.options import Excel, Lang, Language_, Model, Out, Paths, Quiet


def split_cli(
    paths: Paths,
    out: Out,
    excel: Excel = False,
    lang: Language_ = Lang.en,
    model: Model = None,
    quiet: Quiet = False,
) -> None:
    """Split minutes into bullets with their agenda items and actors, without labels."""
    from notulist.cli.work import process
    from notulist.export import check_writable

    check_writable(out)
    code = process(
        paths, out, excel=excel, lang=lang.code, model=model, quiet=quiet, exclude=CLASSIFIERS
    )
    raise typer.Exit(code)


CLASSIFIERS = ("notulist_linear",)
