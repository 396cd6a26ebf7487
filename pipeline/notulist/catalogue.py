"""The texts of all errors and warnings, by code: what it is about, what is wrong, what to do."""

from __future__ import annotations

from notulist.catalogue_batch import BATCH
from notulist.catalogue_corpus import CORPUS
from notulist.catalogue_reading import READING
from notulist.catalogue_reading import Language as Language

# Codes are stable: R = reading, W = what a reader found odd, B = batch, T = tables, P = provenance,
# X = export, M = models, C = corpus, A = actors.
CATALOGUE: dict[str, dict[Language, str]] = {
    **READING,
    **BATCH,
    "X01": {
        "en": "{name}: can't tell the format from '{extension}'. End the name in: {allowed}.",
        "nl": "{name}: formaat niet af te leiden uit '{extension}'. "
        "Laat de naam eindigen op: {allowed}.",
    },
    "X02": {
        "en": "{name}: is a folder (or a device), not a file. Give the name of a file in it.",
        "nl": "{name}: is een map (of apparaat), geen bestand. Geef een bestandsnaam erin op.",
    },
    "X03": {
        "en": "{name}: the folder {folder} doesn't exist. Make it first, or choose another.",
        "nl": "{name}: de map {folder} bestaat niet. Maak die eerst aan of kies een andere.",
    },
    "X04": {
        "en": "{name}: may not be written here ({cause}). Close it where it is open (Excel), "
        "or choose another name or folder.",
        "nl": "{name}: mag hier niet worden geschreven ({cause}). Sluit het waar het open staat "
        "(Excel), of kies een andere naam of map.",
    },
    "X05": {
        "en": "{name}: writing failed ({cause}); what stood there is as it was. "
        "Check free space and permissions, close the file where it is open, and run again.",
        "nl": "{name}: schrijven mislukt ({cause}); wat er stond is ongewijzigd. Controleer vrije "
        "ruimte en rechten, sluit het bestand waar het open staat, en draai opnieuw.",
    },
    "X06": {
        "en": "{name}: two columns are called '{column}'. Give each a name of its own.",
        "nl": "{name}: twee kolommen heten '{column}'. Geef elke kolom een eigen naam.",
    },
    "X07": {
        "en": "{name}: {rows} rows and {columns} columns, more than an Excel sheet holds "
        "(1048575 and 16384). Write .csv or .parquet.",
        "nl": "{name}: {rows} rijen en {columns} kolommen, meer dan een Excel-blad bevat "
        "(1048575 en 16384). Schrijf .csv of .parquet.",
    },
    "X08": {
        "en": "{name}: can't be read back as a table of notulist ({cause}). "
        "Give a .csv or .xlsx that notulist wrote.",
        "nl": "{name}: niet terug te lezen als tabel van notulist ({cause}). "
        "Geef een .csv of .xlsx op die notulist schreef.",
    },
    "X09": {
        "en": "'{found}' is no kind of passage. Use {allowed}.",
        "nl": "'{found}' is geen soort passage. Gebruik {allowed}.",
    },
    "X10": {
        "en": "{name}: no folder can be made here ({cause}). Name another with -o.",
        "nl": "{name}: hier kan geen map komen ({cause}). Noem een andere met -o.",
    },
    "X11": {
        "en": "'{found}' is no language of labels and messages. Use {allowed}.",
        "nl": "'{found}' is geen taal van labels en meldingen. Gebruik {allowed}.",
    },
    "X20": {
        "en": "{name}: {column} of {row} has {length} characters, an Excel cell holds 32767; "
        "cut off after {kept} with […]. Write .csv or .parquet to keep it whole.",
        "nl": "{name}: {column} van {row} telt {length} tekens, een Excel-cel bevat er 32767; "
        "na {kept} afgekapt met […]. Schrijf .csv of .parquet om alles te houden.",
    },
    "X21": {
        "en": "{name}: {column} of {row} holds half characters (lone surrogates) that no file "
        "can hold; each replaced by \ufffd. Check the source text there.",
        "nl": "{name}: {column} van {row} bevat halve tekens (losse surrogaten) die in geen "
        "bestand passen; elk vervangen door \ufffd. Controleer daar de brontekst.",
    },
    "X22": {
        "en": "{name}: --excel changes nothing here, it is for .csv. Leave it out, or write .csv "
        "or .xlsx.",
        "nl": "{name}: --excel verandert hier niets, het is voor .csv. Laat het weg, of schrijf "
        ".csv of .xlsx.",
    },
    "M01": {
        "en": "{name}: not trained yet. Load a trained pipeline (notulist.load()) "
        "or run python -m notulist.training.build.",
        "nl": "{name}: nog niet getraind. Laad een getraind model (notulist.load()) "
        "of draai python -m notulist.training.build.",
    },
    "M02": {
        "en": "{folder}: {file} is missing, the model folder is incomplete. "
        "Install notulist again or rebuild the model with make model.",
        "nl": "{folder}: {file} ontbreekt, de modelmap is niet compleet. "
        "Installeer notulist opnieuw of bouw het model opnieuw met make model.",
    },
    "M03": {
        "en": "{folder}: {file} isn't the file that meta.json describes (SHA-256 differs), "
        "damaged or replaced. Install notulist again or rebuild the model with make model.",
        "nl": "{folder}: {file} is niet het bestand dat meta.json beschrijft (SHA-256 verschilt), "
        "beschadigd of vervangen. Installeer notulist opnieuw of bouw het model met make model.",
    },
    "M04": {
        "en": "{folder}: model format {found}, this notulist reads format {expected}. "
        "Install the notulist that made it, or rebuild the model with make model.",
        "nl": "{folder}: modelformaat {found}, deze notulist leest formaat {expected}. "
        "Installeer de notulist die het maakte, of bouw het model opnieuw met make model.",
    },
    "M05": {
        "en": "{folder}: the model holds types that notulist doesn't trust ({types}); not loaded. "
        "Don't use it unless you know its maker; rebuild it from the corpus.",
        "nl": "{folder}: het model bevat typen die notulist niet vertrouwt ({types}), "
        "het is niet geladen. Gebruik het niet tenzij u de maker kent; "
        "bouw het opnieuw uit het corpus.",
    },
    "M06": {
        "en": "{name}: the Doc has no spans['{key}']. "
        "Add the component notulist_splitter before it.",
        "nl": "{name}: het Doc heeft geen spans['{key}']. "
        "Zet de component notulist_splitter ervoor.",
    },
    "M07": {
        "en": "{folder}: {file} can't be read ({cause}); made with scikit-learn {made}, "
        "here is {here}. Rebuild the model with make model.",
        "nl": "{folder}: {file} is niet te lezen ({cause}); gemaakt met scikit-learn {made}, "
        "hier staat {here}. Bouw het model opnieuw met make model.",
    },
    "M08": {
        "en": "{name}: can't learn from these documents: {cause}.",
        "nl": "{name}: van deze documenten is niet te leren: {cause}.",
    },
    "M09": {
        "en": "{name}: setting {setting} can't be {value}. Use {allowed}.",
        "nl": "{name}: instelling {setting} kan niet {value} zijn. Gebruik {allowed}.",
    },
    **CORPUS,
    "A01": {
        "en": "{name}: the actor table has no column '{column}'. Its columns must be: {columns}.",
        "nl": "{name}: de actorentabel mist de kolom '{column}'. Nodige kolommen: {columns}.",
    },
    "A02": {
        "en": "{name}, row {row}: the id '{id}' was used before. Give each actor an id of its own.",
        "nl": "{name}, rij {row}: de id '{id}' komt al eerder voor. Geef elke actor een eigen id.",
    },
    "A03": {
        "en": "{name}, row {row}: actor '{id}' has nothing to recognise it by. "
        "Fill exact, any_case or places, variants joined by | and none left empty.",
        "nl": "{name}, rij {row}: actor '{id}' heeft niets om op te herkennen. "
        "Vul exact, any_case of places, varianten gescheiden door | en geen ervan leeg.",
    },
    "A04": {
        "en": "{name}, row {row}: '{pattern}' of actor '{id}' is one letter, "
        "that would be found everywhere. Write it out or leave it out.",
        "nl": "{name}, rij {row}: '{pattern}' van actor '{id}' is één letter, "
        "die zou overal worden gevonden. Schrijf voluit of laat weg.",
    },
    "A05": {
        "en": "{name}, row {row}: label '{label}' of actor '{id}' is unknown. Use: {labels}.",
        "nl": "{name}, rij {row}: label '{label}' van actor '{id}' is onbekend. Gebruik: {labels}.",
    },
    "A06": {
        "en": "{name}: the actor table can't be read ({cause}). Give the path of a CSV in UTF-8.",
        "nl": "{name}: de actorentabel is niet te lezen ({cause}). "
        "Geef het pad van een CSV in UTF-8.",
    },
    "A07": {
        "en": "{name}, row {row}: the id '{id}' is empty or holds a space or |. "
        "Use letters, digits, - and :.",
        "nl": "{name}, rij {row}: de id '{id}' is leeg of bevat een spatie of |. "
        "Gebruik letters, cijfers, - en :.",
    },
    "A08": {
        "en": "{name}, row {row}: '{pattern}' of actor '{id}' is a common word, that would be "
        "found everywhere. Take a longer name, or put it in the column places.",
        "nl": "{name}, rij {row}: '{pattern}' van actor '{id}' is een gewoon woord, "
        "dat zou overal worden gevonden. Neem een langere naam of zet het in de kolom places.",
    },
    "A09": {
        "en": "{name}: model {model} looks for no actors. Leave --actors out, or take another.",
        "nl": "{name}: model {model} zoekt geen actoren. Laat --actors weg of neem een ander.",
    },
    "M10": {
        "en": "{name}: no model here (there is no {file}). Name a folder with meta.json and "
        "config.cfg, or fast, or leave --model out for the shipped one.",
        "nl": "{name}: hier staat geen model ({file} bestaat niet). Noem een map met meta.json en "
        "config.cfg, of fast, of laat --model weg voor het meegeleverde.",
    },
    "M11": {
        "en": "{name}: {file} can't be read ({cause}). Install notulist again or rebuild "
        "the model.",
        "nl": "{name}: {file} is niet te lezen ({cause}). Installeer notulist opnieuw of bouw het "
        "model opnieuw.",
    },
    "M12": {
        "en": "{base}: no encoder here ({cause}). Name a folder with config.json, the weights and "
        "tokenizer.json, or hub:NAME.",
        "nl": "{base}: hier staat geen encoder ({cause}). Noem een map met config.json, de "
        "gewichten en tokenizer.json, of hub:NAAM.",
    },
    "M13": {
        "en": "Training an encoder needs {package}. Install it: pip install notulist[transformers]",
        "nl": "Om een encoder te trainen is {package} nodig. Installeer: "
        "pip install notulist[transformers]",
    },
    "M14": {
        "en": "{file}: a pipeline with one classifier is needed, this has {found}. Put one of "
        "notulist_linear, notulist_encoder and notulist_ensemble in its config.",
        "nl": "{file}: een pipeline met één classifier is nodig, deze heeft er {found}. Zet een "
        "van notulist_linear, notulist_encoder en notulist_ensemble in de config.",
    },
    "M15": {
        "en": "Drawing needs {package}. Install it: pip install notulist[notebooks]",
        "nl": "Om te tekenen is {package} nodig. Installeer: pip install notulist[notebooks]",
    },
    "M17": {
        "en": "{name}: holds something else than a model, which would be lost. Name another folder "
        "with -o.",
        "nl": "{name}: hier staat iets anders dan een model, dat zou verloren gaan. Noem een "
        "andere map met -o.",
    },
    "M18": {
        "en": "{name}: no config of a pipeline ({cause}). Take models/configs/linear.cfg as an "
        "example.",
        "nl": "{name}: geen config van een pipeline ({cause}). Neem models/configs/linear.cfg als "
        "voorbeeld.",
    },
    "M20": {
        "en": "{name}: there is no setting '{setting}'. There are: {allowed}.",
        "nl": "{name}: er is geen instelling '{setting}'. Wel: {allowed}.",
    },
    "M21": {
        "en": "{name}: its classifier learnt from other bodies than those at hand, so its card "
        "would be wrong. Name the same corpus, and --real where it had real minutes.",
        "nl": "{name}: de classifier leerde van andere organen dan er nu zijn, dus de modelkaart "
        "zou niet kloppen. Noem hetzelfde corpus, en --real als er echte verslagen bij waren.",
    },
    "M22": {
        "en": "{data} and --real don't go together: one thing is measured at a time. Name one of "
        "them.",
        "nl": "{data} en --real gaan niet samen: er wordt op een ding tegelijk gemeten. Noem een "
        "van beide.",
    },
    "M24": {
        "en": "{data}: a table has no parts. Leave --part out.",
        "nl": "{data}: een tabel heeft geen delen. Laat --part weg.",
    },
    "M23": {
        "en": "{name}: has no encoder to keep. Train with models/configs/ensemble.cfg, or leave "
        "--keep-encoder out.",
        "nl": "{name}: heeft geen encoder om te houden. Train met models/configs/ensemble.cfg, of "
        "laat --keep-encoder weg.",
    },
    "M19": {
        "en": "{name}: is a file. Name a folder with -o.",
        "nl": "{name}: is een bestand. Noem een map met -o.",
    },
    "M16": {
        "en": "{name}: nothing in this pipeline gives labels, so there is nothing to explain. "
        "Leave --explain out, or load a model with a classifier.",
        "nl": "{name}: niets in deze pipeline geeft labels, dus er valt niets uit te leggen. "
        "Laat --explain weg, of laad een model met een classifier.",
    },
}
