"""The checklist: its tables, the changes that leave an act, and what is counted as a failure."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import example, given
from hypothesis import strategies as st
from spacy.language import Language
from told import Told

from notulist.components.classifier import Classifier, Scores
from notulist.corpus.cues import announced, found, read_cues
from notulist.corpus.folder import load as load_corpus
from notulist.errors import CorpusError
from notulist.labels import LABELS, NONE
from notulist.training import checklist as module
from notulist.training import perturbations
from notulist.training.checklist import (
    Result,
    abstained,
    as_list,
    as_table,
    main,
    run,
    totals,
    tried,
)
from notulist.training.checklist_cases import (
    CASES_FILE,
    FOLDER,
    PAIRS_FILE,
    Case,
    Expectation,
    Pair,
    Passage,
    read_actors,
    read_cases,
    read_pairs,
    read_passages,
)
from notulist.training.checklist_probes import Probe, holds, probes
from notulist.training.perturbations import PERTURBATIONS, perturbed
from notulist.training.setup import CORPUS, MODEL, no_minutes

CASES = read_cases()
PAIRS = read_pairs()
PASSAGES = read_passages()
CUES = read_cues(CORPUS)
TEXTS = [case.text for case in CASES]
CHANCE = Random(0)  # noqa: S311  no secret
RUN = 7
"""Words: a longer run in common with the corpus is a copy."""

texts = st.sampled_from(TEXTS)
seeds = st.integers(0, 10**6).map(Random)


class Cued(Classifier):
    """A classifier that goes by one word for each act, and is sure that all else is no remark."""

    words = ("Afspraak", "zorgen", "meldt", "vraagt")
    labels = (*LABELS, NONE)

    def probabilities(self, texts: Sequence[str]) -> Scores:
        rows = [[float(word in text) for word in self.words] for text in texts]
        scores = np.array(rows) + 0.1
        return np.column_stack([scores, np.full(len(texts), 9.0)])

    def explain(self, texts: Sequence[str], labels: Sequence[str]) -> list[list[Any]]:
        return [[] for _ in texts]


@pytest.fixture
def cued() -> Cued:
    return Cued("cued")


# The tables


def test_there_are_as_many_cases_and_pairs_as_promised() -> None:
    kinds = Counter(case.capability.split(":")[0] for case in CASES)
    assert len(CASES) >= 600
    assert kinds["no cue"] >= 110
    assert kinds["misleading"] >= 110
    assert len(PAIRS) >= 500
    changed = [one for one in probes(CASES, []) if one.kind == "INV"]
    assert len(changed) >= 500
    assert {one.capability for one in changed} == set(PERTURBATIONS)


def test_the_description_says_how_many_there_are() -> None:
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert f"| {len(CASES)} clear cases" in re.sub(r"`\w+\.csv` ", "", told)
    assert f"| {len(PAIRS)} pairs" in told


def test_no_sentence_stands_there_twice() -> None:
    assert [text for text, times in Counter(TEXTS).items() if times > 1] == []
    both = Counter((pair.before, pair.after) for pair in PAIRS)
    assert [pair for pair, times in both.items() if times > 1] == []
    assert [pair for pair in PAIRS if pair.before == pair.after] == []


def test_every_sentence_is_one_clean_line() -> None:
    for text in [*TEXTS, *(text for pair in PAIRS for text in (pair.before, pair.after))]:
        assert text == " ".join(text.split())


@pytest.mark.parametrize("label", LABELS)
def test_each_cue_has_a_case_of_its_act(label: str) -> None:
    own = [case for case in CASES if case.capability == f"cue of {label}"]
    assert {case.label for case in own} == {label}
    for cue in CUES[label]:  # type: ignore[index]
        assert [case for case in own if found(case.text, [cue])], cue


def test_a_case_without_cue_has_none_and_a_misleading_one_only_those_of_others() -> None:
    for case in CASES:
        acts = {act for act, words in announced(case.text, CUES).items() if words}
        if case.capability.startswith("no cue"):
            assert not acts, case
        if case.capability.startswith("misleading"):
            assert acts, case
            assert case.label not in acts, case


def test_nothing_is_copied_from_the_corpus() -> None:
    known = set()
    for minutes in load_corpus(CORPUS):
        for item in minutes.items:
            for remark in item.remarks:
                known |= _runs(remark.text)
    assert known
    composed = [*TEXTS, *(text for pair in PAIRS for text in (pair.before, pair.after))]
    assert [text for text in composed if _runs(text) & known] == []


def test_all_actors_of_a_kind_have_an_article_or_none() -> None:
    kinds: dict[str, set[bool]] = {}
    for actor in read_actors():
        assert actor.article in ("", "de", "het")
        kinds.setdefault(actor.kind, set()).add(bool(actor.article))
    assert all(len(articles) == 1 for articles in kinds.values())
    assert len({actor.name for actor in read_actors()}) == len(read_actors())


@pytest.mark.parametrize("label", ["vraag", ""])
def test_a_label_that_there_is_not_is_told(tmp_path: Path, label: str) -> None:
    _write(tmp_path / CASES_FILE, ["text", "label", "capability"], ["Wie?", label, "kort"])
    with pytest.raises(CorpusError, match="C14"):
        read_cases(tmp_path)


@pytest.mark.parametrize("expected", ["", "request grows", "zorg falls", "request rises, "])
def test_an_expectation_that_cant_be_read_is_told(tmp_path: Path, expected: str) -> None:
    head = ["before", "after", "expected", "capability"]
    _write(tmp_path / PAIRS_FILE, head, ["Zo.", "Wie?", expected, "vraag"])
    with pytest.raises(CorpusError, match="C14"):
        read_pairs(tmp_path)


def test_a_pair_can_expect_more_than_one_thing(tmp_path: Path) -> None:
    head = ["before", "after", "expected", "capability"]
    _write(tmp_path / PAIRS_FILE, head, ["Zo.", "Wie?", "agreement falls, request", "vraag"])
    expected = (Expectation("agreement", "falls"), Expectation("request", "is"))
    assert read_pairs(tmp_path) == [Pair("Zo.", "Wie?", expected, "vraag")]
    assert [str(one) for one in expected] == ["agreement falls", "request"]


# The changes that leave the act


@pytest.mark.parametrize("name", PERTURBATIONS)
def test_a_change_is_the_same_each_time(name: str) -> None:
    assert [perturbed(text, name) for text in TEXTS] == [perturbed(text, name) for text in TEXTS]


@pytest.mark.parametrize("name", PERTURBATIONS)
@example(text="1" * 20, chance=CHANCE)
@given(text=st.text(max_size=60), chance=seeds)
def test_any_text_can_be_changed(name: str, text: str, chance: Random) -> None:
    assert isinstance(PERTURBATIONS[name](text, chance), str)


@pytest.mark.parametrize(
    "name", [name for name in PERTURBATIONS if name != "another actor of the kind"]
)
@given(text=texts, chance=seeds)
def test_the_cues_stay(name: str, text: str, chance: Random) -> None:
    after = announced(" ".join(PERTURBATIONS[name](text, chance).split()), CUES)
    for act, words in announced(text, CUES).items():
        assert set(words) <= set(after[act]), (act, words)


@given(text=texts, chance=seeds)
def test_another_actor_leaves_all_other_words(text: str, chance: Random) -> None:
    after = perturbations.other_actor(text, chance)
    pattern = perturbations.actor_pattern()
    assert pattern.sub("#", after) == pattern.sub("#", text)
    assert after != text or not pattern.search(text)


def test_another_actor_brings_its_article_and_no_two_become_one() -> None:
    for _ in range(20):
        after = perturbations.other_actor("Het IPO en de VNG, dan Ede en Oss", CHANCE)
        assert re.match(r"(De VNG|De UvW) en (de UvW|het IPO), dan \S", after)
        assert len(set(re.findall(r"VNG|IPO|UvW", after))) == 2


def test_a_province_is_no_municipality() -> None:
    assert perturbations.other_actor("de provincie Utrecht", CHANCE) == "de provincie Utrecht"


@given(text=texts, chance=seeds)
def test_another_number_has_as_many_digits(text: str, chance: Random) -> None:
    after = perturbations.other_number(text, chance)
    pattern = re.compile(rf"\b({'|'.join(perturbations.MONTHS)})\b")
    before, after = pattern.sub("M", text), pattern.sub("M", after)
    assert re.sub(r"\d", "0", after) == re.sub(r"\d", "0", before)


@given(text=st.integers(0, 10**9).map(str), chance=seeds)
def test_a_number_changes_but_for_zeros(text: str, chance: Random) -> None:
    after = perturbations.other_number(text, chance)
    assert len(after) == len(text)
    assert after != text or set(text) == {"0"}


@given(text=texts, chance=seeds)
def test_a_glyph_stands_in_front(text: str, chance: Random) -> None:
    after = perturbations.glyph_in_front(text, chance)
    assert after.removesuffix(text) in perturbations.GLYPHS


@given(text=texts, chance=seeds)
def test_another_apostrophe_changes_nothing_else(text: str, chance: Random) -> None:
    after = perturbations.other_quote(text, chance)
    signs = f"[{perturbations.QUOTES}]"
    assert re.sub(signs, "'", after) == re.sub(signs, "'", text)
    assert after != text or not re.search(signs, text)


@given(text=texts, chance=seeds)
def test_a_typing_error_exchanges_two_letters_of_one_long_word(text: str, chance: Random) -> None:
    after = perturbations.typing_error(text, chance)
    wrong = [at for at, pair in enumerate(zip(text, after, strict=True)) if pair[0] != pair[1]]
    if after == text:
        return
    first, second = wrong
    assert second == first + 1
    assert text[first] + text[second] == after[second] + after[first]
    assert text[first - 1 : second + 2].isalpha()


@pytest.mark.parametrize("name", ["line wrapping", "double space"])
@given(text=texts, chance=seeds)
def test_spaces_leave_the_words(name: str, text: str, chance: Random) -> None:
    after = PERTURBATIONS[name](text, chance)
    assert after.split() == text.split()
    assert after != text


@pytest.mark.parametrize(
    ("text", "after"), [("Zo is het.", "Zo is het"), ("Zo is het", "Zo is het."), ("Wie?", "Wie?")]
)
def test_a_full_stop_comes_or_goes(text: str, after: str) -> None:
    assert perturbations.full_stop(text, CHANCE) == after


# What is counted


def test_failures_are_counted_by_capability(cued: Cued) -> None:
    cases = [
        Case("Afspraak: dit gaat door.", "agreement", "kort"),
        Case("Zij heeft zorgen.", "concern", "kort"),
        Case("De Afspraak is oud.", "explanation", "kort"),
        Case("Wie vraagt dat?", "request", "vraag"),
    ]
    pairs = [
        Pair("Zo.", "Afspraak: zo.", (Expectation("agreement", "rises"),), "kop"),
        Pair("Zij heeft zorgen.", "Geen zorgen.", (Expectation("concern", "falls"),), "ontkend"),
        Pair("Dat is zo.", "Zij vraagt dat.", (Expectation("request", "is"),), "vraag"),
    ]
    results = tried(cued, [one for one in probes(cases, pairs) if one.kind != "INV"])
    counted = [(one.kind, one.capability, one.cases, one.failures) for one in results]
    assert counted == [
        ("MFT", "kort", 3, 1),
        ("MFT", "vraag", 1, 0),
        ("DIR", "kop", 1, 0),
        ("DIR", "ontkend", 1, 1),
        ("DIR", "vraag", 1, 0),
    ]
    assert results[0].rate == pytest.approx(1 / 3)
    assert [one.found for one in results[0].failed] == ["agreement"]


def test_invariance_fails_where_the_act_changes_though_it_was_wrong_before(cued: Cued) -> None:
    same = Probe("INV", "punt", "Ja.", "Ja", ())
    other = Probe("INV", "punt", "Ja.", "Zij vraagt.", ())
    (result,) = tried(cued, [same, other])
    assert (result.cases, result.failures) == (2, 1)
    assert str(result.failed[0]) == (
        "“Zij vraagt.” is request, expected: the same act; “Ja.” was agreement"
    )


def test_no_remark_is_no_act(cued: Cued) -> None:
    assert cued.weighed(["Ja."]).argmax() == cued.labels.index(NONE)
    (result,) = tried(cued, probes([Case("Zij vraagt", "request", "kort")], [])[:1])
    assert result.failures == 0


@pytest.mark.parametrize(
    ("expected", "outcome"),
    [
        ((Expectation("agreement", "falls"),), True),
        ((Expectation("agreement", "falls"), Expectation("request", "rises")), True),
        ((Expectation("agreement", "falls"), Expectation("concern", "rises")), False),
        ((Expectation("concern", "falls"),), False),
        ((Expectation("request", "is"),), False),
        ((Expectation("agreement", "is"),), True),
        ((), True),
    ],
)
def test_all_that_is_expected_must_hold(expected: tuple[Expectation, ...], outcome: bool) -> None:
    before = {"agreement": 0.8, "concern": 0.1, "explanation": 0.1, "request": 0.0}
    after = {"agreement": 0.6, "concern": 0.1, "explanation": 0.1, "request": 0.2}
    assert holds(Probe("DIR", "", "a", "b", expected), before, after) is outcome


def test_run_tries_the_tables_of_a_folder(cued: Cued, tmp_path: Path) -> None:
    _write(tmp_path / CASES_FILE, ["text", "label", "capability"], ["De VNG.", "concern", "kort"])
    head = ["before", "after", "expected", "capability"]
    _write(tmp_path / PAIRS_FILE, head, ["Zo.", "Zij vraagt.", "request rises", "vraag"])
    results = run(cued, tmp_path)
    counted = {one.capability: (one.kind, one.cases, one.failures) for one in results}
    assert counted == {
        "kort": ("MFT", 1, 1),
        "vraag": ("DIR", 1, 0),
        "another actor of the kind": ("INV", 1, 0),
        "list glyph in front": ("INV", 1, 0),
        "line wrapping": ("INV", 1, 0),
        "double space": ("INV", 1, 0),
        "full stop on or off": ("INV", 1, 0),
    }


def test_nothing_of_what_a_model_must_abstain_from_is_learnt_from() -> None:
    tried = {passage.text for passage in PASSAGES}
    assert len(tried) == len(PASSAGES) >= 280
    assert tried & set(no_minutes().texts) == set()


def test_what_is_of_no_minutes_fails_where_it_gets_an_act_with_confidence() -> None:
    sure, unsure = "request 0.9", "request 0.3"
    passages = [Passage(sure, "code"), Passage(unsure, "code"), Passage(f"{sure} none 0.6", "koek")]
    told = Told(threshold=0.5)
    results = abstained(told, passages)
    assert [(one.capability, one.kind, one.cases, one.failures) for one in results] == [
        ("code", "ABS", 2, 1),
        ("koek", "ABS", 1, 0),
    ]
    assert as_list(results, 1) == f"ABS, code:\n\n- “{sure}” is request, and not for review"


def test_the_table_holds_the_kinds_and_then_the_capabilities(cued: Cued) -> None:
    results = tried(cued, probes([Case("Zij vraagt.", "concern", "kort")], []))
    printed = as_table([*results, Result("leeg", "DIR", 0)])
    assert "| MFT | 1 | 1 | 100.0% | 3% |" in printed
    assert "| DIR | 0 | 0 | 0.0% | 10% |" in printed
    assert "| MFT | kort | 1 | 1 | 100.0% |" in printed
    assert [one.kind for one in totals(results)] == ["MFT", "INV"]
    assert as_list(results, 1) == ("MFT, kort:\n\n- “Zij vraagt.” is request, expected: concern")
    assert as_list(results, 0) == ""


def test_the_command_prints_the_table_of_a_model(
    cued: Cued, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def of(nlp: Language) -> Cued:
        return cued

    asked: list[str] = []

    def load(model: str) -> Language:
        asked.append(model)
        return spacy.blank("xx", meta={"name": "proef", "version": "1.0"})

    monkeypatch.setattr(module, "load", load)
    monkeypatch.setattr(module, "classifier_of", of)
    main(["--failures", "1"])
    assert asked == [str(MODEL)]
    printed = capsys.readouterr().out
    assert printed.startswith("### nl_proef-1.0\n\n|")
    assert f"| MFT | {len(CASES)} |" in printed
    assert "MFT, cue of concern:\n\n- “" in printed


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _write(path: Path, head: Sequence[str], row: Sequence[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, row])
