"""Facts of many plans made by a seeded generator, for alignment: rows, commitments, tasks and their sentences.

In: how many plans, and a seed.  Out: one plan's facts after another, the same each time.  Names are drawn from shared
words in such a way that plans say the same things in other words, and each says some that no other does.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from ontology.records import Clause, Fact, Indicator, Target, Task
from ontology.spans import Source, Span

PLACES = ("", "城市社区", "农村社区", "城乡社区", "街道", "乡镇")
MADE = ("综合", "公共", "智慧", "便民", "居家", "示范", "标准化", "专业", "普惠", "绿色", "嵌入式", "流动")
FIELDS = (
    "养老", "托育", "助残", "就业", "卫生", "文化", "体育", "教育", "科普", "法律", "应急", "警务", "消防", "物业",
    "充电", "停车", "家政", "快递", "菜场", "图书", "心理", "康复", "助餐", "救助", "信访", "调解", "志愿", "党建",
    "网格", "环卫", "绿化", "供水", "燃气", "电梯", "防灾", "统计",
)  # fmt: skip
THINGS = ("服务站", "服务中心", "工作站", "机构", "设施", "活动室", "驿站", "队伍", "平台", "基地", "专员", "网点")
MEASURES = (("覆盖率", "%"), ("建成率", "%"), ("数量", "个"), ("面积", "平方米"), ("占比", "%"))
VERBS = ("完善", "优化", "加强", "推进", "健全", "提升", "拓展", "规范")
ROWS, TASKS = 20, 60


def generated_plans(plans: int, seed: int = 1) -> Iterator[tuple[Fact, ...]]:
    """The facts of each plan: 20 indicators, and 60 tasks with two sentences each, every third with a commitment."""
    draw = random.Random(seed)
    for number in range(plans):
        yield tuple(_plan(draw, f"plan{number:05}"))


def _plan(draw: random.Random, plan_id: str) -> Iterator[Fact]:
    source = Source(plan_id, f"{plan_id}服务体系建设规划")
    span = Span(source, 0, len(source.text))
    for row in range(1, ROWS + 1):
        name, unit = _measured(draw)
        value = float(draw.randrange(1, 100))
        yield Indicator(
            id=f"{plan_id}/2/table-1/row-{row}",
            span=span,
            rule="generated",
            row=row,
            name=name,
            base_year=None,
            base_value=None,
            target_year=2025,
            target_value=f"{value:g}",
            attribute=None,
            comparator=">=",
            value=value,
            unit=unit,
            section_id=None,
        )
    for task in range(1, TASKS + 1):
        yield from _task(draw, f"{plan_id}/3.{task}", span)


def _task(draw: random.Random, section: str, span: Span) -> Iterator[Fact]:
    title = f"{draw.choice(VERBS)}{draw.choice(PLACES)}{draw.choice(FIELDS)}服务"
    task = Task(id=f"{section}/task", span=span, rule="generated", title=title, parent=None, section_id=section)
    yield task
    for ordinal in (1, 2):
        yield Clause(
            id=f"{section}#c{ordinal}",
            span=span,
            rule="generated",
            text="，".join(f"{draw.choice(VERBS)}{draw.choice(FIELDS)}{draw.choice(THINGS)}" for _ in range(3)) + "。",
            ordinal=ordinal,
            section_id=section,
            unit_id=task.id,
            zone="task",
        )
    if draw.randrange(3) == 0:
        subject, unit = _measured(draw)
        yield Target(
            id=f"{section}#c1/target-1",
            span=span,
            rule="generated",
            unit=title,
            unit_id=task.id,
            subject=subject,
            comparator=">=",
            value=float(draw.randrange(1, 100)),
            unit_of_measure=unit,
            by_year=2025,
            clause_id=f"{section}#c1",
        )


def _measured(draw: random.Random) -> tuple[str, str]:
    """A name and its unit: one of some 150,000, the first fields and things of the lists far more often."""
    often = min(draw.randrange(len(FIELDS)), draw.randrange(len(FIELDS)), draw.randrange(len(FIELDS)))
    thing = min(draw.randrange(len(THINGS)), draw.randrange(len(THINGS)))
    measure, unit = draw.choice(MEASURES)
    return f"{draw.choice(PLACES)}{draw.choice(MADE)}{FIELDS[often]}{THINGS[thing]}{measure}", unit
