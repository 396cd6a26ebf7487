"""The sample minutes: rendered from their sources, and read back whole."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from spacy.language import Language

import notulist
from notulist.corpus.authored import parse
from notulist.corpus.folder import load

DATA = Path(__file__).parents[1] / "data"
SAMPLE = DATA / "sample"
RENDERED = sorted((SAMPLE / "minutes").iterdir())
RUN = 11  # words; the longest stock phrase ("Niets meer aan de orde zijnde …") has ten


def name(path: Path) -> str:
    return path.name


@pytest.fixture(scope="module")
def render() -> ModuleType:
    spec = importlib.util.spec_from_file_location("render", SAMPLE / "render.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_each_source_is_rendered_once() -> None:
    sources = {path.stem for path in (SAMPLE / "source").iterdir()}
    assert {path.stem for path in RENDERED} == sources
    assert {path.suffix for path in RENDERED} == {".pdf", ".docx", ".txt", ".md"}


def test_rendering_anew_gives_the_same_text(render: ModuleType, tmp_path: Path) -> None:
    anew = {path.name: notulist.read(path).text for path in render.render(tmp_path)}
    assert anew == {path.name: notulist.read(path).text for path in RENDERED}


@pytest.mark.parametrize("path", RENDERED, ids=name)
def test_every_bullet_is_read_back_whole(splitter: Language, path: Path) -> None:
    minutes = parse(SAMPLE / "source" / f"{path.stem}.txt")
    doc = splitter(notulist.read(path))  # type: ignore[arg-type]  # MinutesDutch reads a Source

    def squashed(text: str) -> str:
        return "".join(text.split()).replace("-", "")

    found = [squashed(bullet._.clean) for bullet in doc.spans["bullets"]]
    assert found == [squashed(remark.text) for remark in minutes.remarks]


@pytest.mark.parametrize("path", RENDERED, ids=name)
def test_every_bullet_stands_under_its_heading(splitter: Language, path: Path) -> None:
    minutes = parse(SAMPLE / "source" / f"{path.stem}.txt")
    doc = splitter(notulist.read(path))  # type: ignore[arg-type]
    found = [bullet._.agenda_title for bullet in doc.spans["bullets"]]
    assert found == [item.title for item in minutes.items for _ in item.remarks]


@pytest.mark.parametrize("path", RENDERED, ids=name)
def test_body_and_date_are_read(splitter: Language, path: Path) -> None:
    minutes = parse(SAMPLE / "source" / f"{path.stem}.txt")
    doc = splitter(notulist.read(path))  # type: ignore[arg-type]
    assert doc._.meeting_date == minutes.date.isoformat()
    assert doc._.meeting_body == minutes.body


def test_no_run_of_words_stands_in_the_corpus_too() -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = text.lower().split()
        return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}

    sample = [parse(path) for path in (SAMPLE / "source").iterdir()]
    ours = {run for minutes in sample for remark in minutes.remarks for run in runs(remark.text)}
    corpus = load(DATA / "corpus" / "authored")
    theirs = {run for minutes in corpus for remark in minutes.remarks for run in runs(remark.text)}
    assert ours
    assert theirs
    assert not ours & theirs
