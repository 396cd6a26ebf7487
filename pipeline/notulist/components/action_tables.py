"""Who is to do what an action table lists: the parties in the column that says so."""

from __future__ import annotations

import re
from collections.abc import Mapping

from spacy.tokens import Doc, Span

from notulist.attributes import BULLETS, HEADINGS, OTHER, source_of
from notulist.components.scanning import Parties
from notulist.components.units import units_of
from notulist.reading.source import Source

_WHO = re.compile(
    r"\W*(?:door )?(?:wie|actie(?:punt)?houder|eigenaar|verantwoordelijken?|trekker|uitvoerder|"
    r"actie (?:door|bij))\W*",
    re.IGNORECASE,
)
_LONGEST = 12  # words of a cell that only names who


def doers(doc: Doc, persons: Mapping[str, str]) -> dict[int, Parties]:
    """The kb_ids of who is to do each action of a table, by the start of its bullet (a token).

    persons: as `persons_of` finds them. Of tables without a column that says who, and of rows where
    that names no known party, there is nothing. A table that goes on on the next page needs no head
    there.
    """
    source = source_of(doc)
    told = [span for span in doc.spans.get(BULLETS, ()) if span._.kind == "action"]
    if not told:
        return {}
    cells = [span for span in doc.spans.get(OTHER, ()) if span._.kind == "table"]
    headings = list(doc.spans.get(HEADINGS, ()))
    column: int | None = None
    named: dict[object, list[Span]] = {}
    for span in sorted([*cells, *headings], key=lambda span: span.start):
        row, at = _place(source, span)
        if row is None:
            column = None  # a heading: another table
        elif _WHO.fullmatch(span.text):
            column = at
        elif at == column:
            named.setdefault(row, []).append(span)
    found = {}
    for action in told:
        row, _ = _place(source, action)
        parties = [p for cell in named.get(row, ()) for p in _named(cell, persons)] if row else []
        if parties:
            found[action.start] = tuple(dict.fromkeys(parties))
    return found


def _place(source: Source, span: Span) -> tuple[object, int]:
    """The row of a table that a span stands in (None for what is in none), and the column."""
    line = source.line_at(span.start_char)
    if line.cell is not None:
        page = line.unit if source.format == "pdf" else 0
        return (page, *line.cell[:2]), line.cell[2]
    before = source.text[line.start : span.start_char]
    return (line.start, before.count("|")) if "|" in before else (None, 0)


def _named(cell: Span, persons: Mapping[str, str]) -> list[str]:
    units = units_of(cell, persons)
    return [unit.party for unit in units if unit.party] if len(units) <= _LONGEST else []
