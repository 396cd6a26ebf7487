"""Plain text: encodings, lines, and what is refused."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notulist.errors import ReadError, notice
from notulist.reading import read, read_bytes
from notulist.reading.source import Source
from notulist.reading.text import decode

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\f\v\t –é€"))


def shown(source: Source) -> list[str]:
    return [source.text[line.start : line.end] for line in source.lines]


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"een", "een", "utf-8"),
        ("één".encode(), "één", "utf-8"),
        (b"\xef\xbb\xbf" + "één".encode(), "één", "utf-8-sig"),
        (b"\xff\xfe" + "één".encode("utf-16-le"), "één", "utf-16-le"),
        (b"\xfe\xff" + "één".encode("utf-16-be"), "één", "utf-16-be"),
        ("één stap".encode("utf-16-le"), "één stap", "utf-16-le"),
        ("één stap".encode("utf-16-be"), "één stap", "utf-16-be"),
        (b"\x80 5 \x96 \x91caf\xe9\x92", "€ 5 – ‘café’", "cp1252"),
        (b"na\x9def", "na\x9def", "cp1252"),
    ],
)
def test_encoding_is_found(data: bytes, text: str, encoding: str) -> None:
    source = read_bytes(data, "a.txt")
    assert (source.text, source.encoding) == (text, encoding)


def test_one_broken_byte_leaves_the_rest_utf8() -> None:
    source = read_bytes("privé, café, coördinatie, ".encode() + b"idee\xebn", "a.txt")
    assert source.text == "privé, café, coördinatie, ideeën"
    assert source.encoding == "utf-8"
    assert "read as cp1252" in str(source.warnings[0])


def test_utf16_with_half_a_character_at_the_end_is_read_with_a_warning() -> None:
    source = read_bytes(b"\xff\xfe" + "twee".encode("utf-16-le") + b"x", "a.txt")
    assert source.text == "twee\ufffd"
    assert source.warnings


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb", ["a", "b"]),
        ("a\r\nb\rc", ["a", "b", "c"]),
        ("a\n\nb\n", ["a", "", "b"]),
        ("a\fb", ["a", "b"]),
        ("a\n\fb", ["a", "b"]),
        ("a\r\n\r\n\fb", ["a", "", "b"]),
        ("a\vb\u2028c", ["a", "b", "c"]),
        ("  a  ", ["  a  "]),
    ],
)
def test_lines_end_at_every_kind_of_break(text: str, lines: list[str]) -> None:
    source = read_bytes(text.encode(), "a.txt")
    assert source.text == text
    assert shown(source) == lines


def test_unit_is_the_line_and_index_the_place_in_it() -> None:
    source = read_bytes(b"een\n\ntwee", "a.txt")
    assert [(line.unit, line.index) for line in source.lines] == [(0, 0), (1, 0), (2, 0)]
    assert source.anchor(source.text.index("wee")) == (2, 1)


def test_hash_is_that_of_the_bytes() -> None:
    data = b"\xef\xbb\xbfeen"
    assert read_bytes(data, "a.txt").sha256 == hashlib.sha256(data).hexdigest()


@given(TEXTS)
def test_text_survives_and_lines_cover_it(text: str) -> None:
    data = b"\xef\xbb\xbf" + text.encode()
    if not text.strip():
        with pytest.raises(ReadError, match="R02"):
            read_bytes(data, "a.txt")
        return
    source = read_bytes(data, "a.txt")
    assert source.text == text
    held = [i for line in source.lines for i in range(line.start, line.end)]
    assert held == sorted(set(held))
    assert all(i in set(held) for i, c in enumerate(text) if not c.isspace())
    assert not any(c in "\n\r\f\v" for line in shown(source) for c in line)


@given(st.binary())
def test_any_bytes_decode_to_as_much_text_as_they_hold(data: bytes) -> None:
    text, encoding, warnings = decode(data)
    if encoding == "cp1252":
        assert len(text) == len(data)
    elif encoding == "utf-8" and not warnings:
        assert text.encode() == data
    else:
        assert len(text) >= (len(data) - 4) // 4


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_nothing_but_white_space_is_empty(data: bytes) -> None:
    with pytest.raises(ReadError) as error:
        read_bytes(data, "leeg.txt")
    assert error.value.code == "R02"


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"abc\0\1\2\3" * 50, b"\0" * 99])
def test_binary_content_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as error:
        read_bytes(data, "a.txt")
    assert error.value.code == "R09"


def test_a_stray_control_character_is_kept_with_a_warning() -> None:
    source = read_bytes(b"een \x02 teken " + b"en verder gewone tekst " * 10, "a.txt")
    assert "\x02" in source.text
    assert source.warnings == (notice("W06", count=1),)


def test_read_names_the_source_as_the_path_was_given(tmp_path, monkeypatch) -> None:
    (tmp_path / "map met spatie").mkdir()
    (tmp_path / "map met spatie" / "één.txt").write_bytes(b"tekst")
    monkeypatch.chdir(tmp_path)
    assert read("map met spatie/één.txt").name == "map met spatie/één.txt"
    assert read("map met spatie/één.txt", name="x.txt").name == "x.txt"


def test_an_absent_file_and_a_folder_are_errors(tmp_path) -> None:
    with pytest.raises(ReadError) as absent:
        read(tmp_path / "nix.txt")
    with pytest.raises(ReadError) as folder:
        read(tmp_path)
    assert (absent.value.code, folder.value.code) == ("R01", "R10")
