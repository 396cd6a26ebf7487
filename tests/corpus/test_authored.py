"""The format of the authored corpus: what it gives, what it refuses, and that it reads back."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notulist.corpus import authored
from notulist.corpus.authored import KEYS, Item, Minutes, Remark, parse, parse_text
from notulist.errors import CorpusError
from notulist.labels import LABELS

HEADER = """\
@id: bo-proef-2024-03-14
@body: Bestuurlijk Overleg Proef
@date: 2024-03-14
"""
GOOD = (
    HEADER
    + """\
@kind: bestuurlijk overleg
@style: kort
@present: mevr. Verzonnen (VNG), dhr. Bedacht (IPO)
# 2a | Opvang
R+E | VNG > JenV, BZK | Wie betaalt dit? De gemeenten schoten het voor.
  E | JenV | In april meer.
## | Oost
A | | Akkoord | zonder wijziging.
"""
)


def test_a_remark_has_its_acts_roles_and_text() -> None:
    remark = parse_text(GOOD).items[0].remarks[0]
    assert remark == Remark(
        label="request",
        text="Wie betaalt dit? De gemeenten schoten het voor.",
        holder=("VNG",),
        addressee=("JenV", "BZK"),
        secondary=("explanation",),
    )


def test_spaces_in_front_nest() -> None:
    assert [remark.level for remark in parse_text(GOOD).remarks] == [0, 1, 0]


def test_headings_have_number_title_and_level() -> None:
    headings = [(item.number, item.title, item.level) for item in parse_text(GOOD).items]
    assert headings == [("2a", "Opvang", 1), ("", "Oost", 2)]


def test_the_header_is_read() -> None:
    minutes = parse_text(GOOD)
    assert (minutes.id, minutes.body, minutes.date, minutes.kind) == (
        "bo-proef-2024-03-14",
        "Bestuurlijk Overleg Proef",
        date(2024, 3, 14),
        "bestuurlijk overleg",
    )


def test_a_remark_may_hold_a_bar_in_its_text() -> None:
    assert parse_text(GOOD).remarks[-1].text == "Akkoord | zonder wijziging."


def test_remarks_know_their_line() -> None:
    assert [remark.line for remark in parse_text(GOOD).remarks] == [8, 9, 11]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (HEADER + "# 1 | Kop\nX | | Tekst.\n", "C01", 5),
        (HEADER + "# 1 | Kop\n | | Tekst.\n", "C01", 5),
        (HEADER + "# 1 | Kop\nA+A | | Tekst.\n", "C01", 5),
        (HEADER.replace("@date: 2024-03-14", "@date: 2024-13-14"), "C03", 3),
        (HEADER.replace("@date: 2024-03-14", "@date: 20240314"), "C03", 3),
        (HEADER + "A | | Tekst.\n", "C04", 4),
        (HEADER + "# 1 | Kop\nA | |  \n", "C34", 5),
        (HEADER + "# 1 |\n", "C33", 4),
        (HEADER.replace("Bestuurlijk Overleg Proef", ""), "C05", 2),
        (HEADER + "# 1 | Kop\nA | Tekst.\n", "C06", 5),
        (HEADER + "# 1 | Kop\nA | | Tekst.\n\tA | | Met een tab.\n", "C06", 6),
        (HEADER + "Een losse zin.\n", "C06", 4),
        (HEADER + "### 1 | Te diep\n", "C06", 4),
        (HEADER + "@place: Utrecht\n", "C07", 4),
        (HEADER + "@id: nog-een\n", "C31", 4),
        (HEADER + "# 1 | Kop\n@kind: overleg\n", "C32", 5),
        (HEADER + "# 1 | Kop\n  A | | Tekst.\n", "C08", 5),
        (HEADER + "# 1 | Kop\nA | | Een.\n    A | | Twee.\n", "C08", 6),
        (HEADER + "# 1 | Kop\nA | | Een.\n A | | Twee.\n", "C08", 6),
        (HEADER.replace("@date: 2024-03-14\n", ""), "C10", None),
    ],
)
def test_a_broken_line_is_refused_with_its_place(content: str, code: str, line: int | None) -> None:
    with pytest.raises(CorpusError) as caught:
        parse_text(content, "proef.txt")
    assert caught.value.code == code
    assert caught.value.values.get("line") == line
    assert "proef.txt" in str(caught.value)


def test_every_problem_of_a_file_is_found_not_only_the_first() -> None:
    broken = HEADER + "# 1 | Kop\nX | | Tekst.\nA | |\nlos\n"
    _, problems = authored.read_text(broken, "proef.txt")
    assert [problem.code for problem in problems] == ["C01", "C34", "C06"]


def test_a_file_that_is_no_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "proef.txt"
    path.write_bytes("@body: Coördinatie".encode("cp1252"))
    with pytest.raises(CorpusError) as caught:
        parse(path)
    assert caught.value.code == "C09"
    assert "byte 9 " in caught.value.in_language("nl")


def test_a_file_that_isnt_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        parse(tmp_path / "weg.txt")
    assert caught.value.code == "C28"


def test_a_file_is_named_after_its_id(tmp_path: Path) -> None:
    path = tmp_path / "anders.txt"
    path.write_text(GOOD, encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        parse(path)
    assert caught.value.code == "C11"


@pytest.mark.parametrize(
    "remark",
    [
        Remark("agreement", "Twee\nregels."),
        Remark("agreement", " Spatie vooraan."),
        Remark("agreement", ""),
        Remark("request", "Tekst.", holder=("VNG, IPO",)),
        Remark("request", "Tekst.", holder=("VNG > IPO",)),
        Remark("request", "Tekst.", secondary=("request",)),
        Remark("request", "Tekst.", level=1),
    ],
)
def test_what_the_format_cant_hold_isnt_written(remark: Remark) -> None:
    minutes = Minutes("x", "Proef", date(2024, 3, 14), (Item("1", "Kop", (remark,)),))
    with pytest.raises(CorpusError) as caught:
        authored.format(minutes)
    assert caught.value.code == "C13"


_WORDS = st.text(
    st.characters(categories=("L", "N", "P", "Zs"), exclude_characters="|@#>,"), min_size=1
).filter(lambda text: text == text.strip())
_NAMES = st.lists(_WORDS, max_size=3).map(tuple)
_ACTS = st.lists(st.sampled_from(LABELS), min_size=1, max_size=3, unique=True)


@st.composite
def _items(draw: st.DrawFn) -> Item:
    remarks: list[Remark] = []
    for _ in range(draw(st.integers(0, 4))):
        deepest = remarks[-1].level + 1 if remarks else 0
        label, *secondary = draw(_ACTS)
        text, level = draw(_WORDS | st.just("a | b > c, d # @e")), draw(st.integers(0, deepest))
        remarks.append(Remark(label, text, draw(_NAMES), draw(_NAMES), tuple(secondary), level))
    number = draw(st.sampled_from(["", "1", "2a", "3.1"]))
    return Item(number, draw(_WORDS), tuple(remarks), draw(st.sampled_from([1, 2])))


_MINUTES = st.builds(
    Minutes,
    id=_WORDS,
    body=_WORDS,
    date=st.dates(),
    items=st.lists(_items(), max_size=4).map(tuple),
    kind=_WORDS | st.just(""),
    style=_WORDS | st.just(""),
    present=_WORDS | st.just(""),
)


@given(_MINUTES)
def test_what_is_written_reads_back(minutes: Minutes) -> None:
    assert parse_text(authored.format(minutes)) == minutes


def test_a_written_file_is_read_back(tmp_path: Path) -> None:
    minutes = parse_text(GOOD)
    assert parse(authored.write(minutes, tmp_path)) == minutes


def test_every_key_of_the_header_is_a_field_of_minutes() -> None:
    assert set(KEYS) == {"id", "body", "date", "kind", "style", "hand", "present", "actors"}
    assert all(hasattr(parse_text(GOOD), key) for key in KEYS)
