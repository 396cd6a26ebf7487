"""The linear classifier as a component: what it sets on a Doc, what it keeps on disk."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from notulist import attributes  # noqa: F401  registers the extension attributes
from notulist.components.classifier import reweigh
from notulist.components.linear import LinearClassifier
from notulist.components.linear_archive import ARCHIVE, META
from notulist.errors import ModelError
from notulist.labels import LABELS
from notulist.training.examples import Examples
from notulist.training.linear import Settings, fit

BODIES = ("VNG", "IPO", "BZK", "JenV")
SENTENCES = {
    "agreement": "Afspraak: {} werkt dit uit.",
    "concern": "{} maakt zich zorgen over het tempo.",
    "explanation": "{} geeft een toelichting op de stand van zaken.",
    "request": "{} vraagt wie dit betaalt?",
}


@pytest.fixture(scope="module")
def fitted() -> Any:
    """A pipeline that learnt the four sentences from four bodies."""
    rows = [(s.format(body), label, body) for body in BODIES for label, s in SENTENCES.items()]
    texts, labels, bodies = zip(*rows, strict=True)
    return fit(Examples(texts, labels, bodies, bodies), Settings(folds=2, min_documents=1))


@pytest.fixture
def nlp(fitted: Any) -> Language:
    return pipeline(fitted)


def pipeline(fitted: Any, **config: Any) -> Language:
    nlp = spacy.blank("nl")
    component = nlp.add_pipe("notulist_linear", config=config)
    assert isinstance(component, LinearClassifier)
    component.pipeline = fitted
    return nlp


def make_doc(nlp: Language, *sentences: str, key: str = "bullets") -> Doc:
    """A Doc that holds each sentence as a bullet."""
    doc = nlp.make_doc("\n".join(sentences))
    places, start = [], 0
    for sentence in sentences:
        places.append(doc.char_span(start, start + len(sentence)))
        start += len(sentence) + 1
    doc.spans[key] = places
    return doc


def linear(nlp: Language) -> LinearClassifier:
    component = nlp.get_pipe("notulist_linear")
    assert isinstance(component, LinearClassifier)
    return component


@pytest.mark.parametrize(("label", "sentence"), SENTENCES.items())
def test_each_bullet_gets_its_label(nlp: Language, label: str, sentence: str) -> None:
    doc = nlp(make_doc(nlp, sentence.format("UvW")))
    assert doc.spans["bullets"][0].label_ == label


def test_cats_are_probabilities_of_the_four_labels(nlp: Language) -> None:
    doc = nlp(make_doc(nlp, "De VNG vraagt wie dit betaalt?"))
    cats = doc.spans["bullets"][0]._.cats
    assert tuple(cats) == LABELS
    assert sum(cats.values()) == pytest.approx(1.0)


def test_values_are_plain_python(nlp: Language) -> None:
    doc = nlp(make_doc(nlp, "De VNG vraagt wie dit betaalt?"))
    bullet = doc.spans["bullets"][0]
    assert {type(label) for label in bullet._.cats} == {str}
    assert {type(value) for value in bullet._.cats.values()} == {float}
    assert type(bullet._.confidence) is float
    assert type(bullet._.review) is bool


def test_confidence_is_the_probability_of_the_label(nlp: Language) -> None:
    doc = nlp(make_doc(nlp, "De VNG vraagt wie dit betaalt?"))
    bullet = doc.spans["bullets"][0]
    assert bullet._.confidence == bullet._.cats[bullet.label_] == max(bullet._.cats.values())


@pytest.mark.parametrize(
    ("threshold", "review", "reason"), [(0.0, False, ""), (1.01, True, "low confidence")]
)
def test_a_bullet_below_the_threshold_is_for_review(
    fitted: Any, threshold: float, review: bool, reason: str
) -> None:
    nlp = pipeline(fitted, threshold=threshold)
    doc = nlp(make_doc(nlp, "De VNG vraagt wie dit betaalt?"))
    bullet = doc.spans["bullets"][0]
    assert (bullet._.review, bullet._.reason) == (review, reason)


def test_a_reason_of_another_component_is_kept(fitted: Any) -> None:
    nlp = pipeline(fitted, threshold=1.01)
    doc = make_doc(nlp, "De VNG vraagt wie dit betaalt?")
    doc.spans["bullets"][0]._.reason = "cut by a page"
    for _ in range(2):
        nlp(doc)
    assert doc.spans["bullets"][0]._.reason == "cut by a page; low confidence"


def test_the_clean_text_counts_where_a_bullet_has_one(nlp: Language) -> None:
    doc = make_doc(nlp, "De VNG vraagt wie dit betaalt?")
    doc.spans["bullets"][0]._.clean = "Afspraak: de VNG werkt dit uit."
    assert nlp(doc).spans["bullets"][0].label_ == "agreement"


def test_predict_changes_nothing(nlp: Language) -> None:
    doc = make_doc(nlp, "De VNG vraagt wie dit betaalt?")
    before = doc.to_bytes()
    linear(nlp).predict([doc])
    assert doc.to_bytes() == before


def test_predict_gives_an_array_a_doc(nlp: Language) -> None:
    docs = [make_doc(nlp, *["Tekst."] * bullets) for bullets in (2, 0, 3)]
    assert [one.acts.shape for one in linear(nlp).predict(docs)] == [(2, 4), (0, 4), (3, 4)]


def test_docs_without_any_bullet_are_fine(nlp: Language) -> None:
    doc = make_doc(nlp)
    assert list(nlp(doc).spans["bullets"]) == []


def test_what_else_stands_on_a_bullet_is_kept(nlp: Language) -> None:
    doc = make_doc(nlp, "De VNG vraagt wie dit betaalt?")
    doc.spans["bullets"] = [Span(doc, 0, 3, kb_id="Q1", span_id="b1")]
    doc.spans["bullets"].attrs["made_by"] = "test"
    doc.spans["bullets"][0]._.holder = ("VNG",)
    nlp(doc)
    bullet = doc.spans["bullets"][0]
    assert (bullet.kb_id_, bullet.id_, bullet._.holder) == ("Q1", "b1", ("VNG",))
    assert doc.spans["bullets"].attrs["made_by"] == "test"


def test_pipe_gives_what_single_calls_give(nlp: Language) -> None:
    sentences = [sentence.format("UvW") for sentence in SENTENCES.values()]
    single = [nlp(make_doc(nlp, sentence)) for sentence in sentences]
    piped = list(nlp.pipe((make_doc(nlp, sentence) for sentence in sentences), batch_size=3))
    cats = [[doc.spans["bullets"][0]._.cats for doc in docs] for docs in (single, piped)]
    assert cats[0] == [pytest.approx(one) for one in cats[1]]
    assert [doc.text for doc in piped] == sentences


def test_another_key_can_be_labelled(fitted: Any) -> None:
    nlp = pipeline(fitted, spans_key="remarks")
    doc = nlp(make_doc(nlp, "De VNG vraagt wie dit betaalt?", key="remarks"))
    assert doc.spans["remarks"][0].label_ == "request"


def test_score_compares_labelled_spans(nlp: Language) -> None:
    reference = make_doc(nlp, "De VNG vraagt wie dit betaalt?")
    spans = [Span(reference, s.start, s.end, label="request") for s in reference.spans["bullets"]]
    reference.spans["bullets"] = spans
    predicted = nlp(make_doc(nlp, "De VNG vraagt wie dit betaalt?"))
    assert linear(nlp).score([Example(predicted, reference)])["spans_bullets_f"] == 1.0


def test_shares_weigh_the_probabilities() -> None:
    even = np.array([[0.5, 0.5], [0.9, 0.1]])
    assert reweigh(even, [0.8, 0.2]) == pytest.approx(
        np.array([[0.8, 0.2], [0.72 / 0.74, 0.02 / 0.74]])
    )


def test_a_label_that_is_expected_more_often_gets_more_probability(fitted: Any) -> None:
    shares = dict.fromkeys(LABELS, 0.2) | {"concern": 0.4}
    found = []
    for nlp in (pipeline(fitted), pipeline(fitted, shares=shares)):
        doc = nlp(make_doc(nlp, "Tekst over het tempo."))
        found.append(doc.spans["bullets"][0]._.cats["concern"])
    assert 0 < found[0] < found[1]


@pytest.mark.parametrize("shares", [{"concern": 1.0}, dict.fromkeys(LABELS, 0.0)])
def test_shares_must_name_every_label(fitted: Any, shares: dict[str, float]) -> None:
    with pytest.raises(ModelError) as caught:
        LinearClassifier(shares=shares)
    assert caught.value.code == "M09"


def test_untrained_it_refuses_to_predict() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("notulist_linear")
    with pytest.raises(ModelError) as caught:
        nlp(make_doc(nlp, "Tekst."))
    assert caught.value.code == "M01"


def test_without_bullets_set_it_names_the_component_that_is_missing(nlp: Language) -> None:
    with pytest.raises(ModelError, match="notulist_splitter"):
        nlp("De VNG vraagt wie dit betaalt?")


def test_a_saved_pipeline_predicts_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    docs = [make_doc(nlp, *(sentence.format("UvW") for sentence in SENTENCES.values()))]
    assert np.array_equal(linear(again).predict(docs)[0].acts, linear(nlp).predict(docs)[0].acts)


def test_settings_are_saved_with_the_pipeline(fitted: Any, tmp_path: Path) -> None:
    shares = dict(zip(LABELS, (0.2, 0.2, 0.4, 0.2), strict=True))
    pipeline(fitted, threshold=0.7, shares=shares).to_disk(tmp_path / "model")
    again = linear(spacy.load(tmp_path / "model"))
    assert (again.threshold, again.shares) == (0.7, shares)


def test_bytes_read_back(nlp: Language) -> None:
    component = linear(nlp)
    again = LinearClassifier().from_bytes(component.to_bytes())
    docs = [make_doc(nlp, "De VNG vraagt wie dit betaalt?")]
    assert np.array_equal(again.predict(docs)[0].acts, component.predict(docs)[0].acts)


def test_untrained_it_can_be_saved_and_loaded(tmp_path: Path) -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("notulist_linear")
    nlp.to_disk(tmp_path / "model")
    assert linear(spacy.load(tmp_path / "model")).labels == ()


def saved(nlp: Language, folder: Path) -> Path:
    linear(nlp).to_disk(folder)
    return folder


def refused(folder: Path) -> str:
    with pytest.raises(ModelError) as caught:
        LinearClassifier().from_disk(folder)
    assert str(folder) in str(caught.value)
    return caught.value.code


@pytest.mark.parametrize("file", [META, ARCHIVE])
def test_a_missing_file_is_named(nlp: Language, tmp_path: Path, file: str) -> None:
    (saved(nlp, tmp_path) / file).unlink()
    assert refused(tmp_path) == "M02"


def test_other_bytes_than_meta_json_vouches_for_are_refused(nlp: Language, tmp_path: Path) -> None:
    archive = saved(nlp, tmp_path) / ARCHIVE
    archive.write_bytes(archive.read_bytes() + b"\0")
    assert refused(tmp_path) == "M03"


@pytest.mark.parametrize("content", ["", "[]", "{}"])
def test_a_broken_meta_json_is_refused(nlp: Language, tmp_path: Path, content: str) -> None:
    (saved(nlp, tmp_path) / META).write_text(content)
    assert refused(tmp_path) == "M03"


def rewrite(folder: Path, **fields: object) -> None:
    path = folder / META
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))


def test_another_format_is_refused(nlp: Language, tmp_path: Path) -> None:
    rewrite(saved(nlp, tmp_path), format=2)
    assert refused(tmp_path) == "M04"


def test_a_type_that_isnt_trusted_is_refused_and_named(nlp: Language, tmp_path: Path) -> None:
    from hashlib import sha256

    from skops.io import dumps

    archive = dumps({"path": Example})
    (saved(nlp, tmp_path) / ARCHIVE).write_bytes(archive)
    rewrite(tmp_path, sha256=sha256(archive).hexdigest())
    assert refused(tmp_path) == "M05"
    with pytest.raises(ModelError, match="Example"):
        LinearClassifier().from_disk(tmp_path)


def test_an_archive_that_cant_be_read_is_refused(nlp: Language, tmp_path: Path) -> None:
    from hashlib import sha256

    (saved(nlp, tmp_path) / ARCHIVE).write_bytes(b"no archive")
    rewrite(tmp_path, sha256=sha256(b"no archive").hexdigest())
    assert refused(tmp_path) == "M07"


def test_importing_it_doesnt_import_scikit_learn() -> None:
    code = (
        "import sys, notulist.components.linear; "
        "sys.exit(' '.join({'sklearn', 'skops', 'pandas'} & set(sys.modules)) or None)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_row_of_an_action_list_is_an_agreement_whatever_it_says(fitted: Any) -> None:
    nlp = pipeline(fitted, threshold=1.01)
    doc = make_doc(nlp, "De VNG vraagt wie dit betaalt?", "De VNG vraagt wie dit betaalt?")
    doc.spans["bullets"][0]._.kind = "action"
    action, bullet = nlp(doc).spans["bullets"]
    assert (action.label_, action._.confidence, action._.review) == ("agreement", 1.0, False)
    assert action._.cats == {label: float(label == "agreement") for label in LABELS}
    assert (bullet.label_, bullet._.review) == ("request", True)


def test_an_action_keeps_the_reasons_of_other_components(nlp: Language) -> None:
    doc = make_doc(nlp, "De VNG vraagt wie dit betaalt?")
    doc.spans["bullets"][0]._.kind, doc.spans["bullets"][0]._.reason = "action", "cut by a page"
    bullet = nlp(doc).spans["bullets"][0]
    assert (bullet._.review, bullet._.reason) == (True, "cut by a page")


def test_the_rule_of_actions_is_none_of_what_is_predicted(nlp: Language) -> None:
    doc = make_doc(nlp, "De VNG vraagt wie dit betaalt?")
    before = linear(nlp).predict([doc])[0].acts
    doc.spans["bullets"][0]._.kind = "action"
    assert np.array_equal(linear(nlp).predict([doc])[0].acts, before)
