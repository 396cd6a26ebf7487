"""Fetching real minutes from where they were published (here: repositories made on the spot)."""

from __future__ import annotations

import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from notulist.corpus.fetch import Repository, fetch, read_sources
from notulist.corpus.labels import LabelledFile
from notulist.errors import CorpusError

REAL = Path(__file__).parents[2] / "data" / "real"
CONTENT = b"# Verslag\r\n\r\n- Akkoord.\r\n"
FILE = LabelledFile("regio/a.md", "dev", sha256(CONTENT).hexdigest())
needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is absent")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    folder = tmp_path / "published"
    (folder / "ergens anders").mkdir(parents=True)
    (folder / "ergens anders" / "verslag.md").write_bytes(CONTENT)
    (folder / "lees mij.md").write_text("Iets anders.", encoding="utf-8")
    git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@b", "-c"]
    for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "alles"]):
        subprocess.run([*git, "core.autocrlf=false", *words], check=True)
    said = subprocess.run(
        ["git", "-C", str(folder), "rev-parse", "HEAD"], check=True, capture_output=True, text=True
    )
    return Repository(str(folder), said.stdout.strip())


@needs_git
def test_a_file_is_known_by_its_hash_and_put_where_the_table_has_it(
    repository: Repository, tmp_path: Path
) -> None:
    result = fetch([repository], [FILE], tmp_path / "minutes")
    assert (result.found, result.absent, result.failed) == (["regio/a.md"], [], {})
    assert (tmp_path / "minutes" / "regio" / "a.md").read_bytes() == CONTENT


@needs_git
def test_a_file_that_no_repository_holds_is_named(repository: Repository, tmp_path: Path) -> None:
    other = LabelledFile("regio/b.md", "dev", "0" * 64)
    assert fetch([repository], [other], tmp_path).absent == ["regio/b.md"]


@needs_git
def test_a_file_that_is_there_is_left_alone(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "regio").mkdir()
    (tmp_path / "regio" / "a.md").write_text("Van mij.", encoding="utf-8")
    assert fetch([repository], [FILE], tmp_path).found == ["regio/a.md"]
    assert (tmp_path / "regio" / "a.md").read_text(encoding="utf-8") == "Van mij."


@needs_git
def test_a_repository_that_cant_be_fetched_doesnt_stop_the_others(
    repository: Repository, tmp_path: Path
) -> None:
    gone = Repository(str(tmp_path / "weg"), "0" * 40)
    result = fetch([gone, repository], [FILE], tmp_path / "minutes")
    assert list(result.failed) == [gone.address]
    assert result.found == ["regio/a.md"]


def test_without_git_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(CorpusError) as caught:
        fetch([], [FILE], tmp_path)
    assert caught.value.code == "C39"


def test_the_shipped_sources_name_a_commit_of_each_repository() -> None:
    sources = read_sources(REAL)
    assert len(sources) > 10
    assert all(len(source.commit) == 40 for source in sources)
