"""Size and weight of the characters on a PDF page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from ctypes import addressof, c_float, create_string_buffer
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

_BOLD_NAME = re.compile(r"bold|black|heavy|(?<![a-z])demi", re.IGNORECASE)
_FORCE_BOLD = 1 << 18  # the font flag; the weight says nothing, many producers make it up
_FILL_AND_STROKE = 2  # the render mode by which Word draws bold for a font that has no bold


@dataclass(frozen=True, slots=True)
class Face:
    """How a text object is drawn."""

    size: float
    """Font size in points, scaling included, to a tenth."""
    bold: bool


def face_reader(textpage: Any) -> Callable[[int], Face]:
    """From a character's number to its Face; each text object is asked once.

    textpage: a raw FPDF_TEXTPAGE, open as long as the function is used.
    """
    known: dict[int, Face] = {}

    def face_of(number: int) -> Face:
        obj = pdfium.FPDFText_GetTextObject(textpage, number)
        key = addressof(obj.contents) if obj else 0
        if key not in known:
            known[key] = _face(obj) if obj else Face(0.0, False)
        return known[key]

    return face_of


def usual_face(faces: Iterable[Face]) -> Face:
    """The size of most, and bold if most are."""
    counted = Counter(faces)
    sizes: Counter[float] = Counter()
    for face, times in counted.items():
        sizes[face.size] += times
    bold = sum(times for face, times in counted.items() if face.bold)
    return Face(sizes.most_common(1)[0][0], 2 * bold > counted.total())


def _face(obj: Any) -> Face:
    size, matrix = c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(obj, size)
    scale = 1.0
    if pdfium.FPDFPageObj_GetMatrix(obj, matrix):
        scale = float((matrix.c**2 + matrix.d**2) ** 0.5)
    stroked = pdfium.FPDFTextObj_GetTextRenderMode(obj) == _FILL_AND_STROKE
    return Face(round(abs(size.value) * scale, 1), stroked or _is_bold(obj))


def _is_bold(obj: Any) -> bool:
    font = pdfium.FPDFTextObj_GetFont(obj)
    if not font:
        return False
    name = create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, name, 256)
    if _BOLD_NAME.search(name.value.decode("utf-8", errors="replace")):
        return True
    return bool(pdfium.FPDFFont_GetFlags(font) & _FORCE_BOLD)
