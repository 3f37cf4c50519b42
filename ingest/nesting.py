"""How the headings of a plan nest: chapters, sections, numbered items, boxes, and chapters that lost their numbers.

In: the plan's paragraphs and tables in order.  Out: the tree of `Draft`s under a root.  Relied on: each series of
numbers has its rank; in a plan without numbers a title directly followed by another title is the outer of the two.
Example: in a plan without numbers, "重点任务" directly before "健全完善党建引领多方参与的城乡社区服务新格局" is a chapter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.boxes import COLUMN, INDICATOR_BOX, Box, number_spacing
from ingest.drafts import (
    BOX_RANK,
    ROOT_RANK,
    UNNUMBERED_CHAPTER_RANK,
    UNNUMBERED_SECTION_RANK,
    Draft,
    headed,
)
from ingest.headings import Heading, read_lead, read_line
from ingest.numbering import Number
from ingest.paragraphs import Paragraph
from ingest.passage import Passage
from ingest.rules import Rule
from ingest.zones import APPENDIX, BACKGROUND, DOING, GOALS, IDEAS, PRINCIPLES, SAFEGUARDS, TASKS


@dataclass(frozen=True, slots=True)
class Table:
    """An indicator table: its caption, None where it has none, and its lines."""

    caption: Passage | None
    lines: tuple[Passage, ...]


BARE = Rule(
    "heading.bare_chapter",
    "in a plan whose sections count 1.1, 1.2 a bare numeral counts the chapters",
    re.compile(r"^(?P<value>\d{1,2})[.．、]?(?P<title>[“\u4e00-\u9fff][^。；，,：:]{1,30})$"),
    ("1现状与形势", "2.指导思想、基本原则和建设目标"),
    ("2020年，建成应急体系", "1.1工作原则"),
)
RULES = (BARE,)

Part = Paragraph | Table
_TOP = ("part", "chapter", "han")


def nest(parts: Sequence[Part]) -> Draft:
    """The tree of the plan's headings, from its first chapter on; text before that is the root's own."""
    return _Nest(parts).build()


class _Nest:
    """The tree while paragraphs are taken one by one; `open` is the path from the root to the innermost heading."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self.root = Draft("front", ROOT_RANK, None)
        self.open = [self.root]
        self.chapter: Draft | None = None  # the last chapter
        self.box: Box | None = None
        self.table: Draft | None = None  # an indicator table whose cells have run together
        self.decimals = frozenset(filter(None, map(_decimal_chapter, parts)))
        self.numbered = bool(self.decimals) or _has_numbered_chapters(parts)
        self.sections_numbered = any(_series(part) == "han_paren" for part in parts)

    def build(self) -> Draft:
        for index, part in enumerate(self.parts):
            if isinstance(part, Table):
                self._take_table(part)
            elif not (self._take_in_appendix(part) or self._take_in_table(part) or self._take_in_box(part)):
                self._take(index, part)
        return self.root

    def _take_in_appendix(self, paragraph: Paragraph) -> bool:
        """Take what is appended as text, or open an appendix; False before it and where the chapters count on."""
        if self.chapter is not None and APPENDIX.match(paragraph.text):
            self._place(
                Draft("front", ROOT_RANK + 1, paragraph.passage, paragraph.text, rule=APPENDIX.name, zone="appendix")
            )
            self.box = self.table = None
            return True
        if self.open[-1].zone != "appendix":
            return False
        heading = paragraph.heading
        number = heading.number if heading else None
        last = self.chapter.number if self.chapter else None
        if number and last and number.series == last.series and number.value == last.value + 1:
            return False
        self.open[-1].add(paragraph.passage)
        return True

    def _take_in_table(self, paragraph: Paragraph) -> bool:
        """Take a line into the indicator table that is open, or open one; False where it is neither."""
        box = INDICATOR_BOX.match(paragraph.text)
        if box is not None:
            passage = paragraph.passage
            end = box.end("title")
            rest = (passage.cut(end, len(passage.text)),) if box["rest"] else ()
            self.table = self._take_table(Table(passage.cut(0, end), rest))
            self.box = None
            return True
        if self.table is not None and "。" not in paragraph.text and _series(paragraph) is None:
            self.table.lines += (paragraph.passage,)
            return True
        self.table = None
        return False

    def _bare_chapter(self, text: str) -> Heading | None:
        """A chapter counted by a bare numeral, in a plan whose sections count 1.1, 1.2."""
        found = BARE.match(text) if self.decimals else None
        if found is None or (int(found["value"]) not in self.decimals and int(found["value"]) - 1 not in self.decimals):
            return None
        number = Number("decimal", int(found["value"]), 0, found.start("title"))
        return Heading(number, found.start("title"), found.end("title"), None, BARE.name)

    def _take_table(self, table: Table) -> Draft:
        draft = Draft("table", BOX_RANK, table.caption, table.caption.text if table.caption else "")
        draft.lines = table.lines
        # A table after a list of goals belongs to all of them, not to the last.
        holder = next(d for d in reversed(self.open) if d.rank <= UNNUMBERED_SECTION_RANK)
        holder.add(draft)
        return draft

    def _take_in_box(self, paragraph: Paragraph) -> bool:
        """Take the paragraph into the open box; False where it stands outside, which closes the box."""
        box = self.box
        if box is None or COLUMN.match(paragraph.text):
            self.box = None
            return False
        part, heading = box.judge(paragraph)
        if part == "outside" or self._is_chapter_line(paragraph, box):
            self.box = None
            return False
        if part == "action" and heading is not None:
            box.take(paragraph, heading)
        else:
            (box.actions[-1] if box.actions else box.draft).add(paragraph.passage)
        return True

    def _is_chapter_line(self, paragraph: Paragraph, box: Box) -> bool:
        """Whether the line is a title outside the box, in a plan without numbers."""
        settled = bool(box.actions) and not box.waiting
        return not self.numbered and settled and read_line(paragraph.text) is not None

    def _take(self, index: int, paragraph: Paragraph) -> None:
        text = paragraph.text
        if (column := COLUMN.match(text)) is not None:
            self._open_box(paragraph, column.end("number") if column["number"] else 2, column.start("title"))
            return
        heading = self._bare_chapter(text) or paragraph.heading
        if heading is not None and heading.number is not None:
            rank = heading.number.rank * 10 + min(heading.number.depth, 9)
            self._place(headed(paragraph.passage, heading, "section", rank))
            return
        line = read_line(text) or self._outer_lead_line(index, text)
        rank = self._line_rank(index, paragraph) if line is not None else None
        if line is not None and rank is not None:
            self._place(headed(paragraph.passage, line, "section", rank))
        else:
            self.open[-1].add(paragraph.passage)

    def _outer_lead_line(self, index: int, text: str) -> Heading | None:
        """A title that keeps its full stop and stands over others, in a plan without numbers."""
        lead = read_lead(text) if not self.numbered and text.endswith("。") else None
        if lead is None or lead.body is not None:
            return None
        following = self.parts[index + 1] if index + 1 < len(self.parts) else None
        outer = isinstance(following, Paragraph) and read_lead(following.text) is not None
        return lead if outer or _is_inner(text[lead.title_start : lead.title_end]) else None

    def _place(self, draft: Draft) -> None:
        while self.open[-1].rank >= draft.rank:
            self.open.pop()
        self.open[-1].add(draft)
        if self.open[-1] is self.root and draft.role == "section":
            self.chapter = draft
        self.open.append(draft)

    def _open_box(self, paragraph: Paragraph, number_end: int, title_start: int) -> None:
        passage = paragraph.passage
        title = passage.text[title_start:].rstrip("：:")
        draft = Draft("column", BOX_RANK, passage, title, None, passage.text[2:number_end].strip() or None, COLUMN.name)
        self.open[-1].add(draft)
        outer = next((d for d in reversed(self.open) if d.number and d.number.series == "arabic"), None)
        last = outer.number.value if outer and outer.number else 0
        self.box = Box(draft, last, _spacing(outer))

    def _line_rank(self, index: int, paragraph: Paragraph) -> int | None:
        """The rank of a title without a number; None where the line is no heading."""
        text = paragraph.text.rstrip("。")
        following = self.parts[index + 1] if index + 1 < len(self.parts) else None
        if following is None:
            return None
        if self.numbered:
            return self._rank_among_numbers(text)
        if not self.root.content and self.open[-1] is self.root:
            return None
        if self.sections_numbered or _is_container(text):
            return UNNUMBERED_CHAPTER_RANK
        under_container = any(_is_task_container(d.title) for d in self.open if d.rank == UNNUMBERED_CHAPTER_RANK)
        if _is_inner(text) or under_container:
            return UNNUMBERED_SECTION_RANK
        next_line = isinstance(following, Paragraph) and read_line(following.text) is not None
        first = not any(d.rank == UNNUMBERED_CHAPTER_RANK for d in self.open)
        return UNNUMBERED_CHAPTER_RANK if next_line or first else UNNUMBERED_SECTION_RANK

    def _rank_among_numbers(self, text: str) -> int | None:
        """A chapter that lost its number keeps a title that only chapters have."""
        if self.open[-1] is self.root or len(text) > 12:
            return None
        chapter = next(d for d in self.open if d is not self.root)
        known = SAFEGUARDS.match(text) or text in {"主要任务", "重点任务", "总体要求"}
        return chapter.rank if known and chapter.number is not None and len(self.open) > 1 else None


def _decimal_chapter(part: Part) -> int | None:
    """The chapter that a heading counted 1.1 stands in."""
    if isinstance(part, Table) or _series(part) != "decimal":
        return None
    return int(re.split("[.．]", part.text, maxsplit=1)[0])


def _series(part: Part) -> str | None:
    if isinstance(part, Table):
        return None
    heading = part.heading
    return heading.number.series if heading is not None and heading.number is not None else None


def _has_numbered_chapters(parts: Sequence[Part]) -> bool:
    return sum(_series(part) in _TOP for part in parts) >= 2


def _is_task_container(title: str) -> bool:
    return TASKS.match(title) is not None


def _is_container(title: str) -> bool:
    """Whether only a chapter is titled so: 规划背景, 总体要求, 重点任务, 实施保障."""
    short = len(title) <= 14
    return short and (
        title in {"规划背景", "总体要求", "总体思路", "发展背景", "指导方针", "发展环境"}
        or _is_task_container(title)
        or (SAFEGUARDS.match(title) is not None and DOING.match(title) is None)
    )


def _is_inner(title: str) -> bool:
    """Whether a section within background or guiding ideas is titled so: 发展基础, 指导思想."""
    rules = (BACKGROUND, IDEAS, PRINCIPLES, GOALS)
    return len(title) <= 14 and DOING.match(title) is None and any(rule.match(title) for rule in rules)


def _spacing(draft: Draft | None) -> str:
    if draft is None or draft.heading is None or draft.number is None:
        return ""
    return number_spacing(draft.heading, draft.number)
