"""From authored minutes and a layout to the parts of a document, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from random import Random

from notulist.corpus.authored import Item, Minutes, Remark
from rendering.inline import NOTES, noisy, noted, redacted, word_like
from rendering.layouts import Layout
from rendering.marks import markers
from rendering.parts import Cell, Kind, Part, Run, part
from rendering.settings import ABSENTEE, GLOSSARY, LEAD_INS, PLACES, in_words, people, titles

_TEXTUAL = {"bullet", "action", "lead-in"}
_REDACTED = {"bullet", "action", "attendance"}


def compose(minutes: Minutes, layout: Layout) -> list[Part]:
    """The parts; the same minutes and layout give the same ones."""
    random = Random(layout.seed)  # noqa: S311  no secret
    kept, moved = _move(minutes, layout)
    parts = [
        *_opening(minutes, layout),
        *_attendance(minutes, layout),
        *(_agenda(minutes) if "agenda" in layout.opening else ()),
        *(
            _one_table(kept, layout)
            if "one-table" in layout.extras
            else _body(kept, layout, random)
        ),
        *_closing(moved, layout),
    ]
    parts = [_set(one, layout, random) for one in parts]
    if "run-in" in layout.heading:
        parts = _run_in(parts)
    return _with_notes(parts, layout, random)


def _opening(minutes: Minutes, layout: Layout) -> Iterator[Part]:
    random = Random(layout.seed + "-place")  # noqa: S311
    concept = random.random() < 0.4
    yield part("title", f"{'Concept-verslag' if concept else 'Verslag'} {minutes.body}")
    fields = (
        ("Datum", in_words(minutes.date)),
        ("Locatie", random.choice(PLACES)),
        ("Kenmerk", f"{minutes.date.year}-{random.randint(10000, 99999)}"),
    )
    for label, value in fields:
        yield part("header", f"{label}: {value}")


def _attendance(minutes: Minutes, layout: Layout) -> Iterator[Part]:
    present = _without_dark(minutes.present or "secretariaat", layout)
    if layout.attendance == "line":
        yield part("attendance", f"Aanwezig: {present}")
        yield part("attendance", f"Afwezig: {ABSENTEE}")
        return
    yield part("attendance", "Aanwezig:" if layout.attendance != "table" else "Aanwezig")
    pairs = people(present)
    if layout.attendance == "lines":
        yield from (part("attendance", f"{who} ({of})" if of else who) for who, of in pairs)
        yield part("attendance", f"Afwezig: {ABSENTEE}")
        return
    table = "tabs attendance" if layout.attendance == "tabs" else "attendance"
    first = 0
    if layout.attendance == "table":
        yield from _row(table, 0, "attendance", "Naam", "Namens")
        first = 1
    if "merged" in layout.extras:
        yield part("attendance", "Deelnemers aan het overleg", cell=Cell(table, first, 0, span=2))
        first += 1
    for row, (who, of) in enumerate(pairs, first):
        merged = "merged" in layout.extras and row > first and pairs[row - first - 1][1] == of
        yield from _row(table, row, "attendance", who, "" if merged else of)


def _agenda(minutes: Minutes) -> Iterator[Part]:
    yield part("heading", "Agenda", level=1)
    for place, item in enumerate((i for i in minutes.items if i.level == 1), 1):
        yield part("topic", _number_and_title(item)[1], marker=f"{place}.")


def _body(minutes: Minutes, layout: Layout, random: Random) -> Iterator[Part]:
    number = markers(layout)
    for item in minutes.items:
        heading = _heading(item, layout)
        title = heading.text()
        yield heading
        if "lead-ins" in layout.extras and len(item.remarks) > 3:
            yield part("lead-in", random.choice(LEAD_INS), under=title)
        number.item(item)
        for remark in item.remarks:
            text = _turn(remark, minutes) if layout.remark == "turns" else remark.text
            loose = "cancel" in layout.extras and random.random() < 0.3 and not remark.level
            marker = "" if loose else number.next(remark.level)
            yield part("bullet", text, level=remark.level, marker=marker, under=title, loose=loose)


def _heading(item: Item, layout: Layout) -> Part:
    bare, title = _number_and_title(item)
    forms = {"agendapunt": f"Agendapunt {bare}: ", "ad": f"Ad {bare} ", "numbered": f"{bare}. "}
    lead = next((form for word, form in forms.items() if word in layout.heading), "")
    shown = bool(bare) and (bool(lead) or "auto" in layout.heading)
    return part(
        "heading",
        title.upper() if "caps" in layout.heading else title,
        number=bare if shown else "",
        lead=lead if shown else "",
        level=item.level,
    )


def _number_and_title(item: Item) -> tuple[str, str]:
    """A heading within an item may have its number in its title: "2b. Lbv-plus"."""
    own = re.fullmatch(r"(\d{1,2}[a-z]?)\. (.+)", item.title)
    if own and not item.number:
        return own[1], own[2]
    return item.number.rstrip("."), item.title


def _run_in(parts: list[Part]) -> list[Part]:
    """With each heading run into the remark below it, which then has no marker."""
    for i, (one, after) in enumerate(pairwise(parts)):
        if one.kind == "heading" and after.kind == "bullet" and not after.cell:
            parts[i] = replace(one, runs_on=True)
            parts[i + 1] = replace(after, marker="", level=0)
    return parts


def _one_table(minutes: Minutes, layout: Layout) -> Iterator[Part]:
    """Minutes that are one large table."""
    yield from _row("minutes", 0, "table", "Nr.", "Onderwerp en bespreking", "Wie")
    number = markers(layout)
    for row, item in enumerate(minutes.items, 1):
        number.item(item)
        bare, title = _number_and_title(item)
        if bare:
            yield part("table", f"{bare}.", cell=Cell("minutes", row, 0))
        cell = Cell("minutes", row, 1)
        yield part("heading", title, level=item.level, cell=cell)
        for remark in item.remarks:
            marker = number.next(remark.level)
            yield part(
                "bullet", remark.text, level=remark.level, marker=marker, under=title, cell=cell
            )
        holders = [name for remark in item.remarks for name in remark.holder]
        if holders:
            yield part("table", holders[-1], cell=Cell("minutes", row, 2))


def _closing(moved: list[Remark], layout: Layout) -> Iterator[Part]:
    if "actions" in layout.closing and moved:
        yield part("heading", "Actielijst", level=1)
        yield from _row("actions", 0, "table", "Nr", "Actie", "Wie", "Wanneer")
        for row, remark in enumerate(moved, 1):
            who = remark.holder[0] if remark.holder else "secretariaat"
            when = f"{row * 3} {('mei', 'juni', 'oktober')[row % 3]}"
            cells = _row("actions", row, "table", str(row), remark.text, who, when)
            for cell in cells:
                action = cell.cell is not None and cell.cell.column == 1
                yield replace(cell, kind="action", under="Actielijst") if action else cell
    elif moved:
        decisions = "decisions" in layout.closing
        title = "Besluiten" if decisions else "Bijlage 1 Schriftelijke inbreng"
        yield part("heading", title, level=1)
        for place, remark in enumerate(moved, 1):
            yield part("bullet", remark.text, marker=f"{place}.", under=title)
    if "annex" in layout.closing:
        yield part("heading", "Bijlage 1 Afkortingen", level=1)
        for row, pair in enumerate(GLOSSARY):
            yield from _row("glossary", row, "table", *pair)


def _row(table: str, row: int, kind: Kind, *cells: str) -> Iterator[Part]:
    for column, text in enumerate(cells):
        if text:
            yield part(kind, text, cell=Cell(table, row, column))


def _move(minutes: Minutes, layout: Layout) -> tuple[Minutes, list[Remark]]:
    """The minutes without the agreements that the layout lists apart, and those."""
    moved: list[Remark] = []
    items = [_nested(item) if "nest" in layout.extras else item for item in minutes.items]
    wants = layout.closing & {"actions", "decisions", "annex-remarks"}
    for place in range(len(items) - 1, -1, -1):
        item = items[place]
        for i in range(len(item.remarks) - 1, 0, -1):
            last = i + 1 == len(item.remarks) or item.remarks[i + 1].level == 0
            free = last and not item.remarks[i].level and item.remarks[i].label == "agreement"
            if wants and free and len(moved) < 5:
                moved.insert(0, item.remarks[i])
                item = replace(item, remarks=item.remarks[:i] + item.remarks[i + 1 :])
        items[place] = item
    return replace(minutes, items=tuple(items)), moved


def _nested(item: Item) -> Item:
    """With answers nested under what they answer."""
    remarks = [
        replace(remark, level=1) if i and remark.label == "explanation" else remark
        for i, remark in enumerate(item.remarks)
    ]
    return replace(item, remarks=tuple(remarks))


def _turn(remark: Remark, minutes: Minutes) -> str:
    """The remark as a speaker's turn: "Naam (ORG): …"."""
    if not remark.holder or re.match(r"[^.:]{1,40}:", remark.text):
        return remark.text
    named = [who for who, of in people(minutes.present) if remark.holder[0] in titles(of)]
    name = next((who for who in named if "gelakt" not in who), "")
    who = f"{name[0].upper()}{name[1:]} ({remark.holder[0]})" if name else remark.holder[0]
    return f"{who}: {remark.text}"


def _without_dark(present: str, layout: Layout) -> str:
    return present.replace("[gelakt]", "5.1.2e") if "grounds" in layout.extras else present


def _set(one: Part, layout: Layout, random: Random) -> Part:
    """With its text as the layout's extras have it."""
    text = one.text().translate({0x2082: "2", 0x131: "i"})
    if "ocr" in layout.extras and one.kind in _TEXTUAL:
        text = noisy(text, random)
    runs: tuple[Run, ...] = (Run(text),)
    if layout.extras & {"black", "white", "grounds"} and one.kind in _REDACTED:
        passages = frozenset() if one.kind == "attendance" else frozenset({"passages"})
        runs = redacted(text, layout.extras - (frozenset({"passages"}) - passages), random)
    elif layout.make != "pdf" and one.kind == "bullet":
        runs = word_like(text, layout.extras, random)
    return replace(one, runs=runs)


def _with_notes(parts: list[Part], layout: Layout, random: Random) -> list[Part]:
    """With footnotes under some of the remarks, where the layout has them."""
    bullets = [i for i, one in enumerate(parts) if one.kind == "bullet" and not one.cell]
    if "footnotes" not in layout.extras:
        return parts
    for number, i in enumerate(sorted(random.sample(bullets, min(len(NOTES), len(bullets)))), 1):
        runs = noted(parts[i].runs, number, random)
        parts[i] = replace(parts[i], runs=runs, notes=(NOTES[number - 1],))
    return parts
