"""How the headings of a plan nest: chapters, sections, numbered items, boxes, tables and what is appended.

In: the plan's paragraphs and tables in order.  Out: the tree of `Draft`s under a root.  Relied on: each series of
numbers has its rank, and a heading closes all headings of its rank or deeper.
Example: "四、保障措施" closes "3. 健全管理激励机制。", "（五）推进城乡社区服务人才队伍建设" and "三、主要任务".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.boxes import COLUMN, INDICATOR_BOX, Box, number_spacing
from ingest.drafts import BOX_RANK, ROOT_RANK, UNNUMBERED_SECTION_RANK, Draft, headed
from ingest.heading_rules import NOTE
from ingest.headings import read_line
from ingest.numbering import Number, read_number
from ingest.paragraphs import Paragraph
from ingest.parts import Part, Table
from ingest.schemes import Scheme, number_of, series_of
from ingest.unnumbered import read_unnumbered
from ingest.zones import APPENDIX, DOING

_LOOK_BACK = 40  # characters before a heading in which its blank lines are counted


def nest(parts: Sequence[Part]) -> Draft:
    """The tree of the plan's headings, from its first chapter on; text before that is the root's own."""
    return _Nest(parts).build()


class _Nest:
    """The tree while paragraphs are taken one by one; `path` leads from the root to the innermost open heading."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self.scheme = Scheme.read(parts)
        self.root = Draft("front", ROOT_RANK, None)
        self.path = [self.root]
        self.chapter: Draft | None = None  # the last chapter
        self.box: Box | None = None
        self.noted: int | None = None  # the count of the last note below a table, 0 before the first
        self.table: Draft | None = None  # an indicator table whose cells have run together

    def build(self) -> Draft:
        for index, part in enumerate(self.parts):
            if isinstance(part, Table):
                self._take_table(part)
            elif not (
                self._take_in_appendix(index, part)
                or self._take_in_note(part)
                or self._take_in_table(part)
                or self._take_in_box(part)
            ):
                self._take(index, part)
        return self.root

    def _take_in_appendix(self, index: int, paragraph: Paragraph) -> bool:
        """Take what is appended as text, or open an appendix; False before it and where the chapters count on."""
        over = index >= self.scheme.end
        if index == self.scheme.end or (not over and self.chapter is not None and APPENDIX.match(paragraph.text)):
            self._place(Draft("front", ROOT_RANK + 1, paragraph.passage, paragraph.text, rule=APPENDIX.name))
            self.path[-1].zone = "appendix"
            self.box = self.table = None
            return True
        if self.path[-1].zone == "appendix" and not over and self._counts_on(paragraph):
            self.path = [self.root]  # what was appended stood between two chapters
        if self.path[-1].zone != "appendix":
            return False
        self.path[-1].add(paragraph.passage)
        return True

    def _counts_on(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph opens the chapter after the last."""
        number = number_of(paragraph)
        last = self.chapter.number if self.chapter is not None else None
        return bool(number and last and number.series == last.series and number.value == last.value + 1)

    def _take_in_note(self, paragraph: Paragraph) -> bool:
        """Take a note or what counts on from it as text; False where the paragraph is neither."""
        number = NOTE.match(paragraph.text)
        counted = read_number(paragraph.text)
        if number is not None:
            self.noted = int(number["value"] or 0)
        elif self.noted is None or counted is None or (counted.series, counted.value) != ("arabic", self.noted + 1):
            self.noted = None
            return False
        else:
            self.noted = counted.value
        self.path[-1].add(paragraph.passage)
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
        if self.table is not None and "。" not in paragraph.text and series_of(paragraph) is None:
            self.table.lines += (paragraph.passage,)
            return True
        self.table = None
        return False

    def _take_table(self, table: Table) -> Draft:
        caption = table.caption
        draft = Draft("table", BOX_RANK, caption, caption.text if caption else "", lines=table.lines)
        # A table after a list of goals belongs to all of them, not to the last.
        holder = next(d for d in reversed(self.path) if d.rank <= UNNUMBERED_SECTION_RANK)
        holder.add(draft)
        return draft

    def _take_in_box(self, paragraph: Paragraph) -> bool:
        """Take the paragraph into the open box; False where it stands outside, which closes the box."""
        box = self.box
        if box is None or COLUMN.match(paragraph.text):
            return False
        if box.untitled and read_line(paragraph.text) is not None:
            box.entitle(paragraph)
            return True
        part, heading = box.judge(paragraph)
        if part == "outside" or self._is_chapter_line(paragraph, box) or self._is_next_chapter(paragraph):
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
        return not self.scheme.chapters and settled and read_line(paragraph.text) is not None

    def _is_next_chapter(self, paragraph: Paragraph) -> bool:
        """Whether a bare numeral counts on from the last chapter: "4 实施保障" after chapter 3."""
        bare = self.scheme.bare_chapter(paragraph.text)
        last = self.chapter.number if self.chapter is not None else None
        if bare is None or bare.number is None or last is None:
            return False
        return bare.number.value == last.value + 1 and paragraph.text[bare.title_start - 1].isdecimal()

    def _take(self, index: int, paragraph: Paragraph) -> None:
        """Take a paragraph that is a heading, a box, or text of the innermost heading."""
        if (column := COLUMN.match(paragraph.text)) is not None:
            self._open_box(index, paragraph, column)
            return
        heading = self.scheme.bare_chapter(paragraph.text) or paragraph.heading
        before = self.parts[index - 1] if index else None
        if heading is not None and heading.body is None and _ends_list(before, paragraph):
            heading = None
        if heading is not None and heading.number is not None:
            rank = self._rank(heading.number)
            self._place(headed(paragraph.passage, heading, "section", rank))
            return
        following = self.parts[index + 1] if index + 1 < len(self.parts) else None
        unnumbered = read_unnumbered(paragraph, following, self.path, self.scheme)
        if unnumbered is not None:
            self._place(headed(paragraph.passage, unnumbered[0], "section", unnumbered[1]))
        else:
            self.path[-1].add(paragraph.passage)

    def _rank(self, number: Number) -> int:
        """How deep the number nests; one counted by a word stands in a section where one is open at the first."""
        if number.series != "word":
            return number.rank * 10 + min(number.depth, 9)
        counted = {draft.number.series: draft.rank for draft in self.path if draft.number}
        if "word" not in counted and "han_paren" in counted:
            return UNNUMBERED_SECTION_RANK
        return counted.get("word", number.rank * 10)

    def _place(self, draft: Draft) -> None:
        while self.path[-1].rank >= draft.rank:
            self.path.pop()
        self.path[-1].add(draft)
        if self.path[-1] is self.root and draft.role == "section":
            self.chapter = draft
        self.path.append(draft)

    def _open_box(self, index: int, paragraph: Paragraph, found: re.Match[str]) -> None:
        printed = (found["number"] or "").strip() or None
        draft = Draft("column", BOX_RANK, paragraph.passage, found["title"].rstrip("：:"), None, printed, COLUMN.name)
        self.path[-1].add(draft)
        outer = next((d for d in reversed(self.path) if d.number and d.number.series == "arabic"), None)
        counts = {d.number.series: d.number.value for d in self.path if d.number}
        self.box = Box(draft, counts, _spacing(outer))
        following = [part for part in self.parts[index + 1 : index + 3] if isinstance(part, Paragraph)]
        self.box.look_ahead(following)
        if outer is not None:
            self.box.outer_gap, self.box.outer_doing = _gap(outer), DOING.match(outer.title) is not None


def _ends_list(before: Part | None, paragraph: Paragraph) -> bool:
    """Whether the paragraph is the last item of a list within a sentence, whose others end in a semicolon."""
    number = read_number(paragraph.text)
    if number is None or not isinstance(before, Paragraph) or not before.text.endswith(("；", ";")):
        return False
    last = read_number(before.text)
    return (
        before.heading is None and last is not None and (last.series, last.value + 1) == (number.series, number.value)
    )


def _gap(draft: Draft) -> int:
    """The blank lines before a heading, as stored."""
    if draft.heading is None:
        return 0
    start = draft.heading.offsets[0]
    before = draft.heading.source.text[max(0, start - _LOOK_BACK) : start]
    blanks = before[len(before.rstrip()) :]
    return max(blanks.replace("\r\n", "\n").count("\n") - 1, 0)


def _spacing(draft: Draft | None) -> str:
    if draft is None or draft.heading is None or draft.number is None:
        return ""
    return number_spacing(draft.heading, draft.number)
