"""What training starts from: the config, and the corpus as gold Docs."""

from __future__ import annotations

import logging
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.util import load_config
from thinc.api import Config

from notulist.corpus.anchors import digest
from notulist.corpus.authored import Minutes
from notulist.corpus.authored_votes import read_votes
from notulist.corpus.docs import to_doc
from notulist.corpus.labels import LabelledFile, read_labels
from notulist.corpus.parts import load_parts
from notulist.corpus.real import LABELS_FOLDER, real_docs
from notulist.corpus.tables import read_table
from notulist.corpus.votes import Votes
from notulist.errors import ModelError
from notulist.labels import NONE
from notulist.training.examples import Examples, examples, labelled

CHECKOUT = Path(__file__).resolve().parents[3]
CONFIGS = CHECKOUT / "models" / "configs"
CONFIG = CONFIGS / "linear.cfg"
CORPUS = CHECKOUT / "data" / "corpus"
FIGURES = CHECKOUT / "data" / "real" / "figures"
MODEL = CHECKOUT / "models" / "nl_notulist"
MODELS = {CONFIGS / "ensemble.cfg": MODEL, CONFIG: CHECKOUT / "models" / "nl_notulist_fast"}
"""The models that we ship, by the config of each."""

log = logging.getLogger(__name__)


NO_MINUTES_FILE = "no_minutes.csv"
NOBODYS = Examples((), (), (), ())


@dataclass(frozen=True, slots=True)
class Gold:
    """What to learn from, and what to choose by."""

    authored: Examples
    """The train part of the authored corpus."""
    real: Examples | None
    """The train part of the real minutes; None where they aren't at hand."""
    dev: dict[str, Examples]
    """What to measure on, by title."""
    apart: Examples = NOBODYS
    """Passages that are of no minutes at all, labelled NONE."""
    corrected: Examples = NOBODYS
    """Rows of tables that their owner corrected."""

    @property
    def known(self) -> Examples:
        """All that there is to learn from."""
        own = self.authored + self.real if self.real else self.authored
        return own + self.corrected + self.apart


def gold(corpus: str | Path = CORPUS, minutes: str | Path | None = None) -> Gold:
    """The corpus, and the real minutes where their folder is given.

    A real passage whose text stands in another part too (an action list that came back in the next
    minutes) isn't learnt from. Raises CorpusError.
    """
    authored, dev = (examples(gold_docs(corpus, part)) for part in ("train", "dev"))
    measured = {"Authored dev: policy tables of other bodies": dev} if dev.texts else {}
    apart = no_minutes(corpus)
    if minutes is None:
        return Gold(authored, None, measured, apart)
    files = read_labels(LABELS_FOLDER)
    train, real_dev = (
        _docs(minutes, [file for file in files if file.part == part]) for part in ("train", "dev")
    )
    measured = {"Real dev: working groups": examples(real_dev), **measured}
    return Gold(authored, _apart(train, _held_out(files)), measured, apart)


def no_minutes(corpus: str | Path = CORPUS) -> Examples:
    """The passages of a corpus that are of no minutes, of nobody; none where it has no table of
    them. Raises CorpusError as `read_table`."""
    path = Path(corpus) / NO_MINUTES_FILE
    rows = read_table(path, ("kind", "text")) if path.is_file() else ()
    texts = tuple(row["text"] for _, row in rows)
    count = len(texts)
    nobody, unknown = ("",) * count, ((),) * count
    return Examples(texts, (NONE,) * count, nobody, nobody, frozenset(), (), unknown)


def _held_out(files: Iterable[LabelledFile]) -> frozenset[str]:
    """Digests of the passages that aren't for learning; the table has them, no test is opened."""
    return frozenset(span.digest for file in files if file.part != "train" for span in file.spans)


def _apart(docs: Sequence[Doc], held_out: Container[str]) -> Examples:
    """The examples of `docs` but those whose text has one of these digests; names are of all."""
    digests = [digest(bullet.text) for doc in docs for bullet in labelled(doc)]
    return examples(docs).take(row for row, one in enumerate(digests) if one not in held_out)


def read_config(path: str | Path = CONFIG) -> Config:
    """The spaCy config of a pipeline, with a section of ours for its engine. Raises ModelError
    M18."""
    try:
        return load_config(path)
    except (OSError, ValueError) as error:
        cause = next((line for line in str(error).splitlines() if line.strip()), "")
        raise ModelError("M18", name=path, cause=cause) from error


def gold_docs(folder: str | Path = CORPUS, *parts: str) -> list[Doc]:
    """The authored minutes of these parts of a corpus as gold Docs, of all where none is named.

    Raises CorpusError.
    """
    nlp = spacy.blank("nl_minutes")
    votes = {(one.document, one.bullet): one for one in read_votes(folder)}

    def of(minutes: Minutes) -> dict[int, Votes]:
        """Votes on a text that was rewritten are void."""
        return {
            number: known.votes
            for number, remark in enumerate(minutes.remarks)
            if (known := votes.get((minutes.id, number))) and known.digest == digest(remark.text)
        }

    return [to_doc(nlp, one, of(one)) for one in load_parts(folder, *parts)]


def real_gold(minutes: str | Path, *parts: str, labels: str | Path | None = None) -> list[Doc]:
    """Gold Docs of the labelled real minutes of these parts, as far as they stand in `minutes`.

    What is absent, changed or lost is logged. Raises CorpusError.
    """
    return _docs(minutes, read_labels(labels or LABELS_FOLDER, *parts))


def _docs(minutes: str | Path, files: Iterable[LabelledFile]) -> list[Doc]:
    found = real_docs(spacy.blank("nl_minutes"), minutes, files)
    for problem in found.problems:
        log.warning(problem)
    return found.docs
