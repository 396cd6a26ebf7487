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
    known: dict[int, Face] = {0: Face(0.0, False)}
    shared: dict[Face, Face] = {}
    bold_fonts: dict[int, bool] = {0: False}

    def is_bold(obj: Any) -> bool:
        font = pdfium.FPDFTextObj_GetFont(obj)
        key = addressof(font.contents) if font else 0
        if key not in bold_fonts:
            bold_fonts[key] = _is_bold(font)
        return bold_fonts[key]

    def face_of(number: int) -> Face:
        obj = pdfium.FPDFText_GetTextObject(textpage, number)
        key = addressof(obj.contents) if obj else 0
        if key not in known:
            stroked = pdfium.FPDFTextObj_GetTextRenderMode(obj) == _FILL_AND_STROKE
            face = Face(_size(obj), stroked or is_bold(obj))
            known[key] = shared.setdefault(face, face)  # so that `is` tells whether they differ
        return known[key]

    return face_of


def usual_face(faces: Iterable[tuple[Face, int]]) -> Face:
    """The size of most characters, and bold if most are. faces: of words, with their lengths."""
    counted: Counter[Face] = Counter()
    for face, length in faces:
        counted[face] += length
    sizes: Counter[float] = Counter()
    for face, times in counted.items():
        sizes[face.size] += times
    bold = sum(times for face, times in counted.items() if face.bold)
    return Face(sizes.most_common(1)[0][0], 2 * bold > counted.total())


def _size(obj: Any) -> float:
    size, matrix = c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(obj, size)
    scale = 1.0
    if pdfium.FPDFPageObj_GetMatrix(obj, matrix):
        scale = float((matrix.c**2 + matrix.d**2) ** 0.5)
    return round(abs(size.value) * scale, 1)


def _is_bold(font: Any) -> bool:
    name = create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, name, 256)
    if _BOLD_NAME.search(name.value.decode("utf-8", errors="replace")):
        return True
    return bool(pdfium.FPDFFont_GetFlags(font) & _FORCE_BOLD)
