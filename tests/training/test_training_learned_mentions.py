"""What the finder of mentions learns from: gold Docs, and Docs whose actors nobody marked."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.tokens import Doc, Span

from notulist.components.actors import make_actors
from notulist.components.learned_mentions import Finder
from notulist.language import MinutesDutch
from notulist.training.learned_mentions import (
    Document,
    Settings,
    can_learn,
    documents,
    finders,
    fit,
    names_of,
)

NLP = MinutesDutch()
ACTORS = make_actors(NLP, "actors")
QUICK = Settings(C=30, min_documents=1, folds=2)
PARTIES = ("veerlieden", "Brugwacht", "sluizenbond", "Kadehuis")


def gold_doc(party: str, *, marked: bool = True) -> Doc:
    """An attendance list and a bullet in which a party and a person speak."""
    listed = "Aanwezig: Jaap Verzonnen (VNG)"
    doc = NLP.make_doc(
        f"{listed}\nDe {party} vraagt om uitstel, aldus Jaap Verzonnen van de sluis."
    )
    doc.spans["attendance"] = [doc.char_span(0, len(listed))]
    doc.spans["bullets"] = [doc.char_span(len(listed) + 1, len(doc.text))]
    if marked:
        doc.ents = [Span(doc, one.i, one.i + 1, label="ORG") for one in doc if one.text == party]
    return doc


@pytest.fixture
def docs() -> list[Doc]:
    return [gold_doc(party) for party in PARTIES]


@pytest.fixture
def learnt(docs: list[Doc]) -> list[Document]:
    return documents(ACTORS, docs)


def vocabulary(learnt: list[Document], settings: Settings = QUICK, *names: str) -> set[str]:
    return set(fit(learnt, settings, frozenset(names))["features"].vocabulary_)


def test_the_words_of_an_entity_are_of_a_mention(learnt: list[Document]) -> None:
    gold = [[one.reading.words.text[at] for at in one.gold] for one in learnt]
    assert gold == [[party] for party in PARTIES]


def test_a_doc_without_entities_is_one_that_nobody_marked() -> None:
    assert not documents(ACTORS, [gold_doc("gemaal", marked=False)])[0].marked


def test_documents_without_a_marked_mention_are_too_few_to_learn_from(
    learnt: list[Document],
) -> None:
    assert can_learn(learnt)
    assert not can_learn(documents(ACTORS, [gold_doc("gemaal", marked=False)]))
    assert not can_learn([])


def test_training_again_gives_the_same_arrays(learnt: list[Document]) -> None:
    first, second = (fit(learnt, QUICK)["classifier"].coef_ for _ in range(2))
    assert np.array_equal(first, second)


def test_names_of_persons_stay_out_of_the_vocabulary(
    docs: list[Doc], learnt: list[Document]
) -> None:
    names = names_of(docs)
    assert {"jaap", "verzonnen"} <= names
    assert [name for name in vocabulary(learnt) if "verzonnen" in name]
    known = vocabulary(learnt, QUICK, *names)
    assert "word=sluis" in known
    assert not [name for name in known if "jaap" in name or "verzonnen" in name]


def test_what_few_documents_have_stays_out_of_the_vocabulary(learnt: list[Document]) -> None:
    known = vocabulary(learnt, Settings(C=30, min_documents=2))
    assert "word=sluis" in known
    assert "word=veerlieden" not in known


def test_what_weighs_little_isnt_kept(learnt: list[Document]) -> None:
    assert len(vocabulary(learnt, Settings(min_documents=1, least=0.1))) < len(vocabulary(learnt))


def test_words_of_unmarked_documents_count_as_none() -> None:
    """As much as they weigh."""
    docs = [*(gold_doc(party) for party in PARTIES), gold_doc("veerlieden", marked=False)]
    learnt = documents(ACTORS, docs)
    odds = [
        Finder(fit(learnt, Settings(min_documents=1, unread=weight))).log_odds(learnt[0].reading)
        for weight in (0.1, 10.0)
    ]
    at = next(iter(learnt[0].gold))
    assert odds[0][at] > odds[1][at]


def test_in_cross_validation_no_document_is_asked_of_what_learnt_from_it(
    learnt: list[Document],
) -> None:
    found = dict(finders(learnt, QUICK, frozenset()))
    assert sorted(found) == [0, 1, 2, 3]
    assert len({id(finder) for finder in found.values()}) == 2
