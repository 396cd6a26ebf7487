"""Figures of the splitter on marked documents that lie in a folder."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from notulist.components.blocks import find_blocks
from notulist.corpus.anchors import mark
from notulist.corpus.boundaries import MarkedDocument, write_boundaries
from notulist.reading import read
from notulist.training.boundaries import main, measure, stretches_of, summary
from notulist.training.boundary_scores import Counts, row_f1

TEXT = """\
1. Planning

- VNG vraagt om uitstel tot na de zomer.
- Het Rijk zegt dat toe.

2. Rondvraag

- De voorzitter dankt de leden en sluit het overleg.
"""


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """A folder of minutes of two bodies, the same text twice."""
    for body in ("raad", "kring"):
        (tmp_path / "minutes" / body).mkdir(parents=True)
        (tmp_path / "minutes" / body / "verslag.md").write_text(TEXT, encoding="utf-8")
    return tmp_path / "minutes"


@pytest.fixture
def documents(minutes: Path) -> list[MarkedDocument]:
    """Both, marked as our splitter has it."""
    found = []
    for number, (body, part) in enumerate([("raad", "train"), ("kring", "dev")], 1):
        path = minutes / body / "verslag.md"
        source = read(path)
        told = stretches_of(find_blocks(source))
        marks = tuple(mark(source, start, end, kind) for kind, start, end in told)
        digest = sha256(path.read_bytes()).hexdigest()
        found.append(
            MarkedDocument(
                f"N{number}", part, "bulleted", f"{body}/verslag.md", digest, "first", marks
            )
        )
    return found


@pytest.fixture
def data(tmp_path: Path, documents: list[MarkedDocument]) -> Path:
    """The folder with their marks; in the second one a bullet is marked that isn't found."""
    first, second = documents
    wrong = replace(second.marks[1], last=(second.marks[1].last[0], 5))
    second = replace(second, marks=(second.marks[0], wrong, *second.marks[2:]))
    folder = tmp_path / "marks"
    folder.mkdir()
    write_boundaries([first, second], folder)
    return folder


def test_what_the_splitter_makes_of_a_text_is_told_by_kind_and_place(minutes: Path) -> None:
    source = read(minutes / "raad" / "verslag.md")
    blocks = find_blocks(source)
    told = [(kind, source.text[start:end]) for kind, start, end in stretches_of(blocks)]
    assert [kind for kind, _ in told].count("bullet") == 3
    assert ("bullet", "Het Rijk zegt dat toe.") in told


def test_documents_that_lie_there_unchanged_are_measured(
    minutes: Path, documents: list[MarkedDocument]
) -> None:
    (_, _, one), (_, _, other) = measure(documents, minutes, find_blocks)
    assert row_f1(one) == row_f1(other) == 1
    assert one.gold == 3


def test_documents_that_are_absent_or_changed_are_left_out(
    minutes: Path, documents: list[MarkedDocument]
) -> None:
    (minutes / "raad" / "verslag.md").write_text(TEXT + "- Nog iets.\n", encoding="utf-8")
    absent = replace(documents[1], file="kring/ander.md")
    assert [one.id for one, _, _ in measure([*documents, absent], minutes, find_blocks)] == ["N2"]


def test_a_summary_has_a_row_for_each_group_and_one_for_all(
    documents: list[MarkedDocument],
) -> None:
    measured = [(one, Counts(gold=3, predicted=3, found=3)) for one in documents]
    names = [row.split("|")[1].strip() for row in summary(measured, lambda d: d.part).splitlines()]
    assert names[2:] == ["dev", "train", "all"]
    one_group = summary(measured, lambda d: d.style).splitlines()
    assert [row.split("|")[1].strip() for row in one_group][2:] == ["bulleted"]


def test_the_command_line_prints_figures_of_the_parts_asked_for(
    minutes: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(minutes), "--data", str(data), "--part", "train"])
    said = capsys.readouterr().out
    assert "| train | 1 | 3 | 1.00 (1.00–1.00)" in said
    assert "kring" not in said


def test_the_command_line_says_what_was_missed_and_made_up(
    minutes: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(minutes), "--data", str(data), "--part", "dev", "--misses"])
    said = capsys.readouterr().out
    assert "## N2 kring/verslag.md" in said
    assert [row[:10] for row in said.splitlines() if row.startswith(("+", "-"))] == [
        "+ bullet  ",
        "- bullet  ",
    ]


def test_nothing_to_measure_is_an_error(tmp_path: Path, data: Path) -> None:
    with pytest.raises(SystemExit, match="none of the marked documents"):
        main([str(tmp_path / "elsewhere"), "--data", str(data), "--part", "train"])
