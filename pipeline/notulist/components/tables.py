"""What the cells of a table row are: remarks, action points, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Literal

from notulist.components.fields import is_field_label
from notulist.components.grouping import Group, ends_sentence
from notulist.components.titles import has_verb, is_action_head
from notulist.components.view import View, pieces_of
from notulist.reading.source import Line

Piece = tuple[int, int]
"""Start and end of a line, or of a part of it, in the source's text."""
CellKind = Literal["bullet", "action", "table"]

_ACTIONS = re.compile(r"\b(?:acties?|actiepunt(?:en)?|taak|taken|to ?do)\b", re.IGNORECASE)
# Heads that speak of actions only beside another that says who or when.
_PERHAPS = re.compile(r"\b(?:wat|omschrijving|afspraa?k(?:en)?|besluit(?:en)?)\b", re.IGNORECASE)
_WHO_WHEN = re.compile(
    r"\b(?:wie|door|wanneer|verantwoordelijken?|eigenaar|houder|trekker|deadline|datum|gereed|status|"
    r"uiterlijk|voor wie)\b",
    re.IGNORECASE,
)
_HEAD_WORDS = 5  # of a cell that names what stands below it
_SHORTEST_ACTION = 3  # characters
_SENTENCE_WORDS = 10
_RULE_ROW = re.compile(r"[\s|:-]+")


def row_cells(
    row: Group, head: Group, text: str, *, actions: bool = False
) -> list[tuple[CellKind, tuple[Piece, ...]]]:
    """The cells of a table row that hold text: kind, and the lines that it takes.

    head: the first row of its table. text: of the source. actions: whether the table stands under
    a heading that speaks of actions.
    A row of a form ("Betreft | …") holds no remark.
    Where the head or the heading speaks of actions, the cell of each later row below the head's
    word (else the longest) is one, or one for each of its list items or, in a PDF, paragraphs.
    Elsewhere a paragraph of a cell that holds a sentence is a
    remark: some minutes are one large table.
    """
    cells = _cells(row)
    heads = _action_heads(cells if row is head else _cells(head), text)
    # A table under "Actielijst" may have no head.
    is_head = row is head and (bool(heads) or _is_head(cells, text))
    actions = not is_head and (actions or bool(heads))
    if not actions and is_field_label(_text(next(iter(cells), (0, [])), text)):
        return [("table", part) for cell in cells for part in cell[1]]
    if not actions:
        return [
            ("bullet" if _is_remark(paragraph, text) else "table", paragraph)
            for cell in cells
            for paragraph in cell[1]
            if not _RULE_ROW.fullmatch(_text((0, [paragraph]), text))
        ]
    cells = [cell for cell in cells if not _RULE_ROW.fullmatch(_text(cell, text))]
    wanted = _action_cell(cells, heads, text)
    if wanted is not None and is_action_head(_text(wanted, text)):
        wanted = None  # the head once more
    found: list[tuple[CellKind, tuple[Piece, ...]]] = []
    for cell in cells:
        if cell is wanted and len(marked := _marked(row, cell)) > 1:
            found.extend(("action" if part in marked else "table", part) for part in cell[1])
        elif cell is wanted and row.views[0].line.box is not None:
            found.extend(("action", part) for part in cell[1])  # a break in a PDF's cell is a clear one
        else:
            found.append(("action" if cell is wanted else "table", tuple(chain(*cell[1]))))
    return found


def same_table(one: Group, other: Group) -> bool:
    """Whether two table rows that follow each other are of one table.

    Markdown rows below each other are, and in a PDF those of a table that goes on on the next page.
    """
    above, below = one.views[-1].line, other.views[0].line
    if above.cell is None or below.cell is None:
        return above.cell is below.cell and below.unit == above.unit + 1
    return above.cell[0] == below.cell[0] or (
        above.box is not None and below.unit == above.unit + 1
    )


def _marked(row: Group, cell: _Cell) -> list[tuple[Piece, ...]]:
    """The paragraphs of a cell that are list items."""
    starts = {view.start for view in row.views if view.marker}
    return [part for part in cell[1] if part[0][0] in starts]


_Cell = tuple[int, list[tuple[Piece, ...]]]
"""Column and paragraphs."""


def _action_heads(cells: Sequence[_Cell], text: str) -> list[_Cell]:
    """The cells of a table's head below which actions stand."""
    named = [cell for cell in cells if len(_text(cell, text).split()) <= _HEAD_WORDS]
    sure = [cell for cell in named if _ACTIONS.search(_text(cell, text))]
    if sure or len(named) < len(cells) or not any(_WHO_WHEN.search(_text(c, text)) for c in named):
        return sure
    return [cell for cell in named if _PERHAPS.search(_text(cell, text))]


def _is_head(cells: Sequence[_Cell], text: str) -> bool:
    """Whether the cells of a row name what stands below them: a word or two each."""
    named = [_text(cell, text) for cell in cells]
    return all(len(name.split()) <= 3 and not name.strip(" .").isdigit() for name in named)


def _is_remark(paragraph: tuple[Piece, ...], text: str) -> bool:
    said = " ".join(text[start:end] for start, end in paragraph)
    sentence = has_verb(said) or said.rstrip().endswith((".", "!", "?"))
    return len(said.split()) >= _SENTENCE_WORDS and sentence


def _action_cell(cells: Sequence[_Cell], heads: Sequence[_Cell], text: str) -> _Cell | None:
    """The cell below the first head that speaks of actions, or the longest."""
    below = [cell for cell in cells if heads and cell[0] == heads[0][0]]
    longest = max(cells, key=lambda cell: len(_text(cell, text)), default=None)
    found = below[0] if below and len(_text(below[0], text)) > _SHORTEST_ACTION else longest
    return found if found is not None and len(_text(found, text)) > _SHORTEST_ACTION else None


def _text(cell: _Cell, text: str) -> str:
    return " ".join(text[start:end] for paragraph in cell[1] for start, end in paragraph)


def _cells(row: Group) -> list[_Cell]:
    """The cells of a row that hold text, from the left, with their paragraphs."""
    found: dict[int, list[list[View]]] = {}
    for view in row.views:
        if view.line.cell is None:
            return [(column, [(piece,)]) for column, piece in _markdown_cells(view.line, view.text)]
        paragraphs = found.setdefault(view.line.cell[2], [])
        if paragraphs and _goes_on(paragraphs[-1][-1], view):
            paragraphs[-1].append(view)
        else:
            paragraphs.append([view])
    return [
        (column, [pieces_of(paragraph) for paragraph in paragraphs])
        for column, paragraphs in found.items()
    ]


def _goes_on(last: View, view: View) -> bool:
    """Whether a line of a cell belongs to the paragraph above it."""
    if view.line.box is None:
        return view.line.unit == last.line.unit
    unfinished = last.full and not ends_sentence(last.text)
    if view.marker is not None and not (unfinished and view.marker.kind != "glyph"):
        return False
    return not view.gap and (last.full or not ends_sentence(last.text))


def _markdown_cells(line: Line, text: str) -> Iterator[tuple[int, Piece]]:
    """Column and place of the cells of a Markdown row that hold text."""
    for column, match in enumerate(re.finditer(r"(?:[^|\\]|\\.)+", text)):
        cell = match.group()
        if cell.strip():
            start = line.start + match.start() + len(cell) - len(cell.lstrip())
            yield column, (start, start + len(cell.strip()))
