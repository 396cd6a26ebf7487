"""Pictures of who turns to whom: what is on them, whatever the names and however many."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from notulist.errors import ModelError
from notulist.export.who_pictures import Captions, draw_graph, draw_matrix, write_figure

CAPTIONS = Captions("Wie vraagt wie", "Van 9 noemen er 6 beide.", "wie", "aan wie", "niets")
APART = "niet genoemd"
MATRIX = pd.DataFrame(
    [[0, 3, 7], [1, 0, 0], [2, 0, 40]], index=["VNG", "IPO", APART], columns=["BZK", "VNG", APART]
)
Draw = Callable[..., Any]
both = pytest.mark.parametrize("draw", [draw_matrix, draw_graph])


@pytest.fixture(autouse=True)
def _drawn(request: pytest.FixtureRequest) -> None:
    if "without" not in request.node.name:
        pytest.importorskip("matplotlib")


def texts(figure: Any) -> list[str]:
    """What stands on a figure, the names at its axes included."""
    axes = figure.axes[0]
    shown = [*axes.texts, axes.title, axes.xaxis.label, axes.yaxis.label, figure._suptitle]
    if axes.axison:
        shown += [*axes.get_xticklabels(), *axes.get_yticklabels()]
    return [text.get_text() for text in shown if text.get_text()]


def test_a_matrix_has_every_count_and_every_name() -> None:
    said = texts(draw_matrix(MATRIX, APART, CAPTIONS, 10))
    assert {"VNG", "IPO", "BZK", APART, "3", "7", "1", "2", "40"} <= set(said)
    assert "0" not in said


def test_what_names_nobody_is_grey_so_that_the_rest_is_seen() -> None:
    squares = draw_matrix(MATRIX, APART, CAPTIONS, 10).axes[0].patches
    shades = {(int(s.get_x() + 0.5), int(s.get_y() + 0.5)): s.get_alpha() for s in squares}
    assert shades[1, 0] == 1.0  # VNG to VNG: the most of what names both
    assert shades[0, 1] < 1.0
    assert shades[2, 2] is None


def test_a_graph_has_a_line_a_pair_and_leaves_out_what_names_nobody() -> None:
    figure = draw_graph(MATRIX, APART, CAPTIONS, 10)
    assert {"VNG (3)", "IPO (1)", "BZK (1)"} <= set(texts(figure))
    assert not any(APART in text for text in texts(figure))
    thick, thin = (line.get_linewidth() for line in figure.axes[0].patches)
    assert thick > 2 * thin


@both
def test_a_picture_says_what_it_leaves_out(draw: Draw) -> None:
    said = texts(draw(MATRIX, APART, CAPTIONS, 10))
    assert {"Wie vraagt wie", "Van 9 noemen er 6 beide.", "wie", "aan wie"} <= set(said)


@both
def test_no_more_than_so_many_names_are_drawn(draw: Draw) -> None:
    said = texts(draw(MATRIX, APART, CAPTIONS, 1))
    assert not any(text.startswith("IPO") for text in said)


@both
@pytest.mark.parametrize(
    "matrix",
    [
        pd.DataFrame(),
        pd.DataFrame(index=pd.Index([], name="holder"), columns=pd.Index([], name="addressee")),
    ],
)
def test_where_there_is_nothing_to_draw_the_picture_says_so(
    draw: Draw, matrix: pd.DataFrame
) -> None:
    assert "niets" in texts(draw(matrix, APART, CAPTIONS, 10))


def test_a_graph_without_a_pair_says_so() -> None:
    nobody = pd.DataFrame([[4]], index=[APART], columns=[APART])
    assert "niets" in texts(draw_graph(nobody, APART, CAPTIONS, 10))


@both
@pytest.mark.parametrize("size", [5, 40])
def test_no_name_lies_over_another(draw: Draw, size: int, tmp_path: Path) -> None:
    names = [f"gemeente:Dorp aan Zee {number}" for number in range(size)]
    counts = [[(row + column) % 7 for column in range(size)] for row in range(size)]
    figure = draw(pd.DataFrame(counts, index=names, columns=names), APART, CAPTIONS, size)
    write_figure(figure, tmp_path / "beeld")
    axes = figure.axes[0]
    groups = (
        [axes.get_xticklabels(), axes.get_yticklabels()]
        if draw is draw_matrix
        else [[text for text in axes.texts if text.get_ha() == side] for side in ("left", "right")]
    )
    for group in groups:
        boxes = [text.get_window_extent() for text in group]
        assert len(boxes) >= size
        assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
        assert all(figure.bbox.containsx(x) for box in boxes for x in (box.x0, box.x1))
        assert all(figure.bbox.containsy(y) for box in boxes for y in (box.y0, box.y1))


@both
@pytest.mark.parametrize("name", ["$x_$", "<b>&", "a" * 200, "x$^{"])
def test_any_name_can_be_drawn(draw: Draw, name: str, tmp_path: Path) -> None:
    figure = draw(pd.DataFrame([[1]], index=[name], columns=["VNG"]), APART, CAPTIONS, 5)
    assert [path.suffix for path in write_figure(figure, tmp_path / "beeld")] == [".png", ".svg"]


@both
def test_the_same_counts_give_the_same_bytes(draw: Draw, tmp_path: Path) -> None:
    first, second = (
        [
            path.read_bytes()
            for path in write_figure(draw(MATRIX, APART, CAPTIONS, 9), tmp_path / "b")
        ]
        for _ in range(2)
    )
    assert first == second
    assert first[0].startswith(b"\x89PNG")
    assert b"<svg" in first[1]


@both
def test_without_matplotlib_it_says_what_to_install(
    draw: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("matplotlib", "matplotlib.figure"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ModelError, match=r"matplotlib.*notulist\[notebooks\]"):
        draw(MATRIX, APART, CAPTIONS, 10)
