"""The judge of kinds: it overrules the rules where it is sure, and leaves places and text alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language

from notulist.components.block_features import HEADING, SHAPE, TEXT, columns
from notulist.components.blocks import find_blocks
from notulist.components.learned_kinds import judged
from notulist.components.splitter import Splitter
from notulist.errors import ModelError
from notulist.labels import Kind
from notulist.reading.source import from_text
from notulist.training.kinds import Read, Settings, fit

MINUTES = """Overleg Riolering
3 maart 2026

1. Planning

• De provincie vraagt om een nieuwe planning voor het najaar.
• Het waterschap levert in mei de eerste kaarten.
• Een put is een gat in de weg met een deksel erop.

2. Rondvraag

• De voorzitter dankt de leden en sluit het overleg.
• Een buis is een ding waar het water doorheen stroomt.
"""
DEFINITION = "Een put is een gat in de weg met een deksel erop."


def read(text: str) -> Read:
    """A document whose definitions are no remark."""
    source = from_text(text)
    blocks = find_blocks(source)
    known = {"heading": "heading", "bullet": "remark"}
    classes = [known.get(block.kind, "other") for block in blocks]
    for i, block in enumerate(blocks):
        if source.text[block.start :].startswith("Een "):
            classes[i] = "other"
    return Read(source, blocks, classes, None)


@pytest.fixture(scope="module")
def judge() -> Any:
    """One that learnt from three documents that definitions are no remark."""
    texts = [MINUTES, MINUTES.replace("put", "kolk"), MINUTES.replace("buis", "goot")]
    return fit([read(text) for text in texts], Settings(min_documents=1, C=100))


def kinds(judge: Any, threshold: float = 0.5, text: str = MINUTES) -> dict[str, Kind]:
    source = from_text(text)
    found = judged(source, find_blocks(source), judge, threshold)
    return {source.text[block.start : block.end]: block.kind for block in found}


def test_a_row_that_is_surely_no_remark_becomes_a_topic(judge: Any) -> None:
    assert kinds(judge)[DEFINITION] == "topic"


def test_a_remark_stays_one(judge: Any) -> None:
    assert kinds(judge)["Het waterschap levert in mei de eerste kaarten."] == "bullet"


def test_with_a_threshold_of_zero_the_rules_hold(judge: Any) -> None:
    source = from_text(MINUTES)
    assert judged(source, find_blocks(source), judge, 0.0) == find_blocks(source)


def test_places_and_text_stay(judge: Any) -> None:
    source = from_text(MINUTES)
    blocks = find_blocks(source)
    found = judged(source, blocks, judge, 0.9)
    assert [block.pieces for block in found] == [block.pieces for block in blocks]


def test_a_number_opens_a_heading_as_its_number_and_what_is_none_as_its_marker() -> None:
    source = from_text("1. Planning\n• De VNG vraagt uitstel.\n")
    heading, row = find_blocks(source)
    (topic, _) = judged(source, [heading, row], Always("other"), 0.5)
    assert (topic.kind, topic.number, topic.marker) == ("topic", "", "1")
    (again, _) = judged(source, [replace(topic, marker="1."), row], Always("heading"), 0.5)
    assert (again.kind, again.number, again.marker) == ("heading", "1", "")


class Always:
    """A judge that is sure of one class, whatever it sees."""

    classes_ = ("heading", "other", "remark")

    def __init__(self, said: str) -> None:
        self.said = said

    def predict_proba(self, table: Any) -> Any:
        import numpy as np

        return np.asarray([[float(one == self.said) for one in self.classes_]] * len(table))


@pytest.mark.parametrize("kind", ["action", "attendance", "table", "code", "link", "note"])
def test_blocks_of_other_kinds_are_not_judged(kind: Kind) -> None:
    source = from_text("1. Planning\n• De VNG vraagt uitstel.\n")
    blocks = [replace(block, kind=kind) for block in find_blocks(source)]
    assert judged(source, blocks, Always("remark"), 1.0) == blocks


def test_a_title_of_the_document_becomes_no_heading_but_may_be_a_remark() -> None:
    source = from_text("Verslag werkgroep Riet\n\n1. Opening\n• De VNG vraagt uitstel.\n")
    blocks = find_blocks(source)
    assert [block.kind for block in blocks] == ["header", "heading", "bullet"]
    (title, *_) = judged(source, blocks, Always("heading"), 1.0)
    assert title.kind == "header"
    (title, *_) = judged(source, blocks, Always("remark"), 1.0)
    assert title.kind == "bullet"


def test_a_document_without_blocks_is_fine(judge: Any) -> None:
    assert judged(from_text(""), [], judge, 0.5) == []


def test_a_block_is_seen_with_its_looks_its_words_and_the_heading_above() -> None:
    source = from_text("1. Planning\n• De VNG vraagt 3 weken uitstel.\n")
    heading, row = columns(source, find_blocks(source))
    assert row[TEXT] == "de vng vraagt 0 weken uitstel."
    assert (heading[HEADING], row[HEADING]) == ("", "planning")
    assert {"kind=bullet", "ends=.", "verb", "glyph", "-1 kind=heading", "1 edge"} <= set(
        row[SHAPE]
    )


def test_a_text_that_returns_is_seen_as_such() -> None:
    source = from_text("• Locatie\n• Put\n• Locatie\n• Buis\n• Locatie\n")
    rows = columns(source, find_blocks(source))
    assert [bool(row[SHAPE].get("often")) for row in rows if row[TEXT] == "locatie"] == [True] * 3


@pytest.fixture
def nlp(judge: Any) -> Language:
    nlp = spacy.blank("nl_minutes")
    component = nlp.add_pipe("notulist_splitter", config={"threshold": 0.5})
    assert isinstance(component, Splitter)
    component.judge = judge
    return nlp


def rows(nlp: Language, key: str = "bullets") -> list[str]:
    doc = nlp(MINUTES)
    return [span.text for span in doc.spans[key]]


def test_the_splitter_leaves_out_what_its_judge_calls_no_remark(nlp: Language) -> None:
    assert DEFINITION not in rows(nlp)
    assert DEFINITION in rows(nlp, "other")
    assert len(rows(nlp)) == 3


def test_a_saved_splitter_judges_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert rows(spacy.load(tmp_path)) == rows(nlp)


def test_bytes_read_back(nlp: Language) -> None:
    other = spacy.blank("nl_minutes")
    other.add_pipe("notulist_splitter", config={"threshold": 0.5})
    assert rows(other.from_bytes(nlp.to_bytes())) == rows(nlp)


def test_without_a_judge_a_saved_splitter_has_none(tmp_path: Path) -> None:
    nlp = spacy.blank("nl_minutes")
    nlp.add_pipe("notulist_splitter")
    nlp.to_disk(tmp_path)
    assert not (tmp_path / "notulist_splitter").exists()
    assert DEFINITION in rows(spacy.load(tmp_path))


def test_a_judge_whose_bytes_are_others_is_refused(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    archive = tmp_path / "notulist_splitter" / "pipeline.skops"
    archive.write_bytes(archive.read_bytes() + b"x")
    with pytest.raises(ModelError) as caught:
        spacy.load(tmp_path)
    assert caught.value.code == "M03"
