"""Authored minutes as gold Docs."""

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import DocBin

from notulist.corpus.authored import parse_text
from notulist.corpus.docs import lay_out, to_doc
from notulist.corpus.votes import Vote

NLP = spacy.blank("nl")
MINUTES = parse_text(
    """\
@id: bo-proef-2024-03-14
@body: Bestuurlijk Overleg Proef
@date: 2024-03-14
@present: mevr. Verzonnen (VNG)
# 2a | Opvang
R+E | VNG > JenV | Wie betaalt dit?
  E | JenV | In april meer.
## | Oost
A | | - Akkoord, zonder "wijziging".
"""
)
DOC = to_doc(NLP, MINUTES)
HEAD = "@id: a\n@body: B\n@date: 2024-03-14\n"
WITH_ACTORS = parse_text(
    """\
@id: bo-proef-2024-03-14
@body: Bestuurlijk Overleg Proef
@date: 2024-03-14
@actors: VNG; de gemeenten = gemeenten; staatssecretaris ~ JenV; Regio X = -
# 1 | Opvang
R | VNG > JenV, Regio X | De VNG vraagt namens de gemeenten aan Regio X om geld.
E | staatssecretaris | De staatssecretaris zegt niets.
"""
)


def test_bullets_are_the_remarks_without_their_marker() -> None:
    texts = [bullet.text for bullet in DOC.spans["bullets"]]
    assert texts == [remark.text for remark in MINUTES.remarks]


def test_the_text_has_a_marker_before_each_bullet() -> None:
    assert "\n• Wie betaalt dit?\n  • In april meer.\n" in DOC.text


def test_bullets_bear_the_gold() -> None:
    bullet = DOC.spans["bullets"][0]
    assert bullet.label_ == "request"
    assert bullet._.cats["request"] == 1.0
    assert sum(bullet._.cats.values()) == 1.0
    assert bullet._.secondary == ("explanation",)


def test_bullets_bear_what_each_reader_said_and_nothing_of_who_has_not_read_them() -> None:
    votes = (Vote("request", ("explanation",)), None, Vote("concern"))
    doc = to_doc(NLP, MINUTES, {0: votes})
    said = [bullet._.votes for bullet in doc.spans["bullets"]]
    assert said == [("request", "", "concern"), (), ()]


def test_votes_do_not_change_the_gold() -> None:
    doc = to_doc(NLP, MINUTES, {0: (Vote("concern"), Vote("concern"), None)})
    bullet = doc.spans["bullets"][0]
    assert (bullet.label_, bullet._.secondary) == ("request", ("explanation",))


def test_without_votes_bullets_bear_none() -> None:
    assert {bullet._.votes for bullet in DOC.spans["bullets"]} == {()}


def test_bullets_know_their_level_and_heading() -> None:
    found = [
        (bullet._.level, bullet._.agenda_number, bullet._.agenda_title)
        for bullet in DOC.spans["bullets"]
    ]
    assert found == [(0, "2a", "Opvang"), (1, "2a", "Opvang"), (0, "2a", "Oost")]


def test_headings_have_number_title_and_level() -> None:
    found = [(h.text, h._.number, h._.title, h._.level) for h in DOC.spans["headings"]]
    assert found == [("2a. Opvang", "2a", "Opvang", 1), ("Oost", "", "Oost", 2)]


def test_the_attendance_is_a_span() -> None:
    assert [span.text for span in DOC.spans["attendance"]] == ["Aanwezig: mevr. Verzonnen (VNG)"]


def test_the_meeting_is_known() -> None:
    assert (DOC._.meeting_body, DOC._.meeting_date) == ("Bestuurlijk Overleg Proef", "2024-03-14")


def test_the_doc_has_the_source_that_a_reader_would_give() -> None:
    source = DOC._.source
    assert source.text == DOC.text
    covered = "".join(source.text[line.start : line.end] for line in source.lines)
    assert covered == source.text.replace("\n", "")


@given(st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1))
def test_a_bullet_begins_and_ends_with_its_text_whatever_it_holds(text: str) -> None:
    header = "@id: x\n@body: Proef\n@date: 2024-03-14\n# 1 | Kop\n"
    minutes = parse_text(f"{header}A | | {text}\n")
    doc = to_doc(NLP, minutes)
    bullet = doc.spans["bullets"][0]
    assert (bullet.start_char, bullet.end_char) == lay_out(minutes).bullets[0]


def test_no_gold_bullet_is_an_action_whose_label_a_rule_would_give() -> None:
    assert {bullet._.kind for bullet in DOC.spans["bullets"]} == {"bullet"}


def test_listed_actors_are_entities_with_their_ids() -> None:
    doc = to_doc(NLP, WITH_ACTORS)
    assert [(ent.text, ent.label_, ent.kb_id_, ent.id_) for ent in doc.ents] == [
        ("VNG", "ORG", "VNG", ""),
        ("de gemeenten", "COLLECTIVE", "gemeenten", ""),
        ("Regio X", "ORG", "NIL", ""),
        ("staatssecretaris", "ORG", "JenV", "inferred"),
    ]


def test_a_mention_within_a_token_is_an_entity_of_its_own() -> None:
    doc = to_doc(NLP, parse_text(HEAD + "@actors: NZa\n# 1 | Kop\nE | | Het NZa-budget is op.\n"))
    assert [ent.text for ent in doc.ents] == ["NZa"]


def test_a_heading_without_a_number_has_that_of_its_agenda_item() -> None:
    items = "# 2 | Kop\n## 2a | Deel\nA | | Ja.\n## | Rest\nA | | Nee.\n"
    doc = to_doc(NLP, parse_text(HEAD + items))
    assert [bullet._.agenda_number for bullet in doc.spans["bullets"]] == ["2a", "2"]


def test_holder_and_addressee_are_ids_where_actors_are_listed() -> None:
    doc = to_doc(NLP, WITH_ACTORS)
    assert [(b._.holder, b._.addressee) for b in doc.spans["bullets"]] == [
        (("VNG",), ("JenV", "NIL")),
        (("JenV",), ()),
    ]
    assert DOC.spans["bullets"][0]._.holder == ()


def test_a_docbin_keeps_the_votes() -> None:
    votes = {1: (Vote("explanation"), Vote("concern"), None)}
    docbin = DocBin(docs=[to_doc(NLP, MINUTES, votes)], store_user_data=True)
    (doc,) = DocBin().from_bytes(docbin.to_bytes()).get_docs(NLP.vocab)
    assert tuple(doc.spans["bullets"][1]._.votes) == ("explanation", "concern", "")


def test_a_docbin_keeps_the_gold() -> None:
    docbin = DocBin(docs=[to_doc(NLP, WITH_ACTORS)], store_user_data=True)
    (doc,) = DocBin().from_bytes(docbin.to_bytes()).get_docs(NLP.vocab)
    assert [(b.text, b.label_, b._.holder) for b in doc.spans["bullets"]] == [
        (remark.text, remark.label, holder)
        for remark, holder in zip(WITH_ACTORS.remarks, [("VNG",), ("JenV",)], strict=True)
    ]
    assert [ent.kb_id_ for ent in doc.ents] == ["VNG", "gemeenten", "NIL", "JenV"]
