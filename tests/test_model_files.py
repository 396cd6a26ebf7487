"""Where a model lies, and what its files say, without loading it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

import notulist
from notulist.errors import ModelError
from notulist.model_files import folder_of, name_of, read_card, read_meta

MODELS = Path(__file__).parents[1] / "models"


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    """A pipeline without components."""
    spacy.blank("nl_minutes").to_disk(tmp_path / "blank")
    return tmp_path / "blank"


def refused(model: str | Path | None) -> ModelError:
    with pytest.raises(ModelError) as caught:
        notulist.load(model)
    return caught.value


@pytest.mark.parametrize(("model", "name"), [(None, "nl_notulist"), ("fast", "nl_notulist_fast")])
def test_a_shipped_model_is_known_by_its_name(model: str | None, name: str) -> None:
    assert folder_of(model) == MODELS / name
    assert name_of(read_meta(folder_of(model))) == f"{name}-{notulist.__version__}"


def test_its_files_say_what_the_loaded_pipeline_says() -> None:
    nlp = notulist.load("fast")
    meta = read_meta(folder_of("fast"))
    assert (nlp.path, nlp.pipe_names) == (folder_of("fast"), meta["pipeline"])


def test_a_folder_is_known_by_its_path(blank: Path) -> None:
    assert folder_of(blank) == folder_of(str(blank)) == blank


def test_an_installed_package_is_known_by_its_name(
    blank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site" / "nl_proef"
    inside = package / "nl_minutes_proef-1.0"
    inside.parent.mkdir(parents=True)
    meta = read_meta(blank) | {"name": "proef", "version": "1.0"}
    blank.rename(inside)
    for folder in (package, inside):
        (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    (package / "__init__.py").touch()
    known = tmp_path / "site" / "nl_proef-1.0.dist-info"
    known.mkdir()
    (known / "METADATA").write_text("Name: nl_proef\nVersion: 1.0\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "site")
    assert folder_of("nl_proef") == inside
    assert notulist.load("nl_proef").meta["name"] == "proef"


@pytest.mark.parametrize("file", ["meta.json", "config.cfg"])
def test_a_folder_without_one_of_them_holds_no_model(blank: Path, file: str) -> None:
    (blank / file).unlink()
    error = refused(blank)
    assert error.code == "M10"
    assert f"there is no {(blank / file).as_posix()}" in str(error)


@pytest.mark.parametrize("name", ["weg", "pytest", "", "."])
def test_what_is_no_model_is_said_in_one_language(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    error = refused(name)
    assert error.code == "M10"
    assert "meta.json bestaat niet" in error.in_language("nl")
    assert "E050" not in error.in_language("nl")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"name": "proef"}'])
def test_a_meta_that_tells_nothing_is_refused(blank: Path, text: str) -> None:
    (blank / "meta.json").write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=r"meta\.json") as caught:
        read_meta(blank)
    assert caught.value.code == "M11"


def test_a_config_that_spacy_cant_read_is_refused(blank: Path) -> None:
    (blank / "config.cfg").write_text("[nlp\n", encoding="utf-8")
    assert refused(blank).code == "M11"


def test_a_model_without_a_card_is_refused(blank: Path) -> None:
    with pytest.raises(ModelError) as caught:
        read_card(blank)
    assert caught.value.code == "M02"


@pytest.mark.parametrize(("command", "says"), [("info", "nl_notulist"), ("card", "# nl_notulist")])
def test_a_command_that_only_tells_of_a_model_loads_none(command: str, says: str) -> None:
    code = (
        f"import sys; sys.argv = ['notulist', '{command}']\n"
        "from notulist.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(sorted({'spacy', 'sklearn', 'onnxruntime'} & set(sys.modules)), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert says in ran.stdout
    assert ran.stderr.strip() == "[]"
