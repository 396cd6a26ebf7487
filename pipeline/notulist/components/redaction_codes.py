"""The codes that stand where text was blacked out: grounds of the Woo (art. 5) and Wob (10)."""

from __future__ import annotations

import re
from itertools import pairwise

# Woo 5.1, paragraphs 1 and 2: "5.1.2e", "5.1.2.e", "5.1.2 e", "5.1 1c", "5 1 2 e".
_WOO = r"5\.1[. ]{1,2}(?:1[. ]{0,2}[a-e]|2[. ]{0,2}[a-i]|1\.?[A-E]|2\.?[A-I])|5 1 [12] ?[a-i]"
# Wob 10, the same; an "a" or "g" apart would be a range or a weight.
_WOB = r"10[. ](?:1\.?[a-dA-D]|2\.?[a-gA-G]|1\.? [b-d]|2\.? [b-f])"
# "(10)(2e)", "(5.1)(2)(e)", "5.1.2(e)"
_STAMP = (
    r"\((?:10|5\.1|5\)\s?\(1)\)\s?\((?:[12]\)\s?\(|[12]\s?)[a-i]\)"
    r"|(?:5\.1\.|10\.)[12]\([a-i]\)|(?:5\.1|10)\([12]\)\([a-i]\)"
    r"|\((?:5\.2|5\)\s?\(2|11)\)\s?\([1-3]\)"
)
# Woo 5.1, paragraphs 4 and 5, and 5.2: agenda items and versions have such numbers too.
_BARE = r"5\.1\.[45]|5\.2\.[1-3]"

_OPEN = r"(?<![\w€$§#@=~^/\\-])(?<!\d[.,:])"
_CLOSE = r"(?!\w)(?!\.\d)(?![:-]\w)"


def _several(one: str) -> re.Pattern[str]:
    return re.compile(rf"{_OPEN}(?:{one})(?:[\s/+&]*(?:{one}))*{_CLOSE}")


_LETTERED = _several(f"{_STAMP}|{_WOO}|{_WOB}")
_ANY = _several(f"{_STAMP}|{_WOO}|{_WOB}|{_BARE}")
_SURE = _several(f"{_STAMP}|{_WOO}")

_LAW_BEFORE = re.compile(
    r"(?:\b(?:art(?:ikel(?:en)?|t)?\.?|conform|krachtens|ingevolge|o\.?g\.?v\.?|bedoeld in"
    r"|(?:zin|toepassing|basis|beroep) (?:van|op)|\w*grond(?:en|slag)?(?: van)?|woo|wob"
    r"|(?:gelakt|geweigerd|weggelaten)(?: op| met)?)|§)[\s:(]*\Z",
    re.IGNORECASE,
)
_LAW_BEHIND = re.compile(
    r"\)?,?\s*(?:(?:eerste|tweede|vierde|vijfde) lid\b|lid \d|sub [a-i]\b|onder [a-i]\b"
    r"|\(?(?:(?:van|uit) de )?(?:woo|wob|wet open(?:baarheid)?)\b)",
    re.IGNORECASE,
)
_NUMBERED_BEFORE = re.compile(
    r"(?:\b(?:versies?|version|v|release|build|paragraaf|par|hoofdstuk|sectie|bijlage|annex"
    r"|agendapunt(?:en)?|punt(?:en)?|pt|onderdeel|tabel|figuur|eis(?:en)?|norm|iso|nen|bio|euro?)"
    r"\b\.?|€)[\s:(]*\Z",
    re.IGNORECASE,
)
# Before a code without a letter: a name of software, "van 5.1.4 naar 5.2.1", "kenmerknummer".
_NAMED_BEFORE = re.compile(r"(?:\b[A-Z][\w-]*|\b(?:\w*nummer|van|naar|nr|no|stap|actie)\b\.?)\s*\Z")
_JOINS = re.compile(r"[\s()]*(?:,|;|/|en|of)[\s()]*")
_TITLE_BEHIND = re.compile(r"\.?\s+[A-ZÀ-Þ]\w+")
_WORD_BEHIND = re.compile(r"\.?\s+\w")
_LOOK_BACK = 40  # characters


def hold_codes(text: str) -> bool:
    """Whether codes stand in the text of a document that hardly stand for anything else."""
    return any(not _is_spoken_of(text, found) for found in _SURE.finditer(text))


def opens_with_code(line: str) -> bool:
    """Whether a line begins with a code where a number would stand: "5.1.2e (VNG) vraagt"."""
    return _SURE.match(line.lstrip()) is not None


def mark_codes(text: str, mark: str, *, redacted: bool) -> str:
    """The text with `mark` for each code, and for several in a row. Not where the law is spoken of,
    for versions, amounts and numbers of chapters. redacted: as `mark_redactions` has it."""
    if not any(digits in text for digits in ("5", "10", "11")):
        return text
    found = list((_ANY if redacted else _LETTERED).finditer(text))
    if not found:
        return text
    spoken = [_is_spoken_of(text, one) or _is_number(text, one, redacted=redacted) for one in found]
    joined = [
        _JOINS.fullmatch(text, one.end(), other.start()) is not None
        for one, other in pairwise(found)
    ]
    for i, together in enumerate(joined):  # "artikel 5.1.1c en 5.1.2e"
        spoken[i + 1] |= together and spoken[i]
    for i, together in reversed(list(enumerate(joined))):  # "5.1.1c en 5.1.2e Woo"
        spoken[i] |= together and spoken[i + 1]
    places = dict(zip((one.start() for one in found), spoken, strict=True))
    pattern = found[0].re
    return pattern.sub(lambda one: one[0] if places[one.start()] else mark, text)


def _is_spoken_of(text: str, found: re.Match[str]) -> bool:
    """Whether the law itself is meant, or a chapter or version."""
    before = text[max(found.start() - _LOOK_BACK, 0) : found.start()]
    return (
        _LAW_BEFORE.search(before) is not None
        or _NUMBERED_BEFORE.search(before) is not None
        or _LAW_BEHIND.match(text, found.end()) is not None
    )


def _is_number(text: str, found: re.Match[str], *, redacted: bool) -> bool:
    """Whether it may be the number of an agenda item or of something else that has a name."""
    first = not text[: found.start()].strip(" *_#(")
    if re.search("[A-Za-z(]", found[0]):  # "10.2a Begroting"
        sure = redacted and not found[0].startswith("10")
        return first and not sure and _TITLE_BEHIND.match(text, found.end()) is not None
    before = text[max(found.start() - _LOOK_BACK, 0) : found.start()]
    named = _NAMED_BEFORE.search(before) is not None
    return named or (first and _WORD_BEHIND.match(text, found.end()) is not None)
