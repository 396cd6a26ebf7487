"""What a check of one file gives."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Score:
    """Counts; of many files they add up."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def add(self, other: Score) -> None:
        """Count in another."""
        self.right += other.right
        self.gold += other.gold
        self.found += other.found

    @property
    def precision(self) -> float:
        """Of what was found; 1 where nothing was."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of what is there; 1 where nothing is."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that isn't as the gold has it."""

    problem: str
    expected: str
    got: str


@dataclass
class Result:
    """Of one file."""

    bullets: Score = field(default_factory=Score)
    headings: Score = field(default_factory=Score)
    numbers: Score = field(default_factory=Score)
    """Of the headings found: whether their number is right."""
    agenda: Score = field(default_factory=Score)
    """Of the bullets found: whether they stand under the right heading."""
    text: Score = field(default_factory=Score)
    """Gold texts found whole and in order."""
    cut: Score = field(default_factory=Score)
    """Remarks that a page's end cuts, found exactly."""
    attendance: int = 0
    """Bullets that hold some of the attendance."""
    furniture: int = 0
    """Bullets and headings that hold furniture or a footnote."""
    lost: int = 0
    invented: int = 0
    leaked: int = 0
    """Texts that the file must not show, and that the Source has."""
    failures: list[Failure] = field(default_factory=list)


def short(text: str) -> str:
    """As much of a text as fits on a line: both its ends."""
    text = " ".join(text.split())
    half = _SHOWN // 2
    return text if len(text) <= _SHOWN else f"{text[:half]} … {text[-half:]}"


_SHOWN = 110
