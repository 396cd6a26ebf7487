"""What an organisation of the Register van Overheidsorganisaties looks like in actors.csv.

A name is looked for in any case where it can hardly be anything else, only as written where it
could, and only where a party is meant (column `places`) where it mostly is.
"""

from __future__ import annotations

import re
from pathlib import Path

COLUMNS = (
    "id",
    "label",
    "name",
    "body",
    "exact",
    "any_case",
    "places",
    "tooi",
    "oin",
    "within",
    "valid_from",
    "valid_until",
    "note",
)
Row = dict[str, str]
COMMON = frozenset((Path(__file__).parent / "common_words.txt").read_text(encoding="utf-8").split())
NATIONAL = {"zbo", "agentschappen", "inspecties", "hoge-colleges", "adviescolleges"} | {
    "rechterlijke-macht"
}
# In these categories the register's end is that of the body; elsewhere often a date of review.
_ENDS = {
    "gemeenten",
    "waterschappen",
    "gemeenschappelijke-regelingen",
    "rwt",
    "organisatieonderdelen",
}
_TAKEN_ON = "2026-05-19"  # later dates are no ends yet, and of parts no beginnings
_WATER = re.compile(r"^(?:waterschap|hoogheemraadschap(?: van)?|wetterskip) ", re.IGNORECASE)
_LEGAL = re.compile(r"^(?:de )?Stichting |,? (?:[BN]\. ?V\.?|U\.?A\.?|BV|NV)$|\.$", re.IGNORECASE)
_JOINT = re.compile(
    r"^(?:de |het )?(?:modulaire )?(?:gemeenschappelijke? ?regeling|GR)\b[ :]*(?:van )?"
    r"(?:(?:de|het) (?=[A-Z]\w+(?:dienst|schap|kamer|archief)))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[ ,]*(?:-|–)?[ ]*\b(?:19|20)\d\d(?: ?[-–] ?(?:20)\d\d)?$")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
# A description of a kind of body ("Keuringsinstanties ex 7a Warenwet"), not a name that is used.
_KIND = re.compile(r"\b(?:ex|jo|art)\b|instanties|instellingen|organisaties ex|artikel|operators")
# Persons and posts of one, whom we don't take, and numbered lists.
_NO_BODY = re.compile(
    r"^(?:Lid|Fractie|Groep)\b|^(?:MT-lid|Directeur|Prog\w*manager|Manager|Adviseur) |"
    r"^Regio \d|^[PV]O-\d|^Passend Onderwijs -"
)
# What only a body is called; a name without any is as often that of a region.
_OF_BODIES = re.compile(
    r"dienst|schap\b|archief|bureau|samenwerking|belasting|organisatie|rekenkamer|bedrij[fv]|"
    r"veiligheidsregio|instituut|centrum|orgaan|lichaam|fonds|raad\b|groep|museum|regeling|"
    r"overleg|bank\b|GGD|commissie|college|autoriteit|inspectie|directie|directoraat|afdeling|"
    r"divisie|agentschap|secretariaat|rechtbank|gerechtshof|korps|huis\b|kabinet|instantie|"
    r"vereniging|academie|laboratorium|school|universiteit|theater|bibliotheek|ombudsman",
    re.IGNORECASE,
)
# Parts that any organisation may have: only beside their own do they say which.
_ANYONES = re.compile(
    r"^(?:\w*directie|afdeling(?:en)?|afd\.|directoraat[- ]|cluster|\w*bureau|\w*divisie|team|"
    r"sector|sectie|eenheid|unit|domein|portefeuille|pijler|programma\w*|project\w*|"
    r"secretari\w*|commissies?|staf\w*|keten|business|shared|bestuurs\w*|managementteam|dienst|"
    r"centrum|concern\w*|corporate|DG|SG|pSG|hoofd\w*|raad|college|adviescommissie|tijdelijke|"
    r"gemeenschappelijke|interdepartementale)(?=\W|$)",
    re.IGNORECASE,
)


def from_register(
    organisation: Row, excluded: set[tuple[str, str]], owner: str, clashing: set[str]
) -> Row | None:
    """The row of an organisation, or None where it isn't named in minutes or not as itself.

    owner: the id in actors.csv of the body that it is part of, "" where it is of none. clashing:
    abbreviations that more organisations have.
    """
    category, name = organisation["category"], " ".join(organisation["name"].split())
    if _NO_BODY.search(name) or (category in NATIONAL and _KIND.search(name)):
        return None
    until = organisation["valid_until"] if category in _ENDS else ""
    since = organisation["valid_from"]
    unknown = since == "1900-01-01" or since[:4] == _TAKEN_ON[:4]
    common = {
        "label": "ORG",
        "tooi": organisation["tooi"],
        "oin": organisation["oin"] if organisation["oin"].isdigit() else "",
        "valid_from": "" if unknown else since,
        "valid_until": until if until < _TAKEN_ON else "",
    }
    if category == "gemeenten":
        return municipality(name) | common
    if category == "provincies":
        bare = name.removeprefix("Provincie ")
        return blank(id=f"provincie:{slug(bare)}", name=name, any_case=name, places=bare) | common
    if category == "waterschappen":
        return water_board(name) | common
    if category in NATIONAL and (category != "zbo" or organisation["tooi"]):
        short = organisation["abbr"]  # few, and all looked at
        usable = len(short) >= 3 and ("abbreviation", short) not in excluded
        return national_body(name, short if usable else "") | common
    short = abbreviation(organisation, excluded, clashing)
    if category == "gemeenschappelijke-regelingen":
        return joint_body(name, short) | common
    if category == "rwt":
        return foundation(name, short) | common
    made = part(name, short, owner)
    return made | common if made else None


def municipality(name: str) -> Row:
    """A municipality counts as an actor behind "gemeente"; its bare name is a place."""
    bare = name.removeprefix("Gemeente ").replace("'S-", "'s-")
    forms = f"gemeente {bare}|gem. {bare}"
    return blank(id=f"gemeente:{slug(bare)}", name=f"Gemeente {bare}", any_case=forms, places=bare)


def water_board(name: str) -> Row:
    """A water board, with the kind of body in front."""
    bare = _WATER.sub("", name)
    forms = f"waterschap {bare}|hoogheemraadschap {bare}|hoogheemraadschap van {bare}"
    full = name if name != bare else f"Waterschap {bare}"
    return blank(id=f"waterschap:{slug(bare)}", name=full, any_case=forms, places=bare)


def national_body(name: str, short: str) -> Row:
    """A body known by its own name; one word counts only as it is written, more in any case."""
    plain = _LEGAL.sub("", name).strip()
    names = dict.fromkeys((plain, name))
    exact = [n for n in (short, *names) if n and " " not in n]
    any_case = [n for n in names if " " in n]
    key = slug(short if short and len(short) <= 12 else plain)
    return blank(id=key, name=name, exact="|".join(exact), any_case="|".join(any_case))


def joint_body(name: str, short: str) -> Row:
    """Of municipalities together: "Gemeenschappelijke regeling X 2015" is X, whatever the year."""
    plain = bare_name(name)
    row = blank(id=f"gr:{slug(plain)}", name=plain[:1].upper() + plain[1:])
    _put(row, _column(short), short)
    if "regeling" not in plain.lower():
        _put(row, "any_case", f"gemeenschappelijke regeling {plain}")
    if " " in plain and _OF_BODIES.search(plain) and not plain.lower().startswith("regio "):
        _put(row, "any_case" if is_rare(plain) else "exact", plain)
    elif not is_common(plain):
        _put(row, "places", plain)
    return row


def foundation(name: str, short: str) -> Row:
    """A body with a public task: by its full name, and by that without the legal form."""
    plain = bare_name(name)
    row = blank(id=f"rwt:{slug(plain)}", name=name)
    _put(row, _column(short), short)
    if plain != name:
        _put(row, "any_case" if is_rare(plain) else "exact", _BRACKETS.sub("", name))
    if plain[0].islower():  # "Stichting tot Bevordering van …"
        return row
    if " " in plain and is_rare(plain):
        _put(row, "any_case" if _OF_BODIES.search(plain) else "exact", plain)
    elif not is_common(plain):
        _put(row, "places", plain)
    return row


def part(name: str, short: str, owner: str) -> Row | None:
    """A department, or None where its name is only words ("Mens en Middelen") or whose isn't known.

    Where others may have one of that name it is found `within` a document that names its owner.
    """
    plain = bare_name(name)
    if " " not in plain:
        return None
    anyones, rare = bool(_ANYONES.match(plain)), is_rare(plain)
    row = blank(id=f"onderdeel:{slug(plain)}", name=plain)
    if _column(short) == "exact":
        _put(row, "exact", short)
    if rare and _OF_BODIES.search(plain) and not anyones:
        return row | {"any_case": plain}
    if not owner or not (rare or anyones) or len(plain) < 12:
        return None
    forms = f"{plain}|{plain[0].lower()}{plain[1:]}" if anyones else plain
    _put(row, "exact", forms)
    return row | {"id": f"{row['id']}-{slug(owner)}", "within": owner}


def abbreviation(organisation: Row, excluded: set[tuple[str, str]], clashing: set[str]) -> str:
    """The abbreviation of an organisation, from the register or in brackets behind its name; ""
    where it is short, a word, or that of others too."""
    found = _BRACKETS.search(organisation["name"])
    short = organisation["abbr"].split("|")[0] or (found[1] if found else "")
    fine = re.fullmatch(r"[A-Za-z][\w&-]{2,11}", short) and sum(c.isupper() for c in short) > 1
    known_otherwise = ("abbreviation", short) in excluded or short.lower() in COMMON
    return short if fine and not known_otherwise and short not in clashing else ""


def bare_name(name: str) -> str:
    """A name without legal form, year of a version, and abbreviation in brackets."""
    name = re.sub(r"[“”„\"‘]|(?<!\w)'|'(?!\w)", "", name)
    name = _YEAR.sub("", _BRACKETS.sub("", name))
    for pattern in (_JOINT, _LEGAL, _LEGAL):
        name = pattern.sub("", name) or name
    return re.sub(r"^(?:de|het) ", "", name.strip(" -–,.")) or name


def _column(short: str) -> str:
    """Where the abbreviation of a lesser body goes: four letters mostly are something else."""
    return "exact" if len(short) > 4 else "places"


def is_common(name: str) -> bool:
    """Whether one word, in any case, is a word of the language, or too short to be more."""
    return " " not in name and (name.lower() in COMMON or len(name) < 4)


def is_rare(name: str) -> bool:
    """Whether a name holds a word that is none of the commonest: it can hardly be a phrase."""
    return any(
        len(word) > 2 and word.lower() not in COMMON for word in re.findall(r"[^\W\d_]+", name)
    )


def slug(name: str) -> str:
    """A name as an id: "Den Haag" → "Den-Haag"."""
    return re.sub(r"[^\w&.]+", "-", name.replace("'", "").replace("’", "")).strip("-.")


def blank(**values: str) -> Row:
    """A row with the values given and all else empty."""
    return {**dict.fromkeys(COLUMNS, ""), "label": "ORG", **values}


def _put(row: Row, column: str, pattern: str) -> None:
    row[column] = "|".join(p for p in (row[column], pattern) if p)
