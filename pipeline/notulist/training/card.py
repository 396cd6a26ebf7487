"""The model card, written from what was measured."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from thinc.api import Config

from notulist.components.classifier import Classifier
from notulist.components.encoder import EncoderClassifier
from notulist.components.ensemble import EnsembleClassifier
from notulist.corpus.folder import paths
from notulist.labels import LABELS, NONE
from notulist.training.engines import encoder_settings, linear_settings
from notulist.training.examples import Examples
from notulist.training.setup import CORPUS, NO_MINUTES_FILE, Gold

_CARD = """\
# nl_{model}

A spaCy pipeline for minutes of Dutch government meetings. It finds bullets, headings and actors by
rule, and labels each bullet as agreement, concern, explanation or request with {engine}.
Where the rules call something a bullet, a heading or neither, a judge that learnt from real minutes
(logistic regression over looks, words and neighbours; `python -m notulist.training.kinds` measures
it) may overrule them. Parties that the list of actors doesn't have are found by a regression over
single words (`python -m notulist.training.learned_mentions`). Which of the parties that a remark
names holds it, another chooses, over what rules say, place and neighbouring words
(`python -m notulist.training.roles`). Both learnt from invented and real minutes.

One label isn't learnt: a row of an action list is an agreement by rule, with confidence 1, since
the heading of the list says so. No figure below counts such rows apart.

This file is written by `python -m notulist.training.build`.

## What it learnt from

- {origin}
- **Real minutes**: {real}. Their text is no part of this project; {names}.
{apart}{corrected}{kept}
SHA-256 of the authored corpus (names and contents, sorted): `{digest}`.

Settings: {settings}.

## Figures

On the dev parts, of which the model learnt nothing, but by which its settings{chosen} were
chosen; so they are a little optimistic. {gold}Passages that are no remark are left out. Intervals
by drawing documents anew a thousand times.

{figures}

## Limits

{bound}- **On real minutes it is often wrong**, most of all about concerns, which are rare there.
  Have a person look at what you use, not only at what is marked for review.
- Cues of the codebook are among what it looks at, and its readers had the minutes of one policy
  table before them: good labels on those show little.
- Probabilities are {shares}.
  Where your minutes differ, set `components.{name}.shares`.
- {secondary}
- A line that is no remark gets one of the four labels all the same{none}.

## Use

`notulist classify minutes.pdf -o out.xlsx`, or `notulist.load()` in Python. It must not decide
about persons, and is no replacement for the adopted minutes.
{licence}"""
_OURS = {
    "origin": "**Invented minutes**: {authored}. Composed with a language model, one document at a "
    "time\n  (`data/corpus/README.md`).",
    "apart": "- **What is of no minutes at all**: {apart} passages "
    "(`data/corpus/no_minutes.csv`): English,\n  code, garbage, numbers, other Dutch; composed "
    "with a language model, as no remark.\n",
    "gold": "The gold is machine reading,\ntwo votes and a third where they differ. ",
    "bound": "- **The figures on invented minutes are an upper bound**: the same kind of hand "
    "composed those that\n  it learnt from and those that it is measured on, and their text is "
    "clear.\n",
    "licence": "\nLicence: MIT (the model), CC BY 4.0 (the corpus and the labels).\n",
}
_YOURS = {
    "origin": "**The corpus**: {authored}.",
    "apart": "- **What is of no minutes at all**: {apart} passages of the corpus.\n",
    "gold": "",
    "bound": "",
    "licence": "",
}
"""What is said of a corpus that isn't ours: nothing that we can't know."""
_LINEAR = """a linear classifier
(word and character TF-IDF with cue words, logistic regression, calibrated)"""
_LINEAR_NAMES = """words in fewer than {least}
  documents, and words that are or may be a person's name, are not in the vocabulary"""
_ENCODER = """a small
pretrained encoder, fine-tuned, in 8 bits (ONNX): {base}. Its logits are divided by {temperature}"""
_ENCODER_NAMES = """words that are or
  may be a person's name were taken out before it learnt, and usual first names are no pieces of
  its vocabulary"""
_BOTH = """;
beside it, with a weight of {weight:g},"""
_FURTHER = """Further acts (`secondary`) are found seldom and told wrongly often: figures above."""
_NO_REAL = "none; it was built where they are absent"


def card(
    model: str,
    classifier: Classifier,
    config: Config,
    data: Gold,
    corpus: Path,
    figures: str = "",
    kept: str = "",
) -> str:
    """The model card in Markdown of a trained classifier. model: its name, without the language.
    figures: Markdown of what was measured. kept: the model whose encoder was taken as it is."""
    about = _OURS if corpus.resolve() == CORPUS else _YOURS
    sizes = {"authored": _sizes(data.authored), "apart": len(data.apart.texts)}
    told_of = {key: text.format(**sizes) for key, text in about.items()}
    if not data.apart.texts or NONE not in classifier.labels:
        told_of["apart"] = ""
    corrected = f"- **Corrected tables**: {_sizes(data.corrected)}.\n"
    told = ", ".join(f"{label} {share:.0%}" for label, share in classifier.shares.items())
    return _CARD.format(
        model=model,
        **_of_engine(classifier, config),
        **told_of,
        corrected=corrected if data.corrected.texts else "",
        kept=kept and f"- **The encoder** learnt nothing anew: it is that of {kept}.\n",
        name=classifier.name,
        real=_sizes(data.real) if data.real else _NO_REAL,
        digest=corpus_hash(corpus),
        shares=f"weighed by how often each act is expected ({told})"
        if told
        else "as they were learnt, not weighed by how often each act is expected",
        figures=figures or "Not measured.",
    )


def _of_engine(classifier: Classifier, config: Config) -> dict[str, str]:
    """What the card says of the engine."""
    both = classifier if isinstance(classifier, EnsembleClassifier) else None
    encoder = both.encoder if both else classifier
    settings: dict[str, Any] = {}
    engine = names = ""
    if isinstance(encoder, EncoderClassifier) and encoder.archive:
        meta = encoder.archive.meta
        settings = asdict(encoder_settings(config))
        engine = _ENCODER.format(base=meta.base, temperature=meta.temperature)
        names = _ENCODER_NAMES
    if both or not engine:
        chosen = linear_settings(config)
        prefix = "linear " if both else ""
        settings |= {f"{prefix}{key}": value for key, value in asdict(chosen).items()}
        engine += f"{_BOTH.format(weight=both.linear_weight)} {_LINEAR}" if both else _LINEAR
        names += f"{'; ' if both else ''}{_LINEAR_NAMES.format(least=chosen.min_documents)}"
    encoded = isinstance(encoder, EncoderClassifier)
    return {
        "chosen": " and temperature" if encoded else "",
        "engine": engine,
        "names": names,
        "settings": ", ".join(f"{key} {value}" for key, value in settings.items()),
        "secondary": _FURTHER if encoded else "Further acts are not predicted.",
        "none": "; most are marked for review as such (above)"
        if NONE in classifier.labels
        else ", and isn't marked for review\n  any more often than a remark",
    }


def _sizes(data: Examples) -> str:
    counts = Counter(data.labels)
    told = ", ".join(f"{label} {counts[label]:,}" for label in LABELS)
    none = f"; {counts[NONE]:,} more are no remark" if counts[NONE] else ""
    documents = len(set(data.documents))
    bullets = len(data.texts) - counts[NONE]
    size = f"{bullets:,} bullets of {documents} documents of {data.n_bodies} bodies"
    return f"{size} ({told}{none})"


def corpus_hash(corpus: Path) -> str:
    """SHA-256 over names and contents of a corpus's files: which corpus a model is of."""
    digest = sha256()
    apart = corpus / NO_MINUTES_FILE
    for path in [*paths(corpus), *([apart] if apart.is_file() else [])]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
