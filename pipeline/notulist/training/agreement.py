"""How far readers agree on labels: Cohen's kappa and Krippendorff's alpha, with intervals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from notulist.corpus.authored_votes import RemarkVotes
from notulist.corpus.labels import LabelledFile
from notulist.corpus.votes import VOTES, Vote
from notulist.markdown import table
from notulist.training.metrics import Array, agreed, kappa_of, tables


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage that two readers voted on."""

    document: str
    body: str
    first: str
    second: str


def real_pairs(files: Iterable[LabelledFile]) -> list[Pair]:
    """The passages of real minutes with a first and a second vote."""
    return [
        Pair(file.file, file.body, first.label, second.label)
        for file in files
        for span in file.spans
        for first, second in [span.votes[:2]]
        if first and second
    ]


def authored_pairs(votes: Iterable[RemarkVotes], bodies: dict[str, str]) -> list[Pair]:
    """The authored remarks with a second vote.

    bodies: by document; votes on a document that isn't there are left out.
    """

    def pair(one: RemarkVotes, first: Vote, second: Vote) -> Pair:
        return Pair(one.document, bodies[one.document], first.label, second.label)

    return [
        pair(one, first, second)
        for one in votes
        for first, second in [one.votes[:2]]
        if first and second and one.document in bodies
    ]


def alpha(table: Array) -> float:
    """Krippendorff's alpha of two readers for nominal labels; nan where only one label occurs.

    table: counts of shape (labels, labels), the first reader's label by the second's.
    Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability".
    """
    counts = table.sum(axis=0) + table.sum(axis=1)
    total = counts.sum()
    expected = 1.0 - float(counts @ (counts - 1)) / (total * (total - 1))
    if expected == 0.0:
        return float("nan")
    return float(1.0 - (1.0 - np.trace(table) / table.sum()) / expected)


def agreement(sets: Mapping[str, Sequence[Pair]]) -> str:
    """A row a set: passages, share with the same label, kappa, alpha, kappa of each label against
    all others; intervals by drawing documents anew."""
    head = ["", "passages", "same label", "kappa (95%)", "alpha (95%)", *VOTES]
    return table(head, [_row(name, pairs) for name, pairs in sets.items() if pairs])


def by_body(pairs: Iterable[Pair]) -> dict[str, Sequence[Pair]]:
    """The pairs of each body, the most first."""
    bodies: dict[str, list[Pair]] = {}
    for pair in pairs:
        bodies.setdefault(pair.body, []).append(pair)
    return dict(sorted(bodies.items(), key=lambda item: (-len(item[1]), item[0])))


def confusions(pairs: Iterable[Pair]) -> str:
    """How often which two labels were given to one passage, whoever gave which."""
    counts = Counter(
        tuple(sorted((pair.first, pair.second))) for pair in pairs if pair.first != pair.second
    )
    rows = [[f"{one} / {other}", str(count)] for (one, other), count in counts.most_common()]
    return table(["labels", "passages"], rows)


def counts_of(pairs: Sequence[Pair], labels: Sequence[str] = VOTES) -> Array:
    """Counts of shape (documents, labels, labels): the first reader's label by the second's."""
    first, second = [pair.first for pair in pairs], [pair.second for pair in pairs]
    return tables(first, second, [pair.document for pair in pairs], labels)


def _row(name: str, pairs: Sequence[Pair]) -> list[str]:
    counts = counts_of(pairs)
    same = sum(pair.first == pair.second for pair in pairs) / len(pairs)
    whole = [str(agreed(figure, counts)) for figure in (kappa_of, alpha)]
    labels = [_of_label(column, counts) for column in range(len(VOTES))]
    return [name, f"{len(pairs):,}", f"{same:.0%}", *whole, *labels]


def _of_label(column: int, counts: Array) -> str:
    """Kappa of one label against all others; nothing where neither reader gave it."""
    both, total = counts[:, column, column], counts.sum(axis=(1, 2))
    first, second = counts[:, column].sum(axis=1), counts[:, :, column].sum(axis=1)
    if not (first + second).sum():
        return ""
    cells = [[both, first - both], [second - both, total - first - second + both]]
    return str(agreed(kappa_of, np.moveaxis(np.array(cells), -1, 0)))
