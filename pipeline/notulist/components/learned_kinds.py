"""The judge of kinds: where what was learnt contradicts the rules, what a block is taken for.

Rules say where a block begins and ends, and what it is by its looks (`blocks`). Whether "Locatie en
omgeving" in a list names a subject or records something, they can't say; words, neighbours and the
rest of the document tell more often than not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from notulist.components.block_features import columns
from notulist.components.blocks import Block
from notulist.labels import Kind
from notulist.reading.source import Source

REMARK, TITLE, OTHER = "remark", "heading", "other"
"""The classes of the judge."""
CLASS_OF: dict[Kind, str] = {
    "bullet": REMARK,
    "heading": TITLE,
    "topic": OTHER,
    "lead-in": OTHER,
    "header": OTHER,
}
"""What the rules' kinds count as; a block of another kind is not judged."""
_KIND_OF: dict[str, Kind] = {REMARK: "bullet", TITLE: "heading", OTHER: "topic"}


def judged(source: Source, blocks: Sequence[Block], judge: Any, threshold: float) -> list[Block]:
    """The blocks, those of another kind whose own class is less likely than `threshold`.

    judge: a fitted scikit-learn pipeline over `block_features.columns`. Such a block becomes what
    is likeliest, but letterhead no heading. Its place and text stay.
    """
    rows = [i for i, block in enumerate(blocks) if block.kind in CLASS_OF]
    if not rows:
        return list(blocks)
    classes = list(map(str, judge.classes_))
    scores = judge.predict_proba(columns(source, blocks)[rows])
    found = list(blocks)
    for i, told in zip(rows, scores, strict=True):
        likeliest = _KIND_OF[classes[int(told.argmax())]]
        # A document's own title looks like a heading, and is none.
        is_title = blocks[i].kind == "header" and likeliest == "heading"
        if told[classes.index(CLASS_OF[blocks[i].kind])] < threshold and not is_title:
            found[i] = _as(blocks[i], likeliest)
    return found


def _as(block: Block, kind: Kind) -> Block:
    """A block as one of this kind; the number that opens it is a heading's number or a marker."""
    if kind == "heading":
        number = block.marker.strip("().") if block.marker[:1].isalnum() else ""
        return replace(block, kind=kind, marker="", level=0, number=number)
    if block.kind == "heading":
        return replace(block, kind=kind, marker=block.number, level=0, number="")
    return replace(block, kind=kind)
