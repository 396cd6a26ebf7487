"""Bodies that a document names again, in small letters or by the first word of their name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from notulist.components.gazetteer import Actor
from notulist.components.mentions import Mention
from notulist.components.words import word_set
from notulist.labels import NIL

# In small letters these are words, also where the document names the body.
_COMMON = word_set(
    """
    rijk kamer staten fin def ser sp az bz ap om ok kb or ind hof raad unie kring zee min mist
    ris bij over nut bron link data zorg nood vos cos ces ster kans sta pas rol een van het
    """
)
# First words that say what kind of body it is, which others are too.
_KINDS = word_set(
    """
    Ministerie Gemeente Provincie Waterschap Staatssecretaris Minister Veiligheidsregio Stichting
    Vereniging Nederlandse Nederlands Nationaal Nationale Landelijk Landelijke Regionale Regionaal
    Bureau Raad Rijk Koninklijke Centraal Centrale Dienst College Vlaamse Federale Algemene Openbare
    Hoge Eerste Tweede Hoogheemraadschap Wetterskip Universiteit Omgevingsdienst De Het Den Stad
    Agentschap Departement Sociale Digitaal Digitale Interprovinciaal Europese Technisch Samen
    Zorgkantoor Min Gem Burgemeester Noord Zuid Oost West Nieuwe Team Groep Werkgroep Stuurgroep
    Programma Project Beheer Wet Informatie
    """
)
_ARTICLES = word_set("de het")
_LONG, _ABBREVIATED = 5, 3


def again(text: Sequence[str], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of bodies of `mentions` that are written "logius" where the document has
    "Logius", or "het Forum" where it has "Forum Standaardisatie"."""
    taken = {word for m in mentions for word in range(m.start, m.end)}
    whole = {text[m.start]: m.actor for m in mentions if m.end == m.start + 1 and _is_body(m)}
    small = {
        word.lower(): actor
        for word, actor in whole.items()
        if word.lower() not in _COMMON and word.lower() != word and _is_name(word)
    }
    short = _short(text, mentions)
    found = []
    for at, word in enumerate(text):
        if at in taken:
            continue
        if word.islower() and word in small:
            found.append(Mention(at, at + 1, small[word]))
        elif (word in short or (word.capitalize() in short and word.islower())) and (
            _stands_alone(text, at)
        ):
            actor = short[word.capitalize() if word.islower() else word]
            before = text[at - 1].lower() if at else ""
            if before in _ARTICLES or word[0].isupper():
                found.append(Mention(at, at + 1, actor))
    return found


def _is_body(mention: Mention) -> bool:
    return mention.actor.label == "ORG" and mention.actor.id != NIL and not mention.place


def _is_name(word: str) -> bool:
    """Whether a word is long enough to be known in small letters."""
    bare = word.removesuffix("'s")
    return bare.isalpha() and len(bare) >= (_ABBREVIATED if bare[1:2].isupper() else _LONG)


def _short(text: Sequence[str], mentions: Iterable[Mention]) -> dict[str, Actor]:
    """The first words of names of more words, where one body alone has that word."""
    bodies: dict[str, set[Actor]] = {}
    for m in mentions:
        first = text[m.start]
        more = m.end > m.start + 1 and text[m.start + 1] not in "-/"
        if _is_body(m) and more and _opens_name(first):
            bodies.setdefault(first, set()).add(m.actor)
    # "informatie", of "Informatie Vlaanderen", stands without an article too.
    loose = {w for before, w in pairwise(text) if w.islower() and before not in _ARTICLES}
    return {
        first: actors.pop()
        for first, actors in bodies.items()
        if len(actors) == 1 and first.lower() not in loose
    }


def _opens_name(word: str) -> bool:
    """Whether a name's first word is long enough to stand for it, and not every other's too."""
    return word.istitle() and len(word) >= _LONG - 1 and word not in _KINDS


def _stands_alone(text: Sequence[str], at: int) -> bool:
    """Not the first word of another name, nor half of a word."""
    after = text[at + 1] if at + 1 < len(text) else ""
    return not (after[:1].isupper() or after == "-" or (at and text[at - 1] == "-"))
