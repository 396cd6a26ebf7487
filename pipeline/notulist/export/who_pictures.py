"""Who turns to whom as pictures: a matrix, and a graph. They need matplotlib.

Nothing in them is parsed as mathematics: a $ in a name is a $.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notulist.errors import ModelError
from notulist.export.files import replacing

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMATS: tuple[str, ...] = (".png", ".svg")

_BLUE, _INK, _GREY, _PALE = "#1f4e79", "#333333", "#999999", "#eeeeee"
# Told apart by who doesn't see red and green alike (Okabe and Ito); whoever asks less is grey.
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
_CELL = 0.34  # inches
_LETTER = 0.085  # inches, of a name's letter, at 9 points
_LONGEST = 32  # letters of a name that are drawn
_THINNEST, _THICKEST = 0.7, 9.0  # points
_SMALL = 9  # or two would look like very many beside one


@dataclass(frozen=True, slots=True)
class Captions:
    """What a picture says beside names and counts."""

    title: str
    note: str
    """How much the picture leaves out: it goes without its table."""
    holders: str
    """What stands at the holders, and at the addressees."""
    addressees: str
    nothing: str
    """What is said in place of a picture where there is nothing to draw."""


def draw_matrix(matrix: pd.DataFrame, apart: str, captions: Captions, most: int) -> Figure:
    """The counts of holders (rows) by addressees (columns), the darker the more.

    apart: the name of a row and column that are drawn in grey, since they'd outshine all others.
    most: how many others are drawn at either side, the first ones.
    Raises ModelError M15 where matplotlib isn't installed.
    """
    if matrix.empty:
        return _nothing(captions)
    matrix = matrix.reindex(
        index=_first(map(str, matrix.index), apart, most),
        columns=_first(map(str, matrix.columns), apart, most),
    )
    holders, addressees = _names(matrix.index), _names(matrix.columns)
    margin = 1.2 + _LETTER * max(map(len, holders))
    head = 1.2 + _LETTER * max(map(len, addressees))
    size = (max(margin + _CELL * len(addressees), 5.0), head + _CELL * len(holders))
    figure, axes = _drawing(captions, size)
    named = matrix.drop(index=apart, columns=apart, errors="ignore")
    largest = max(int(named.to_numpy().max()), 1) if named.size else 1
    for row, (holder, counts) in enumerate(zip(holders, matrix.to_numpy(), strict=True)):
        for column, (addressee, count) in enumerate(zip(addressees, counts, strict=True)):
            if count:
                shade = None if apart in (holder, addressee) else (count / largest) ** 0.5
                _square(axes, column, row, count, shade)
    axes.set_xticks(range(len(addressees)), addressees, rotation=90, parse_math=False)
    axes.set_yticks(range(len(holders)), holders, parse_math=False)
    axes.set_xlim(-0.5, len(addressees) - 0.5)
    axes.set_ylim(len(holders) - 0.5, -0.5)
    axes.xaxis.tick_top()
    axes.xaxis.set_label_position("top")
    axes.set_ylabel(captions.holders)
    axes.set_xlabel(captions.addressees)
    axes.set_aspect("equal")
    axes.tick_params(length=0)
    axes.spines[:].set_color(_PALE)
    return figure


def draw_graph(matrix: pd.DataFrame, apart: str, captions: Captions, most: int) -> Figure:
    """An arrow from each holder on the left to each addressee on the right, the thicker the more.

    Two columns and no cloud: with forty names they can still be read. The arguments are those of
    `draw_matrix`; `apart` isn't drawn, and `most` at either side are those with the most arrows.
    """
    pairs = _pairs(matrix.drop(index=apart, columns=apart, errors="ignore"), most)
    if not pairs:
        return _nothing(captions)
    holders = _beside(pairs, 0, _by_sum(pairs, 1))
    addressees = _beside(pairs, 1, holders)
    height = max(len(holders), len(addressees))
    figure, axes = _drawing(captions, (9.0, 1.4 + 0.27 * max(height, 4)))
    left, right = _places(holders, height), _places(addressees, height)
    colours = dict(zip(holders, _COLOURS, strict=False))
    largest = max(pairs.values())
    # Grey ones and thick ones below.
    for holder, addressee in sorted(pairs, key=lambda pair: (pair[0] in colours, -pairs[pair])):
        share = (pairs[holder, addressee] - 1) / max(largest - 1, _SMALL)
        width = _THINNEST + (_THICKEST - _THINNEST) * share
        _line(axes, left[holder], right[addressee], width, colours.get(holder, _GREY))
    axes.plot([1.0] * len(right), list(right.values()), linestyle="", marker=">", color=_INK)
    for part, x, side, places, word in (
        (0, -0.02, "right", left, captions.holders),
        (1, 1.03, "left", right, captions.addressees),
    ):
        axes.text(x, -1.1, word, ha=side, va="center", fontsize=10, color=_GREY, parse_math=False)
        for name, place in places.items():
            said = f"{_short(name)} ({_sum(pairs, part, name)})"
            axes.text(x, place, said, ha=side, va="center", fontsize=9, parse_math=False)
    axes.set_xlim(-0.75, 1.75)
    axes.set_ylim(height - 0.4, -1.6)
    axes.axis("off")
    return figure


def write_figure(figure: Figure, stem: Path) -> list[Path]:
    """Write the figure as PNG and SVG, the same bytes for the same figure; gives their paths.

    stem: the path without a suffix. Raises ExportError X05.
    """
    import matplotlib

    written = []
    for suffix in FORMATS:
        path = stem.with_name(stem.name + suffix)
        metadata = {"Date": None} if suffix == ".svg" else {}
        with replacing(path) as beside, matplotlib.rc_context({"svg.hashsalt": stem.name}):
            figure.savefig(beside, format=suffix[1:], dpi=150, metadata=metadata)
        written.append(path)
    return written


def _drawing(captions: Captions, size: tuple[float, float]) -> tuple[Figure, Axes]:
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise ModelError("M15", package=error.name) from error
    figure = Figure(figsize=size, layout="constrained")
    figure.suptitle(captions.title, fontsize=12, parse_math=False)
    axes = figure.subplots()
    axes.set_title(captions.note, fontsize=8, color=_GREY, pad=10, parse_math=False)
    return figure, axes


def _nothing(captions: Captions) -> Figure:
    figure, axes = _drawing(captions, (6.0, 1.6))
    axes.axis("off")
    axes.text(0.5, 0.5, captions.nothing, ha="center", va="center", color=_GREY, parse_math=False)
    return figure


def _square(axes: Axes, column: int, row: int, count: int, shade: float | None) -> None:
    """shade: from 0 to 1; None for grey."""
    from matplotlib.patches import Rectangle

    colour = {"facecolor": _PALE} if shade is None else {"facecolor": _BLUE, "alpha": shade}
    axes.add_patch(Rectangle((column - 0.5, row - 0.5), 1, 1, linewidth=0, **colour))
    ink = "white" if shade is not None and shade > 0.6 else "black"
    axes.text(column, row, str(count), ha="center", va="center", fontsize=8, color=ink)


def _line(axes: Axes, left: float, right: float, width: float, colour: str) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path as Curve

    curve = Curve(
        [(0, left), (0.5, left), (0.5, right), (0.99, right)],
        [Curve.MOVETO, Curve.CURVE4, Curve.CURVE4, Curve.CURVE4],
    )
    axes.add_patch(
        PathPatch(curve, facecolor="none", edgecolor=colour, linewidth=width, alpha=0.65)
    )


def _first(names: Iterable[str], apart: str, most: int) -> list[str]:
    """The first so many, and `apart` where it is one."""
    given = list(names)
    named = [name for name in given if name != apart]
    return named[:most] + [name for name in given if name == apart]


def _pairs(named: pd.DataFrame, most: int) -> dict[tuple[str, str], int]:
    """Who turns to whom, and how often, among the largest of either side."""
    pairs = {
        (str(holder), str(addressee)): int(count)
        for holder, counts in zip(named.index, named.to_numpy(), strict=True)
        for addressee, count in zip(named.columns, counts, strict=True)
        if count
    }
    holders, addressees = _by_sum(pairs, 0)[:most], _by_sum(pairs, 1)[:most]
    return {
        pair: count for pair, count in pairs.items() if pair[0] in holders and pair[1] in addressees
    }


def _by_sum(pairs: Mapping[tuple[str, str], int], side: int) -> list[str]:
    names = sorted({pair[side] for pair in pairs})
    return sorted(names, key=lambda name: -_sum(pairs, side, name))


def _beside(pairs: Mapping[tuple[str, str], int], side: int, others: Sequence[str]) -> list[str]:
    """The names of a side, the largest first; of equal ones those whose pairs are higher up among
    `others`, so that few arrows cross."""
    places = {other: number for number, other in enumerate(others)}

    def middle(name: str) -> float:
        weights = {places[pair[1 - side]]: n for pair, n in pairs.items() if pair[side] == name}
        return sum(at * n for at, n in weights.items()) / sum(weights.values())

    return sorted(_by_sum(pairs, side), key=lambda name: (-_sum(pairs, side, name), middle(name)))


def _places(names: Sequence[str], most: int) -> dict[str, float]:
    """Heights over the whole column, the first on top."""
    step = most / len(names)
    return {name: (number + 0.5) * step - 0.5 for number, name in enumerate(names)}


def _sum(pairs: Mapping[tuple[str, str], int], side: int, name: str) -> int:
    return sum(count for pair, count in pairs.items() if pair[side] == name)


def _names(index: Any) -> list[str]:
    return [_short(str(name)) for name in index]


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
