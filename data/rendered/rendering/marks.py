"""The glyph, number or letter before each remark."""

from __future__ import annotations

from dataclasses import dataclass

from notulist.corpus.authored import Item
from rendering.layouts import Layout

SECOND = {"•": "–", "-": "o", "–": "-", "▪": "•", "o": "-", "symbol": "o", "wingdings": "-"}
"""The glyph of nested remarks by that of the others."""
NUMBERED = ("1.", "1.-restart", "1.1", "a)", "i.", "(1)")
UNMARKED = ("prose", "indent", "turns")


@dataclass
class Markers:
    """Counts; `item` before each agenda item, `next` before each remark."""

    style: str
    through: bool = False
    """Whether it counts on from item to item."""
    count: int = 0
    nested: int = 0
    major: int = 0

    def item(self, item: Item) -> None:
        """Begin an agenda item."""
        self.major += item.level == 1
        if not self.through and (item.level == 1 or self.style != "1.1"):
            self.count = 0

    def next(self, level: int) -> str:
        """The marker of the next remark; "" where the layout has none."""
        if self.style in UNMARKED:
            return ""
        if self.style not in NUMBERED:
            glyph = "o" if self.style == "typed-o" else self.style
            return SECOND.get(glyph, "-") if level else glyph
        if level:
            self.nested += 1
            return "–" if self.style in ("a)", "i.") else f"{_letter(self.nested)})"
        self.count, self.nested = self.count + 1, 0
        forms = {
            "1.1": f"{self.major}.{self.count}",
            "a)": f"{_letter(self.count)})",
            "i.": f"{_roman(self.count)}.",
            "(1)": f"({self.count})",
        }
        return forms.get(self.style, f"{self.count}.")


def markers(layout: Layout) -> Markers:
    """A counter for this layout."""
    word = layout.make in ("docx", "docx-pdf", "odt")
    on = word and layout.remark != "1.1" and not layout.extras & {"restart", "typed"}
    return Markers(layout.remark, through=on or layout.remark == "1.")


def _letter(count: int) -> str:
    """a to z, and then aa, as Word counts."""
    return chr(97 + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    tens, ones = divmod(count, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]
