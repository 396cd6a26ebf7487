"""`notulist corpus`: what a person sees of a corpus."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin

from notulist.cli import main
from notulist.corpus.labels import LabelledFile, LabelledSpan, write_labels
from notulist.corpus.votes import Vote

Run = Callable[..., tuple[int, str, str]]
MINUTES = """\
@id: a
@body: Proef
@date: 2024-03-14
@actors: VNG
# 1 | Kop
R | VNG | De VNG vraagt uitstel tot na de zomer.
A | | Akkoord.
"""
CUES = "label,cue\nrequest,vraagt\nagreement,akkoord\n"


@pytest.fixture
def notulist(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A function that runs `notulist` with these words."""

    def run(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["notulist", *map(str, words)])
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "cues.csv").write_text(CUES, encoding="utf-8")
    return tmp_path


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    votes = (Vote("request"), Vote("concern"), None)
    span = LabelledSpan("b1", (0, 0), (0, 9), "0f0f0f0f", votes)
    folder = tmp_path / "labels"
    folder.mkdir()
    write_labels([LabelledFile("weg.md", "dev", "0" * 64, (span,))], folder)
    return folder


def test_check_of_a_sound_corpus_says_so(notulist: Run, corpus: Path) -> None:
    assert notulist("corpus", "check", corpus) == (0, "nothing wrong\n", "")
    assert notulist("corpus", "check", corpus, "--lang", "nl") == (0, "in orde\n", "")


def test_check_names_what_to_mend_and_ends_in_1(notulist: Run, corpus: Path) -> None:
    (corpus / "b.txt").write_text(MINUTES.replace("R |", "X |").replace("id: a", "id: b"))
    code, out, _ = notulist("corpus", "check", corpus)
    assert code == 1
    assert "b.txt, line 6: unknown act 'X'" in out


def test_a_folder_without_minutes_is_one_error(notulist: Run, tmp_path: Path) -> None:
    code, _, err = notulist("corpus", "check", tmp_path)
    assert (code, err.count("\n")) == (2, 1)
    assert "C12" in err


def test_stats_count_what_is_there(notulist: Run, corpus: Path) -> None:
    code, out, _ = notulist("corpus", "stats", corpus, "--by-body")
    assert code == 0
    assert "| remarks | 2 | 2 |" in out
    assert "| request | 1 (50%) | 1 (50%) |" in out
    assert "| own cue | 100% | 100% |" in out
    assert "| VNG | 1 (100.0%) | 1 (100.0%) |" in out
    assert "| Proef | 2 | 50% | 0% | 0% | 50% |" in out


def test_stats_without_cues_leave_them_out(notulist: Run, corpus: Path) -> None:
    (corpus / "cues.csv").unlink()
    code, out, _ = notulist("corpus", "stats", corpus)
    assert code == 0
    assert "own cue" not in out
    assert "| same act as the one before | 0% | 0% |" in out


def test_stats_of_a_corpus_without_remarks_are_of_nothing(notulist: Run, corpus: Path) -> None:
    head = MINUTES.split("#")[0].replace("@actors: VNG\n", "")
    (corpus / "a.txt").write_text(f"{head}# 1 | Kop\n", encoding="utf-8")
    code, out, _ = notulist("corpus", "stats", corpus)
    assert code == 0
    assert "| remarks | 0 |" in out


def test_stats_show_each_part_in_a_column(notulist: Run, corpus: Path) -> None:
    rows = "document,part,sha256\na,test,0\n"
    (corpus / "parts.csv").write_text(rows, encoding="utf-8")
    _, out, _ = notulist("corpus", "stats", corpus)
    assert out.startswith("|  | authored | authored test |\n")


def test_agreement_shows_what_readers_gave(notulist: Run, corpus: Path, labels: Path) -> None:
    code, out, _ = notulist("corpus", "agreement", corpus, "--labels", labels)
    assert code == 0
    assert "| real dev | 1 | 0% |" in out
    assert "| concern / request | 1 |" in out


def test_real_names_documents_that_arent_there(notulist: Run, corpus: Path, labels: Path) -> None:
    code, out, _ = notulist("corpus", "real", corpus, "--labels", labels)
    assert (code, out) == (1, "0 documents, 0 labelled passages\nabsent: weg.md\n")


def test_real_takes_only_the_parts_asked_for(notulist: Run, corpus: Path, labels: Path) -> None:
    asked = ("corpus", "real", corpus, "--labels", labels, "--part")
    assert notulist(*asked, "lrt")[0] == 0
    assert notulist(*asked, "lrt", "--part", "dev")[0] == 1
    code, _, err = notulist(*asked, "test")
    assert (code, "C29" in err) == (2, True)


def test_agreement_passes_over_votes_on_a_document_that_isnt_there(
    notulist: Run, corpus: Path, labels: Path
) -> None:
    head = "document,bullet,digest,first_vote,second_vote,third_vote"
    rows = f"{head}\nweg,0,0f0f0f0f,request,concern,\n"
    (corpus / "votes.csv").write_text(rows, encoding="utf-8")
    code, out, _ = notulist("corpus", "agreement", corpus, "--labels", labels)
    assert (code, "| authored |" in out) == (0, False)


def test_docs_are_written_as_a_docbin(notulist: Run, corpus: Path, tmp_path: Path) -> None:
    path = tmp_path / "corpus.spacy"
    code, out, _ = notulist("corpus", "docs", corpus, "-o", path, "--part", "train")
    assert (code, out) == (0, f"1 documents: {path}\n")
    nlp = spacy.blank("nl_minutes")
    (doc,) = DocBin(store_user_data=True).from_disk(path).get_docs(nlp.vocab)
    assert [bullet.label_ for bullet in doc.spans["bullets"]] == ["request", "agreement"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--part", "test-bodies"), "C29"),
        (("--part", "test", "--real", "."), "C29"),
        (("-o", "weg/corpus.spacy"), "X03"),
    ],
)
def test_docs_that_cant_be_are_refused(
    notulist: Run, corpus: Path, labels: Path, tmp_path: Path, words: tuple[str, ...], code: str
) -> None:
    path = tmp_path / "corpus.spacy"
    asked = ("corpus", "docs", corpus, "--labels", labels, "-o", path, *words)
    status, out, err = notulist(*asked)
    assert (status, out, path.exists()) == (2, "", False)
    assert code in err
