"""What headings look like in one document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from notulist.components.markers import Marker, agenda_number
from notulist.components.titles import SHORT_REMARK, has_verb, is_link_text, is_name, title_like
from notulist.components.view import View

_FEWEST_OF_SERIES = 3
_SHARE_OF_SERIES = 0.25  # of its lines that read as titles
_FEWEST_COUNTED = 2
_COUNTED = re.compile(r"\s*(?P<word>[A-Z][a-z]{2,})\s(?P<number>\d{1,2})\s?[:–-]\s(?P<rest>.*)")
_REPEATED = 3  # times that a title without any other sign comes in a document
LARGER = 1.07  # times the size of most of the text: 12 points above 11
# "Inleiding ........ 3": a line of a table of contents.
LEADERS = re.compile(r"(?<![.\s])\s?(?:\.\s?){5,200}\s{0,20}\d{0,5}\s{0,20}$|(?:\.\s?){200}")
BOLD_LINE = re.compile(
    r"\s*(\*{2,3}|_{2,3})(?=\S)(?P<title>[^*]+?)(?<=\S)\1\s*:?\s*\\?\s*(?:<br\s*/?>)?\s*"
)
_SMALL = re.compile(r"(?<![\w@./-])[a-zà-ÿ]{3,}(?![\w@]|\.\w)")
_ITALIC = re.compile(r"\s*([*_])(?P<title>[^*_]+)\1\s*(?:<br\s*/?>)?\s*")


@dataclass(frozen=True, slots=True)
class Style:
    """What tells headings from text."""

    body_size: float | None
    """Font size of most of the text, in points."""
    numbers: bool
    """Whether numbers open agenda items (and not the remarks themselves)."""
    numbers_stand_out: bool
    """Whether those are bold or large, so that a plain one is none."""
    series: bool = False
    """Whether the bold numbered lines are topics in a row, some of them questions or sentences."""
    repeated: frozenset[str] = frozenset()
    """Plain lines that come three times or more: the section titles of a form."""
    counted: frozenset[str] = frozenset()
    """Lines that a word and a number open, in a row: "Deel 1: Bodem", "Deel 2: Water"."""
    small: frozenset[str] = frozenset()
    """The words that are written in small letters somewhere: no names."""

    def is_name(self, text: str) -> bool:
        """Whether a text could be who speaks: "Jan Jansen"; "Ontslag Wethouder" is none where the
        minutes have both words in small letters too."""
        words = [word.strip(".,:;()*_") for word in text.split()]
        known = all(word.lower() in self.small for word in words if word)
        return is_name(text) and not known

    def is_larger(self, view: View, times: float) -> bool:
        """Whether a line is set at least so many times as large as most of the text."""
        size = view.line.size
        return bool(self.body_size and size and size >= times * self.body_size)


def style_of(views: Sequence[View]) -> Style:
    """How this document marks its headings."""
    numbered = [
        i
        for i, view in enumerate(views)
        if number_of(view) and title_like(view.body) and not LEADERS.search(view.text)
    ]
    leftmost = min((views[i].indent for i in numbered), default=0.0)
    top = [i for i in numbered if views[i].indent <= leftmost + 12]
    followed = sum(1 for i in top if i + 1 < len(views) and not number_of(views[i + 1]))
    size = body_size((view.line.size, len(view.text)) for view in views)
    sized = Style(size, numbers=False, numbers_stand_out=False)
    standing = sum(1 for i in numbered if stands_out(views[i], sized))
    return replace(
        sized,
        numbers=bool(top) and followed >= 0.4 * len(top),
        numbers_stand_out=standing >= 2 and standing >= 0.3 * len(numbered),
        series=_is_series(views),
        repeated=_repeated(views),
        counted=_counted(views),
        small=frozenset(word for view in views for word in _SMALL.findall(view.text)),
    )


def body_size(sized: Iterable[tuple[float | None, int]]) -> float | None:
    """Font size of most of the text, in points, to half a point. sized: of some stretches, each
    with its characters."""
    sizes: Counter[float] = Counter()
    for size, characters in sized:
        if size:
            sizes[round(size * 2) / 2] += characters
    return sizes.most_common(1)[0][0] if sizes else None


def _is_series(views: Sequence[View]) -> bool:
    """Whether of the numbered lines in bold, each with plain text below it, some read as titles."""
    bold = [
        view
        for view, after in pairwise(views)
        if view.line.bold and not view.title and not after.line.bold and number_of(view)
    ]
    titles = [view for view in bold if title_like(view.body) and not view.body.endswith("?")]
    return len(bold) >= _FEWEST_OF_SERIES and len(titles) >= _SHARE_OF_SERIES * len(bold)


def _repeated(views: Sequence[View]) -> frozenset[str]:
    """The short lines that stand for themselves above other text three times or more."""
    seen: Counter[str] = Counter()
    for view, after in pairwise(views):
        text = view.text.strip()
        alone = view.marker is None and view.line.cell is None and not view.full
        if alone and view.line.box is not None and text != after.text.strip():
            seen[text] += 1
    return frozenset(
        text
        for text, times in seen.items()
        if times >= _REPEATED and (text.endswith("?") or _is_plain_title(text))
    )


def _counted(views: Sequence[View]) -> frozenset[str]:
    """The titles that a word and a number open, from 1 up, each alone above something else."""
    found: dict[str, list[tuple[int, str]]] = {}
    for i, view in enumerate(views):
        match = _COUNTED.match(view.text)
        alone = view.marker is None and view.line.cell is None and (view.gap > 0 or i == 0)
        if match is None or not alone or i + 1 == len(views) or not title_like(view.text):
            continue
        if not _COUNTED.match(views[i + 1].text) and not has_verb(match["rest"]):
            found.setdefault(match["word"], []).append((int(match["number"]), view.text.strip()))
    rows = (row for row in found.values() if [n for n, _ in row] == list(range(1, len(row) + 1)))
    return frozenset(text for row in rows if len(row) >= _FEWEST_COUNTED for _, text in row)


def _is_plain_title(text: str) -> bool:
    """Whether a line reads as a title, and neither as a remark ("Geen bijzonderheden") nor as a
    name."""
    said = has_verb(text) or SHORT_REMARK.search(text) is not None
    return title_like(text) and not said and not is_name(text)


def stands_out(view: View, style: Style) -> bool:
    """Whether a line is set larger than the text, in bold, or underlined (and no link)."""
    underlined = bool(view.line.underlined) and not is_link_text(view.text)
    bold = bool(view.line.bold) or BOLD_LINE.fullmatch(view.text) is not None
    return style.is_larger(view, LARGER) or bold or underlined


def number_of(view: View) -> Marker | None:
    """The number that opens a line, as an agenda item's may be written: "3.", "3a Wonen"."""
    if view.marker is not None:
        return view.marker if view.marker.kind == "number" else None
    found = agenda_number(view.text)
    if found is None and view.title:  # "**Agendapunt 2: Wonen** De wethouder …"
        lead = len(view.text) - len(view.text.lstrip(" *_"))
        found = agenda_number(view.text[lead:])
        return found and replace(found, length=found.length + lead)
    if found is None and (match := _ITALIC.fullmatch(view.text)):  # "_1 Welkom_"
        found = agenda_number(match["title"])
        return found and replace(found, length=found.length + match.start("title"))
    return found
