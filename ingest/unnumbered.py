"""Titles without a number that stand on a line of their own: chapters and sections of plans that lost their numbers.

In: a paragraph, what follows it, the path of open headings, and the plan's scheme.  Out: the heading and its rank.
Relied on: 重点任务 and the like are chapters, 指导思想 and the like sections; a title directly followed by another
title is the outer of the two.  Example: "重点任务" before "健全完善党建引领多方参与的城乡社区服务新格局" is a chapter.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.drafts import UNNUMBERED_CHAPTER_RANK, UNNUMBERED_SECTION_RANK, Draft
from ingest.headings import Heading, read_lead, read_line
from ingest.paragraphs import Paragraph
from ingest.parts import Part
from ingest.schemes import Scheme
from ingest.zones import BACKGROUND, DOING, GOALS, IDEAS, PRINCIPLES, SAFEGUARDS, TASKS

# Only chapters are titled so, whatever else their titles may match.
_CHAPTERS = frozenset({"规划背景", "总体要求", "总体思路", "发展背景", "指导方针", "发展环境"})
_COUNTED_CHAPTERS = frozenset({"主要任务", "重点任务", "总体要求"})
_LONGEST_KNOWN = 14


def read_unnumbered(
    paragraph: Paragraph, following: Part | None, path: Sequence[Draft], scheme: Scheme
) -> tuple[Heading, int] | None:
    """The title that the paragraph is, with its rank; None where it is none."""
    text = paragraph.text
    if following is None:
        return None
    if scheme.chapters:
        line = read_line(text)
        rank = _lost_chapter(text, path) if line is not None else None
    else:
        line = read_line(text) or _outer_lead(text, following)
        rank = _rank(text.rstrip("。"), following, path, scheme) if line is not None else None
    return (line, rank) if line is not None and rank is not None else None


def _outer_lead(text: str, following: Part) -> Heading | None:
    """A title that keeps its full stop and stands over other titles."""
    lead = read_lead(text) if text.endswith("。") else None
    if lead is None or lead.body is not None:
        return None
    outer = isinstance(following, Paragraph) and read_lead(following.text) is not None
    return lead if outer or _is_section(text[lead.title_start : lead.title_end]) else None


def _rank(text: str, following: Part, path: Sequence[Draft], scheme: Scheme) -> int | None:
    """The rank of a title in a plan that counts no chapters."""
    root, open_headings = path[0], path[1:]
    if not open_headings and not root.content:
        return None  # the preamble stands before the first chapter
    if scheme.sections or _is_chapter(text):
        return UNNUMBERED_CHAPTER_RANK
    chapters = [draft for draft in open_headings if draft.rank == UNNUMBERED_CHAPTER_RANK]
    if _is_section(text) or any(TASKS.match(chapter.title) for chapter in chapters):
        return UNNUMBERED_SECTION_RANK
    outer = isinstance(following, Paragraph) and read_line(following.text) is not None
    return UNNUMBERED_CHAPTER_RANK if outer or not chapters else UNNUMBERED_SECTION_RANK


def _lost_chapter(text: str, path: Sequence[Draft]) -> int | None:
    """The rank of a chapter that lost its number among others that kept theirs, known by its title."""
    if len(path) == 1 or len(text) >= _LONGEST_KNOWN:
        return None
    chapter = path[1]
    known = SAFEGUARDS.match(text) is not None or text in _COUNTED_CHAPTERS
    return chapter.rank if known and chapter.number is not None else None


def _is_chapter(title: str) -> bool:
    """Whether only a chapter is titled so: 规划背景, 总体要求, 重点任务, 实施保障."""
    if len(title) > _LONGEST_KNOWN:
        return False
    secures = SAFEGUARDS.match(title) is not None and DOING.match(title) is None
    return title in _CHAPTERS or TASKS.match(title) is not None or secures


def _is_section(title: str) -> bool:
    """Whether a section within background or guiding ideas is titled so: 发展基础, 指导思想."""
    rules = (BACKGROUND, IDEAS, PRINCIPLES, GOALS)
    return len(title) <= _LONGEST_KNOWN and DOING.match(title) is None and any(rule.match(title) for rule in rules)
