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
from notulist.training.evaluate import evaluate, weighing_of
from notulist.training.linear import fit
from notulist.training.setup import (
    CONFIG,
    CORPUS,
    FIGURES,
    MODEL,
    gold,
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


def build(
    config: Config,
    corpus: Path,
    target: Path,
    real: Path | None = None,
    kept_in: Path | None = None,
) -> Path:
    """Train on the train parts and save the pipeline with its card as folder `target`; gives that.

    real: the folder of real minutes, to learn from and to measure on. Without it the model learns
    from the authored minutes alone, and its card says so. kept_in: a file for the figures: written
    where there are real minutes, else read, so that the card shows those of the model that had
    both. Raises CorpusError, and ModelError M08 where there is too little to learn from.
    """
    settings, weighing = settings_of(config), weighing_of(config)
    data = gold(corpus, real)
    nlp = assemble(config)
    log.info("training on %d bullets of %d bodies", len(data.known.texts), data.known.n_bodies)
    pipeline = fit(data.known, settings)
    cast(LinearClassifier, nlp.get_pipe("notulist_linear")).pipeline = pipeline
    mark = figures.fingerprint(pipeline, data.authored)
    kept = figures.read(kept_in) if kept_in else None
    if data.real:
        log.info("measuring on dev")
        alone = fit(data.authored, settings)
        pipelines = {"linear, authored alone": alone, "linear": pipeline}
        told = evaluate(data.dev, pipelines, data.known, weighing)
        kept = figures.Figures(mark, told.strip())
        if kept_in:
            figures.write(kept, kept_in)
    text = card(data, settings, weighing.shares, corpus, kept.for_card(mark) if kept else "")
    replace_folder(target, lambda folder: _fill(folder, nlp, text))
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
    parser.add_argument("--real", type=Path, help="the folder of real minutes")
    parser.add_argument(
        "--figures",
        type=Path,
        help="where the figures are kept; else only those of the shipped model are",
    )
    chosen = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    # A trial must not overwrite what the shipped card shows.
    told = [path.resolve() for path in (chosen.config, chosen.corpus, chosen.output)]
    shipped = told == [CONFIG, CORPUS, MODEL]
    kept_in = chosen.figures or (FIGURES if shipped else None)
    build(read_config(chosen.config), chosen.corpus, chosen.output, chosen.real, kept_in)


if __name__ == "__main__":
    main()
