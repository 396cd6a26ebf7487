"""What is drawn on a PDF page beside text: paths and pictures, with the boxes around them."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import c_float
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from notulist.reading.source import Box

Turn = Callable[[float, float], tuple[float, float]]
"""From a place in the page's own space to (x, y) from the top left of the page as shown."""

_DEEPEST = 4  # forms within forms; a file may have them in a circle
_PATH = pdfium.FPDF_PAGEOBJ_PATH
_DRAWN = _PATH, pdfium.FPDF_PAGEOBJ_IMAGE


class Shape(NamedTuple):
    """A path or a picture on an open page; a page may hold thousands."""

    raw: Any
    """The FPDF_PAGEOBJECT."""
    is_path: bool
    box: Box
    """Left, top, right, bottom in points from the top left of the page as shown."""
    own: Box
    """Left, bottom, right, top in the page's own space."""
    in_form: bool
    """Whether it belongs to a form, a drawing that is put on the page as a whole."""


def page_shapes(raw: Any, turn: Turn) -> list[Shape]:
    """The paths and pictures of an open page (a raw FPDF_PAGE), in the order they are drawn in."""
    found: list[Shape] = []
    _gather(found, raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, turn)
    return found


def turned_box(own: Box, turn: Turn) -> Box:
    """A box in the page's own space (left, bottom, right, top), as Shape.box."""
    one, other = turn(own[0], own[3]), turn(own[2], own[1])
    x0, x1 = (one[0], other[0]) if one[0] < other[0] else (other[0], one[0])
    y0, y1 = (one[1], other[1]) if one[1] < other[1] else (other[1], one[1])
    return x0, y0, x1, y1


def _gather(
    found: list[Shape],
    holder: Any,
    count: Callable[[Any], int],
    get: Callable[[Any, int], Any],
    turn: Turn,
    matrix: Any = None,
    depth: int = 0,
) -> None:
    """Add the shapes of a page or form. matrix: from the space of the form to the page's."""
    kind_of, bounds_of = pdfium.FPDFPageObj_GetType, pdfium.FPDFPageObj_GetBounds
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    for number in range(count(holder)):
        one = get(holder, number)
        kind = kind_of(one)
        if kind in _DRAWN:
            if bounds_of(one, left, bottom, right, top):
                own = (left.value, bottom.value, right.value, top.value)
                own = own if matrix is None else _moved(own, matrix)
                found.append(Shape(one, kind == _PATH, turned_box(own, turn), own, depth > 0))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = pdfium.FS_MATRIX()
            if pdfium.FPDFPageObj_GetMatrix(one, inner):
                parts = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject
                _gather(found, one, *parts, turn, _product(inner, matrix), depth + 1)


def _product(inner: Any, outer: Any) -> Any:
    """The matrix that does first `inner`, then `outer`."""
    if outer is None:
        return inner
    i, o = inner, outer
    return pdfium.FS_MATRIX(
        i.a * o.a + i.b * o.c,
        i.a * o.b + i.b * o.d,
        i.c * o.a + i.d * o.c,
        i.c * o.b + i.d * o.d,
        i.e * o.a + i.f * o.c + o.e,
        i.e * o.b + i.f * o.d + o.f,
    )


def _moved(own: Box, m: Any) -> Box:
    corners = [(x, y) for x in (own[0], own[2]) for y in (own[1], own[3])]
    xs = [m.a * x + m.c * y + m.e for x, y in corners]
    ys = [m.b * x + m.d * y + m.f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
