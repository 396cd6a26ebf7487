"""The typer application: which commands there are."""

from __future__ import annotations

from typing import Annotated

import typer

from notulist import __version__
from notulist.cli.actors import actors_cli
from notulist.cli.classify import classify_cli
from notulist.cli.corpus import corpus_app
from notulist.cli.info import info_cli
from notulist.cli.show import show_cli
from notulist.cli.split import split_cli
from notulist.cli.training import card_cli, evaluate_cli, train_cli

app = typer.Typer(
    name="notulist",
    help="Turns Dutch government meeting minutes into data.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("classify")(classify_cli)
app.command("split")(split_cli)
app.command("actors")(actors_cli)
app.command("show")(show_cli)
app.command("info")(info_cli)
app.command("train")(train_cli)
app.command("evaluate")(evaluate_cli)
app.command("card")(card_cli)
app.add_typer(corpus_app, name="corpus")


def _version(value: bool) -> None:
    if value:
        typer.echo(f"notulist {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version.")
    ] = False,
) -> None:
    pass
