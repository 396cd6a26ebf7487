"""The spaCy Language that takes a Source, and the way to the shipped model."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.lang.nl import Dutch, DutchDefaults
from spacy.language import Language
from spacy.tokens import Doc

from notulist import attributes  # noqa: F401  registers the extension attributes
from notulist.errors import ActorTableError, ModelError
from notulist.model_files import CONFIG, DEFAULT, folder_of, name_of
from notulist.reading.source import Source

# A bullet glued to its remark ("-Jan", "•VNG", "2.Wonen") is a token of its own, so that a span can
# begin behind it.
_RUN = r"(?P<run>[^\w\s]|_)(?P=run){9,}"  # a rule or dots to fill in, as one token: far faster
_GLUED = [r"-(?=[^\W\d_])", r"\d{1,2}[.)](?=[^\W\d_])", "[•‣◦●○▪▫■□►▶➢➤✓✔❖◆\ue000-\uf8ff]"]
# Names glued to each other or to a word ("JenV/BZK", "Rijk-IPO", "VNG-bureau", "[VNG](…)") are
# tokens of their own, so that each can be an entity; so is the stop behind "CdK." and "PRT´s.".
_BETWEEN = [
    r"(?<=[A-Z])/(?=[^\W\d_])",
    r"(?<=[^\W\d_])/(?=[A-Z])",
    r"(?<=[A-Za-z][A-Z])\+(?=[A-Z])",
    r"(?<=[A-Z&][A-Z\d])[-–](?=[^\W\d_])",
    r"(?<=[a-z][A-Z])[-–](?=[^\W\d_])",
    r"(?<=[a-z])[-–](?=[A-Z]{2})",
    r"\](?=\()",
]
_BEHIND = [r"(?<=[a-z\d][A-Z])\.", r"(?<=[´`’']s)\."]


CLASSIFIERS = ("notulist_linear", "notulist_encoder", "notulist_ensemble", "notulist_spancat")
"""Components that give labels: who needs bullets and actors alone leaves them out."""
NOT_SPLITTING = ("notulist_meeting", "notulist_actors", "notulist_roles", *CLASSIFIERS)
"""What isn't needed for spans alone."""


class MinutesDefaults(DutchDefaults):
    """Dutch, with bullets as prefixes and glued names apart."""

    prefixes = [_RUN, *DutchDefaults.prefixes, *_GLUED]  # noqa: RUF012  as spaCy has it
    infixes = [*DutchDefaults.infixes, *_BETWEEN]  # noqa: RUF012
    suffixes = [*DutchDefaults.suffixes, *_BEHIND]  # noqa: RUF012
    tokenizer_exceptions = {  # noqa: RUF012
        # "s." as in "CdK´s." is no abbreviation.
        key: value
        for key, value in DutchDefaults.tokenizer_exceptions.items()
        if key != "s."
    }


class MinutesDutch(Dutch):  # type: ignore[no-untyped-call]  # spaCy leaves a hook untyped
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


def load(
    model: str | Path | None = None,
    *,
    exclude: Iterable[str] = (),
    actors: str | Path | None = None,
) -> Language:
    """The pipeline of a model folder or installed package; without `model`, the shipped one.

    model: "fast" is the other shipped one, whose labels are worse and come sooner; a folder of that
    name is "./fast" or a Path. exclude: components not to load. actors: a CSV of your own actors,
    on top of the model's. Raises ModelError M10 where there is no model, M11 where spaCy can't read
    it, and as its components do; ActorTableError, of these A09 where the model looks for none.
    """
    folder = folder_of(model)
    try:
        nlp = spacy.load(folder, exclude=exclude)
    except (OSError, ValueError) as error:
        file = Path(getattr(error, "filename", None) or CONFIG).name
        cause = next((line for line in str(error).splitlines() if line.strip()), "")
        raise ModelError("M11", name=folder.as_posix(), file=file, cause=cause) from error
    if actors is not None:
        if not nlp.has_pipe("notulist_actors"):
            raise ActorTableError("A09", name=actors, model=model or DEFAULT)
        component: Any = nlp.get_pipe("notulist_actors")
        component.put_on_top(Path(actors))
    return nlp


def model_name(nlp: Language) -> str:
    """What rows say labelled them: "nl_notulist-0.1.0"."""
    return name_of(nlp.meta)
