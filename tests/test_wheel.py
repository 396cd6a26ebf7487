"""The built wheel is enough: an empty environment, any folder, no checkout."""

from __future__ import annotations

import csv
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    words = ["-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)]
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
    (path,) = folder.glob("notulist-*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an environment that holds the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("env with space")
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    constraints = ROOT / "constraints.txt"
    words = ["-m", "pip", "install", "--quiet", "-c", str(constraints), str(wheel)]
    subprocess.run([scripts / "python", *words], check=True, capture_output=True)
    return scripts


@pytest.mark.slow
@pytest.mark.parametrize("model", [[], ["--model", "fast"]], ids=["default", "fast"])
def test_it_classifies_from_any_folder(installed: Path, tmp_path: Path, model: list[str]) -> None:
    minutes = "1. Opening\n• De VNG vraagt het Rijk om uitstel.\n"
    (tmp_path / "verslag.txt").write_text(minutes, encoding="utf-8")
    words = ["classify", "verslag.txt", "-o", "uit.csv", *model]
    subprocess.run([installed / "notulist", *words], cwd=tmp_path, check=True, capture_output=True)
    with (tmp_path / "uit.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["holder"], row["label"]) == ("VNG", "request")


@pytest.mark.slow
def test_it_brings_no_torch(installed: Path) -> None:
    listed = subprocess.run(
        [installed / "python", "-m", "pip", "list"], check=True, capture_output=True, text=True
    )
    assert "torch" not in listed.stdout
