"""What `notulist actors` counts: rows of minutes that it labels, and of outputs that it reads."""

from __future__ import annotations

from collections.abc import Sequence
from glob import glob
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from notulist.batch.output import OUTPUTS, labelled_rows
from notulist.cli.summary import summarise_inputs
from notulist.cli.work import label_minutes
from notulist.errors import Language, TableError
from notulist.labels import LABELS, NONE, SAID
from notulist.records import frame_of
from notulist.views import NEEDED, USED

if TYPE_CHECKING:
    import pandas as pd


def chosen_labels(given: Sequence[str]) -> list[str]:
    """The labels of --label, in their usual order, given in English or Dutch.

    Raises TableError T18.
    """
    words = {said: label for said, label in SAID.items() if label != NONE}
    for value in given:
        if value.strip().lower() not in words:
            raise TableError("T18", value=value, allowed=", ".join(words))
    chosen = {words[value.strip().lower()] for value in given}
    return [label for label in LABELS if label in chosen]


def rows_of(
    paths: Sequence[str],
    *,
    lang: Language = "en",
    model: str | None = None,
    actors: Path | None = None,
    ocr: bool = False,
    quiet: bool = False,
) -> tuple[pd.DataFrame | None, bool]:
    """The rows of outputs of ours and of minutes, with the columns NEEDED and USED; and whether
    some minutes failed, of which stderr says why.

    None in place of rows where there is nothing but failed minutes. Outputs come first, since of a
    remark that comes twice the first row counts, and a person may have corrected that.
    actors: a table of the user's own, for minutes. Raises TableError, ReadError, ModelError,
    ActorTableError.
    """
    import pandas as pd

    tables = {path: found for path in paths if (found := _outputs(path))}
    frames = [labelled_rows(path) for path in dict.fromkeys(chain(*tables.values()))]
    minutes = [path for path in paths if path not in tables]
    if not minutes:
        return pd.concat(frames, ignore_index=True), False
    outcomes = label_minutes(minutes, lang=lang, model=model, actors=actors, ocr=ocr, quiet=quiet)
    failed = sum(outcome.status == "failed" for outcome in outcomes)
    if failed or not quiet:
        typer.echo(summarise_inputs(outcomes, (), lang), err=True)
    if failed < len(outcomes):
        rows = frame_of(row for outcome in outcomes for row in outcome.rows)
        frames.append(rows[[*NEEDED, *USED]].astype(object))
    return (pd.concat(frames, ignore_index=True) if frames else None), failed > 0


def _outputs(path: str) -> list[Path]:
    """The outputs that a path or pattern of them names; none where it names minutes."""
    if Path(path).suffix.lower() not in OUTPUTS:
        return []
    # A shell of Windows leaves patterns as they are.
    names = [path] if Path(path).is_file() else sorted(glob(path, recursive=True))
    return [Path(name) for name in names if Path(name).is_file()]
