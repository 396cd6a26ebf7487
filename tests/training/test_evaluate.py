"""The evaluation: baselines, tables, and the command that prints them."""

from pathlib import Path

import pytest

from notulist.training import evaluate as module
from notulist.training import tables
from notulist.training.baselines import cue_words, majority
from notulist.training.evaluate import main
from notulist.training.reports import report

HEAD = "id,split,file,heading,text,first,first_secondary,second,second_secondary\n"
ROWS = """\
1,dev,regio/a.md,,Wie betaalt dit?,request,,,
2,dev,regio/b.md,,Het verslag wordt vastgesteld.,agreement,,,
3,dev,regio/b.md,,Kop,none,,,
4,test-documents,regio/c.md,,Onbekend.,concern,,,
"""


def test_majority_gives_the_commonest_known_label() -> None:
    assert majority(["request", "concern", "request"], ["a", "b"]) == ["request", "request"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Afspraak: men maakt zich zorgen.", "agreement"),
        ("De VNG vraagt of dit akkoord is.", "agreement"),
        ("De VNG maakt zich zorgen en vraagt om geld.", "concern"),
        ("De VNG vraagt om geld.", "request"),
        ("De brief ligt er.", "explanation"),
    ],
)
def test_cue_words_label_by_weight(text: str, label: str) -> None:
    assert cue_words([text]) == [label]


def test_few_bullets_are_shown_as_counts() -> None:
    one = report("proef", ["request"] * 3, ["request", "request", "concern"], ["a"] * 3)
    assert "| 2 of 3 |" in tables.summary([one])


def test_without_probabilities_there_is_no_calibration() -> None:
    one = report("proef", ["request"], ["request"], ["a"])
    assert one.calibration_error is None
    assert tables.accepted(one) == ""


def test_passages_that_are_no_remark_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "real.csv"
    path.write_text(HEAD + ROWS, encoding="utf-8")
    data = module.real_examples(module.read_real(path, "dev"))
    assert data.labels == ("request", "agreement")


def test_the_command_prints_a_table_for_each_set(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "real.csv"
    path.write_text(HEAD + ROWS, encoding="utf-8")
    main(["--corpus", str(corpus), "--real", str(path), "--split", "dev"])
    printed = capsys.readouterr().out
    assert "## Authored minutes, by body" in printed
    assert "| linear | 20 |" in printed
    assert "| linear | 2 |" in printed
