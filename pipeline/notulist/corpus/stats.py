"""What a corpus holds and how various it is, as tables in Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles

from spacy.tokens import Doc

from notulist.attributes import BULLETS
from notulist.corpus.authored import Minutes
from notulist.corpus.cues import Announced, Cues, announced, cue_share
from notulist.corpus.surfaces import mentions
from notulist.corpus.variety import distinct_ngrams, near_duplicates, words
from notulist.labels import LABELS, NONE
from notulist.markdown import table

NO_ID = "(no id)"
"""A body that the gazetteer doesn't have."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A labelled passage as far as the figures ask for it."""

    document: str
    body: str
    text: str
    label: str
    secondary: tuple[str, ...] = ()


def authored_pieces(minutes: Iterable[Minutes]) -> list[Piece]:
    """The remarks of authored minutes."""
    return [
        Piece(one.id, one.body, remark.text, remark.label, remark.secondary)
        for one in minutes
        for remark in one.remarks
    ]


def real_pieces(docs: Iterable[Doc]) -> list[Piece]:
    """The labelled passages of gold Docs, those that are no remark among them."""
    return [
        Piece(doc._.source.name, doc._.meeting_body, bullet._.clean, bullet.label_, extra)
        for doc in docs
        for bullet in doc.spans[BULLETS]
        if bullet.label_
        for extra in [tuple(bullet._.secondary)]
    ]


def overview(sets: Mapping[str, Sequence[Piece]], cues: Cues) -> str:
    """One table with a column a set: sizes, labels, lengths, cues, variety. Remarks only, but for
    the number of passages that are none. A set may be empty.

    Raises CorpusError C26 where datasketch isn't installed.
    """
    # Once a text: looking for some hundreds of cues is most of the work, and sets overlap.
    texts = dict.fromkeys(piece.text for pieces in sets.values() for piece in pieces)
    cues_in = {text: announced(text, cues) for text in texts}
    columns = [_figures(pieces, cues_in) for pieces in sets.values()]
    labels = list(columns[0]) if columns else []
    return table(["", *sets], [[label, *(one[label] for one in columns)] for label in labels])


def by_body(pieces: Iterable[Piece]) -> str:
    """Label shares of each body, the largest first."""
    bodies: dict[str, list[Piece]] = {}
    for piece in pieces:
        if piece.label != NONE:
            bodies.setdefault(piece.body, []).append(piece)
    ordered = sorted(bodies.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = [[body, str(len(found)), *_shares(found)] for body, found in ordered]
    return table(["body", "remarks", *LABELS], rows)


def labelled_actors(minutes: Iterable[Minutes]) -> Counter[str]:
    """How often each actor is mentioned in authored remarks, by id, as their labels have it."""
    counts: Counter[str] = Counter()
    for one in minutes:
        for remark in one.remarks:
            found = mentions(remark.text, one.actors)
            counts.update(mention.surface.id or NO_ID for mention in found)
    return counts


def tagged_actors(docs: Iterable[Doc], tagger: Callable[[Doc], Doc]) -> Counter[str]:
    """The same as a tagger finds it in the remarks of gold Docs, whose entities it replaces.

    What no list knows is not found, so nothing is without an id.
    """
    counts: Counter[str] = Counter()
    for doc in docs:
        doc.ents = ()
        tagger(doc)
        remarks = [bullet for bullet in doc.spans[BULLETS] if bullet.label_ in LABELS]
        counts.update(entity.kb_id_ for remark in remarks for entity in remark.ents)
    return counts


def actors(counts: Mapping[str, Counter[str]], most: int = 20) -> str:
    """Shares of the actors' mentions, a column a set; the commonest of the first set, and of each
    other set its commonest that aren't among them."""
    shown: dict[str, None] = {}
    for one in counts.values():
        shown |= dict.fromkeys(id_ for id_, _ in one.most_common(most))
    rows = [
        [id_, *(f"{one[id_]:,} ({one[id_] / max(one.total(), 1):.1%})" for one in counts.values())]
        for id_ in shown
    ]
    left = [one.total() - sum(one[id_] for id_ in shown) for one in counts.values()]
    rows.append(["others", *(f"{count:,}" for count in left)])
    rows.append(["different actors", *(f"{len(one):,}" for one in counts.values())])
    return table(["actor", *counts], rows)


def _figures(pieces: Sequence[Piece], cues_in: Mapping[str, Announced]) -> dict[str, str]:
    """The rows of one column. cues_in: by text, those that stand in it."""
    remarks = [piece for piece in pieces if piece.label != NONE]
    texts = [piece.text for piece in remarks]
    lengths = [len(words(text)) for text in texts]
    counts = Counter(piece.label for piece in remarks)
    total = max(len(remarks), 1)
    figures = {
        "documents": str(len({piece.document for piece in pieces})),
        "bodies": str(len({piece.body for piece in pieces})),
        "remarks": f"{len(remarks):,}",
        "passages that are no remark": f"{len(pieces) - len(remarks):,}",
    }
    figures |= {label: f"{counts[label]:,} ({counts[label] / total:.0%})" for label in LABELS}
    second = sum(bool(piece.secondary) for piece in remarks)
    figures |= {
        "with a second act": f"{second / total:.1%}",
        "same act as the one before": f"{_repeats(remarks):.0%}",
        "words a remark (10%, 50%, 90%)": " / ".join(_tenths(lengths)),
    }
    if any(words for found in cues_in.values() for words in found.values()):
        figures |= _announced(remarks, cues_in)
    figures["different runs of four words"] = f"{distinct_ngrams(texts):.1%}"
    figures["nearly the same as an earlier one"] = f"{len(near_duplicates(texts)) / total:.2%}"
    return figures


def _repeats(remarks: Sequence[Piece]) -> float:
    """Of the remarks that follow another in their document, the share with the same act."""
    pairs = [(a, b) for a, b in pairwise(remarks) if a.document == b.document]
    return sum(a.label == b.label for a, b in pairs) / max(len(pairs), 1)


def _announced(remarks: Sequence[Piece], cues_in: Mapping[str, Announced]) -> dict[str, str]:
    """The rows about cue words."""
    found = {label: [cues_in[p.text] for p in remarks if p.label == label] for label in LABELS}
    share = cue_share([cues_in[p.text] for p in remarks], [p.label for p in remarks])
    rows = {"own cue": f"{share.own:.0%}", "only cues of other acts": f"{share.misleading:.0%}"}
    for label, mine in found.items():
        of_label = cue_share(mine, [label] * len(mine))
        rows[f"own cue, {label}"] = f"{of_label.own:.0%} ({of_label.distinct} different)"
    return rows


def _shares(pieces: Sequence[Piece]) -> list[str]:
    counts = Counter(piece.label for piece in pieces)
    return [f"{counts[label] / len(pieces):.0%}" for label in LABELS]


def _tenths(lengths: Sequence[int]) -> list[str]:
    if len(lengths) < 2:
        return [str(length) for length in lengths]
    cuts = quantiles(lengths, n=10, method="inclusive")
    return [f"{cuts[place]:.0f}" for place in (0, 4, 8)]
