"""What the judge of kinds learns from: marks and labels of real documents."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from notulist.components.blocks import find_blocks
from notulist.corpus.anchors import mark
from notulist.corpus.boundaries import MarkedDocument, write_boundaries
from notulist.corpus.labels import LabelledFile, LabelledSpan, write_labels
from notulist.corpus.votes import Vote
from notulist.reading import read
from notulist.training.boundary_scores import row_f1
from notulist.training.kinds import (
    Read,
    Settings,
    compare,
    fit,
    has_all_classes,
    judges,
    main,
    read_documents,
)

TEXT = """\
1. Planning

- De gemeente {name} vraagt om uitstel tot na de zomer.
- Een sloot is een lange kuil met water erin.
- Het Rijk zegt dat toe aan Jaap Verzonnen.

2. Rondvraag

- De voorzitter dankt de leden en sluit het overleg.
"""
NO_REMARK = "Een sloot"
NAMES = ("Aadorp", "Beedorp", "Ceedorp", "Deedorp")
QUICK = Settings(C=100, min_documents=1, folds=2)


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """A folder with a document each, half of them marked in `data`, the others labelled."""
    for name in NAMES:
        path = tmp_path / "minutes" / name / "verslag.md"
        path.parent.mkdir(parents=True)
        path.write_text(TEXT.format(name=name), encoding="utf-8")
    return tmp_path / "minutes"


@pytest.fixture
def data(tmp_path: Path, minutes: Path) -> Path:
    marked, labelled = [], []
    for name in NAMES:
        path = minutes / name / "verslag.md"
        file, digest = f"{name}/verslag.md", sha256(path.read_bytes()).hexdigest()
        source = read(path)
        rows, spans = [], []
        for number, block in enumerate(find_blocks(source)):
            none = source.text[block.start :].startswith(NO_REMARK)
            kind = "topic" if none else block.kind
            rows.append(mark(source, block.start, block.end, kind))
            if block.kind == "bullet":
                vote = Vote("none") if none else Vote("explanation")
                at = rows[-1]
                votes = vote, vote, None
                id_ = f"{name}{number}"
                spans.append(LabelledSpan(id_, at.first, at.last, at.digest, votes))
        part = "dev" if name == NAMES[-1] else "train"
        labelled.append(LabelledFile(file, part, digest, tuple(spans)))
        if name in NAMES[::2] or part == "dev":
            one = MarkedDocument(name, part, "bulleted", file, digest, "first", tuple(rows))
            marked.append(one)
    folder = tmp_path / "data"
    folder.mkdir()
    write_boundaries(marked, folder)
    write_labels(labelled, folder)
    return folder


@pytest.fixture
def train(minutes: Path, data: Path) -> list[Read]:
    return read_documents(minutes, "train", data=data)


def test_the_documents_of_a_part_are_read_with_their_marks_where_they_have_any(
    train: list[Read],
) -> None:
    assert sorted(one.source.name.split("/")[-2] for one in train) == list(NAMES[:-1])
    assert sum(one.marked is not None for one in train) == 2


def test_a_file_that_changed_is_left_out(minutes: Path, data: Path) -> None:
    (minutes / NAMES[0] / "verslag.md").write_text("Iets anders.", encoding="utf-8")
    assert len(read_documents(minutes, "train", data=data)) == 2


def test_marks_give_the_class_of_every_block(train: list[Read]) -> None:
    marked = next(one for one in train if one.marked)
    assert marked.classes == ["heading", "remark", "other", "remark", "heading", "remark"]


def test_labels_give_that_of_the_rows_alone(train: list[Read]) -> None:
    labelled = next(one for one in train if not one.marked)
    assert labelled.classes == ["", "remark", "other", "remark", "", "remark"]


def test_documents_that_lack_a_class_are_too_few_to_learn_from(train: list[Read]) -> None:
    labelled = [one for one in train if not one.marked]
    assert has_all_classes(train)
    assert not has_all_classes(labelled)  # labels say nothing of headings
    assert not has_all_classes([])


def test_training_again_gives_the_same_arrays(train: list[Read]) -> None:
    first, second = (fit(train, QUICK)["classifier"].coef_ for _ in range(2))
    assert np.array_equal(first, second)


def vocabulary(judge: Any) -> set[str]:
    parts = judge["features"].named_transformers_
    return {term for name in ("words", "heading") for term in parts[name].vocabulary_}


def test_names_of_persons_stay_out_of_the_vocabulary(train: list[Read]) -> None:
    known = vocabulary(fit(train, QUICK))
    assert "sloot" in known
    assert not [term for term in known if "jaap" in term]


def test_terms_of_few_documents_stay_out_of_the_vocabulary(train: list[Read]) -> None:
    known = vocabulary(fit(train, Settings(min_documents=2)))
    assert "sloot" in known
    assert not [term for term in known if "dorp" in term]


def test_in_cross_validation_no_document_judges_itself(train: list[Read]) -> None:
    told = list(judges(train, QUICK))
    assert sorted(one.source.name for one, _ in told) == sorted(one.source.name for one in train)
    for one, judge in told:
        place = one.source.name.split("/")[-2].lower()
        assert place not in vocabulary(judge)


def test_the_judge_is_compared_with_the_rules_on_marked_documents(train: list[Read]) -> None:
    judge = fit(train, QUICK)
    found = compare([(one, judge) for one in train], 0.5)
    assert {name: len(counts) for name, counts in found.items()} == {
        "rules": 2,
        "with the judge": 2,
    }
    assert all(row_f1(one) < 1 for one in found["rules"])
    assert all(row_f1(one) == 1 for one in found["with the judge"])


def test_nothing_to_learn_from_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="none of the labelled documents"):
        main([str(tmp_path)])
