"""The texts of errors of reading (R), of what a reader found odd (W) and of provenance (P)."""

from __future__ import annotations

from typing import Literal

Language = Literal["en", "nl"]

READING: dict[str, dict[Language, str]] = {
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
        "Run again with --ocr, which recognises the text.",
        "nl": "{name}: geen tekst op de {pages} pagina's, waarschijnlijk een scan. "
        "Draai opnieuw met --ocr; dat herkent de tekst.",
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
        "Word or LibreOffice saves an old .doc or an .rtf as .docx, Outlook a .msg as .eml; "
        "save what is neither as PDF.",
        "nl": "{name}: bestanden van type '{extension}' zijn niet te lezen. "
        "Gebruik: {supported}. "
        "Word of LibreOffice slaat een oude .doc of .rtf op als .docx, Outlook een .msg als .eml; "
        "bewaar wat geen van beide is als PDF.",
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
        "en": "{name}: the file is encrypted and needs a password or key. Save a copy without.",
        "nl": "{name}: het bestand is versleuteld en vraagt een wachtwoord of sleutel. "
        "Bewaar een kopie zonder.",
    },
    "R12": {
        "en": "{name}: encrypted within its ZIP archive. Unpack it with its password first.",
        "nl": "{name}: versleuteld in het ZIP-archief. Pak het eerst uit met het wachtwoord.",
    },
    "R13": {
        "en": "{name}: unpacks to {size:,} bytes, more than the {limit:,} that we take. "
        "Unpack it yourself if you trust it.",
        "nl": "{name}: wordt uitgepakt {size:,} bytes, meer dan de {limit:,} die wij aannemen. "
        "Pak het zelf uit als u het vertrouwt.",
    },
    "R14": {
        "en": "{name}: an archive within an archive isn't opened. Unpack it first.",
        "nl": "{name}: een archief in een archief wordt niet geopend. Pak het eerst uit.",
    },
    "R20": {
        "en": "{name}: OCR needs ocrmypdf and Tesseract with its Dutch; absent here: {missing}. "
        "On Debian or Ubuntu: apt-get install ocrmypdf tesseract-ocr-nld.",
        "nl": "{name}: OCR vraagt ocrmypdf en Tesseract met zijn Nederlands; hier ontbreekt: "
        "{missing}. Op Debian of Ubuntu: apt-get install ocrmypdf tesseract-ocr-nld.",
    },
    "R21": {
        "en": "{name}: OCR failed ({cause}). Scan it anew, or run ocrmypdf on it yourself.",
        "nl": "{name}: OCR mislukt ({cause}). Scan het opnieuw, of draai ocrmypdf er zelf op.",
    },
    "R22": {
        "en": "{name}: OCR stopped after {seconds} seconds. Cut the file up, or run ocrmypdf on it "
        "yourself.",
        "nl": "{name}: OCR gestopt na {seconds} seconden. Knip het bestand op, of draai ocrmypdf "
        "er zelf op.",
    },
    "R23": {
        "en": "{name}: no text on any of its {pages} pages, and OCR recognises none either. "
        "Look whether the pages are blank or upside down.",
        "nl": "{name}: geen tekst op de {pages} pagina's, en OCR herkent er ook geen. "
        "Kijk of de pagina's leeg zijn of op de kop staan.",
    },
    "W01": {
        "en": "no text on page {pages}: blank, or a scan that --ocr recognises",
        "nl": "geen tekst op pagina {pages}: leeg, of een scan die --ocr herkent",
    },
    "W02": {
        "en": "text of page {pages} recognised by OCR: check it, numbers and bullets are easily "
        "misread",
        "nl": "tekst van pagina {pages} herkend met OCR: controleer die, cijfers en "
        "opsommingstekens gaan snel mis",
    },
    "W03": {
        "en": "footnotes or endnotes left out: {count}",
        "nl": "voet- of eindnoten weggelaten: {count}",
    },
    "W04": {
        "en": "embedded files left out: {count}",
        "nl": "ingesloten bestanden weggelaten: {count}",
    },
    "W05": {
        "en": "attachments not read: {names}",
        "nl": "bijlagen niet gelezen: {names}",
    },
    "W06": {
        "en": "control characters in the text: {count}",
        "nl": "stuurtekens in de tekst: {count}",
    },
    "W07": {
        "en": "bytes that aren't {encoding}, the first at {place}: read as {instead}",
        "nl": "bytes die geen {encoding} zijn, de eerste op {place}: gelezen als {instead}",
    },
    "W08": {
        "en": "words that look wrongly encoded: {count} (e.g. {example})",
        "nl": "woorden die verkeerd gecodeerd lijken: {count} (bijv. {example})",
    },
    "W09": {
        "en": "words with a character that couldn't be read: {count} (e.g. {example})",
        "nl": "woorden met een teken dat niet te lezen was: {count} (bijv. {example})",
    },
    "P01": {
        "en": "{id}: no bullet of this id in the {count} files searched ({failed} of them couldn't "
        "be read). An id changes when the bytes of its file change: name the very file that was "
        "labelled, with --ocr if it was then.",
        "nl": "{id}: geen opmerking met dit id in de {count} doorzochte bestanden ({failed} niet "
        "te lezen). Een id verandert als de bytes van het bestand veranderen: noem precies het "
        "bestand dat is gelabeld, met --ocr als dat toen ook zo was.",
    },
    "P02": {
        "en": "{name}: --picture shows a page of a PDF, and this is {format}. Leave --picture out.",
        "nl": "{name}: --picture toont een pagina van een PDF, en dit is {format}. "
        "Laat --picture weg.",
    },
    "P03": {
        "en": "{id}: nowhere to look. Name files or folders, or the table with --from.",
        "nl": "{id}: geen plek om te zoeken. Noem bestanden of mappen, of de tabel met --from.",
    },
    "P04": {
        "en": "{name}: no column '{column}'. Name an output of notulist classify or split.",
        "nl": "{name}: geen kolom '{column}'. Noem een uitvoer van notulist classify of split.",
    },
    "P05": {
        "en": "{name}: no row with the id {id}. Copy the bullet_id anew from the table.",
        "nl": "{name}: geen rij met het id {id}. Kopieer het bullet_id opnieuw uit de tabel.",
    },
    "P06": {
        "en": "{name}: the document of this row is neither here nor beside the table. "
        "Name its file or folder behind the id.",
        "nl": "{name}: het document van deze rij staat niet hier en niet naast de tabel. "
        "Noem zijn bestand of map achter het id.",
    },
}
