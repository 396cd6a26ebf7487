"""From a fine-tuned encoder to what ships: an ONNX graph in 8 bits, calibrated."""

from __future__ import annotations

import logging
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from notulist.components.encoder import EncoderClassifier
from notulist.components.encoder_archive import Archive, vouched
from notulist.labels import NONE
from notulist.training.encoder import Settings, Trained
from notulist.training.examples import Examples

_OPSET = 17
_BLOCK = 32
_INT8 = 4  # onnxruntime's level: what is multiplied is rounded to 8 bits too, block by block
_TEMPERATURES = (0.3, 5.0)


def export(trained: Trained, settings: Settings, *, quantised: bool = True) -> Archive:
    """The Archive of a fine-tuned encoder, its probabilities not yet calibrated.

    quantised: 8-bit weights, 4 times smaller; else 32 bits.
    """
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "encoder.onnx"
        _export_graph(trained.network, graph)
        data = _quantised(graph) if quantised else graph.read_bytes()
    return vouched(
        data,
        trained.tokenizer.to_str().encode(),
        labels=trained.labels,
        further=trained.further,
        temperature=1.0,
        max_length=settings.max_length,
        prefix=settings.prefix,
        base=settings.origin or settings.base,
    )


def calibrated(archive: Archive, measured: Mapping[str, Examples]) -> Archive:
    """The Archive with the temperature under which the gold of what is measured on is likeliest;
    each set weighs as much as the others, however large.

    Guo et al. 2017, "On Calibration of Modern Neural Networks".
    """
    from scipy.optimize import minimize_scalar

    classifier = EncoderClassifier()
    classifier.archive = archive
    known = archive.meta.labels
    sets = [
        (classifier.logits(data.texts), [known.index(label) for label in data.labels])
        for data in (one if NONE in known else one.remarks for one in measured.values())
        if data.texts
    ]
    if not sets:
        return archive

    def loss(temperature: float) -> float:
        return float(np.mean([_loss(logits / temperature, gold) for logits, gold in sets]))

    best = minimize_scalar(loss, bounds=_TEMPERATURES, method="bounded").x
    return replace(archive, meta=replace(archive.meta, temperature=round(float(best), 3)))


def _loss(logits: Any, gold: list[int]) -> float:
    """Mean negative log likelihood of the gold columns."""
    peak = logits.max(axis=1, keepdims=True)
    normaliser = np.log(np.exp(logits - peak).sum(axis=1)) + peak[:, 0]
    return float((normaliser - logits[np.arange(len(gold)), gold]).mean())


def _export_graph(network: Any, path: Path) -> None:
    import torch

    ids = torch.tensor([[0, 2, 2], [0, 2, 1]])
    both = {0: "texts", 1: "pieces"}
    with warnings.catch_warnings(), torch.no_grad():
        # The exporter by tracing: the newer one wants two more packages for the same graph.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network.float().eval(),
            (ids, torch.ones_like(ids)),
            str(path),
            input_names=["input_ids", "attention_mask"],
            output_names=["logits"],
            dynamic_axes={"input_ids": both, "attention_mask": both, "logits": {0: "texts"}},
            opset_version=_OPSET,
            dynamo=False,
        )


def _quantised(graph: Path) -> bytes:
    """The graph with 8-bit weights: a scale for each 32 weights of a matrix, one for the vectors of
    pieces. Whole-matrix scales are twice as fast, but change one label in twenty (measured)."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.matmul_nbits_quantizer import (
        DefaultWeightOnlyQuantConfig,
        MatMulNBitsQuantizer,
    )

    smaller = graph.with_suffix(".int8.onnx")
    with _quiet():
        quantize_dynamic(
            graph, smaller, weight_type=QuantType.QInt8, op_types_to_quantize=["Gather"]
        )
        config = DefaultWeightOnlyQuantConfig(
            block_size=_BLOCK, is_symmetric=True, accuracy_level=_INT8, bits=8
        )
        quantizer = MatMulNBitsQuantizer(onnx.load(smaller), algo_config=config)
        quantizer.process()
    data: bytes = quantizer.model.model.SerializeToString()
    return data


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the advice to pre-process that onnxruntime logs at the root, which is for images."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)
