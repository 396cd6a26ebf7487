"""Figures on real passages, kept as data: their text stays outside, so a clone can't measure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from notulist.components.linear_features import columns
from notulist.training import tables
from notulist.training.evaluate import baselines, with_pipeline
from notulist.training.linear import Examples, examples
from notulist.training.setup import real_gold

PART = "dev"


@dataclass(frozen=True, slots=True)
class Figures:
    """What a pipeline reached on real passages."""

    fingerprint: str
    """Of the pipeline that was measured."""
    markdown: str

    def for_card(self, fingerprint: str) -> str:
        """The Markdown, with a warning where another pipeline was measured than this one."""
        if fingerprint == self.fingerprint:
            return self.markdown
        return f"(Measured with an earlier model than this one.)\n\n{self.markdown}"


def fingerprint(pipeline: Any, data: Examples) -> str:
    """The same for pipelines that label `data` alike, whatever machine built them."""
    labels = " ".join(map(str, pipeline.predict(columns(data.texts))))
    return sha256(labels.encode()).hexdigest()[:16]


def measure(
    real: Path, known: Examples, pipeline: Any, shares: dict[str, float], threshold: float
) -> Figures:
    """Baselines and the pipeline, that learnt from `known`, on the dev part of real minutes."""
    data = examples(real_gold(real, PART))
    last = with_pipeline("linear", data, pipeline, shares, threshold)
    parts = [
        tables.summary([*baselines(data, known), last]),
        tables.by_label(last),
        tables.by_share(last),
        tables.accepted(last),
    ]
    return Figures(fingerprint(pipeline, known), "\n\n".join(parts))


def read(path: Path) -> Figures | None:
    """Kept figures; None where there are none yet."""
    if not path.is_file():
        return None
    return Figures(**json.loads(path.read_text(encoding="utf-8")))


def write(figures: Figures, path: Path) -> None:
    """Keep figures."""
    fields = {"fingerprint": figures.fingerprint, "markdown": figures.markdown}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(fields, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
