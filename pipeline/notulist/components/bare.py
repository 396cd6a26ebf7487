"""Lists that record nothing: of names and subjects ("- Emissiezone - Adres"), of examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from notulist.components.grouping import Group
from notulist.components.titles import has_verb, heads_actions, holds_sentences
from notulist.components.turns import starts_turn

_MOST_WORDS = 9
_LONG = 4  # items
_NEARLY_ALL = 0.7  # of a long list's items: where so many are bare the others are too
_SHARE = 0.5  # of a list's items; where fewer are bare it is a list of remarks in telegram style
# What a short remark has and a name hasn't: a verb, a participle, an infinitive, a number, a mark.
_SAYS = re.compile(
    r"[.!?;=→>]\W*$|->|:"
    r"|\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|kan|kunnen|moet|moeten|wil|willen|"
    r"zal|zullen|mag|gaat|gaan|komt|komen|staat|staan|loopt|lopen|blijft|doet|graag|nog|niet|geen|dus|"
    r"liever|eens|akkoord|ja|nee|meer|minder|wel|open|klaar|gereed|eerst|ook)\b"
    r"|\bge\w{3,}(?:d|t|en)\b"
    r"|\b(?:be|ver|ont|her|op|aan|af|uit|in|na|mee|toe|door|over|om)ge\w{2,}(?:d|t|en)\b"
    r"|\b\w+en$|^\w+en (?:van|naar|op|met)\b|\b\w{3,}eert\b",
    re.IGNORECASE,
)


_FIGURE = re.compile(r"\W*\d")
_COUNTS = re.compile(r"\d")
# "Voorgestelde definities:", "Enkele use cases van de leden:"
_DEFINED = re.compile(
    r"\W*(?:[\w-]+\s){0,3}(?:definities|begrippen|voorbeelden|use ?cases|user stories)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"\?\W*$|\b(?:we|wij|ik)\b", re.IGNORECASE)
# A noun in the plural at the end, which no infinitive stands behind: "Profiel van de leden".
_NOUN = re.compile(
    r"\b(?:de|een|van|voor|met|bij|per|aantal|alle|andere|deze|die|hun|onze|en|of|vs)\s+\w+en$|/\s*\w+en$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:vraagt|vragen|verzoekt|verzoeken|pleit|pleiten|wil|willen|wenst|wensen|dringt|roept|noemt|"
    r"noemen|zorgen|adviseert|adviseren|stelt voor|(?-i:besluit|besluiten)|besloten|afgesproken)\b",
    re.IGNORECASE,
)


_VALUES = re.compile(
    r"\W*(?:(?:voor|na)de(?:el|len)|voor- en nadelen|risico['’]?s|(?:plus|min)punten|"
    r"sterktes?|zwaktes?|kansen|bedreigingen)\b",
    re.IGNORECASE,
)


# What a list of cases is announced by; such a case is told, and nobody said it.
_CASES = re.compile(r"\b(?:use ?cases|user ?stor(?:y['’]?s|ies))\b[^.!?]*:\W*$", re.IGNORECASE)


def bare_and_asked(groups: Sequence[Group]) -> tuple[set[int], set[int]]:
    """Two sets of indices of items.

    Bare: those that only name something, in lists that mostly do, and the cases that a list tells
    under a line that says so ("Dit zijn de use cases:"). Asked: those that say what a party asks
    or the table decides, however short: "VNG vraagt om: - uitstel - geld", and what speaks for or
    against something: "Nadelen: - lange doorlooptijd".
    """
    bare: set[int] = set()
    asked: set[int] = set()
    for title, members in _lists(groups):
        above = _above(groups, members[0])
        if _CASES.search(above):
            bare.update(members)
        elif _VALUES.match(title) or (above.endswith(":") and _ASKS.search(above)):
            asked.update(members)
        elif len(members) > 1:
            named = {i for i in members if names_only(groups[i])}
            if len(named) >= _SHARE * len(members):
                bare |= named
            if len(members) >= _LONG and len(named) >= _NEARLY_ALL * len(members):
                bare.update(i for i in members if not _is_said(groups[i]))
    for members in _sections(groups):
        if len(members) >= 2 * _LONG and len(bare.intersection(members)) >= _NEARLY_ALL * len(
            members
        ):
            bare.update(i for i in members if i not in asked and not _is_said(groups[i]))
    return bare | _defined(groups), asked


def _defined(groups: Sequence[Group]) -> set[int]:
    """The definitions, examples and use cases that are only listed: items below a line without a
    verb that names them ("Definities van de leden:"), but for what is asked or said of them."""
    found: set[int] = set()
    indent: float | None = None  # of the line that names them
    for i, group in enumerate(groups):
        view = group.views[0]
        if group.role == "item" and indent is not None and view.indent > indent:
            text = " ".join(view.text for view in group.views)
            if not (_SPEAKS.search(text) or starts_turn(view.body)):
                found.add(i)
            continue
        named = group.role in ("item", "paragraph") and _names_definitions(group)
        indent = (view.indent if group.role == "item" else -1.0) if named else None
    return found


def _names_definitions(group: Group) -> bool:
    sentence = group.views[-1].text.rstrip("*_ ").rpartition(". ")[2]
    return (
        sentence.endswith(":") and _DEFINED.match(sentence) is not None and not has_verb(sentence)
    )


def _sections(groups: Sequence[Group]) -> Iterator[list[int]]:
    """The items of each run of them, nested ones among them."""
    for role, run in groupby(enumerate(groups), key=lambda one: one[1].role):
        if role == "item":
            yield [i for i, _ in run]


def _lists(groups: Sequence[Group]) -> Iterator[tuple[str, list[int]]]:
    """The items of each list, one level of it at a time, and the heading that they stand under;
    action lists aren't looked at."""
    title = ""
    open_lists: dict[float, list[int]] = {}
    for i, group in enumerate(groups):
        if group.role != "item":
            yield from ((title, members) for members in open_lists.values())
            open_lists = {}
            if group.role == "heading":
                title = group.views[0].body
            continue
        if heads_actions(title):
            continue
        indent = round(group.views[0].indent)
        for deeper in [level for level in open_lists if level > indent]:
            yield title, open_lists.pop(deeper)
        open_lists.setdefault(indent, []).append(i)
    yield from ((title, members) for members in open_lists.values())


def _above(groups: Sequence[Group], first: int) -> str:
    """The line above a list, as far as it is text; "" where a heading or nothing stands there."""
    if not first or groups[first - 1].role not in ("item", "paragraph"):
        return ""
    return groups[first - 1].views[-1].text.rstrip("*_ ")


def _is_said(group: Group) -> bool:
    """Whether an item says something even among bare names: a sentence or a clause."""
    text = " ".join(view.text.strip() for view in group.views).strip(" *_")
    return text.endswith((".", "!", "?")) or has_verb(text) or holds_sentences(text)


def names_only(group: Group, *, counted: bool = True) -> bool:
    """Whether an item only names something. counted: whether any figure in it says how many; else
    one at its beginning does, "RFC 7519" is a name."""
    text = " ".join(view.text.strip() for view in group.views)
    body = group.views[0].body if len(group.views) == 1 else text
    short = len(body.split()) <= _MOST_WORDS
    said = body.strip(" *_")
    counts = _COUNTS.search(said) if counted else _FIGURE.match(said)
    named = _NOUN.sub("X", said)
    return short and not counts and not _SAYS.search(named) and not has_verb(body)
