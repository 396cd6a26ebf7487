"""Training of the linear classifier: what it learns from, what it leaves out, that it repeats."""

from datetime import date
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from notulist.components.linear_features import columns
from notulist.corpus.authored import Item, Minutes, Remark
from notulist.corpus.docs import to_doc
from notulist.errors import ModelError
from notulist.training.examples import Examples, examples
from notulist.training.linear import Settings, fit, folds

NLP = spacy.blank("nl")
QUICK = Settings(folds=3)
REMARKS = (
    Remark("agreement", "Afspraak: dit wordt uitgewerkt door Verzonnen."),
    Remark("concern", "Men maakt zich zorgen over het tempo, aldus Verzonnen."),
    Remark("explanation", "Er volgt een toelichting op de stand van zaken van Verzonnen."),
    Remark("request", "Wie betaalt dit? vraagt Verzonnen."),
)


def make_docs(bodies: int = 6, documents: int = 1) -> list[Doc]:
    """Documents that are all alike, so many of each body."""
    return [
        to_doc(
            NLP,
            Minutes(
                id=f"{body}-{number}",
                body=f"Overleg {body}",
                date=date(2024, 3, 14),
                items=(Item("1", "Kop", REMARKS),),
                present="dhr. Verzonnen (VNG)",
            ),
        )
        for body in range(bodies)
        for number in range(documents)
    ]


@pytest.fixture(scope="module")
def fitted() -> Any:
    return fit(examples(make_docs()), QUICK)


def words(pipeline: Any) -> set[str]:
    """Every term that any of the vectorizers knows."""
    parts = pipeline["features"].named_transformers_
    return {term for part in parts.values() for term in part.vocabulary_}


def test_examples_are_the_labelled_bullets_with_body_and_document() -> None:
    data = examples(make_docs(bodies=2, documents=2))
    assert len(data.texts) == len(data.labels) == 16
    assert set(data.bodies) == {"Overleg 0", "Overleg 1"}
    assert len(set(data.documents)) == 4


def test_bullets_without_a_label_are_no_examples() -> None:
    doc = make_docs(bodies=1)[0]
    doc.spans["bullets"] = [doc[bullet.start : bullet.end] for bullet in doc.spans["bullets"]]
    assert examples([doc]).texts == ()


def test_passages_that_are_no_remark_are_examples_but_no_remarks() -> None:
    doc = make_docs(bodies=1)[0]
    spans = list(doc.spans["bullets"])
    spans[0].label_ = "none"
    doc.spans["bullets"] = spans
    data = examples([doc])
    assert (len(data.texts), len(data.remarks.texts)) == (4, 3)


def test_it_learns(fitted: Any) -> None:
    texts = [remark.text for remark in REMARKS]
    assert list(fitted.predict(columns(texts))) == [remark.label for remark in REMARKS]


def test_training_again_gives_the_same_arrays(fitted: Any) -> None:
    again = fit(examples(make_docs()), QUICK)
    first, second = (p["classifier"].calibrated_classifiers_[0] for p in (fitted, again))
    assert np.array_equal(first.estimator.coef_, second.estimator.coef_)
    assert words(fitted) == words(again)


def test_names_of_the_attendance_stay_out_of_the_vocabulary(fitted: Any) -> None:
    assert "afspraak" in words(fitted)
    assert [term for term in words(fitted) if "verzonnen" in term or "rzonn" in term] == []


def test_terms_of_few_documents_stay_out_of_the_vocabulary() -> None:
    data = examples(make_docs())
    rare = Examples(("Kwijting verleend.",) * 5, ("agreement",) * 5, ("b",) * 5, ("d",) * 5)
    assert "kwijting" not in words(fit(data + rare, QUICK))


def test_no_body_is_on_both_sides_of_a_fold() -> None:
    data = examples(make_docs(bodies=5, documents=2))
    for rows, held_out in folds(data, QUICK):
        assert not {data.bodies[row] for row in rows} & {data.bodies[row] for row in held_out}


def test_the_folds_hold_every_bullet_out_once() -> None:
    data = examples(make_docs())
    held_out = sorted(int(row) for _, rows in folds(data, QUICK) for row in rows)
    assert held_out == list(range(len(data.texts)))


def test_a_fitted_pipeline_keeps_no_row_numbers(fitted: Any) -> None:
    assert fitted["classifier"].cv is None


@pytest.mark.parametrize(
    ("docs", "cause"),
    [(make_docs(bodies=1, documents=3), "one body"), ([], "label")],
)
def test_too_little_to_learn_from_is_said(docs: list[Doc], cause: str) -> None:
    with pytest.raises(ModelError, match=cause) as caught:
        fit(examples(docs))
    assert caught.value.code == "M08"
