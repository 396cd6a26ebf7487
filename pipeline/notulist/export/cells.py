"""One cell: texts that can't become a formula, several values in one text, Dutch words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from notulist.components.reasons import DUTCH as DUTCH_REASONS
from notulist.labels import DUTCH as DUTCH_LABELS

Cell = str | int | float | bool | tuple[str, ...] | None

DUTCH_KINDS: dict[str, str] = {
    "bullet": "opmerking",
    "action": "actiepunt",
    "heading": "kop",
    "attendance": "aanwezigen",
    "header": "briefhoofd",
    "lead-in": "aanloop",
    "topic": "agendapunt",
    "table": "tabel",
    "link": "link",
    "code": "code",
}

# Spreadsheets trim what can't be seen and read full-width signs as plain ones, so look past those.
_UNSEEN = r"['\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2060\ufeff]*"
_SIGN = r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
_FORMULA = re.compile(_UNSEEN + _SIGN)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_VALUE = re.compile(r"(?:[^|\\]|\\.)*", re.DOTALL)
_REASONS = "; "


def formula_like(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula."""
    return _FORMULA.match(text) is not None


def escape(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet could take it for a formula."""
    return "'" + text if formula_like(text) else text


def unescape(text: str) -> str:
    """What `escape` was given, for every text."""
    return text[1:] if text.startswith("'") and formula_like(text[1:]) else text


def join(values: Iterable[str]) -> str:
    r"""Several values in one text, with | between; a | or \ inside a value gets a \ in front."""
    return "|".join(value.replace("\\", "\\\\").replace("|", "\\|") for value in values)


def split(text: str) -> tuple[str, ...]:
    """What `join` was given; () for "". A \\ that `join` didn't write stands for itself."""
    values, at = [], 0
    while text and at <= len(text):
        end = _VALUE_END(text, at)
        values.append(re.sub(r"\\([\\|])", r"\1", text[at:end]))
        at = end + 1
    return tuple(values)


def _VALUE_END(text: str, at: int) -> int:
    match = _VALUE.match(text, at)
    end = match.end() if match else at
    return end if end == len(text) or text[end] == "|" else len(text)


def mend(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which UTF-8 can't hold."""
    return _SURROGATE.sub("\ufffd", text)
