"""The patterns of a table of actors, looked for in the words of a Doc."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from notulist.components.choosing import settled
from notulist.components.gazetteer import Actor
from notulist.components.mentions import Mention, Place, is_part, longest
from notulist.components.words import Words, words_of

# What the tokenizer leaves whole between spaces: need not be asked, which is most of the time.
_PLAIN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")


@dataclass(slots=True)
class _Node:
    """Where the words so far lead: the words that go on, and the actors of those that end here."""

    further: dict[str, _Node] = field(default_factory=dict)
    actors: list[Actor] = field(default_factory=list)


class _Tree:
    """Patterns as a tree of words, so that the time to look hardly hangs on how many there are.

    What follows a pattern's first word is cut into words when that word turns up in a text: to cut
    all when the table is read would take a second.
    """

    def __init__(
        self, tokenize: Callable[[str], Doc], *, any_case: bool = False, with_s: bool = False
    ) -> None:
        """with_s: patterns are found with the s of a plural or genitive too."""
        self._tokenize, self._any_case, self._with_s = tokenize, any_case, with_s
        self._heads: set[str] = set()
        self._first: dict[str, _Node] = {}
        self._waiting: dict[str, list[tuple[str, Actor]]] = {}

    def add(self, pattern: str, actor: Actor) -> None:
        """Patterns that more actors have keep them all, in the order in which they came."""
        first, _, rest = pattern.partition(" ")
        if rest and first.isalpha():
            first = first.lower() if self._any_case else first
            self._waiting.setdefault(first, []).append((pattern, actor))
            self._heads.add(first)
        else:
            self._grow(pattern, actor)

    def walk(self, text: Sequence[str]) -> Iterator[tuple[int, int, list[Actor]]]:
        """First word, word past the last, and the actors: of every pattern, also one in another.

        text: words, in small letters for a tree of any case.
        """
        for start in [at for at, word in enumerate(text) if word in self._heads]:
            for pattern, actor in self._waiting.pop(text[start], ()):
                self._grow(pattern, actor)
            node: _Node | None = self._first[text[start]]
            end = start + 1
            while node is not None:
                if node.actors:
                    yield start, end, node.actors
                node = node.further.get(text[end]) if end < len(text) else None
                end += 1

    def _grow(self, pattern: str, actor: Actor) -> None:
        whole = _PLAIN.fullmatch(pattern)
        words = pattern.split(" ") if whole else words_of(self._tokenize(pattern)).text
        words = [word.lower() for word in words] if self._any_case else words
        forms = _with_s(words[-1]) if self._with_s else words[-1:]
        self._heads.update(words[:1] if len(words) > 1 else forms)
        for last in forms:
            further, node = self._first, None
            for word in (*words[:-1], last):
                node = further.setdefault(word, _Node())
                further = node.further
            if node is not None and actor not in node.actors:
                node.actors.append(actor)


class Matcher:
    """The patterns of a table of actors, ready to be looked for."""

    def __init__(self, actors: Sequence[Actor], tokenize: Callable[[str], Doc]) -> None:
        """Where actors share a pattern the first counts unless `find` knows better."""
        self._exact = _Tree(tokenize, with_s=True)
        self._lower = _Tree(tokenize, any_case=True)
        self._places = _Tree(tokenize)
        for actor in actors:
            for tree, patterns in (
                (self._exact, actor.exact),
                (self._lower, actor.any_case),
                (self._places, actor.places),
            ):
                for pattern in patterns:
                    tree.add(pattern, actor)

    def find(self, words: Words, day: str | None = None) -> tuple[list[Mention], list[Place]]:
        """Mentions and place names in text order, neither overlapping its own kind.

        day: of the meeting, ISO 8601; it decides between bodies that have a name one after the
        other.
        """
        lower = [word.lower() for word in words.text]
        found = [*self._exact.walk(words.text), *self._lower.walk(lower)]
        mentions = (Mention(start, end, a[0], others=tuple(a[1:])) for start, end, a in found)
        places = (
            Place(start, end, live)
            for start, end, actors in self._places.walk(words.text)
            if (live := tuple(a for a in actors if _is_live(a, day)))
        )
        whole = (place for place in places if not is_part(place, words))
        return longest(settled(list(mentions), day)), longest(whole)


def _is_live(actor: Actor, day: str | None) -> bool:
    """Whether a bare place can stand for the body: it hasn't ended, or not yet on that day."""
    return not actor.valid_until or (day is not None and day <= actor.valid_until)


def _with_s(word: str) -> tuple[str, ...]:
    """A word with its plurals and genitives: VNG, VNG's, VNGs."""
    if word.endswith(("s", "S")) or not word[-1].isalpha():
        return word, f"{word}'s"
    return word, f"{word}'s", f"{word}s"
