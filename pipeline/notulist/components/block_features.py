"""How a block looks and what it stands between, as the learned judge of kinds sees it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from notulist.components.blocks import Block
from notulist.components.linear_features import normalise
from notulist.components.style import LARGER, body_size
from notulist.components.titles import (
    has_verb,
    holds_sentences,
    is_known,
    is_label,
    is_name,
    opens_act,
    title_like,
)
from notulist.labels import REMARKS
from notulist.reading.source import Source

Features = dict[str, float]

SHAPE, TEXT, HEADING = 0, 1, 2
"""The columns: features, the block's own text, and that of the heading above it, normalised."""

_LENGTHS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 50)  # words: a feature each range
_SHORT = 8  # words
_ENDS = '.:?!;,)"…'
_AROUND = (-2, -1, 1, 2)
_SIBLINGS = 6  # blocks before and after that may be of the same list
_TOP = 8  # blocks
_OF_A_LIST = ("bullet", "topic", "lead-in")
_WORD = re.compile(r"\w+")
_DEEPEST = 3


def columns(source: Source, blocks: Sequence[Block]) -> np.ndarray[Any, np.dtype[np.object_]]:
    """What the fitted judge takes: an array of objects, shape (blocks, 3). blocks: all of a source,
    as `find_blocks` gives them."""
    texts = [text_of(source, block) for block in blocks]
    shapes = _shapes(source, blocks, texts)
    table = np.empty((len(blocks), 3), dtype=object)
    heading = ""
    for row, (block, text, shape) in enumerate(zip(blocks, texts, shapes, strict=True)):
        table[row, SHAPE], table[row, TEXT] = shape, normalise(text)
        table[row, HEADING] = normalise(heading)
        heading = text if block.kind == "heading" else heading
    return table


def text_of(source: Source, block: Block) -> str:
    """The text of a block on one line."""
    return " ".join(source.text[start:end] for start, end in block.pieces).strip()


def _shapes(source: Source, blocks: Sequence[Block], texts: Sequence[str]) -> list[Features]:
    """The features of each block, with those of the blocks around it and of the whole document."""
    gaps = _gaps(source, blocks)
    own = _own(source, blocks, texts, gaps)
    rows = [i for i, block in enumerate(blocks) if block.kind in REMARKS]
    marked = {i for i, block in enumerate(blocks) if block.marker}
    tests: dict[str, Callable[[int], bool]] = {
        "short": lambda i: len(texts[i].split()) <= _SHORT,
        "verb": lambda i: "verb" in own[i],
        "stop": lambda i: texts[i].endswith((".", "!", "?")),
    }
    document = {f"document {name}": _share(rows, test) for name, test in tests.items()}
    document["document marked"] = _share(rows, marked.__contains__)
    found: list[Features] = []
    for i, block in enumerate(blocks):
        features = {**own[i], **document, f"format={source.format}": 1.0}
        for offset in _AROUND:
            there = 0 <= i + offset < len(blocks)
            beside = own[i + offset] if there else {"edge": 1.0}
            features |= {f"{offset} {name}": value for name, value in beside.items()}
        siblings = [
            j
            for j in range(max(0, i - _SIBLINGS), min(len(blocks), i + _SIBLINGS + 1))
            if j != i
            and blocks[j].kind in _OF_A_LIST
            and blocks[j].level == block.level
            and (j in marked) == (i in marked)
        ]
        features |= {f"siblings {name}": _share(siblings, test) for name, test in tests.items()}
        features["siblings"] = len(siblings) / (2 * _SIBLINGS)
        features["place"] = i / len(blocks)
        features["top"] = float(i < _TOP)
        found.append(features)
    return found


def _own(
    source: Source, blocks: Sequence[Block], texts: Sequence[str], gaps: Sequence[bool]
) -> list[Features]:
    """What each block alone tells."""
    lines = [source.line_at(block.start) for block in blocks]
    pairs = zip(blocks, lines, strict=True)
    size = body_size((line.size, block.end - block.start) for block, line in pairs)
    squashed = [_squash(text) for text in texts]
    times = Counter(squashed)
    found: list[Features] = []
    for i, (block, text, line) in enumerate(zip(blocks, texts, lines, strict=True)):
        opening = text[:1]
        case = "capital" if opening.isupper() else "small" if opening.islower() else "other"
        flags = {
            "verb": has_verb(text),
            "sentences": holds_sentences(text),
            "title": title_like(text),
            "name": is_name(text),
            "label": is_label(text),
            "act": opens_act(text),
            "known": is_known(text),
            "capitals": text.isupper(),
            "colon": ":" in text[:-1],
            "quote": any(mark in text for mark in '"“‘'),
            "digit": any(char.isdigit() for char in text),
            "bracket": opening == "(",
            "link": "http" in text or "www." in text,
            "bold": bool(line.bold),
            "underlined": bool(line.underlined),
            "styled": line.heading is not None,
            "cell": line.cell is not None,
            "wraps": len(block.pieces) > 1,
            "number": bool(block.number) or block.marker[:1].isdigit(),
            "glyph": bool(block.marker) and not block.marker[:1].isalnum(),
            "larger": bool(size and line.size and line.size > LARGER * size),
            "smaller": bool(size and line.size and line.size * LARGER < size),
            "gap": gaps[i],
            "gap below": i + 1 < len(gaps) and gaps[i + 1],
            "twice": times[squashed[i]] == 2,
            "often": times[squashed[i]] > 2,
        }
        length = sum(len(text.split()) > words for words in _LENGTHS)
        told = [f"kind={block.kind}", f"length={length}", f"opens={case}"]
        told += [f"ends={text[-1:] if text[-1:] in _ENDS else 'letter'}"]
        told += [f"level={min(block.level, _DEEPEST)}"]
        found.append(dict.fromkeys([*told, *(name for name, is_so in flags.items() if is_so)], 1.0))
    return found


def _gaps(source: Source, blocks: Sequence[Block]) -> list[bool]:
    """Whether an empty line stands before each block; footnotes come last in `blocks`."""
    gaps = [True] * len(blocks)
    end = None
    for i in sorted(range(len(blocks)), key=lambda i: blocks[i].start):
        if end is not None:
            gaps[i] = source.text.count("\n", end, blocks[i].start) > 1
        end = blocks[i].end
    return gaps


def _squash(text: str) -> str:
    return " ".join(_WORD.findall(normalise(text)))


def _share(rows: Sequence[int], test: Callable[[int], bool]) -> float:
    return sum(map(test, rows)) / len(rows) if rows else 0.0
