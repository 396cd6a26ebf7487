"""ODT files to read in these tests, made on the spot."""

from __future__ import annotations

import io
import zipfile

from notulist.reading import read_bytes
from notulist.reading.source import Source

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NS = " ".join(
    f'xmlns:{prefix}="{OASIS}:{name}:1.0"'
    for prefix, name in {
        **{"office": "office", "text": "text", "table": "table", "style": "style"},
        **{"draw": "drawing", "fo": "xsl-fo-compatible"},
    }.items()
)
MIMETYPE = "application/vnd.oasis.opendocument.text"
STYLES = """
<style:style style:name="Kop" style:display-name="Kop 2" style:family="paragraph"/>
<style:style style:name="Heading_20_1" style:family="paragraph" style:default-outline-level="1">
  <style:text-properties fo:font-weight="bold" fo:font-size="14pt"/></style:style>
<style:style style:name="Lijst" style:family="paragraph" style:list-style-name="L1"/>
<style:style style:name="Vet" style:family="text">
  <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Weg" style:family="text">
  <style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
  <text:list-level-style-number text:level="3" style:num-format="a" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="L2">
  <text:list-level-style-bullet text:level="1" text:bullet-char="–"/>
  <text:list-level-style-number text:level="2" style:num-format=""/>
</text:list-style>
<text:list-style style:name="L3"><text:list-level-style-number text:level="1"
  style:num-format="I" style:num-prefix="(" style:num-suffix=")" text:start-value="2"/>
</text:list-style>
"""


def made(body: str, styles: str = STYLES, **extra: str) -> bytes:
    """An ODT with this XML in its text; extra: other parts by name, with _ for a point."""
    content = (
        f"<office:document-content {NS}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    parts = {"mimetype": MIMETYPE, "content.xml": content}
    parts |= {name.replace("_", "."): text for name, text in extra.items()}
    return archive(parts)


def archive(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return buffer.getvalue()


def read(body: str, **options: str) -> Source:
    return read_bytes(made(body, **options), "a.odt")


def shown(source: Source) -> list[str]:
    return [source.text[line.start : line.end] for line in source.lines]


def p(text: str, style: str = "Standaard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def listed(*items: str, style: str = "", extra: str = "") -> str:
    """A text:list; each item as XML of what stands in it."""
    named = f' text:style-name="{style}"' if style else ""
    inner = "".join(f"<text:list-item>{text}</text:list-item>" for text in items)
    return f"<text:list{named} {extra}>{inner}</text:list>"
