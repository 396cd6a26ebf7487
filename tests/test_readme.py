"""The README does what it says: its commands and its Python run on the sample minutes."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from glob import glob, has_magic
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ (.+)$", README, re.MULTILINE)
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
# CI runs the first two itself, test_wheel installs, and Debian's packages are for who wants them.
ELSEWHERE = {"make demo", "make test", "pip install .", "make ocr-tools"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as the README has it: `minutes` with the sample, a table of bullets, and one of own
    actors."""
    shutil.copytree(ROOT / "data" / "sample" / "minutes", tmp_path / "minutes")
    table = "nr,tekst\n1,De VNG vraagt om uitstel.\n"
    own = "id,label,exact,any_case\nZG,ORG,ZG,zeegroep\n"
    (tmp_path / "mine.csv").write_text(own, encoding="utf-8")
    (tmp_path / "bullets.csv").write_text(table, encoding="utf-8")
    return tmp_path


def test_the_readme_names_the_commands_that_are_run_elsewhere() -> None:
    assert set(COMMANDS) >= ELSEWHERE
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "make demo" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [c for c in COMMANDS if c not in ELSEWHERE])
def test_a_command_of_the_readme_runs(folder: Path, command: str) -> None:
    program, *words = shlex.split(command)
    if "--ocr" in words and not shutil.which("ocrmypdf"):
        pytest.skip("ocrmypdf is absent: make ocr-tools")
    expanded = [
        name
        for word in words
        for name in (sorted(glob(word, root_dir=folder)) if has_magic(word) else [word])
    ]
    ran = subprocess.run(
        [Path(sys.executable).with_name(program), *expanded],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    if "-o" in words:
        assert (folder / words[words.index("-o") + 1]).stat().st_size > 100


@pytest.mark.parametrize("code", PYTHON)
def test_the_python_of_the_readme_runs(folder: Path, code: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "agreement" in ran.stdout
