"""Which rows make one visual line, and what stands apart."""

from __future__ import annotations

from itertools import pairwise

import pytest

from notulist.reading.pdf_rows import Row, is_apart, join_rows, line_pitch


def row(text: str, left: float, baseline: float = 100, first: int = 0, size: float = 10) -> Row:
    box = (left, baseline - 0.7 * size, left + 5 * len(text), baseline)
    return Row(text, range(first, first + len(text)), box, baseline, size, False)


@pytest.mark.parametrize(
    ("left", "baseline", "text"),
    [
        (20, 100, "• tekst"),  # a bullet and its text
        (5.2, 100, "•tekst"),  # letters of one word
        (40, 102, "• tekst"),  # a little lower
        (60, 100, None),  # another column
        (20, 108, None),  # the next line
        (-10, 100, None),  # back to the left
    ],
)
def test_pieces_beside_each_other_are_one_line(
    left: float, baseline: float, text: str | None
) -> None:
    joined = join_rows([row("•", 0), row("tekst", left, baseline, first=3)])
    assert [part.text for part in joined] == ([text] if text else ["•", "tekst"])


def test_a_joined_row_knows_where_its_characters_were() -> None:
    (joined,) = join_rows([row("2.", 0), row("Kop", 25, first=4)])
    assert (joined.text, list(joined.numbers)) == ("2. Kop", [0, 1, 2, 4, 5, 6])
    assert joined.box == (0, 93, 40, 100)


def test_nothing_joins_a_line_that_ends_in_a_hyphen() -> None:
    assert len(join_rows([row("huis\ufffe", 0), row("vesting", 27, first=6)])) == 2


def test_pitch_is_the_usual_distance_in_font_sizes() -> None:
    page = [row("x", 0, baseline) for baseline in (100, 115, 130, 145, 190, 205)]
    assert line_pitch([page]) == 1.5


def test_pitch_of_a_page_with_one_line_is_a_fair_guess() -> None:
    assert line_pitch([[row("x", 0)], []]) == 1.2


@pytest.mark.parametrize(
    ("distance", "apart"), [(15, False), (19, False), (22, True), (-50, False)]
)
def test_apart_is_clearly_more_than_the_pitch(distance: float, apart: bool) -> None:
    (pair,) = pairwise([row("x", 0, 100), row("y", 0, 100 + distance)])
    assert is_apart(*pair, pitch=1.5) is apart
