"""What a plan says was reached in the past period: one `Baseline` an amount.

In: the outline and the clauses of a plan.  Out: `Baseline` facts in the order of the source.
Relied on: the chapter on what was achieved, or a paragraph before the first chapter that looks back, states its amounts
as reached; sections and paragraphs on the situation and the problems do not.  A date holds for its own clause only.
Example: "截至2020年底，全州1105个村（社区）有志愿服务组织177个" states 1105 个 and 177 个 as of 2020.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.paragraph_index import ParagraphIndex
from ingest.passage import Passage
from ingest.rules import Rule
from ingest.statement_rules import STATED
from ingest.statements import read_statements
from ingest.structure import Item, Outline
from ontology.records import Baseline, Clause

SITUATION = Rule(
    "baseline.situation",
    "a section headed by the situation, the problems or the demands tells of no achievement",
    re.compile(
        r"\A(?!.*(?:成效|成就|成绩|基础|现状|回顾|进展|状况|形势[^、和]{0,6}(?:稳定|向好|好转|平稳|改善|良好))).*(?:形势|挑战|问题|短板|机遇|需求|不足|困难|差距|意义)"
    ),
    examples=("面临形势", "存在的问题"),
    counter_examples=("发展现状和形势", "“十三五”主要成效", "安全生产形势持续稳定"),
)
TURN = Rule(
    "baseline.turn",
    "a paragraph that turns from what was reached to what is lacking or ahead",
    re.compile(
        r"\A(?:当前|目前.{0,12}(?:还|仍|问题)|但|然而|(?:与此)?同时[，,]|也要|面对|展望|随着|在肯定|存在|主要问题|“?十[二三四五六]五”?时期[，,]?[^，。]{0,6}是)"
    ),
    examples=("当前，我国环境状况总体恶化的趋势尚未得到根本遏制", "“十四五”时期是我国全面建成小康社会"),
    counter_examples=("“十三五”时期，我国深入实施数字经济发展战略",),
)
LOOKING_BACK = Rule(
    "baseline.looking_back",
    "before the first chapter, a paragraph that opens with a past period and what it brought tells of achievements",
    re.compile(
        r"\A(?:“?十[一二三四五六]五”?(?:时期|期间|以来)|过去[五5]年|近年来|党的[^，。]{2,8}以来|20\d\d年[，,]|去年|上年)"
        r"(?:(?!将|拟|计划|力争)[^。]){0,40}?"
        r"(?:取得|实现良好|进展|成效|成就|(?:全面|全部|圆满|胜利|顺利|如期|超额|均已|高质量)(?:完成|办结|办成))"
    ),
    examples=(
        "“十三五”时期，现代农业建设取得重大进展，乡村振兴实现良好开局。",
        "2022年，全市20项民生实事全部办结，新增城镇就业6.3万人",
    ),
    counter_examples=(
        "“十四五”时期，是乘势而上开启全面建设社会主义现代化国家新征程",
        "为取得更大成效，制定本规划",
        "2023年，市政府将办好十件民生实事，确保年底前全部完成",
    ),
)
RULES = (SITUATION, TURN, LOOKING_BACK)


def find_baselines(outline: Outline, clauses: Sequence[Clause]) -> tuple[Baseline, ...]:
    """The baselines that the clauses state, in their order."""
    items = {item.id: item for item in outline.items}
    paragraphs = ParagraphIndex.build(outline)
    return tuple(
        fact
        for clause in clauses
        if _looks_back(clause.zone, paragraphs.opening(clause))
        for fact in _baselines(clause, items[clause.id.partition("#")[0]], items)
    )


def _looks_back(zone: str, opening: str) -> bool:
    """Whether the paragraph tells of the past: all of the background that does not turn, some of the preamble."""
    if zone == "background":
        return not TURN.match(opening)
    return zone == "preamble" and bool(LOOKING_BACK.match(opening))


def _baselines(clause: Clause, item: Item, items: Mapping[str, Item]) -> Iterator[Baseline]:
    statements = read_statements(clause.text)
    if not statements or _tells_situation(item, items):
        return
    passage = Passage.read(clause.span.source, clause.span.start, clause.span.end)
    for count, statement in enumerate(statements, 1):
        yield Baseline(
            id=f"{clause.id}/baseline-{count}",
            span=passage.span(statement.start, statement.end),
            rule=STATED[statement.quantity.form].name,
            subject=statement.subject,
            value=statement.quantity.value,
            unit_of_measure=statement.quantity.unit,
            as_of=str(statement.as_of) if statement.as_of else None,
            unit_id=item.unit_id,
            clause_id=clause.id,
        )


def _tells_situation(item: Item, items: Mapping[str, Item]) -> bool:
    """Whether the section, or one that it stands in below the chapter, is headed by the situation."""
    current: Item | None = item
    while current is not None and current.level != 1:
        if SITUATION.match(current.title):
            return True
        current = items.get(current.parent_id or "")
    return False
