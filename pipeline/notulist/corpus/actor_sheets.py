"""Having the actors of real passages read: sheets, and answers put in (`corpus.actor_marks`).

    python -m notulist.corpus.actor_sheets write FOLDER --real MINUTES --part dev --count 300
    python -m notulist.corpus.actor_sheets take FOLDER --real MINUTES --reader first

A sheet holds whole documents, drawn at random from the bodies in turn or named (`--file`, as in
data/real/files.csv); the readers' answers to
sheet-01.txt stand in sheet-01.first, sheet-01.second. Of passages on which these differ `write
--differing` makes a sheet that shows both, for a third reader to decide.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Container, Iterable, Mapping, Sequence
from pathlib import Path

from spacy.tokens import Doc, Span

from notulist.attributes import ATTENDANCE
from notulist.components.gazetteer import shipped_actors
from notulist.corpus.actor_marks import (
    ACTORS_FILE,
    READERS,
    ActorMarks,
    parse_answer,
    read_marks,
    resolved,
    write_marks,
)
from notulist.corpus.labels import PARTS, LabelledFile, opening, read_labels
from notulist.corpus.real import LABELS_FOLDER, passages, told_docs
from notulist.errors import CorpusError
from notulist.labels import LABELS, NIL

_LONGEST = 90
"""Remarks of a document that is drawn; one long report would take all."""
_SHOWN = 300

Differing = Mapping[str, Sequence[ActorMarks]]
"""By passage that two readers see differently and no third has decided, what each says."""


def drawn(files: Sequence[LabelledFile], count: int, seed: int = 15) -> list[LabelledFile]:
    """Files with some `count` remarks together, at random, from each body in turn."""
    chance = random.Random(seed)  # noqa: S311  a sample, nothing secret
    shuffled = sorted(files, key=lambda file: file.file)
    chance.shuffle(shuffled)
    bodies: dict[str, list[LabelledFile]] = {}
    for file in shuffled:
        bodies.setdefault(file.body or file.file.split("/")[0], []).append(file)
    turns = [
        group[turn]
        for turn in range(max(map(len, bodies.values()), default=0))
        for group in bodies.values()
        if turn < len(group)
    ]
    chosen: list[LabelledFile] = []
    for file in turns:
        remarks = _remarks(file)
        if sum(map(_remarks, chosen)) < count and 0 < remarks <= _LONGEST:
            chosen.append(file)
    return chosen


def _remarks(file: LabelledFile) -> int:
    return sum(span.gold is not None and span.gold.label in LABELS for span in file.spans)


def show(docs: Sequence[Doc], differing: Differing | None = None) -> tuple[str, list[str]]:
    """(text of a sheet, ids of its numbers). differing: what readers said, to stand below; other
    passages are context then."""
    lines, ids = [], []
    for doc in docs:
        lines += ["", f"=== {doc._.source.name}"]
        lines += [f"@present {_squeezed(span)}" for span in doc.spans.get(ATTENDANCE, ())]
        heading = None
        for bullet, id_ in passages(doc):
            title = f"{bullet._.agenda_number} {bullet._.agenda_title}".strip()
            if title != heading:
                lines.append(f"## {title}")
                heading = title
            asked = bullet.label_ in LABELS and (differing is None or id_ in differing)
            ids += [id_] * asked
            text = _squeezed(bullet) if asked else _squeezed(bullet)[:_SHOWN]
            lines.append(f"{len(ids) if asked else '·':>4} | {'  ' * bullet._.level}{text}")
            said = (differing or {}).get(id_, ())
            lines += [f"       {one.reader}: {_answer(one, bullet.text)}" for one in said]
    return "\n".join(lines).lstrip() + "\n", ids


def _answer(marks: ActorMarks, text: str) -> str:
    """The marks as a reader would write them."""
    named = (f"{text[one.start : one.end]} = {one.id}" for one in marks.mentions)
    holder, addressee = (", ".join(map(str, told)) for told in marks.parts[1:])
    return f"{'; '.join(named)} | {holder} > {addressee}"


def _squeezed(span: Span) -> str:
    return " ".join(span.text.split())


def answers(path: Path, ids: Sequence[str], texts: dict[str, str], reader: str) -> list[ActorMarks]:
    """The marks of an answer file; ids: those of the sheet's numbers, in order.

    Raises ValueError with a line for each that is none, and numbers that are missing.
    """
    marks: dict[int, ActorMarks] = {}
    wrong = []
    for line in filter(str.strip, path.read_text(encoding="utf-8-sig").splitlines()):
        number, _, rest = line.partition("|")
        try:
            place = int(number)
            if not 0 < place <= len(ids) or place in marks:
                raise ValueError("no number of the sheet, or there twice")
            if ids[place - 1] not in texts:
                raise ValueError("its passage isn't in the minutes any more")
            marks[place] = parse_answer(rest, texts[ids[place - 1]], ids[place - 1], reader)
        except ValueError as error:
            wrong.append(f"{path}: {line.strip()}: {error}")
    if missing := sorted({*range(1, len(ids) + 1)} - marks.keys()):
        wrong.append(f"{path}: no answer for {missing[:20]}")
    if wrong:
        raise ValueError("\n".join(wrong))
    return list(marks.values())


def _write(chosen: argparse.Namespace) -> str:
    if any(chosen.folder.glob("sheet-*")):
        raise CorpusError("C35", folder=chosen.folder)
    for told in filter(None, map(opening, chosen.part)):
        sys.stderr.write(f"{told}\n")
    files = [
        file for part in chosen.part for file in _chosen(read_labels(chosen.labels, part), chosen)
    ]
    known = read_marks(chosen.labels) if (chosen.labels / ACTORS_FILE).is_file() else []
    differing = _differing(known) if chosen.differing else None
    if differing is not None:
        files = _with(read_labels(chosen.labels), differing)
    docs = told_docs(chosen.real, files)
    sheets: list[list[Doc]] = [[] for _ in range(chosen.sheets)]
    for place, doc in enumerate(docs):
        sheets[place % chosen.sheets].append(doc)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for number, sheet in enumerate(sheets, 1):
        text, ids = show(sheet, differing)
        (chosen.folder / f"sheet-{number:02}.txt").write_text(text, encoding="utf-8")
        (chosen.folder / f"sheet-{number:02}.ids").write_text("\n".join(ids), encoding="utf-8")
    return f"{len(sheets)} sheets in {chosen.folder}"


def _chosen(files: Sequence[LabelledFile], chosen: argparse.Namespace) -> list[LabelledFile]:
    """Of the files of a part those that are named, or some at random."""
    if not chosen.file:
        return drawn(files, chosen.count)
    return [file for file in files if file.file in chosen.file]


def _differing(marks: Sequence[ActorMarks]) -> Differing:
    said: dict[str, list[ActorMarks]] = {}
    for one in marks:
        said.setdefault(one.passage, []).append(one)
    return {
        passage: by
        for passage, by in said.items()
        if [one.reader for one in by] == ["first", "second"] and by[0].told != by[1].told
    }


def _with(files: Iterable[LabelledFile], ids: Container[str]) -> list[LabelledFile]:
    """The files that hold one of these passages."""
    return [file for file in files if any(span.id in ids for span in file.spans)]


def _take(chosen: argparse.Namespace) -> str:
    sheets = {
        path: path.read_text(encoding="utf-8").split()
        for path in sorted(chosen.folder.glob("sheet-*.ids"))
    }
    files = _with(read_labels(chosen.labels), {id_ for ids in sheets.values() for id_ in ids})
    docs = told_docs(chosen.real, files)
    texts = {id_: bullet.text for doc in docs for bullet, id_ in passages(doc)}
    taken = []
    for path, numbers in sheets.items():
        taken += answers(path.with_suffix(f".{chosen.reader}"), numbers, texts, chosen.reader)
    path = chosen.labels / ACTORS_FILE
    ids = {NIL, *(actor.id for actor in shipped_actors())}
    for one in taken:
        if unknown := [p.id for part in one.parts[1:] for p in part if p.id not in ids]:
            sys.stderr.write(f"{one.passage}: no id, so {NIL}: {', '.join(unknown)}\n")
    taken = [resolved(one, ids, path) for one in taken]
    known = read_marks(chosen.labels) if path.is_file() else []
    new = {(one.passage, one.reader) for one in taken}
    kept = [one for one in known if (one.passage, one.reader) not in new]
    write_marks([*kept, *taken], chosen.labels)
    return f"{len(taken)} passages taken in"


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line; ends with what is wrong where answers can't be taken in."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("do", choices=("write", "take"))
    parser.add_argument("folder", type=Path, help="of the sheets")
    parser.add_argument("--real", type=Path, metavar="MINUTES", required=True)
    parser.add_argument("--reader", choices=READERS, default="first")
    parser.add_argument("--part", choices=PARTS, action="append", default=[])
    parser.add_argument("--count", type=int, default=300, help="remarks of each part")
    parser.add_argument("--file", action="append", help="a document of the parts, not a draw")
    parser.add_argument("--sheets", type=int, default=1)
    parser.add_argument("--differing", action="store_true")
    parser.add_argument("--labels", type=Path, default=LABELS_FOLDER)
    chosen = parser.parse_args(arguments)
    if chosen.do == "write" and not chosen.part and not chosen.differing:
        parser.error("write needs --part or --differing")
    try:
        sys.stdout.write(f"{(_write if chosen.do == 'write' else _take)(chosen)}\n")
    except (ValueError, OSError, CorpusError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
