"""`notulist train`, `evaluate` and `card`: making a model, and saying how good it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from notulist.cli.options import Lang, Messages, Model

if TYPE_CHECKING:
    from notulist.training.labelled_table import Labelled

Real = Annotated[
    Path | None,
    typer.Option(
        "--real", metavar="MINUTES", help="The folder of real minutes.", show_default=False
    ),
]
TextColumn = Annotated[str, typer.Option("--text-column", help="Of a table.")]
LabelColumn = Annotated[str, typer.Option("--label-column", help="Of a table.")]


def train_cli(
    config: Annotated[
        Path, typer.Argument(help="A config, such as models/configs/linear.cfg.", exists=True)
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", help="The folder of the model.", show_default=False)
    ],
    corpus: Annotated[
        Path | None,
        typer.Option("--corpus", help="Minutes in our format.", show_default="data/corpus"),
    ] = None,
    real: Real = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            help="The pretrained encoder in place of the config's: a folder, or hub:NAME, which is "
            "fetched.",
            show_default=False,
        ),
    ] = None,
    table: Annotated[
        list[Path] | None,
        typer.Option(
            "--table",
            help="Rows that you corrected, to learn from too: a CSV or XLSX with columns of text "
            "and label. May be repeated.",
            show_default=False,
        ),
    ] = None,
    keep_encoder: Annotated[
        bool,
        typer.Option(
            "--keep-encoder",
            help="Of an ensemble: keep the shipped encoder, only the linear classifier learns.",
        ),
    ] = False,
    text_column: TextColumn = "text",
    label_column: LabelColumn = "label",
    lang: Messages = Lang.en,
) -> None:
    """Train a pipeline on a labelled corpus; its folder gets a model card with its figures."""
    import logging

    from notulist.training.build import build
    from notulist.training.engines import set_base
    from notulist.training.labelled_table import corrected
    from notulist.training.setup import CORPUS, read_config

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    settings = read_config(config)
    if base is not None:
        set_base(settings, base)
    rows = corrected(table or (), text_column, label_column)
    _say_of(rows, lang)
    made = build(
        settings, corpus or CORPUS, out, real, corrected=rows.examples, keep_encoder=keep_encoder
    )
    typer.echo(made)


def _say_of(rows: Labelled, lang: Lang) -> None:
    """What there is to know of rows from tables before anything is made of them."""
    from notulist.messages import say

    if rows.ruled:
        typer.echo(say("ruled", lang.code, count=rows.ruled), err=True)
    if rows.changed is not None:
        total = len(rows.examples.texts)
        typer.echo(say("changed", lang.code, count=rows.changed, total=total), err=True)


def evaluate_cli(
    data: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DATA]",
            help="A corpus in our format, or a CSV or XLSX with a column of labels.",
            show_default="data/corpus",
        ),
    ] = None,
    model: Model = None,
    part: Annotated[
        str | None,
        typer.Option(
            "--part",
            help="Of a corpus: train, dev or test. Of real minutes: train, dev, test-documents, "
            "test-bodies or lrt.",
            show_default="dev",
        ),
    ] = None,
    real: Annotated[
        Path | None,
        typer.Option(
            "--real",
            metavar="MINUTES",
            help="Measure on labelled real minutes: the folder that holds them.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            help="A folder for evaluation.json, .md and .html; else Markdown is printed.",
            show_default=False,
        ),
    ] = None,
    beside: Annotated[
        list[str] | None,
        typer.Option("--beside", metavar="MODEL", help="Another model for a row of its own."),
    ] = None,
    plain: Annotated[
        bool,
        typer.Option(
            "--plain", help="Train TF-IDF with logistic regression on the corpus for a row too."
        ),
    ] = False,
    text_column: TextColumn = "text",
    label_column: LabelColumn = "label",
    lang: Messages = Lang.en,
) -> None:
    """Say how good a model is on labelled bullets, beside baselines, readers and other models."""
    from notulist.corpus.labels import opening
    from notulist.errors import ModelError, ReadError
    from notulist.language import load, model_name
    from notulist.training import evaluation as module
    from notulist.training.baselines import tfidf
    from notulist.training.engines import classifier_of
    from notulist.training.examples import examples
    from notulist.training.labelled_table import labelled_table
    from notulist.training.setup import CORPUS, gold, gold_docs, real_gold

    if out is not None and out.is_file():
        raise ModelError("M19", name=out)
    if data is not None and real is not None:
        raise ModelError("M22", data=data.as_posix())
    if data is not None and not data.exists():
        raise ReadError("R01", name=data.as_posix())
    table = data if data is not None and data.is_file() else None
    if table is not None and part is not None:
        raise ModelError("M24", data=table.as_posix())
    part = part or "dev"
    if table is not None:
        title = table.name
        told_of = labelled_table(table, text_column, label_column)
        found = told_of.examples
        _say_of(told_of, lang)
    elif real is not None:
        title, found = f"real minutes, {part}", examples(real_gold(real, part))
    else:
        title, found = f"authored minutes, {part}", examples(gold_docs(data or CORPUS, part))
    nlp = load(model)
    others = {name: classifier_of(load(name)) for name in beside or ()}
    known = gold(CORPUS, real).known if plain else None
    if known is not None:
        others = {"TF-IDF, logistic regression": tfidf(known.remarks), **others}
    made = module.evaluation(
        model_name(nlp),
        title,
        found,
        classifier_of(nlp),
        beside=others,
        known=known,
        bodies=nlp.meta.get("learnt_bodies", ()),
    )
    if table is None and (told := opening(part)):
        typer.echo(told, err=True)
    if out is None:
        typer.echo(module.as_markdown(made))
        return
    for file in module.save(made, out):
        typer.echo(file)


def card_cli(model: Model = None, lang: Messages = Lang.en) -> None:
    """Print the card of a model: what it learnt from, what it reaches, its limits and licence."""
    from notulist.model_files import folder_of, read_card

    typer.echo(read_card(folder_of(model)))
