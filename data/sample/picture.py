"""Draw the picture of the README: real output on the sample minutes, as a terminal shows it.

python data/sample/picture.py
"""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console
from rich.table import Table

import notulist

HERE = Path(__file__).parent
COLOURS = {"agreement": "green", "concern": "red", "explanation": "blue", "request": "yellow"}
SHOWN = slice(4, 16)


def table(path: Path) -> Table:
    """Some of the bullets of a file, with what was found out."""
    nlp = notulist.load()
    rows = notulist.to_rows(nlp(notulist.read(path)))  # type: ignore[arg-type]
    drawn = Table(title=f"{path.name}, {rows[0].meeting_body}, {rows[0].meeting_date}")
    for name in ("agenda", "text", "label", "conf.", "holder", "addressee"):
        drawn.add_column(name, max_width=64 if name == "text" else None)
    for row in rows[SHOWN]:
        colour = COLOURS[row.label or "explanation"]
        drawn.add_row(
            f"{row.agenda_number} {row.agenda_title}".strip()[:20],
            row.text if len(row.text) < 125 else row.text[:124] + "…",
            f"[{colour}]{row.label}[/]" + (" (review)" if row.review else ""),
            f"{row.confidence:.2f}",
            "|".join(row.holder),
            "|".join(row.addressee),
        )
    return drawn


def drawing() -> str:
    """The picture as SVG."""
    console = Console(record=True, width=150, file=io.StringIO())
    console.print(table(HERE / "minutes" / "lrt-2024-03-07.pdf"))
    return console.export_svg(title="notulist classify", unique_id="notulist")


if __name__ == "__main__":
    (HERE / "picture.svg").write_text(drawing(), encoding="utf-8", newline="\n")
