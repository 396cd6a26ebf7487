"""Figures of the tagger and the roles: mentions of actors, their ids, holder and addressee.

    python -m notulist.training.actors [--authored dev] [--misses NUMBER]
    python -m notulist.training.actors MINUTES [--part dev] [--misses NUMBER]

Without MINUTES on a part of the authored corpus; MINUTES is the folder of the real documents, of
which `data/real/actors.csv` holds what readers marked.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from notulist.attributes import BULLETS
from notulist.components.parties import parties_of
from notulist.corpus.actor_marks import ActorMarks, ActorMention, Party, read_marks, settled
from notulist.corpus.labels import PARTS, opening, read_labels
from notulist.corpus.parts import AUTHORED_PARTS
from notulist.corpus.real import LABELS_FOLDER, passages
from notulist.language import CLASSIFIERS, load
from notulist.markdown import table
from notulist.training import actor_scores as scores
from notulist.training.actor_scores import Counted
from notulist.training.setup import CORPUS, gold_docs, real_gold

Reading = tuple[ActorMarks, ActorMarks, Span]
"""Gold, what is told, and the bullet."""

_COMPONENTS = ("notulist_actors", "notulist_roles")


def of_bullet(bullet: Span, passage: str = "", reader: str = "first") -> ActorMarks:
    """What stands on a bullet, by a pipeline or as gold, in a reader's terms."""
    return ActorMarks(
        passage,
        reader,
        tuple(
            ActorMention(
                one.start_char - bullet.start_char, one.end_char - bullet.start_char, one.kb_id_
            )
            for one in parties_of(bullet)
        ),
        tuple(Party(id_) for id_ in bullet._.holder),
        tuple(Party(id_) for id_ in bullet._.addressee),
    )


def tagged(nlp: Language, doc: Doc, components: Sequence[str] = _COMPONENTS) -> Doc:
    """A copy of a gold Doc with the actors and roles that the pipeline finds in its bullets.

    components: those that find them.
    """
    made = doc.copy()
    made.ents = []
    for name in components:
        made = nlp.get_pipe(name)(made)
    return made


def authored(nlp: Language, part: str) -> Iterator[Reading]:
    """The bullets of an authored part whose document lists its actors. Its tokens are cut where
    gold mentions begin and end, which helps the tagger a little."""
    for doc in gold_docs(CORPUS, part):
        if doc.ents:
            told = tagged(nlp, doc)
            for one, other in zip(doc.spans[BULLETS], told.spans[BULLETS], strict=True):
                yield of_bullet(one), of_bullet(other), one


def real(nlp: Language, minutes: Path, *parts: str) -> Iterator[Reading]:
    """The passages of real minutes whose actors are settled; what is absent is logged."""
    gold = settled(read_marks(LABELS_FOLDER))
    for doc in real_gold(minutes, *parts):
        ids = [id_ for _, id_ in passages(doc)]
        if not any(id_ in gold for id_ in ids):
            continue
        told = tagged(nlp, doc)
        for id_, bullet in zip(ids, told.spans[BULLETS], strict=True):
            if id_ in gold:
                yield gold[id_], of_bullet(bullet), bullet


def readers(*parts: str) -> list[Counted]:
    """How the second reader of real passages stands to the first."""
    by_reader: dict[str, dict[str, ActorMarks]] = {}
    for one in read_marks(LABELS_FOLDER):
        by_reader.setdefault(one.reader, {})[one.passage] = one
    first, second = by_reader.get("first", {}), by_reader.get("second", {})
    return [
        (scores.count(first[span.id], second[span.id]), file.file)
        for file in read_labels(LABELS_FOLDER, *parts)
        for span in file.spans
        if span.id in first and span.id in second
    ]


def as_table(rows: Iterable[tuple[str, Sequence[Counted]]]) -> str:
    """Markdown: a row for each set of bullets."""
    head = ["", "bullets", "mentions", "mentions F1 (95%)", "right id of those found (95%)"]
    head += ["holder right (95%)", "addressee right (95%)", "named holders", "named addressees"]
    body = []
    for name, counted in rows:
        one = scores.total(counts for counts, _ in counted)
        estimates = [str(scores.estimate(figure, counted)) for figure in scores.FIGURES]
        body.append(
            [
                name,
                str(one.bullets),
                str(one.gold),
                *estimates,
                f"{one.held_right} of {one.held}",
                f"{one.addressed_right} of {one.addressed}",
            ]
        )
    return table(head, body)


def _misses(readings: Sequence[Reading], number: int) -> Iterator[str]:
    """The commonest surfaces that were missed, or tagged for nothing, or linked wrong."""
    missed: Counter[tuple[str, str]] = Counter()
    for gold, told, bullet in readings:
        for sign, mine, others in (("-", gold, told), ("+", told, gold)):
            for one in mine.mentions:
                over = [o for o in others.mentions if o.start < one.end and one.start < o.end]
                surface = bullet.text[one.start : one.end]
                if not over:
                    missed[sign, f"{surface} ({one.id})"] += 1
                elif sign == "-" and all(o.id != one.id for o in over):
                    missed["=", f"{surface} ({one.id}, told {over[0].id})"] += 1
    for (sign, surface), count in missed.most_common(number):
        yield f"{sign} {count:>4} {surface}"


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("minutes", type=Path, nargs="?", help="the folder with the real documents")
    parser.add_argument("--part", action="append", default=[], choices=PARTS)
    parser.add_argument("--authored", choices=AUTHORED_PARTS, help="without MINUTES; else dev")
    parser.add_argument("--misses", type=int, default=0, help="how many surfaces to show")
    chosen = parser.parse_args(arguments)
    if chosen.part and chosen.minutes is None:
        parser.error("--part is of real minutes: name MINUTES")
    if chosen.authored and chosen.minutes:
        parser.error("--authored is of the authored corpus: name no MINUTES")
    nlp = load(exclude=CLASSIFIERS)
    rows: list[tuple[str, Sequence[Counted]]] = []
    sets: dict[str, list[Reading]] = {}
    if chosen.minutes is None:
        part = chosen.authored or "dev"
        sets[f"authored {part}"] = list(authored(nlp, part))
    for part in (chosen.part or ["dev"]) if chosen.minutes else ():
        if told := opening(part):
            sys.stderr.write(f"{told}\n")
        sets[f"real {part}"] = list(real(nlp, chosen.minutes, part))
        if not sets[f"real {part}"]:
            sys.exit(f"none of the passages of {part} stands under {chosen.minutes}")
        rows.append((f"real {part}: second reader", readers(part)))
    for name, readings in sets.items():
        counted = [(scores.count(g, t), b.doc._.source.name) for g, t, b in readings]
        rows.append((name, counted))
    sys.stdout.write(as_table(rows) + "\n")
    for name, readings in sets.items():
        shown = list(_misses(readings, chosen.misses))
        if shown:
            sys.stdout.write("\n".join(["", f"## {name}", *shown]) + "\n")


if __name__ == "__main__":
    main()
