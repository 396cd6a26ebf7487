"""The encoder: a small pretrained language model, fine-tuned, run by onnxruntime without torch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy.language import Language
from spacy.tokens import Doc

from notulist.attributes import BULLETS
from notulist.components.classifier import ASSIGNS, SCORE_WEIGHTS, Classifier, Scored, Scores
from notulist.components.encoder_archive import (
    GRAPH,
    TOKENIZER,
    Archive,
    files,
    read_archive,
    unpacked,
    write_archive,
)
from notulist.components.explaining import Weight
from notulist.components.occlusion import falls, log_odds
from notulist.errors import ModelError
from notulist.labels import LABELS

_INPUTS = {"input_ids", "attention_mask"}
_BATCH = 32  # texts of about the same length, so that little is spent on padding


class EncoderClassifier(Classifier):
    """The engine over a fine-tuned encoder.

    Its `archive` is made by `notulist.training.encoder_export` and put there by that or by
    `from_disk`.
    """

    def __init__(
        self, name: str = "notulist_encoder", *, threads: int = 0, **settings: Any
    ) -> None:
        """threads: of onnxruntime, 0 for one a core. settings: as `Classifier` takes them."""
        super().__init__(name, **settings)
        self.threads = threads
        self.archive: Archive | None = None

    @property
    def archive(self) -> Archive | None:
        """The fine-tuned encoder; None before training."""
        return self._archive

    @archive.setter
    def archive(self, archive: Archive | None) -> None:
        self._archive = archive
        for cached in ("_session", "_tokenizer"):
            self.__dict__.pop(cached, None)

    @property
    def labels(self) -> tuple[str, ...]:
        """In the order of the scores' columns; empty before training."""
        return self._archive.meta.labels if self._archive else ()

    def probabilities(self, texts: Sequence[str]) -> Scores:
        """Calibrated probabilities as learnt, shape (texts, labels); raises as `scores`."""
        return self.scores(texts).acts

    def scores(self, texts: Sequence[str]) -> Scored:
        """Calibrated probabilities of the acts, and those of further ones as learnt.

        Raises ModelError M11 where onnxruntime or tokenizers can't read the archive.
        """
        logits, further = np.split(self._logits(texts), [len(self.labels)], axis=1)
        logits /= self._trained.meta.temperature
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        acts = np.asarray(powers / powers.sum(axis=1, keepdims=True))
        if not self._trained.meta.further:
            further = np.full((len(texts), len(LABELS)), -np.inf)
        return Scored(acts, 1 / (1 + np.exp(-further)))

    def logits(self, texts: Sequence[str]) -> Scores:
        """What the graph gives for each text, shape (texts, labels)."""
        return self._logits(texts)[:, : len(self.labels)]

    def _logits(self, texts: Sequence[str]) -> Scores:
        """Those of further acts behind them."""
        prefix = self._trained.meta.prefix
        encoded = [one.ids for one in self._tokenizer.encode_batch([prefix + t for t in texts])]
        order = sorted(range(len(encoded)), key=lambda row: len(encoded[row]))
        logits = np.zeros((len(texts), self._width))
        for start in range(0, len(order), _BATCH):
            rows = order[start : start + _BATCH]
            ids, mask = padded([encoded[row] for row in rows])
            logits[rows] = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        return logits

    def explain(self, texts: Sequence[str], labels: Sequence[str]) -> list[list[Weight]]:
        """By how much the log-odds of the label fall when a word is left out. A text is read once
        more for each of its words, `occlusion.MOST` times at most."""
        return falls(self._odds, texts, [self.labels.index(label) for label in labels])

    def _odds(self, texts: Sequence[str], column: int) -> Scores:
        return log_odds(self.logits(texts) / self._trained.meta.temperature, column)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The archive; empty before training. The settings are in the nlp's config."""
        if self._archive is None:
            return b""
        data: bytes = srsly.msgpack_dumps({"files": files(self._archive)})
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> EncoderClassifier:
        """Read what `to_bytes` gave. Raises ModelError as `encoder_archive.unpacked` does."""
        self.archive = unpacked(srsly.msgpack_loads(data)["files"], self.name) if data else None
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the archive's files into the folder `path`; an untrained one writes none."""
        Path(path).mkdir(parents=True, exist_ok=True)
        if self._archive is not None:
            write_archive(self._archive, Path(path))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> EncoderClassifier:
        """Read what `to_disk` wrote. Raises ModelError as `encoder_archive.read_archive` does."""
        folder = Path(path)
        empty = folder.is_dir() and not any(folder.iterdir())
        self.archive = None if empty else read_archive(folder)
        return self

    @property
    def _trained(self) -> Archive:
        if self._archive is None:
            raise ModelError("M01", name=self.name)
        return self._archive

    @property
    def _width(self) -> int:
        return len(self.labels) + len(self._trained.meta.further)

    # Made when first used: a pipeline that only splits needs neither.
    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.log_severity_level = 3
        try:
            session = onnxruntime.InferenceSession(
                self._trained.graph, options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            # onnxruntime's own classes of errors have no common base but Exception.
            raise ModelError("M11", name=self.name, file=GRAPH, cause=error) from error
        inputs = {one.name for one in session.get_inputs()}
        width = session.get_outputs()[0].shape[-1]
        if inputs != _INPUTS or width != self._width:
            cause = f"takes {', '.join(sorted(inputs))} and gives {width} numbers a text"
            raise ModelError("M11", name=self.name, file=GRAPH, cause=cause)
        return session

    @cached_property
    def _tokenizer(self) -> Any:
        import tokenizers

        try:
            tokenizer = tokenizers.Tokenizer.from_buffer(self._trained.tokenizer)
        except Exception as error:
            # tokenizers raises plain Exception.
            raise ModelError("M11", name=self.name, file=TOKENIZER, cause=error) from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(self._trained.meta.max_length)
        return tokenizer


def padded(rows: Sequence[Sequence[int]]) -> tuple[Any, Any]:
    """(ids, mask) of some encoded texts, int64 of shape (texts, longest); padding is 0, masked."""
    longest = max(map(len, rows))
    ids = np.zeros((len(rows), longest), dtype=np.int64)
    mask = np.zeros_like(ids)
    for place, row in enumerate(rows):
        ids[place, : len(row)] = row
        mask[place, : len(row)] = 1
    return ids, mask


@Language.factory(
    "notulist_encoder",
    assigns=ASSIGNS,
    requires=["doc.spans"],
    default_config={
        "spans_key": BULLETS,
        "threshold": 0.5,
        "none_threshold": 0.5,
        "further_threshold": 0.5,
        "shares": None,
        "threads": 0,
    },
    default_score_weights=SCORE_WEIGHTS,
)
def make_encoder(
    nlp: Language,
    name: str,
    spans_key: str,
    threshold: float,
    none_threshold: float,
    further_threshold: float,
    shares: dict[str, float] | None,
    threads: int,
) -> Callable[[Doc], Doc]:
    """The component "notulist_encoder".

    spans_key: which of doc.spans to label. threshold: a bullet of lower confidence is for review;
    none_threshold: so is one that is no remark with this probability or more. further_threshold: an
    act with this probability or more is a further one. shares: how often
    each act is expected where the component is used; the probabilities are weighed by it. None
    leaves them as trained. threads: of onnxruntime, 0 for one a core.
    """
    return EncoderClassifier(
        name,
        spans_key=spans_key,
        threshold=threshold,
        none_threshold=none_threshold,
        further_threshold=further_threshold,
        shares=shares,
        threads=threads,
    )
