"""The rows of indicator tables: all tables of the annotated plans, the layouts extractors leave, and lost cells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import indicator_table, joined_table, table_words
from ingest.indicators import find_indicators
from ingest.lines import read_lines
from ingest.outline import build_outline
from ingest.parts import find_tables
from ingest.passage import Passage
from ingest.rules import Rule
from ingest.structure import Item, Outline
from ontology.records import Indicator
from ontology.spans import Source
from tests.ingest.table_cases import LAYOUTS, Cells

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests/gold/tables"
RULES = (*indicator_table.RULES, *joined_table.RULES, *table_words.RULES)

TITLE = "某市“十四五”公共服务规划\n\n"
AFTER = "\n\n三、重点任务\n\n加快建设信息网络基础设施。建设高速泛在、天地一体的网络。\n"


def read(table: str) -> tuple[Indicator, ...]:
    """The rows of a table that stands alone between a title and running text."""
    source = Source("plan", TITLE + table + AFTER)
    lines = read_lines(source)
    found = find_tables(lines)
    stretch = [line.passage for line in lines[found[0].start : found[0].end]] if found else [lines[1].passage]
    item = Item(
        id="plan/2/table-1",
        role="table",
        zone="goals",
        level=0,
        number=None,
        title="",
        heading=Passage(source, "", ()),
        parent_id=None,
        section_id="plan/2",
        unit_id="plan/2",
        unit="",
        paragraphs=tuple(stretch),
    )
    return find_indicators(Outline(source, (item,)))


def cells(row: Indicator) -> Cells:
    return row.name, row.base_value, row.target_value, row.comparator, row.value, row.unit, row.attribute


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_examples_and_leaves_its_counter_examples(rule: Rule) -> None:
    rule.check()


@pytest.mark.parametrize("plan", sorted(path.stem for path in GOLD.glob("*.json")))
def test_every_row_of_an_annotated_plan_is_read_cell_by_cell(plan: str) -> None:
    registered = ROOT / "ingest/plans" / f"{plan}.txt"
    path = registered if registered.exists() else ROOT / "tests/gold/sources" / f"{plan}.txt"
    source = Source(plan, path.read_bytes().decode("utf-8"))
    gold: list[dict[str, Any]] = json.loads((GOLD / f"{plan}.json").read_text(encoding="utf-8"))["indicators"]
    found = find_indicators(build_outline(source))
    assert [
        (row.row, row.base_year, row.target_year, *cells(row), "".join(row.span.quote.split())) for row in found
    ] == [
        (
            entry["no"],
            entry["base_year"],
            entry["target_year"],
            entry["name"],
            entry["base_value"],
            entry["target_value"],
            entry["comparator"],
            entry["number"],
            entry["unit"],
            entry["attribute"],
            entry["quote"],
        )
        for entry in gold
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_table_is_read_in_whatever_layout_it_was_left(layout: str) -> None:
    table, expected = LAYOUTS[layout]
    rows = read(table)
    assert [cells(row) for row in rows] == expected
    assert [row.row for row in rows] == list(range(1, len(expected) + 1))


def test_ids_and_years_come_from_the_table() -> None:
    first = read(LAYOUTS["bars"][0])[0]
    assert (first.id, first.section_id, first.base_year, first.target_year) == (
        "plan/2/table-1/row-1",
        "plan/2",
        2020,
        2025,
    )


@pytest.mark.parametrize(
    ("period", "years", "expected"),
    [
        ("十四五", ("2020年", "2025年", "2035年"), (2020, 2025)),
        ("十四五", ("2015年", "2020年", "2025年"), (2020, 2025)),
        ("十三五", ("2015年", "2020年"), (2015, 2020)),
    ],
)
def test_base_and_target_are_told_apart_by_the_period_of_the_plan(
    period: str, years: tuple[str, ...], expected: tuple[int, int]
) -> None:
    header = "\t".join(("指标", *years, "属性"))
    row = "\t".join(("人均预期寿命（岁）", *(str(year) for year in range(76, 76 + len(years))), "预期性"))
    source = Source("plan", f"某市“{period}”规划\n{header}\n{row}\n")
    table = indicator_table.read_table(source, source.text.index("指标"), table_words.last_year(source.text))
    assert table is not None
    by_kind = {column.kind: column.year for column in table.columns}
    assert (by_kind["base"], by_kind["target"]) == expected


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("孕产妇死亡率（1/10万）", "1/10万"),
        ("单位GDP能耗（吨标准煤/万元）", "吨标准煤/万元"),
        ("每千人口注册护士数(人/千人)", "人/千人"),
        ("城镇新增就业（万人，累计）", "万人"),
        ("新建社区（村）服务站", None),
    ],
)
def test_a_bare_number_has_the_unit_that_its_name_ends_in(name: str, unit: str | None) -> None:
    (row,) = read(f"指标\t2025年\t属性\n{name}\t13.5\t预期性\n")
    assert (row.name, row.value, row.unit) == (name, 13.5, unit)


@pytest.mark.parametrize(
    "text",
    [
        "序号\n项目名称\n建设内容\n责任单位\n1\n社区服务中心\n新建3处\n民政局\n",
        "各项指标顺利完成。\n目标\n2025年\n",
        "| 姓名 | 单位 |\n|---|---|\n| 张三 | 民政局 |\n",
        "2025年\n目标\n重点任务\n",
    ],
)
def test_a_table_without_targets_gives_no_indicators(text: str) -> None:
    assert find_tables(read_lines(Source("plan", TITLE + text + AFTER))) == ()


NAMES = ("农村社区覆盖率", "每百户居民拥有面积", "养老机构护理型床位占比", "志愿服务站点覆盖率", "人均体育场地面积")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.sampled_from(["60%", "17人", "—", None]),
            st.sampled_from(["≥80%", "18人以上", "均为100%", "30平方米"]),
            st.sampled_from(["预期性", "约束性", None]),
        ),
        min_size=2,
        max_size=8,
    )
)
def test_lost_cells_stay_none_and_the_others_stay_in_their_row(
    rows: list[tuple[str, str | None, str, str | None]],
) -> None:
    lines = ["序号", "指标", "2020年", "基期值", "2025年", "目标值", "属性"]
    for number, row in enumerate(rows, 1):
        lines += [str(number), *(cell for cell in row if cell)]
    found = read("\n".join(lines))
    assert [(row.name, row.base_value, row.target_value, row.attribute) for row in found] == rows


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "序号",
                "指标",
                "2020年",
                "2025年",
                "目标值",
                "属性",
                "1",
                "2",
                "80%",
                "—",
                "预期性",
                "覆盖率",
                "重点任务",
                "|",
                "\t",
                "一、",
            ]
        ),
        max_size=40,
    ),
    st.sampled_from(["\n", "\t", " | ", "", "  "]),
)
def test_any_shuffle_of_cells_is_read_without_a_crash_and_with_true_spans(words: list[str], between: str) -> None:
    for row in read(between.join(words)):
        assert row.span.source.text[row.span.start : row.span.end] == row.span.quote
