"""Web pages by lxml: one unit for each block of text, as a browser shows it.

Left out: what a page doesn't show (head, scripts, hidden elements), its menus (nav) and form
fields, and what it marks as deleted (del).
"""

from __future__ import annotations

import hashlib
import re

from lxml import etree

from notulist.errors import Notice, ReadError
from notulist.reading.html_blocks import lines_of
from notulist.reading.source import Line, Source
from notulist.reading.text import decode_file

_META = re.compile(
    rb"<meta\s[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w-]{1,40})|<\?xml\s[^>]{0,200}?encoding="
    rb"[\"']([\w-]{1,40})",
    re.IGNORECASE,
)
_META_BYTES = 4096  # browsers look no further than a quarter of it
# The one-byte encodings of Europe. Browsers take ISO-8859-1 for cp1252, and so do we.
_ONE_BYTE = re.compile(r"iso-8859-(?!1$)\d{1,2}|(?:windows-|cp)125[01345678]|macintosh|cp850")
# What no page shows; a vertical tab is white space here, and lxml would make � of a control.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def read_html(data: bytes, name: str) -> Source:
    """A Source of a web page: the characters that it shows, entities resolved, white space as one.

    A <br> begins a Line of the same unit; bullets and numbers of lists stand in Line.marker.
    Raises ReadError: R02 if it shows no text, R05 if it is nested too deep, R09 if it is no text.
    """
    page, encoding, warnings = _decoded(data, name)
    text, lines = shown(page, name)
    if not text.strip():
        raise ReadError("R02", name=name)
    digest = hashlib.sha256(data).hexdigest()
    return Source(name, text, lines, digest, "html", encoding, warnings)


def shown(page: str, name: str) -> tuple[str, tuple[Line, ...]]:
    """The text that HTML shows, and its lines; ("", ()) where it shows none. Raises R05."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    visible = _CONTROL.sub(" ", page)
    try:
        root = etree.fromstring(visible.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # no element and no text in it
        root = None
    # Past some 2,000 open elements libxml2 drops what follows, in silence but for its log.
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise ReadError("R05", name=name, format="HTML", cause="nested too deep")
    return ("", ()) if root is None else lines_of(root)


def _decoded(data: bytes, name: str) -> tuple[str, str, tuple[Notice, ...]]:
    """(text, encoding, warnings). What is UTF-8 is read so, whatever the page says of itself."""
    text, encoding, warnings = decode_file(data, name)
    if encoding != "cp1252":
        return text, encoding, warnings
    found = _META.search(data[:_META_BYTES])
    label = (found[1] or found[2]).decode("ascii").lower() if found else ""
    label = label.replace("x-mac-roman", "macintosh")
    if not _ONE_BYTE.fullmatch(label):
        return text, encoding, warnings
    try:
        return data.decode(label, errors="replace"), label, warnings
    except LookupError:
        return text, encoding, warnings
