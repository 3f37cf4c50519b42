"""The page of commitments: which all plans share, which most, which some, and what one alone promises.

In: the parameters of the address.  Out: the values of the template: for each reach its commitments, with a cell a plan.
Example: /commitments?as=special_action shows the special actions only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import QueryParams

from graph.values import Value
from graph_api.common_commitments import CommitmentStatement, CommonCommitment, commitments
from graph_api.context import Context
from graph_api.errors import BadUserInput
from graph_api.shown_plans import ShownPlan
from graph_api.words import FactKind, Reach

_ALL = 1_000_000
KINDS: Mapping[str, str] = {
    FactKind.INDICATOR.value: "指标",
    FactKind.TARGET.value: "正文目标",
    FactKind.SPECIAL_ACTION.value: "专项行动",
}


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment and, plan by plan, how it is put; an empty cell is a plan that does not make it."""

    commitment: CommonCommitment
    cells: list[list[CommitmentStatement]]


async def commitments_values(params: QueryParams, context: Context, plans: Sequence[ShownPlan]) -> dict[str, Any]:
    """What the template shows; raises BadUserInput for an unknown kind."""
    rows = await commitment_rows(params, context, [plan.id for plan in plans])
    by_reach = [(reach, [row for row in rows if row.commitment.reach is reach]) for reach in Reach]
    return {"plans": plans, "by_reach": by_reach, "kinds": KINDS, "chosen": params.getlist("as")}


async def commitment_rows(params: QueryParams, context: Context, plans: Sequence[str]) -> list[CommitmentRow]:
    """The commitments of the kinds chosen in the address, with a cell for each of `plans`."""
    chosen: list[Value] = [*params.getlist("as")]
    if unknown := [kind for kind in chosen if kind not in KINDS]:
        raise BadUserInput(f"as: found {str(unknown[0])[:80]!r}, expected one of: {', '.join(KINDS)}")
    found, _ = await commitments(context, {"statedAs": chosen or None}, (0, _ALL))
    return [await _row(one, plans) for one in found]


async def _row(one: CommonCommitment, plans: Sequence[str]) -> CommitmentRow:
    said = await one.said.of(one.concept_id)
    return CommitmentRow(one, [[each for each in said if each.plan_id == plan] for plan in plans])
