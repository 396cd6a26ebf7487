"""An HTML page from parts, as a body's website has it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from notulist.corpus.authored import Minutes
from rendering.gold import Gold, gold_of
from rendering.layouts import Layout
from rendering.parts import Part


def as_html(parts: Sequence[Part], minutes: Minutes, layout: Layout) -> tuple[bytes, list[Gold]]:
    """The page and its gold."""
    lines: list[str] = []
    depth = 0
    for table, group in groupby(parts, key=lambda one: one.cell.table if one.cell else ""):
        if table:
            lines += ["</ul>"] * depth + _table(list(group))
            depth = 0
            continue
        for one in group:
            level = one.level + 1 if one.kind in ("bullet", "topic") and one.marker else 0
            lines += ["<ul>"] * (level - depth) + ["</ul>"] * (depth - level)
            depth = level
            tag = f"h{min(one.level, 2) + 1}" if one.kind == "heading" else "p"
            tag = {"title": "h1"}.get(one.kind, "li" if level else tag)
            text = escape(one.lead + one.text(), quote=False)
            lines.append(f"<{tag}>{text}</{tag}>")
    lines += ["</ul>"] * depth
    page = (
        f'<!DOCTYPE html>\n<html lang="nl">\n<head><meta charset="utf-8">'
        f"<title>{escape(minutes.body)}</title>\n"
        "<style>p { margin: 4px }</style></head>\n<body>\n"
        + "\n".join(lines)
        + "\n</body>\n</html>\n"
    )
    return page.encode(), [gold for one in parts for gold in gold_of(one)]


def _table(parts: list[Part]) -> list[str]:
    rows = []
    for _, row in groupby(parts, key=lambda one: one.cell.row if one.cell else 0):
        cells = "".join(f"<td>{escape(one.text(), quote=False)}</td>" for one in row)
        rows.append(f"<tr>{cells}</tr>")
    return ["<table>", *rows, "</table>"]
