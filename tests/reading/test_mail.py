"""E-mail: subject, date and text, as they stand in the message."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notulist.errors import ReadError, notice
from notulist.reading import read_bytes
from notulist.reading.mail import _below
from notulist.reading.source import Line, Source

PAGE = "<h1>Verslag</h1><ul><li>Eén punt</li></ul>"


def message(text: str = "Tekst\n", **fields: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"] = "a@example.org", "b@example.org"
    for key, value in fields.items():
        made[key] = value
    made.set_content(text)
    return made


def read(made: EmailMessage | bytes) -> Source:
    return read_bytes(bytes(made), "a.eml")


def test_subject_and_date_stand_above_the_text() -> None:
    source = read(message("Eén punt\n", Subject="Verslag één", Date="Thu, 07 Mar 2024 10:00 +0100"))
    head = "Subject: Verslag één\nDate: Thu, 07 Mar 2024 10:00:00 +0100\n\n"
    assert source.text == f"{head}Eén punt\n"
    assert source.format == "eml"


def test_a_message_without_them_is_its_text() -> None:
    assert read(message("Tekst\n")).text == "Tekst\n"


def test_lines_are_those_of_plain_text() -> None:
    source = read(message("een\n\ntwee\n", Subject="S"))
    shown = [(line.unit, source.text[line.start : line.end]) for line in source.lines]
    assert shown == [(0, "Subject: S"), (1, ""), (2, "een"), (3, ""), (4, "twee")]


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_the_text_is_decoded(encoding: str) -> None:
    made = EmailMessage()
    made["Subject"] = "S"
    made.set_content("Eén – €\n> geciteerd\n", cte=encoding)
    assert read(made).text.endswith("Eén – €\n> geciteerd\n")


@pytest.mark.parametrize(
    ("charset", "data"),
    [
        ("utf-8", "één €".encode()),
        ("iso-8859-15", "één €".encode("iso-8859-15")),
        ("iso-8859-1", "één €".encode("cp1252")),
        ("us-ascii", "één €".encode()),
        ("bestaat-niet", "één €".encode()),
        ("utf-8", "één €".encode("cp1252")),
    ],
)
def test_a_charset_that_is_wrong_is_seen_through(charset: str, data: bytes) -> None:
    head = f"Subject: S\nContent-Type: text/plain; charset={charset}\n\n"
    assert read(head.encode() + data).text == "Subject: S\n\néén €"


def test_the_plain_text_is_read_where_there_are_both() -> None:
    made = message("plat\n")
    made.add_alternative("<p>opgemaakt</p>", subtype="html")
    source = read(made)
    assert (source.text, source.format) == ("plat\n", "eml")


@pytest.mark.parametrize("plain", [None, " \n"])
def test_html_is_read_where_it_is_all_there_is(plain: str | None) -> None:
    made = EmailMessage()
    made["Subject"] = "S"
    if plain is None:
        made.set_content(PAGE, subtype="html", charset="iso-8859-1")
    else:
        made.set_content(plain)
        made.add_alternative(PAGE, subtype="html")
    source = read(made)
    assert source.text == "Subject: S\n\nVerslag\nEén punt"
    assert source.format == "html"
    assert [(line.unit, line.heading, line.marker) for line in source.lines] == [
        (0, None, None),
        (1, None, None),
        (2, 1, None),
        (3, None, "•"),
    ]
    assert [source.text[line.start : line.end] for line in source.lines][2:] == [
        "Verslag",
        "Eén punt",
    ]


def test_a_line_of_a_page_keeps_all_that_is_known_of_it() -> None:
    line = Line(3, 9, 2, 1, skips=(4,), size=9.0, bold=False, bold_to=5, redactions=(2,))
    head = "Subject: S\n\n"
    moved = _below(head, (line,))[-1]
    by = len(head)
    assert moved == replace(line, start=3 + by, end=9 + by, unit=4, bold_to=5 + by)


def test_attachments_are_named_and_not_read() -> None:
    made = message()
    made.add_attachment(b"x", maintype="application", subtype="pdf", filename="nota één.pdf")
    made.add_attachment("notitie", filename="notitie.txt")
    made.add_attachment(message("doorgestuurd"))
    source = read(made)
    assert source.text == "Tekst\n"
    assert source.warnings == (notice("W05", names="nota één.pdf, notitie.txt, message/rfc822"),)


def test_a_picture_in_the_text_is_no_attachment() -> None:
    made = message()
    made.add_alternative("<p>x<img src='cid:a'></p>", subtype="html")
    made.get_payload()[1].add_related(
        b"x", "image", "png", cid="<a>", filename="logo.png", disposition="inline"
    )
    assert read(made).warnings == ()


def test_a_date_that_cannot_be_is_kept_as_it_stands() -> None:
    source = read(b"Date: Thu, 07 Mar 99999999999 10:00:00 +0100\n\nTekst")
    assert source.text.startswith("Date: Thu, 07 Mar 99999999999")


def test_a_broken_header_is_kept_as_it_stands() -> None:
    source = read(b"Subject: =?utf-8?B?geen base64\nDate: morgen\n\nTekst")
    assert source.text.endswith("\n\nTekst")
    assert "morgen" in source.text


NESTED = b"Subject: S\n" + b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"gewone tekst zonder kop\nen nog een regel", "R05"),
        (b"Subject: S\n\n", "R02"),
        (b"Subject: S\nContent-Type: multipart/mixed; boundary=x\n\n--y\n\nTekst", "R05"),
        (NESTED, "R05"),
        (b"Subject: S\nContent-Type: application/pkcs7-mime\n\nAAAA", "R11"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "R06"),
    ],
)
def test_what_is_no_readable_message_is_one_clear_error(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as error:
        read(data)
    assert error.value.code == code


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80))
def test_no_character_is_lost_or_invented_but_white_space(text: str) -> None:
    source = read(message(f"begin {text}\n"))
    assert "".join(source.text.split()) == "begin" + "".join(text.split())


@given(st.binary(max_size=200))
def test_any_bytes_are_a_message_or_one_clear_error(data: bytes) -> None:
    with suppress(ReadError):
        read(b"Subject: S\nContent-Type: multipart/mixed; boundary=x\n\n--x\n" + data)
