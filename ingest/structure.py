"""The outline of a plan as records: items in document order, each with the paragraphs that are its own.

The outline stage makes them; clauses and every fact finder read them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ingest.passage import Passage
from ontology.spans import Source

Role = Literal["front", "section", "column", "action", "table"]
# What the chapter is for: the matter before the plan, its preamble, past achievements and situation, guiding ideas,
# principles, goals, the chapters that commit to work, the chapter that secures it, and what is appended.
Zone = Literal["front", "preamble", "background", "ideas", "principles", "goals", "tasks", "safeguards", "appendix"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One headed stretch of the plan.

    `id` is its position ("ningxia/3.1.2", boxes "ningxia/3.1.2/column-1", their actions "…/action-3", indicator tables
    "…/table-1", the notice and the title "ningxia/0", the preamble "ningxia/0.1").  `unit_id` and `unit` name the fact
    that facts of its clauses stand in: the innermost task ("ningxia/3.1.2/task"), safeguard
    ("…/safeguard") or special action it belongs to, or the section itself where there is none.
    """

    id: str
    role: Role
    zone: Zone
    level: int  # 1 to 3 for sections, 0 otherwise
    number: str | None  # as printed
    title: str  # cleaned, without number and final punctuation
    heading: Passage  # number and title as printed; the whole table's caption for tables
    parent_id: str | None
    section_id: str | None  # innermost section: itself for sections
    unit_id: str
    unit: str
    rule: str = ""  # the rule that found the heading
    paragraphs: tuple[Passage, ...]  # own text, without heading and without its children's; a table's non-blank lines


@dataclass(frozen=True, slots=True)
class Outline:
    """A plan's items in document order."""

    source: Source
    items: tuple[Item, ...]
