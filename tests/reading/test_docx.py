"""Word: every paragraph in order, with what its style makes of it."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from builders import W, item, saved, word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from notulist.errors import ReadError, notice
from notulist.reading import read_bytes
from notulist.reading.source import Source

NS = (
    f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def read_docx(document) -> Source:
    return read_bytes(saved(document), "a.docx")


def shown(source: Source) -> list[str]:
    return [source.text[line.start : line.end] for line in source.lines]


def with_xml(*blocks: str) -> Source:
    """A document whose body holds these elements."""
    document = docx.Document()
    for block in blocks:
        document.element.body.insert(-1, parse_xml(block.replace(">", f" {NS}>", 1)))
    return read_docx(document)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_paragraphs_are_units_in_order() -> None:
    source = read_bytes(word("een", "", "drie"), "a.docx")
    assert source.text == "een\n\ndrie"
    assert [(line.unit, line.index) for line in source.lines] == [(0, 0), (1, 0), (2, 0)]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]))))
def test_text_survives_and_lines_cover_it(texts: list[str]) -> None:
    data = word(*texts)
    if not "".join(texts).strip():
        with pytest.raises(ReadError, match="R02"):
            read_bytes(data, "a.docx")
        return
    source = read_bytes(data, "a.docx")
    assert source.text == "\n".join(texts)
    assert shown(source) == texts


def test_a_line_break_begins_a_line_of_the_same_unit() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("een")
    paragraph.add_run().add_break()
    paragraph.add_run("twee")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run("drie")
    source = read_docx(document)
    assert source.text == "een\ntwee\ndrie"
    assert [(line.unit, line.index) for line in source.lines] == [(0, 0), (0, 4), (0, 9)]
    assert source.anchor(source.text.index("wee")) == (0, 5)


def test_only_the_first_line_with_text_of_a_list_paragraph_has_the_marker() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("", style="List Bullet")
    for text in ("", "een", "twee"):
        paragraph.add_run(text).add_break()
    source = read_docx(document)
    assert [line.marker for line in source.lines] == ["•", "•", None, None]
    assert [line.list_level for line in source.lines] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>2023</w:t><w:noBreakHyphen/><w:t>II</w:t></w:r>", "2023\u2011II"),
        ("<w:r><w:t>af</w:t><w:softHyphen/><w:t>breken</w:t></w:r>", "af\u00adbreken"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "\uf0e0"),
        ("<w:r><w:t>a\nb</w:t></w:r>", "a b"),
        (f"<w:hyperlink>{run('link')}</w:hyperlink>", "link"),
        (f'<w:ins w:id="1" w:author="x">{run("erbij")}</w:ins>', "erbij"),
        (f"x<w:moveTo>{run('hierheen')}</w:moveTo>", "hierheen"),
        (f"<w:smartTag>{run('slim')}</w:smartTag>", "slim"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('veld')}</w:sdtContent></w:sdt>", "veld"),
        (f'<w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple>', "7"),
        (f"<w:r><w:instrText>TOC</w:instrText></w:r>{run('a')}", "a"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        (f"{run('a')}<w:del><w:r><w:delText>weg</w:delText></w:r></w:del>", "a"),
        (f"{run('a')}<w:moveFrom>{run('weg')}</w:moveFrom>", "a"),
        (f"{run('a')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r>", "a"),
        (
            f"<mc:AlternateContent><mc:Choice>{run('a')}</mc:Choice>"
            f"<mc:Fallback>{run('a')}</mc:Fallback></mc:AlternateContent>",
            "a",
        ),
    ],
)
def test_what_a_paragraph_holds(inner: str, text: str) -> None:
    assert with_xml(f"<w:p>{inner}</w:p>").text == text


def test_content_controls_around_paragraphs_are_looked_into() -> None:
    inner = f"<w:p>{run('binnen')}</w:p>"
    source = with_xml(
        f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>", f"<w:p>{run('na')}</w:p>"
    )
    assert shown(source) == ["binnen", "na"]


def test_a_text_box_follows_its_paragraph_once() -> None:
    box = f"<w:txbxContent><w:p>{run('in het vak')}</w:p></w:txbxContent>"
    anchored = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    source = with_xml(
        f"<w:p>{run('voor')}{anchored}{run(' en na')}</w:p>", f"<w:p>{run('slot')}</w:p>"
    )
    assert shown(source) == ["voor en na", "in het vak", "slot"]
    assert [line.unit for line in source.lines] == [0, 1, 2]


def test_a_deleted_paragraph_is_gone_and_does_not_count() -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    gone = f"<w:p>{mark}<w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>"
    source = with_xml(f"<w:p>{run('een')}</w:p>", gone, f"<w:p>{run('twee')}</w:p>")
    assert shown(source) == ["een", "twee"]


def test_a_table_gives_its_cells_in_reading_order() -> None:
    document = docx.Document()
    document.add_paragraph("voor")
    table = document.add_table(2, 2)
    for place, text in enumerate(["actie", "wie", "bellen", "VNG"]):
        table.cell(place // 2, place % 2).text = text
    document.add_paragraph("na")
    source = read_docx(document)
    assert shown(source) == ["voor", "actie", "wie", "bellen", "VNG", "na"]
    cells = [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)]
    assert [line.cell for line in source.lines] == [None, *cells, None]
    assert [line.unit for line in source.lines] == [0, 1, 2, 3, 4, 5]


def test_a_merged_cell_comes_once_and_counts_for_its_columns() -> None:
    document = docx.Document()
    table = document.add_table(1, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "breed"
    table.cell(0, 2).text = "smal"
    source = read_docx(document)
    cells = {
        text: line.cell for text, line in zip(shown(source), source.lines, strict=True) if text
    }
    assert cells == {"breed": (0, 0, 0), "smal": (0, 0, 2)}


def test_a_table_in_a_cell_has_a_number_of_its_own() -> None:
    document = docx.Document()
    outer = document.add_table(1, 1)
    outer.cell(0, 0).text = "buiten"
    outer.cell(0, 0).add_table(1, 1).cell(0, 0).text = "binnen"
    document.add_table(1, 1).cell(0, 0).text = "derde"
    source = read_docx(document)
    cells = {
        text: line.cell for text, line in zip(shown(source), source.lines, strict=True) if text
    }
    assert cells == {"buiten": (0, 0, 0), "binnen": (1, 0, 0), "derde": (2, 0, 0)}


@pytest.mark.parametrize(
    ("style", "heading"),
    [
        ("Normal", None),
        ("Heading 1", 1),
        ("Heading 3", 3),
        ("Title", 1),
        ("Subtitle", None),
        ("TOC Heading", None),
        ("List Bullet", None),
    ],
)
def test_heading_styles(style: str, heading: int | None) -> None:
    document = docx.Document()
    document.add_paragraph("Opening", style=style)
    assert read_docx(document).lines[0].heading == heading


@pytest.mark.parametrize(("name", "heading"), [("Kop 2", 2), ("Agendapunt", 1), ("Kopregel", None)])
def test_heading_styles_of_dutch_templates(name: str, heading: int | None) -> None:
    document = docx.Document()
    document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Opening", style=name)
    assert read_docx(document).lines[0].heading == heading


def test_headings_come_through_the_chain_of_styles_and_by_outline_level() -> None:
    document = docx.Document()
    style = document.styles.add_style("Onderwerp", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Heading 2"]
    document.add_paragraph("a", style="Onderwerp")
    for outline in (0, 9):
        paragraph = document.add_paragraph("b", style="Onderwerp")
        outline_level = parse_xml(f'<w:outlineLvl {W} w:val="{outline}"/>')
        paragraph._p.get_or_add_pPr().append(outline_level)
    assert [line.heading for line in read_docx(document).lines] == [2, 1, None]


def test_bold_and_size_are_those_of_most_letters() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    bold = paragraph.add_run("Besluit ")
    bold.bold, bold.font.size = True, Pt(14)
    paragraph.add_run("goedgekeurd").font.size = Pt(9)
    paragraph.add_run(" ja").bold = False
    line = read_docx(document).lines[0]
    assert (line.bold, line.size) == (False, 9)


def test_bold_and_size_come_through_the_chain_of_styles() -> None:
    document = docx.Document()
    base = document.styles.add_style("Basis", WD_STYLE_TYPE.PARAGRAPH)
    base.font.bold, base.font.size = True, Pt(13)
    document.styles.add_style("Nu", WD_STYLE_TYPE.PARAGRAPH).base_style = base
    document.add_paragraph("vet", style="Nu")
    document.add_paragraph("niet").add_run(" vet").font.size = Pt(8)
    vet, niet = read_docx(document).lines
    assert (vet.bold, vet.size) == (True, 13)
    assert niet.bold is False


def test_an_empty_line_has_no_type() -> None:
    line = read_bytes(word("een", ""), "a.docx").lines[1]
    assert (line.bold, line.size) == (None, None)


def test_styles_that_go_round_in_a_circle_end() -> None:
    document = docx.Document()
    one = document.styles.add_style("Een", WD_STYLE_TYPE.PARAGRAPH)
    two = document.styles.add_style("Twee", WD_STYLE_TYPE.PARAGRAPH)
    one.base_style, two.base_style = two, one
    document.add_paragraph("tekst", style="Een")
    assert read_docx(document).text == "tekst"


def test_a_document_without_styles_and_numbering_is_read() -> None:
    document = docx.Document()
    item(document, "tekst", 1)
    part = document.part
    for key in [
        key for key, rel in part.rels.items() if rel.reltype.endswith(("styles", "numbering"))
    ]:
        del part.rels[key]
    source = read_docx(document)
    assert (source.text, source.lines[0].marker) == ("tekst", None)


def test_headers_are_left_out_and_footnotes_are_warned_about() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "kop van elke pagina"
    reference = parse_xml(f'<w:r {W}><w:footnoteReference w:id="1"/></w:r>')
    document.add_paragraph("tekst")._p.append(reference)
    source = read_docx(document)
    assert source.text == "tekst"
    assert source.warnings == (notice("W03", count=1),)


@pytest.mark.parametrize("texts", [(), ("", "  ")])
def test_a_document_without_text_is_an_error(texts: tuple[str, ...]) -> None:
    with pytest.raises(ReadError) as error:
        read_bytes(word(*texts), "leeg.docx")
    assert error.value.code == "R02"


def rewritten(data: bytes, **members: bytes) -> bytes:
    """The same archive with other contents for some members (by the end of their name)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for info in old.infolist():
            stem = info.filename.rsplit("/")[-1].split(".")[0]
            new.writestr(info.filename, members.get(stem, old.read(info)))
    return buffer.getvalue()


@pytest.mark.parametrize(
    "members",
    [
        {"document": b"<w:document"},
        {"document": b""},
        {"document": b"<a/>"},
        {"styles": b"<w:styles"},
        {"": b"<Types/>"},
    ],
)
def test_broken_xml_is_an_error(members: dict[str, bytes]) -> None:
    with pytest.raises(ReadError) as error:
        read_bytes(rewritten(word("tekst"), **members), "a.docx")
    assert error.value.code in ("R05", "R02")


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_damaged_file_is_an_error_or_is_read(data: st.DataObject) -> None:
    whole = bytearray(word("tekst"))
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=8)):
        whole[place] = data.draw(st.integers(0, 255))
    codes = set()
    try:
        read_bytes(bytes(whole), "a.docx")
    except ReadError as error:
        codes.add(error.code)
    assert codes <= {"R02", "R05", "R06", "R13"}


BREAK = "\n"


@pytest.mark.parametrize(
    ("parts", "beginnings"),
    [
        (["*Besluit:", " het plan gaat door."], ["Besluit:"]),
        (["*Besluit: ", "het plan gaat door."], ["Besluit:"]),
        (["*Besluit", "* en actie:", " samen"], ["Besluit en actie:"]),
        (["*Besluit", " ", "*en actie:", " samen"], ["Besluit en actie:"]),
        ([" ", "*Besluit:", " het plan"], [" Besluit:"]),
        (["Het ", "*besluit", " is genomen"], [None]),
        (["*Besluit"], [None]),
        (["gewoon"], [None]),
        (["Vooraf.", BREAK, "*Besluit:", " het plan"], [None, "Besluit:"]),
        (["*Besluit:", " het plan", BREAK, "gewoon"], ["Besluit:", None]),
        (["*Besluit:", f"*{BREAK}Actie:", " het plan"], [None, "Actie:"]),
    ],
)
def test_bold_to_is_where_the_bold_words_end_that_a_line_begins_with(
    parts: list[str], beginnings: list[str | None]
) -> None:
    document = docx.Document()
    document.add_paragraph("een alinea ervoor")
    paragraph = document.add_paragraph()
    for part in parts:
        paragraph.add_run(part.removeprefix("*")).bold = part.startswith("*")
    source = read_docx(document)
    assert [
        None if line.bold_to is None else source.text[line.start : line.bold_to]
        for line in source.lines
        if line.unit == 1
    ] == beginnings
