"""The words that weigh for an encoder's label: each is left out once, and the label asked again."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from graphs import CUES, archive, engine
from hypothesis import given
from hypothesis import strategies as st

from notulist.components.encoder import EncoderClassifier
from notulist.components.explaining import strongest, words_in
from notulist.components.occlusion import MOST, log_odds, occluded, without
from notulist.labels import LABELS


@pytest.fixture(scope="module")
def encoder() -> EncoderClassifier:
    pytest.importorskip("onnx")
    return engine(archive())


@pytest.fixture
def asked(encoder: EncoderClassifier, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The texts of each call of the encoder."""
    calls: list[list[str]] = []
    real = encoder.logits

    def logits(texts: Any) -> Any:
        calls.append(list(texts))
        return real(texts)

    monkeypatch.setattr(encoder, "logits", logits)
    return calls


@pytest.mark.parametrize(("word", "label"), [(w, k) for w, k in CUES.items() if k in LABELS])
def test_deleting_the_word_lowers_the_probability(
    encoder: EncoderClassifier, word: str, label: str
) -> None:
    text = f"de gemeente {word} dit nu"
    (weights,) = encoder.explain([text], [label])
    (heaviest, _), *_ = strongest(text, weights)
    column = encoder.labels.index(label)
    before, after = encoder.probabilities([text, text.replace(f"{word} ", "")])
    assert heaviest == word
    assert after[column] < before[column]


def test_a_weight_is_the_fall_of_the_log_odds(encoder: EncoderClassifier) -> None:
    text = "men vraagt misschien zorgen"
    (weights,) = encoder.explain([text], ["request"])
    column = encoder.labels.index("request")
    for one in weights:
        rows = encoder.probabilities([text, without(text, one.start, one.end)])
        odds = np.log(rows[:, column] / (1 - rows[:, column]))
        assert one.weight == pytest.approx(odds[0] - odds[1], abs=1e-6)


def test_the_temperature_counts() -> None:
    pytest.importorskip("onnx")
    text, labels = "men vraagt zorgen", ["request"]
    (cold,), (warm,) = (
        engine(archive(temperature=t, labels=LABELS)).explain([text], labels) for t in (1.0, 2.0)
    )
    assert cold[1].weight > warm[1].weight > 0


def test_a_text_is_asked_once_for_itself_and_each_word(
    encoder: EncoderClassifier, asked: list[list[str]]
) -> None:
    encoder.explain(["men vraagt dit", "akkoord"], ["request", "agreement"])
    assert asked == [
        ["men vraagt dit", "vraagt dit", "men dit", "men vraagt "],
        ["akkoord", ""],
    ]


@pytest.mark.parametrize("words", [0, 1, MOST, MOST + 1, 10 * MOST + 7])
def test_the_number_of_variants_is_bounded(
    encoder: EncoderClassifier, asked: list[list[str]], words: int
) -> None:
    text = " ".join(["woord"] * words)
    (weights,) = encoder.explain([text], ["request"])
    assert len(asked[0]) == 1 + len(weights) <= 1 + min(words, MOST)


@given(st.text("ab ?\n.", max_size=400))
def test_each_word_is_left_out_once_in_order(text: str) -> None:
    left_out = occluded(text)
    assert [place for run in left_out for place in _inside(text, run)] == words_in(text)
    assert len(left_out) <= MOST


def _inside(text: str, run: tuple[int, int]) -> list[tuple[int, int]]:
    return [place for place in words_in(text) if run[0] <= place[0] and place[1] <= run[1]]


@pytest.mark.parametrize(
    ("word", "left"),
    [("De", "VNG vraagt dit."), ("VNG", "De vraagt dit."), ("dit", "De VNG vraagt .")],
)
def test_no_double_blank_is_left(word: str, left: str) -> None:
    text = "De VNG vraagt dit."
    start = text.index(word)
    assert without(text, start, start + len(word)) == left


def test_log_odds_are_those_of_the_probability() -> None:
    logits = np.array([[1.0, 2.0, 0.5], [0.0, 900.0, 0.0]])
    powers = np.exp(logits[0])
    share = powers[1] / powers.sum()
    assert log_odds(logits, 1) == pytest.approx([np.log(share / (1 - share)), 900 - np.log(2)])
