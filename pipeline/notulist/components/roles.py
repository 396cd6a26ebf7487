"""Component `notulist_roles`: who speaks or acts in each bullet, who is asked, who is mentioned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc, Span

from notulist.attributes import ATTENDANCE, BULLETS
from notulist.components.action_tables import doers
from notulist.components.actors import DOUBTFUL
from notulist.components.addressees import addressees
from notulist.components.holders import ruled
from notulist.components.learned_roles import Ranker, dump, parse, ranked, read, write
from notulist.components.parties import parties_of
from notulist.components.reasons import DOUBTFUL_ACTOR, with_reasons
from notulist.components.role_features import Remark, table_of
from notulist.components.scanning import Parties
from notulist.components.units import Unit, persons_of, units_of
from notulist.errors import ModelError

THRESHOLDS = (0.5, 0.3, 0.65, 0.6)
"""Chosen on dev."""


@dataclass(frozen=True, slots=True)
class BulletRoles:
    """The kb_ids of a bullet's parties, each in order of appearance."""

    holder: tuple[str, ...]
    addressee: tuple[str, ...]
    mentions: tuple[str, ...]
    inferred: tuple[str, ...] = ()
    """Those of holder and addressee that its words don't name."""
    doubtful: bool = False
    """Whether a name in it is that of more bodies."""


class Roles(Pipe):
    """Sets `_.holder`, `_.addressee`, `_.inferred` and `_.mentions` of each bullet, from doc.ents;
    marks it for review where a name in it is that of more bodies.

    Holders are what rules say or, where it has one, its `ranker`.
    """

    def __init__(
        self,
        name: str = "notulist_roles",
        *,
        learned: bool = True,
        thresholds: Sequence[float] = THRESHOLDS,
    ) -> None:
        """learned: whether the ranker is asked; without one (`ranker` is None) the rules hold.
        thresholds: as `learned_roles.ranked` has them."""
        self.name = name
        self.learned = learned
        self.thresholds = tuple(thresholds)
        self.ranker: Ranker | None = None

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations([doc], self.predict([doc]))
        return doc

    def predict(self, docs: Iterable[Doc]) -> list[list[BulletRoles]]:
        """The roles of each Doc's bullets, in their order; changes nothing."""
        return [self._of_doc(doc) for doc in docs]

    def set_annotations(self, docs: Sequence[Doc], roles: Sequence[Sequence[BulletRoles]]) -> None:
        """Keep the roles on the bullets."""
        for doc, found in zip(docs, roles, strict=True):
            for bullet, role in zip(doc.spans.get(BULLETS, ()), found, strict=True):
                bullet._.holder = role.holder
                bullet._.addressee = role.addressee
                bullet._.mentions, bullet._.inferred = role.mentions, role.inferred
                given = [DOUBTFUL_ACTOR] if role.doubtful else []
                bullet._.reason = with_reasons(bullet._.reason, [DOUBTFUL_ACTOR], given)
                bullet._.review = bool(bullet._.reason)

    def _of_doc(self, doc: Doc) -> list[BulletRoles]:
        bullets = doc.spans.get(BULLETS, ())
        persons = persons_of(doc) if len(bullets) else {}
        listed = doers(doc, persons)
        remarks = read_remarks(doc, persons)
        held = [remark.held for remark in remarks]
        if self.learned and self.ranker is not None:
            table = table_of(remarks, seated(doc))
            held = [ranked(one, table, self.ranker, self.thresholds) for one in remarks]
        return [
            _of_bullet(bullet, remark.units, found, listed.get(bullet.start, ()))
            for bullet, remark, found in zip(bullets, remarks, held, strict=True)
        ]

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The ranker; nothing where there is none."""
        return dump(self.ranker).encode() if self.ranker else b""

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Roles:
        """Read what `to_bytes` gave. Raises ModelError as `learned_roles.parse`."""
        self.ranker = parse(data.decode(), self.name) if data else None
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the ranker into the folder `path`; nothing where there is none."""
        if self.ranker is not None:
            write(self.ranker, Path(path))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Roles:
        """Read what `to_disk` wrote. Raises ModelError as `learned_roles.read`."""
        folder = Path(path)
        self.ranker = read(folder) if folder.is_dir() else None
        return self


def read_remarks(doc: Doc, persons: Mapping[str, str]) -> list[Remark]:
    """The bullets of a Doc, each with what the rules say of its holders.

    persons: as `persons_of` finds them.
    """
    units = [units_of(bullet, persons) for bullet in doc.spans.get(BULLETS, ())]
    return [Remark(one, *ruled(one)) for one in units]


def seated(doc: Doc) -> frozenset[str]:
    """The kb_ids in a Doc's attendance lists."""
    lists = doc.spans.get(ATTENDANCE, ())
    return frozenset(party.kb_id_ for span in lists for party in parties_of(span))


def _of_bullet(bullet: Span, units: Sequence[Unit], held: Parties, listed: Parties) -> BulletRoles:
    """The roles of a bullet. listed: who is to do it by another column of its table."""
    held = listed or held
    asked = addressees(units, held)
    mentions = dict.fromkeys(party.kb_id_ for party in parties_of(bullet))
    named = {unit.candidate for unit in units if not unit.inferred}.union(listed)
    inferred = dict.fromkeys(party for party in (*held, *asked) if party not in named)
    doubtful = any(token.ent_id_ == DOUBTFUL for token in bullet)
    return BulletRoles(held, asked, tuple(mentions), tuple(inferred), doubtful)


@Language.factory(
    "notulist_roles",
    requires=["doc.ents", "doc.spans"],
    assigns=[
        *("span._.holder", "span._.addressee", "span._.mentions", "span._.inferred"),
        *("span._.review", "span._.reason"),
    ],
    default_config={"learned": True, "thresholds": list(THRESHOLDS)},
)
def make_roles(
    nlp: Language, name: str, learned: bool = True, thresholds: Sequence[float] = THRESHOLDS
) -> Roles:
    """The component "notulist_roles". learned, thresholds: see `Roles`. Raises ModelError M09 where
    these aren't four numbers."""
    if len(thresholds) != len(THRESHOLDS):
        told = {"setting": "thresholds", "value": thresholds, "allowed": "four numbers"}
        raise ModelError("M09", name=name, **told)
    return Roles(name, learned=learned, thresholds=thresholds)
