"""Whether a text is Dutch at all, so that nothing else gets labels that look sure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

_LANGUAGES = ("nl", "en", "de", "fr")
_FEWEST_WORDS = 40
_LEAST_SHARE = 0.05


def other_language(text: str) -> str | None:
    """The code of the language that a text is in, where it isn't Dutch: "en", "de", "fr" or "?".

    None for Dutch. By the share of each language's own stop words (spaCy's lists). A text of fewer
    than 40 words counts as Dutch, since there is too little to go by.
    """
    words = [word for word in text.lower().split() if word.isalpha()]
    if len(words) < _FEWEST_WORDS:
        return None
    shares = {
        code: sum(word in stops for word in words) / len(words) for code, stops in _own().items()
    }
    best = max(shares, key=shares.__getitem__)
    if best != "nl" and shares[best] > shares["nl"]:
        return best
    return "?" if max(shares.values()) < _LEAST_SHARE else None


@cache
def _own() -> Mapping[str, frozenset[str]]:
    """Stop words that only one of the languages has ("is", "in" and "die" tell nothing)."""
    from importlib import import_module

    lists = {
        code: frozenset(import_module(f"spacy.lang.{code}.stop_words").STOP_WORDS)
        for code in _LANGUAGES
    }
    return {
        code: stops - frozenset().union(*(lists[other] for other in lists if other != code))
        for code, stops in lists.items()
    }
