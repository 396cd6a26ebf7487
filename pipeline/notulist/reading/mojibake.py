"""Text in a wrong encoding, told and mended where sure: "geÃ¯nformeerd", "financiÎn".

An accent for an apostrophe ("zo´n") is mended without a word: that is how some people type.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import ftfy

from notulist.errors import Notice, notice

_LOST = "\ufffd"
# Letters of cp1252 that a Mac has read by its own table. Inside a word in lower case no capital and
# no such sign can stand; at its start one could, so there it is left, but for the word "één".
_MAC = str.maketrans("ÎÔÈËÍ‡ˆ¸Ê", "ëïéèêàöüæ")
_MAC_IN_WORD = re.compile(r"(?<=[a-z])[ÎÔÈËÍˆ‡¸](?![A-ZÀ-Þ])(?=[a-z]|\b)")
_MAC_ONE = re.compile(r"\bÈÈn(?=\b|[a-z])")
_LETTER = r"[^\W\d_]"
# An accent for an apostrophe: "VNG´s", "zo`n", "A´dam", "d´Hondt", "sms´en"; and in front of a
# word, "´s avonds". Not before other vowels: a PDF made with TeX has "caf´e" for "café".
_ACCENT = re.compile(
    rf"(?<={_LETTER})[´`](?=(?![aeiouAEIOU]){_LETTER})"
    rf"|(?<=[^\W\d_aeiou])[´`](?=e[nr]s?\b)"
    rf"|(?<=\b[dlDLO])[´`](?={_LETTER})|(?<![\w´`])[´`](?=[stn]\b)"
)
_MOST_CHARS = 60  # of a broken word, as a warning shows it


def mended(text: str) -> str:
    """The text with what is surely in a wrong encoding, and an accent for an apostrophe, put right;
    all else as it is."""
    if text.isascii() and "`" not in text:
        return text
    return _apostrophes(_decoded(text))


def notes(text: str) -> tuple[Notice, ...]:
    """Warnings for a person: how many words look broken, with the first as an example."""
    wrong: list[str] = []
    lost: list[str] = []
    for line in () if text.isascii() else text.split("\n"):
        if not line.isascii():
            wrong += _broken_words(line)
            lost += [word for word in line.split() if _LOST in word]
    return (
        *((notice("W08", count=len(wrong), example=_example(wrong)),) if wrong else ()),
        *((notice("W09", count=len(lost), example=_example(lost)),) if lost else ()),
    )


def _decoded(text: str) -> str:
    """The text with what was read by the wrong table of characters read by the right one."""
    text = ftfy.fix_encoding(text)
    text = _MAC_ONE.sub("één", text)
    return _MAC_IN_WORD.sub(lambda match: match[0].translate(_MAC), text)


def _example(words: Sequence[str]) -> str:
    """The first, between quotes, with controls as escapes."""
    return repr(words[0][:_MOST_CHARS])


def _broken_words(line: str) -> list[str]:
    """The words of a line that are in a wrong encoding."""
    words, whole = line.split(), _decoded(line).split()
    if len(words) == len(whole):
        return [word for word, better in zip(words, whole, strict=True) if word != better]
    # A mended part held a space: look at the words one by one.
    return [word for word in words if _decoded(word) != word] or words[:1]


def _apostrophes(text: str) -> str:
    """An accent that stands for an apostrophe; a pair of backticks is Markdown's code instead."""
    changed = _ACCENT.sub("’", text)
    if "`" not in changed:
        return changed
    return re.sub(_ACCENT, lambda match: match[0] if match[0] == "`" else "’", text)
