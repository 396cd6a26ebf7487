"""Build common_words.txt: Dutch words that are too common to recognise an actor by.

    python data/actors/common.py ../shared/text/laws.txt.xz ../shared/text/gov_docs.txt

The arguments are texts, one paragraph a line (README.md says which). Counted are words in small
letters, which no name is; of each text the commonest are kept. The same texts give the same bytes.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
KEPT = 6000
"""Words of each text."""
_WORD = re.compile(r"(?<![\w'’.-])[a-zà-ÿ]{2,}(?![\w'’-])")


def main(texts: list[Path]) -> None:
    """Write common_words.txt beside this file."""
    words = sorted({word for text in texts for word in commonest(text)})
    written = "".join(f"{word}\n" for word in words)
    (HERE / "common_words.txt").write_text(written, encoding="utf-8", newline="\n")
    print(f"{len(words)} words")


def commonest(text: Path) -> list[str]:
    """The commonest words of a text, `.xz` or not."""
    opened = lzma.open(text, "rt", encoding="utf-8") if text.suffix == ".xz" else text.open()
    counts: Counter[str] = Counter()
    with opened as lines:
        for line in lines:
            counts.update(_WORD.findall(line))
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:KEPT]


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
