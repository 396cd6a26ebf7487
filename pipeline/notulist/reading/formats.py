"""Which formats we read, and whether a file's content is what its extension says."""

from __future__ import annotations

from notulist.errors import ReadError
from notulist.reading.source import Format

FORMATS: dict[str, Format] = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".mdown": "md",
    ".pdf": "pdf",
    ".docx": "docx",
    ".odt": "odt",
    ".html": "html",
    ".htm": "html",
    ".eml": "eml",
}
SUPPORTED = ", ".join(FORMATS)
DOCUMENTS = frozenset(
    (
        *(".doc", ".docm", ".rtf", ".msg", ".pages", ".wpd", ".wps", ".xps"),
        *(".ppt", ".pptx", ".epub", ".tif", ".tiff"),
    )
)
"""What may hold minutes all the same: such a file is never passed over without a word."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream that holds an encrypted .docx
_ZIP_CONTENT = {
    b"word/document": "docx",
    b"xl/workbook": "xlsx",
    b"ppt/presentation": "pptx",
    b"mimetypeapplication/vnd.oasis.opendocument.text": "odt",
    b"mimetypeapplication/epub+zip": "epub",
}
_PICTURES = {b"\x89PNG\r\n": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif"}
_HTML = (b"<!doctype html", b"<html")


def unsupported(name: str, extension: str) -> ReadError:
    """The error for a file of a type that we can't read."""
    return ReadError("R07", name=name, extension=extension or "?", supported=SUPPORTED)


def sniff(data: bytes) -> str | None:
    """The extension (without dot) that the first bytes speak of; None for text or unknown."""
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(_OLE):
        return "doc"
    if data.startswith(_ZIP):
        return next((kind for mark, kind in _ZIP_CONTENT.items() if mark in data), "zip")
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.lower().startswith(_HTML):
        return "html"
    return next((kind for mark, kind in _PICTURES.items() if data.startswith(mark)), None)


def check_content(data: bytes, name: str, extension: str) -> None:
    """Raises R06 if the content is of another kind than `extension`, R11 if it is encrypted."""
    found = sniff(data)
    expected = FORMATS[extension]
    if found == "doc" and _ENCRYPTED in data:
        raise ReadError("R11", name=name)
    if found is not None and found != expected:
        if found == "zip" and expected in ("docx", "odt"):
            return  # cut off before the part that says so: the reader explains
        raise ReadError("R06", name=name, extension=extension, found=found)
    if found is None and expected in ("pdf", "docx", "odt") and _is_text(data, expected):
        raise ReadError("R06", name=name, extension=extension, found="txt")


def _is_text(data: bytes, expected: Format) -> bool:
    """Whether this is plain text and not a PDF with rubbish before its header."""
    if expected == "pdf" and b"%PDF-" in data[:1024]:
        return False
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return "\0" not in text
