"""Titles that their text follows on the same line: "3. Financiën. De wethouder licht toe …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from notulist.components.titles import is_act, is_name, title_like
from notulist.components.view import View
from notulist.reading.source import Format

_BOLD = re.compile(r"\s*(?P<sign>\*\*|__)(?=\S)(?P<title>[^*_]{2,120}?)(?<=\S)(?P=sign)[.:]?")
_AGENDA = re.compile(r"[\s*_]*agendapunt\b", re.IGNORECASE)
_NUMBER_IN_BOLD = re.compile(r"\s*(?:\*\*|__)\d")
_AGENDA_NUMBER = re.compile(r"^agendapunt\s+\d+[a-z]?\s*[.:)–-]*\s*", re.IGNORECASE)
# The title of an action list in front of what its letters mean: "Actielijst O=open/G=gesloten".
_LEGEND = re.compile(
    r"[\s*_]*(?:actielijst|actiepunten(?:lijst)?)(?=\W+\w\s?=\s?\w+(?:\W+\w\s?=\s?\w+)*\W*$)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 2  # of what follows a title


def cut_run_in(view: View, form: Format) -> Iterator[View]:
    """A view as it is, or its title and what follows it on the line as two.

    A title is set in bold and stands behind an agenda number, or ends as one ("Financiën." in
    front of a sentence). A bold name, body or "Actie:" opens a remark and is none.
    """
    text = view.text
    if (legend := _LEGEND.match(text)) is not None and view.line.cell is None:
        yield from _cut(view, legend.end())
        return
    end = _title_end(view, form)
    if not end or len(text[end:].split()) < _FEWEST_WORDS:
        yield view
        return
    title = text[view.marker.length if view.marker and view.in_text else 0 : end].strip(" *_")
    title = _AGENDA_NUMBER.sub("", title)
    if not _is_title(title, text[end:].strip(), numbered=_is_numbered(view)):
        yield view
        return
    yield from _cut(view, end)


def _cut(view: View, end: int) -> Iterator[View]:
    """The title up to `end` and what follows it, as two views."""
    text = view.text
    cut = view.line.start + end
    yield replace(
        view, line=replace(view.line, end=cut, bold=True), text=text[:end], full=False, title=True
    )
    rest = text[end:]
    lead = len(rest) - len(rest.lstrip(" \t:–-"))
    line = replace(view.line, start=cut + lead, bold=False, marker=None, list_level=None)
    yield replace(view, line=line, text=rest[lead:], marker=None, gap=0, glued=True)


def _title_end(view: View, form: Format) -> int:
    """How far a bold beginning reaches in the line's text; 0 without one."""
    if view.line.cell is not None or (view.marker and view.marker.kind == "glyph"):
        return 0
    if form == "md":
        within = _NUMBER_IN_BOLD.match(view.text)
        start = view.marker.length if view.marker and not within else 0
        match = _BOLD.match(view.text, start)
        return match.end() if match else 0
    return view.line.bold_to - view.line.start if view.line.bold_to else 0


def _is_numbered(view: View) -> bool:
    return bool(view.marker and view.marker.kind == "number") or bool(_AGENDA.match(view.text))


def _is_title(title: str, rest: str, *, numbered: bool) -> bool:
    bare = title.rstrip(".:–- ")
    if (
        is_act(title)
        or not title_like(bare)
        or (not rest[:1].isalnum() and rest[:1] not in "‘“\"'(–-")
    ):
        return False
    if numbered:
        return rest.lstrip(" –-")[:1].isupper() or title[-1:] in ".:"
    return title.endswith(".") and not is_name(bare)
