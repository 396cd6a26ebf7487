"""Splitters are compared by the text of their rows."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import boundaries
import matching
import pytest
from peers.plain import cells_apart, items

from notulist.corpus.anchors import mark
from notulist.corpus.boundaries import MarkedDocument, write_boundaries
from notulist.reading import read
from notulist.reading.source import from_text

MINUTES = """# Overleg Riooldata

Aanwezig: Bo, Kim

## 1. Planning

- De provincie vraagt om een nieuwe planning
  voor het najaar.
- Het waterschap levert in mei de eerste kaarten.

Besluit: de planning wordt in juni herzien.
"""
REMARKS = (
    "De provincie vraagt om een nieuwe planning\n  voor het najaar.",
    "Het waterschap levert in mei de eerste kaarten.",
    "Besluit: de planning wordt in juni herzien.",
)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("De pro-\nvincie vraagt uitstel.", "De provincie vraagt uitstel"),
        ("• De provincie", "de provincie"),
        ("2. De provincie", "De provincie"),
        ("- [ ] De provincie", "De provincie"),
        ("**De** [provincie](https://provincie.example/a_b)", "De provincie"),
        ("De provincie<br>vraagt&nbsp;uitstel", "De provincie vraagt uitstel"),
        ("o  De provincie", "De provincie"),
        ("ﬁets", "fiets"),
    ],
)
def test_setting_and_list_marks_make_no_difference(text: str, other: str) -> None:
    assert matching.squash(text) == matching.squash(other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("De provincie vraagt uitstel.", "De provincie vraagt uitstel. Akkoord."),
        ("2 kaarten volgen.", "3 kaarten volgen."),
        ("Onder de dijk", "nder de dijk"),
        ("A", "B"),
    ],
)
def test_words_and_numbers_make_a_difference(text: str, other: str) -> None:
    assert matching.squash(text) != matching.squash(other)


def test_a_marked_row_is_found_once() -> None:
    gold = matching.Gold([["akkoord"], ["akkoord"], ["geen"]])
    assert matching.match(gold, ["Akkoord.", "Nee.", "- Akkoord", "Akkoord!"]) == ({0, 1}, {0, 2})


def test_a_row_cut_by_a_page_may_be_told_with_or_without_what_stands_between() -> None:
    gold = matching.Gold([["deprovincie", "depagina2provincie"]])
    for told in ("De provincie", "De Pagina 2 provincie"):
        assert matching.match(gold, [told]) == ({0}, {0})


def test_rows_without_any_remark_are_counted_apart() -> None:
    source = from_text(MINUTES)
    spans = [(MINUTES.index(text), len(text)) for text in REMARKS]
    marks = [mark(source, start, start + length, "bullet") for start, length in spans]
    start = MINUTES.index("Aanwezig")
    marks.append(mark(source, start, start + len("Aanwezig: Bo, Kim"), "attendance"))
    predicted = ["Aanwezig: Bo, Kim", "…", REMARKS[1], f"Planning {REMARKS[0]}"]
    counts = matching.count(matching.gold(source, marks), predicted)
    assert (counts.gold, counts.predicted, counts.found, counts.no_remark) == (3, 3, 1, 1)
    assert boundaries.boundary_f1(counts) == pytest.approx(2 / 5)


def test_a_list_mark_begins_an_item_and_an_empty_line_ends_it() -> None:
    text = """
    1. Planning
    • De provincie vraagt om
      een nieuwe planning.
      o Het waterschap ook.

    De kaarten volgen in mei,
    de rest in juni.
                       Pagina 2 van 3
    # Rondvraag
    **Sluiting**
    Geen.
    """
    assert [" ".join(item.split()) for item in items(line[4:] for line in text.splitlines())] == [
        "Planning",
        "De provincie vraagt om een nieuwe planning.",
        "Het waterschap ook.",
        "De kaarten volgen in mei, de rest in juni.",
        "Geen.",
    ]


def test_cells_of_a_markdown_table_are_items() -> None:
    table = ["| Actie | Wie |", "|---|---|", "| Kaarten leveren | Bo |"]
    assert items(cells_apart(table)) == ["Actie", "Wie", "Kaarten leveren", "Bo"]


def test_the_table_has_a_row_a_splitter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "riool.md"
    path.write_text(MINUTES, encoding="utf-8")
    source = read(path)
    spans = [(source.text.index(text), len(text)) for text in REMARKS]
    marks = tuple(mark(source, start, start + length, "bullet") for start, length in spans)
    hashed = sha256(path.read_bytes()).hexdigest()
    one = MarkedDocument("N1", "train", "bulleted", "riool.md", hashed, "first", marks)
    write_boundaries([one], tmp_path)
    arguments = ["--data", str(tmp_path), "--part", "train", "--peer", "paragraphs"]
    boundaries.main([str(tmp_path), *arguments])
    rows = [line for line in capsys.readouterr().out.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    assert [row[:4] for row in cells[2:]] == [
        ["notulist", "1", "3", "3"],
        ["paragraphs", "1", "3", "2"],
    ]
    assert cells[2][6].startswith("1.00")
    assert cells[3][6].startswith("0.40")
