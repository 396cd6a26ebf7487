"""The tables and pictures of `notulist actors`: made, printed, written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from notulist import views
from notulist.cli.passage import visible
from notulist.errors import ExportError, Language, TableError
from notulist.export import check_writable, write_frame
from notulist.export.files import cause_of
from notulist.export.who_pictures import FORMATS, Captions, draw_graph, draw_matrix, write_figure
from notulist.labels import DUTCH, LABELS, NIL
from notulist.messages import say
from notulist.views import DOCUMENTS, NOT_NAMED, TOTAL, UNDATED, Period, Standing

if TYPE_CHECKING:
    import pandas as pd

_REQUEST = "request"
_TABLES = ("actors_by_label", "who_asks_whom", "over_time", "actors_over_time")
_PICTURES = ("who_asks_whom_matrix", "who_asks_whom_graph")
_LEFT_OUT: tuple[Standing, ...] = tuple(one for one in views.STANDINGS if one != "counted")
_MOST_NAMED = 12  # actors, in the message about one that is in no row
_PADDING = 2  # behind each column, and a blank that rich puts between them


@dataclass(frozen=True, slots=True)
class Views:
    """What is printed and written, in the words of `lang`."""

    by_label: pd.DataFrame
    who: pd.DataFrame
    over_time: pd.DataFrame
    actors_over_time: pd.DataFrame
    notes: tuple[str, ...]
    """How many rows count and why others don't."""
    naming: str
    """How many of those in `who` name the parties."""
    titles: tuple[str, str, str, str]
    lang: Language

    def tables(self) -> tuple[pd.DataFrame, ...]:
        """In the order of the titles."""
        return self.by_label, self.who, self.over_time, self.actors_over_time


def make_views(
    rows: pd.DataFrame, period: Period, labels: Sequence[str], actors: Sequence[str], lang: Language
) -> Views:
    """Count rows of these labels and actors, of all where none are given; `who` of requests then.

    rows: with the columns of `views.NEEDED` and `USED`.
    Raises TableError T16 where nothing counts, T17 for an actor that no row names.
    """
    standings = Counter(views.standings(rows))
    counted = views.counted(rows, "holder", "addressee")
    actors = _known(actors, counted)
    chosen = counted[counted["label"].isin(labels)] if labels else counted
    held = chosen
    if actors:
        speaks, asked_or_told = (_any_of(chosen[role], actors) for role in ("holder", "addressee"))
        held, chosen = chosen.loc[speaks], chosen.loc[speaks | asked_or_told]
    notes = [say("counted", lang, count=standings["counted"], rows=len(rows))]
    notes += [f"  {say(one, lang, count=n)}" for one in _LEFT_OUT if (n := standings[one])]
    if chosen.empty:
        said = "; ".join(note.strip() for note in notes)
        raise TableError("T16", count=len(rows), standings=said)
    if labels or actors:
        notes.append(say("chosen", lang, count=len(chosen)))
    asked = tuple(labels) or (_REQUEST,)
    by_label, who = views.actors_by_label(held), views.who_asks_whom(chosen, asked)
    over_time = views.over_time(held, period)
    actors_over_time = views.actors_over_time(held, period)
    if labels:
        by_label = by_label[[*labels, TOTAL]]
        over_time = over_time[[*labels, TOTAL, DOCUMENTS]]
    if actors:
        by_label = by_label[by_label.index.isin(actors)]
        actors_over_time = actors_over_time.loc[:, actors_over_time.columns.isin(actors)]
        who = _between(who, actors)
    said_period = say(period, lang)
    turns = say("turns", lang, labels=", ".join(_said(label, lang) for label in asked))
    return Views(
        _in_words(by_label, lang),
        _in_words(who, lang),
        _in_words(over_time, lang),
        _in_words(actors_over_time, lang),
        (*notes, say("several", lang)),
        _naming(chosen[chosen["label"].isin(asked)], lang),
        (
            say("by label", lang),
            say("asks", lang) if asked == (_REQUEST,) else turns,
            say("over time", lang, period=said_period),
            say("actors over time", lang, period=said_period),
        ),
        lang,
    )


def print_views(found: Views, top: int) -> None:
    """Print the tables on stdout: of actors `top` at most, and as many columns as fit."""
    console = Console(highlight=False)
    for note in found.notes:
        console.print(Text(note))
    last = {say(name, found.lang) for name in (NOT_NAMED, TOTAL, DOCUMENTS)}
    for number, (title, table) in enumerate(zip(found.titles, found.tables(), strict=True)):
        console.print()
        console.print(Text(title, style="bold"))
        by_actor = number < 2
        shown = _folded(table, top, last, found.lang) if by_actor else table
        console.print(_laid_out(_fitted(shown, console.width, last, found.lang)))
        if number == 1:
            console.print(Text(found.naming))


def check_folder(folder: Path) -> None:
    """Make the folder where it is absent; nothing, where all that goes into it can be written.

    Raises ExportError X10, and as `check_writable`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError("X10", name=folder, cause=cause_of(error)) from error
    for name in _TABLES:
        check_writable(folder / f"{name}.csv")
    for name in _PICTURES:
        for suffix in FORMATS:
            check_writable(folder / f"{name}{suffix}", FORMATS)


def save_views(found: Views, folder: Path, top: int, *, excel: bool = False) -> Iterator[Path]:
    """Write the tables whole as CSV and `who` as pictures of `top` actors; gives their paths.

    excel: for a Dutch Excel. Warnings go to stderr.
    Raises ExportError X05; ModelError M15 without matplotlib: the tables stand there by then.
    """
    for name, table in zip(_TABLES, found.tables(), strict=True):
        path = folder / f"{name}.csv"
        warnings = write_frame(table.reset_index(), path, excel=excel, language=found.lang)
        for warning in warnings:
            typer.echo(warning, err=True)
        yield path
    captions = Captions(
        found.titles[1],
        found.naming,
        say("holders", found.lang),
        say("addressees", found.lang),
        say("nothing drawn", found.lang),
    )
    for name, draw in zip(_PICTURES, (draw_matrix, draw_graph), strict=True):
        figure = draw(found.who, say(NOT_NAMED, found.lang), captions, top)
        yield from write_figure(figure, folder / name)


def _known(actors: Sequence[str], counted: pd.DataFrame) -> list[str]:
    """The ids of these actors, whatever their capitals."""
    sizes = Counter(name for cell in counted["holder"] for name in cell)
    sizes.update(name for cell in counted["addressee"] for name in cell)
    ids = {name.casefold(): name for name in sizes}
    for actor in actors:
        if actor.strip().casefold() not in ids:
            named = [name for name, _ in sizes.most_common(_MOST_NAMED)]
            more = ["…"] if len(sizes) > len(named) else []
            raise TableError("T17", actor=actor, actors=", ".join(named + more) or "-")
    return [ids[actor.strip().casefold()] for actor in actors]


def _any_of(cells: pd.Series, actors: Collection[str]) -> pd.Series:
    return cells.map(lambda cell: bool(set(cell).intersection(actors))).astype(bool)


def _between(who: pd.DataFrame, actors: Collection[str]) -> pd.DataFrame:
    """The rows and columns of these actors, with no more than their own counts in them."""
    theirs = who.copy()
    theirs.loc[~who.index.isin(actors), ~who.columns.isin(actors)] = 0
    theirs = theirs.loc[theirs.any(axis=1), theirs.any(axis=0)]
    return theirs.loc[views.by_size(theirs.sum(axis=1)), views.by_size(theirs.sum(axis=0))]


def _naming(rows: pd.DataFrame, lang: Language) -> str:
    named = [(bool(row.holder), bool(row.addressee)) for row in rows.itertuples()]
    return say(
        "naming",
        lang,
        count=len(named),
        holder=sum(holder for holder, _ in named),
        addressee=sum(addressee for _, addressee in named),
        both=sum(map(all, named)),
    )


def _said(label: str, lang: Language) -> str:
    return DUTCH[label] if lang == "nl" else label


def _in_words(table: pd.DataFrame, lang: Language) -> pd.DataFrame:
    words: dict[str, str] = {label: _said(label, lang) for label in LABELS}
    words |= {name: say(name, lang) for name in (NIL, NOT_NAMED, UNDATED, TOTAL, DOCUMENTS)}
    return table.rename(index=words, columns=words)


def _folded(table: pd.DataFrame, top: int, last: set[str], lang: Language) -> pd.DataFrame:
    """The first `top` rows, the others summed up in one; those named in `last` behind them."""
    import pandas as pd

    apart = table.index.isin(list(last))
    named, others = table[~apart], table[apart]
    rest = named[top:]
    if rest.empty:
        return table
    name = say("others, folded", lang, count=len(rest))
    summed = rest.sum().to_frame(name).T
    folded = pd.concat([named[:top], summed, others])
    folded.index.name = table.index.name
    return folded


def _fitted(table: pd.DataFrame, width: int, last: set[str], lang: Language) -> pd.DataFrame:
    """As many columns as fit, the others summed up in one; those named in `last` at the end."""
    kept = [column for column in table.columns if column in last]
    named = [column for column in table.columns if column not in last]

    def fits(count: int) -> bool:
        folded = say("others, folded", lang, count=len(named) - count)
        names = [*named[:count], *([folded] if count < len(named) else []), *kept]
        first = max(map(len, [*table.index.map(visible), str(table.index.name)]))
        return first + sum(max(len(visible(name)), 4) + _PADDING + 1 for name in names) <= width

    count = next((n for n in range(len(named), 0, -1) if fits(n)), min(len(named), 1))
    if count == len(named):
        return table
    folded = say("others, folded", lang, count=len(named) - count)
    rest = table[named[count:]].sum(axis=1)
    return table[named[:count]].assign(**{folded: rest}).join(table[kept])


def _laid_out(table: pd.DataFrame) -> Table:
    laid_out = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, _PADDING, 0, 0), show_edge=False
    )
    laid_out.add_column(Text(str(table.index.name)), overflow="fold")
    for name in table.columns:
        laid_out.add_column(Text(visible(str(name))), justify="right", overflow="fold")
    for name, *counts in table.itertuples(name=None):
        cells = [Text(str(count) if count else "·") for count in counts]
        laid_out.add_row(Text(visible(str(name))), *cells)
    return laid_out
