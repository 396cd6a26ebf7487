"""Where the linear classifier's score of a text comes from, exactly.

The score is a sum over features. What each of them adds goes back in equal shares to the words that
it was made of: those of a run of words, those that a run of characters lies in, those of a cue, the
opening ones of a signal. The rest (intercepts, punctuation alone) is no word's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from notulist.components.explaining import Weight, words_in
from notulist.components.linear_cues import cue_marks
from notulist.components.linear_features import WORD, columns, normalise, opening_runs, origins

Term = tuple[str, int, int]
"""A feature where it occurs: its name, start and end in the normalised text."""
Array = np.ndarray[Any, np.dtype[np.float64]]

_WORD = re.compile(WORD)
_CHUNK = re.compile(r"\S+")
_NO_WORD = -1


@dataclass(frozen=True, slots=True)
class Shares:
    """A score, shared out."""

    weights: list[Weight]
    """One a word of the text, in its order."""
    rest: float
    """What is no word's; with the weights it sums to the score."""


def shares(pipeline: Any, texts: Sequence[str], labels: Sequence[str]) -> list[Shares]:
    """What each word adds to the score of its text's label, less the mean over the other labels.

    pipeline: as `LinearClassifier` has it. The score is the log of the label's probability less the
    mean of the others' logs, temperature included, the shares of the component left out. Where the
    calibration is another than temperature's, it is of the scores before that.
    """
    from scipy.sparse import csr_matrix

    features, classifier = pipeline[0], pipeline[-1]
    matrix = csr_matrix(features.transform(columns(texts)))
    coefficients, intercepts = _against_others(classifier.calibrated_classifiers_[0])
    row_of = {str(label): row for row, label in enumerate(classifier.classes_)}
    found = []
    for number, (text, label) in enumerate(zip(texts, labels, strict=True)):
        row = row_of[label]
        here = slice(matrix.indptr[number], matrix.indptr[number + 1])
        used = matrix.indices[here]
        added = coefficients[row, used] * matrix.data[here]
        amounts = dict(zip(used.tolist(), added.tolist(), strict=True))
        found.append(_shared(text, features, amounts, float(intercepts[row])))
    return found


def _against_others(calibrated: Any) -> tuple[Array, Array]:
    """Coefficients and intercepts of each label less the mean of the other labels'."""
    regression = calibrated.estimator
    both = np.hstack([regression.coef_, regression.intercept_[:, None]])
    if len(both) == 1:  # of two labels scikit-learn keeps the second's score
        both = np.vstack([-both, both])
    others = (both.sum(axis=0) - both) / (len(both) - 1)
    of_temperature = calibrated.method == "temperature"
    scaled = (both - others) * (float(calibrated.calibrators[0].beta_) if of_temperature else 1.0)
    return scaled[:, :-1], scaled[:, -1]


def _shared(text: str, features: Any, amounts: dict[int, float], intercept: float) -> Shares:
    """amounts: column of a feature → what it adds to the score."""
    places, seen = words_in(text), traced(text)
    owners = _owners(seen, places)
    sums, rest = [0.0] * len(places), intercept
    for column, occurrences in _found(seen, features).items():
        share = amounts.get(column, 0.0) / len(occurrences)
        for start, end in occurrences:
            words = set(owners[start:end]) - {_NO_WORD}
            for word in words:
                sums[word] += share / len(words)
            rest += 0.0 if words else share
    weights = [Weight(*place, weight) for place, weight in zip(places, sums, strict=True)]
    return Shares(weights, rest)


def _found(text: Traced, features: Any) -> dict[int, list[tuple[int, int]]]:
    """Column of each feature that the text has → where, in the normalised text."""
    found: dict[int, list[tuple[int, int]]] = {}
    for name, vectorizer, _ in features.transformers_:
        first, vocabulary = features.output_indices_[name].start, vectorizer.vocabulary_
        for term, start, end in TERMS[name](text, vectorizer.ngram_range):
            column = vocabulary.get(term)
            if column is not None:
                found.setdefault(first + column, []).append((start, end))
    return found


@dataclass(frozen=True, slots=True)
class Traced:
    """A text as the features see it, with the way back."""

    text: str
    normal: str
    """As `normalise` makes it."""
    origins: list[int]
    """As `linear_features.origins` gives them."""


def traced(text: str) -> Traced:
    """The text as `TERMS` take it."""
    return Traced(text, normalise(text), origins(text))


def _owners(text: Traced, places: Sequence[tuple[int, int]]) -> list[int]:
    """For each character of the normalised text the number of its word, _NO_WORD where it has none.

    places: (start, end) of each word as written.
    """
    written = [_NO_WORD] * len(text.text)
    for number, (start, end) in enumerate(places):
        written[start:end] = [number] * (end - start)
    return [written[offset] for offset in text.origins]


def _word_runs(text: Traced, lengths: tuple[int, int]) -> Iterator[Term]:
    matches = list(_WORD.finditer(text.normal))
    for length in range(lengths[0], lengths[1] + 1):
        for first in range(len(matches) - length + 1):
            run = matches[first : first + length]
            yield " ".join(match[0] for match in run), run[0].start(), run[-1].end()


def _character_runs(text: Traced, lengths: tuple[int, int]) -> Iterator[Term]:
    """As scikit-learn's char_wb has them: of what stands between blanks, one blank at each end."""
    for chunk in _CHUNK.finditer(text.normal):
        padded, before = f" {chunk[0]} ", chunk.start() - 1
        for length in range(lengths[0], lengths[1] + 1):
            for first in range(max(len(padded) - length, 0) + 1):
                start = max(before + first, chunk.start())
                end = min(before + first + length, chunk.end())
                yield padded[first : first + length], start, end
            if length >= len(padded):
                break


def _signals(text: Traced, lengths: tuple[int, int]) -> Iterator[Term]:
    for token, start, end in cue_marks(text.text):
        yield token, bisect_left(text.origins, start), bisect_left(text.origins, end)
    matches = list(_WORD.finditer(text.normal))
    for run, first, past in opening_runs([match[0] for match in matches]):
        yield run, matches[first].start(), matches[past - 1].end()


TERMS: dict[str, Callable[[Traced, tuple[int, int]], Iterator[Term]]] = {
    "words": _word_runs,
    "characters": _character_runs,
    "signals": _signals,
}
"""How the features of each part that `notulist.training.linear` fits are found in a text again."""
