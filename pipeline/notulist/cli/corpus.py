"""`notulist corpus`: checking a labelled corpus, its figures, how far its readers agree."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from notulist.cli.options import Lang, Language_

corpus_app = typer.Typer(no_args_is_help=True, help="Check and measure a labelled corpus.")

Folder = Annotated[
    Path,
    typer.Argument(
        metavar="FOLDER",
        help="A corpus: minutes as *.txt, and with them parts.csv, votes.csv and cues.csv.",
        show_default=False,
    ),
]
Real = Annotated[
    Path | None,
    typer.Option(
        "--real", metavar="MINUTES", help="The folder of real minutes.", show_default=False
    ),
]
Labels = Annotated[
    Path | None,
    typer.Option("--labels", help="The labels of real minutes.", show_default="data/real"),
]
ByBody = Annotated[bool, typer.Option("--by-body", help="A row for each body too.")]


@corpus_app.command("check")
def check_cli(folder: Folder, lang: Language_ = Lang.en) -> None:
    """Say what is wrong with a corpus, line by line; exit code 1 where something is."""
    from notulist.corpus.checks import check

    problems = check(folder)
    for problem in problems:
        typer.echo(problem.error.in_language(lang.code))
    if problems:
        raise typer.Exit(1)
    typer.echo("in orde" if lang is Lang.nl else "nothing wrong")


@corpus_app.command("stats")
def stats_cli(
    folder: Folder, real: Real = None, labels: Labels = None, by_body: ByBody = False
) -> None:
    """Sizes, labels, lengths, cue words and variety, authored beside real, as Markdown."""
    import spacy

    from notulist.corpus import stats
    from notulist.corpus.cues import read_cues
    from notulist.corpus.folder import load
    from notulist.corpus.labels import PARTS
    from notulist.corpus.parts import AUTHORED_PARTS, part_of, read_parts
    from notulist.training.setup import gold_docs, real_gold

    minutes, entries = load(folder), read_parts(folder)
    sets = {"authored": stats.authored_pieces(minutes)}
    for part in AUTHORED_PARTS:
        of_part = [one for one in minutes if part_of(one, entries) == part]
        if pieces := stats.authored_pieces(of_part):
            sets[f"authored {part}"] = pieces
    tagger = spacy.blank("nl_minutes").add_pipe("notulist_actors")
    named = {
        "authored, as labelled": stats.labelled_actors(minutes),
        "authored, as tagged": stats.tagged_actors(gold_docs(folder), tagger),
    }
    if real:
        # Of the test parts no program's output is looked at.
        open_, closed = ("train", "dev"), [part for part in PARTS if part not in ("train", "dev")]
        docs = real_gold(real, *open_, labels=labels)
        sets["real"] = stats.real_pieces([*docs, *real_gold(real, *closed, labels=labels)])
        named["real train and dev, as tagged"] = stats.tagged_actors(docs, tagger)
    typer.echo(stats.overview(sets, read_cues(folder)))
    typer.echo(f"\n{stats.actors(named)}")
    for name in ("authored", "real") if by_body else ():
        if name in sets:
            typer.echo(f"\n{stats.by_body(sets[name])}")


@corpus_app.command("agreement")
def agreement_cli(
    folder: Folder,
    labels: Annotated[
        Path | None,
        typer.Option("--labels", help="Labels of real minutes, too.", show_default="none"),
    ] = None,
    by_body: ByBody = False,
) -> None:
    """How far first and second readers agree, on authored and on real passages, as Markdown."""
    from notulist.corpus.authored_votes import read_votes
    from notulist.corpus.folder import load
    from notulist.corpus.labels import PARTS, read_labels
    from notulist.training import agreement

    bodies = {minutes.id: minutes.body for minutes in load(folder)}
    sets = {"authored": agreement.authored_pairs(read_votes(folder), bodies)}
    files = read_labels(labels) if labels else []
    sets["real"] = agreement.real_pairs(files)
    for part in PARTS:
        sets[f"real {part}"] = agreement.real_pairs(file for file in files if file.part == part)
    typer.echo(agreement.agreement(sets))
    for name in ("authored", "real"):
        if not sets[name]:
            continue
        typer.echo(f"\n{name}\n\n{agreement.confusions(sets[name])}")
        if by_body:
            typer.echo(f"\n{agreement.agreement(agreement.by_body(sets[name]))}")


@corpus_app.command("real")
def real_cli(
    minutes: Annotated[Path, typer.Argument(metavar="MINUTES", show_default=False)],
    labels: Labels = None,
    part: Annotated[
        list[str] | None,
        typer.Option(
            "--part",
            help="train, dev, test-documents, test-bodies or lrt; may be given more than once.",
            show_default="all",
        ),
    ] = None,
) -> None:
    """Find labelled passages again in real minutes; say which documents are absent or changed."""
    import spacy

    from notulist.corpus.labels import read_labels
    from notulist.corpus.real import LABELS_FOLDER, real_docs

    files = read_labels(labels or LABELS_FOLDER, *(part or ()))
    found = real_docs(spacy.blank("nl_minutes"), minutes, files)
    typer.echo(str(found))
    raise typer.Exit(int(bool(found.problems)))


@corpus_app.command("fetch")
def fetch_cli(
    minutes: Annotated[Path, typer.Argument(metavar="MINUTES", show_default=False)],
    labels: Labels = None,
) -> None:
    """Fetch the real minutes from where they were published; goes to the network, by git."""
    from notulist.corpus.fetch import fetch, read_sources
    from notulist.corpus.labels import read_labels
    from notulist.corpus.real import LABELS_FOLDER

    folder = labels or LABELS_FOLDER
    fetched = fetch(read_sources(folder), read_labels(folder), minutes)
    for address, problem in fetched.failed.items():
        typer.echo(f"{address}: {problem}", err=True)
    for name in fetched.absent:
        typer.echo(f"absent: {name}", err=True)
    typer.echo(f"{len(fetched.found)} documents in {minutes}")
    raise typer.Exit(int(bool(fetched.failed or fetched.absent)))


@corpus_app.command("docs")
def docs_cli(
    folder: Folder,
    out: Annotated[Path, typer.Option("--out", "-o", help="A .spacy file.", show_default=False)],
    part: Annotated[
        str | None,
        typer.Option(
            "--part",
            help="train, dev or test; with --real train, dev, test-documents, test-bodies or lrt.",
            show_default="all",
        ),
    ] = None,
    real: Real = None,
    labels: Labels = None,
) -> None:
    """Write gold Docs as a spaCy DocBin: authored minutes, or with --real the real ones."""
    from spacy.tokens import DocBin

    from notulist.export.files import check_writable, replacing
    from notulist.training.setup import gold_docs, real_gold

    check_writable(out, (".spacy",))
    parts = (part,) if part else ()
    docs = real_gold(real, *parts, labels=labels) if real else gold_docs(folder, *parts)
    with replacing(out) as beside:
        DocBin(docs=docs, store_user_data=True).to_disk(beside)
    typer.echo(f"{len(docs)} documents: {out}")
