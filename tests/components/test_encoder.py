"""The encoder as a component, over a graph that is small enough to be read (graphs.py)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import spacy
from graphs import ALL, CUES, WEAK, archive, engine, graph, table
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from notulist import attributes  # noqa: F401  registers the extension attributes
from notulist.components.encoder import EncoderClassifier, padded
from notulist.components.encoder_archive import GRAPH, TOKENIZER
from notulist.errors import ModelError
from notulist.labels import LABELS, NONE

pytest.importorskip("onnx")
ACTS = {word: label for word, label in CUES.items() if label != NONE}
UNEVEN = ["", "akkoord", "men vraagt dit nu niet", "zorgen over pagina", f"{WEAK} " * 50]
"""Texts of different lengths, the last one longer than the engine reads."""

texts = st.lists(st.lists(st.sampled_from([*CUES, WEAK, "anders"])).map(" ".join), max_size=80)


@pytest.fixture(scope="module")
def encoder() -> EncoderClassifier:
    return engine(archive())


@pytest.fixture
def nlp(encoder: EncoderClassifier) -> Language:
    nlp = spacy.blank("nl")
    nlp.add_pipe("notulist_encoder", config={"threads": 1, "none_threshold": 0.7})
    component(nlp).archive = encoder.archive
    return nlp


def component(nlp: Language) -> EncoderClassifier:
    found = nlp.get_pipe("notulist_encoder")
    assert isinstance(found, EncoderClassifier)
    return found


def make_doc(nlp: Language, text: str) -> Doc:
    """A Doc that is one bullet."""
    doc = nlp.make_doc(text)
    doc.spans["bullets"] = [Span(doc, 0, len(doc))]
    return doc


@pytest.mark.parametrize(("word", "label"), ACTS.items())
def test_each_bullet_gets_its_label(nlp: Language, word: str, label: str) -> None:
    doc = nlp(make_doc(nlp, f"men {word} dit"))
    assert doc.spans["bullets"][0].label_ == label


@pytest.mark.parametrize("word", [*CUES, WEAK])
def test_cats_are_probabilities_of_the_four_acts(nlp: Language, word: str) -> None:
    doc = nlp(make_doc(nlp, f"men {word} dit"))
    cats = doc.spans["bullets"][0]._.cats
    assert tuple(cats) == LABELS
    assert sum(cats.values()) == pytest.approx(1)


def test_what_is_no_remark_is_for_review(nlp: Language) -> None:
    doc = nlp(make_doc(nlp, "pagina"))
    assert doc.spans["bullets"][0]._.reason == "no remark; low confidence"


def test_an_engine_that_learnt_only_acts_calls_nothing_no_remark() -> None:
    acts = engine(archive(LABELS))
    assert acts.labels == LABELS
    doc = acts(make_doc(spacy.blank("nl"), "pagina"))
    assert doc.spans["bullets"][0]._.reason == "low confidence"


def test_acts_beside_the_main_one_have_probabilities_of_their_own() -> None:
    both = engine(archive(further=LABELS))
    found = both.scores(["zorgen", "men vraagt zorgen"])
    assert found.acts.shape == (2, len(ALL))
    assert (found.further[0] > 0.5).tolist() == [False, True, False, False]
    assert (found.further[1] > 0.9).tolist() == [False, True, False, True]


def test_they_leave_the_main_one_as_it_was(encoder: EncoderClassifier) -> None:
    both = engine(archive(further=LABELS))
    assert np.allclose(both.probabilities(UNEVEN), encoder.probabilities(UNEVEN))


def test_an_engine_that_learnt_none_of_them_calls_nothing_a_further_act(
    encoder: EncoderClassifier,
) -> None:
    assert not encoder.scores(UNEVEN).further.any()


@given(texts)
def test_texts_together_get_what_each_gets_alone(
    encoder: EncoderClassifier, drawn: list[str]
) -> None:
    alone = [encoder.logits([text])[0] for text in drawn]
    together = encoder.logits(drawn)
    assert together.shape == (len(drawn), len(ALL))
    assert np.allclose(together, np.array(alone).reshape(together.shape), atol=1e-5)


def test_a_text_is_read_as_far_as_the_greatest_length() -> None:
    short = engine(archive(max_length=4))
    within, cut = "men vraagt", "men vraagt akkoord"
    assert np.array_equal(short.logits([within]), short.logits([cut]))
    assert not np.array_equal(engine(archive()).logits([within]), engine(archive()).logits([cut]))


def test_a_text_of_any_length_is_fine(encoder: EncoderClassifier) -> None:
    assert encoder.probabilities(["", "men vraagt " * 10_000]).shape == (2, len(ALL))


def test_no_texts_are_fine(encoder: EncoderClassifier) -> None:
    assert encoder.probabilities([]).shape == (0, len(ALL))


def test_the_prefix_stands_before_every_text() -> None:
    asked, plain = engine(archive(prefix="query: ")), engine(archive())
    written = [f"query: {text}" for text in UNEVEN]
    assert np.array_equal(asked.logits(UNEVEN), plain.logits(written))
    assert not np.array_equal(asked.logits(UNEVEN), plain.logits(UNEVEN))


def test_probabilities_are_of_logits_divided_by_the_temperature() -> None:
    cool, warm = (engine(archive(temperature=t)).probabilities(UNEVEN) for t in (1.0, 2.0))
    assert np.log(warm[:, :1] / warm) == pytest.approx(np.log(cool[:, :1] / cool) / 2)
    assert warm.sum(axis=1) == pytest.approx(np.ones(len(UNEVEN)))


def test_logits_far_apart_make_probabilities_all_the_same() -> None:
    found = engine(archive(temperature=1e-3)).probabilities(["akkoord"])
    assert found == pytest.approx(np.array([[1.0, 0, 0, 0, 0]]))


def test_another_archive_takes_the_place_of_the_one_before() -> None:
    classifier = engine(archive())
    classifier.probabilities(["akkoord"])
    classifier.archive = archive(ALL[::-1], prefix="query: ", max_length=5)
    assert ALL[::-1][classifier.probabilities(["akkoord"]).argmax()] == "agreement"


def test_rows_are_padded_to_the_longest_and_padding_is_masked() -> None:
    ids, mask = padded([[1, 5, 2], [1, 2]])
    assert ids.tolist() == [[1, 5, 2], [1, 2, 0]]
    assert mask.tolist() == [[1, 1, 1], [1, 1, 0]]


def test_a_saved_pipeline_predicts_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "model")
    again = component(spacy.load(tmp_path / "model"))
    assert np.array_equal(again.probabilities(UNEVEN), component(nlp).probabilities(UNEVEN))


def test_bytes_of_a_pipeline_predict_the_same(nlp: Language) -> None:
    again = spacy.blank("nl")
    again.add_pipe("notulist_encoder")
    again.from_bytes(nlp.to_bytes())
    found = component(again).probabilities(UNEVEN)
    assert np.array_equal(found, component(nlp).probabilities(UNEVEN))


def test_settings_are_saved_with_the_pipeline(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "model")
    again = component(spacy.load(tmp_path / "model"))
    assert (again.threads, again.none_threshold, again.threshold) == (1, 0.7, 0.5)


@pytest.mark.parametrize(
    ("file", "made"),
    [
        (GRAPH, {"graph_bytes": b"no graph"}),
        (GRAPH, {"graph_bytes": b""}),
        (TOKENIZER, {"tokenizer_bytes": b"{}"}),
        (TOKENIZER, {"tokenizer_bytes": b"\xff"}),
    ],
)
def test_an_archive_that_cant_be_read_is_refused_and_its_file_named(
    file: str, made: dict[str, bytes]
) -> None:
    classifier = engine(archive(**made))  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=file) as caught:
        classifier.probabilities(["akkoord"])
    assert caught.value.code == "M11"


def test_a_graph_that_gives_other_numbers_than_there_are_labels_is_refused() -> None:
    classifier = engine(archive(graph_bytes=graph(table(LABELS))))
    with pytest.raises(ModelError, match="gives 4 numbers a text") as caught:
        classifier.probabilities(["akkoord"])
    assert caught.value.code == "M11"


def test_importing_it_imports_neither_onnxruntime_nor_tokenizers() -> None:
    code = (
        "import sys, notulist.components.encoder; "
        "sys.exit(' '.join({'onnxruntime', 'tokenizers', 'onnx'} & set(sys.modules)) or None)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
