"""Labelled passages become gold Docs where the minutes are at hand (here: invented ones)."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
import spacy

from notulist.attributes import ATTENDANCE, BULLETS, HEADINGS
from notulist.corpus.anchors import mark
from notulist.corpus.labels import LabelledFile, LabelledSpan
from notulist.corpus.real import real_docs
from notulist.corpus.votes import Vote
from notulist.reading import read
from notulist.records import bullet_id

TEXT = """# Verslag

## 1. Opening

- Het verslag is akkoord.
- De VNG vraagt uitstel. Het IPO ziet dat
  niet zitten.
- Rondvraag
"""


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    folder = tmp_path / "minutes" / "regio"
    folder.mkdir(parents=True)
    (folder / "a.md").write_text(TEXT, encoding="utf-8")
    return tmp_path / "minutes"


def labelled(minutes: Path, *texts: str, label: str = "request") -> LabelledFile:
    """regio/a.md with a label on each of these texts."""
    path = minutes / "regio" / "a.md"
    source = read(path)
    spans = []
    for text in texts:
        start = source.text.index(text)
        m = mark(source, start, start + len(text), "bullet")
        id_ = bullet_id(source, start, start + len(text))
        spans.append(LabelledSpan(id_, m.first, m.last, m.digest, (Vote(label), None, None)))
    return LabelledFile("regio/a.md", "dev", sha256(path.read_bytes()).hexdigest(), tuple(spans))


def bullets(minutes: Path, file: LabelledFile) -> list[tuple[str, str]]:
    (doc,) = real_docs(spacy.blank("nl_minutes"), minutes, [file]).docs
    return [(bullet._.clean, bullet.label_) for bullet in doc.spans[BULLETS]]


def test_a_label_is_put_on_the_bullet_and_others_stay_without(minutes: Path) -> None:
    file = labelled(minutes, "Het verslag is akkoord.", label="agreement")
    assert bullets(minutes, file)[:2] == [
        ("Het verslag is akkoord.", "agreement"),
        ("De VNG vraagt uitstel. Het IPO ziet dat niet zitten.", ""),
    ]


def test_a_passage_bears_what_each_reader_said_and_other_bullets_nothing(minutes: Path) -> None:
    file = labelled(minutes, "Het verslag is akkoord.", label="agreement")
    (doc,) = real_docs(spacy.blank("nl_minutes"), minutes, [file]).docs
    assert [bullet._.votes for bullet in doc.spans[BULLETS]][:2] == [("agreement", "", ""), ()]


def test_a_passage_takes_the_place_of_the_bullet_that_it_overlaps(minutes: Path) -> None:
    file = labelled(minutes, "De VNG vraagt uitstel.", "Het IPO ziet dat\n  niet zitten.")
    assert bullets(minutes, file)[1:3] == [
        ("De VNG vraagt uitstel.", "request"),
        ("Het IPO ziet dat niet zitten.", "request"),
    ]


def test_headings_stay_and_hold_for_the_passages(minutes: Path) -> None:
    file = labelled(minutes, "De VNG vraagt uitstel.")
    (doc,) = real_docs(spacy.blank("nl_minutes"), minutes, [file]).docs
    assert [heading._.title for heading in doc.spans[HEADINGS]] == ["Verslag", "Opening"]
    assert doc.spans[BULLETS][1]._.agenda_title == "Opening"


def test_a_heading_and_an_attendance_list_stay_under_a_passage_that_holds_them(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "regio"
    folder.mkdir()
    crossing = "dhr. Verzonnen (VNG), mevr. Bedacht (IPO)\n\n## 1. Opening"
    text = f"# Verslag\n\nAanwezig: {crossing}\n\n- Akkoord.\n"
    (folder / "a.md").write_text(text, encoding="utf-8")
    file = labelled(tmp_path, crossing, label="none")
    (doc,) = real_docs(spacy.blank("nl_minutes"), tmp_path, [file]).docs
    assert len(doc.spans[ATTENDANCE]) == 1
    assert [heading._.title for heading in doc.spans[HEADINGS]] == ["Verslag", "Opening"]


def test_a_part_of_a_nested_bullet_keeps_its_level(tmp_path: Path) -> None:
    folder = tmp_path / "regio"
    folder.mkdir()
    text = "# Verslag\n\n- Een.\n  - Twee is lang. En drie.\n"
    (folder / "a.md").write_text(text, encoding="utf-8")
    file = labelled(tmp_path, "En drie.")
    (doc,) = real_docs(spacy.blank("nl_minutes"), tmp_path, [file]).docs
    assert [(b._.clean, b._.level) for b in doc.spans[BULLETS]] == [("Een.", 0), ("En drie.", 1)]


def test_a_document_that_isnt_there_is_named(tmp_path: Path) -> None:
    found = real_docs(spacy.blank("nl_minutes"), tmp_path, [LabelledFile("x.md", "dev", "")])
    assert (found.docs, found.absent) == ([], ["x.md"])


def test_a_document_that_was_changed_is_named_and_left_out(minutes: Path) -> None:
    file = labelled(minutes, "Het verslag is akkoord.")
    (minutes / "regio" / "a.md").write_text(TEXT + "\n- Meer.\n", encoding="utf-8")
    found = real_docs(spacy.blank("nl_minutes"), minutes, [file])
    assert (found.docs, found.changed) == ([], ["regio/a.md"])


def test_a_passage_whose_text_isnt_there_any_more_is_named(minutes: Path) -> None:
    file = labelled(minutes, "Het verslag is akkoord.")
    (span,) = file.spans
    lost = LabelledSpan(span.id, span.first, span.last, "00000000", span.votes)
    found = real_docs(
        spacy.blank("nl_minutes"), minutes, [LabelledFile(file.file, "dev", file.sha256, (lost,))]
    )
    assert found.lost == [span.id]


def test_what_was_found_is_said_line_by_line(minutes: Path) -> None:
    files = [labelled(minutes, "Het verslag is akkoord."), LabelledFile("weg.md", "dev", "")]
    found = real_docs(spacy.blank("nl_minutes"), minutes, files)
    assert str(found) == "1 documents, 1 labelled passages\nabsent: weg.md"
