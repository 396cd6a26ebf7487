"""An output of ours read back, also after a person corrected it in a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from notulist.batch.table import TABLES, read_table
from notulist.errors import ReadError, TableError
from notulist.views import NEEDED, USED, standings

if TYPE_CHECKING:
    import pandas as pd

OUTPUTS: tuple[str, ...] = (*TABLES, ".parquet", ".jsonl")


def read_output(path: Path) -> pd.DataFrame:
    """The rows of a CSV or XLSX as `read_table` gives them, or of a Parquet or JSONL.

    Raises ReadError R01, R02; TableError T02 and the like for what is no table.
    """
    import pandas as pd

    name, suffix = path.as_posix(), path.suffix.lower()
    if not path.is_file():
        raise ReadError("R01", name=name)
    if suffix in TABLES:
        return read_table(path)
    try:
        if suffix == ".parquet":
            return pd.read_parquet(path)
        if suffix == ".jsonl":
            return pd.read_json(path, lines=True, dtype=False)
    except (ValueError, OSError) as error:
        cause = (str(error).strip() or type(error).__name__)[:200]
        raise TableError("T02", name=name, cause=cause) from error
    raise TableError("T02", name=name, cause=f"'{path.suffix}'")


def labelled_rows(path: Path) -> pd.DataFrame:
    """What `notulist.views` counts by, of an output of `classify`: the columns NEEDED and USED.

    Of USED a table may lack some, which are empty then. Where a table had a column of such a name
    before it was classified, ours is the one with `notulist_` in front.
    Raises as `read_output`, and TableError T15 without a column of NEEDED, T12 for a cell that is
    no label.
    """
    import pandas as pd

    frame = read_output(path)
    columns = {}
    for column in (*NEEDED, *USED):
        ours = f"notulist_{column}"
        ours = ours if ours in frame.columns else column
        if column in NEEDED and ours not in frame.columns:
            raise TableError("T15", name=path.as_posix(), column=column)
        columns[column] = frame[ours] if ours in frame.columns else None
    rows = pd.DataFrame(columns, index=frame.index, dtype=object)
    standings(rows, path.as_posix(), first=2)  # row 1 is the header
    return rows
