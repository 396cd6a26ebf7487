"""Markdown: unaltered text, and which lines are headings."""

from __future__ import annotations

import pytest

from notulist.reading import read_bytes
from notulist.reading.markdown import heading_levels


def levels(text: str) -> list[int | None]:
    return heading_levels(text.split("\n"))


@pytest.mark.parametrize("extension", [".md", ".markdown", ".mdown", ".MD"])
def test_text_is_unaltered(extension: str) -> None:
    text = "# **Vet**\r\n\r\n- *schuin* `code`\n| a | b |\n"
    source = read_bytes(text.encode(), f"a{extension}")
    assert (source.text, source.format) == (text, "md")
    assert [line.heading for line in source.lines] == [1, None, None, None]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("# een", 1),
        ("###### zes", 6),
        ("####### zeven", None),
        ("#geen", None),
        ("##Zonder spatie", 2),
        ("##12", None),
        ("#", 1),
        ("   ## drie spaties", 2),
        ("    # code", None),
        ("\t# code", None),
    ],
)
def test_number_signs_make_a_heading(line: str, level: int | None) -> None:
    assert levels(line) == [level]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Titel\n=====", [1, None]),
        ("Titel\n---", [2, None]),
        ("\n---", [None, None]),
        ("twee regels\nvan een alinea\n---", [None, None, None]),
        ("- punt\n---", [None, None]),
        ("1. punt\n---", [None, None]),
        ("| a | b |\n---", [None, None]),
        ("# Kop\nTitel\n---", [1, 2, None]),
        ("---\n---", [None, None]),
    ],
)
def test_a_rule_below_makes_a_heading(text: str, expected: list[int | None]) -> None:
    assert levels(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "```\n# geen kop\n```",
        "~~~ python\n# geen kop\n~~~",
        "````\n```\n# geen kop\n````",
        "```\n# nooit gesloten",
        "---\ntitle: x\n# geen kop\n---",
    ],
)
def test_code_and_front_matter_hold_no_headings(text: str) -> None:
    assert not any(levels(text))


def test_headings_go_on_after_code() -> None:
    assert levels("```\n# a\n```\n# b") == [None, None, None, 1]
