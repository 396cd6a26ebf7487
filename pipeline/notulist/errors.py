"""Everything that can go wrong, in one catalogue.

NotulistError
├── ReadError      one input can't be read; the rest of the batch goes on
├── TableError     a CSV or XLSX of bullets isn't what was promised
├── ExportError    an output can't be written
├── ModelError     a model folder is absent, of another version, or not to be trusted
├── CorpusError    a line of the corpus breaks its format
└── ActorTableError  a row of the actor table can't be used

Each error has a code, and says what it is about, what is wrong and what to do, in English (`str`)
and in Dutch (`in_language("nl")`), since analysts read it.
"""

from __future__ import annotations

from typing import Literal

Language = Literal["en", "nl"]

# Codes are stable: R = reading, T = tables, X = export, M = models, C = corpus, A = actors.
CATALOGUE: dict[str, dict[Language, str]] = {
    "R01": {
        "en": "{name}: no such file or folder. Check the path.",
        "nl": "{name}: bestand of map bestaat niet. Controleer het pad.",
    },
    "R02": {
        "en": "{name}: the file is empty (0 bytes of text). Fetch it again from its source.",
        "nl": "{name}: het bestand is leeg (0 bytes tekst). Haal het opnieuw op bij de bron.",
    },
    "R03": {
        "en": "{name}: no text on any of its {pages} pages, probably a scan. "
        "Run it through OCR first (ocrmypdf -l nld in.pdf out.pdf).",
        "nl": "{name}: geen tekst op de {pages} pagina's, waarschijnlijk een scan. "
        "Haal het eerst door OCR (ocrmypdf -l nld in.pdf uit.pdf).",
    },
    "R04": {
        "en": "{name}: the PDF is encrypted and needs a password. Save a copy without one.",
        "nl": "{name}: de PDF is versleuteld en vraagt een wachtwoord. Bewaar een kopie zonder.",
    },
    "R05": {
        "en": "{name}: damaged or cut off, it can't be opened as {format} ({cause}). "
        "Fetch it again from its source.",
        "nl": "{name}: beschadigd of afgekapt, niet te openen als {format} ({cause}). "
        "Haal het opnieuw op bij de bron.",
    },
    "R06": {
        "en": "{name}: the extension says {extension}, the content is {found}. "
        "Rename it to .{found}, or export it again as {extension}.",
        "nl": "{name}: de extensie zegt {extension}, de inhoud is {found}. "
        "Hernoem het naar .{found}, of exporteer het opnieuw als {extension}.",
    },
    "R07": {
        "en": "{name}: files of type '{extension}' can't be read. Use one of: {supported}. "
        "Word or LibreOffice saves an old .doc, an .odt, an .rtf or a web page as .docx.",
        "nl": "{name}: bestanden van type '{extension}' zijn niet te lezen. "
        "Gebruik: {supported}. "
        "Word of LibreOffice slaat een oude .doc, een .odt, een .rtf of een webpagina op als .docx.",
    },
    "R08": {
        "en": "{name}: no minutes in this folder or pattern (looked for {supported}). "
        "Name the folder that holds them.",
        "nl": "{name}: geen notulen in deze map of dit patroon (gezocht naar {supported}). "
        "Noem de map waar ze in staan.",
    },
    "R09": {
        "en": "{name}: binary content where text was expected. Is it really a text file?",
        "nl": "{name}: binaire inhoud waar tekst werd verwacht. Is dit wel een tekstbestand?",
    },
    "R10": {
        "en": "{name}: can't be opened ({cause}). Check that you may read it.",
        "nl": "{name}: niet te openen ({cause}). Controleer of u het mag lezen.",
    },
    "R11": {
        "en": "{name}: the Word file is encrypted and needs a password. Save a copy without one.",
        "nl": "{name}: het Word-bestand is versleuteld en vraagt een wachtwoord. "
        "Bewaar een kopie zonder.",
    },
}


class NotulistError(Exception):
    """Base of all errors that notulist raises on purpose.

    code: a key of CATALOGUE. values: what its text names (the file, the value that caused it).
    """

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(self.in_language("en"))

    def in_language(self, language: Language) -> str:
        """The message in English or Dutch, with its code in front."""
        return f"[{self.code}] {CATALOGUE[self.code][language].format(**self.values)}"


class ReadError(NotulistError):
    """One input can't be read."""


class TableError(NotulistError):
    """A table of bullets isn't what was promised."""


class ExportError(NotulistError):
    """An output can't be written."""


class ModelError(NotulistError):
    """A model folder can't be used."""


class CorpusError(NotulistError):
    """A line of the corpus breaks its format."""


class ActorTableError(NotulistError):
    """A row of the actor table can't be used."""
