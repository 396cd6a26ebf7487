"""An encoder small enough to be read: each word has a vote for each label, a text's is the mean."""

from __future__ import annotations

from typing import Any

import numpy as np

from notulist.components.encoder import EncoderClassifier
from notulist.components.encoder_archive import Archive, vouched
from notulist.labels import LABELS, NONE

ALL = (*LABELS, NONE)
CUES = dict(zip(("akkoord", "zorgen", "toelichting", "vraagt", "pagina"), ALL, strict=True))
"""Word → the label that it votes for."""
WEAK = "misschien"
"""Votes for a request, a little."""
WORDS = ("<pad>", "<s>", "</s>", "woord", "query:", *CUES, WEAK)
"""The vocabulary; any other word is "woord"."""
_STRONG, _LITTLE = 20.0, 1.0
_LENGTH = 8


def table(labels: tuple[str, ...]) -> np.ndarray[Any, np.dtype[np.float32]]:
    """The votes of each word, for a label wherever it stands. Padding would drown all others, were
    it counted."""
    votes = np.zeros((len(WORDS), len(labels)), dtype=np.float32)
    votes[0] = 1000 * np.arange(len(labels))
    for word, label in CUES.items():
        votes[WORDS.index(word), [label == one for one in labels]] = _STRONG
    votes[WORDS.index(WEAK), labels.index("request")] = _LITTLE
    votes[WORDS.index("query:"), labels.index("concern")] = _LITTLE
    return votes


def graph(votes: np.ndarray[Any, np.dtype[np.float32]]) -> bytes:
    """ONNX that gives the mean of the votes over the pieces that are no padding. Needs onnx."""
    from onnx import TensorProto, helper, numpy_helper

    def constant(name: str, value: np.ndarray[Any, Any]) -> Any:
        return numpy_helper.from_array(value, name)

    both = ["texts", "pieces"]
    made = helper.make_graph(
        [
            helper.make_node("Gather", ["votes", "input_ids"], ["all"]),
            helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
            helper.make_node("Unsqueeze", ["mask", "last"], ["weight"]),
            helper.make_node("Mul", ["all", "weight"], ["kept"]),
            helper.make_node("ReduceSum", ["kept", "middle"], ["sum"], keepdims=0),
            helper.make_node("ReduceSum", ["weight", "middle"], ["count"], keepdims=0),
            helper.make_node("Div", ["sum", "count"], ["logits"]),
        ],
        "mean of votes",
        [
            helper.make_tensor_value_info(name, TensorProto.INT64, both)
            for name in ("input_ids", "attention_mask")
        ],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["texts", votes.shape[1]])],
        [
            constant("votes", votes),
            constant("last", np.array([2])),
            constant("middle", np.array([1])),
        ],
    )
    opset = helper.make_opsetid("", 17)
    model = helper.make_model(made, opset_imports=[opset], ir_version=8)
    data: bytes = model.SerializeToString()
    return data


def tokenizer() -> bytes:
    """Words between blanks, and a mark at each end."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    numbers = {word: number for number, word in enumerate(WORDS)}
    made = Tokenizer(models.WordLevel(numbers, unk_token="woord"))  # noqa: S106
    made.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    made.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        special_tokens=[(mark, numbers[mark]) for mark in ("<s>", "</s>")],
    )
    return str(made.to_str()).encode()


def archive(
    labels: tuple[str, ...] = ALL,
    *,
    further: tuple[str, ...] = (),
    temperature: float = 1.0,
    prefix: str = "",
    max_length: int = _LENGTH,
    graph_bytes: bytes | None = None,
    tokenizer_bytes: bytes | None = None,
) -> Archive:
    """The archive of such an encoder, or of these bytes."""
    return vouched(
        graph(table((*labels, *further))) if graph_bytes is None else graph_bytes,
        tokenizer() if tokenizer_bytes is None else tokenizer_bytes,
        labels=labels,
        further=further,
        temperature=temperature,
        max_length=max_length,
        prefix=prefix,
        base="invented",
    )


def engine(made: Archive, **settings: Any) -> EncoderClassifier:
    """An engine over it."""
    classifier = EncoderClassifier(threads=1, **settings)
    classifier.archive = made
    return classifier
