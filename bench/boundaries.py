"""Our splitter beside others, on real minutes whose rows were marked by readers.

    python bench/boundaries.py MINUTES --data data/real --part dev
    python bench/boundaries.py MINUTES --part dev --peer regex --peer docling=PATH/TO/bin/python

MINUTES is the folder that holds the real documents, which are no part of the project. A peer that
isn't installed is named with how to install it; with NAME=PYTHON it runs in another environment.
Others give text and no places in the file, so rows are matched by text (see `matching`), ours too;
one column has ours by exact places. Others don't tell remarks from names and titles either, so one
column holds no row against a splitter that has nothing of a remark. Seconds are of one pass,
without loading.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import matching
import peers

from notulist.corpus.boundaries import MARKED_PARTS, MarkedDocument, read_boundaries
from notulist.corpus.real import LABELS_FOLDER
from notulist.markdown import table
from notulist.reading import read
from notulist.training import boundary_scores as scores
from notulist.training.boundaries import Split, measure, shipped_split
from notulist.training.boundary_scores import Counts

HERE = Path(__file__).resolve().parent
FEWEST_WORDS = 5
"""Shorter rows of peers, who don't tell names and titles from remarks, are left out: the number
that served each of them best on part train. Ours are taken as they come."""
OFFLINE = {"HF_HUB_OFFLINE": "1", "SCARF_NO_ANALYTICS": "true", "DO_NOT_TRACK": "true"}


@dataclass(slots=True)
class Case:
    """A marked document, its marked rows as text, and our counts by exact places."""

    document: MarkedDocument
    path: Path
    gold: matching.Gold
    exact: Counts


@dataclass(slots=True)
class Run:
    """What one splitter made of the cases that it reads."""

    name: str
    cases: list[Case]
    rows: list[list[str]]
    seconds: float
    exact: bool = False
    notes: list[str] = field(default_factory=list)

    def counts(self, fewest: int = 1) -> list[Counts]:
        """By case, of rows of so many words and more."""
        return [
            matching.count(case.gold, [row for row in rows if len(row.split()) >= fewest])
            for case, rows in zip(self.cases, self.rows, strict=True)
        ]


def cases(documents: Sequence[MarkedDocument], minutes: Path, split: Split) -> list[Case]:
    """The documents that lie under `minutes` unchanged."""
    return [
        Case(document, minutes / document.file, matching.gold(source, document.marks), exact)
        for document, source, exact in measure(documents, minutes, split)
    ]


def run_ours(chosen: Sequence[Case], split: Split) -> Run:
    """Our own reader and splitter."""
    split(read(chosen[0].path))
    start = time.perf_counter()
    rows = [matching.our_rows(read(case.path), split) for case in chosen]
    return Run("notulist", list(chosen), rows, time.perf_counter() - start, exact=True)


def run_peer(name: str, python: str, chosen: Sequence[Case]) -> Run:
    """A peer in a process of its own. Where it is absent the Run has no cases, and a note."""
    peer = __import__(f"peers.{name}", fromlist=["rows"])
    read_by_it = [case for case in chosen if case.document.make in peer.MAKES]
    asked = "\n".join(json.dumps([str(c.path), c.document.make]) for c in read_by_it)
    told = subprocess.run(
        [python, "-m", "peers.child", name],
        cwd=HERE,
        env={**os.environ, **OFFLINE, "PYTHONPATH": ""},
        input=asked,
        capture_output=True,
        text=True,
        check=False,
    )
    answers = [json.loads(line) for line in told.stdout.splitlines()]
    if not answers or "absent" in answers[0]:
        why = answers[0]["absent"] if answers else told.stderr.strip().rpartition("\n")[2]
        return Run(name, [], [], 0.0, notes=[f"not installed ({why}): {peer.INSTALL}"])
    one = Run(name, read_by_it, [], 0.0, notes=[f"{answers[0]['version']}: {peer.HOW}"])
    one.rows = [answer["rows"] for answer in answers[1:]]
    one.seconds = sum(answer["seconds"] for answer in answers[1:])
    for case, answer in zip(read_by_it, answers[1:], strict=False):
        if "failed" in answer:
            one.notes.append(f"failed on {case.document.id}: {answer['failed']}")
    if missing := len(read_by_it) - len(one.rows):
        one.notes.append(f"ended before {missing} documents, which count as empty")
        one.rows += [[]] * missing
    return one


def precision(one: Counts) -> float:
    """Of the predicted rows, the share that was marked so."""
    return one.found / one.predicted if one.predicted else 0.0


def recall(one: Counts) -> float:
    """Of the marked rows, the share that was found."""
    return one.found / one.gold if one.gold else 0.0


def boundary_f1(one: Counts) -> float:
    """F1 of rows where predicted rows that hold nothing of a marked one aren't held against it."""
    return scores.row_f1(replace(one, predicted=one.predicted - one.no_remark))


def report(runs: Sequence[Run]) -> str:
    """One table, a row a splitter, and below it how each was run."""
    head = ["splitter", "documents", "gold rows", "rows", "precision (95%)", "recall (95%)"]
    head += ["F1 (95%)", "F1 pdf", "F1 docx", "F1 md, txt"]
    head += ["F1 of rows with a remark (95%)", "F1 by places (95%)", "seconds"]
    notes = [f"- {one.name}: {note}" for one in runs for note in one.notes]
    notes.append(
        f"- of all but notulist rows of fewer than {FEWEST_WORDS} words are left out, "
        "but not in F1 of rows with a remark"
    )
    return "\n".join([table(head, [_row(one) for one in runs]), "", *notes])


def _row(one: Run) -> list[str]:
    if not one.cases:
        return [one.name, "not installed", *[""] * 11]
    counts = one.counts(1 if one.exact else FEWEST_WORDS)
    whole = scores.total(counts)
    by_make: list[str] = []
    for makes in (("pdf",), ("docx",), ("md", "txt")):
        some = [n for c, n in zip(one.cases, counts, strict=True) if c.document.make in makes]
        by_make.append(f"{scores.row_f1(scores.total(some)):.2f}" if some else "")
    figures: tuple[Callable[[Counts], float], ...] = (precision, recall, scores.row_f1)
    exact = scores.estimate(scores.row_f1, [c.exact for c in one.cases]) if one.exact else ""
    return [
        one.name,
        str(len(one.cases)),
        str(whole.gold),
        str(whole.predicted),
        *(str(scores.estimate(figure, counts)) for figure in figures),
        *by_make,
        str(scores.estimate(boundary_f1, one.counts())),
        str(exact),
        f"{one.seconds:.1f}",
    ]


def beside(ours: Run, other: Run, split: Split) -> Run | None:
    """Ours on the documents of a peer that doesn't read all of them."""
    read_by_it = {case.document.id for case in other.cases}
    if not read_by_it or len(read_by_it) == len(ours.cases):
        return None
    pairs = zip(ours.cases, ours.rows, strict=True)
    kept = [(case, rows) for case, rows in pairs if case.document.id in read_by_it]
    start = time.perf_counter()
    for case, _ in kept:
        matching.our_rows(read(case.path), split)
    seconds = time.perf_counter() - start
    chosen, rows = [case for case, _ in kept], [rows for _, rows in kept]
    return Run(f"notulist, on those of {other.name}", chosen, rows, seconds, exact=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("minutes", type=Path, help="the folder with the real documents")
    parser.add_argument(
        "--data", type=Path, default=LABELS_FOLDER, help="the folder with the marks"
    )
    parser.add_argument("--part", action="append", required=True, choices=MARKED_PARTS)
    parser.add_argument(
        "--peer", action="append", help=f"NAME or NAME=PYTHON, of {', '.join(peers.NAMES)} (all)"
    )
    chosen = parser.parse_args(arguments)
    named = dict.fromkeys(peers.NAMES, "") if chosen.peer is None else {}
    named |= {name: python for name, _, python in (p.partition("=") for p in chosen.peer or ())}
    for name in named:
        if name not in peers.NAMES:
            parser.error(f"no such peer: {name}")
    split = shipped_split()
    found = cases(read_boundaries(chosen.data, *chosen.part), chosen.minutes.resolve(), split)
    if not found:
        sys.exit(f"none of the marked documents lies under {chosen.minutes}")
    ours = run_ours(found, split)
    runs = [ours]
    for name, python in named.items():
        other = run_peer(name, python or sys.executable, found)
        part = beside(ours, other, split)
        runs += [other] if part is None else [other, part]
    print(f"Part {', '.join(chosen.part)}.\n\n{report(runs)}")


if __name__ == "__main__":
    main()
