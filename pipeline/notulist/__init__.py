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
__all__ = ["NotulistError", "Source", "load", "read", "to_frame", "to_rows"]

if TYPE_CHECKING:
    from notulist.errors import NotulistError
    from notulist.language import load
    from notulist.reading import read
    from notulist.reading.source import Source
    from notulist.records import to_frame, to_rows

_HOMES = {
    "NotulistError": "notulist.errors",
    "Source": "notulist.reading.source",
    "load": "notulist.language",
    "read": "notulist.reading",
    "to_frame": "notulist.records",
    "to_rows": "notulist.records",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
