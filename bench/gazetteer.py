"""What the list of actors costs, as ratios against spaCy's Dutch tokenizer on the same text; and
what it tags in random sentences, with what the shipped model has learnt beside it (marked "?").

    python bench/gazetteer.py [PATH...]            the sample minutes, or your own
    python bench/gazetteer.py --sentences MINUTES  the real documents of data/real, part train

Ratios travel between machines; seconds don't. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import gc
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import spacy
from speed import SAMPLE

from notulist.attributes import BULLETS
from notulist.components.actors import THRESHOLD, finder_in
from notulist.components.gazetteer import common_words, shipped_actors
from notulist.components.learned_mentions import learned
from notulist.components.matcher import Matcher
from notulist.components.words import words_of
from notulist.corpus.labels import read_labels
from notulist.corpus.real import LABELS_FOLDER
from notulist.errors import NotulistError
from notulist.language import CLASSIFIERS, load
from notulist.model_files import DEFAULT
from notulist.reading import read
from notulist.reading.files import Input, find
from notulist.resources import resource

_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n+")
DRAWN = 1000
ROUNDS = 8


def cpu(*works: Callable[[], object]) -> list[float]:
    """The least CPU time of some rounds, in seconds; the works take turns, so that another load of
    the machine falls on all."""
    least = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for at, work in enumerate(works):
            start = time.process_time()
            work()
            least[at] = min(least[at], time.process_time() - start)
    return least


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", default=[str(SAMPLE)])
    parser.add_argument("--sentences", type=Path, help="the folder with the real documents")
    parser.add_argument("--repeat", type=int, default=10, help="take each file this often")
    chosen = parser.parse_args(arguments)
    if chosen.sentences:
        tag_sentences(chosen.sentences)
    else:
        inputs = [item for item in find(chosen.paths) if isinstance(item, Input)]
        measure([item.read().text for item in inputs] * chosen.repeat)


def measure(texts: Sequence[str]) -> None:
    """Time to load the list and to look for it in texts that are split already."""
    blank, nlp = spacy.blank("nl"), spacy.blank("nl_minutes")
    actors = nlp.add_pipe("notulist_actors")
    splitter = nlp.add_pipe("notulist_splitter")
    gc.collect()  # else one of all that is imported may fall in what is timed
    start = time.process_time()
    table = shipped_actors()
    parsed = time.process_time()
    matcher = Matcher(table, nlp.tokenizer)
    built = time.process_time()
    docs = [splitter(nlp.make_doc(text)) for text in texts]
    words = [words_of(doc) for doc in docs]
    finder = finder_in(resource(DEFAULT) / "notulist_actors")
    readings = [actors.read(doc) for doc in docs]
    steps: dict[str, Callable[[], object]] = {
        "baseline: spaCy's Dutch tokenizer": lambda: [blank.make_doc(text) for text in texts],
        "words of the Docs": lambda: [words_of(doc) for doc in docs],
        "patterns in the words": lambda: [matcher.find(one) for one in words],
        "notulist_actors by its list": lambda: actors.predict(docs),
    }
    if finder is not None:
        steps["what it has learnt, beside it"] = lambda: [
            learned(one, finder, THRESHOLD, actors.folded) for one in readings
        ]
    least = cpu(*steps.values())
    patterns = sum(len(a.exact) + len(a.any_case) + len(a.places) for a in table)
    print(f"{len(table)} actors, {patterns} patterns; {sum(map(len, docs))} tokens")
    print(f"loaded in {built - start:.2f} s, {parsed - start:.2f} s of these to read the table")
    print(f"{'step':<34}{'CPU s':>9}{'x tokenizer':>13}")
    for step, took in zip(steps, least, strict=True):
        print(f"{step:<34}{took:>9.3f}{took / least[0]:>13.2f}")


def tag_sentences(minutes: Path) -> None:
    """What is tagged in random sentences of the train part, the commonest first; a star marks a
    word that is common in small letters, to be looked at."""
    nlp = load(exclude=CLASSIFIERS)
    actors = nlp.get_pipe("notulist_actors")
    listed = spacy.blank("nl_minutes").add_pipe("notulist_actors")
    sentences = sorted(set(sentences_of(minutes)))
    drawn = random.Random(0).sample(sentences, DRAWN)  # noqa: S311  no secret
    found: Counter[tuple[str, str, bool]] = Counter()
    for sentence in drawn:
        doc = nlp.make_doc(sentence)
        doc.spans[BULLETS] = [doc[:]]
        known = {one.start_char for one in listed(doc.copy()).ents}
        learnt = ((one, one.start_char not in known) for one in actors(doc).ents)
        found.update((one.text, one.kb_id_, new) for one, new in learnt)
    print(f"{found.total()} mentions in {DRAWN} of {len(sentences)} sentences")
    for (text, id_, new), count in found.most_common():
        star = "*" if text.lower() in common_words() else " "
        print(f"{count:>5} {star}{'?' if new else ' '} {text} ({id_})")


def sentences_of(minutes: Path) -> Iterator[str]:
    """Sentences of four words or more, of the real documents of the train part that are there."""
    for file in read_labels(LABELS_FOLDER, "train"):
        path = minutes / file.file
        if path.exists():
            try:
                text = read(path).text
            except NotulistError as error:
                print(error)
                continue
            yield from (one for one in _ENDS.split(text) if len(one.split()) > 3)


if __name__ == "__main__":
    main()
