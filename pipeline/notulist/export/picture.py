"""The page of a PDF as a picture, with a bullet framed on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notulist.export.files import replacing
from notulist.reading.source import Box

if TYPE_CHECKING:
    from PIL.Image import Image

SUFFIXES: tuple[str, ...] = (".png",)
FRAME: tuple[int, int, int] = (214, 0, 110)
"""The colour of a frame, in red, green and blue: one that pages of minutes don't have."""

_SCALE = 2.0  # pixels a point: 144 dpi, small print is still read
_MOST_PIXELS = 5000  # of a side, or a poster would fill the memory
_PADDING = 2.0  # points between the ink and the frame
_THICKNESS = 1.0  # points


def write_pictures(data: bytes, frames: Mapping[int, Sequence[Box]], path: Path) -> dict[int, Path]:
    """Write each page that has frames as PNG, one frame a box; gives the file of each page.

    data: the bytes of the PDF. frames: boxes by page, as Line.box. One page goes to `path`, of
    more pages each to a file of its own ("out-2.png" for page 2). Raises ExportError X05.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        written = {number: _name(path, number, alone=len(frames) == 1) for number in frames}
        for number, boxes in frames.items():
            page = document[number - 1]
            picture = framed(page, boxes)
            page.close()
            with replacing(written[number]) as beside:
                picture.save(beside, format="PNG")
    finally:
        document.close()
    return written


def framed(page: Any, boxes: Sequence[Box]) -> Image:
    """A pypdfium2 page as a picture, with a frame around each box."""
    from PIL import ImageDraw

    scale = scale_of(page)
    picture: Image = page.render(scale=scale).to_pil().convert("RGB")
    draw = ImageDraw.Draw(picture)
    for left, top, right, bottom in boxes:
        corners = (left - _PADDING, top - _PADDING, right + _PADDING, bottom + _PADDING)
        draw.rectangle(
            [value * scale for value in corners], outline=FRAME, width=round(_THICKNESS * scale)
        )
    return picture


def scale_of(page: Any) -> float:
    """How many pixels a point of this page gets."""
    return float(min(_SCALE, _MOST_PIXELS / max(page.get_size())))


def _name(path: Path, number: int, *, alone: bool) -> Path:
    return path if alone else path.with_name(f"{path.stem}-{number}{path.suffix}")
