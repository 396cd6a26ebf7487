"""Telling Dutch from what isn't."""

from __future__ import annotations

import pytest

from notulist.batch.dutch import other_language

DUTCH = (
    "De voorzitter heet iedereen welkom en geeft aan dat de minister niet aanwezig kan zijn. De "
    "gemeenten hebben om meer tijd gevraagd omdat zij de stukken niet hadden gekregen. Er wordt "
    "afgesproken dat het ministerie deze voor de volgende vergadering alsnog aan hen stuurt."
)
TELEGRAM = (
    "IPO: akkoord. VNG: voorbehoud bij financiering, capaciteit, planning. Besluit: uitstel tot "
    "september. Actie BZK: brief aan colleges. Overzicht locaties volgt uit provincies. Rondvraag: "
    "geen punten. Volgende overleg 4 juni, Den Haag. Verslag vastgesteld. Actielijst bijgewerkt "
    "door secretariaat. Memo taakstelling doorgeleid naar leden van de tafel."
)
ENGLISH = (
    "The chair welcomes everyone and explains that the minister will not be able to attend. The "
    "municipalities have asked for more time because they were not given the documents. It was "
    "agreed that the ministry will send these to all of them before the next meeting."
)
GERMAN = (
    "Der Vorsitzende begrüßt alle und erklärt, dass der Minister nicht kommen kann. Die Gemeinden "
    "haben um mehr Zeit gebeten, weil sie die Unterlagen noch nicht erhalten hatten. Es wurde "
    "vereinbart, dass das Ministerium diese vor der nächsten Sitzung an alle schickt und auch mit "
    "den Ländern darüber spricht."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(DUTCH, None, id="sentences"),
        pytest.param(TELEGRAM, None, id="telegram style"),
        pytest.param(ENGLISH, "en", id="English"),
        pytest.param(GERMAN, "de", id="German"),
        pytest.param("The minister agrees.", None, id="too short to tell"),
        pytest.param("", None, id="empty"),
    ],
)
def test_the_language_of_a_text(text: str, language: str | None) -> None:
    assert other_language(text) == language
