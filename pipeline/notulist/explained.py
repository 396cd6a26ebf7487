"""The words that weighed most for each row's label, as its column `why`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.language import Language

from notulist.components.classifier import Classifier, by_rule, classifiers
from notulist.components.explaining import ACTION_LIST, Weight, told
from notulist.errors import ModelError
from notulist.language import model_name

if TYPE_CHECKING:
    from notulist.records import Row


def explained(rows: Sequence[Row], nlp: Language) -> list[Row]:
    """The rows with `why`: "vraagt (0.8), graag (0.4)", or that an action list decided.

    nlp: the pipeline that labelled them. A row without a label gets None.
    Raises ModelError M16 as `explainer`.
    """
    learnt = [(row.text, row.label) for row in rows if row.label and not by_rule(row.kind)]
    texts, labels = [text for text, _ in learnt], [label for _, label in learnt]
    weights = iter(explainer(nlp).explain(texts, labels))
    return [replace(row, why=_why(row, weights)) for row in rows]


def explainer(nlp: Language) -> Classifier:
    """The component of `nlp` that gives labels, the last one where it has more.

    Raises ModelError M16 where it has none.
    """
    if found := classifiers(nlp):
        return found[-1]
    raise ModelError("M16", name=model_name(nlp))


def _why(row: Row, weights: Iterator[list[Weight]]) -> str | None:
    """weights: of the rows that have a label by what was learnt, in order."""
    if not row.label:
        return None
    return ACTION_LIST if by_rule(row.kind) else told(row.text, next(weights))
