"""Plain text: which encoding, and where its lines lie."""

from __future__ import annotations

import codecs
import hashlib
import re

from notulist.errors import Notice, ReadError, notice
from notulist.reading.source import Source, plain_lines

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BINARY_SHARE = 0.01  # of control characters; text has none, random bytes have a tenth
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_text(data: bytes, name: str) -> Source:
    """A Source of a text file: its characters as they are, a byte order mark left off.

    Raises ReadError: R02 if there is nothing but white space, R09 if it is no text.
    """
    text, encoding, warnings = decode_file(data, name)
    lines = tuple(plain_lines(text))
    digest = hashlib.sha256(data).hexdigest()
    return Source(name, text, lines, digest, "txt", encoding, warnings)


def decode_file(data: bytes, name: str) -> tuple[str, str, tuple[Notice, ...]]:
    """(text, encoding, warnings) of a text file's bytes. Raises R02 and R09 as `read_text`."""
    text, encoding, warnings = decode(data)
    controls = len(_CONTROL.findall(text))
    if controls > _BINARY_SHARE * len(text):
        raise ReadError("R09", name=name)
    if not text.strip():
        raise ReadError("R02", name=name)
    if controls:
        warnings += (notice("W06", count=controls),)
    return text, encoding, warnings


def decode(data: bytes) -> tuple[str, str, tuple[Notice, ...]]:
    """(text, encoding, warnings): by byte order mark, then by NULs, UTF-8, or else cp1252."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_as(encoding, data.removeprefix(mark))
    encoding = _utf16_without_mark(data) or "utf-8"
    if encoding == "utf-8" and not _mostly_utf8(data):
        return data.decode("cp1252", errors=_AS_CP1252), "cp1252", ()
    return _decode_as(encoding, data)


def _decode_as(encoding: str, data: bytes) -> tuple[str, str, tuple[Notice, ...]]:
    codec = "utf-8" if encoding == "utf-8-sig" else encoding
    try:
        return data.decode(codec), encoding, ()
    except UnicodeDecodeError as error:
        handler = _AS_CP1252 if codec == "utf-8" else "replace"
        instead = "\ufffd" if handler == "replace" else "cp1252"
        odd = notice("W07", encoding=codec, place=error.start, instead=instead)
        return data.decode(codec, errors=handler), encoding, (odd,)


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 of Latin text has a NUL in every other byte, always on the same side."""
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half and odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if half and even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether it is UTF-8, but for a few broken bytes (a cut-off end, a pasted line)."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        broken = sum(c == "\ufffd" for c in data.decode("utf-8", errors="replace"))
        whole = sum(not c.isascii() for c in data.decode("utf-8", errors="ignore"))
        return whole > 2 * broken
    return True


def _read_as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Error handler: the broken bytes by cp1252; the five that it lacks as browsers read them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    broken = error.object[error.start : error.end]
    return "".join(_CP1252[byte] for byte in broken), error.end


_CP1252 = [bytes([b]).decode("cp1252", errors="ignore") or chr(b) for b in range(256)]
_AS_CP1252 = "notulist_cp1252"
codecs.register_error(_AS_CP1252, _read_as_cp1252)
