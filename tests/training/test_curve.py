"""The learning curve, on a few invented bullets."""

from notulist.training.curve import as_table, curve
from notulist.training.examples import Examples

TEXTS = {
    "agreement": "Afspraak: dit wordt uitgewerkt.",
    "concern": "Men maakt zich zorgen over het tempo.",
    "explanation": "Er volgt een toelichting op de stand.",
    "request": "Wie betaalt dit?",
}
ROWS = [(text, label, body, body) for body in "abcdef" for label, text in TEXTS.items()]
DATA = Examples(*zip(*ROWS, strict=True))


def test_there_is_a_point_for_each_size_that_there_are_bullets_for_and_for_all() -> None:
    points = list(curve({"proef": DATA}, {"dev": DATA}, sizes=(16, 100), seeds=2))
    assert [(point.learnt, point.size) for point in points] == [("proef", 16), ("proef", 24)]
    assert points[-1].scores == {"dev": 1.0}


def test_the_table_has_a_column_for_each_set_that_was_measured_on() -> None:
    points = list(curve({"proef": DATA}, {"dev": DATA, "test": DATA}, sizes=()))
    assert as_table(points).splitlines()[0] == "| learnt from | bullets | dev | test |"
