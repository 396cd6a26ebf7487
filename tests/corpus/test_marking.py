"""How spans are marked by line: what a reader sees, what they may write, what is wrong with it."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest

from notulist.corpus.marking import KINDS, MarkingError, main, numbered, parse_marked, problems
from notulist.reading import read_bytes
from notulist.reading.source import Source, from_text

RULES = Path(__file__).parents[2] / "data" / "real" / "BOUNDARIES.md"
TEXT = """\
# 2a Planning

- VNG vraagt om uitstel,
  tot na de zomer. Actie: het secretariaat
  stuurt een brief.
3 gemeenten doen mee.
"""
SOURCE = from_text(TEXT, "a.md")


def marked(rows: str, source: Source = SOURCE) -> list[tuple[str, str]]:
    """Kind and text of each span, white space as one space."""
    spans = parse_marked(rows, source)
    return [(span.kind, " ".join(source.text[span.start : span.end].split())) for span in spans]


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("2 bullet", "VNG vraagt om uitstel,"),
        (
            "2-4 bullet",
            "VNG vraagt om uitstel, tot na de zomer. Actie: het secretariaat stuurt een brief.",
        ),
        ("2-3{de zomer.} bullet", "VNG vraagt om uitstel, tot na de zomer."),
        ("3{Actie:}-4 bullet", "Actie: het secretariaat stuurt een brief."),
        ("3{tot}-3{zomer.} bullet", "tot na de zomer."),
        ("2{vraagt} bullet", "vraagt om uitstel,"),
        ("  5   bullet  ", "3 gemeenten doen mee."),
    ],
)
def test_a_span_is_told_by_lines_and_where_need_be_by_words(row: str, text: str) -> None:
    assert marked(row) == [("bullet", text)]


def test_a_heading_has_a_level_and_a_number() -> None:
    (span,) = parse_marked("0 heading 1 2a", SOURCE)
    assert (span.level, span.number) == (1, "2a")
    assert TEXT[span.start : span.end] == "Planning"


def test_empty_rows_and_comments_are_left_out() -> None:
    assert marked("# gelezen op maandag\n\n2 bullet\n") == [("bullet", "VNG vraagt om uitstel,")]


@pytest.mark.parametrize(
    ("row", "cause"),
    [
        ("bullet 2", "not FIRST"),
        ("2", "not FIRST"),
        ("2 remark", "kind is none of bullet, action"),
        ("99 bullet", "there is no line 99"),
        ("2-99 bullet", "there is no line 99"),
        ("2{GGD}-3 bullet", "'GGD' is not in line 2"),
        ("2-3{winter} bullet", "'winter' is not in line 3 behind the start"),
        ("3{zomer}-3{tot} bullet", "'tot' is not in line 3 behind the start"),
        ("1 bullet", "nothing but white space"),
        ("4-2 bullet", "nothing but white space"),
    ],
)
def test_what_cannot_be_is_an_error_that_names_the_line(row: str, cause: str) -> None:
    with pytest.raises(MarkingError, match=f"^line 2: .*{re.escape(cause)}"):
        parse_marked(f"# eerst\n{row}", SOURCE)


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("- tekst", "bullet", "tekst"),
        ("  • tekst", "bullet", "tekst"),
        ("o tekst", "bullet", "tekst"),
        ("\uf0b7 tekst", "action", "tekst"),
        ("- [x] tekst", "bullet", "tekst"),
        ("> - tekst", "bullet", "tekst"),
        ("1. tekst", "bullet", "tekst"),
        ("- 1.2. tekst", "bullet", "tekst"),
        ("(a) tekst", "bullet", "tekst"),
        ("iv) tekst", "topic", "tekst"),
        ("3 leden", "bullet", "3 leden"),
        ("ok tekst", "bullet", "ok tekst"),
        ("-tekst", "bullet", "-tekst"),
        ("3 Rondvraag", "heading", "Rondvraag"),
        ("2a Rondvraag", "heading", "Rondvraag"),
        ("## **3.1 Rondvraag", "heading", "Rondvraag"),
        ("Agendapunt 4: Rondvraag", "heading", "Rondvraag"),
        ("- Rondvraag", "heading", "Rondvraag"),
        ("  - tekst", "table", "- tekst"),
        ("1. Verslag", "title", "1. Verslag"),
        ("1.  ", "bullet", "1."),
    ],
)
def test_a_span_begins_behind_its_list_mark_or_number(line: str, kind: str, text: str) -> None:
    assert marked(f"0 {kind}", from_text(line)) == [(kind, text)]


def test_the_kinds_are_those_of_the_rules() -> None:
    rules = RULES.read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \|", rules, re.MULTILINE) == list(KINDS)


def test_a_reader_sees_numbered_lines_without_the_empty_ones() -> None:
    assert list(numbered(from_text("een\n\n  twee\n"))) == ["   0| een", "   2|   twee"]


def test_a_reader_sees_how_the_lines_of_word_lie() -> None:
    document = docx.Document()
    document.add_heading("Planning", 2)
    document.add_paragraph("VNG vraagt uitstel.", style="List Bullet")
    document.add_table(1, 2).cell(0, 1).text = "mei"
    buffer = io.BytesIO()
    document.save(buffer)
    heading, item, cell = numbered(read_bytes(buffer.getvalue(), "a.docx"))
    assert re.fullmatch(r" +0 \[.*H2 bold\]\| Planning", heading)
    assert re.fullmatch(r" +1 \[.*level0 •\]\| VNG vraagt uitstel\.", item)
    assert re.fullmatch(r" +3 \[.*t0r0c1\]\| mei", cell)


WHOLE = "0 heading 1 2a\n2-3{zomer.} bullet\n3{Actie:}-4 bullet\n5 bullet"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (WHOLE, []),
        (WHOLE.replace("5 bullet", ""), ["not covered: line 5: '3 gemeenten doen mee.'"]),
        (WHOLE.replace("3{Actie:}-4", "4"), ["partly covered: line 3: left over 'Actie: het"]),
        (WHOLE + "\n2 topic", ["overlap: line 2 topic and line 2 bullet"]),
        (WHOLE.replace("2-3{zomer.}", "2-4"), ["overlap: line 2 bullet and line 3 bullet"]),
    ],
)
def test_problems_are_lines_that_nothing_covers_and_spans_that_overlap(
    rows: str, found: list[str]
) -> None:
    said = list(problems(parse_marked(rows, SOURCE), SOURCE))
    assert len(said) == len(found)
    assert all(one.startswith(start) for one, start in zip(said, found, strict=True))


def test_rules_and_signs_need_no_span() -> None:
    source = from_text("een\n---\n\n| | |\n......\n")
    assert list(problems(parse_marked("0 bullet", source), source)) == []


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_lines_are_printed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lines", str(file)]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "   2| - VNG vraagt om uitstel,"


@pytest.mark.parametrize(
    ("rows", "status", "said"),
    [
        (WHOLE, 0, "4 spans, nothing wrong"),
        ("0-4 bullet", 1, "not covered: line 5"),
        ("99 bullet", 1, "line 1: '99 bullet': there is no line 99"),
    ],
)
def test_check_says_what_is_wrong_and_fails(
    file: Path, capsys: pytest.CaptureFixture[str], rows: str, status: int, said: str
) -> None:
    spans = file.with_suffix(".marked")
    spans.write_text(rows, encoding="utf-8")
    assert main(["check", str(file), str(spans)]) == status
    assert capsys.readouterr().out.startswith(said)
