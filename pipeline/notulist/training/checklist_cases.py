"""The tables of data/checklist: clear cases of an act, pairs, and names to put into them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from notulist.corpus.tables import odd_value, read_table
from notulist.labels import LABELS
from notulist.training.setup import CHECKOUT

FOLDER = CHECKOUT / "data" / "checklist"
CASES_FILE = "mft.csv"
PAIRS_FILE = "dir.csv"
ACTORS_FILE = "actors.csv"
ABSTAIN_FILE = "abstain.csv"

Change = Literal["is", "rises", "falls"]
CHANGES: tuple[Change, ...] = get_args(Change)


@dataclass(frozen=True, slots=True)
class Case:
    """A remark whose act no careful reader of the codebook would doubt."""

    text: str
    label: str
    capability: str


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is to become of one act."""

    label: str
    change: Change
    """"is": the act is this one. "rises", "falls": its probability does, compared with before."""

    def __str__(self) -> str:
        return self.label if self.change == "is" else f"{self.label} {self.change}"


@dataclass(frozen=True, slots=True)
class Pair:
    """A remark before and after one change, and what the change is to do."""

    before: str
    after: str
    expected: tuple[Expectation, ...]
    capability: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Something that is of no minutes."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class ActorName:
    """A name that others of its kind can stand in for."""

    kind: str
    article: str
    """"de" or "het", "" where the kind goes without; all of a kind have one, or none."""
    name: str


def read_cases(folder: str | Path = FOLDER) -> list[Case]:
    """The cases of a folder, as they stand in its table.

    Raises CorpusError as `read_table`, C14 for a label that there is not.
    """
    path = Path(folder) / CASES_FILE
    cases = []
    for line, row in read_table(path, ("text", "label", "capability")):
        if row["label"] not in LABELS:
            raise odd_value(path, line, "label", row["label"], LABELS)
        cases.append(Case(row["text"], row["label"], row["capability"]))
    return cases


def read_pairs(folder: str | Path = FOLDER) -> list[Pair]:
    """The pairs of a folder, as they stand in its table.

    Raises CorpusError as `read_table`, C14 for an expectation that is neither "request" nor
    "request rises" nor "request falls", or more of these with commas between them.
    """
    path = Path(folder) / PAIRS_FILE
    pairs = []
    for line, row in read_table(path, ("before", "after", "expected", "capability")):
        expected = _expectations(row["expected"])
        if not expected:
            allowed = [f"{label} rises" for label in LABELS]
            raise odd_value(path, line, "expected", row["expected"], [*LABELS, *allowed])
        pairs.append(Pair(row["before"], row["after"], expected, row["capability"]))
    return pairs


def read_actors(folder: str | Path = FOLDER) -> list[ActorName]:
    """The names of a folder, as they stand in its table. Raises CorpusError as `read_table`."""
    rows = read_table(Path(folder) / ACTORS_FILE, ("kind", "article", "name"))
    return [ActorName(row["kind"], row["article"], row["name"]) for _, row in rows]


def read_passages(folder: str | Path = FOLDER) -> list[Passage]:
    """The passages of a folder that are of no minutes; none where it has no table of them. Raises
    CorpusError as `read_table`."""
    path = Path(folder) / ABSTAIN_FILE
    rows = read_table(path, ("kind", "text")) if path.is_file() else ()
    return [Passage(row["text"], row["kind"]) for _, row in rows]


def _expectations(written: str) -> tuple[Expectation, ...]:
    """Empty where one of them can't be read."""
    found = []
    for part in written.split(","):
        label, _, wanted = part.strip().partition(" ")
        change = next((change for change in CHANGES if change == (wanted or "is")), None)
        if label not in LABELS or change is None:
            return ()
        found.append(Expectation(label, change))
    return tuple(found)
