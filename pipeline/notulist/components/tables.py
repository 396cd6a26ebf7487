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
# Heads beside that of the actions below which stands what was said.
_TALK = re.compile(r"\W*(?:omschrijving|bespreking|besproken|discussie|verslag)\W*", re.IGNORECASE)
_EXPLAINS = re.compile(
    r"\W*(?:toelichting(?:en)?|opmerking(?:en)?|reacties?|antwoord(?:en)?|bespreking|besproken)\W*",
    re.IGNORECASE,
)
_STEPS = re.compile(r"1\. .*?<br\s*/?>\s*2\. ")  # a numbered list typed into a Markdown cell
_SAYS = 4  # words
_HEAD_WORDS = 5  # of a cell that names what stands below it
_SHORTEST_ACTION = 3  # characters
_SENTENCE_WORDS = 10
_DEFINITION = re.compile(r"[\s*_]*definities?[\s*_:]*", re.IGNORECASE)
# What labels the rows of a form that describes a use case.
_USE_CASE = re.compile(
    r"[\s*_]*(?:(?:omschrijving|naam|titel|beschrijving)\s+)?(?:use ?cases?|user stor(?:y|ies))"
    r"\s*\d*[\s*_:]*|[\s*_]*gebruikers? en doelstelling(?:en)?[\s*_:]*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"[\s*_]*(?:vraag|antwoord|opmerking|reactie|discussie|conclusie)\b[^:]{0,30}:", re.IGNORECASE
)
_RULE_ROW = re.compile(r"[\s|:-]+")


def row_cells(
    row: Group, head: Group, text: str, *, actions: bool = False, defined: bool = False
) -> list[tuple[CellKind, tuple[Piece, ...]]]:
    """The cells of a table row that hold text: kind, and the lines that it takes.

    head: the first row of its table. text: of the source. actions: whether the table stands under
    a heading that speaks of actions. defined: whether it stands under one that speaks of
    definitions, so that only the list items of a cell can be remarks.
    A row of a form ("Betreft | …", "Use case | …") holds no remark.
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
    label = _text(next(iter(cells), (0, [])), text)
    if not actions and (is_field_label(label) or _USE_CASE.fullmatch(label)):
        return [("table", part) for cell in cells for part in cell[1]]
    if not actions:
        # Numbered items of a cell are steps of a process, and short ones no remarks.
        items = {view.start for view in row.views if view.marker and view.marker.kind == "glyph"}
        talk = _columns(head, _EXPLAINS, text) if row is not head else set()
        return [
            ("bullet" if said and not listed and (item or not defined) else "table", paragraph)
            for cell in cells
            for paragraph, listed in zip(cell[1], _definitions(cell, text), strict=True)
            if not _RULE_ROW.fullmatch(_said(paragraph, text))
            for item in [paragraph[0][0] in items]
            for said in [
                _explains(paragraph, text)
                if cell[0] in talk
                else _is_remark(paragraph, text, item=item)
            ]
        ]
    cells = [cell for cell in cells if not _RULE_ROW.fullmatch(_text(cell, text))]
    wanted = _action_cell(cells, heads, text)
    if wanted is not None and is_action_head(_text(wanted, text)):
        wanted = None  # the head once more
    talk = _columns(head, _TALK, text)
    return list(_action_row(row, cells, wanted, talk, text))


def _action_row(
    row: Group, cells: Sequence[_Cell], wanted: _Cell | None, talk: set[int], text: str
) -> Iterator[tuple[CellKind, tuple[Piece, ...]]]:
    """The cells of a row of actions. talk: the columns in which stands what was said."""
    starts = {view.start for view in row.views if view.marker}
    for cell in cells:
        marked = [part for part in cell[1] if part[0][0] in starts]
        if cell is wanted and len(marked) > 1:
            yield from (("action" if part in marked else "table", part) for part in cell[1])
        elif cell is wanted and row.views[0].line.box is not None:
            # A PDF's own paragraphs aren't told: what is seen as one stands clearly apart.
            yield from (("action", part) for part in cell[1])
        elif cell is not wanted and cell[0] in talk:
            for part in cell[1]:
                yield "bullet" if _is_remark(part, text, item=True) else "table", part
        else:
            yield "action" if cell is wanted else "table", tuple(chain(*cell[1]))


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


def _is_remark(paragraph: tuple[Piece, ...], text: str, *, item: bool) -> bool:
    """Whether a paragraph of a cell is a sentence, long where it is no list item."""
    said = _said(paragraph, text)
    if _STEPS.match(said):
        return False
    if item and _LABEL.match(said):
        return True
    sentence = has_verb(said) or said.rstrip().endswith((".", "!", "?"))
    return sentence and (item or len(said.split()) >= _SENTENCE_WORDS)


def _explains(paragraph: tuple[Piece, ...], text: str) -> bool:
    """Whether a paragraph below "Toelichting" says something: a sentence, or more than a label."""
    return _is_remark(paragraph, text, item=True) or len(_said(paragraph, text).split()) >= _SAYS


def _definitions(cell: _Cell, text: str) -> list[bool]:
    """Which paragraphs of a cell are a definition, below that word."""
    labels = [_DEFINITION.fullmatch(_said(paragraph, text)) is not None for paragraph in cell[1]]
    return [False, *labels[:-1]]


def _said(paragraph: tuple[Piece, ...], text: str) -> str:
    return " ".join(text[start:end] for start, end in paragraph)


def _action_cell(cells: Sequence[_Cell], heads: Sequence[_Cell], text: str) -> _Cell | None:
    """The cell below the first head that speaks of actions, or the longest."""
    below = [cell for cell in cells if heads and cell[0] == heads[0][0]]
    if heads and not below:
        return None  # an empty cell
    longest = max(cells, key=lambda cell: len(_text(cell, text)), default=None)
    found = below[0] if below and len(_text(below[0], text)) > _SHORTEST_ACTION else longest
    return found if found is not None and len(_text(found, text)) > _SHORTEST_ACTION else None


def _text(cell: _Cell, text: str) -> str:
    return " ".join(_said(paragraph, text) for paragraph in cell[1])


def _columns(head: Group, wanted: re.Pattern[str], text: str) -> set[int]:
    """The columns whose head says this."""
    return {cell[0] for cell in _cells(head) if wanted.fullmatch(_text(cell, text))}


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
        typed = view.marker is not None and view.in_text  # a list typed with line breaks
        return view.line.unit == last.line.unit and not typed and not view.gap
    if view.line.unit != last.line.unit:  # the row goes on on the next page
        return view.marker is None and not ends_sentence(last.text)
    unfinished = last.full and not ends_sentence(last.text)
    if view.marker is not None and not (unfinished and view.marker.kind != "glyph"):
        return False
    if view.gap or (not last.full and ends_sentence(last.text)):
        return False
    return last.full or view.text.strip()[0].islower() or not _DEFINITION.fullmatch(last.text)


def _markdown_cells(line: Line, text: str) -> Iterator[tuple[int, Piece]]:
    """Column and place of the cells of a Markdown row that hold text."""
    for column, match in enumerate(re.finditer(r"(?:[^|\\]|\\.)+", text)):
        cell = match.group()
        if cell.strip():
            start = line.start + match.start() + len(cell) - len(cell.lstrip())
            yield column, (start, start + len(cell.strip()))
