"""The lists of a rendered DOCX: definitions, styles, and which paragraph is which item."""

from __future__ import annotations

from typing import Any

from rendering.layouts import Layout
from rendering.marks import NUMBERED, SECOND, UNMARKED
from rendering.word_xml import element

_FORMS = {"1.": "decimal", "a)": "lowerLetter", "i.": "lowerRoman", "(1)": "decimal"}
_FONT = {"symbol": ("Symbol", "\uf0b7"), "wingdings": ("Wingdings", "\uf0a7")}
REMARKS, HEADINGS, DECISIONS, AGENDA = 1, 2, 3, 4
"""Numbers of lists."""
STYLE = "Opsommingsteken"
"""A style that names a list, based on one that names none; nested remarks have another on it."""


def define(document: Any, layout: Layout) -> None:
    """Put the lists of a layout in the place of the template's own."""
    root = document.part.numbering_part.element
    for old in list(root):
        root.remove(old)
    glyph = "o" if layout.remark == "typed-o" else layout.remark
    with_headings = layout.remark == "1.1"
    own = _one(glyph)
    two = [_level(0, *own), _level(1, *_second(layout))]
    titles = [_level(0, "decimal", "%1."), _level(1, "decimal", "%1.%2")]
    for number, levels in (
        (REMARKS, two),
        (HEADINGS, titles),
        (DECISIONS, titles[:1]),
        (AGENDA, titles[:1]),
    ):
        root.append(element(_abstract(number, levels)))
    for number in (REMARKS, HEADINGS, DECISIONS, AGENDA):
        root.append(element(_number(number, number)))
    if "list-style" in layout.extras or "cancel" in layout.extras:
        _styles(document)
    if "auto" in layout.heading:
        _number_headings(document)
    if with_headings:
        _style_number(document.styles["Heading 1"], HEADINGS, 0)


def restart(document: Any, number: int) -> int:
    """Another list like that of the remarks, which begins at its start again; its number."""
    root = document.part.numbering_part.element
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    root.append(element(_number(10 + number, REMARKS, again)))
    return 10 + number


def properties(layout: Layout, level: int, list_number: int) -> str:
    """What makes a paragraph an item of a list: its numPr, or its style."""
    if layout.remark == "1.1" and list_number == REMARKS:
        return _numbering(HEADINGS, 1)
    if "list-style" in layout.extras and list_number == REMARKS:
        return f'<w:pStyle w:val="{STYLE}{level + 1}"/>'
    return _numbering(list_number, level)


def cancelled() -> str:
    """A paragraph in a list's style that is no item of it."""
    return f'<w:pStyle w:val="{STYLE}1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'


def listed(layout: Layout) -> bool:
    """Whether remarks are items of Word's own lists."""
    return layout.remark not in UNMARKED and "typed" not in layout.extras


def _numbering(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _one(remark: str) -> tuple[str, str, str]:
    if remark in NUMBERED:
        sign = remark.split("-")[0]
        return _FORMS.get(sign, "decimal"), sign.replace(sign.strip("().")[0], "%1"), ""
    font, glyph = _FONT.get(remark, ("", remark if remark not in UNMARKED else "•"))
    return "bullet", glyph, font


def _second(layout: Layout) -> tuple[str, str]:
    if layout.remark in ("1.", "1.-restart"):
        return "lowerLetter", "%2)"
    return "bullet", SECOND.get("o" if layout.remark == "typed-o" else layout.remark, "–")


def _abstract(number: int, levels: list[str]) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )


def _level(level: int, form: str, text: str, font: str = "") -> str:
    left = 360 * (level + 1)
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:hint="default"/></w:rPr>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr>{fonts if font else ""}</w:lvl>'
    )


def _number(number: int, of: int, inner: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{inner}</w:num>'


def _styles(document: Any) -> None:
    """Two styles a level apart: the second takes its list from the first and names its level."""
    styles = document.styles.element
    for level, base in ((1, "Normal"), (2, f"{STYLE}1")):
        place = f'<w:ilvl w:val="{level - 1}"/>' if level > 1 else ""
        number = f'<w:numId w:val="{REMARKS}"/>' if level == 1 else ""
        styles.append(
            element(
                f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{STYLE}{level}">'
                f'<w:name w:val="Opsommingsteken {level}"/><w:basedOn w:val="{base}"/>'
                f"<w:pPr><w:numPr>{place}{number}</w:numPr></w:pPr></w:style>"
            )
        )


def _number_headings(document: Any) -> None:
    _style_number(document.styles["Heading 1"], HEADINGS, 0)


def _style_number(style: Any, number: int, level: int) -> None:
    numbering = style.element.get_or_add_pPr().get_or_add_numPr()
    numbering.get_or_add_ilvl().val = level
    numbering.get_or_add_numId().val = number
