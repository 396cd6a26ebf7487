"""What training starts from: which real passages are kept apart, and who read what as what."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, SpanGroup

from notulist.corpus.anchors import digest
from notulist.corpus.authored_votes import RemarkVotes, write_votes
from notulist.corpus.labels import LabelledFile, LabelledSpan, read_labels, write_labels
from notulist.corpus.votes import Vote
from notulist.labels import NONE
from notulist.training import setup
from notulist.training.examples import examples
from notulist.training.setup import NO_MINUTES_FILE, gold, gold_docs, no_minutes, real_gold

REQUEST = "Wie betaalt dit?"


@pytest.fixture
def doc() -> Doc:
    """Two labelled bullets, the second with a name."""
    made = spacy.blank("nl_minutes")("Wie betaalt dit?\nDhr. Verzinsel  heeft zorgen.")
    spans = [
        made.char_span(0, 16, label="request", alignment_mode="expand"),
        made.char_span(17, len(made.text), label="concern", alignment_mode="expand"),
    ]
    made.spans["bullets"] = SpanGroup(made, name="bullets", spans=spans)
    return made


def labelled(text: str, part: str) -> LabelledFile:
    span = LabelledSpan("b0", (0, 0), (0, 1), digest(text))
    return LabelledFile("raad/verslag.md", part, "", (span,))


@pytest.mark.parametrize("part", ["dev", "test-documents", "test-bodies", "lrt"])
def test_passages_of_other_parts_than_train_are_held_out(part: str) -> None:
    assert setup._held_out([labelled(REQUEST, part)]) == {digest(REQUEST)}


def test_passages_of_train_are_not_held_out() -> None:
    assert setup._held_out([labelled(REQUEST, "train")]) == set()


def test_examples_whose_text_is_held_out_are_dropped(doc: Doc) -> None:
    assert setup._apart([doc], {digest(REQUEST)}).labels == ("concern",)


def test_white_space_makes_no_other_text(doc: Doc) -> None:
    assert setup._apart([doc], {digest("Dhr. Verzinsel heeft zorgen.")}).labels == ("request",)


def test_names_of_what_is_dropped_are_still_kept_out(doc: Doc) -> None:
    assert "verzinsel" in setup._apart([doc], {digest("Dhr. Verzinsel heeft zorgen.")}).names


def test_a_text_of_a_test_part_is_not_learnt_from_though_no_test_file_is_there(
    corpus: Path, minutes: Path
) -> None:
    files = read_labels(setup.LABELS_FOLDER)
    span = replace(files[0].spans[0], id="b0")
    absent = LabelledFile("elders/verslag.md", "test-bodies", "", (span,))
    write_labels([*files, absent], setup.LABELS_FOLDER)
    real = gold(corpus, minutes).real
    assert real is not None
    assert len(real.texts) == 7


def test_gold_docs_bear_the_votes_that_stand_beside_the_corpus(corpus: Path) -> None:
    votes = (Vote("request"), Vote("concern"), None)
    write_votes([RemarkVotes("f", 3, digest(REQUEST), votes)], corpus)
    (doc,) = gold_docs(corpus, "dev")
    said = [bullet._.votes for bullet in doc.spans["bullets"]]
    assert said == [(), (), (), ("request", "concern", "")]


def test_gold_docs_of_a_corpus_without_votes_bear_none(corpus: Path) -> None:
    docs = gold_docs(corpus)
    assert {bullet._.votes for doc in docs for bullet in doc.spans["bullets"]} == {()}


def test_real_gold_docs_bear_the_votes_of_their_table(minutes: Path) -> None:
    (doc,) = real_gold(minutes, "dev", labels=setup.LABELS_FOLDER)
    assert examples([doc]).votes[0] == ("agreement", "", "")


def test_what_is_of_no_minutes_is_learnt_from_as_no_remark_of_nobody(corpus: Path) -> None:
    table = 'kind,text\nenglish,"The council, too."\ncode,x = 1\n'
    (corpus / NO_MINUTES_FILE).write_text(table, encoding="utf-8")
    data = gold(corpus)
    assert data.apart.texts == ("The council, too.", "x = 1")
    assert set(data.apart.labels) == {NONE}
    assert data.known.n_bodies == data.authored.n_bodies
    assert data.known.remarks.texts == data.authored.texts
    assert len(data.known.further) == len(data.known.texts)


def test_a_corpus_without_a_table_of_them_has_none(corpus: Path) -> None:
    assert gold(corpus).apart.texts == ()


def test_our_own_has_seven_kinds_of_them() -> None:
    assert len(no_minutes().texts) == 420
