"""The lines that a parsed web page shows, and what each is: heading, list item, table cell."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from notulist.reading.html_lists import Item, List, item_of, list_of
from notulist.reading.html_tables import Table, is_data
from notulist.reading.source import Line

_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|"
    "figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|legend|li|main|menu|nav|ol|p|pre|"
    "section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_LEFT_OUT = re.compile(
    "applet|audio|button|canvas|datalist|del|embed|head|iframe|input|map|meter|nav|noscript|object|"
    "progress|rp|rt|script|select|style|svg|template|textarea|title|video"
)
_BOLD = re.compile("b|strong|th|h[1-6]")
_HEADING = re.compile(r"h([1-6])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_WEIGHT = re.compile(r"font-weight\s*:\s*([a-z]+|\d+)")
_PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)")
_WORD_LEVEL = re.compile(r"mso-list\s*:\s*\S+\s+level(\d)")  # Word keeps its marker in the text
_SPACE = re.compile(r"[ \t\n\r\f]+")
_NEWLINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class _Setting:
    """What holds for the text of an element; those in it inherit it."""

    bold: bool = False
    pre: bool = False
    heading: int | None = None
    list: List | None = None
    item: Item | None = None
    level: int | None = None
    table: Table | None = None
    cell: tuple[int, int, int] | None = None


@dataclass(slots=True)
class _Page:
    """The lines so far, and the one that is being gathered."""

    text: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    length: int = 0
    unit: int = 0
    index: int = 0
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    tables: int = 0

    def add(self, text: str | None, setting: _Setting) -> None:
        """Text as it stands in the markup."""
        if not text:
            return
        if not setting.pre:
            self._append(_SPACE.sub(" ", text), setting)
            return
        first, *others = _NEWLINE.split(text)
        self._append(first, setting)
        for other in others:
            self.break_line(setting)
            self._append(other, setting)

    def break_line(self, setting: _Setting) -> None:
        """End the line. An empty one stands between paragraphs: the next is of another unit."""
        empty = not self._words().strip()
        self._end_line(setting)
        if empty:
            self.unit, self.index = self.unit + 1, 0

    def end_block(self, setting: _Setting) -> None:
        """End the line, if there is one, and the unit."""
        if self._words():
            self._end_line(setting)
        self.pieces.clear()
        if self.index:
            self.unit, self.index = self.unit + 1, 0

    def _append(self, text: str, setting: _Setting) -> None:
        if not setting.pre and (not self.pieces or self.pieces[-1][0].endswith(" ")):
            text = text.removeprefix(" ")
        if text:
            self.pieces.append((text, setting.bold))

    def _words(self) -> str:
        return "".join(text for text, _ in self.pieces).rstrip(" \t\n\r\f")

    def _end_line(self, setting: _Setting) -> None:
        words = self._words()
        marker = None
        if words.strip() and setting.item is not None:
            marker, setting.item.marker = setting.item.marker, None
        line = Line(
            self.length,
            self.length + len(words),
            self.unit,
            self.index,
            bold=_mostly_bold(self.pieces),
            list_level=setting.level,
            marker=marker,
            heading=setting.heading,
            cell=setting.cell,
        )
        self.lines.append(line)
        self.text.append(words)
        self.pieces.clear()
        self.length += len(words) + 1
        self.index += len(words) + 1


def lines_of(root: Any) -> tuple[str, tuple[Line, ...]]:
    """The text of an HTML element as a browser shows it, and its lines.

    Walks without recursion: broken pages nest thousands deep.
    """
    page = _Page()
    settings = [_Setting()]
    skipped = None
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        block = _BLOCK.fullmatch(element.tag)
        if block:
            page.end_block(settings[-1])
        if event == "start":
            if _is_left_out(element):
                skipped = element
                walk.skip_subtree()
            elif element.tag == "br":
                page.break_line(settings[-1])
            settings.append(_setting(element, settings[-1], page))
            if skipped is None:
                page.add(element.text, settings[-1])
        else:
            skipped = None
            settings.pop()
            page.add(element.tail, settings[-1])
    page.end_block(settings[-1])
    return "\n".join(page.text), tuple(page.lines)


def _setting(element: Any, outer: _Setting, page: _Page) -> _Setting:
    """What holds in an element, by its tag and its own style."""
    tag, style = element.tag, element.get("style", "").lower()
    weight = _WEIGHT.search(style)
    bold = outer.bold or _BOLD.fullmatch(tag) is not None
    if weight:
        bold = weight[1] in ("bold", "bolder") or (weight[1].isdigit() and int(weight[1]) >= 600)
    pre = tag == "pre" or (_PRE.search(style) is not None if "white-space" in style else outer.pre)
    setting = replace(outer, bold=bold, pre=pre)
    if heading := _HEADING.fullmatch(tag):
        return replace(setting, heading=int(heading[1]))
    if tag in ("ul", "ol", "menu", "dir"):
        return replace(setting, list=list_of(element, style, outer.list))
    if tag == "li":
        if outer.item is not None:
            outer.item.marker = None  # it shows nothing but this list
        level = outer.list.level if outer.list is not None else 0
        return replace(setting, item=item_of(element, style, outer.list), level=level)
    if tag == "table":
        return _in_table(element, setting, page)
    if tag == "tr" and outer.table is not None:
        outer.table.begin_row()
    elif tag in ("td", "th") and outer.table is not None:
        return replace(setting, cell=outer.table.cell(element))
    if level_in_word := _WORD_LEVEL.search(style):
        return replace(setting, level=max(int(level_in_word[1]) - 1, 0))
    return setting


def _in_table(element: Any, setting: _Setting, page: _Page) -> _Setting:
    """A table that only lays out the page leaves its paragraphs what they are."""
    if not is_data(element):
        return replace(setting, table=None, cell=None)
    page.tables += 1
    return replace(setting, table=Table(page.tables - 1), cell=None)


def _is_left_out(element: Any) -> bool:
    return (
        _LEFT_OUT.fullmatch(element.tag) is not None
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style", "").lower()) is not None
    )


def _mostly_bold(pieces: list[tuple[str, bool]]) -> bool | None:
    letters: Counter[bool] = Counter()
    for text, bold in pieces:
        letters[bold] += sum(c.isalnum() for c in text)
    return letters[True] > letters[False] if letters.total() else None
