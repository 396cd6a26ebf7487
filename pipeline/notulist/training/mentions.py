"""How well the shipped list finds actors in data/checklist/mentions.csv: composed sentences with
every way of writing them, and words that are none.

Run as `python -m notulist.training.mentions [--actors FILE] [--failures NUMBER]`.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

from notulist.attributes import BULLETS
from notulist.corpus.tables import odd_value, read_table
from notulist.language import to_doc
from notulist.markdown import table
from notulist.reading.source import from_text
from notulist.training.checklist_cases import FOLDER

MENTIONS_FILE = "mentions.csv"
MISSION = ("VNG", "IPO", "JenV", "CdK")
"""The actors that notulist was made for."""
_MARK = re.compile(r"\{([^{}=]+)=([^{}]+)\}")

Mention = tuple[int, int, str]
"""First character, past the last, and the id."""


@dataclass(frozen=True, slots=True)
class MentionCase:
    """A sentence and all actors that it names."""

    text: str
    mentions: frozenset[Mention]
    capability: str
    day: str = ""
    """Of the meeting, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Score:
    """How the mentions of some actors were found: place and id alike."""

    gold: int
    told: int
    right: int

    @property
    def f1(self) -> float:
        """1 where there is nothing to find and nothing was told."""
        return 2 * self.right / (self.gold + self.told) if self.gold + self.told else 1.0


Told = tuple[MentionCase, frozenset[Mention]]
"""A case and what was found in it."""


def read_mentions(folder: str | Path = FOLDER) -> list[MentionCase]:
    """The cases of a folder: "De {VNG=VNG} komt" says what stands where.

    Raises CorpusError as `read_table`, C14 for braces that are no mark.
    """
    path = Path(folder) / MENTIONS_FILE
    cases = []
    for line, row in read_table(path, ("text", "date", "capability")):
        text, mentions = _unmarked(row["text"])
        if "{" in text or "}" in text:
            raise odd_value(path, line, "text", row["text"], ["{surface=id}"])
        cases.append(MentionCase(text, mentions, row["capability"], row["date"]))
    return cases


def tagger(actors: Path | None = None) -> Language:
    """A pipeline that finds the actors of the shipped list, and those of a table on top of it."""
    nlp = spacy.blank("nl_minutes")
    nlp.add_pipe("notulist_actors", config={"actors": str(actors) if actors else None})
    return nlp


def tried(cases: Iterable[MentionCase], nlp: Language) -> list[Told]:
    """What is found in each case, the whole of it taken for one bullet."""
    told = []
    for case in cases:
        doc = to_doc(nlp, from_text(case.text))
        doc.spans[BULLETS] = [doc[:]]
        doc._.meeting_date = case.day or None
        doc = nlp.get_pipe("notulist_actors")(doc)
        found = ((one.start_char, one.end_char, one.kb_id_) for one in doc.ents)
        told.append((case, frozenset(found)))
    return told


def score(told: Iterable[Told], ids: Sequence[str] = ()) -> Score:
    """The counts of these actors, or of all."""
    gold_all = found_all = right = 0
    for case, found in told:
        gold, mine = (
            {one for one in mentions if not ids or one[2] in ids}
            for mentions in (case.mentions, found)
        )
        gold_all, found_all = gold_all + len(gold), found_all + len(mine)
        right += len(gold & mine)
    return Score(gold_all, found_all, right)


def as_table(told: Sequence[Told]) -> str:
    """Markdown: each mission actor, these together, and all."""
    rows = [(one, [one]) for one in MISSION]
    rows += [("these four", list(MISSION)), ("all actors", [])]
    body = []
    for name, ids in rows:
        one = score(told, ids)
        body.append([name, *map(str, (one.gold, one.told, one.right)), f"{one.f1:.3f}"])
    return table(["", "mentions", "told", "right", "F1"], body)


def failures(told: Iterable[Told]) -> list[str]:
    """Each case that isn't wholly right, with what is missed (-) and told for nothing (+)."""
    lines = []
    for case, found in told:
        wrong = [("-", *one) for one in sorted(case.mentions - found)]
        wrong += [("+", *one) for one in sorted(found - case.mentions)]
        signs = ", ".join(f"{sign}{case.text[a:b]} ({id_})" for sign, a, b, id_ in wrong)
        if wrong:
            lines.append(f"- {case.capability}: “{case.text.replace(chr(10), '⏎')}”: {signs}")
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--actors", type=Path, help="a table of your own, on top of the shipped")
    parser.add_argument("--failures", type=int, default=0, help="how many cases to show")
    chosen = parser.parse_args(arguments)
    cases = read_mentions()
    told = tried(cases, tagger(chosen.actors))
    wrong = failures(told)
    said = [f"{len(cases)} sentences, {len(wrong)} of them not wholly right", as_table(told)]
    said += ["\n".join(wrong[: chosen.failures])] if chosen.failures and wrong else []
    sys.stdout.write("\n\n".join(said) + "\n")


def _unmarked(marked: str) -> tuple[str, frozenset[Mention]]:
    """The text without its marks, and what they say."""
    text, mentions, last = "", set(), 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        mentions.add((len(text), len(text) + len(mark[1]), mark[2]))
        text, last = text + mark[1], mark.end()
    return text + marked[last:], frozenset(mentions)


if __name__ == "__main__":
    main()
