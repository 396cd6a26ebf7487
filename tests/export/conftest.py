"""A bullet to change one thing of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from notulist.records import Row

PLAIN: dict[str, Any] = {
    "bullet_id": "00ab00ab00ab00ab",
    "document": "overleg.txt",
    "document_sha256": "f" * 64,
    "meeting_body": None,
    "meeting_date": "2024-01-02",
    "meeting_place": "Utrecht",
    "agenda_number": "2",
    "agenda_title": "Planning",
    "bullet_number": 1,
    "kind": "bullet",
    "level": 0,
    "page": None,
    "box": None,
    "paragraph": None,
    "line": 4,
    "start": 0,
    "end": 5,
    "text": "De VNG vraagt het IPO om een planning.",
    "redactions": 0,
    "label": "request",
    "confidence": 0.75,
    "p_agreement": 0.125,
    "p_concern": 0.0625,
    "p_explanation": 0.0625,
    "p_request": 0.75,
    "secondary": ("concern",),
    "holder": ("VNG", "LVVN"),
    "addressee": (),
    "inferred": ("LVVN",),
    "mentions": ("IPO",),
    "actors_raw": ("VNG", "het IPO"),
    "review": True,
    "reason": "low confidence",
    "model": "nl_notulist-0.1.0",
}


@pytest.fixture(scope="session")
def bullet() -> Callable[..., Row]:
    """`bullet(text="…")`: a Row with that text."""
    return lambda **changes: Row(**{**PLAIN, **changes})
