"""Which lines are headings: by the format's own mark, by number, by weight and size, by place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from notulist.components.layout import View
from notulist.components.markers import Marker, agenda_number, find_marker

MAX_CHARS = 120
MAX_WORDS = 16
# Headings that need no other sign than standing alone on their line.
_KNOWN = re.compile(
    r"(?:opening(?: en (?:mededelingen|vaststelling.*))?|mededelingen|welkom|inleiding|"
    r"(?:vaststell(?:en|ing) )?(?:van de )?agenda|ingekomen stukken|rondvraag(?: en sluiting)?|"
    r"w\.?v\.?t\.?t\.?k\.?|sluiting|afsluiting|overige?(?: punten)?|samenvatting|conclusies?|"
    r"actiepunten|actielijst|acties|afspraken|afsprakenlijst|besluiten|besluitenlijst|"
    r"(?:volgende?|nieuwe) (?:vergadering|overleg|bijeenkomst)|vervolg(?:stappen)?)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|wordt|werd|heeft|hebben|had|vraagt|geeft|gaat|komt|kan|kunnen|moet|moeten|wil|willen|zal|"
    r"zullen|zou|meldt|stelt|blijft|maakt|ligt|staat|zegt|vindt|krijgt|doet|ziet|gaf|vroeg|was|waren|"
    r"lichtte?|toegelicht|besproken|benoemt|wijst|licht|stemt|dient|dienen|mag|hoeft|loopt|verzoekt)\b"
)
# "Naam:", "De heer Van X (VNG):", "**Naam** (chat):", "<Voorzitter>"; at most six words.
_TURN = re.compile(
    r"[*_]{0,3}(?:(?:de heer|De heer|mevrouw|Mevrouw|dhr\.|Dhr\.|mw\.|Mw\.|mevr\.|Mevr\.)\s+)?"
    r"[A-ZÀ-Þ][\w.’'-]*(?:[*_]{0,3}\s+(?:van|de|der|den|het|ten|ter|te|\([^)]{1,40}\)|[A-ZÀ-Þ][\w.’'&/-]*)){0,5}"
    r"[*_]{0,3}\s?:(?=[\s*_]|<br|$)"
    r"|<[A-Z][^>]{1,30}>"
)
# Labels of a letterhead, set bold or apart.
FIELD = re.compile(
    r"(?:vergader)?(?:datum|plaats|tijd)\b|kenmerk|contactpersoon|locatie|ons kenmerk|bijlagen?\b|"
    r"betreft|telefoon|versie\b|status\b",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"(?:afspraak|actie|besluit|suggestie|verzoek|vraag|antwoord|toezegging|nb|let op)\b",
    re.IGNORECASE,
)
_ABBREVIATION_END = re.compile(r"(?:\b\w\.){2,}$|\b(?:etc|e\.d|a\.o\.b)\.$", re.IGNORECASE)
# "Inleiding ........ 3": a line of a table of contents.
LEADERS = re.compile(r"(?<![.\s])\s?(?:\.\s?){5,200}\s{0,20}\d{0,5}\s{0,20}$|(?:\.\s?){200}")
_BOLD_LINE = re.compile(
    r"\s*(\*{2,3}|_{2,3})(?=\S)(?P<title>[^*]+?)(?<=\S)\1\s*:?\s*\\?\s*(?:<br\s*/?>)?\s*"
)


@dataclass(frozen=True, slots=True)
class Style:
    """What headings look like in one document."""

    body_size: float | None
    """Font size of most of the text, in points."""
    numbers: bool
    """Whether numbers open agenda items (and not the remarks themselves)."""
    numbers_stand_out: bool
    """Whether those are bold or large, so that a plain one is none."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as found on its first line."""

    number: str
    title_start: int
    """Characters of the line in front of the title."""
    level: int | None
    """As the format marks it, from 1; None where it doesn't."""


def style_of(views: Sequence[View]) -> Style:
    """How this document marks its headings."""
    sizes: Counter[float] = Counter()
    for view in views:
        if view.line.size:
            sizes[round(view.line.size * 2) / 2] += len(view.text)
    body_size = sizes.most_common(1)[0][0] if sizes else None
    numbered = [i for i, view in enumerate(views) if _number(view) and title_like(view.body)]
    leftmost = min((views[i].indent for i in numbered), default=0.0)
    top = [i for i in numbered if views[i].indent <= leftmost + 12]
    followed = sum(1 for i in top if i + 1 < len(views) and not _number(views[i + 1]))
    standing = sum(1 for i in numbered if _stands_out(views[i], body_size))
    return Style(
        body_size,
        numbers=bool(top) and followed >= 0.4 * len(top),
        numbers_stand_out=standing >= 2 and standing >= 0.3 * len(numbered),
    )


def find_heading(views: Sequence[View], i: int, style: Style, last: str) -> Heading | None:
    """The heading that line `i` opens, or None. `last` is the number of the agenda item before."""
    view = views[i]
    if LEADERS.search(view.text):
        return None
    if view.line.heading is not None or re.match(r"#{1,6}\s", view.text):
        return _marked(view)
    if view.line.cell is not None or view.text.lstrip().startswith(("|", ">")):
        return None
    number = _number(view)
    if number is not None:
        title = view.text[number.length :].strip()
        if _numbered(views, i, style, last, number, title):
            return Heading(number.number, number.length, None)
        return None
    if view.marker is None and _bare(views, i, style):
        return Heading("", len(view.text) - len(view.text.lstrip(" *_")), None)
    return None


def title_like(text: str) -> bool:
    """Whether a text could be a title: short, no sentence, no sentence's end."""
    text = text.strip(" *_")
    words = text.split()
    if not words or len(text) > MAX_CHARS or len(words) > MAX_WORDS:
        return False
    if text[-1] in ".;," and not _ABBREVIATION_END.search(text):
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "‘“'\"(<[") or _ACT.match(text):
        return _KNOWN.fullmatch(text) is not None
    return not re.search(r"[.?!] [A-Z]", text) and not _VERB.search(text)


def starts_turn(text: str) -> bool:
    """Whether a line opens a speaker's turn or names an act: "Naam (ORG): …", "Afspraak: …"."""
    return _TURN.match(text.lstrip()) is not None


def heading_goes_on(opened: View, following: View, after: View | None) -> bool:
    """Whether a heading that filled its line goes on on the next one."""
    text = following.text.strip()
    if opened.line.heading is not None or not opened.full:
        return False
    if following.marker or following.gap or len(text) > MAX_CHARS:
        return False
    if text[-1] in ".;," or following.full:
        return False
    if opened.line.bold and following.line.bold and opened.line.size == following.line.size:
        return True
    return text[0].islower() or after is None or bool(after.gap) or after.marker is not None


def _marked(view: View) -> Heading:
    """A heading by Word style or Markdown #; its number may stand in the text or beside it."""
    text = view.text
    lead = len(text) - len(text.lstrip(" #\t*_"))
    if view.line.marker is not None and view.marker is not None:
        return Heading(view.marker.number, lead, view.line.heading)
    rest = text[lead:]
    marker = find_marker(rest) or agenda_number(rest)
    if marker is not None and marker.kind == "number":
        return Heading(marker.number, lead + marker.length, view.line.heading)
    return Heading("", lead, view.line.heading)


def _number(view: View) -> Marker | None:
    if view.marker is not None:
        return view.marker if view.marker.kind == "number" else None
    return agenda_number(view.text)


def _stands_out(view: View, body_size: float | None) -> bool:
    large = bool(body_size and view.line.size and view.line.size >= body_size * 1.12)
    return large or bool(view.line.bold) or _BOLD_LINE.fullmatch(view.text) is not None


def _numbered(
    views: Sequence[View], i: int, style: Style, last: str, number: Marker, title: str
) -> bool:
    view = views[i]
    stands_out = _stands_out(view, style.body_size)
    if view.full and i + 1 < len(views) and not views[i + 1].gap and not views[i + 1].marker:
        title = f"{title} {views[i + 1].text.strip()}"  # a title that goes on on the next line
    titled = title_like(title) or (len(title) <= MAX_CHARS and (stands_out or _leads(views, i)))
    if not titled:
        return False
    if re.match(r"\s*agendapunt\s", view.text, re.IGNORECASE):
        return True
    dotted = "." in number.number and stands_out
    if not dotted and not _plausible(number.number, last):
        return False
    if style.numbers_stand_out:
        return stands_out
    if number.text.isdigit() and view.marker is None and not (stands_out or view.gap):
        return False  # "3 Wonen" within a paragraph
    return stands_out or style.numbers


def _leads(views: Sequence[View], i: int) -> bool:
    """Whether a line ends in a colon above items that are nested under it."""
    if i + 1 == len(views) or not views[i].text.rstrip().endswith(":"):
        return False
    after = views[i + 1]
    return after.marker is not None and after.indent > views[i].indent


def _plausible(number: str, last: str) -> bool:
    """Whether an agenda number can follow another: 3 after 2b, 2a or 2.1 after 2; not 1 after 5."""
    major = int(re.match(r"\d*", number)[0] or 0)  # type: ignore[index]
    before = int(re.match(r"\d*", last)[0] or 0)  # type: ignore[index]
    if not last:
        return major <= 3
    if major == before:
        return number != last
    return before < major <= before + 3


def _bare(views: Sequence[View], i: int, style: Style) -> bool:
    """An unnumbered heading: a short line that stands alone and stands out."""
    view = views[i]
    text = view.text.strip()
    bold_line = _BOLD_LINE.fullmatch(view.text)
    if bold_line is not None:
        title = bold_line["title"].strip()
        if starts_turn(view.text):
            return False
        return len(title) <= MAX_CHARS and title[-1] not in ".:" and not _name_like(title)
    if not title_like(text) or len(text.split()) > 10 or FIELD.match(text):
        return False
    before = views[i - 1] if i else None
    after = views[i + 1] if i + 1 < len(views) else None
    if (
        before is not None
        and before.full
        and not view.gap
        and before.text.rstrip()[-1] not in ".!?"
    ):
        return False
    if _KNOWN.fullmatch(text.rstrip(":")):
        return True
    if text.endswith(":") or after is None:
        return False
    if view.line.size is not None:
        return _stands_out(view, style.body_size) and not _name_like(text)
    if before is not None and not view.gap:
        return False
    if before is not None and before.full and before.text.rstrip()[-1] not in ".!?)":
        return False
    # Plain text and unstyled Word: only the place tells.
    opens_list = after.marker is not None and after.marker.kind == "glyph" and view.line.box is None
    return opens_list and len(text.split()) <= 8 and "," not in text and "(" not in text


def _name_like(text: str) -> bool:
    """A speaker's name on a line of its own is no heading."""
    words = text.rstrip(":").split()
    if text.isupper() or _KNOWN.fullmatch(text):
        return False
    return 1 < len(words) <= 3 and all(word[:1].isupper() for word in words)
