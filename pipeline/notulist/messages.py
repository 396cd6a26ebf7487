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
    "rows": {"en": "Rows labelled: {count}", "nl": "Rijen gelabeld: {count}"},
    "review": {
        "en": "{count} to look at by a person (column review)",
        "nl": "{count} om door iemand na te lezen (kolom review)",
    },
    "actors": {"en": "Speak or act most: {actors}", "nl": "Vaakst aan het woord: {actors}"},
    "failed": {"en": "Failed:", "nl": "Mislukt:"},
    "noticed": {"en": "To look at:", "nl": "Aandachtspunten:"},
    "more": {"en": "… and {count} more", "nl": "… en nog {count}"},
    "written": {"en": "Written: {path}", "nl": "Geschreven: {path}"},
    "interrupted": {
        "en": "Interrupted; nothing written.",
        "nl": "Afgebroken; niets geschreven.",
    },
    "nothing": {
        "en": "Nothing written: no input could be read.",
        "nl": "Niets geschreven: geen enkel bestand was te lezen.",
    },
}


def say(key: str, language: Language, **values: object) -> str:
    """The text of a message. Raises KeyError for a key that the table lacks."""
    return MESSAGES[key][language].format(**values)
