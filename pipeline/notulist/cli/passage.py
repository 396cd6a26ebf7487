"""What `notulist show` does and prints, once its options are parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer
from rich.console import Console
from rich.text import Text

from notulist.batch.lookup import Hit, find_bullet, find_document, origin_of
from notulist.cli.work import with_bar
from notulist.errors import Language, ProvenanceError
from notulist.export.picture import write_pictures
from notulist.labels import DUTCH_KINDS
from notulist.language import NOT_SPLITTING, load
from notulist.messages import say
from notulist.provenance import Shown, frames, remark_lines, surroundings
from notulist.reading.files import Found, find
from notulist.reading.ocr import check_tools
from notulist.records import Row

_OWN = "bold black on yellow"
_HYPHEN = "\ufffe"  # pdfium's, at the end of a line
_GLYPH = re.compile("[\ue000-\uf8ff]")  # of a symbol font, most often a bullet


def look_up(
    bullet_id: str,
    paths: Sequence[str],
    table: Path | None,
    *,
    model: str | None = None,
    ocr: bool = False,
    lang: Language = "en",
) -> Hit:
    """The bullet of this id in `paths`, or in the document that its row in `table` names.

    bullet_id: capitals and white space around it are as nothing.
    With both, only files with the bytes that the row tells of are read. Raises ProvenanceError
    P01, P04-P06; ReadError R20 where there is no OCR; TableError, ModelError.
    """
    if ocr:
        check_tools()
    bullet_id = bullet_id.strip().lower()
    origin = origin_of(table, bullet_id) if table is not None else None
    inputs: list[Found] = list(find(paths))
    if origin is not None and table is not None and not paths:
        inputs += find_document(origin.document, table)
    nlp = load(model, exclude=NOT_SPLITTING)
    digest = origin.sha256 if origin is not None else ""
    looked = with_bar(inputs, len(inputs), lang)
    return find_bullet(looked, bullet_id, nlp, ocr=ocr, digest=digest)


def print_passage(hit: Hit, context: int, lang: Language) -> None:
    """Print where the bullet stands: in colour on a terminal, else between » and «."""
    console = Console(highlight=False, soft_wrap=True)
    for line in passage(hit, context, lang, marks=not console.is_terminal):
        console.print(line)


def passage(hit: Hit, context: int, lang: Language, *, marks: bool) -> Iterator[Text]:
    """The lines to print. marks: » and « around the bullet's own characters, not only colour."""
    row, source = hit.row, hit.source
    facts = dict(_facts(row, lang))
    width = max(map(len, facts))
    for name, value in facts.items():
        yield Text(f"{name:<{width}}  {visible(value)}")
    yield Text()
    shown = surroundings(source, row.start, row.end, context)
    own = [number for number, line in enumerate(shown) if line.own]
    for number, line in enumerate(shown):
        opens, closes = number == own[0], number == own[-1]
        yield _line(line, ("»" * opens, "«" * closes) if marks else ("", ""))
    yield Text()
    for name, value in (
        (say("raw", lang), source.text[row.start : row.end]),
        (say("clean", lang), row.text),
    ):
        yield Text(f"{name}: {visible(value)}")
    for warning in source.warnings:
        yield Text(f"({warning.in_language(lang)})")


def frame(hit: Hit, path: Path, lang: Language) -> None:
    """Write the pages of a PDF that hold the bullet, with it framed, and say so.

    Raises ProvenanceError P02 where it is no PDF, ExportError X05.
    """
    source, row = hit.source, hit.row
    if source.format != "pdf":
        raise ProvenanceError("P02", name=source.name, format=source.format)
    boxes = frames(remark_lines(source), row.start, row.end)
    for page, written in write_pictures(hit.data, boxes, path).items():
        typer.echo(say("picture", lang, path=written, page=page), err=True)


def _facts(row: Row, lang: Language) -> Iterator[tuple[str, str]]:
    yield say("document", lang), row.document
    for name in ("page", "paragraph", "line"):
        if (number := getattr(row, name)) is not None:
            box = f": {say('points', lang, box=row.box)}" if row.box else ""
            yield say(name, lang), f"{number}{box}"
    yield say("agenda", lang), f"{row.agenda_number} {row.agenda_title}".strip() or "-"
    kind = DUTCH_KINDS.get(row.kind, row.kind) if lang == "nl" else row.kind
    yield say("kind", lang), kind


def _line(shown: Shown, marks: tuple[str, str]) -> Text:
    """A line behind its margin: > for a line of the bullet, and the number of its page or line."""
    word = f"{visible(shown.line.marker)} " if shown.line.marker else ""  # the text lacks it
    text = Text(f"{'>' if shown.own else ' '} {shown.number:>5} | {word}")
    text.append(visible(shown.before))
    if shown.own:
        text.append(f"{marks[0]}{visible(shown.own)}{marks[1]}", style=_OWN)
    return text.append(visible(shown.after))


def visible(text: str) -> str:
    """Text that is safe to print: line breaks and tabs as signs, other controls as escapes."""
    text = text.replace(_HYPHEN, "-").replace("\r\n", "\n").replace("\n", "⏎")
    text = _GLYPH.sub("•", text)
    return "".join(
        char if char.isprintable() or char == "\t" else ascii(char)[1:-1] for char in text
    )
