"""When a place name stands for its municipality, province or water board."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from notulist.components.gazetteer import Actor
from notulist.components.mentions import Mention, Place
from notulist.components.role_words import ACTS, OPINIONS, PROPOSALS
from notulist.components.verbs import REPORTING
from notulist.components.words import word_set

# What a place is, by the actor that is named right before it: "wethouder Ede", "GS van Zeeland".
_SORT = {
    **dict.fromkeys(("gemeenten", "B&W", "gemeenteraad", "wethouder", "burgemeester"), "gemeente"),
    **dict.fromkeys(("provincies", "GS", "PS", "gedeputeerde"), "provincie"),
    **dict.fromkeys(("waterschappen", "dijkgraaf"), "waterschap"),
}
# "in Tiel", "mevrouw Van Delft": where, or a surname.
_NOT_WHO = word_set(
    """
    in te naar uit bij nabij rond rondom richting tussen tot vanaf langs boven onder regio
    omgeving stad station Van van den der ter Den de De -
    """
)
# "Verzoek van Tiel": behind these words "van" says who, not where.
_SAID = (
    ACTS
    | OPINIONS
    | PROPOSALS
    | word_set(
        """
        klacht bezwaren bedenkingen amendement motie aandringen bijdrage steun toezegging
        instemming
        """
    )
)
_LOCAL = word_set("wethouder gedeputeerde portefeuillehouder")
_OPENERS = word_set("de het ook namens vanuit volgens aldus")
_AND = word_set(", en /")
# Tables of the security regions, at which "Utrecht" is one of them; elsewhere it never is.
_OF_REGIONS = re.compile(r"veiligheidsberaad|veiligheidsregio['’`´]?s", re.IGNORECASE)
_REGION = "VR"
Range = tuple[int, int]


def regional(places: Iterable[Place], meeting: str) -> list[Place]:
    """The places without the security regions; at a table of those with the region first.

    meeting: the name of the body that met.
    """
    wanted = bool(_OF_REGIONS.search(meeting))
    kept = []
    for place in places:
        regions = tuple(a for a in place.actors if a.id.startswith(f"{_REGION}:"))
        others = tuple(a for a in place.actors if a not in regions)
        if able := (*regions, *others) if wanted else others:
            kept.append(replace(place, actors=able))
    return kept


def places_as_parties(
    places: Sequence[Place],
    mentions: Sequence[Mention],
    text: Sequence[str],
    attendance: Sequence[Range],
    bullets: Sequence[Range],
    meeting: str = "",
) -> list[Mention]:
    """The place names that stand for a body. All numbers are of words in `text`.

    places: as `regional` has them. meeting: the name of the body that met.

    A place does behind a word for its kind ("wethouder Ede", "gemeenten Tiel en Ede"), in a list
    of those present, as the speaker that a bullet opens with ("Tiel vraagt", "Tiel:") or alone in
    brackets ("(Tiel)"); and once it does, everywhere in that document except behind "in" and such.
    So does the place of a body in that list ("gemeente Tiel").
    """
    taken = {word for m in mentions for word in range(m.start, m.end)}
    ends = {m.end: m.actor.id for m in mentions}
    free = [p for p in places if not any(word in taken for word in range(p.start, p.end))]
    # "Gedeputeerde Financiën" has that portfolio.
    free = [p for p in free if ends.get(p.start) not in _LOCAL or ":" in p.actors[0].id]
    sorts = _sorts(free, ends, text)
    heads = {start for start, _ in bullets}
    neighbours = ({p.end: p.start for p in free}, {p.start: p.end for p in free})
    sure = {
        p.start
        for p in free
        if p.start in sorts
        or (_is_listed(p, attendance) and not is_where(p, text))
        or _opens(p, heads, text, neighbours)
        or _is_bracketed(p, text)
    }
    names = {_name(p, text) for p in free if p.start in sure}
    seated = {m.actor.id for m in mentions if _is_listed(m, attendance)}
    named = {p.start: a for p in free for a in p.actors[::-1] if a.id in seated}
    usual = _usual_sort(p for p in free if p.start in sure)
    default = _REGION if _OF_REGIONS.search(meeting) else usual
    return [
        Mention(
            p.start,
            p.end,
            named[p.start]
            if p.start in named and p.start not in sorts
            else _choose(p.actors, sorts.get(p.start, default)),
            place=True,
        )
        for p in free
        if p.start in sure
        or ((_name(p, text) in names or p.start in named) and not is_where(p, text))
    ]


def _name(place: Place, text: Sequence[str]) -> str:
    return " ".join(text[place.start : place.end]).removesuffix("'s")


def is_where(place: Place, text: Sequence[str]) -> bool:
    """Whether a place says where something is, or ends a surname: "in Tiel", "Van Delft"."""
    start = place.start
    if start > 1 and text[start - 1] == "van" and text[start - 2].lower() in _SAID:
        return False
    return start > 0 and text[start - 1] in _NOT_WHO


def _sorts(places: Sequence[Place], ends: dict[int, str], text: Sequence[str]) -> dict[int, str]:
    """First word → gemeente, provincie or waterschap, for places behind a word that says so."""
    sorts: dict[int, str] = {}
    last: tuple[int, str] | None = None
    for place in places:
        at = place.start
        while at > 0 and text[at - 1] in ("van", "(", "de"):
            at -= 1
        if ends.get(at) in _SORT:
            sorts[place.start] = _SORT[ends[at]]
        elif last and last[0] == place.start - 1 and text[place.start - 1] in _AND:
            sorts[place.start] = last[1]
        if place.start in sorts:
            last = (place.end, sorts[place.start])
    return sorts


def _is_listed(found: Place | Mention, attendance: Sequence[Range]) -> bool:
    return any(start <= found.start < end for start, end in attendance)


def _opens(
    place: Place,
    heads: set[int],
    text: Sequence[str],
    neighbours: tuple[dict[int, int], dict[int, int]],
) -> bool:
    """Whether a bullet opens with the place as the one, or one of those, who speak.

    neighbours: end → start and start → end of all places.
    """
    before, after = neighbours
    start, end = place.start, place.end
    while start and text[start - 1] in _AND and start - 1 in before:
        start = before[start - 1]
    while end + 1 < len(text) and text[end] in _AND and end + 1 in after:
        end = after[end + 1]
    opens = start in heads or (start - 1 in heads and text[start - 1].lower() in _OPENERS)
    return opens and end < len(text) and (text[end] == ":" or text[end] in REPORTING)


def _is_bracketed(place: Place, text: Sequence[str]) -> bool:
    """Whether the place stands alone in brackets: "hoe zit het? (Ede)"."""
    before = text[place.start - 1] if place.start else ""
    after = text[place.end] if place.end < len(text) else ""
    return before == "(" and after.startswith(")")


def _usual_sort(places: Iterable[Place]) -> str:
    """What the places of a document mostly are, counting those that can be one thing only."""
    counts = Counter(p.actors[0].id.partition(":")[0] for p in places if len(p.actors) == 1)
    return counts.most_common(1)[0][0] if counts else "gemeente"


def likeliest(place: Place, mentions: Iterable[Mention]) -> Actor:
    """The body that a place stands for, of the kind that most of the mentions have; else the
    first."""
    counts = Counter(m.actor.id.partition(":")[0] for m in mentions)
    return max(place.actors, key=lambda actor: counts[actor.id.partition(":")[0]])


def _choose(actors: Sequence[Actor], sort: str) -> Actor:
    """The one of that sort, else the first."""
    return next((a for a in actors if a.id.startswith(f"{sort}:")), actors[0])
