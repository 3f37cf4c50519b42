"""Clauses are the smallest sentences that can be quoted alone."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ingest.clauses import split_clauses, split_sentences
from ingest.outline import build_outline
from ingest.passage import Passage
from ingest.register import read_registered, registered_plans
from ontology.spans import Source


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(Passage.read(Source("plan", text), 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("覆盖率达到80%；服务实现全覆盖。", ["覆盖率达到80%；", "服务实现全覆盖。"]),
        ("全面覆盖;服务提升!为什么?因为", ["全面覆盖;", "服务提升!", "为什么?", "因为"]),
        ("强调指出，“重心必须落到社区。基础就实。”要尽力。", ["强调指出，“重心必须落到社区。基础就实。”", "要尽力。"]),
        ("推行“一书三单”（协议书；清单）制度。健全机制。", ["推行“一书三单”（协议书；清单）制度。", "健全机制。"]),
        ("满意度达99.9%。投入3.48亿元。", ["满意度达99.9%。", "投入3.48亿元。"]),
        ("打开“引号没有关上。第二句。", ["打开“引号没有关上。", "第二句。"]),
        ("。。；", []),
        ("市民政局、各区人民政府等按职责分工负责", ["市民政局、各区人民政府等按职责分工负责"]),
    ],
)
def test_sentences_end_at_their_stops(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize("plan_id", registered_plans())
def test_the_clauses_of_a_plan_stand_in_order_and_nowhere_twice(plan_id: str) -> None:
    source = read_registered(plan_id)
    outline = build_outline(source)
    clauses = split_clauses(outline)
    assert [clause.ordinal for clause in clauses] == list(range(1, len(clauses) + 1))
    assert all(one.span.end <= two.span.start for one, two in pairwise(clauses))
    headings = [item.heading.span() for item in outline.items if item.heading]
    assert not any(heading.holds(clause.span) for clause in clauses for heading in headings)
    assert len({clause.id for clause in clauses}) == len(clauses)


@pytest.mark.parametrize("plan_id", registered_plans())
def test_the_quotes_and_brackets_of_a_clause_are_closed(plan_id: str) -> None:
    for clause in split_clauses(build_outline(read_registered(plan_id))):
        assert all(clause.text.count(left) == clause.text.count(right) for left, right in ("“”", "《》", "（）", "()"))


def test_a_clause_knows_its_section_and_its_unit() -> None:
    clauses = {clause.id: clause for clause in split_clauses(build_outline(read_registered("ningxia")))}
    action = clauses["ningxia/3.1.3/column-1/action-4#c2"]
    assert action.text == "到2025年,社区志愿服务站点覆盖率达到80%以上。"
    assert (action.section_id, action.unit_id) == ("ningxia/3.1.3", "ningxia/3.1.3/column-1/action-4")
    task = clauses["ningxia/3.1.2#c1"]
    assert (task.section_id, task.unit_id, task.zone) == ("ningxia/3.1.2", "ningxia/3.1.2/task", "tasks")
    safeguard = clauses["ningxia/4.1#c1"]
    assert (safeguard.unit_id, safeguard.zone) == ("ningxia/4.1/safeguard", "safeguards")
    goal = clauses["ningxia/2.3#c1"]
    assert (goal.unit_id, goal.zone) == ("ningxia/2.3", "goals")
    preamble = clauses["ningxia/0.1#c1"]
    assert (preamble.section_id, preamble.unit_id, preamble.zone) == (None, None, "preamble")


def test_of_a_notice_only_sentences_are_clauses() -> None:
    notice = [c.text for c in split_clauses(build_outline(read_registered("tianjin"))) if c.zone == "front"]
    assert notice == ["经市人民政府同意,现将《天津市十四五城乡社区服务体系建设规划》印发给你们,请照此执行。"]
