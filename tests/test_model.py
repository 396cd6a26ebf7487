"""The shipped model is the one that this code makes: rebuild it (`make model`) when these fail."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import notulist
from notulist.components.gazetteer import read_actors

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return notulist.load()


def test_it_has_the_tokenizer_of_the_code(nlp: Language) -> None:
    assert nlp.tokenizer.to_bytes() == spacy.blank("nl_minutes").tokenizer.to_bytes()


def test_it_has_the_shipped_actors(nlp: Language) -> None:
    assert nlp.path is not None
    kept = read_actors(nlp.path / "notulist_actors" / "actors.csv")
    assert kept == read_actors(DATA / "actors" / "actors.csv")


def test_it_is_of_this_version(nlp: Language) -> None:
    assert nlp.meta["version"] == notulist.__version__


def test_spacy_loads_it_by_its_folder() -> None:
    folder = Path(__file__).parents[1] / "models" / "nl_notulist"
    assert spacy.load(folder).pipe_names[-1] == "notulist_linear"
