"""What kind a group of lines is: a remark, or one of the things that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from notulist.components.attendance import is_sentence
from notulist.components.grouping import Group
from notulist.components.headings import LEADERS, title_like

Kind = Literal[
    "heading",
    "bullet",
    "action",
    "attendance",
    "header",
    "lead-in",
    "topic",
    "table",
    "link",
    "code",
]

_FIELD = re.compile(
    r"[\s*_|]*(?:vergader)?(?:datum|locatie|plaats|kenmerk|tijd(?:stip)?|onderwerp|van|aan|auteurs?|versie|notulist|"
    r"voorzitter|secretaris|betreft|bijlagen?|status|contactpersoon|telefoon|e-?mail|aanvang|referentie|zaaknummer|"
    r"opgesteld door|verslag(?:legging)?|ons kenmerk|moderator|wanneer|waar)\b[^.:]{0,25}[:\t]",
    re.IGNORECASE,
)
_FIELD_WORD = re.compile(
    r"[\s*_]*(?:vergaderdatum|datum|vergaderplaats|kenmerk|contactpersoon)\b", re.IGNORECASE
)
_VERB = re.compile(
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|geeft|vraagt|licht|meldt|gaat|kan|moet|wil|zal|stelt)\b"
)
_URL = re.compile(
    r"[\s<(]*(?:https?://|www\.)\S+\s*|[\s*]*\[[^\]]*\]\([^)]*\)[\s.;]*"
    r"|\s*\[[^\]]+\]:\s*\S+\s*"
)
_ACT = re.compile(
    r"[\s*_<]*(?:afspraak|actie(?:punt)?|besluit|conclusie|toezegging)\b", re.IGNORECASE
)
_ACTIONS = re.compile(
    r"\b(?:actie(?:punt)?(?:en)?|afspraken?|besluit(?:en)?|wat|taak|taken|omschrijving)\b",
    re.IGNORECASE,
)
# What one or two words can record; another lone word is a topic: "Notulen", "Bedrag".
_SHORT_REMARK = re.compile(
    r"[.!?]\s*$|\b(?:akkoord|eens|geen|niets|ja|nee|loopt|open|klaar|gereed|nvt|n\.v\.t|dicht|"
    r"\w+(?:gesteld|keurd|rond|sproken|werkt|sloten|handeld|daan|nomen|past|voerd|legd|voegd))\b",
    re.IGNORECASE,
)
_HEADER_WORDS = 14  # the longest line under a title that is no remark
_LETTERHEAD_WORDS = 40
_SHORTEST_ACTION = 8  # characters
_SENTENCE_WORDS = 10
_RULE_ROW = re.compile(r"[\s|:-]+")
_AGENDA = re.compile(
    r"[\s*_]*(?:concept)?(?:vergader)?agenda(?:punten)?(?: van .*)?[\s*_:]*", re.IGNORECASE
)


def kind_of(group: Group, after: Group | None, title: str, *, in_header: bool) -> Kind:
    """The kind of a list item or paragraph.

    after: the group below it. title: of the heading that it stands under ("" for none).
    in_header: whether no remark stands above it near the top of the document.
    """
    text = " ".join(view.text.strip() for view in group.views)
    body = group.views[0].body if len(group.views) == 1 else text
    words = len(body.split())
    if _URL.fullmatch(body):
        return "link"
    if LEADERS.search(text):
        return "topic"
    if group.role == "item" and words <= 2 and not _SHORT_REMARK.search(body):
        return "topic"
    if _AGENDA.fullmatch(title) and title_like(body.rstrip(".;,")):
        return "topic"
    fieldlike = _FIELD.match(body) or _FIELD_WORD.match(body)
    if in_header and fieldlike and words <= 20:
        return "header"
    longest = _HEADER_WORDS if title else _LETTERHEAD_WORDS
    bare = not (_VERB.search(text) or _ACT.match(text) or is_sentence(text))
    if in_header and group.role == "paragraph" and words <= longest and bare:
        return "header"
    return "lead-in" if _leads_in(group, after, body, words) else "bullet"


def _leads_in(group: Group, after: Group | None, body: str, words: int) -> bool:
    """A short line that ends in a colon above a list; "Afspraak: …:" is a remark all the same."""
    if not body.rstrip("*_ ").endswith(":") or after is None or after.role != "item":
        return False
    if _ACT.match(body) and words > 2:
        return False
    if group.role == "paragraph":
        return words <= 14
    return words <= 6 and after.views[0].indent > group.views[0].indent


def row_cells(row: Group, head: Group, text: str) -> list[tuple[Kind, int, int]]:
    """The cells of a table row that hold text: kind, start and end in `text`.

    Where the table's first row, `head`, speaks of actions, the longest cell of each later row is
    one. Elsewhere a paragraph that holds a sentence is a remark: some minutes are one large table.
    """
    actions = row is not head and _ACTIONS.search(" ".join(view.text for view in head.views))
    parts = [(s, e) for s, e in _paragraphs(row) if not _RULE_ROW.fullmatch(text[s:e])]
    cells = _cells(row, parts) if actions else parts
    longest = max(cells, key=lambda cell: cell[1] - cell[0], default=None)
    found: list[tuple[Kind, int, int]] = []
    for start, end in cells:
        kind: Kind = "table"
        if actions and (start, end) == longest and end - start > _SHORTEST_ACTION:
            kind = "action"
        elif not actions and len(text[start:end].split()) >= _SENTENCE_WORDS:
            kind = "bullet"
        found.append((kind, start, end))
    return found


def same_table(one: Group, other: Group) -> bool:
    """Whether two table rows are of one table; Markdown rows below each other are."""
    first, second = one.views[0].line.cell, other.views[0].line.cell
    return first == second if first is None or second is None else first[0] == second[0]


def _cells(row: Group, paragraphs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The paragraphs of a Word table joined by cell; cells of Markdown are one paragraph each."""
    cells = {view.start: view.line.cell for view in row.views if view.line.cell is not None}
    found: list[tuple[int, int]] = []
    last = None
    for start, end in paragraphs:
        cell = cells.get(start)
        if cell is not None and cell == last:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        last = cell
    return found


def _paragraphs(group: Group) -> Iterator[tuple[int, int]]:
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
