"""The table of layouts (layouts.csv), one file to render a row; README.md explains its words."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parents[1]
SEED = "notulist-rendered-1"
"""Begins every seed, so that the same set comes out each time."""

_SUFFIX = {"pdf": "pdf", "docx": "docx", "docx-pdf": "pdf", "html": "html", "odt": "odt"}
_SUFFIX["scan"] = "pdf"


@dataclass(frozen=True, slots=True)
class Layout:
    """One row of the table: which minutes are rendered, and how."""

    number: int
    document: str
    """Id of the authored minutes."""
    make: str
    """pdf, docx, html; docx-pdf and odt are a DOCX that LibreOffice converts."""
    page: str
    font: str
    size: float
    columns: str
    """1, 2, or 2-rows: two columns drawn from top to bottom, line by line across both."""
    heading: frozenset[str]
    remark: str
    """The glyph or number before a remark, or how remarks without one are set."""
    attendance: str
    opening: frozenset[str]
    closing: frozenset[str]
    furniture: str
    extras: frozenset[str]

    @property
    def name(self) -> str:
        """The rendered file's: "07-vng-cie-financien-2025-05-22.pdf"."""
        return f"{self.number:02d}-{self.document}.{_SUFFIX[self.make]}"

    @property
    def seed(self) -> str:
        """For random.Random: what is drawn differs by row and never by run."""
        return f"{SEED}-{self.number}"

    @property
    def converted(self) -> bool:
        """Whether it takes LibreOffice."""
        return self.make in ("docx-pdf", "odt")

    @property
    def features(self) -> tuple[str, ...]:
        """What the checker adds figures up by."""
        many = (
            *(f"heading {word}" for word in sorted(self.heading)),
            *(f"opening {word}" for word in sorted(self.opening)),
            *(f"closing {word}" for word in sorted(self.closing)),
            *sorted(self.extras),
        )
        return (
            f"make {self.make}",
            f"page {self.page}",
            f"columns {self.columns}",
            f"remark {self.remark}",
            f"attendance {self.attendance}",
            f"furniture {self.furniture}",
            *many,
        )


def read_layouts(path: Path = HERE / "layouts.csv") -> tuple[Layout, ...]:
    """All rows of the table. Raises ValueError or KeyError where a row isn't one."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_layout(row) for row in csv.DictReader(file))


def _layout(row: dict[str, str]) -> Layout:
    if row["make"] not in _SUFFIX:
        raise ValueError(f"layouts.csv, nr {row['nr']}: make {row['make']!r}")
    heading, opening, closing, extras = (
        frozenset(row[key].split()) for key in ("heading", "opening", "closing", "extras")
    )
    return Layout(
        int(row["nr"]),
        row["document"],
        row["make"],
        row["page"],
        row["font"],
        float(row["size"]),
        row["columns"],
        heading,
        row["remark"],
        row["attendance"],
        opening,
        closing,
        row["furniture"],
        extras,
    )
