"""What a plan says was reached in the past period: one `Baseline` an amount.

In: the outline and the clauses of a plan.  Out: `Baseline` facts in the order of the source.
Relied on: the chapter on what was achieved states its amounts as reached; sections and paragraphs on the situation and
the problems do not.  A date holds for its own clause only.
Example: "截至2020年底，全州1105个村（社区）有志愿服务组织177个" states 1105 个 and 177 个 as of 2020.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.passage import Passage
from ingest.statement_rules import STATED
from ingest.statements import Statement, read_statements
from ingest.structure import Item, Outline
from ontology.records import Baseline, Clause


def find_baselines(outline: Outline, clauses: Sequence[Clause]) -> tuple[Baseline, ...]:
    """The baselines that the clauses state, in their order."""
    items = {item.id: item for item in outline.items}
    return tuple(
        fact
        for clause in clauses
        if clause.zone == "background"
        for fact in _baselines(clause, items[clause.id.partition("#")[0]])
    )


def _baselines(clause: Clause, item: Item) -> Iterator[Baseline]:
    statements = read_statements(clause.text)
    if not statements:
        return
    passage = Passage.read(clause.span.source, clause.span.start, clause.span.end)
    for count, statement in enumerate(statements, 1):
        yield Baseline(
            id=f"{clause.id}/baseline-{count}",
            span=passage.span(statement.start, statement.end),
            rule=STATED[statement.quantity.form].name,
            subject=statement.subject,
            value=statement.quantity.value,
            unit_of_measure=statement.quantity.unit,
            as_of=_as_of(statement),
            unit_id=item.unit_id,
            clause_id=clause.id,
        )


def _as_of(statement: Statement) -> str | None:
    years = [mention.year for mention in statement.years if mention.exact]
    return str(years[-1]) if years else None
