"""What is done to the text of a remark: redacted, noted at the foot, tracked, badly recognised."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from random import Random

from rendering.parts import Run, RunKind

NOTES = (
    "Zie de brief van het secretariaat van 4 maart.",
    "Bijlage bij de agenda, stuk 6b.",
    "Bedragen in lopende prijzen, zonder btw.",
    "Dit is na de vergadering nagezocht en juist bevonden.",
    "De tekst staat op de gedeelde omgeving.",
    "Peildatum is de eerste dag van het kwartaal.",
)
GROUNDS = ("5.1.2e", "10.2.e", "5.1.2.i", "10 2 e")
DELETED = ("naar verluidt ", "volgens de eerste berekening ", "hopelijk ", "niet langer ")
HIDDEN = " (intern: nog navragen bij de griffie)"
_NAME = re.compile(
    r"(?:(?<=[Dd]e heer )|(?<=[Mm]evrouw )|(?<=[dD]hr\. )|(?<=[mM]evr\. )|(?<=[mM]w\. ))"
    r"(?:(?:[Vv]an|[Dd]e|[Tt]er|[Tt]en)(?: de[nr]?)? )?[A-ZÀ-Þ][\w’-]+"
)
_LINKABLE = re.compile(r"\b(?:brief|rapport|memo|verslag|notitie|agenda|onderzoek)\b")
_PLACE = re.compile(r"(?<=\bin )[A-ZÀ-Þ][a-z]{3,}")
_DATED = re.compile(
    r"\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september)\b"
)
_HYPHENED = re.compile(r"(?<=[a-z])-(?=[a-z])")
_BREAK = re.compile(r"(?<=[aeiouy][b-df-hj-np-tv-xz])(?=[b-df-hj-np-tv-xz][aeiouy])")
_NOTED = re.compile(r"[a-zà-þ]{3}[.,]?(?= )")  # where a footnote may be called
_NOISE = (("rn", "m"), ("l", "1"), ("ii", "u"), ("cl", "d"), ("O", "0"), ("e", "c"), ("in", "m"))


def break_points(word: str) -> list[int]:
    """Where a long Dutch word may be hyphenated: between two consonants among vowels."""
    if len(word) < 9:
        return []
    return [m.start() for m in _BREAK.finditer(word.lower()) if 3 <= m.start() <= len(word) - 4]


def noisy(text: str, random: Random) -> str:
    """As an OCR engine might have read it: one word in twelve is off, in letters or in two."""
    words = text.split(" ")
    for i, word in enumerate(words):
        if len(word) < 5 or random.random() > 0.08:
            continue
        fits = [(old, new) for old, new in _NOISE if old in word[1:]]
        if fits and random.random() < 0.75:
            old, new = random.choice(fits)
            words[i] = word[0] + word[1:].replace(old, new, 1)
        else:
            cut = random.randint(2, len(word) - 2)
            words[i] = f"{word[:cut]} {word[cut:]}"
    return " ".join(words)


def redacted(text: str, extras: frozenset[str], random: Random) -> tuple[Run, ...]:
    """Names, and with "passages" some words elsewhere, taken out: as a hole or as a Woo ground."""
    runs: list[Run] = [Run(text)]
    runs = _cut(runs, _NAME, lambda found: _hole(found, extras, random))
    if "passages" in extras and random.random() < 0.3:
        words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
        if len(words) > 12:
            first = random.choice([0, *range(3, len(words) - 6)])
            piece = text[words[first][0] : words[first + random.randint(1, 4)][1]]
            pattern = re.compile(re.escape(piece.rstrip(".,;:")))
            runs = _cut(runs, pattern, lambda found: _hole(found, extras, random), once=True)
    return tuple(runs)


def word_like(text: str, extras: frozenset[str], random: Random) -> tuple[Run, ...]:
    """What Word puts in a paragraph beside text, for each word in extras that asks for it."""
    runs: list[Run] = [Run(text)]
    if "tracked" in extras and random.random() < 0.4:
        runs = _tracked(text, random)
    if "moved" in extras and ". " in text and random.random() < 0.5:
        first, _, rest = text.partition(". ")
        runs = [Run(f"{rest} ", "moved-away"), Run(f"{first}. "), Run(rest, "moved-here")]
    if "hidden" in extras and random.random() < 0.3:
        runs.append(Run(HIDDEN, "hidden"))
    simple: dict[str, tuple[re.Pattern[str], RunKind]] = {
        "links": (_LINKABLE, "link"),
        "smart-tags": (_PLACE, "smart"),
        "fields": (_DATED, "field"),
        "nb-hyphens": (_HYPHENED, "nb-hyphen"),
    }
    for word, (pattern, kind) in simple.items():
        if word in extras:
            runs = _cut(runs, pattern, lambda found, kind=kind: Run(found, kind))  # type: ignore[misc]
    if "breaks" in extras and random.random() < 0.4:
        runs = _cut(runs, re.compile(r"(?<=[.;]) (?=[A-Z])"), lambda _: Run(" ", "break"))
    if "soft-hyphens" in extras:
        runs = list(_soft(runs))
    if "sdt" in extras and random.random() < 0.3:
        runs = _cut(runs, re.compile(r"\b[a-z]{6,}\b"), lambda found: Run(found, "control"), True)
    return tuple(runs)


def noted(runs: Sequence[Run], number: int, random: Random) -> tuple[Run, ...]:
    """With the figure of a footnote behind one of its words."""
    spaced = [i for i, run in enumerate(runs) if run.kind == "text" and _NOTED.search(run.text)]
    if not spaced:
        return (*runs, Run(str(number), "ref"))
    place = random.choice(spaced)
    text = runs[place].text
    ends = [m.end() for m in _NOTED.finditer(text)]
    cut = random.choice(ends[len(ends) // 3 :])
    parts = (Run(text[:cut]), Run(str(number), "ref"), Run(text[cut:]))
    return (*runs[:place], *(run for run in parts if run.text), *runs[place + 1 :])


def _hole(found: str, extras: frozenset[str], random: Random) -> Run:
    ground = "grounds" in extras and ("black" not in extras or random.random() < 0.5)
    if ground and ("white" not in extras or random.random() < 0.5):
        return Run(random.choice(GROUNDS), "ground")
    return Run(found, "gap")


def _tracked(text: str, random: Random) -> list[Run]:
    cut = random.choice([m.end() for m in re.finditer(r" ", text)] or [0])
    gone = Run(random.choice(DELETED), "deleted")
    new = re.match(r"\S+ ?\S* ?", text[cut:])
    added = new[0] if new else ""
    rest = text[cut + len(added) :]
    return [r for r in (Run(text[:cut]), gone, Run(added, "inserted"), Run(rest)) if r.text]


def _soft(runs: Sequence[Run]) -> Iterator[Run]:
    for run in runs:
        if run.kind != "text":
            yield run
            continue
        for piece in re.split(r"(\w{9,})", run.text):
            points = break_points(piece)
            if not points:
                yield Run(piece)
                continue
            own = "\u00ad" if len(piece) % 2 else ""  # as a character, or as an element of Word's
            yield Run(piece[: points[0]])
            yield Run(own, "soft-hyphen")
            yield Run(piece[points[0] :])


def _cut(
    runs: Sequence[Run], pattern: re.Pattern[str], make: Callable[[str], Run], once: bool = False
) -> list[Run]:
    """Each match within a run of plain text made a run of its own."""
    cut: list[Run] = []
    for run in runs:
        if run.kind != "text" or (once and any(r.kind == make("").kind for r in cut)):
            cut.append(run)
            continue
        place = 0
        for match in list(pattern.finditer(run.text))[: 1 if once else None]:
            cut += [Run(run.text[place : match.start()]), make(match[0])]
            place = match.end()
        cut.append(Run(run.text[place:]))
    return [run for run in cut if run.text or run.kind == "soft-hyphen"]
