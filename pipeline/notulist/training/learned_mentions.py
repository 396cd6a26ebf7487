"""Training of the finder of mentions that no list has: on the authored corpus, whose documents say
which words are actors, and on real minutes as what mostly are none.

    python -m notulist.training.learned_mentions [MINUTES] [--threshold NUMBER]

prints what the finder adds to the list on authored train by cross-validation, no document on both
sides. MINUTES is the folder that holds the real documents.
"""

from __future__ import annotations

import argparse
import re
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from notulist.attributes import ATTENDANCE, BULLETS
from notulist.components.actors import THRESHOLD, Actors
from notulist.components.learned_mentions import MENTION, NONE, Finder
from notulist.components.mention_features import Features, Reading, features, own
from notulist.corpus.actor_marks import ActorMarks, read_marks, settled
from notulist.corpus.real import LABELS_FOLDER, passages
from notulist.language import CLASSIFIERS, load
from notulist.training import actor_scores as scores
from notulist.training.actor_scores import Counted
from notulist.training.actors import as_table, of_bullet, tagged
from notulist.training.linear import Array
from notulist.training.names import persons
from notulist.training.setup import CORPUS, gold_docs, real_gold

_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be chosen; the values were chosen by cross-validation on train and on dev."""

    C: float = 1.0
    """Inverse strength of the regularisation."""
    min_documents: int = 3
    """What is seen in fewer documents is left out."""
    unread: float = 1.0
    """What a word of a document weighs whose actors nobody has marked: it counts as none."""
    least: float = 0.02
    """A feature whose weight is less than this isn't kept."""
    folds: int = 5
    """Of the cross-validation, by document."""
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """One to learn from."""

    reading: Reading
    gold: frozenset[int]
    """The words that are of a mention."""
    marked: bool
    """Whether its actors are marked; of the rest one in forty words or so that the list leaves is
    one too, which is borne with."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The words of all documents, a row each."""

    matrix: Any
    classes: Array
    documents: Array
    """Number of the document."""
    weights: Array
    vocabulary: Sequence[str]


def documents(component: Actors, docs: Iterable[Doc]) -> list[Document]:
    """What there is to learn from gold Docs: their entities are the mentions; a Doc without any is
    one whose actors aren't marked."""
    found = []
    for doc in docs:
        reading = component.read(doc)
        words = reading.words
        inside = {token.i for token in doc if token.ent_iob_ != "O" and token.ent_type}
        gold = (
            at
            for at, (start, end) in enumerate(zip(words.start, words.end, strict=True))
            if not inside.isdisjoint(range(start, end))
        )
        found.append(Document(reading, frozenset(gold), bool(doc.ents)))
    return found


def with_mentions(docs: Sequence[Doc], marks: Mapping[str, ActorMarks]) -> Sequence[Doc]:
    """Real gold Docs, those with their mentions as entities whose passages readers marked.

    marks: what they settled, by passage.
    """
    for doc in docs:
        spans = [
            bullet.doc.char_span(
                bullet.start_char + one.start,
                bullet.start_char + one.end,
                label="ORG",
                kb_id=one.id,
                alignment_mode="expand",
            )
            for bullet, id_ in passages(doc)
            if id_ in marks
            for one in marks[id_].mentions
        ]
        doc.ents = filter_spans(span for span in spans if span is not None)
    return docs


def names_of(docs: Iterable[Doc]) -> frozenset[str]:
    """Words that are or may be a person's name, in lower case."""
    docs = list(docs)
    attendance = [span.text for doc in docs for span in doc.spans.get(ATTENDANCE, ())]
    return persons(attendance, [span.text for doc in docs for span in doc.spans[BULLETS]])


def fit(
    learnt: Sequence[Document],
    settings: Settings | None = None,
    names: frozenset[str] = frozenset(),
) -> Any:
    """A fitted scikit-learn Pipeline that `Finder` takes: the same documents give the same arrays.

    names: words, in lower case, that it mustn't know.
    """
    settings = settings or Settings()
    table = _table(learnt, settings, names)
    return _fit(table, np.arange(len(table.classes)), settings)


def can_learn(learnt: Sequence[Document]) -> bool:
    """Whether the documents hold a marked mention that the list lacks, and a word that is none."""
    classes = {told for one in learnt if one.marked for _, told in _rows(one)}
    return classes == {MENTION, NONE}


def _rows(one: Document) -> Iterator[tuple[Features, str]]:
    """The words that the list leaves, each with its class."""
    for at, around in features(one.reading, lambda _: True):
        yield (
            (*own(one.reading.words.text[at]), *around),
            MENTION if at in one.gold else NONE,
        )


def _table(learnt: Sequence[Document], settings: Settings, names: frozenset[str]) -> _Table:
    from scipy.sparse import csr_matrix

    # Twice over all words: what is seen of them together would take gigabytes.
    seen: Counter[str] = Counter()
    for one in learnt:
        seen.update({name for found, _ in _rows(one) for name in found})
    kept = [name for name, count in seen.items() if count >= settings.min_documents]
    vocabulary = sorted(name for name in kept if names.isdisjoint(_words(name)))
    columns = {name: column for column, name in enumerate(vocabulary)}
    indices, ends = array("i"), array("q", [0])
    classes, numbers, weights = [], array("i"), array("d")
    for number, one in enumerate(learnt):
        for found, told in _rows(one):
            indices.extend(columns[name] for name in found if name in columns)
            ends.append(len(indices))
            classes.append(told)
            numbers.append(number)
            weights.append(1.0 if one.marked else settings.unread)
    values = np.ones(len(indices), dtype=np.float32)
    matrix = csr_matrix((values, indices, ends), shape=(len(classes), len(vocabulary)))
    return _Table(
        matrix,
        np.asarray(classes, dtype=object),
        np.asarray(numbers),
        np.asarray(weights),
        vocabulary,
    )


def _words(feature: str) -> list[str]:
    """The words of the text in a feature's name, not those that say what it is."""
    return _WORDS.findall(feature.partition("=")[2])


def _fit(table: _Table, rows: Array, own: Settings) -> Any:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import Pipeline

    regression = LogisticRegression(
        C=own.C, solver="liblinear", max_iter=300, random_state=own.seed
    )
    regression.fit(table.matrix[rows], table.classes[rows], sample_weight=table.weights[rows])
    kept = np.flatnonzero(np.abs(regression.coef_[0]) >= own.least).tolist()
    regression.coef_ = regression.coef_[:, kept]
    regression.n_features_in_ = len(kept)
    vectorizer = DictVectorizer(dtype=np.float32)
    vectorizer.feature_names_ = [table.vocabulary[column] for column in kept]
    vectorizer.vocabulary_ = {name: at for at, name in enumerate(vectorizer.feature_names_)}
    return Pipeline([("features", vectorizer), ("classifier", regression)])


def finders(
    learnt: Sequence[Document], settings: Settings, names: frozenset[str]
) -> Iterator[tuple[int, Finder]]:
    """The number of each document, with a finder that learnt from the others of a fold. In how many
    documents something is seen is counted over all."""
    from sklearn.model_selection import GroupKFold

    table = _table(learnt, settings, names)
    splitter = GroupKFold(settings.folds, shuffle=True, random_state=settings.seed)
    for train, test in splitter.split(table.matrix, groups=table.documents):
        finder = Finder(_fit(table, train, settings))
        yield from ((int(number), finder) for number in np.unique(table.documents[test]))


def compare(
    nlp: Language, docs: Sequence[Doc], finder_of: Callable[[int], Finder | None]
) -> list[Counted]:
    """The counts of each bullet of gold Docs, with a finder for each beside the list."""
    component, counted = _actors(nlp), []
    before = component.finder
    for number, doc in enumerate(docs):
        component.finder = finder_of(number)
        told = tagged(nlp, doc)
        for one, other in zip(doc.spans[BULLETS], told.spans[BULLETS], strict=True):
            counted.append((scores.count(of_bullet(one), of_bullet(other)), doc._.source.name))
    component.finder = before
    return counted


def _actors(nlp: Language) -> Actors:
    component: Any = nlp.get_pipe("notulist_actors")
    return component  # type: ignore[no-any-return]


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("minutes", type=Path, nargs="?", help="the folder with the real documents")
    parser.add_argument("--threshold", type=float, action="append", help="may be repeated")
    chosen = parser.parse_args(arguments)
    nlp = load(exclude=CLASSIFIERS)
    component, settings = _actors(nlp), Settings()
    marked = [doc for doc in gold_docs(CORPUS, "train") if doc.ents]
    unread: Sequence[Doc] = ()
    if chosen.minutes:
        marks = settled(read_marks(LABELS_FOLDER))
        unread = with_mentions(real_gold(chosen.minutes, "train"), marks)
    learnt = documents(component, [*marked, *unread])
    found = dict(finders(learnt, settings, names_of([*marked, *unread])))
    rows = [("the list alone", compare(nlp, marked, lambda _: None))]
    for threshold in chosen.threshold or [THRESHOLD]:
        component.threshold = threshold
        rows.append((f"with the finder, {threshold}", compare(nlp, marked, found.get)))
    sys.stdout.write(as_table(rows) + "\n")


if __name__ == "__main__":
    main()
