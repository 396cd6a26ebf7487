"""spaCy's span categorizer as an engine: it learns, labels, explains and is kept on disk."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from tiny import CUES, NAME, remarks, write_base

from notulist.components.spancat import SpancatClassifier, whole_docs
from notulist.errors import ModelError
from notulist.labels import LABELS, NONE
from notulist.training.build import assemble
from notulist.training.engines import classifier_of, set_base, spancat_settings, teach
from notulist.training.examples import Examples
from notulist.training.setup import CONFIGS, Gold, read_config
from notulist.training.spancat import Settings, fit, network_of, placed

QUICK = Settings(epochs=12, batch_size=8, learning_rate=5e-3, dropout=0.0)


def component(nlp: Language) -> SpancatClassifier:
    found = nlp.get_pipe("notulist_spancat")
    assert isinstance(found, SpancatClassifier)
    return found


@pytest.fixture
def nlp() -> Language:
    """A blank pipeline with the engine, untrained."""
    nlp = spacy.blank("nl_minutes")
    nlp.add_pipe("notulist_spancat", config={"none_threshold": 0.9})
    return nlp


@pytest.fixture(scope="module")
def trained() -> Language:
    """One that learnt the cues of all labels."""
    nlp = spacy.blank("nl_minutes")
    nlp.add_pipe("notulist_spancat", config={"none_threshold": 0.9})
    fit(component(nlp), remarks(*LABELS, NONE), QUICK, (*LABELS, NONE))
    return nlp


def label(nlp: Language, text: str) -> str:
    doc = nlp.make_doc(text)
    doc.spans["bullets"] = [doc[:]]
    labelled = nlp.get_pipe("notulist_spancat")(doc)
    return str(labelled.spans["bullets"][0].label_)


def test_it_learns_each_label(trained: Language) -> None:
    texts = {act: f"VNG {CUES[act]} over dit." for act in LABELS}
    assert {act: label(trained, text) for act, text in texts.items()} == {a: a for a in LABELS}


def test_what_is_no_remark_is_for_review(trained: Language) -> None:
    doc = trained.make_doc(f"VNG {CUES[NONE]} over dit.")
    doc.spans["bullets"] = [doc[:]]
    doc = trained.get_pipe("notulist_spancat")(doc)
    assert doc.spans["bullets"][0]._.reason.startswith("no remark")


def test_probabilities_are_of_each_text_alone(trained: Language) -> None:
    texts = [f"IPO {CUES[act]} over de wet." for act in LABELS]
    together = component(trained).probabilities(texts)
    alone = np.concatenate([component(trained).probabilities([text]) for text in texts])
    assert np.allclose(together, alone, atol=1e-5)
    assert np.allclose(together.sum(axis=1), 1, atol=1e-5)


def test_an_empty_text_is_as_likely_of_each_label(trained: Language) -> None:
    empty, _ = component(trained).probabilities(["", "VNG vraagt dit."])
    assert np.allclose(empty, 1 / 5)


def test_the_cue_weighs_most(trained: Language) -> None:
    text = "VNG vraagt over dit."
    weights = component(trained).explain([text], ["request"])[0]
    most = max(weights, key=lambda one: one.weight)
    assert text[most.start : most.end] == "vraagt"


def test_training_again_gives_the_same_probabilities(trained: Language, nlp: Language) -> None:
    fit(component(nlp), remarks(*LABELS, NONE), QUICK, (*LABELS, NONE))
    text = ["JenV vraagt over het tempo."]
    one, other = (component(each).probabilities(text) for each in (trained, nlp))
    assert np.allclose(one, other, atol=1e-6)


def test_a_saved_pipeline_labels_the_same(trained: Language, tmp_path: Path) -> None:
    trained.to_disk(tmp_path)
    text = ["BZK maakt zich zorgen over de wet."]
    one, other = (component(nlp).probabilities(text) for nlp in (trained, spacy.load(tmp_path)))
    assert np.allclose(one, other)


def test_bytes_read_back(trained: Language, nlp: Language) -> None:
    other = component(nlp).from_bytes(component(trained).to_bytes())
    assert other.labels == (*LABELS, NONE)
    text = ["BZK vraagt dit."]
    assert np.allclose(other.probabilities(text), component(trained).probabilities(text))


def test_a_label_without_a_bullet_is_said(nlp: Language) -> None:
    with pytest.raises(ModelError, match="concern") as caught:
        fit(component(nlp), remarks("agreement", "request"), QUICK, LABELS)
    assert caught.value.code == "M08"


def test_untrained_it_refuses_to_predict(nlp: Language) -> None:
    with pytest.raises(ModelError) as caught:
        nlp.get_pipe("notulist_spancat").predict([nlp.make_doc("VNG")])  # type: ignore[attr-defined]
    assert caught.value.code == "M01"


def test_names_of_persons_are_taken_out_before_it_learns(nlp: Language) -> None:
    known = remarks()
    named = Examples(
        tuple(f"{NAME}. {text}" for text in known.texts),
        known.labels,
        known.bodies,
        known.documents,
        frozenset({NAME.lower()}),
    )
    fit(component(nlp), named, QUICK, LABELS)
    assert NAME not in nlp.vocab.strings


def test_the_suggester_gives_the_whole_of_each_doc_and_nothing_of_an_empty_one() -> None:
    nlp = spacy.blank("nl")
    found = whole_docs([nlp.make_doc("Een twee"), nlp.make_doc(""), nlp.make_doc("Drie")])
    assert found.lengths.tolist() == [1, 0, 1]
    assert found.dataXd.tolist() == [[0, 2], [0, 1]]


def test_the_shipped_config_of_it_is_taught_by_its_section() -> None:
    config = read_config(CONFIGS / "spancat.cfg")
    config["spancat"].update(epochs=1, batch_size=8)
    nlp = assemble(config)
    teach(classifier_of(nlp), config, Gold(remarks(), None, {}))
    assert spancat_settings(config).epochs == 1
    assert classifier_of(nlp).labels == LABELS


@pytest.mark.torch
@pytest.mark.slow
def test_any_transformer_of_a_folder_takes_the_place_of_the_tok2vec(tmp_path: Path) -> None:
    config = read_config(CONFIGS / "spancat_transformer.cfg")
    config["components"]["notulist_spancat"]["model"]["tok2vec"]["name"] = str(write_base(tmp_path))
    config["spancat"].update(epochs=1, batch_size=8)
    nlp = assemble(config)
    teach(classifier_of(nlp), config, Gold(remarks(), None, {}))
    assert classifier_of(nlp).probabilities(["VNG vraagt dit."]).shape == (1, len(LABELS))


@pytest.mark.parametrize("name", ["spancat_transformer", "encoder", "ensemble"])
def test_another_encoder_can_be_begun_with(name: str) -> None:
    config = read_config(CONFIGS / f"{name}.cfg")
    set_base(config, "hub:een/ander")
    assert "hub:een/ander" in config.to_str()
    assert "build/e5-small" not in config.to_str()


@pytest.mark.parametrize("name", ["spancat", "linear"])
def test_where_no_engine_begins_with_an_encoder_that_is_said(name: str) -> None:
    with pytest.raises(ModelError) as caught:
        set_base(read_config(CONFIGS / f"{name}.cfg"), "hub:een/ander")
    assert caught.value.code == "M09"


def test_only_what_is_called_a_model_of_the_hub_may_be_fetched() -> None:
    config = read_config(CONFIGS / "spancat_transformer.cfg")
    set_base(config, "hub:een/ander")
    assert network_of(placed(config)) == {**(network_of(config) or {}), "name": "een/ander"}
    set_base(config, "een/ander")
    with pytest.raises(ModelError) as caught:
        placed(config)
    assert caught.value.code == "M12"
