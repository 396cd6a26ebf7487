"""Where a speaker's turn begins: at the start of a line, and within a paragraph."""

from __future__ import annotations

import re

Pieces = tuple[tuple[int, int], ...]
"""Offsets of lines, or of parts of them, in a source's text."""

# "Naam:", "De heer Van X (VNG):", "**Naam** (chat):", "<Voorzitter>"; at most six words.
_OPENS = re.compile(
    # Words that tie a sentence to the one before it: "Samenvattend: …".
    r"(?![*_]{0,3}(?:Samenvattend|Kortom|Daarom|Vandaar|Bijvoorbeeld|Concreet|Namelijk|Dus)\s?:)"
    r"[*_]{0,3}(?:(?:de heer|De heer|mevrouw|Mevrouw|dhr\.|Dhr\.|mw\.|Mw\.|mevr\.|Mevr\.)\s+)?"
    r"[A-ZÀ-Þ][\w.’'-]*(?:[*_]{0,3}\s+(?:van|de|der|den|het|ten|ter|te|\([^)]{1,40}\)|[A-ZÀ-Þ][\w.’'&/-]*)){0,5}"
    r"[*_]{0,3}\s?:(?=[\s*_]|<br|$)"
    r"|<[A-Z][^>]{1,30}>"
)
# Behind a sentence's end: a name with its body, a word for a kind of turn, a label in capitals.
_TURN = re.compile(
    r"(?<=[.?!…)”’\"][ \t\u00a0])"
    r"(?!(?:TO ?DO|DISCUSSIE|ACTIE|BESLUIT|CONCLUSIE|VOORSTEL|AFSPRAAK|NB)\b)"
    r"(?:(?:[A-ZÀ-Þ][\w.’'-]*\s){1,4}\([^():]{2,50}\)"
    r"|(?:Vraag|Antwoord|Reactie|Opmerking|Repliek)(?:\s(?:van\s)?[A-ZÀ-Þ][\w.’'-]*){0,3}"
    r"|ANTWOORD|VRAAG|REACTIE|OPMERKING|BEMERKING|AANVULLING"
    r"|[A-ZÀ-Þ]{4,}(?:\s[A-ZÀ-Þ][\w./’'-]*){1,4})\s?:(?=\s|$)"
    r"|(?<=[.?!…)”’\"][ \t\u00a0])<(?!(?i:actie|besluit|afspraak))[A-ZÀ-Þ][^<>:]{1,30}>(?=\s)"
)


def starts_turn(text: str) -> bool:
    """Whether a line opens a speaker's turn or names an act: "Naam (ORG): …", "Afspraak: …"."""
    return _OPENS.match(text.lstrip()) is not None


def cut_turns(text: str, pieces: Pieces) -> list[Pieces]:
    """The lines of a paragraph, cut where another turn begins in the middle of one.

    text: of the source.
    """
    found: list[list[tuple[int, int]]] = [[]]
    for start, end in pieces:
        for match in _TURN.finditer(text, start, end):
            found[-1].append((start, _stripped(text, start, match.start())))
            found.append([])
            start = match.start()
        found[-1].append((start, end))
    return [tuple(turn) for turn in found]


def _stripped(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
