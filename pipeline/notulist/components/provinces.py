"""Provinces by an abbreviation: "ZH stemt in, Gr en Dr niet", in minutes of several of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from notulist.components.gazetteer import Actor
from notulist.components.mentions import Mention, is_half
from notulist.components.words import Words, word_set

_FORMS: Mapping[str, Collection[str]] = {
    "provincie:Groningen": word_set("Gr Gro Gron GR"),
    "provincie:Fryslan": word_set("Fr Frl Fri FR FRL"),
    "provincie:Drenthe": word_set("Dr Dre Drt DR"),
    "provincie:Overijssel": word_set("Ov Ovl Ove OV OVL"),
    "provincie:Flevoland": word_set("Fl Fle Flev FL"),
    "provincie:Gelderland": word_set("Gld Gel GLD"),
    "provincie:Utrecht": word_set("Ut Utr UT UTR"),
    "provincie:Noord-Holland": word_set("NH NHL"),
    "provincie:Zuid-Holland": word_set("ZH ZHL"),
    "provincie:Zeeland": word_set("Zl Zld Ze ZL ZLD"),
    "provincie:Noord-Brabant": word_set("NB NBr Br"),
    "provincie:Limburg": word_set("L Lb Li Lim LB LIM"),
}
_PROVINCE = {form: id_ for id_, forms in _FORMS.items() for form in forms}
_SEVERAL = 5
"""Different provinces that a document must so name: fewer may be other words ("NB:", "OV")."""


def abbreviated(
    words: Words,
    mentions: Iterable[Mention],
    bullets: Sequence[tuple[int, int]],
    table: Iterable[Actor],
) -> list[Mention]:
    """The provinces that the bullets name by an abbreviation, where they so name several.

    mentions: those that are found already; none overlaps one. table: all actors, of which a
    province that it lacks isn't found.
    """
    taken = {word for m in mentions for word in range(m.start, m.end)}
    said = [
        (at, id_)
        for start, end in bullets
        for at in range(start, end)
        if (id_ := _PROVINCE.get(words.text[at].removesuffix("'s"))) and at not in taken
    ]
    if len({id_ for _, id_ in said}) < _SEVERAL:
        return []
    known = {actor.id: actor for actor in table if actor.id in _FORMS}
    found = [Mention(at, at + 1, known[id_]) for at, id_ in said if id_ in known]
    return [one for one in found if not is_half(one, words)]
