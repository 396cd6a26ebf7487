"""Lists of names and subjects, which record nothing: "- Emissiezone - Locatie - Adres"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from notulist.components.grouping import Group
from notulist.components.titles import has_verb, heads_actions, holds_sentences

_MOST_WORDS = 9
_LONG = 4  # items
_NEARLY_ALL = 0.7  # of a long list's items: where so many are bare the others are too
_SHARE = 0.5  # of a list's items; where fewer are bare it is a list of remarks in telegram style
# What a short remark has and a name hasn't: a verb, a participle, an infinitive, a number, a mark.
_SAYS = re.compile(
    r"[.!?;=→>]\W*$|->|\d|:"
    r"|\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|kan|kunnen|moet|moeten|wil|willen|"
    r"zal|zullen|mag|gaat|gaan|komt|komen|staat|staan|loopt|lopen|blijft|doet|graag|nog|niet|geen|dus|"
    r"liever|eens|akkoord|ja|nee|meer|minder|wel|open|klaar|gereed|eerst|ook)\b"
    r"|\bge\w{3,}(?:d|t|en)\b"
    r"|\b(?:be|ver|ont|her|op|aan|af|uit|in|na|mee|toe|door|over|om)ge\w{2,}(?:d|t|en)\b"
    r"|\b\w+en$|^\w+en (?:van|naar|op|met)\b|\b\w{3,}eert\b",
    re.IGNORECASE,
)


# A noun in the plural at the end, which no infinitive stands behind: "Profiel van de leden".
_NOUN = re.compile(
    r"\b(?:de|een|van|voor|met|bij|per|aantal|alle|andere|deze|die|hun|onze|en|of|vs)\s+\w+en$|/\s*\w+en$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:vraagt|vragen|verzoekt|verzoeken|pleit|pleiten|wil|willen|wenst|wensen|dringt|roept|noemt|"
    r"noemen|zorgen|adviseert|adviseren|stelt voor|besluit|besluiten|besloten|afgesproken)\b",
    re.IGNORECASE,
)


# What a list of cases is announced by; such a case is told, and nobody said it.
_CASES = re.compile(r"\b(?:use ?cases|user ?stor(?:y['’]?s|ies))\b[^.!?]*:\W*$", re.IGNORECASE)


def bare_and_asked(groups: Sequence[Group]) -> tuple[set[int], set[int]]:
    """Two sets of indices of items.

    Bare: those that only name something, in lists that mostly do, and the cases that a list tells
    under a line that says so ("Dit zijn de use cases:"). Asked: those that say what a
    party asks or the table decides, however short: "VNG vraagt om: - uitstel - geld".
    """
    bare: set[int] = set()
    asked: set[int] = set()
    for members in _lists(groups):
        above = _above(groups, members[0])
        if _CASES.search(above):
            bare.update(members)
        elif above.endswith(":") and _ASKS.search(above):
            asked.update(members)
        elif len(members) > 1:
            named = {i for i in members if _is_bare(groups[i])}
            if len(named) >= _SHARE * len(members):
                bare |= named
            if len(members) >= _LONG and len(named) >= _NEARLY_ALL * len(members):
                bare.update(i for i in members if not _is_said(groups[i]))
    for members in _sections(groups):
        if len(members) >= 2 * _LONG and len(bare.intersection(members)) >= _NEARLY_ALL * len(
            members
        ):
            bare.update(i for i in members if i not in asked and not _is_said(groups[i]))
    return bare, asked


def _sections(groups: Sequence[Group]) -> Iterator[list[int]]:
    """The items of each run of them, nested ones among them; action lists aren't looked at."""
    for role, run in groupby(enumerate(groups), key=lambda one: one[1].role):
        if role == "item":
            yield [i for i, _ in run]


def _lists(groups: Sequence[Group]) -> Iterator[list[int]]:
    """The items of each list, one level of it at a time; action lists aren't looked at."""
    title = ""
    open_lists: dict[float, list[int]] = {}
    for i, group in enumerate(groups):
        if group.role != "item":
            yield from open_lists.values()
            open_lists = {}
            if group.role == "heading":
                title = group.views[0].body
            continue
        if heads_actions(title):
            continue
        indent = round(group.views[0].indent)
        for deeper in [level for level in open_lists if level > indent]:
            yield open_lists.pop(deeper)
        open_lists.setdefault(indent, []).append(i)
    yield from open_lists.values()


def _above(groups: Sequence[Group], first: int) -> str:
    """The line above a list, as far as it is text; "" where a heading or nothing stands there."""
    if not first or groups[first - 1].role not in ("item", "paragraph"):
        return ""
    return groups[first - 1].views[-1].text.rstrip("*_ ")


def _is_said(group: Group) -> bool:
    """Whether an item says something even among bare names: a sentence or a clause."""
    text = " ".join(view.text.strip() for view in group.views).strip(" *_")
    return text.endswith((".", "!", "?")) or has_verb(text) or holds_sentences(text)


def _is_bare(group: Group) -> bool:
    text = " ".join(view.text.strip() for view in group.views)
    body = group.views[0].body if len(group.views) == 1 else text
    short = len(body.split()) <= _MOST_WORDS
    named = _NOUN.sub("X", body.strip(" *_"))
    return short and not _SAYS.search(named) and not has_verb(body)
