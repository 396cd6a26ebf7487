"""Build common_words.txt: Dutch words that are too common to recognise an actor by.

    python data/actors/common.py ../shared/text/laws.txt.xz ../shared/text/gov_docs.txt

The arguments are texts, one paragraph a line (README.md says which). Counted are words in small
letters, which no name is; of each text the commonest are kept, if they stand in the first, which is
large and well edited: "vng" comes out of an address. The same texts give the same bytes.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
KEPT = 8000
"""Words of each text."""
LEAST = 10
"""Times that a word must stand in the first."""
_WORD = re.compile(r"(?<![\w'’.-])[a-zà-ÿ]{2,}(?![\w'’-])")


def main(texts: list[Path]) -> None:
    """Write common_words.txt beside this file."""
    counts = [counted(text) for text in texts]
    words = {word for one in counts for word in commonest(one)}
    kept = sorted(word for word in words if counts[0][word] >= LEAST)
    written = "".join(f"{word}\n" for word in kept)
    (HERE / "common_words.txt").write_text(written, encoding="utf-8", newline="\n")
    print(f"{len(kept)} words")


def counted(text: Path) -> Counter[str]:
    """How often each word stands in a text, `.xz` or not."""
    opened = lzma.open if text.suffix == ".xz" else open
    counts: Counter[str] = Counter()
    with opened(text, "rt", encoding="utf-8") as lines:
        for line in lines:
            counts.update(_WORD.findall(line))
    return counts


def commonest(counts: Counter[str]) -> list[str]:
    """The commonest words of a text."""
    return sorted(counts, key=lambda word: (-counts[word], word))[:KEPT]


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
