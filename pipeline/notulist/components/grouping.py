"""Which lines belong together: the joining of wrapped lines into remarks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from notulist.components.attendance import (
    goes_on,
    heads_attendance,
    is_sentence,
    opens_attendance,
)
from notulist.components.headings import (
    FIELD,
    Heading,
    find_heading,
    heading_goes_on,
    starts_turn,
    style_of,
)
from notulist.components.layout import View
from notulist.reading.markdown import closes_fence, opens_fence
from notulist.reading.source import Format

Role = Literal["heading", "item", "paragraph", "attendance", "table", "code"]

_SENTENCE_END = re.compile(r"[.!?…:;][)\]’'\"”*_\s]*(?:<br\s*/?>)?\s*$")


@dataclass(slots=True)
class Group:
    """Lines that belong together, while they are being gathered."""

    role: Role
    views: list[View]
    heading: Heading | None = None


def group_lines(form: Format, views: Sequence[View]) -> list[Group]:
    """All lines in groups, in their order; each line is in exactly one."""
    style = style_of(views)
    groups: list[Group] = []
    number = ""
    attending = False
    fence = ""
    for i, view in enumerate(views):
        opened = groups[-1] if groups else None
        after = views[i + 1] if i + 1 < len(views) else None
        closes = bool(fence) and closes_fence(view.text, fence)
        if form == "md" and not fence:
            fence = opens_fence(view.text)
        if fence:
            fence = "" if closes else fence
            _join(groups, "code", view, new=opened is None or opened.role != "code")
            continue
        if opened and opened.role == "heading" and heading_goes_on(opened.views[-1], view, after):
            opened.views.append(view)
            continue
        heading = find_heading(views, i, style, number)
        if heading is not None:
            groups.append(Group("heading", [view], heading))
            number = heading.number or number
            attending = heads_attendance(view.text[heading.title_start :])
        elif attending or opens_attendance(view.text):
            attending = goes_on(view.text) and not (view.gap and is_sentence(view.text))
            if attending:
                _join(groups, "attendance", view, new=opened is None or opened.role != "attendance")
            else:
                groups.append(Group("item" if view.marker else "paragraph", [view]))
        elif view.line.cell is not None or view.text.lstrip().startswith("|"):
            _join(groups, "table", view, new=not _same_row(opened, view))
        elif view.marker is not None and not _false_marker(form, opened, view):
            groups.append(Group("item", [view]))
        elif (
            opened is not None
            and opened.role in ("item", "paragraph")
            and _goes_on(form, opened, view)
        ):
            opened.views.append(view)
        else:
            groups.append(Group("paragraph", [view]))
    return groups


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _SENTENCE_END.search(text) is not None


def _join(groups: list[Group], role: Role, view: View, *, new: bool) -> None:
    if new:
        groups.append(Group(role, [view]))
    else:
        groups[-1].views.append(view)


def _same_row(opened: Group | None, view: View) -> bool:
    if opened is None or opened.role != "table" or view.line.cell is None:
        return False
    cell = opened.views[-1].line.cell
    return cell is not None and cell[:2] == view.line.cell[:2]


def _false_marker(form: Format, opened: Group | None, view: View) -> bool:
    """A wrapped line that happens to open with a number, letter or dash: "… op\n21. De …"."""
    if form not in ("txt", "pdf") or opened is None or view.marker is None:
        return False
    if opened.role not in ("item", "paragraph") or view.gap or not view.in_text:
        return False
    last = opened.views[-1]
    unfinished = last.full and not ends_sentence(last.text) and last.indent == view.indent
    return unfinished and (view.marker.kind != "glyph" or view.marker.text in "-–—*+o")


def _goes_on(form: Format, opened: Group, view: View) -> bool:
    """Whether an unmarked line belongs to the remark above it."""
    last = opened.views[-1]
    if form == "docx":
        return view.line.unit == last.line.unit
    if form == "md":
        if view.gap:
            return opened.role == "item" and view.indent >= opened.views[0].indent + 2
        return not starts_turn(view.text)
    text = view.text.strip()
    field = FIELD.match(text)
    weight = view.line.bold and last.line.bold is False
    if field and (":" in text[:30] or text.startswith("Vergader") or weight):
        return False  # the labels of a letterhead
    turned_page = form == "pdf" and view.line.unit != last.line.unit
    if view.gap and not turned_page:
        # Text taken out of a PDF has empty lines inside remarks; an unfinished line goes on.
        return not ends_sentence(last.text) and (last.full or text[0].islower())
    if last.full and not ends_sentence(last.text):
        return True
    if starts_turn(text):
        return False
    if text[0].islower() or not ends_sentence(last.text):
        return _aligned(form, opened, view) or text[0].islower() or last.full
    return last.full and _aligned(form, opened, view)


def _aligned(form: Format, opened: Group, view: View) -> bool:
    """Whether a line stands where the lines of that remark stand (hanging indent in a PDF)."""
    if form != "pdf" or opened.views[0].marker is None:
        return True
    if len(opened.views) > 1:
        return view.indent >= opened.views[1].indent - 3
    return view.indent >= opened.views[0].indent - 3
