"""The format of the authored corpus (data/corpus/README.md): reading and writing it, strictly."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from notulist.corpus.surfaces import Surface, format_surfaces, parse_surfaces
from notulist.errors import CorpusError
from notulist.labels import Label

LETTERS: dict[str, Label] = {
    "A": "agreement",
    "C": "concern",
    "E": "explanation",
    "R": "request",
}
KEYS = ("id", "body", "kind", "date", "style", "hand", "present", "actors")
REQUIRED = ("id", "body", "date")

_LETTER: dict[str, str] = {label: letter for letter, label in LETTERS.items()}
_KEY_LINE = re.compile(r"@(\w+):(.*)")
_HEADING_LINE = re.compile(r"(#{1,2}) ([^|]*)\|(.*)")
_REMARK_LINE = re.compile(r"( *)(?!\s)([^|@#]*)\|([^|]*)\|(.*)")


@dataclass(frozen=True, slots=True)
class Remark:
    """One bullet with its gold."""

    label: Label
    text: str
    holder: tuple[str, ...] = ()
    """Names as a reader would write them, not ids."""
    addressee: tuple[str, ...] = ()
    secondary: tuple[Label, ...] = ()
    level: int = 0
    """Nesting, from 0."""
    line: int = field(default=0, compare=False)
    """In the file, from 1; 0 where it wasn't read from one."""


@dataclass(frozen=True, slots=True)
class Item:
    """A heading with the remarks under it."""

    number: str
    """"2a", or "" without one."""
    title: str
    remarks: tuple[Remark, ...] = ()
    level: int = 1
    """1 an agenda item (#), 2 a heading in it (##)."""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Minutes:
    """One set of minutes."""

    id: str
    body: str
    date: date
    items: tuple[Item, ...] = ()
    kind: str = ""
    style: str = ""
    hand: str = ""
    """Which brief it was composed from: documents of one hand are more alike."""
    present: str = ""
    actors: tuple[Surface, ...] = ()
    """How its remarks write their actors; empty where nobody listed them."""

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All remarks in order, whatever heading they stand under."""
        return tuple(remark for item in self.items for remark in item.remarks)


def parse(path: str | Path) -> Minutes:
    """The minutes of a file. Raises CorpusError for the first line that breaks the format."""
    minutes, problems = read(Path(path))
    if problems:
        raise problems[0]
    assert minutes is not None  # noqa: S101  read gives the one or the other
    return minutes


def parse_text(text: str, file: str = "text") -> Minutes:
    """As `parse`, from the content of a file; `file` names it in messages."""
    minutes, problems = read_text(text, file)
    if problems:
        raise problems[0]
    assert minutes is not None  # noqa: S101
    return minutes


def read(path: Path) -> tuple[Minutes | None, list[CorpusError]]:
    """The minutes, or all that is wrong with the file, in order of lines."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [CorpusError("C09", file=path, place=error.start)]
    except OSError:
        return None, [CorpusError("C28", file=path)]
    minutes, problems = read_text(text, str(path))
    if minutes and minutes.id != path.stem:
        problems = [CorpusError("C11", file=path, id=minutes.id)]
    return (None if problems else minutes), problems


def read_text(text: str, file: str) -> tuple[Minutes | None, list[CorpusError]]:
    """As `read`, from the content of a file."""
    header: dict[str, str] = {}
    items: list[Item] = []
    problems: list[CorpusError] = []
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        try:
            _line(line, number, file, header, items)
        except CorpusError as problem:
            problems.append(problem)
    problems += [CorpusError("C10", file=file, key=key) for key in REQUIRED if key not in header]
    if problems:
        return None, problems
    day = date.fromisoformat(header.pop("date"))
    actors = parse_surfaces(header.pop("actors", ""))
    return Minutes(date=day, items=tuple(items), actors=actors, **header), []


def format(minutes: Minutes) -> str:
    """The file's content; `parse_text` of it gives the same minutes.

    Raises CorpusError C13 where a field holds what the format can't.
    """
    values = {key: str(getattr(minutes, key)) for key in KEYS}
    values["actors"] = format_surfaces(minutes.actors)
    lines = [f"@{key}: {value}" for key, value in values.items() if value or key in REQUIRED]
    for item in minutes.items:
        lines.append(f"{'#' * item.level} {item.number + ' ' if item.number else ''}| {item.title}")
        lines += [_format_remark(remark) for remark in item.remarks]
    text = "\n".join(lines) + "\n"
    if read_text(text, minutes.id)[0] != minutes:
        raise CorpusError("C13", file=minutes.id)
    return text


def write(minutes: Minutes, folder: str | Path) -> Path:
    """Write `format(minutes)` as <id>.txt into a folder that exists; its path."""
    path = Path(folder) / f"{minutes.id}.txt"
    path.write_text(format(minutes), encoding="utf-8", newline="\n")
    return path


def _line(line: str, number: int, file: str, header: dict[str, str], items: list[Item]) -> None:
    if not line.strip():
        return
    if match := _KEY_LINE.fullmatch(line):
        _key(match[1], match[2].strip(), number, file, header, bool(items))
    elif match := _HEADING_LINE.fullmatch(line):
        title = match[3].strip()
        if not title:
            raise CorpusError("C33", file=file, line=number)
        items.append(Item(match[2].strip(), title, level=len(match[1]), line=number))
    elif match := _REMARK_LINE.fullmatch(line):
        _remark(match, number, file, items)
    else:
        raise CorpusError("C06", file=file, line=number)


def _key(key: str, value: str, line: int, file: str, header: dict[str, str], late: bool) -> None:
    if key not in KEYS:
        raise CorpusError("C07", file=file, line=line, key=key, keys=", ".join(KEYS))
    if key in header:
        raise CorpusError("C31", file=file, line=line, key=key)
    if late:
        raise CorpusError("C32", file=file, line=line, key=key)
    header[key] = value  # before it is checked, so that a bad one isn't reported as missing too
    if key in REQUIRED and not value:
        raise CorpusError("C05", file=file, line=line, name=f"@{key}")
    if key == "date":
        try:
            # fromisoformat alone takes 20230406 and 2023-W14-4 too.
            if date.fromisoformat(value).isoformat() != value:
                raise ValueError(value)
        except ValueError as error:
            raise CorpusError("C03", file=file, line=line, found=value) from error
    if key == "actors":
        try:
            parse_surfaces(value)
        except ValueError as error:
            raise CorpusError("C15", file=file, line=line, name=error) from error


def _remark(match: re.Match[str], line: int, file: str, items: list[Item]) -> None:
    if not items:
        raise CorpusError("C04", file=file, line=line)
    level, odd = divmod(len(match[1]), 2)
    before = items[-1].remarks[-1].level if items[-1].remarks else -1
    label, secondary = _labels(match[2].strip(), line, file)
    holder, _, addressee = match[3].partition(">")
    text = match[4].strip()
    if not text:
        raise CorpusError("C34", file=file, line=line)
    remark = Remark(label, text, _names(holder), _names(addressee), secondary, level, line)
    item = items[-1]
    # Kept even where the nesting is off, or each remark under it would be reported too.
    items[-1] = Item(item.number, item.title, (*item.remarks, remark), item.level, item.line)
    if odd or level > before + 1:
        raise CorpusError("C08", file=file, line=line)


def _labels(letters: str, line: int, file: str) -> tuple[Label, tuple[Label, ...]]:
    acts = letters.split("+")
    if len(set(acts)) != len(acts) or not set(acts) <= set(LETTERS):
        raise CorpusError("C01", file=file, line=line, found=letters)
    first, *rest = (LETTERS[act] for act in acts)
    return first, tuple(rest)


def _names(field: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in field.split(",") if name.strip())


def _format_remark(remark: Remark) -> str:
    letters = "+".join(_LETTER[label] for label in (remark.label, *remark.secondary))
    roles = ", ".join(remark.holder)
    if remark.addressee:
        roles = f"{roles} > {', '.join(remark.addressee)}".strip()
    return f"{'  ' * remark.level}{letters} | {roles + ' ' if roles else ''}| {remark.text}"
