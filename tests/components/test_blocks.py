"""What holds for the blocks of any minutes: all text is in one, in order, and in one only."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import Grid, md, pdf, pdf_with, txt, word

from notulist.components.blocks import Block, find_blocks
from notulist.reading.source import Source, from_text

# What may stand before the first block of a line: list mark, number, Markdown's signs.
_MARK = re.compile(
    r"\W*(?:(?:agendapunt|ad|punt)\s+)?(?:[\da-z.]{1,6}\b)?\W*|\W*o\s+", re.IGNORECASE
)
_PAGE = re.compile(r"\W*(?:pagina|blz\.?)?\s*\d+(?: van \d+)?\W*", re.IGNORECASE)

WORDS = (
    *("de", "gemeenten", "vragen", "het", "Rijk", "om", "uitstel", "Besluit:", "Vraag:", "VNG"),
    *("Jansen", "(IPO)", "(IPO):", "Antwoord:", "brief.", "bodem", "Aanwezig:", "Anna", "en"),
    *("3", "mei", "2024", "**Bodem**", "**Bodem.**", "akkoord", "is", "Figuur", "2:", "Actie"),
)
MARKS = ("", "", "", "- ", "• ", "1. ", "2a) ", "  - ", "  ", "a) ", "Agendapunt 3: ", "3 ")
LINES = st.builds(
    lambda mark, words: mark + " ".join(words),
    st.sampled_from(MARKS),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14),
)
SPECIAL = ("", "", "# Actiepunten", "## 2. Bodem", "---", "Pagina 2 van 3", "```", "> Citaat.")
ROWS = ("| Actie | Wie |", "|---|---|", "| Brief aan de minister sturen | VNG |", "|a|")
TEXTS = st.lists(st.one_of(LINES, LINES, st.sampled_from((*SPECIAL, *ROWS))), max_size=25)
CELLS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)
TABLES = st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=3)


def check(source: Source) -> None:
    """Raises AssertionError where text is in no block or in two, or blocks are out of order."""
    blocks = find_blocks(source)
    _in_order([block for block in blocks if block.kind != "note"])
    covered = [0] * len(source.text)
    for block in blocks:
        for start, end in block.pieces:
            for place in range(start, end):
                covered[place] += 1
    assert max(covered, default=0) <= 1
    for line in source.lines:
        text = source.text[line.start : line.end]
        taken = covered[line.start : line.end]
        if not any(taken):
            assert _MARK.fullmatch(text) or _PAGE.fullmatch(text), text
            continue
        first, last = taken.index(1), len(taken) - taken[::-1].index(1)
        between = (char for char, hit in zip(text[first:], taken[first:], strict=True) if not hit)
        assert _MARK.fullmatch(text[:first]), text
        assert not any(char.isalnum() for char in between), text
        assert not any(char.isalnum() for char in text[last:]), text


def _in_order(blocks: list[Block]) -> None:
    for block in blocks:
        assert all(one[1] <= other[0] for one, other in pairwise(block.pieces))
    assert all(one.end <= other.start for one, other in pairwise(blocks))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_all_that_a_text_says_is_in_one_block(lines: list[str]) -> None:
    if any(line.strip() for line in lines):
        check(txt("\n".join(lines)))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_all_that_a_markdown_file_says_is_in_one_block(lines: list[str]) -> None:
    if any(line.strip() for line in lines):
        check(md("\n".join(lines)))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(LINES, st.just("# Bodem"), TABLES), min_size=1, max_size=8))
def test_all_that_a_word_file_says_is_in_one_block(content: list[str | Grid]) -> None:
    check(word(*content))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(LINES, st.just("")), min_size=1, max_size=30), st.integers(1, 30))
def test_all_that_a_pdf_of_two_pages_says_is_in_one_block(lines: list[str], cut: int) -> None:
    pages = [page for page in (lines[:cut], lines[cut:]) if any(page)]
    if pages:
        check(pdf(*pages))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.one_of(LINES, TABLES), min_size=1, max_size=6))
def test_all_that_a_pdf_with_tables_says_is_in_one_block(content: list[str | Grid]) -> None:
    check(pdf_with(*content))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=80))
def test_blocks_of_any_characters_are_in_order(text: str) -> None:
    _in_order(find_blocks(from_text(text)))


def test_a_remark_cut_by_a_page_has_its_pieces_around_the_footer() -> None:
    line = "• De gemeenten vragen om uitstel van de invoering van de wet, omdat de software voor"
    source = pdf([line, "Pagina 1 van 2"], ["  de uitvoering niet klaar is.", "Pagina 2 van 2"])
    (block,) = find_blocks(source)
    assert [source.text[start:end] for start, end in block.pieces] == [
        line[2:],
        "de uitvoering niet klaar is.",
    ]


@pytest.mark.parametrize("make", [txt, md])
def test_nothing_but_rules_gives_no_blocks(make) -> None:
    assert find_blocks(make("---\n\n***\n\n_____\n")) == []


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("- Een.\n  - Twee.\n    - Drie.\n  - Vier.\n- Vijf.\n", [0, 1, 2, 1, 0]),
        ("- Een.\n    - Twee.\n  - Drie.\n", [0, 1, 1]),
        ("  - Een.\n- Twee.\n", [0, 0]),
        ("- Een.\n  - Twee.\n\n# Bodem\n\n  - Drie.\n", [0, 1, 0]),
    ],
)
def test_nesting_is_told_by_indent_and_begins_anew_under_a_heading(
    text: str, levels: list[int]
) -> None:
    blocks = [block for block in find_blocks(md(text)) if block.kind == "bullet"]
    assert [block.level for block in blocks] == levels
