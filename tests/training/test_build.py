"""The build: whole pipeline from a config and a folder of minutes; and the model that ships."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import spacy

import notulist
from notulist.components.encoder_archive import TOKENIZER
from notulist.components.first_names import first_names
from notulist.components.linear import LinearClassifier
from notulist.components.linear_features import columns
from notulist.corpus import authored
from notulist.corpus.folder import paths
from notulist.errors import ModelError
from notulist.training import build as module
from notulist.training import figures
from notulist.training.build import build, check_replaceable, main, replace_folder
from notulist.training.card import corpus_hash
from notulist.training.engines import linear_settings
from notulist.training.examples import Examples, examples
from notulist.training.figures import Figures
from notulist.training.linear import Settings, fit
from notulist.training.setup import (
    CONFIG,
    CONFIGS,
    CORPUS,
    MODEL,
    MODELS,
    gold,
    gold_docs,
    read_config,
    real_gold,
)

FAST = MODELS[CONFIG]
SHARED = Path(__file__).resolve().parents[3] / "shared" / "minutes"
needs_minutes = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/minutes is absent")


def test_a_build_loads_and_labels(corpus: Path, tmp_path: Path) -> None:
    nlp = notulist.load(build(read_config(), corpus, tmp_path / "model"))
    doc = nlp("Overleg a\n\n1. Kop\n• Wie betaalt dit?\n")
    assert [bullet.label_ for bullet in doc.spans["bullets"]] == ["request"]


def test_the_card_stands_in_the_folder(corpus: Path, tmp_path: Path) -> None:
    text = (build(read_config(), corpus, tmp_path / "model") / "README.md").read_text()
    assert "20 bullets of 5 documents of 5 bodies" in text
    assert "**Real minutes**: none" in text
    assert corpus_hash(corpus) in text
    assert "### Authored dev" in text


def test_the_card_of_a_corpus_that_isnt_ours_says_nothing_of_how_it_came_about(
    corpus: Path, tmp_path: Path
) -> None:
    text = (build(read_config(), corpus, tmp_path / "model") / "README.md").read_text()
    assert "language model" not in text
    assert "CC BY" not in text


def test_a_model_bears_the_name_of_its_folder_and_keeps_the_bodies_that_it_learnt_from(
    corpus: Path, tmp_path: Path
) -> None:
    built = build(read_config(), corpus, tmp_path / "nl_proef")
    meta = json.loads((built / "meta.json").read_text(encoding="utf-8"))
    assert meta["name"] == "proef"
    assert meta["learnt_bodies"] == [f"Overleg {name}" for name in "abcde"]


def test_without_real_minutes_the_judge_of_kinds_is_the_shipped_one(
    corpus: Path, tmp_path: Path
) -> None:
    built = notulist.load(build(read_config(), corpus, tmp_path / "model"))
    shipped = notulist.load("fast")
    one, other = (nlp.get_pipe("notulist_splitter").judge for nlp in (built, shipped))
    assert np.array_equal(one["classifier"].coef_, other["classifier"].coef_)


def test_without_real_minutes_the_finder_of_mentions_is_the_shipped_one(
    corpus: Path, tmp_path: Path
) -> None:
    built = notulist.load(build(read_config(), corpus, tmp_path / "model"))
    shipped = notulist.load("fast")
    one, other = (nlp.get_pipe("notulist_actors").finder.pipeline for nlp in (built, shipped))
    assert np.array_equal(one["classifier"].coef_, other["classifier"].coef_)


def test_what_is_saved_holds_no_string_of_what_it_learnt_from(
    corpus: Path, minutes: Path, tmp_path: Path
) -> None:
    folder = build(read_config(), corpus, tmp_path / "model", minutes)
    strings = json.loads((folder / "vocab" / "strings.json").read_text(encoding="utf-8"))
    assert not {"Overleg", "wordt", "uitgewerkt", "tempo", "betaalt"} & set(strings)


def test_where_too_little_is_held_the_ranker_of_holders_is_the_shipped_one(
    corpus: Path, tmp_path: Path
) -> None:
    built = notulist.load(build(read_config(), corpus, tmp_path / "model"))
    shipped = notulist.load().get_pipe("notulist_roles").ranker
    assert built.get_pipe("notulist_roles").ranker == shipped
    assert shipped is not None


@pytest.mark.parametrize("section", ["kinds", "mentions", "roles"])
def test_a_setting_of_a_helper_that_there_isnt_is_one_error(
    section: str, corpus: Path, tmp_path: Path
) -> None:
    config = read_config()
    config[section]["CC"] = 1
    with pytest.raises(ModelError) as caught:
        build(config, corpus, tmp_path / "model")
    assert caught.value.code == "M20"


def test_a_config_that_spacy_refuses_is_one_error(corpus: Path, tmp_path: Path) -> None:
    config = read_config()
    config["components"]["notulist_linear"]["threshhold"] = 0.5
    with pytest.raises(ModelError) as caught:
        build(config, corpus, tmp_path / "model")
    assert caught.value.code == "M18"


def test_a_folder_with_another_meta_json_is_no_model_to_replace(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('{"lang": "nl"}', encoding="utf-8")
    with pytest.raises(ModelError) as caught:
        check_replaceable(tmp_path)
    assert caught.value.code == "M17"


@pytest.mark.parametrize("config", ["a.cfg", str(CONFIGS / "linear.cfg")])
def test_another_config_than_its_own_doesnt_overwrite_a_shipped_model(
    config: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--config", config, "--output", str(MODEL)])
    assert "--output" in capsys.readouterr().err


def test_another_corpus_isnt_what_we_ship(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--corpus", str(corpus)])
    assert "--output" in capsys.readouterr().err


def test_with_real_minutes_they_are_learnt_from_and_measured_on(
    corpus: Path, minutes: Path, tmp_path: Path
) -> None:
    built = build(read_config(), corpus, tmp_path / "model", minutes)
    text = (built / "README.md").read_text(encoding="utf-8")
    assert "8 bullets of 2 documents of 2 bodies" in text
    assert "### Real dev" in text


def test_figures_that_are_kept_stand_in_the_card_of_a_build_without_real_minutes(
    corpus: Path, minutes: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "figures.json"
    build(read_config(), corpus, tmp_path / "model", minutes, kept)
    without = build(read_config(), corpus, tmp_path / "without", kept_in=kept)
    assert "### Real dev" in (without / "README.md").read_text(encoding="utf-8")


def test_the_command_keeps_no_figures_of_another_model_than_the_shipped_one(
    corpus: Path, minutes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FIGURES", tmp_path / "figures.json")
    target = tmp_path / "model"
    main(["--corpus", str(corpus), "--output", str(target), "--real", str(minutes)])
    assert (target / "README.md").is_file()
    assert not (tmp_path / "figures.json").exists()


def test_a_trained_classifier_is_taken_as_it_is(corpus: Path, tmp_path: Path) -> None:
    config = read_config()
    first_threshold = config["components"]["notulist_linear"]["threshold"]
    first = build(config, corpus, tmp_path / "first")
    config["components"]["notulist_linear"]["threshold"] = 0.9
    again = build(config, corpus, tmp_path / "again", trained=first)
    made = [notulist.load(folder).get_pipe("notulist_linear") for folder in (first, again)]
    scores = [one.probabilities(["Wie betaalt dit?", "Afspraak: zo."]) for one in made]
    assert (scores[0] == scores[1]).all()
    assert [one.threshold for one in made] == [first_threshold, 0.9]


def test_one_that_learnt_from_other_bodies_is_refused(
    corpus: Path, minutes: Path, tmp_path: Path
) -> None:
    first = build(read_config(), corpus, tmp_path / "first", minutes)
    with pytest.raises(ModelError) as caught:
        build(read_config(), corpus, tmp_path / "again", trained=first)
    assert caught.value.code == "M21"


def test_a_build_that_fails_leaves_the_old_folder(tmp_path: Path) -> None:
    target = tmp_path / "model"
    replace_folder(target, lambda folder: (folder / "old").touch())

    def fail(folder: Path) -> None:
        (folder / "new").touch()
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        replace_folder(target, fail)
    assert [path.name for path in target.iterdir()] == ["old"]


def test_a_new_folder_takes_the_place_of_the_old(tmp_path: Path) -> None:
    target = tmp_path / "model"
    for name in ("old", "new"):
        replace_folder(target, lambda folder, name=name: (folder / name).touch())  # type: ignore[misc]
    assert [path.name for path in tmp_path.rglob("*")] == ["model", "new"]


def test_figures_of_another_model_are_marked_as_such() -> None:
    kept = Figures("one", "| table |")
    assert kept.for_card("one") == "| table |"
    assert kept.for_card("two").startswith("(Measured with another model")


@pytest.fixture(scope="module")
def learnt() -> Callable[[dict[str, str]], LinearClassifier]:
    """A function that gives a classifier which has learnt these labels of these texts."""

    def learn(labels: dict[str, str]) -> LinearClassifier:
        made = LinearClassifier()
        texts = tuple(labels) * 3
        bodies = tuple(f"{place}" for place in range(len(texts)))
        data = Examples(texts, tuple(labels[text] for text in texts), bodies, bodies)
        made.pipeline = fit(data, Settings(min_documents=1, folds=2))
        return made

    return learn


def test_classifiers_that_label_alike_have_one_fingerprint(
    learnt: Callable[[dict[str, str]], LinearClassifier],
) -> None:
    data = Examples(("vraagt geld", "vreest dit"), ("request", "concern"), ("x", "x"), ("d", "d"))
    one = learnt({"vraagt geld": "request", "vreest dit": "concern"})
    again = learnt({"vraagt dan geld": "request", "vreest dit wel": "concern"})
    other = learnt({"vraagt geld": "concern", "vreest dit": "request"})
    assert figures.fingerprint(one, data) == figures.fingerprint(again, data)
    assert figures.fingerprint(one, data) != figures.fingerprint(other, data)


def test_one_with_another_threshold_has_another_fingerprint(
    learnt: Callable[[dict[str, str]], LinearClassifier],
) -> None:
    data = Examples(("vraagt geld", "vreest dit"), ("request", "concern"), ("x", "x"), ("d", "d"))
    one, other = (learnt({"vraagt geld": "request", "vreest dit": "concern"}) for _ in range(2))
    other.threshold = 0.9
    assert figures.fingerprint(one, data) != figures.fingerprint(other, data)


def test_figures_read_back(tmp_path: Path) -> None:
    figures.write(Figures("één", "| table |"), tmp_path / "sub" / "figures.json")
    assert figures.read(tmp_path / "sub" / "figures.json") == Figures("één", "| table |")


@pytest.mark.parametrize("model", MODELS.values(), ids=lambda model: model.name)
def test_a_shipped_card_names_the_corpus_beside_it(model: Path) -> None:
    assert corpus_hash(CORPUS) in (model / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("model", MODELS.values(), ids=lambda model: model.name)
def test_a_shipped_model_names_itself(model: Path) -> None:
    meta = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    assert (meta["lang"], f"nl_{meta['name']}", meta["license"]) == (
        "nl_minutes",
        model.name,
        "MIT",
    )
    assert meta["version"] == notulist.__version__
    assert f"# {model.name}\n" in (model / "README.md").read_text(encoding="utf-8")


def shipped_words() -> set[str]:
    """Whole words that the shipped linear classifier, the judge of kinds, the finder of mentions
    and the ranker of holders know; pieces of words are no names."""
    nlp = spacy.load(FAST)
    judge = nlp.get_pipe("notulist_splitter").judge["features"].named_transformers_
    parts = nlp.get_pipe("notulist_linear").pipeline["features"].named_transformers_
    pieces = {piece for piece in parts["characters"].vocabulary_ if re.fullmatch(r" \w+ ", piece)}
    terms = {*parts["words"].vocabulary_, *parts["signals"].vocabulary_, *pieces}
    terms |= {*judge["words"].vocabulary_, *judge["heading"].vocabulary_}
    signs = nlp.get_pipe("notulist_roles").ranker.weights
    terms |= {sign for sign in signs if re.match(r"(?:first|second|two before|word)\w*\b", sign)}
    finder = nlp.get_pipe("notulist_actors").finder.pipeline["features"]
    terms |= {name.partition("=")[2] for name in finder.vocabulary_}
    return {word for term in terms for word in re.findall(r"[^\W_]+", term)}


def test_the_shipped_model_knows_no_name_of_a_person() -> None:
    names = examples(gold_docs(CORPUS, "train")).names
    known = shipped_words()
    assert len(names) > 1000
    assert "afspraak" in known
    assert known & names == set()


@needs_minutes
def test_the_shipped_model_knows_no_name_of_a_person_of_the_real_minutes() -> None:
    names = examples(real_gold(SHARED, "train")).names
    assert shipped_words() & names == set()


def test_the_shipped_encoder_has_no_usual_first_name_among_its_pieces() -> None:
    kept = MODEL / "notulist_ensemble" / "encoder" / TOKENIZER
    vocabulary = json.loads(kept.read_text(encoding="utf-8"))["model"]["vocab"]
    words = {piece.removeprefix("▁") for piece, _ in vocabulary if piece.startswith("▁")}
    assert "voor" in words
    assert words & set(first_names()) == set()


@pytest.mark.parametrize("model", MODELS.values(), ids=lambda model: model.name)
def test_the_shipped_vocabulary_holds_no_name_of_the_attendance(model: Path) -> None:
    strings = set(json.loads((model / "vocab" / "strings.json").read_text(encoding="utf-8")))
    titled = re.compile(r"(?:dhr|mevr|mw)\. ([A-Z][a-zë]+(?:-[A-Z][a-zë]+)?) ")
    present = " ".join(minutes.present for minutes in map(authored.parse, paths(CORPUS)))
    names = set(titled.findall(present))
    assert len(names) > 100
    assert names & strings == set()


@pytest.mark.slow
@needs_minutes
def test_building_again_gives_the_shipped_arrays() -> None:
    data = gold(CORPUS, SHARED)
    again = fit(data.known.remarks, linear_settings(read_config()))
    shipped = spacy.load(FAST).get_pipe("notulist_linear").pipeline
    table = columns(data.known.texts)
    assert abs(again.predict_proba(table) - shipped.predict_proba(table)).max() < 1e-6


def test_the_linear_classifier_beside_the_shipped_encoder_is_the_one_that_ships_alone() -> None:
    texts = ["VNG vraagt om geld.", "Afspraak: zo wordt het gedaan.", "Men maakt zich zorgen.", "x"]
    beside = spacy.load(MODEL).get_pipe("notulist_ensemble").linear
    alone = spacy.load(FAST).get_pipe("notulist_linear")
    assert beside.probabilities(texts) == pytest.approx(alone.probabilities(texts))
