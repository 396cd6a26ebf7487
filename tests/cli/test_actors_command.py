"""`notulist actors`: the tables on screen and in files, of minutes and of corrected outputs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from notulist.cli import main

ROWS = """\
bullet_id;document;meeting_date;kind;label;holder;addressee;review;reason
b1;a.pdf;2023-03-01;opmerking;verzoek;VNG|IPO;BZK;nee;
b2;a.pdf;2023-03-01;opmerking;verzoek;VNG;JenV;nee;
b3;b.pdf;2024-05-02;opmerking;zorg;VNG;;nee;
b4;b.pdf;2024-05-02;opmerking;afspraak;;;nee;
b5;b.pdf;2024-05-02;opmerking;verzoek;IPO;;ja;geen opmerking
b6;b.pdf;2024-05-02;kop;;;;;
b6;b.pdf;2024-05-02;opmerking;verzoek;UvW;;nee;
"""
MINUTES = "Datum: 4 mei 2024\n\n1. Opening\n• De VNG vraagt het Rijk om uitstel.\n"
TABLES = {"actors_by_label.csv", "who_asks_whom.csv", "over_time.csv", "actors_over_time.csv"}
PICTURES = {f"who_asks_whom_{kind}.{end}" for kind in ("matrix", "graph") for end in ("png", "svg")}


@dataclass
class Ran:
    """How the command ended; out: its lines, with single blanks."""

    code: int
    out: list[str]
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def actors(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Run:
    """A function that runs `notulist actors` with these words, beside rijen.csv and verslag.txt."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    Path("rijen.csv").write_text(ROWS, encoding="utf-8")
    Path("verslag.txt").write_text(MINUTES, encoding="utf-8")

    def run(*words: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["notulist", "actors", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        lines = [" ".join(line.split()) for line in said.out.splitlines()]
        return Ran(int(ended.value.code or 0), lines, said.err)

    return run


def read(name: str) -> pd.DataFrame:
    return pd.read_csv(Path("uit") / name, index_col=0)


def test_the_tables_are_shown_most_frequent_first(actors: Run) -> None:
    ran = actors("rijen.csv", "--lang", "nl")
    assert ran.code == 0
    assert ran.out == [
        "Geteld: 4 opmerkingen van 7 rijen",
        "1 weggelaten: gemerkt als geen opmerking (tellen mee als review nee zegt)",
        "1 weggelaten: koppen en andere passages",
        "1 weggelaten: een rij met dit bullet_id kwam al eerder",
        "Een opmerking van meer actoren telt bij elk van hen.",
        "",
        "Actoren naar label",
        "actor afspraak zorg toelichting verzoek totaal",
        ran.out[8],
        "VNG · 1 · 2 3",
        "IPO · · · 1 1",
        "niet genoemd 1 · · · 1",
        "",
        "Wie vraagt wie",
        "holder BZK JenV",
        ran.out[15],
        "VNG 1 1",
        "IPO 1 ·",
        "Van 2 noemen er 2 wie spreekt, 2 aan wie, 2 beide.",
        "",
        "Labels per jaar",
        "period afspraak zorg toelichting verzoek totaal documenten",
        ran.out[22],
        "2023 · · · 2 2 1",
        "2024 1 1 · · 2 1",
        "",
        "Actoren per jaar",
        "period VNG IPO niet genoemd",
        ran.out[28],
        "2023 2 1 ·",
        "2024 1 · 1",
    ]


def test_nothing_is_written_where_no_folder_is_named(actors: Run, tmp_path: Path) -> None:
    actors("rijen.csv")
    assert {path.name for path in tmp_path.iterdir()} == {"rijen.csv", "verslag.txt"}


@pytest.mark.parametrize("option", ["-o", "--out", "--output"])
def test_a_folder_gets_tables_and_pictures(actors: Run, option: str) -> None:
    pytest.importorskip("matplotlib")
    ran = actors("rijen.csv", option, "map/uit")
    assert ran.code == 0
    assert {path.name for path in Path("map/uit").iterdir()} == TABLES | PICTURES
    assert ran.err.count("Written: ") == len(TABLES | PICTURES)


def test_a_file_holds_all_actors_and_the_screen_the_largest(actors: Run) -> None:
    pytest.importorskip("matplotlib")
    ran = actors("rijen.csv", "-o", "uit", "--top", "1")
    assert "1 more · · · 1 1" in ran.out
    assert not any(line.startswith("IPO") for line in ran.out)
    assert list(read("actors_by_label.csv").index) == ["VNG", "IPO", "not named"]
    assert list(read("who_asks_whom.csv").columns) == ["BZK", "JenV"]


def test_columns_that_do_not_fit_are_summed_up(
    actors: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [f"c{n};a.pdf;2023-01-01;bullet;request;VNG;Instantie-{n:02};;" for n in range(20)]
    Path("breed.csv").write_text(ROWS.splitlines()[0] + "\n" + "\n".join(rows), encoding="utf-8")
    monkeypatch.setenv("COLUMNS", "60")
    assert "holder Instantie-00 Instantie-01 18 more" in actors("breed.csv").out


def test_a_dutch_excel_opens_the_tables(actors: Run) -> None:
    pytest.importorskip("matplotlib")
    actors("rijen.csv", "-o", "uit", "--excel", "--lang", "nl")
    data = Path("uit/actors_by_label.csv").read_bytes()
    assert data.startswith("\ufeffactor;afspraak;zorg;toelichting;verzoek;totaal\r\n".encode())


def test_no_name_becomes_a_formula(actors: Run) -> None:
    pytest.importorskip("matplotlib")
    Path("kwaad.csv").write_text("label,holder,addressee\nrequest,=1+1,@x\n", encoding="utf-8")
    actors("kwaad.csv", "-o", "uit")
    assert Path("uit/who_asks_whom.csv").read_text(encoding="utf-8") == "holder,'@x\n'=1+1,1\n"


def test_a_name_does_not_colour_the_terminal(actors: Run) -> None:
    Path("kwaad.csv").write_text(
        "label,holder,addressee\nrequest,[red]x\x1b[31m,\n", encoding="utf-8"
    )
    out = "\n".join(actors("kwaad.csv").out)
    assert "[red]x\\x1b[31m" in out
    assert "\x1b" not in out


def test_one_label_only(actors: Run) -> None:
    out = actors("rijen.csv", "--label", "Zorg").out
    assert "1 of these are of --label and --actor" in out
    assert "actor concern total" in out
    assert "Who turns to whom: concern" in out
    assert "VNG 1" in out
    assert not any(line.startswith("IPO") for line in out)


def test_one_actor_only_with_all_who_turn_to_it(actors: Run) -> None:
    out = actors("rijen.csv", "--actor", "bzk").out
    assert "holder BZK" in out
    assert {"VNG 1", "IPO 1"} <= set(out)


def test_another_period(actors: Run) -> None:
    out = actors("rijen.csv", "--by", "quarter").out
    assert "Labels by quarter" in out
    assert {"2023-Q1 · · · 2 2 1", "2024-Q2 1 1 · · 2 1"} <= set(out)


def test_minutes_are_labelled_first(actors: Run) -> None:
    ran = actors("verslag.txt", "--model", "fast", "--by", "month")
    assert ran.code == 0
    assert "Files: 1 (1 ok, 0 partial, 0 failed)" in ran.err
    assert "VNG · · · 1 1" in ran.out
    assert "2024-05 · · · 1 1 1" in ran.out


def test_minutes_are_read_with_a_table_of_your_own(actors: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("id,label,exact,any_case\nKoepel,ORG,VNG,\n")
    ran = actors("verslag.txt", "--model", "fast", "--actors", str(tmp_path / "mine.csv"))
    assert ran.code == 0
    assert "Koepel · · · 1 1" in ran.out


def test_minutes_and_outputs_go_together(actors: Run) -> None:
    out = actors("verslag.txt", "rijen.csv", "--model", "fast").out
    assert "Counted: 5 remarks of 8 rows" in out
    assert "VNG · 1 · 3 4" in out


def test_outputs_may_be_named_by_a_pattern(actors: Run) -> None:
    assert "Counted: 4 remarks of 7 rows" in actors("r*.csv").out


def test_what_a_person_corrected_goes_before_the_minutes(
    actors: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["classify", "verslag.txt", "-o", "eerst.csv", "--model", "fast", "-q"]
    monkeypatch.setattr(sys, "argv", ["notulist", *words])
    with pytest.raises(SystemExit):
        main()
    corrected = Path("eerst.csv").read_text(encoding="utf-8").replace(",request,", ",concern,")
    Path("eerst.csv").write_text(corrected, encoding="utf-8")
    out = actors("verslag.txt", "eerst.csv", "--model", "fast").out
    assert "1 left out: a row with this bullet_id came before" in out
    assert "VNG · 1 · · 1" in out


def test_a_bad_file_does_not_stop_the_rest(actors: Run) -> None:
    ran = actors("verslag.txt", "weg.pdf", "--model", "fast", "--lang", "nl")
    assert ran.code == 1
    assert "[R01] weg.pdf" in ran.err
    assert "VNG · · · 1 1" in ran.out


def test_where_all_failed_there_is_no_table(actors: Run) -> None:
    ran = actors("weg.pdf", "--model", "fast")
    assert (ran.code, ran.out) == (1, [])
    assert "[R01] weg.pdf" in ran.err


def test_quiet_says_no_more_than_the_tables(actors: Run) -> None:
    ran = actors("verslag.txt", "--model", "fast", "-q")
    assert ran.err == ""
    assert "VNG · · · 1 1" in ran.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(["vreemd.csv"], "[T15] vreemd.csv: no column 'label'", id="not ours"),
        pytest.param(["vreemd.csv", "--lang", "nl"], "geen uitvoer van notulist classify",
                     id="not ours, in Dutch"),
        pytest.param(["gesplitst.csv"], "1 left out: no label", id="without labels"),
        pytest.param(["rijen.csv", "--label", "vraag"], "[T18] --label vraag", id="no label"),
        pytest.param(["rijen.csv", "--actor", "RVIG"], "named there: VNG, IPO, BZK, JenV",
                     id="no such actor"),
        pytest.param(["rijen.csv", "--actor", "IPO", "--label", "zorg"], "[T16] Nothing to count",
                     id="nothing left"),
        pytest.param(["rijen.csv", "--actor", "IPO", "--label", "toelichting"], "[T16]",
                     id="no such label there"),
        pytest.param(["rijen.csv", "--by", "week"], "week", id="no such period"),
        pytest.param(["rijen.csv", "--top", "0"], "--top", id="none at all"),
        pytest.param(["rijen.csv", "-o", "verslag.txt"], "[X10] verslag.txt", id="a file"),
        pytest.param([], "PATH", id="no input"),
    ],
)  # fmt: skip
def test_wrong_use_is_exit_code_2_with_one_clear_message(
    actors: Run, words: list[str], says: str
) -> None:
    Path("vreemd.csv").write_text("nr,tekst\n1,De VNG vraagt uitstel.\n", encoding="utf-8")
    Path("gesplitst.csv").write_text("label,holder,addressee\n,VNG,\n", encoding="utf-8")
    ran = actors(*words)
    assert ran.code == 2
    assert says.lower() in ran.err.lower()
    assert "Traceback" not in ran.err


def test_without_matplotlib_the_tables_are_there(
    actors: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("matplotlib", "matplotlib.figure"):
        monkeypatch.setitem(sys.modules, name, None)
    ran = actors("rijen.csv", "-o", "uit")
    assert ran.code == 2
    assert "[M15]" in ran.err
    assert {path.name for path in Path("uit").iterdir()} == TABLES
