"""Rows compared by their text alone, since other splitters give text and no places in the file.

A predicted row counts when its squashed text is that of a marked row which none before it took.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from notulist.corpus.anchors import Mark
from notulist.corpus.marking import ROWS
from notulist.provenance import lines_within, remark_lines
from notulist.reading import Source
from notulist.training.boundaries import Split
from notulist.training.boundary_scores import Counts, stretches

_LIST_MARK = re.compile(
    r"[\s>*_]*(?:(?:[-*+•·▪▫■□◦○●‣⁃–—➢➤✓→⇒\uf000-\uf0ff]|[oè](?=\s))\s*)?(?:\[[ xX]\]\s+)?[\s*_]*"
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivx]{1,5})\\?[.):]\)?\s+)?"
)
# Some splitters keep addresses and tags, and some leave them out; both may.
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^)(\s]*(?:\s+\"[^\"]*\")?\)")
_TAG = re.compile(
    r"</?(?:br|b|i|u|p|em|strong|sup|sub|span|div|a|img|li|ul)\b[^>]*>", re.IGNORECASE
)

_STRETCH = 16  # letters that hardly two places of a document share by chance


def squash(text: str) -> str:
    """Letters and digits in lower case, without list mark, link addresses and HTML tags."""
    text = unicodedata.normalize("NFKC", html.unescape(text))
    text = _TAG.sub(" ", _LINK.sub(r"\1", text))
    bare = text[_LIST_MARK.match(text).end() :]  # type: ignore[union-attr]
    return _letters(bare) or _letters(text)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


@dataclass(frozen=True, slots=True)
class Gold:
    """What a reader marked in one document, as text."""

    rows: Sequence[Collection[str]]
    """The squashed texts by which each marked row may be found."""
    speech: str = ""
    """Of all marked rows together."""
    rest: str = ""
    """Of all that is marked as no row."""


def gold(source: Source, marks: Sequence[Mark]) -> Gold:
    """The marks of a document as text; rows that hold signs only are left out.

    A row that a page break cuts may be told with what stands at the page's edges or without.
    """
    kept = remark_lines(source)
    rows, rest = [], []
    for kind, start, end in stretches(source, marks):
        whole = squash(source.text[start:end])
        if kind not in ROWS:
            rest.append(whole)
        elif whole:
            lines = lines_within(kept, start, end)
            pieces = (source.text[max(one.start, start) : min(one.end, end)] for one in lines)
            rows.append(dict.fromkeys((squash(" ".join(pieces)) or whole, whole)))
    return Gold(rows, "\n".join(text for row in rows for text in row), "".join(rest))


def our_rows(source: Source, split: Split) -> list[str]:
    """What our own splitter makes of a Source, as text."""
    blocks = (block for block in split(source) if block.kind in ROWS)
    return [" ".join(source.text[a:b] for a, b in block.pieces) for block in blocks]


def match(gold: Gold, predicted: Sequence[str]) -> tuple[set[int], set[int]]:
    """Which marked rows were found, and which of the predicted rows found one."""
    free: dict[str, list[int]] = {}
    for number, texts in enumerate(gold.rows):
        for text in texts:
            free.setdefault(text, []).append(number)
    found: set[int] = set()
    right: set[int] = set()
    for number, row in enumerate(predicted):
        for candidate in free.get(squash(row), ()):
            if candidate not in found:
                found.add(candidate)
                right.add(number)
                break
    return found, right


def count(gold: Gold, predicted: Sequence[str]) -> Counts:
    """Rows marked, predicted and found in one document, and predicted ones without any remark.

    Predicted rows that hold signs only don't count.
    """
    predicted = [row for row in predicted if squash(row)]
    found, right = match(gold, predicted)
    wrong = (squash(row) for number, row in enumerate(predicted) if number not in right)
    no_remark = sum(not _holds_remark(gold, row) for row in wrong)
    return Counts(
        gold=len(gold.rows), predicted=len(predicted), found=len(found), no_remark=no_remark
    )


def _holds_remark(gold: Gold, row: str) -> bool:
    """Whether some stretch of a squashed row stands in marked rows and not all of it elsewhere."""
    if row in gold.rest:
        return False
    last = max(len(row) - _STRETCH, 0)
    return any(row[i : i + _STRETCH] in gold.speech for i in range(last + 1))
