"""The ranker of holders: it chooses among the parties that a remark names."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from notulist.components.holders import ruled
from notulist.components.learned_roles import FILE, Ranker, dump, parse, ranked, read
from notulist.components.role_features import Remark, candidates, signs_of, table_of
from notulist.components.roles import Roles
from notulist.components.units import Unit
from notulist.errors import ModelError

THRESHOLDS = (0.5, 0.3, 0.5, 0.9)
# Who stands behind "rond" or first holds; whoever else is named doesn't.
RANKER = Ranker(-2.0, {"word before=rond": 4.0, "before=START": 4.0, "passive": -6.0})


def remark(*words: str) -> Remark:
    """A remark of these words; those in capitals are parties."""
    units = [Unit(word.lower(), word if word.isupper() else "") for word in words]
    return Remark(units, *ruled(units))


def held(one: Remark, ranker: Ranker = RANKER) -> tuple[str, ...]:
    return ranked(one, table_of([one], frozenset()), ranker, THRESHOLDS)


@pytest.mark.parametrize(
    ("words", "holder"),
    [
        ("onrust heerst rond VNG en BZK .", ("VNG", "BZK")),
        ("onrust heerst wel bij VNG .", ()),
        ("VNG ligt dwars , onrust ook rond IPO .", ("VNG", "IPO")),
        ("rond VNG wordt dit gedaan .", ()),
        ("geen opmerkingen .", ()),
    ],
)
def test_the_likeliest_hold_the_remark(words: str, holder: tuple[str, ...]) -> None:
    assert held(remark(*words.split())) == holder


@pytest.mark.parametrize(("words", "holder"), [("VNG vraagt geld", ("VNG",)), ("wat VNG", ())])
def test_what_a_rule_takes_needs_less(words: str, holder: tuple[str, ...]) -> None:
    assert held(remark(*words.split()), Ranker(-0.6, {})) == holder


def strange(*words: str) -> Remark:
    """A remark in which "X" is a party that only the finder takes for one."""
    units = [
        Unit("x", unknown=True)
        if word == "X"
        else Unit(word.lower(), word if word.isupper() else "")
        for word in words
    ]
    return Remark(units, *ruled(units))


@pytest.mark.parametrize(
    ("bias", "holder"),
    [(1.0, ()), (3.0, ("NIL",))],  # probabilities .73 and .95
)
def test_one_that_nobody_knows_must_be_surer(bias: float, holder: tuple[str, ...]) -> None:
    assert held(strange("X", "ligt", "dwars"), Ranker(bias, {})) == holder


def test_one_that_is_not_sure_enough_stands_in_nobodys_way() -> None:
    one = strange("rond", "X", "heerst", "wrok", ",", "ook", "bij", "VNG")
    ranker = Ranker(0.0, {"kind=unknown": 1.0, "word before=bij": 0.5})
    assert held(one, ranker) == ("VNG",)


def test_rules_take_no_notice_of_one_that_nobody_knows() -> None:
    assert (
        strange("X", "vraagt", "VNG", "om", "geld").held
        == remark("Piet", "vraagt", "VNG", "om", "geld").held
    )


def test_candidates_are_those_named_once_each_in_order() -> None:
    assert candidates(remark("IPO", "en", "VNG", ":", "IPO", "wacht")) == ["IPO", "VNG"]


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("VNG vraagt geld", "held by head"),
        ("VNG vraagt IPO om geld", "other held by head"),
        ("samen met IPO", "held by none"),
        ("samen met IPO", "before=preposition"),
        ("met VNG en IPO gaat het", "word after=gaat"),
        ("kan IPO dat ?", "question"),
    ],
)
def test_signs_say_where_a_party_stands(words: str, sign: str) -> None:
    one = remark(*words.split())
    party = candidates(one)[-1]
    assert sign in signs_of(one, party, table_of([one], frozenset()))


@pytest.mark.parametrize(
    ("present", "sign"), [("VNG", "seated"), ("IPO", "unseated"), ("", "no list")]
)
def test_signs_say_who_sits_at_the_table(present: str, sign: str) -> None:
    one = remark("VNG", "vraagt", "geld")
    assert sign in signs_of(one, "VNG", table_of([one], frozenset(filter(None, [present]))))


@pytest.mark.parametrize(
    ("title", "text", "strange"),
    [
        ("", "Pannekoek : te duur , IPO", True),
        ("mevr", "Pannekoek wenst IPO geluk", True),
        ("", "Pannekoek vraagt geld voor IPO", True),
        ("", "Daarom vraagt IPO om geld", False),
        ("", "te duur , IPO", False),
    ],
)
def test_a_speaker_whom_no_list_knows_is_a_sign(title: str, text: str, strange: bool) -> None:
    words = [*filter(None, [title]), *text.split()]
    units = [
        Unit(word.lower(), "IPO" if word == "IPO" else "", capital=word[0].isupper())
        for word in words
    ]
    one = Remark(units, *ruled(units))
    assert ("stranger" in signs_of(one, "IPO", table_of([one], frozenset()))) is strange


def test_a_ranker_survives_being_written() -> None:
    assert parse(dump(RANKER), "x") == RANKER


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "M11"), ("[]", "M11"), ('{"format": 1}', "M11"), ('{"format": 99}', "M04")],
)
def test_what_is_no_ranker_is_told(text: str, code: str) -> None:
    with pytest.raises(ModelError) as caught:
        parse(text, "x")
    assert caught.value.code == code


def test_a_folder_without_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        read(tmp_path)
    assert caught.value.code == "M02"


def minutes() -> Doc:
    """A bullet that no rule takes a holder from, its actor tagged."""
    nlp = spacy.blank("nl_minutes")
    doc = nlp("Onrust blijft rond IPO")
    doc.spans["bullets"] = [doc[:]]
    return nlp.add_pipe("notulist_actors")(doc)  # type: ignore[no-any-return, operator]


@pytest.mark.parametrize(("learned", "holder"), [(True, ("IPO",)), (False, ())])
def test_the_ranker_can_be_switched_off(learned: bool, holder: tuple[str, ...]) -> None:
    roles = Roles(learned=learned, thresholds=THRESHOLDS)
    roles.ranker = RANKER
    doc = roles(minutes())
    assert doc.spans["bullets"][0]._.holder == holder


def test_thresholds_of_another_version_are_told() -> None:
    with pytest.raises(ModelError) as caught:
        spacy.blank("nl_minutes").add_pipe("notulist_roles", config={"thresholds": [0.5, 0.3, 0.5]})
    assert caught.value.code == "M09"


def test_without_a_ranker_the_rules_hold() -> None:
    roles = spacy.blank("nl_minutes").add_pipe("notulist_roles")
    doc = roles(minutes())
    assert doc.spans["bullets"][0]._.holder == ()


def test_the_component_keeps_its_ranker(tmp_path: Path) -> None:
    roles = Roles()
    roles.ranker = RANKER
    roles.to_disk(tmp_path / "roles")
    assert (tmp_path / "roles" / FILE).is_file()
    assert Roles().from_disk(tmp_path / "roles").ranker == RANKER
    assert Roles().from_bytes(roles.to_bytes()).ranker == RANKER


def test_a_component_without_one_keeps_nothing(tmp_path: Path) -> None:
    Roles().to_disk(tmp_path / "roles")
    assert not (tmp_path / "roles").exists()
    assert Roles().from_disk(tmp_path / "roles").ranker is None
    assert Roles().from_bytes(Roles().to_bytes()).ranker is None
