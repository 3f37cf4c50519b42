"""What all plans promise, or most, or one alone: asked of the three plans over HTTP."""

from __future__ import annotations

import pytest

from graph_api.words import Reach
from tests.graph_api.conftest import Ask

QUESTION = """
query ($reach: [Reach!], $statedAs: [FactKind!], $plans: [ID!], $period: String, $first: Int, $after: String) {
  commonCommitments(reach: $reach, statedAs: $statedAs, plans: $plans, period: $period, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      conceptId reach planCount planTotal planIds
      statements { planId factKind comparator value unit citation { quote section url } }
    }
  }
}
"""


async def test_a_commitment_has_its_plans_and_the_words_of_each(ask: Ask) -> None:
    answer = await ask(QUESTION, statedAs=["INDICATOR", "TARGET"])
    found = answer["data"]["commonCommitments"]
    assert found["totalCount"] == 3
    area = found["nodes"][0]
    assert [area[name] for name in ("conceptId", "reach", "planCount", "planTotal")] == ["indicator/area", "MOST", 2, 3]
    assert [
        (one["planId"], one["factKind"], one["comparator"], one["value"], one["unit"], one["citation"]["quote"])
        for one in area["statements"]
    ] == [
        ("jia", "INDICATOR", ">=", 30.0, "平方米", "每百户设施面积（平方米） 25 ≥30 预期性"),
        ("yi", "TARGET", ">=", 40.0, "平方米", "每百户设施面积不少于40平方米"),
    ]
    assert area["statements"][1]["citation"]["url"] == "/plans/yi/source?start=31&end=46#quote"


async def test_what_one_alone_promises_is_asked_for_by_its_reach(ask: Ask) -> None:
    found = (await ask(QUESTION, reach=["ONE"]))["data"]["commonCommitments"]["nodes"]
    assert [(one["conceptId"], one["planIds"]) for one in found] == [
        ("indicator/staff", ["jia"]),
        ("target/meals", ["jia"]),
    ]


async def test_statements_are_of_the_plans_and_kinds_chosen_only(ask: Ask) -> None:
    answer = await ask(QUESTION, plans=["yi", "bing"], statedAs=["TARGET"])
    (area,) = answer["data"]["commonCommitments"]["nodes"]
    assert (area["reach"], [one["planId"] for one in area["statements"]]) == ("ONE", ["yi"])


async def test_pages_follow_each_other_with_the_statements_of_their_own(ask: Ask) -> None:
    first = (await ask(QUESTION, first=3))["data"]["commonCommitments"]
    rest = await ask(QUESTION, first=3, after=first["pageInfo"]["endCursor"])
    assert [one["conceptId"] for one in first["nodes"]] == ["action/meals", "indicator/area", "indicator/staff"]
    assert [one["conceptId"] for one in rest["data"]["commonCommitments"]["nodes"]] == ["target/meals"]
    assert [len(one["statements"]) for one in first["nodes"]] == [2, 2, 1]


@pytest.mark.parametrize(
    ("having", "in_all", "reach"),
    [(0, 3, None), (1, 1, Reach.ALL), (1, 2, Reach.ONE), (2, 4, Reach.SOME), (3, 5, Reach.MOST), (5, 5, Reach.ALL)],
)
def test_reach_is_told_by_how_many_of_how_many(having: int, in_all: int, reach: Reach | None) -> None:
    assert Reach.of(having, in_all) is reach


async def test_themes_tell_how_widely_they_are_shared(ask: Ask) -> None:
    rows = (await ask("{ coverage { rows { id reach } } }"))["data"]["coverage"]["rows"]
    assert {row["id"]: row["reach"] for row in rows} == {
        "theme/care": "MOST",
        "theme/digital": "MOST",
        "theme/digital-care": None,
        "theme/emergency": "ONE",
        "theme/people": "MOST",
    }
