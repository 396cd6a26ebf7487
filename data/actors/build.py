"""Build actors.csv, the gazetteer that notulist ships, out of two sources.

    python data/actors/build.py ../shared/gazetteer/organisaties.csv

The one argument is a flattened Register van Overheidsorganisaties (CC0; README.md says which).
curated.csv and excluded.csv beside this file are ours and come first: a register row that a curated
row names in its column `register` isn't taken again. The same input gives the same bytes.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from register import COLUMNS, Row, bare_name, blank, from_register

HERE = Path(__file__).parent
# Where two have a pattern it is that of the kind that comes first.
KINDS = (
    "provincies",
    "gemeenten",
    "waterschappen",
    "zbo",
    "agentschappen",
    "inspecties",
    "hoge-colleges",
    "rechterlijke-macht",
    "adviescolleges",
    "politie-om",
    "caribisch-nederland",
    "gemeenschappelijke-regelingen",
    "rwt",
    "organisatieonderdelen",
    "ministeries",
)


def main(register: Path) -> None:
    """Write actors.csv beside this file from the register's CSV at `register`."""
    organisations = {row["id"]: row for row in read(register)}
    excluded = {(row["kind"], row["value"]) for row in read(HERE / "excluded.csv")}
    table, told = Table(), Counter[str]()
    owners: dict[str, str] = {}
    for row in read(HERE / "curated.csv"):
        table.rows.append(from_curated(row, organisations))
        owners |= dict.fromkeys(filter(None, row["register"].split("|")), row["id"])
    curated = len(table.rows)
    for row in list(table.rows):
        table.rows += offices_of(row, owners)
    table.index()
    clashing = shared_abbreviations(organisations.values())
    told["named by a curated row"] = len(owners)
    for organisation in sorted(organisations.values(), key=_order):
        key = organisation["id"]
        if key in owners:
            continue
        owner = _owner(organisation, organisations, owners)
        row = (
            None
            if ("id", key) in excluded
            else from_register(organisation, excluded, owner, clashing)
        )
        kept = table.add(row) if row else ""
        told["left out" if not kept else "a row" if kept == "new" else "the row of its name"] += 1
        if row and kept:
            owners[key] = row["id"]
    table.write(HERE / "actors.csv")
    print(f"{len(table.rows)} actors, {curated} of them by hand")
    for what, count in told.items():
        print(f"{count:>6} of {len(organisations)} organisations: {what}")


def read(path: Path) -> Iterator[Row]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def from_curated(row: Row, organisations: Mapping[str, Row]) -> Row:
    """A row of curated.csv with TOOI and OIN of the first register row that it names; a ministry is
    also called "ministerie van" with its abbreviations."""
    linked = [organisations[key] for key in row["register"].split("|") if key]
    ids = {column: "".join(one[column] for one in linked[:1]) for column in ("tooi", "oin")}
    made = {**{column: row.get(column) or "" for column in COLUMNS}, **ids}
    if any(one["category"] == "ministeries" for one in linked):
        short = [name for name in made["exact"].split("|") if name and not name.startswith("Min")]
        names = [name for name in made["any_case"].split("|") if name]
        said = [f"ministerie van {name}" for name in short]
        made["any_case"] = "|".join(dict.fromkeys([*names, *said]))
    return made


def offices_of(ministry: Row, owners: Mapping[str, str]) -> Iterator[Row]:
    """Minister, state secretary and top officials as minutes abbreviate them: SJenV, MinBZK."""
    if not any(key.startswith("org:min-") and id_ == ministry["id"] for key, id_ in owners.items()):
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
                valid_from=ministry["valid_from"],
                valid_until=ministry["valid_until"],
            )


def shared_abbreviations(organisations: Iterable[Row]) -> set[str]:
    """Abbreviations that organisations of different names have."""
    names: dict[str, set[str]] = {}
    for one in organisations:
        for short in filter(None, one["abbr"].split("|")):
            names.setdefault(short, set()).add(bare_name(one["name"]).lower())
    return {short for short, called in names.items() if len(called) > 1}


def _order(organisation: Row) -> tuple[int, bool, str]:
    """By kind; those that go on before those that ended, whose name they may have."""
    kind = KINDS.index(organisation["category"])
    return kind, bool(organisation["valid_until"]), organisation["id"]


def _owner(one: Row, organisations: Mapping[str, Row], owners: Mapping[str, str]) -> str:
    """The id of the nearest body above it that is no part itself, as far as actors.csv has it."""
    seen = set()
    while one["category"] == "organisatieonderdelen" and one["parent_id"] not in seen:
        seen.add(one["parent_id"])
        above = organisations.get(one["parent_id"])
        if above is None:
            return ""
        one = above
    return owners.get(one["id"], "")


class Table:
    """The rows so far; each pattern is that of one row, unless parts of two bodies share it."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._ids: dict[str, Row] = {}
        self._patterns: dict[str, Row] = {}

    def index(self) -> None:
        """Look at the rows that stand there."""
        for row in self.rows:
            self._take(row)

    def add(self, row: Row) -> str:
        """ "new", or "same" where a row of that name takes the ids of this one, or "" where nothing
        is left to recognise it by. The row's id becomes that of the row that stands for it."""
        same = self._same(row)
        if same:
            _complete(same, row)
            row["id"] = same["id"]
            return "same"
        for column in ("exact", "any_case"):
            free = [p for p in row[column].split("|") if p and self._free(p, row)]
            row[column] = "|".join(free)
        if row["id"] in self._ids and ":" not in row["id"]:
            row["id"] = row["name"].replace(" ", "-")
        if not (patterns(row) or row["places"]) or row["id"] in self._ids:
            return ""
        self.rows.append(row)
        self._take(row)
        return "new"

    def write(self, path: Path) -> None:
        """The rows in the order of their ids."""
        self.rows.sort(key=lambda row: (row["id"].lower(), row["id"]))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(self.rows)

    def _take(self, row: Row) -> None:
        self._ids[row["id"]] = row
        for pattern in patterns(row):
            self._patterns.setdefault(pattern.lower(), row)

    def _free(self, pattern: str, row: Row) -> bool:
        other = self._patterns.get(pattern.lower())
        return other is None or bool(row["within"] and other["within"])

    def _same(self, row: Row) -> Row | None:
        """The row of a body of the same name."""
        other = self._ids.get(row["id"])
        if other and ":" in row["id"]:
            return other
        names = (bare_name(row["name"]), row["name"], bare_name(row["name"]).removeprefix("Het "))
        found = next((r for n in names if (r := self._patterns.get(n.lower()))), None)
        return found if found and found["within"] == row["within"] else None


def _complete(row: Row, other: Row) -> None:
    """Give a row what it lacks of one for the same body; the first beginning is the body's."""
    for column in ("tooi", "oin"):
        row[column] = row[column] or other[column]
    if ":" in row["id"] and row["valid_from"]:
        row["valid_from"] = min(row["valid_from"], other["valid_from"])


def patterns(row: Row) -> list[str]:
    """All that a row is recognised by, places aside."""
    return [p for column in ("exact", "any_case") for p in row[column].split("|") if p]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
