"""What kind a group of lines is: a remark, or one of the things that are none."""

from __future__ import annotations

import re

from notulist.components.attendance import is_sentence
from notulist.components.bare import names_only
from notulist.components.dates import find_date
from notulist.components.fields import opens_field
from notulist.components.grouping import Group
from notulist.components.style import LEADERS
from notulist.components.titles import (
    SHORT_REMARK,
    has_verb,
    heads_actions,
    heads_agenda,
    heads_links,
    heads_steps,
    holds_sentences,
    is_action_head,
    is_comment,
    is_issue,
    is_link_text,
    is_name,
    opens_act,
    title_like,
)
from notulist.labels import Kind as Kind

_URL = re.compile(
    r"[\s<(]*(?:https?://|www\.)\S+\s*|[\s*]*\[[^\]]*\]\([^)]*\)[\s.;]*"
    r"|\s*\[[^\]]+\]:\s*\S+\s*"
)
# "Rapport: https://…", "Zie https://…": an address with up to five words in front that name it.
_LABELLED_URL = re.compile(
    r"(?P<label>[^\s:.?!]+(?:\s[^\s:.?!]+){0,4}\s?:?)\s+"
    r"(?:(?:https?://|www\.)\S+|\[[^\]]*\]\([^)]*\))[\s.]*"
)
_ENDS_ISSUE = re.compile(r"\)\s*$|(?<![^\W_])status: \w+(?: \w+)?[\s*_]*$", re.IGNORECASE)
# A case that is told: by its number, or in the words that user stories are written in.
_CASE = re.compile(
    r"[\s*_]*(?:voorbeeld|use ?case|user ?story)\s?\d{1,2}[\s*_]*[:.–-]"
    r"|als\s(?:een\s)?[^.,:?!]{3,60}\b(?:wil|moet|kan)\sik\b",
    re.IGNORECASE,
)
_CASE_TITLE = re.compile(
    r"[\s*_#]*(?:voorbeeld|use ?case|user ?story|verhaallijn)\s?\d{1,2}[\s*_:]*", re.IGNORECASE
)
_FOLDED = re.compile(r"</?(?:details|summary)>", re.IGNORECASE)  # HTML around a picture or table
_CAPTION = re.compile(r"[\s*_]*(?:figuur|afbeelding|tabel)\s*\d+\s*[:.–-]", re.IGNORECASE)
# How a mail ends, and what stands above a mail that it answers.
_MAIL = re.compile(
    r"(?:met )?(?:vriendelijke|hartelijke) groet|hoogachtend|m\.?v\.?g\.?\b"
    r"|-{2,}\s?(?:oorspronkelijk bericht|original message)"
    r"|(?:verzonden|sent|cc):\s|(?:van|from|aan|to):\s[^.]*@",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\b(?:(?:de |het )?volgende|onderstaande|als volgt|hieronder)\b", re.IGNORECASE
)
_RECORDS = re.compile(
    r"[\s*_]*(?:(?:goed|af)gekeurd|vastgesteld|aangenomen|besproken|akkoord|geen)\b", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_NAME_WORDS = 4
_NAME_OF_LINK = 12  # words
_PHRASE_WORDS = 8  # of a phrase without a verb in front of a picture or text
_HEADER_WORDS = 14  # the longest line under a title that is no remark
_LETTERHEAD_WORDS = 40
_SUBJECT_WORDS = 6  # of an item that names what its nested items are about
_SENTENCE = 12  # words that end in a full stop are no letterhead


def kind_of(
    group: Group,
    after: Group | None,
    title: str,
    *,
    in_header: bool,
    under_item: bool = False,
    bare_below: bool = False,
    asked: bool = False,
) -> Kind:
    """The kind of a list item or paragraph that isn't a bare name in a list of such.

    after: the group below it. title: of the heading that it stands under ("" for none).
    in_header: whether no remark stands above it near the top of the document.
    under_item: whether an agenda item stands above, so that no letterhead does any more.
    bare_below: whether what stands below it is a list of bare names.
    asked: whether it completes what a party asks ("VNG vraagt om: - uitstel").
    """
    text = " ".join(view.text.strip() for view in group.views)
    body = group.views[0].body if len(group.views) == 1 else text
    words = len(body.split())
    if _URL.fullmatch(body) or (is_link_text(text) and all(v.line.underlined for v in group.views)):
        return "link"
    if (labelled := _LABELLED_URL.fullmatch(body)) and not has_verb(labelled["label"]):
        return "link"
    if (
        heads_links(title)
        and group.role == "item"
        and words <= _NAME_OF_LINK
        and not has_verb(body)
    ):
        return "link"
    if LEADERS.search(text) or _CAPTION.match(body) or _FOLDED.match(body):
        return "topic"
    if _CASE_TITLE.fullmatch(title) or (group.role == "item" and _CASE.match(group.views[0].body)):
        return "topic"
    if group.role == "item" and is_issue(text) and _ENDS_ISSUE.search(text):
        return "topic"
    if is_comment(body):
        return "bullet"
    if _MAIL.match(body) and words <= 20:
        return "header"
    if heads_actions(title) and is_action_head(body):
        return "table"
    label = _BREAK.sub("", body).strip(" *_")
    if words <= _NAME_WORDS and label.endswith(":") and is_name(label):
        return "lead-in"  # who speaks in what follows
    if in_header and opens_field(body) and words <= 20:
        return "header"
    says = SHORT_REMARK.search(body) or label.endswith(":") or asked or heads_actions(title)
    if words <= 2 and not says:
        return "topic"
    below = after.views[0].indent if after is not None and after.role == "item" else 0.0
    nested = group.role == "item" and below > group.views[0].indent
    if group.returned and nested and not has_verb(body):
        return "topic"  # an agenda item, with what was said of it below
    if (
        nested
        and words <= _SUBJECT_WORDS
        and _is_unnumbered(group)
        and names_only(group, counted=False)
    ):
        return "topic"
    if heads_agenda(title) and (title_like(body.rstrip(".;,")) or not has_verb(body)):
        return "topic"
    longest = _HEADER_WORDS if title else _LETTERHEAD_WORDS
    dated = find_date(text) is not None
    longest = _LETTERHEAD_WORDS if dated else longest
    bare = not (has_verb(text) or opens_act(text) or is_sentence(text))
    bare = bare and (dated or not (words >= _SENTENCE and text.endswith(".")))
    bare = bare and not _RECORDS.match(body)
    if in_header and not under_item and group.role == "paragraph" and words <= longest and bare:
        return "header"
    if not (bare_below and has_verb(body)) and _leads_in(group, after, body, words):
        return "lead-in"
    step = _is_unnumbered(group) and heads_steps(title)
    return "action" if heads_actions(title) or step else "bullet"


def _is_unnumbered(group: Group) -> bool:
    marker = group.views[0].marker
    return marker is not None and marker.kind == "glyph"


def _leads_in(group: Group, after: Group | None, body: str, words: int) -> bool:
    """A sentence that ends in a colon above a list or an address and says nothing without it, or a
    phrase above anything.

    "Afspraak: …:" is a remark all the same, as is what holds a sentence before that one.
    """
    if not body.rstrip("*_ ").endswith(":") or after is None:
        return False
    if (opens_act(body) and words > 2) or holds_sentences(body):
        return False
    if words <= 20 and _ANNOUNCES.search(body):
        return True
    below = after.views[0]
    if group.role == "paragraph" and words <= _PHRASE_WORDS and not has_verb(body):
        return True
    if after.role == "paragraph":
        return words <= 20 and bool(_URL.fullmatch(below.body) or is_link_text(below.body))
    if after.role in ("table", "code"):
        return words <= 20
    if after.role != "item":
        return False
    if group.role == "paragraph":
        return words <= 20 or not has_verb(body)
    longest = 20 if _URL.fullmatch(below.body) else 6
    return words <= longest and below.indent > group.views[0].indent
