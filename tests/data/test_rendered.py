"""Minutes rendered in many layouts: the gold is what the files hold."""

from __future__ import annotations

import importlib
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import pytest

from notulist.reading.source import from_text

RENDERED = Path(__file__).parents[2] / "data" / "rendered"
# Two columns, footnotes, ligatures and a table; redaction; run-in headings; a letterhead beside.
PDFS = (3, 10, 14, 16, 28)
# Lists by style and control; tracked changes; merged cells; breaks; moved text; one large table.
DOCXS = (36, 40, 41, 47, 48, 49)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def tools() -> Iterator[Any]:
    """A function that gives a module of data/rendered by its name."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(RENDERED)
        yield lambda name: importlib.import_module(f"rendering.{name}")


@pytest.fixture(scope="module")
def table(tools: Any) -> dict[int, Any]:
    return {layout.number: layout for layout in tools("layouts").read_layouts()}


@pytest.fixture(scope="module")
def folder(tools: Any, table: dict[int, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handful of layouts, rendered."""
    folder = tmp_path_factory.mktemp("rendered")
    tools("make").make(folder, [table[number] for number in (*PDFS, *DOCXS)])
    return folder


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return "\n".join(pages)


def docx_text(path: Path) -> str:
    """All w:t of the body and footnotes, but what was moved away or is hidden."""
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.startswith("word/")]
    texts = []
    for xml in parts:
        if not xml.lstrip().startswith(b"<"):
            continue
        root = ElementTree.fromstring(xml)  # noqa: S314  our own file
        runs = set(root.iter(W + "r"))
        runs -= {run for moved in root.iter(W + "moveFrom") for run in moved.iter(W + "r")}
        runs -= {run for run in runs if run.find(f"{W}rPr/{W}vanish") is not None}
        texts += [
            t.text or "" for run in root.iter(W + "r") if run in runs for t in run.iter(W + "t")
        ]
    return "".join(texts)


def test_the_table_has_sixty_documents_each_in_a_layout_of_its_own(table: dict[int, Any]) -> None:
    makes = Counter(layout.make for layout in table.values())
    assert makes["pdf"] >= 34
    assert makes["docx"] >= 26
    assert len({layout.document for layout in table.values()}) == len(table) >= 60
    assert len({layout.features for layout in table.values()}) == len(table)


@pytest.mark.parametrize("number", [*PDFS, *DOCXS])
def test_each_gold_text_stands_in_the_file(
    tools: Any, table: dict[int, Any], folder: Path, number: int
) -> None:
    letters, read_gold = tools("locate").letters, tools("gold").read_gold
    path = folder / table[number].name
    held = letters(pdf_text(path) if path.suffix == ".pdf" else docx_text(path))
    gold = read_gold(path)
    assert sum(one.kind in ("bullet", "action") for one in gold) >= 26
    whole = {one.text for one in gold if one.kind != "absent" and letters(one.text) in held}
    beside = {one.text for one in gold if one.kind in ("furniture", "footnote")}
    cut = [one for one in gold if one.kind != "absent" and one.text not in whole | beside]
    # A page's end, with its footnotes and numbers, stands between the halves of what it cuts.
    for one in cut:
        text = letters(one.text)
        place = next(i for i in range(len(text), 0, -1) if text[:i] in held)
        assert path.suffix == ".pdf"
        assert text[place:] in held, one.text
    assert len(cut) <= 4


@pytest.mark.parametrize("number", [10, 16, 40, 47])
def test_what_was_covered_or_deleted_is_not_in_the_text(
    tools: Any, table: dict[int, Any], folder: Path, number: int
) -> None:
    path = folder / table[number].name
    gold = tools("gold").read_gold(path)
    held = pdf_text(path) if path.suffix == ".pdf" else docx_text(path)
    held = " ".join(held.split())
    shown = " ".join(one.text for one in gold if one.kind != "absent")
    absent = [one.text for one in gold if one.kind == "absent" and len(one.text) > 6]
    assert [text for text in absent if held.count(text) > shown.count(text)] == []
    assert absent or number == 10  # which has grounds for all


def test_each_bullet_stands_under_a_heading_of_the_gold(
    tools: Any, table: dict[int, Any], folder: Path
) -> None:
    gold = tools("gold").read_gold(folder / table[3].name)
    titles = {one.text for one in gold if one.kind == "heading"}
    assert {one.under for one in gold if one.kind in ("bullet", "action")} <= titles


def test_same_bytes_each_time(
    tools: Any, table: dict[int, Any], folder: Path, tmp_path: Path
) -> None:
    layouts = [table[number] for number in (28, 50, 69)]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, second = (tools("make").make(tmp_path / name, layouts) for name in "ab")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_scan_has_no_text_and_the_gold_of_what_was_scanned(
    tools: Any, table: dict[int, Any], tmp_path: Path
) -> None:
    tools("make").make(tmp_path, [table[9]])
    (path,) = tools("scans").scan(tmp_path, [table[9]])
    assert not pdf_text(path).strip()
    read_gold = tools("gold").read_gold
    assert read_gold(path) == read_gold(tmp_path / table[9].name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eerste punt.\nTweede punt.", ["whole", "whole"]),
        ("Tweede punt.\nEerste punt.", ["whole", "lost"]),  # too short to be looked for elsewhere
        ("Eerste pu", ["scattered", "lost"]),
        ("Niets daarvan.", ["lost", "lost"]),
    ],
)
def test_gold_is_located_in_a_text(tools: Any, text: str, expected: list[str]) -> None:
    gold = [tools("gold").Gold("bullet", words) for words in ("Eerste punt.", "Tweede punt.")]
    assert [place.found for place in tools("locate").locate(gold, from_text(text))] == expected


def test_the_checker_tells_a_bullet_that_took_in_a_footer(tools: Any) -> None:
    gold_type = tools("gold").Gold
    gold = [
        gold_type("heading", "Opening", number="1", lead="1. "),
        gold_type("bullet", "Het verslag is zonder wijziging vastgesteld.", under="Opening"),
        gold_type("furniture", "Bladzijde acht"),
    ]
    source = from_text(
        "1. Opening\n\n- Het verslag is zonder\n  Bladzijde acht wijziging vastgesteld.\n"
    )
    result = tools("compare").compare(gold, source)
    assert (result.bullets.right, result.bullets.gold, result.bullets.found) == (0, 1, 1)
    assert result.headings.f1 == 1
    assert any(re.match("bullet", failure.problem) for failure in result.failures)
