"""Component `notulist_actors`: every mention of a body, office or collective party as an entity."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import srsly
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc, Span

from notulist.attributes import ATTENDANCE, BULLETS
from notulist.components.again import again
from notulist.components.defined import defined
from notulist.components.gazetteer import (
    Actor,
    common_words,
    dump_actors,
    merge,
    parse_actors,
    read_actors,
    shipped_actors,
)
from notulist.components.groups import groups
from notulist.components.learned_mentions import Finder, learned
from notulist.components.linear_archive import (
    META,
    from_message,
    read_folder,
    to_message,
    write_folder,
)
from notulist.components.matcher import Matcher
from notulist.components.mention_features import Reading
from notulist.components.mentions import Mention, Place, definite, longest
from notulist.components.offices import with_bodies
from notulist.components.organs import at_home, home_of, organs, own_bodies
from notulist.components.places import places_as_parties, regional
from notulist.components.provinces import abbreviated
from notulist.components.seats import Seat, seats
from notulist.components.senses import in_their_sense
from notulist.components.unlisted import chaired, unlisted
from notulist.components.words import Words, words_of

INFERRED = "inferred"
"""`ent.id_` of an office whose body the document gives elsewhere ("de staatssecretaris")."""
DOUBTFUL = "doubtful"
"""`ent.id_` of a name that more bodies have, where neither date nor context decides."""
LEARNED = "learned"
"""`ent.id_` of a mention that the list hasn't: the finder added it."""
THRESHOLD = 0.55
"""Probability from which a word that no list has is an actor; chosen on the dev parts."""


class Actors(Pipe):
    """Sets doc.ents: label_ ORG, OFFICE or COLLECTIVE, kb_id_ the actor's id (of an office that
    belongs to a body, the body's; NIL of a body that the table lacks), id_ "inferred" where the
    body stands elsewhere, "doubtful" where the name is that of more bodies, "learned"
    where the finder added it to what the list has. Reads doc._.meeting_date where it is set.

    It keeps its own table and finder when saved, so a saved pipeline needs no file beside it.
    """

    def __init__(
        self,
        nlp: Language,
        name: str,
        table: Sequence[Actor] | None = None,
        *,
        threshold: float = THRESHOLD,
    ) -> None:
        """threshold: see `make_actors`."""
        self.nlp = nlp
        self.name = name
        self.threshold = threshold
        self.finder: Finder | None = None
        """What was learnt of parties that no list has; None: the list alone."""
        self._table = table
        self._extra: Path | None = None
        self._matcher: Matcher | None = None
        self._folded: dict[str, Actor] | None = None

    @property
    def table(self) -> tuple[Actor, ...]:
        """All actors that are looked for; read when first needed.

        Raises ActorTableError where a user's own table can't be used.
        """
        if self._table is None:
            base = shipped_actors()
            self._table = merge(base, own_actors(self._extra, base)) if self._extra else base
        return tuple(self._table)

    @property
    def matcher(self) -> Matcher:
        """The patterns of the table, built when first needed."""
        if self._matcher is None:
            self._matcher = Matcher(self.table, self.nlp.tokenizer)
        return self._matcher

    @property
    def folded(self) -> Mapping[str, Actor]:
        """The names of the table in small letters, their words apart; the first has a name."""
        if self._folded is None:
            self._folded = {}
            for actor in self.table:
                for name in (*actor.exact, *actor.any_case):
                    self._folded.setdefault(name.lower(), actor)
        return self._folded

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations([doc], self.predict([doc]))
        return doc

    def predict(self, docs: Iterable[Doc]) -> list[list[Span]]:
        """The mentions of each Doc as Spans without overlap; changes nothing."""
        return [self._spans(doc) for doc in docs]

    def set_annotations(self, docs: Sequence[Doc], spans: Sequence[Sequence[Span]]) -> None:
        """Make the spans the Docs' entities; entities of other components that clash go."""
        for doc, found in zip(docs, spans, strict=True):
            taken = {token for span in found for token in range(span.start, span.end)}
            others = [e for e in doc.ents if not any(i in taken for i in range(e.start, e.end))]
            doc.set_ents([*found, *others])

    def _spans(self, doc: Doc) -> list[Span]:
        sat, met, (own, where) = seats(doc), doc._.meeting_body or "", self._met(doc)
        read = self._read(doc, sat, own)
        words, known = read.words, read.known
        if self.finder is not None and self.threshold < 1:
            known = longest([*known, *learned(read, self.finder, self.threshold, self.folded)])
        home = home_of(own, where, met)
        listed = [m.actor.kb_id for m in known if any(a <= m.start < b for a, b in read.attendance)]
        known = with_bodies(known, words.text, home, listed)
        known = at_home(known, words.text, own_bodies(home, listed, where))
        resolved = chaired(doc, words, sat, known)
        return _apart(_span(doc, words, mention) for mention in resolved)

    def read(self, doc: Doc) -> Reading:
        """What the list and the rules find, offices not yet brought to their bodies."""
        own, _ = self._met(doc)
        return self._read(doc, seats(doc), own)

    def _met(self, doc: Doc) -> tuple[list[Mention], list[Place]]:
        """What the name of the body that met holds."""
        met = doc._.meeting_body or ""
        found, places = self.matcher.find(words_of(self.nlp.make_doc(met)))
        return found, regional(places, met)

    def _read(self, doc: Doc, sat: Sequence[Seat], own: Sequence[Mention]) -> Reading:
        words = words_of(doc)
        found, places = self.matcher.find(words, doc._.meeting_date)
        attendance, bullets = (_ranges(doc, key, words) for key in (ATTENDANCE, BULLETS))
        mentions = definite(in_their_sense(found, words), words)
        met = doc._.meeting_body or ""
        places = regional(in_their_sense(places, words), met)
        parties = places_as_parties(places, mentions, words.text, attendance, bullets, met)
        known = longest([*mentions, *parties])
        known = longest([*known, *abbreviated(words, known, bullets, self.table)])
        known = longest([*known, *groups(words, known)])
        known = longest([*known, *organs(words.text, known, met, own)])
        known = longest([*known, *unlisted(doc, words, sat, known, self.folded)])
        known = longest([*known, *defined(words, known)])
        known = longest([*known, *again(words.text, known)])
        persons = frozenset(name for seat in sat for name in seat.names)
        return Reading(words, bullets, attendance, known, places, persons)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The table, and the finder with its meta."""
        learnt = to_message(self.finder.pipeline) if self.finder else b""
        data: bytes = srsly.msgpack_dumps({"actors": dump_actors(self.table), "finder": learnt})
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Actors:
        """Take what to_bytes gave, in place of what is at hand. Raises ModelError as
        `linear_archive.unpack` does."""
        told = srsly.msgpack_loads(data)
        learnt = told.get("finder")
        self.finder = _finder(from_message(learnt, self.name) if learnt else None)
        return self._use(parse_actors(told["actors"], self.name))

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the table as actors.csv into the folder `path`, and the finder beside it."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "actors.csv").write_text(dump_actors(self.table), encoding="utf-8", newline="\n")
        if self.finder is not None:
            write_folder(self.finder.pipeline, folder)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Actors:
        """Take what to_disk wrote, in place of what is at hand. Raises ModelError as
        `linear_archive.read_folder`."""
        folder = Path(path)
        self.finder = finder_in(folder)
        return self._use(read_actors(folder / "actors.csv"))

    def _use(self, table: Sequence[Actor]) -> Actors:
        self._table, self._extra, self._matcher, self._folded = table, None, None, None
        return self

    def add_table(self, path: Path) -> None:
        """Put a user's own table on top of the shipped one; it is read now if it exists, else when
        first needed, since a pipeline that is being loaded brings its own. Raises ActorTableError.
        """
        self._extra = path
        if path.exists():
            _ = self.table

    def put_on_top(self, path: Path) -> None:
        """Put a user's own table on top of the one at hand, now. Raises ActorTableError."""
        self._use(merge(self.table, own_actors(path, self.table)))


def _finder(pipeline: Any | None) -> Finder | None:
    return None if pipeline is None else Finder(pipeline)


def finder_in(folder: Path) -> Finder | None:
    """The finder that an `Actors` wrote into a folder, None where it had none. Raises ModelError as
    `linear_archive.read_folder`."""
    return _finder(read_folder(folder)) if (folder / META).exists() else None


def own_actors(path: Path, base: Sequence[Actor]) -> tuple[Actor, ...]:
    """A user's own actors, to be put on top of `base`, whose words may be common.

    Raises ActorTableError as read_actors, A08 for a pattern that is a common word.
    """
    known = {p.lower() for actor in base for p in (*actor.exact, *actor.any_case)}
    return read_actors(path, common_words() - known)


def _ranges(doc: Doc, key: str, words: Words) -> list[tuple[int, int]]:
    """The spans of a group, as first word and word past the last."""
    ranges = []
    for span in doc.spans.get(key, ()):
        start, end = (bisect_left(words.start, token) for token in (span.start, span.end))
        if start < end:
            ranges.append((start, end))
    return ranges


def _span(doc: Doc, words: Words, mention: Mention) -> Span:
    return Span(
        doc,
        words.start[mention.start],
        words.end[mention.end - 1],
        label=mention.actor.label,
        kb_id=mention.inferred or mention.actor.kb_id,
        span_id=_how(mention),
    )


def _how(mention: Mention) -> str:
    """What is to be known of how a mention was found, for `ent.id_`."""
    if mention.inferred:
        return INFERRED
    if mention.doubtful:
        return DOUBTFUL
    return LEARNED if mention.learned else ""


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Without those that share a token with one before ("VNG/IPO" where it is one token)."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


@Language.factory(
    "notulist_actors",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    requires=["doc.spans"],
    default_config={"actors": None, "threshold": THRESHOLD},
)
def make_actors(
    nlp: Language, name: str, actors: str | None = None, threshold: float = THRESHOLD
) -> Any:
    """The factory. actors: path of a CSV of the user's own actors, added to the shipped ones.
    threshold: probability that a word which the list doesn't have must be given to be an actor;
    1 leaves it to the list. Without a trained model it is the list alone anyway.
    """
    component = Actors(nlp, name, threshold=threshold)
    if actors is not None:
        component.add_table(Path(actors))
    return component
