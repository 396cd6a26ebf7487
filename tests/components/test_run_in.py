"""Titles that their text follows on the same line, in each make of file."""

from __future__ import annotations

import pytest
from makers import md, pdf, split, word

from notulist.reading.source import Source

TEXT = "De wethouder licht de begroting toe en vraagt om reacties."


def in_pdf(line: str) -> Source:
    return pdf(
        ["De voorzitter opent de vergadering en heet de leden welkom bij de tafel.", "", line]
    )


def in_word(line: str) -> Source:
    return word("De voorzitter opent de vergadering en heet de leden welkom bij de tafel.", line)


def in_markdown(line: str) -> Source:
    return md(f"De voorzitter opent de vergadering en heet de leden welkom.\n\n{line}\n")


def said(source: Source) -> list[tuple[str, str]]:
    """What stands below the opening, without Markdown's signs."""
    return [(kind, text.replace("**", "")) for kind, text in split(source)[1:]]


MAKES = pytest.mark.parametrize(
    "make", [pytest.param(in_pdf, id="pdf"), pytest.param(in_word, id="word"),
             pytest.param(in_markdown, id="markdown")],
)  # fmt: skip


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(in_pdf, id="pdf"),
        pytest.param(in_word, id="word"),
        pytest.param(in_markdown, id="markdown"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("beginning", "title"),
    [
        pytest.param("**2. Financiën.**", "Financiën.", id="full stop"),
        pytest.param("**2. Financiën**", "Financiën", id="bold alone"),
        pytest.param("**2. Financiën:**", "Financiën:", id="colon"),
        pytest.param("**Agendapunt 2: Financiën**", "Financiën", id="agendapunt"),
    ],
)
def test_a_numbered_bold_title_is_cut_from_its_sentence(make, beginning: str, title: str) -> None:
    assert said(make(f"{beginning} {TEXT}")) == [("heading", title), ("bullet", TEXT)]


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(in_pdf, id="pdf"),
        pytest.param(in_word, id="word"),
        pytest.param(in_markdown, id="markdown"),
    ],
)  # fmt: skip
def test_an_unnumbered_bold_title_with_a_full_stop_is_cut(make) -> None:
    assert said(make(f"**Financiën.** {TEXT}")) == [("heading", "Financiën."), ("bullet", TEXT)]


def test_the_number_of_a_markdown_item_may_stand_before_the_bold_title() -> None:
    assert said(in_markdown(f"2. **Financiën** {TEXT}")) == [
        ("heading", "Financiën"),
        ("bullet", TEXT),
    ]


@MAKES
@pytest.mark.parametrize(
    "line",
    [
        pytest.param("**Jansen** vraagt of de begroting klaar is voor de zomer.", id="name"),
        pytest.param("**Jansen:** de begroting is klaar voor de zomer.", id="speaker"),
        pytest.param("**VNG** vraagt om uitstel van de wet tot januari.", id="body"),
        pytest.param("**Actie:** de secretaris stuurt de brief aan de leden.", id="act"),
        pytest.param("**Let op** de kosten zijn hoger dan in de begroting stond.", id="emphasis"),
        pytest.param("**De kosten zijn hoger.** Het Rijk zoekt dat uit voor mei.", id="sentence"),
    ],
)
def test_other_bold_beginnings_stay_with_their_remark(make, line: str) -> None:
    assert said(make(line)) == [("bullet", line.replace("**", ""))]


@MAKES
def test_the_label_of_a_list_item_stays_with_it(make) -> None:
    (found,) = said(make("- **Planning.** De bouw loopt uit tot in mei."))
    assert found == ("bullet", "Planning. De bouw loopt uit tot in mei.")


@MAKES
def test_a_bold_title_with_one_word_behind_it_is_not_cut(make) -> None:
    assert len(said(make("**2. Financiën** akkoord"))) == 1


def test_what_follows_a_run_in_title_wraps_as_any_paragraph() -> None:
    source = pdf(
        [
            "De voorzitter opent de vergadering, heet de leden welkom en geeft de wethouder van",
            "financiën het woord.",
            "",
            "**2. Financiën.** De wethouder licht de begroting toe, die hoger uitvalt dan de leden",
            "hadden gedacht.",
        ]
    )
    assert split(source)[-1][1].endswith("dan de leden hadden gedacht.")


@pytest.mark.parametrize("title", ["Actielijst", "Actiepunten"])
def test_what_the_letters_of_an_action_list_mean_is_cut_from_its_title(title: str) -> None:
    source = pdf([TEXT, "", f"**{title} O= open/ G=gesloten**", "• IPO belt de VNG."])
    assert split(source)[1:] == [
        ("heading", title),
        ("table", "O= open/ G=gesloten"),
        ("action", "IPO belt de VNG."),
    ]


def test_bold_words_in_mid_sentence_are_no_title() -> None:
    lines = (
        "De voorzitter opent de vergadering en zegt dat de tafel deel is van het programma van",
        "**Water en bodem.** De wethouder licht de begroting toe, die hoger uitvalt dan eerst.",
    )
    assert split(pdf(lines)) == [("bullet", " ".join(lines).replace("**", ""))]
