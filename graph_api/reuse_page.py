"""The page of text reuse: what of a plan stands in another plan, word for word or nearly, with each change marked.

In: the parameters of the address.  Out: the values of the template.  Relied on: a change says which words stand here
and which there, and where each begins in its text, so that both passages can be cut at the changes.
Example: /reuse?plan=ningxia&kind=adapted shows what was taken over and changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from align.provenance import Shares, direction
from align.reuse import Passage, Reuse
from graph_api.citation import source_url
from graph_api.context import Context
from graph_api.errors import BadUserInput, NotFound
from graph_api.search_page import whole
from graph_api.shown_plans import ShownPlan
from graph_api.text_reuse import ReuseKind

_PAGE = 20
_SHARES = 12  # plans whose shares are told before one is chosen
_FIRST = {"taken_over": "另一规划在先", "handed_on": "本规划在先"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a passage; `changed` where the other passage has others, or none."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two passages."""

    plan: str
    url: str
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage and the one that it stands in."""

    here: Side
    there: Side
    kind: str
    share: float
    first: str | None


async def reuse_values(params: QueryParams, context: Context, plans: Sequence[ShownPlan]) -> dict[str, Any]:
    """What the template shows; raises NotFound for a plan that is not loaded, BadUserInput for an unknown kind."""
    wanted, kind = params.get("plan", ""), params.get("kind", "")
    offset = whole(params.get("offset", "0"), "offset")
    if kind and kind not in {each.value for each in ReuseKind}:
        raise BadUserInput(f"kind: found {kind[:80]!r}, expected one of: {', '.join(each.value for each in ReuseKind)}")
    values: dict[str, Any] = {"plans": plans, "wanted": wanted, "kind": kind, "offset": offset, "next_page": None}
    if not wanted:
        return {**values, "shares": [await _shares(context, plan) for plan in plans[:_SHARES]], "pairs": []}
    names = {plan.id: plan.region_name for plan in plans}
    if wanted not in names:
        raise NotFound(f"reuse: found no plan {wanted[:80]!r}")
    reuse = await context.holdings.reused.of(context.holdings.store, wanted, frozenset())
    found = [one for one in reuse.found if not kind or one.kind == kind]
    if offset + _PAGE < len(found):
        values["next_page"] = f"/reuse?{urlencode({'plan': wanted, 'kind': kind, 'offset': offset + _PAGE})}"
    pairs = [
        _pair(one, names, _FIRST.get(direction(one, reuse.dates) or ""), context.settings.public_url)
        for one in found[offset : offset + _PAGE]
    ]
    return {**values, "shares": [(wanted, reuse.shares)], "pairs": pairs, "total": len(found), "names": names}


async def _shares(context: Context, plan: ShownPlan) -> tuple[str, Shares]:
    return plan.id, (await context.holdings.reused.of(context.holdings.store, plan.id, frozenset())).shares


def _pair(reuse: Reuse, names: dict[str, str], first: str | None, public_url: str) -> Pair:
    here = [(edit.start - reuse.passage.start, edit.text) for edit in reuse.edits]
    there = [(edit.other_start - reuse.other.start, edit.other_text) for edit in reuse.edits]
    kind = "一字不差" if reuse.kind == ReuseKind.SHARED.value else "有改动"
    return Pair(
        _side(reuse.passage, here, names, public_url),
        _side(reuse.other, there, names, public_url),
        kind,
        reuse.share,
        first,
    )


def _side(passage: Passage, changes: list[tuple[int, str]], names: dict[str, str], public_url: str) -> Side:
    url = source_url(passage.plan_id, passage.start, passage.start + len(passage.quote), public_url)
    return Side(names[passage.plan_id], url, list(_pieces(passage.quote, changes)))


def _pieces(quote: str, changes: list[tuple[int, str]]) -> Iterator[Piece]:
    done = 0
    for start, text in sorted(changes):
        if text:
            yield Piece(quote[done:start], False)
            yield Piece(quote[start : start + len(text)], True)
            done = start + len(text)
    yield Piece(quote[done:], False)
