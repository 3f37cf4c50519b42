"""The outline of the five plans is exactly what reading them gives, and layout changes nothing of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ingest import boxes, front_rules, heading_rules, numbering, schemes, tables, zones
from ingest.outline import build_outline
from ingest.plan import find_plan
from ingest.register import read_registered, registered_plans
from ingest.sections import find_sections
from ingest.special_actions import find_special_actions, find_special_columns
from ingest.structure import Outline
from ingest.tasks import find_safeguards, find_tasks
from ontology.records import Section
from ontology.spans import Source
from ontology.vocabulary import load_regions

GOLD = Path(__file__).parents[1] / "gold"
PLANS = tuple(registered_plans())


def rows(outline: Outline) -> dict[str, list[list[Any]]]:
    """The outline's facts as the gold lists them."""
    return {
        "sections": [[s.level, s.number, s.title] for s in find_sections(outline)],
        "tasks": [[t.title, t.parent] for t in find_tasks(outline)],
        "safeguards": [[s.title, s.parent] for s in find_safeguards(outline)],
        "special_columns": [[c.number, c.title, c.under_task] for c in find_special_columns(outline)],
        "special_actions": [[a.number, a.title, a.column, a.under_task] for a in find_special_actions(outline)],
    }


def gold(plan_id: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((GOLD / "outlines" / f"{plan_id}.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("plan_id", PLANS)
@pytest.mark.parametrize("kind", ["sections", "tasks", "safeguards", "special_columns", "special_actions"])
def test_a_plan_has_the_headings_that_reading_it_gives(plan_id: str, kind: str) -> None:
    assert rows(build_outline(read_registered(plan_id)))[kind] == gold(plan_id)[kind]


@pytest.mark.parametrize("plan_id", PLANS)
def test_a_plan_says_of_itself_what_its_front_says(plan_id: str) -> None:
    record = find_plan(build_outline(read_registered(plan_id)), load_regions()).record()
    said = gold(plan_id)["plan"]
    assert {key: record[key] for key in said} == said


def test_the_outline_agrees_with_the_annotated_plan() -> None:
    annotated = json.loads((GOLD / "chuxiong.json").read_text("utf-8"))
    outline = build_outline(read_registered(annotated["plan_id"]))
    found = rows(outline)
    assert [(s["level"], s["title"]) for s in annotated["sections"]] == [(s[0], s[2]) for s in found["sections"]]
    assert [[t["title"], t["parent"]] for t in annotated["tasks"]] == found["tasks"]
    assert [[t["title"], t["parent"]] for t in annotated["safeguards"]] == found["safeguards"]
    columns = annotated["special_columns"]
    assert [[str(c["no"]), c["title"], c["stands_after_task"]] for c in columns] == found["special_columns"]
    actions = [(a["title"], c["title"]) for c in columns for a in c["actions"]]
    assert actions == [(a[1], a[2]) for a in found["special_actions"]]


def test_an_action_holds_the_text_from_its_head_to_its_tail() -> None:
    annotated = json.loads((GOLD / "chuxiong.json").read_text("utf-8"))
    items = {item.title: item for item in build_outline(read_registered("chuxiong")).items if item.role == "action"}
    for column in annotated["special_columns"]:
        for action in column["actions"]:
            text = "".join(paragraph.text for paragraph in items[action["title"]].paragraphs)
            assert text.startswith(action["text_head"])
            assert text.endswith(action["text_tail"])


def _wrapped(width: int) -> Callable[[str], str]:
    def wrap(text: str) -> str:
        lines = (("　　" if len(line) > 30 else "") + line.strip() for line in text.split("\n"))
        return "\n".join(line[i : i + width] for line in lines for i in range(0, max(len(line), 1), width))

    return wrap


def _contents(text: str) -> str:
    """The text with a table of contents, as extractors leave it, after its title."""
    lines = text.split("\n")
    mark = re.compile(r"^\s*(?:第.{1,3}[章节]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])")
    headings = [line.strip() for line in lines if mark.match(line) and len(line.strip()) < 40]
    title = next(i for i, line in enumerate(lines) if line.strip().endswith("规划") and "通知" not in line)
    pages = [f"{heading.rstrip('。')}……{page}" for page, heading in enumerate(headings, 1)]
    return "\n".join([*lines[: title + 1], "目  录", *pages, *lines[title + 1 :]])


LAYOUTS: dict[str, Callable[[str], str]] = {
    "blank lines gone": lambda text: re.sub(r"\n\s*\n+", "\n", text),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "one line": lambda text: "　　".join(line.strip() for line in text.split("\n") if line.strip()),
    "wrapped": _wrapped(40),
    "blanks in words": lambda text: re.sub("(?<=[\u4e00-\u9fff])(?=的|化|务)", " ", text),
    "page numbers": lambda text: re.sub(r"\n(.*\n.*\n.*\n)", "\n\\1— 7 —\n", text),
    "table of contents": _contents,
    "ideographic commas": lambda text: re.sub(r"(?m)^(\s*)(\d{1,2})[.．]\s*(?!\d)", r"\1\2、", text),
    "Markdown": lambda text: re.sub(r"(?m)^\s*((?:第.{1,3}章|[一二三四五六七八九十]+、).{1,50})$", r"## **\1**", text),
}


def _titles(outline: Outline) -> dict[str, list[list[Any]]]:
    """The rows without the printed numbers, which a layout may print otherwise."""
    return {
        kind: [[cell for cell in row if not re.fullmatch(r"[\d.．、]+", str(cell))] for row in listed]
        for kind, listed in rows(outline).items()
    }


@pytest.mark.parametrize("plan_id", PLANS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout_changes_nothing_of_the_outline(plan_id: str, layout: str) -> None:
    text = read_registered(plan_id).text
    plain = _titles(build_outline(Source("plan", text)))
    assert _titles(build_outline(Source("plan", LAYOUTS[layout](text)))) == plain


def test_items_stand_in_the_order_of_the_source_and_have_one_address_each() -> None:
    for plan_id in PLANS:
        outline = build_outline(read_registered(plan_id))
        starts = [item.heading.offsets[0] for item in outline.items if item.heading and item.role != "front"]
        assert starts == sorted(starts)
        assert len({item.id for item in outline.items}) == len(outline.items)


def test_a_section_knows_the_section_around_it() -> None:
    sections = {section.id: section for section in find_sections(build_outline(read_registered("ningxia")))}
    inner = sections["ningxia/3.1.2"]
    assert (inner.title, inner.number, inner.parent_id) == ("推进“五社联动”", "2.", "ningxia/3.1")
    outer = sections["ningxia/3"]
    assert (outer.title, outer.parent_id, outer.zone) == ("重点任务", None, "tasks")
    assert isinstance(inner, Section)
    assert inner.span.quote == "2.推进“五社联动”"


def test_every_heading_names_the_rule_that_found_it() -> None:
    modules = (numbering, heading_rules, schemes, boxes, tables, zones, front_rules)
    names = {rule.name for module in modules for rule in module.RULES}
    for plan_id in PLANS:
        assert {item.rule for item in build_outline(read_registered(plan_id)).items} <= names


def test_the_indicator_table_is_an_item_whose_paragraphs_are_its_lines() -> None:
    outline = build_outline(read_registered("ningxia"))
    table = next(item for item in outline.items if item.role == "table")
    assert (table.id, table.section_id) == ("ningxia/2.3/table-1", "ningxia/2.3")
    assert [line.text for line in table.paragraphs[:6]] == [
        "序号",
        "指标",
        "2020年基期值",
        "2025年",
        "目标值",
        "指标属性",
    ]
    assert [line.text for line in table.paragraphs[-5:]] == [
        "8",
        "志愿服务站点在社区综合服务设施中的覆盖率",
        "60%",
        "≥80%",
        "预期性",
    ]
