"""Who sits for whom: the persons of an attendance list, each with the words for their body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from notulist.attributes import ATTENDANCE
from notulist.components.defined import abbreviates

Place = tuple[int, int]
"""First character in the document, and past the last."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One person, or more who sit for the same body."""

    names: tuple[str, ...]
    """By which a remark may call them: "Anna", "Smit"."""
    body: Place
    """The words for their body, perhaps with their function."""
    chair: bool = False
    sure: bool = True
    """Whether the form of the list says that these words are a body's, whatever they are."""


_PARTICLE = (
    r"(?:[Vv]an't|'t|[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en?|[Hh]et|v(?:an|\.)? ?d(?:er|en|\.)?)"
)
_WORD = r"(?:[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ][\w’'-]*|(?:[A-Z]\.)+)"
_LINE_NAME = re.compile(rf"(?:(?:{_PARTICLE}\s+){{0,3}}{_WORD}(?:\s*-\s*|\s+|\Z)){{1,5}}")
_TITLED = re.compile(
    r"(?:\b(?:dhr|mevr?|mw|prof|dr|drs|mr|ir|ing)\.?|\b(?:de heer|heer|mevrouw|meneer))\s*\Z",
    re.IGNORECASE,
)
# What stands before a person's name: brackets or a colon behind a body hold its people then.
_TITLE = r"(?:de heer|dhr|mevrouw|mevr?|mw|drs|mr|ir|ing|dr|prof|weth|wethouder|ged)\b\.?"
_PEOPLE = re.compile(rf"\s*(?:{_TITLE}\s+)+(?={_PARTICLE}\s|[A-ZÀ-Þ])", re.IGNORECASE)
_BODY_OF = re.compile(rf"(?:^|[;:,]|\ben\b)\s*(?P<body>[^:;,()\n]{{2,60}}?)\s*:(?=\s*{_TITLE}\s)")
_PARTICLES = re.compile(rf"{_PARTICLE}\Z")
_CHAIR = re.compile(r"(?<![\w-])(?:vz|vrz|voorzitter)\b", re.IGNORECASE)
_NO_CHAIR = re.compile(r"(?:vice|plv\.?|oud)[- ]*voorzitter", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()|]{1,80})\)(?:[ ,]*\(([^()|]{1,80})\))?")
_BULLET = re.compile(r"[\s*_•\-–●▪◦>#]*(?:(?<=[\s•●-])[o○]\s)?\s*")
_SUB = re.compile(r"\s*(?:o|○|◦)\s+(?=\S)")
_FIELD = re.compile(
    r"\W*(?:aan|af|ge|ver|voor|no|deel|leden|bericht|datum|locatie|plaats|tijd|gast|secret|ook|"
    r"webex|teams|online|fysiek|digitaal|kopie|cc|bijlage|onderwerp|verslag|vraag|agenda)\w*",
    re.IGNORECASE,
)
_NO_BODY = re.compile(
    r"\W*(?:aanwezig|afwezig|afgemeld|verhinderd|verslag|notul|voorzitter|secretar|deelnemers|leden)",
    re.IGNORECASE,
)
_BODY_HEAD = re.compile(
    r"\W*(?:organisatie|departement|instantie|bedrijf|namens|partij|werkgever|organisation)",
    re.IGNORECASE,
)
_NAME_HEAD = re.compile(r"\W*(?:\w*naam|deelnemer|wie|persoon|lid)\b", re.IGNORECASE)
_KIND = re.compile(r"(?:min|gem)\b\.?\s*", re.IGNORECASE)
_LONGEST, _LONGEST_WORD = 200, 40
"""Characters of a line and of a word that could be a name: more take long to look at."""
_BEHIND_DASH = re.compile(r"\s+[-–]\s+|\t+")


def seats(doc: Doc) -> list[Seat]:
    """The seats of a document's attendance lists, in text order.

    Lists are read as minutes have them: "Anna Smit (VNG, voorzitter)", "Anna Smit – VNG",
    "VNG: Anna Smit, Jan de Wit", a body with its people nested below it, a table with a column
    for the organisation.
    """
    found: list[Seat] = []
    for span in doc.spans.get(ATTENDANCE, ()):
        found += _in_table(span.text, span.start_char)
        found += _behind_colon(span.text, span.start_char)
        found += _in_brackets(span.text, span.start_char)
        found += _in_lines(span.text, span.start_char)
    return found


def called(name: str, *, titled: bool = False) -> tuple[str, ...]:
    """The words of a name that a remark may call its bearer by: the last, and the first of two
    where no title stands before it."""
    joined = "-" in name
    words = [w for w in re.split(r"[\s-]+", name) if w and not _PARTICLES.match(w)]
    words = [w for w in words if not w.endswith(".")]
    first = words[:1] if (len(words) == 2 and not titled) or joined else []
    return tuple(dict.fromkeys(w for w in (*first, *words[-1:]) if len(w) > 2))


def _in_brackets(text: str, offset: int) -> Iterator[Seat]:
    """ "Anna Smit (VNG)", "A. Smit en J. de Wit (VNG, vz)", "Smit (VNG)(vz)"."""
    end = 0
    for match in _BRACKETS.finditer(text):
        before, end = text[end : match.start()], match.end()
        name = re.split(r"[,;:•●|()\n]", before)[-1]
        if people := _people(match[1]):
            start, stop = match.start() - len(name.lstrip()), match.start() - len(name)
            place = offset + start, offset + stop + len(name.rstrip())
            if name.strip():
                yield Seat(people, place, bool(_CHAIR.search(match[1])))
            continue
        inside = f"{match[1]} {match[2] or ''}"
        chair = bool(_CHAIR.search(inside)) and not _NO_CHAIR.search(inside)
        body = match.start(1) + offset, match.end(1) + offset
        if _CHAIR.fullmatch(match[1].strip(" .")):
            body = (
                (match.start(2) + offset, match.end(2) + offset)
                if match[2]
                else (offset + match.start() - len(before), offset + match.start())
            )
        words = name.split()
        names = () if words and abbreviates(match[1], words) else _before(before)
        yield Seat(names, body, chair or _chaired(before), bool(names))


def _people(text: str) -> tuple[str, ...]:
    """The names in "dhr. Smit", "mw. Smit, voorzitter" or "weth. Smit, weth. De Wit"; () where a
    text names a body or function."""
    names: list[str] = []
    for part in re.split(r"\s*[,;]\s*|\s+en\s+", text):
        title = _PEOPLE.match(part)
        name = _LINE_NAME.match(f"{part[title.end() :]} ") if title else None
        if name:
            names += called(name.group().strip(), titled=True)
    return tuple(dict.fromkeys(names)) if _PEOPLE.match(text) else ()


def _behind_colon(text: str, offset: int) -> Iterator[Seat]:
    """ "VNG: mw. Smit (jurist), dhr. De Wit; IPO: dhr. Jansen": each body with its people."""
    for match in _BODY_OF.finditer(text):
        rest = re.split(r"[;:\n]", text[match.end() + 1 :])[0]
        names = _people(re.sub(r"\([^()]*\)", "", rest).strip(" ."))
        if names and not _NO_BODY.match(match["body"]):
            yield Seat(names, (match.start("body") + offset, match.end("body") + offset))


def _chaired(before: str) -> bool:
    """ "Voorzitter: Anna Smit (VNG)"."""
    line = re.split(r"[\n;)]", before)[-1]
    return bool(re.match(r"\W*voorzitter\s*:", line, re.IGNORECASE))


def _before(text: str) -> tuple[str, ...]:
    """The names right before a bracket; two where "en" joins them."""
    part = re.split(r"[,;:•●|(]|(?:\n\s*[-*o○])", text)[-1]
    names: list[str] = []
    for one in reversed(re.split(r"\s+en\s+", part)):
        match = _longest_name(one)
        if match is None:
            break
        names += called(match, titled=bool(_TITLED.search(one[: one.rindex(match)])))
    return tuple(dict.fromkeys(names))


def _longest_name(text: str) -> str | None:
    """The name that a text ends in."""
    text = text.rstrip(" *_\n\t")
    tokens = list(re.finditer(r"\S+", text))
    start = len(text)
    for token in reversed(tokens):
        word = token.group()
        if len(word) > _LONGEST_WORD or not (
            re.fullmatch(_WORD + r"-?", word) or _PARTICLES.match(word) or word == "-"
        ):
            break
        start = token.start()
    name = text[start:].strip(" -")
    return name or None


def _in_table(text: str, offset: int) -> Iterator[Seat]:
    """Rows of a Markdown table with a column for the organisation."""
    head: list[str] = []
    at = 0
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        if "|" not in line:
            head = []
            continue
        cells = _cells(line, start)
        titles = [text[a:b] for a, b in cells]
        if any(_BODY_HEAD.match(title) for title in titles):
            head = titles
        elif head and len(cells) == len(head) and not re.fullmatch(r"[\s|:\-]+", line):
            column = next(i for i, title in enumerate(head) if _BODY_HEAD.match(title))
            written = {
                title.strip().lower(): text[slice(*cell)]
                for title, cell in zip(head, cells, strict=True)
                if _NAME_HEAD.match(title)
            }
            names = [w for value in written.values() for w in called(value)]
            row = " ".join(titles)
            a, b = cells[column]
            if text[a:b].strip():
                chair = bool(_CHAIR.search(row)) and not _NO_CHAIR.search(row)
                yield Seat(tuple(dict.fromkeys(names)), (a + offset, b + offset), chair)


def _cells(line: str, start: int) -> list[Place]:
    """Where the cells of a row stand, without the blanks around them."""
    inner = line.rstrip()
    edges = [i for i, c in enumerate(inner) if c == "|"]
    if not inner.lstrip().startswith("|"):
        edges.insert(0, -1)
    if not inner.endswith("|"):
        edges.append(len(inner))
    cells = []
    for left, right in pairwise(edges):
        cell = inner[left + 1 : right]
        first = start + left + 1 + len(cell) - len(cell.lstrip())
        cells.append((first, max(first, start + left + 1 + len(cell.rstrip()))))
    return cells


def _in_lines(text: str, offset: int) -> Iterator[Seat]:
    """ "VNG: Anna Smit, Jan de Wit", "Anna Smit – VNG", "Anna Smit VNG", a body with its people
    nested below it, and below a heading "Departement" a name and a body in turn."""
    at, above = 0, None
    named, columns = "", False
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        said = line.strip()
        if len(said) > _LONGEST:
            continue
        columns = columns or bool(_BODY_HEAD.fullmatch(said))
        if columns and named and said and not _two_words(said):
            first = offset + start + line.index(said)
            yield Seat(called(named), (first, first + len(said)))
        named = said if _two_words(said) else ""
        if "|" in line or "(" in line:
            above = above if _SUB.match(line) else None
            if not (_SUB.match(line) and above):
                continue
        sub = _SUB.match(line)
        if sub and above is not None:
            name = _LINE_NAME.match(line, sub.end())
            if name:
                yield Seat(called(name.group().strip()), above)
            continue
        lead = _BULLET.match(line)
        first = lead.end() if lead else 0
        rest = line[first:].rstrip()
        colon = re.match(r"([^:,;]{2,80}?)\s*:\s*", rest)
        above = None
        if not rest or _FIELD.match(rest):
            continue
        end = colon.end(1) if colon else len(rest)
        place = (offset + start + first, offset + start + first + end)
        if colon and rest[colon.end() :]:
            names = [
                word
                for part in re.split(r"\s*[,;]\s*|\s+en\s+", rest[colon.end() :])
                if (name := _LINE_NAME.fullmatch(part.strip(" .") + " ")) is not None
                for word in called(name.group().strip())
            ]
            if names:
                yield Seat(tuple(names), place, sure=False)
            continue
        above = place
        yield from _behind_name(rest, offset + start + first)


def _two_words(line: str) -> bool:
    """Whether a line is the name of a person and no more."""
    return " " in line and _LINE_NAME.fullmatch(f"{line} ") is not None


def _behind_name(rest: str, offset: int) -> Iterator[Seat]:
    """ "Anna Smit – VNG", "Anna Smit, VNG", "Anna Smit VNG": what stands behind the name."""
    dash = _BEHIND_DASH.search(rest)
    if dash:
        name = _LINE_NAME.fullmatch(rest[: dash.start()] + " ")
        if name and rest[dash.end() :]:
            yield Seat(
                called(name.group().strip()),
                (offset + dash.end(), offset + len(rest)),
                bool(_CHAIR.search(rest[dash.end() :])),
            )
        return
    words = list(re.finditer(r"\S+", rest))
    for cut in range(min(len(words) - 1, 6), 1, -1):
        name = _LINE_NAME.fullmatch(rest[: words[cut].start()].rstrip(" ,") + " ")
        if name and not _KIND.match(words[cut - 1].group()):
            kind = _KIND.match(rest, words[cut].start())
            start = kind.end() if kind else words[cut].start()
            place = offset + start, offset + len(rest)
            yield Seat(called(name.group().strip()), place, sure=False)
