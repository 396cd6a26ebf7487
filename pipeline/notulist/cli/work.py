"""What the commands do, once their options are parsed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import typer

from notulist.batch import Outcome, run
from notulist.batch.table import TABLES, classify_table, read_table
from notulist.cli.summary import summarise, summarise_table
from notulist.errors import Language, ReadError, TableError
from notulist.export import write, write_frame
from notulist.labels import REMARKS
from notulist.language import load
from notulist.messages import say
from notulist.reading.files import find
from notulist.reading.ocr import check_tools

T = TypeVar("T")

_BAR_FROM = 5  # files; fewer are done before a bar is read


def process(
    paths: Sequence[str],
    out: Path,
    *,
    excel: bool = False,
    lang: Language = "en",
    model: str | None = None,
    actors: Path | None = None,
    ocr: bool = False,
    kinds: Iterable[str] = REMARKS,
    explain: bool = False,
    quiet: bool = False,
    exclude: Iterable[str] = (),
) -> int:
    """Read, split and label `paths`, write the rows to `out`, say on stderr how it went.

    actors: a table of the user's own. ocr: recognise scanned pages. kinds: which passages become
    rows. explain: with a column of the words that weighed most. exclude: components to leave out.
    Returns the exit code: 0, or 1 where some input failed.
    Raises ReadError R20 where there is no OCR, ExportError, ModelError, ActorTableError.
    """
    outcomes = label_minutes(
        paths,
        lang=lang,
        model=model,
        actors=actors,
        ocr=ocr,
        kinds=kinds,
        explain=explain,
        quiet=quiet,
        exclude=exclude,
    )
    rows = [row for outcome in outcomes for row in outcome.rows]
    failed = sum(outcome.status == "failed" for outcome in outcomes)
    warnings: list[str] = []
    written = failed < len(outcomes)
    if written:
        warnings = write(rows, out, excel=excel, language=lang, explain=explain)
    summary = summarise(outcomes, out if written else None, warnings, lang)
    if not quiet or failed:
        typer.echo(summary, err=True)
    return 1 if failed else 0


def label_minutes(
    paths: Sequence[str],
    *,
    lang: Language = "en",
    model: str | None = None,
    actors: Path | None = None,
    ocr: bool = False,
    kinds: Iterable[str] = REMARKS,
    explain: bool = False,
    quiet: bool = False,
    exclude: Iterable[str] = (),
) -> list[Outcome]:
    """Read, split and label `paths`, with a bar on a terminal; arguments as of `process`.

    Raises ReadError R20 where there is no OCR, ModelError, ActorTableError.
    """
    if ocr:
        check_tools()
    nlp = load(model, exclude=exclude, actors=actors)
    inputs = list(find(paths))
    found = run(inputs, nlp, ocr=ocr, kinds=kinds, explain=explain)
    return list(with_bar(found, len(inputs), lang, quiet=quiet))


def label_table(
    path: Path,
    column: str,
    out: Path,
    *,
    excel: bool = False,
    lang: Language = "en",
    model: str | None = None,
    actors: Path | None = None,
    explain: bool = False,
    quiet: bool = False,
) -> None:
    """Label the rows of a CSV or XLSX and write all its columns, with ours behind, to `out`.

    actors: a table of the user's own. explain: the words that weighed most among ours.
    Raises ReadError R01, TableError, ExportError, ModelError, ActorTableError.
    """
    if path.is_dir():
        raise TableError("T10", name=path.as_posix())
    if path.suffix.lower() not in TABLES:
        cause = f"'{path.suffix}' is none of {', '.join(TABLES)}"
        raise TableError("T02", name=path.as_posix(), cause=cause)
    if not path.is_file():
        raise ReadError("R01", name=path.as_posix())
    if out.exists() and out.samefile(path):
        raise TableError("T06", name=out.as_posix())
    frame = read_table(path)
    nlp = load(model, actors=actors)
    labelled = classify_table(frame, column, nlp, path.as_posix(), explain=explain)
    warnings = write_frame(labelled, out, excel=excel, language=lang)
    if not quiet:
        typer.echo(summarise_table(labelled, out, warnings, lang), err=True)


def refuse_tables(paths: Sequence[str], *, splitting: bool = False) -> None:
    """Nothing, where no table of bullets is named among minutes.

    Raises TableError T03: it needs --text-column; T09 where `splitting`: it isn't to be split.
    """
    for path in map(Path, paths):
        if path.suffix.lower() in TABLES and path.is_file():
            if splitting:
                raise TableError("T09", name=path.as_posix())
            columns = ", ".join(map(str, read_table(path).columns))
            raise TableError("T03", name=path.as_posix(), columns=columns)


def with_bar(items: Iterable[T], total: int, lang: Language, *, quiet: bool = False) -> Iterator[T]:
    """The items, with a progress bar on a terminal as they come."""
    if quiet or total <= _BAR_FROM or not sys.stderr.isatty():
        return iter(items)
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return iter(track(items, description=say("reading", lang), total=total, console=console))
