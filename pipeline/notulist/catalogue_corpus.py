"""The texts of errors of a corpus (C): its format, parts, votes and actors."""

from __future__ import annotations

from notulist.catalogue_reading import Language

CORPUS: dict[str, dict[Language, str]] = {
    "C01": {
        "en": "{file}, line {line}: unknown act '{found}'. Write A, C, E or R, each once, "
        "the main one first (A+E).",
        "nl": "{file}, regel {line}: onbekende handeling '{found}'. Schrijf A, C, E of R, elk een "
        "keer, de belangrijkste eerst (A+E).",
    },
    "C02": {
        "en": "{file}: the id '{id}' is used by {other} too. Give each document its own.",
        "nl": "{file}: het id '{id}' is ook van {other}. Geef elk document een eigen id.",
    },
    "C03": {
        "en": "{file}, line {line}: '{found}' is no date. Write year-month-day, e.g. 2023-04-06.",
        "nl": "{file}, regel {line}: '{found}' is geen datum. Schrijf jaar-maand-dag, 2023-04-06.",
    },
    "C04": {
        "en": "{file}, line {line}: a remark before the first heading. "
        "Put a line '# number | title' above it.",
        "nl": "{file}, regel {line}: een opmerking voor de eerste kop. "
        "Zet er een regel '# nummer | titel' boven.",
    },
    "C05": {
        "en": "{file}, line {line}: {name} is empty. Fill it in or take the line out.",
        "nl": "{file}, regel {line}: {name} is leeg. Vul het in of haal de regel weg.",
    },
    "C06": {
        "en": "{file}, line {line}: neither '@key: value', '# number | title' nor "
        "'LABEL | holder > addressee | text'. Mend the line.",
        "nl": "{file}, regel {line}: geen '@sleutel: waarde', '# nummer | titel' of "
        "'LABEL | houder > geadresseerde | tekst'. Herstel de regel.",
    },
    "C07": {
        "en": "{file}, line {line}: there is no key '@{key}'. Use {keys}.",
        "nl": "{file}, regel {line}: er is geen sleutel '@{key}'. Gebruik {keys}.",
    },
    "C08": {
        "en": "{file}, line {line}: a remark nests by two spaces a level, at most one level below "
        "the remark above it. Mend the spaces in front.",
        "nl": "{file}, regel {line}: een opmerking springt per niveau twee spaties in, hooguit een "
        "niveau onder de vorige. Herstel de spaties vooraan.",
    },
    "C09": {
        "en": "{file}: can't be read as UTF-8 text (byte {place} from the start). Save it as "
        "UTF-8.",
        "nl": "{file}: niet te lezen als UTF-8-tekst (byte {place} vanaf het begin). Bewaar het "
        "als UTF-8.",
    },
    "C10": {
        "en": "{file}: '@{key}' is missing. Add a line '@{key}: ...' at the top.",
        "nl": "{file}: '@{key}' ontbreekt. Zet bovenaan een regel '@{key}: ...'.",
    },
    "C11": {
        "en": "{file}: the id is '{id}'. Name the file {id}.txt or change the id.",
        "nl": "{file}: het id is '{id}'. Noem het bestand {id}.txt of verander het id.",
    },
    "C12": {
        "en": "{file}: no minutes here (*.txt). Name the folder that holds the corpus.",
        "nl": "{file}: hier staan geen notulen (*.txt). Noem de map van het corpus.",
    },
    "C13": {
        "en": "{file}: can't be written in this format, reading it back gives something else "
        "(a name with , > or |, a line break or spaces around a text). Change that.",
        "nl": "{file}: niet in dit formaat te schrijven, teruglezen geeft iets anders "
        "(een naam met , > of |, een regeleinde of spaties om een tekst). Verander dat.",
    },
    "C14": {
        "en": "{file}, line {line}: column {column} can't be '{found}'. Use {allowed}.",
        "nl": "{file}, regel {line}: kolom {column} kan niet '{found}' zijn. Gebruik {allowed}.",
    },
    "C15": {
        "en": "{file}, line {line}: '{name}' stands twice in @actors. Keep one of the two.",
        "nl": "{file}, regel {line}: '{name}' staat tweemaal in @actors. Laat er een staan.",
    },
    "C16": {
        "en": "{file}, line {line}: '{found}' is not in {table}. Add it there, with its part and "
        "SHA-256, or take the line out.",
        "nl": "{file}, regel {line}: '{found}' staat niet in {table}. Zet het erin, met deel en "
        "SHA-256, of haal de regel weg.",
    },
    "C17": {
        "en": "{file}, line {line}: the id {id} stands twice. Keep one of the two lines.",
        "nl": "{file}, regel {line}: het id {id} staat er tweemaal. Laat een van de regels staan.",
    },
    "C18": {
        "en": "{file}: {id} has changed since its part was locked. Where that was meant, run "
        "python -m notulist.corpus.parts on the folder.",
        "nl": "{file}: {id} is veranderd sinds het deel werd vastgelegd. Was dat de bedoeling, "
        "draai dan python -m notulist.corpus.parts op de map.",
    },
    "C19": {
        "en": "{file}: there is no document {id}. Put it back or take its line out.",
        "nl": "{file}: er is geen document {id}. Zet het terug of haal de regel weg.",
    },
    "C20": {
        "en": "{file}: {body} stands in two parts ({id}: {part}, {other}: {other_part}). "
        "Give all minutes of a body one part.",
        "nl": "{file}: {body} staat in twee delen ({id}: {part}, {other}: {other_part}). "
        "Geef alle notulen van een orgaan hetzelfde deel.",
    },
    "C21": {
        "en": "{file}: the vote on bullet {bullet} of {id} is about a text that isn't there. "
        "Take it out and have the bullet read again.",
        "nl": "{file}: de stem over punt {bullet} van {id} gaat over een tekst die er niet is. "
        "Haal de stem weg en laat het punt opnieuw lezen.",
    },
    "C22": {
        "en": "{file}: the votes on bullet {bullet} of {id} say {gold}, its line {line} says "
        "{found}. Change that line.",
        "nl": "{file}: de stemmen over punt {bullet} van {id} zeggen {gold}, regel {line} zegt "
        "{found}. Verander die regel.",
    },
    "C23": {
        "en": "{file}: the gazetteer has no actor '{id}' (@actors, '{name}'). Use an id of "
        "actors.csv, or - for a body that it doesn't have.",
        "nl": "{file}: de lijst heeft geen actor '{id}' (@actors, '{name}'). Gebruik een id uit "
        "actors.csv, of - voor een orgaan dat er niet in staat.",
    },
    "C24": {
        "en": "{file}: '{name}' of @actors stands in no remark. Write it as the text does, or take "
        "it out.",
        "nl": "{file}: '{name}' uit @actors staat in geen opmerking. Schrijf het zoals de tekst, "
        "of haal het weg.",
    },
    "C26": {
        "en": "Finding near-duplicates needs datasketch. Install it: pip install notulist[corpus]",
        "nl": "Bijna-dubbelen zoeken vraagt datasketch. Installeer: pip install notulist[corpus]",
    },
    "C25": {
        "en": "{file}, line {line}: the party '{name}' is not in @actors. Add it there.",
        "nl": "{file}, regel {line}: de partij '{name}' staat niet in @actors. Zet die erbij.",
    },
    "C27": {
        "en": "{file}: the column {column} is missing. Put it back, with its name in line 1.",
        "nl": "{file}: de kolom {column} ontbreekt. Zet die terug, met de naam in regel 1.",
    },
    "C28": {
        "en": "{file}: can't be opened. Check that it is there and may be read.",
        "nl": "{file}: niet te openen. Kijk of het er is en gelezen mag worden.",
    },
    "C29": {
        "en": "There is no part '{found}'. Use {allowed}.",
        "nl": "Er is geen deel '{found}'. Gebruik {allowed}.",
    },
    "C30": {
        "en": "{file}: {id} isn't in it, so that nothing shows a later change. Run "
        "python -m notulist.corpus.parts on the folder to enter it as train.",
        "nl": "{file}: {id} staat er niet in, zodat niets een latere verandering laat zien. Draai "
        "python -m notulist.corpus.parts op de map om het als train op te nemen.",
    },
    "C31": {
        "en": "{file}, line {line}: '@{key}' stands twice. Keep one of the two lines.",
        "nl": "{file}, regel {line}: '@{key}' staat er tweemaal. Laat een van de regels staan.",
    },
    "C32": {
        "en": "{file}, line {line}: '@{key}' stands under a heading. Put it at the top.",
        "nl": "{file}, regel {line}: '@{key}' staat onder een kop. Zet het bovenaan.",
    },
    "C33": {
        "en": "{file}, line {line}: a heading without a title. Write '# number | title'.",
        "nl": "{file}, regel {line}: een kop zonder titel. Schrijf '# nummer | titel'.",
    },
    "C34": {
        "en": "{file}, line {line}: a remark without a text. Write it behind the second | or take "
        "the line out.",
        "nl": "{file}, regel {line}: een opmerking zonder tekst. Schrijf die achter de tweede | of "
        "haal de regel weg.",
    },
    "C35": {
        "en": "{folder}: holds sheets already. Name another folder, or empty this one once their "
        "votes are taken in.",
        "nl": "{folder}: hier staan al bladen. Noem een andere map, of maak deze leeg als hun "
        "stemmen zijn opgenomen.",
    },
    "C36": {
        "en": "{file}: {ids}, which says what its numbers stand for, is not beside it. Put it "
        "back.",
        "nl": "{file}: {ids}, waarin staat wat de nummers betekenen, staat er niet naast. Zet het "
        "terug.",
    },
    "C37": {
        "en": "{folder}: {count} votes are on passages that are gone or rewritten (the first: "
        "{id}); none was taken in. Put the texts back, or have new sheets read.",
        "nl": "{folder}: {count} stemmen gaan over passages die weg of herschreven zijn (de "
        "eerste: {id}); er is geen stem opgenomen. Zet de teksten terug of laat nieuwe bladen "
        "lezen.",
    },
    "C38": {
        "en": "{folder}: {count} votes say N (the first: {id}), but an authored remark records an "
        "act; none was taken in. Have the reader name one, or rewrite the remark and have it read "
        "anew.",
        "nl": "{folder}: {count} stemmen zeggen N (de eerste: {id}), maar een verzonnen opmerking "
        "legt een handeling vast; er is geen stem opgenomen. Laat de lezer er een noemen, of "
        "herschrijf de opmerking en laat die opnieuw lezen.",
    },
    "C39": {
        "en": "Fetching the real minutes needs git. Install it, or put the documents there "
        "yourself.",
        "nl": "De echte notulen ophalen vraagt git. Installeer dat, of zet de documenten er zelf "
        "neer.",
    },
}
