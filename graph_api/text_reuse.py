"""Text reuse as GraphQL: what of a plan stands, word for word or nearly, in other plans, and what was changed.

In: a plan, and the others it is held against.  Out: `TextReuse`: the plan's shares of own, shared and adapted text, and
its passages in pages, each with the passage of the other plan and the changes that lead from that one to this.
Example: `textReuse(plan: "…") { own shared nodes { quote otherQuote edits { otherText text changed } } }`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Annotated

import strawberry

from align.provenance import direction
from align.reuse import Edit, Reuse
from graph_api.arguments import AFTER, FIRST
from graph_api.citation import source_url
from graph_api.connections import Connection, PageWanted
from graph_api.context import Info
from graph_api.errors import NotFound
from graph_api.links import one
from graph_api.words import word
from queries.query import load


@strawberry.enum(description="与另一规划的文字有多相同 | How far two passages have the same words")
class ReuseKind(Enum):
    """How far two passages have the same words."""

    SHARED = word("shared", "逐字相同，标点与空白不计 | Word for word, marks and blanks aside")
    ADAPTED = word("adapted", "大体相同，有改动 | Nearly, with changes")


@strawberry.enum(description="谁在先，凭两份规划所印的日期 | Who was first, by the dates that both plans print")
class ReuseDirection(Enum):
    """Who was first."""

    TAKEN_OVER = word("taken_over", "另一规划在先 | The other plan is the earlier")
    HANDED_ON = word("handed_on", "本规划在先 | This plan is the earlier")


@strawberry.enum(description="一处改动的方式 | How a stretch was changed")
class EditKind(Enum):
    """How a stretch was changed."""

    INSERTED = word("inserted", "增加 | Inserted")
    DROPPED = word("dropped", "删去 | Dropped")
    REPLACED = word("replaced", "替换 | Replaced")


@strawberry.enum(description="改动了什么 | What a change is of")
class Changed(Enum):
    """What a change is of."""

    FIGURE = word("figure", "数字，如 80% 改为 90% | A figure, such as 80% to 90%")
    BODY = word("body", "机构，如厅改为局 | A body, such as 厅 to 局")
    PLACE = word("place", "地域，如市改为州 | A place, such as 市 to 州")
    WORDS = word("words", "其他文字 | Other words")


@strawberry.type(description="从另一规划的文字到本规划的一处改动 | One change from the other passage to this one")
class TextEdit:
    """One change."""

    kind: EditKind = strawberry.field(description="改动的方式 | How it was changed")
    changed: Changed = strawberry.field(description="改动了什么 | What the change is of")
    text: str = strawberry.field(description="本规划的文字，删去则空 | The words here, empty where dropped")
    start: int = strawberry.field(description="在本规划原文中的起点 | Where they begin in this plan's text")
    other_text: str = strawberry.field(description="另一规划的文字，增加则空 | The words there, empty where inserted")
    other_start: int = strawberry.field(description="在另一规划原文中的起点 | Where they begin in the other text")


@strawberry.type(description="一段见于另一规划的文字 | A passage that stands in another plan too")
class ReusedPassage:
    """A passage that stands in another plan too."""

    clause_id: strawberry.ID = strawberry.field(description="条款的 id | Id of the clause")
    quote: str = strawberry.field(description="条款原文 | The clause, word for word")
    url: str = strawberry.field(description="打开原文并标出它的地址 | Address that shows it marked in the plan's text")
    other_plan_id: strawberry.ID = strawberry.field(description="另一规划的 id | Id of the other plan")
    other_clause_id: strawberry.ID = strawberry.field(description="另一规划的条款 | The clause of the other plan")
    other_quote: str = strawberry.field(description="另一规划的原文 | The other clause, word for word")
    other_url: str = strawberry.field(description="打开另一规划并标出它的地址 | Address that shows the other marked")
    kind: ReuseKind = strawberry.field(description="有多相同 | How far they are the same")
    share: float = strawberry.field(
        description="本条款的文字有多大部分见于另一规划，至 1 | What part of this clause stands there, up to 1"
    )
    direction: ReuseDirection | None = strawberry.field(
        description="谁在先；日期不足以判断则空 | Who was first, null where the dates do not tell"
    )
    edits: list[TextEdit] = strawberry.field(
        description="从另一规划到本规划的各处改动 | What leads from the other text to this one, in order"
    )

    clause = one("clause", "clause_id", "条款 | The clause", required=True)
    other_clause = one("clause", "other_clause_id", "另一规划的条款 | The other clause", required=True)
    other_plan = one("plan", "other_plan_id", "另一规划 | The other plan", required=True)


@strawberry.type(description="一份规划有多少文字见于其他规划 | How much of a plan stands in other plans")
class TextReuse(Connection[ReusedPassage]):
    """How much of a plan stands in other plans, and which passages."""

    own: float = strawberry.field(description="自有文字所占的份额，按字数 | The share of its own words, by letters")
    shared: float = strawberry.field(description="逐字相同的份额 | The share that stands elsewhere word for word")
    adapted: float = strawberry.field(description="大体相同的份额 | The share that stands elsewhere nearly")


async def text_reuse(
    info: Info,
    plan: Annotated[strawberry.ID, strawberry.argument(description="规划的 id | Id of the plan")],
    others: Annotated[
        list[strawberry.ID] | None,
        strawberry.argument(description="只与这些规划相比（id） | Only against these plans (ids)"),
    ] = None,
    kind: Annotated[ReuseKind | None, strawberry.argument(description="只看这一种 | Only this kind")] = None,
    first: Annotated[int | None, strawberry.argument(description=FIRST)] = None,
    after: Annotated[str | None, strawberry.argument(description=AFTER)] = None,
) -> TextReuse:
    """The plan's shares and a page of its passages; raises NotFound for a plan that is not loaded."""
    context, others = info.context, others or []
    wanted = PageWanted.read(first, after, context, ("textReuse", plan, sorted(others), kind))
    for asked in (plan, *others):
        if await context.load(load("plan"), asked) is None:
            raise NotFound(f"textReuse: found no plan {asked[:80]!r}")
    reuse = await context.holdings.reused.of(context.holdings.store, plan, frozenset(others) - {plan})
    found = [each for each in reuse.found if kind is None or each.kind == kind.value]
    shown = found[wanted.skip : wanted.skip + wanted.size]
    context.budget.spend(len(shown))
    page = wanted.connection([_told(each, reuse.dates, context.settings.public_url) for each in shown], len(found))
    return TextReuse(
        total_count=page.total_count,
        page_info=page.page_info,
        edges=page.edges,
        nodes=page.nodes,
        own=reuse.shares.own,
        shared=reuse.shares.shared,
        adapted=reuse.shares.adapted,
    )


def _told(reuse: Reuse, dates: Mapping[str, str], public_url: str) -> ReusedPassage:
    here, other = reuse.passage, reuse.other
    first = direction(reuse, dates)
    return ReusedPassage(
        clause_id=strawberry.ID(here.id),
        quote=here.quote,
        url=source_url(here.plan_id, here.start, here.start + len(here.quote), public_url),
        other_plan_id=strawberry.ID(other.plan_id),
        other_clause_id=strawberry.ID(other.id),
        other_quote=other.quote,
        other_url=source_url(other.plan_id, other.start, other.start + len(other.quote), public_url),
        kind=ReuseKind(reuse.kind),
        share=reuse.share,
        direction=None if first is None else ReuseDirection(first),
        edits=[_edit(edit) for edit in reuse.edits],
    )


def _edit(edit: Edit) -> TextEdit:
    return TextEdit(
        kind=EditKind(edit.kind),
        changed=Changed(edit.changed),
        text=edit.text,
        start=edit.start,
        other_text=edit.other_text,
        other_start=edit.other_start,
    )
