"""Markdown: plain text whose headings are known."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from notulist.reading.source import Line, Source, line_spans
from notulist.reading.text import decode_file

# "##Planning": no heading to Markdown, but to whoever typed it.
_ATX = re.compile(r" {0,3}(#{1,6}(?:[ \t]|$)|#{2,6}(?=[^\W\d_]))")
_SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_NO_PARAGRAPH = re.compile(
    r" {0,3}(?:[-*+>|]|\d+[.)][ \t]|[-*_](?:[ \t]*[-*_]){2,}[ \t]*$)|\t| {4}"
)


def opens_fence(line: str) -> str:
    """The mark that opens a block of code ("```", "~~~~"); "" for a line that opens none."""
    found = _FENCE.match(line)
    return found[1] if found else ""


def closes_fence(line: str, fence: str) -> bool:
    """Whether a line closes the block that `fence` opened."""
    text = line.strip()
    return text.startswith(fence) and not text.strip(fence[0])


def read_markdown(data: bytes, name: str) -> Source:
    """A Source of a Markdown file: its characters as they are, `heading` set on its headings.

    A setext heading's level stands on its text; the rule below it stays a line of its own.
    Raises ReadError: R02 if there is nothing but white space, R09 if it is no text.
    """
    text, encoding, warnings = decode_file(data, name)
    spans = list(line_spans(text))
    levels = heading_levels([text[start:end] for start, end in spans])
    lines = tuple(
        Line(start, end, unit, heading=level)
        for unit, ((start, end), level) in enumerate(zip(spans, levels, strict=True))
    )
    digest = hashlib.sha256(data).hexdigest()
    return Source(name, text, lines, digest, "md", encoding, warnings)


def heading_levels(lines: list[str]) -> list[int | None]:
    """The heading level of each line, from 1; None for what is no heading or stands in code."""
    levels: list[int | None] = [None] * len(lines)
    for i in _outside_code(lines):
        if atx := _ATX.match(lines[i]):
            levels[i] = len(atx[1].strip())
        elif (rule := _SETEXT.match(lines[i])) and i and _is_one_line_paragraph(lines, i - 1):
            levels[i - 1] = 1 if rule[1][0] == "=" else 2
    return levels


def _is_one_line_paragraph(lines: list[str], i: int) -> bool:
    """Whether line i is a paragraph of its own: a rule under a longer one is no heading."""
    alone = i == 0 or not lines[i - 1].strip() or bool(_ATX.match(lines[i - 1]))
    return alone and bool(lines[i].strip()) and not _NO_PARAGRAPH.match(lines[i])


def _outside_code(lines: list[str]) -> Iterator[int]:
    """The numbers of the lines outside front matter and fenced code."""
    fence: str | None = None
    start = _front_matter(lines)
    for i in range(start, len(lines)):
        if not fence:
            fence = opens_fence(lines[i])
            if not fence:
                yield i
        elif closes_fence(lines[i], fence):
            fence = ""


def _front_matter(lines: list[str]) -> int:
    """How many lines the YAML at the top takes; 0 where there is none."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    return next((i + 1 for i in range(1, len(lines)) if lines[i].rstrip() in ("---", "...")), 0)
