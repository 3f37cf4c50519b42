"""One indicator across regions, and who has or lacks something.

In: a concept by its id or by the name a plan uses.  Out: `IndicatorComparison` and `WhoHasAnswer`.  A plan that says
nothing is a row too, `stated: false`: that a plan is silent is an answer, that nobody looked is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import strawberry

from graph.values import Value
from graph_api.commitments import CommitmentRanking, IndicatorChange, changes, ranking, statement
from graph_api.comparisons import IndicatorCell, WhoHas
from graph_api.concepts import IndicatorConcept
from graph_api.context import Context
from graph_api.errors import BadUserInput, NotFound
from queries.query import load

_CANDIDATES = 10
# What `whoHas` may be asked of: the argument, the query that answers, its parameter, and the query of things by id.
SUBJECTS = {
    "theme": ("who_has_theme", "theme", "theme"),
    "indicator": ("who_has_indicator", "concept", "indicator_concept"),
    "action": ("who_has_action", "concept", "action_concept"),
    "document": ("who_cites", "document", "document"),
    "text": ("who_mentions", "text", None),
}


@strawberry.type(description="一个指标在各地区的比较 | One indicator compared across regions")
class IndicatorComparison:
    """One indicator across regions."""

    concept: IndicatorConcept = strawberry.field(description="指标概念 | The indicator concept")
    rows: list[IndicatorCell] = strawberry.field(
        description="每次写明一行；未载明的规划也有一行 | A row for each statement, and one for each silent plan"
    )
    stated_count: int = strawberry.field(description="写明的规划数 | How many plans state it")
    not_stated: list[strawberry.ID] = strawberry.field(
        description="未载明的规划的 id | Ids of the plans that do not state it"
    )
    changes: list[IndicatorChange] = strawberry.field(
        description="从基期到目标的变化，每次写明一项，次序同 rows 中写明的行 | "
        "From base to target, one for each statement, in the order of the rows that are stated"
    )
    ranking: CommitmentRanking = strawberry.field(
        description="从最严到最宽的规划 | Plans from the strictest commitment to the weakest"
    )


@strawberry.type(description="谁有、谁没有 | Who has it and who lacks it")
class WhoHasAnswer:
    """Who has something and who lacks it."""

    has: list[WhoHas] = strawberry.field(description="有的规划，连同凭据 | Plans that have it, with what shows it")
    lacks: list[WhoHas] = strawberry.field(description="没有的规划 | Plans that lack it")


async def compare_indicator(
    context: Context, concept: str | None, name: str | None, params: Mapping[str, Value]
) -> IndicatorComparison:
    """The comparison; raises BadUserInput unless exactly one of `concept` and `name` is given, and NotFound."""
    if (concept is None) == (name is None):
        raise BadUserInput("compareIndicator: expected either `concept` (an id) or `name`")
    found = concept if concept is not None else await _concept_named(context, (name or "").strip())
    known: IndicatorConcept | None = await context.load(load("indicator_concept"), found)
    if known is None:
        raise NotFound(f"compareIndicator: found no indicator concept {found[:80]!r}")
    rows: list[IndicatorCell] = await context.rows(load("indicator_across_regions"), {**params, "concept": found})
    silent = list(dict.fromkeys(row.plan_id for row in rows if not row.stated))
    stated = {row.plan_id for row in rows if row.stated}
    statements = [statement(row) for row in rows if row.stated]
    return IndicatorComparison(
        concept=known,
        rows=rows,
        stated_count=len(stated),
        not_stated=silent,
        changes=changes(statements),
        ranking=ranking(statements),
    )


async def _concept_named(context: Context, name: str) -> str:
    """The id of the one concept with that name, or whose facts have it; raises NotFound or BadUserInput."""
    if not name:
        raise BadUserInput("name: found an empty name, expected the name of an indicator")
    concepts = (await context.page(load("indicator_concepts"), 0, _CANDIDATES, {"contains": name})).rows
    for concept in concepts:
        if concept.name == name:
            return str(concept.id)
    facts = (await context.page(load("indicators"), 0, _CANDIDATES, {"contains": name})).rows
    exact = {str(concept) for fact in facts if fact.name == name for concept in fact.concept_ids}
    known = (
        exact or {str(concept.id) for concept in concepts} or {str(id_) for fact in facts for id_ in fact.concept_ids}
    )
    if not known:
        raise NotFound(f"compareIndicator: found no indicator named {name[:80]!r}")
    if len(known) > 1:
        raise BadUserInput(
            f"name: found {len(known)} indicators for {name[:80]!r}, expected one of: {', '.join(sorted(known))}"
        )
    return known.pop()


async def who_has(context: Context, subjects: Mapping[str, Any], params: Mapping[str, Value]) -> WhoHasAnswer:
    """Who has the one subject that is given; raises BadUserInput for none or several, NotFound for an unknown id."""
    given = {name: value for name, value in subjects.items() if value is not None}
    if len(given) != 1:
        found = ", ".join(given) or "none"
        raise BadUserInput(f"whoHas: found {found}, expected exactly one of: {', '.join(SUBJECTS)}")
    ((subject, value),) = given.items()
    question, parameter, things = SUBJECTS[subject]
    if things is not None and await context.load(load(things), value) is None:
        raise NotFound(f"whoHas: found no {subject} {value[:80]!r}")
    rows: list[WhoHas] = await context.rows(load(question), {**params, parameter: value})
    return WhoHasAnswer(has=[row for row in rows if row.has], lacks=[row for row in rows if not row.has])
