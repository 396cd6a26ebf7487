"""Finding actors in text: pure functions from the words of a Doc to mentions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from notulist.components.gazetteer import Actor
from notulist.components.words import Words, word_set, words_of


@dataclass(frozen=True, slots=True)
class Mention:
    """Some words that stand for an actor."""

    start: int
    """First word."""
    end: int
    """Past the last word."""
    actor: Actor
    place: bool = False
    """Found by a bare place name: an actor only where the text treats it as one."""
    inferred: str = ""
    """The body that the document gives an office without one."""


@dataclass(frozen=True, slots=True)
class Place:
    """Some words that name a place, and so perhaps a body."""

    start: int
    end: int
    actors: tuple[Actor, ...]
    """The bodies that it could be: a municipality and a province may share a name."""


NIL = "NIL"
"""The kb_id of a body that the gazetteer doesn't have, as spaCy's entity linking has it."""
NIL_GROUP = Actor(NIL, "ORG")
NIL_COLLECTIVE = Actor(NIL, "COLLECTIVE")

# "een gemeente", "elke minister": a kind, not a party at the table.
INDEFINITE = word_set("een elke elk iedere ieder per geen welke één enkele andere zo'n")


class Matcher:
    """The patterns of a table of actors, ready to be looked for."""

    def __init__(self, actors: Sequence[Actor], tokenize: Callable[[str], Doc]) -> None:
        """Where actors share a pattern the first has it; of a place name all keep it."""
        self._actors: dict[str, list[Actor]] = {}
        self._vocab: Vocab = tokenize("").vocab
        self._exact = PhraseMatcher(self._vocab, attr="ORTH")
        self._lower = PhraseMatcher(self._vocab, attr="LOWER")
        self._places = PhraseMatcher(self._vocab, attr="ORTH")
        for actor in actors:
            exact = (form for pattern in actor.exact for form in _with_s(pattern))
            self._add(self._exact, "exact", actor, exact, tokenize)
            self._add(self._lower, "lower", actor, actor.any_case, tokenize)
            self._add(self._places, "place", actor, actor.places, tokenize)

    def _add(
        self,
        matcher: PhraseMatcher,
        kind: str,
        actor: Actor,
        patterns: Iterable[str],
        tokenize: Callable[[str], Doc],
    ) -> None:
        for pattern in patterns:
            words = words_of(tokenize(pattern)).text
            key = f"{kind}:{' '.join(words)}"
            key = key.lower() if kind == "lower" else key
            if key not in self._actors:
                matcher.add(key, [Doc(self._vocab, words=words)])
            self._actors.setdefault(key, []).append(actor)

    def find(self, words: Words) -> tuple[list[Mention], list[Place]]:
        """Mentions and place names in text order, neither overlapping its own kind."""
        if not words.text:
            return [], []
        view = Doc(self._vocab, words=words.text)
        found = [
            Mention(start, end, self._actors[self._vocab.strings[key]][0])
            for matcher in (self._exact, self._lower)
            for key, start, end in matcher(view)
        ]
        places = [
            Place(start, end, tuple(self._actors[self._vocab.strings[key]]))
            for key, start, end in self._places(view)
        ]
        whole = [p for p in places if not is_part(p, words)]
        return longest(found), longest(whole)


Found = TypeVar("Found", Mention, Place)


def longest(mentions: Iterable[Found]) -> list[Found]:
    """Of mentions that overlap the longest, of those as long the first; in text order."""
    kept: list[Found] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        span = range(mention.start, mention.end)
        if not any(word in taken for word in span):
            taken.update(span)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def definite(mentions: Iterable[Mention], words: Words) -> list[Mention]:
    """Without kinds of party ("een gemeente"), capitals of a shouted line and parts of a name."""
    text = words.text
    return [
        m for m in mentions if not (_is_kind(m, text) or _is_shouted(m, text) or is_part(m, words))
    ]


def _is_kind(mention: Mention, text: Sequence[str]) -> bool:
    before = text[mention.start - 1].lower() if mention.start else ""
    if mention.actor.label == "ORG":
        return False
    after = text[mention.end] if mention.end < len(text) else ""
    # "Departement Omgeving": the beginning of a name that the table doesn't have.
    named = mention.actor.id == "departementen" and after[:1].isupper()
    return before in INDEFINITE or named


def is_part(found: Mention | Place, words: Words) -> bool:
    """Whether a name is half of a longer one: "Heusden-Zolder", "Vlaams-Brabant"."""
    start, end, text = found.start, found.end, words.text
    if not text[end - 1][0].isupper() or text[end - 1].isupper():
        return False
    if start > 1 and text[start - 1] == "-" and words.glued[start - 1] and words.glued[start]:
        return len(text[end - 1]) > 4 and _is_name(text[start - 2])
    hyphened = end + 1 < len(text) and text[end] == "-" and words.glued[end]
    return hyphened and words.glued[end + 1] and _is_name(text[end + 1])


def _is_name(word: str) -> bool:
    return word[0].isupper() and word[1:].islower()


def _is_shouted(mention: Mention, text: Sequence[str]) -> bool:
    """Whether a short abbreviation is a word of a line in capitals ("OM DE TAFEL")."""
    if mention.end - mention.start > 1 or len(text[mention.start]) > 3:
        return False
    if not text[mention.start].isupper():
        return False
    around = [
        *text[max(mention.start - 2, 0) : mention.start],
        *text[mention.end : mention.end + 2],
    ]
    return any(len(word) > 3 and word.isalpha() and word.isupper() for word in around)


def _with_s(pattern: str) -> tuple[str, ...]:
    """An abbreviation with its plurals and genitives: VNG, VNG's, VNGs."""
    if pattern.endswith(("s", "S")) or not pattern[-1].isalpha():
        return (pattern, f"{pattern}'s")
    return pattern, f"{pattern}'s", f"{pattern}s"
