"""From lines to blocks: headings, remarks, attendance, and what is none of these."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from notulist.components.grouping import Group, group_lines
from notulist.components.layout import View, views
from notulist.reading.source import Format, Source

Kind = Literal[
    "heading", "bullet", "action", "attendance", "header", "lead-in", "table", "link", "code"
]

_FIELD = re.compile(
    r"[\s*_|]*(?:vergader)?(?:datum|locatie|plaats|kenmerk|tijd(?:stip)?|onderwerp|van|aan|auteurs?|versie|notulist|"
    r"voorzitter|secretaris|betreft|bijlagen?|status|contactpersoon|telefoon|e-?mail|aanvang|referentie|zaaknummer|"
    r"opgesteld door|verslag(?:legging)?|ons kenmerk|moderator|wanneer|waar)\b[^.:]{0,25}[:\t]",
    re.IGNORECASE,
)
_FIELD_WORD = re.compile(r"[\s*_]*(?:vergaderdatum|datum|vergaderplaats|kenmerk)\s", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|geeft|vraagt|licht|meldt|gaat|kan|moet|wil|zal|stelt)\b"
)
_URL = re.compile(r"[\s<(]*(?:https?://|www\.)\S+\s*|[\s*]*\[[^\]]*\]\([^)]*\)[\s.;]*")
_ACT = re.compile(
    r"[\s*_<]*(?:afspraak|actie(?:punt)?|besluit|conclusie|toezegging)\b", re.IGNORECASE
)
_ACTIONS = re.compile(
    r"\b(?:actie(?:punt)?(?:en)?|afspraken?|besluit(?:en)?|wat|taak|taken|omschrijving)\b",
    re.IGNORECASE,
)
_RULE_ROW = re.compile(r"[\s|:-]+")
_HEADER_GROUPS = 12


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that belong together."""

    kind: Kind
    pieces: tuple[tuple[int, int], ...]
    """Offsets of its lines in the source text, marker excluded; page furniture in between is left
    out, so that a remark cut by a page is whole."""
    marker: str = ""
    level: int = 0
    """Bullets: nesting from 0. Headings: from 1, or 0 where the format doesn't tell."""
    number: str = ""
    """Of a heading, "2a"."""

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Offset past its last character."""
        return self.pieces[-1][1]


def find_blocks(source: Source) -> list[Block]:
    """All blocks of a Source in document order: every line with text, page furniture aside."""
    groups = group_lines(source.format, views(source))
    first = next((i for i, group in enumerate(groups) if group.role in ("item", "heading")), 0)
    stack: list[float] = []
    blocks: list[Block] = []
    for i, group in enumerate(groups):
        if group.role == "heading":
            stack.clear()
            blocks.append(_heading(group))
        elif group.role == "table":
            blocks.extend(_table_row(groups, i))
        elif group.role in ("attendance", "code"):
            blocks.append(
                Block("attendance" if group.role == "attendance" else "code", _pieces(group.views))
            )
        else:
            after = groups[i + 1] if i + 1 < len(groups) else None
            level = _level(stack, group.views[0], source.format) if group.role == "item" else 0
            kind = _kind(
                group,
                after,
                in_header=i <= max(first, _HEADER_GROUPS)
                and not any(b.kind == "bullet" for b in blocks),
            )
            marker = group.views[0].marker
            blocks.append(Block(kind, _pieces(group.views), marker.text if marker else "", level))
    return [block for block in blocks if block.end > block.start]


def _pieces(lines: Sequence[View]) -> tuple[tuple[int, int], ...]:
    return tuple(
        (view.start if i == 0 else view.line.start, view.end) for i, view in enumerate(lines)
    )


def _heading(group: Group) -> Block:
    heading, first = group.heading, group.views[0]
    assert heading is not None  # noqa: S101  for the type checker: heading groups have one
    start = first.line.start + heading.title_start
    pieces = ((start, max(first.end, start)), *_pieces(group.views)[1:])
    return Block("heading", pieces, level=heading.level or 0, number=heading.number)


def _level(stack: list[float], view: View, form: Format) -> int:
    """Nesting of an item by its indent; `stack` holds the indents of those it may stand under."""
    if view.line.list_level is not None:
        return view.line.list_level
    tolerance = 6.0 if form == "pdf" else 1.0
    while stack and view.indent < stack[-1] - tolerance:
        stack.pop()
    if not stack or view.indent > stack[-1] + tolerance:
        stack.append(view.indent)
    return len(stack) - 1


def _kind(group: Group, after: Group | None, *, in_header: bool) -> Kind:
    text = " ".join(view.text.strip() for view in group.views)
    body = group.views[0].body if len(group.views) == 1 else text
    words = len(body.split())
    if _URL.fullmatch(body):
        return "link"
    if (
        group.role == "paragraph"
        and in_header
        and (
            _FIELD.match(text)
            or _FIELD_WORD.match(text)
            or (words <= 14 and not _VERB.search(text))
        )
    ):
        return "header"
    if body.rstrip("*_ ").endswith(":") and after is not None and not _ACT.match(body):
        listed = after.role == "item" and (
            group.role == "paragraph" or after.views[0].indent > group.views[0].indent
        )
        if listed and words <= (14 if group.role == "paragraph" else 6):
            return "lead-in"
    return "bullet"


def _table_row(groups: Sequence[Group], i: int) -> Iterator[Block]:
    """A row of a table: its longest cell is an action where the table's first row says so."""
    group = groups[i]
    top = i
    while top and groups[top - 1].role == "table" and _same_table(groups[top - 1], group):
        top -= 1
    heads = " ".join(view.text for view in groups[top].views)
    cells = list(_cells(group))
    longest = max(cells, key=lambda cell: cell[1] - cell[0], default=None)
    if longest is None:
        return
    is_rule = all(_RULE_ROW.fullmatch(view.text) for view in group.views)
    if i > top and _ACTIONS.search(heads) and longest[1] - longest[0] > 8 and not is_rule:
        yield Block("action", (longest,))
    else:
        yield Block("table", tuple(cells))


def _same_table(one: Group, other: Group) -> bool:
    first, second = one.views[0].line.cell, other.views[0].line.cell
    return first == second if first is None or second is None else first[0] == second[0]


def _cells(group: Group) -> Iterator[tuple[int, int]]:
    """Offsets of the cells of a table row that hold text."""
    for view in group.views:
        if view.line.cell is not None:
            yield view.start, view.end
            continue
        for match in re.finditer(r"(?:[^|\\]|\\.)+", view.text):
            cell = match.group()
            if cell.strip():
                lead = len(cell) - len(cell.lstrip())
                start = view.line.start + match.start() + lead
                yield start, start + len(cell.strip())
