"""Building the shipped model: the whole pipeline assembled, trained, measured and saved.

Run as `python -m notulist.training.build`; `make model` does. The same corpus gives the same
arrays and predictions.
"""

from __future__ import annotations

import argparse
import logging
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from spacy.language import Language
from spacy.util import load_model_from_config
from thinc.api import Config

from notulist import __version__
from notulist.components.linear import LinearClassifier
from notulist.training import figures
from notulist.training.card import card
from notulist.training.evaluate import by_body
from notulist.training.linear import examples, fit
from notulist.training.setup import (
    CONFIG,
    CORPUS,
    FIGURES,
    MODEL,
    component_of,
    gold_docs,
    read_config,
    settings_of,
)

log = logging.getLogger(__name__)

META = {
    "name": "notulist",
    "description": "Dutch government minutes: bullets, actors and the act of each bullet.",
    "author": "The notulist authors",
    "license": "MIT",
}


def assemble(config: Config) -> Language:
    """The pipeline of a config, its classifier untrained."""
    nlp = load_model_from_config(config, auto_fill=True)
    nlp.meta.update(META, version=__version__)
    return nlp


def build(config: Config, corpus: Path, target: Path, real: Path | None = None) -> Path:
    """Train on the minutes in `corpus` and save the pipeline with its card as folder `target`.

    real: the folder of real minutes, to measure on; figures are kept in FIGURES for later builds.
    """
    settings, (threshold, shares) = settings_of(config), component_of(config)
    data = examples(gold_docs(corpus, "train"))
    nlp = assemble(config)
    log.info("training on %d bullets of %d bodies", len(data.texts), len(set(data.bodies)))
    pipeline = fit(data, settings)
    cast(LinearClassifier, nlp.get_pipe("notulist_linear")).pipeline = pipeline
    if real:
        figures.write(figures.measure(real, data, pipeline, shares, threshold), FIGURES)
    log.info("measuring by body")
    measured = by_body(data, settings, shares, threshold)
    kept = figures.read(FIGURES)
    on_real = kept.for_card(figures.fingerprint(pipeline, data)) if kept else ""
    text = card(data, settings, shares, measured, corpus, on_real)
    replace_folder(target, lambda folder: _fill(folder, nlp, text))
    log.info("%s: macro-F1 by body %s", target, measured.macro_f1)
    return target


def _fill(folder: Path, nlp: Language, text: str) -> None:
    nlp.to_disk(folder)
    (folder / "README.md").write_text(text, encoding="utf-8", newline="\n")


def replace_folder(target: Path, fill: Callable[[Path], None]) -> None:
    """Let `fill` make a folder beside `target`, then put it in its place: never half a model."""
    new, old = (target.with_name(f".{target.name}.{suffix}") for suffix in ("new", "old"))
    for left_over in (new, old):
        shutil.rmtree(left_over, ignore_errors=True)
    new.mkdir(parents=True)
    fill(new)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--output", type=Path, default=MODEL)
    parser.add_argument("--real", type=Path, help="the folder of real minutes, to measure on")
    chosen = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    build(read_config(chosen.config), chosen.corpus, chosen.output, chosen.real)


if __name__ == "__main__":
    main()
