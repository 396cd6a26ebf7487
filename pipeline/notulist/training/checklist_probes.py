"""What is tried on a classifier, and when it holds: the tables of data/checklist as probes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from notulist.training.checklist_cases import Case, Expectation, Pair
from notulist.training.perturbations import PERTURBATIONS, perturbed

Kind = Literal["MFT", "DIR", "INV", "ABS"]

Weights = Mapping[str, float]
"""The probability of each act, no remark left out."""


@dataclass(frozen=True, slots=True)
class Probe:
    """One thing to try, and what is to come of it."""

    kind: Kind
    capability: str
    before: str
    """The remark to compare with; the same as `text` where there is none."""
    text: str
    expected: tuple[Expectation, ...]
    """All must hold; none: the act stays as it is."""


def probes(cases: Sequence[Case], pairs: Sequence[Pair]) -> list[Probe]:
    """All that is tried: each case, each pair, and each case in each way that leaves its act."""
    made = [
        Probe("MFT", one.capability, one.text, one.text, (Expectation(one.label, "is"),))
        for one in cases
    ]
    made += [Probe("DIR", one.capability, one.before, one.after, one.expected) for one in pairs]
    for name in PERTURBATIONS:
        changed = ((one.text, perturbed(one.text, name)) for one in cases)
        made += [Probe("INV", name, before, text, ()) for before, text in changed if text != before]
    return made


def holds(probe: Probe, before: Weights, after: Weights) -> bool:
    """Whether what came of a probe is what it expects; a probability must move, however little."""
    if not probe.expected:
        return act(before) == act(after)
    for one in probe.expected:
        moved = after[one.label] - before[one.label]
        wanted = {"is": act(after) == one.label, "rises": moved > 0, "falls": moved < 0}
        if not wanted[one.change]:
            return False
    return True


def act(weights: Weights) -> str:
    """The act with the most weight."""
    return max(weights, key=weights.__getitem__)
