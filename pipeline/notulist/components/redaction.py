"""What is blacked out in minutes that were published under the Woo or Wob, marked in clean text.

A hole gets one mark, whatever stands in it: a code of the ground, "[naam]", blocks, nothing. Marks
with no more than white space, "/", "+" or "&" between them are one (two grounds for one name, first
name and surname in two boxes); commas and "en" part two. Nothing here guesses what stood there.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from notulist.components.redaction_codes import hold_codes, mark_codes
from notulist.components.verbs import REPORTING
from notulist.reading.source import Source, line_spans

MARK = "[gelakt]"

_BLOCKS = re.compile(r"[█▇▆▉▊▋▓▒░⬛◼▮▬]{2,}|■{3,}|(?<![\w/.-])X{4,}(?![\w/-])")
_DONE = (
    r"(?:naam|namen|persoonsnaam) (?:is )?(?:verwijderd|weggelakt|gelakt|onleesbaar gemaakt)"
    r"|ge(?:lakt|anonimiseerd|pseudonimiseerd)|(?:weg|zwart) ?gelakt|(?:zwart|onleesbaar) ?gemaakt"
)
_KIND = r"(?:naam|namen|persoonsnaam|persoonsgegevens|anoniem|e-?mailadres|telefoonnummer)"
_WORDS = re.compile(
    rf"\[\s?(?:{_DONE}|{_KIND}(?: ?(?:\d{{1,2}}|[A-Z]))?|persoon ?(?:\d{{1,2}}|[A-Z]))\s?\]"
    rf"|<(?:{_DONE})>|\((?:{_DONE})\)",
    re.IGNORECASE,
)

_VERB = rf"(?:{'|'.join(sorted(REPORTING))})\b"
_SHORT = r"(?:[Dd]e heer|(?:[Dd]hr|[Mm]e?vr|[Mm]w)\b\.?)"
_TITLE = rf"(?<![\w/])(?:{_SHORT}|[Mm]evrouw)"
_TITLE_PARTS = ("e heer", "hr", "vr", "Mw", "mw")
_NO_NAME = r"(?!\s(?:[A-ZÀ-Þ]|(?:van|de|den|der|ten|ter|te)\b))"
# Behind a title: a verb, a comma, a bracket. "Mevrouw vraagt" may say it all, so not that.
_TITLES = (
    (re.compile(rf"({_TITLE})\s*_{{4,}}"), rf"\1 {MARK}"),
    (re.compile(rf"(?<![\w/])({_SHORT})\s+(?={_VERB})"), rf"\1 {MARK} "),
    (re.compile(rf"({_TITLE})\s*(?=\((?!door|\[)[^()]{{3,60}}\){_NO_NAME})"), rf"\1 {MARK} "),
    (re.compile(rf"({_TITLE})\s+(?=[,;:]|\.(?:\s|\Z))"), rf"\1 {MARK}"),
    (re.compile(rf"(?<![\w/])({_SHORT})(?=,)"), rf"\1 {MARK}"),
)
# A body in brackets behind another one: "(VNG), (IPO)".
_BODY = r"\((?=[A-Z][A-Za-z])[^()]{2,60}\)"
_BODIES = re.compile(rf"(:? ?){_BODY}(?:[,;] ?{_BODY})+")
_NEXT_BODY = re.compile(rf"([,;]) ?(?={_BODY})")

_RUN = re.compile(r"(?<=[a-zà-þ,])(?: {3,}| ?\u00a0{2,} ?)(?=[a-zà-þ(])")
_TITLE_RUN = re.compile(rf"({_TITLE})[ \u00a0]{{2,}}(?={_VERB}|[(,])")
_WIDE = re.compile(r"[ \u00a0]{2}(?<=\S..)\s*\S")
_MANY = 0.1  # of the lines
_FEW = 8  # lines
_MERGED = re.compile(rf"{re.escape(MARK)}(?:[\s/+&]*{re.escape(MARK)})+")


def mark_redactions(text: str, *, redacted: bool = False) -> tuple[str, int]:
    """A clean text with "[gelakt]" for each redaction in it, and how many there are.

    redacted: whether the document is known to hold some; codes without a letter ("5.2.1") are taken
    for such only then. Idempotent; a text without redactions comes back as it is.
    """
    # The tests spare most texts a search: patterns without a fixed beginning are slow to fail.
    if not text.isascii() or "XXXX" in text:
        text = _BLOCKS.sub(MARK, text)
    if any(sign in text for sign in "[<("):
        text = _WORDS.sub(MARK, text)
    text = mark_codes(text, MARK, redacted=redacted)
    if any(part in text for part in _TITLE_PARTS):
        for pattern, replacement in _TITLES:
            text = pattern.sub(replacement, text)
    if ")," in text or ");" in text:
        text = _BODIES.sub(_with_names, text)
    if MARK not in text:
        return text, 0
    text = _MERGED.sub(MARK, text)
    return text, text.count(MARK)


def _with_names(found: re.Match[str]) -> str:
    """A list of bodies with a mark before each but the first, which may follow a name."""
    lead, bodies = found[1], found[0][len(found[1]) :]
    if ":" in lead or not found.start():
        lead += f"{MARK} " if not lead or lead.endswith(" ") else f" {MARK} "
    return lead + _NEXT_BODY.sub(rf"\1 {MARK} ", bodies)


@dataclass(frozen=True, slots=True)
class Holes:
    """What the redactions of one document look like."""

    places: tuple[int, ...]
    """Offsets in its text before which something is blacked out."""
    wide: bool
    """Whether a run of spaces within a line is a hole: it hardly has any for its layout."""
    known: bool
    """Whether it surely holds redactions."""


def holes_of(source: Source) -> Holes:
    """The redactions of a document, as far as they show in all of it."""
    places = tuple(line.start + place for line in source.lines for place in line.redactions)
    return Holes(places, _is_wide(source), bool(places) or hold_codes(source.text))


def _is_wide(source: Source) -> bool:
    if source.format == "md":  # its tables are set out with spaces
        return False
    lines = [source.text[start:end] for start, end in line_spans(source.text)]
    spaced = sum(1 for line in lines if _WIDE.search(line))
    return spaced <= max(_FEW, _MANY * len([line for line in lines if line.strip()]))


def mark_holes(text: str, start: int, end: int, holes: Holes) -> str:
    """The text between two offsets, no longer than a line, with "[gelakt]" where nothing stands."""
    piece = text[start:end]
    if holes.places:
        first, last = bisect_left(holes.places, start), bisect_right(holes.places, end)
        piece = _inserted(piece, [place - start for place in holes.places[first:last]])
    if holes.wide and _WIDE.search(piece) and not piece.lstrip().startswith("|"):
        piece = _TITLE_RUN.sub(rf"\1 {MARK} ", piece)
        piece = _RUN.sub(f" {MARK} ", piece)
    return piece


def _inserted(piece: str, places: Sequence[int]) -> str:
    for place in reversed(places):
        before, behind = piece[:place], piece[place:]
        if before.rstrip()[-1:] in tuple("([{"):
            before = before.rstrip()
        elif before and not before[-1].isspace():
            before += " "
        piece = (
            before + MARK + (f" {behind}" if behind[:1].isalnum() or behind[:1] == "(" else behind)
        )
    return piece
