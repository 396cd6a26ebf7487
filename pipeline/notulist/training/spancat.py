"""Training of spaCy's span categorizer on labelled bullets."""

from __future__ import annotations

import logging
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Span
from spacy.training import Example
from thinc.api import Adam, Config, fix_random_seed, warmup_linear

from notulist.components.spancat import KEY, SpancatClassifier
from notulist.errors import ModelError
from notulist.training.encoder import place
from notulist.training.examples import Examples
from notulist.training.names import without

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be chosen; the values suit the tok2vec of the default config."""

    epochs: int = 6
    batch_size: int = 32
    """Bullets an update."""
    learning_rate: float = 1e-3
    """Rises over the first tenth of the updates, then falls to 0."""
    dropout: float = 0.2
    seed: int = 0


def network_of(config: Config) -> dict[str, Any] | None:
    """The section of a transformer in a config of "notulist_spancat", None where it has none."""
    component = config.get("components", {}).get("notulist_spancat", {})
    found: dict[str, Any] = component.get("model", {}).get("tok2vec", {})
    return found if "transformer_config" in found else None


def placed(config: Config) -> Config:
    """A config whose transformer bears the name that transformers takes: of a folder, or of a model
    of the hub, from which nothing else is fetched. Raises ModelError M12."""
    network = network_of(config)
    if network is None:
        return config
    name, of_hub = place(network["name"])
    if not of_hub and not Path(name).is_dir():
        raise ModelError("M12", base=name, cause="there is no such folder")
    found = config.copy()
    found["components"]["notulist_spancat"]["model"]["tok2vec"]["name"] = name
    return found


def fit(
    component: SpancatClassifier, data: Examples, settings: Settings, labels: Sequence[str]
) -> None:
    """Have the component learn the labels of `data`, persons' names taken out of their text.

    Same data, seed and machine give the same weights. Raises ModelError M08 where a label has no
    bullet.
    """
    if missing := set(labels) - set(data.labels):
        cause = f"no bullet is labelled {', '.join(sorted(missing))}"
        raise ModelError("M08", name=component.name, cause=cause)
    fix_random_seed(settings.seed)
    chance = random.Random(settings.seed)  # noqa: S311  nothing secret
    examples = [
        _example(component, without(text, data.names), label)
        for text, label in zip(data.texts, data.labels, strict=True)
        if without(text, data.names).strip()
    ]
    categorizer = component.categorizer
    categorizer.initialize(lambda: examples[:100], labels=list(labels))
    updates = settings.epochs * -(-len(examples) // settings.batch_size)
    rates = warmup_linear(settings.learning_rate, max(1, updates // 10), updates)
    # An endless generator, whatever its type says; a list of it would have no end.
    optimizer = Adam(rates, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0)  # type: ignore[arg-type]
    for epoch in range(settings.epochs):
        chance.shuffle(examples)
        losses: dict[str, float] = {}
        for at in range(0, len(examples), settings.batch_size):
            batch = examples[at : at + settings.batch_size]
            categorizer.update(batch, drop=settings.dropout, sgd=optimizer, losses=losses)
            optimizer.step_schedules()
        log.info("epoch %d: loss %.3f", epoch + 1, losses[component.name] / len(examples))


def _example(component: SpancatClassifier, text: str, label: str) -> Example:
    gold = component.make_doc(text)
    gold.spans[KEY] = [Span(gold, 0, len(gold), label)]
    return Example(component.make_doc(text), gold)
