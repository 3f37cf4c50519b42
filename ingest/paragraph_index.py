"""How the paragraph begins that a clause stands in.

In: an `Outline`.  Out: `ParagraphIndex.opening(clause)`, the first words of the clause's paragraph.
Relied on: what a paragraph is about shows in its first words: notes begin with 注：, the turn from what was reached to
what is lacking with 同时 or 但.  Example: "当前，我国环境状况总体恶化的趋势尚未得到根本遏制".
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from ingest.structure import Outline
from ontology.records import Clause

_LENGTH = 40


@dataclass(frozen=True, slots=True)
class ParagraphIndex:
    """Source offsets at which paragraphs begin, in order, and the cleaned first words of each."""

    starts: tuple[int, ...]
    openings: tuple[str, ...]

    @classmethod
    def build(cls, outline: Outline) -> ParagraphIndex:
        """The index of all paragraphs of the outline's items."""
        begun = sorted(
            (paragraph.offsets[0], paragraph.text[:_LENGTH])
            for item in outline.items
            for paragraph in item.paragraphs
            if paragraph
        )
        return cls(tuple(start for start, _ in begun), tuple(opening for _, opening in begun))

    def opening(self, clause: Clause) -> str:
        """The first words of the paragraph that holds the clause; "" where there is none."""
        index = bisect_right(self.starts, clause.span.start) - 1
        return self.openings[index] if index >= 0 else ""
