"""Many inputs: one outcome each, and none stops the rest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import notulist
from notulist.batch import Outcome, run
from notulist.errors import ExportError, ReadError
from notulist.reading.files import Input

MINUTES = (
    "1. Opening\n• De VNG vraagt het Rijk om uitstel.\n• Afspraak: het Rijk komt erop terug.\n"
)
ENGLISH = (
    "1. Opening\n"
    "- The chair welcomes everyone and explains that the minister will not be able to attend.\n"
    "- The municipalities have asked for more time because they were not given the documents.\n"
    "- It was agreed that the ministry will send these to all of them before the next meeting.\n"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return notulist.load()


Given = Callable[[str, str], Input]


@pytest.fixture
def given(tmp_path: Path) -> Given:
    """A function that makes a file and gives it as an input."""

    def make(name: str, content: str) -> Input:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        return Input(name, path)

    return make


def one(item: Input | ReadError, nlp: Language) -> Outcome:
    (outcome,) = run([item], nlp)
    return outcome


@Language.component("breaks")
def breaks(doc: Doc) -> Doc:
    raise RuntimeError("kapot")


@Language.component("interrupts")
def interrupts(doc: Doc) -> Doc:
    raise KeyboardInterrupt


def test_minutes_come_out_ok_with_a_row_a_bullet(nlp: Language, given: Given) -> None:
    outcome = one(given("a.txt", MINUTES), nlp)
    assert (outcome.status, outcome.problems) == ("ok", ())
    assert [row.text for row in outcome.rows] == [
        "De VNG vraagt het Rijk om uitstel.",
        "Afspraak: het Rijk komt erop terug.",
    ]


def test_rows_say_which_model_labelled_them(nlp: Language, given: Given) -> None:
    (row, *_) = one(given("a.txt", MINUTES), nlp).rows
    assert row.model == f"nl_notulist-{notulist.__version__}"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        pytest.param("leeg.txt", "", "R02", id="empty"),
        pytest.param("x.pdf", "%PDF-1.7 afgekapt", "R05", id="damaged"),
    ],
)
def test_what_cannot_be_read_fails_with_its_reason(
    nlp: Language, given: Given, name: str, content: str, code: str
) -> None:
    outcome = one(given(name, content), nlp)
    assert (outcome.status, outcome.rows) == ("failed", ())
    assert [problem.code for problem in outcome.problems] == [code]


def test_what_was_not_found_comes_out_as_failed(nlp: Language) -> None:
    outcome = one(ReadError("R01", name="weg.pdf"), nlp)
    assert (outcome.name, outcome.status) == ("weg.pdf", "failed")


def test_the_batch_goes_on_after_a_failure(nlp: Language, given: Given) -> None:
    items = [given("leeg.txt", ""), given("a.txt", MINUTES)]
    assert [outcome.status for outcome in run(items, nlp)] == ["failed", "ok"]


def test_an_error_of_ours_is_an_outcome_too(given: Given) -> None:
    nlp = spacy.blank("nl_minutes")
    nlp.add_pipe("breaks")
    outcome = one(given("a.txt", MINUTES), nlp)
    assert outcome.status == "failed"
    assert [problem.code for problem in outcome.problems] == ["B01"]
    assert "RuntimeError: kapot" in str(outcome.problems[0])


def test_an_interrupt_gets_through(given: Given) -> None:
    nlp = spacy.blank("nl_minutes")
    nlp.add_pipe("interrupts")
    with pytest.raises(KeyboardInterrupt):
        one(given("a.txt", MINUTES), nlp)


def test_a_text_without_remarks_is_partial(nlp: Language, given: Given) -> None:
    outcome = one(given("agenda.txt", "Agenda\n\nDatum: 4 mei 2024\n"), nlp)
    assert outcome.status == "partial"
    assert [problem.code for problem in outcome.problems] == ["B02"]


def test_english_text_is_kept_but_all_for_review(nlp: Language, given: Given) -> None:
    outcome = one(given("minutes.txt", ENGLISH), nlp)
    assert outcome.status == "partial"
    assert [problem.code for problem in outcome.problems] == ["B03"]
    assert len(outcome.rows) == 3
    assert all(row.review and "not Dutch" in row.reason for row in outcome.rows)


def test_bullet_ids_are_the_same_in_every_run(nlp: Language, given: Given) -> None:
    first, second = (one(given("a.txt", MINUTES), nlp).rows for _ in range(2))
    assert [row.bullet_id for row in first] == [row.bullet_id for row in second]
    assert len({row.bullet_id for row in first}) == len(first)


def test_bullet_ids_do_not_hang_on_the_file_name(nlp: Language, given: Given) -> None:
    first, second = (one(given(name, MINUTES), nlp).rows for name in ("a.txt", "b/c.txt"))
    assert [row.bullet_id for row in first] == [row.bullet_id for row in second]


@pytest.mark.parametrize("name", ["lrt.txt", "Map met spaties/verslag één.txt"])
def test_the_document_is_named_as_given(nlp: Language, given: Given, name: str) -> None:
    assert {row.document for row in one(given(name, MINUTES), nlp).rows} == {name}


def test_the_same_contents_twice_are_said(nlp: Language, given: Given) -> None:
    first, second = run([given("a.txt", MINUTES), given("kopie.txt", MINUTES)], nlp)
    assert first.problems == ()
    assert [problem.code for problem in second.problems] == ["B05"]
    assert len(second.rows) == len(first.rows)


def test_the_sample_minutes_are_all_ok(nlp: Language, sample: Callable[[], list[Path]]) -> None:
    items = [Input(path.name, path) for path in sample()]
    assert {outcome.name: outcome.status for outcome in run(items, nlp)} == {
        path.name: "ok" for path in sample()
    }
    assert items


def test_rows_of_other_kinds_come_on_request(nlp: Language, given: Given) -> None:
    (outcome,) = run([given("a.txt", MINUTES)], nlp, kinds=["heading", "bullet"])
    assert [(row.kind, row.label is None) for row in outcome.rows] == [
        ("heading", True),
        ("bullet", False),
        ("bullet", False),
    ]


def test_an_unknown_kind_is_refused_before_anything_is_read(nlp: Language) -> None:
    with pytest.raises(ExportError, match="X09"):
        run([], nlp, kinds=["kopje"])


def test_without_remarks_it_is_partial_whatever_rows_there_are(nlp: Language, given: Given) -> None:
    (outcome,) = run([given("a.txt", "Agenda\n\nDatum: 4 mei 2024\n")], nlp, kinds=["all"])
    assert (outcome.status, [problem.code for problem in outcome.problems]) == ("partial", ["B02"])
    assert outcome.rows


def test_only_remarks_of_other_languages_are_for_review(nlp: Language, given: Given) -> None:
    (outcome,) = run([given("minutes.txt", ENGLISH)], nlp, kinds=["all"])
    assert {(row.kind, row.review) for row in outcome.rows} == {
        ("heading", False),
        ("bullet", True),
    }
