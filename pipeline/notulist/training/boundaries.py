"""Figures of the splitter on the boundaries that readers marked in real documents.

    python -m notulist.training.boundaries MINUTES --part dev [--part train] [--misses]

MINUTES is the folder that holds the real documents, which are no part of the project. The shipped
judge of kinds learnt from part train, so its figure there flatters; `notulist.training.kinds` has
it by cross-validation.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from notulist.components.blocks import Block, find_blocks
from notulist.components.splitter import Splitter
from notulist.corpus.boundaries import MARKED_PARTS, MarkedDocument, read_boundaries
from notulist.corpus.real import LABELS_FOLDER, unchanged
from notulist.language import NOT_SPLITTING, load
from notulist.markdown import table
from notulist.reading import Source
from notulist.training import boundary_scores as scores
from notulist.training.boundary_scores import Counts, Stretch

Measured = list[tuple[MarkedDocument, Counts]]


Split = Callable[[Source], Sequence[Block]]
"""From a Source to its blocks."""


def shipped_split() -> Split:
    """What the shipped pipelines make of a Source: the rules, and the judge of kinds."""
    nlp = load("fast", exclude=NOT_SPLITTING)
    component = nlp.get_pipe("notulist_splitter")
    assert isinstance(component, Splitter)  # noqa: S101  the shipped config says so
    return component.blocks


def stretches_of(blocks: Sequence[Block]) -> list[Stretch]:
    """Blocks as what is compared with marks."""
    return [(block.kind, block.start, block.end) for block in blocks]


def measure(
    documents: Sequence[MarkedDocument], minutes: Path, split: Split
) -> Iterator[tuple[MarkedDocument, Source, Counts]]:
    """Each document that lies unchanged under `minutes`, with its counts; others are left out."""
    for document in documents:
        if source := unchanged(minutes, document.file, document.sha256):
            told = stretches_of(split(source))
            yield document, source, scores.count(source, document.marks, told)


def summary(measured: Measured, by: Callable[[MarkedDocument], str]) -> str:
    """One row a group of documents, and one for all."""
    groups: dict[str, list[Counts]] = {}
    for document, counts in measured:
        groups.setdefault(by(document), []).append(counts)
    groups = dict(sorted(groups.items()))
    if len(groups) > 1:
        groups["all"] = [counts for _, counts in measured]
    return figures(groups)


def figures(groups: Mapping[str, list[Counts]]) -> str:
    """One row a group."""
    head = ["", "documents", "rows", "rows F1 (95%)", "headings F1 (95%)", "agenda item right"]
    head += ["kind right", "rows without remark", "with attendance", "text changed"]
    return table(head, [_row(name, counts) for name, counts in groups.items()])


def _row(name: str, counts: list[Counts]) -> list[str]:
    one = scores.total(counts)
    return [
        name,
        str(len(counts)),
        str(one.gold),
        str(scores.estimate(scores.row_f1, counts)),
        str(scores.estimate(scores.heading_f1, counts)),
        str(scores.estimate(scores.item_share, counts)),
        f"{one.right_kind} of {one.found}",
        f"{one.no_remark} of {one.predicted}",
        str(one.attendance),
        str(one.changed),
    ]


def _misses(source: Source, counts: Counts) -> Iterator[str]:
    told = [("-", *one) for one in counts.misses] + [("+", *one) for one in counts.extra]
    for sign, kind, start, end in sorted(told, key=lambda one: (one[2], one[0])):
        text = " ".join(source.text[start:end].split())
        shown = text if len(text) <= 110 else f"{text[:70]} … {text[-38:]}"
        yield f"{sign} {kind:8} {source.lines.index(source.line_at(start)):>4} {shown}"


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("minutes", type=Path, help="the folder with the real documents")
    parser.add_argument("--data", type=Path, default=LABELS_FOLDER, help="where the marks are")
    parser.add_argument(
        "--part", action="append", required=True, choices=MARKED_PARTS, help="may be repeated"
    )
    parser.add_argument(
        "--rules", action="store_true", help="the rules alone, without the judge of kinds"
    )
    parser.add_argument("--misses", action="store_true", help="say what was missed, by document")
    chosen = parser.parse_args(arguments)
    measured: Measured = []
    split = find_blocks if chosen.rules else shipped_split()
    for document, source, counts in measure(
        read_boundaries(chosen.data, *chosen.part), chosen.minutes, split
    ):
        measured.append((document, counts))
        if chosen.misses:
            shown = [f"\n## {document.id} {document.file} {scores.row_f1(counts):.2f}"]
            sys.stdout.write("\n".join([*shown, *_misses(source, counts)]) + "\n")
    if not measured:
        sys.exit(f"none of the marked documents lies under {chosen.minutes}")
    for by in (lambda d: d.part, lambda d: d.make, lambda d: d.style, lambda d: d.body):
        sys.stdout.write("\n" + summary(measured, by) + "\n")


if __name__ == "__main__":
    main()
