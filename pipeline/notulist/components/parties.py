"""The actors within a span."""

from __future__ import annotations

from spacy.tokens import Span


def parties_of(span: Span) -> list[Span]:
    """The entities with a kb_id that lie in `span`, in order.

    As `span.ents`, which makes all entities of the Doc anew at each call: for the thousands of
    bullets of a long document that is too slow.
    """
    doc, found = span.doc, []
    for token in span:
        if token.ent_iob_ == "B" and token.ent_kb_id:
            end = token.i + 1
            while end < span.end and doc[end].ent_iob_ == "I":
                end += 1
            found.append(Span(doc, token.i, end, token.ent_type, kb_id=token.ent_kb_id))
    return found
