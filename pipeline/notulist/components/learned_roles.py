"""The ranker of holders: which of the parties that a remark names speaks or acts in it.

A logistic regression over the signs of `role_features`, kept as a weight for each, since that is
all there is to it: a JSON file that a person can read and that needs no library.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

from notulist.components.role_features import Remark, Table, candidates, signs_of
from notulist.components.scanning import Parties
from notulist.errors import ModelError
from notulist.labels import NIL

FORMAT = 1
"""Version of what `dump` writes; raise it when an older notulist can't read it."""
FILE = "holders.json"
_STEEPEST = 30.0


@dataclass(frozen=True, slots=True)
class Ranker:
    """A fitted regression."""

    bias: float
    weights: Mapping[str, float]
    """By sign; one that it lacks says nothing."""

    def probability(self, signs: Iterable[str]) -> float:
        """That a candidate with these signs holds the remark."""
        told = self.bias + sum(self.weights.get(sign, 0.0) for sign in signs)
        return 1 / (1 + exp(-max(min(told, _STEEPEST), -_STEEPEST)))


def ranked(remark: Remark, table: Table, ranker: Ranker, thresholds: Sequence[float]) -> Parties:
    """The holders of a remark, in order of appearance; () for none.

    thresholds: what the likeliest candidate must reach where no rule took it, and each other where
    one did; what the likeliest must where one did; what each other must without one; and the
    likeliest without one where nobody knows it.
    """
    new, ruled, further, unknown = thresholds
    held = remark.held
    scores = {
        party: ranker.probability(signs_of(remark, party, table)) for party in candidates(remark)
    }
    enough = {p: ruled if p in held else unknown if p == NIL else new for p in scores}
    if NIL in scores and scores[NIL] < enough[NIL]:
        del scores[NIL]  # it stands in nobody's way
    if not scores:
        return ()
    likeliest = max(scores, key=lambda party: scores[party])  # of two alike the first
    if scores[likeliest] < enough[likeliest]:
        return ()
    return tuple(
        party
        for party, score in scores.items()
        if party == likeliest or score >= (new if party in held else further)
    )


def dump(ranker: Ranker) -> str:
    """A ranker as JSON; the same ranker gives the same text."""
    told = {"format": FORMAT, "bias": ranker.bias, "weights": dict(sorted(ranker.weights.items()))}
    return json.dumps(told, ensure_ascii=False, indent=0) + "\n"


def parse(text: str, folder: str) -> Ranker:
    """The ranker of `dump`. folder: where it came from, for the message.

    Raises ModelError M11 for what is no such text, M04 for another format.
    """
    try:
        told: dict[str, Any] = json.loads(text)
        found = told["format"]
        if found == FORMAT:
            weights = {str(sign): float(weight) for sign, weight in told["weights"].items()}
            return Ranker(float(told["bias"]), weights)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ModelError("M11", name=folder, file=FILE, cause=error) from error
    raise ModelError("M04", folder=folder, found=found, expected=FORMAT)


def write(ranker: Ranker, folder: Path) -> None:
    """Write a ranker into `folder`, which is made where it is absent."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text(dump(ranker), encoding="utf-8", newline="\n")


def read(folder: Path) -> Ranker:
    """What `write` wrote. Raises ModelError M02 where it isn't there, and `parse`'s."""
    try:
        text = (folder / FILE).read_text(encoding="utf-8")
    except OSError as error:
        raise ModelError("M02", folder=folder, file=FILE) from error
    return parse(text, str(folder))
