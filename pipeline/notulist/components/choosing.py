"""Which body a name stands for where more have it: by what else is named, then by the date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from notulist.components.gazetteer import Actor
from notulist.components.mentions import Mention


def settled(mentions: Sequence[Mention], day: str | None) -> list[Mention]:
    """The mentions, each of the one body that it can be, or marked as doubtful.

    Parts of a body ("directie Wonen") count in a document that names the body, or not at all. Of
    bodies that had the name one after the other the one of that day counts (day: ISO 8601, or
    None). Where that leaves more, the mention is `doubtful`, and of the first.
    """
    chosen = [_of_day(mention, day) for mention in mentions if not mention.actor.within]
    named = {mention.actor.kb_id for mention in chosen}
    for mention in mentions:
        able = [a for a in (mention.actor, *mention.others) if a.within in named]
        if mention.actor.within and able:
            own = replace(mention, actor=able[0], others=tuple(able[1:]))
            chosen.append(_of_day(own, day))
    return chosen


def _of_day(mention: Mention, day: str | None) -> Mention:
    if not mention.others:
        return mention
    live = of_day((mention.actor, *mention.others), day)
    doubtful = len({actor.kb_id for actor in live}) > 1
    return replace(mention, actor=live[0], others=(), doubtful=doubtful)


def of_day(actors: Sequence[Actor], day: str | None) -> Sequence[Actor]:
    """Those of the actors that a name stood for on that day; all where none did.

    One with a beginning goes before one that is of all times. Without a day those without a
    beginning come first, then those without an end.
    """
    if len(actors) < 2:
        return actors
    if day is None:
        early = [a for a in actors if not a.valid_from]
        return early or [a for a in actors if not a.valid_until] or actors
    live = [a for a in actors if a.covers(day)]
    return [a for a in live if a.valid_from] or live or actors
