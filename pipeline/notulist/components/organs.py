"""Words for a part of a body whose name the document gives: "het college", "de raad"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from notulist.components.gazetteer import Actor
from notulist.components.mentions import NIL_GROUP, Mention, Place
from notulist.components.words import word_set

COUNCIL = Actor("gemeenteraad", "COLLECTIVE")
STATES = Actor("PS", "COLLECTIVE")
ALDERMEN = Actor("B&W", "COLLECTIVE")
DEPUTIES = Actor("GS", "COLLECTIVE")
COMMISSIONER = Actor("CdK", "OFFICE")
SUPPLIERS = Actor("leveranciers", "COLLECTIVE")

_ARTICLES = word_set("de het onze ons uw hun zijn haar deze dit")
# Bodies whose own council or board isn't that of a municipality.
_OWN_COUNCIL = re.compile(
    r"(?:ondernemings|medezeggenschaps|advies|wijk|dorps|cliënten|jongeren|eilands?|programma|"
    r"architectuur|ledenra|huurders)",
    re.IGNORECASE,
)
_PROVINCIAL = re.compile(r"provinci|gedeputeerde|\bGS\b|\bPS\b|\bIPO\b|staten", re.IGNORECASE)
_MUNICIPAL = re.compile(r"gemeenteraad|raadscommissie|burgemeester|\bB&W\b", re.IGNORECASE)
_SINGLE = {
    **{"provincies": "provincie:", "waterschappen": "waterschap:", "gemeenten": "gemeente:"},
    "veiligheidsregio": "VR:",
}
_BESIDE = word_set("bij van door met voor aan vanuit namens richting en tussen")
_SINGLE_WORDS = word_set("provincie waterschap gemeente veiligheidsregio")
_LOCAL_KINDS = ("gemeente:", "provincie:", "waterschap:", "VR:")
# "Raad van bestuur": a board of a body that is named, or not.
_BOARDS = word_set("bestuur toezicht advies commissarissen")
_OWN = word_set("bureau bestuur directie secretariaat")
_PROVINCIAL_ACTORS = frozenset({"GS", "PS", "gedeputeerde"})
_LOCAL_ACTORS = frozenset({"B&W", "wethouder", "gemeenteraad", "burgemeester"})


def organs(
    text: Sequence[str], mentions: Sequence[Mention], meeting: str, own: Sequence[Mention]
) -> list[Mention]:
    """The mentions of a part of a body by a common word, each with the body it is meant to be.

    meeting: the name of the body that met. own: the mentions in that name. "Het college" is GS
    where the meeting, or most of the document, is of a province, a water board's in its own
    minutes, else B&W; "het bureau" that of the body that met; NIL where nothing tells.
    """
    taken = {word for m in mentions for word in range(m.start, m.end)}
    ids = Counter(m.actor.id for m in mentions)
    found = []
    for at, word in enumerate(text):
        if at in taken or not _stands_alone(text, at, taken):
            continue
        actor, inferred = _meant(word, text[at - 1].lower() if at else "", meeting, ids, own)
        if actor is not None:
            found.append(Mention(at, at + 1, actor, inferred=inferred))
    return found


def home_of(own: Sequence[Mention], places: Sequence[Place], meeting: str) -> str:
    """The id of the municipality, province, water board or security region that met; "" where its
    name tells none.

    own: the mentions in that name, places: what places it names ("Provinciale Regietafel Limburg").
    """
    for mention in own:
        if mention.actor.id.startswith(_LOCAL_KINDS):
            return mention.actor.id
    kind = "provincie:" if _PROVINCIAL.search(meeting) else ""
    kind = "gemeente:" if _MUNICIPAL.search(meeting) else kind
    fitting = [a.id for place in places for a in place.actors if kind and a.id.startswith(kind)]
    return fitting[0] if len(fitting) == 1 else ""


def own_bodies(home: str, seated: Collection[str], places: Sequence[Place]) -> Mapping[str, str]:
    """Which body "de provincie", "het waterschap", "de gemeente" or "de veiligheidsregio" is, by
    the id of its kind.

    The one that met; else the only one of its kind in the attendance list; else, of provinces, the
    only one that the meeting's name could mean by a place. seated: the ids in that list.
    """
    found = {}
    for kind, prefix in _SINGLE.items():
        able = {one for one in seated if one.startswith(prefix)}
        if home.startswith(prefix):
            found[kind] = home
        elif len(able) == 1 and prefix != "gemeente:":
            found[kind] = able.pop()
        elif not able and prefix == "provincie:":
            ids = [[actor.id for actor in place.actors] for place in places]
            named = {one[0] for one in ids if len(one) == 1 and one[0].startswith(prefix)}
            if len(named) == 1:
                found[kind] = named.pop()
    return found


def at_home(
    mentions: Sequence[Mention], text: Sequence[str], bodies: Mapping[str, str]
) -> list[Mention]:
    """The mentions, "de provincie" and such being the body that `bodies` has for their kind."""
    return [
        replace(m, inferred=bodies[m.actor.id])
        if m.actor.id in bodies and _is_single(m, text)
        else m
        for m in mentions
    ]


def _is_single(mention: Mention, text: Sequence[str]) -> bool:
    """ "De provincie", "Provincie", "bij provincie", not "provincies", "een naburige provincie" or
    "gemeente Maaseik", which the list doesn't have."""
    start, end = mention.start, mention.end
    word, after = text[start], text[end : end + 1]
    if word.lower() not in _SINGLE_WORDS or end != start + 1:
        return False
    if after and after[0][0].isupper():
        return False
    before = text[start - 1].lower() if start else ""
    return before in _ARTICLES or before in _BESIDE or word[0].isupper()


def _stands_alone(text: Sequence[str], at: int, taken: Collection[int]) -> bool:
    """Not "raad van bestuur" or "bureau van de VNG", whose name follows, nor half of a word."""
    after = list(text[at + 1 : at + 4])
    if after[:1] == ["-"] or (at and text[at - 1] == "-"):
        return False
    if after[:1] == ["van"] and after[1:2] and after[1] in _BOARDS:
        return False
    if after[:1] in (["van"], ["voor"]):
        behind = at + (3 if after[1:2] in (["de"], ["het"]) else 2)
        return behind not in taken and not (behind < len(text) and text[behind][0].isupper())
    return True


def _meant(
    word: str, before: str, meeting: str, ids: Counter[str], own: Sequence[Mention]
) -> tuple[Actor | None, str]:
    lower = word.lower()
    definite = before in _ARTICLES or word[0].isupper()
    water = next((m.actor.id for m in own if m.actor.id.startswith("waterschap:")), "")
    if lower in ("raad", "raden") and (definite or lower == "raden"):
        return (NIL_GROUP if _OWN_COUNCIL.search(meeting) else COUNCIL), ""
    if lower in ("college", "colleges") and (definite or lower == "colleges"):
        if water:
            return NIL_GROUP, water
        return (DEPUTIES if _is_provincial(meeting, ids) else ALDERMEN), ""
    if word == "Staten" and before not in ("verenigde", "de verenigde"):
        return STATES, ""
    if lower in ("commissaris", "commissarissen") and definite and ids["CdK"]:
        return COMMISSIONER, ""
    if lower == "leverancier" and before in _ARTICLES:
        return SUPPLIERS, ""
    if lower in _OWN and before in _ARTICLES:
        return NIL_GROUP, next((m.actor.kb_id for m in own if m.actor.label == "ORG"), "")
    return None, ""


def _is_provincial(meeting: str, ids: Counter[str]) -> bool:
    if _PROVINCIAL.search(meeting):
        return True
    return _count(ids, _PROVINCIAL_ACTORS) > _count(ids, _LOCAL_ACTORS)


def _count(ids: Counter[str], wanted: Iterable[str]) -> int:
    return sum(ids[one] for one in wanted)
