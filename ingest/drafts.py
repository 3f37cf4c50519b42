"""The outline while it is being built: a tree of headed stretches, each holding its text and its parts in order.

In: paragraphs, one after the other.  Out: `Draft`, which later becomes an `Item`.  Relied on: a heading closes every
open heading of its own rank or a deeper one.  Example: "（二）完善城乡社区服务设施" closes "3.推动服务机制创新" and
"（一）健全城乡社区服务机制".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.headings import Heading
from ingest.numbering import SERIES, Number
from ingest.passage import Passage
from ingest.structure import Role, Zone

# Ranks leave room between the numbered series for headings without a number.
ROOT_RANK = -10
UNNUMBERED_CHAPTER_RANK = SERIES.index("chapter") * 10 + 5
UNNUMBERED_SECTION_RANK = SERIES.index("han_paren") * 10 + 5
LEAD_RANK = len(SERIES) * 10
BOX_RANK = LEAD_RANK + 10
ACTION_RANK = LEAD_RANK + 20


@dataclass(slots=True, eq=False)
class Draft:
    """One headed stretch; `content` holds its own text and the drafts within it, in document order."""

    role: Role
    rank: int
    heading: Passage | None
    title: str = ""
    number: Number | None = None
    printed: str | None = None
    rule: str = ""
    run_in: bool = False
    parent: Draft | None = None
    content: list[Passage | Draft] = field(default_factory=list)
    lines: tuple[Passage, ...] = ()
    zone: Zone = "preamble"
    level: int = 0

    def add(self, part: Passage | Draft) -> None:
        """Append text or a draft, which becomes a child of this one."""
        if isinstance(part, Draft):
            part.parent = self
        self.content.append(part)

    def children(self, role: Role | None = None) -> list[Draft]:
        """The drafts directly within, of one role or of any."""
        return [part for part in self.content if isinstance(part, Draft) and (role is None or part.role == role)]

    def paragraphs(self) -> list[Passage]:
        """The text that is its own."""
        return [part for part in self.content if not isinstance(part, Draft)]

    def walk(self) -> Iterator[Draft]:
        """The draft and all within it, in document order."""
        stack = [self]
        while stack:
            draft = stack.pop()
            yield draft
            stack.extend(reversed(draft.children()))


def headed(passage: Passage, heading: Heading, role: Role, rank: int) -> Draft:
    """The draft that a heading opens; text that the heading runs into is its first paragraph."""
    number = heading.number
    draft = Draft(
        role,
        rank,
        passage.cut(0, heading.title_end),
        passage.text[heading.title_start : heading.title_end],
        number,
        passage.text[: number.end] if number else None,
        heading.rule,
        heading.body is not None,
    )
    if heading.body is not None:
        draft.content.append(passage.cut(heading.body, len(passage.text)))
    return draft
