"""What the reader and the splitter make of a rendered file, against its gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from notulist.components.blocks import Block, find_blocks
from notulist.reading.source import Source
from rendering.fidelity import check_text
from rendering.gold import Gold
from rendering.locate import Place, letters, locate
from rendering.result import Failure, Result, Score, short

REMARKS = {"bullet", "action"}


def compare(records: Sequence[Gold], source: Source) -> Result:
    """The figures and failures of one file."""
    result = Result()
    places = locate(records, source)
    blocks = find_blocks(source)
    check_text(result, records, places, source)
    matched = _bullets(result, places, blocks, source)
    _headings(result, places, blocks, source)
    _agenda(result, matched, blocks, source)
    return result


def block_text(block: Block, source: Source) -> str:
    """The text of a block, its lines joined."""
    return " ".join(source.text[start:end] for start, end in block.pieces)


def _keys(gold: Gold) -> tuple[str, ...]:
    return tuple(letters(text) for text in (gold.text, gold.bare) if text)


def _bullets(
    result: Result, places: Sequence[Place], blocks: Sequence[Block], source: Source
) -> list[tuple[Gold, int]]:
    """The remarks that were found exactly, each with the number of its block."""
    wanted = [place for place in places if place.gold.kind in REMARKS]
    found = [i for i, block in enumerate(blocks) if block.kind in REMARKS]
    by_text: dict[str, list[int]] = {}
    for i in found:
        by_text.setdefault(letters(block_text(blocks[i], source)), []).append(i)
    matched: list[tuple[Gold, int]] = []
    missed: list[Place] = []
    paged = source.format == "pdf"
    for place in wanted:
        key = next((key for key in _keys(place.gold) if by_text.get(key)), None)
        if paged and len({source.line_at(offset).unit for offset in place.offsets}) > 1:
            result.cut.add(Score(key is not None, 1, 1))
        if key is None:
            missed.append(place)
        else:
            matched.append((place.gold, by_text[key].pop(0)))
    result.bullets = Score(len(matched), len(wanted), len(found))
    owners = {offset: place.gold for place in places for offset in place.offsets}
    spans = [_offsets(block) for block in blocks]
    for place in missed:
        result.failures.append(_missed(place, blocks, spans, owners, source))
    right = {i for _, i in matched}
    for i in found:
        kinds = Counter(owners[o].kind for o in spans[i] if o in owners)
        result.attendance += kinds["attendance"] > 0
        result.furniture += kinds["furniture"] + kinds["footnote"] > 0
        if i not in right and not kinds.keys() & REMARKS:
            problem = f"false bullet from {'+'.join(sorted(kinds)) or 'nothing'}"
            result.failures.append(Failure(problem, "", short(block_text(blocks[i], source))))
    return matched


def _offsets(block: Block) -> set[int]:
    return {offset for start, end in block.pieces for offset in range(start, end)}


def _missed(
    place: Place,
    blocks: Sequence[Block],
    spans: Sequence[set[int]],
    owners: dict[int, Gold],
    source: Source,
) -> Failure:
    """Why a remark wasn't found."""
    text = short(place.gold.text)
    touching = [i for i, span in enumerate(spans) if span & place.offsets]
    got = " ‖ ".join(f"[{blocks[i].kind}] {short(block_text(blocks[i], source))}" for i in touching)
    if not place.offsets:
        return Failure(f"{place.gold.kind} not in the text", text, "")
    if not touching:
        return Failure(f"{place.gold.kind} in no block", text, "")
    others = {owners[o] for i in touching for o in spans[i] if o in owners} - {place.gold}
    kinds = sorted({other.kind for other in others})
    if len(touching) > 1:
        extra = f" and merged with {'+'.join(kinds)}" if kinds else ""
        return Failure(f"{place.gold.kind} split{extra}", text, got)
    if kinds:
        return Failure(f"{place.gold.kind} merged with {'+'.join(kinds)}", text, got)
    block = blocks[touching[0]]
    if block.kind not in REMARKS:
        return Failure(f"{place.gold.kind} taken for {block.kind}", text, got)
    return Failure(f"{place.gold.kind} with other edges", text, got)


def _headings(
    result: Result, places: Sequence[Place], blocks: Sequence[Block], source: Source
) -> None:
    # Whether the document's own title or "Aanwezig" is a heading is left open.
    open_ = {o for p in places if p.gold.kind in ("title", "attendance") for o in p.offsets}
    found = {
        i: letters(block_text(block, source))
        for i, block in enumerate(blocks)
        if block.kind == "heading" and not _offsets(block) & open_
    }
    wanted = [place for place in places if place.gold.kind == "heading"]
    result.headings = Score(0, len(wanted), len(found))
    for place in wanted:
        gold = place.gold
        keys = {letters(gold.text), letters(gold.lead + gold.text)}
        hit = next(
            (i for i, key in found.items() if key in keys and place.offsets & _offsets(blocks[i])),
            None,
        )
        if hit is None:
            near = next((block for block in blocks if _offsets(block) & place.offsets), None)
            got = f"[{near.kind}] {short(block_text(near, source))}" if near else ""
            result.failures.append(Failure("heading missed", gold.lead + gold.text, got))
            continue
        del found[hit]
        numbered = blocks[hit].number == gold.number
        result.headings.right += 1
        result.numbers.add(Score(numbered, 1, 1))
        if not numbered:
            problem = Failure("number of a heading", gold.number, blocks[hit].number)
            result.failures.append(problem)
    for i in found:
        got = short(block_text(blocks[i], source))
        result.failures.append(Failure("false heading", "", got))


def _agenda(
    result: Result,
    matched: Sequence[tuple[Gold, int]],
    blocks: Sequence[Block],
    source: Source,
) -> None:
    title = ""
    titles = []
    for block in blocks:
        title = block_text(block, source) if block.kind == "heading" else title
        titles.append(title)
    right = 0
    wrong: Counter[tuple[str, str]] = Counter()
    for gold, i in matched:
        fits = letters(titles[i]).endswith(letters(gold.under))
        right += fits
        wrong[gold.under, titles[i]] += not fits
    result.agenda = Score(right, len(matched), len(matched))
    for (under, got), count in wrong.items():
        if count:
            problem = f"{count} bullets under another heading"
            result.failures.append(Failure(problem, under, short(got)))
