"""An evaluation as one self-contained HTML page, with pictures."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from notulist.errors import ModelError
from notulist.labels import LABELS
from notulist.training.evaluation import Evaluation
from notulist.training.tables import FEW

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>{{ found.model }}: {{ found.title }}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72em; margin: 2em auto; padding: 0 1em; }
table { border-collapse: collapse; margin: 1em 0; }
td, th { padding: .25em .7em; border-bottom: 1px solid #ddd; text-align: right; }
td:first-child, th:first-child { text-align: left; }
figure { display: inline-block; margin: 0 1em 1em 0; }
</style>
<h1>{{ found.model }}</h1>
<p>{{ found.title }}: {{ found.own.bullets }} remarks of {{ found.documents }} documents.
Intervals by drawing documents anew a thousand times.</p>
<table>
<tr><th></th><th>remarks</th><th>macro-F1 (95%)</th>
{% for label in labels %}<th>{{ label }}</th>{% endfor %}<th>accuracy</th><th>kappa</th></tr>
{% for row in found.rows + found.seen %}
<tr><td>{{ row.name }}</td><td>{{ row.bullets }}</td><td>{{ row.macro_f1 }}</td>
{% for score in row.labels %}<td>{{ "%.2f" | format(score.f1) }}</td>{% endfor %}
<td>{{ "%.2f" | format(row.accuracy) }}</td><td>{{ "%.2f" | format(row.kappa) }}</td></tr>
{% endfor %}
</table>
<p>{{ sentence }}</p>
<figure>{{ confusion }}</figure><figure>{{ reliability }}</figure><figure>{{ coverage }}</figure>
{% if found.readers %}
<table>
<tr><th></th><th>bullets</th><th>kappa of the model</th><th>kappa of the other reader</th></tr>
{% for one in found.readers %}
<tr><td>{{ one.reader }}</td><td>{{ one.bullets }}</td><td>{{ one.model }}</td>
<td>{{ one.other or "" }}</td></tr>
{% endfor %}
</table>
{% endif %}
<table>
<tr><th>body</th><th>remarks</th><th>learnt from</th><th>accuracy</th><th>kappa</th></tr>
{% for one in found.bodies %}
<tr><td>{{ one.body }}</td><td>{{ one.bullets }}</td><td>{{ "yes" if one.seen else "no" }}</td>
<td>{% if one.bullets < few %}{{ (one.accuracy * one.bullets) | round | int }} of {{ one.bullets }}
{% else %}{{ "%.2f" | format(one.accuracy) }}{% endif %}</td>
<td>{% if one.bullets >= few %}{{ "%.2f" | format(one.kappa) }}{% endif %}</td></tr>
{% endfor %}
</table>
</html>
"""


def as_html(found: Evaluation, sentence: str = "") -> str:
    """The page. sentence: what to say of the rows that are accepted.

    Raises ModelError M15 where matplotlib isn't installed.
    """
    from jinja2 import Environment
    from markupsafe import Markup

    pictures = {
        name: Markup(svg)  # noqa: S704  drawn here, of numbers and our own labels
        for name, svg in (
            ("confusion", confusion_picture(found)),
            ("reliability", reliability_picture(found)),
            ("coverage", coverage_picture(found)),
        )
    }
    page = Environment(autoescape=True).from_string(_PAGE)
    return page.render(found=found, labels=LABELS, few=FEW, sentence=sentence, **pictures) + "\n"


def confusion_picture(found: Evaluation) -> str:
    """Gold by predicted as SVG, each row shaded by its shares."""
    axes, finish = _axes("gold by predicted")
    for row, counts in enumerate(found.confusion):
        total = max(sum(counts), 1)
        for column, count in enumerate(counts):
            share = count / total
            axes.add_patch(_square(column, row, share))
            colour = "white" if share > 0.5 else "black"
            axes.text(column, row, str(count), ha="center", va="center", color=colour)
    places = range(len(LABELS))
    axes.set_xticks(places, LABELS, rotation=30)
    axes.set_yticks(places, LABELS)
    axes.set_xlim(-0.5, len(LABELS) - 0.5)
    axes.set_ylim(len(LABELS) - 0.5, -0.5)
    return finish()


def reliability_picture(found: Evaluation) -> str:
    """Accuracy by confidence as SVG; on the diagonal a model says what it knows."""
    axes, finish = _axes("reliability")
    axes.plot([0, 1], [0, 1], color="#bbb", linestyle="--")
    confidence = [one.confidence for one in found.reliability]
    axes.plot(confidence, [one.accuracy for one in found.reliability], marker="o", color="#1f4e79")
    axes.set_xlabel("confidence")
    axes.set_ylabel("accuracy")
    return finish()


def coverage_picture(found: Evaluation) -> str:
    """Risk by coverage as SVG: how often the most confident part is wrong."""
    axes, finish = _axes("risk by coverage")
    shares = [one.share for one in found.coverage]
    axes.plot(shares, [1 - one.accuracy for one in found.coverage], color="#1f4e79")
    axes.set_xlabel("share of the bullets, the most confident first")
    axes.set_ylabel("share that is wrong")
    axes.set_ylim(bottom=0)
    return finish()


def _axes(title: str) -> tuple[Axes, Callable[[], str]]:
    """Axes to draw on, and what gives the drawing as SVG, the same for the same figures."""
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError as error:
        raise ModelError("M15", package=error.name) from error
    figure = Figure(figsize=(4.2, 3.6), layout="constrained")
    axes = figure.subplots()
    axes.set_title(title)

    def finish() -> str:
        drawn = io.StringIO()
        with matplotlib.rc_context({"svg.hashsalt": title}):
            figure.savefig(drawn, format="svg", metadata={"Date": None})
        return drawn.getvalue()[drawn.getvalue().index("<svg") :]

    return axes, finish


def _square(column: int, row: int, share: float) -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle((column - 0.5, row - 0.5), 1, 1, facecolor="#1f4e79", alpha=share)
