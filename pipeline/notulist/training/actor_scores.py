"""How well actors, their ids and the roles of a bullet are found, as counts that add up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass

from notulist.corpus.actor_marks import ActorMarks
from notulist.labels import NIL
from notulist.training.metrics import Estimate, bootstrap, by_document

Counted = tuple["Counts", str]
"""Counts of one bullet, and its document."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one bullet, or of more together."""

    bullets: int = 0
    gold: int = 0
    """Mentions."""
    told: int = 0
    found: int = 0
    """Gold mentions that a told one overlaps."""
    hits: int = 0
    """Told mentions that a gold one overlaps."""
    linked: int = 0
    """Found ones with the right id."""
    linkable: int = 0
    """Found ones whose body the gazetteer has."""
    holder: int = 0
    """Bullets whose holder is right, as a set of ids; none is right where there is none."""
    addressee: int = 0
    held: int = 0
    """Bullets that have a holder in the gold."""
    held_right: int = 0
    addressed: int = 0
    addressed_right: int = 0

    def __add__(self, other: Counts) -> Counts:
        pairs = zip(astuple(self), astuple(other), strict=True)
        return Counts(*(one + another for one, another in pairs))


def count(gold: ActorMarks, told: ActorMarks) -> Counts:
    """How one reading of a bullet, or what the pipeline makes of it, stands to the gold."""
    overlaps = [
        (one, other)
        for one in gold.mentions
        for other in told.mentions
        if one.start < other.end and other.start < one.end
    ]
    # A gold mention that two told ones overlap is found once, with the id of the longer overlap.
    best = {
        (one.start, one.end): max(
            (min(one.end, b.end) - max(one.start, b.start), b.id) for a, b in overlaps if a == one
        )[1]
        for one, _ in overlaps
    }
    by_place = {(one.start, one.end): one.id for one in gold.mentions}
    linkable = {place: id_ for place, id_ in by_place.items() if place in best and id_ != NIL}
    held, addressed = ({one.id for one in parties} for parties in gold.parts[1:])
    said, asked = ({one.id for one in parties} for parties in told.parts[1:])
    return Counts(
        bullets=1,
        gold=len(gold.mentions),
        told=len(told.mentions),
        found=len(best),
        hits=len({(b.start, b.end) for _, b in overlaps}),
        linked=sum(best[place] == id_ for place, id_ in linkable.items()),
        linkable=len(linkable),
        holder=int(held == said),
        addressee=int(addressed == asked),
        held=int(bool(held)),
        held_right=int(bool(held) and held == said),
        addressed=int(bool(addressed)),
        addressed_right=int(bool(addressed) and addressed == asked),
    )


def mention_f1(one: Counts) -> float:
    """F1 of mentions, by overlap."""
    recall, precision = one.found / max(one.gold, 1), one.hits / max(one.told, 1)
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def link_accuracy(one: Counts) -> float:
    """Of the mentions found whose body the gazetteer has, the share with the right id."""
    return one.linked / max(one.linkable, 1)


def holder_accuracy(one: Counts) -> float:
    """Share of bullets with exactly the right holders."""
    return one.holder / max(one.bullets, 1)


def addressee_accuracy(one: Counts) -> float:
    """Share of bullets with exactly the right addressees."""
    return one.addressee / max(one.bullets, 1)


FIGURES = (mention_f1, link_accuracy, holder_accuracy, addressee_accuracy)


def total(counts: Iterable[Counts]) -> Counts:
    """All together."""
    return sum(counts, Counts())


def estimate(figure: Callable[[Counts], float], counted: Sequence[Counted]) -> Estimate:
    """A figure with its interval, documents drawn anew."""
    rows = [astuple(counts) for counts, _ in counted]
    table = by_document(rows, [document for _, document in counted])
    return bootstrap(lambda row: figure(Counts(*map(int, row))), table)
