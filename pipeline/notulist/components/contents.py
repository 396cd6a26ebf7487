"""Contents and agenda lists at the front: lines that come back as titles further on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from notulist.components.style import LEADERS, number_of
from notulist.components.titles import heads_actions, heads_agenda
from notulist.components.view import View

_LONGEST = 120  # lines of such a list
_REST = 2  # times as many lines as that list has, in the sections below it
_FEWEST = 2  # of its lines that come back
_SHARE = 0.5  # of its lines
_FEWEST_LETTERS = 4  # of a title; a shorter one comes back by chance
_WRAPPED = 20  # letters of a title's line that is wrapped elsewhere where it comes back
_PAGE = re.compile(r"\W*\d{1,3}\W*")
_PAGE_BEHIND = re.compile(r"(?<=\S)\s+\d{1,3}\s*$")


def find_contents(views: Sequence[View]) -> tuple[set[int], set[int]]:
    """Indices of the lines of contents and agenda lists, and of the titles that come back.

    Such a list stands below "Inhoud" or "Agenda", and half of its lines or more come back below it
    in the same order, numbers and page numbers aside. Under an agenda whose lines don't come back
    stand the minutes themselves, unless it is a short section of its own.
    """
    titles = [_title(view) for view in views]
    found: set[int] = set()
    back: set[int] = set()
    for i, view in enumerate(views):
        if i not in found and view.line.cell is None and heads_agenda(_plain(view)):
            lines, returned = _list_below(views, titles, i)
            lines = lines or _section_below(views, i) or _items_below(views, i)
            found.update(lines)
            back |= returned
    # Where they come back right below each other they are another list, not titles.
    return found, {i for i in back if not {i - 1, i + 1} & back}


def _list_below(views: Sequence[View], titles: Sequence[str], head: int) -> tuple[range, set[int]]:
    """The lines of the list below line `head`, and where they come back; none without a list."""
    reach = range(head + 1, min(head + 1 + _LONGEST, len(views)))
    # The list ends before the first of its lines that comes back.
    first = (_next(titles, titles[i], i + 1) for i in reach if titles[i] != titles[head])
    end = next((at for at in first if at is not None), None)
    if end is None:
        return range(0), set()
    place, last = end, head
    back: set[int] = set()
    lines = lines_to_last = 0
    for i in range(head + 1, min(end, reach.stop)):
        if views[i].line.cell is not None:
            break
        lines += not _PAGE.fullmatch(views[i].text) and titles[i] != titles[head]
        at = _next(titles, titles[i], place)
        if at is not None:
            place, last, lines_to_last = at, i, lines
            back.add(at)
    if len(back) < _FEWEST or len(back) < _SHARE * lines_to_last:
        return range(0), set()
    while last + 1 < end and _PAGE.fullmatch(views[last + 1].text):
        last += 1
    return range(head + 1, last + 1), back


def _section_below(views: Sequence[View], head: int) -> range:
    """The list in a section of its own, "## Agenda", where the minutes stand in later ones."""
    level = views[head].line.heading
    end = head + 1
    while end < len(views) and views[end].marker is not None and views[end].line.heading is None:
        end += 1
    rest = takewhile(lambda view: not _heads_actions(view), views[end:])
    later = [view.line.heading for view in rest]
    apart = level is not None and any(other is not None and other <= level for other in later)
    return range(head + 1, end) if apart and len(later) > _REST * (end - head) else range(0)


def _items_below(views: Sequence[View], head: int) -> range:
    """The numbered subjects below a list item that says "Agenda"."""
    mark, end = views[head].marker, head + 1
    while end < len(views) and (numbered := views[end].marker) and numbered.kind == "number":
        end += 1
    named = not any(views[i].body.endswith(".") for i in range(head + 1, end))
    listed = mark is not None and mark.kind == "glyph" and end - head > _FEWEST and named
    return range(head + 1, end) if listed else range(0)


def _heads_actions(view: View) -> bool:
    return view.line.heading is not None and heads_actions(_plain(view))


def _next(titles: Sequence[str], title: str, start: int) -> int | None:
    """Where a title comes back from line `start` on, alone on its line."""
    if sum(char.isalpha() for char in title) < _FEWEST_LETTERS:
        return None
    for i in range(start, len(titles)):
        other = titles[i]
        if other == title or (
            min(len(title), len(other)) >= _WRAPPED
            and (other.startswith(title) or title.startswith(other))
        ):
            return i
    return None


def _plain(view: View) -> str:
    number = number_of(view)
    start = number.length if number and view.line.marker is None else 0
    return view.text[start:].strip(" #*_\t")


def _title(view: View) -> str:
    """The letters and digits of a line without its number and its page number."""
    text = _PAGE_BEHIND.sub("", LEADERS.sub("", _plain(view)))
    return "".join(char for char in text.casefold() if char.isalnum())
