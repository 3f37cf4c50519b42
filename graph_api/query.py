"""The root of the API: every question it answers, all of them reads.

Lists and things by id come straight from the query files, with the arguments that those declare; the others have a
resolver in `graph_api.questions`.
"""

from __future__ import annotations

import strawberry

from graph_api import answers, common_commitments, coverage_cells, questions, searches
from graph_api import text_reuse as reuse
from graph_api.links import by_id, many, rows
from graph_api.search_filters import Filtered


@strawberry.type(description="全部查询；接口只读 | All questions; the API only reads")
class Query:
    """All questions."""

    node = strawberry.field(resolver=questions.node, description="任何 id 所指的事物 | Whatever an id names")
    nodes = strawberry.field(
        resolver=questions.nodes, description="多个 id 所指的事物，次序同 ids | What several ids name, in their order"
    )
    statistics = strawberry.field(
        resolver=questions.statistics, description="全部数据的数量 | How much there is of everything"
    )

    compare_indicator = strawberry.field(
        resolver=questions.compare_indicator,
        description="同一指标在各地区的目标值和基期值 | Base and target of one indicator across regions",
    )
    indicator_matrix = strawberry.field(
        resolver=questions.indicator_matrix,
        description="全部指标 × 规划，每行是与 columns 等长的列表 | All indicators by plans, as dense rows",
    )
    coverage = strawberry.field(
        resolver=questions.coverage,
        description="主题或服务对象 × 规划，各有多少，没有为 0 | Themes or beneficiaries by plans, 0 for none",
    )
    common_commitments = strawberry.field(
        resolver=common_commitments.common_commitments,
        description="哪些承诺为全部、多数、部分规划共有，哪些仅一份提出 | "
        "Which commitments all plans share, most, some, or one alone makes; the most widely shared first",
    )
    who_has = strawberry.field(
        resolver=questions.who_has,
        description="谁有、谁没有：五项条件恰给一项 | Who has and who lacks it: give exactly one of five",
    )
    search_clauses = strawberry.field(
        resolver=searches.search_clauses,
        description="按词语或意思检索条款，最好的在前 | Search clauses by words or meaning, best first",
        extensions=[Filtered()],
    )
    similar_clauses = strawberry.field(
        resolver=searches.similar_clauses,
        description="与一个条款意思相近的条款：别处怎么写 | Clauses that say the like of one: what do the others say",
        extensions=[Filtered()],
    )
    ask = strawberry.field(
        resolver=answers.ask,
        description="用日常中文提问，得到答案、理解和出处 | Ask in everyday Chinese: answer, reading, citations",
    )
    suggested_questions = strawberry.field(
        resolver=answers.suggested_questions, description="可以提的问题 | Questions worth asking of what is loaded"
    )
    text_reuse = strawberry.field(
        resolver=reuse.text_reuse,
        description="一份规划的文字有哪些见于其他规划 | What of a plan's text stands in other plans, with each change",
    )
    compare_targets = rows("targets_across_regions")
    indicator_cells = rows("indicator_cells", defaults={"minPlans": 1})
    theme_coverage = strawberry.field(
        resolver=coverage_cells.theme_coverage,
        description="各主题在各地区各有多少任务、措施、行动和条款（主题 × 地区）？ | "
        "How many tasks, safeguards, actions and clauses has each region on each theme (theme by region)?",
    )
    beneficiary_coverage = strawberry.field(
        resolver=coverage_cells.beneficiary_coverage,
        description="各服务对象在各地区各有多少任务、行动和条款（服务对象 × 地区）？ | "
        "How many tasks, actions and clauses has each region for each beneficiary (beneficiary by region)?",
    )
    actions_side_by_side = rows("actions_side_by_side", defaults={"minPlans": 1})
    documents_in_common = many(
        "documents", "哪些文件为多份规划共同引用？ | Which documents do several plans cite?", defaults={"minPlans": 2}
    )
    who_is_responsible = rows("who_is_responsible")
    function_across_regions = rows("function_across_regions")
    department_load = rows("department_load")

    plan = by_id("plan", "按 id 取规划 | A plan by its id")
    plans = many("plans")
    region = by_id("region", "按 id 取地区 | A region by its id")
    regions = many("regions")
    section = by_id("section", "按 id 取章节 | A section by its id")
    sections = many("sections")
    outline = rows("outline")
    clause = by_id("clause", "按 id 取条款 | A clause by its id")
    clauses = many("clauses")
    task_group = by_id("task_group", "按 id 取任务组 | A task group by its id")
    task_groups = many("task_groups")
    task = by_id("task", "按 id 取任务 | A task by its id")
    tasks = many("tasks")
    safeguard = by_id("safeguard", "按 id 取保障措施 | A safeguard by its id")
    safeguards = many("safeguards")
    special_column = by_id("special_column", "按 id 取专栏 | A special column by its id")
    special_columns = many("special_columns")
    special_action = by_id("special_action", "按 id 取专项行动 | A special action by its id")
    special_actions = many("special_actions")
    indicator = by_id("indicator", "按 id 取指标 | An indicator by its id")
    indicators = many("indicators")
    responsibility = by_id("responsibility", "按 id 取责任 | A responsibility by its id")
    responsibilities = many("responsibilities")
    target = by_id("target", "按 id 取量化目标 | A target by its id")
    targets = many("targets")
    baseline = by_id("baseline", "按 id 取基期成效 | A baseline by its id")
    baselines = many("baselines")
    reference = by_id("reference", "按 id 取引用 | A reference by its id")
    references = many("references")
    document = by_id("document", "按 id 取引用文件 | A cited document by its id")
    documents = many("documents", defaults={"minPlans": 1})
    department = by_id("department", "按 id 取部门 | A department by its id")
    departments = many("departments")
    department_function = by_id("department_function", "按 id 取部门职能 | A department function by its id")
    department_functions = many("department_functions")
    indicator_concept = by_id("indicator_concept", "按 id 取指标概念 | An indicator concept by its id")
    indicator_concepts = many("indicator_concepts")
    action_concept = by_id("action_concept", "按 id 取共同行动 | An action concept by its id")
    action_concepts = many("action_concepts")
    theme = by_id("theme", "按 id 取主题 | A theme by its id")
    themes = many("themes")
    beneficiary = by_id("beneficiary", "按 id 取服务对象 | A beneficiary by its id")
    beneficiaries = many("beneficiaries")
    alignments = many("alignments")
