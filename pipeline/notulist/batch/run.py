"""Classify many inputs, one after the other; a bad one never stops the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language

from notulist.attributes import BULLETS
from notulist.batch.dutch import other_language
from notulist.batch.outcome import Outcome
from notulist.components.reasons import NOT_DUTCH, RECOGNISED, with_reasons
from notulist.errors import BatchError, NotulistError, ReadError
from notulist.explained import explainer
from notulist.labels import REMARKS, Kind
from notulist.language import model_name
from notulist.reading.files import Found, Input
from notulist.records import Row, check_kinds, to_rows


def run(
    inputs: Iterable[Found],
    nlp: Language,
    *,
    ocr: bool = False,
    kinds: Iterable[str] = REMARKS,
    explain: bool = False,
) -> Iterator[Outcome]:
    """One Outcome an input, in order; errors of `find` come out as failed ones.

    ocr: recognise the text of scanned pages, as for `notulist.read`. kinds: which passages become
    rows, as for `notulist.to_rows`. explain: say `why` in each row. Before the first input is read,
    ExportError X09 and ModelError M16 are raised, as by `to_rows`.
    Only KeyboardInterrupt and the like get out: what else goes wrong in a file becomes its outcome.
    """
    if explain:
        explainer(nlp)
    return _run(inputs, nlp, ocr, check_kinds(kinds), explain)


def _run(
    inputs: Iterable[Found], nlp: Language, ocr: bool, kinds: frozenset[Kind], explain: bool
) -> Iterator[Outcome]:
    seen: dict[str, str] = {}
    for item in inputs:
        if isinstance(item, ReadError):
            yield Outcome(str(item.values.get("name", "")), "failed", problems=(item,))
            continue
        try:
            yield _classify(item, nlp, seen, ocr, kinds, explain)
        except NotulistError as error:
            yield Outcome(item.name, "failed", problems=(error,))
        except Exception as error:
            cause = f"{type(error).__name__}: {error}"
            problem = BatchError("B01", name=item.name, cause=cause[:300])
            yield Outcome(item.name, "failed", problems=(problem,))


def _classify(
    item: Input,
    nlp: Language,
    seen: dict[str, str],
    ocr: bool,
    kinds: frozenset[Kind],
    explain: bool,
) -> Outcome:
    """seen: hash of contents → name of the first input that had them."""
    source = item.read(ocr=ocr)
    odd = [BatchError("B04", name=item.name, warning=warning) for warning in source.warnings]
    other = seen.setdefault(source.sha256, item.name)
    if other != item.name:
        odd.append(BatchError("B05", name=item.name, other=other))
    doc = nlp(source)  # type: ignore[arg-type]  # MinutesDutch
    rows = tuple(
        _for_review(row, RECOGNISED) if row.page in source.recognised else row
        for row in to_rows(doc, model_name(nlp), kinds=kinds, explain=nlp if explain else None)
    )
    if not doc.spans.get(BULLETS):
        return Outcome(item.name, "partial", rows, (*odd, BatchError("B02", name=item.name)))
    language = other_language(source.text)
    if language is None:
        return Outcome(item.name, "ok", rows, tuple(odd))
    problem = BatchError("B03", name=item.name, language=language)
    marked = tuple(_for_review(row, NOT_DUTCH) for row in rows)
    return Outcome(item.name, "partial", marked, (*odd, problem))


def _for_review(row: Row, reason: str) -> Row:
    """The row marked, if it is a remark: nobody looks at the others one by one."""
    if row.kind not in REMARKS:
        return row
    return replace(row, review=True, reason=with_reasons(row.reason, (), (reason,)))
