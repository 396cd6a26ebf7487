"""Training of the linear classifier: from gold Docs to a fitted, calibrated pipeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from notulist.components.linear_features import SIGNALS, TEXT, WORD, columns
from notulist.errors import ModelError
from notulist.training.examples import Examples
from notulist.training.names import without

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be chosen; the values were chosen on the dev parts."""

    C: float = 3.0
    """Inverse strength of the regularisation."""
    min_documents: int = 3
    """A word or run of characters that occurs in fewer documents is left out."""
    method: str = "temperature"
    """Of the calibration: "temperature" or "sigmoid"."""
    folds: int = 5
    """Of the calibration, by body."""
    seed: int = 0


def fit(data: Examples, settings: Settings | None = None) -> Any:
    """A fitted scikit-learn Pipeline over `columns(texts)`; the same examples give the same arrays.

    Raises ModelError M08 where there are too few labels or bodies.
    """
    settings = settings or Settings()
    _check(data)
    from sklearn.calibration import CalibratedClassifierCV
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import Pipeline

    features = _features(data, settings)
    matrix = features.transform(columns(data.texts))
    regression = LogisticRegression(
        C=settings.C, class_weight="balanced", max_iter=2000, random_state=settings.seed
    )
    calibrated = CalibratedClassifierCV(
        regression, method=settings.method, ensemble=False, cv=folds(data, settings)
    )
    calibrated.fit(matrix, np.asarray(data.labels, dtype=object))
    calibrated.set_params(cv=None)  # the row numbers of the folds are of no use to a reader
    return Pipeline([("features", features), ("classifier", calibrated)])


def folds(data: Examples, settings: Settings) -> list[tuple[Array, Array]]:
    """(training rows, held-out rows) of each fold, no body on both sides."""
    from sklearn.model_selection import GroupKFold

    parts = min(settings.folds, len(set(data.bodies)))
    splitter = GroupKFold(parts, shuffle=True, random_state=settings.seed)
    return list(splitter.split(data.texts, groups=data.bodies))


def vocabulary(
    texts: Iterable[str], documents: Iterable[str], analyze: Callable[[str], list[str]], least: int
) -> list[str]:
    """The terms of `analyze` in at least `least` documents, sorted. documents: of each text."""
    seen: dict[str, set[str]] = {}
    for document, text in zip(documents, texts, strict=True):
        seen.setdefault(document, set()).update(analyze(text))
    counts = Counter(term for terms in seen.values() for term in terms)
    return sorted(term for term, count in counts.items() if count >= least)


def _features(data: Examples, settings: Settings) -> Any:
    from sklearn.compose import ColumnTransformer
    from sklearn.feature_extraction.text import TfidfVectorizer

    shapes: dict[str, tuple[int, dict[str, Any]]] = {
        "words": (TEXT, {"token_pattern": WORD, "ngram_range": (1, 2)}),
        "characters": (TEXT, {"analyzer": "char_wb", "ngram_range": (2, 5)}),
        "signals": (SIGNALS, {"token_pattern": r"\S+", "use_idf": False, "norm": None}),
    }
    parts = []
    nameless = columns([without(text, data.names) for text in data.texts])
    for name, (column, shape) in shapes.items():
        # Lower case already; asking again would cost time and the signals their form.
        shape = {"lowercase": False, "sublinear_tf": column == TEXT, **shape}
        analyze = TfidfVectorizer(**shape).build_analyzer()
        terms = vocabulary(nameless[:, column], data.documents, analyze, settings.min_documents)
        parts.append((name, TfidfVectorizer(vocabulary=terms, **shape), column))
    features = ColumnTransformer(parts).fit(columns(data.texts))
    for _, vectorizer, _ in features.transformers_:
        # vocabulary_ holds the same; the archive would hold it twice, and load half as fast.
        vectorizer.set_params(vocabulary=None)
    return features


def _check(data: Examples) -> None:
    counts = Counter(data.labels)
    if len(counts) < 2:
        cause = f"they hold bullets of {len(counts)} label(s), two are needed"
    elif len(set(data.bodies)) < 2:
        cause = "all are of one body, two are needed to calibrate"
    else:
        return
    raise ModelError("M08", name="notulist_linear", cause=cause)
