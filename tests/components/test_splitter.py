"""From text to bullets, headings and attendance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from notulist.components.blocks import find_blocks
from notulist.reading import read_bytes
from notulist.reading.source import Line, Source, from_text

MINUTES = """Regietafel Water
Vergaderdatum 3 september 2026
Aanwezig: dhr. Terpsma (IPO), mevr. Oudega (VNG),
 (IenW), (Unie van Waterschappen)

1. Opening en mededelingen
• De voorzitter opent de vergadering om tien uur. Het ministerie is
verhinderd.
• IPO vraagt aandacht voor de planning en voor de volgorde waarin de

stukken komen.

Drinkwater
 • Afspraak: het overzicht komt in maart terug.
• De VNG maakt zich zorgen over de kosten, die met de gemeenten op
12 mei in de raad zijn besproken

2a. Stand van zaken grondwater, oppervlaktewater, zeewater,
regenwater en afvalwater
• Besluit over de financiering van de waterschappen in het jaar 2026-
II wordt gevolgd.
  - Ook voor de kosten van opvang en inrichting en van de latere huis-
    vesting.

Wvttk
• Niets.
"""


def bullets(doc: Doc) -> list[str]:
    return [span._.clean for span in doc.spans["bullets"]]


def headings(doc: Doc) -> list[tuple[str, str]]:
    return [(span._.number, span._.title) for span in doc.spans["headings"]]


@pytest.fixture(scope="module")
def doc(split: Callable[[str], Doc]) -> Doc:
    return split(MINUTES)


def test_each_bullet_is_whole(doc: Doc) -> None:
    assert bullets(doc) == [
        "De voorzitter opent de vergadering om tien uur. Het ministerie is verhinderd.",
        "IPO vraagt aandacht voor de planning en voor de volgorde waarin de stukken komen.",
        "Afspraak: het overzicht komt in maart terug.",
        "De VNG maakt zich zorgen over de kosten, die met de gemeenten op 12 mei in de raad zijn "
        "besproken",
        "Besluit over de financiering van de waterschappen in het jaar 2026-II wordt gevolgd.",
        "Ook voor de kosten van opvang en inrichting en van de latere huisvesting.",
        "Niets.",
    ]


def test_each_bullet_stands_under_its_agenda_item(doc: Doc) -> None:
    items = [(span._.agenda_number, span._.agenda_title) for span in doc.spans["bullets"]]
    grondwater = "Stand van zaken grondwater, oppervlaktewater, zeewater, regenwater en afvalwater"
    assert items == [
        ("1", "Opening en mededelingen"),
        ("1", "Opening en mededelingen"),
        ("", "Drinkwater"),
        ("", "Drinkwater"),
        ("2a", grondwater),
        ("2a", grondwater),
        ("", "Wvttk"),
    ]


def test_the_source_text_is_unaltered(doc: Doc) -> None:
    assert doc.text == MINUTES


def test_a_bullet_begins_behind_its_marker(doc: Doc) -> None:
    last = doc.spans["bullets"][-1]
    assert (last.text, last._.marker) == ("Niets.", "•")


def test_nesting_is_counted_from_zero(doc: Doc) -> None:
    assert [span._.level for span in doc.spans["bullets"]] == [0, 0, 0, 0, 0, 1, 0]


def test_attendance_is_no_bullet(doc: Doc) -> None:
    attendance = " ".join(span.text for span in doc.spans["attendance"])
    assert "Terpsma" in attendance
    assert "Waterschappen" in attendance
    assert not any("Terpsma" in text for text in bullets(doc))


def test_every_word_is_in_some_span(doc: Doc) -> None:
    covered = {token.i for group in doc.spans.values() for span in group for token in span}
    markers = {"•", "-", "1", "1.", "2a", "2a.", "."}
    left = [t.text for t in doc if t.i not in covered and not t.is_space and t.text not in markers]
    assert left == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("- Een.\n- Twee.\n", ["Een.", "Twee."], id="hyphens"),
        pytest.param("1. Gemeente vraagt uitstel.\n2. Rijk stemt in.\n",
                     ["Gemeente vraagt uitstel.", "Rijk stemt in."], id="numbered remarks"),
        pytest.param("a) Gemeente vraagt uitstel.\nb) Rijk stemt in.\n",
                     ["Gemeente vraagt uitstel.", "Rijk stemt in."], id="letters"),
        pytest.param("\uf0b7 Een.\n\uf0b7\nTwee.\n", ["Een.", "Twee."], id="glyph on its own line"),
        pytest.param("Eerste alinea is een opmerking.\n\nTweede alinea ook.\n",
                     ["Eerste alinea is een opmerking.", "Tweede alinea ook."], id="paragraphs"),
        pytest.param("De heer Postma (IPO): wij zijn voor.\nMevrouw Jellema (VNG): wij niet.\n",
                     ["De heer Postma (IPO): wij zijn voor.", "Mevrouw Jellema (VNG): wij niet."],
                     id="speaker turns"),
    ],
)  # fmt: skip
def test_remarks_of_many_makes(split: Callable[[str], Doc], text: str, expected: list[str]) -> None:
    assert bullets(split(text)) == expected


def test_a_wrapped_line_that_begins_with_a_number_is_no_item(split: Callable[[str], Doc]) -> None:
    text = (
        "• De stukken worden verstuurd aan de leden van de tafel en wel voor de datum van\n"
        "21. Daarna is er tijd voor overleg met de achterban, zo spreekt men met elkaar af.\n"
        "• Het volgende punt vult ook weer een hele regel, zodat de breedte vaststaat en\n"
        "duidelijk is waar regels afbreken.\n"
    )
    assert len(bullets(split(text))) == 2


def test_a_lead_in_above_a_list_is_no_remark(split: Callable[[str], Doc]) -> None:
    doc = split(
        "Het gesprek gaat daarna over geld.\n\nGenoemd zijn:\n- Bouw is duur.\n- Huur stijgt.\n"
    )
    assert "Genoemd zijn:" not in bullets(doc)
    assert [span._.kind for span in doc.spans["other"]] == ["lead-in"]


def test_topics_under_the_heading_agenda_are_no_remarks(splitter: Language) -> None:
    text = "# Agenda\n- Opening\n- Wonen\n# Wonen\n- De VNG stemt in.\n"
    lines = tuple(
        replace(line, heading=1 if text[line.start] == "#" else None)
        for line in from_text(text).lines
        if line.end > line.start
    )
    doc = splitter(Source("x.md", text, lines, "", "md"))
    assert bullets(doc) == ["De VNG stemt in."]


def test_an_action_table_gives_actions(splitter: Language) -> None:
    text = "# Acties\n| Actie | Wie |\n| --- | --- |\n| Brief aan de minister opstellen | IPO |\n"
    lines = tuple(line for line in from_text(text).lines if line.end > line.start)
    doc = splitter(Source("x.md", text, lines, "", "md"))
    found = [(span._.kind, span._.clean) for span in doc.spans["bullets"]]
    assert found == [("action", "Brief aan de minister opstellen")]


def test_word_lists_have_their_marker_beside_the_text(splitter: Language) -> None:
    text = "Besluit\nDe raad stemt in.\nMet amendement.\n"
    lines = (
        Line(0, 7, unit=0, heading=1),
        Line(8, 25, unit=1, list_level=0, marker="1."),
        Line(26, 41, unit=2, list_level=1, marker="a)"),
    )
    doc = splitter(Source("x.docx", text, lines, "", "docx"))
    found = [(span._.marker, span._.level, span.text) for span in doc.spans["bullets"]]
    assert found == [("1.", 0, "De raad stemt in."), ("a)", 1, "Met amendement.")]


def pdf(*pages: list[str]) -> Source:
    """A PDF as its reader gives it: a box and a page for each line."""
    text, lines = "", []
    for number, page in enumerate(pages, start=1):
        for i, content in enumerate(page):
            box = (70.0, 60.0 + 14 * i, 70.0 + 5.5 * len(content), 71.0 + 14 * i)
            end = len(text) + len(content)
            lines.append(Line(len(text), end, number, box=box, size=11.0, bold=False))
            text += content + "\n"
    return Source("x.pdf", text, tuple(lines), "", "pdf")


def test_a_bullet_cut_by_a_page_is_whole_without_the_page_number(splitter: Language) -> None:
    doc = splitter(
        pdf(
            ["Verslag regietafel", "• De gemeenten vragen met klem om", "Pagina 1 van 2"],
            ["Verslag regietafel", "uitstel van de taakstelling.", "• Akkoord.", "Pagina 2 van 2"],
        )
    )
    assert bullets(doc) == [
        "De gemeenten vragen met klem om uitstel van de taakstelling.",
        "Akkoord.",
    ]


def test_a_page_number_inside_a_remark_of_pasted_text_is_left_out(
    split: Callable[[str], Doc],
) -> None:
    text = (
        "• De gemeenten vragen met klem om uitstel van de taakstelling voor het jaar tot\n\n"
        "Pagina 1 van 2\n\n  2028, en om geld.\n"
        "• De provincies steunen dat verzoek en vragen om een brief aan de Tweede Kamer\n"
        "voor de zomer.\n"
    )
    assert bullets(split(text))[0] == (
        "De gemeenten vragen met klem om uitstel van de taakstelling voor het jaar tot 2028, "
        "en om geld."
    )


def test_markdown_emphasis_is_off_in_the_clean_text_only(splitter: Language) -> None:
    text = "**Wiebe**: wij zijn **voor**.\n"
    doc = splitter(Source("x.md", text, from_text(text).lines, "", "md"))
    (bullet,) = doc.spans["bullets"]
    assert (bullet.text, bullet._.clean) == (text.strip(), "Wiebe: wij zijn voor.")


def test_predict_changes_nothing() -> None:
    nlp = spacy.blank("nl_minutes")
    component = nlp.create_pipe("notulist_splitter")
    doc = nlp.make_doc(MINUTES)
    component.predict([doc])  # type: ignore[attr-defined]
    assert dict(doc.spans) == {}
    assert doc._.source is None


@pytest.mark.parametrize(
    "text",
    ["-(VNG) stemt in.", "-‘Wonen’ komt terug.", "2.’t Rijk stemt in.", "1)(VNG) ook.", "⁃VNG."],
)
def test_a_bullet_begins_behind_a_marker_that_is_glued_to_it(
    split: Callable[[str], Doc], text: str
) -> None:
    doc = split(f"{text}\n")
    (bullet,) = doc.spans["bullets"]
    assert bullet.text == text[len(bullet._.marker) :]


def test_cells_without_spaces_are_told_apart(splitter: Language) -> None:
    text = "|Actie|Wie|\n|---|---|\n|uitzoeken|VNG|\n"
    doc = splitter(Source("x.md", text, from_text(text).lines, "", "md"))
    assert [(span.text, span._.kind) for span in doc.spans["bullets"]] == [("uitzoeken", "action")]


def test_an_action_of_two_paragraphs_in_a_word_table_is_one(splitter: Language) -> None:
    text = "Actie\nWie\nStuur de brief aan de gemeenten.\nOok IPO krijgt hem.\nVNG\n"
    cells = [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 0), (0, 1, 1)]
    plain = from_text(text).lines
    lines = tuple(replace(line, cell=cell) for line, cell in zip(plain, cells, strict=True))
    doc = splitter(Source("x.docx", text, lines, "", "docx"))
    assert bullets(doc) == ["Stuur de brief aan de gemeenten. Ook IPO krijgt hem."]


def test_inline_code_at_a_lines_start_opens_no_block(splitter: Language) -> None:
    text = "```make``` is het commando dat wij gebruiken.\n\n- De VNG stemt in.\n"
    doc = splitter(Source("x.md", text, from_text(text).lines, "", "md"))
    assert "De VNG stemt in." in bullets(doc)


def test_a_sentence_below_the_attendance_is_a_remark(split: Callable[[str], Doc]) -> None:
    doc = split("Aanwezig: Anna Smit (VNG), Jan Bos (IPO)\n\nVNG en IPO vragen JenV om uitstel.\n")
    assert bullets(doc) == ["VNG en IPO vragen JenV om uitstel."]


def test_what_changes_from_page_to_page_is_no_furniture(splitter: Language) -> None:
    doc = splitter(
        pdf(
            ["Afspraak 1: akkoord met het voorstel.", "• De VNG stemt in."],
            ["Afspraak 2: akkoord met het voorstel.", "• Het IPO stemt in."],
        )
    )
    assert [text[:10] for text in bullets(doc)][::2] == ["Afspraak 1", "Afspraak 2"]


def test_spans_lie_exactly_where_the_blocks_do(splitter: Language) -> None:
    source = from_text(MINUTES)
    doc = splitter(source)  # type: ignore[arg-type]
    spans = {(s.start_char, s.end_char) for group in doc.spans.values() for s in group}
    assert spans == {(block.start, block.end) for block in find_blocks(source)}


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="•-*o1a2b.) \t\n\rABCxyz:;|#’\uf0b7\x0c", max_size=120))
def test_any_text_is_split_without_loss(splitter: Language, text: str) -> None:
    doc = splitter(from_text(text))  # type: ignore[arg-type]  # MinutesDutch reads a Source
    assert doc.text == text
    for key in ("bullets", "headings", "attendance", "other"):
        assert all(span.text.strip() for span in doc.spans[key])


def test_the_number_of_an_agenda_list_ends_at_the_next_heading(splitter: Language) -> None:
    text = "## Agenda\n\n1. Kades:\n   - de stand\n\n## Begroting\n\n- De VNG vraagt om geld.\n"
    doc = splitter(read_bytes(text.encode(), "a.md"))  # type: ignore[arg-type]
    (bullet,) = [bullet for bullet in doc.spans["bullets"] if "VNG" in bullet.text]
    assert (bullet._.agenda_number, bullet._.agenda_title) == ("", "Begroting")
