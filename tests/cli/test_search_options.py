"""`crossplan search` with its options, over the five plans: what each changes, and what goes together."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any, get_args

import pytest

from cli.search import FILTERS
from ingest.register import read_registered
from search.filters import FILTER_NAMES
from search.wanted import Mode
from tests.cli.conftest import crossplan, records, refusal

CLAUSE = "chuxiong/3.3.4/column-1/action-13#c4"
SAID = "所有村（社区）均设置1名灾害信息员。"


def search(data: Path, *arguments: str) -> Any:
    (record,) = records(crossplan(data, "search", *arguments))
    return record


def typed(words: bytes, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(words)))


def test_every_value_of_every_facet_filters_as_it_stands_to_as_many_as_it_counts(data: Path) -> None:
    facets = search(data, "灾害信息员", "--facets")["facets"]
    assert facets.keys() == {"plans", "regions", "periods", "levels", "years", "themes", "beneficiaries", "kinds"}
    for name, values in facets.items():
        for value, count in values.items():
            found = search(data, "灾害信息员", "--only", f"{name}={value}", "--limit", "1000")
            assert found["total"] == len(found["hits"]) == count, (name, value)


@pytest.mark.parametrize("region", ["530000", "region/530000", "532300", "region/532300"])
def test_a_region_is_itself_and_what_lies_within_it(data: Path, region: str) -> None:
    found = search(data, "灾害信息员", "--only", f"regions={region}")
    assert {hit["plan_id"] for hit in found["hits"]} == {"chuxiong"}


def test_words_of_the_api_are_taken_too(data: Path) -> None:
    assert search(data, "灾害信息员", "--only", "kinds=TASK") == search(data, "灾害信息员", "--only", "kinds=task")


def test_every_unknown_value_is_named(data: Path) -> None:
    only = ("--only", "regions=990000", "--only", "regions=440300", "--only", "periods=十五五")
    told = refusal(crossplan(data, "search", "灾害", *only))
    assert told.startswith("filter regions: '990000' found, expected one of: region/120000, region/150500")
    assert "; filter periods: '十五五' found, expected one of: " in told


def test_the_like_of_a_clause_is_found_in_the_other_plans(data: Path) -> None:
    record = search(data, "--like", CLAUSE)
    assert (record["like"], record["no_result"]) == (CLAUSE, False)
    assert "chuxiong" not in {hit["plan_id"] for hit in record["hits"]}
    assert record["hits"][0]["quote"].endswith("全区所有村(社区)均设置1名灾害信息员。")
    assert len(search(data, "--like", CLAUSE, "--limit", "1")["hits"]) == 1


def test_the_own_plan_of_a_clause_is_left_out_and_said_so(data: Path) -> None:
    record = search(data, "--like", CLAUSE, "--plan", "chuxiong")
    assert (record["no_result"], record["hits"]) == (True, [])
    assert record["notes"] == [
        "chuxiong is the clause's own plan and is left out; --own-plan looks there too",
    ]
    with_own = search(data, "--like", CLAUSE, "--plan", "chuxiong", "--own-plan")
    assert "notes" not in with_own
    assert {hit["plan_id"] for hit in with_own["hits"]} <= {"chuxiong"}


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        (["--offset", "1"], "--like: found --offset, expected only"),
        (["--mode", "lexical"], "found --mode,"),
        (["--order", "plan"], "found --order,"),
        (["--min-score", "0.5"], "found --min-score,"),
        (["--group", "--facets"], "found --group, --facets,"),
    ],
)
def test_what_the_like_of_a_clause_does_not_take_is_refused(data: Path, beside: list[str], told: str) -> None:
    assert told in refusal(crossplan(data, "search", "--like", CLAUSE, *beside))


def test_the_own_plan_belongs_to_the_like_of_a_clause(data: Path) -> None:
    assert "--own-plan: expected --like CLAUSE beside it" in refusal(crossplan(data, "search", "灾害", "--own-plan"))


def test_grouped_hits_stand_for_all_that_ungrouped_ones_are(data: Path) -> None:
    asked = ("健全基层党组织领导的基层群众自治机制", "--limit", "1000")
    apart, together = search(data, *asked), search(data, *asked, "--group")
    assert together["total"] == len(together["hits"]) < apart["total"]
    held = [clause for hit in together["hits"] for clause in (hit["clause_id"], *hit["same"])]
    assert sorted(held) == sorted(hit["clause_id"] for hit in apart["hits"])
    for hit in together["hits"]:
        plans = [hit["plan_id"], *(other.partition("/")[0] for other in hit["same"])]
        assert len(plans) == len(set(plans))


@pytest.mark.parametrize("group", [[], ["--group"]])
@pytest.mark.parametrize("order", ["score", "plan"])
def test_pages_by_offset_are_the_whole_list(data: Path, group: list[str], order: str) -> None:
    asked = ("灾害信息员", "--order", order, *group)
    whole = search(data, *asked, "--limit", "1000")["hits"]
    pages = [search(data, *asked, "--limit", "4", "--offset", str(at)) for at in range(0, len(whole), 4)]
    assert [hit for page in pages for hit in page["hits"]] == whole
    assert {page["total"] for page in pages} == {len(whole)}
    if order == "plan":
        plans = [*dict.fromkeys(hit["plan_id"] for hit in whole)]
        places = [(plans.index(hit["plan_id"]), hit["start"]) for hit in whole]
        assert places == sorted(places)
    beyond = search(data, *asked, "--offset", "1000")
    assert (beyond["hits"], beyond["total"], beyond["no_result"]) == ([], len(whole), False)


def test_clauses_before_and_after_a_hit_are_those_of_the_text(data: Path) -> None:
    (hit,) = search(data, SAID, "--plan", "chuxiong", "--limit", "1", "--context", "2")["hits"]
    assert hit["clause_id"] == CLAUSE
    around = [*hit["before"], hit, *hit["after"]]
    text = read_registered("chuxiong").text
    assert [text[one["start"] : one["end"]] for one in around] == [one["quote"] for one in around]
    assert [one["start"] for one in around] == sorted(one["start"] for one in around)
    assert [one["clause_id"] for one in hit["before"]] == [CLAUSE.replace("c4", "c2"), CLAUSE.replace("c4", "c3")]
    assert len(hit["after"]) == 2
    like = search(data, "--like", CLAUSE, "--limit", "1", "--context", "1")["hits"][0]
    assert [*map(len, (like["before"], like["after"]))] == [1, 1]


def test_without_context_a_hit_stands_alone(data: Path) -> None:
    assert not {"before", "after"} & search(data, SAID, "--limit", "1")["hits"][0].keys()


def test_a_query_is_read_from_standard_input(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed("灾害信息员\n".encode(), monkeypatch)
    piped = search(data, "-")
    assert piped["hits"] == search(data, "灾害信息员")["hits"]


def test_a_hundred_thousand_characters_are_cut_and_echoed_as_far_as_they_were_read(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(("灾害信息员" * 20_000).encode(), monkeypatch)
    record = search(data, "-")
    assert record["query"] == "灾害信息员" * 200
    assert "query of 100000 characters: only the first 1000 were read" in record["notes"]
    assert record["hits"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (b"", "query: found no words, expected some"),
        (b" \n", "query: found no words"),
        (b"\xff\xfe", "-: found no UTF-8"),
    ],
)
def test_standard_input_without_words_is_refused(
    data: Path, monkeypatch: pytest.MonkeyPatch, words: bytes, told: str
) -> None:
    typed(words, monkeypatch)
    assert told in refusal(crossplan(data, "search", "-"))


@pytest.mark.parametrize("query", ["", " ", "　"])
def test_no_words_are_refused_by_the_name_of_the_argument(data: Path, query: str) -> None:
    assert refusal(crossplan(data, "search", query)) == "query: found no words, expected some"


@pytest.mark.parametrize(("option", "value"), [("--limit", "0"), ("--limit", "-1"), ("--offset", "-1")])
def test_no_hits_at_all_cannot_be_asked_for(data: Path, option: str, value: str) -> None:
    done = crossplan(data, "search", "灾害", option, value)
    assert (done.code, done.out) == (2, "")
    assert option in done.err


def test_the_help_names_every_mode(data: Path) -> None:
    said = crossplan(data, "search", "--help").out
    for mode in get_args(Mode):
        assert mode in said


def test_the_filters_named_are_those_of_the_index() -> None:
    assert FILTERS == FILTER_NAMES
