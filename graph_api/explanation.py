"""Why a fact was found, as GraphQL: its rule with examples, where it stands, what is beside it, what was refused.

In: a fact's id and plan.  Out: the field `explanation` that stands on the type of every kind of fact.
Example: `target(id: "…") { explanation { rule { name reliesOn } refused { quote rule { reliesOn } } } }`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import strawberry

from graph_api.context import Info
from ontology.rules import RULES

if TYPE_CHECKING:
    from ingest import explanation as ingested
    from ontology.rules import RuleNote
    from ontology.spans import Span


@strawberry.type(description="规则：凭原文的何种写法找到事实 | A rule: the habit of the text by which facts are found")
class Rule:
    """A rule."""

    id: strawberry.ID = strawberry.field(description="规则的 id，也是地址 | Id of the rule, also its address")
    name: str = strawberry.field(description="规则的名称 | Name of the rule")
    relies_on: str = strawberry.field(description="规则所凭的写法 | The habit of the text that it relies on")
    examples: list[str] = strawberry.field(
        description="适用的原文，所判之处以⟦⟧标出 | Words that it finds, marked by ⟦⟧"
    )
    counter_examples: list[str] = strawberry.field(
        description="貌似而不适用的原文 | Words that look alike and that it does not find"
    )

    @classmethod
    def of(cls, note: RuleNote) -> Rule:
        """The rule that the rulebook has."""
        return cls(
            id=strawberry.ID(RULES + note.name),
            name=note.name,
            relies_on=note.relies_on,
            examples=list(note.examples),
            counter_examples=list(note.counter_examples),
        )


@strawberry.type(
    description="同一条款中貌似事实而被排除的文字 | Words beside a fact that look like one and were refused"
)
class Refusal:
    """Words that were refused."""

    quote: str = strawberry.field(description="被排除的原文 | The words")
    start: int = strawberry.field(description="在原文中的起点 | Where they begin in the plan's text")
    end: int = strawberry.field(description="在原文中的终点（不含） | Where they end (exclusive)")
    rule: Rule = strawberry.field(description="据以排除的规则 | The rule that is against them")


@strawberry.type(description="为何认定这一事实 | Why a fact was found")
class Explanation:
    """Why a fact was found."""

    rule: Rule = strawberry.field(description="找到它的规则 | The rule that found it")
    reason: str | None = strawberry.field(description="人工增改的理由 | Why a person added or changed it")
    path: list[str] = strawberry.field(description="从章到所在单元的标题 | Titles from the chapter to its unit")
    clause: str | None = strawberry.field(description="写明它的条款原文 | The clause that states it")
    before: str | None = strawberry.field(
        description="前一条款；不在条款中的，为前一同类事实 | The clause before, or the fact of its kind before"
    )
    after: str | None = strawberry.field(
        description="后一条款；不在条款中的，为后一同类事实 | The clause after, or the fact of its kind after"
    )
    refused: list[Refusal] = strawberry.field(description="同一条款中被排除的 | What was refused in the same clause")

    @classmethod
    def of(cls, told: ingested.Explanation) -> Explanation:
        """The explanation as the rules give it."""
        refused = (
            Refusal(quote=each.span.quote, start=each.span.start, end=each.span.end, rule=Rule.of(each.rule))
            for each in told.refused
        )
        return cls(
            rule=Rule.of(told.rule),
            reason=told.reason,
            path=list(told.path),
            clause=_words(told.clause),
            before=_words(told.before),
            after=_words(told.after),
            refused=list(refused),
        )


def _words(span: Span | None) -> str | None:
    return span.quote if span else None


def explained() -> Any:
    """The field that says why a fact was found; on the type of a fact, whose citation names the plan."""

    async def explanation(root: strawberry.Parent[Any], info: Info) -> Explanation | None:
        info.context.budget.spend(1)
        told = await info.context.holdings.explanations.of(root.citation.plan_id, root.id)
        return Explanation.of(told) if told else None

    description = (
        "为何认定：规则、位置、前后文与被排除的 | Why it was found: rule, place, what is beside it, what was refused"
    )
    return strawberry.field(resolver=explanation, description=description)
