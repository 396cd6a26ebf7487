"""The catalogue of errors: every text in both languages, and every code in use."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from notulist.catalogue import CATALOGUE
from notulist.errors import BatchError, ReadError, notice
from notulist.messages import MESSAGES

PACKAGE = Path(__file__).parents[1] / "pipeline" / "notulist"
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
TEXTS = CATALOGUE | MESSAGES


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", TEXTS)
def test_both_languages_name_the_same_values(code: str) -> None:
    assert places(TEXTS[code]["en"]) == places(TEXTS[code]["nl"])


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_code_is_raised_somewhere(code: str) -> None:
    assert re.search(rf'"{code}",|"{code}"\)', SOURCE) or SOURCE.count(f'"{code}"') > 1


@pytest.mark.parametrize("code", set(re.findall(r'(?:Error|notice)\(\s*"([A-Z]\d\d)"', SOURCE)))
def test_a_code_that_is_raised_has_a_text(code: str) -> None:
    assert code in CATALOGUE


def test_a_notice_is_said_in_the_language_of_its_error() -> None:
    odd = notice("W01", pages="2, 3")
    error = BatchError("B04", name="a.pdf", warning=odd)
    assert str(odd).startswith("no text on page 2, 3")
    assert str(error) == f"[B04] a.pdf: {odd}"
    assert error.in_language("nl").startswith("[B04] a.pdf: geen tekst op pagina 2, 3")


def test_an_error_says_itself_in_both_languages() -> None:
    error = ReadError("R01", name="weg.pdf")
    assert str(error) == "[R01] weg.pdf: no such file or folder. Check the path."
    assert error.in_language("nl").startswith("[R01] weg.pdf: bestand of map bestaat niet")
