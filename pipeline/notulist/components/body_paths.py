"""The name of the body that met, out of a file's name and its folders."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from notulist.components.bodies import (
    MINUTES,
    name_of,
    names_body,
    plausible,
    without_person,
)
from notulist.components.dates import dates_in

_SAID = re.compile(rf"(?<![^\W_])(?:{MINUTES}|verlsag)(?![^\W_])", re.IGNORECASE)
_NUMBER = re.compile(r"\A\d{6,8}(?!\d)|\(\d+\)|\b\d{1,2}-\d{1,2}-\d{4}\b")
# Folders that hold minutes of some body; the one above them has its name.
_OF_MINUTES = re.compile(
    rf"(?:\w*{MINUTES}|sessies?|overleggen|vergaderingen|bijeenkomsten|(?:19|20)\d\d)\Z",
    re.IGNORECASE,
)
# Folders that everybody has, and those above a person's own.
_OF_NOBODY = re.compile(
    r"(?:mijn )?(?:documents?|documenten|downloads?|desktop|bureaublad|onedrive.*|data|input|files|"
    r"bestanden|archie(?:f|ve)|pdfs?|docx?|tmp|temp|minutes|home|users|gebruikers|root|mnt|media|"
    r"volumes|[a-z]:|/|\.*)\Z",
    re.IGNORECASE,
)
_HOMES = frozenset({"home", "users", "gebruikers"})
_CONSONANTS = re.compile(r"[b-df-hj-np-tv-xz]{2,5}\Z")


def body_in_path(name: str, *, persons: str = "") -> str | None:
    """The body that a file's name tells, else its folders; None where they tell none.

    "Verslag stuurgroep 2-6-2020.docx" gives "stuurgroep", "Werkgroep Oevers/Verslagen/3 mei.md"
    "Werkgroep Oevers". persons: as for `body_in`.
    """
    path = PurePosixPath(name)
    told = without_person(_in_stem(path.stem), persons)
    told = told if plausible(told) else ""
    if told and (_SAID.search(path.stem) or names_body(told)):
        return told
    folder, for_minutes = _folder(path)
    if folder and names_body(folder):
        return folder
    if told and dates_in(path.stem):  # "lrt-2023-04-06"
        return told
    return folder if for_minutes and folder else None


def _in_stem(stem: str) -> str:
    """A file's name without dates, numbers and what minutes are called."""
    for one in reversed(dates_in(stem)):
        stem = f"{stem[: one.start]} {stem[one.end :]}"
    name = name_of(_SAID.sub(" ", name_of(_spaced(_NUMBER.sub(" ", stem)))))
    return name.upper() if _CONSONANTS.match(name) else name


def _folder(path: PurePosixPath) -> tuple[str, bool]:
    """The name of the nearest folder that isn't there for minutes, a date or everything, and
    whether one for minutes or a date stands in it. What is a person's own is left out.
    """
    parts = list(path.parts[:-1])
    home = next((i for i, part in enumerate(parts) if part.lower() in _HOMES), None)
    own = parts[home + 2 :] if home is not None else parts[path.is_absolute() :]
    for_minutes = False
    for part in reversed(own):
        if _OF_NOBODY.match(part):
            return "", False
        name = name_of(_spaced(part))
        if not (_OF_MINUTES.match(part) or _dated(part)):
            return (name if plausible(name) else ""), for_minutes
        for_minutes = True
    return "", False


def _dated(folder: str) -> bool:
    """Whether a folder's name is a date or a number."""
    return bool(folder.isdigit() or dates_in(folder)) and not names_body(folder)


def _spaced(name: str) -> str:
    """A name that underscores or hyphens part, with spaces."""
    name = name.replace("_", " ")
    return name if " " in name.strip() else name.replace("-", " ")
