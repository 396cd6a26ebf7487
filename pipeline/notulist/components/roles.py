"""Component `notulist_roles`: who speaks or acts in each bullet, who is asked, who is mentioned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc, Span

from notulist.attributes import BULLETS
from notulist.components.action_tables import doers
from notulist.components.actors import DOUBTFUL
from notulist.components.addressees import addressees
from notulist.components.holders import holders
from notulist.components.parties import parties_of
from notulist.components.reasons import DOUBTFUL_ACTOR, with_reasons
from notulist.components.scanning import Parties
from notulist.components.units import persons_of, units_of


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
    marks it for review where a name in it is that of more bodies."""

    def __init__(self, name: str = "notulist_roles") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations([doc], self.predict([doc]))
        return doc

    def predict(self, docs: Iterable[Doc]) -> list[list[BulletRoles]]:
        """The roles of each Doc's bullets, in their order; changes nothing."""
        return [_of_doc(doc) for doc in docs]

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


def _of_doc(doc: Doc) -> list[BulletRoles]:
    bullets = doc.spans.get(BULLETS, ())
    persons = persons_of(doc) if len(bullets) else {}
    listed = doers(doc, persons)
    return [_of_bullet(bullet, persons, listed.get(bullet.start, ())) for bullet in bullets]


def _of_bullet(bullet: Span, persons: Mapping[str, str], listed: Parties) -> BulletRoles:
    """The roles of a bullet. listed: who is to do it by another column of its table."""
    units = units_of(bullet, persons)
    held = listed or holders(units)
    asked = addressees(units, held)
    mentions = dict.fromkeys(party.kb_id_ for party in parties_of(bullet))
    named = {unit.party for unit in units if not unit.inferred}.union(listed)
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
    default_config={},
)
def make_roles(nlp: Language, name: str) -> Roles:
    """The factory of the roles; it has no settings."""
    return Roles(name)
