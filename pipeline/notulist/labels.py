"""What a bullet can record (data/CODEBOOK.md says what each means), and the kinds of passages."""

from __future__ import annotations

from typing import Literal, get_args

Label = Literal["agreement", "concern", "explanation", "request"]
LABELS: tuple[Label, ...] = get_args(Label)
NONE = "none"
"""In place of a label: the passage records no act."""
NIL = "NIL"
"""In place of an id: a body that the list of actors lacks, as spaCy's entity linking has it."""
DUTCH: dict[str, str] = {
    "agreement": "afspraak",
    "concern": "zorg",
    "explanation": "toelichting",
    "request": "verzoek",
}
SAID: dict[str, str] = {
    **{label: label for label in (*LABELS, NONE)},
    **{dutch: label for label, dutch in DUTCH.items()},
}
"""What may stand in a cell of labels, in lower case, and the label that it means."""

Kind = Literal[
    "heading",
    "bullet",
    "action",
    "attendance",
    "header",
    "lead-in",
    "topic",
    "table",
    "link",
    "code",
    "note",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
REMARKS: tuple[Kind, ...] = ("bullet", "action")
"""The kinds that get a label and a number; all others are no remark."""
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
    "note": "voetnoot",
}
"""As tables in Dutch have it."""
