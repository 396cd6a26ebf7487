"""Why a person should look at a bullet: the texts of `bullet._.reason`, in one table."""

from __future__ import annotations

from collections.abc import Iterable

LOW_CONFIDENCE = "low confidence"
NO_REMARK = "no remark"
NOT_DUTCH = "not Dutch"
NO_TEXT = "no text"
RECOGNISED = "ocr"
DOUBTFUL_ACTOR = "ambiguous actor"

DUTCH: dict[str, str] = {
    LOW_CONFIDENCE: "lage zekerheid",
    NO_REMARK: "geen opmerking",
    NOT_DUTCH: "geen Nederlands",
    NO_TEXT: "geen tekst",
    DOUBTFUL_ACTOR: "actor niet eenduidig",
    RECOGNISED: "met ocr herkend",
}
"""Reason → its Dutch text, for exports that analysts read."""

_SEPARATOR = "; "


def with_reasons(before: str, own: Iterable[str], given: Iterable[str]) -> str:
    """`before` with the reasons of one component anew, others kept, each once.

    own: every reason that the component can give; given: those that it gives now.
    """
    others = [reason for reason in parts_of(before) if reason not in set(own)]
    return _SEPARATOR.join(dict.fromkeys([*others, *given]))


def parts_of(reasons: str) -> list[str]:
    """The single reasons of a text that `with_reasons` made, in either language."""
    return [reason for reason in reasons.split(_SEPARATOR) if reason]
