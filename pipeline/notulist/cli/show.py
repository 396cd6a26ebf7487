"""`notulist show`: where a bullet stands in its source."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from notulist.cli.options import Lang, Language_, Model, Ocr


def show_cli(
    bullet_id: Annotated[
        str, typer.Argument(metavar="BULLET_ID", help="As in the column bullet_id.")
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH...]",
            help="Files, folders, globs, zip archives to look in; not needed with --from.",
            show_default=False,
        ),
    ] = None,
    table: Annotated[
        Path | None,
        typer.Option(
            "--from",
            help="The output that the id comes from; its row says which document.",
            show_default=False,
        ),
    ] = None,
    context: Annotated[
        int, typer.Option("--context", min=0, help="Lines to show before and behind.")
    ] = 3,
    picture: Annotated[
        Path | None,
        typer.Option(
            "--picture",
            help="PDF: write the page with the bullet framed to this .png.",
            show_default=False,
        ),
    ] = None,
    ocr: Ocr = False,
    lang: Language_ = Lang.en,
    model: Model = None,
) -> None:
    """Show a bullet where it stands in its document, with the lines around it."""
    from notulist.cli.passage import frame, look_up, print_passage
    from notulist.errors import ProvenanceError
    from notulist.export.files import check_writable
    from notulist.export.picture import SUFFIXES

    if not paths and table is None:
        raise ProvenanceError("P03", id=bullet_id)
    if picture is not None:
        check_writable(picture, SUFFIXES)
    hit = look_up(bullet_id, paths or (), table, model=model, ocr=ocr, lang=lang.code)
    if picture is not None:
        frame(hit, picture, lang.code)
    print_passage(hit, context, lang.code)
