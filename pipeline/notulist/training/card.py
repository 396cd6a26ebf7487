"""The model card, written from what was measured."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from notulist.corpus.folder import paths
from notulist.labels import LABELS
from notulist.training import tables
from notulist.training.linear import Examples, Settings
from notulist.training.reports import Report

_CARD = """\
# nl_notulist

A spaCy pipeline for minutes of Dutch government meetings. It finds bullets, headings and actors by
rule, and labels each bullet as agreement, concern, explanation or request with a linear
classifier (word and character TF-IDF with cue words, logistic regression, calibrated).

One label isn't learnt: a row of an action list is an agreement by rule, with confidence 1, since
the heading of the list says so. No figure below counts such rows.

This file is written by `python -m notulist.training.build`; the figures are of that run.

## What it learnt from

**Invented minutes only**: {bullets} bullets of {documents} documents of {bodies} bodies, composed
with a language model, one document at a time (`data/corpus/README.md`). No sentence of real
minutes is in it. {counts}.

SHA-256 of the corpus (names and contents, sorted): `{digest}`.

Settings: {settings}.

## Figures

On the same invented minutes, by body: each bullet labelled by a pipeline that saw nothing of its
body, intervals by drawing documents anew a thousand times.

{summary}

{by_label}

Accuracy of the bullets that it is most sure of:

{by_share}

{accepted}

## Figures on real minutes

Remarks of technical working groups, of which it learnt nothing; the gold is a machine reading, two
for some, of which the first counts where they differ. Passages that are no remark are left out.

{real}

## Limits

- **The figures on invented minutes are an upper bound.** The same kind of hand composed those that
  it learnt from and those that it is measured on, and their text is clear.
- **On real minutes of another kind it is wrong nearly as often as right, and far too sure of
  itself.** Have a person look at what you use, not only at what is marked for review.
- Cues of the codebook are among what it looks at, and its readers had the minutes of one policy
  table before them: good labels on those show little.
- Probabilities are weighed by how often each act is expected ({shares}).
  Where your minutes differ, set `components.notulist_linear.shares`.
- Secondary acts are not predicted.
- A line that is no remark gets one of the four labels all the same, and isn't marked for review
  any more often than a remark.
- Words of the attendance lists that may be persons' names, and words in fewer than
  {least} documents, are not in its vocabulary.

## Use

`notulist classify minutes.pdf -o out.xlsx`, or `notulist.load()` in Python. It must not decide
about persons, and is no replacement for the adopted minutes.

Licence: MIT (the model), CC BY 4.0 (the corpus).
"""


def card(
    data: Examples,
    settings: Settings,
    shares: dict[str, float],
    measured: Report,
    corpus: Path,
    real: str = "",
) -> str:
    """The model card in Markdown.

    measured: cross-validated by body on `data`. real: Markdown of the figures on real passages.
    """
    counts = Counter(data.labels)
    return _CARD.format(
        bullets=len(data.texts),
        documents=len(set(data.documents)),
        bodies=len(set(data.bodies)),
        counts=", ".join(f"{label} {counts[label]}" for label in LABELS),
        digest=corpus_hash(corpus),
        settings=", ".join(f"{key} {value}" for key, value in asdict(settings).items()),
        summary=tables.summary([measured]),
        by_label=tables.by_label(measured),
        by_share=tables.by_share(measured),
        accepted=tables.accepted(measured),
        shares=", ".join(f"{label} {share:.0%}" for label, share in shares.items()) or "equally",
        least=settings.min_documents,
        real=real or "Not measured.",
    )


def corpus_hash(corpus: Path) -> str:
    """SHA-256 over names and contents of a corpus's files: which corpus a model is of."""
    digest = sha256()
    for path in paths(corpus):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
