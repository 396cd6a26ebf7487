"""`notulist show`: from an id in a table back to the page."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from PIL import Image
from rich.console import Console

from notulist.batch.lookup import find_bullet
from notulist.cli import main
from notulist.cli.passage import passage
from notulist.cli.work import process
from notulist.export import read_rows
from notulist.language import load
from notulist.reading.files import find

SAMPLE = Path(__file__).parents[2] / "data" / "sample" / "minutes"
LRT, BOOM = "lrt-2024-03-07.pdf", "wg-boomgegevens-2024-05-16.md"
MINUTES = "1. Opening\n\n- De VNG vraagt\n  uitstel.\n- Akkoord.\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def notulist(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Run:
    """A function that runs `notulist` with these words, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["notulist", *map(str, words)])
        try:
            main()
            code = 0
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture(scope="module")
def bullets(tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    """The bullets of the sample minutes, documents named from their folder."""
    folder = tmp_path_factory.mktemp("uit")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(SAMPLE)
        process(["."], folder / "rows.csv", exclude=["notulist_ensemble"], quiet=True)
    return read_rows(folder / "rows.csv")


def one(bullets: pd.DataFrame, document: str, begins: str = "") -> pd.Series:
    rows = bullets[bullets["document"].str.endswith(document)]
    return rows[rows["text"].str.startswith(begins)].iloc[0]


@pytest.fixture
def minutes(tmp_path: Path) -> str:
    """The id of the first bullet of MINUTES, which stand in verslag.txt."""
    path = tmp_path / "verslag.txt"
    path.write_text(MINUTES, encoding="utf-8")
    process([str(path)], tmp_path / "rows.csv", exclude=["notulist_ensemble"], quiet=True)
    return str(read_rows(tmp_path / "rows.csv")["bullet_id"][0])


def test_it_shows_the_lines_around_and_marks_the_bullet(notulist: Run, minutes: str) -> None:
    code, out, _ = notulist("show", minutes, "verslag.txt")
    assert code == 0
    assert out == (
        "document     verslag.txt\n"
        "line         3\n"
        "agenda item  1 Opening\n"
        "kind         bullet\n"
        "\n"
        "      1 | 1. Opening\n"
        "      2 | \n"
        ">     3 | - »De VNG vraagt\n"
        ">     4 |   uitstel.«\n"
        "      5 | - Akkoord.\n"
        "\n"
        "in the file: De VNG vraagt⏎  uitstel.\n"
        "clean: De VNG vraagt uitstel.\n"
    )


@pytest.mark.parametrize("where", [["verslag.txt"], ["--from", "rows.csv"]])
def test_capitals_and_white_space_around_an_id_are_as_nothing(
    notulist: Run, minutes: str, where: list[str]
) -> None:
    code, out, _ = notulist("show", f" {minutes.upper()}\t", *where)
    assert code == 0
    assert "»De VNG vraagt" in out


def test_what_was_odd_in_the_file_is_said_in_dutch(notulist: Run, tmp_path: Path) -> None:
    (tmp_path / "raar.txt").write_text("- Niet geÃ¯nformeerd.\n", encoding="utf-8")
    notulist("split", "raar.txt", "-o", "uit.csv")
    wanted = read_rows(tmp_path / "uit.csv")["bullet_id"][0]
    out = notulist("show", wanted, "raar.txt", "--lang", "nl")[1]
    assert "(woorden die verkeerd gecodeerd lijken: 1" in out


def test_it_says_all_in_dutch_on_request(notulist: Run, minutes: str) -> None:
    out = notulist("show", minutes, "verslag.txt", "--lang", "nl")[1]
    for part in ("regel       3", "agendapunt  1 Opening", "opmerking", "in het bestand: De VNG"):
        assert part in out


def test_on_a_terminal_the_bullet_is_in_colour(minutes: str, tmp_path: Path) -> None:
    hit = find_bullet(find([tmp_path / "verslag.txt"]), minutes, load())
    console = Console(force_terminal=True, color_system="standard")
    with console.capture() as capture:
        for line in passage(hit, 3, "en", marks=False):
            console.print(line)
    assert "\x1b[1;30;43mDe VNG vraagt\x1b[0m" in capture.get()
    assert "»" not in capture.get()


@pytest.mark.parametrize(("context", "lines"), [(0, 2), (1, 5), (3, 5)])
def test_context_says_how_many_lines(notulist: Run, minutes: str, context: int, lines: int) -> None:
    out = notulist("show", minutes, "verslag.txt", "--context", context)[1]
    assert sum(" | " in line for line in out.splitlines()) == lines


def test_controls_in_a_file_do_not_reach_the_terminal(notulist: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1. Kop\n- De VNG \x1b[31mvraagt uitstel.\n", encoding="utf-8")
    notulist("split", "a.txt", "-o", "rows.csv")
    (found,) = read_rows(Path("rows.csv"))["bullet_id"]
    out = notulist("show", found, "a.txt")[1]
    assert "\x1b" not in out
    assert "\\x1b[31mvraagt" in out


@pytest.mark.parametrize(
    ("document", "place"),
    [
        (LRT, "page "),
        (BOOM, "line "),
        ("bo-ov-zeeland-2025-02-13.docx", "paragraph "),
        ("veiligheidsberaad-2025-06-13.txt", "line "),
    ],
)
def test_every_format_says_where(
    notulist: Run, bullets: pd.DataFrame, document: str, place: str
) -> None:
    row = one(bullets, document)
    out = notulist("show", row["bullet_id"], SAMPLE)[1]
    assert f"document     {SAMPLE.as_posix()}/{document}" in out
    assert f"\n{place}" in out
    assert f"clean: {row['text']}" in out


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "parquet", "jsonl"])
def test_a_table_says_which_document(notulist: Run, suffix: str) -> None:
    shutil.copytree(SAMPLE, "minutes")
    table = Path(f"rows.{suffix}")
    notulist("split", "minutes", "-o", table)
    notulist("split", "minutes", "-o", "ids.csv")
    row = one(read_rows(Path("ids.csv")), LRT)
    code, out, _ = notulist("show", row["bullet_id"], "--from", table)
    assert (code, row["text"] in out, f"minutes/{LRT}" in out) == (0, True, True)


def test_a_document_is_also_looked_for_beside_the_table(
    notulist: Run, bullets: pd.DataFrame
) -> None:
    shutil.copytree(SAMPLE, "map")
    bullets.to_csv("map/rows.csv", index=False)
    assert notulist("show", one(bullets, BOOM)["bullet_id"], "--from", "map/rows.csv")[0] == 0


def test_a_document_in_an_archive_is_found_by_its_name(notulist: Run) -> None:
    shutil.make_archive("notulen", "zip", SAMPLE)
    notulist("split", "notulen.zip", "-o", "rows.csv")
    row = one(read_rows(Path("rows.csv")), LRT)
    assert row["document"] == f"notulen.zip/{LRT}"
    assert notulist("show", row["bullet_id"], "--from", "rows.csv")[0] == 0


def test_with_a_table_and_paths_the_file_may_have_moved(
    notulist: Run, bullets: pd.DataFrame
) -> None:
    bullets.to_csv("rows.csv", index=False)
    shutil.copytree(SAMPLE, "elders")
    row = one(bullets, BOOM)
    code, out, _ = notulist("show", row["bullet_id"], "elders", "--from", "rows.csv")
    assert (code, f"elders/{BOOM}" in out) == (0, True)


def test_a_picture_shows_the_page(notulist: Run, bullets: pd.DataFrame) -> None:
    row = one(bullets, LRT)
    code, _, err = notulist("show", row["bullet_id"], SAMPLE, "--picture", "uit.png")
    assert (code, err) == (0, "Written: uit.png (page 1)\n")
    with Image.open("uit.png") as picture:
        assert (picture.format, picture.size) == ("PNG", (1191, 1684))


def test_of_a_bullet_over_two_pages_both_are_named(notulist: Run, bullets: pd.DataFrame) -> None:
    row = one(bullets, LRT, "VNG vindt de grens van vijf jaar")
    err = notulist("show", row["bullet_id"], SAMPLE, "--picture", "uit.png", "--lang", "nl")[2]
    assert err == "Geschreven: uit-1.png (pagina 1)\nGeschreven: uit-2.png (pagina 2)\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(["b00", "verslag.txt"], "[P01] b00: no bullet of this id in the 1 files",
                     id="unknown id"),
        pytest.param(["b00", ".", "--lang", "nl"], "in de 2 doorzochte bestanden (1 niet te lezen)",
                     id="unknown id, a bad file"),
        pytest.param(["ID", "verslag.txt", "--picture", "uit.png"], "[P02] verslag.txt",
                     id="a picture of a text"),
        pytest.param(["ID", "verslag.txt", "--picture", "uit.jpg"], "[X01] uit.jpg",
                     id="no png"),
        pytest.param(["ID"], "[P03]", id="nowhere to look"),
        pytest.param(["ID", "--from", "ander.csv"], "[P04] ander.csv: no column 'bullet_id'",
                     id="another table"),
        pytest.param(["b00", "--from", "rows.csv"], "[P05] rows.csv: no row with the id b00",
                     id="no such row"),
        pytest.param(["ID", "--from", "weg.csv"], "[R01] weg.csv", id="no such table"),
        pytest.param(["ID", "--from", "verslag.txt"], "[T02] verslag.txt", id="no table"),
        pytest.param(["ID", "weg.txt"], "[R01] weg.txt", id="an only file that can't be read"),
    ],
)  # fmt: skip
def test_wrong_use_is_exit_code_2_with_one_clear_message(
    notulist: Run, minutes: str, words: list[str], says: str
) -> None:
    Path("ander.csv").write_text("nr,tekst\n1,VNG.\n", encoding="utf-8")
    Path("leeg.txt").touch()
    code, out, err = notulist("show", *(minutes if word == "ID" else word for word in words))
    assert (code, out) == (2, "")
    assert says in err
    assert len(err.splitlines()) == 1
    assert not Path("uit.png").exists()


def test_a_document_that_is_gone_is_said(notulist: Run, minutes: str) -> None:
    notulist("split", "verslag.txt", "-o", "rows.csv")
    Path("verslag.txt").unlink()
    code, _, err = notulist("show", minutes, "--from", "rows.csv")
    assert (code, "[P06] verslag.txt" in err) == (2, True)


def test_a_document_that_has_changed_is_not_taken_for_the_same(notulist: Run, minutes: str) -> None:
    notulist("split", "verslag.txt", "-o", "rows.csv")
    Path("verslag.txt").write_text(MINUTES + "- Einde.\n", encoding="utf-8")
    code, _, err = notulist("show", minutes, "--from", "rows.csv")
    assert (code, "An id changes when the bytes of its file change" in err) == (2, True)


@pytest.mark.parametrize("command", [["show", "b00", "a.pdf"], ["classify", "a.pdf", "-o", "u.csv"],
                                     ["split", "a.pdf", "-o", "u.csv"]])  # fmt: skip
def test_ocr_where_there_is_none_is_said_at_once(
    notulist: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: list[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    code, _, err = notulist(*command, "--ocr")
    assert (code, "apt-get install ocrmypdf tesseract-ocr-nld" in err) == (2, True)
    assert len(err.splitlines()) == 1
