"""The patterns of a table of actors, looked for in the words of a Doc."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
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


class Matcher:
    """The patterns of a table of actors, ready to be looked for.

    Words are walked through a tree of the patterns' words, so that the time hardly hangs on how
    many patterns there are.
    """

    def __init__(self, actors: Sequence[Actor], tokenize: Callable[[str], Doc]) -> None:
        """A pattern that more actors have keeps them all, in the order of the table."""
        self._exact, self._lower, self._places = _Node(), _Node(), _Node()
        for actor in actors:
            for pattern in actor.exact:
                for form in _with_s(pattern):
                    _add(self._exact, actor, _words(form, tokenize))
            for pattern in actor.any_case:
                _add(self._lower, actor, [w.lower() for w in _words(pattern, tokenize)])
            for pattern in actor.places:
                _add(self._places, actor, _words(pattern, tokenize))

    def find(self, words: Words, day: str | None = None) -> tuple[list[Mention], list[Place]]:
        """Mentions and place names in text order, neither overlapping its own kind.

        day: of the meeting, ISO 8601; it decides between bodies that have a name one after the
        other.
        """
        lower = [word.lower() for word in words.text]
        found = [*_walk(self._exact, words.text), *_walk(self._lower, lower)]
        mentions = (Mention(start, end, a[0], others=tuple(a[1:])) for start, end, a in found)
        places = (
            Place(start, end, live)
            for start, end, actors in _walk(self._places, words.text)
            if (live := tuple(a for a in actors if _is_live(a, day)))
        )
        whole = (place for place in places if not is_part(place, words))
        return longest(settled(list(mentions), day)), longest(whole)


def _is_live(actor: Actor, day: str | None) -> bool:
    """Whether a bare place can stand for the body: it hasn't ended, or not yet on that day."""
    return not actor.valid_until or (day is not None and day <= actor.valid_until)


def _words(pattern: str, tokenize: Callable[[str], Doc]) -> Sequence[str]:
    return pattern.split(" ") if _PLAIN.fullmatch(pattern) else words_of(tokenize(pattern)).text


def _add(root: _Node, actor: Actor, words: Iterable[str]) -> None:
    node = root
    for word in words:
        node = node.further.setdefault(word, _Node())
    if actor not in node.actors:
        node.actors.append(actor)


def _walk(root: _Node, text: Sequence[str]) -> Iterator[tuple[int, int, list[Actor]]]:
    """First word, word past the last, and the actors: of every pattern, also of one in another."""
    first = root.further
    for start in [at for at, word in enumerate(text) if word in first]:
        node: _Node | None = root
        for end in range(start, len(text)):
            node = node.further.get(text[end]) if node else None
            if node is None:
                break
            if node.actors:
                yield start, end + 1, node.actors


def _with_s(pattern: str) -> tuple[str, ...]:
    """An abbreviation with its plurals and genitives: VNG, VNG's, VNGs."""
    if pattern.endswith(("s", "S")) or not pattern[-1].isalpha():
        return (pattern, f"{pattern}'s")
    return pattern, f"{pattern}'s", f"{pattern}s"
