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
    "interrupted": {
        "en": "Interrupted; nothing written.",
        "nl": "Afgebroken; niets geschreven.",
    },
    "ruled": {
        "en": "Left out: rows of action lists, which are labelled by rule: {count}",
        "nl": "Buiten de meting: rijen van actielijsten, die een vaste regel labelt: {count}",
    },
    "nothing": {
        "en": "Nothing written: no input could be read.",
        "nl": "Niets geschreven: geen enkel bestand was te lezen.",
    },
}


def say(key: str, language: Language, **values: object) -> str:
    """The text of a message. Raises KeyError for a key that the table lacks."""
    return MESSAGES[key][language].format(**values)
