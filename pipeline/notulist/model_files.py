"""Where a model lies and what its own files say of it, without loading it (and without spaCy)."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from notulist.errors import ModelError
from notulist.resources import resource

DEFAULT = "nl_notulist"
SHIPPED = {"fast": "nl_notulist_fast"}
"""Our other models, by what `notulist.load` calls them; they differ in how bullets are labelled."""
META, CONFIG, CARD = "meta.json", "config.cfg", "README.md"
_ALWAYS = ("lang", "name", "version", "pipeline")


def folder_of(model: str | Path | None = None) -> Path:
    """The folder of a model, named as `notulist.load` takes it.

    Raises ModelError M10 where there is none, or one without meta.json or config.cfg.
    """
    shipped = DEFAULT if model is None else SHIPPED.get(model) if isinstance(model, str) else None
    if shipped is not None:
        return resource(shipped)
    name = model or ""
    folder = (_of_package(name) if isinstance(name, str) else None) or Path(name)
    for file in (META, CONFIG):
        if not (folder / file).is_file():
            raise ModelError("M10", name=name, file=(folder / file).as_posix())
    return folder


def read_meta(folder: Path) -> dict[str, Any]:
    """What a model's meta.json says. Raises ModelError M11 where that can't be read, or lacks what
    spaCy writes in each."""
    try:
        meta: dict[str, Any] = json.loads((folder / META).read_text(encoding="utf-8"))
        if absent := [key for key in _ALWAYS if key not in meta]:
            raise ValueError(", ".join(f"{key}: ?" for key in absent))
    except (OSError, ValueError) as error:
        raise ModelError("M11", name=folder.as_posix(), file=META, cause=error) from error
    return meta


def read_card(folder: Path) -> str:
    """A model's card, as Markdown. Raises ModelError M02 where it has none."""
    file = folder / CARD
    if not file.is_file():
        raise ModelError("M02", folder=folder, file=file.name)
    return file.read_text(encoding="utf-8")


def name_of(meta: dict[str, Any]) -> str:
    """What rows say labelled them: "nl_notulist-0.1.0"."""
    return f"nl_{meta['name']}-{meta['version']}"


def _of_package(name: str) -> Path | None:
    """The folder inside an installed package, as `spacy package` makes it; None for no package."""
    try:
        distribution(name)
    except (PackageNotFoundError, ValueError):
        return None
    found = find_spec(name)
    root = Path(found.origin).parent if found is not None and found.origin else None
    if root is None or not (root / META).is_file():
        return None
    meta = read_meta(root)
    return root / f"{meta['lang']}_{meta['name']}-{meta['version']}"
