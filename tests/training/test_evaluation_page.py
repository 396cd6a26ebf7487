"""The page of an evaluation: whole in one file, safe, the same each time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from told import Bullet, Told, examples

from notulist.errors import ModelError
from notulist.training.evaluation import Evaluation, evaluation, save
from notulist.training.evaluation_page import (
    as_html,
    confusion_picture,
    coverage_picture,
    reliability_picture,
)

FETCHED = {"src", "srcset", "data", "action", "poster", "background"}
"""Attributes by which a page gets at another."""
EVIL = '<script>alert("x")</script> & zoon'


class Tags(HTMLParser):
    """The tags of a page, with their attributes and the text in them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def names(self) -> list[str]:
        return [tag for tag, _ in self.found]

    @property
    def attributes(self) -> list[tuple[str, str]]:
        return [(name, value or "") for _, attrs in self.found for name, value in attrs.items()]


@pytest.fixture(scope="module")
def found() -> Evaluation:
    pytest.importorskip("matplotlib")
    data = examples(
        Bullet("request", "request 0.9", votes=("request", "concern")),
        Bullet("concern", "request 0.6", votes=("concern", "concern")),
        Bullet("request", "request 0.8", body=EVIL),
        Bullet("none", "explanation 0.9 none 0.8"),
    )
    return evaluation("proef", "een stuk", data, Told(), bodies={EVIL})


@pytest.fixture(scope="module")
def page(found: Evaluation) -> str:
    return as_html(found, "Een zin.")


@pytest.fixture(scope="module")
def tags(page: str) -> Tags:
    return Tags(page)


def test_it_is_one_page(page: str) -> None:
    assert page.startswith("<!doctype html>\n")
    assert page.endswith("</html>\n")


def test_it_fetches_nothing(tags: Tags) -> None:
    assert [pair for pair in tags.attributes if pair[0] in FETCHED] == []


def test_it_refers_to_nothing_outside_itself(tags: Tags) -> None:
    links = [value for name, value in tags.attributes if name in ("href", "xlink:href")]
    assert [link for link in links if not link.startswith("#")] == []


def test_its_styles_fetch_nothing(page: str) -> None:
    assert "@import" not in page
    assert page.count("url(") == page.count("url(#")


def test_it_runs_nothing(tags: Tags) -> None:
    assert {"script", "link", "iframe", "object", "embed", "img"} & set(tags.names) == set()
    assert [name for name, _ in tags.attributes if name.startswith("on")] == []


def test_the_name_of_a_body_is_text_whatever_it_holds(page: str, tags: Tags) -> None:
    assert "<script>" not in page
    assert "&lt;script&gt;alert(" in page
    assert EVIL in "".join(tags.texts)


def test_the_name_of_a_model_and_a_title_are_text_too(found: Evaluation) -> None:
    page = as_html(replace(found, model=EVIL, title=EVIL), EVIL)
    assert "<script>" not in page


def test_it_holds_three_pictures(tags: Tags) -> None:
    assert tags.names.count("svg") == 3


@pytest.mark.parametrize("draw", [confusion_picture, reliability_picture, coverage_picture])
def test_a_picture_is_svg_alone(found: Evaluation, draw: Callable[[Evaluation], str]) -> None:
    svg = draw(found)
    assert svg.startswith("<svg")
    assert svg.rstrip().endswith("</svg>")


def test_it_is_the_same_twice(found: Evaluation, page: str) -> None:
    assert as_html(found, "Een zin.") == page


def test_it_says_the_sentence(tags: Tags) -> None:
    assert "Een zin." in tags.texts


def test_it_has_a_row_for_each_report(tags: Tags) -> None:
    told = " ".join(tags.texts)
    for name in ("commonest label", "cue words by rule", "proef", "bodies that it learnt from"):
        assert name in told


def test_it_has_the_readers_where_there_are_any(found: Evaluation, tags: Tags) -> None:
    assert "second reader" in tags.texts
    assert "reader" not in as_html(replace(found, readers=()))


def test_without_matplotlib_it_says_what_to_install(
    found: Evaluation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ModelError, match=r"matplotlib.*notulist\[notebooks\]") as caught:
        as_html(found)
    assert caught.value.code == "M15"


def test_without_matplotlib_the_other_files_stand_there(
    found: Evaluation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ModelError):
        save(found, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"evaluation.json", "evaluation.md"}
