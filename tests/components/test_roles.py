"""Who speaks and who is asked in a bullet."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from notulist.components.actors import make_actors
from notulist.components.roles import make_roles
from notulist.components.units import persons_of
from notulist.language import MinutesDutch

NLP = MinutesDutch()
ACTORS = make_actors(NLP, "actors")
ROLES = make_roles(NLP, "roles")


def minutes(*bullets: str, attendance: str = "") -> Doc:
    """A Doc of one line of attendance and the bullets, with actors and roles."""
    doc = NLP.make_doc("\n".join((attendance, *bullets)))
    at, spans = len(attendance) + 1, []
    for bullet in bullets:
        spans.append(doc.char_span(at, at + len(bullet), alignment_mode="expand"))
        at += len(bullet) + 1
    doc.spans["bullets"] = spans
    doc.spans["attendance"] = [doc.char_span(0, len(attendance))] if attendance else []
    return ROLES(ACTORS(doc))


def roles(bullet: str, attendance: str = "") -> tuple[str, str]:
    """Holder and addressee, each joined by spaces."""
    doc = minutes(bullet, attendance=attendance)
    span = doc.spans["bullets"][0]
    return " ".join(span._.holder), " ".join(span._.addressee)


@pytest.mark.parametrize(
    ("bullet", "holder"),
    [
        ("De VNG vindt dit te duur.", "VNG"),
        ("VNG en IPO vragen om geld.", "VNG IPO"),
        ("BZK, VNG en de UvW werken dit uit.", "BZK VNG UvW"),
        ("De Staatssecretaris van JenV licht toe hoe\nhet gaat.", "JenV"),
        ("JenV/BZK leveren een notitie.", "JenV BZK"),
        ("JenV+BZK leveren een notitie.", "JenV BZK"),
        ("VNG, later aangeschoven, meldt dat het regent.", "VNG"),
        ("VNG niet aanwezig", "VNG"),
        ("IPO acht het te laat.", "IPO"),
        ("Over deze stand is de VNG teleurgesteld.", "VNG"),
        ("Met de sleutel van BZK kan de VNG niet leven.", "VNG"),
        ("Dit is tot ongenoegen van de VNG laat.", "VNG"),
        ("VNG vraagt wat dit kost. Namens VWS wordt geantwoord dat het meevalt.", "VNG VWS"),
        ("VNG: dit kan zo niet.", "VNG"),
        ("Pannekoek (VNG): dit kan zo niet.", "VNG"),
        ("Mevr. Pannekoek (VNG, wethouder) vraagt wat dit kost.", "VNG"),
        ("Namens de UvW wordt gemeld dat het water zakt.", "UvW"),
        ("Volgens het COA is het vol.", "COA"),
        ("Kritiek van IPO dat het laat is.", "IPO"),
        ("Suggestie JenV om te wachten.", "JenV"),
        ("Aandacht vanuit VNG gevraagd over wonen.", "VNG"),
        ("Verzoek van de VNG aan BZK om haast.", "VNG"),
        ("Schriftelijke inbreng van Divosa: begin eerder.", "Divosa"),
        ("Het is te laat, aldus IPO.", "IPO"),
        ("Kan dat sneller, zo vraagt de VNG.", "VNG"),
        ("Dat wordt lastig, stelt het VB.", "VB"),
        ("Met die regel had de VNG moeite.", "VNG"),
        ("Door VNG wordt gevraagd om uitleg.", "VNG"),
        ("Actie: JenV", "JenV"),
        ("<Actiepunt JenV>: lijst nalopen", "JenV"),
        ("Dat wordt laat, ziet de VNG met zorg aan.", "VNG"),
        ("Het is in de ogen van IPO te laat.", "IPO"),
        ("Eerder kan niet, is het antwoord van JenV.", "JenV"),
        ("Hartelijk welkom namens de UvW.", "UvW"),
        ("Het tempo is volgens IPO te hoog.", "IPO"),
        ("Sluizen: suggestie COA om te wachten.", "COA"),
        ("Dat is voor de VNG een brug te ver.", "VNG"),
        ("TO-leden akkoord", "NIL"),
        ("VNG wil geld. VWS zegt dat het er niet is.", "VNG VWS"),
        ("VNG wil geld. Volgens VWS is het er niet.", "VNG VWS"),
        ("CBS benaderen voor een lijst", ""),
        ("**Actie:** JenV zoekt dit uit.", "JenV"),
        ("**VNG**: akkoord.", "VNG"),
        ("Er komt een lijst van locaties (actie: VNG, eind mei)", "VNG"),
        ("Afspraak: VNG levert de cijfers.", "VNG"),
        ("Graag een week eerder? (IPO)", "IPO"),
        ("In mei is het klaar. BZK stuurt dan een brief.", "BZK"),
    ],
)
def test_holder(bullet: str, holder: str) -> None:
    assert roles(bullet)[0] == holder


@pytest.mark.parametrize(
    "bullet",
    [
        "Afspraak: Medeoverheden worden betrokken bij de uitwerking.",
        "Afspraak: er komt een lijst voor de VNG.",
        "Het verslag van de LRT wordt vastgesteld.",
        "De notitie over het COA is klaar.",
        "Geen opmerkingen.",
        "",
    ],
)
def test_passive_or_bare_agreement_has_no_holder(bullet: str) -> None:
    assert roles(bullet + " .")[0] == ""


@pytest.mark.parametrize(
    ("bullet", "holder", "addressee"),
    [
        ("VNG vraagt JenV om uitleg.", "VNG", "JenV"),
        ("IPO verzoekt het Rijk om geld.", "IPO", "Rijk"),
        ("De minister van VWS roept gemeenten op om te helpen.", "VWS", "gemeenten"),
        ("COA doet een oproep aan de VNG en het IPO.", "COA", "VNG IPO"),
        ("Verzoek van de VNG aan BZK om haast.", "VNG", "BZK"),
        ("IPO pleit bij het kabinet voor geld.", "IPO", "kabinet"),
        ("VNG vraagt of het Rijk dit betaalt.", "VNG", "Rijk"),
        ("IPO stelt voor dat BZK een lijst maakt.", "IPO", "BZK"),
        ("VNG: kan BZK dit nagaan?", "VNG", "BZK"),
        ("Kan BZK dit nagaan?", "", "BZK"),
        ("VNG vraagt wat dit kost. BZK antwoordt dat het meevalt.", "VNG BZK", ""),
        ("JenV wordt verzocht dit uit te zoeken.", "", "JenV"),
        ("VNG neemt contact op met het IPO over geld.", "VNG", "IPO"),
        ("De lijst is voorgelegd aan JenV.", "", "JenV"),
        ("VNG vraagt bij BZK na hoe het staat.", "VNG", "BZK"),
        ("VNG dringt er bij BZK op aan.", "VNG", "BZK"),
        ("VNG vraagt of de stand bij BZK klopt.", "VNG", ""),
        ("CBS benaderen voor een lijst", "", "CBS"),
        ("Actie VNG: lijst bespreken met IPO en UvW", "VNG", "IPO UvW"),
        ("De VNG meldt dat BZK een brief stuurt.", "VNG", ""),
        ("VNG vraagt aandacht voor wonen.", "VNG", ""),
        ("Dit is te duur, vraagt VNG.", "VNG", ""),
        ("Aan JenV het verzoek om haast.", "", "JenV"),
        ("Aan JenV hangt een prijs. Verzoek om haast.", "", ""),
        ("VNG roept BZK op om te betalen. BZK antwoordt dat dat kan.", "VNG BZK", ""),
    ],
)
def test_addressee(bullet: str, holder: str, addressee: str) -> None:
    assert roles(bullet) == (holder, addressee)


def test_mentions_come_once_and_in_order() -> None:
    doc = minutes("IPO wil van BZK horen wat IPO en VNG moeten doen.")
    assert doc.spans["bullets"][0]._.mentions == ("IPO", "BZK", "VNG")


LIST = (
    "Aanwezig: dhr. Van Kapsalon (VNG), mevr. Ploeg-Zwaan (IPO), Tess Jager (BZK), "
    "dhr. Kolk (COA, vz.), mw. Kolk (UvW)"
)


@pytest.mark.parametrize(
    ("bullet", "holder"),
    [
        ("De heer Van Kapsalon vraagt om uitstel.", "VNG"),
        ("Ploeg meldt dat het klaar is.", "IPO"),
        ("Tess zoekt dit uit.", "BZK"),
        ("Te duur, vindt Jager.", "BZK"),
        ("Kolk vraagt om uitstel.", ""),
        ("Iemand anders vraagt om uitstel.", ""),
    ],
)
def test_person_speaks_for_the_body_that_the_attendance_gives(bullet: str, holder: str) -> None:
    assert roles(bullet, LIST)[0] == holder


@pytest.mark.parametrize(
    ("behind", "holder"),
    [
        ("Karton BV", "NIL"),
        ("Dagblad De Krekel", "NIL"),
        ("voorzitter", ""),
        ("Notulist", ""),
        ("via Teams", ""),
        ("Telefonisch", ""),
        ("Wonen", ""),
        ("2e helft", ""),
    ],
)
def test_a_person_of_a_body_that_nobody_knows_speaks_for_that(behind: str, holder: str) -> None:
    attendance = f"Aanwezig: mevr. Zwaan ({behind}), dhr. Pot (VNG)"
    assert roles("Zwaan vraagt om uitstel.", attendance)[0] == holder


def test_persons_are_no_mentions() -> None:
    doc = minutes("Jager vraagt uitstel.", attendance=LIST)
    assert doc.spans["bullets"][0]._.mentions == ()


def test_name_of_two_bodies_is_left_out() -> None:
    assert "Kolk" not in persons_of(minutes(attendance=LIST))


def test_predict_changes_nothing() -> None:
    doc = NLP.make_doc("De VNG komt.")
    doc.spans["bullets"] = [doc[:]]
    ACTORS(doc)
    assert ROLES.predict([doc])[0][0].holder == ("VNG",)
    assert doc.spans["bullets"][0]._.holder == ()


def test_pipe_over_a_stream_with_a_doc_without_bullets() -> None:
    docs = [minutes("VNG komt."), NLP.make_doc("x")]
    assert len(list(ROLES.pipe(docs))) == 2


def test_a_bullet_with_a_name_of_two_bodies_is_for_review() -> None:
    doc = minutes("De directie Bedrijfsvoering vraagt dit.", "JenV en MinFin komen.")
    reviews = [(b._.review, b._.reason) for b in doc.spans["bullets"]]
    assert reviews == [(True, "ambiguous actor"), (False, "")]


@pytest.mark.parametrize(
    "bullet",
    [
        "Wethouder Pannekoek dringt aan op een raming.",
        "Een raming ontbreekt, verklaart wethouder Pannekoek.",
        "Collega H. Pannekoek vraagt een raming.",
        "Zo tekent mevrouw Pannekoek bezwaar aan.",
        "Dat bevreemdt de heer Pannekoek.",
    ],
)
def test_a_person_is_of_the_body_that_the_list_gives_whatever_the_title(bullet: str) -> None:
    assert roles(bullet, "Aanwezig: mw. Pannekoek (gemeente Tiel)") == ("gemeente:Tiel", "")


@pytest.mark.parametrize("bullet", ["Voorbeeld van Pannekoek.", "Gesprek aangaan met Pannekoek."])
def test_a_person_who_is_only_named_does_not_speak(bullet: str) -> None:
    assert roles(bullet, "Aanwezig: mw. Pannekoek (VNG)")[0] == ""


@pytest.mark.parametrize(
    ("bullet", "inferred"),
    [
        ("Jager vraagt de VNG om uitstel.", ("BZK",)),
        ("BZK vraagt de VNG om uitstel.", ()),
        ("De voorzitter vraagt BZK om uitstel.", ("COA",)),
        ("De minister van VWS vraagt dit.", ()),
        ("Tess vraagt dit namens BZK.", ()),
        ("Niemand weet het.", ()),
    ],
)
def test_a_party_whom_the_remark_does_not_name_is_inferred(
    bullet: str, inferred: tuple[str, ...]
) -> None:
    doc = minutes(bullet, attendance=LIST)
    assert doc.spans["bullets"][0]._.inferred == inferred
