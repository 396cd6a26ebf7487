"""What the commands do, once their options are parsed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import typer

from notulist.batch import Outcome, run
from notulist.batch.table import TABLES, classify_table, read_table
from notulist.cli.summary import summarise, summarise_table
from notulist.errors import Language, ReadError, TableError
from notulist.export import write, write_frame
from notulist.language import load
from notulist.messages import say
from notulist.reading.files import find

_BAR_FROM = 5  # files; fewer are done before a bar is read


def process(
    paths: Sequence[str],
    out: Path,
    *,
    excel: bool = False,
    lang: Language = "en",
    model: str | None = None,
    quiet: bool = False,
    exclude: Iterable[str] = (),
) -> int:
    """Read, split and label `paths`, write the rows to `out`, say on stderr how it went.

    exclude: components to leave out. Returns the exit code: 0, or 1 where some input failed.
    Raises TableError T03 for a table without --text-column, ExportError, ModelError.
    """
    _refuse_tables(paths)
    nlp = load(model, exclude=exclude)
    inputs = list(find(paths))
    outcomes = list(_with_bar(run(inputs, nlp), len(inputs), lang, quiet=quiet))
    rows = [row for outcome in outcomes for row in outcome.rows]
    failed = sum(outcome.status == "failed" for outcome in outcomes)
    warnings: list[str] = []
    written = failed < len(outcomes)
    if written:
        warnings = write(rows, out, excel=excel, language=lang)
    summary = summarise(outcomes, out if written else None, warnings, lang)
    if not quiet or failed:
        typer.echo(summary, err=True)
    return 1 if failed else 0


def label_table(
    path: Path,
    column: str,
    out: Path,
    *,
    excel: bool = False,
    lang: Language = "en",
    model: str | None = None,
    quiet: bool = False,
) -> None:
    """Label the rows of a CSV or XLSX and write all its columns, with ours behind, to `out`.

    Raises ReadError R01, TableError, ExportError, ModelError.
    """
    if path.suffix.lower() not in TABLES:
        cause = f"'{path.suffix}' is none of {', '.join(TABLES)}"
        raise TableError("T02", name=path.as_posix(), cause=cause)
    if not path.is_file():
        raise ReadError("R01", name=path.as_posix())
    if out.exists() and out.samefile(path):
        raise TableError("T06", name=out.as_posix())
    frame = read_table(path)
    labelled = classify_table(frame, column, load(model), path.as_posix())
    warnings = write_frame(labelled, out, excel=excel, language=lang)
    if not quiet:
        typer.echo(summarise_table(labelled, out, warnings, lang), err=True)


def _refuse_tables(paths: Sequence[str]) -> None:
    for path in map(Path, paths):
        if path.suffix.lower() in TABLES and path.is_file():
            columns = ", ".join(map(str, read_table(path).columns))
            raise TableError("T03", name=path.as_posix(), columns=columns)


def _with_bar(
    outcomes: Iterator[Outcome], total: int, lang: Language, *, quiet: bool
) -> Iterator[Outcome]:
    if quiet or total <= _BAR_FROM or not sys.stderr.isatty():
        return outcomes
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return iter(track(outcomes, description=say("reading", lang), total=total, console=console))
