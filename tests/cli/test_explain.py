"""`notulist classify --explain`: the column `why`, in files and in tables."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from spacy.language import Language

import notulist
from notulist.cli import main
from notulist.export import read_rows
from notulist.language import load
from notulist.records import COLUMNS, to_frame

MINUTES = (
    "1. Opening\n• De VNG vraagt het Rijk om uitstel.\n• Het verslag wordt vastgesteld.\n\n"
    "2. Acties\n• Sien belt de VNG.\n"
)
WORDS = r"(?:\w+|[?:!]) \(\d+\.\d\)"
SAYS = re.compile(f"{WORDS}(?:, {WORDS}){{0,2}}")
TABLE = "nr;tekst\n1;Wie betaalt dit?\n2;\n3;- De UvW waarschuwt voor het tempo.\n"

Run = Callable[..., int]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return notulist.load()


@pytest.fixture
def run(nlp: Language, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """A function that runs `notulist classify` with these words beside verslag.txt, tabel.csv.

    The shipped model is loaded once for all of them.
    """
    shipped = lambda model, **rest: nlp if model is None else load(model, **rest)  # noqa: E731
    monkeypatch.setattr("notulist.cli.work.load", shipped)
    monkeypatch.chdir(tmp_path)
    Path("verslag.txt").write_text(MINUTES, encoding="utf-8")
    Path("tabel.csv").write_text(TABLE, encoding="utf-8")

    def classify(*words: str) -> int:
        monkeypatch.setattr(sys, "argv", ["notulist", "classify", *words, "-q"])
        with pytest.raises(SystemExit) as ended:
            main()
        return int(ended.value.code or 0)

    return classify


def read(path: str) -> pd.DataFrame:
    if path.endswith("parquet"):
        return pd.read_parquet(path)
    return pd.read_json(path, lines=True) if path.endswith("jsonl") else read_rows(Path(path))


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "parquet", "jsonl"])
def test_each_row_says_why_in_every_format(run: Run, suffix: str) -> None:
    assert run("verslag.txt", "-o", f"uit.{suffix}", "--explain") == 0
    frame = read(f"uit.{suffix}")
    assert tuple(frame.columns) == (*COLUMNS, "why")
    asked, agreed, action = frame["why"]
    assert asked.startswith("vraagt (")
    assert SAYS.fullmatch(asked)
    assert SAYS.fullmatch(agreed)
    assert action == "action list"


def test_without_it_all_is_as_before(run: Run) -> None:
    run("verslag.txt", "-o", "zonder.csv")
    run("verslag.txt", "-o", "met.csv", "--explain")
    without, given = (read_rows(Path(name)) for name in ("zonder.csv", "met.csv"))
    assert tuple(without.columns) == COLUMNS
    pd.testing.assert_frame_equal(given.drop(columns="why"), without)


def test_in_dutch_for_excel_the_numbers_keep_their_point(run: Run) -> None:
    run("verslag.txt", "-o", "uit.csv", "--explain", "--excel", "--lang", "nl")
    header, asked, _, action = Path("uit.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header.endswith(";model;why")
    assert SAYS.fullmatch(asked.rpartition(";")[2].strip('"'))
    assert action.endswith(";actielijst")


def test_what_is_no_remark_has_no_words(run: Run) -> None:
    run("verslag.txt", "-o", "uit.jsonl", "--explain", "--kinds", "all")
    frame = read("uit.jsonl")
    assert set(frame["kind"][frame["why"].isna()]) == {"heading"}


def test_a_file_without_remarks_has_the_column_too(run: Run) -> None:
    Path("kop.txt").write_text("Agenda\n\nDatum: 4 mei 2024\n", encoding="utf-8")
    run("kop.txt", "-o", "uit.parquet", "--explain")
    assert tuple(read("uit.parquet").columns) == (*COLUMNS, "why")


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_table_of_bullets_gets_it_behind_our_columns(run: Run, suffix: str) -> None:
    if suffix == "xlsx":
        pd.read_csv("tabel.csv", sep=";").to_excel("tabel.xlsx", index=False)
    run(f"tabel.{suffix}", "--text-column", "tekst", "-o", "uit.csv", "--explain")
    frame = read_rows(Path("uit.csv"))
    assert list(frame.columns[:2]) == ["nr", "tekst"]
    assert frame.columns[-1] == "why"
    asked, empty, worried = frame["why"]
    assert (asked[0], empty) == ("?", None)
    assert worried.startswith("waarschuwt (")


def test_a_table_that_has_such_a_column_keeps_it(run: Run) -> None:
    Path("tabel.csv").write_text("why,tekst\naction list,Wie betaalt dit?\n", encoding="utf-8")
    run("tabel.csv", "--text-column", "tekst", "-o", "uit.csv", "--explain", "--lang", "nl")
    frame = read_rows(Path("uit.csv"))
    assert list(frame["why"]) == ["action list"]
    assert SAYS.fullmatch(frame["notulist_why"][0])


def test_an_action_of_a_table_of_ours_is_told_so(run: Run) -> None:
    run("verslag.txt", "-o", "eerst.csv", "--lang", "nl")
    run("eerst.csv", "--text-column", "text", "-o", "uit.csv", "--explain", "--lang", "nl")
    assert list(read_rows(Path("uit.csv"))["why"])[-1] == "actielijst"


def test_a_pipeline_without_classifier_is_refused(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    notulist.load(exclude=["notulist_ensemble"]).to_disk("model")
    for words in (["verslag.txt"], ["tabel.csv", "--text-column", "tekst"]):
        assert run(*words, "-o", "uit.csv", "--model", "model", "--explain") == 2
        assert "[M16]" in capsys.readouterr().err
    assert not Path("uit.csv").exists()


def test_a_frame_says_why_with_the_pipeline_that_labelled(nlp: Language) -> None:
    doc = nlp(MINUTES)
    frame = to_frame(doc, explain=nlp)
    assert tuple(frame.columns) == (*COLUMNS, "why")
    assert frame["why"][0].startswith("vraagt (")
    assert tuple(to_frame([], explain=nlp).columns) == (*COLUMNS, "why")
