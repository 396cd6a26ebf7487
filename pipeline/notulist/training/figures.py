"""Figures on dev, kept as data: without the real minutes a clone can't measure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from notulist.components.classifier import Classifier
from notulist.training.examples import Examples


@dataclass(frozen=True, slots=True)
class Figures:
    """What a pipeline reached."""

    fingerprint: str
    """Of the pipeline that was measured."""
    markdown: str

    def for_card(self, fingerprint: str) -> str:
        """The Markdown, with a warning where another pipeline was measured than this one."""
        if fingerprint == self.fingerprint:
            return self.markdown
        return f"(Measured with another model than this one.)\n\n{self.markdown}"


def fingerprint(classifier: Classifier, data: Examples) -> str:
    """The same for classifiers that label `data` alike and mark alike for review, whatever machine
    built them.

    data: authored bullets, which every clone has.
    """
    columns = classifier.weighed(data.texts).argmax(axis=1)
    labels = " ".join(classifier.labels[column] for column in columns)
    settings = (classifier.threshold, classifier.none_threshold, classifier.further_threshold)
    return sha256(f"{settings} {labels}".encode()).hexdigest()[:16]


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
