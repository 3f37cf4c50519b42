"""The documents plans cite: all of the annotated plans, and each way of citing one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import issuers, references
from ingest.clauses import split_clauses
from ingest.outline import build_outline
from ingest.references import find_references
from ingest.rules import Rule
from ingest.structure import Outline
from ontology.records import Reference
from ontology.spans import Source

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests/gold/citations"


def read(text: str) -> tuple[Reference, ...]:
    return find_references(Outline(Source("plan", text), ()), ())


@pytest.mark.parametrize("rule", [*references.RULES, *issuers.RULES], ids=lambda rule: rule.name)
def test_a_rule_finds_its_examples_and_leaves_its_counter_examples(rule: Rule) -> None:
    rule.check()


@pytest.mark.parametrize("plan", sorted(path.stem for path in GOLD.glob("*.json")))
def test_every_document_that_an_annotated_plan_cites_is_found_once(plan: str) -> None:
    registered = ROOT / "ingest/plans" / f"{plan}.txt"
    path = registered if registered.exists() else ROOT / "tests/gold/sources" / f"{plan}.txt"
    source = Source(plan, path.read_bytes().decode("utf-8"))
    gold: list[dict[str, Any]] = json.loads((GOLD / f"{plan}.json").read_text(encoding="utf-8"))["references"]
    outline = build_outline(source)
    own = {entry["title"] for entry in gold if entry.get("borderline")}  # neutral: the plan's own title
    gold = [entry for entry in gold if entry["title"] not in own]
    found = [fact for fact in find_references(outline, split_clauses(outline)) if fact.title not in own]
    assert {(fact.title, fact.document_number, fact.issuer) for fact in found} == {
        (entry["title"], entry["doc_number"], entry["issuer"]) for entry in gold
    }
    assert len(found) == len(gold)
    assert all(fact.clause_id and fact.id.startswith(f"{fact.clause_id}/reference-") for fact in found)


@pytest.mark.parametrize(
    ("text", "title", "number", "issuer"),
    [
        (
            "实施民政部《城 乡社区服务体系\n建设规划(2016-2020年)》,着力",
            "城乡社区服务体系建设规划(2016-2020年)",
            None,
            "民政部",
        ),
        ("《关于转发〈村民委员会组织法〉的通知》", "关于转发〈村民委员会组织法〉的通知", None, None),
        ("《关于印发《社区规划》的通知》", "关于印发《社区规划》的通知", None, None),
        ("按照中共中央、国务院《关于加强治理的意见》", "关于加强治理的意见", None, "中共中央、国务院"),
        ("贯彻国家发展和改革委员会、民政部《养老服务规范》", "养老服务规范", None, "国家发展和改革委员会、民政部"),
        ("《社区条例》（国务院令第７４３号）规定", "社区条例", "国务院令第７４３号", None),
        ("《社区意见》(国办发[2021]56号)和", "社区意见", "国办发[2021]56号", None),
        ("《社区意见》国办发〔２０２１〕56号文件", "社区意见", "国办发〔２０２１〕56号", None),
        ("《民政部办公厅关于做好工作的通知》", "民政部办公厅关于做好工作的通知", None, "民政部办公厅"),
        ("落实有关部门《社区意见》", "社区意见", None, None),
        ("依据《国家规划》、《某市规划办法》", "国家规划", None, None),
    ],
)
def test_a_citation_gives_its_title_its_number_and_its_issuer(
    text: str, title: str, number: str | None, issuer: str | None
) -> None:
    first = read(text)[0]
    assert (first.title, first.document_number, first.issuer) == (title, number, issuer)


def test_the_quote_holds_issuer_title_and_number() -> None:
    (fact,) = read("按照国务院《关于加强治理的意见》（国发〔2021〕5号）要求")
    assert fact.span.quote == "国务院《关于加强治理的意见》（国发〔2021〕5号）"


def test_a_document_cited_twice_is_one_fact_at_its_fullest_citation() -> None:
    (fact,) = read("落实《社区规划（2016-2020年）》。按照民政部《社区规划(2016—2020年)》（民发〔2016〕9号）")
    assert (fact.issuer, fact.document_number) == ("民政部", "民发〔2016〕9号")


@pytest.mark.parametrize(
    "text",
    [
        "某市社区规划\n现将《某市社区规划》印发给你们",
        "现将《某省社区规划》印发给你们。《某省社区规划》是行动指南",
        "《某市规划》已经市政府同意，现印发给你们",
        "各级要落实《规划》提出的任务",
        "《关于加强社区治理的意见。各级要落实",
        "“互联网+”行动",
    ],
)
def test_the_plan_itself_and_bare_genres_are_no_references(text: str) -> None:
    assert read(text) == ()


def test_a_short_form_is_no_second_document() -> None:
    found = read("按照《关于加强治理的意见》（以下简称《治理意见》）要求。《治理意见》提出")
    assert [fact.title for fact in found] == ["关于加强治理的意见"]


@given(st.text(alphabet="《》〈〉（）〔〕()国务院民政部关于印发的意见通知2021号、，。\n 和根据", max_size=80))
def test_any_text_is_read_with_true_spans_and_distinct_ids(text: str) -> None:
    found = read(text)
    assert len({fact.id for fact in found}) == len(found)
    for fact in found:
        assert text[fact.span.start : fact.span.end] == fact.span.quote
        assert "《" in fact.span.quote
        assert fact.title
