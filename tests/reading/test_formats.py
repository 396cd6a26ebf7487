"""A file's content against its extension."""

from __future__ import annotations

import io
import zipfile

import pytest
from builders import pdf, rows, word

from notulist.errors import ReadError
from notulist.reading import read_bytes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ENCRYPTED = OLE + "EncryptedPackage".encode("utf-16-le")


def archive(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return buffer.getvalue()


PDF, DOCX = pdf(rows("Verslag")), word("Verslag")
ODT = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("name", "data", "code", "found"),
    [
        ("a.txt", PDF, "R06", "pdf"),
        ("a.docx", PDF, "R06", "pdf"),
        ("a.md", DOCX, "R06", "docx"),
        ("a.pdf", DOCX, "R06", "docx"),
        ("a.pdf", archive("x.txt"), "R06", "zip"),
        ("a.txt", archive("x.txt"), "R06", "zip"),
        ("a.docx", archive("xl/workbook.xml"), "R06", "xlsx"),
        ("a.docx", b"\n<!DOCTYPE html><html></html>", "R06", "html"),
        ("a.txt", b"<html><body>x", "R06", "html"),
        ("a.docx", b"{\\rtf1 x}", "R06", "rtf"),
        ("a.docx", b"gewone tekst", "R06", "txt"),
        ("a.pdf", "gewone tekst, één".encode(), "R06", "txt"),
        ("a.docx", OLE, "R06", "doc"),
        ("a.docx", ENCRYPTED, "R11", None),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(99), "R06", "png"),
        ("a.docx", ODT, "R06", "odt"),
        ("a.html", DOCX, "R06", "docx"),
        ("a.odt", DOCX, "R06", "docx"),
        ("a.odt", b"gewone tekst", "R06", "txt"),
        ("a.odt", ODT, "R05", None),
        ("a.doc", OLE, "R07", None),
        ("a.msg", OLE, "R07", None),
        ("a.rtf", b"{\\rtf1 x}", "R07", None),
        ("a.xlsx", archive("xl/workbook.xml"), "R07", None),
        ("zonder", b"tekst", "R07", None),
        ("a.docx", archive("x.txt"), "R05", None),
        ("a.docx", DOCX[: len(DOCX) // 2], "R05", None),
        ("a.docx", b"PK\x03\x04", "R05", None),
        ("a.docx", bytes(200), "R05", None),
        ("a.pdf", b"%PDF-1.7\n" + bytes(200), "R05", None),
        ("a.pdf", bytes(200), "R05", None),
        ("a.pdf", b"", "R02", None),
        ("a.docx", b"", "R02", None),
    ],
)
def test_wrong_content_is_one_clear_error(
    name: str, data: bytes, code: str, found: str | None
) -> None:
    with pytest.raises(ReadError) as error:
        read_bytes(data, name)
    assert (error.value.code, error.value.values.get("found")) == (code, found)
    assert name in error.value.in_language("nl")


def test_an_old_word_file_comes_with_advice() -> None:
    with pytest.raises(ReadError, match=r"as \.docx"):
        read_bytes(OLE, "oud.doc")


def test_the_extension_may_be_in_capitals() -> None:
    assert read_bytes(PDF, "A.PDF").format == "pdf"
