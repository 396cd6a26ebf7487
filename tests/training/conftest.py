"""A corpus that is quick to learn from."""

from datetime import date
from pathlib import Path

import pytest

from notulist.corpus import authored
from notulist.corpus.authored import Item, Minutes, Remark

REMARKS = (
    Remark("agreement", "Afspraak: dit wordt uitgewerkt."),
    Remark("concern", "Men maakt zich zorgen over het tempo."),
    Remark("explanation", "Er volgt een toelichting op de stand van zaken."),
    Remark("request", "Wie betaalt dit?"),
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder of five documents of five bodies, four bullets each."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in "abcde":
        items = (Item("1", "Kop", REMARKS),)
        authored.write(Minutes(name, f"Overleg {name}", date(2024, 3, 14), items), folder)
    return folder
