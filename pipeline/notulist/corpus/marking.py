"""How a reader marks the spans of a document: numbered lines out, line numbers and kinds back in.

    python -m notulist.corpus.marking lines FILE            # what the reader sees
    python -m notulist.corpus.marking check FILE MARKED     # what is wrong with what they marked

A marked file has one span a line, in reading order:

    12 heading 1 2a          line 12 is a heading of level 1 with the number 2a
    13-15 bullet             lines 13 to 15
    16-17{voor de zomer.} bullet     from line 16 to where these words end in line 17
    17{Actie:}-18 bullet     from where this word begins in line 17
    19{VNG}-19{uitstel.} bullet      within one line

A span that begins with a line begins behind its list mark. `#` opens a comment.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from notulist.reading import Source, read
from notulist.reading.source import Line

ROWS = ("bullet", "action")
KINDS = (
    *ROWS,
    *("heading", "title", "header", "attendance", "topic", "lead-in"),
    *("table", "link", "code", "furniture"),
)
_WITHOUT_MARK = ("title", "header", "attendance", "table", "link", "code", "furniture")
_FEW = 4  # letters: as many may be left over in a line, a list mark that we don't know

_MARKED = re.compile(
    r"(?P<first>\d+)(?:\{(?P<from>.*?)\})?(?:-(?P<last>\d+)(?:\{(?P<to>.*?)\})?)?"
    r"\s+(?P<kind>[a-z-]+)(?:\s+(?P<level>\d))?(?:\s+(?P<number>\S+))?\s*"
)
# "> ## **Agendapunt " in front of a heading's number
_HEADING_SIGNS = re.compile(r"[\s>#*_]*(?:agendapunt\s+)?", re.IGNORECASE)
# "- ", "• ", Word's "o " and glyphs of its own, "- [x] "; quoted or not
_LIST_MARK = re.compile(r"[\s>]*(?:[-*+•·▪▫■□◦○●‣⁃–—➢➤✓o\uf000-\uf0ff]\s+(?:\[[ xX]\]\s+)?)?")
# "1. ", "(2) ", "1.2.3. ", "a) ", "iv. ": with a sign behind it any item's
_ITEM_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivx]{1,5})[.):]\)?\s+")
# "2 ", "2a ", "1.2 ": a heading's alone; a remark may begin with a number of something
_BARE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[a-z]?\s+")
# Signs that no span needs to cover: of Markdown, rules, dotted lines
_SIGNS = re.compile(r"[\s*_#|>`~=+:.\\-]*")


class Span(NamedTuple):
    """What was marked, by its place in the source's text."""

    start: int
    end: int
    kind: str
    level: int
    """Of a heading, from 1; otherwise 0."""
    number: str
    """Of a heading, "2a"; otherwise empty."""


class MarkingError(ValueError):
    """What was marked can't be: says in which line of the marked file and why."""


def numbered(source: Source) -> Iterator[str]:
    """The lines of a Source with their numbers and what is known of how they lie."""
    unit = None
    for number, line in enumerate(source.lines):
        text = source.text[line.start : line.end]
        if source.format == "pdf" and line.unit != unit:
            yield f"=== page {line.unit}"
        unit = line.unit
        if text.strip():
            yield f"{number:>4}{_layout(line)}| {text}"


def _layout(line: Line) -> str:
    """Indent (PDF), size, heading, weight, cell, level and mark, as far as the format knows."""
    told = []
    if line.box is not None:
        told.append(f"x{line.box[0]:.0f}")
    if line.size is not None:
        told.append(f"{line.size:.0f}pt")
    if line.heading is not None:
        told.append(f"H{line.heading}")
    if line.bold:
        told.append("bold")
    if line.cell is not None:
        told.append("t{}r{}c{}".format(*line.cell))
    if line.list_level is not None:
        told.append(f"level{line.list_level} {line.marker or ''}".strip())
    return f" [{' '.join(told)}]" if told else ""


def parse_marked(text: str, source: Source) -> list[Span]:
    """The spans of a marked file. Raises MarkingError where a line of it can't be understood."""
    spans = []
    for place, row in enumerate(text.splitlines(), 1):
        row = row.strip()
        if not row or row.startswith("#"):
            continue
        try:
            spans.append(_span(row, source))
        except ValueError as error:
            raise MarkingError(f"line {place}: {row!r}: {error}") from error
    return spans


def _span(row: str, source: Source) -> Span:
    match = _MARKED.fullmatch(row)
    if match is None:
        raise ValueError("not FIRST[{words}][-LAST[{words}]] KIND [LEVEL] [NUMBER]")
    if match["kind"] not in KINDS:
        raise ValueError(f"kind is none of {', '.join(KINDS)}")
    first = _line(source, match["first"])
    last = _line(source, match["last"] or match["first"])
    if match["from"]:
        start = source.text.find(match["from"], first.start, first.end)
        if start < 0:
            raise ValueError(f"{match['from']!r} is not in line {match['first']}")
    else:
        start = first.start + _mark_length(source.text[first.start : first.end], match["kind"])
    end = last.end
    if match["to"]:
        found = source.text.find(match["to"], max(start, last.start), last.end)
        if found < 0:
            raise ValueError(f"{match['to']!r} is not in line {match['last']} behind the start")
        end = found + len(match["to"])
    if not source.text[start:end].strip():
        raise ValueError("holds nothing but white space")
    return Span(start, end, match["kind"], int(match["level"] or 0), match["number"] or "")


def _line(source: Source, number: str) -> Line:
    if int(number) >= len(source.lines):
        raise ValueError(f"there is no line {number}")
    return source.lines[int(number)]


def _mark_length(text: str, kind: str) -> int:
    """How many characters of a line stand before the span: its list mark, number, # signs."""
    blank = len(text) - len(text.lstrip())
    if kind in _WITHOUT_MARK:
        return blank
    length = _behind(_HEADING_SIGNS, text, 0) if kind == "heading" else 0
    length = _behind(_LIST_MARK, text, length)
    behind = _behind(_ITEM_NUMBER, text, length)
    if behind == length and kind == "heading":
        behind = _behind(_BARE_NUMBER, text, length)
    return behind if text[behind:].strip() else blank


def _behind(pattern: re.Pattern[str], text: str, place: int) -> int:
    """Where what the pattern finds at a place ends; the place itself where it finds nothing."""
    found = pattern.match(text, place)
    return found.end() if found else place


def problems(spans: Sequence[Span], source: Source) -> Iterator[str]:
    """What is wrong with marked spans: spans that overlap, lines that none covers."""
    for one, other in pairwise(sorted(spans)):
        if other.start < one.end:
            first, second = (f"{_where(source, span)} {span.kind}" for span in (one, other))
            yield f"overlap: {first} and {second}"
    covered = bytearray(len(source.text))
    for span in spans:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    for number, line in enumerate(source.lines):
        text, seen = source.text[line.start : line.end], covered[line.start : line.end]
        left = "".join(char for char, by in zip(text, seen, strict=True) if not by)
        if not any(seen) and not _SIGNS.fullmatch(text):
            yield f"not covered: line {number}: {text.strip()[:70]!r}"
        elif len(_SIGNS.sub("", left)) > _FEW:
            yield f"partly covered: line {number}: left over {left.strip()[:60]!r}"


def _where(source: Source, span: Span) -> str:
    return f"line {source.lines.index(source.line_at(span.start))}"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 1 where something is wrong with what was marked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, summary in (("lines", "what the reader sees"), ("check", "what is wrong")):
        command = commands.add_parser(name, help=summary)
        command.add_argument("file", type=Path)
        if name == "check":
            command.add_argument("marked", type=Path)
    chosen = parser.parse_args(arguments)
    source = read(chosen.file)
    if chosen.command == "lines":
        told = list(numbered(source))
    else:
        try:
            spans = parse_marked(chosen.marked.read_text(encoding="utf-8"), source)
            told = wrong = list(problems(spans, source))
            told = told or [f"{len(spans)} spans, nothing wrong"]
        except MarkingError as error:
            told = wrong = [str(error)]
    sys.stdout.write("\n".join(told) + "\n")
    return int(chosen.command == "check" and bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
