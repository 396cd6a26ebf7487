"""Where outputs go: refused before the work, replaced whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from notulist.errors import ExportError
from notulist.export import check_writable, read_rows, write
from notulist.export.files import replacing
from notulist.records import Row


def code_of(path: Path) -> str:
    with pytest.raises(ExportError) as caught:
        check_writable(path)
    assert str(path) in str(caught.value)
    assert str(path) in caught.value.in_language("nl")
    return caught.value.code


def write_half(path: Path, error: type[BaseException]) -> None:
    with replacing(path) as beside:
        beside.write_text("half")
        raise error


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx", "out.parquet", "out.jsonl", "OUT.CSV"])
def test_checking_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    check_writable(tmp_path / name)
    assert names(tmp_path) == []


def test_checking_leaves_an_existing_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("before")
    check_writable(path)
    assert path.read_text() == "before"


@pytest.mark.parametrize("name", ["out.txt", "out", "out.xls", ".csv"])
def test_an_unknown_suffix_is_refused(tmp_path: Path, name: str) -> None:
    assert code_of(tmp_path / name) == "X01"


def test_the_refusal_names_the_suffixes_that_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"'\.txt'.*\.csv, \.xlsx, \.parquet, \.jsonl"):
        check_writable(tmp_path / "out.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out.csv").mkdir()
    assert code_of(tmp_path / "out.csv") == "X02"


def test_an_absent_folder_is_refused(tmp_path: Path) -> None:
    assert code_of(tmp_path / "absent" / "out.csv") == "X03"


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert code_of(tmp_path / "file" / "out.csv") in {"X03", "X04"}


def test_a_read_only_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.touch(mode=0o444)
    assert code_of(path) == "X04"


def test_a_name_that_the_disk_refuses_is_refused(tmp_path: Path) -> None:
    assert code_of(tmp_path / ("a" * 300 + ".csv")) == "X04"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_without_permission_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        assert code_of(tmp_path / "out.csv") == "X04"
    finally:
        tmp_path.chmod(0o755)


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_after_a_failure_the_old_output_stands_alone(
    tmp_path: Path, error: type[BaseException]
) -> None:
    path = tmp_path / "out.csv"
    path.write_text("before")
    with pytest.raises(error):
        write_half(path, error)
    assert path.read_text() == "before"
    assert names(tmp_path) == ["out.csv"]


def test_a_disk_that_fails_is_an_export_error(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"X05.*No space left"), replacing(tmp_path / "out.csv"):
        raise OSError(28, "No space left on device")
    assert names(tmp_path) == []


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "parquet", "jsonl"])
def test_an_output_is_replaced_and_nothing_else_is_left(
    tmp_path: Path, bullet: Callable[..., Row], suffix: str
) -> None:
    path = tmp_path / f"out.{suffix}"
    path.write_text("before")
    assert write([bullet()], path) == []
    assert not path.read_bytes().startswith(b"before")
    assert names(tmp_path) == [path.name]


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path, bullet: Callable[..., Row]) -> None:
    path = tmp_path / "out.csv"
    path.touch()
    path.chmod(0o640)
    write([bullet()], path)
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path, bullet: Callable[..., Row]) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    write([bullet()], tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text().startswith("bullet_id,")


def test_writing_refuses_before_it_starts(tmp_path: Path, bullet: Callable[..., Row]) -> None:
    with pytest.raises(ExportError) as caught:
        write([bullet()], tmp_path / "absent" / "out.csv")
    assert caught.value.code == "X03"


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "parquet", "jsonl"])
def test_a_row_without_a_number_is_written_in_each_format(
    tmp_path: Path, bullet: Callable[..., Row], suffix: str
) -> None:
    path = tmp_path / f"out.{suffix}"
    write([bullet(bullet_number=None, kind="heading", label=None), bullet(bullet_number=7)], path)
    read = {
        "csv": read_rows,
        "xlsx": read_rows,
        "parquet": pd.read_parquet,
        "jsonl": lambda path: pd.read_json(path, lines=True),
    }[suffix]
    numbers = read(path)["bullet_number"]
    assert numbers.isna().tolist() == [True, False]
    assert numbers[1] == 7
