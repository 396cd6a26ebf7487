"""Bodies that the gazetteer doesn't have, and words whose body the document gives."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from notulist.components.actors import make_actors
from notulist.components.gazetteer import shipped_actors
from notulist.components.groups import LOWER_STATES
from notulist.components.organs import (
    ALDERMEN,
    COMMISSIONER,
    COUNCIL,
    DEPUTIES,
    STATES,
    SUPPLIERS,
)
from notulist.components.unlisted import CHAIR
from notulist.language import MinutesDutch

NLP = MinutesDutch()
ACTORS = make_actors(NLP, "actors")


def tag(text: str, *, meeting: str = "", present: str = "") -> Doc:
    """A Doc of an attendance list and one remark, with actors."""
    doc = NLP.make_doc(f"{present}\n{text}" if present else text)
    doc._.meeting_body = meeting
    doc.spans["attendance"] = [doc.char_span(0, len(present))] if present else []
    start = len(present) + 1 if present else 0
    doc.spans["bullets"] = [doc.char_span(start, len(doc.text), alignment_mode="expand")]
    return ACTORS(doc)


def found(text: str, *, meeting: str = "", present: str = "") -> list[tuple[str, str]]:
    """Name and id of what the remark mentions."""
    doc = tag(text, meeting=meeting, present=present)
    return [(e.text, e.kb_id_) for e in doc.spans["bullets"][0].ents]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De werkgroep komt bijeen.", "werkgroep"),
        ("Dit gaat naar de stuurgroep.", "stuurgroep"),
        ("Een subwerkgroep zoekt het uit.", "subwerkgroep"),
        ("De werkgroepjes melden zich.", "werkgroepjes"),
        ("De werkgroep Oevers en Kades meldt zich.", "werkgroep Oevers en Kades"),
        ("Vraag aan de OVK-werkgroep", "OVK-werkgroep"),
        ("In de OVK werkgroep is dit besproken.", "OVK werkgroep"),
        ("Het programmabureau stuurt een brief.", "programmabureau"),
        ("Het kernteam levert een lijst.", "kernteam"),
        ("Kort overleg met de regiotafel.", "regiotafel"),
        ("De taskforce loopt door.", "taskforce"),
        ("De kascommissie is tevreden.", "kascommissie"),
        ("De commissie Sluizen vraagt om haast.", "commissie Sluizen"),
        ("TO-leden geven akkoord.", "TO-leden"),
        ("Wordt aan het TO voorgelegd.", "TO"),
        ("Dit staat op de lijst van TO Sluisdata.", "TO Sluisdata"),
        ("De overheid loopt achter.", "overheid"),
        ("Binnen de Vlaamse overheid.", "overheid"),
        ("Ook de semi-overheid doet mee.", "semi-overheid"),
    ],
)
def test_a_group_is_a_mention_without_id(text: str, name: str) -> None:
    assert found(text) == [(name, "NIL")]


@pytest.mark.parametrize(
    "text",
    [
        "De volgende werkgroep is in mei.",
        "Tijdens de werkgroep viel de stroom uit.",
        "De eerste thematische werkgroep is vol.",
        "WERKGROEP SLUIZEN",
        "TO DO: lijst nalopen",
        "Het volgende TO is op 3 mei.",
        "De wet digitale overheid gaat in.",
        "De klachtencommissie-uitspraken zijn binnen.",
        "Zie overheid.nl voor meer.",
        "Dat geldt voor elke doelgroep en leeftijdsgroep.",
        "De vergadering is in commissie behandeld.",
        "Wij vragen raad.",
        "Er is een bureau gekocht.",
        "Hij volgt een nieuw college.",
        "De raad van bestuur van Kanteldata is akkoord.",
    ],
)
def test_what_is_no_group(text: str) -> None:
    assert found(text) == []


def test_a_group_of_a_body_is_that_body() -> None:
    assert found("De VNG-commissie is akkoord.") == [("VNG", "VNG")]


@pytest.mark.parametrize(
    ("text", "meeting", "id_"),
    [
        ("De raad beslist in mei.", "", "gemeenteraad"),
        ("De raad beslist in mei.", "Ondernemingsraad Kanteldijk", "NIL"),
        ("Raden beslissen in mei.", "", "gemeenteraad"),
        ("Het college besluit.", "", "B&W"),
        ("Het college besluit.", "Gedeputeerde Staten van Drenthe", "GS"),
        (
            "Het college besluit.",
            "Algemeen bestuur Waterschap Scheldestromen",
            "waterschap:Scheldestromen",
        ),
        ("De Staten zijn bezorgd.", "", "PS"),
        ("Vraag aan de leverancier", "", "leveranciers"),
        ("Het bureau schrijft een brief.", "VNG-commissie Sluizen", "VNG"),
        ("Het bureau schrijft een brief.", "Stuurgroep Sluizen", "NIL"),
        ("De provincie betaalt.", "Provinciale Regietafel Limburg", "provincie:Limburg"),
        ("De provincie betaalt.", "Stuurgroep Sluizen", "provincies"),
        ("De gedeputeerde betaalt.", "Provinciale Regietafel Limburg", "provincie:Limburg"),
        ("De lokale overheden betalen.", "", "medeoverheden"),
    ],
)
def test_the_meeting_says_whose_organ_it_is(text: str, meeting: str, id_: str) -> None:
    assert [kb_id for _, kb_id in found(text, meeting=meeting)] == [id_]


def test_what_a_common_word_stands_for_is_in_the_gazetteer() -> None:
    known = {actor.id for actor in shipped_actors()}
    meant = (COUNCIL, STATES, ALDERMEN, DEPUTIES, COMMISSIONER, SUPPLIERS, LOWER_STATES, CHAIR)
    assert {actor.id for actor in meant} <= known


@pytest.mark.parametrize(
    ("present", "text", "expected"),
    [
        ("Aanwezig: Wim Sloot (Kanteldata)", "Kanteldata zoekt het uit.", "Kanteldata"),
        ("Aanwezig: Wim Sloot (Kanteldata, vz)", "Met Kanteldata's lijst.", "Kanteldata"),
        (
            "Aanwezig: Wim Sloot (Meld-Kaart BV)",
            "Zie Meld-Kaart BV hierover.",
            "Meld-Kaart BV",
        ),
        ("Aanwezig:\nWim Sloot – Kanteldata", "Kanteldata zoekt het uit.", "Kanteldata"),
        (
            "| Achternaam | Voornaam | Organisatie |\n|---|---|---|\n| Sloot | Wim | Kanteldata |",
            "Vraag aan Kanteldata",
            "Kanteldata",
        ),
        ("Deelnemers\nLeden\nDepartement\nWim Sloot\nOVK-U", "Vraag aan OVK-U", "OVK-U"),
        ("● Kanteldata:\n○ Wim Sloot", "Vraag aan Kanteldata", "Kanteldata"),
    ],
)
def test_a_body_of_the_attendance_list(present: str, text: str, expected: str) -> None:
    doc = tag(text, present=present)
    names = [e for e in doc.spans["bullets"][0].ents if e.kb_id_ == "NIL"]
    assert [e.text.removesuffix("'s") for e in names] == [expected]


@pytest.mark.parametrize(
    ("present", "text"),
    [
        ("Aanwezig: Wim Sloot (secretaris)", "De secretaris is ziek."),
        ("Aanwezig: Wim Sloot (via Teams)", "Dit gaat via Teams."),
        ("Aanwezig: Wim Sloot (Natuur)", "Natuur is van belang."),
        ("Aanwezig: Wim Sloot (Beheerders)", "Beheerders zijn tevreden, andere beheerders niet."),
        ("Aanwezig: Wim Sloot, Ans Berm", "Berm wordt gemaaid."),
    ],
)
def test_what_stands_beside_a_name_is_no_body(present: str, text: str) -> None:
    assert found(text, present=present) == []


def test_a_list_may_write_a_known_body_in_other_letters() -> None:
    assert found("JUSTID stuurt het.", present="Aanwezig: Wim Sloot (JUSTID)") == [
        ("JUSTID", "Justid")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kadaster meldt zich; het kadaster wacht.", ["Kadaster", "Kadaster"]),
        ("VNG meldt zich; vraag aan vng.", ["VNG", "VNG"]),
        (
            "Forum Standaardisatie wacht; het forum beslist.",
            ["Forum-Standaardisatie", "Forum-Standaardisatie"],
        ),
        ("Het kadaster wacht.", []),
        ("Het forum beslist.", []),
        ("Het Rijk betaalt een rijk gebied.", ["Rijk"]),
        ("Werkgroep Oevers; volgende werkgroep in mei.", ["NIL"]),
    ],
)
def test_a_body_named_again(text: str, expected: list[str]) -> None:
    assert [kb_id for _, kb_id in found(text)] == expected


@pytest.mark.parametrize(
    ("present", "chair"),
    [
        ("Aanwezig: Wim Sloot (Kadaster, vz.), Ans Berm (VNG)", "Kadaster"),
        ("Aanwezig: Wim Sloot (Kadaster)(vz), Ans Berm (VNG)", "Kadaster"),
        ("Aanwezig: Ans Berm (VNG), Wim Sloot (Kadaster - voorzitter)", "Kadaster"),
        ("Voorzitter: Wim Sloot (Kadaster)\nAanwezig: Ans Berm (VNG)", "Kadaster"),
        ("Aanwezig: Wim Sloot (Kadaster, vicevoorzitter), Ans Berm (VNG)", "voorzitter"),
        ("Aanwezig: Wim Sloot (voorzitter), Ans Berm (VNG)", "voorzitter"),
        ("Aanwezig: Wim Sloot (Kadaster, vz), Ans Berm (VNG, vz)", "voorzitter"),
    ],
)
def test_the_chair_is_of_the_body_that_the_list_gives(present: str, chair: str) -> None:
    assert found("De voorzitter sluit de vergadering.", present=present) == [("voorzitter", chair)]


def test_the_short_word_for_a_chair_is_a_mention_where_the_list_says_whose() -> None:
    present = "Aanwezig: Wim Sloot (Kadaster, vz)"
    assert found("De vz vat samen.", present=present) == [("vz", "Kadaster")]
    assert found("De vz vat samen.") == []


@pytest.mark.parametrize(
    ("text", "present", "expected"),
    [
        ("WVK stemt in.", "Aanwezig: de Werkgroep Vaste Kades (WVK)", [("WVK", "NIL")]),
        ("IB vraagt dit.", "Aanwezig: Inlichtingenbureau (IB)", [("IB", "Inlichtingenbureau")]),
        ("Stuurgroep Kades (SK) is er. De SK stemt in.", "",
         [("Stuurgroep Kades", "NIL"), ("SK", "NIL"), ("SK", "NIL")]),
        ("VNG (TD) stuurt het.", "", [("VNG", "VNG")]),
    ],
)  # fmt: skip
def test_an_abbreviation_that_the_document_gives_a_body(
    text: str, present: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text, present=present) == expected


@pytest.mark.parametrize(
    ("text", "present", "expected"),
    [
        ("Damwand vraagt uitstel.", "Aanwezig: VNG, IPO, UvW, Damwand, BZK", [("Damwand", "NIL")]),
        ("Damwand vraagt uitstel.", "Aanwezig: VNG, dhr. Sloot, UvW, Damwand, BZK", []),
        ("Damwand vraagt uitstel.", "Aanwezig: Sloot, Berm, UvW, Damwand", []),
        ("Damwand levert.", "Aanwezig: Sloot (Damwand BV)", [("Damwand", "NIL")]),
        ("Zandplaat levert.", "Aanwezig: Sloot (Stichting Zandplaat)", [("Zandplaat", "NIL")]),
        ("Een zandplaat ligt droog.", "Aanwezig: Sloot (Stichting Zandplaat)", []),
    ],
)
def test_a_body_of_a_list_of_bodies_and_its_shorter_name(
    text: str, present: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text, present=present) == expected


@pytest.mark.parametrize(
    ("text", "meeting", "present", "id_"),
    [
        ("De provincie betaalt.", "Gedeputeerde Staten van Zeeland", "", "provincie:Zeeland"),
        ("De provincie betaalt.", "Omgevingstafel Drenthe", "", "provincie:Drenthe"),
        ("De provincie betaalt.", "Stuurgroep Kades", "Aanwezig: Sloot (provincie Drenthe), VNG",
         "provincie:Drenthe"),
        ("Een provincie betaalt; de provincies ook.", "Omgevingstafel Drenthe", "", "provincies"),
        ("De provincie betaalt.", "Interprovinciaal Overleg Kades",
         "Aanwezig: Sloot (provincie Drenthe), Berm (provincie Zeeland)", "provincies"),
        ("De provincie betaalt.", "Stuurgroep Kades", "", "provincies"),
        ("Dit ligt bij provincie.", "Omgevingstafel Drenthe", "", "provincie:Drenthe"),
        ("Met een naburige gemeente.", "College van B&W Tiel", "", "gemeenten"),
        ("Ook bij gemeente Maaseik.", "College van B&W Tiel", "", "gemeenten"),
        ("De veiligheidsregio betaalt.", "Veiligheidsregio Drenthe", "", "VR:Drenthe"),
        ("De veiligheidsregio betaalt.", "Stuurgroep Kades", "Aanwezig: Sloot (VR Drenthe), VNG",
         "VR:Drenthe"),
        ("De burgemeester betaalt.", "College van B&W Tiel", "", "gemeente:Tiel"),
        ("De dijkgraaf betaalt.", "Stuurgroep Kades", "Aanwezig: Sloot (Waterschap Rivierenland)",
         "waterschap:Rivierenland"),
        ("Niet de provincie Zeeland, de gedeputeerde betaalt.", "Stuurgroep Kades",
         "Aanwezig: Sloot (provincie Drenthe)", "provincie:Drenthe"),
        ("Het waterschap meet.", "Stuurgroep Kades", "Aanwezig: Sloot (waterschap Rivierenland)",
         "waterschap:Rivierenland"),
    ],
)  # fmt: skip
def test_the_province_is_the_one_that_met(text: str, meeting: str, present: str, id_: str) -> None:
    assert found(text, meeting=meeting, present=present)[-1][1] == id_


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het DB stemt in.", [("DB", "NIL")]),
        ("De ALV adviseert.", [("ALV", "NIL")]),
        ("Wachten op DB en LOAD.", []),
    ],
)
def test_an_abbreviated_board_behind_an_article(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("meeting", "name", "body"),
    [
        ("Veiligheidsberaad", "Utrecht", "VR:Utrecht"),
        ("Veiligheidsberaad", "Limburg-Noord", "VR:Limburg-Noord"),
        ("Raad van Directeuren Veiligheidsregio’s", "Zeeland", "VR:Zeeland"),
        ("Veiligheidsberaad", "Tiel", "gemeente:Tiel"),
        ("Veiligheidsberaad", "Burgemeester Utrecht", "gemeente:Utrecht"),
        ("Veiligheidsberaad", "Friesland", "VR:Fryslân"),
        ("Veiligheidsregio Utrecht", "Utrecht", "gemeente:Utrecht"),
        ("Stuurgroep Kades", "Zeeland", "provincie:Zeeland"),
    ],
)
def test_at_a_table_of_security_regions_a_place_is_that_of_one(
    meeting: str, name: str, body: str
) -> None:
    doc = tag(f"{name} vraagt om haast.", meeting=meeting)
    assert [e.kb_id_ for e in doc.ents] == [body]
