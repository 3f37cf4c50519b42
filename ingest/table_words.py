"""What a cell of an indicator table is: the name of a column, or what stands under it.

In: the cleaned text of one cell.  Out: the rules that know a cell by its words, and `read_column` for header cells.
Relied on: indicator tables name their columns with few words (指标, 单位, 2020年, 目标值, 属性), a value is little
more than a number, an attribute is one of a closed set.  Example: "2025年目标值" is the target column of 2025.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.measures import UNIT
from ingest.remembered import remembered
from ingest.rules import Rule

# "value" is a column of values that does not say whether it is base or target; "growth" is neither.
ColumnKind = Literal["row", "category", "name", "unit", "base", "target", "value", "growth", "attribute", "other"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an indicator table."""

    kind: ColumnKind
    title: str
    year: int | None = None


_BRACKETED = r"(?:[（(〔\[][^（）()〔〕\[\]]{1,12}[）)〕\]])?"
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIVE_YEARS = re.compile(r"十([一二三四五六七])五")
_PERIOD = r"[“\"]?十[一二三四五六七]五[”\"]?"

ROW_COLUMN = Rule(
    "indicator.row-column",
    "the column of row numbers is called 序号",
    re.compile(r"^(?:序号|编号|序)$"),
    examples=("序号",),
    counter_examples=("1",),
)
NAME_COLUMN = Rule(
    "indicator.name-column",
    "the column of names says 指标, rarely 项目 or 名称",
    re.compile(
        rf"^(?:(?:主要|核心|具体|发展|预期|监测|规划|重点|关键|评价|考核|二级|三级)*指标(?:名称|内容|项目|项)?|项目|名称|目标名称){_BRACKETED}$"
    ),
    examples=("指标", "指标名称", "主要指标", "二级指标", "指标（单位）"),
    counter_examples=("指标属性", "每百户居民拥有社区综合服务设施面积", "一级指标"),
)
CATEGORY_COLUMN = Rule(
    "indicator.category-column",
    "groups of indicators stand in a column 类别 to the left of the names",
    re.compile(r"^(?:类别|领域|方面|维度|分类|类|一级指标|目标类别|指标类别|指标分类)$"),
    examples=("类别", "一级指标"),
    counter_examples=("指标类型",),
)
UNIT_COLUMN = Rule(
    "indicator.unit-column",
    "units stand in a column of their own called 单位",
    re.compile(rf"^(?:计量|指标)?单位{_BRACKETED}$"),
    examples=("单位", "计量单位"),
    counter_examples=("责任单位",),
)
ATTRIBUTE_COLUMN = Rule(
    "indicator.attribute-column",
    "whether an indicator binds stands in the column 属性",
    re.compile(r"^(?:指标)?(?:属性|性质|类型)$|^约束性?/预期性?$"),
    examples=("属性", "指标属性", "指标性质"),
    counter_examples=("预期性",),
)
OTHER_COLUMN = Rule(
    "indicator.other-column",
    "who answers for a row and remarks on it stand in the last columns",
    re.compile(
        r"^(?:责任(?:部门|单位|主体)|牵头(?:部门|单位)|备注|说明|(?:数据)?来源|计算方法|完成时限|指标(?:解释|说明|来源))$"
    ),
    examples=("责任部门", "备注"),
    counter_examples=("属性",),
)
GROWTH_COLUMN = Rule(
    "indicator.growth-column",
    "how much an indicator grows stands beside its values and is no value of it",
    re.compile(
        r"^(?!.*目标|\d{1,3}[.．、]).{0,14}(?:年均|增速|增长|增幅|降幅|累计|变化|增减|提高|降低|下降|增加).{0,8}$"
    ),
    examples=("年均增速（%）", "2015年比2010年增长", "年均/累计", "五年累计"),
    counter_examples=("2025年目标值", "1.居民人均收入年均增长（%）"),
)
VALUE_COLUMN = Rule(
    "indicator.value-column",
    "a column of values names its year, its period, or whether it is the base or the target",
    re.compile(
        rf"""^(?:到|至)?(?=.)(?:(?P<year>(?:19|20)\d\d)年?(?:末|底|度)?|(?P<period>{_PERIOD})(?:时?期)?(?:间|末)?)?
        (?:（|\()?(?:(?P<base>基期|基准|基础|现状|当前|实际|实绩|完成|现有|期初|基)|(?P<target>规划目标|发展目标|目标|预期|规划|计划|预计|期末))?
        年?(?:指标值|值|数|情况|水平|指标|目标|任务|要求)?(?:）|\))?{_BRACKETED}$""",
        re.VERBOSE,
    ),
    examples=("2025年目标值", "2020年基期值", "2025年", "目标值", "“十四五”末", "2020年（基期）", "2025年目标值（%）"),
    counter_examples=("2015年比2010年增长", "属性", "100%", "18人"),
)
ATTRIBUTE = Rule(
    "indicator.attribute",
    "an attribute is one word of a closed set",
    re.compile(r"^(?:约束|预期|指导|引导|控制|考核|监测|参考|基础|特色)性?(?:指标)?$"),
    examples=("预期性", "约束性"),
    counter_examples=("预期寿命", "城市社区综合服务设施覆盖率"),
)
EMPTY = Rule(
    "indicator.empty-cell",
    "a dash in a cell says that there is no value",
    re.compile(r"^(?:[-－—–―─/／\\*﹣]{1,3}|无)$"),
    examples=("—", "——", "/"),
    counter_examples=("-8%",),
)
WORDED_VALUE = Rule(
    "indicator.worded-value",
    "a value may be a phrase in place of a number",
    re.compile(
        r"^(?:基本|完成|达到|持续|明显|有效|不断|稳步|逐步|保持|合理|全覆盖|按|以|待|力争|控制在|稳定|显著|大幅|优于|高于|低于|不"
        r"|与[^，。]{2,20}(?:同步|相当|一致|匹配|相适应|持平)$|(?:国家|省|市|上级)?下达)"
    ),
    examples=("完成国家下达任务", "基本消除", "全覆盖", "持续下降", "与国内生产总值增长基本同步"),
    counter_examples=("居民活动区域面积占社区综合服务设施总建筑面积比例",),
)
BARE_UNIT = Rule(
    "indicator.bare-unit",
    "a unit stands alone in its column, or in brackets behind the name",
    re.compile(rf"^(?:[万亿千百]{{0,2}}(?:{UNIT})|[万亿]人?|1?/[0-9]*[十百千万]+)$"),
    examples=("%", "万吨", "平方米", "张/千人", "万人次", "1/10万"),
    counter_examples=("社区工作者", "100%"),
)
HEADER_RULES: tuple[tuple[Rule, ColumnKind], ...] = (
    (ROW_COLUMN, "row"),
    (CATEGORY_COLUMN, "category"),
    (NAME_COLUMN, "name"),
    (UNIT_COLUMN, "unit"),
    (ATTRIBUTE_COLUMN, "attribute"),
    (OTHER_COLUMN, "other"),
    (GROWTH_COLUMN, "growth"),
)
RULES = (*(rule for rule, _ in HEADER_RULES), VALUE_COLUMN, ATTRIBUTE, EMPTY, WORDED_VALUE, BARE_UNIT)


@remembered
def read_column(cell: str) -> Column | None:
    """The column that a header cell names; None where it names none.

    It calls a column of values base or target only where the cell does; `table_header` settles the others.
    """
    for rule, kind in HEADER_RULES:
        if rule.match(cell):
            return Column(kind, cell)
    found = VALUE_COLUMN.match(cell)
    if found is None or not any(found.group("year", "period", "base", "target")):
        return None
    stated = _YEAR.search(cell)
    year = int(stated.group()) if stated else last_year(found["period"] or "")
    return Column("base" if found["base"] else "target" if found["target"] else "value", cell, year)


def last_year(text: str) -> int | None:
    """The last year of the first five-year period that `text` names: 2025 of “十四五”; None where it names none."""
    period = _FIVE_YEARS.search(text)
    return 2010 + 5 * "一二三四五六七".index(period[1]) if period else None
