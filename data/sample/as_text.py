"""Samples as text: pasted out of a PDF, Markdown, and speaker turns in an old Windows encoding."""

from __future__ import annotations

import re
import textwrap

from shape import in_words, numbered

from notulist.corpus.authored import Minutes, Remark

WIDTH = 75
GLYPHS = ("\uf0b7", "o", "▪")  # what a PDF gives for Word's Symbol bullet, and the two below it


def pasted_from_pdf(minutes: Minutes) -> bytes:
    """UTF-8: wrapped lines, and bullets of three kinds that only the glyph and inset tell apart."""
    lines = [f"Verslag {minutes.body}", f"Datum: {in_words(minutes.date)}", ""]
    lines += [*textwrap.wrap(f"Aanwezig: {minutes.present}", WIDTH), ""]
    for item in minutes.items:
        lines += [numbered(item), ""]
        for remark in item.remarks:
            lines += _wrapped(remark)
        lines.append("")
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8")


def markdown(minutes: Minutes) -> bytes:
    """UTF-8 Markdown: headings, nested lists, bold cue words."""
    lines = [f"# Verslag {minutes.body}", "", f"Datum: {in_words(minutes.date)}", ""]
    lines.append(f"**Aanwezig:** {minutes.present}")
    for item in minutes.items:
        lines += ["", f"## {numbered(item)}", ""]
        for remark in item.remarks:
            text = re.sub(r"^(Actie|Besluit):", r"**\1:**", remark.text)
            lines.append(f"{'  ' * remark.level}- {text}")
    return ("\n".join(lines) + "\n").encode("utf-8")


def speaker_turns(minutes: Minutes) -> bytes:
    """Windows-1252 with CRLF: a paragraph a turn, on one line, and no list glyph anywhere."""
    blocks = [f"Verslag {minutes.body}", f"Vergadering van {in_words(minutes.date)}"]
    blocks.append(f"Aanwezig: {minutes.present}")
    for item in minutes.items:
        blocks += [numbered(item), *(remark.text for remark in item.remarks)]
    return ("\r\n\r\n".join(blocks) + "\r\n").encode("cp1252")


def _wrapped(remark: Remark) -> list[str]:
    indent = "   " * remark.level
    first = f"{indent}{GLYPHS[remark.level]} "
    return textwrap.wrap(
        remark.text, WIDTH, initial_indent=first, subsequent_indent=" " * len(first)
    )
