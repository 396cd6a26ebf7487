"""Changes to a remark that leave its act as it is: another actor, another date, a slip of the pen.

Each takes a remark and a source of chance and gives the changed remark, the same text where there
is nothing to change. They are written for the composed sentences of data/checklist, where a capital
"Best" is the municipality, and not for minutes at large. Which actors can stand in each other's
place is in data/checklist/actors.csv.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from random import Random

from notulist.corpus.cues import read_cues
from notulist.training.checklist_cases import ActorName, read_actors
from notulist.training.setup import CORPUS

Perturbation = Callable[[str, Random], str]

GLYPHS = ("- ", "• ", "– ", "* ", "o ", "1. ", "a) ", "\uf0b7 ")
QUOTES = "'’´‘`"
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"),
    *("september", "oktober", "november", "december"),
)

_LONG = 7  # letters: a shorter word with a slip may be another word
_STEM = 5  # letters: what begins as a cue does may be one, inflected ("bezwaren")
_NUMBER = re.compile(rf"\b(?:\d+|{'|'.join(MONTHS)})\b")
_WORD = re.compile(r"(?<![\w'’´‘`-])[a-zà-ÿ]+(?![\w'’´‘`-])")
_QUOTE = re.compile(f"[{QUOTES}]")


@cache
def actor_pattern() -> re.Pattern[str]:
    """What `other_actor` replaces: a name as group "name", its article as group "article"."""
    names = "|".join(re.escape(name) for name in sorted(_by_name(), key=len, reverse=True))
    # "provincie Utrecht" is no municipality.
    return re.compile(
        rf"(?<!provincie )(?<![\w-])(?P<article>(?:[Dd]e|[Hh]et) )?(?P<name>{names})(?![\w-])"
    )


def other_actor(text: str, chance: Random) -> str:
    """Each actor replaced by another of its kind, with the article that goes with it; two that
    differ stay different."""
    kinds = _kinds()
    shift = {kind: chance.randrange(1, len(actors)) for kind, actors in kinds.items()}

    def swap(match: re.Match[str]) -> str:
        was = _by_name()[match["name"]]
        actors = kinds[was.kind]
        now = actors[(actors.index(was) + shift[was.kind]) % len(actors)]
        article = match["article"] or ""
        if not article or not now.article:
            return f"{article}{now.name}"
        return f"{now.article.capitalize() if article[0].isupper() else now.article} {now.name}"

    return actor_pattern().sub(swap, text)


def other_number(text: str, chance: Random) -> str:
    """Each number, year and month replaced by another of as many digits."""

    def change(match: re.Match[str]) -> str:
        found = match[0]
        if not found.isdecimal():
            return chance.choice([month for month in MONTHS if month != found])
        if re.fullmatch(r"(?:19|20)\d\d", found):
            return _another(found, range(2005, 2027), chance)
        if len(found) <= 2:  # may be a day or an hour
            return _another(found, range(1, 10) if len(found) == 1 else range(10, 24), chance)
        if not found.strip("0"):  # the thousands of "50.000"
            return found
        return _another(found, range(10 ** (len(found) - 1), 10 ** len(found)), chance)

    return _NUMBER.sub(change, text)


def glyph_in_front(text: str, chance: Random) -> str:
    """A list glyph or number in front, as it comes from a text that wasn't split."""
    return chance.choice(GLYPHS) + text


def other_quote(text: str, chance: Random) -> str:
    """Apostrophes and single quotes written with another sign, all with the same."""
    found = set(_QUOTE.findall(text))
    sign = chance.choice([quote for quote in QUOTES if quote not in found] or QUOTES)
    return _QUOTE.sub(sign, text)


def typing_error(text: str, chance: Random) -> str:
    """Two letters inside a longer word exchanged; never in a name, nor in what may be a cue."""
    places = list(_slips(text))
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def line_wrapped(text: str, chance: Random) -> str:
    """A line break and indentation in place of a space."""
    return _at_a_space(text, "\n   ", chance)


def double_space(text: str, chance: Random) -> str:
    """One space too many."""
    return _at_a_space(text, "  ", chance)


def full_stop(text: str, chance: Random) -> str:
    """Without the stop at the end, or with one where nothing ended the remark."""
    if text.endswith("."):
        return text[:-1]
    return f"{text}." if text[-1:].isalnum() else text


PERTURBATIONS: dict[str, Perturbation] = {
    "another actor of the kind": other_actor,
    "another date or amount": other_number,
    "list glyph in front": glyph_in_front,
    "another apostrophe": other_quote,
    "one typing error": typing_error,
    "line wrapping": line_wrapped,
    "double space": double_space,
    "full stop on or off": full_stop,
}


def perturbed(text: str, name: str) -> str:
    """A remark changed in the way of this name, the same on every machine."""
    return PERTURBATIONS[name](text, Random(f"{name}: {text}"))  # noqa: S311  no secret


def _at_a_space(text: str, instead: str, chance: Random) -> str:
    places = [at for at, character in enumerate(text) if character == " "]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + instead + text[at + 1 :]


def _slips(text: str) -> Iterator[int]:
    """Where a letter and the one behind it can be exchanged: not at either end of the word."""
    for match in _WORD.finditer(text):
        word = match[0]
        if len(word) >= _LONG and word[:_STEM] not in _cue_stems():
            for at in range(1, len(word) - 2):
                if word[at] != word[at + 1]:
                    yield match.start() + at


def _another(found: str, numbers: range, chance: Random) -> str:
    number = chance.randrange(numbers.start, numbers.stop)  # a choice overflows beyond 64 bits
    if str(number) == found:
        number = numbers[0] if number != numbers[0] else numbers[1]
    return str(number)


@cache
def _kinds() -> dict[str, list[ActorName]]:
    kinds: dict[str, list[ActorName]] = {}
    for actor in read_actors():
        kinds.setdefault(actor.kind, []).append(actor)
    return kinds


@cache
def _by_name() -> dict[str, ActorName]:
    return {actor.name: actor for actor in read_actors()}


@cache
def _cue_stems() -> frozenset[str]:
    cues = " ".join(cue for words in read_cues(CORPUS).values() for cue in words)
    return frozenset(word[:_STEM] for word in re.findall(r"\w+", cues.casefold()))
