"""The shipped models are what this code makes: rebuild them (`make model`) when these fail."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import notulist
from notulist.components.gazetteer import read_actors
from notulist.errors import ModelError

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module", params=[None, "fast"])
def nlp(request: pytest.FixtureRequest) -> Language:
    return notulist.load(request.param)


def test_it_has_the_tokenizer_of_the_code(nlp: Language) -> None:
    assert nlp.tokenizer.to_bytes() == spacy.blank("nl_minutes").tokenizer.to_bytes()


def test_it_has_the_shipped_actors(nlp: Language) -> None:
    assert nlp.path is not None
    kept = read_actors(nlp.path / "notulist_actors" / "actors.csv")
    assert kept == read_actors(DATA / "actors" / "actors.csv")


def test_it_is_of_this_version(nlp: Language) -> None:
    assert nlp.meta["version"] == notulist.__version__


@pytest.mark.parametrize(
    ("folder", "component"),
    [("nl_notulist", "notulist_ensemble"), ("nl_notulist_fast", "notulist_linear")],
)
def test_spacy_loads_it_by_its_folder(folder: str, component: str) -> None:
    path = Path(__file__).parents[1] / "models" / folder
    assert spacy.load(path).pipe_names[-1] == component


def test_a_folder_that_is_called_as_a_shipped_model_is_named_by_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    notulist.load("fast", exclude=["notulist_linear"]).to_disk("fast")
    assert "notulist_linear" in notulist.load("fast").pipe_names
    for path in ("./fast", Path("fast")):
        assert "notulist_linear" not in notulist.load(path).pipe_names


def test_no_name_is_no_model() -> None:
    with pytest.raises(ModelError) as caught:
        notulist.load("")
    assert caught.value.code == "M10"
