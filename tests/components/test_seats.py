"""Who sits for whom, by each way in which minutes list those present."""

from __future__ import annotations

import pytest

from notulist.components.actors import make_actors
from notulist.components.seats import called, seats
from notulist.components.units import persons_of
from notulist.language import MinutesDutch

NLP = MinutesDutch()
ACTORS = make_actors(NLP, "actors")


def persons(present: str) -> dict[str, str]:
    """Name → body, of an attendance list alone."""
    doc = NLP.make_doc(present)
    doc.spans["attendance"] = [doc[:]]
    return persons_of(ACTORS(doc))


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        ("Aanwezig: Wim Sloot (VNG)", {"Wim": "VNG", "Sloot": "VNG"}),
        ("Aanwezig: Wim Sloot(VNG), Ans Berm(IPO)",
         {"Wim": "VNG", "Sloot": "VNG", "Ans": "IPO", "Berm": "IPO"}),
        ("Aanwezig: Wim Sloot (vz)(VNG)", {"Wim": "VNG", "Sloot": "VNG"}),
        ("Aanwezig: dhr. Van der Sloot (VNG)", {"Sloot": "VNG"}),
        ("Aanwezig: Wim van der\nSloot (VNG)", {"Wim": "VNG", "Sloot": "VNG"}),
        ("Aanwezig: Wim Sloot en Ans Berm (VNG)",
         {"Wim": "VNG", "Sloot": "VNG", "Ans": "VNG", "Berm": "VNG"}),
        ("- Wim Sloot – VNG\n- Ans Berm - IPO",
         {"Wim": "VNG", "Sloot": "VNG", "Ans": "IPO", "Berm": "IPO"}),
        ("Wim Sloot VNG\nAns Berm, IPO",
         {"Wim": "VNG", "Sloot": "VNG", "Ans": "IPO", "Berm": "IPO"}),
        ("Wim Sloot Min BZK", {"Wim": "BZK", "Sloot": "BZK"}),
        ("VNG: Wim Sloot, Ans Berm", {"Wim": "VNG", "Sloot": "VNG", "Ans": "VNG", "Berm": "VNG"}),
        ("● VNG:\n○ Wim Sloot\n○ Ans Berm\n● IPO\n○ Jo Greppel",
         {"Wim": "VNG", "Sloot": "VNG", "Ans": "VNG", "Berm": "VNG", "Greppel": "IPO"}),
        ("| Achternaam | Voornaam | Organisatie |\n|---|---|---|\n| Van der Sloot | Wim | VNG |",
         {"Wim": "VNG", "Sloot": "VNG"}),
        ("| Naam | Rol | Namens |\n|:--|---|--:|\n| Wim Sloot | lid | VNG |",
         {"Wim": "VNG", "Sloot": "VNG"}),
        ("Leden\nDepartement\nWim Sloot\nVNG\nAns Berm\nIPO",
         {"Wim": "VNG", "Sloot": "VNG", "Ans": "IPO", "Berm": "IPO"}),
        ("Aanwezig: Wim Sloot (Kanteldata)", {"Wim": "NIL", "Sloot": "NIL"}),
        ("Aanwezig: Wim Sloot (VNG), Ans Sloot (IPO)", {"Wim": "VNG", "Ans": "IPO"}),
        ("Aanwezig: VNG (mw. Sloot, voorzitter), IPO (dhr. Van den Berm)",
         {"Sloot": "VNG", "Berm": "IPO"}),
        ("Aanwezig: VNG (weth. Sloot, weth. Berm-Kade)",
         {"Sloot": "VNG", "Berm": "VNG", "Kade": "VNG"}),
        ("Aanwezig: VNG: mw. Sloot (jurist), dhr. Berm; IPO: mevr. Greppel",
         {"Sloot": "VNG", "Berm": "VNG", "Greppel": "IPO"}),
        ("Aanwezig: Agentschap Wegen en Verkeer (AWV)", {}),
        ("Aanwezig: Wim Sloot, Ans Berm", {}),
        ("Afwezig: Wim Sloot (ziek)", {}),
    ],
)  # fmt: skip
def test_whose_body_the_list_gives(present: str, expected: dict[str, str]) -> None:
    assert persons(present) == expected


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Wim Sloot", ("Wim", "Sloot")),
        ("Wim van der Sloot", ("Wim", "Sloot")),
        ("Sloot-Berm", ("Sloot", "Berm")),
        ("W. Sloot", ("Sloot",)),
        ("Wim Jan Sloot", ("Sloot",)),
        ("Jo Sloot", ("Sloot",)),
    ],
)
def test_by_which_words_a_person_is_called(name: str, words: tuple[str, ...]) -> None:
    assert called(name) == words


def test_behind_a_title_the_last_word_alone_is_the_name() -> None:
    assert called("Wim Sloot", titled=True) == ("Sloot",)


@pytest.mark.parametrize("text", ["A" * 50_000, "(" * 5_000, "Aa " * 20_000, "| " * 20_000])
def test_a_list_of_rubbish_is_read_at_once(text: str) -> None:
    doc = NLP.make_doc("x")
    doc.spans["attendance"] = [doc[:]]
    assert seats(doc) == []
    doc = NLP.make_doc(text)
    doc.spans["attendance"] = [doc[:]]
    assert isinstance(seats(doc), list)
