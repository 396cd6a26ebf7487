"""The export: that the graph says what torch says, in 32 and in 8 bits; and its calibration."""

from __future__ import annotations

import logging
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from tiny import quick, remarks

from notulist.components.classifier import Scores
from notulist.components.encoder import EncoderClassifier
from notulist.components.encoder_archive import Archive
from notulist.labels import LABELS, NONE
from notulist.training.encoder import Settings, Trained, fine_tune
from notulist.training.encoder_export import calibrated, export
from notulist.training.examples import Examples

torch = pytest.importorskip("torch")
pytestmark = pytest.mark.torch

ALL = (*LABELS, NONE)
DATA = remarks(*ALL)
UNEVEN = (*DATA.texts[:4], "vraagt", "", "De VNG vraagt wie dit betaalt. " * 20)
"""Texts of very different lengths, the last one longer than the encoder reads."""
NO_DATA = Examples((), (), (), ())


@pytest.fixture(scope="module")
def settings(base: Path) -> Settings:
    return quick(base, prefix="query: ", origin="een verzonnen basis (MIT)")


@pytest.fixture(scope="module")
def trained(settings: Settings) -> Trained:
    return fine_tune(DATA, settings, ALL)


@pytest.fixture(scope="module")
def plain(trained: Trained, settings: Settings) -> Archive:
    return export(trained, settings, quantised=False)


@pytest.fixture(scope="module")
def small(trained: Trained, settings: Settings) -> Archive:
    return export(trained, settings)


def engine(archive: Archive) -> EncoderClassifier:
    made = EncoderClassifier(threads=1)
    made.archive = archive
    return made


def by_torch(trained: Trained, texts: tuple[str, ...]) -> Scores:
    """What the network gives for each text alone, so without padding."""
    rows = []
    for text in texts:
        ids = torch.tensor([trained.tokenizer.encode(f"query: {text}").ids])
        with torch.no_grad():
            rows.append(trained.network(ids, torch.ones_like(ids)).softmax(1).numpy()[0])
    return np.stack(rows)


def test_in_32_bits_it_says_what_torch_says_however_much_is_padded(
    trained: Trained, plain: Archive
) -> None:
    found = engine(plain).probabilities(UNEVEN)
    assert np.abs(found - by_torch(trained, UNEVEN)).max() <= 1e-4


def test_in_8_bits_it_gives_the_same_labels(plain: Archive, small: Archive) -> None:
    columns = [engine(archive).logits(DATA.texts).argmax(axis=1) for archive in (plain, small)]
    assert (columns[0] == columns[1]).mean() >= 0.99


def test_what_it_learnt_is_still_there_in_8_bits(small: Archive) -> None:
    columns = engine(small).logits(DATA.texts).argmax(axis=1)
    gold = np.array([ALL.index(label) for label in DATA.labels])
    assert (columns == gold).mean() > 0.95


def test_in_8_bits_a_text_gets_the_same_whatever_stands_beside_it(small: Archive) -> None:
    alone = [engine(small).logits([text])[0] for text in UNEVEN]
    assert np.abs(engine(small).logits(UNEVEN) - np.stack(alone)).max() <= 1e-4


def test_8_bits_take_less_room(plain: Archive, small: Archive) -> None:
    assert len(small.graph) < len(plain.graph)


def test_the_archive_says_how_texts_are_to_be_read(small: Archive, settings: Settings) -> None:
    meta = small.meta
    assert (meta.labels, meta.prefix, meta.max_length) == (ALL, "query: ", settings.max_length)


def test_the_archive_vouches_for_its_parts(small: Archive) -> None:
    assert small.meta.graph_sha256 == sha256(small.graph).hexdigest()
    assert small.meta.tokenizer_sha256 == sha256(small.tokenizer).hexdigest()


@pytest.mark.parametrize("origin", ["een verzonnen basis (MIT)", ""])
def test_the_archive_names_what_its_base_is_or_else_where_it_stood(
    trained: Trained, settings: Settings, origin: str
) -> None:
    made = export(trained, replace(settings, origin=origin), quantised=False)
    assert made.meta.base == (origin or settings.base)


def test_it_leaves_logging_as_it_was(trained: Trained, settings: Settings) -> None:
    before = logging.root.manager.disable
    export(trained, settings)
    assert logging.root.manager.disable == before


def test_it_isnt_calibrated_at_first(small: Archive) -> None:
    assert small.meta.temperature == 1


def mistaken(every: int) -> Examples:
    """The remarks, with another gold than was learnt for one in so many."""
    wrong = dict(zip(ALL, (*ALL[1:], *ALL[:1]), strict=True))
    labels = [wrong[label] if row % every == 0 else label for row, label in enumerate(DATA.labels)]
    return replace(DATA, labels=tuple(labels))


def temperature(archive: Archive, **measured: Examples) -> float:
    return calibrated(archive, measured).meta.temperature


def test_who_is_too_sure_is_made_less_sure(small: Archive) -> None:
    assert temperature(small, dev=mistaken(every=2)) > 1


def test_who_is_right_is_made_surer(small: Archive) -> None:
    assert temperature(small, dev=DATA) < 1


def test_the_gold_is_likeliest_under_the_temperature_that_is_chosen(small: Archive) -> None:
    dev = mistaken(every=7)
    gold = [ALL.index(label) for label in dev.labels]
    chosen = calibrated(small, {"dev": dev})

    def likelihood(factor: float) -> float:
        meta = replace(chosen.meta, temperature=chosen.meta.temperature * factor)
        found = engine(replace(chosen, meta=meta)).probabilities(dev.texts)
        return float(np.log(found[np.arange(len(gold)), gold]).sum())

    assert likelihood(1) > max(likelihood(0.9), likelihood(1.1))


def test_each_set_weighs_as_much_as_the_others_however_large(small: Archive) -> None:
    wrong, right = mistaken(every=2), DATA
    once = temperature(small, wrong=wrong, right=right)
    assert temperature(small, wrong=wrong + wrong + wrong, right=right) == pytest.approx(once)
    assert temperature(small, wrong=wrong) > once > temperature(small, right=right)


@pytest.mark.parametrize("measured", [{}, {"dev": NO_DATA}])
def test_without_anything_measured_the_temperature_stays_1(
    small: Archive, measured: dict[str, Examples]
) -> None:
    assert calibrated(small, measured) == small


def test_calibration_changes_no_label(small: Archive) -> None:
    after = calibrated(small, {"dev": mistaken(every=2)})
    found = [engine(archive).probabilities(UNEVEN).argmax(axis=1) for archive in (small, after)]
    assert np.array_equal(*found)
