"""The encoder on disk and as bytes: what is kept, and what is refused.

Nothing here runs the graph, so any bytes will do for one.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
import srsly

from notulist.components.encoder import EncoderClassifier
from notulist.components.encoder_archive import (
    FORMAT,
    GRAPH,
    META,
    TOKENIZER,
    Archive,
    files,
    read_archive,
    vouched,
    write_archive,
)
from notulist.errors import ModelError
from notulist.labels import LABELS, NONE

KEPT = vouched(
    b"graph",
    b"tokenizer",
    labels=(*LABELS, NONE),
    further=LABELS,
    temperature=1.5,
    max_length=160,
    prefix="vraag: ",
    base="een basis – zonder naam",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_archive(KEPT, tmp_path)
    return tmp_path


def engine(archive: Archive | None = None) -> EncoderClassifier:
    made = EncoderClassifier()
    made.archive = archive
    return made


def refused(folder: Path) -> str:
    with pytest.raises(ModelError) as caught:
        EncoderClassifier().from_disk(folder)
    assert str(folder) in str(caught.value)
    return caught.value.code


def rewrite(folder: Path, change: Callable[[dict[str, object]], object]) -> None:
    """Change what meta.json says."""
    told = json.loads((folder / META).read_text(encoding="utf-8"))
    change(told)
    (folder / META).write_text(json.dumps(told), encoding="utf-8")


def test_an_archive_reads_back(tmp_path: Path) -> None:
    write_archive(KEPT, tmp_path / "new")
    assert read_archive(tmp_path / "new") == KEPT


def test_a_component_reads_back_from_disk(tmp_path: Path) -> None:
    engine(KEPT).to_disk(tmp_path / "new")
    assert engine().from_disk(tmp_path / "new").archive == KEPT


def test_a_component_reads_back_from_bytes() -> None:
    assert engine().from_bytes(engine(KEPT).to_bytes()).archive == KEPT


def test_an_archive_of_the_acts_alone_reads_back(tmp_path: Path) -> None:
    acts = vouched(b"", b"", labels=LABELS, temperature=1, max_length=8, prefix="", base="")
    write_archive(acts, tmp_path)
    assert read_archive(tmp_path).meta.labels == LABELS


def test_the_same_archive_gives_the_same_bytes(folder: Path) -> None:
    assert files(read_archive(folder)) == files(KEPT)


def test_meta_json_is_plain_to_read(folder: Path) -> None:
    assert "een basis – zonder naam" in (folder / META).read_text(encoding="utf-8")


def test_untrained_it_knows_no_labels() -> None:
    assert engine().labels == ()


@pytest.mark.parametrize("trained", [engine(), engine(KEPT)], ids=["untrained", "trained"])
def test_untrained_it_reads_back_untrained(tmp_path: Path, trained: EncoderClassifier) -> None:
    engine().to_disk(tmp_path / "new")
    assert trained.from_disk(tmp_path / "new").archive is None


@pytest.mark.parametrize("trained", [engine(), engine(KEPT)], ids=["untrained", "trained"])
def test_untrained_its_bytes_read_back_untrained(trained: EncoderClassifier) -> None:
    assert trained.from_bytes(engine().to_bytes()).archive is None


def test_untrained_it_can_be_saved_and_loaded_with_a_pipeline(tmp_path: Path) -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("notulist_encoder")
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model").get_pipe("notulist_encoder")
    assert isinstance(again, EncoderClassifier)
    assert again.labels == ()


@pytest.mark.parametrize("ask", ["predict", "probabilities", "logits"])
def test_untrained_it_refuses_to_predict(ask: str) -> None:
    with pytest.raises(ModelError) as caught:
        getattr(engine(), ask)([])
    assert caught.value.code == "M01"


@pytest.mark.parametrize("file", [META, GRAPH, TOKENIZER])
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    assert refused(folder) == "M02"
    with pytest.raises(ModelError, match=file):
        read_archive(folder)


def test_a_missing_folder_is_no_untrained_component(tmp_path: Path) -> None:
    assert refused(tmp_path / "absent") == "M02"


@pytest.mark.parametrize("file", [GRAPH, TOKENIZER])
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: data + b"\0", id="one more"),
        pytest.param(lambda data: data[:-1], id="one less"),
        pytest.param(lambda data: bytes([data[0] ^ 1]) + data[1:], id="one bit"),
    ],
)
def test_other_bytes_than_meta_json_vouches_for_are_refused(
    folder: Path, file: str, change: Callable[[bytes], bytes]
) -> None:
    (folder / file).write_bytes(change((folder / file).read_bytes()))
    assert refused(folder) == "M03"
    with pytest.raises(ModelError, match=file):
        read_archive(folder)


def test_other_bytes_are_refused_in_bytes_too() -> None:
    meta, _, tokenizer = files(KEPT)
    with pytest.raises(ModelError) as caught:
        engine().from_bytes(srsly.msgpack_dumps({"files": (meta, b"another", tokenizer)}))
    assert caught.value.code == "M03"
    assert "notulist_encoder" in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"3", b'"format"', b"\xff{}", b"{"])
def test_a_broken_meta_json_is_refused(folder: Path, content: bytes) -> None:
    (folder / META).write_bytes(content)
    assert refused(folder) == "M03"


def test_another_format_is_refused(folder: Path) -> None:
    rewrite(folder, lambda told: told.update(format=FORMAT + 1))
    assert refused(folder) == "M04"


def test_an_encoder_of_before_further_acts_is_read_as_one_without_any(folder: Path) -> None:
    def older(told: dict[str, object]) -> None:
        told.update(format=1)
        del told["further"]

    rewrite(folder, older)
    assert read_archive(folder).meta.further == ()


def test_another_format_may_say_other_things(folder: Path) -> None:
    (folder / META).write_text(json.dumps({"format": FORMAT + 1, "heads": 8}))
    assert refused(folder) == "M04"


@pytest.mark.parametrize(
    "labels",
    [
        pytest.param([], id="none at all"),
        pytest.param(LABELS[:3], id="an act lacks"),
        pytest.param([*LABELS, "joke"], id="one is unknown"),
        pytest.param("agreement", id="no list"),
        pytest.param(3, id="no list either"),
        pytest.param([*LABELS, "agreement"], id="one comes twice"),
        pytest.param([*LABELS, 3], id="a number among them"),
    ],
)
def test_other_labels_than_ours_are_refused(folder: Path, labels: object) -> None:
    rewrite(folder, lambda told: told.update(labels=labels))
    assert refused(folder) == "M03"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("further", ["agreement"]),
        ("further", [*LABELS, NONE]),
        ("further", "agreement"),
        ("temperature", 0),
        ("temperature", -1.5),
        ("temperature", "1.5"),
        ("temperature", None),
        ("temperature", float("nan")),
        ("temperature", float("inf")),
        ("max_length", 0),
        ("max_length", -8),
        ("max_length", 160.5),
        ("max_length", "160"),
        ("prefix", None),
        ("prefix", 3),
    ],
)
def test_a_value_that_nobody_could_have_written_is_refused(
    folder: Path, key: str, value: object
) -> None:
    rewrite(folder, lambda told: told.update({key: value}))
    assert refused(folder) == "M03"


def test_a_temperature_without_decimals_is_fine(folder: Path) -> None:
    rewrite(folder, lambda told: told.update(temperature=2))
    assert read_archive(folder).meta.temperature == 2


@pytest.mark.parametrize("key", sorted(json.loads(files(KEPT)[0]).keys() - {"format"}))
def test_a_meta_json_that_lacks_a_key_is_refused(folder: Path, key: str) -> None:
    rewrite(folder, lambda told: told.pop(key))
    assert refused(folder) == "M03"


def test_a_meta_json_with_a_key_too_many_is_refused(folder: Path) -> None:
    rewrite(folder, lambda told: told.update(heads=8))
    assert refused(folder) == "M03"
