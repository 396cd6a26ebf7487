"""Words by which Dutch minutes announce an act, after the cues of data/CODEBOOK.md.

The linear classifier gets them as signals beside the words themselves: learnt from a few thousand
bullets, a cue counts for more than the topic that it happened to stand beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from notulist.labels import Label


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# A leading heading word decides (rule 1 of the codebook).
LEADS: dict[Label, re.Pattern[str]] = {
    "agreement": _words(
        r"\W*(?:afspra(?:ak|ken)|actie(?:punt)?(?:en)?|besluit(?:en)?|conclusie|toezegging)\b"
    ),
    "request": _words(
        r"\W*(?:suggestie|verzoek|vraag|vragen|voorstel|oproep|wens|advies)\b\s*(?:van|:)"
    ),
    "concern": _words(
        r"\W*(?:kritiek|zorg(?:en|punt)?|bezwaar|risico|knelpunt)\b\s*(?:van|:|over)"
    ),
    "explanation": _words(
        r"\W*(?:toelichting|antwoord|reactie|mededeling|stand van zaken|ter info(?:rmatie)?)\b"
    ),
}

CUES: dict[Label, re.Pattern[str]] = {
    "agreement": _words(
        r"\b(?:afgesproken|afspraak|spreekt af|besloten|besluit(?:en)?|vastgesteld|goedgekeurd"
        r"|akkoord|stem(?:t|men) in|ingestemd|zeg(?:t|gen) toe|toegezegd|aangenomen"
        r"|(?:het|er over|erover) eens|conform|(?:wordt|worden) (?:\w+ ){0,3}(?:gepland"
        r"|geagendeerd|opgenomen|uitgewerkt|aangepast|gedeeld|opgepakt|toegevoegd))\b"
    ),
    "concern": _words(
        r"\b(?:zorg(?:en|elijk|wekkend)|bezorgd|kritiek|kritisch|bezwa(?:ar|ren)|voorbehoud"
        r"|(?:on|niet )acceptabel|onhaalbaar|niet haalbaar|waarschuw\w*|vre(?:es|zen|est)"
        r"|risico'?s?|teleurgesteld|teleurstell\w+|betreur\w*|onvoldoende|moeite met|ongerust"
        r"|onrust|frustr\w+|mist|knel\w*|onwenselijk|onduidelijk)\b"
    ),
    "request": _words(
        r"\?|\b(?:vra(?:agt|gen)|verzoe(?:kt|ken|k)|aandacht (?:voor|gevraagd)|pleit\w*"
        r"|roep(?:t|en) op|oproep|suggestie\w*|suggereer\w*|stel(?:t|len) voor|voorstel"
        r"|dring(?:t|en) aan|zou(?:den)? (?:\w+ ){0,3}(?:graag|willen|moeten|kunnen)|graag"
        r"|wens(?:t|en)?|benadruk\w+|van belang dat|moet(?:en)?|advi(?:seert|es))\b"
    ),
    "explanation": _words(
        r"\b(?:licht(?:en)? (?:\w+ ){0,4}toe|toelichting|antwoord\w*|ge(?:eft|ven) aan"
        r"|meld(?:t|en)|wijst op|benoemt|vertelt|deelt mee|presenteert|verhinderd|afwezig"
        r"|loopt)\b"
    ),
}

_EARLY = 60
"""Characters: a cue that stands before this opens the bullet."""


def lead(text: str) -> Label | None:
    """The act of the heading word that opens `text` ("Afspraak:"), None without one."""
    return next((label for label, _ in _leads(text)), None)


def cues(text: str) -> dict[Label, int]:
    """Each act that a cue in `text` announces → offset of its first cue."""
    return {label: start for label, (start, _) in _cues(text).items()}


def cue_tokens(text: str) -> list[str]:
    """What `lead` and `cues` see, as words for a vectorizer: "lead=…", "cue=…", "early=…"."""
    return [token for token, _, _ in cue_marks(text)]


def cue_marks(text: str) -> list[tuple[str, int, int]]:
    """The tokens of `cue_tokens`, each with the start and end in `text` of the words behind it."""
    found = _cues(text)
    marks = [(f"lead={label}", *match.span()) for label, match in islice(_leads(text), 1)]
    marks += [(f"cue={label}", *place) for label, place in found.items()]
    marks += [(f"early={label}", *place) for label, place in found.items() if place[0] < _EARLY]
    if found:
        first = min(found, key=lambda label: found[label][0])
        marks.append((f"first={first}", *found[first]))
    return marks


def _leads(text: str) -> Iterator[tuple[Label, re.Match[str]]]:
    found = ((label, pattern.match(text)) for label, pattern in LEADS.items())
    return ((label, match) for label, match in found if match)


def _cues(text: str) -> dict[Label, tuple[int, int]]:
    found = {label: pattern.search(text) for label, pattern in CUES.items()}
    return {label: match.span() for label, match in found.items() if match}
