"""The body that met, by a title, a file's name or a folder."""

from __future__ import annotations

import pytest

from notulist.components.bodies import body_in
from notulist.components.body_paths import body_in_path


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Verslag Technisch Overleg Oevers", "Technisch Overleg Oevers"),
        ("Verslag van de vergadering van de Stuurgroep Bodem", "Stuurgroep Bodem"),
        ("Notulen Stuurgroep Riet 12 maart 2021", "Stuurgroep Riet"),
        ("Verslag: Werkgroep Veen 2021-01-22", "Werkgroep Veen"),
        ("Betreft: Conceptverslag", None),
        ("Betreft: Verslag Bestuurlijk overleg Duinen", "Bestuurlijk overleg Duinen"),
        ("Subject: RE: verslag werkgroep Veen", "werkgroep Veen"),
        ("title: Notulen regiegroep Slib", "regiegroep Slib"),
        ("Agenda en verslag van de Werkgroep Dijken 9 mei 2023 - online", "Werkgroep Dijken"),
        ("Werkgroep Dijken (dit omvat ook het overleg over sluizen)", "Werkgroep Dijken"),
        ("12 03 2019 Kort verslag bijeenkomst werkgroep Riet", "werkgroep Riet"),
        ("Werkgroep Veen sessie 12/9 15:00 – 15:30", "Werkgroep Veen"),
        ("Donderdag 4 mei 2023 Stuurgroep Riet", "Stuurgroep Riet"),
        ("Verslag 19e expertgroepbijeenkomst", "expertgroep"),
        ("Tweede thematische werkgroep Oevers", "thematische werkgroep Oevers"),
        ("CONCEPT – Bestuurlijk Overleg Slib", "Bestuurlijk Overleg Slib"),
        ("Concept-werkgroep Slib", "Concept-werkgroep Slib"),
        ("WG Notities", "WG Notities"),
        ("Overleg: Oevers en Dijken", "Oevers en Dijken"),
        ("Veiligheidsberaad", "Veiligheidsberaad"),
        ("Verslag", None),
        ("Notulen van 3 mei 2021", None),
        ("Verslag vorige werkgroep", None),
        ("De werkgroep is akkoord met het voorstel.", None),
        ("Deze werkgroep blijft bestaan", None),
        ("Secretariaat werkgroep, www.werkgroep.example", None),
        ("Rijnstraat 8", None),
        ("T 070 123 45 67", None),
        ("Mededelingen", None),
    ],
)
def test_a_title_that_holds_a_word_for_a_body_names_it(title: str, body: str | None) -> None:
    assert body_in(title) == body


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Verslag Sluizen en Dijken", "Sluizen en Dijken"),
        ("Meeting waterpeilen - Sien Voorbeeld", "Meeting waterpeilen"),
        ("Verslag: Sien Voorbeeld", None),
        ("Verslag Sien Voorbeeld", None),
        ("Sluizen en Dijken", None),
        ("Onderwerp en doel van de vergadering", None),
    ],
)
def test_a_loose_title_needs_a_word_for_minutes_and_is_no_person(
    title: str, body: str | None
) -> None:
    assert body_in(title, persons="Aanwezig: Sien Voorbeeld, Bo Bedacht", loose=True) == body


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("2024-12-12  Verslag TO Oevers v0.1.pdf", "TO Oevers"),
        ("Verslag stuurgroep 2-6-2020.docx", "stuurgroep"),
        ("Bijlage_2.1_Concept_verslag_TO_DK_10_december_2020.md", "TO DK"),
        ("20230405-verslag-werkgroep-riet.md", "werkgroep riet"),
        ("Redactie verslag 6-7-2026.md", "Redactie"),
        ("lrt-2023-04-06.txt", "LRT"),
        ("oevers-2023-04-06.txt", "oevers"),
        ("notities over riet.txt", None),
        ("scan0001.pdf", None),
        ("Agenda en verslag 20220930-Draft.md", None),
        ("Werkgroep API veen/Verslagen/verslag 30 november 2022.mdown", "Werkgroep API veen"),
        ("Werkgroep Veen/2023-01-02/bijlage.docx", "Werkgroep Veen"),
        ("Oevers/notulen/20250528.md", "Oevers"),
        ("Oevers/2024-03-06/verslag.md", "Oevers"),
        ("Oevers/verslag.md", None),
        ("stuurgroep riet/verslag.md", "stuurgroep riet"),
        ("water_en_wind/sessies/verslagen/20240704 verslag.md", "water en wind"),
        ("minutes/20240704.md", None),
        ("/home/sien/notulen/verslag.md", None),
        ("C:/Users/sien/Documents/notulen/verslag.md", None),
        ("/home/sien/Stuurgroep Riet/verslag.md", "Stuurgroep Riet"),
        ("archief.zip/Werkgroep Veen/verslag.md", "Werkgroep Veen"),
    ],
)
def test_a_file_name_or_else_its_folder_tells_the_body(name: str, body: str | None) -> None:
    assert body_in_path(name) == body
