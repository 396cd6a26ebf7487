"""The four acts that a bullet can record (data/CODEBOOK.md says what each means)."""

from __future__ import annotations

from typing import Literal, get_args

Label = Literal["agreement", "concern", "explanation", "request"]
LABELS: tuple[Label, ...] = get_args(Label)
DUTCH: dict[str, str] = {
    "agreement": "afspraak",
    "concern": "zorg",
    "explanation": "toelichting",
    "request": "verzoek",
}
