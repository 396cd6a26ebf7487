"""What the command line says, in English and Dutch, in one table."""

from __future__ import annotations

from notulist.errors import Language

MESSAGES: dict[str, dict[Language, str]] = {
    "reading": {"en": "Reading minutes", "nl": "Notulen lezen"},
    "files": {
        "en": "Files: {total} ({ok} ok, {partial} partial, {failed} failed)",
        "nl": "Bestanden: {total} ({ok} goed, {partial} deels, {failed} mislukt)",
    },
    "bullets": {"en": "Bullets: {count}", "nl": "Opmerkingen: {count}"},
    "others": {
        "en": "Other passages: {count} ({kinds})",
        "nl": "Andere passages: {count} ({kinds})",
    },
    "rows": {
        "en": "Rows labelled: {count} of {total}",
        "nl": "Rijen gelabeld: {count} van {total}",
    },
    "review": {
        "en": "{count} to look at by a person (column review)",
        "nl": "{count} om door iemand na te lezen (kolom review)",
    },
    "actors": {"en": "Speak or act most: {actors}", "nl": "Vaakst aan het woord: {actors}"},
    "failed": {"en": "Failed:", "nl": "Mislukt:"},
    "noticed": {"en": "To look at:", "nl": "Aandachtspunten:"},
    "more": {"en": "… and {count} more", "nl": "… en nog {count}"},
    "document": {"en": "document", "nl": "document"},
    "page": {"en": "page", "nl": "pagina"},
    "paragraph": {"en": "paragraph", "nl": "alinea"},
    "line": {"en": "line", "nl": "regel"},
    "points": {
        "en": "{box} (left, top, right, bottom in points)",
        "nl": "{box} (links, boven, rechts, onder in punten)",
    },
    "agenda": {"en": "agenda item", "nl": "agendapunt"},
    "kind": {"en": "kind", "nl": "soort"},
    "raw": {"en": "in the file", "nl": "in het bestand"},
    "clean": {"en": "clean", "nl": "schoon"},
    "picture": {"en": "Written: {path} (page {page})", "nl": "Geschreven: {path} (pagina {page})"},
    "written": {"en": "Written: {path}", "nl": "Geschreven: {path}"},
    "counted": {
        "en": "Counted: {count} remarks of {rows} rows",
        "nl": "Geteld: {count} opmerkingen van {rows} rijen",
    },
    "no remark": {
        "en": "{count} left out: flagged as no remark (counted once review says no)",
        "nl": "{count} weggelaten: gemerkt als geen opmerking (tellen mee als review nee zegt)",
    },
    "other passage": {
        "en": "{count} left out: headings and other passages",
        "nl": "{count} weggelaten: koppen en andere passages",
    },
    "twice": {
        "en": "{count} left out: a row with this bullet_id came before",
        "nl": "{count} weggelaten: een rij met dit bullet_id kwam al eerder",
    },
    "without label": {
        "en": "{count} left out: no label (notulist classify gives one)",
        "nl": "{count} weggelaten: geen label (notulist classify geeft er een)",
    },
    "chosen": {
        "en": "{count} of these are of --label and --actor",
        "nl": "{count} hiervan zijn van --label en --actor",
    },
    "several": {
        "en": "A remark of several actors counts at each of them.",
        "nl": "Een opmerking van meer actoren telt bij elk van hen.",
    },
    "by label": {"en": "Actors by label", "nl": "Actoren naar label"},
    "asks": {"en": "Who asks whom", "nl": "Wie vraagt wie"},
    "turns": {"en": "Who turns to whom: {labels}", "nl": "Wie richt zich tot wie: {labels}"},
    "naming": {
        "en": "Of {count}, {holder} name who speaks, {addressee} to whom, {both} both.",
        "nl": "Van {count} noemen er {holder} wie spreekt, {addressee} aan wie, {both} beide.",
    },
    "over time": {"en": "Labels by {period}", "nl": "Labels per {period}"},
    "actors over time": {"en": "Actors by {period}", "nl": "Actoren per {period}"},
    "year": {"en": "year", "nl": "jaar"},
    "quarter": {"en": "quarter", "nl": "kwartaal"},
    "month": {"en": "month", "nl": "maand"},
    "holders": {"en": "who", "nl": "wie"},
    "addressees": {"en": "to whom", "nl": "aan wie"},
    "others, folded": {"en": "{count} more", "nl": "nog {count}"},
    "not named": {"en": "not named", "nl": "niet genoemd"},
    "NIL": {"en": "not in the list (NIL)", "nl": "niet in de lijst (NIL)"},
    "undated": {"en": "undated", "nl": "zonder datum"},
    "total": {"en": "total", "nl": "totaal"},
    "documents": {"en": "documents", "nl": "documenten"},
    "nothing drawn": {
        "en": "no remark names both who speaks and to whom",
        "nl": "geen opmerking noemt zowel wie spreekt als aan wie",
    },
    "interrupted": {
        "en": "Interrupted; nothing written.",
        "nl": "Afgebroken; niets geschreven.",
    },
    "ruled": {
        "en": "Left out: rows of action lists, which are labelled by rule: {count}",
        "nl": "Buiten beschouwing: rijen van actielijsten, die een vaste regel labelt: {count}",
    },
    "changed": {
        "en": "Rows whose label isn't what the model gave: {count} of {total}. The others count as "
        "looked at and right",
        "nl": "Rijen met een ander label dan het model gaf: {count} van {total}. De andere tellen "
        "als bekeken en goed",
    },
    "nothing": {
        "en": "Nothing written: no input could be read.",
        "nl": "Niets geschreven: geen enkel bestand was te lezen.",
    },
}


def say(key: str, language: Language, **values: object) -> str:
    """The text of a message. Raises KeyError for a key that the table lacks."""
    return MESSAGES[key][language].format(**values)
