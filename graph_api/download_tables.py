"""The comparisons as tables with citations, headed in Chinese.

In: the parameters of the page that shows the comparison.  Out: sheets, the cited one first.  Every line ends in the
columns of `CITED`: plan, section, words, offsets, address, and a line for a paper in the manner of GB/T 7714.
Relied on: a plan that states nothing has a line too, without a citation, so that its silence is in the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.datastructures import QueryParams

from graph_api.answers import Answer
from graph_api.ask_page import answer_lines
from graph_api.citation import source_url
from graph_api.commitments_page import KINDS, commitment_rows
from graph_api.compare import compare_indicator
from graph_api.context import Context
from graph_api.coverage import coverage_of
from graph_api.departments_page import ROLES, load_rows
from graph_api.figures import figure
from graph_api.references import reference
from graph_api.search_hits import find
from graph_api.search_page import chosen
from graph_api.shown_plans import ShownPlan, all_plans
from graph_api.words import CoverageOf, Reach, Role, chinese
from ontology.sheets import Line, Sheet
from queries.query import page, run
from search.wanted import Wanted

_ALL = 1_000_000
_HITS = 200  # that one file of a search holds
CITED = ("规划", "章节", "原文", "起点", "终点", "网址", "引用格式")
_WIDTHS = {
    "原文": 60,
    "规划": 24,
    "章节": 24,
    "网址": 14,
    "引用格式": 40,
    "承诺": 30,
    "指标": 30,
    "单元": 24,
    "回答": 40,
}
_REACH = {Reach.ALL: "全部", Reach.MOST: "多数", Reach.SOME: "部分", Reach.ONE: "仅一份"}
_UNSPOKEN: Mapping[str, Any] = {"factCount": 0, "citations": [None]}  # of a theme in a plan without it
Plans = Mapping[str, ShownPlan]


async def indicators_table(_: QueryParams, context: Context) -> list[Sheet]:
    """Every statement of every indicator."""
    plans = await _plans(context)
    rows = await run(context.holdings.store, "indicator_cells", minPlans=1)
    return [_figures("指标对照", rows, plans, context)]


async def compared_table(params: QueryParams, context: Context) -> list[Sheet]:
    """The statements of one indicator; raises as the page does."""
    plans = await _plans(context)
    found = await compare_indicator(context, params.get("indicator"), params.get("name"), {})
    rows = await run(context.holdings.store, "indicator_across_regions", concept=found.concept.id)
    return [_figures("逐项比较", rows, plans, context)]


def _figures(name: str, rows: Any, plans: Plans, context: Context) -> Sheet:
    head = ("指标", "地区", "目标值", "目标年", "基期值", "基期年", "比较符号", "数", "单位", "属性", *CITED)
    lines = [
        (
            row["concept"],
            plans[row["planId"]].region_name,
            figure(row["targetValue"], row["comparator"], row["value"], row["unit"]) if row["stated"] else "未载明",
            *(row[key] for key in ("targetYear", "baseValue", "baseYear", "comparator", "value", "unit", "attribute")),
            *_cited(row["planId"], row["citation"], plans, context),
        )
        for row in rows
    ]
    return Sheet(name, head, lines, _WIDTHS)


async def commitments_table(params: QueryParams, context: Context) -> list[Sheet]:
    """Every statement of every commitment, with how widely it is shared."""
    plans = await _plans(context)
    head = ("承诺", "共有范围", "规划数", "地区", "写在", "名称", "目标值", "目标年", "比较符号", "数", "单位", *CITED)
    lines: list[Line] = []
    for row in await commitment_rows(params, context, [*plans]):
        made = row.commitment
        lines += [
            (
                *(made.concept, _REACH[made.reach], made.plan_count, plans[one.plan_id].region_name),
                *(KINDS[one.fact_kind.value], one.name, one.figure, one.target_year),
                *(one.comparator, one.value, one.unit),
                *_place(one.citation, plans),
            )
            for cell in row.cells
            for one in cell
        ]
    return [Sheet("共同承诺", head, lines, _WIDTHS)]


async def coverage_table(params: QueryParams, context: Context) -> list[Sheet]:
    """What each plan has on the theme asked for, or a first statement for each theme, and the counts."""
    plans, store, asked = await _plans(context), context.holdings.store, params.get("theme")
    table = await coverage_of(context, CoverageOf.THEME, {})
    wanted = [row for row in table.rows if not asked or row.id == asked]
    found: Any = await run(store, "theme_citations", themes=[str(row.id) for row in wanted], limit=_ALL if asked else 1)
    spoken = {(row["themeId"], row["planId"]): row for row in found}
    lines: list[Line] = []
    for row in wanted:
        for plan in row.plans:
            said = spoken.get((row.id, plan), _UNSPOKEN)
            told = (row.name, plans[plan].region_name, said["factCount"])
            lines += [(*told, *_cited(plan, one, plans, context)) for one in said["citations"]]
    counted: list[Line] = [
        (row.name, plans[plan].region_name, row.tasks[at], row.safeguards[at], row.actions[at], row.clauses[at])
        for row in table.rows
        for at, plan in enumerate(row.plans)
    ]
    return [
        Sheet("例证", ("主题", "地区", "处数", *CITED), lines, _WIDTHS),
        Sheet("数量", ("主题", "地区", "任务", "措施", "行动", "条款"), counted, _WIDTHS),
    ]


async def departments_table(params: QueryParams, context: Context) -> list[Sheet]:
    """Every duty, of one function or of all, and the load of each function."""
    plans = await _plans(context)
    asked = {"function": params["function"]} if params.get("function") else {}
    found: Any = (await page(context.holdings.store, "responsibilities", **asked, skip=0, limit=_ALL)).rows
    lines: list[Line] = [
        (
            *("、".join(row["functions"]), plans[row["planId"]].region_name, row["departmentName"]),
            *(ROLES[Role(row["role"])], row["unitTitle"], chinese("unitKind", row["unitKind"])),
            *_cited(row["planId"], row["citation"], plans, context),
        )
        for row in found
    ]
    loads: list[Line] = [
        (row.name, plans[cell.plan_id].region_name, cell.units, cell.leads, cell.joins, cell.named)
        for row in await load_rows(context)
        for cell in row.cells
    ]
    return [
        Sheet("责任", ("职能", "地区", "部门", "责任", "单元", "单元种类", *CITED), lines, _WIDTHS),
        Sheet("数量", ("职能", "地区", "承担", "牵头", "配合", "点名承担"), loads, _WIDTHS),
    ]


async def reuse_table(params: QueryParams, context: Context) -> list[Sheet]:
    """What of a plan stands in others."""
    plans, url = await _plans(context), context.settings.public_url
    lines: list[Line] = []
    for plan in [params["plan"]] if params.get("plan") in plans else [*plans]:
        for one in (await context.holdings.reused.of(context.holdings.store, plan, frozenset())).found:
            here, other = one.passage, one.other
            changes = "；".join(f"{edit.other_text}→{edit.text}" for edit in one.edits)
            lines.append(
                (
                    *(plans[here.plan_id].region_name, plans[other.plan_id].region_name, one.share, changes),
                    *(other.quote, source_url(other.plan_id, other.start, other.start + len(other.quote), url)),
                    *(plans[here.plan_id].title, None, here.quote, here.start, here.start + len(here.quote)),
                    source_url(here.plan_id, here.start, here.start + len(here.quote), url),
                    reference(plans[here.plan_id].plan, None, here.quote),
                )
            )
    head = ("地区", "另一地区", "相同份额", "改动", "另一原文", "另一网址", *CITED)
    return [Sheet("文字沿用", head, lines, {**_WIDTHS, "另一原文": 60})]


async def searched_table(params: QueryParams, context: Context) -> list[Sheet]:
    """The best hits of a search."""
    plans, url = await _plans(context), context.settings.public_url
    found = await find(context, params.get("q", ""), chosen(params), Wanted(limit=_HITS))
    lines: list[Line] = [
        (
            *(plans[hit.plan_id].region_name, hit.score, "、".join(hit.matched), plans[hit.plan_id].title),
            *(" › ".join(hit.path), hit.quote, hit.start, hit.end),
            source_url(hit.plan_id, hit.start, hit.end, url),
            reference(plans[hit.plan_id].plan, hit.path[-1] if hit.path else None, hit.quote),
        )
        for hit in found.hits
    ]
    return [Sheet("检索结果", ("地区", "分数", "命中", *CITED), lines, _WIDTHS)]


async def asked_table(params: QueryParams, context: Context) -> list[Sheet]:
    """The citations of an answer, and the answer line by line."""
    plans = await _plans(context)
    asker = await context.holdings.asking.asker(context.holdings.store)
    answer = Answer.of(asker.ask(params.get("q", "")), context.settings.public_url)
    cited: list[Line] = [
        (
            *(answer.question, answer.text, plans[one.plan_id].title, None, one.quote, one.start, one.end, one.url),
            reference(plans[one.plan_id].plan, None, one.quote),
        )
        for one in answer.citations
    ]
    silent: list[Line] = [(answer.question, answer.text)]
    lines: list[Line] = [(line.plan, line.words, line.note, line.url) for line in answer_lines(answer, dict(plans))]
    return [
        Sheet("出处", ("问题", "回答", *CITED), cited or silent, _WIDTHS),
        Sheet("答案", ("地区", "答案", "说明", "网址"), lines, {"答案": 30, "说明": 40}),
    ]


async def _plans(context: Context) -> Plans:
    return {plan.id: plan for plan in await all_plans(context)}


def _cited(plan: str, citation: Any, plans: Plans, context: Context) -> Line:
    """The columns of CITED for a citation as a query returns it; the plan alone where there is none."""
    if citation is None:
        return (plans[plan].title, *(None,) * (len(CITED) - 1))
    start, end = citation["start"], citation["end"]
    url = source_url(plan, start, end, context.settings.public_url)
    words = reference(plans[plan].plan, citation["section"], citation["quote"])
    return (plans[plan].title, citation["section"], citation["quote"], start, end, url, words)


def _place(citation: Any, plans: Plans) -> Line:
    """The columns of CITED for a citation of the API."""
    words = reference(plans[citation.plan_id].plan, citation.section, citation.quote)
    told = (plans[citation.plan_id].title, citation.section, citation.quote, citation.start, citation.end)
    return (*told, citation.url, words)
