"""How a Source is packed, so that `doc._.source` survives Doc.to_bytes and DocBin.

Importing this registers it with srsly's msgpack, as spacy-layout does for its layouts.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import srsly

from notulist.errors import Notice
from notulist.reading.source import Line, Source

_KEY = "__notulist_source__"


def _encode(value: Any, chain: Any = None) -> Any:
    if isinstance(value, Source):
        return {_KEY: asdict(value)}
    return value if chain is None else chain(value)


def _decode(value: Any, chain: Any = None) -> Any:
    if isinstance(value, dict) and _KEY in value:
        fields: dict[str, Any] = value[_KEY]
        made = {
            "lines": tuple(_line(line) for line in fields["lines"]),
            "warnings": tuple(_notice(warning) for warning in fields["warnings"]),
            "recognised": tuple(fields["recognised"]),
        }
        return Source(**(fields | made))
    return value if chain is None else chain(value)


def _line(fields: dict[str, Any]) -> Line:
    """msgpack knows no tuples but by leave of who reads it: boxes and cells may come as lists."""
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in fields.items()}
    return Line(**values)


def _notice(fields: dict[str, Any]) -> Notice:
    return Notice(fields["code"], tuple((name, value) for name, value in fields["values"]))


srsly.msgpack_encoders("notulist_source", func=_encode)
srsly.msgpack_decoders("notulist_source", func=_decode)
