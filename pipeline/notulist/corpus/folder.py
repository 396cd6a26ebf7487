"""A folder of authored minutes: reading it, and checking all of it at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from notulist.corpus.authored import Minutes, parse, read
from notulist.errors import CorpusError


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the corpus to mend."""

    file: Path
    line: int | None
    """From 1; None where it is about the whole file."""
    error: CorpusError
    """Its text says what to do, in English and in Dutch."""


def load(folder: str | Path) -> list[Minutes]:
    """All minutes of a folder, by name of file. Raises CorpusError for the first that is wrong."""
    minutes = [parse(path) for path in paths(folder)]
    problems = _duplicates([(path, m) for path, m in zip(paths(folder), minutes, strict=True)])
    if problems:
        raise problems[0].error
    return minutes


def check(folder: str | Path) -> list[Problem]:
    """All that is wrong in a folder, by file and line; empty where it is fine."""
    problems: list[Problem] = []
    good: list[tuple[Path, Minutes]] = []
    for path in paths(folder):
        minutes, errors = read(path)
        problems += [Problem(path, _line(error), error) for error in errors]
        if minutes:
            good.append((path, minutes))
    return problems + _duplicates(good)


def paths(folder: str | Path) -> list[Path]:
    """The files of a corpus, sorted, subfolders included. Raises CorpusError C12 without any."""
    found = sorted(Path(folder).rglob("*.txt"))
    if not found:
        raise CorpusError("C12", file=folder)
    return found


def _duplicates(minutes: list[tuple[Path, Minutes]]) -> list[Problem]:
    seen: dict[str, Path] = {}
    problems = []
    for path, one in minutes:
        if one.id in seen:
            error = CorpusError("C02", file=path, id=one.id, other=seen[one.id])
            problems.append(Problem(path, None, error))
        seen.setdefault(one.id, path)
    return problems


def _line(error: CorpusError) -> int | None:
    line = error.values.get("line")
    return line if isinstance(line, int) else None
