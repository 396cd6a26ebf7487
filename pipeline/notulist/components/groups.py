"""Groups that no list can hold: working groups, steering groups, programme offices and such."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from notulist.components.gazetteer import Actor
from notulist.components.mentions import NIL_COLLECTIVE, NIL_GROUP, Mention
from notulist.components.words import Words, word_set

_GROUP = re.compile(
    r"(?:\w*(?:werk|stuur|expert|klankbord|regie|begeleidings|beheer|gebruikers|project|redactie)"
    r"groep(?:en|jes?|leden|lid)?"
    r"|(?:kern|programma|advies|co[öo]rdinatie|thema|piloot|pilot)groep(?:en)?"
    r"|(?:kern|programma|project|kwartiermakers|regie|implementatie)teams?"
    r"|(?:programma|project|regie|regio)(?:bureau|organisatie|secretariaat)s?"
    r"|(?:programma|advies|programmerings|architectuur|ondernemings|cliënten|jongeren|wijk|dorps)"
    r"ra(?:ad|den)"
    r"|(?:regio|regie|thema|bestuurs|gebieds|programmerings|keten)tafels?"
    r"|(?:kas|advies|audit|rekenkamer|begeleidings|visitatie|evaluatie|stuur)commissies?"
    r"|task ?forces?|denktank)\Z"
)
# Organs of a board or association, behind an article only: "DB" is a database too.
_BOARDS = word_set("DB AB GMR ALV RvT")
# Found where an article or a name says that it is one: "de commissie", "commissie Zorg".
_DEFINITE = re.compile(r"(?:\w*commissies?|rekenkamer|klankbord)\Z")
_ARTICLES = word_set("de het deze die dit dat onze ons uw hun zijn haar")
# The group's meeting, or a workshop of that name.
_MEETINGS = word_set(
    """
    volgende volgend vorige vorig eerstvolgende eerste tweede derde vierde vijfde laatste komende
    aankomende afgelopen thematische aanstaande tijdens
    """
)
_JOINS = word_set("en & voor van de")
_OVERLEG = "TO"
"""Technisch overleg."""
_SHOUTED = "TO's"
"""A longer word in capitals is of a title."""
_MEMBERS = word_set("leden lid")
LOWER_STATES = Actor("medeoverheden", "COLLECTIVE")
_LOWER = word_set("lagere lokale")
# "digitale overheid"; what stands behind it is a part of another word.
_STATE = word_set("overheid overheden")


def groups(words: Words, mentions: Iterable[Mention]) -> list[Mention]:
    """The groups that are named, with the names behind them; their id is NIL.

    mentions: those that are found already; none of the groups overlaps one.
    """
    text = words.text
    taken = {word for m in mentions for word in range(m.start, m.end)}
    found = []
    for at, word in enumerate(text):
        if at in taken or not _is_group(words, at, taken):
            continue
        start, end = _start(words, at, taken), _end(text, at, taken)
        actor = NIL_COLLECTIVE if word.lower() in _STATE else NIL_GROUP
        if word.lower() == "overheden" and at and text[at - 1].lower() in _LOWER:
            actor, start = LOWER_STATES, at - 1
        found.append(Mention(start, end, actor))
    return found


def _is_group(words: Words, at: int, taken: Collection[int]) -> bool:
    text, word = words.text, words.text[at].lower()
    before = text[at - 1].lower() if at else ""
    during = at > 1 and before in _ARTICLES and text[at - 2].lower() == "tijdens"
    if before in _MEETINGS or during or _joined(words, at - 1) in taken:
        return False
    if (
        text[at + 1 : at + 2] == ["-"]
        and words.glued[at + 1]
        and text[at + 2 : at + 3] != ["leden"]
    ):
        return False
    if word in _STATE:
        return not (
            _hyphened(words, at) or (at > 0 and text[at - 1].isupper()) or _is_law(text, at)
        )
    if len(word) > len(_SHOUTED) and text[at].isupper():
        return False
    if text[at] == _OVERLEG:
        return _is_overleg(text, at)
    if text[at] in _BOARDS:
        return before in _ARTICLES
    if _GROUP.match(word):
        return True
    named = at + 1 < len(text) and _is_name(text[at + 1]) and at + 1 not in taken
    return bool(_DEFINITE.match(word)) and (before in _ARTICLES or (named and word[0] == "c"))


def _is_law(text: Sequence[str], at: int) -> bool:
    """ "Wet digitale overheid", and the names of programmes that have its capitals."""
    before = list(text[max(at - 2, 0) : at])
    return "Digitale" in before[-1:] or any(word.lower() == "wet" for word in before)


def _hyphened(words: Words, at: int) -> bool:
    """Whether a word is half of another, but for "semi-overheid"."""
    text = words.text
    if text[at + 1 : at + 2] == ["-"]:
        return True
    return at > 1 and text[at - 1] == "-" and words.glued[at] and text[at - 2].lower() != "semi"


def _is_overleg(text: Sequence[str], at: int) -> bool:
    """Whether "TO" is a group that acts or is asked, not its meeting."""
    after = text[at + 1 : at + 3]
    if not after or after[0].lower() in ("do", "doen"):
        return False
    behind = after[1] if after[0] == "-" and len(after) > 1 else after[0]
    before = [word.lower() for word in text[max(at - 2, 0) : at]]
    asked = bool(before) and (before[0] in ("aan", "met", "vanuit") or before[-1] in ("aan",))
    return behind in _MEMBERS or _is_name(behind) or asked


def _joined(words: Words, at: int) -> int:
    """The word that a hyphen at `at` glues on; -1 where none stands there."""
    glued = at > 0 and words.text[at] == "-" and words.glued[at] and words.glued[at + 1]
    return at - 1 if glued else -1


def _start(words: Words, at: int, taken: Collection[int]) -> int:
    """Where its name begins: "FSC-werkgroep", "MIM werkgroep"."""
    text = words.text
    first = _joined(words, at - 1)
    if first >= 0:
        return first
    if text[at] in _BOARDS:
        return at
    abbreviated = at > 0 and text[at - 1].isupper() and len(text[at - 1]) > 2
    return at - 1 if abbreviated and at - 1 not in taken and text[at - 1].isalpha() else at


def _end(text: Sequence[str], at: int, taken: Collection[int]) -> int:
    """Past its name: "werkgroep Strategie en Beleid", "TO-leden"."""
    end = at + 1
    if text[at].lower() in _STATE or text[at].lower().endswith("en"):
        return end
    if text[end : end + 1] == ["-"] and text[end + 1 : end + 2] and text[end + 1] in _MEMBERS:
        return end + 2
    last = end
    while end < len(text) and end not in taken and end - at < 7:
        if _is_name(text[end]):
            last = end + 1
        elif text[end] not in _JOINS or end == at + 1:
            break
        end += 1
    return last


def _is_name(word: str) -> bool:
    return word[0].isupper() and len(word) > 1
