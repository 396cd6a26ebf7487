"""Fetching the real minutes from where their bodies published them, as data/real/sources.csv says.

The one part of notulist that goes to the network, and only when it is asked to.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from notulist.corpus.labels import LabelledFile
from notulist.corpus.tables import read_table
from notulist.errors import CorpusError

SOURCES = "sources.csv"


@dataclass(frozen=True, slots=True)
class Repository:
    """Where documents were published, as git knows it."""

    address: str
    commit: str
    """The version in which they were read."""


@dataclass(slots=True)
class Fetched:
    """What came of fetching."""

    found: list[str] = field(default_factory=list)
    """Files that now stand in the folder."""
    absent: list[str] = field(default_factory=list)
    """Files that no repository held."""
    failed: dict[str, str] = field(default_factory=dict)
    """Addresses that git couldn't fetch, and what it said."""


def read_sources(folder: str | Path) -> list[Repository]:
    """The repositories of a folder's sources.csv.

    Raises CorpusError: C05, C09, C27, C28 as `read_table`.
    """
    rows = read_table(Path(folder) / SOURCES, ("repository", "commit"))
    return [Repository(row["repository"], row["commit"]) for _, row in rows]


def fetch(
    repositories: Iterable[Repository], files: Iterable[LabelledFile], minutes: Path
) -> Fetched:
    """Put the labelled files into the folder `minutes`, each at the path that its table names.

    A file of a repository is known by its hash, wherever it stands there. Files that `minutes`
    holds already are left alone. Raises CorpusError C39 where git isn't installed.
    """
    git = shutil.which("git")
    if git is None:
        raise CorpusError("C39")
    wanted = {file.sha256: file.file for file in files}
    result = Fetched()
    for digest, name in list(wanted.items()):
        if (minutes / name).is_file():
            result.found.append(name)
            del wanted[digest]
    for repository in repositories if wanted else ():
        with TemporaryDirectory() as folder:
            if problem := _check_out(git, repository, Path(folder)):
                result.failed[repository.address] = problem
                continue
            for digest, path in _matching(Path(folder), wanted):
                target = minutes / wanted.pop(digest)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
                result.found.append(target.relative_to(minutes).as_posix())
    result.absent = sorted(wanted.values())
    return result


def _matching(folder: Path, wanted: Mapping[str, str]) -> Iterator[tuple[str, Path]]:
    """The files below a folder whose hash is wanted, each hash once."""
    seen: set[str] = set()
    for path in sorted(folder.rglob("*")):
        if ".git" in path.relative_to(folder).parts or not path.is_file() or path.is_symlink():
            continue
        digest = sha256(path.read_bytes()).hexdigest()
        if digest in wanted and digest not in seen:
            seen.add(digest)
            yield digest, path


def _check_out(git: str, repository: Repository, folder: Path) -> str:
    """Fetch one commit into a folder; what git said where it couldn't, else ""."""
    for words in (
        ["init", "--quiet"],
        ["fetch", "--quiet", "--depth=1", "--", repository.address, repository.commit],
        ["checkout", "--quiet", "FETCH_HEAD"],
    ):
        # The address comes from our own table; "--" keeps it from being taken for an option.
        ran = subprocess.run(  # noqa: S603
            [git, "-C", str(folder), "-c", "core.autocrlf=false", *words],
            capture_output=True,
            text=True,
            check=False,
        )
        if ran.returncode:
            return (ran.stderr.strip().splitlines() or ["git failed"])[-1]
    return ""
