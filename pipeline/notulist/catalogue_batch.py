"""The texts of all errors of a batch (B) and of tables of bullets (T), by code."""

from __future__ import annotations

from notulist.catalogue_reading import Language

BATCH: dict[str, dict[Language, str]] = {
    "B01": {
        "en": "{name}: stopped on an error of ours ({cause}). The rest went on; please report it "
        "with this file's first page.",
        "nl": "{name}: afgebroken door een fout van ons ({cause}). De rest ging door; meld het "
        "met de eerste pagina van dit bestand.",
    },
    "B02": {
        "en": "{name}: read, but no remarks found in it. Is this a set of minutes?",
        "nl": "{name}: gelezen, maar er staan geen opmerkingen in. Zijn dit notulen?",
    },
    "B03": {
        "en": "{name}: the text doesn't look Dutch ({language}). Its rows are kept, all marked for "
        "review; leave the file out or have a person label it.",
        "nl": "{name}: de tekst lijkt geen Nederlands ({language}). De rijen blijven, alle gemerkt "
        "voor controle; laat het bestand weg of laat iemand het labelen.",
    },
    "B04": {
        "en": "{name}: {warning}",
        "nl": "{name}: {warning}",
    },
    "B05": {
        "en": "{name}: the same contents as {other}, so its bullets come twice, with the same ids. "
        "Leave one of them out.",
        "nl": "{name}: dezelfde inhoud als {other}, dus de opmerkingen komen dubbel, met dezelfde "
        "ids. Laat er een weg.",
    },
    "T01": {
        "en": "{name}: no column '{column}'. It has: {columns}. Name one of these with "
        "--text-column.",
        "nl": "{name}: geen kolom '{column}'. Wel: {columns}. Noem een van deze met --text-column.",
    },
    "T02": {
        "en": "{name}: can't be read as a table ({cause}). Save it as CSV (UTF-8) or XLSX.",
        "nl": "{name}: niet te lezen als tabel ({cause}). Bewaar het als CSV (UTF-8) of XLSX.",
    },
    "T03": {
        "en": "{name}: a table of bullets needs --text-column, the name of the column that holds "
        "the text. It has: {columns}.",
        "nl": "{name}: een tabel met opmerkingen vraagt --text-column, de naam van de kolom met de "
        "tekst. Deze heeft: {columns}.",
    },
    "T04": {
        "en": "{count} inputs given, --text-column takes one CSV or XLSX at a time.",
        "nl": "{count} bestanden gegeven, --text-column neemt een CSV of XLSX per keer.",
    },
    "T05": {
        "en": "{name}: column '{column}' stands in it {count} times. Give each its own name.",
        "nl": "{name}: kolom '{column}' staat er {count} keer in. Geef elke kolom een eigen naam.",
    },
    "T06": {
        "en": "{name}: this is the input itself. Name another file with -o.",
        "nl": "{name}: dit is de invoer zelf. Noem een ander bestand met -o.",
    },
    "T07": {
        "en": "{name}: row {row} has {found} cells, the header {expected}. Put texts that hold the "
        "separator between quotes.",
        "nl": "{name}: rij {row} heeft {found} cellen, de kop {expected}. Zet teksten waar het "
        "scheidingsteken in staat tussen aanhalingstekens.",
    },
    "T08": {
        "en": "--kinds doesn't go with --text-column: every row of the table is kept. "
        "Leave one of them out.",
        "nl": "--kinds gaat niet samen met --text-column: elke rij van de tabel blijft. "
        "Laat een van beide weg.",
    },
    "T09": {
        "en": "{name}: is a table, and split takes minutes. Name the minutes themselves; to label "
        "the rows of a table use: notulist classify --text-column.",
        "nl": "{name}: is een tabel, en split neemt notulen. Noem de notulen zelf; om de rijen van "
        "een tabel te labelen: notulist classify --text-column.",
    },
    "T14": {
        "en": "{name}: no column '{column}'. It has: {columns}. Name one of these with "
        "--label-column.",
        "nl": "{name}: geen kolom '{column}'. Wel: {columns}. Noem een van deze met "
        "--label-column.",
    },
    "T12": {
        "en": "{name}, row {row}: '{value}' in column '{column}' is no label. Use one of "
        "{allowed}, or leave the cell empty.",
        "nl": "{name}, rij {row}: '{value}' in kolom '{column}' is geen label. Gebruik een van "
        "{allowed}, of laat de cel leeg.",
    },
    "T13": {
        "en": "{name}: no labelled bullet to measure on. Name another file, or another --part.",
        "nl": "{name}: geen opmerking met een label om op te meten. Noem een ander bestand, of een "
        "andere --part.",
    },
    "T15": {
        "en": "{name}: no column '{column}', so it is no output of notulist classify. Name one "
        "(CSV, XLSX, Parquet, JSONL) or the minutes themselves; label a table of your own first: "
        "notulist classify --text-column.",
        "nl": "{name}: geen kolom '{column}', dus het is geen uitvoer van notulist classify. Noem "
        "die (CSV, XLSX, Parquet, JSONL) of de notulen zelf; label een eigen tabel eerst: notulist "
        "classify --text-column.",
    },
    "T16": {
        "en": "Nothing to count in {count} rows ({standings}). Name an output of notulist "
        "classify, or other minutes; without --label and --actor more may count.",
        "nl": "Niets te tellen in {count} rijen ({standings}). Noem een uitvoer van notulist "
        "classify, of andere notulen; zonder --label en --actor telt er misschien meer.",
    },
    "T17": {
        "en": "--actor {actor}: is named in none of the rows. Named there: {actors}.",
        "nl": "--actor {actor}: wordt in geen van de rijen genoemd. Wel: {actors}.",
    },
    "T18": {
        "en": "--label {value}: is no label. Use {allowed}.",
        "nl": "--label {value}: is geen label. Gebruik {allowed}.",
    },
    "T19": {
        "en": "{name}: no row with text and a label in column '{column}' to learn from. Correct "
        "some rows first, or leave --table out.",
        "nl": "{name}: geen rij met tekst en een label in kolom '{column}' om van te leren. "
        "Verbeter eerst wat rijen, of laat --table weg.",
    },
    "T10": {
        "en": "{name}: is a folder, --text-column takes one CSV or XLSX. Name the file in it.",
        "nl": "{name}: is een map, --text-column neemt een CSV of XLSX. Noem het bestand erin.",
    },
}
