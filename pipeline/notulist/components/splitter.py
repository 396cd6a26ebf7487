"""Component `notulist_splitter`: headings, bullets and attendance as spans on the Doc."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc, Span, SpanGroup

from notulist.attributes import ATTENDANCE, BULLETS, HEADINGS, OTHER, source_of
from notulist.components.blocks import Block, find_blocks
from notulist.components.clean import join_lines, strip_markup
from notulist.components.learned_kinds import judged
from notulist.components.linear_archive import (
    from_message,
    read_folder,
    to_message,
    write_folder,
)
from notulist.components.redaction import Holes, holes_of, mark_holes, mark_redactions
from notulist.labels import REMARKS
from notulist.reading.source import Source

_Item = tuple[int, str, str]
"""Where an agenda item begins, its number and its title."""

_GROUP = {"heading": HEADINGS, "bullet": BULLETS, "action": BULLETS, "attendance": ATTENDANCE}


class Splitter(Pipe):
    """Sets doc.spans["bullets"], ["headings"], ["attendance"] and ["other"]; the text stays as is.

    Every line that holds text is in one of the spans, page furniture aside. A span begins behind
    its marker; what a bullet gets beside it stands in notulist.attributes.
    """

    def __init__(self, name: str = "notulist_splitter", *, threshold: float = 0.2) -> None:
        """threshold: the judge overrules the rules where it gives what they say a lower
        probability; without a judge (`judge` is None) the rules hold."""
        self.name = name
        self.threshold = threshold
        self.judge: Any | None = None

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations([doc], self.predict([doc]))
        return doc

    def predict(self, docs: Iterable[Doc]) -> list[list[Block]]:
        """The blocks of each Doc; changes nothing."""
        return [self.blocks(source_of(doc)) for doc in docs]

    def blocks(self, source: Source) -> list[Block]:
        """The blocks of a Source, their kinds as the rules say or the judge knows better."""
        found = find_blocks(source)
        return found if self.judge is None else judged(source, found, self.judge, self.threshold)

    def set_annotations(self, docs: Sequence[Doc], blocks: Sequence[Sequence[Block]]) -> None:
        """Keep the blocks as spans."""
        for doc, found in zip(docs, blocks, strict=True):
            _set_spans(doc, found)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The judge with its meta."""
        return to_message(self.judge)

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Splitter:
        """Read what `to_bytes` gave. Raises ModelError as `linear_archive.unpack` does."""
        self.judge = from_message(data, self.name)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the judge into the folder `path`; nothing where there is none."""
        if self.judge is not None:
            write_folder(self.judge, Path(path))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Splitter:
        """Read what `to_disk` wrote. Raises ModelError as `linear_archive.read_folder`."""
        folder = Path(path)
        self.judge = read_folder(folder) if folder.is_dir() else None
        return self


def _set_spans(doc: Doc, blocks: Sequence[Block]) -> None:
    cut_tokens(doc, {edge for block in blocks for edge in (block.start, block.end)})
    groups: dict[str, list[Span]] = {BULLETS: [], HEADINGS: [], ATTENDANCE: [], OTHER: []}
    source = source_of(doc)
    holes = holes_of(source)
    path: list[tuple[int, str]] = []
    items: list[_Item] = [(-1, "", "")]
    for block in blocks:
        span = doc.char_span(block.start, block.end)
        if span is None:  # nothing but white space
            continue
        clean, span._.redactions = _clean(source, block, holes)
        span._.clean, span._.level, span._.kind = clean, block.level, block.kind
        if block.kind == "heading":
            items.append((block.start, _agenda(path, block), clean.strip(" *_:")))
            span._.number, span._.title = block.number, items[-1][2]
        elif block.kind in REMARKS:
            span._.marker = block.marker
        # Footnotes come last, whatever they stand under.
        item = _above(items, block.start) if block.kind == "note" else items[-1]
        _, span._.agenda_number, span._.agenda_title = item
        groups[_GROUP.get(block.kind, OTHER)].append(span)
    for key, spans in groups.items():
        doc.spans[key] = SpanGroup(doc, name=key, spans=spans)


def _above(items: Sequence[_Item], offset: int) -> _Item:
    """The last item that begins before `offset`."""
    return next(item for item in reversed(items) if item[0] < offset)


def _clean(source: Source, block: Block, holes: Holes) -> tuple[str, int]:
    """The clean text of a block, and how many redactions are marked in it."""
    clean = join_lines(mark_holes(source.text, start, end, holes) for start, end in block.pieces)
    clean = strip_markup(clean) if source.format == "md" else clean
    return mark_redactions(clean, redacted=holes.known)


def cut_tokens(doc: Doc, edges: set[int]) -> None:
    """Split the tokens that an offset falls within: "|Wie|" and "-(VNG)" are one token."""
    within: dict[int, list[int]] = {}
    tokens = list(doc)
    for edge in sorted(edges):
        found = bisect_right(tokens, edge, key=lambda token: token.idx) - 1
        if found >= 0 and 0 < edge - tokens[found].idx < len(tokens[found].text):
            within.setdefault(found, []).append(edge - tokens[found].idx)
    if not within:
        return
    with doc.retokenize() as retokenizer:
        for number, cuts in within.items():
            token = tokens[number]
            bounds = [0, *cuts, len(token.text)]
            orths = [token.text[a:b] for a, b in pairwise(bounds)]
            retokenizer.split(token, orths, heads=[(token, i) for i in range(len(orths))])


def _agenda(path: list[tuple[int, str]], block: Block) -> str:
    """The agenda number that holds under a heading: its own, or that of the numbered heading it
    stands under where the format tells levels."""
    # A heading without a level closes all others, and is closed by any.
    while path and (not block.level or not path[-1][0] or path[-1][0] >= block.level):
        path.pop()
    if block.number:
        path.append((block.level, block.number))
    return block.number or (path[-1][1] if path and block.level else "")


@Language.factory(
    "notulist_splitter",
    assigns=["doc.spans"],
    default_config={"threshold": 0.2},
)
def make_splitter(nlp: Language, name: str, threshold: float) -> Splitter:
    """The component "notulist_splitter". threshold: see `Splitter`."""
    return Splitter(name, threshold=threshold)
