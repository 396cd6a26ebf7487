"""The sample minutes: rendered from their sources, and read back whole."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from spacy.language import Language

import notulist
from notulist.corpus.authored import parse
from notulist.corpus.folder import load
from notulist.reading.mojibake import mended

DATA = Path(__file__).parents[1] / "data"
SAMPLE = DATA / "sample"
RENDERED = sorted((SAMPLE / "minutes").iterdir())
RUN = 8  # words
CONFIDENCE = re.compile(r"(?<=>)\d\.\d\d(?=&#160;<)")
ROUNDING = 0.02  # onnxruntime has other kernels for other processors: a last decimal may differ


def name(path: Path) -> str:
    return path.name


@pytest.fixture(scope="module")
def render() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SAMPLE)  # its modules import each other, as a script's do
        yield importlib.import_module("render")


def test_each_source_is_rendered_once() -> None:
    sources = {path.stem for path in (SAMPLE / "source").iterdir()}
    assert {path.stem for path in RENDERED} == sources
    assert {path.suffix for path in RENDERED} == {".pdf", ".docx", ".txt", ".md"}


def test_rendering_anew_gives_the_same_text(render: ModuleType, tmp_path: Path) -> None:
    anew = {path.name: notulist.read(path).text for path in render.render(tmp_path)}
    assert anew == {path.name: notulist.read(path).text for path in RENDERED}


@pytest.mark.parametrize("path", RENDERED, ids=name)
def test_files_are_small(path: Path) -> None:
    assert path.stat().st_size < 60_000


def test_same_bytes_each_time(render: ModuleType, tmp_path: Path) -> None:
    first, second = render.render(tmp_path / "a"), render.render(tmp_path / "b")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_the_policy_table_has_what_pdf_makes_hard(splitter: Language) -> None:
    source = notulist.read(SAMPLE / "minutes" / "lrt-2024-03-07.pdf")
    lines = [text for line in source.lines if (text := source.text[line.start : line.end].strip())]
    before_footers = [lines[i - 1] for i, line in enumerate(lines) if line.startswith("Pagina ")]
    assert any(line.endswith("tussen\ufffe") for line in lines), "a word hyphenated by the line"
    assert any(line.endswith("2024-") for line in lines), "a code broken at its own hyphen"
    assert any(line[-1] not in ".:" for line in before_footers), "a bullet cut by a page"
    doc = splitter(source)  # type: ignore[arg-type]
    clean = [bullet._.clean for bullet in doc.spans["bullets"]]
    assert any("tussenvoorzieningen" in text for text in clean)
    assert any("taakstelling 2024-II moet" in text for text in clean)


@pytest.mark.parametrize("path", RENDERED, ids=name)
def test_every_bullet_is_read_back_whole(splitter: Language, path: Path) -> None:
    minutes = parse(SAMPLE / "source" / f"{path.stem}.txt")
    doc = splitter(notulist.read(path))  # type: ignore[arg-type]  # MinutesDutch reads a Source

    def squashed(text: str) -> str:
        return "".join(text.split()).replace("-", "")

    found = [squashed(bullet._.clean) for bullet in doc.spans["bullets"]]
    # An accent in an apostrophe's place is mended in the clean text.
    assert found == [squashed(mended(remark.text)) for remark in minutes.remarks]


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


def test_the_picture_of_the_readme_shows_what_the_shipped_model_makes_of_them(
    render: ModuleType,
) -> None:
    drawn = importlib.import_module("picture").drawing()
    kept = (SAMPLE / "picture.svg").read_text(encoding="utf-8")
    assert CONFIDENCE.split(drawn) == CONFIDENCE.split(kept)
    told, shown = (list(map(float, CONFIDENCE.findall(svg))) for svg in (drawn, kept))
    assert len(shown) == 12
    assert told == pytest.approx(shown, abs=ROUNDING)


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
