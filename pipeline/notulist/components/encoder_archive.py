"""The encoder on disk: an ONNX graph, its tokenizer, and a meta.json that vouches for both."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from math import inf
from pathlib import Path
from typing import Any

from notulist.errors import ModelError
from notulist.labels import LABELS, NONE

FORMAT = 2
"""Version of what `Archive` holds; raise it when an older notulist can't read it."""
_WITHOUT_FURTHER = 1
GRAPH = "encoder.onnx"
TOKENIZER = "tokenizer.json"
META = "meta.json"


@dataclass(frozen=True, slots=True)
class Meta:
    """What meta.json says."""

    labels: tuple[str, ...]
    """In the order of the graph's logits: the acts, and NONE perhaps."""
    further: tuple[str, ...]
    """Acts whose logits as a further act stand behind those; empty where it didn't learn any."""
    temperature: float
    """By which logits are divided before they become probabilities."""
    max_length: int
    """Pieces of a text that the encoder reads, its two marks among them; the rest is cut off."""
    prefix: str
    """Stands before every text, since the encoder was pretrained so ("query: ")."""
    base: str
    """The pretrained weights that it was fine-tuned from: by whom, under which licence."""
    graph_sha256: str
    tokenizer_sha256: str
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Archive:
    """A fine-tuned encoder as bytes."""

    meta: Meta
    graph: bytes
    """ONNX: (input_ids, attention_mask), both int64 of shape (texts, pieces) → logits, float32 of
    shape (texts, labels and further)."""
    tokenizer: bytes
    """As the library tokenizers writes it."""


def vouched(
    graph: bytes,
    tokenizer: bytes,
    *,
    labels: tuple[str, ...],
    further: tuple[str, ...] = (),
    temperature: float,
    max_length: int,
    prefix: str,
    base: str,
) -> Archive:
    """An Archive with the hashes of its parts."""
    hashes = (sha256(graph).hexdigest(), sha256(tokenizer).hexdigest())
    meta = Meta(labels, further, temperature, max_length, prefix, base, *hashes)
    return Archive(meta, graph, tokenizer)


def files(archive: Archive) -> tuple[bytes, bytes, bytes]:
    """(meta.json, graph, tokenizer) as they are written."""
    told = json.dumps(asdict(archive.meta), indent=2, ensure_ascii=False)
    return (told + "\n").encode(), archive.graph, archive.tokenizer


def write_archive(archive: Archive, folder: Path) -> None:
    """Write the three files into `folder`, which is made where it is absent."""
    folder.mkdir(parents=True, exist_ok=True)
    for file, data in zip((META, GRAPH, TOKENIZER), files(archive), strict=True):
        (folder / file).write_bytes(data)


def read_archive(folder: Path) -> Archive:
    """What `write_archive` wrote.

    Raises ModelError: M02 a file is missing, M03 other bytes than meta.json says, M04 another
    format.
    """
    for file in (META, GRAPH, TOKENIZER):
        if not (folder / file).is_file():
            raise ModelError("M02", folder=folder, file=file)
    return unpacked([(folder / file).read_bytes() for file in (META, GRAPH, TOKENIZER)], folder)


def unpacked(parts: Sequence[bytes], folder: str | Path) -> Archive:
    """The Archive of what `files` gave. folder: where it came from, for the message.

    Raises ModelError as `read_archive`.
    """
    meta_json, graph, tokenizer = parts
    meta = _decode(meta_json, folder)
    hashes = {GRAPH: (graph, meta.graph_sha256), TOKENIZER: (tokenizer, meta.tokenizer_sha256)}
    for file, (data, told) in hashes.items():
        if sha256(data).hexdigest() != told:
            raise ModelError("M03", folder=folder, file=file)
    return Archive(meta, graph, tokenizer)


def _decode(meta_json: bytes, folder: str | Path) -> Meta:
    try:
        told: dict[str, Any] = json.loads(meta_json)
        found = told["format"]
    except (ValueError, TypeError, KeyError) as error:
        raise ModelError("M03", folder=folder, file=META) from error
    if found == _WITHOUT_FURTHER:
        told.update(format=FORMAT, further=[])
    elif found != FORMAT:
        raise ModelError("M04", folder=folder, found=found, expected=FORMAT)
    if not _sound(told):
        raise ModelError("M03", folder=folder, file=META)
    return Meta(**{**told, **{key: tuple(told[key]) for key in ("labels", "further")}})


def _sound(told: dict[str, Any]) -> bool:
    """Whether the values can be what `files` wrote: nothing else vouches for them."""
    if set(told) != {field.name for field in fields(Meta)}:
        return False
    labels, further, number = told["labels"], told["further"], (int, float)
    return (
        isinstance(labels, list)
        and all(isinstance(label, str) for label in labels)
        and further in ([], list(LABELS))
        and sorted(labels) in (sorted(LABELS), sorted((*LABELS, NONE)))
        and isinstance(told["temperature"], number)
        and 0 < told["temperature"] < inf
        and isinstance(told["max_length"], int)
        and told["max_length"] > 0
        and isinstance(told["prefix"], str)
    )
