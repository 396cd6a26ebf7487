"""The words that weigh for a label: exact for the linear model (an encoder's are tested apart)."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import notulist
from notulist.components.explaining import Weight, strongest, told, words_in
from notulist.components.linear import LinearClassifier
from notulist.components.linear_explaining import TERMS, shares, traced
from notulist.components.linear_features import SIGNALS, WORD, columns, normalise, origins
from notulist.labels import LABELS

SENTENCES = {
    "De VNG vraagt of het Rijk de kosten graag wil vergoeden.": "request",
    "Wie betaalt dit?": "request",
    "Verzoek: stuur de brief vóór vrijdag 12 mei rond.": "request",
    "Het IPO pleit voor uitstel tot na de zomer.": "request",
    "IPO maakt zich zorgen over het tempo in 2024-2025.": "concern",
    "Gemeenten vrezen dat de uitvoering onhaalbaar is; zij zien risico's.": "concern",
    "De UvW waarschuwt dat de dijken (zie bijlage) tekortschieten.": "concern",
    "Afgesproken wordt dat BZK de notitie uiterlijk 3 mei rondstuurt.": "agreement",
    "Afspraak: de VNG werkt dit uit.": "agreement",
    "Het verslag wordt vastgesteld.": "agreement",
    "De voorzitter licht de stand van zaken toe.": "explanation",
    "BZK geeft aan dat de wet per 1 juli in werking treedt.": "explanation",
    "De inspecteur vertelt over de proef in Assen.": "explanation",
}
ODD = ("", "  ", "…", "2024", "a b", "İstanbul: 12İ٣?", "VNG/IPO: ja!\u00a0Nee", "dit, dit en dit")

a_text = st.one_of(
    st.text(),
    st.text("aBİß12٣²'-/.?:! \n\u0301"),
    st.lists(st.sampled_from([*SENTENCES, *ODD])).map("\n".join),
)


@pytest.fixture(scope="module")
def linear() -> LinearClassifier:
    """The shipped model's."""
    component = notulist.load("fast").get_pipe("notulist_linear")
    assert isinstance(component, LinearClassifier)
    return component


@pytest.fixture(scope="module")
def vectorizers(linear: LinearClassifier) -> dict[str, Any]:
    """By the name of their part."""
    assert linear.pipeline is not None
    return {name: vectorizer for name, vectorizer, _ in linear.pipeline[0].transformers_}


def against_others(logs: np.ndarray[Any, Any], column: int) -> float:
    """How far a label is before the mean of the others."""
    return float(logs[column] - np.delete(logs, column).mean())


def without_words(text: str, words: set[str]) -> str:
    """The text without these words, wherever they stand."""
    left = text
    for start, end in reversed(words_in(text)):
        if text[start:end].lower() in words:
            left = left[:start] + left[end:]
    return " ".join(left.split())


# What is told of weights


@pytest.mark.parametrize(
    ("weights", "says"),
    [
        ([0.8, 0.4], "vraagt (0.8), graag (0.4)"),
        ([0.4, 0.8], "graag (0.8), vraagt (0.4)"),
        ([0.04, -2.0], ""),
        ([12.345, 0.0], "vraagt (12.3)"),
    ],
)
def test_words_are_told_by_weight_and_only_those_for_the_label(
    weights: list[float], says: str
) -> None:
    text = "vraagt graag"
    places = words_in(text)
    assert told(text, [Weight(*p, w) for p, w in zip(places, weights, strict=True)]) == says


def test_three_words_are_told_at_most() -> None:
    text = "a b c d"
    assert told(text, [Weight(*place, 1.0) for place in words_in(text)]) == (
        "a (1.0), b (1.0), c (1.0)"
    )


def test_a_word_that_comes_twice_counts_once_with_both_its_weights() -> None:
    text = "Dit en dit"
    weights = [Weight(*p, w) for p, w in zip(words_in(text), (0.3, 0.5, 0.4), strict=True)]
    assert strongest(text, weights) == [("Dit", pytest.approx(0.7)), ("en", 0.5)]


def test_a_run_of_words_is_told_on_one_line() -> None:
    assert told("om\n uitstel", [Weight(0, 11, 1.0)]) == "om uitstel (1.0)"


def test_marks_that_tell_acts_apart_are_words() -> None:
    text = "Vraag: wie, dan?"
    assert [text[start:end] for start, end in words_in(text)] == ["Vraag", ":", "wie", "dan", "?"]


# The linear model


@pytest.mark.parametrize("text", [*SENTENCES, *ODD])
@pytest.mark.parametrize("label", LABELS)
def test_weights_and_rest_sum_to_the_score(linear: LinearClassifier, text: str, label: str) -> None:
    (found,) = shares(linear.pipeline, [text], [label])
    logs = np.log(linear.probabilities([text])[0])
    total = sum(one.weight for one in found.weights) + found.rest
    assert total == pytest.approx(against_others(logs, linear.labels.index(label)), abs=1e-9)


@given(a_text)
def test_they_do_for_any_text(linear: LinearClassifier, text: str) -> None:
    (found,) = shares(linear.pipeline, [text], ["request"])
    logs = np.log(linear.probabilities([text])[0])
    total = sum(one.weight for one in found.weights) + found.rest
    assert total == pytest.approx(against_others(logs, linear.labels.index("request")), abs=1e-9)


@given(a_text)
def test_every_feature_is_found_in_the_text_again(vectorizers: dict[str, Any], text: str) -> None:
    row = columns([text])[0]
    for name, vectorizer in vectorizers.items():
        column = SIGNALS if name == "signals" else 0
        terms = TERMS[name](traced(text), vectorizer.ngram_range)
        expected = Counter(vectorizer.build_analyzer()(row[column]))
        assert Counter(term for term, _, _ in terms) == expected


@given(a_text)
def test_a_run_stands_where_it_is_said_to(text: str) -> None:
    seen = traced(text)
    for term, start, end in TERMS["characters"](seen, (2, 5)):
        assert seen.normal[start:end] == term.strip(" ")
    for term, start, end in TERMS["words"](seen, (1, 2)):
        assert " ".join(re.findall(WORD, seen.normal[start:end])) == term


@pytest.mark.parametrize(
    ("text", "signal", "words"),
    [
        ("Op 12-05-2024 vraagt de VNG wie dit betaalt?", "cue=request", "vraagt"),
        ("In 2024 zou BZK dit graag doen.", "early=request", "zou bzk dit graag"),
        ("Afspraak: BZK vraagt dit na.", "lead=agreement", "afspraak"),
        ("Op 31 mei akkoord; Rijk vraagt meer.", "first=agreement", "akkoord"),
        ("De VNG wil niet.", "^de_vng", "de vng"),
        ("12-05: VNG/IPO", "^0_:_vng", "0: vng"),
    ],
)
def test_a_signal_stands_at_its_words(text: str, signal: str, words: str) -> None:
    seen = traced(text)
    places = {term: (start, end) for term, start, end in TERMS["signals"](seen, (1, 1))}
    start, end = places[signal]
    assert seen.normal[start:end] == words


@given(a_text)
def test_every_character_of_the_normalised_text_has_an_origin(text: str) -> None:
    places = origins(text)
    assert len(places) == len(normalise(text))
    assert all(0 <= before <= behind < len(text) for before, behind in pairwise(places))
    digits = [text[at] for at, letter in zip(places, normalise(text), strict=True) if letter == "0"]
    assert {normalise(digit) for digit in digits} <= {"0"}


def test_weights_stand_in_the_order_of_the_text_one_a_word(linear: LinearClassifier) -> None:
    text = "Op 12-05-2024 vraagt de VNG: wie, wat?"
    (weights,) = linear.explain([text], ["request"])
    assert [(one.start, one.end) for one in weights] == words_in(text)


@pytest.mark.parametrize(("text", "label"), SENTENCES.items())
def test_deleting_the_words_lowers_the_probability(
    linear: LinearClassifier, text: str, label: str
) -> None:
    (weights,) = linear.explain([text], [label])
    words = {word.lower() for word, _ in strongest(text, weights)}
    before, after = linear.probabilities([text, without_words(text, words)])
    column = linear.labels.index(label)
    assert words
    assert before.argmax() == column
    assert after[column] < before[column]


@pytest.mark.parametrize(
    ("text", "label", "word"),
    [
        ("De VNG vraagt of het Rijk de kosten vergoedt.", "request", "vraagt"),
        ("Wie betaalt dit?", "request", "?"),
        ("Afspraak: de VNG werkt dit uit.", "agreement", "Afspraak"),
        ("De UvW waarschuwt voor het tempo.", "concern", "waarschuwt"),
    ],
)
def test_the_word_that_a_reader_would_name_weighs_most(
    linear: LinearClassifier, text: str, label: str, word: str
) -> None:
    (weights,) = linear.explain([text], [label])
    assert strongest(text, weights)[0][0] == word


def test_many_texts_get_what_each_would_get_alone(
    linear: LinearClassifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notulist.components.linear._CHUNK", 5)
    texts, labels = list(SENTENCES), list(SENTENCES.values())
    alone = [linear.explain([t], [k])[0] for t, k in SENTENCES.items()]
    assert linear.explain(texts, labels) == alone
    assert linear.explain([], []) == []


def test_values_are_plain_python(linear: LinearClassifier) -> None:
    (weights,) = linear.explain(["Wie betaalt dit?"], ["request"])
    assert {type(value) for one in weights for value in (one.start, one.end)} == {int}
    assert {type(one.weight) for one in weights} == {float}


def learnt(linear: LinearClassifier, labels: list[str], method: str) -> Any:
    """A pipeline with the features of the shipped one that learnt these labels of SENTENCES."""
    from sklearn.calibration import CalibratedClassifierCV
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import Pipeline

    assert linear.pipeline is not None
    features = linear.pipeline[0]
    matrix = features.transform(columns(list(SENTENCES)))
    classifier = CalibratedClassifierCV(LogisticRegression(), method=method, ensemble=False, cv=2)
    return Pipeline([("features", features), ("classifier", classifier.fit(matrix, labels))])


def test_of_two_labels_the_weights_sum_too(linear: LinearClassifier) -> None:
    two = [known if known == "request" else "other" for known in SENTENCES.values()]
    pipeline = learnt(linear, two, "temperature")
    for column, label in enumerate(["other", "request"]):
        found = shares(pipeline, list(SENTENCES), [label] * len(SENTENCES))
        logs = np.log(pipeline.predict_proba(columns(list(SENTENCES))))
        totals = [sum(one.weight for one in each.weights) + each.rest for each in found]
        assert totals == pytest.approx([against_others(row, column) for row in logs])


def test_of_another_calibration_they_sum_to_the_scores_before_it(linear: LinearClassifier) -> None:
    pipeline = learnt(linear, list(SENTENCES.values()), "sigmoid")
    regression = pipeline[-1].calibrated_classifiers_[0].estimator
    scores = regression.decision_function(pipeline[0].transform(columns(list(SENTENCES))))
    found = shares(pipeline, list(SENTENCES), list(SENTENCES.values()))
    for row, label, each in zip(scores, SENTENCES.values(), found, strict=True):
        total = sum(one.weight for one in each.weights) + each.rest
        assert total == pytest.approx(against_others(row, list(regression.classes_).index(label)))
