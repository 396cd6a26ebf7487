"""Fonts of rendered PDFs: the standard ones, and TrueType where the machine has it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_FOLDER = Path("/usr/share/fonts/truetype")
_STANDARD = {
    "helvetica": ("Helvetica", "Helvetica-Bold"),
    "times": ("Times-Roman", "Times-Bold"),
    "courier": ("Courier", "Courier-Bold"),
}
_FILES = {
    "vera": ("Vera.ttf", "VeraBd.ttf"),  # comes with reportlab
    "dejavu-sans": ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf"),
    "dejavu-serif": ("dejavu/DejaVuSerif.ttf", "dejavu/DejaVuSerif-Bold.ttf"),
    "dejavu-condensed": (
        "dejavu/DejaVuSansCondensed.ttf",
        "dejavu/DejaVuSansCondensed-Bold.ttf",
    ),
    "liberation-sans": (
        "liberation/LiberationSans-Regular.ttf",
        "liberation/LiberationSans-Bold.ttf",
    ),
    "liberation-serif": (
        "liberation/LiberationSerif-Regular.ttf",
        "liberation/LiberationSerif-Bold.ttf",
    ),
    "liberation-narrow": (
        "liberation/LiberationSansNarrow-Regular.ttf",
        "liberation/LiberationSansNarrow-Bold.ttf",
    ),
}


@dataclass(frozen=True, slots=True)
class Faces:
    """Names that reportlab knows."""

    plain: str
    bold: str
    truetype: bool
    """Whether it has more than Windows-1252: ligatures, glyphs."""


@cache
def faces(name: str) -> Faces:
    """The faces of a font of the layout table; Vera where the machine hasn't got its files."""
    if name in _STANDARD:
        return Faces(*_STANDARD[name], truetype=False)
    files = _FILES[name] if (_FOLDER / _FILES[name][0]).exists() else _FILES["vera"]
    for face, file in zip((name, f"{name}-bold"), files, strict=True):
        path = _FOLDER / file
        pdfmetrics.registerFont(TTFont(face, str(path) if path.exists() else file))
    return Faces(name, f"{name}-bold", files != _FILES["vera"])


def glyph(marker: str, face: Faces) -> tuple[str, str]:
    """Which font draws a marker, and as what text."""
    if marker == "symbol":
        return "Symbol", "\u2022"
    if marker == "dingbat" or (marker == "▪" and not face.truetype):
        return "ZapfDingbats", "\u25cf" if marker == "dingbat" else "\u25a0"
    return face.plain, marker


def width(text: str, font: str, size: float) -> float:
    """Of a text in points."""
    return float(pdfmetrics.stringWidth(text, font, size))
