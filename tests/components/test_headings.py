"""Which lines are headings: by the file's own mark, by number, by how they are set."""

from __future__ import annotations

import pytest
from docx.document import Document
from docx.shared import Pt
from makers import Put, md, of_kind, pdf, split, txt, word

from notulist.components.blocks import find_blocks

SAID = "De gemeenten vragen het Rijk om een brief over de bodem en over het water in mei."
ALSO = "De provincies steunen dat verzoek en willen dat de brief voor de zomer klaar is."


def in_pdf(*lines: str | Put) -> list[str]:
    """The headings among these lines, each above a remark."""
    page: list[str | Put] = [SAID]
    for line in lines:
        page += ["", line, ALSO, SAID]
    return of_kind("heading", pdf(page))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("**Stand van zaken**", id="bold"),
        pytest.param("**Wat doen we met de dijken?**", id="bold question"),
        pytest.param(Put("Stand van zaken", 12), id="large"),
        pytest.param("STAND VAN ZAKEN", id="capitals"),
        pytest.param("Rondvraag", id="known"),
        pytest.param("Stand van zaken projecten:", id="label"),
        pytest.param("**1. Stand van zaken**", id="number and bold"),
        pytest.param("Agendapunt 1: Stand van zaken", id="agendapunt"),
    ],
)
def test_a_short_line_that_stands_out_is_a_heading(line: str | Put) -> None:
    assert len(in_pdf(line)) == 1


def test_what_is_larger_than_the_text_is_a_heading_even_where_it_could_be_a_name() -> None:
    assert in_pdf(Put("**Kaarten Bodem**", 12)) == ["Kaarten Bodem"]
    assert in_pdf(Put("**Kaarten Bodem**", 10)) == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Stand van zaken", id="plain"),
        pytest.param("**Jan Jansen**", id="bold name"),
        pytest.param("**VNG**", id="bold body"),
        pytest.param("**3 mei 2024**", id="bold date"),
        pytest.param("**Het IPO stemt daarmee in.**", id="bold sentence"),
        pytest.param("**Besluit: akkoord met het plan**", id="bold act"),
        pytest.param("**Leden tafel: akkoord met de brief**", id="bold decision"),
        pytest.param("**Datum: 3 mei 2024**", id="bold field"),
        pytest.param("www.voorbeeld.nl/stukken", id="address"),
        pytest.param("Besproken is:", id="clause"),
        pytest.param("**(Verder met de bodem)**", id="bracketed"),
        pytest.param("**Actiepunt O=open/G=gesloten**", id="legend"),
        pytest.param("BESPREKING IN DE TAFEL: AKKOORD", id="turn in capitals"),
    ],
)
def test_what_stands_alone_but_is_no_heading(line: str) -> None:
    assert in_pdf(line) == []


@pytest.mark.parametrize(
    "title", ["Locatiekeuze", "Kenmerken van de bodem", "Status projecten", "Tijd voor water"]
)
def test_a_heading_may_begin_with_the_word_of_a_field(title: str) -> None:
    assert in_pdf(f"**{title}**") == [title]


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        pytest.param(("1.", "2.", "3."), 3, id="in order"),
        pytest.param(("1.", "2a.", "2b."), 3, id="with letters"),
        pytest.param(("1.", "1.1", "2."), 3, id="of two levels"),
        pytest.param(("1.", "2.", "9."), 2, id="a leap"),
        pytest.param(("8.", "9.", "10."), 0, id="not from the start"),
    ],
)
def test_plain_numbered_lines_are_headings_where_their_numbers_follow(
    numbers: tuple[str, ...], found: int
) -> None:
    text = "".join(f"{number} Stand van zaken\n\n- {SAID}\n\n" for number in numbers)
    assert len(of_kind("heading", txt(text))) == found


@pytest.mark.parametrize(
    "title",
    ["Bodem, zie ook de kaarten van Zwolle", "Bodem. Zie ook de kaart.", "Bodem (zie bijlage 2)"],
)
def test_a_numbered_title_may_refer_to_something(title: str) -> None:
    source = md(f"1. Opening\n   - {SAID}\n2. {title}\n   - {ALSO}\n3. Water\n   - {ALSO}\n")
    assert of_kind("heading", source) == ["Opening", title, "Water"]


def test_a_bold_sentence_among_the_items_of_a_list_is_no_heading() -> None:
    bold = f"**3. {ALSO}**"
    items = [f"1. {SAID}", f"2. {SAID}", bold, f"4. {SAID}"]
    titles = [part for i in (5, 6, 7) for part in (f"**{i}. Bodem**", SAID)]
    assert ("bullet", ALSO) in split(word(*items, *titles))


def test_numbered_remarks_are_no_headings() -> None:
    assert of_kind("heading", txt(f"1. {SAID}\n2. {ALSO}\n3. Akkoord.\n")) == []


def test_where_numbered_headings_stand_out_a_plain_number_is_none() -> None:
    titles = ["**1. Opening**", "1. Zwolle", "2. Almere", "**2. Bodem**"]
    assert in_pdf(*titles) == ["Opening", "Bodem"]


@pytest.mark.parametrize(
    ("line", "number", "title", "level"),
    [
        ("# Bodem", "", "Bodem", 1),
        ("## 2a. Bodem", "2a", "Bodem", 2),
        ("### **3) Bodem**", "3", "Bodem**", 3),
        ("## Agendapunt 4: Bodem", "4", "Bodem", 2),
    ],
)
def test_markdown_headings_have_level_and_number(
    line: str, number: str, title: str, level: int
) -> None:
    source = md(f"{line}\n\n{SAID}\n")
    block = find_blocks(source)[0]
    assert (block.kind, block.number, block.level) == ("heading", number, level)
    assert source.text[block.start : block.end] == title


COUNTED = ["Deel 1: Bodem", "Deel 2: Water en dijken"]


@pytest.mark.parametrize("make", [md, txt])
def test_titles_that_a_word_and_a_number_open_are_headings(make) -> None:
    assert of_kind("heading", make(f"\n{SAID}\n\n".join([*COUNTED, ""]))) == COUNTED


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join(COUNTED), id="right below each other"),
        pytest.param(f"{COUNTED[0]}\n{SAID}", id="no row"),
        pytest.param(f"Deel 1: we komen terug\n{SAID}\n\nDeel 2: dat mag\n{SAID}", id="remarks"),
        pytest.param(f"Deel 4: Bodem\n{SAID}\n\nDeel 2: Water\n{SAID}", id="out of order"),
    ],
)
def test_other_lines_that_a_word_and_a_number_open_are_none(text: str) -> None:
    assert of_kind("heading", md(f"{SAID}\n\n{text}\n")) == []


def test_a_bold_line_of_markdown_is_a_heading() -> None:
    assert of_kind("heading", md(f"**Stand van zaken**\n\n{SAID}\n")) == ["Stand van zaken**"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("### Vraag Jansen: kaart van de bodem", "heading"),
        ("### Voorstel: Planning van de dijken", "heading"),
        ("### Vraag: wie stuurt de brief?", "bullet"),
        ("### Actie: brief over de bodem", "bullet"),
    ],
)
def test_a_marked_heading_may_name_the_question_or_proposal_below_it(line: str, kind: str) -> None:
    assert split(md(f"{SAID}\n\n{line}\n\n{ALSO}\n"))[1][0] == kind


@pytest.mark.parametrize("title", ["Wat de leden kwijt willen:", "Jan ligt het plan toe:", "R3:"])
def test_a_bold_line_of_markdown_that_ends_in_a_colon_is_a_heading(title: str) -> None:
    source = md(f"{SAID}\n\n**{title}**\n{ALSO}\n")
    assert [kind for kind, _ in split(source)] == ["bullet", "heading", "bullet"]


@pytest.mark.parametrize("clause", ["De leden vinden dat:", "Besluit van de leden:", "Jan Jansen:"])
def test_a_clause_an_act_or_a_speaker_in_bold_with_a_colon_is_none(clause: str) -> None:
    assert of_kind("heading", md(f"{SAID}\n\n**{clause}**\n{ALSO}\n")) == []


def test_a_word_style_is_a_heading() -> None:
    source = word("# Bodem", SAID)
    assert split(source)[0] == ("heading", "Bodem")


def test_a_sentence_that_word_styles_as_a_heading_is_a_bullet() -> None:
    def styled(document: Document) -> None:
        document.add_heading(remark, level=2).runs[0].font.size = Pt(10)

    remark = "Het IPO vraagt om een brief over de bodem."
    assert split(word("# Bodem", styled))[1] == ("bullet", remark)


def test_a_heading_goes_on_on_the_next_line() -> None:
    title = (
        "**2. Stand van zaken van de afspraken over bodem, water en lucht in de regio’s van**",
        "**het noorden en het oosten**",
    )
    page = [SAID, "", *title, "", ALSO, "", "**3. Rondvraag**", SAID]
    found = of_kind("heading", pdf(page))
    assert found[0] == "Stand van zaken van de afspraken over bodem, water en lucht in de " \
        "regio’s van het noorden en het oosten"  # fmt: skip


@pytest.mark.parametrize("size", [10, 12])
def test_numbered_titles_that_are_bold_and_larger_may_be_sentences(size: int) -> None:
    story = (
        "**1.1 De gemeente Zwolle vraagt een vergunning aan voor een fabriek aan het water. Die**",
        "**is nodig omdat de fabriek daarin loost. Na enkele weken krijgt de gemeente bericht.**",
    )
    page = [Put("**1. Verhaal**", 14), "", *(Put(line, size) for line in story), "", SAID]
    page += ["", Put("**2. Rondvraag**", 14), "", ALSO, SAID, SAID, SAID]
    found = of_kind("heading", pdf(page))
    assert len(found) == (3 if size == 12 else 2)
    assert size == 10 or found[1].endswith("krijgt de gemeente bericht.")


@pytest.mark.parametrize("line", ["Agendapunt 1", "Agendapunt 1: stand van zaken"])
def test_an_agenda_item_is_a_heading_whatever_follows_its_number(line: str) -> None:
    assert len(in_pdf(line)) == 1


def test_a_table_of_contents_does_not_hide_the_headings() -> None:
    source = txt(
        "Inhoud\n\n1. Opening ........... 1\n2. Bodem ............ 2\n3. Sluiting ......... 3\n\n"
        f"1. Opening\n\n- {SAID}\n- {ALSO}\n\n2. Bodem\n\n- {SAID}\n"
    )
    assert of_kind("heading", source) == ["Opening", "Bodem"]


def form(line: str, times: int = 3, **put: float) -> list[str]:
    """The headings of a PDF in which a plain line comes so often, each time above a remark."""
    page = [part for _ in range(times) for part in (Put(line, **put), "", SAID, ALSO, "")]
    return of_kind("heading", pdf(page))


@pytest.mark.parametrize("line", ["Verdere aanvullingen", "Welke kaarten zijn er?"])
def test_a_plain_title_that_comes_again_and_again_is_a_heading(line: str) -> None:
    assert form(line) == [line] * 3
    assert form(line, times=2) == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Geen bijzonderheden", id="remark"),
        pytest.param("Het IPO stemt daarmee in", id="sentence"),
        pytest.param("Anna de Wit", id="name"),
        pytest.param("• Verdere aanvullingen", id="list item"),
    ],
)
def test_not_all_that_comes_again_and_again_is_a_title(line: str) -> None:
    assert form(line) == []


TITLE = "Profiel Bodem [issue #4] Fouten in de kaart van het water (3 mei 2024), Status: open"


def test_the_title_of_an_issue_is_a_heading_without_any_other_sign() -> None:
    assert in_pdf(TITLE) == [TITLE]


def test_the_title_of_an_issue_goes_on_on_the_next_line() -> None:
    long = "Profiel Bodem en Water [issue #4] Fouten in de kaart van het grondwater in de regio’s"
    page = [SAID, "", long, "van het noorden (3 mei 2024)", "", ALSO]
    assert of_kind("heading", pdf(page)) == [f"{long} van het noorden (3 mei 2024)"]


def test_the_title_of_an_issue_in_a_list_is_a_topic() -> None:
    assert of_kind("topic", pdf([SAID, "", f"• {TITLE}", "", ALSO])) == [TITLE]


def test_the_title_of_an_issue_that_is_a_link_is_a_topic_in_a_list() -> None:
    title = "Kaarten [issue #7] [De kaart](https://voorbeeld.org/7) (3 mei), _Status: Open"
    assert split(md(f"{SAID}\n\n- {title}_\n\n  {ALSO}\n"))[1:] == [
        ("topic", title + "_"),
        ("bullet", ALSO),
    ]


def test_a_remark_that_names_an_issue_is_none() -> None:
    line = "De kaart van het water is veranderd na issue #12 van de leden"
    assert in_pdf(line) == []


def test_ad_is_part_of_the_title_since_it_names_an_item_further_up() -> None:
    source = pdf([SAID, "", "**Ad 2) Stand van zaken**", ALSO, SAID])
    (found,) = [block for block in find_blocks(source) if block.kind == "heading"]
    assert (found.number, source.text[found.start : found.end]) == ("2", "Ad 2) Stand van zaken")


def series(*titles: str) -> list[str]:
    """The headings among these bold numbered paragraphs of a Word file, each above a remark."""
    content = [part for i, title in enumerate(titles) for part in (f"**{i + 1}. {title}**", SAID)]
    return of_kind("heading", word(*content))


SAYS = "Het IPO zoekt uit of de brief klaar is. Komt die voor de zomer"


@pytest.mark.parametrize("line", [f"{SAYS}?", f"{SAYS}.", "Hoe sterk is de dijk?"])
def test_in_a_row_of_bold_topics_a_question_or_sentence_is_a_heading_too(line: str) -> None:
    assert series("Stand van zaken", line, "Kaarten van de bodem") == [
        "Stand van zaken", line, "Kaarten van de bodem",
    ]  # fmt: skip


def test_bold_numbered_questions_alone_are_no_headings() -> None:
    assert series("Hoe sterk is de dijk?", "Wie betaalt het water?", "Komt er een brief?") == []


def test_an_act_in_such_a_row_is_no_heading() -> None:
    assert len(series("Stand van zaken", "Besluit: de brief komt", "Kaarten van de bodem")) == 2


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("Algemeen", True, id="one word"),
        pytest.param("Andere kaarten", True, id="two words"),
        pytest.param("Jan Jansen", False, id="name"),
        pytest.param("Het geheel van de handelingen", False, id="clause"),
        pytest.param("De gemeenten vragen een brief", False, id="sentence"),
    ],
)
def test_a_plain_title_in_a_pdf_that_stands_alone_above_a_list_is_a_heading(
    line: str, found: bool
) -> None:
    assert bool(of_kind("heading", pdf([SAID, "", line, "", f"• {ALSO}"]))) is found
    assert of_kind("heading", pdf([SAID, "", line, f"• {ALSO}"])) == []


def test_bold_lettered_titles_are_headings_and_the_numbers_go_on_behind_them() -> None:
    titles = ["**1. Water**", "**A. De dijken**", "**B. Kaarten (a. bodem)**", "**2. Bodem**"]
    page = [SAID, *(line for title in titles for line in ("", title, ALSO))]
    found = [block for block in find_blocks(pdf(page)) if block.kind == "heading"]
    assert [block.number for block in found] == ["1", "A", "B", "2"]


def test_a_bold_lettered_title_right_below_text_is_a_list_item() -> None:
    assert of_kind("heading", pdf([SAID, "**a. De dijken**", "**b. Bodem**", ALSO])) == []


@pytest.mark.parametrize(
    ("end", "whole"), [pytest.param("VAN", True, id="open"), pytest.param("NU", False, id="closed")]
)
def test_a_title_of_which_a_gap_parts_the_last_words_is_one(end: str, whole: bool) -> None:
    first = f"HET BEHEER VAN DE DIJKEN LANGS DE RIVIER EN DE KAARTEN {end}"
    said = [SAID, ALSO] * 4
    page = [*said, "", Put(f"**{first}**", 11), "", "", Put("**GRONDWATER**", 11), "", *said]
    assert of_kind("heading", pdf(page))[0] == (f"{first} GRONDWATER" if whole else first)


def test_a_title_with_nothing_below_it_is_a_heading_where_it_is_larger() -> None:
    assert of_kind("heading", pdf([SAID, ALSO, "", Put("Foto's", 14)])) == ["Foto's"]
    assert of_kind("heading", pdf([SAID, ALSO, "", "Foto's"])) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("Status dijken sinds vorig overleg:", True, id="subject"),
        pytest.param("Opmerkingen Regietafel:", True, id="subject in capitals"),
        pytest.param("Status:", False, id="field"),
        pytest.param("Jan Jansen:", False, id="who speaks"),
        pytest.param("Vanuit de wet geredeneerd:", False, id="clause"),
    ],
)
def test_a_plain_line_that_ends_in_a_colon_above_a_list(line: str, found: bool) -> None:
    assert bool(of_kind("heading", pdf([SAID, "", line, f"• {ALSO}", f"• {SAID}"]))) is found


@pytest.mark.parametrize(
    ("line", "below", "found"),
    [
        pytest.param("**Uit de zaal kwamen deze vragen:**", ALSO, True, id="clause above text"),
        pytest.param("**Het huidige beheer van de dijken:**", f"• {ALSO}", True, id="subject"),
        pytest.param(
            "**De gemeenten vragen het Rijk om:**", f"• {ALSO}", False, id="clause above a list"
        ),
        pytest.param("**Jan Jansen:**", ALSO, False, id="who speaks"),
        pytest.param("**Besluit:**", ALSO, False, id="act"),
    ],
)
def test_a_bold_line_that_ends_in_a_colon_is_a_heading(line: str, below: str, found: bool) -> None:
    assert bool(of_kind("heading", pdf([SAID, "", line, "", below, SAID]))) is found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("De brief, die wordt een besluit van het Rijk", True, id="clause"),
        pytest.param("De brief wordt een besluit van het Rijk.", False, id="sentence"),
        pytest.param("De brief wordt getoond op www.voorbeeld.org", False, id="link"),
    ],
)
def test_an_underlined_line_alone_above_text_is_a_heading(line: str, found: bool) -> None:
    assert bool(in_pdf(Put(line, underlined=True))) is found


def test_words_that_are_written_small_elsewhere_are_no_name() -> None:
    page = [SAID, "", "Brief Gemeenten", "", f"• {ALSO}"]
    assert of_kind("heading", pdf(page)) == ["Brief Gemeenten"]
    assert of_kind("heading", pdf([line.replace("brief", "kaart") for line in page])) == []


def test_a_title_to_the_left_of_a_full_item_without_a_stop_is_one() -> None:
    item = "• De gemeenten vragen het Rijk om een brief over de bodem en het water in het land"
    page = [SAID, "", item.replace("bodem", "grond"), item, "", "Algemeen", "", f"• {ALSO}"]
    indented = [line.replace("•", "   •") for line in page]
    assert of_kind("heading", pdf(indented)) == ["Algemeen"]


def test_an_address_is_no_heading_however_it_is_styled() -> None:
    assert of_kind("heading", word(SAID, "# https://voorbeeld.org/stukken")) == []
    assert in_pdf("**www.voorbeeld.org/stukken**") == []


def test_an_address_in_a_bold_numbered_title_may_be_plain() -> None:
    titles = ("**1. Opening**", "**2. Issues (**Bodem · voorbeeld.org**) (vz)**", "**3. Slot**")
    assert in_pdf(*titles) == ["Opening", "Issues (Bodem · voorbeeld.org) (vz)", "Slot"]


def test_in_such_a_row_a_number_in_mid_sentence_opens_no_heading() -> None:
    titles = ["**1. Bodem**", "", SAID, "", "**2. Water**", "", SAID, "", "**3. Lucht**", "", SAID]
    act = "Besluit: de leden van de tafel stellen de nieuwe versie van de kaarten vast als versie"
    rest = (
        "**1.0. Die gaat in mei naar de gemeenten en daarna naar de provincies en het**",
        "**grondwaterbeschermingsgebied, waar zij voor de zomer aan de orde komt.**",
    )
    page = [*titles, "", f"**{act}**", *rest, "", ALSO]
    assert of_kind("heading", pdf(page)) == ["Bodem", "Water", "Lucht"]
