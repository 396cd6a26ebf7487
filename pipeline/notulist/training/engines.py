"""The engines that a config can ask for, and how each learns."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, TypeVar

from spacy.language import Language
from thinc.api import Config

from notulist.components.classifier import Classifier, classifiers
from notulist.components.encoder import EncoderClassifier
from notulist.components.ensemble import EnsembleClassifier
from notulist.components.linear import LinearClassifier
from notulist.components.spancat import SpancatClassifier
from notulist.errors import ModelError
from notulist.labels import LABELS, NONE
from notulist.training import encoder, encoder_export, linear, spancat
from notulist.training.setup import Gold

Chosen = TypeVar("Chosen")
"""The Settings of what learns."""


def classifier_of(nlp: Language) -> Classifier:
    """The one classifier of a pipeline. Raises ModelError M14 where there isn't exactly one."""
    found = classifiers(nlp)
    if len(found) != 1:
        file = nlp.path or nlp.meta["name"]
        raise ModelError("M14", file=file, found=len(found))
    return found[0]


def teach(classifier: Classifier, config: Config, data: Gold) -> None:
    """Have a classifier learn all that `data` knows, as the config's section for its engine says.

    An encoder's probabilities are calibrated on the dev parts; one that an ensemble has already
    (`Classifier.from_disk`) stays as it is. Raises ModelError M08 where there is
    too little to learn from, and as `encoder.fine_tune`.
    """
    if isinstance(classifier, EnsembleClassifier):
        # The encoder first: that a package or its base is missing is told at once.
        for member in (classifier.encoder, classifier.linear):
            if not (member is classifier.encoder and classifier.encoder.archive):
                teach(member, config, data)
    elif isinstance(classifier, EncoderClassifier):
        settings = encoder_settings(config)
        trained = encoder.fine_tune(data.known, settings, _labels(data))
        archive = encoder_export.export(trained, settings)
        classifier.archive = encoder_export.calibrated(archive, data.dev)
    elif isinstance(classifier, LinearClassifier):
        classifier.pipeline = linear.fit(data.known.remarks, linear_settings(config))
    elif isinstance(classifier, SpancatClassifier):
        spancat.fit(classifier, data.known, spancat_settings(config), _labels(data))


def _labels(data: Gold) -> tuple[str, ...]:
    """What an engine that can tells apart."""
    return (*LABELS, NONE) if NONE in data.known.labels else LABELS


def set_base(config: Config, base: str) -> None:
    """Have the engine of a config begin with another encoder: a folder, or "hub:" and the name of a
    model. Raises ModelError M09 where the config has no engine that begins with one."""
    components = config.get("components", {})
    network = spancat.network_of(config)
    if {"notulist_encoder", "notulist_ensemble"} & set(components):
        config.setdefault("encoder", {}).update(base=base, origin="", prefix="")
    elif network is not None:
        network["name"] = base
    else:
        allowed = "it with a config that has an encoder or a transformer"
        raise ModelError("M09", name="config", setting="--base", value=base, allowed=allowed)


def linear_settings(config: Config) -> linear.Settings:
    """Section [linear] of a config, the defaults where it has none. Raises ModelError M20 for a
    setting that there isn't."""
    return settings_of(config, "linear", linear.Settings)


def encoder_settings(config: Config) -> encoder.Settings:
    """Section [encoder] of a config. Raises ModelError M20 for a setting that there isn't, M09
    where `base` is absent or there is no run."""
    told = _checked(config, "encoder", encoder.Settings)
    if not told.get("base"):
        allowed = "a folder, or hub: and the name of a model"
        raise ModelError("M09", name="[encoder]", setting="base", value="absent", allowed=allowed)
    if (runs := told.get("runs", 1)) < 1:
        raise ModelError("M09", name="[encoder]", setting="runs", value=runs, allowed="1 or more")
    return encoder.Settings(**told)


def spancat_settings(config: Config) -> spancat.Settings:
    """Section [spancat] of a config, the defaults where it has none. Raises ModelError M20 for a
    setting that there isn't."""
    return settings_of(config, "spancat", spancat.Settings)


def settings_of(config: Config, section: str, settings: type[Chosen]) -> Chosen:
    """A section of a config as its Settings, the defaults where it has none. Raises ModelError M20
    for a setting that there isn't."""
    return settings(**_checked(config, section, settings))


def _checked(config: Config, section: str, settings: type) -> dict[str, Any]:
    """A section, none of whose keys is unknown."""
    told = dict(config.get(section, {}))
    known = [field.name for field in fields(settings)]
    for key in told:
        if key not in known:
            raise ModelError("M20", name=f"[{section}]", setting=key, allowed=", ".join(known))
    return told
