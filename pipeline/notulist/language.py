"""The spaCy Language that takes a Source, and the way to the shipped model."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any, ClassVar

import spacy
import srsly
from spacy.lang.nl import Dutch
from spacy.language import Language
from spacy.tokens import Doc

from notulist import attributes  # noqa: F401  registers the extension attributes
from notulist.reading.source import Line, Source
from notulist.resources import resource

# A bullet glued to its remark ("-Jan", "•VNG", "2.Wonen") is a token of its own, so that a span can
# begin behind it.
_GLUED = [r"-(?=[^\W\d_])", r"\d{1,2}[.)](?=[^\W\d_])", "[•‣◦●○▪▫■□►▶➢➤✓✔❖◆\ue000-\uf8ff]"]
# Names glued to each other or to a word ("JenV/BZK", "Rijk-IPO", "VNG-bureau", "[VNG](…)") are
# tokens of their own, so that each can be an entity; so is the stop behind "CdK." and "PRT´s.".
_BETWEEN = [
    r"(?<=[A-Z])/(?=[^\W\d_])",
    r"(?<=[^\W\d_])/(?=[A-Z])",
    r"(?<=[A-Z&][A-Z\d])[-–](?=[^\W\d_])",
    r"(?<=[a-z][A-Z])[-–](?=[^\W\d_])",
    r"(?<=[a-z])[-–](?=[A-Z]{2})",
    r"\](?=\()",
]
_BEHIND = [r"(?<=[a-z\d][A-Z])\.", r"(?<=[´`’']s)\."]


class MinutesDefaults(Dutch.Defaults):
    """Dutch, with bullets as prefixes and glued names apart."""

    prefixes: ClassVar[list[str]] = [*Dutch.Defaults.prefixes, *_GLUED]
    infixes: ClassVar[list[str]] = [*Dutch.Defaults.infixes, *_BETWEEN]
    suffixes: ClassVar[list[str]] = [*Dutch.Defaults.suffixes, *_BEHIND]
    tokenizer_exceptions: ClassVar[dict[str, Any]] = {
        # "s." as in "CdK´s." is no abbreviation.
        key: value
        for key, value in Dutch.Defaults.tokenizer_exceptions.items()
        if key != "s."
    }


class MinutesDutch(Dutch):
    """Dutch that reads a Source as well as a str: `nlp(source)`, `nlp.pipe(sources)`.

    Registered as the language "nl_minutes", so that `spacy.load` of a saved pipeline gives it too.
    """

    lang = "nl_minutes"
    Defaults = MinutesDefaults

    def _ensure_doc(self, doc_like: Any) -> Doc:
        if isinstance(doc_like, Source):
            return to_doc(self, doc_like)
        return super()._ensure_doc(doc_like)


def to_doc(nlp: Language, source: Source) -> Doc:
    """A Doc over the unaltered text of `source`, which it keeps as `doc._.source`.

    `nlp.max_length` doesn't hold here: it guards statistical components that we don't use.
    """
    doc: Doc = nlp.tokenizer(source.text)
    doc._.source = source
    return doc


def load(model: str | Path | None = None) -> Language:
    """The pipeline of a model folder or installed package; without `model`, the shipped one."""
    return spacy.load(model if model is not None else resource("nl_notulist"))


# So that `doc._.source` survives Doc.to_bytes and DocBin, as spacy-layout does for its layouts.
def _encode(value: Any, chain: Any = None) -> Any:
    if isinstance(value, Source):
        return {"__notulist_source__": asdict(value)}
    return value if chain is None else chain(value)


def _decode(value: Any, chain: Any = None) -> Any:
    if isinstance(value, dict) and "__notulist_source__" in value:
        fields = value["__notulist_source__"]
        lines = tuple(
            Line(**{k: tuple(v) if isinstance(v, list) else v for k, v in line.items()})
            for line in fields["lines"]
        )
        return Source(**{**fields, "lines": lines, "warnings": tuple(fields["warnings"])})
    return value if chain is None else chain(value)


srsly.msgpack_encoders("notulist_source", func=_encode)
srsly.msgpack_decoders("notulist_source", func=_decode)
