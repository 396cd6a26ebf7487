"""Training of the judge of kinds, on the real documents that readers marked or labelled.

    python -m notulist.training.kinds MINUTES

prints what the judge adds to the rules: on the marked train documents by cross-validation, no
document on both sides, and on dev. MINUTES is the folder that holds the real documents.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from notulist.components.block_features import HEADING, SHAPE, TEXT, columns, text_of
from notulist.components.blocks import Block, find_blocks
from notulist.components.learned_kinds import CLASS_OF, OTHER, REMARK, TITLE, judged
from notulist.components.linear_features import WORD
from notulist.corpus.anchors import Place
from notulist.corpus.boundaries import MarkedDocument, read_boundaries
from notulist.corpus.labels import LabelledSpan, read_labels
from notulist.corpus.marking import ROWS
from notulist.corpus.real import LABELS_FOLDER, places_of, unchanged
from notulist.labels import NONE
from notulist.reading.source import Source
from notulist.training.boundaries import figures, stretches_of
from notulist.training.boundary_scores import Counts, count, stretches
from notulist.training.linear import Array, vocabulary
from notulist.training.names import persons, without

_TITLES = ("heading", "title")
_LABELLED = ("bullet", "topic", "lead-in")
"""Kinds of which a passage that is no remark is neither a heading, as far as one can know."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be chosen; the values were chosen by cross-validation on train."""

    C: float = 1.0
    """Inverse strength of the regularisation."""
    min_documents: int = 3
    """A word or run of characters that occurs in fewer documents is left out."""
    folds: int = 5
    """Of the cross-validation, by document."""
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """A real document as the rules split it."""

    source: Source
    blocks: list[Block]
    classes: list[str]
    """Of each block, as readers have it; "" where nobody can say."""
    marked: MarkedDocument | None
    """Its marks, where it has any."""


def read_documents(minutes: Path, *parts: str, data: Path = LABELS_FOLDER) -> list[Read]:
    """The labelled and marked documents of these parts that lie unchanged under `minutes`.

    Raises CorpusError as `read_labels` and `read_boundaries`.
    """
    marked = {one.file: one for one in read_boundaries(data, *parts)}
    labelled = {one.file: one for one in read_labels(data, *parts)}
    found = []
    digests = {name: one.sha256 for name, one in marked.items()}
    digests |= {name: one.sha256 for name, one in labelled.items()}
    for name, digest in digests.items():
        if source := unchanged(minutes, name, digest):
            blocks, own = find_blocks(source), marked.get(name)
            spans = labelled[name].spans if name in labelled else ()
            found.append(Read(source, blocks, classes(source, blocks, spans, own), own))
    return found


def classes(
    source: Source,
    blocks: Sequence[Block],
    spans: Sequence[LabelledSpan],
    marked: MarkedDocument | None,
) -> list[str]:
    """The class of each block: by most of its characters where the document is marked, else by the
    label of the passage that it holds or stands in; "" where that says nothing."""
    if marked is not None:
        owner = [""] * len(source.text)
        for kind, start, end in stretches(source, marked.marks):
            owner[start:end] = [kind] * (end - start)
        return [_marked_class(source, block, owner) for block in blocks]
    places = [(place, span.gold.label) for span, place in places_of(source, spans) if span.gold]
    return [_labelled_class(block, places) for block in blocks]


def _marked_class(source: Source, block: Block, owner: Sequence[str]) -> str:
    kinds = Counter(
        owner[i]
        for start, end in block.pieces
        for i in range(start, end)
        if owner[i] and not source.text[i].isspace()
    )
    if not kinds:
        return ""
    most = kinds.most_common(1)[0][0]
    if most in _TITLES:
        return TITLE
    return REMARK if any(kinds[kind] for kind in ROWS) else OTHER


def _labelled_class(block: Block, places: Sequence[tuple[Place, str]]) -> str:
    if block.kind not in _LABELLED:
        return ""
    for (start, end), label in places:
        if start < block.end and block.start < end:
            return OTHER if label == NONE else REMARK
    return ""


def has_all_classes(documents: Sequence[Read]) -> bool:
    """Whether each class of the judge has a block in these documents."""
    return {REMARK, TITLE, OTHER} <= {told for one in documents for told in one.classes}


def fit(
    documents: Sequence[Read],
    settings: Settings | None = None,
    names: frozenset[str] = frozenset(),
) -> Any:
    """A fitted scikit-learn Pipeline over `block_features.columns`: the same documents give the
    same arrays. names: words, in lower case, that it mustn't know beside what looks like a person's
    name in the documents."""
    settings = settings or Settings()
    return _fit(*_table(documents), names | _names(documents), settings)


def _table(documents: Sequence[Read]) -> tuple[Array, Array, Array]:
    """Columns, classes and document numbers of all blocks whose class is known."""
    tables, known, numbers = [], [], []
    for number, one in enumerate(documents):
        rows = [
            i
            for i, (block, told) in enumerate(zip(one.blocks, one.classes, strict=True))
            if told and block.kind in CLASS_OF
        ]
        if rows:
            tables.append(columns(one.source, one.blocks)[rows])
            known += [one.classes[i] for i in rows]
            numbers += [number] * len(rows)
    return np.concatenate(tables), np.asarray(known, dtype=object), np.asarray(numbers)


def _names(documents: Sequence[Read]) -> frozenset[str]:
    """Words that are or may be a person's name."""
    texts = [(block.kind, text_of(d.source, block)) for d in documents for block in d.blocks]
    attendance = [text for kind, text in texts if kind == "attendance"]
    return persons(attendance, [text for kind, text in texts if kind != "attendance"])


def _fit(table: Array, known: Array, numbers: Array, names: frozenset[str], own: Settings) -> Any:
    from sklearn.compose import ColumnTransformer
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import Pipeline

    parts: list[tuple[str, Any, int]] = [("shape", DictVectorizer(), SHAPE)]
    shapes: dict[str, tuple[int, dict[str, Any]]] = {
        "words": (TEXT, {"token_pattern": WORD, "ngram_range": (1, 2)}),
        "heading": (HEADING, {"token_pattern": WORD}),
    }
    documents = list(map(str, numbers))
    for name, (column, shape) in shapes.items():
        shape = {"lowercase": False, "sublinear_tf": True, **shape}
        texts = [without(text, names) for text in table[:, column]]
        analyze = TfidfVectorizer(**shape).build_analyzer()
        terms = vocabulary(texts, documents, analyze, own.min_documents)
        parts.append((name, TfidfVectorizer(vocabulary=terms, **shape), column))
    features = ColumnTransformer(parts, transformer_weights={"words": 2.0})
    regression = LogisticRegression(C=own.C, max_iter=4000, random_state=own.seed)
    pipeline = Pipeline([("features", features), ("classifier", regression)])
    pipeline.fit(table, known)
    for _, vectorizer, _ in features.transformers_[1:]:
        vectorizer.set_params(vocabulary=None)  # vocabulary_ holds the same
    return pipeline


def judges(documents: Sequence[Read], settings: Settings) -> Iterator[tuple[Read, Any]]:
    """Each document with a judge that learnt from the others of a fold."""
    from sklearn.model_selection import GroupKFold

    table, known, numbers = _table(documents)
    names = _names(documents)
    splitter = GroupKFold(settings.folds, shuffle=True, random_state=settings.seed)
    for train, test in splitter.split(table, groups=numbers):
        judge = _fit(table[train], known[train], numbers[train], names, settings)
        for number in sorted(set(numbers[test])):
            yield documents[number], judge


def compare(pairs: Sequence[tuple[Read, Any]], threshold: float) -> Mapping[str, list[Counts]]:
    """The counts of each marked document, by rules alone and with the judge given with it."""
    found: dict[str, list[Counts]] = {"rules": [], "with the judge": []}
    for one, judge in pairs:
        if one.marked is None:
            continue
        both = one.blocks, judged(one.source, one.blocks, judge, threshold)
        for name, blocks in zip(found, both, strict=True):
            found[name].append(count(one.source, one.marked.marks, stretches_of(blocks)))
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("minutes", type=Path, help="the folder with the real documents")
    parser.add_argument("--threshold", type=float, action="append", help="may be repeated")
    chosen = parser.parse_args(arguments)
    train, dev = (read_documents(chosen.minutes, part) for part in ("train", "dev"))
    if not train:
        sys.exit(f"none of the labelled documents lies under {chosen.minutes}")
    settings = Settings()
    judge = fit(train, settings)
    parts = {
        "train, cross-validated": list(judges(train, settings)),
        "dev": [(one, judge) for one in dev],
    }
    for threshold in chosen.threshold or [0.2]:
        for part, pairs in parts.items():
            told = figures(compare(pairs, threshold))
            sys.stdout.write(f"\nThreshold {threshold}, {part}\n\n{told}\n")


if __name__ == "__main__":
    main()
