"""A line as the splitter looks at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from notulist.components.markers import Marker
from notulist.reading.source import Line


@dataclass(frozen=True, slots=True)
class View:
    """A line that holds more than white space, with what its surroundings tell."""

    line: Line
    text: str
    """As in the source, white space at both ends included."""
    marker: Marker | None
    indent: float
    """Where its first character stands: characters (text) or points (PDF); level (DOCX)."""
    gap: int
    """Empty lines between it and the line before (page furniture aside)."""
    full: bool
    """Whether the first word of the next line would not have fitted on it: a wrapped line."""
    title: bool = False
    """Whether it is a title that its text follows on the same line."""
    glued: bool = False
    """Whether it goes on on the same line behind the view before it, a title run in."""

    @property
    def body(self) -> str:
        """The text behind the marker, stripped."""
        return (
            self.text[self.marker.length if self.in_text else 0 :].strip()
            if self.marker
            else self.text.strip()
        )

    @property
    def in_text(self) -> bool:
        """Whether the marker stands in the text itself (Word keeps it apart)."""
        return self.marker is not None and self.line.marker is None

    @property
    def start(self) -> int:
        """Offset of the first character behind the marker."""
        skip = (
            self.marker.length
            if self.marker and self.in_text
            else len(self.text) - len(self.text.lstrip())
        )
        return self.line.start + skip

    @property
    def end(self) -> int:
        """Offset past the last character that isn't white space."""
        return self.line.start + len(self.text.rstrip())


def pieces_of(views: Sequence[View]) -> tuple[tuple[int, int], ...]:
    """Offsets of lines that belong together, the marker before the first excluded."""
    return tuple(
        (view.start if i == 0 else view.line.start, view.end) for i, view in enumerate(views)
    )
