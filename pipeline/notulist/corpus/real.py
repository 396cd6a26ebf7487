"""Labelled real passages as gold Docs: the text comes from a folder of minutes beside the project.

`notulist corpus real MINUTES` says which documents are absent or changed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from notulist.attributes import BULLETS
from notulist.components.blocks import Block, find_blocks
from notulist.components.splitter import Splitter
from notulist.corpus.anchors import Place, by_unit, digest, place_of
from notulist.corpus.docs import set_gold
from notulist.corpus.labels import LabelledFile, LabelledSpan
from notulist.labels import REMARKS
from notulist.language import to_doc
from notulist.provenance import lines_within, remark_lines
from notulist.reading import read
from notulist.reading.source import Line, Source
from notulist.records import bullet_id

LABELS_FOLDER = Path(__file__).resolve().parents[3] / "data" / "real"
"""Where a checkout holds the labels."""

_CONTEXT = ("heading", "attendance")


@dataclass(slots=True)
class Found:
    """What became of labelled files in a folder of minutes."""

    docs: list[Doc] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    """Files that aren't there."""
    changed: list[str] = field(default_factory=list)
    """Files whose bytes aren't those that were labelled; their labels are left out."""
    lost: list[str] = field(default_factory=list)
    """Ids of passages whose text doesn't stand at their anchors any more."""

    @property
    def problems(self) -> list[str]:
        """What is absent, changed or lost, a line each."""
        told = [f"absent: {name}" for name in self.absent]
        told += [f"changed since it was labelled: {name}" for name in self.changed]
        return told + [f"passage not found again: {name}" for name in self.lost]

    def __str__(self) -> str:
        labelled = sum(bool(b.label_) for doc in self.docs for b in doc.spans[BULLETS])
        counted = f"{len(self.docs)} documents, {labelled} labelled passages"
        return "\n".join([counted, *self.problems])


def real_docs(nlp: Language, minutes: str | Path, files: Iterable[LabelledFile]) -> Found:
    """Gold Docs of the labelled files that stand in the folder `minutes`.

    A Doc is what the splitter makes of the file, but for its bullets and what is no remark: where a
    labelled passage overlaps one of these, the passage takes its place, with the gold on it
    (`label_`, `cats`, `secondary`).
    A passage that readers call no remark has the label `none`; a bullet that nobody has read has
    none at all, and stands there as context.
    """
    found = Found()
    for file in files:
        path = Path(minutes) / file.file
        if not path.is_file():
            found.absent.append(file.file)
        elif sha256(path.read_bytes()).hexdigest() != file.sha256:
            found.changed.append(file.file)
        else:
            found.docs.append(_doc(nlp, read(path), file, found.lost))
    return found


def told_docs(minutes: str | Path, files: Iterable[LabelledFile]) -> list[Doc]:
    """The Docs of `real_docs`; what is absent, changed or lost is told on stderr."""
    found = real_docs(spacy.blank("nl_minutes"), minutes, files)
    for problem in found.problems:
        sys.stderr.write(f"{problem}\n")
    return found.docs


def passages(doc: Doc) -> Iterator[tuple[Span, str]]:
    """The bullets of a gold Doc, each with the id that its row has."""
    for bullet in doc.spans[BULLETS]:
        yield bullet, bullet_id(doc._.source, bullet.start_char, bullet.end_char)


def unchanged(minutes: str | Path, file: str, digest: str) -> Source | None:
    """A file below the folder `minutes` as read, None where it is absent or has another SHA-256."""
    path = Path(minutes) / file
    if path.is_file() and sha256(path.read_bytes()).hexdigest() == digest:
        return read(path)
    return None


def places_of(source: Source, spans: Iterable[LabelledSpan]) -> list[tuple[LabelledSpan, Place]]:
    """Where each span stands in the text; those that no longer do are left out."""
    units = by_unit(source.lines)
    placed = []
    for span in spans:
        place = place_of(units, span.first, span.last)
        if place and digest(source.text[slice(*place)]) == span.digest:
            placed.append((span, place))
    return placed


def _doc(nlp: Language, source: Source, file: LabelledFile, lost: list[str]) -> Doc:
    placed = {place: span for span, place in places_of(source, file.spans)}
    doc = to_doc(nlp, source)
    own = find_blocks(source)
    Splitter().set_annotations([doc], [merged(source, own, list(placed))])
    doc._.meeting_body = file.body
    bullets = list(doc.spans[BULLETS])
    kept = set()
    for bullet in bullets:
        if span := placed.get((bullet.start_char, bullet.end_char)):
            kept.add(span.id)
            if span.gold:
                set_gold(bullet, span.gold.label, span.gold.secondary, span.votes)
    lost += [span.id for span in file.spans if span.id not in kept]
    # Spans of a group are copies: a label set on one is lost, so the group is built anew.
    doc.spans[BULLETS] = SpanGroup(doc, name=BULLETS, spans=bullets)
    return doc


def merged(source: Source, blocks: Sequence[Block], places: Sequence[Place]) -> list[Block]:
    """The splitter's blocks, with a remark at each of `places` instead of what it overlaps.

    Headings and attendance lists stay all the same: they say where a remark stands, and whose names
    a model mustn't learn. A place within a remark of the splitter takes its level and marker.
    """
    lines = remark_lines(source)
    wanted = []
    for place in places:
        own = next((b for b in blocks if b.kind in REMARKS and _overlap(b, place)), None)
        if own is None or (own.start, own.end) != place:
            own = replace(own or Block("bullet", ()), pieces=_pieces(lines, place))
        wanted.append(own)
    kept = [
        block
        for block in blocks
        if block.kind in _CONTEXT or not any(_overlap(block, place) for place in places)
    ]
    return sorted([*kept, *wanted], key=lambda block: block.start)


def _overlap(block: Block, place: Place) -> bool:
    return block.start < place[1] and place[0] < block.end


def _pieces(lines: Sequence[Line], place: Place) -> tuple[Place, ...]:
    """A place line by line, page furniture left out."""
    within = lines_within(lines, *place)
    return tuple((max(line.start, place[0]), min(line.end, place[1])) for line in within) or (
        place,
    )
