"""One cell: texts that can't become a formula, several values in one text, Dutch words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from notulist.components.explaining import ACTION_LIST
from notulist.components.reasons import DUTCH as DUTCH_REASONS
from notulist.labels import DUTCH as DUTCH_LABELS
from notulist.labels import DUTCH_KINDS

Cell = str | int | float | bool | datetime | tuple[str, ...] | None

# Spreadsheets trim what can't be seen and read full-width signs as plain ones, so look past those.
_UNSEEN = r"['\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2060\ufeff]*"
_SIGN = r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
_FORMULA = re.compile(_UNSEEN + _SIGN)
_NUMBER = re.compile(r"[+-]?\d[\d.,]*%?")
_SEPARATOR = re.compile(r"([;\t\r\n])")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_VALUE = re.compile(r"(?:\A|\|)((?:\\.|[^|\\]|\\\Z)*)", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\|])")
_REASONS = "; "


def formula_like(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula; a signed number is none."""
    return _FORMULA.match(text) is not None and not _NUMBER.fullmatch(text)


def escape(text: str, *, within: bool = False) -> str:
    """The text with an apostrophe in front where a spreadsheet could take it for a formula.

    within: also behind each ; tab and line break, where a Dutch Excel that opens a CSV with commas
    would begin a cell (quotes don't help there: they don't stand at a cell's beginning).
    """
    return _quoted(_behind_separators(_quoted, text) if within else text)


def unescape(text: str, *, within: bool = False) -> str:
    """What `escape` was given, for every text, with the same `within`."""
    text = _unquoted(text)
    return _behind_separators(_unquoted, text) if within else text


def _behind_separators(change: Callable[[str], str], text: str) -> str:
    parts = _SEPARATOR.split(text)  # texts at even places, separators at odd ones
    parts[2::2] = map(change, parts[2::2])
    return "".join(parts)


def _quoted(text: str) -> str:
    return "'" + text if formula_like(text) else text


def _unquoted(text: str) -> str:
    return text[1:] if text.startswith("'") and formula_like(text[1:]) else text


def iso(moment: datetime) -> str:
    """A date as text; its time only where it has one, since dates of a spreadsheet have none."""
    return moment.isoformat(sep=" ").removesuffix(" 00:00:00")


def join(values: Iterable[str]) -> str:
    r"""Several values in one text, with | between; a | or \ inside a value gets a \ in front."""
    return "|".join(value.replace("\\", "\\\\").replace("|", "\\|") for value in values)


def split(text: str) -> tuple[str, ...]:
    """What `join` was given; () for ""."""
    return tuple(_ESCAPED.sub(r"\1", value) for value in _VALUE.findall(text)) if text else ()


def mend(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which UTF-8 can't hold."""
    return _SURROGATE.sub("\ufffd", text)


def dutch(column: str) -> Callable[[Cell], Cell] | None:
    """How the cells of a column are said in Dutch; None where the column has no words of ours."""
    words = _WORDS.get(column)
    if words is None:
        return None
    between = _REASONS if column == "reason" else None
    return lambda cell: _said(cell, words, between)


_WORDS: dict[str, Mapping[str, str]] = {
    "label": DUTCH_LABELS,
    "secondary": DUTCH_LABELS,
    "kind": DUTCH_KINDS,
    "reason": DUTCH_REASONS,
    "why": {ACTION_LIST: "actielijst"},
}


def _said(cell: Cell, words: Mapping[str, str], between: str | None) -> Cell:
    if isinstance(cell, tuple):
        return tuple(words.get(value, value) for value in cell)
    if not isinstance(cell, str):
        return cell
    if between is None:
        return words.get(cell, cell)
    return between.join(words.get(part, part) for part in cell.split(between))
