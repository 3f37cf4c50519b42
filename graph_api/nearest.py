"""The clause that comes nearest to a theme where a plan has none of it, so that "not stated" can be judged.

In: a theme or beneficiary of a coverage table, and the plans without it.  Out: `NearestClause` for each plan.  The
labels of the concept are looked for one by one, as words, and nearness is the share of a label's letters that stand in
the clause by two or more: 1.0 has the whole label, 0.5 half of it, which is mostly a word that many subjects share.
Example: for 农业生产 the clause "统筹生产、生活、生态空间" is 0.5 near, by 生产; for 大气污染防治 there may be none.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import strawberry

from graph_api.citation import source_url
from graph_api.links import one
from ontology.vocabulary import VocabularyName, load_vocabulary
from search.filters import Filters
from search.hits import Hit
from search.index import ClauseIndex
from search.wanted import Wanted

# A plan whose best clause for a label stands behind so many others, for each plan looked at, has only noise for it.
_DEPTH = 10
_BLANKS = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest clause of a plan."""

    hit: Hit
    label: str
    matched: tuple[str, ...]

    @property
    def nearness(self) -> float:
        """The share of the label's letters that the clause has."""
        return round(sum(map(len, self.matched)) / len(self.label), 2)


def nearest(index: ClauseIndex, labels: Sequence[str], plans: Iterable[str]) -> dict[str, Near]:
    """For each plan that has one, the clause nearest to any of the labels; of equals the first."""
    known = set(index.filter_values("plans"))
    within = tuple(plan for plan in plans if plan in known)
    found: dict[str, Near] = {}
    if not within:
        return found
    wanted = Wanted(limit=_DEPTH * len(within), mode="lexical")
    for label in labels:
        for hit in index.search(label, Filters(plans=within), wanted).hits:
            near = Near(hit, label, _held(label, hit.quote))
            if near.nearness > (found[hit.plan_id].nearness if hit.plan_id in found else 0):
                found[hit.plan_id] = near
    return found


@cache
def labels_of(vocabulary: VocabularyName) -> Mapping[str, tuple[str, ...]]:
    """The labels of each concept of a vocabulary by its id, the preferred one first."""
    return {concept.id: (concept.pref_label, *concept.alt_labels) for concept in load_vocabulary(vocabulary)}


def _held(label: str, quote: str) -> tuple[str, ...]:
    """The stretches of the label, two letters or more, that the quote has."""
    said = _BLANKS.sub("", quote)
    found: list[str] = []
    end = 0
    for start in range(len(label) - 1):
        if label[start : start + 2] in said:
            if start < end:
                found[-1] += label[start + 1]
            else:
                found.append(label[start : start + 2])
            end = start + 2
    return tuple(found)


@strawberry.type(description="规划没有某主题时最接近的条款 | The clause nearest to a theme that the plan has not")
class NearestClause:
    """The nearest clause."""

    clause_id: strawberry.ID = strawberry.field(description="条款的 id | Id of the clause")
    quote: str = strawberry.field(description="条款原文 | The clause, word for word")
    start: int = strawberry.field(description="在原文中的起点 | Where it begins in the plan's text")
    end: int = strawberry.field(description="在原文中的终点（不含） | Where it ends (exclusive)")
    nearness: float = strawberry.field(
        description="接近程度：标签的字有多少见于条款，至 1 | How near: the share of the label's letters in it, up to 1"
    )
    label: str = strawberry.field(description="最接近的是主题的哪个标签 | Which label of the theme came nearest")
    matched: list[str] = strawberry.field(description="标签中见于条款的字词 | What the clause has of the label")
    url: str = strawberry.field(description="打开原文并标出它的地址 | Address that shows it marked in the plan's text")

    clause = one("clause", "clause_id", "条款 | The clause", required=True)


async def nearest_clauses(
    index: ClauseIndex, labels: Sequence[str], lacking: Sequence[str | None], public_url: str
) -> list[NearestClause | None]:
    """The nearest clause for each plan of `lacking`; None where it is None, or where the plan has nothing near."""
    found = await asyncio.to_thread(nearest, index, labels, [plan for plan in lacking if plan is not None])
    near = (found.get(plan) if plan is not None else None for plan in lacking)
    return [None if clause is None else _told(clause, public_url) for clause in near]


def _told(near: Near, public_url: str) -> NearestClause:
    hit = near.hit
    return NearestClause(
        clause_id=strawberry.ID(hit.clause_id),
        quote=hit.quote,
        start=hit.start,
        end=hit.end,
        nearness=near.nearness,
        label=near.label,
        matched=list(near.matched),
        url=source_url(hit.plan_id, hit.start, hit.end, public_url),
    )
