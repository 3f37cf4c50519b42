from __future__ import annotations

from graph_api.nearest import nearest, nearest_clauses
from search.entries import Entry
from search.index import ClauseIndex
from tests.graph_api.conftest import Ask
from tests.graph_api.test_questions import data_of

TOLD = ("clause_id", "quote", "start", "end", "nearness", "label", "matched", "url")


def index_of(**plans: list[str]) -> ClauseIndex:
    return ClauseIndex.build(
        [
            Entry(
                clause_id=f"{plan}#c{place}", plan_id=plan, start=0, end=len(quote), quote=quote, path=(),
                kind="task", region=None, period=None,
            )
            for plan, quotes in plans.items()
            for place, quote in enumerate(quotes, start=1)
        ]
    )  # fmt: skip


def test_the_nearest_clause_has_the_most_letters_of_a_label() -> None:
    index = index_of(
        a=["统筹生产、生活、生态空间。"],
        b=["依托供销合作社强化农产品收购、农资供应等服务 供给。"],
        c=["加强消防安全管理。"],
    )
    found = nearest(index, ("农业生产", "农产品供给"), ["a", "b", "c", "unknown"])
    assert {plan: (near.hit.clause_id, near.label, near.matched, near.nearness) for plan, near in found.items()} == {
        "a": ("a#c1", "农业生产", ("生产",), 0.5),
        "b": ("b#c1", "农产品供给", ("农产品", "供给"), 1.0),
    }


async def test_each_plan_without_it_gets_its_clause_with_an_address() -> None:
    index = index_of(a=["统筹生产、生活、生态空间。"], b=["完善设施。"])
    found = await nearest_clauses(index, ("农业生产",), [None, "a", "b"], "https://plans.example")
    assert [one and {name: getattr(one, name) for name in TOLD} for one in found] == [
        None,
        {
            "clause_id": "a#c1", "quote": "统筹生产、生活、生态空间。", "start": 0, "end": 13, "nearness": 0.5,
            "label": "农业生产", "matched": ["生产"],
            "url": "https://plans.example/plans/a/source?start=0&end=13#quote",
        },
        None,
    ]  # fmt: skip


async def test_for_what_no_plan_comes_near_there_is_no_clause(ask: Ask) -> None:
    found = await data_of(ask, '{ coverage(ids: ["theme/emergency"]) { rows { covered nearest { clauseId } } } }')
    assert found["coverage"] == {"rows": [{"covered": [True, False, False], "nearest": [None, None, None]}]}
