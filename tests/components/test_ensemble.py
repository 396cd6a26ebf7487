"""Encoder and linear classifier as one: whose say counts how much, and that it is kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from graphs import ALL, archive
from spacy.language import Language

from notulist.components.ensemble import EnsembleClassifier
from notulist.components.explaining import strongest
from notulist.errors import ModelError
from notulist.labels import LABELS, NONE
from notulist.training.examples import Examples
from notulist.training.linear import Settings, fit

pytest.importorskip("onnx")

TEXTS = ("akkoord zo", "zorgen hier", "toelichting nu", "vraagt dit")
OTHERS = ["akkoord met zorgen", "pagina", "misschien vraagt men", ""]
ACTS = [ALL.index(label) for label in LABELS]


@pytest.fixture(scope="module")
def linear() -> object:
    """A fitted linear pipeline that knows each act by one word."""
    texts = TEXTS * 3
    bodies = tuple(str(number // len(TEXTS)) for number in range(len(texts)))
    return fit(Examples(texts, LABELS * 3, bodies, bodies), Settings(min_documents=1, folds=2))


def ensemble(linear: object, **settings: object) -> EnsembleClassifier:
    made = EnsembleClassifier(threads=1, **settings)  # type: ignore[arg-type]
    made.encoder.archive = archive(further=LABELS)
    made.linear.pipeline = linear
    return made


@pytest.fixture
def nlp(linear: object) -> Language:
    nlp = spacy.blank("nl")
    nlp.add_pipe("notulist_ensemble", config={"threads": 1, "linear_weight": 0.4})
    component = of(nlp)
    component.encoder.archive = archive(further=LABELS)
    component.linear.pipeline = linear
    return nlp


def of(nlp: Language) -> EnsembleClassifier:
    found = nlp.get_pipe("notulist_ensemble")
    assert isinstance(found, EnsembleClassifier)
    return found


def acts(scores: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """The probabilities of the acts among each other."""
    return scores[:, ACTS] / scores[:, ACTS].sum(axis=1, keepdims=True)


def test_without_weight_of_the_linear_classifier_the_encoder_says_all(linear: object) -> None:
    one = ensemble(linear, linear_weight=0)
    assert one.probabilities(OTHERS) == pytest.approx(one.encoder.probabilities(OTHERS), abs=1e-6)


def test_with_all_weight_the_linear_classifier_says_which_act(linear: object) -> None:
    one = ensemble(linear, linear_weight=1)
    order = [one.linear.labels.index(label) for label in LABELS]
    found = one.linear.probabilities(OTHERS)[:, order]
    assert acts(one.probabilities(OTHERS)) == pytest.approx(found, abs=1e-6)


def test_odds_are_the_weighted_geometric_mean_of_both(linear: object) -> None:
    both, *alone = (ensemble(linear, linear_weight=weight) for weight in (0.35, 0, 1))
    odds = [np.log(one[:, :1] / one) for one in (acts(e.probabilities(TEXTS)) for e in alone)]
    found = acts(both.probabilities(TEXTS))
    assert np.log(found[:, :1] / found) == pytest.approx(0.65 * odds[0] + 0.35 * odds[1], abs=1e-3)


def test_what_is_no_remark_and_which_acts_stand_beside_says_the_encoder(linear: object) -> None:
    one = ensemble(linear)
    found, encoder = one.scores(OTHERS), one.encoder.scores(OTHERS)
    none = ALL.index(NONE)
    assert found.acts[:, none] == pytest.approx(encoder.acts[:, none])
    assert found.acts.sum(axis=1) == pytest.approx(np.ones(len(OTHERS)))
    assert np.array_equal(found.further, encoder.further)


@pytest.mark.parametrize("member", ["encoder", "linear"])
def test_it_is_trained_when_both_members_are(linear: object, member: str) -> None:
    one = ensemble(linear)
    assert one.labels == ALL
    if member == "encoder":
        one.encoder.archive = None
    else:
        one.linear.pipeline = None
    assert one.labels == ()


@pytest.mark.parametrize("weight", [-0.1, 1.1, float("nan")])
def test_a_weight_that_cant_be_is_refused(weight: float) -> None:
    with pytest.raises(ModelError, match="linear_weight") as caught:
        EnsembleClassifier(linear_weight=weight)
    assert caught.value.code == "M09"


def test_leaving_out_the_heaviest_word_lowers_the_probability(linear: object) -> None:
    one = ensemble(linear)
    text = "de gemeente vraagt dit nu"
    (weights,) = one.explain([text], ["request"])
    ((heaviest, _), *_) = strongest(text, weights)
    before, after = one.probabilities([text, text.replace(f"{heaviest} ", "")])
    assert heaviest == "vraagt"
    assert after[ALL.index("request")] < before[ALL.index("request")]


def test_a_word_weighs_what_both_members_say_of_it(linear: object) -> None:
    one = ensemble(linear)
    text, share = "de gemeente vraagt dit nu", one.linear_weight
    told, *members = (
        [weight.weight for weight in each.explain([text], ["request"])[0]]
        for each in (one, one.encoder, one.linear)
    )
    together = [(1 - share) * a + share * b for a, b in zip(*members, strict=True)]
    assert told == pytest.approx(together)


def test_a_saved_pipeline_predicts_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "model")
    again = of(spacy.load(tmp_path / "model"))
    assert again.linear_weight == 0.4
    assert np.allclose(again.probabilities(TEXTS), of(nlp).probabilities(TEXTS))


def test_bytes_of_a_pipeline_predict_the_same(nlp: Language) -> None:
    again = spacy.blank("nl")
    again.add_pipe("notulist_ensemble", config={"linear_weight": 0.4})
    again.from_bytes(nlp.to_bytes())
    assert np.allclose(of(again).probabilities(TEXTS), of(nlp).probabilities(TEXTS))


def test_an_untrained_one_is_kept_as_such(tmp_path: Path) -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("notulist_ensemble")
    nlp.to_disk(tmp_path / "model")
    assert of(spacy.load(tmp_path / "model")).labels == ()


def test_what_is_kept_of_an_untrained_one_makes_another_untrained(
    nlp: Language, tmp_path: Path
) -> None:
    blank = EnsembleClassifier()
    blank.to_disk(tmp_path / "blank")
    assert of(nlp).labels == ALL
    assert of(nlp).from_disk(tmp_path / "blank").labels == ()
    assert of(nlp).from_bytes(blank.to_bytes()).labels == ()


@pytest.mark.parametrize("member", ["encoder", "linear"])
def test_a_folder_without_one_of_them_is_refused(
    nlp: Language, tmp_path: Path, member: str
) -> None:
    nlp.to_disk(tmp_path / "model")
    for file in (tmp_path / "model" / "notulist_ensemble" / member).iterdir():
        file.unlink()
    with pytest.raises(ModelError) as caught:
        spacy.load(tmp_path / "model")
    assert caught.value.code == "M02"
