"""notulist turns Dutch government meeting minutes into data.

    import notulist
    nlp = notulist.load()
    doc = nlp(notulist.read("minutes.pdf"))
    notulist.to_frame(doc)

The names below are loaded when they are first used, so that `import notulist` stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = [
    "NotulistError",
    "Source",
    "actors_by_label",
    "actors_over_time",
    "load",
    "over_time",
    "read",
    "to_frame",
    "to_rows",
    "who_asks_whom",
]

if TYPE_CHECKING:
    from notulist.errors import NotulistError
    from notulist.language import load
    from notulist.reading import read
    from notulist.reading.source import Source
    from notulist.records import to_frame, to_rows
    from notulist.views import actors_by_label, actors_over_time, over_time, who_asks_whom

_HOMES = {
    "NotulistError": "notulist.errors",
    "Source": "notulist.reading.source",
    "load": "notulist.language",
    "read": "notulist.reading",
    "to_frame": "notulist.records",
    "to_rows": "notulist.records",
    "actors_by_label": "notulist.views",
    "actors_over_time": "notulist.views",
    "over_time": "notulist.views",
    "who_asks_whom": "notulist.views",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
