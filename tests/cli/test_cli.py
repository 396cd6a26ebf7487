"""The command line, as an analyst uses it."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from notulist import __version__
from notulist.cli import main
from notulist.records import COLUMNS

MINUTES = (
    "1. Opening\n• De VNG vraagt het Rijk om uitstel.\n• Afspraak: het Rijk komt erop terug.\n"
)


@dataclass
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def unboxed(err: str) -> str:
    """What stands in the frame that typer draws, on one line."""
    return " ".join(err.replace("│", " ").split())


@pytest.fixture
def notulist(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Run:
    """A function that runs `notulist` with these words, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["notulist", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Ran(int(ended.value.code or 0), said.out, said.err)

    return run


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "verslag.txt"
    path.write_text(MINUTES, encoding="utf-8")
    return path


def test_classify_writes_a_row_a_bullet(notulist: Run, minutes: Path) -> None:
    ran = notulist("classify", minutes.name, "-o", "uit.csv")
    with Path("uit.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert ran.code == 0
    assert tuple(rows[0]) == COLUMNS
    assert [(row["holder"], row["agenda_title"], row["label"]) for row in rows] == [
        ("VNG", "Opening", "request"),
        ("Rijk", "Opening", "agreement"),
    ]


def test_split_gives_the_bullets_without_labels(notulist: Run, minutes: Path) -> None:
    notulist("split", minutes.name, "-o", "uit.jsonl")
    frame = pd.read_json("uit.jsonl", lines=True)
    assert len(frame) == 2
    assert frame["label"].isna().all()


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "parquet", "jsonl"])
def test_every_format_holds_the_same_bullets(notulist: Run, minutes: Path, suffix: str) -> None:
    assert notulist("classify", minutes.name, "-o", f"uit.{suffix}").code == 0
    frame = {
        "csv": pd.read_csv,
        "xlsx": pd.read_excel,
        "parquet": pd.read_parquet,
        "jsonl": lambda path: pd.read_json(path, lines=True),
    }[suffix](f"uit.{suffix}")
    assert list(frame["text"]) == [line[2:] for line in MINUTES.splitlines()[1:]]


def test_labels_and_summary_come_in_dutch(notulist: Run, minutes: Path) -> None:
    ran = notulist("classify", minutes.name, "-o", "uit.csv", "--lang", "nl")
    assert list(pd.read_csv("uit.csv")["label"]) == ["verzoek", "afspraak"]
    assert "Bestanden: 1 (1 goed" in ran.err


def test_a_dutch_excel_opens_the_csv(notulist: Run, minutes: Path) -> None:
    notulist("classify", minutes.name, "-o", "uit.csv", "--excel")
    data = Path("uit.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    frame = pd.read_csv("uit.csv", sep=";", decimal=",", encoding="utf-8-sig")
    assert frame["confidence"].between(0, 1).all()


@pytest.mark.parametrize("suffix", ["xlsx", "parquet", "jsonl"])
def test_excel_where_it_changes_nothing_is_told_unless_excel_opens_it(
    notulist: Run, minutes: Path, suffix: str
) -> None:
    ran = notulist("split", minutes.name, "-o", f"uit.{suffix}", "--excel", "--lang", "nl")
    assert (ran.code, Path(f"uit.{suffix}").exists()) == (0, True)
    assert ("--excel verandert hier niets" in ran.err) is (suffix != "xlsx")


def test_one_bad_file_does_not_stop_the_rest(notulist: Run, minutes: Path) -> None:
    Path("leeg.txt").touch()
    ran = notulist("classify", ".", "-o", "uit.csv")
    assert ran.code == 1
    assert len(pd.read_csv("uit.csv")) == 2
    assert "leeg.txt: the file is empty" in ran.err


@pytest.mark.parametrize("quiet", [(), ("-q",)])
def test_a_document_of_a_folder_that_cannot_be_read_is_told(
    notulist: Run, minutes: Path, quiet: tuple[str, ...]
) -> None:
    for name in ("oud.doc", "foto.jpg", "lijst.xlsx"):
        Path(name).write_bytes(b"x")
    ran = notulist("classify", ".", "-o", "uit.csv", *quiet)
    assert ran.code == 1
    assert "1 ok, 0 partial, 1 failed" in ran.err
    assert "[R07] oud.doc: files of type '.doc' can't be read" in ran.err
    assert len(pd.read_csv("uit.csv")) == 2


def test_what_was_odd_in_a_file_is_said_in_dutch(notulist: Run) -> None:
    Path("verslag.txt").write_text(MINUTES + "• Niet geÃ¯nformeerd.\n", encoding="utf-8")
    err = notulist("classify", "verslag.txt", "-o", "uit.csv", "--lang", "nl").err
    assert "[B04] verslag.txt: woorden die verkeerd gecodeerd lijken: 1 (bijv. " in err


def test_nothing_is_written_where_all_failed(notulist: Run) -> None:
    ran = notulist("classify", "weg.pdf", "-o", "uit.csv")
    assert ran.code == 1
    assert not Path("uit.csv").exists()
    assert "Nothing written" in ran.err


def test_the_summary_counts_files_bullets_labels_and_actors(notulist: Run, minutes: Path) -> None:
    err = notulist("classify", minutes.name, "-o", "uit.csv").err
    for part in ("Files: 1 (1 ok, 0 partial, 0 failed)", "Bullets: 2", "VNG 1", "Written: uit.csv"):
        assert part in err


def test_quiet_says_nothing_when_all_is_well(notulist: Run, minutes: Path) -> None:
    assert notulist("classify", minutes.name, "-o", "uit.csv", "--quiet").err == ""


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(["classify", "verslag.txt"], "--out", id="no output"),
        pytest.param(["classify", "-o", "uit.csv"], "PATH", id="no input"),
        pytest.param(["classify", "verslag.txt", "-o", "uit.doc"], "[X01]", id="unknown suffix"),
        pytest.param(["classify", "verslag.txt", "-o", "er/is/niet.csv"], "[X0", id="no folder"),
        pytest.param(["classify", "verslag.txt", "-o", "uit.csv", "--lang", "de"],
                     "[X11] 'de' is no language of labels and messages. Use en, nl.", id="lang"),
        pytest.param(["classify", "verslag.txt", "-o", "uit.csv", "--model", "weg"], "[M10]",
                     id="no model"),
        pytest.param(["classify", "tabel.csv", "-o", "uit.csv"], "--text-column", id="a table"),
        pytest.param(["classify", "tabel.csv", "-o", "uit.csv", "--text-column", "weg"],
                     "nr, tekst", id="no such column"),
        pytest.param(["classify", "weg.csv", "-o", "uit.csv", "--text-column", "x"], "[R01]",
                     id="no such table"),
        pytest.param(["classify", "tabel.csv", "-o", "tabel.csv", "--text-column", "tekst"],
                     "[T06]", id="the input itself"),
        pytest.param(["classify", "a.csv", "b.csv", "-o", "uit.csv", "--text-column", "x"],
                     "[T04]", id="two tables"),
        pytest.param(["classify", "tabel.csv", "-o", "uit.csv", "--text-column", "tekst",
                      "--kinds", "heading"], "--kinds doesn't go with --text-column",
                     id="kinds of a table"),
        pytest.param(["classify", ".", "-o", "uit.csv", "--text-column", "tekst"],
                     "[T10] .: is a folder", id="a folder of tables"),
        pytest.param(["split", "tabel.csv", "-o", "uit.csv"],
                     "split takes minutes", id="a table to split"),
        pytest.param(["fout"], "fout", id="unknown command"),
    ],
)  # fmt: skip
def test_wrong_use_is_exit_code_2_with_one_clear_message(
    notulist: Run, minutes: Path, words: list[str], says: str
) -> None:
    Path("tabel.csv").write_text("nr,tekst\n1,VNG vraagt uitstel.\n", encoding="utf-8")
    ran = notulist(*words)
    assert ran.code == 2
    assert says in unboxed(ran.err)
    assert "Value error" not in ran.err
    assert "Traceback" not in ran.err
    assert not Path("uit.csv").exists()


def test_messages_of_errors_come_in_dutch_too(notulist: Run, minutes: Path) -> None:
    err = notulist("classify", minutes.name, "-o", "uit.csv", "--model", "weg", "--lang", "nl").err
    assert "hier staat geen model" in err


def test_a_table_keeps_its_columns_and_order(notulist: Run) -> None:
    Path("tabel.csv").write_text(
        "nr;label;tekst;opmerking\n007;x;De VNG vraagt om uitstel.;NA\n008;;;\n", encoding="utf-8"
    )
    ran = notulist("classify", "tabel.csv", "-o", "uit.csv", "--text-column", "tekst")
    frame = pd.read_csv("uit.csv", dtype=str, keep_default_na=False)
    assert ran.code == 0
    assert list(frame.columns[:5]) == ["nr", "label", "tekst", "opmerking", "notulist_label"]
    assert list(frame["nr"]) == ["007", "008"]
    assert list(frame["opmerking"]) == ["NA", ""]
    assert list(frame["notulist_label"]) == ["request", ""]
    assert list(frame["holder"]) == ["VNG", ""]


def test_only_rows_with_a_label_count_as_labelled(notulist: Run) -> None:
    Path("tabel.csv").write_text(
        "bullet_id,kind,tekst\na,opmerking,Wie betaalt dit?\nb,opmerking,\nc,kop,Opening\n",
        encoding="utf-8",
    )
    words = ("tabel.csv", "-o", "uit.csv", "--text-column", "tekst", "--model", "fast")
    assert "Rows labelled: 1 of 3\n" in notulist("classify", *words).err
    assert "Rijen gelabeld: 1 van 3\n" in notulist("classify", *words, "--lang", "nl").err


def test_our_labels_are_dutch_where_the_table_has_a_column_label_too(notulist: Run) -> None:
    Path("tabel.csv").write_text("label,tekst\nconcern,Afspraak: akkoord.\n", encoding="utf-8")
    notulist("classify", "tabel.csv", "-o", "uit.csv", "--text-column", "tekst", "--lang", "nl")
    frame = pd.read_csv("uit.csv")
    assert (list(frame["label"]), list(frame["notulist_label"])) == (["concern"], ["afspraak"])


@pytest.mark.parametrize("text", ["- VNG vraagt om uitstel.", "• VNG vraagt om uitstel."])
def test_a_marker_in_a_table_does_not_hide_the_holder(notulist: Run, text: str) -> None:
    Path("tabel.csv").write_text(f"tekst\n{text}\n", encoding="utf-8")
    notulist("classify", "tabel.csv", "-o", "uit.jsonl", "--text-column", "tekst")
    assert list(pd.read_json("uit.jsonl", lines=True)["holder"]) == [["VNG"]]


def test_a_row_with_too_many_cells_is_named(notulist: Run) -> None:
    Path("tabel.csv").write_text("nr,tekst\n1,IPO, en VNG\n", encoding="utf-8")
    ran = notulist("classify", "tabel.csv", "-o", "uit.csv", "--text-column", "tekst")
    assert (ran.code, "[T07]" in ran.err, "row 2" in ran.err) == (2, True, True)


def test_a_workbook_of_bullets_keeps_its_types(notulist: Run) -> None:
    pd.DataFrame({"nr": [1, 2], "tekst": ["IPO stemt in.", "Afspraak: akkoord."]}).to_excel(
        "tabel.xlsx", index=False
    )
    notulist("classify", "tabel.xlsx", "-o", "uit.xlsx", "--text-column", "tekst")
    frame = pd.read_excel("uit.xlsx")
    assert list(frame["nr"]) == [1, 2]
    assert frame["label"].notna().all()


def test_dates_of_a_workbook_stay_dates(notulist: Run) -> None:
    days = pd.to_datetime(["2024-05-04", "2024-05-06"])
    pd.DataFrame({"datum": days, "tekst": ["IPO stemt in.", "VNG niet."]}).to_excel(
        "tabel.xlsx", index=False
    )
    notulist("classify", "tabel.xlsx", "-o", "uit.xlsx", "--text-column", "tekst")
    notulist("classify", "tabel.xlsx", "-o", "uit.csv", "--text-column", "tekst")
    assert list(pd.read_excel("uit.xlsx")["datum"]) == list(days)
    assert list(pd.read_csv("uit.csv")["datum"]) == ["2024-05-04", "2024-05-06"]


def test_version(notulist: Run) -> None:
    assert notulist("--version").out.strip() == f"notulist {__version__}"


def test_info_says_where_the_model_lies(notulist: Run) -> None:
    out = notulist("info").out
    assert f"nl_notulist-{__version__}" in out
    assert "notulist_ensemble" in out


@pytest.mark.parametrize(("command", "option"), [("classify", "--text-column"), ("actors", "--by")])
def test_help_stays_light(command: str, option: str) -> None:
    heavy = "{'spacy', 'pandas', 'sklearn', 'pypdfium2', 'docx', 'numpy', 'matplotlib'}"
    code = (
        f"import sys; sys.argv = ['notulist', '{command}', '--help']\n"
        "from notulist.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print(sorted({heavy} & set(sys.modules)), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert option in ran.stdout
    assert ran.stderr.strip() == "[]"


SORTS = (
    "Verslag werkgroep Riet\n\n1. Opening\n• De VNG vraagt uitstel.\n\n2. Acties\n• Sien belt.\n"
)


@pytest.mark.parametrize("command", ["classify", "split"])
def test_kinds_says_which_passages_become_rows(notulist: Run, command: str) -> None:
    Path("verslag.txt").write_text(SORTS, encoding="utf-8")
    notulist(command, "verslag.txt", "-o", "uit.csv", "--kinds", "heading, ACTION")
    frame = pd.read_csv("uit.csv")
    assert list(frame["kind"]) == ["heading", "heading", "action"]
    assert list(frame["bullet_number"].isna()) == [True, True, False]


def test_kinds_takes_the_words_of_a_dutch_table(notulist: Run) -> None:
    Path("verslag.txt").write_text(SORTS, encoding="utf-8")
    notulist("split", "verslag.txt", "-o", "uit.csv", "--kinds", "Kop, actiepunt", "--lang", "nl")
    assert list(pd.read_csv("uit.csv")["kind"]) == ["kop", "kop", "actiepunt"]


def test_the_summary_counts_other_passages_apart(notulist: Run) -> None:
    Path("verslag.txt").write_text(SORTS, encoding="utf-8")
    err = notulist("split", "verslag.txt", "-o", "uit.csv", "--kinds", "all", "--lang", "nl").err
    assert "Opmerkingen: 2" in err
    assert "kop 2" in err


def test_an_action_is_labelled_an_agreement(notulist: Run) -> None:
    Path("verslag.txt").write_text(SORTS, encoding="utf-8")
    notulist("classify", "verslag.txt", "-o", "uit.csv", "--kinds", "action")
    frame = pd.read_csv("uit.csv")
    assert (list(frame["label"]), list(frame["confidence"])) == (["agreement"], [1.0])


@pytest.mark.parametrize(
    ("lang", "says"), [("en", "is no kind of passage"), ("nl", "is geen soort passage")]
)
def test_an_unknown_kind_is_wrong_use(notulist: Run, minutes: Path, lang: str, says: str) -> None:
    words = ("split", minutes.name, "-o", "uit.csv", "--kinds", "bullet,kopje", "--lang", lang)
    ran = notulist(*words)
    err = unboxed(ran.err)
    assert ran.code == 2
    assert f"'kopje' {says}" in err
    assert "lead-in (aanloop)" in err
    assert not Path("uit.csv").exists()


def test_a_row_of_another_kind_can_be_shown(notulist: Run) -> None:
    Path("verslag.txt").write_text(SORTS, encoding="utf-8")
    notulist("split", "verslag.txt", "-o", "uit.csv", "--kinds", "heading")
    wanted = pd.read_csv("uit.csv")["bullet_id"][0]
    assert "Opening" in notulist("show", wanted, "verslag.txt").out


OWN = "id,label,exact,any_case\nZG,ORG,ZG,zeegroep\n"


@pytest.mark.parametrize("command", ["classify", "split"])
def test_own_actors_come_on_top(notulist: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "verslag.txt").write_text("• De zeegroep vraagt de VNG om uitstel.\n")
    (tmp_path / "mine.csv").write_text(OWN)
    ran = notulist(command, "verslag.txt", "-o", "uit.csv", "--actors", "mine.csv")
    assert ran.code == 0
    row = pd.read_csv("uit.csv").iloc[0]
    assert (row["holder"], row["addressee"], row["mentions"]) == ("ZG", "VNG", "ZG|VNG")


def test_own_actors_are_found_in_a_table_of_bullets(notulist: Run, tmp_path: Path) -> None:
    (tmp_path / "bullets.csv").write_text("tekst\nDe zeegroep vraagt om uitstel.\n")
    (tmp_path / "mine.csv").write_text(OWN)
    words = ("--text-column", "tekst", "--model", "fast", "--actors", "mine.csv")
    assert notulist("classify", "bullets.csv", "-o", "uit.csv", *words).code == 0
    assert list(pd.read_csv("uit.csv")["holder"]) == ["ZG"]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("id,label,exact\nZG,ORG,ZG\n", "any_case"),
        (OWN + "ZG,ORG,ZGN,\n", "row 3: the id 'ZG'"),
        ("id,label,exact,any_case\nZG,ORG,,\n", "row 2"),
        ("id,label,exact,any_case\nZG,ORG,Z,\n", "row 2: 'Z'"),
        ("id,label,exact,any_case\nZG,ORG,,overleg\n", "row 2: 'overleg'"),
    ],
    ids=["column missing", "id twice", "no pattern", "one letter", "common word"],
)
def test_a_bad_table_of_actors_is_refused_with_its_row(
    notulist: Run, minutes: Path, table: str, told: str
) -> None:
    Path("mine.csv").write_text(table)
    ran = notulist("split", minutes.name, "-o", "uit.csv", "--actors", "mine.csv")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert told in ran.err
    assert not Path("uit.csv").exists()
