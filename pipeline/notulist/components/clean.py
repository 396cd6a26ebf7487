"""Clean text beside the raw span: lines joined, hyphens mended, markup off."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from notulist.reading.mojibake import mended

# What pypdfium2 gives for a hyphen at a line's end (U+FFFE), the soft hyphen, and the plain one.
_HYPHENS = "-\u00ad\ufffe\u2010"
# "in- en uitstroom": the hyphen stands for a shared part, so it stays, and so does the space.
_SHARED = re.compile(r"(?:en|of|als|dan|tot|c\.q\.|respectievelijk)\b")
# The sign of a quote, at each of its lines; "> 5%" says more than that.
_QUOTE = re.compile(r"\A\s*(?:>\s?)+(?![\s\d€])")
_QUOTED_LINE = re.compile(r"\s(?:>\s?)+(?![\s\d€])")
# Repeats are bounded, or a hostile line would take minutes.
_MARKUP: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\A\s*\[[ xX]\]\s+"), ""),
    (re.compile(r"(?<!\\)\\(?=\s|\Z)"), ""),  # a hard break, before lines were joined
    (
        re.compile(r"<br\s*/?>|</?(?:b|i|u|p|em|strong|sup|sub|span|div)\b[^>]*>", re.IGNORECASE),
        " ",
    ),
    (re.compile(r"!\[([^\]\[]{0,500})\]\([^)(]{0,2000}\)"), r"\1"),
    (
        re.compile(
            r"\[([^\]\[]{1,500})\]"
            r"(?:\([^)\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)|\[[^\]\[]{0,500}\])"
        ),
        r"\1",
    ),
    (re.compile(r"(?<!\\)~~(?=\S)(.{1,500}?)(?<=[^\s\\])~~"), r"\1"),
    # A run of more underscores is a line to write on, or a name left out.
    (re.compile(r"(?<!\\)(\*{1,3}|(?<!_)_{2,3}(?!_))(?=\S)(.{1,500}?)(?<=[^\s\\])\1"), r"\2"),
    (re.compile(r"(?<!\w)_(?=\S)([^_]{1,500}?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`]*)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!<>|~-])"), r"\1"),
)


def join_lines(lines: Iterable[str]) -> str:
    """One line of text out of the lines of a remark.

    A word broken by a hyphen is mended ("huis-⏎vesting" → "huisvesting"), unless the hyphen belongs
    to it: before a capital or digit or behind one ("2023-⏎II", "Rijk-⏎IPO"), or shared ("in- en").
    What is surely in a wrong encoding is put right ("geÃ¯nformeerd", "VNG´s").
    """
    joined = ""
    for line in lines:
        piece = " ".join(line.split())
        if not piece:
            continue
        joined = _append(joined, piece) if joined else piece
    return mended(joined.replace("\ufffe", "-").replace("\u00ad", ""))


def _append(text: str, piece: str) -> str:
    if text[-1] == "/" and not text.endswith(" /"):
        return text + piece
    if text[-1] not in _HYPHENS or len(text) < 2 or not text[-2].isalnum():
        return f"{text} {piece}"
    if _SHARED.match(piece):
        return f"{text[:-1]}- {piece}"
    if text[-2].isdigit() or not piece[0].islower() or text[-2].isupper():
        return f"{text[:-1]}-{piece}"
    return text[:-1] + piece


def strip_markup(text: str) -> str:
    """Markdown and the HTML that people put in it, off: emphasis, links, code, breaks, entities,
    the signs of a quote, the box of a task."""
    if quote := _QUOTE.match(text):
        text = _QUOTED_LINE.sub(" ", text[quote.end() :])
    for pattern, replacement in _MARKUP:
        text = pattern.sub(replacement, text)
    return " ".join(html.unescape(text).split())
