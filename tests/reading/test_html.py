"""Web pages: what a browser shows, block by block."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notulist.errors import ReadError
from notulist.reading import read_bytes
from notulist.reading.source import Source


def page(body: str, head: str = "") -> Source:
    markup = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_bytes(markup.encode(), "a.html")


def shown(source: Source) -> list[str]:
    return [source.text[line.start : line.end] for line in source.lines]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>een</p><p>twee</p>", ["een", "twee"]),
        ("<div>een<p>twee</p>drie</div>", ["een", "twee", "drie"]),
        ("<p>een\n   twee\tdrie </p>", ["een twee drie"]),
        ("<p>een <b> twee</b> </p>", ["een twee"]),
        ("<p>ge<b>he</b>el</p>", ["geheel"]),
        ("<p>een<br>twee<br/></p>", ["een", "twee"]),
        ("<p>a&nbsp;b &euro;&#8364; &amp; &lt;x&gt;</p>", ["a\u00a0b €€ & <x>"]),
        ("<p>woning&shy;bouw</p>", ["woning\u00adbouw"]),
        ("<pre>een\n  twee</pre>", ["een", "  twee"]),
        ("<dl><dt>Wat</dt><dd>Dat</dd></dl>", ["Wat", "Dat"]),
        ("<p>een<p>twee<ul><li>drie<li>vier", ["een", "twee", "drie", "vier"]),
        ("los", ["los"]),
        ("<p>a\x0bb</p>", ["a b"]),
    ],
)
def test_each_block_is_a_line_as_a_browser_shows_it(body: str, lines: list[str]) -> None:
    assert shown(page(body)) == lines


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<nav><ul><li>x</li></ul></nav>",
        "<noscript>x</noscript>",
        "<template><p>x</p></template>",
        "<select><option>x</option></select>",
        "<button>x</button>",
        "<del>x</del>",
        "<!-- x -->",
        "<!--[if mso]><p>x</p><![endif]-->",
        "<p hidden>x</p>",
        '<p style="color: red; Display: None">x</p>',
        "<span style='mso-hide:all'>x</span>",
    ],
)
def test_what_is_no_text_of_the_page_is_left_out(hidden: str) -> None:
    source = page(f"<p>voor</p>{hidden}<p>na</p>", head="<title>titel</title>")
    assert shown(source) == ["voor", "na"]


def test_an_anchor_is_the_number_of_the_block_and_the_place_in_it() -> None:
    source = page("<h1>Verslag</h1><p>een<br>twee</p><p>drie</p>")
    assert [(line.unit, line.index) for line in source.lines] == [(0, 0), (1, 0), (1, 4), (2, 0)]
    assert source.anchor(source.text.index("wee")) == (1, 5)


def test_an_empty_line_begins_a_new_unit() -> None:
    source = page("<div>een<br>twee<br><br>drie</div>")
    assert shown(source) == ["een", "twee", "", "drie"]
    assert [line.unit for line in source.lines] == [0, 0, 0, 1]


def test_headings_have_their_level_and_are_bold() -> None:
    source = page("<h1>Verslag</h1><h3>Opening <small>kort</small></h3><p>tekst</p>")
    assert [line.heading for line in source.lines] == [1, 3, None]
    assert [line.bold for line in source.lines] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("<b>Rijk</b>:", True),
        ("<strong>Rijk</strong> geeft een lange toelichting", False),
        ('<span style="font-weight:700">Rijk</span>', True),
        ('<b><span style="font-weight: normal">Rijk</span></b>', False),
        ("– –", None),
    ],
)
def test_a_line_is_bold_when_most_of_its_letters_are(text: str, bold: bool | None) -> None:
    assert page(f"<p>{text}</p>").lines[0].bold is bold


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("<p>één".encode(), "één", "utf-8"),
        ("<p>één".encode("utf-8-sig"), "één", "utf-8-sig"),
        ("<p>één".encode("utf-16"), "één", "utf-16-le"),
        ("<p>één – €".encode("cp1252"), "één – €", "cp1252"),
        ('<meta charset="iso-8859-1"><p>één – €'.encode("cp1252"), "één – €", "cp1252"),
        ("<meta charset=iso-8859-15><p>€ één".encode("iso-8859-15"), "€ één", "iso-8859-15"),
        (
            b'<meta http-equiv=Content-Type content="text/html; charset=windows-1250"><p>\xb9',
            "ą",
            "windows-1250",
        ),
        ("<meta charset=x-mac-roman><p>één".encode("mac-roman"), "één", "macintosh"),
        ("<?xml version='1.0' encoding='UTF-8'?><p>één".encode(), "één", "utf-8"),
        ("<meta charset=iso-8859-1><p>één".encode(), "één", "utf-8"),
        ("<meta charset=unicode_escape><p>één".encode("cp1252"), "één", "cp1252"),
    ],
)
def test_the_encoding_is_found(data: bytes, text: str, encoding: str) -> None:
    source = read_bytes(data, "a.htm")
    assert (source.text, source.encoding, source.format) == (text, encoding, "html")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html><head><title>x</title></head><body></body></html>", "R02"),
        (b"<!-- x -->", "R02"),
        (b"<p>&nbsp;</p>", "R02"),
        (b"<p>" + bytes(range(32)) * 9, "R09"),
        (b"<ul><li>" * 5000 + b"x", "R05"),
        (b"%PDF-1.7\n", "R06"),
    ],
)
def test_a_page_that_cannot_be_read_is_one_clear_error(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as error:
        read_bytes(data, "a.html")
    assert error.value.code == code


CHARS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
TAGS = st.sampled_from(
    ("p", "div", "ul", "ol", "li", "table", "td", "b", "span", "h2", "em", "pre")
)
NODES = st.recursive(
    CHARS.map(lambda text: (escape(text), text)),
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4)).map(
        lambda made: (
            f"<{made[0]}>{''.join(markup for markup, _ in made[1])}</{made[0]}>",
            "".join(text for _, text in made[1]),
        )
    ),
    max_leaves=20,
)


@given(NODES)
@settings(max_examples=200)
def test_no_character_is_lost_or_invented_but_white_space(node: tuple[str, str]) -> None:
    markup, visible = node
    source = page(f"<p>begin</p>{markup}<p>slot</p>")
    # What stands loose in a table a browser shows before it: the order of the rest is ours.
    assert sorted("".join(source.text.split())) == sorted("beginslot" + "".join(visible.split()))
    covered = "".join(shown(source))
    assert "".join(covered.split()) == "".join(source.text.split())
    spans = [(line.start, line.end) for line in source.lines]
    assert spans == sorted(spans)
    places = [(line.unit, line.index) for line in source.lines]
    assert places == sorted(set(places))
