"""How one input ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from notulist.errors import NotulistError

if TYPE_CHECKING:
    from notulist.records import Row

Status = Literal["ok", "partial", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One input: what came out, and what is the matter with it."""

    name: str
    status: Status
    """ok; partial: read, but a person should look at `problems`; failed: no rows."""
    rows: tuple[Row, ...] = ()
    problems: tuple[NotulistError, ...] = ()
    """Why it isn't ok, or what was odd."""
