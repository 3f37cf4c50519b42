"""The amounts that a plan commits to in running text: one `Target` an amount.

In: the outline and the clauses of a plan.  Out: `Target` facts in the order of the source.
Relied on: amounts in the goals, the tasks and what secures them are commitments, unless the words around them say that
they are a condition, a name, or already so; a year holds for what follows it in its sentence.
Example: "实现政务代办服务村（社区）全覆盖" commits to 100 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.paragraph_index import ParagraphIndex
from ingest.passage import Passage
from ingest.quantity_rules import NO_COMMITMENT
from ingest.rules import Rule
from ingest.statement_rules import STATED
from ingest.statement_subjects import told_by_heading, told_by_sentence_before
from ingest.statements import read_statements
from ingest.structure import Item, Outline
from ingest.years import Years
from ontology.records import Clause, Target

NOTE = Rule(
    "target.note",
    "a paragraph of notes explains a table and commits to nothing",
    re.compile(r"^[（(]?(?:备?注(?:释|解)?\d*[：:.、]|注\d|[①②③④⑤⑥⑦⑧⑨])|^说明[：:]|^数据来源"),
    examples=("注：①化学需氧量和氨氮排放总量包括工业、城镇生活和农业源排放总量",),
    counter_examples=("注重发现培养农村社区社会组织骨干人才",),
)
RULES = (NOTE,)
_ZONES = frozenset({"ideas", "goals", "tasks", "safeguards"})
# What stands between two clauses of one sentence.
_SENTENCE_GOES_ON = "；;"


def find_targets(outline: Outline, clauses: Sequence[Clause]) -> tuple[Target, ...]:
    """The targets that the clauses state, in their order."""
    items = {item.id: item for item in outline.items}
    paragraphs = ParagraphIndex.build(outline)
    found: list[Target] = []
    carried: int | None = None
    before = ""  # what the sentence before was about, in the same unit
    last = ""
    for clause in clauses:
        if clause.zone not in _ZONES or NOTE.match(paragraphs.opening(clause)):
            carried = None
            continue
        item = items[clause.id.partition("#")[0]]
        here = list(_targets(clause, item, carried, before if last == item.id else ""))
        before, last = here[-1].subject if here else "", item.id
        found += here
        carried = _year_that_goes_on(clause, carried)
    return tuple(found)


def _targets(clause: Clause, item: Item, carried: int | None, before: str) -> Iterator[Target]:
    statements = read_statements(clause.text, NO_COMMITMENT)
    if not statements:
        return
    passage = Passage.read(clause.span.source, clause.span.start, clause.span.end)
    for count, statement in enumerate(statements, 1):
        quantity = statement.quantity
        subject = told_by_sentence_before(statement.subject, before if count == 1 else "")
        yield Target(
            id=f"{clause.id}/target-{count}",
            span=passage.span(statement.start, statement.end),
            rule=STATED[quantity.form].name,
            unit=item.unit,
            unit_id=item.unit_id,
            subject=told_by_heading(subject, item.unit),
            comparator=quantity.comparator,
            value=quantity.value,
            unit_of_measure=quantity.unit,
            by_year=statement.by_year or carried,
            clause_id=clause.id,
        )


def _year_that_goes_on(clause: Clause, carried: int | None) -> int | None:
    """The year that still holds for the next clause of the same sentence: the only one said so far."""
    if not clause.text.endswith(tuple(_SENTENCE_GOES_ON)):
        return None
    said = {mention.year for mention in Years.read(clause.text).mentions}
    return carried if not said else said.pop() if len(said) == 1 else None
