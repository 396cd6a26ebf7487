"""How far readers agree on labels: Cohen's kappa and Krippendorff's alpha, with intervals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from notulist.corpus.authored_votes import RemarkVotes
from notulist.corpus.labels import LabelledFile
from notulist.corpus.votes import VOTES, Vote
from notulist.markdown import table
from notulist.training.metrics import Estimate, Labels, bootstrap, kappa


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
    """The authored remarks with a second vote. bodies: by document."""

    def pair(one: RemarkVotes, first: Vote, second: Vote) -> Pair:
        return Pair(one.document, bodies[one.document], first.label, second.label)

    return [
        pair(one, first, second)
        for one in votes
        for first, second in [one.votes[:2]]
        if first and second
    ]


def alpha(first: Labels, second: Labels) -> float:
    """Krippendorff's alpha of two readers for nominal labels; 1.0 where only one label occurs.

    Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability".
    """
    counts = Counter([*map(str, first), *map(str, second)])
    total = counts.total()
    if len(counts) < 2:
        return 1.0
    observed = float(np.mean(np.asarray(first) != np.asarray(second)))
    same = sum(count * (count - 1) for count in counts.values())
    return 1.0 - observed / (1.0 - same / (total * (total - 1)))


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


def _row(name: str, pairs: Sequence[Pair]) -> list[str]:
    first, second = [pair.first for pair in pairs], [pair.second for pair in pairs]
    documents = [pair.document for pair in pairs]
    same = sum(a == b for a, b in zip(first, second, strict=True)) / len(pairs)
    whole = [str(_estimate(figure, first, second, documents)) for figure in (kappa, alpha)]
    labels = [_of_label(label, first, second, documents) for label in VOTES]
    return [name, f"{len(pairs):,}", f"{same:.0%}", *whole, *labels]


def _of_label(
    label: str, first: Sequence[str], second: Sequence[str], documents: Sequence[str]
) -> str:
    """Kappa of one label against all others; nothing where neither reader gave it."""
    if label not in first and label not in second:
        return ""
    ours, theirs = ([str(vote == label) for vote in votes] for votes in (first, second))
    return str(_estimate(kappa, ours, theirs, documents))


def _estimate(
    figure: Callable[[Labels, Labels], float],
    first: Sequence[str],
    second: Sequence[str],
    documents: Sequence[str],
) -> Estimate:
    return bootstrap(figure, first, second, documents, times=500)
