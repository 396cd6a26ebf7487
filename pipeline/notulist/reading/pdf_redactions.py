"""What is blacked out on a PDF page: boxes as high as text with no text under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_int, c_uint, c_ushort, string_at
from typing import Any

import pypdfium2.raw as pdfium

from notulist.reading.pdf_shapes import Shape, Turn, turned_box
from notulist.reading.source import Box

_LOWEST, _HIGHEST = 4.0, 40.0  # points
_NARROWEST = 8.0  # points: less is a bullet, a tick or the shading of a space
_GREY = 16  # of 255: what the parts of a colour may differ by to be black, grey or white
_WHITE = 250
_SAME = 1.5  # points
_MOST = 300  # boxes; a page with more is a drawing
_MOST_BYTES = 4_000_000  # of a picture; a box that covers a name is small
# Of the font size:
_SMALLEST, _LARGEST = 0.6, 2.0  # the height of a box that covers one line
_NEAR = 1.5  # the space between it and the words beside it; lines are set out to the margin
_OVER = 0.5  # how far it may lie over them

Edges = Sequence[tuple[float, float]]


def page_redactions(shapes: Iterable[Shape], raw: Any, textpage: Any, turn: Turn) -> list[Box]:
    """The boxes on a page that may stand for what was taken out, from the top left of the page:
    filled rectangles in black, grey or white, pictures of one such colour, and marks of a redactor
    (annotations), as high as text and without text under them. Cells that are shaded aren't.

    raw: FPDF_PAGE; textpage: FPDF_TEXTPAGE, both open. Whether words stand beside a box is for
    `blacked_out` to say.
    """
    filled = [
        (shape.box, shape.own, white)
        for shape in shapes
        if _is_fit(shape.box) and (white := _is_white(shape)) is not None
    ]
    marks = ((turned_box(own, turn), own, False) for own in _marks(raw))
    filled += [mark for mark in marks if _is_fit(mark[0])]
    if len(filled) > _MOST:
        return []
    found: list[Box] = []
    for box, own, white in filled:
        beside = [other for other in filled if _is_row(box, other[0])]
        if (
            any(_is_column(box, other) for other, _, _ in filled)
            or (white and any(pale for _, _, pale in beside))
            or any(_is_same(box, one) for one in found)
            or any(_holds_text(textpage, area) for area in (own, *(area for _, area, _ in beside)))
        ):
            continue
        found.append(box)
    return found


def blacked_out(boxes: Iterable[Box], row: Box, size: float, edges: Edges) -> list[tuple[int, Box]]:
    """What of these boxes is taken out of a row of text, from the left: before which character
    (as many as there are: behind the last), and the box.

    row: the box of its text. size: of its font. edges: left and right of each character.
    """
    level = [box for box in boxes if _is_level(box, row, size)]
    spans = list(edges)
    found: list[tuple[int, Box]] = []
    taken = True
    while taken:  # a box may stand beside another one
        taken = False
        for box in [box for box in level if _is_beside(box, spans, size)]:
            behind = (i for i, edge in enumerate(edges) if sum(edge) > box[0] + box[2])
            found.append((next(behind, len(edges)), box))
            spans.append((box[0], box[2]))
            level.remove(box)
            taken = True
    return sorted(found)


def _is_level(box: Box, row: Box, size: float) -> bool:
    """Whether a box covers the height of one line and that line is the row's."""
    if not _SMALLEST * size <= box[3] - box[1] <= _LARGEST * size:
        return False
    shared = min(box[3], row[3]) - max(box[1], row[1])
    return shared >= 0.6 * min(row[3] - row[1], box[3] - box[1])


def _is_beside(box: Box, spans: Edges, size: float) -> bool:
    before = max((span[1] for span in spans if sum(span) <= box[0] + box[2]), default=None)
    behind = min((span[0] for span in spans if sum(span) > box[0] + box[2]), default=None)
    gaps = [box[0] - before] if before is not None else []
    gaps += [behind - box[2]] if behind is not None else []
    return bool(gaps) and -_OVER * size <= min(gaps) <= _NEAR * size


def _is_fit(box: Box) -> bool:
    return box[2] - box[0] >= _NARROWEST and _LOWEST <= box[3] - box[1] <= _HIGHEST


def _is_white(shape: Shape) -> bool | None:
    """Whether the black, grey or white that fills a rectangle is white; None for anything else."""
    colour = _fill(shape.raw) if shape.is_path else _one_colour(shape.raw)
    if colour is None or max(colour) - min(colour) > _GREY:
        return None
    return min(colour) >= _WHITE


def _fill(shape: Any) -> tuple[int, ...] | None:
    """The colour of a filled rectangle."""
    fill, stroke = c_int(), c_int()
    if pdfium.FPDFPath_CountSegments(shape) > 6:
        return None
    if not pdfium.FPDFPath_GetDrawMode(shape, fill, stroke) or not fill.value:
        return None
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if not pdfium.FPDFPageObj_GetFillColor(shape, red, green, blue, alpha) or not alpha.value:
        return None
    return red.value, green.value, blue.value


def _one_colour(picture: Any) -> tuple[int, ...] | None:
    """The colour of a picture that has but one."""
    bitmap = pdfium.FPDFImageObj_GetBitmap(picture)
    if not bitmap:
        return None
    try:
        width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        if not 0 < stride * height <= _MOST_BYTES:
            return None
        data = string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    deep = stride // width
    pixel = data[:deep]
    rows = (data[start : start + width * deep] for start in range(0, stride * height, stride))
    return tuple(pixel[:3]) if all(row == pixel * width for row in rows) else None


def _marks(raw: Any) -> Iterator[Box]:
    """Annotations that black out: a redactor's, and squares that are filled with black or grey."""
    for number in range(pdfium.FPDFPage_GetAnnotCount(raw)):
        mark = pdfium.FPDFPage_GetAnnot(raw, number)
        rect = pdfium.FS_RECTF()
        try:
            if _blacks_out(mark) and pdfium.FPDFAnnot_GetRect(mark, rect):
                yield rect.left, rect.bottom, rect.right, rect.top
        finally:
            pdfium.FPDFPage_CloseAnnot(mark)


def _blacks_out(mark: Any) -> bool:
    kind = pdfium.FPDFAnnot_GetSubtype(mark)
    if kind == pdfium.FPDF_ANNOT_REDACT:
        return True
    inside = pdfium.FPDFANNOT_COLORTYPE_InteriorColor
    colour = [c_uint() for _ in range(4)]
    if kind != pdfium.FPDF_ANNOT_SQUARE or not pdfium.FPDFAnnot_HasKey(mark, b"IC"):
        return False  # one without a filling; pdfium would call it black
    if not pdfium.FPDFAnnot_GetColor(mark, inside, *colour):
        return False
    parts = [part.value for part in colour[:3]]
    return max(parts) - min(parts) <= _GREY and min(parts) < _WHITE


def _holds_text(textpage: Any, own: Box) -> bool:
    """Whether characters stand in a box, those aside that only reach in from beside it."""
    left, bottom, right, top = own
    inset, drop = 0.1 * (right - left), 0.3 * (top - bottom)
    if top - bottom > right - left:  # on a page that lies on its side
        inset, drop = 0.3 * (right - left), 0.1 * (top - bottom)
    area = (left + min(inset, 2.0), top - drop, right - min(inset, 2.0), bottom + drop)
    buffer = (c_ushort * 64)()
    count = pdfium.FPDFText_GetBoundedText(textpage, *area, buffer, 64)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace")
    return bool(text.strip("\0 \t\r\n\u00a0"))


def _is_row(box: Box, other: Box) -> bool:
    """Whether two boxes are cells side by side."""
    level = abs(box[1] - other[1]) <= _SAME and abs(box[3] - other[3]) <= _SAME
    return level and _meet(max(box[0], other[0]) - min(box[2], other[2]))


def _is_column(box: Box, other: Box) -> bool:
    """Whether two boxes are as wide and one stands right below the other."""
    wide = abs(box[0] - other[0]) <= _SAME and abs(box[2] - other[2]) <= _SAME
    return wide and _meet(max(box[1], other[1]) - min(box[3], other[3]))


def _meet(gap: float) -> bool:
    """Whether no word would fit between two boxes; the line around each counts as its own."""
    return -3.0 <= gap <= 1.0


def _is_same(box: Box, other: Box) -> bool:
    """Whether one of two boxes lies over the other."""
    across = min(box[2], other[2]) - max(box[0], other[0])
    down = min(box[3], other[3]) - max(box[1], other[1])
    narrower = min(box[2] - box[0], other[2] - other[0])
    lower = min(box[3] - box[1], other[3] - other[1])
    return across > 0.8 * narrower and down > 0.8 * lower
