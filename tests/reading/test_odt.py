"""OpenDocument text: every paragraph in order, with what its style and list make of it."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import pytest
from builders import W, abstract, item, level, num, number_with, saved
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st
from odt_builders import MIMETYPE, NS, archive, listed, made, p, read, shown

from notulist.errors import ReadError, notice
from notulist.reading import odt, read_bytes


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        ("een", ["een"]),
        ("een\n   twee ", ["een twee "]),
        ("een <text:span> twee</text:span>", ["een twee"]),
        ("een<text:s/><text:s text:c='2'/>twee", ["een   twee"]),
        ("een<text:tab/>twee", ["een\ttwee"]),
        ("een<text:line-break/>twee", ["een", "twee"]),
        ("een<text:a>twee</text:a>drie", ["eentweedrie"]),
        ("een<text:soft-page-break/>twee", ["eentwee"]),
        (
            "zin<text:note><text:note-body><text:p>x</text:p></text:note-body></text:note>.",
            ["zin."],
        ),
        ("zin<office:annotation><text:p>x</text:p></office:annotation>.", ["zin."]),
        ("een<text:change text:change-id='1'/>twee", ["eentwee"]),
        ("<text:span text:style-name='Weg'>x</text:span>een", ["een"]),
        (
            "een<draw:frame><draw:text-box><text:p>kader</text:p></draw:text-box></draw:frame>twee",
            ["eentwee", "kader"],
        ),
        ("blz. <text:page-number>3</text:page-number>", ["blz. 3"]),
        ("&lt;x&gt; &amp; woning\u00adbouw\u00a0nu", ["<x> & woning\u00adbouw\u00a0nu"]),
    ],
)
def test_a_paragraph_holds_what_is_shown(inside: str, lines: list[str]) -> None:
    assert shown(read(p(inside) + p("slot"))) == [*lines, "slot"]


def test_an_anchor_is_the_number_of_the_paragraph_and_the_place_in_it() -> None:
    source = read(p("een") + p("") + p("twee<text:line-break/>drie"))
    assert [(line.unit, line.index) for line in source.lines] == [(0, 0), (1, 0), (2, 0), (2, 5)]
    assert source.anchor(source.text.index("rie")) == (2, 6)


def test_deleted_text_and_hidden_sections_are_left_out() -> None:
    deleted = "<text:changed-region><text:deletion><text:p>x</text:p></text:deletion>"
    source = read(
        f"<text:tracked-changes>{deleted}</text:changed-region></text:tracked-changes>"
        '<text:section text:display="none"><text:p>x</text:p></text:section>'
        "<text:section><text:p>zichtbaar</text:p></text:section>"
    )
    assert shown(source) == ["zichtbaar"]


def test_notes_are_counted() -> None:
    note = "<text:note><text:note-body><text:p>x</text:p></text:note-body></text:note>"
    assert read(p(f"a{note}") + p(f"b{note}")).warnings == (notice("W03", count=2),)


def test_headings_are_known_by_element_and_by_style() -> None:
    source = read(
        '<text:h text:outline-level="2" text:style-name="X">een</text:h><text:h>twee</text:h>'
        + p("drie", "Heading_20_1")
        + p("vier", "Kop")
        + p("vijf")
    )
    assert [line.heading for line in source.lines] == [2, 1, 1, 2, None]


def test_bold_and_size_come_from_the_styles() -> None:
    vet = '<text:span text:style-name="Vet">Rijk</text:span>'
    source = read(p("kop", "Heading_20_1") + p(f"{vet}: ja") + p(f"{vet} geeft aan") + p("–"))
    assert [line.bold for line in source.lines] == [True, True, False, None]
    assert source.lines[0].size == 14.0


def with_dtd(dtd: str, body: str) -> bytes:
    content = zipfile.ZipFile(io.BytesIO(made(body))).read("content.xml").decode()
    return archive({"mimetype": MIMETYPE, "content.xml": f"<!DOCTYPE x [{dtd}]>{content}"})


def test_nothing_outside_the_document_is_fetched() -> None:
    dtd = "<!ENTITY here 'x'><!ENTITY there SYSTEM 'file:///etc/passwd'>"
    assert read_bytes(with_dtd(dtd, p("voor&here;&there;na")), "a.odt").text == "voorna"


BOMB = "<!ENTITY e0 'xxxxxxxxxx'>" + "".join(
    f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 9)
)


def test_many_spaces_in_one_element_are_bounded() -> None:
    assert len(read(p('a<text:s text:c="999999999"/>b')).text) < 2000


MANIFEST = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (made(""), "R02"),
        (made(p("  ")), "R02"),
        (archive({"mimetype": MIMETYPE}), "R05"),
        (archive({"x.txt": "x"}), "R05"),
        (archive({"mimetype": MIMETYPE, "content.xml": "<afgekapt"}), "R05"),
        (archive({"mimetype": MIMETYPE, "content.xml": f"<x {NS}/>"}), "R05"),
        (made(p("x"))[:-40], "R05"),
        (made("<text:section>" * 3000 + "</text:section>" * 3000), "R05"),
        (archive({"mimetype": MIMETYPE, "content.xml": "\x01\x02", **MANIFEST}), "R11"),
        (with_dtd(BOMB, p("&e8;")), "R05"),
        (archive({"word/document.xml": "<x/>"}), "R06"),
        (b"gewone tekst", "R06"),
    ],
)
def test_what_cannot_be_read_is_one_clear_error(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as error:
        read_bytes(data, "a.odt")
    assert error.value.code == code


def test_absurdly_large_parts_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(odt, "_MOST_BYTES", 100)
    with pytest.raises(ReadError) as error:
        read(p("x"))
    assert error.value.code == "R13"


CHARS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=12
)
PARTS = st.one_of(
    CHARS.map(lambda text: (escape(text), text)),
    CHARS.map(lambda text: (f"<text:span>{escape(text)}</text:span>", text)),
    st.just(("<text:s/>", "")),
    st.just(("<text:line-break/>", "")),
    st.just(("<text:note><text:p>x</text:p></text:note>", "")),
)


@given(st.lists(PARTS, max_size=6), st.booleans())
def test_no_character_is_lost_or_invented_but_white_space(
    parts: list[tuple[str, str]], in_list: bool
) -> None:
    paragraph = p("".join(markup for markup, _ in parts))
    source = read(p("begin") + (listed(paragraph, style="L1") if in_list else paragraph))
    visible = "begin" + "".join(text for _, text in parts)
    assert "".join(source.text.split()) == "".join(visible.split())
    assert "".join("".join(shown(source)).split()) == "".join(visible.split())


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_document_that_libreoffice_made_of_a_word_file_reads_as_that(tmp_path: Path) -> None:
    document = docx.Document()
    numbers = (level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"))
    bullets = (level(0, "bullet", "\uf0b7"), level(1, "bullet", "o"))
    number_with(document, abstract(0, *numbers), num(1, 0), abstract(1, *bullets), num(2, 1))
    document.add_heading("Verslag", 0)
    document.add_heading("Opening", 1)
    for place in (0, 1, 1, 0):
        item(document, "punt", 1, place)
    document.add_paragraph("tussen met  twee spaties\ten tab")
    for num_id, place in ((1, 1), (2, 0), (2, 1), (1, 0)):
        item(document, "punt", num_id, place)
    paragraph = document.add_paragraph("een\ntwee ")
    paragraph.add_run("geheel vet").bold = True
    deleted = f'<w:del {W} w:id="1" w:author="x"><w:r><w:delText>weg</w:delText></w:r></w:del>'
    paragraph._p.append(parse_xml(deleted))
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "samen"
    table.cell(1, 2).text = "eind"
    document.add_paragraph("slot")
    (tmp_path / "a.docx").write_bytes(saved(document))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "odt", "a.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=180,
    )

    def rows(name: str) -> list[tuple[object, ...]]:
        source = read_bytes((tmp_path / name).read_bytes(), name)
        return [
            (line.unit, line.index, text, line.list_level, line.marker, line.heading, line.cell)
            for line, text in zip(source.lines, shown(source), strict=True)
        ]

    assert rows("a.odt") == rows("a.docx")
