"""Everything that can go wrong; the texts stand in notulist.catalogue.

NotulistError
├── ReadError        one input can't be read; the rest of the batch goes on
├── BatchError       an input was read, and something is the matter with it
├── TableError       a CSV or XLSX of bullets isn't what was promised
├── ProvenanceError  a bullet can't be traced to its source
├── ExportError      an output can't be written
├── ModelError       a model folder is absent, of another version, or not to be trusted
├── CorpusError      a line of the corpus breaks its format
└── ActorTableError  a row of the actor table can't be used

Notice               no error: what was odd in a file that could be read

Each error has a code, and says what it is about, what is wrong and what to do, in English (`str`)
and in Dutch (`in_language("nl")`), since analysts read it.
"""

from __future__ import annotations

from dataclasses import dataclass

from notulist.catalogue import CATALOGUE
from notulist.catalogue import Language as Language


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader found odd: put into words only where the language is known.

    `str` gives it in English.
    """

    code: str
    """A key of CATALOGUE: W and two digits."""
    values: tuple[tuple[str, str | int], ...] = ()
    """What its text names."""

    def in_language(self, language: Language) -> str:
        """What is odd, in English or Dutch, without the code and the file's name."""
        return CATALOGUE[self.code][language].format(**dict(self.values))

    def __str__(self) -> str:
        return self.in_language("en")


def notice(code: str, **values: str | int) -> Notice:
    """The notice of this code and these values."""
    return Notice(code, tuple(values.items()))


class NotulistError(Exception):
    """Base of all errors that notulist raises on purpose.

    code: a key of CATALOGUE. values: what its text names (the file, the value that caused it); a
    Notice among them is said in the language of the whole.
    """

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(self.in_language("en"))

    def in_language(self, language: Language) -> str:
        """The message in English or Dutch, with its code in front."""
        values = {
            name: value.in_language(language) if isinstance(value, Notice) else value
            for name, value in self.values.items()
        }
        return f"[{self.code}] {CATALOGUE[self.code][language].format(**values)}"


class ReadError(NotulistError):
    """One input can't be read."""


class BatchError(NotulistError):
    """An input was read, and something is the matter with it."""


class TableError(NotulistError):
    """A table of bullets isn't what was promised."""


class ProvenanceError(NotulistError):
    """A bullet can't be traced to its source."""


class ExportError(NotulistError):
    """An output can't be written."""


class ModelError(NotulistError):
    """A model folder can't be used."""


class CorpusError(NotulistError):
    """A line of the corpus breaks its format."""


class ActorTableError(NotulistError):
    """A row of the actor table can't be used."""
