"""A folder of authored minutes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from notulist.corpus.authored import Minutes, parse
from notulist.errors import CorpusError


def load(folder: str | Path) -> list[Minutes]:
    """All minutes of a folder, by name of file. Raises CorpusError for the first that is wrong."""
    minutes = [(path, parse(path)) for path in paths(folder)]
    for _, problem in duplicates(minutes):
        raise problem
    return [one for _, one in minutes]


def paths(folder: str | Path) -> list[Path]:
    """The files of a corpus, sorted, subfolders included. Raises CorpusError C12 without any."""
    found = sorted(Path(folder).rglob("*.txt"))
    if not found:
        raise CorpusError("C12", file=folder)
    return found


def duplicates(minutes: Iterable[tuple[Path, Minutes]]) -> list[tuple[Path, CorpusError]]:
    """Each file whose id an earlier one has too, with its error C02."""
    seen: dict[str, Path] = {}
    problems = []
    for path, one in minutes:
        if one.id in seen:
            problems.append((path, CorpusError("C02", file=path, id=one.id, other=seen[one.id])))
        seen.setdefault(one.id, path)
    return problems
