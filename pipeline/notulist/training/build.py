"""Building the shipped models: the whole pipeline assembled, trained, measured and saved.

Run as `python -m notulist.training.build`; `make model` does. The same corpus gives the linear
model the same arrays and predictions.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_model_from_config
from thinc.api import Config

from notulist import __version__
from notulist.components.actors import Actors, finder_in
from notulist.components.classifier import Classifier
from notulist.components.encoder import EncoderClassifier
from notulist.components.ensemble import EnsembleClassifier
from notulist.components.learned_mentions import Finder
from notulist.components.linear import LinearClassifier
from notulist.components.roles import Roles
from notulist.components.splitter import Splitter
from notulist.corpus.actor_marks import read_marks, settled
from notulist.corpus.real import LABELS_FOLDER
from notulist.errors import ModelError
from notulist.model_files import DEFAULT, folder_of, name_of, read_meta
from notulist.resources import resource
from notulist.training import figures, kinds, learned_mentions, linear, roles, spancat
from notulist.training.card import card
from notulist.training.engines import (
    classifier_of,
    linear_settings,
    settings_of,
    teach,
)
from notulist.training.evaluate import evaluate
from notulist.training.examples import Examples
from notulist.training.setup import (
    CONFIG,
    CORPUS,
    FIGURES,
    MODELS,
    NOBODYS,
    Gold,
    gold,
    gold_docs,
    read_config,
    real_gold,
)

log = logging.getLogger(__name__)

META = {
    "name": "notulist",
    "description": "Dutch government minutes: bullets, actors and the act of each bullet.",
    "author": "The notulist authors",
    "license": "MIT",
}


def assemble(config: Config) -> Language:
    """The pipeline of a config, its classifier untrained. Raises ModelError M18, and M12 for a
    transformer that isn't there."""
    try:
        nlp = load_model_from_config(spancat.placed(config), auto_fill=True)
    except ValueError as error:
        cause = " ".join(str(error).split())
        raise ModelError("M18", name="config", cause=cause) from error
    nlp.meta.update(META, version=__version__)
    return nlp


def model_name(folder: Path) -> str:
    """What a model in this folder is called, without the language: "notulist" for nl_notulist."""
    return re.sub(r"\W+", "_", folder.resolve().name).removeprefix("nl_") or META["name"]


def build(
    config: Config,
    corpus: Path,
    target: Path,
    real: Path | None = None,
    kept_in: Path | None = None,
    trained: Path | None = None,
    corrected: Examples = NOBODYS,
    *,
    keep_encoder: bool = False,
) -> Path:
    """Train on the train parts and save the pipeline with its card as folder `target`; gives that.

    real: the folder of real minutes, to learn from and to measure on. Without it the model learns
    from the authored minutes alone, and its card says so. kept_in: a file for the figures: written
    where there are real minutes, else read, so that the card shows those of the model that had
    both. trained: a folder of a model of this config, whose classifier is taken as it is instead of
    training one: enough where only its settings or other components have changed. corrected: rows
    to learn from beside the corpus. keep_encoder: the encoder is that of the shipped model, and
    only the linear classifier beside it learns, which needs no torch. Raises CorpusError, and
    ModelError as `engines.teach`, M21 where `trained` learnt from other bodies, M23 where there is
    no linear classifier beside an encoder to keep.
    """
    check_replaceable(target)
    # What is wrong is said before any training.
    linear_settings(config)
    settings_of(config, "kinds", kinds.Settings)
    settings_of(config, "mentions", learned_mentions.Settings)
    settings_of(config, "roles", roles.Settings)
    nlp = assemble(config)
    classifier = classifier_of(nlp)
    shipped = _keep_encoder(classifier) if keep_encoder else {}
    data = replace(gold(corpus, real), corrected=corrected)
    nlp.meta["name"] = model_name(target)
    bodies = sorted({*data.known.bodies, *shipped.get("learnt_bodies", ())} - {""})
    nlp.meta["learnt_bodies"] = bodies
    if trained is None:
        log.info("training on %d bullets of %d bodies", len(data.known.texts), data.known.n_bodies)
        teach(classifier, config, data)
    else:
        meta = json.loads((trained / "meta.json").read_text(encoding="utf-8"))
        if meta["learnt_bodies"] != bodies:
            raise ModelError("M21", name=trained)
        component: Any = classifier  # an engine; what all share needn't say how each is kept
        component.from_disk(trained / classifier.name)
    _teach_kinds(nlp, config, real, data.known.names)
    _teach_actors(nlp, config, corpus, real, data.known.names)
    told = _figures(classifier, data, kept_in)
    kept = name_of(shipped) if shipped else ""
    text = card(nlp.meta["name"], classifier, config, data, corpus, told, kept)
    replace_folder(target, lambda folder: _fill(folder, nlp, text))
    return target


def _keep_encoder(classifier: Classifier) -> dict[str, Any]:
    """Give an untrained ensemble the encoder of the shipped model; gives the meta of that one."""
    if not isinstance(classifier, EnsembleClassifier):
        raise ModelError("M23", name=classifier.name)
    folder = folder_of()
    classifier.encoder.from_disk(folder / classifier.name / "encoder")
    return read_meta(folder)


def _teach_kinds(nlp: Language, config: Config, real: Path | None, names: frozenset[str]) -> None:
    """Have the splitter's judge learn from the real minutes; where those aren't there, or too few
    for all classes, it is the shipped one: authored minutes hold nothing that is no remark."""
    documents = kinds.read_documents(real, "train") if real else []
    for _, component in nlp.pipeline:
        if isinstance(component, Splitter) and kinds.has_all_classes(documents):
            log.info("learning kinds from %d documents", len(documents))
            component.judge = kinds.fit(
                documents, settings_of(config, "kinds", kinds.Settings), names
            )
        elif isinstance(component, Splitter):
            component.from_disk(resource(DEFAULT) / component.name)


def _teach_actors(
    nlp: Language, config: Config, corpus: Path, real: Path | None, names: frozenset[str]
) -> None:
    """Have the finder of mentions and the ranker of holders learn. They read with a pipeline of
    their own: what is saved holds the strings of its vocab, and those are to be of no minutes."""
    reader = assemble(config)
    authored = gold_docs(corpus, "train")
    marks = settled(read_marks(LABELS_FOLDER)) if real else {}
    minutes = learned_mentions.with_mentions(real_gold(real, "train"), marks) if real else []
    _teach_mentions(reader, config, [*authored, *minutes] if real else [], names)
    if reader.has_pipe("notulist_actors"):
        read = [*roles.read_documents(reader, authored), *roles.read_real(reader, minutes, marks)]
        _teach_roles(reader, config, read, names)
    for (_, own), (_, taught) in zip(nlp.pipeline, reader.pipeline, strict=True):
        if isinstance(own, Actors) and isinstance(taught, Actors):
            own.finder = taught.finder
        if isinstance(own, Roles) and isinstance(taught, Roles):
            own.ranker = taught.ranker


def _teach_mentions(
    nlp: Language, config: Config, docs: Sequence[Doc], names: frozenset[str]
) -> None:
    """Have the finder of mentions learn from the authored and real minutes; where the real aren't
    there, or the authored mark no actors, it is the shipped one: authored minutes hold few words
    with a capital that are no actor."""
    for _, component in nlp.pipeline:
        if not isinstance(component, Actors):
            continue
        learnt = learned_mentions.documents(component, docs)
        if learned_mentions.can_learn(learnt):
            log.info("learning mentions from %d documents", len(learnt))
            own = settings_of(config, "mentions", learned_mentions.Settings)
            component.finder = Finder(learned_mentions.fit(learnt, own, names))
        else:
            component.finder = finder_in(resource(DEFAULT) / component.name)


def _teach_roles(
    nlp: Language, config: Config, documents: Sequence[roles.Read], names: frozenset[str]
) -> None:
    """Have the ranker of holders learn from authored and real minutes, as this pipeline tags them;
    where too few list their actors, it is the shipped one."""
    for _, component in nlp.pipeline:
        if isinstance(component, Roles):
            log.info("learning holders from %d documents", len(documents))
            own = settings_of(config, "roles", roles.Settings)
            component.ranker = roles.fit(documents, own, names)
            if component.ranker is None:
                component.from_disk(resource(DEFAULT) / component.name)


def _figures(classifier: Classifier, data: Gold, kept_in: Path | None) -> str:
    """What the card tells: measured where that can be, else as kept; "" for nothing."""
    told = ""
    if data.dev and (data.real or not kept_in):
        log.info("measuring on dev")
        told = _measured(classifier, data).strip()
    if kept_in is None:
        return told
    mark = figures.fingerprint(classifier, data.authored)
    if told:
        figures.write(figures.Figures(mark, told), kept_in)
        return told
    kept = figures.read(kept_in)
    return kept.for_card(mark) if kept else ""


def _measured(classifier: Classifier, data: Gold) -> str:
    """What a classifier reaches on dev, beside a linear one that learnt from authored alone and, as
    far as it is or has an encoder, one of each engine that learnt the same as it."""
    beside: dict[str, Classifier] = {}
    if data.real:
        beside["linear, authored alone"] = _fitted(data.authored)
    if isinstance(classifier, EnsembleClassifier):
        beside["linear"] = _linear(classifier.linear.pipeline)
        beside["encoder"] = classifier.encoder
    elif isinstance(classifier, EncoderClassifier):
        beside["linear"] = _fitted(data.known)
    return evaluate(data.dev, {**beside, _called(classifier): classifier}, data.known)


def _called(classifier: Classifier) -> str:
    """What a row of the card calls an engine."""
    if isinstance(classifier, EnsembleClassifier):
        return "encoder and linear"
    return "encoder" if isinstance(classifier, EncoderClassifier) else "linear"


def _fitted(known: Examples) -> Classifier:
    """The linear classifier that ships, had it learnt from `known` alone."""
    return _linear(linear.fit(known.remarks, linear_settings(read_config(CONFIG))))


def _linear(pipeline: Any) -> Classifier:
    """The linear classifier that ships, its shares too, over another fitted pipeline."""
    made = classifier_of(assemble(read_config(CONFIG)))
    assert isinstance(made, LinearClassifier)  # noqa: S101  linear.cfg says so
    made.pipeline = pipeline
    return made


def _fill(folder: Path, nlp: Language, text: str) -> None:
    nlp.to_disk(folder)
    (folder / "README.md").write_text(text, encoding="utf-8", newline="\n")


def check_replaceable(target: Path) -> None:
    """Nothing, where a model may be put at `target`: it is absent, an empty folder, or a model.

    Raises ModelError M17 for anything else, which would be lost.
    """
    if not target.exists() or _is_model(target):
        return
    if not target.is_dir() or any(target.iterdir()):
        raise ModelError("M17", name=target)


def _is_model(folder: Path) -> bool:
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return (folder / "config.cfg").is_file() and meta["lang"] == "nl_minutes"
    except (OSError, ValueError, TypeError, KeyError):
        return False


def replace_folder(target: Path, fill: Callable[[Path], None]) -> None:
    """Let `fill` make a folder beside `target`, then put it in its place: never half a model."""
    target = target.resolve()  # "." has no name
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
    parser.add_argument("--output", type=Path, help="a folder; else that of the shipped model")
    parser.add_argument("--real", type=Path, help="the folder of real minutes")
    parser.add_argument(
        "--figures",
        type=Path,
        help="where the figures are kept; else only those of the shipped model are",
    )
    parser.add_argument(
        "--trained", type=Path, help="a model whose classifier is taken instead of training one"
    )
    chosen = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    # A trial must not overwrite what we ship, nor the figures that its card shows.
    config = chosen.config.resolve()
    ours = MODELS.get(config) if chosen.corpus.resolve() == CORPUS else None
    target = chosen.output or ours
    if target is None or (target.resolve() in MODELS.values() and target.resolve() != ours):
        parser.error("name an --output: another config or corpus isn't what we ship")
    shipped = target.resolve() == ours
    kept_in = chosen.figures or (FIGURES / f"{ours.name}.json" if shipped and ours else None)
    build(read_config(config), chosen.corpus, target, chosen.real, kept_in, chosen.trained)


if __name__ == "__main__":
    main()
