"""Build actors.csv, the gazetteer that notulist ships, out of two sources.

    python data/actors/build.py ../shared/gazetteer/organisaties.csv

The one argument is a flattened Register van Overheidsorganisaties (CC0; README.md says which).
curated.csv and excluded.csv beside this file are ours and come first: a register row that a curated
row names in its column `register` isn't taken again. The same input gives the same bytes.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
COLUMNS = (
    "id",
    "label",
    "name",
    "body",
    "exact",
    "any_case",
    "places",
    "tooi",
    "valid_from",
    "valid_until",
    "note",
)
# Municipalities that ended before this day are in no minutes that we expect.
OLDEST_END = "2010-01-01"
# In these categories the register's end is that of the body; elsewhere often a date of review.
ENDS = {"gemeenten", "waterschappen"}
NAMED = {"zbo", "agentschappen", "inspecties", "hoge-colleges", "adviescolleges"} | {
    "rechterlijke-macht"
}
CATEGORIES = {"gemeenten", "provincies", "waterschappen"} | NAMED
_WATER = re.compile(r"^(?:waterschap|hoogheemraadschap(?: van)?|wetterskip) ", re.IGNORECASE)
_LEGAL = re.compile(r"^Stichting | [BN]\.V\.$|\.$")
# A description of a kind of body ("Keuringsinstanties ex 7a Warenwet"), not a name that is used.
_KIND = re.compile(r"\b(?:ex|jo|art)\b|instanties|instellingen|organisaties ex|artikel|operators")
Row = dict[str, str]


def main(register: Path) -> None:
    """Write actors.csv beside this file from the register's CSV at `register`."""
    organisations = {row["id"]: row for row in read(register)}
    curated = list(read(HERE / "curated.csv"))
    excluded = {(row["kind"], row["value"]) for row in read(HERE / "excluded.csv")}
    rows = [from_curated(row, organisations) for row in curated]
    rows += [office for row in curated for office in offices_of(row)]
    used = {key for row in curated for key in row["register"].split("|")}
    taken = Taken(rows)
    for organisation in organisations.values():
        if organisation["id"] in used or ("id", organisation["id"]) in excluded:
            continue
        if row := from_register(organisation, excluded):
            rows += taken.add(row)
    rows.sort(key=lambda row: (row["id"].lower(), row["id"]))
    with (HERE / "actors.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} actors, {len(curated)} of them by hand")


def read(path: Path) -> Iterator[Row]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def from_curated(row: Row, organisations: dict[str, Row]) -> Row:
    """A row of curated.csv with the TOOI of the first register row that it names."""
    linked = [organisations[key]["tooi"] for key in row["register"].split("|") if key]
    return {**{column: row.get(column, "") for column in COLUMNS}, "tooi": "".join(linked[:1])}


def offices_of(ministry: Row) -> Iterator[Row]:
    """Minister, state secretary and top officials as minutes abbreviate them: SJenV, MinBZK."""
    if not ministry["register"].startswith("org:min-"):
        return
    names = ministry["exact"].split("|") + ministry["places"].split("|")
    short = [n for n in names if n and not n.startswith("Min") and len(n) >= 3 and n[-2:-1] != "e"]
    offices = (("M", "Minister", ("M",)), ("S", "Staatssecretaris", ("S", "Stas")))
    for prefix, title, forms in (*offices, ("DG", "Directeur-generaal", ("DG",))):
        patterns = [form + name for name in short if name[0].isupper() for form in forms]
        if patterns:
            yield blank(
                id=prefix + ministry["id"],
                label="OFFICE",
                name=f"{title} ({ministry['id']})",
                body=ministry["id"],
                exact="|".join(patterns),
            )


def from_register(organisation: Row, excluded: set[tuple[str, str]]) -> Row | None:
    """The row of an organisation, or None where it isn't of a kind that sits at tables."""
    category, name = organisation["category"], organisation["name"].strip()
    if category not in CATEGORIES or (category in NAMED and _KIND.search(name)):
        return None
    if category == "zbo" and not organisation["tooi"]:
        return None  # departments of a zbo, filed beside it
    until = organisation["valid_until"] if category in ENDS else ""
    if until and until < OLDEST_END:
        return None
    since = organisation["valid_from"]
    common = {
        "label": "ORG",
        "tooi": organisation["tooi"],
        "valid_from": "" if since == "1900-01-01" else since,
        "valid_until": until if until < "2026" else "",
    }
    if category == "gemeenten":
        return municipality(name) | common
    if category == "provincies":
        bare = name.removeprefix("Provincie ")
        return blank(id=f"provincie:{slug(bare)}", name=name, any_case=name, places=bare) | common
    if category == "waterschappen":
        return water_board(name) | common
    return named_body(name, organisation["abbr"], excluded) | common


def municipality(name: str) -> Row:
    """A municipality counts as an actor behind "gemeente"; its bare name is a place."""
    bare = name.removeprefix("Gemeente ")
    forms = f"gemeente {bare}|gem. {bare}"
    return blank(id=f"gemeente:{slug(bare)}", name=f"Gemeente {bare}", any_case=forms, places=bare)


def water_board(name: str) -> Row:
    """A water board, with the kind of body in front."""
    bare = _WATER.sub("", name)
    forms = f"waterschap {bare}|hoogheemraadschap {bare}|hoogheemraadschap van {bare}"
    full = name if name != bare else f"Waterschap {bare}"
    return blank(id=f"waterschap:{slug(bare)}", name=full, any_case=forms, places=bare)


def named_body(name: str, abbreviation: str, excluded: set[tuple[str, str]]) -> Row:
    """A body known by its own name; one word counts only as it is written, more in any case."""
    plain = _LEGAL.sub("", name).strip()
    names = dict.fromkeys((plain, name))
    usable = len(abbreviation) >= 3 and ("abbreviation", abbreviation) not in excluded
    short = [abbreviation] if usable else []
    exact = short + [n for n in names if " " not in n]
    any_case = [n for n in names if " " in n]
    key = slug(abbreviation if usable and len(abbreviation) <= 12 else plain)
    return blank(id=key, name=name, exact="|".join(exact), any_case="|".join(any_case))


class Taken:
    """Keeps ids unique and gives each pattern to one actor: the one that comes first."""

    def __init__(self, rows: list[Row]) -> None:
        self.ids = {row["id"] for row in rows}
        self.patterns = {p.lower() for row in rows for p in patterns(row)}

    def add(self, row: Row) -> list[Row]:
        """The row without patterns that are taken, as a list; empty where none is left."""
        for column in ("exact", "any_case"):
            free = [p for p in row[column].split("|") if p and p.lower() not in self.patterns]
            row[column] = "|".join(free)
        if row["id"] in self.ids:
            row["id"] = slug(row["name"])
        if not patterns(row) or row["id"] in self.ids:
            return []
        self.ids.add(row["id"])
        self.patterns |= {p.lower() for p in patterns(row)}
        return [row]


def patterns(row: Row) -> list[str]:
    """All that a row is recognised by, places aside."""
    return [p for column in ("exact", "any_case") for p in row[column].split("|") if p]


def slug(name: str) -> str:
    """A name as an id: "Den Haag" → "Den-Haag"."""
    return re.sub(r"[^\w&.]+", "-", name.replace("'", "").replace("’", "")).strip("-.")


def blank(**values: str) -> Row:
    """A row with the values given and all else empty."""
    return {**dict.fromkeys(COLUMNS, ""), "label": "ORG", **values}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
