"""Wrapping of a part into lines of atoms, for PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rendering.faces import width
from rendering.inline import break_points
from rendering.parts import Run, RunKind


@dataclass(frozen=True, slots=True)
class Atom:
    """Text that is drawn in one go, within a word."""

    text: str
    font: str
    size: float
    kind: RunKind = "text"

    @property
    def width(self) -> float:
        """How far the pen goes on."""
        return width(self.text, self.font, self.size) + (4 if self.kind == "ground" else 0)


Word = tuple[Atom, ...]


@dataclass
class SetLine:
    """Words on one line."""

    words: list[Word] = field(default_factory=list)
    last: bool = True
    """Of its paragraph: not justified."""

    @property
    def width(self) -> float:
        """With one space between words."""
        return sum(atom.width for word in self.words for atom in word) + self.spaces

    @property
    def spaces(self) -> float:
        """Of all spaces between words together, as set ragged."""
        return sum(width(" ", word[-1].font, word[-1].size) for word in self.words[:-1])

    @property
    def references(self) -> int:
        """How many footnotes it points at."""
        return sum(atom.kind == "ref" for word in self.words for atom in word)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set."""

    font: str
    size: float
    ligatures: bool = False
    hyphen: str = ""
    """What ends a broken line; "" where words aren't broken."""


def words_of(runs: Sequence[Run], setting: Setting) -> list[Word]:
    """The words of runs; one may hold several atoms."""
    words: list[Word] = []
    glued = False
    for run in runs:
        size = setting.size * (0.62 if run.kind == "ref" else 1)
        if run.kind == "gap":  # as wide as what was there, and never broken
            atom = Atom(run.text[:40], setting.font, size, "gap")
            words = [*words[:-1], (*words[-1], atom)] if glued and words else [*words, (atom,)]
            glued = True
            continue
        for piece in re.findall(r"\s+|\S+", _ligated(run.text, setting)):
            if piece.isspace():
                glued = False
                continue
            atom = Atom(piece, setting.font, size, run.kind)
            words = [*words[:-1], (*words[-1], atom)] if glued and words else [*words, (atom,)]
            glued = True
    return words


def wrap(words: Sequence[Word], setting: Setting, first: float, rest: float) -> list[SetLine]:
    """Lines no wider than `first` (the first one) and `rest` (the others), in points."""
    lines = [SetLine()]
    space = width(" ", setting.font, setting.size)
    todo = list(words)
    while todo:
        word = todo.pop(0)
        room = (first if len(lines) == 1 else rest) - lines[-1].width
        room -= space if lines[-1].words else 0
        if sum(atom.width for atom in word) <= room:
            lines[-1].words.append(word)
            continue
        head, tail = _broken(word, setting, room)
        if head:
            lines[-1].words.append(head)
            todo.insert(0, tail)
        elif lines[-1].words:
            todo.insert(0, word)
        else:  # wider than a line: over the margin
            lines[-1].words.append(word)
            if not todo:
                break
        lines.append(SetLine())
    for line in lines[:-1]:
        line.last = False
    return lines


def pieces(line: SetLine, x: float, extra: float) -> Iterator[tuple[float, Atom]]:
    """The atoms of a line with their places. Ragged: neighbours of one kind as one text.

    extra: what each space is wider (justified text); then each word is drawn alone, its space too.
    """
    pending: tuple[float, Atom] | None = None
    for place, word in enumerate(line.words):
        for i, atom in enumerate(word):
            space = i + 1 == len(word) and place + 1 < len(line.words)
            shown = replace(atom, text=atom.text + " ") if space and atom.kind == "text" else atom
            if pending and _same(pending[1], shown) and not extra:
                pending = pending[0], replace(shown, text=pending[1].text + shown.text)
            else:
                if pending:
                    yield pending
                pending = x, shown
            x += atom.width
            if space:
                x += width(" ", atom.font, atom.size) + extra
    if pending:
        yield pending


def _same(one: Atom, other: Atom) -> bool:
    plain = one.kind == other.kind == "text"
    return plain and (one.font, one.size) == (other.font, other.size)


def _broken(word: Word, setting: Setting, room: float) -> tuple[Word, Word]:
    """A word cut where it may be hyphenated, as late as fits; nothing and itself where it can't."""
    *front, last = word
    if not setting.hyphen or last.kind != "text" or front:
        return (), word
    bare = re.match(r"\w+", last.text)
    own = [m.end() for m in re.finditer(r"\w{3}-(?=\w{3})", last.text)]
    points = [(p, setting.hyphen) for p in break_points(bare[0] if bare else "")]
    for point, hyphen in sorted([*points, *((p, "") for p in own)], reverse=True):
        head = replace(last, text=last.text[:point] + hyphen)
        if head.width <= room:
            return (head,), (replace(last, text=last.text[point:]),)
    return (), word


def _ligated(text: str, setting: Setting) -> str:
    return text.replace("fi", "ﬁ").replace("fl", "ﬂ") if setting.ligatures else text
