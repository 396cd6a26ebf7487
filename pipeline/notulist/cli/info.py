"""`notulist info`: which version, which model, from where."""

from __future__ import annotations

import typer

from notulist.cli.options import Model


def info_cli(model: Model = None) -> None:
    """Say which version and model this is, where the model lies and under which licence."""
    from notulist import __version__, load
    from notulist.language import model_name

    nlp = load(model)
    lines = {
        "notulist": __version__,
        "model": model_name(nlp),
        "folder": nlp.path,
        "components": ", ".join(nlp.pipe_names),
        "licence": nlp.meta.get("license", ""),
        "description": nlp.meta.get("description", ""),
    }
    for name, value in lines.items():
        typer.echo(f"{name:<12} {value}")
