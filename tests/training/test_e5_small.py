"""Reading multilingual-e5-small from 4 bits: what stands in the file, and what is cut from it.

The files are written here, by what e5_small.py says of their layout; no weights are anybody's.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notulist.errors import ModelError
from notulist.training.e5_small import (
    SPECIAL,
    Shape,
    Weights,
    convert,
    kept,
    main,
    occurring,
    read_weights,
    tokenizer,
)

Array = np.ndarray[Any, np.dtype[Any]]

MARKS = ("<s>", "<pad>", "</s>", "<unk>")
NAME = "▁Piet"
PIECES = (*MARKS, "▁", "▁de", NAME, "▁wet", "▁één", "▁query", ":", *"Pietwdnqury")
SCORES = tuple(-0.5 * number for number in range(len(PIECES)))
SHAPE = Shape(
    hidden=32,
    layers=2,
    heads=2,
    inner=64,
    vocabulary=len(PIECES),
    positions=40,
    types=2,
    epsilon=0.5**20,
)


@dataclass
class File:
    """A file in the making; tensors by name."""

    pieces: tuple[str, ...] = PIECES
    scores: tuple[float, ...] = SCORES
    characters: bytes = b""
    """The map of normalised characters."""
    tensors: dict[str, bytes] = field(default_factory=dict)

    def write(self, path: Path) -> Path:
        path.write_bytes(self.header() + self.vocabulary() + self.directory())
        return path

    def header(self) -> bytes:
        s = SHAPE
        numbers = (s.hidden, s.layers, s.heads, s.inner, s.vocabulary, s.positions, s.types)
        return b"E5S1" + struct.pack("<i7ifi", 1, *numbers, s.epsilon, 0)

    def vocabulary(self) -> bytes:
        encoded = [piece.encode() for piece in self.pieces]
        ends = np.cumsum([0, *map(len, encoded)]).astype("<u4")
        sizes = struct.pack("<5iQ", len(encoded), 0, 1, 2, 3, int(ends[-1]))
        scores = np.array(self.scores, "<f4")
        parts = (sizes, ends.tobytes(), scores.tobytes(), *encoded)
        return b"".join(parts) + struct.pack("<II", 0, len(self.characters)) + self.characters

    def directory(self) -> bytes:
        """The directory with the tensors behind it."""
        names = [name.encode() for name in self.tensors]
        size = 4 + sum(2 + len(name) + 5 + 16 for name in names)
        place = len(self.header() + self.vocabulary()) + size
        entries = [struct.pack("<i", len(names))]
        for name, data in zip(names, self.tensors.values(), strict=True):
            entries += [struct.pack("<H", len(name)), name, struct.pack("<BI", 0, len(data))]
            entries.append(struct.pack("<QQ", place, len(data)))
            place += len(data)
        return b"".join([*entries, *self.tensors.values()])


def packed(numbers: Array, scales: Array) -> bytes:
    """Numbers from -8 to 7 in blocks of 4 bits, each block of 32 with its scale."""
    blocks = numbers.reshape(-1, 32) + 8
    halves = (blocks[:, :16] | blocks[:, 16:] << 4).astype(np.uint8)
    pairs = zip(scales.astype("<f2"), halves, strict=True)
    return b"".join(scale.tobytes() + half.tobytes() for scale, half in pairs)


def network() -> dict[str, bytes]:
    """Tensors of the whole network, drawn by chance."""
    chance = np.random.default_rng(0)

    def dense(*shape: int) -> bytes:
        return bytes(chance.normal(size=shape).astype("<f4").tobytes())

    def matrix(rows: int, columns: int) -> bytes:
        scales = np.full(rows * columns // 32, 0.0625)
        return packed(chance.integers(-8, 8, (rows, columns)), scales)

    width, inner = SHAPE.hidden, SHAPE.inner
    found = {
        "emb.word": matrix(SHAPE.vocabulary, width),
        "emb.pos": dense(SHAPE.positions, width),
        "emb.type": dense(SHAPE.types, width),
        "emb.ln.w": dense(width),
        "emb.ln.b": dense(width),
    }
    matrices = dict.fromkeys(("q", "k", "v", "ao"), (width, width))
    matrices |= {"fi": (inner, width), "fo": (width, inner)}
    for layer in range(SHAPE.layers):
        for name, (rows, columns) in matrices.items():
            found[f"l{layer}.{name}.w"] = matrix(rows, columns)
            found[f"l{layer}.{name}.b"] = dense(rows)
        for name in ("aln", "oln"):
            found |= {f"l{layer}.{name}.{letter}": dense(width) for letter in "wb"}
    return found


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole model."""
    return File(tensors=network()).write(tmp_path_factory.mktemp("e5") / "e5.bin")


@pytest.fixture(scope="module")
def weights(file: Path) -> Weights:
    return read_weights(file)


def test_pieces_and_scores_read_back(weights: Weights) -> None:
    assert (weights.pieces, weights.scores) == (PIECES, SCORES)


def test_the_numbers_of_the_network_read_back(weights: Weights) -> None:
    assert weights.shape == SHAPE


def test_a_map_of_characters_is_passed_over(tmp_path: Path) -> None:
    one = np.ones(1, "<f4").tobytes()
    path = File(characters=b"abcdef", tensors={"one": one}).write(tmp_path / "e5.bin")
    assert read_weights(path).dense("one", 1).tolist() == [1]


def test_a_plain_tensor_reads_back_in_its_shape(tmp_path: Path) -> None:
    told = np.arange(6, dtype="<f4").reshape(2, 3)
    path = File(tensors={"other": b"1234567", "told": told.tobytes()}).write(tmp_path / "e5.bin")
    assert np.array_equal(read_weights(path).dense("told", 2, 3), told)


@given(
    st.lists(st.integers(-8, 7), min_size=128, max_size=128),
    st.lists(st.sampled_from([0.25, 1.0, -3.0, 2.0**-20]), min_size=4, max_size=4),
)
def test_a_matrix_of_4_bits_is_each_number_times_the_scale_of_its_block(
    numbers: list[int], scales: list[float]
) -> None:
    data = packed(np.array(numbers), np.array(scales))
    found = Weights(SHAPE, (), (), {"told": 3}, b"abc" + data).quantised("told", 2, 64)
    expected = np.array(numbers).reshape(4, 32) * np.array(scales)[:, None]
    assert np.array_equal(found, expected.reshape(2, 64))


@pytest.mark.parametrize("content", [b"", b"E5", b"GGUF" + bytes(100)])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "e5.bin"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=r"e5\.bin") as caught:
        read_weights(path)
    assert caught.value.code == "M12"


@pytest.mark.parametrize("path", ["absent.bin", "."])
def test_a_file_that_cant_be_read_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ModelError) as caught:
        read_weights(tmp_path / path)
    assert caught.value.code == "M12"


@pytest.mark.parametrize("length", [10, 60, 100, 400])
def test_a_file_that_was_cut_off_is_refused(file: Path, tmp_path: Path, length: int) -> None:
    path = tmp_path / "e5.bin"
    path.write_bytes(file.read_bytes()[:length])
    with pytest.raises(ModelError) as caught:
        read_weights(path)
    assert caught.value.code == "M12"


def numbers(*pieces: str) -> list[int]:
    return [PIECES.index(piece) for piece in pieces]


@pytest.mark.parametrize(
    ("wanted", "rest"),
    [
        pytest.param([], [], id="nothing more"),
        pytest.param(numbers("▁wet", "▁de"), numbers("▁de", "▁wet"), id="in the file's order"),
        pytest.param(numbers("▁de", NAME), numbers("▁de"), id="no first name"),
        pytest.param(numbers("▁de", "<unk>"), numbers("▁de"), id="a special one once"),
        pytest.param(numbers("P", "i"), numbers("P", "i"), id="letters that names are made of"),
    ],
)
def test_special_pieces_are_kept_with_those_that_are_wanted_and_no_names(
    weights: Weights, wanted: list[int], rest: list[int]
) -> None:
    assert kept(weights, wanted) == [*range(SPECIAL), *rest]


def test_only_a_whole_word_is_a_first_name() -> None:
    pieces = (*MARKS, "Piet", "▁Piet", "▁Pieten")
    made = Weights(SHAPE, pieces, (0.0,) * len(pieces), {}, b"")
    assert [pieces[row] for row in kept(made, range(7))][SPECIAL:] == ["Piet", "▁Pieten"]


def test_pieces_that_occur_often_enough_are_found(weights: Weights) -> None:
    found = {PIECES[number] for number in occurring(weights, ["de wet", "de"], least=2)}
    assert {"▁de", "▁query", ":"} <= found
    assert "▁wet" not in found


def spelt(text: str) -> list[str]:
    """The pieces of a text."""
    encoded: list[str] = tokenizer(PIECES, SCORES).encode(text).tokens
    return encoded


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("de wet", ["▁de", "▁wet"]),
        (" de \n\t wet ", ["▁de", "▁wet"]),
        ("ﬁ", ["▁", "f", "i"]),
        ("e\u0301e\u0301n", ["▁één"]),
        ("", []),
    ],
)
def test_texts_are_spelt_between_two_marks_however_they_are_written(
    text: str, pieces: list[str]
) -> None:
    assert spelt(text) == ["<s>", *pieces, "</s>"]


def test_a_name_that_is_no_piece_is_spelt_by_smaller_ones(weights: Weights) -> None:
    rows = kept(weights, range(len(PIECES)))
    cut = tokenizer([PIECES[row] for row in rows], [SCORES[row] for row in rows])
    assert cut.encode("Piet").tokens == ["<s>", "▁", *"Piet", "</s>"]


@pytest.mark.torch
def test_the_folder_loads_with_the_vectors_of_the_kept_pieces(
    file: Path, weights: Weights, tmp_path: Path
) -> None:
    from transformers import AutoModel

    count = convert(file, tmp_path / "new", numbers("▁wet", NAME, "▁de"))
    model = AutoModel.from_pretrained(tmp_path / "new", add_pooling_layer=False)
    rows = [*range(SPECIAL), *numbers("▁de", "▁wet")]
    vectors = model.get_input_embeddings().weight.detach().numpy()
    assert count == len(rows)
    assert np.array_equal(vectors, weights.quantised("emb.word", len(PIECES), 32)[rows])


@pytest.mark.torch
def test_the_network_has_the_numbers_of_the_file(file: Path, tmp_path: Path) -> None:
    from transformers import AutoConfig

    convert(file, tmp_path, [])
    config = AutoConfig.from_pretrained(tmp_path)
    found = (config.num_hidden_layers, config.num_attention_heads, config.layer_norm_eps)
    assert found == (SHAPE.layers, SHAPE.heads, SHAPE.epsilon)


@pytest.mark.torch
def test_pieces_can_be_told_by_number_or_by_name(file: Path, tmp_path: Path) -> None:
    for name, wanted in {"numbers": numbers("▁de"), "pieces": ["▁de"]}.items():
        convert(file, tmp_path / name, wanted)
    one, other = (tmp_path / name / "tokenizer.json" for name in ("numbers", "pieces"))
    assert one.read_text() == other.read_text()


@pytest.mark.torch
def test_a_text_has_the_same_vectors_with_fewer_pieces(file: Path, tmp_path: Path) -> None:
    import torch
    from tokenizers import Tokenizer
    from transformers import AutoModel

    found = []
    for name, wanted in {"whole": PIECES, "cut": ["▁de", "▁wet"]}.items():
        convert(file, tmp_path / name, wanted)
        model = AutoModel.from_pretrained(tmp_path / name, add_pooling_layer=False).eval()
        ids = Tokenizer.from_file(str(tmp_path / name / "tokenizer.json")).encode("de wet").ids
        with torch.no_grad():
            found.append(model(torch.tensor([ids])).last_hidden_state)
    assert torch.allclose(*found, atol=1e-6)


@pytest.mark.torch
@pytest.mark.parametrize("which", ["like", "text"])
def test_the_command_keeps_the_pieces_of_a_tokenizer_or_of_texts(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], which: str
) -> None:
    from tokenizers import Tokenizer

    told = tmp_path / "told"
    if which == "like":
        tokenizer((*MARKS, "▁de", "anders"), (0.0,) * 6).save(str(told))
    else:
        told.write_text("de\nde\nde wet\n", encoding="utf-8")
    main([str(file), str(tmp_path / "new"), f"--{which}", str(told)])
    found = Tokenizer.from_file(str(tmp_path / "new" / "tokenizer.json")).get_vocab()
    assert "▁de" in found
    assert "▁wet" not in found
    assert f"{len(found)} pieces" in capsys.readouterr().out
