"""The words of a Doc as a reader sees them: no line breaks, no glued names, one kind of apostrophe.

spaCy's tokens follow the raw text: a line break is a token, "VNG/IPO" is one, "CdK´s" is three.
Rules that look for names and verbs work on these words instead; each knows its tokens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from spacy.attrs import ORTH, SPACY
from spacy.tokens import Doc, Span

_APOSTROPHES = "'’´`‘"
_GENITIVE = re.compile(rf"(?<=\w)[{_APOSTROPHES}]s$", re.IGNORECASE)
# "in- en uitstroom": the hyphen stands for a shared part, so nothing is joined.
_SHARED = frozenset({"en", "of", "als", "dan", "tot", "respectievelijk"})
# A hyphen at a line's end, as PDF libraries give it (U+FFFE) or word processors (soft hyphen). It
# belongs to the name before a capital or where the line still ends.
_HARD = re.compile("[\ufffe\u00ad](?=[A-Z0-9]|$)")
_BROKEN = re.compile("[\ufffe\u00ad]")
_GLUE = re.compile(r"([-–/+]|\)\()")
_ADDRESS = re.compile(r"://|@|www\.|\.\w+/")


@dataclass(slots=True)
class Words:
    """Parallel lists, one entry a word: text, first token, the token past the last, and whether it
    is glued to the word before it."""

    text: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    glued: list[bool] = field(default_factory=list)

    def add(self, text: str, start: int, end: int, glued: bool) -> None:
        """Append a word."""
        self.glued.append(glued)
        self.text.append(text)
        self.start.append(start)
        self.end.append(end)

    def pop(self) -> None:
        """Take the last word off."""
        for column in (self.text, self.start, self.end, self.glued):
            column.pop()


def word_set(text: str) -> frozenset[str]:
    """The words of a table that is written as one text."""
    return frozenset(text.split())


def words_of(doc: Doc | Span) -> Words:
    """The words of a Doc, or of a Span (token numbers are the Doc's in both cases).

    Plural and genitive s come as "'s" whatever the apostrophe; a word hyphenated over a line comes
    joined; "-", "–", "/", "+" and ")(" inside a word are words of their own.
    """
    words = Words()
    # Bound once, since this runs for every token of every document.
    texts, starts, ends, glued = words.text, words.start, words.end, words.glued
    spaced, broken, address = True, True, False
    # Numbers in place of Tokens, of which making one takes longer than all that follows.
    view: Any = doc  # spaCy's types leave a Span's to_array out
    strings, rows = doc.vocab.strings, view.to_array([ORTH, SPACY]).tolist()
    for at, (orth, space) in enumerate(rows, start=doc.start if isinstance(doc, Span) else 0):
        text = strings[orth]
        # Most are plain words, of which none of what follows can hold.
        if text.isalnum() and text != "s" and not (address or (broken and _is_hyphened(words))):
            texts.append(text)
            starts.append(at)
            ends.append(at + 1)
            glued.append(not spaced)
            spaced, broken = bool(space), False
            continue
        if text.isspace():
            broken = broken or "\n" in text
            spaced, address = True, False
            continue
        # The rest of an address up to a space or bracket holds no names, however it is cut.
        address = (address and not spaced and ")" not in text) or bool(_ADDRESS.search(text))
        if not spaced and _is_genitive(words, text, at):
            words.text[-1] += "'s" if text[-1] != "." else "'s."
            words.end[-1] = at + 1
        else:
            _add(words, text, at, broken, address, not spaced)
        spaced = bool(space)
        broken = False
    _split_stops(words)
    return words


def _is_hyphened(words: Words) -> bool:
    return bool(words.text) and words.text[-1] == "-"


def _is_genitive(words: Words, text: str, token: int) -> bool:
    """Whether a token without a space before it is the s of the word before."""
    if not words.text or words.end[-1] != token:
        return False
    last = words.text[-1]
    if text[0] in _APOSTROPHES and text[1:] in ("s", "S") and last[-1].isalnum():
        return True
    if text not in ("s", "s.") or len(words.text) < 2 or last not in _APOSTROPHES:
        return False
    if words.end[-2] != token - 1 or not words.text[-2][-1].isalnum():
        return False
    words.pop()
    return True


def _add(words: Words, text: str, token: int, broken: bool, address: bool, glued: bool) -> None:
    """Append a token as one or more words; a part of an address behind a mark that no name has."""
    if address:
        words.add(f"~{text}", token, token + 1, glued)
        return
    text = _BROKEN.sub("", _HARD.sub("-", text)) or text
    text = _GENITIVE.sub("'s", text)
    if broken and words.text and _goes_on(words.text, text):
        words.pop()
        words.text[-1] += text
        words.end[-1] = token + 1
        return
    if len(text) < 3:
        words.add(text, token, token + 1, glued)
        return
    for part in _GLUE.split(text):
        if part:
            words.add(part, token, token + 1, glued)
            glued = True


def _goes_on(before: list[str], text: str) -> bool:
    """Whether a line's first word is the rest of the word that ends the line before."""
    return (
        len(before) > 1
        and before[-1] == "-"
        and before[-2][-1].islower()
        and text[0].islower()
        and text not in _SHARED
    )


def _split_stops(words: Words) -> None:
    """Take the full stop off a word that it was left on ("CdK.", "PRT's.")."""
    stopped = [index for index, text in enumerate(words.text) if text[-1] == "." and len(text) > 2]
    for index in reversed(stopped):
        text = words.text[index]
        if "." not in text[:-1]:
            words.text[index] = text[:-1]
            words.text.insert(index + 1, ".")
            words.start.insert(index + 1, words.start[index])
            words.end.insert(index + 1, words.end[index])
            words.glued.insert(index + 1, True)
