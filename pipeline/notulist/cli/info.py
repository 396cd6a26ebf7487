"""`notulist info`: which version, which model, from where."""

from __future__ import annotations

import typer

from notulist.cli.options import Lang, Messages, Model


def info_cli(model: Model = None, lang: Messages = Lang.en) -> None:
    """Say which version and model this is, where the model lies and under which licence."""
    from notulist import __version__
    from notulist.model_files import folder_of, name_of, read_meta

    folder = folder_of(model)
    meta = read_meta(folder)
    lines = {
        "notulist": __version__,
        "model": name_of(meta),
        "folder": folder,
        "components": ", ".join(meta["pipeline"]),
        "licence": meta.get("license", ""),
        "description": meta.get("description", ""),
    }
    for name, value in lines.items():
        typer.echo(f"{name:<12} {value}")
