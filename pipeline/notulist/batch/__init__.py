"""From many files to rows, one outcome a file."""

from __future__ import annotations

from notulist.batch.outcome import Outcome, Status
from notulist.batch.run import run

__all__ = ["Outcome", "Status", "run"]
