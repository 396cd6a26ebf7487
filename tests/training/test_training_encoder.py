"""Fine-tuning: what an encoder learns from, that it repeats, and what it refuses."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from shutil import copy, copytree
from typing import Any, NoReturn

import pytest
from tiny import NAME, quick, remarks

from notulist.components.encoder import padded
from notulist.errors import ModelError
from notulist.labels import LABELS, NONE
from notulist.training import encoder
from notulist.training.encoder import Settings, Trained, fine_tune, read_tokenizer
from notulist.training.examples import Examples

torch = pytest.importorskip("torch")
pytestmark = pytest.mark.torch
SPOKEN = replace(remarks(), texts=tuple(f"{text} {NAME}" for text in remarks().texts))
"""Remarks that name a person."""


def right(trained: Trained, data: Examples) -> float:
    """The share of `data` that gets its label."""
    ids, mask = padded([one.ids for one in trained.tokenizer.encode_batch(list(data.texts))])
    with torch.no_grad():
        found = trained.network(torch.from_numpy(ids), torch.from_numpy(mask)).argmax(1).tolist()
    pairs = zip(found, data.labels, strict=True)
    return sum(trained.labels[column] == label for column, label in pairs) / len(data.labels)


def weights(data: Examples, settings: Settings) -> Any:
    """All that one epoch makes of the weights, in one row."""
    network = fine_tune(data, replace(settings, epochs=1), LABELS).network
    return torch.cat([parameter.detach().flatten() for parameter in network.parameters()])


@pytest.mark.parametrize("half_precision", [False, True])
def test_it_learns_labels_that_a_word_gives_away(base: Path, half_precision: bool) -> None:
    trained = fine_tune(remarks(), quick(base, half_precision=half_precision), LABELS)
    assert right(trained, remarks()) > 0.95


def test_it_learns_what_is_no_remark_where_it_is_asked_to(base: Path) -> None:
    labels = (*LABELS, NONE)
    trained = fine_tune(remarks(*labels), quick(base), labels)
    assert trained.labels == labels
    assert right(trained, remarks(*labels)) > 0.95


def test_it_learns_each_further_act_where_they_are_known(base: Path) -> None:
    acts = tuple((label,) if label in ("concern", "request") else () for label in remarks().labels)
    data = replace(remarks(), further=acts)
    trained = fine_tune(data, quick(base), LABELS)
    assert trained.further == LABELS
    ids, mask = padded([one.ids for one in trained.tokenizer.encode_batch(list(data.texts))])
    with torch.no_grad():
        found = trained.network(torch.from_numpy(ids), torch.from_numpy(mask))[:, len(LABELS) :] > 0
    told = [tuple(act for act, one in zip(LABELS, row, strict=True) if one) for row in found]
    assert sum(a == b for a, b in zip(told, acts, strict=True)) / len(acts) > 0.95


def test_where_they_arent_known_it_has_no_logits_for_them(base: Path) -> None:
    trained = fine_tune(remarks(), quick(base, epochs=1), LABELS)
    assert (trained.further, trained.network.head.out_features) == ((), len(LABELS))


def test_the_labels_may_stand_in_any_order(base: Path) -> None:
    trained = fine_tune(remarks(), quick(base), LABELS[::-1])
    assert right(trained, remarks()) > 0.95


def test_the_network_that_it_gives_is_done_with_learning(base: Path) -> None:
    assert not fine_tune(remarks(), quick(base, epochs=1), LABELS).network.training


def test_the_same_seed_gives_the_same_weights(base: Path) -> None:
    settings = quick(base)
    assert torch.equal(weights(remarks(), settings), weights(remarks(), settings))


def test_another_seed_gives_other_weights(base: Path) -> None:
    one, other = (weights(remarks(), quick(base, seed=seed)) for seed in (0, 1))
    assert not torch.equal(one, other)


def test_the_weights_of_several_runs_are_averaged(base: Path) -> None:
    network = encoder._network(quick(base), len(LABELS))  # all runs begin with one head
    task = encoder._Task(
        [[0, 5, 2], [0, 6, 2]], [0, 1], [1.0] * len(LABELS), torch.tensor([[], []])
    )
    ones = [
        encoder._run(deepcopy(network), task, quick(base, epochs=1), seed).state_dict()
        for seed in (0, 1)
    ]
    mean = encoder._mean(ones)
    name = "head.weight"
    assert torch.allclose(mean[name], (ones[0][name] + ones[1][name]) / 2)
    assert not torch.equal(ones[0][name], ones[1][name])


def test_one_that_learnt_several_times_knows_what_it_learnt(base: Path) -> None:
    assert right(fine_tune(remarks(), quick(base, runs=2), LABELS), remarks()) > 0.95


def test_more_runs_give_other_weights_than_one(base: Path) -> None:
    one, two = (weights(remarks(), quick(base, runs=runs)) for runs in (1, 2))
    assert not torch.equal(one, two)


def test_a_persons_name_is_taken_out_before_it_learns(base: Path) -> None:
    known = replace(SPOKEN, names=frozenset({NAME.lower()}))
    assert torch.equal(weights(known, quick(base)), weights(remarks(), quick(base)))


def test_a_word_that_is_no_known_name_is_learnt_from(base: Path) -> None:
    assert not torch.equal(weights(SPOKEN, quick(base)), weights(remarks(), quick(base)))


def test_the_prefix_stands_before_every_text(base: Path) -> None:
    written = replace(remarks(), texts=tuple(f"query: {text}" for text in remarks().texts))
    asked = weights(remarks(), quick(base, prefix="query: "))
    assert torch.equal(asked, weights(written, quick(base)))


def test_what_stands_behind_the_greatest_length_is_not_learnt_from(base: Path) -> None:
    behind = replace(remarks(), texts=tuple(f"{text} VNG" for text in remarks().texts))
    shorter = quick(base, max_length=5)
    assert torch.equal(weights(behind, shorter), weights(remarks(), shorter))


@pytest.mark.parametrize("frozen", [True, False])
def test_the_vectors_of_pieces_stay_as_they_were_only_where_frozen(
    base: Path, frozen: bool
) -> None:
    from transformers import AutoModel

    before = AutoModel.from_pretrained(base, add_pooling_layer=False).get_input_embeddings().weight
    trained = fine_tune(remarks(), quick(base, epochs=1, frozen_embeddings=frozen), LABELS)
    after = trained.network.encoder.get_input_embeddings().weight
    assert torch.equal(before, after) is frozen


def test_a_label_that_is_four_times_as_rare_weighs_twice_as_much() -> None:
    rare, common = encoder._weights(["concern"] + ["request"] * 4, ["concern", "request"])
    assert rare == pytest.approx(2 * common)


@pytest.mark.parametrize("gold", [("a",) * 3 + ("b",) * 30, ("a", "b") * 4])
def test_the_mean_weight_over_bullets_is_1(gold: Sequence[str]) -> None:
    found = dict(zip("ab", encoder._weights(gold, "ab"), strict=True))
    assert sum(found[label] for label in gold) / len(gold) == pytest.approx(1)


def test_its_tokenizer_cuts_and_doesnt_pad(base: Path) -> None:
    tokenizer = read_tokenizer(quick(base, max_length=6))
    encoded = tokenizer.encode_batch(["VNG", "VNG " * 20])
    assert [len(one.ids) for one in encoded] == [3, 6]


def refused(base: Path, monkeypatch: pytest.MonkeyPatch) -> ModelError:
    """The error for this base, raised before anything is learnt."""
    monkeypatch.setattr(torch.optim, "AdamW", None)
    with pytest.raises(ModelError) as caught:
        fine_tune(remarks(), quick(base), LABELS)
    assert str(base) in str(caught.value)
    return caught.value


@pytest.mark.parametrize("missing", ["tokenizer.json", "config.json", "model.safetensors"])
def test_a_folder_without_one_of_its_files_is_refused(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    folder = copytree(base, tmp_path / "base")
    (folder / missing).unlink()
    assert refused(folder, monkeypatch).code == "M12"


def test_an_empty_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(tmp_path, monkeypatch).code == "M12"


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Whom something wanted to reach, which nothing can."""
    asked: list[object] = []

    def refuse(host: object, *rest: object, **named: object) -> None:
        asked.append(host)
        raise OSError("no network here")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: refuse(address))
    return asked


@pytest.mark.parametrize("name", ["bert-base-multilingual-cased", "iemand/een-encoder", "", "hub"])
def test_a_base_that_is_no_folder_is_refused_and_never_fetched(
    name: str, tmp_path: Path, offline: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelError) as caught:
        fine_tune(remarks(), replace(quick(tmp_path), base=name), LABELS)
    assert caught.value.code == "M12"
    assert offline == []


def test_of_a_folder_with_a_tokenizer_alone_the_weights_arent_fetched(
    base: Path, tmp_path: Path, offline: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "iemand" / "een-encoder").mkdir(parents=True)
    copy(base / "tokenizer.json", tmp_path / "iemand" / "een-encoder")
    with pytest.raises(ModelError) as caught:
        fine_tune(remarks(), replace(quick(base), base="iemand/een-encoder"), LABELS)
    assert caught.value.code == "M12"
    assert offline == []


def test_a_base_of_the_hub_may_be_fetched_under_its_name(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from transformers import AutoModel, AutoTokenizer

    asked = []

    def fetch(name: str, **named: object) -> NoReturn:
        asked.append((name, named.get("local_files_only", False)))
        raise OSError("no network here")

    for kind in (AutoTokenizer, AutoModel):
        monkeypatch.setattr(kind, "from_pretrained", fetch)
    settings = replace(quick(base), base="hub:iemand/een-encoder")
    for read in (read_tokenizer, lambda one: encoder._network(one, 4)):
        with pytest.raises(ModelError, match="hub:iemand/een-encoder") as caught:
            read(settings)
        assert caught.value.code == "M12"
    assert asked == [("iemand/een-encoder", False)] * 2


def test_a_broken_tokenizer_is_refused(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copytree(base, tmp_path / "base")
    (folder / "tokenizer.json").write_text("{}")
    assert refused(folder, monkeypatch).code == "M12"
