"""Lists and tables of an ODT: markers as a word processor shows them, and where cells lie."""

from __future__ import annotations

from odt_builders import NS, listed, p, read, shown


def markers(body: str) -> list[tuple[int | None, str | None]]:
    return [(line.list_level, line.marker) for line in read(body).lines]


def test_numbers_count_by_level_and_start_again_under_a_new_one() -> None:
    inner = listed(p("x"), p("x") + listed(p("x"), p("x")))
    body = listed(p("x") + inner, p("x") + listed(p("x")), style="L1")
    assert [marker for _, marker in markers(body)] == [
        *("1.", "1.1", "1.2", "a)", "b)", "2.", "2.1"),
    ]


def test_bullets_and_levels_without_a_number() -> None:
    assert markers(listed(p("x") + listed(p("y")), style="L2")) == [(0, "•"), (1, None)]


def test_prefix_suffix_and_start_are_the_styles() -> None:
    assert markers(listed(p("x"), p("y"), style="L3")) == [(0, "(II)"), (0, "(III)")]


def test_a_new_list_starts_again_unless_it_goes_on() -> None:
    on = 'text:continue-numbering="true"'
    by_id = 'text:continue-list="een"'
    body = (
        listed(p("x"), style="L1", extra='xml:id="een"')
        + p("tussen")
        + listed(p("x"), style="L1", extra=on)
        + listed(p("x"), style="L1")
        + listed(p("x"), style="L1", extra=by_id)
    )
    assert [marker for _, marker in markers(body)] == ["1.", None, "2.", "1.", "3."]


def test_an_item_may_say_its_own_number() -> None:
    items = '<text:list-item text:start-value="7"><text:p>x</text:p></text:list-item>'
    body = f'<text:list text:style-name="L1">{items}<text:list-item>{p("y")}</text:list-item>'
    assert [marker for _, marker in markers(f"{body}</text:list>")] == ["7.", "8."]


def test_only_the_first_paragraph_of_an_item_has_the_marker() -> None:
    head = f"<text:list-header>{p('kop')}</text:list-header>"
    body = (
        f'<text:list text:style-name="L1">{head}<text:list-item>{p("x")}{p("y")}</text:list-item>'
    )
    assert markers(f"{body}</text:list>") == [(0, None), (0, "1."), (0, None)]


def test_the_paragraphs_style_may_name_the_list_style() -> None:
    assert markers(listed(p("x", "Lijst"))) == [(0, "1.")]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"'
        ' style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format=""/>'
        "</text:outline-style>"
    )
    heads = "".join(f'<text:h text:outline-level="{level}">x</text:h>' for level in (1, 2, 1))
    source = read(
        heads + '<text:h text:is-list-header="true">y</text:h>',
        styles_xml=f"<office:document-styles {NS}><office:styles>{outline}</office:styles>"
        "</office:document-styles>",
    )
    assert [(line.list_level, line.marker) for line in source.lines] == [
        *((0, "1."), (None, None), (0, "2."), (None, None)),
    ]


def test_cells_know_their_row_and_column() -> None:
    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def cell(text: str, extra: str = "") -> str:
        return f"<table:table-cell {extra}>{text}</table:table-cell>"

    inner = f"<table:table>{row(cell(p('binnen')))}</table:table>"
    twice = cell("", 'table:number-columns-repeated="2"')
    covered = "<table:covered-table-cell/>"
    source = read(
        f"<table:table><table:table-header-rows>{row(cell(p('a')), cell(p('b')))}"
        f"</table:table-header-rows>{row(cell(p('c')), covered, cell(p('d')))}"
        f"{row(twice, cell(inner))}</table:table>{p('na')}"
    )
    found = [(line.cell, text) for line, text in zip(source.lines, shown(source), strict=True)]
    assert found == [
        *(((0, 0, 0), "a"), ((0, 0, 1), "b"), ((0, 1, 0), "c"), ((0, 1, 2), "d")),
        *(((1, 0, 0), "binnen"), (None, "na")),
    ]
