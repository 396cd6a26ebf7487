"""What a classifier has to beat: the commonest label, cue words by rule, words alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from notulist.components.linear import LinearClassifier
from notulist.components.linear_cues import cues, lead
from notulist.components.linear_features import TEXT, columns
from notulist.labels import Label
from notulist.training.examples import Examples

# An outcome outweighs all else (rule 3 of the codebook); explanation is for what is left (rule 5).
_ORDER: tuple[Label, ...] = ("agreement", "concern", "request")


def majority(known: Sequence[str], texts: Sequence[str]) -> list[str]:
    """The commonest of the `known` labels, for each text."""
    return [Counter(known).most_common(1)[0][0]] * len(texts)


def tfidf(known: Examples) -> LinearClassifier:
    """Words and pairs of words, weighed by TF-IDF, under a logistic regression as it comes."""
    from sklearn.compose import ColumnTransformer
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import Pipeline

    words = ColumnTransformer([("words", TfidfVectorizer(ngram_range=(1, 2)), TEXT)])
    classifier = LinearClassifier("tfidf")
    classifier.pipeline = Pipeline(
        [("words", words), ("regression", LogisticRegression(max_iter=1000))]
    ).fit(columns(known.texts), np.asarray(known.labels, dtype=object))
    return classifier


def cue_words(texts: Sequence[str]) -> list[str]:
    """The act of the heading word, else of the weightiest cue, else explanation."""
    return [_by_rule(text) for text in texts]


def _by_rule(text: str) -> str:
    found = cues(text)
    return lead(text) or next((label for label in _ORDER if label in found), "explanation")
