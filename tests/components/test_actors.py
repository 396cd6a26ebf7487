"""Actors in text: every way of writing them, and what isn't one."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from notulist.components.actors import Actors, make_actors
from notulist.components.words import words_of
from notulist.errors import ActorTableError
from notulist.language import MinutesDutch

NLP = MinutesDutch()
ACTORS: Actors = make_actors(NLP, "actors")


def tag(text: str, bullets: list[str] | None = None, attendance: str = "") -> Doc:
    """A Doc with actors; `bullets` and `attendance` are parts of the text."""
    doc = NLP.make_doc(text)
    for key, parts in (
        ("bullets", bullets or []),
        ("attendance", [attendance] if attendance else []),
    ):
        starts = [(text.index(part), len(part)) for part in parts]
        spans = [doc.char_span(s, s + n, alignment_mode="expand") for s, n in starts]
        doc.spans[key] = [span for span in spans if span is not None]
    return ACTORS(doc)


def found(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.kb_id_) for ent in doc.ents]


@pytest.mark.parametrize(
    "written",
    [
        *("CdK", "CdK's", "CdK’s", "CdK´s", "CdK`s", "CdKs", "commissaris van de Koning"),
        *("Commissarissen van de Koning", "commissaris van de Koningin"),
    ],
)
@pytest.mark.parametrize("around", ["de {} vinden", "({})", "met de {}.", "{}: nee", "**{}**"])
def test_all_ways_of_writing_an_office(written: str, around: str) -> None:
    assert found(tag(around.format(written))) == [(written, "CdK")]


@pytest.mark.parametrize(
    ("written", "actor"),
    [
        ("JenV", "JenV"),
        ("J&V", "JenV"),
        ("VenJ", "JenV"),
        ("SJenV", "JenV"),
        ("MBZK", "BZK"),
        ("DGSZW", "SZW"),
        ("ministerie van JenV", "JenV"),
        ("Ministerie van Veiligheid en Justitie", "JenV"),
        ("ministerie van Onderwijs, Cultuur en Wetenschap", "OCW"),
        ("I&W", "IenW"),
        ("DT&V", "DTenV"),
        ("VR’s", "veiligheidsregio"),
        ("veiligheidsregio´s", "veiligheidsregio"),
        ("VERENIGING VAN NEDERLANDSE GEMEENTEN", "VNG"),
        ("provincie Utrecht", "provincie:Utrecht"),
        ("gemeente 's-Hertogenbosch", "gemeente:Den-Bosch"),
        ("waterschap Hunze en Aa's", "waterschap:Hunze-en-Aas"),
        ("B&W", "B&W"),
        ("PO-Raad", "PO-Raad"),
    ],
)
def test_name_to_id(written: str, actor: str) -> None:
    assert {kb_id for _, kb_id in found(tag(f"dat {written} dit doet"))} == {actor}


@pytest.mark.parametrize(
    ("text", "kb_ids"),
    [
        ("Het Ministerie van Justitie en\nVeiligheid komt", ["JenV"]),
        ("De veiligheids-\nregio’s komen", ["veiligheidsregio"]),
        ("De veiligheids\ufffe\nregio komt", ["veiligheidsregio"]),
        ("De Vereniging van \r\n  Nederlandse Gemeenten komt", ["VNG"]),
    ],
)
def test_name_broken_over_lines(text: str, kb_ids: list[str]) -> None:
    doc = tag(text)
    assert [ent.kb_id_ for ent in doc.ents] == kb_ids
    assert doc.text == text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Overleg JenV/BZK en Rijk-IPO", ["JenV", "BZK", "Rijk", "IPO"]),
        ("VNG,IPO en UvW", ["VNG", "IPO", "UvW"]),
        ("een COA-locatie", ["COA"]),
        ("[Geonovum](https://example.nl/Kadaster/x)", ["Geonovum"]),
    ],
)
def test_glued_names_are_mentions_of_their_own(text: str, names: list[str]) -> None:
    assert [ent.text for ent in tag(text).ents] == names


@pytest.mark.parametrize(
    "text",
    [
        "Dat is om aan te geven dat wij het rijk niet arm rekenen.",
        "OM DE TAFEL STAAN",
        "Een gemeente of elke minister kan dat, per provincie.",
        "Het is het best om in Houten of Huizen te wonen.",
        "In Tiel en Ede regent het.",
        "Mevrouw Van Delft heeft de VO en PO gezien.",
        "Zie https://github.com/Geonovum/KP-APIs/VNG en info@vng.nl.",
        "Het departement Omgeving.".replace("departement", "Departement"),
        "Wandelen in Heusden-Zolder en Vlaams-Brabant",
    ],
)
def test_words_that_are_no_actor(text: str) -> None:
    assert found(tag(text)) == []


def test_office_with_a_body_is_one_mention_of_the_body() -> None:
    doc = tag("De Staatssecretaris van JenV en de minister (BZK), voorzitter van het VB")
    assert found(doc) == [("JenV", "JenV"), ("BZK", "BZK"), ("VB", "VB")]


@pytest.mark.parametrize(
    "before",
    [
        "Aanwezig: de staatssecretaris van JenV, de heer Pot (BZK).\n",
        "Aanwezig: mevrouw Pan (SJenV), de heer Pot (BZK).\n",
        "Aanwezig: Staatssecretaris Terugkeer (JenV), de heer Pot (BZK).\n",
        "Aanwezig: de heer Pot (JenV), mevrouw Pan (VNG).\n",
    ],
)
def test_bare_office_gets_the_body_that_the_document_gives(before: str) -> None:
    doc = tag(before + "De staatssecretaris antwoordt.", attendance=before.strip())
    office = doc.ents[-1]
    assert (office.text, office.label_, office.kb_id_) == ("staatssecretaris", "OFFICE", "JenV")
    assert office.id_ == "inferred"


def test_office_beside_its_body_in_brackets_is_that_body() -> None:
    doc = tag("Mevr. Pan (VNG, wethouder) en dhr. Pot (COA, voorzitter)")
    assert [ent.kb_id_ for ent in doc.ents] == ["VNG", "VNG", "COA", "COA"]


def test_chair_of_a_named_body_is_not_the_chair_of_every_body() -> None:
    doc = tag("De voorzitter van het VB is er. De voorzitter opent.")
    assert [ent.kb_id_ for ent in doc.ents] == ["VB", "voorzitter"]


def test_an_office_is_no_body_of_another_kind() -> None:
    doc = tag("De burgemeester van Tiel, namens de VNG de burgemeester. De burgemeester zwijgt.")
    assert doc.ents[-1].kb_id_ == "gemeente:Tiel"


def test_another_ministry_is_not_the_one_at_the_table() -> None:
    assert found(tag("Pan (BZK).\nEen ander departement betaalt.", attendance="Pan (BZK)")) == [
        ("BZK", "BZK")
    ]


def test_name_behind_a_dash_is_whole() -> None:
    assert found(tag("Pan - Digitaal Vlaanderen"))[0][1] == "Digitaal-Vlaanderen"


def test_bare_office_keeps_its_own_id_where_two_bodies_could_have_it() -> None:
    office = tag("JenV en BZK zijn er. De minister antwoordt.").ents[-1]
    assert (office.kb_id_, office.id_) == ("minister", "")


@pytest.mark.parametrize(
    ("before", "body"),
    [
        ("Aanwezig: mevrouw Pan (BZK), de heer Pot (VNG). JenV is ingelicht.\n", "BZK"),
        ("Aanwezig: de heer Pot (VNG). BZK, BZK en BZK, niet JenV.\n", "BZK"),
        ("Aanwezig: mevrouw Pan (BZK), de heer Pot (JenV).\n", None),
        ("Aanwezig: mevrouw Pan (BZK). JenV, JenV en VWS.\n", None),
        ("Aanwezig: de heer Pot (VNG). BZK, BZK en JenV.\n", None),
    ],
)
@pytest.mark.parametrize(
    ("office", "own"), [("minister", "minister"), ("departement", "departementen")]
)
def test_the_ministry_is_the_one_at_the_table_or_named_far_more_often(
    before: str, body: str | None, office: str, own: str
) -> None:
    doc = tag(f"{before}Het {office} antwoordt.", attendance=before.split(".")[0])
    assert (doc.ents[-1].text, doc.ents[-1].kb_id_) == (office, body or own)


@pytest.mark.parametrize(
    ("written", "id_"), [("departementen", "departementen"), ("ministers", "minister")]
)
def test_more_than_one_are_not_that_one(written: str, id_: str) -> None:
    doc = tag(f"Pan (BZK).\nDe minister van BZK. De {written} antwoorden.", attendance="Pan (BZK)")
    assert doc.ents[-1].kb_id_ == id_


@pytest.mark.parametrize(
    ("text", "bullets", "kb_ids"),
    [
        ("Tiel vraagt om uitstel.", ["Tiel vraagt om uitstel."], ["gemeente:Tiel"]),
        ("Tiel en Ede: nee.", ["Tiel en Ede: nee."], ["gemeente:Tiel", "gemeente:Ede"]),
        ("Hoe zit dat? (Tiel)", ["Hoe zit dat? (Tiel)"], ["gemeente:Tiel"]),
        ("Wethouder Tiel komt", [], ["gemeente:Tiel"]),
        ("gemeenten Tiel en Ede", [], ["gemeente:Tiel", "gemeente:Ede"]),
        ("GS van Utrecht", [], ["provincie:Utrecht"]),
        ("burgemeester van Utrecht", [], ["gemeente:Utrecht"]),
    ],
)
def test_place_that_stands_for_its_government(
    text: str, bullets: list[str], kb_ids: list[str]
) -> None:
    assert [ent.kb_id_ for ent in tag(text, bullets).ents] == kb_ids


def test_place_that_attends_is_a_party_in_the_whole_document() -> None:
    attendance = "Aanwezig: mevrouw Pan (Tiel)"
    doc = tag(f"{attendance}\nDat wil Tiel wel, maar in Tiel niet.", attendance=attendance)
    before = [doc[ent.start - 1].text for ent in doc.ents]
    assert before == ["(", "wil"]


@pytest.mark.parametrize(
    ("bullet", "expected"),
    [
        ("Vanaf mei doet Tiel het zelf.", [("Tiel", "gemeente:Tiel")]),
        ("Verzoek van Tiel om haast.", [("Tiel", "gemeente:Tiel")]),
        ("De brug is in Tiel.", []),
        ("De binnenstad van Tiel is vol.", []),
    ],
)
def test_place_of_a_body_that_attends_is_that_body(
    bullet: str, expected: list[tuple[str, str]]
) -> None:
    doc = tag(f"Aanwezig: gemeente Tiel\n{bullet}", [bullet], attendance="Aanwezig: gemeente Tiel")
    assert found(doc)[1:] == expected


def test_portfolio_behind_a_local_office_is_no_ministry() -> None:
    doc = tag(
        "Aanwezig: Financiën\nGedeputeerde Financiën stemt in.", attendance="Aanwezig: Financiën"
    )
    assert found(doc) == [("Financiën", "Fin"), ("Gedeputeerde", "gedeputeerde")]


def test_portfolio_written_in_full_is_no_ministry_either() -> None:
    doc = tag("Gedeputeerde Economische Zaken stemt in. De gedeputeerde van Zeeland ook.")
    assert [ent.kb_id_ for ent in doc.ents] == ["provincie:Zeeland", "provincie:Zeeland"]


def test_portfolio_at_the_table_seats_no_ministry() -> None:
    attendance = "Aanwezig: gedeputeerde Economische Zaken"
    office = tag(f"{attendance}\nDe minister antwoordt.", attendance=attendance).ents[-1]
    assert (office.kb_id_, office.id_) == ("minister", "")


def test_place_is_a_province_among_provinces() -> None:
    attendance = "Aanwezig: de heer Pot (Zeeland), mevrouw Pan (Utrecht), de heer Kan (Limburg)"
    kb_ids = [ent.kb_id_ for ent in tag(attendance, attendance=attendance).ents]
    assert "provincie:Utrecht" in kb_ids


def test_predict_changes_nothing() -> None:
    doc = NLP.make_doc("De VNG komt.")
    assert [span.kb_id_ for span in ACTORS.predict([doc])[0]] == ["VNG"]
    assert doc.ents == ()


def own(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(
        "id,label,exact,any_case\nZG,ORG,ZG,zeegroep\nVNG,ORG,VNGX,\n", encoding="utf-8"
    )
    return path


def pipeline(actors: Path) -> Language:
    nlp = spacy.blank("nl")
    nlp.add_pipe("notulist_actors", config={"actors": str(actors)})
    return nlp


def test_own_table_comes_on_top(tmp_path: Path) -> None:
    doc = pipeline(own(tmp_path))("De zeegroep, ZG, VNG, VNGX en het IPO")
    assert [ent.kb_id_ for ent in doc.ents] == ["ZG", "ZG", "VNG", "IPO"]


def test_bad_own_table_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("id,label\nX,ORG\n", encoding="utf-8")
    with pytest.raises(ActorTableError):
        pipeline(path)


def test_absent_own_table_is_refused_when_needed(tmp_path: Path) -> None:
    nlp = pipeline(tmp_path / "none.csv")
    with pytest.raises(ActorTableError):
        nlp("De VNG komt.")


def test_saved_pipeline_needs_no_table_beside_it(tmp_path: Path) -> None:
    path = own(tmp_path)
    pipeline(path).to_disk(tmp_path / "model")
    path.unlink()
    doc = spacy.load(tmp_path / "model")("De zeegroep en het IPO")
    assert [ent.kb_id_ for ent in doc.ents] == ["ZG", "IPO"]


def test_bytes_carry_the_table(tmp_path: Path) -> None:
    data = pipeline(own(tmp_path)).to_bytes()
    nlp = spacy.blank("nl")
    nlp.add_pipe("notulist_actors")
    nlp.from_bytes(data)
    assert [ent.kb_id_ for ent in nlp("De zeegroep").ents] == ["ZG"]


def test_entities_of_other_components_stay_where_they_dont_clash() -> None:
    doc = NLP.make_doc("Anna spreekt VNG aan")
    doc.ents = [doc.char_span(0, 4, label="PERSON"), doc.char_span(13, 16, label="MISC")]
    assert [ent.label_ for ent in ACTORS(doc).ents] == ["PERSON", "ORG"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(["VNG", "JenV/BZK", "CdK´s", "de", "(", ")", "\n", "-", "Tiel", "s"]))
)
def test_words_cover_every_token_that_is_no_space_once_and_in_order(parts: list[str]) -> None:
    doc = NLP.make_doc(" ".join(parts))
    words = words_of(doc)
    covered = {t for s, e in zip(words.start, words.end, strict=True) for t in range(s, e)}
    assert {t.i for t in doc if not t.is_space} <= covered
    assert words.start == sorted(words.start)
    assert len(words.text) == len(words.start) == len(words.end)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="VNGIPOJenCdKs'’´-–/&.:(), \n\ufffe", max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    doc = tag(text)
    assert doc.text == text
    assert all(ent.kb_id_ for ent in doc.ents)
