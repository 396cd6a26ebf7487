"""`notulist train`, `evaluate` and `card`: from a corpus to a model, its figures and its card."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from notulist import language
from notulist.cli import main
from notulist.model_files import folder_of
from notulist.training import setup
from notulist.training.build import build
from notulist.training.setup import CONFIG, read_config

Run = Callable[..., tuple[int, str, str]]
MINUTES = """\
@id: {name}
@body: Overleg {name}
@date: 2024-03-14
# 1 | Kop
A | | Afspraak: dit wordt uitgewerkt.
C | | Men maakt zich zorgen over het tempo.
E | | Er volgt een toelichting op de stand van zaken.
R | | Wie betaalt dit?
"""
TABLE = """\
text,label,meeting_body
Wie betaalt dit?,verzoek,Overleg a
Afspraak: dit wordt uitgewerkt.,Afspraak,Raad
Men maakt zich zorgen over het tempo.,request,Raad
Pagina 3,none,Raad
Nog niet gelezen.,,Raad
"""


def write_corpus(folder: Path) -> Path:
    """Six documents of six bodies, four remarks each; the last is dev."""
    folder.mkdir()
    for name in "abcdef":
        (folder / f"{name}.txt").write_text(MINUTES.format(name=name), encoding="utf-8")
    (folder / "parts.csv").write_text("document,part,sha256\nf,dev,0\n", encoding="utf-8")
    return folder


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small model, which loads far sooner than the shipped one."""
    folder = tmp_path_factory.mktemp("trained")
    return build(read_config(), write_corpus(folder / "corpus"), folder / "model")


@pytest.fixture(scope="module")
def load() -> Callable[[str | Path], Language]:
    """`notulist.load` that reads a folder once: most of the time goes into that."""
    known: dict[Path, Language] = {}
    plain = language.load  # before it is patched

    def cached(model: str | Path) -> Language:
        place = Path(model).resolve()
        if place not in known:
            known[place] = plain(model)
        return known[place]

    return cached


@pytest.fixture
def notulist(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    corpus: Path,
    load: Callable[[str | Path], Language],
) -> Run:
    """A function that runs `notulist` with these words, in a folder with a corpus that stands for
    ours and a labelled table."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(setup, "CORPUS", corpus)
    monkeypatch.setattr(language, "load", load)
    (tmp_path / "proef.csv").write_text(TABLE, encoding="utf-8")

    def run(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["notulist", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return run


def refused(ran: tuple[int, str, str], code: str) -> str:
    """The one line that says why nothing was done."""
    status, out, err = ran
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert f"[{code}]" in err
    return err


# evaluate


def test_a_labelled_table_is_evaluated_in_markdown(notulist: Run, model: Path) -> None:
    code, out, err = notulist("evaluate", "proef.csv", "--model", model)
    assert (code, err) == (0, "")
    assert out.startswith("# nl_model-")
    assert out.splitlines()[0].endswith(": proef.csv")
    assert "3 remarks of 1 documents" in out
    assert "\n## By body\n" in out


def test_bodies_that_the_corpus_teaches_are_told_apart(notulist: Run, model: Path) -> None:
    _, out, _ = notulist("evaluate", "proef.csv", "--model", model)
    assert "| bodies that it learnt from | 1 |" in out
    assert "| Raad | 2 | no |" in out


def test_a_corpus_is_evaluated_on_its_dev_part(notulist: Run, model: Path, corpus: Path) -> None:
    code, out, _ = notulist("evaluate", corpus, "--model", model)
    assert code == 0
    assert "authored minutes, dev" in out
    assert "| Overleg f | 4 | no |" in out


def test_without_data_our_own_corpus_is_evaluated(notulist: Run, model: Path) -> None:
    _, out, _ = notulist("evaluate", "--model", model)
    assert "| Overleg f | 4 | no |" in out


def test_another_part_may_be_asked_for(notulist: Run, model: Path) -> None:
    _, out, _ = notulist("evaluate", "--model", model, "--part", "train")
    assert "authored minutes, train" in out
    assert "20 remarks of 5 documents" in out


def test_with_a_folder_three_files_are_written_and_named(
    notulist: Run, model: Path, tmp_path: Path
) -> None:
    pytest.importorskip("matplotlib")
    code, out, _ = notulist("evaluate", "proef.csv", "--model", model, "-o", "uit/figuren")
    names = [f"uit/figuren/evaluation.{suffix}" for suffix in ("json", "md", "html")]
    assert (code, out.split()) == (0, names)
    assert all(Path(name).stat().st_size for name in names)


def test_the_json_holds_what_the_markdown_shows(notulist: Run, model: Path) -> None:
    pytest.importorskip("matplotlib")
    notulist("evaluate", "proef.csv", "--model", model, "-o", "uit")
    told = json.loads(Path("uit/evaluation.json").read_text(encoding="utf-8"))
    assert told["title"] == "proef.csv"
    assert told["rows"][-1]["bullets"] == 3


def test_without_matplotlib_what_else_was_asked_for_is_there(
    notulist: Run, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    refused(notulist("evaluate", "proef.csv", "--model", model, "-o", "uit"), "M15")
    assert {path.name for path in Path("uit").iterdir()} == {"evaluation.json", "evaluation.md"}


def test_other_models_have_a_row_beside(notulist: Run, model: Path) -> None:
    _, out, _ = notulist("evaluate", "proef.csv", "--model", model, "--beside", model)
    rows = [line.split(" | ")[0] for line in out.splitlines()]
    at = rows.index(f"| {model}")
    assert rows[at - 1] == "| cue words by rule"
    assert rows[at + 1].startswith("| nl_model-")


def test_a_plain_model_that_learnt_the_corpus_may_stand_beside(notulist: Run, model: Path) -> None:
    _, out, _ = notulist("evaluate", "proef.csv", "--model", model, "--plain")
    assert "| TF-IDF, logistic regression | 3 |" in out


def test_the_columns_of_a_table_may_be_named(notulist: Run, model: Path) -> None:
    Path("ander.csv").write_text(TABLE.replace("text,label", "tekst,soort"), encoding="utf-8")
    words = ("--text-column", "tekst", "--label-column", "soort")
    code, out, _ = notulist("evaluate", "ander.csv", "--model", model, *words)
    assert (code, "3 remarks" in out) == (0, True)


@pytest.mark.parametrize(
    ("lang", "says"), [("en", "Left out: rows of action lists"), ("nl", "Buiten beschouwing")]
)
def test_how_many_rows_of_action_lists_are_left_out_is_told(
    notulist: Run, model: Path, lang: str, says: str
) -> None:
    content = (
        "bullet_id,kind,text,label\n"
        "a,opmerking,Wie betaalt dit?,verzoek\n"
        "b,actiepunt,Sien belt.,afspraak\n"
    )
    Path("uit.csv").write_text(content, encoding="utf-8")
    code, out, err = notulist("evaluate", "uit.csv", "--model", model, "--lang", lang)
    assert (code, "1 remarks of 1 documents" in out) == (0, True)
    assert err.startswith(says)
    assert err.endswith(": 1\n")


@pytest.mark.parametrize(("lang", "says"), [("en", "1 of 3. The others"), ("nl", "1 van 3. De")])
def test_how_many_labels_a_person_changed_is_told(
    notulist: Run, model: Path, lang: str, says: str
) -> None:
    odds = "p_agreement,p_concern,p_explanation,p_request"
    content = (
        f"text,label,{odds}\n"
        'Wie betaalt dit?,verzoek,"0,1","0,1","0,1","0,7"\n'
        "Dit wordt uitgewerkt.,afspraak,0.1,0.1,0.7,0.1\n"
        "Van mijzelf.,toelichting,,,,\n"
    )
    Path("uit.csv").write_text(content, encoding="utf-8")
    code, _, err = notulist("evaluate", "uit.csv", "--model", model, "--lang", lang)
    assert (code, says in err) == (0, True)


def test_a_table_has_no_parts(notulist: Run, model: Path) -> None:
    refused(notulist("evaluate", "proef.csv", "--part", "test", "--model", model), "M24")


def test_data_and_real_minutes_dont_go_together(notulist: Run, model: Path) -> None:
    refused(notulist("evaluate", "proef.csv", "--real", ".", "--model", model), "M22")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("train", "proef.csv", "-o", "model"), "M18"),
        (("evaluate", "weg.csv"), "R01"),
        (("card", "--model", "weg"), "M10"),
        (("info", "--model", "weg"), "M10"),
    ],
)
def test_what_went_wrong_is_said_in_dutch_too(
    notulist: Run, words: tuple[str, ...], code: str
) -> None:
    dutch, english = (refused(notulist(*words, *lang), code) for lang in (("--lang", "nl"), ()))
    assert dutch != english


def test_an_unknown_part_is_one_clear_line(notulist: Run, model: Path) -> None:
    said = refused(notulist("evaluate", "--model", model, "--part", "joke"), "C29")
    assert "'joke'. Use train, dev, test." in said


def test_an_unknown_part_of_real_minutes_is_one_too(notulist: Run, model: Path) -> None:
    ran = notulist("evaluate", "--model", model, "--real", ".", "--part", "joke")
    assert "test-bodies" in refused(ran, "C29")


def test_a_part_that_has_nothing_is_refused(notulist: Run, model: Path) -> None:
    refused(notulist("evaluate", "--model", model, "--part", "test"), "T13")


def test_a_word_that_is_no_label_is_refused(notulist: Run, model: Path) -> None:
    Path("proef.csv").write_text("text,label\nWie?,joke\n", encoding="utf-8")
    assert "row 2: 'joke'" in refused(notulist("evaluate", "proef.csv", "--model", model), "T12")


def test_a_table_that_isnt_there_is_said_to_be_absent(notulist: Run, model: Path) -> None:
    refused(notulist("evaluate", "weg.csv", "--model", model), "R01")


def test_a_model_beside_that_isnt_there_is_refused(notulist: Run, model: Path) -> None:
    ran = notulist("evaluate", "proef.csv", "--model", model, "--beside", "weg")
    assert "weg" in refused(ran, "M10")


def test_a_pipeline_that_gives_no_labels_is_refused(notulist: Run, tmp_path: Path) -> None:
    spacy.blank("nl_minutes").to_disk(tmp_path / "blank")
    refused(notulist("evaluate", "proef.csv", "--model", "blank"), "M14")


# train, card


def test_a_trained_model_has_a_card(notulist: Run, corpus: Path) -> None:
    code, out, _ = notulist("train", CONFIG, "-o", "mijn/model", "--corpus", corpus)
    assert (code, out) == (0, "mijn/model\n")
    code, out, _ = notulist("card", "--model", "mijn/model")
    assert code == 0
    assert out.startswith("# nl_model\n")
    assert "20 bullets of 5 documents of 5 bodies" in out


def test_without_a_corpus_a_model_learns_ours(notulist: Run) -> None:
    notulist("train", CONFIG, "-o", "model")
    assert "20 bullets of 5 documents" in Path("model/README.md").read_text(encoding="utf-8")


def test_rows_that_a_person_corrected_are_learnt_too(notulist: Run, corpus: Path) -> None:
    words = ("train", CONFIG, "-o", "model", "--corpus", corpus, "--table", "proef.csv")
    assert notulist(*words)[0] == 0
    card = Path("model/README.md").read_text(encoding="utf-8")
    assert "**Corrected tables**: 3 bullets of 1 documents of 2 bodies" in card
    learnt = json.loads(Path("model/meta.json").read_text(encoding="utf-8"))["learnt_bodies"]
    assert "Raad" in learnt


def test_more_tables_and_other_columns_may_be_learnt(notulist: Run, corpus: Path) -> None:
    table = TABLE.replace("text,label", "tekst,soort")
    Path("een.csv").write_text(table, encoding="utf-8")
    Path("twee.csv").write_text(table.replace("Raad", "Staten"), encoding="utf-8")
    tables = ("--table", "een.csv", "--table", "twee.csv")
    columns = ("--text-column", "tekst", "--label-column", "soort")
    notulist("train", CONFIG, "-o", "model", "--corpus", corpus, *tables, *columns)
    card = Path("model/README.md").read_text(encoding="utf-8")
    assert "**Corrected tables**: 6 bullets of 2 documents of 3 bodies" in card


@pytest.mark.parametrize(
    ("content", "code"),
    [("text,label\nWie?,joke\n", "T12"), ("text,label\nWie?,\n", "T19"), ("text\nWie?\n", "T14")],
    ids=["no label of ours", "nothing labelled", "no column"],
)
def test_a_table_to_learn_from_that_is_wrong_stops_all(
    notulist: Run, corpus: Path, content: str, code: str
) -> None:
    Path("fout.csv").write_text(content, encoding="utf-8")
    ran = notulist("train", CONFIG, "-o", "model", "--corpus", corpus, "--table", "fout.csv")
    refused(ran, code)
    assert not Path("model").exists()


def test_the_shipped_encoder_may_be_kept_and_the_rest_learn(notulist: Run, corpus: Path) -> None:
    config = CONFIG.with_name("ensemble.cfg")
    words = ("-o", "model", "--corpus", corpus, "--table", "proef.csv", "--keep-encoder")
    assert notulist("train", config, *words)[0] == 0
    card = Path("model/README.md").read_text(encoding="utf-8")
    assert "**The encoder** learnt nothing anew: it is that of nl_notulist-" in card
    graph = Path("notulist_ensemble/encoder/encoder.onnx")
    assert (Path("model") / graph).read_bytes() == (folder_of() / graph).read_bytes()


def test_a_config_without_an_encoder_has_none_to_keep(notulist: Run, corpus: Path) -> None:
    ran = notulist("train", CONFIG, "-o", "model", "--corpus", corpus, "--keep-encoder")
    assert "ensemble.cfg" in refused(ran, "M23")


def test_a_card_is_printed_as_it_stands(notulist: Run, model: Path) -> None:
    _, out, _ = notulist("card", "--model", model)
    assert out.rstrip("\n") == (model / "README.md").read_text(encoding="utf-8").rstrip("\n")


def test_a_model_without_a_card_is_refused(notulist: Run, tmp_path: Path) -> None:
    spacy.blank("nl_minutes").to_disk(tmp_path / "blank")
    assert "README.md" in refused(notulist("card", "--model", "blank"), "M02")


def test_a_model_takes_the_place_of_an_earlier_one(notulist: Run, corpus: Path) -> None:
    for _ in range(2):
        assert notulist("train", CONFIG, "-o", "model", "--corpus", corpus)[0] == 0
    assert not [path for path in Path().iterdir() if path.name.startswith(".model")]


def test_a_folder_that_holds_something_else_is_left_as_it_is(notulist: Run, corpus: Path) -> None:
    Path("scriptie").mkdir()
    Path("scriptie/hoofdstuk.txt").touch()
    code, _, _ = notulist("train", CONFIG, "-o", "scriptie", "--corpus", corpus)
    assert code == 2
    assert Path("scriptie/hoofdstuk.txt").exists()


@pytest.mark.parametrize("config", [".", "proef.csv"])
def test_a_config_that_is_none_is_refused(notulist: Run, corpus: Path, config: str) -> None:
    code, _, err = notulist("train", config, "-o", "model", "--corpus", corpus)
    assert (code, config in err) == (2, True)


def test_a_config_that_isnt_there_is_refused(notulist: Run) -> None:
    code, out, err = notulist("train", "weg.cfg", "-o", "model")
    assert (code, out) == (2, "")
    assert "weg.cfg" in err


def test_without_a_folder_nothing_is_trained(notulist: Run) -> None:
    code, _, err = notulist("train", CONFIG)
    assert code == 2
    assert "--out" in err


@pytest.mark.torch
def test_a_base_takes_the_place_of_that_of_the_config(notulist: Run, corpus: Path) -> None:
    config = CONFIG.with_name("encoder.cfg")
    ran = notulist("train", config, "-o", "model", "--corpus", corpus, "--base", "weg")
    assert "weg: no encoder here" in refused(ran, "M12")
    assert not Path("model").exists()


@pytest.mark.parametrize(
    ("command", "option"), [("train", "--base"), ("evaluate", "--beside"), ("card", "--model")]
)
def test_help_stays_light(command: str, option: str) -> None:
    heavy = "{'spacy', 'sklearn', 'torch', 'transformers', 'pandas', 'numpy', 'matplotlib'}"
    code = (
        f"import sys; sys.argv = ['notulist', '{command}', '--help']\n"
        "from notulist.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print(sorted({heavy} & set(sys.modules)), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert option in ran.stdout
    assert ran.stderr.strip() == "[]"
