"""Bullets, numbers and letters at the start of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from notulist.components.redaction_codes import opens_with_code

MarkerKind = Literal["glyph", "number", "letter"]

# U+E000–U+F8FF: Word and LibreOffice write symbol-font bullets as private-use characters.
GLYPHS = "•‣◦●○▪▫■□▶►▸➢➤➔✓✔❖◆◇⁃∙·‧\uf0b7\ue000-\uf8ff"
_GLYPH = re.compile(
    rf"(?P<mark>[{GLYPHS}]|[-–—*+](?=[\s\u00a0])|o(?=[\s\u00a0])"
    r"|[èàØ§ü](?=[\s\u00a0]+(?!\d))"  # what Wingdings' arrows and ticks come out as
    # A hyphen or asterisk glued to a capital: "-Michel"; not "--", not "**bold**".
    r"|[-–](?=[A-ZÀ-Þ‘“\"'\[(]))[\s\u00a0]*"
)
_NUMBER = re.compile(
    r"(?:\*\*|__)?"
    r"(?P<mark>(?:\d{1,2}\.)+\d{1,2}[a-z]?[.)]?(?=[\s\u00a0])(?!\s+uur\b)"  # 2.1, not 13.45 uur
    r"|\d{1,2} ?[a-z]? ?(?:\\?\.|\))(?!\d)"  # 2.  2a)  and Markdown's 2\.
    r"|\(\d{1,2}\))"
    r"[\s\u00a0]*(?=\S)"
)
_LETTER = re.compile(
    r"(?P<mark>[a-zA-Z][.)](?=[\s\u00a0])|[A-Za-z]\)(?=[A-ZÀ-Þ])|\([a-z]\)(?=[\s\u00a0])|[ivx]{1,4}[.)](?=[\s\u00a0]))[\s\u00a0]*"
)
# "Agendapunt 3: Wonen", "Ad 2a Wonen", "3 Wonen", "3a Wonen", "Punt 4 - Wonen"
_AGENDA = re.compile(
    r"(?:agendapunt|ad|punt)\s+(?P<mark>\d{1,2}(?:\.\d{1,2})*[a-z]?)\s*[.:)–-]?\s+(?=\S)",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"(?P<mark>\d{1,2}(?:\.\d{1,2})*[a-z]?)(?:\t|[ \u00a0]+)(?=[A-ZÀ-Þ])")
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A bullet or number that opens a line."""

    text: str
    """As written, without the space behind it; "•" for a Word bullet that the text doesn't hold."""
    kind: MarkerKind
    length: int
    """Characters of the line up to the remark, white space in front and behind included."""

    @property
    def number(self) -> str:
        """The number alone: "2a." → "2a", "(3)" → "3"; "" for a glyph."""
        return "" if self.kind == "glyph" else re.sub(r"[^0-9A-Za-z.]", "", self.text).rstrip(".")


def find_marker(line: str) -> Marker | None:
    """The bullet, number or letter that opens a line of text, or None.

    A number needs its point or bracket: "2. Wonen" and "2a) Wonen" have one, "12 mei" has none.
    """
    body = line.lstrip()
    lead = len(line) - len(body)
    if opens_with_code(body):
        return None
    for kind, pattern in (("glyph", _GLYPH), ("number", _NUMBER), ("letter", _LETTER)):
        match = pattern.match(body)
        if match and match.end() < len(body.rstrip()):
            mark = match["mark"].replace("\\", "")
            return Marker(mark, kind, lead + match.end())  # type: ignore[arg-type]
    return None


def lone_glyph(line: str) -> str | None:
    """The glyph of a line that holds nothing else: its remark stands on the next line."""
    body = line.strip()
    return body if len(body) == 1 and re.fullmatch(rf"[{GLYPHS}*–-]", body) else None


def agenda_number(line: str) -> Marker | None:
    """The number of an agenda item written without point: "Agendapunt 3: Wonen", "3a Wonen".

    "12 mei in de MR" is none: a number before a month's name is a date.
    """
    body = line.lstrip()
    lead = len(line) - len(body)
    if opens_with_code(body):
        return None
    for pattern in (_AGENDA, _BARE_NUMBER):
        match = pattern.match(body)
        if match and body[match.end() :].split()[0].lower() not in MONTHS:
            return Marker(match["mark"], "number", lead + match.end())
    return None
