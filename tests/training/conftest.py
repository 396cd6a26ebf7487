"""A corpus, and real minutes with labels, that are quick to learn from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from tiny import write_base

from notulist.corpus import authored
from notulist.corpus.anchors import mark
from notulist.corpus.authored import Item, Minutes, Remark
from notulist.corpus.labels import LabelledFile, LabelledSpan, write_labels
from notulist.corpus.parts import PARTS_FILE, lock
from notulist.corpus.votes import Vote
from notulist.reading import read
from notulist.records import bullet_id
from notulist.training import setup

REMARKS = (
    Remark("agreement", "Afspraak: dit wordt uitgewerkt."),
    Remark("concern", "Men maakt zich zorgen over het tempo."),
    Remark("explanation", "Er volgt een toelichting op de stand van zaken."),
    Remark("request", "Wie betaalt dit?"),
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder of six documents of six bodies, four bullets each; the last is dev."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in "abcdef":
        items = (Item("1", "Kop", REMARKS),)
        authored.write(Minutes(name, f"Overleg {name}", date(2024, 3, 14), items), folder)
    lock(folder)
    table = folder / PARTS_FILE
    table.write_text(table.read_text().replace("f,train", "f,dev"))
    return folder


@pytest.fixture
def minutes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of "real" minutes, two documents of train and one of dev, with labels."""
    folder, labels = tmp_path / "minutes", tmp_path / "labels"
    labels.mkdir()
    files = []
    for number, part in enumerate(("train", "train", "dev")):
        path = folder / f"regio{number}" / "verslag.md"
        path.parent.mkdir(parents=True)
        lines = [f"- {remark.text} ({part} {number})\n" for remark in REMARKS]
        path.write_text(f"# Verslag\n\n{''.join(lines)}", encoding="utf-8")
        files.append(_labelled(path, f"regio{number}/verslag.md", part))
    write_labels(files, labels)
    monkeypatch.setattr(setup, "LABELS_FOLDER", labels)
    return folder


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of a tiny encoder, untrained, with its tokenizer. Needs torch, which keeps to one
    core for as long: with more it waits for itself on a network as small as this."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield write_base(tmp_path_factory.mktemp("base"))
    torch.set_num_threads(before)


def _labelled(path: Path, file: str, part: str) -> LabelledFile:
    source = read(path)
    spans = []
    for remark in REMARKS:
        start = source.text.index(remark.text)
        end = source.text.index("\n", start)
        m = mark(source, start, end, "bullet")
        votes = (Vote(remark.label), None, None)
        spans.append(LabelledSpan(bullet_id(source, start, end), m.first, m.last, m.digest, votes))
    return LabelledFile(file, part, sha256(path.read_bytes()).hexdigest(), tuple(spans))
