"""From what a user names to the files to read."""

from __future__ import annotations

import io
import os
import pickle
import zipfile
from pathlib import Path

import pytest
from builders import pdf, rows, word

from notulist.errors import ReadError
from notulist.reading import files
from notulist.reading.files import Input, find

ENCRYPTED_FLAG = 1


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"tekst van " + name.encode())


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def shown(*paths: str) -> list[str]:
    """The names of what is found, and the codes of what isn't."""
    return [found.name if isinstance(found, Input) else found.code for found in find(paths)]


def test_a_file_is_found_under_the_name_it_was_given(here: Path) -> None:
    make(here, "map één/verslag 1.txt")
    (found,) = find(["map één/verslag 1.txt"])
    assert isinstance(found, Input)
    assert found.name == "map één/verslag 1.txt"
    assert found.load() == "tekst van map één/verslag 1.txt".encode()
    assert found.read().text.startswith("tekst")


def test_a_folder_gives_all_that_can_be_read_at_any_depth_sorted(here: Path) -> None:
    make(here, "m/b.txt", "m/a.PDF", "m/c/d.docx", "m/c/e.md", "m/foto.jpg", "m/x.csv")
    assert shown("m") == ["m/a.PDF", "m/b.txt", "m/c/d.docx", "m/c/e.md"]


@pytest.mark.parametrize(
    "extension",
    [
        *("doc", "DOC", "docm", "rtf", "msg", "pages", "wpd", "wps", "xps"),
        *("ppt", "pptx", "epub", "tif", "tiff"),
    ],
)
def test_a_document_that_cannot_be_read_is_an_error_in_its_place(
    here: Path, extension: str
) -> None:
    make(here, "m/a.txt", f"m/b.{extension}", "m/c.txt")
    (here / "z.zip").write_bytes(zipped({"a.txt": b"x", f"m/b.{extension}": b"x"}))
    assert shown("m") == shown("m/*") == ["m/a.txt", "R07", "m/c.txt"]
    assert shown("z.zip") == ["z.zip/a.txt", "R07"]
    error = list(find(["z.zip"]))[1]
    assert isinstance(error, ReadError)
    assert error.values["name"] == f"z.zip/m/b.{extension}"


@pytest.mark.parametrize(
    "name", ["a.jpg", "a.png", "a.csv", "a.xlsx", "a.json", "a.txt~", ".a.doc", "~$a.doc", "a"]
)
def test_other_strays_are_passed_over(here: Path, name: str) -> None:
    make(here, f"m/{name}", "m/x.txt")
    (here / "z.zip").write_bytes(zipped({name: b"x", "x.txt": b"x"}))
    assert shown("m", "z.zip") == ["m/x.txt", "z.zip/x.txt"]


def test_a_document_that_cannot_be_read_is_told_once(here: Path) -> None:
    make(here, "m/a.doc", "m/b.txt")
    assert shown("m/a.doc", "m", "m/*.doc", "./m") == ["R07", "m/b.txt"]


def test_hidden_files_and_locks_are_passed_over(here: Path) -> None:
    make(here, "m/.a.txt", "m/~$b.docx", "m/__MACOSX/c.txt", "m/.git/d.md", "m/e.txt")
    assert shown("m") == ["m/e.txt"]


def test_a_pattern_gives_what_it_matches(here: Path) -> None:
    make(here, "m/a.txt", "m/b.txt", "m/c.pdf", "m/x.csv", "m/n/d.txt")
    assert shown("m/*.txt") == ["m/a.txt", "m/b.txt"]
    assert shown("m/*") == ["m/a.txt", "m/b.txt", "m/c.pdf", "m/n/d.txt"]
    assert shown("m/**/*.txt") == ["m/a.txt", "m/b.txt", "m/n/d.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(here: Path) -> None:
    make(here, "verslag [1].txt", "verslag 1.txt")
    assert shown("verslag [1].txt") == ["verslag [1].txt"]


def test_a_file_named_twice_comes_once(here: Path) -> None:
    make(here, "m/a.txt", "m/b.txt")
    os.symlink(here / "m" / "a.txt", here / "m" / "c.txt")
    assert shown("m/b.txt", "m", "m/*.txt", str(here / "m")) == ["m/b.txt", "m/a.txt"]


def test_what_is_wrong_comes_in_its_place(here: Path) -> None:
    make(here, "a.txt", "b.doc", "c.txt", "leeg/x.csv")
    paths = ["a.txt", "nix.txt", "b.doc", "leeg", "n*.txt", "a\0.txt", "c.txt"]
    assert shown(*paths) == ["a.txt", "R01", "R07", "R08", "R08", "R01", "c.txt"]


def test_an_archive_gives_its_members_sorted(here: Path) -> None:
    members = {"b/twee.txt": b"2", "b/een.docx": word("1"), "foto.jpg": b"x", "ander.zip": b"x"}
    members |= {"__MACOSX/._een.txt": b"x", ".hidden/a.txt": b"x", "b/~$een.docx": b"x"}
    (here / "z.zip").write_bytes(zipped(members))
    assert shown("z.zip") == ["R14", "z.zip/b/een.docx", "z.zip/b/twee.txt"]
    texts = [found.read().text for found in find(["z.zip"]) if isinstance(found, Input)]
    assert texts == ["1", "2"]


def test_an_archive_in_a_folder_is_looked_into(here: Path) -> None:
    make(here, "m/a.txt")
    (here / "m" / "z.zip").write_bytes(zipped({"c.pdf": pdf(rows("x"))}))
    (here / "m" / "y.zip").write_bytes(zipped({"foto.jpg": b"x"}))
    assert shown("m") == ["m/a.txt", "m/z.zip/c.pdf"]


@pytest.mark.parametrize(
    ("member", "name"),
    [
        ("../../weg.txt", "z.zip/weg.txt"),
        ("/etc/x.txt", "z.zip/etc/x.txt"),
        ("a\\b.txt", "z.zip/a/b.txt"),
        ("./één.txt", "z.zip/één.txt"),
    ],
)
def test_names_in_an_archive_lead_nowhere(here: Path, member: str, name: str) -> None:
    (here / "z.zip").write_bytes(zipped({member: b"x"}))
    assert shown("z.zip") == [name]
    assert sorted(path.name for path in here.rglob("*")) == ["z.zip"]


def test_utf8_names_without_their_flag_are_read(here: Path) -> None:
    data = zipped({"één.txt": b"x"})
    unmarked = bytearray(data)
    for header, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        unmarked[data.index(header) + at + 1] &= ~0x08
    (here / "z.zip").write_bytes(unmarked)
    assert shown("z.zip") == ["z.zip/één.txt"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"geen zip", "R05"),
        (b"", "R05"),
        (zipped({"a.txt": b"x"})[:-30], "R05"),
        (zipped({}), "R08"),
        (zipped({"a.csv": b"x"}), "R08"),
    ],
)
def test_a_bad_archive_is_one_error_and_the_rest_goes_on(
    here: Path, data: bytes, code: str
) -> None:
    make(here, "a.txt")
    (here / "z.zip").write_bytes(data)
    assert shown("z.zip", "a.txt") == [code, "a.txt"]


def test_an_encrypted_member_is_an_error_in_its_place(here: Path) -> None:
    data = bytearray(zipped({"a.txt": b"x", "b.txt": b"y"}))
    data[data.index(b"PK\x01\x02") + 8] |= ENCRYPTED_FLAG
    (here / "z.zip").write_bytes(data)
    assert shown("z.zip") == ["R12", "z.zip/b.txt"]


def test_a_member_that_is_broken_inside_is_an_error_when_loaded(here: Path) -> None:
    data = bytearray(zipped({"a.txt": b"tekst " * 99, "b.txt": b"y"}))
    data[40] ^= 0xFF
    (here / "z.zip").write_bytes(data)
    broken, good = find(["z.zip"])
    assert isinstance(broken, Input)
    with pytest.raises(ReadError) as error:
        broken.load()
    assert (error.value.code, error.value.values["name"]) == ("R05", "z.zip/a.txt")
    assert isinstance(good, Input)
    assert good.load() == b"y"


def test_absurdly_large_members_and_archives_are_errors(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "z.zip").write_bytes(zipped({"a.txt": b"0" * 5000, "b.txt": b"0" * 50}))
    monkeypatch.setattr(files, "MOST_MEMBER_BYTES", 1000)
    assert shown("z.zip") == ["R13", "z.zip/b.txt"]
    monkeypatch.setattr(files, "MOST_ARCHIVE_BYTES", 5000)
    assert shown("z.zip") == ["R13"]


def test_a_file_that_is_gone_when_loaded_is_an_error(here: Path) -> None:
    make(here, "a.txt")
    (found,) = find(["a.txt"])
    (here / "a.txt").unlink()
    assert isinstance(found, Input)
    with pytest.raises(ReadError) as error:
        found.load()
    assert error.value.code == "R01"


def test_an_input_can_go_to_another_process(here: Path) -> None:
    (here / "z.zip").write_bytes(zipped({"a.txt": b"x"}))
    (found,) = find(["z.zip"])
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301  (made here)
