"""The engines: which a pipeline has, how each is taught, and a build with an encoder."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from thinc.api import Config
from tiny import quick, remarks

import notulist
from notulist.components.encoder import EncoderClassifier
from notulist.components.ensemble import EnsembleClassifier
from notulist.components.linear import LinearClassifier
from notulist.errors import ModelError
from notulist.labels import LABELS, NONE
from notulist.training import linear
from notulist.training.build import assemble, build
from notulist.training.engines import (
    classifier_of,
    encoder_settings,
    linear_settings,
    teach,
)
from notulist.training.examples import Examples
from notulist.training.setup import CONFIG, Gold, read_config

ENCODER = CONFIG.with_name("encoder.cfg")
MINUTES = "Overleg a\n\n1. Kop\n• Wie betaalt dit?\n• Afspraak: dit wordt uitgewerkt.\n"
FOUND = ["request", "agreement"]
ALL = (*LABELS, NONE)

# Labels the minutes as for a user, who hasn't the extra: nothing of it can be imported, nor does
# spaCy find what it registers.
WITHOUT_THE_EXTRA = f"""
import sys
from importlib.metadata import EntryPoints, distributions
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("torch", "transformers", "spacy_transformers", "onnx"):
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Absent())
import catalogue, notulist
others = (one for one in distributions() if one.metadata["Name"] != "spacy-transformers")
catalogue.AVAILABLE_ENTRY_POINTS = EntryPoints(e for one in others for e in one.entry_points)
doc = notulist.load(sys.argv[1])({MINUTES!r})
print(*(bullet.label_ for bullet in doc.spans["bullets"]))
"""


def blank(*factories: str) -> Language:
    nlp = spacy.blank("nl")
    for number, factory in enumerate(factories):
        nlp.add_pipe(factory, name=f"{factory}{number}")
    return nlp


def encoder_config(base: Path, **changed: object) -> Config:
    """The shipped config of an encoder, on the tiny one and quick to learn."""
    config = read_config(ENCODER)
    # So many, since the corpus has but twenty bullets.
    chosen: dict[str, object] = {"epochs": 40, "origin": "een verzonnen basis (MIT)", **changed}
    return config.merge({"encoder": asdict(quick(base, **chosen))})


def only(known: Examples, **dev: Examples) -> Gold:
    return Gold(known, None, dev)


@pytest.mark.parametrize(
    ("factory", "kind"),
    [
        ("notulist_linear", LinearClassifier),
        ("notulist_encoder", EncoderClassifier),
        ("notulist_ensemble", EnsembleClassifier),
    ],
)
def test_the_classifier_of_a_pipeline_is_found(factory: str, kind: type) -> None:
    assert isinstance(classifier_of(blank("sentencizer", factory)), kind)


@pytest.mark.parametrize(
    ("factories", "found"),
    [
        ((), 0),
        (("sentencizer",), 0),
        (("notulist_linear", "notulist_linear"), 2),
        (("notulist_linear", "notulist_encoder"), 2),
    ],
)
def test_a_pipeline_without_exactly_one_classifier_is_refused(
    factories: Sequence[str], found: int
) -> None:
    with pytest.raises(ModelError, match=f"has {found}") as caught:
        classifier_of(blank(*factories))
    assert caught.value.code == "M14"


def test_the_folder_of_a_pipeline_without_one_is_named(tmp_path: Path) -> None:
    blank().to_disk(tmp_path / "other")
    with pytest.raises(ModelError, match="other"):
        classifier_of(spacy.load(tmp_path / "other"))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (CONFIG, LinearClassifier),
        (ENCODER, EncoderClassifier),
        (CONFIG.with_name("ensemble.cfg"), EnsembleClassifier),
    ],
)
def test_the_configs_in_the_checkout_have_one_classifier(path: Path, kind: type) -> None:
    assert isinstance(classifier_of(assemble(read_config(path))), kind)


def test_settings_are_those_of_the_config() -> None:
    config = read_config(ENCODER)
    assert {key: getattr(encoder_settings(config), key) for key in config["encoder"]} == config[
        "encoder"
    ]


def test_a_config_without_settings_of_the_linear_engine_has_the_defaults() -> None:
    assert linear_settings(Config()) == linear.Settings()


@pytest.mark.parametrize(
    ("section", "settings"), [("linear", linear_settings), ("encoder", encoder_settings)]
)
def test_a_setting_that_there_isnt_is_named_with_those_that_there_are(
    section: str, settings: Callable[[Config], object]
) -> None:
    config = Config({section: {"base": "here", "seed": 1, "epoch": 3}})
    if section == "linear":
        del config[section]["base"]
    with pytest.raises(ModelError, match=rf"\[{section}\].*'epoch'.*seed") as caught:
        settings(config)
    assert caught.value.code == "M20"


@pytest.mark.parametrize(
    "config",
    [
        pytest.param(Config(), id="no section"),
        pytest.param(Config({"encoder": {"epochs": 3}}), id="no base in it"),
        pytest.param(Config({"encoder": {"base": ""}}), id="an empty one"),
    ],
)
def test_an_encoder_without_a_base_is_refused(config: Config) -> None:
    with pytest.raises(ModelError, match=r"\[encoder\]: setting base.*hub:") as caught:
        encoder_settings(config)
    assert caught.value.code == "M09"


def test_an_encoder_that_never_learns_is_refused() -> None:
    with pytest.raises(ModelError, match=r"\[encoder\]: setting runs can't be 0.*1 or more"):
        encoder_settings(Config({"encoder": {"base": "here", "runs": 0}}))


def test_settings_of_other_sections_are_nobodys_business() -> None:
    config = Config({"linear": {"seed": 1}, "encoder": {"what": "ever"}})
    assert linear_settings(config) == linear.Settings(seed=1)


def test_a_linear_engine_learns_the_remarks() -> None:
    classifier = LinearClassifier()
    teach(classifier, read_config(), only(remarks()))
    found = classifier.weighed(remarks().texts).argmax(axis=1)
    assert [classifier.labels[column] for column in found] == list(remarks().labels)


def test_a_linear_engine_learns_nothing_of_what_is_no_remark() -> None:
    classifier = LinearClassifier()
    teach(classifier, read_config(), only(remarks(*ALL)))
    assert classifier.labels == LABELS


@pytest.mark.torch
@pytest.mark.parametrize("package", ["torch", "transformers", "onnx"])
def test_without_a_package_of_the_extra_an_encoder_isnt_taught_and_says_what_to_install(
    base: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ModelError, match=rf"needs {package}.*notulist\[transformers\]") as caught:
        teach(EncoderClassifier(), encoder_config(base), only(remarks()))
    assert caught.value.code == "M13"


def test_with_nothing_of_the_extra_an_encoder_isnt_taught_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for package in ("torch", "transformers", "onnx"):
        monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ModelError) as caught:
        teach(EncoderClassifier(), read_config(ENCODER), only(remarks()))
    assert caught.value.code == "M13"


@pytest.mark.torch
@pytest.mark.parametrize("labels", [LABELS, ALL])
def test_an_encoder_learns_what_is_no_remark_where_the_gold_has_such(
    base: Path, labels: tuple[str, ...]
) -> None:
    classifier = EncoderClassifier()
    teach(classifier, encoder_config(base, epochs=1), only(remarks(*labels)))
    assert classifier.labels == labels


@pytest.mark.torch
def test_an_encoder_is_calibrated_on_dev(base: Path) -> None:
    config, temperatures = encoder_config(base, epochs=12), []
    wrong = replace(remarks(), labels=(*remarks().labels[1:], "agreement"))
    for dev in ({}, {"dev": remarks()}, {"dev": wrong}):
        classifier = EncoderClassifier()
        teach(classifier, config, only(remarks(), **dev))
        assert classifier.archive is not None
        temperatures.append(classifier.archive.meta.temperature)
    assert temperatures[0] == 1
    assert temperatures[1] < 1 < temperatures[2]


@pytest.mark.torch
def test_an_encoder_that_learnt_only_acts_is_calibrated_on_a_dev_with_others(base: Path) -> None:
    classifier = EncoderClassifier()
    teach(classifier, encoder_config(base, epochs=1), only(remarks(), dev=remarks(*ALL)))
    assert classifier.labels == LABELS


@pytest.mark.torch
@pytest.mark.parametrize("known", [remarks("request", "concern"), Examples((), (), (), ())])
def test_too_little_to_learn_from_is_refused(base: Path, known: Examples) -> None:
    with pytest.raises(ModelError) as caught:
        teach(EncoderClassifier(), encoder_config(base, epochs=1), only(known))
    assert caught.value.code == "M08"


@pytest.fixture
def built(base: Path, corpus: Path, tmp_path: Path) -> Path:
    """A whole pipeline with an encoder that learnt the corpus."""
    return build(encoder_config(base), corpus, tmp_path / "model")


@pytest.mark.torch
def test_a_build_with_an_encoder_loads_and_labels(built: Path) -> None:
    doc = notulist.load(built)(MINUTES)
    assert [bullet.label_ for bullet in doc.spans["bullets"]] == FOUND


@pytest.mark.torch
def test_a_build_with_an_encoder_labels_where_there_is_no_torch(built: Path) -> None:
    command = [sys.executable, "-c", WITHOUT_THE_EXTRA, str(built)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    assert told.stdout.split() == FOUND


@pytest.mark.torch
def test_the_card_of_an_encoder_names_its_base(built: Path) -> None:
    assert "een verzonnen basis (MIT)" in (built / "README.md").read_text(encoding="utf-8")


@pytest.mark.torch
def test_the_card_of_an_encoder_tells_the_temperature(built: Path) -> None:
    archive = classifier_of(notulist.load(built)).archive  # type: ignore[attr-defined]
    card = (built / "README.md").read_text(encoding="utf-8")
    assert f"divided by {archive.meta.temperature}" in card


@pytest.mark.torch
def test_a_build_with_real_minutes_measures_an_encoder_beside_linear_ones(
    base: Path, corpus: Path, minutes: Path, tmp_path: Path
) -> None:
    built = build(encoder_config(base, epochs=1), corpus, tmp_path / "model", minutes)
    card = (built / "README.md").read_text(encoding="utf-8")
    for row in ("linear, authored alone", "linear", "encoder"):
        assert f"| {row} | 4 |" in card


@pytest.mark.torch
def test_a_build_with_both_measures_each_by_itself_too(
    base: Path, corpus: Path, minutes: Path, tmp_path: Path
) -> None:
    config = read_config(CONFIG.with_name("ensemble.cfg"))
    config = config.merge({"encoder": asdict(quick(base, epochs=40))})
    built = build(config, corpus, tmp_path / "model", minutes)
    card = (built / "README.md").read_text(encoding="utf-8")
    for row in ("linear, authored alone", "linear", "encoder", "encoder and linear"):
        assert f"| {row} | 4 |" in card
    assert "beside it, with a weight of 0.35, a linear classifier" in " ".join(card.split())
    doc = notulist.load(built)(MINUTES)
    assert [bullet.label_ for bullet in doc.spans["bullets"]] == FOUND


@pytest.mark.torch
def test_a_build_on_no_encoder_leaves_no_folder(corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        build(encoder_config(tmp_path), corpus, tmp_path / "model")
    assert caught.value.code == "M12"
    assert not (tmp_path / "model").exists()
