"""The finder of mentions: it adds parties that no list has, and changes none of the list's."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from notulist.components.actors import Actors, make_actors
from notulist.components.learned_mentions import Finder
from notulist.components.roles import make_roles
from notulist.errors import ModelError
from notulist.language import MinutesDutch
from notulist.training.learned_mentions import Settings, documents, fit

NLP = MinutesDutch()
REMARKS = (
    "De {} vraagt om uitstel.",
    "Volgens de {} is dit te duur.",
    "{} stemt in met het voorstel.",
    "Kritiek van de {} op de sluis.",
    "De sluis is te duur voor de boot.",
    "Het voorstel over de brug ligt op tafel.",
    "In de brug zit een gat.",
)
PARTIES = ("veerlieden", "Brugwacht", "sluizenbond", "Kadehuis", "schippers")


def remark_doc(text: str, party: str = "") -> Doc:
    """One bullet a line, each place of the party an entity."""
    doc = NLP.make_doc(text)
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    doc.spans["bullets"] = [
        doc.char_span(*place, alignment_mode="expand") for place in zip(starts, ends, strict=True)
    ]
    doc.ents = [
        Span(doc, token.i, token.i + 1, label="ORG") for token in doc if token.text == party
    ]
    return doc


@pytest.fixture(scope="module")
def finder() -> Finder:
    """One that learnt from a document for each party, and from one that nobody marked."""
    actors = make_actors(NLP, "actors")
    docs = [
        remark_doc("\n".join(line.format(party) for line in REMARKS), party) for party in PARTIES
    ]
    docs.append(remark_doc("De Toren staat scheef.\nDit is van de Toren af te zien."))
    return Finder(fit(documents(actors, docs), Settings(C=30, min_documents=1)))


@pytest.fixture
def actors(finder: Finder) -> Actors:
    component = make_actors(NLP, "actors")
    component.finder = finder
    assert isinstance(component, Actors)
    return component


def found(actors: Actors, text: str) -> list[tuple[str, str]]:
    return [(e.text, e.kb_id_) for e in actors(remark_doc(text)).ents]


@pytest.mark.parametrize(
    "text", ["De veerlieden vraagt om uitstel.", "Volgens de dijkenbond is dit te duur."]
)
def test_a_party_that_no_list_has_is_found_without_an_id(actors: Actors, text: str) -> None:
    assert found(actors, text) == [(text.split()[1 if text[0] == "D" else 2], "NIL")]


def test_without_a_finder_it_is_the_list_alone() -> None:
    assert found(make_actors(NLP, "actors"), "De schippers vraagt om uitstel.") == []


def test_with_a_threshold_of_one_it_is_the_list_alone(actors: Actors) -> None:
    actors.threshold = 1.0
    assert found(actors, "De schippers vraagt om uitstel.") == []


def test_what_the_list_has_stays(actors: Actors) -> None:
    assert found(actors, "De VNG vraagt om uitstel.") == [("VNG", "VNG")]


def test_what_it_adds_says_so_in_its_id(actors: Actors) -> None:
    doc = actors(remark_doc("De schippers vraagt om uitstel.\nDe VNG vraagt om uitstel."))
    assert [(e.text, e.id_) for e in doc.ents] == [("schippers", "learned"), ("VNG", "")]


def test_what_it_adds_without_an_id_is_mentioned_and_holds_nothing(actors: Actors) -> None:
    doc = make_roles(NLP, "roles")(actors(remark_doc("De schippers vraagt om uitstel.")))
    (bullet,) = doc.spans["bullets"]
    assert (bullet._.mentions, bullet._.holder) == (("NIL",), ())


def test_other_words_are_left_alone(actors: Actors) -> None:
    assert found(actors, "De sluis is te duur voor de boot.") == []


def test_a_place_has_the_id_of_its_body(actors: Actors) -> None:
    actors.threshold = 0.05
    text = "De sluis is te duur, Tilburg stemt in met het voorstel."
    assert found(make_actors(NLP, "actors"), text) == []
    assert found(actors, text) == [("Tilburg", "gemeente:Tilburg")]


@pytest.mark.parametrize(
    "text", ["In de brug in Tilburg zit een gat.", "Anna Van Tilburg stemt in met het voorstel."]
)
def test_a_place_where_something_is_isnt_one(actors: Actors, text: str) -> None:
    actors.threshold = 0.05
    assert "Tilburg" not in [name for name, _ in found(actors, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Een veerlieden vraagt om uitstel.",
        "De Kade-Brugwacht stemt in met het voorstel.",
        "Volgens Anna van Brugwacht is dit te duur.",
    ],
)
def test_one_of_many_half_a_word_and_a_surname_are_none(actors: Actors, text: str) -> None:
    assert found(actors, text) == []


def test_an_initial_is_none(actors: Actors) -> None:
    actors.threshold = 0.05
    assert "B" not in [name.strip(".") for name, _ in found(actors, "B. Boom stemt in met het.")]


def test_a_word_for_a_person_of_the_attendance_list_is_none(actors: Actors) -> None:
    text = "Aanwezig: Anna Brugwacht (VNG), Piet Boom (IPO)\nBrugwacht stemt in met het voorstel."
    doc = remark_doc(text)
    attendance, bullet = doc.spans["bullets"]
    doc.spans["attendance"], doc.spans["bullets"] = [attendance], [bullet]
    assert "Brugwacht" not in [e.text for e in actors(doc).ents]


@pytest.fixture
def nlp(finder: Finder) -> Language:
    made = spacy.blank("nl_minutes")
    made.add_pipe("notulist_actors")
    component = made.get_pipe("notulist_actors")
    assert isinstance(component, Actors)
    component.finder = finder
    return made


def tagged(nlp: Language) -> list[tuple[str, str]]:
    component = nlp.get_pipe("notulist_actors")
    assert isinstance(component, Actors)
    return found(component, "De schippers vraagt om uitstel, de VNG niet.")


def test_a_saved_pipeline_finds_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert len(tagged(nlp)) == 2
    assert tagged(spacy.load(tmp_path)) == tagged(nlp)


def test_bytes_read_back(nlp: Language) -> None:
    other = spacy.blank("nl_minutes")
    other.add_pipe("notulist_actors")
    assert tagged(other.from_bytes(nlp.to_bytes())) == tagged(nlp)


def test_a_saved_pipeline_without_a_finder_has_none(tmp_path: Path) -> None:
    nlp = spacy.blank("nl_minutes")
    nlp.add_pipe("notulist_actors")
    nlp.to_disk(tmp_path)
    assert [path.name for path in (tmp_path / "notulist_actors").iterdir()] == ["actors.csv"]
    assert len(tagged(spacy.load(tmp_path))) == 1


def test_a_finder_whose_bytes_are_others_is_refused(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    archive = tmp_path / "notulist_actors" / "pipeline.skops"
    archive.write_bytes(archive.read_bytes() + b"x")
    with pytest.raises(ModelError) as caught:
        spacy.load(tmp_path)
    assert caught.value.code == "M03"
