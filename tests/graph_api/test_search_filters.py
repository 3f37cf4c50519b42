"""The filters of the searches over GraphQL: what the facets give is what the arguments take."""

from __future__ import annotations

from typing import Any

import pytest

from tests.graph_api.conftest import Ask
from tests.graph_api.test_questions import data_of

ARGUMENTS = {
    "plans": "[ID!]",
    "regions": "[ID!]",
    "periods": "[String!]",
    "levels": "[Level!]",
    "years": "[String!]",
    "themes": "[ID!]",
    "beneficiaries": "[ID!]",
    "kinds": "[UnitKind!]",
}
QUERY = "社区服务 养老 老年 助餐"


def asking(arguments: dict[str, str], selection: str) -> str:
    """A search by words with some arguments as variables."""
    declared = ", ".join(f"${name}: {kind}" for name, kind in arguments.items())
    given = ", ".join(f"{name}: ${name}" for name in arguments)
    head = f"query ({declared})" if arguments else "query"
    return f'{head} {{ searchClauses(query: "{QUERY}" {given}) {{ {selection} }} }}'


async def refusal(ask: Ask, query: str, **variables: object) -> str:
    """The one message with which a question is refused as bad input."""
    (error,) = (await ask(query, **variables))["errors"]
    assert error["extensions"] == {"code": "BAD_USER_INPUT"}
    message: str = error["message"]
    return message


async def test_every_value_of_every_facet_filters_as_it_stands_to_as_many_as_it_counts(ask: Ask) -> None:
    found: Any = await data_of(ask, asking({}, "totalCount facets { filter values { value count } }"))
    facets = {facet["filter"]: facet["values"] for facet in found["searchClauses"]["facets"]}
    assert facets.keys() == ARGUMENTS.keys()
    for name, values in facets.items():
        for each in values:
            only: Any = await data_of(ask, asking({name: ARGUMENTS[name]}, "totalCount"), **{name: [each["value"]]})
            assert only["searchClauses"]["totalCount"] == each["count"], (name, each)


async def test_facets_are_spelled_as_arguments_and_a_region_counts_those_within_it(ask: Ask) -> None:
    found: Any = await data_of(ask, asking({}, "totalCount facets { filter values { value count } }"))
    values = {
        facet["filter"]: {each["value"]: each["count"] for each in facet["values"]}
        for facet in found["searchClauses"]["facets"]
    }
    plans = values["plans"]
    assert values["regions"] == {"region/990000": plans["jia"] + plans["yi"], "region/990100": plans["yi"]}
    assert values["levels"] == {"PROVINCE": plans["jia"], "CITY": plans["yi"]}
    assert values["kinds"].keys() == {"TASK", "SPECIAL_ACTION", "SECTION"}
    assert values["years"] == dict.fromkeys(["2021", "2022", "2023", "2024", "2025"], plans["jia"])


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("level: CITY", "levels: [CITY]"),
        ("year: 2023", 'years: ["2023"]'),
        ('period: "十三五"', 'periods: ["十三五"]'),
        ('regions: ["990100"]', 'regions: ["region/990100"]'),
    ],
)
async def test_a_filter_of_one_value_is_a_list_of_it(one: str, many: str, ask: Ask) -> None:
    counts = []
    for given in (one, many):
        found: Any = await data_of(ask, f'{{ searchClauses(query: "{QUERY}", {given}) {{ totalCount }} }}')
        counts.append(found["searchClauses"]["totalCount"])
    assert counts[0] == counts[1] > 0


async def test_the_values_of_a_filter_are_alternatives(ask: Ask) -> None:
    found: Any = await data_of(
        ask,
        f"""{{ both: searchClauses(query: "{QUERY}", levels: [CITY, PROVINCE]) {{ nodes {{ planId }} }}
               mixed: searchClauses(query: "{QUERY}", level: CITY, levels: [PROVINCE]) {{ nodes {{ planId }} }} }}""",
    )
    assert {hit["planId"] for hit in found["both"]["nodes"]} == {"jia", "yi"}
    assert found["mixed"] == found["both"]


async def test_every_unknown_value_is_named_with_those_there_are(ask: Ask) -> None:
    query = asking({"regions": "[ID!]", "periods": "[String!]"}, "totalCount")
    told = await refusal(ask, query, regions=["region/990100", "region/999999", "990300"], periods=["十五五"])
    assert told == (
        "filter regions: 'region/999999', '990300' found, expected one of: region/990000, region/990100; "
        "filter periods: '十五五' found, expected one of: 十三五, 十四五"
    )


async def test_filters_that_no_plan_passes_together_find_nothing(ask: Ask) -> None:
    query = asking({"regions": "[ID!]", "periods": "[String!]"}, "totalCount nodes { planId }")
    found = await data_of(ask, query, regions=["region/990000"], periods=["十三五"])
    assert found["searchClauses"] == {"totalCount": 0, "nodes": []}


@pytest.mark.parametrize(
    ("given", "alike"),
    [
        ("first: 5", ["yi/1.1#c2"]),
        ("kinds: [TASK]", ["yi/1.1#c2"]),
        ("kinds: [SECTION]", []),
        ('regions: ["990100"]', ["yi/1.1#c2"]),
        ("level: PROVINCE", []),
        ('periods: ["十三五"]', []),
        ('plans: ["jia", "yi"]', ["yi/1.1#c2"]),
    ],
)
async def test_what_says_the_like_takes_the_filters_of_the_search(given: str, alike: list[str], ask: Ask) -> None:
    found: Any = await data_of(ask, f'{{ similarClauses(clause: "jia/0#c1", {given}) {{ clauseId }} }}')
    assert [hit["clauseId"] for hit in found["similarClauses"]] == alike


async def test_what_says_the_like_names_what_cannot_be_looked_at(ask: Ask) -> None:
    query = '{{ similarClauses(clause: "jia/0#c1", {}) {{ clauseId }} }}'
    assert "'十五五' found" in await refusal(ask, query.format('periods: ["十五五"]'))
    told = await refusal(ask, query.format('plans: ["jia"]'))
    assert told == "plans: found only 'jia', the clause's own plan, expected another one, or ownPlan: true"
    own: Any = await data_of(ask, query.format('plans: ["jia"], ownPlan: true'))
    assert own["similarClauses"] == []
