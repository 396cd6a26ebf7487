"""The characters of a PDF page, by the numbers that pdfium gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ctypes import c_ushort
from typing import Any

import pypdfium2.raw as pdfium

from notulist.reading.pdf_rows import HYPHEN

_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

Characters = tuple[str, Sequence[int]]
"""Text, and for each of its characters the number that pdfium gives it on the page."""


def page_characters(raw: Any) -> Characters:
    """The text of a page (a raw FPDF_TEXTPAGE), without NULs and other controls."""
    count = pdfium.FPDFText_CountChars(raw)
    if count <= 0:
        return "", range(0)
    buffer = (c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(raw, 0, count, buffer) - 1
    text = bytes(buffer)[: 2 * max(written, 0)].decode("utf-16-le", errors="replace")
    if len(text) == count and not _INVISIBLE.search(text):
        return text, range(count)
    # It leaves some out, or some characters have two numbers: ask for each.
    kept = list(_numbered(raw, count))
    return "".join(char for char, _ in kept), [number for _, number in kept]


def _numbered(raw: Any, count: int) -> Iterator[tuple[str, int]]:
    """Each character with its number; a pair of surrogates as one, by the number of its first."""
    high = 0
    for number in range(count):
        code = pdfium.FPDFText_GetUnicode(raw, number)
        if high and 0xDC00 <= code < 0xE000:
            yield chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00), number - 1
        high = code if 0xD800 <= code < 0xDC00 else 0
        if code == 2 and pdfium.FPDFText_IsHyphen(raw, number) == 1:
            yield HYPHEN, number
        elif not 0xD800 <= code < 0xE000 and not _INVISIBLE.match(chr(code)):
            yield chr(code), number
