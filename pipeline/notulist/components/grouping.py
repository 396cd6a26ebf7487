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
from notulist.components.contents import find_contents
from notulist.components.fields import opens_field
from notulist.components.headings import Heading, find_heading, heading_goes_on
from notulist.components.style import style_of
from notulist.components.titles import SHORT_REMARK, is_act, is_link_text
from notulist.components.turns import starts_turn
from notulist.components.view import View
from notulist.reading.markdown import closes_fence, opens_fence
from notulist.reading.source import Format

Role = Literal["heading", "item", "paragraph", "attendance", "table", "code", "contents"]

_WORDS_OF_A_NAME = 8
_WORDS_OF_A_REMARK = 5
_WIDEST = 140  # characters that text is wrapped at
_FIRST_LINE = 8.0  # points that the first line of a paragraph is set to the right
_SAME_LEFT = 3.0  # points
_HANGING = 18.0  # points that the lines below the first one of a turn are set to the right
_BRACKETED = re.compile(r"<[^<>]*[: ][^<>]*>[.;]?")
_ADDRESS = re.compile(r"[\s<(]*(?:https?://|www\.)")
_LABEL = re.compile(
    r"[\s*_]*(?:vraag|antwoord|reactie|actie|actiepunt|afspraak|besluit|conclusie|voorstel|suggestie)\s*\d{0,2}[\s*_]*:[\s*_]*",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(?P<said>[^*_]{1,60})(?<=\S)\1\s*")
_SENTENCE_END = re.compile(r"[.!?…:;][)\]’'\"”*_\s]*(?:<br\s*/?>)?\s*$")


@dataclass(slots=True)
class Group:
    """Lines that belong together, while they are being gathered."""

    role: Role
    views: list[View]
    heading: Heading | None = None
    below_item: bool = False
    """Whether it is a paragraph that Markdown counts to the list item above it."""
    returned: bool = False
    """Whether it begins with a line of the contents or agenda list that comes back."""


def group_lines(form: Format, views: Sequence[View]) -> list[Group]:
    """All lines in groups, in their order; each line is in exactly one."""
    listed, returned = find_contents(views)
    style = style_of([view for i, view in enumerate(views) if i not in listed])
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
        if i in listed:
            groups.append(Group("contents", [view]))
            continue
        above = opened.views[-1] if opened and opened.role == "heading" else None
        if opened and above and heading_goes_on(above, view, after, style):
            opened.views.append(view)
            continue
        if view.glued and opened and opened.role in ("item", "paragraph"):
            opened.views.append(view)  # the title that it follows was none
            continue
        heading = None
        if not view.glued:
            heading = find_heading(views, i, style, number, returned=i in returned)
        if heading is not None:
            groups.append(Group("heading", [view], heading))
            number = heading.number if heading.number[:1].isdigit() else number
            attending = heads_attendance(view.text[heading.title_start :])
        elif attending or opens_attendance(view.text):
            short = len(view.text.split()) <= _WORDS_OF_A_NAME
            row = view.text.lstrip().startswith("|") and attending
            attending = (
                (short and _same_table(opened, view))
                or row
                or (goes_on(view.text) and not is_sentence(view.text))
            )
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
            and (
                _goes_on(form, opened, view) or (form == "md" and _within_list(opened, view, after))
            )
        ):
            opened.views.append(view)
        else:
            below = form == "md" and opened is not None and _is_below_item(opened, view)
            groups.append(Group("paragraph", [view], below_item=below))
    starts = {views[i].line.start for i in returned}
    for group in groups:
        group.returned = group.views[0].line.start in starts
    return groups


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _SENTENCE_END.search(text) is not None


def _join(groups: list[Group], role: Role, view: View, *, new: bool) -> None:
    if new:
        groups.append(Group(role, [view]))
    else:
        groups[-1].views.append(view)


def _same_table(opened: Group | None, view: View) -> bool:
    """Whether a cell is of the table that the attendance list stands in."""
    if opened is None or opened.role != "attendance" or view.line.cell is None:
        return False
    cell = opened.views[-1].line.cell
    return cell is not None and cell[0] == view.line.cell[0]


def _same_row(opened: Group | None, view: View) -> bool:
    if opened is None or opened.role != "table" or view.line.cell is None:
        return False
    cell = opened.views[-1].line.cell
    return cell is not None and (cell[:2] == view.line.cell[:2] or _row_goes_on(opened, view))


def _row_goes_on(opened: Group, view: View) -> bool:
    """Whether a row of a PDF's table goes on at the top of the next page: there its first cell is
    empty, and what stands below it goes on with a sentence that was begun in the row."""
    if view.line.cell is None or view.line.box is None or view.marker is not None:
        return False
    turned = view.line.unit == opened.views[-1].line.unit + 1
    if not turned or view.line.cell[1] or not view.line.cell[2]:
        return False
    above = [one for one in opened.views if abs(one.indent - view.indent) <= _SAME_LEFT]
    return bool(above) and not ends_sentence(above[-1].text)


def _false_marker(form: Format, opened: Group | None, view: View) -> bool:
    """A wrapped line that happens to open with a number, letter or dash: "… op\n21. De …"."""
    if form not in ("txt", "pdf", "eml") or opened is None or view.marker is None:
        return False
    if opened.role not in ("item", "paragraph") or view.gap or not view.in_text:
        return False
    last = opened.views[-1]
    same = abs(last.indent - view.indent) < 1  # points, or characters of text
    unfinished = last.full and not ends_sentence(last.text) and same
    return unfinished and (view.marker.kind != "glyph" or view.marker.text in "-–—*+o")


def _goes_on(form: Format, opened: Group, view: View) -> bool:
    """Whether an unmarked line belongs to the remark above it."""
    if form in ("docx", "odt", "html"):
        return _word_goes_on(opened, view)
    if form == "md":
        return _markdown_goes_on(opened, view)
    last, text = opened.views[-1], view.text.strip()
    weight = view.line.bold and last.line.bold is False
    if opens_field(text) and (":" in text[:30] or text.startswith("Vergader") or weight):
        return False
    return _pdf_goes_on(opened, view) if form == "pdf" else _text_goes_on(opened, view)


def _word_goes_on(opened: Group, view: View) -> bool:
    last = opened.views[-1]
    if view.line.unit == last.line.unit:  # a line break within a paragraph
        whole = opened.role == "paragraph" and _whole_remarks(last, view)
        return not (starts_turn(view.text) or whole)
    # A paragraph that a page or a picture cuts goes on in small letters.
    unfinished = not ends_sentence(last.text) and last.line.cell == view.line.cell
    return unfinished and view.text.strip()[0].islower() and len(last.text.split()) > 5


def _markdown_goes_on(opened: Group, view: View) -> bool:
    last, text = opened.views[-1], view.text.strip()
    if _LABEL.fullmatch(last.text[last.start - last.line.start :]) and not view.gap:
        return True
    inside = opened.role == "item" and view.indent >= opened.views[0].indent + 2
    if view.gap:
        return inside and (text[0].islower() or last.text.rstrip()[-1] in ",-")
    inside = inside or (opened.below_item and view.indent == opened.views[0].indent)
    if _begins_remark(text) or (last.text.rstrip().endswith(":") and _ADDRESS.match(text)):
        return False
    # Where nothing is wrapped, each line that begins as a sentence is a remark.
    end = last.text.rstrip()[-1]
    unfinished = end == "," or (not text.lstrip("*_[")[:1].isupper() and end not in ".!?")
    return last.full or inside or unfinished


def _within_list(opened: Group, view: View, after: View | None) -> bool:
    """Whether a line at the margin stands between two items of a list, and belongs to the first."""
    mark = opened.views[0].marker
    if mark is None or after is None or after.marker is None or view.gap or after.gap:
        return False
    same = after.marker.text == mark.text and after.indent == opened.views[0].indent
    return same and not _begins_remark(view.text.strip())


def _is_below_item(opened: Group, view: View) -> bool:
    """Whether an indented paragraph belongs to a list item: what stands right above it does."""
    above = opened.views[0].indent
    nested = opened.role == "item" and view.indent >= above + 2
    return nested or (opened.below_item and view.indent == above)


def _begins_remark(text: str) -> bool:
    """Whether a line of Markdown is a remark of its own, whatever stands above it."""
    return starts_turn(text) or is_act(text) or _is_decision(text)


def _is_decision(text: str) -> bool:
    """Whether a line in italics or bold says no more than what was decided: "*Geen bezwaren*"."""
    match = _EMPHASIS.fullmatch(text)
    return match is not None and SHORT_REMARK.match(match["said"]) is not None


def _pdf_goes_on(opened: Group, view: View) -> bool:
    last, text = opened.views[-1], view.text.strip()
    turned_page = view.line.unit != last.line.unit
    if view.line.cell is None and last.line.cell is not None:
        return False
    unfinished = not ends_sentence(last.text)
    whole = last.text.rstrip().endswith(".") and not last.line.underlined
    if whole and _is_link_alone(view):
        return False
    if text[0].isupper() and _is_closed(opened):
        return False
    if _hangs_from_turn(opened, view) and (turned_page or not view.gap):
        return True
    if view.gap and not turned_page:
        inside = opened.views[0].marker is None or view.indent > opened.views[0].indent + 3
        return unfinished and ((last.full and inside) or text[0].islower())
    if last.full and unfinished:
        return True
    if turned_page and not unfinished and opened.role == "paragraph":
        return False  # a page breaks between paragraphs where it can
    if is_act(text) or (opened.role == "paragraph" and view.indent > last.indent + _FIRST_LINE):
        return False
    if not last.full:
        # A paragraph ends where a line is short; in a list item that is a mere line break.
        hangs = not turned_page and _hangs(opened, view)
        return text[0].islower() or text[0] in "(,.;:" or hangs
    return not starts_turn(text) and _aligned(opened, view)


def _text_goes_on(opened: Group, view: View) -> bool:
    last, text = opened.views[-1], view.text.strip()
    unfinished = not ends_sentence(last.text)
    if view.gap:
        # Text taken out of a PDF has empty lines inside remarks; an unfinished line goes on.
        return unfinished and (last.full or text[0].islower())
    if last.full and unfinished:
        return True
    if is_act(text) or starts_turn(text):
        return False
    # What is longer than any width isn't wrapped.
    return text[0].islower() or last.full or (unfinished and len(last.text) <= _WIDEST)


def _whole_remarks(last: View, view: View) -> bool:
    """Whether a line break stands between two sentences that could each stand alone."""
    enough = min(len(last.text.split()), len(view.text.split())) >= _WORDS_OF_A_REMARK
    return enough and ends_sentence(last.text) and view.text.strip()[0].isupper()


def _hangs(opened: Group, view: View) -> bool:
    """Whether a line stands where the text of that list item does, to the right of its mark."""
    first = opened.views[0]
    if first.marker is None or view.indent < first.indent + 3:
        return False
    return len(opened.views) == 1 or abs(view.indent - opened.views[1].indent) <= 3


def _is_link_alone(view: View) -> bool:
    """Whether a line is a link from end to end, by its own looks and words."""
    return bool(view.line.underlined) and is_link_text(view.text)


def _is_closed(opened: Group) -> bool:
    """Whether a remark is an act in brackets that have closed: "<actiepunt: het Rijk schrijft>"."""
    text = " ".join(view.text.strip() for view in opened.views)
    return _BRACKETED.fullmatch(text) is not None


def _hangs_from_turn(opened: Group, view: View) -> bool:
    """Whether a line stands where those below the first one of a turn do, to the right of it:
    "Vraag: wanneer komt de brief?" and below it, indented, what else was asked."""
    first = opened.views[0]
    if first.marker is not None or not starts_turn(first.text):
        return False
    if len(opened.views) > 1:
        return abs(view.indent - opened.views[1].indent) <= _SAME_LEFT < view.indent - first.indent
    return view.indent > first.indent + _HANGING


def _aligned(opened: Group, view: View) -> bool:
    """Whether a line stands where the lines of that remark stand, to the right of its mark."""
    if opened.views[0].marker is None:
        return True
    if len(opened.views) > 1:
        return view.indent >= opened.views[1].indent - 3
    return view.indent >= opened.views[0].indent - 3
