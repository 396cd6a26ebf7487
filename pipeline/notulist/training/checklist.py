"""What the classifier can be relied on for: its behaviour, capability by capability.

After CheckList (Ribeiro et al. 2020), on the composed sentences of data/checklist: minimum
function (MFT: clear cases), direction (DIR: a change that ought to move the act), invariance
(INV: a change that ought to move nothing) and, beside those, abstention (ABS: what is of no minutes
ought to be for review).

Run as `python -m notulist.training.checklist [--model FOLDER] [--failures NUMBER]`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from notulist.components.classifier import Classifier
from notulist.labels import NONE
from notulist.language import load, model_name
from notulist.markdown import table
from notulist.training.checklist_cases import FOLDER, Passage, read_cases, read_pairs, read_passages
from notulist.training.checklist_probes import Kind, Probe, Weights, act, holds, probes
from notulist.training.engines import classifier_of
from notulist.training.evaluate import predicted
from notulist.training.setup import MODEL

ALLOWED: dict[Kind, float] = {"MFT": 0.03, "DIR": 0.10, "INV": 0.03, "ABS": 0.05}
"""The share of failures that a model may have, by kind."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A probe that failed."""

    probe: Probe
    was: str
    """The act that the model gives to the remark before."""
    found: str
    """The act that it gives to the remark."""

    def __str__(self) -> str:
        one = self.probe
        if one.kind == "ABS":
            return f"“{_on_one_line(one.text)}” is {self.found}, and not for review"
        wanted = ", ".join(map(str, one.expected)) or "the same act"
        after = f"“{_on_one_line(one.text)}” is {self.found}, expected: {wanted}"
        return after if one.text == one.before else f"{after}; “{one.before}” was {self.was}"


@dataclass(frozen=True, slots=True)
class Result:
    """How a model does at one capability."""

    capability: str
    kind: Kind
    cases: int
    failed: tuple[Failure, ...] = ()

    @property
    def failures(self) -> int:
        """How many cases failed."""
        return len(self.failed)

    @property
    def rate(self) -> float:
        """The share that failed."""
        return self.failures / max(self.cases, 1)


def run(classifier: Classifier, folder: str | Path = FOLDER) -> list[Result]:
    """A classifier tried on a folder of sentences, a result a capability. Raises CorpusError."""
    results = tried(classifier, probes(read_cases(folder), read_pairs(folder)))
    return results + abstained(classifier, read_passages(folder))


def tried(classifier: Classifier, tries: Sequence[Probe]) -> list[Result]:
    """A classifier on these probes, a result for each capability of a kind, as they come."""
    weights = _weights(classifier, [text for one in tries for text in (one.before, one.text)])
    by_capability: dict[tuple[Kind, str], list[Probe]] = {}
    for one in tries:
        by_capability.setdefault((one.kind, one.capability), []).append(one)
    results = []
    for (kind, capability), group in by_capability.items():
        failed = [
            Failure(one, act(weights[one.before]), act(weights[one.text]))
            for one in group
            if not holds(one, weights[one.before], weights[one.text])
        ]
        results.append(Result(capability, kind, len(group), tuple(failed)))
    return results


def abstained(classifier: Classifier, passages: Sequence[Passage]) -> list[Result]:
    """Whether passages that are of no minutes are for review; a result a kind of them. One fails
    that is labelled with confidence, as if it were a remark."""
    told = predicted([one.text for one in passages], classifier)
    kept = ~told.none & (told.confidence >= classifier.threshold)
    failed: dict[str, list[Failure]] = {one.kind: [] for one in passages}
    for one, label, bad in zip(passages, told.labels, kept, strict=True):
        if bad:
            failed[one.kind].append(
                Failure(Probe("ABS", one.kind, one.text, one.text, ()), label, label)
            )
    cases = Counter(one.kind for one in passages)
    return [Result(kind, "ABS", cases[kind], tuple(found)) for kind, found in failed.items()]


def totals(results: Iterable[Result]) -> list[Result]:
    """All capabilities of a kind as one, called "all"."""
    by_kind: dict[Kind, list[Result]] = {}
    for one in results:
        by_kind.setdefault(one.kind, []).append(one)
    return [
        Result("all", kind, sum(r.cases for r in group), tuple(f for r in group for f in r.failed))
        for kind, group in by_kind.items()
    ]


def as_table(results: Sequence[Result]) -> str:
    """Markdown: the kinds with what is allowed of each, then the capabilities."""
    kinds = [
        [one.kind, str(one.cases), str(one.failures), f"{one.rate:.1%}", f"{ALLOWED[one.kind]:.0%}"]
        for one in totals(results)
    ]
    rows = [
        [one.kind, one.capability, str(one.cases), str(one.failures), f"{one.rate:.1%}"]
        for one in results
    ]
    parts = [
        table(["", "cases", "failures", "rate", "allowed"], kinds),
        table(["", "capability", "cases", "failures", "rate"], rows),
    ]
    return "\n\n".join(parts)


def as_list(results: Sequence[Result], shown: int) -> str:
    """Markdown: the first failures of each capability; "" where there are none."""
    return "\n\n".join(
        "\n".join([f"{one.kind}, {one.capability}:", "", *(f"- {f}" for f in one.failed[:shown])])
        for one in results
        if one.failed[:shown]
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default=str(MODEL), help="fast, or the folder of a pipeline")
    parser.add_argument("--failures", type=int, default=0, help="how many to show of each kind")
    chosen = parser.parse_args(arguments)
    nlp = load(chosen.model)
    results = run(classifier_of(nlp))
    parts = [f"### {model_name(nlp)}", as_table(results), as_list(results, chosen.failures)]
    sys.stdout.write("\n\n".join(part for part in parts if part) + "\n")


def _weights(classifier: Classifier, texts: Sequence[str]) -> dict[str, Weights]:
    """Of each text; each is read once."""
    distinct = list(dict.fromkeys(texts))
    rows = classifier.weighed(distinct)
    acts = [(at, label) for at, label in enumerate(classifier.labels) if label != NONE]
    return {
        text: {label: float(row[at]) for at, label in acts}
        for text, row in zip(distinct, rows, strict=True)
    }


def _on_one_line(text: str) -> str:
    return text.replace("\n", "⏎")


if __name__ == "__main__":
    main()
