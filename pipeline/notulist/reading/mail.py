"""E-mail (.eml) by the standard library: subject and date, and the text of the message.

Attachments aren't read, but named in a warning. Quoted lines (">") are text like all others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from email import errors, message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default

from notulist.errors import Notice, ReadError, notice
from notulist.reading.html import shown
from notulist.reading.source import Format, Line, Source, plain_lines
from notulist.reading.text import decode

_HEADER = ("Subject", "Date")
_ENCRYPTED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
# What the parser of headers and parts is known to stumble over in broken messages.
_BROKEN = (
    errors.MessageError,
    AttributeError,
    LookupError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
)
_LONGEST_FIELD = 10_000  # that parser takes seconds over a header of hostile length


def read_mail(data: bytes, name: str) -> Source:
    """A Source of a message: its fields Subject and Date as lines, an empty line, its text.

    Of a message in both forms the plain text is read. One in HTML alone gives a Source of format
    "html", since its lines lie as those of a web page do.
    Raises ReadError: R02 if it holds no text, R05 if it has no header, R11 if it is encrypted.
    """
    try:
        message = message_from_bytes(data, policy=default)
        return _read(message, data, name)
    except RecursionError as error:
        raise _damaged(name, "nested too deep") from error


def _read(message: EmailMessage, data: bytes, name: str) -> Source:
    if not message.keys():
        raise _damaged(name, "no header")
    fields = [f"{key}: {value}" for key in _HEADER if (value := _field(message, key))]
    head = "".join(f"{line}\n" for line in (*fields, "")) if fields else ""
    body, lines, format_, warnings = _body(message, head, name)
    if not body.strip():
        if message.get_content_type() in _ENCRYPTED:
            raise ReadError("R11", name=name)
        if message.defects:
            raise _damaged(name, "its parts can't be told apart")
        raise ReadError("R02", name=name)
    digest = hashlib.sha256(data).hexdigest()
    warnings += _attached(message)
    return Source(name, head + body, lines, digest, format_, warnings=warnings)


def _field(message: EmailMessage, key: str) -> str:
    """A header field on one line, decoded; "" where there is none."""
    raw = next((value for name, value in message.raw_items() if name.lower() == key.lower()), "")
    try:
        value = message[key] if len(raw) <= _LONGEST_FIELD else raw
    except _BROKEN:
        value = raw
    text = str(value or "").encode("utf-8", "replace").decode("utf-8")
    return " ".join(text.split())


def _body(
    message: EmailMessage, head: str, name: str
) -> tuple[str, tuple[Line, ...], Format, tuple[Notice, ...]]:
    """(text, lines of head and text, format, warnings)."""
    warnings: tuple[Notice, ...] = ()
    for kind in ("plain", "html"):
        part = _part(message, kind)
        if part is None:
            continue
        text, warnings = _decoded(part)
        if kind == "html":
            text, lines = shown(text, name)
            if text.strip():
                return text, _below(head, lines), "html", warnings
        elif text.strip():
            return text, tuple(plain_lines(head + text)), "eml", warnings
    return "", (), "eml", warnings


def _part(message: EmailMessage, kind: str) -> MIMEPart | None:
    try:
        return message.get_body(preferencelist=(kind,))
    except _BROKEN:
        return None


def _decoded(part: MIMEPart) -> tuple[str, tuple[Notice, ...]]:
    """The text of a part by the charset that it names, or by what its bytes look like."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return "", ()
    try:
        charset = part.get_content_charset() or "utf-8"
        # ISO-8859-1 in mail is cp1252 in truth, and us-ascii is anything.
        if charset not in ("utf-8", "us-ascii", "iso-8859-1", "latin-1"):
            return data.decode(charset), ()
    except _BROKEN:
        pass
    text, _, warnings = decode(data)
    return text, warnings


def _below(head: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of the header, and those of a page below it; units count on."""
    above = plain_lines(head)
    moved = [_moved(line, len(head), len(above)) for line in lines]
    return (*above, *moved)


def _moved(line: Line, by: int, units: int) -> Line:
    bold_to = None if line.bold_to is None else line.bold_to + by
    start, end, unit = line.start + by, line.end + by, line.unit + units
    return replace(line, start=start, end=end, unit=unit, bold_to=bold_to)


def _damaged(name: str, cause: str) -> ReadError:
    return ReadError("R05", name=name, format="e-mail", cause=cause)


def _attached(message: EmailMessage) -> tuple[Notice, ...]:
    names = list(_attachments(message))
    return (notice("W05", names=", ".join(names)),) if names else ()


def _attachments(message: EmailMessage) -> Iterator[str]:
    """The names of what isn't read; pictures that the text shows are part of it."""
    bodies = [_part(message, kind) for kind in ("plain", "html")]
    for part in _leaves(message):
        name = _file_name(part)
        picture = part.get_content_maintype() == "image" and part["Content-ID"]
        read = any(part is body for body in bodies) or (picture and not _is_attached(part))
        if not read and (name or part.get_content_maintype() in ("text", "message")):
            yield name or part.get_content_type()


def _leaves(part: MIMEPart) -> Iterator[MIMEPart]:
    """The parts that hold no other parts; a message that is attached is one."""
    payload = part.get_payload()
    if part.get_content_maintype() == "multipart" and isinstance(payload, list):
        for inner in payload:
            if isinstance(inner, MIMEPart):
                yield from _leaves(inner)
    else:
        yield part


def _file_name(part: MIMEPart) -> str:
    try:
        return " ".join(str(part.get_filename() or "").split())
    except _BROKEN:
        return part.get_content_type()


def _is_attached(part: MIMEPart) -> bool:
    try:
        return part.get_content_disposition() == "attachment"
    except _BROKEN:
        return False
