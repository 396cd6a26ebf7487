"""Which lines are headings: by the format's own mark, by number, by weight and size, by place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from notulist.components.attendance import is_attendance_title
from notulist.components.fields import opens_field
from notulist.components.markers import Marker, agenda_number, find_marker
from notulist.components.style import BOLD_LINE, LARGER, LEADERS, Style, number_of, stands_out
from notulist.components.titles import (
    MAX_CHARS,
    MAX_WORDS,
    has_verb,
    holds_sentences,
    is_act,
    is_action_head,
    is_comment,
    is_date,
    is_issue,
    is_known,
    is_label,
    is_link_text,
    is_name,
    is_running,
    opens_act,
    opens_clause,
    title_like,
)
from notulist.components.turns import starts_turn
from notulist.components.view import View

_URL = re.compile(r"[\s<(*_]*(?:https?://|www\.)\S+\s*")
# "Planning, zie ook de bijlage": a title that refers to something.
_REFERENCE = re.compile(r"\s*[,.;(]\s*zie\s.*$", re.IGNORECASE)
_AD = re.compile(r"[\s*_]*ad\s+\d", re.IGNORECASE)
# What no title ends in.
_UNFINISHED = re.compile(
    r"\b(?:de|het|een|te|van|voor|en|of|in|op|met|aan|bij|naar|om|over|uit|door|tot|als|dat|die)\s*$",
    re.IGNORECASE,
)
# Who decided and what: "Leden: akkoord met het voorstel".
_RECORDS = re.compile(r":\s+(?:akkoord|eens|geen|ja|nee|vastgesteld|goedgekeurd)\b", re.IGNORECASE)
_AGENDA = re.compile(r"[\s*_]*(?:agendapunt|ad)\s+\d{1,2}[a-z]?[.:)]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as found on its first line."""

    number: str
    title_start: int
    """Characters of the line in front of the title."""
    level: int | None
    """As the format marks it, from 1; None where it doesn't."""


def find_heading(
    views: Sequence[View], i: int, style: Style, last: str, *, returned: bool = False
) -> Heading | None:
    """The heading that line `i` opens, or None. `last` is the number of the agenda item before.

    returned: whether it is a line of the contents or agenda list that comes back.
    """
    view = views[i]
    if LEADERS.search(view.text) or is_comment(view.text) or _URL.fullmatch(view.text):
        return None
    if view.line.heading is not None or re.match(r"#{1,6}\s", view.text):
        running = view.line.size is not None and is_running(view.text)
        return None if running or _is_marked_act(view.body) else _marked(view)
    if view.line.cell is not None:
        return None
    if view.text.lstrip().startswith(("|", ">")):
        return None
    number = number_of(view)
    if view.title and _begins_line(views, i):
        length = number.length if number else _lead(view)
        return Heading(number.number if number else "", length, None)
    if number is not None:
        title = view.text[number.length :].strip()
        if title.endswith(".") and has_verb(title) and _among_items(views, i):
            return None
        series = style.series and bool(view.line.bold) and not is_act(title)
        set_apart = (series or _is_set_apart(view, style)) and _begins_line(views, i)
        if set_apart or _numbered(views, i, style, last, number, title):
            return Heading(number.number, _number_length(view, number), None)
        return None
    if _is_bold_item(views, i):
        assert view.marker is not None  # noqa: S101  for the type checker: an item has one
        letter = view.marker.number if view.marker.kind == "letter" else ""
        return Heading(letter, view.marker.length if view.in_text else 0, None)
    named = returned and title_like(view.text)
    if view.marker is None and (named or _bare(views, i, style)):
        return Heading("", _lead(view), None)
    return None


def _is_set_apart(view: View, style: Style) -> bool:
    """Whether a line is bold and larger than the text, in minutes whose numbered titles stand out.

    With a number such a line is a title however long: "2.1 Jansen vraagt een vergunning. Die …".
    """
    return style.numbers_stand_out and bool(view.line.bold) and style.is_larger(view, LARGER)


def heading_goes_on(opened: View, following: View, after: View | None, style: Style) -> bool:
    """Whether a heading that filled its line goes on on the next one."""
    text = following.text.strip()
    if opened.line.heading is not None or not opened.full:
        return False
    same_face = opened.line.bold == following.line.bold
    same_face = same_face and opened.line.size == following.line.size
    same = opened.line.size == following.line.size and not following.gap
    if same and following.marker is None and _is_set_apart(opened, style):
        return bool(following.line.bold)
    if following.marker or len(text) > MAX_CHARS:
        return False
    if following.gap and not (same_face and following.gap == 1 and _UNFINISHED.search(opened.text)):
        return False
    if text[-1] in ".;," or following.full:
        return False
    if opened.line.bold and following.line.bold and opened.line.size == following.line.size:
        return True
    return text[0].islower() or after is None or bool(after.gap) or after.marker is not None


def _is_marked_act(text: str) -> bool:
    """Whether a line that the format marks as a heading is an act: "#### Actie: brief sturen".

    A question or a proposal may be what was talked about: "### Voorstel Jansen: de planning".
    """
    subject = text.strip(" #*_").partition(":")[2].strip()
    named = bool(subject) and title_like(subject[:1].upper() + subject[1:])
    return is_act(text) and (opens_act(text) or not named or has_verb(subject))


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


def _number_length(view: View, number: Marker) -> int:
    """How far the number reaches; "Ad 2)" refers to an item further up and is part of the title."""
    return _lead(view) if _AD.match(view.text) else number.length


def _is_bold_item(views: Sequence[View], i: int) -> bool:
    """Whether a list item in bold is the title of the paragraphs below it; behind a letter
    ("A. Bodem") it need not stand apart from them."""
    view = views[i]
    if view.marker is None or view.marker.kind == "number" or not view.line.bold:
        return False
    after = views[i + 1] if i + 1 < len(views) else None
    lettered = view.marker.kind == "letter" and (view.gap > 0 or i == 0)
    alone = after is not None and after.marker is None and after.gap > 0
    alone = alone or (lettered and after is not None and not after.line.bold)
    return alone and title_like(view.body) and not is_name(view.body) and not is_act(view.body)


def _numbered(
    views: Sequence[View], i: int, style: Style, last: str, number: Marker, title: str
) -> bool:
    view = views[i]
    # "2. Kaarten (Bodem · voorbeeld.org)": bold, but for the address in it.
    rest = view.text[view.line.bold_to - view.line.start :] if view.line.bold_to else ""
    apart = stands_out(view, style) or is_link_text(rest)
    wraps = view.full and title[-1:] not in ";.:?" and i + 1 < len(views)
    if wraps and not views[i + 1].gap and not views[i + 1].marker:
        title = f"{title} {views[i + 1].text.strip()}"  # a title that goes on on the next line
    title = _REFERENCE.sub("", title)
    if _AGENDA.match(view.text):  # "Agendapunt 3: stand van zaken;"
        title = f"{title[:1].upper()}{title[1:]}".rstrip(";")
    titled = title_like(title) or (len(title) <= MAX_CHARS and (apart or _leads(views, i)))
    if not titled or is_act(title):
        return False
    if title.endswith("?") and not style.is_larger(view, 1.07):
        return False  # a question put, with its answer below
    if _AGENDA.match(view.text):
        return True
    dotted = "." in number.number and apart
    sure = (
        dotted
        or style.is_larger(view, 1.2)
        or (apart and style.numbers_stand_out and title[-1:] != "?")
    )
    if not sure and not _plausible(number.number, last):
        return False
    if style.numbers_stand_out:
        return apart
    if number.text.isdigit() and view.marker is None and not (apart or view.gap):
        return False  # "3 Wonen" within a paragraph
    return apart or style.numbers


def _among_items(views: Sequence[View], i: int) -> bool:
    """Whether plain items of the same list stand right above and below line `i`."""
    beside = [views[j] for j in (i - 1, i + 1) if 0 <= j < len(views)]
    return len(beside) == 2 and all(
        other.marker is not None
        and not other.line.bold
        and other.line.heading is None
        and other.marker.kind == "number"
        and other.indent == views[i].indent
        for other in beside
    )


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
    if (bold_line := BOLD_LINE.fullmatch(view.text)) is not None:
        return _is_bold_title(view.text, bold_line["title"].strip())
    text = view.text.strip()
    apart = stands_out(view, style) or (_capitals(text) and not starts_turn(text))
    if is_issue(text):
        return True
    words = len(text.split())
    if words > (MAX_WORDS if apart else 10) or not _begins_line(views, i):
        return False
    field = opens_field(text) and not is_known(text) and not _is_long_label(views, i)
    bracketed = text.startswith("(") and text.endswith(")")
    legend = "=" in text and is_action_head(text)
    if bracketed or legend or is_date(text) or field or (is_link_text(text) and not view.line.bold):
        return False
    if _RECORDS.search(text):
        return False
    known = is_known(text) or is_attendance_title(text) or text in style.repeated | style.counted
    if known or _AGENDA.fullmatch(text):
        return True
    if i + 1 == len(views):
        return style.is_larger(view, 1.2) and title_like(text)
    if is_label(text) or (apart and text.endswith("?") and words <= 10):
        return True
    if text.endswith(":") and apart and not is_act(text):
        return _is_title_with_colon(view, views[i + 1], style)
    alone = bool(view.gap) and views[i + 1].marker is None and text[-1] not in ".;,"
    if view.line.underlined and alone and not is_link_text(text) and not starts_turn(text):
        return not is_act(text) and not holds_sentences(text)
    if text.endswith(":") or not title_like(text.rstrip(".") if apart and words <= 6 else text):
        return False
    if view.line.size is None or (view.line.box is not None and not apart):
        return _stands_alone(views, i, style)
    return apart and not (style.is_name(text) and _may_speak(view, views[i + 1], style))


def _is_bold_title(line: str, title: str) -> bool:
    """Whether a line in Markdown's bold is a title, and not who speaks or a label of a remark."""
    if starts_turn(line):
        return is_label(line.strip()) or is_attendance_title(line)
    if title[-1] == ":" and (opens_clause(title) or is_act(title)):
        return False
    return len(title) <= MAX_CHARS and title[-1] != "." and not is_name(title)


def _may_speak(view: View, after: View, style: Style) -> bool:
    """Whether a name on its own line could be who speaks below it: in bold above a paragraph."""
    opens_list = after.marker is not None and after.marker.kind == "glyph"
    return not (view.line.underlined or opens_list or style.is_larger(view, LARGER))


def _is_title_with_colon(view: View, after: View, style: Style) -> bool:
    """Whether a line that stands out and ends in a colon is a title: "Wat de zaal inbracht:".

    Not who speaks below it, nor a sentence that a list completes: "De leden vragen om:".
    """
    text = view.text.strip()
    if style.is_name(text):
        return not _may_speak(view, after, style)
    return after.marker is None or not has_verb(text)


def _is_long_label(views: Sequence[View], i: int) -> bool:
    """Whether a line above a list says too much for a letterhead's label: "Status van de …:"."""
    after = views[i + 1] if i + 1 < len(views) else None
    opens_list = after is not None and after.marker is not None
    return opens_list and len(views[i].text.split()) > 3 and is_label(views[i].text)


def _begins_line(views: Sequence[View], i: int) -> bool:
    """Whether a line isn't the rest of the sentence above it."""
    before = views[i - 1] if i else None
    if before is None or not before.full or views[i].gap:
        return True
    return before.text.rstrip()[-1] in ".!?" or before.line.cell != views[i].line.cell


def _stands_alone(views: Sequence[View], i: int, style: Style) -> bool:
    """Plain text and unstyled Word: only the place tells."""
    view, after, text = views[i], views[i + 1], views[i].text.strip()
    before = views[i - 1] if i else None
    if before is not None and not view.gap:
        return False
    left = before is not None and view.line.box is not None and before.indent > view.indent + 3
    if before is not None and before.full and before.text.rstrip()[-1] not in ".!?)" and not left:
        return False
    opens_list = after.marker is not None and after.marker.kind == "glyph"
    if view.line.box is not None:
        said = style.is_name(text) or has_verb(text) or opens_clause(text)
        opens_list = opens_list and bool(after.gap) and not said
    return opens_list and len(text.split()) <= 8 and "," not in text and "(" not in text


def _lead(view: View) -> int:
    """Characters of a line in front of its first word."""
    return len(view.text) - len(view.text.lstrip(" *_"))


def _capitals(text: str) -> bool:
    return text.isupper() and sum(char.isalpha() for char in text) >= 4
