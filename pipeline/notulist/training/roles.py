"""Training of the ranker of holders, on authored minutes and on real ones whose actors are marked.

    python -m notulist.training.roles [MINUTES] [--corpus FOLDER]

prints, for some thresholds, how many holders of the train parts are right by rules and by a ranker
that learnt from other documents. MINUTES is the folder with the real documents.
`python -m notulist.training.actors` measures on dev.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from notulist.attributes import BULLETS
from notulist.components.learned_roles import Ranker, ranked
from notulist.components.role_features import Remark, Table, candidates, signs_of, table_of
from notulist.components.roles import THRESHOLDS, read_remarks, seated
from notulist.components.scanning import Parties
from notulist.components.units import persons_of
from notulist.corpus.actor_marks import ActorMarks, read_marks, settled
from notulist.corpus.real import LABELS_FOLDER, passages
from notulist.language import CLASSIFIERS, load
from notulist.markdown import table as as_table
from notulist.training.actors import tagged
from notulist.training.setup import CORPUS, gold_docs, real_gold

_WORDED = re.compile(r"(?:first|second|two before|word before|word after|words)=(.*)", re.DOTALL)
"""Signs that hold words of a remark."""
_SMALLEST = 0.02
"""A weight nearer to 0 is left out."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be chosen; the values were chosen on dev, the folds aside."""

    C: float = 0.1
    """Inverse strength of the regularisation."""
    min_documents: int = 5
    """A sign that occurs in fewer documents is left out."""
    folds: int = 4
    """Of the cross-validation, by document."""
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """A document, its actors as the pipeline tags them."""

    remarks: Sequence[Remark]
    table: Table
    gold: Sequence[Parties | None]
    """The holders of each remark; None where nobody has marked them."""
    real: bool = False


def read_documents(actors: Language, docs: Iterable[Doc]) -> Iterator[Read]:
    """Authored gold Docs that list their actors, with the tags that a pipeline with
    `notulist_actors` gives them: what a ranker meets is never all gold."""
    for doc in docs:
        if doc.ents:
            gold = [tuple(bullet._.holder) for bullet in doc.spans[BULLETS]]
            yield _read(actors, doc, gold)


def read_real(
    actors: Language, docs: Iterable[Doc], marks: Mapping[str, ActorMarks]
) -> Iterator[Read]:
    """The same of real gold Docs, as far as readers marked their passages.

    marks: what they settled, by passage.
    """
    for doc in docs:
        told = [marks.get(id_) for _, id_ in passages(doc)]
        gold = [tuple(p.id for p in one.holder) if one else None for one in told]
        if any(one is not None for one in gold):
            yield _read(actors, doc, gold, real=True)


def _read(
    actors: Language, doc: Doc, gold: Sequence[Parties | None], *, real: bool = False
) -> Read:
    made = tagged(actors, doc, ("notulist_actors",))
    remarks = read_remarks(made, persons_of(made))
    return Read(remarks, table_of(remarks, seated(made)), gold, real)


def fit(
    documents: Sequence[Read],
    settings: Settings | None = None,
    names: frozenset[str] = frozenset(),
) -> Ranker | None:
    """A ranker: the same documents give the same. None where there is too little to learn from.

    names: words, in lower case, that it mustn't know.
    """
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    settings = settings or Settings()
    rows: list[list[str]] = []
    known: list[bool] = []
    seen: dict[str, set[int]] = {}
    for number, one in enumerate(documents):
        for remark, gold in _marked(one):
            for party in candidates(remark):
                rows.append(signs_of(remark, party, one.table))
                known.append(party in gold)
                for sign in rows[-1]:
                    seen.setdefault(sign, set()).add(number)
    common = (sign for sign, where in seen.items() if len(where) >= settings.min_documents)
    kept = sorted(sign for sign in common if names.isdisjoint(_words(sign)))
    if len(set(known)) < 2 or not kept:
        return None
    columns = {sign: column for column, sign in enumerate(kept)}
    places = [sorted(columns[sign] for sign in row if sign in columns) for row in rows]
    ends = np.cumsum([0, *map(len, places)])
    flat = np.fromiter((column for row in places for column in row), dtype=np.int32)
    matrix = csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(kept)))
    regression = LogisticRegression(
        C=settings.C, solver="liblinear", max_iter=1000, random_state=settings.seed
    )
    regression.fit(matrix, np.asarray(known))
    weights = {
        sign: round(float(weight), 3)
        for sign, weight in zip(kept, regression.coef_[0], strict=True)
        if abs(weight) >= _SMALLEST
    }
    return Ranker(round(float(regression.intercept_[0]), 3), weights)


def _marked(one: Read) -> Iterator[tuple[Remark, Parties]]:
    """The remarks whose holders are marked, with these."""
    for remark, gold in zip(one.remarks, one.gold, strict=True):
        if gold is not None:
            yield remark, gold


def _words(sign: str) -> list[str]:
    worded = _WORDED.fullmatch(sign)
    return re.findall(r"[^\W_]+", worded[1]) if worded else []


def rankers(documents: Sequence[Read], settings: Settings) -> Iterator[tuple[Read, Ranker | None]]:
    """Each document with a ranker that learnt from the others of a fold."""
    order = np.random.RandomState(settings.seed).permutation(len(documents)) % settings.folds
    for fold in range(settings.folds):
        ranker = fit([d for d, own in zip(documents, order, strict=True) if own != fold], settings)
        for document, own in zip(documents, order, strict=True):
            if own == fold:
                yield document, ranker


def right(
    pairs: Iterable[tuple[Read, Ranker | None]], thresholds: Sequence[float] = THRESHOLDS
) -> tuple[int, int, int, int]:
    """How many remarks have just the right holders, by rules and by ranker; and the same of those
    that have one."""
    found = np.zeros(4, dtype=int)
    for one, ranker in pairs:
        for remark, gold in _marked(one):
            told = ranked(remark, one.table, ranker, thresholds) if ranker else remark.held
            hits = [set(remark.held) == set(gold), set(told) == set(gold)]
            found += np.array([*hits, *(hit and bool(gold) for hit in hits)], dtype=int)
    rules, ours, named_rules, named_ours = map(int, found)
    return rules, ours, named_rules, named_ours


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("minutes", type=Path, nargs="?", help="the folder with the real documents")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    chosen = parser.parse_args(arguments)
    actors = load("fast", exclude=CLASSIFIERS)
    documents = list(read_documents(actors, gold_docs(chosen.corpus, "train")))
    if chosen.minutes:
        marks = settled(read_marks(LABELS_FOLDER))
        documents += read_real(actors, real_gold(chosen.minutes, "train"), marks)
    pairs = list(rankers(documents, Settings()))
    rows = []
    for name, real in (("authored", False), ("real", True)):
        own = [pair for pair in pairs if pair[0].real == real]
        known = [gold for one, _ in own for _, gold in _marked(one)]
        for thresholds in (
            (THRESHOLDS, (0.4, 0.25, 0.65, 0.5), (0.6, 0.4, 0.65, 0.7)) if known else ()
        ):
            rules, ours, named_rules, named_ours = right(own, thresholds)
            named = sum(map(bool, known))
            cells = (f"{rules / len(known):.3f}", f"{ours / len(known):.3f}")
            told = f"{name}, {'/'.join(map(str, thresholds))}"
            rows.append([told, *cells, f"{named_rules} of {named}", f"{named_ours} of {named}"])
    head = [
        "train, thresholds",
        "holder right by rules",
        "by ranker",
        "named, by rules",
        "by ranker",
    ]
    sys.stdout.write(as_table(head, rows) + "\n")


if __name__ == "__main__":
    main()
