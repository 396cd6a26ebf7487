"""Classify many inputs, one after the other; a bad one never stops the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language

from notulist.batch.dutch import other_language
from notulist.batch.outcome import Outcome
from notulist.components.reasons import NOT_DUTCH, with_reasons
from notulist.errors import BatchError, NotulistError, ReadError
from notulist.language import model_name
from notulist.reading.files import Found, Input
from notulist.records import to_rows


def run(inputs: Iterable[Found], nlp: Language) -> Iterator[Outcome]:
    """One Outcome an input, in order; errors of `find` come out as failed ones.

    Only KeyboardInterrupt and the like get out: what else goes wrong in a file becomes its outcome.
    """
    seen: dict[str, str] = {}
    for item in inputs:
        if isinstance(item, ReadError):
            yield Outcome(str(item.values.get("name", "")), "failed", problems=(item,))
            continue
        try:
            yield _classify(item, nlp, seen)
        except NotulistError as error:
            yield Outcome(item.name, "failed", problems=(error,))
        except Exception as error:
            cause = f"{type(error).__name__}: {error}"
            problem = BatchError("B01", name=item.name, cause=cause[:300])
            yield Outcome(item.name, "failed", problems=(problem,))


def _classify(item: Input, nlp: Language, seen: dict[str, str]) -> Outcome:
    """seen: hash of contents → name of the first input that had them."""
    source = item.read()
    odd = [BatchError("B04", name=item.name, warning=text) for text in source.warnings]
    other = seen.setdefault(source.sha256, item.name)
    if other != item.name:
        odd.append(BatchError("B05", name=item.name, other=other))
    rows = tuple(to_rows(nlp(source), model_name(nlp)))  # type: ignore[arg-type]  # MinutesDutch
    if not rows:
        return Outcome(item.name, "partial", (), (*odd, BatchError("B02", name=item.name)))
    language = other_language(source.text)
    if language is None:
        return Outcome(item.name, "ok", rows, tuple(odd))
    problem = BatchError("B03", name=item.name, language=language)
    marked = (
        replace(row, review=True, reason=with_reasons(row.reason, (), (NOT_DUTCH,))) for row in rows
    )
    return Outcome(item.name, "partial", tuple(marked), (*odd, problem))
