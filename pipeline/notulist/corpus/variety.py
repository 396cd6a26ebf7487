"""How various texts are: runs of words that recur, and remarks that are nearly the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from notulist.errors import CorpusError

_WORD = re.compile(r"\w+")
_HASHES = 128
"""Permutations of the MinHash; the error of its estimate is about 1/sqrt of it."""
_SHINGLE = 5
"""Characters. Broder 1997, "On the resemblance and containment of documents"."""
ALIKE = 0.7
"""Jaccard likeness of the character shingles from which two remarks count as nearly the same."""


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [word.lower() for word in _WORD.findall(text)]


def distinct_ngrams(texts: Sequence[str], size: int = 4) -> float:
    """Share of different ones among all runs of `size` words; 1.0 where none recurs, 0.0 where no
    text has as many words."""
    counts = Counter(run for text in texts for run in _runs(words(text), size))
    return len(counts) / max(counts.total(), 1)


def near_duplicates(texts: Sequence[str], alike: float = ALIKE) -> list[tuple[int, int]]:
    """Pairs of texts (earlier, later) that are nearly the same, each later one once.

    By MinHash over runs of five characters, candidates checked exactly: no pair is wrong, but one
    just above `alike` may be missed. Texts with the same words are always found. Raises CorpusError
    C26 where datasketch isn't installed.
    """
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError as error:
        raise CorpusError("C26") from error
    index = MinHashLSH(threshold=alike, num_perm=_HASHES)
    sets: dict[int, set[str]] = {}
    earliest: dict[str, int] = {}
    pairs = []
    for number, text in enumerate(texts):
        squashed = " ".join(words(text))
        # The same words again: nothing to look up, and no further candidate for those to come.
        if squashed in earliest:
            pairs.append((earliest[squashed], number))
            continue
        sets[number] = shingles = _shingles(squashed)
        sketch = MinHash(num_perm=_HASHES)
        sketch.update_batch([shingle.encode() for shingle in shingles])
        others = sorted(int(key) for key in index.query(sketch))
        same = (other for other in others if _likeness(shingles, sets[other]) >= alike)
        if (first := next(same, None)) is not None:
            pairs.append((first, number))
        earliest[squashed] = number if first is None else first
        index.insert(str(number), sketch)
    return pairs


def _runs(items: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    return (tuple(items[i : i + size]) for i in range(len(items) - size + 1))


def _shingles(squashed: str) -> set[str]:
    return {squashed[i : i + _SHINGLE] for i in range(max(len(squashed) - _SHINGLE + 1, 1))}


def _likeness(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(len(one | other), 1)
