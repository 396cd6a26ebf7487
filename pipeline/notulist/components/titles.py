"""What a title reads like, whatever it looks like."""

from __future__ import annotations

import re

from notulist.components.verbs import REPORTING

MAX_CHARS = 120
MAX_WORDS = 16
_PUNCTUATION = ".,;:!?()[]“”‘’\"'*_"
_FEWEST_LETTERS = 2
_LABEL_WORDS = 7

# Headings that need no other sign than standing alone on their line.
_KNOWN = re.compile(
    r"(?:opening(?: en (?:mededelingen|vaststelling.*))?|mededeling(?:en)?|welkom|inleiding|"
    r"(?:vaststell(?:en|ing) )?(?:van de )?agenda|ingekomen stukken|rondvraag(?: en sluiting)?|"
    r"w\.?v\.?t\.?t\.?k\.?|sluiting|afsluiting|overige?(?: punten)?|samenvatting|conclusies?|"
    r"actiepunten|to ?-?do'?s?|actielijst|acties|afspraken|afsprakenlijst|besluiten|besluitenlijst|"
    r"(?:volgende?|nieuwe) (?:vergadering|overleg|bijeenkomst)|vervolg(?:stappen)?|bijlagen)",
    re.IGNORECASE,
)
_NEXT_SENTENCE = re.compile(r"[a-z)][.?!] [A-Z]")
_VERB = re.compile(
    r"\b(?:is|wordt|werd|heeft|hebben|had|vraagt|geeft|gaat|komt|kan|kunnen|moet|moeten|wil|willen|zal|"
    r"zullen|zou|meldt|stelt|blijft|maakt|ligt|staat|zegt|vindt|krijgt|doet|ziet|gaf|vroeg|was|waren|"
    r"bespreekt|bespreken|zie|denk|vind|lijkt|blijkt|leidt|geldt|speelt|volgt|hoort|ging|gingen|stond|zag|"
    r"kwam|kwamen|werden|worden|zijn|doorgaat|stelde|gaven|"
    r"lichtte?|toegelicht|besproken|benoemt|wijst|licht|stemt|dient|dienen|mag|hoeft|loopt|verzoekt)\b"
)
_ACT = re.compile(
    r"<(?!/?(?:img|br|hr|a|p|div|span|sub|sup|details|summary)\b|!--)|[(\[]?(?:afspraak|actie|actiepunt|besluit|conclusie|voorstel|suggestie|verzoek|vraag|antwoord|reactie|"
    r"toezegging|to ?do|nb|let op)\b[^:]{0,40}:",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"\b(?:\w\.){2,}")  # "m.b.t."
_ABBREVIATION_END = re.compile(r"(?:\b\w\.){2,}$|\b(?:etc|e\.d|a\.o\.b)\.$", re.IGNORECASE)
# The opening words of a clause that a list completes.
_CLAUSE = re.compile(
    r"(?:de|het|een|deze|dit|er|ik|we|wij|ze|zij|twee|drie|vier|enkele|meer|interessant|voorbeeld(?:en)?)\b|"
    r"(?:zie|volgende|onderstaande|per|ter|onder meer|o\.a\.|zoals|"
    r"bijvoorbeeld|bijv\.?|bv\.?|"
    r"uit|over|voor|met|bij|namens|door|aan|na|naar|op|in|tijdens|van|vanuit|volgens|binnen|"
    r"daarnaast|verder|ook|te weten|namelijk|met name|dat|om|waarbij|hier(?:bij|in|over)?)\b",
    re.IGNORECASE,
)
_ACTIONS = re.compile(
    r"[\s*_#\d.]*(?:(?:overzicht|lijst|open|openstaande|nieuwe|lopende|besluiten|afspraken|"
    r"van|met|en)\s+)*"
    r"(?:acties|actie- en \w+|actiepunten(?:lijst)?|actielijst|actieoverzicht|"
    r"actie(?:punt)?(?=\W*$)|"
    r"to ?-?do'?s?)\b",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"[\s*_#\d.]*"
    r"(?:(?:interessante|nuttige|relevante|handige|gebruikte|geraadpleegde|bijgevoegde) )?"
    r"(?:bronnen|links|referenties|bijlagen?|linkjes|webpagina['’]?s|stukken|documenten|literatuur)"
    r"[\s*_:]*",
    re.IGNORECASE,
)
_STEPS = re.compile(
    r"[\s*_#\d.]*(?:de )?(?:(?:volgende|vervolg|verdere) ?stappen|next steps)[\s*_:]*",
    re.IGNORECASE,
)
_DEFINITIONS = re.compile(
    r"[\s*_#\d.]*(?:definities?|begrip(?:pen(?:lijst|kader)?)?|termen|verklarende woordenlijst)"
    r"[\s*_:]*",
    re.IGNORECASE,
)
_OPENS_ACT = re.compile(
    r"[\s*_<]*(?:afspraak|actie(?:punt)?|besluit|conclusie|toezegging)\b", re.IGNORECASE
)
_AGENDA = re.compile(
    r"[\s*_]*(?:(?:de )?(?:vastgestelde |voorlopige |concept)?(?:vergader)?agenda(?:punten)?"
    r"(?: van .*| voor (?:de |het )?(?:volgende|komende|vandaag|\d).*)?|"
    r"programma\b.*|doelstelling(?:en)?|"
    r"(?:de |belangrijkste |te bespreken )*(?:bespreekpunten|onderwerpen)\b.*|"
    r"inhoud(?:sopgave|stafel|stabel)?)[\s*_:]*",
    re.IGNORECASE,
)
# What one or two words can record; another lone word is a topic: "Notulen", "Bedrag".
SHORT_REMARK = re.compile(
    r"[.!?]\s*$|\b(?:akkoord|eens|geen|niets|ja|nee|loopt|open|klaar|gereed|nvt|n\.v\.t|dicht|"
    r"\w+(?:gesteld|keurd|rond|sproken|werkt|sloten|handeld|vraagd|kend|stuurd|deeld|regeld|daan|nomen|past|voerd|legd|voegd))\b",
    re.IGNORECASE,
)
_ACTION_HEAD = re.compile(
    r"\W*(?:\w\s?=\s?\w+\W*)*actie(?:s|lijst|punt|punten)?(?:\W+\w\s?=\s?\w+)*\W*"
    r"|\W*(?:\w\s?=\s?\w+\W*)+",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:\w+dag )?\d{1,2}[-/\s.]+(?:\d{1,2}|[a-z]+)[-/\s.]+\d{4}\W*", re.IGNORECASE)
_PARTICLES = {"van", "de", "der", "den", "het", "ten", "ter", "te", "la", "heer"}
_TITLES = {"De", "Mevrouw", "mevrouw", "Dhr.", "dhr.", "Mw.", "mw.", "Mevr.", "mevr."}
# How words end that name a subject and no person: "Planning", "Actiepunten", "Discussie".
_SUBJECT = re.compile(
    r"(?:ing|ingen|ie|ies|teit|punten|vragen|lijst|stukken|heden|ssen|tegens|voors|varia|overige|context|"
    r"schappen|afspraken|bijlagen|onderwerpen|vormen|rondje|feedback|doel|proces|status|advies|pauze|vooraf|algemeen|inhoud|besluit|vervolg|budget|beheer|"
    r"verslag|notulen|agenda|scope|update|issues|conclusie|todo|"
    r"(?:voor|na|aan|onder|oor)de(?:el|len)|\w['’]s)s?\W*$",
    re.IGNORECASE,
)
# What opens a subject in capitals: "Opmerkingen TO-leden", "Vragen Waterschappen".
_SUBJECTS = re.compile(
    r"\w+(?:ingen|punten|vragen|stukken|afspraken|acties|reacties|voorstellen|besluiten)|vragen",
    re.IGNORECASE,
)
# A comment in the margin of a Word file, as it is printed: "Commented [AB1R2]: …".
_COMMENT = re.compile(
    r"(?:commented|met opmerkingen|opmerking) \[[\w.-]{1,12}\]\s?:", re.IGNORECASE
)
_ISSUE = re.compile(r"[^.?!:\[]{0,60}\[issue #?\d+\]\s*[\w\[]", re.IGNORECASE)
_WORDS_FOR_A_LINK = re.compile(r" · |@|https?:|www\.|github|\.(?:nl|be|com|org|pdf|docx)\b")


def has_verb(text: str) -> bool:
    """Whether it holds one of the finite verbs that minutes are written with.

    A plural at the beginning may be a noun: "Vragen over de planning", "Zorgen".
    """
    words = [word.strip(_PUNCTUATION).lower() for word in text.split()]
    later = any(word in REPORTING for word in words[1:])
    first = bool(words) and words[0] in REPORTING and not words[0].endswith("en")
    return later or first or _VERB.search(text) is not None


def holds_sentences(text: str) -> bool:
    """Whether a sentence ends in it and another begins."""
    return _NEXT_SENTENCE.search(text) is not None


def title_like(text: str) -> bool:
    """Whether a text could be a title: short, no sentence, no sentence's end."""
    text = text.strip(" *_")
    words = text.split()
    if not words or len(text) > MAX_CHARS or len(words) > MAX_WORDS:
        return False
    if sum(char.isalnum() for char in text) < _FEWEST_LETTERS:
        return False
    if text[-1] in ".;," and not _ABBREVIATION_END.search(text):
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "‘“'\"(<[") or _ACT.match(text):
        return is_known(text)
    return not holds_sentences(text) and not _VERB.search(text)


def is_known(text: str) -> bool:
    """Whether it is one of the titles that most minutes have: "Mededelingen", "Wvttk:"."""
    return _KNOWN.fullmatch(text.strip(" *_").rstrip(":")) is not None


def is_act(text: str) -> bool:
    """Whether a line names what it records in its first words: "Actie Jansen: …", "<besluit …>"."""
    return _ACT.match(text.strip(" *_")) is not None


def opens_act(text: str) -> bool:
    """Whether a line begins with the name of an act, colon or not: "Besluit van het bestuur"."""
    return _OPENS_ACT.match(text) is not None


def is_running(text: str) -> bool:
    """Whether a line that Word styles as a heading reads as running text."""
    text = text.strip()
    if holds_sentences(text) or text.endswith((",", ";")):
        return True
    return len(text.split()) > 4 and _VERB.search(text) is not None and not text.endswith("?")


def opens_clause(text: str) -> bool:
    """Whether a text begins as a clause does: "De …", "Over …", "Zoals …"."""
    return _CLAUSE.match(text) is not None


def is_label(text: str) -> bool:
    """Whether a line that ends in a colon names a subject: "Stand van zaken projecten:".

    Not a clause that a list completes ("Besproken is:"), nor who speaks ("VNG:", "Jan Jansen:").
    """
    text = text.strip(" *_")
    if not text.endswith(":") or _ACT.match(text) or opens_clause(text):
        return False
    words = text[:-1].split()
    if (
        not 1 <= len(words) <= _LABEL_WORDS
        or _VERB.search(text)
        or re.search(r"[,;.?!:]", _ABBREVIATION.sub("", text[:-1]))
    ):
        return False
    return words[0][:1].isalpha() and not is_name(text)


def is_name(text: str) -> bool:
    """Whether it could be who speaks: "Jan Jansen", "VNG:", "Jansen (VNG)"."""
    words = text.rstrip(":").split()
    if is_known(text) or not words:
        return False
    if len(words) == 1:
        if any(char.isdigit() for char in words[0]):
            return False  # "P1:" is a principle, a requirement, a scenario
        proper = words[0][:1].isupper() and not _SUBJECT.search(words[0])
        return proper and (text.endswith(":") or _is_short_capitals(text))
    if text.isupper():
        return False
    if words[0] in _TITLES:
        words = words[1:]
    named = [word for word in words if word not in _PARTICLES]
    if len(named) > 1 and _SUBJECTS.fullmatch(named[0]):
        return False
    return 0 < len(named) <= 4 and all(word.lstrip("(")[:1].isupper() for word in named)


def heads_actions(title: str) -> bool:
    """Whether a heading stands above action points: "Actielijst", "5. Openstaande acties"."""
    return _ACTIONS.match(title) is not None or is_action_head(title)


def heads_agenda(title: str) -> bool:
    """Whether a heading stands above what is to come: "Agenda", "Inhoud", "Bespreekpunten"."""
    return _AGENDA.fullmatch(title) is not None


def heads_links(title: str) -> bool:
    """Whether a heading stands above names of pages or files: "Interessante bronnen", "Links"."""
    return _LINKS.fullmatch(title) is not None


def heads_steps(title: str) -> bool:
    """Whether a heading stands above what is to be done next: "5. Volgende stappen"."""
    return _STEPS.fullmatch(title) is not None


def heads_definitions(title: str) -> bool:
    """Whether a heading stands above what terms mean: "Definities", "3. Begrippenlijst"."""
    return _DEFINITIONS.fullmatch(title) is not None


def is_action_head(text: str) -> bool:
    """Whether it is the head of a column of actions: "Actiepunt O=open/G=gesloten"."""
    return _ACTION_HEAD.fullmatch(text) is not None


def _is_short_capitals(text: str) -> bool:
    """An abbreviation: "VNG"."""
    return text.isupper() and len(text) <= 5


def is_date(text: str) -> bool:
    """Whether a line is a date alone."""
    return _DATE.fullmatch(text.strip()) is not None


def is_issue(text: str) -> bool:
    """Whether a line is the title of an issue of a code platform: "Profiel [issue #4] Fouten"."""
    return _ISSUE.match(text) is not None


def is_comment(text: str) -> bool:
    """Whether a line opens a comment in the margin of a Word file that was printed with them."""
    return _COMMENT.match(text) is not None


def is_link_text(text: str) -> bool:
    """Whether a line is the name of a page or an address, underlined because it is a link."""
    return _WORDS_FOR_A_LINK.search(text) is not None
