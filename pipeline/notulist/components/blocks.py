"""From lines to blocks: headings, remarks, attendance, and what is none of these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from notulist.components.attendance import heads_attendance
from notulist.components.bare import bare_and_asked
from notulist.components.fields import is_field_label
from notulist.components.grouping import Group, group_lines
from notulist.components.kinds import Kind, kind_of
from notulist.components.layout import lay_out
from notulist.components.tables import row_cells, same_table
from notulist.components.titles import heads_actions, heads_definitions, is_known
from notulist.components.turns import cut_turns
from notulist.components.view import View, pieces_of
from notulist.reading.source import Format, Line, Source

_HEADER_GROUPS = 30


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
    layout = lay_out(source)
    groups = group_lines(source.format, layout.views)
    bare, asked = bare_and_asked(groups)
    stack: list[float] = []
    blocks: list[Block] = []
    title = ""
    in_header = True
    attended = False  # whether those present stand above
    listed = 0  # groups of contents lists, which stand before the letterhead too
    under_item = False  # whether an agenda item stands above
    for i, group in enumerate(groups):
        after = groups[i + 1] if i + 1 < len(groups) else None
        if group.role == "heading":
            stack.clear()
            blocks.append(_heading(group))
            title = source.text[blocks[-1].start : blocks[-1].end]
            begun = attended and not (heads_attendance(title) or is_field_label(title))
            attended = attended or heads_attendance(title)
            under_item = under_item or bool(blocks[-1].number) or is_known(title) or begun
        elif group.role == "table":
            if i == 0 or groups[i - 1].role != "table" or not same_table(groups[i - 1], group):
                head = group  # the first row of its table
            cells = row_cells(
                group,
                head,
                source.text,
                actions=heads_actions(title),
                defined=heads_definitions(title),
            )
            blocks.extend(Block(kind, pieces) for kind, pieces in cells)
        elif group.role == "contents":
            blocks.append(Block("topic", pieces_of(group.views)))
            listed += 1
        elif group.role == "attendance" or group.role == "code":
            attended = attended or group.role == "attendance"
            blocks.append(Block(group.role, pieces_of(group.views)))
        else:
            level = _level(stack, group.views[0], source.format) if group.role == "item" else 0
            in_header = in_header and i - listed < _HEADER_GROUPS
            kind: Kind = (
                "topic"
                if i in bare
                else kind_of(
                    group,
                    after,
                    title,
                    in_header=in_header,
                    under_item=under_item,
                    bare_below=i + 1 in bare,
                    asked=i in asked,
                )
            )
            in_header = in_header and kind not in ("bullet", "action")
            marker = group.views[0].marker
            pieces = pieces_of(group.views)
            turns = cut_turns(source.text, pieces) if group.role == "paragraph" else [pieces]
            mark = marker.text if marker else ""
            blocks.extend(Block(kind, turn, mark, level) for turn in turns)
    blocks.extend(Block("note", _note(source, lines)) for lines in layout.notes)
    return [block for block in blocks if block.end > block.start]


def _note(source: Source, lines: Sequence[Line]) -> tuple[tuple[int, int], ...]:
    """The lines of a footnote without white space at their ends."""
    return tuple(
        (line.start, line.start + len(source.text[line.start : line.end].rstrip()))
        for line in lines
    )


def _heading(group: Group) -> Block:
    heading, first = group.heading, group.views[0]
    assert heading is not None  # noqa: S101  for the type checker: heading groups have one
    start = first.line.start + heading.title_start
    pieces = ((start, max(first.end, start)), *pieces_of(group.views)[1:])
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
