"""How various a corpus is: recurring runs of words, near-duplicates, cue words."""

from __future__ import annotations

from pathlib import Path

import pytest

from notulist.corpus.cues import CUES_FILE, announced, cue_share, found, read_cues
from notulist.corpus.variety import distinct_ngrams, near_duplicates
from notulist.errors import CorpusError
from notulist.labels import LABELS

CORPUS = Path(__file__).resolve().parents[2] / "data" / "corpus"


@pytest.mark.parametrize(
    ("texts", "share"),
    [
        (["een twee drie vier vijf"], 1.0),
        (["een twee drie vier", "Een, twee; drie vier!"], 0.5),
        (["te kort"], 0.0),
    ],
)
def test_runs_of_four_words_count_once_whatever_the_signs(texts: list[str], share: float) -> None:
    assert distinct_ngrams(texts) == share


def test_texts_that_are_nearly_the_same_are_paired() -> None:
    texts = [
        "De VNG vraagt aandacht voor de kosten van opvang in kleine gemeenten.",
        "Het verslag van 12 mei wordt ongewijzigd vastgesteld.",
        "De VNG vraagt aandacht voor de kosten van opvang in kleinere gemeenten.",
    ]
    assert near_duplicates(texts) == [(0, 2)]


def test_texts_with_the_same_words_are_paired_with_the_earliest() -> None:
    texts = ["Akkoord.", "Niet akkoord.", "akkoord", "Akkoord!"]
    assert near_duplicates(texts) == [(0, 2), (0, 3)]


def test_a_repeated_near_duplicate_is_paired_with_what_it_resembles() -> None:
    first = "De VNG vraagt aandacht voor de kosten van opvang in kleine gemeenten."
    alike = first.replace("kleine", "kleinere")
    assert near_duplicates([first, alike, alike]) == [(0, 1), (0, 2)]


@pytest.mark.parametrize(
    ("text", "cue", "there"),
    [
        ("De VNG vraagt aandacht.", "vraagt", True),
        ("VRAAGT de VNG dit?", "vraagt", True),
        ("De aanvraagt loopt.", "vraagt", False),
        ("BZK legt de brief aan de tafel voor.", "legt … voor", True),
        ("BZK legt de brief neer.", "legt … voor", False),
        ("Actie: IPO belt.", "actie:", True),
        ("Voor het verslag legt BZK dit neer.", "legt … voor", False),
    ],
)
def test_a_cue_is_found_as_whole_words_with_its_gap(text: str, cue: str, there: bool) -> None:
    assert (found(text, [cue]) == [cue]) is there


def test_a_cue_is_own_or_misleading() -> None:
    cues = {"agreement": ["akkoord"], "concern": ["zorgen"], "explanation": [], "request": []}
    texts = ["Akkoord met de zorgen.", "De zorgen zijn weg.", "Het loopt."]
    remarks = [announced(text, cues) for text in texts]
    share = cue_share(remarks, ["agreement", "explanation", "explanation"])
    assert (share.own, share.misleading, share.distinct) == (1 / 3, 1 / 3, 1)


@pytest.mark.parametrize(
    ("row", "code"),
    [("wens,graag", "C14"), ("request,", "C05"), ("request,…", "C05"), ("request", "C05")],
)
def test_a_cue_that_cant_be_is_refused(tmp_path: Path, row: str, code: str) -> None:
    (tmp_path / CUES_FILE).write_text(f"label,cue\n{row}\n", encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        read_cues(tmp_path)
    assert caught.value.code == code


def test_the_shipped_cues_are_many_for_each_act() -> None:
    cues = read_cues(CORPUS)
    assert all(len(set(cues[label])) >= 60 for label in LABELS)
