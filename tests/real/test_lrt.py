"""The model document: the minutes that our design started from."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import notulist


@pytest.fixture(scope="module")
def doc(lrt: Path, splitter: Language) -> Doc:
    return splitter(notulist.read(lrt))  # type: ignore[arg-type]  # MinutesDutch reads a Source


def test_it_has_36_bullets_each_under_its_agenda_item(doc: Doc) -> None:
    found = Counter(b._.agenda_number or b._.agenda_title for b in doc.spans["bullets"])
    assert found == {
        **{"1": 3, "Spreidingswet": 3, "Overige": 4},
        **{"2a": 12, "2b": 3, "3": 8, "Wvttk": 3},
    }
    assert found.total() == 36


def test_each_bullet_is_whole(doc: Doc) -> None:
    text = doc.text
    for bullet in doc.spans["bullets"]:
        assert text[: bullet.start_char].rstrip().endswith("•")
        assert bullet.text[-1] in ".?:)"


def test_all_glyphs_of_the_text_open_a_bullet(doc: Doc) -> None:
    assert len(doc.spans["bullets"]) == doc.text.count("•")


def test_a_date_in_a_remark_is_no_heading(doc: Doc) -> None:
    assert not any(h._.title.startswith(("12 mei", "8 februari")) for h in doc.spans["headings"])


def test_the_half_year_keeps_its_hyphen(doc: Doc) -> None:
    assert any("2023-II" in bullet._.clean for bullet in doc.spans["bullets"])


def test_attendance_is_apart(doc: Doc) -> None:
    first = doc.spans["bullets"][0].start
    assert doc.spans["attendance"]
    assert all(span.end <= first for span in doc.spans["attendance"])


def test_the_date_is_read(doc: Doc) -> None:
    assert doc._.meeting_date == "2023-04-06"
