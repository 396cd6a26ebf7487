"""Small pieces of WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())
_TRACKED = 'w:id="{number}" w:author="notulist" w:date="2025-01-01T09:00:00Z"'


def element(xml: str) -> Any:
    """An element of XML with Word's usual prefixes."""
    head, sep, rest = xml.partition(">")
    slash = "/" if head.endswith("/") else ""
    return parse_xml(f"{head.removesuffix('/')} {NAMESPACES}{slash}{sep}{rest}")


def run(text: str, properties: str = "", tag: str = "w:t") -> str:
    """A w:r; a tab, a line break and a no-break hyphen become elements."""
    pieces = escape(text)
    for char, name in (("\t", "w:tab"), ("\n", "w:br"), ("\u2011", "w:noBreakHyphen")):
        pieces = pieces.replace(char, f'</{tag}><{name}/><{tag} xml:space="preserve">')
    inner = f'<{tag} xml:space="preserve">{pieces}</{tag}>'
    inner = inner.replace(f'<{tag} xml:space="preserve"></{tag}>', "")
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def tracked(tag: str, number: int, inner: str) -> str:
    """Something that a tracked change put in, or took out."""
    return f"<{tag} {_TRACKED.format(number=number)}>{inner}</{tag}>"


def complex_field(instruction: str, result: str) -> str:
    """A field with its instruction apart from its result."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    middle = run(instruction, tag="w:instrText")
    return f"{mark('begin')}{middle}{mark('separate')}{run(result)}{mark('end')}"


def control(inner: str, title: str = "Tekst") -> str:
    """A content control around it."""
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(title)}/></w:sdtPr>"
        f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


def text_box(paragraphs: Iterable[str]) -> str:
    """A w:r with a text box, once as Word 2010 draws it and once for older ones."""
    inner = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    size = 'cx="2600000" cy="1300000"'
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    drawing = (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="1" name="Tekstvak 1"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_SPACES["wps"]}">{shape}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    old = (
        '<w:pict><v:shape id="Tekstvak" style="width:205pt;height:102pt">'
        f"<v:textbox>{inner}</v:textbox></v:shape></w:pict>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
