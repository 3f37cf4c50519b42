"""The page of commitments: which all plans share, which most, which some, and what one alone promises.

In: the parameters of the address.  Out: the values of the template: for each reach how many commitments there are, and
those of this page with a cell a plan; what the plans say is read for one page only, as many plans say much.
Example: /commitments?as=special_action shows the special actions only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from graph.values import Value
from graph_api.common_commitments import CommitmentStatement, CommonCommitment, commitments
from graph_api.context import Context
from graph_api.errors import BadUserInput
from graph_api.search_page import whole
from graph_api.shown_plans import ShownPlan
from graph_api.words import FactKind, Reach

_ALL = 1_000_000
_CELLS = 3_000  # on one page: 600 commitments of five plans, 50 of sixty
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
    """What the template shows; raises BadUserInput for an unknown kind or an offset that is none."""
    offset, size = whole(params.get("offset", "0"), "offset"), max(1, _CELLS // max(1, len(plans)))
    every, total = await commitments(context, _asked(params), (0, _ALL))
    rows = await commitment_rows(params, context, [plan.id for plan in plans], (offset, size))
    counts = Counter(one.reach for one in every)
    by_reach = [(reach, counts[reach], [row for row in rows if row.commitment.reach is reach]) for reach in Reach]
    chosen, following = params.getlist("as"), offset + size
    address = urlencode([*(("as", kind) for kind in chosen), ("offset", following)])
    further = f"/commitments?{address}" if following < total else None
    return {"plans": plans, "by_reach": by_reach, "kinds": KINDS, "chosen": chosen, "next_page": further}


async def commitment_rows(
    params: QueryParams, context: Context, plans: Sequence[str], part: tuple[int, int] = (0, _ALL)
) -> list[CommitmentRow]:
    """The commitments of the kinds chosen in the address, or a part of them, with a cell for each of `plans`."""
    found, _ = await commitments(context, _asked(params), part)
    return [await _row(one, plans) for one in found]


def _asked(params: QueryParams) -> dict[str, Value]:
    """The filter that the address names; raises BadUserInput for an unknown kind."""
    chosen: list[Value] = [*params.getlist("as")]
    if unknown := [kind for kind in chosen if kind not in KINDS]:
        raise BadUserInput(f"as: found {str(unknown[0])[:80]!r}, expected one of: {', '.join(KINDS)}")
    return {"statedAs": chosen or None}


async def _row(one: CommonCommitment, plans: Sequence[str]) -> CommitmentRow:
    cells: dict[str, list[CommitmentStatement]] = {plan: [] for plan in plans}
    for said in await one.said.of(one.concept_id):
        cells.get(str(said.plan_id), []).append(said)
    return CommitmentRow(one, [*cells.values()])
