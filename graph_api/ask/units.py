"""In which units what a question asks for can be.

In: the question without the names of plans, or the unit of a value.  Out: the names of what is asked for, and whether a
value in that unit can be it.  Relied on: a measure word or a noun of amount says of what sort a value is.
Example: "投了多少" asks for money, which 30.5亿元 is and 98.08% is not.
"""

from __future__ import annotations

import re
from collections.abc import Collection

# What is asked for, by the words of the question, and the units that such values are in.
_UNITS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "money",
        re.compile(
            r"多少(?:万|亿)?(?:元|钱)|多少亿|投(?:了|入了?)?多少|多少[^,，。?？]{0,4}(?:资金|经费|投入|投资|财政|预算|补贴|补助)"
            r"|(?:资金|月薪|工资|薪酬|投入|投资|预算|经费|补贴|补助|钱)(?![^,，。?？]{0,12}(?:建|做|办|占|比例|的多少[执发计算]))[^,，。?？]{0,10}(?:多少|几)"
            r"|(?:涨|增长|增加|提高)了?多少(?!万?[个家名人户所处倍座]|百分)"
            r"|(?:资金|经费|投入|预算|钱)的?(?:数额|金额|总?额|规模|总量)?[最更]"
            r"|(?:资金|经费|投入|钱)[^。?？]{0,12}(?:数额|金额|总额)[最更]"
        ),
        re.compile(r"元"),
    ),
    ("area", re.compile(r"多少(?:万)?平方米|(?<!规模)(?<!规模有)多大(?:面积)?|面积"), re.compile(r"平方|亩|公顷|%")),
    (
        "share",
        re.compile(
            r"比例|比重|占比|占(?:了|到)?(?:全[市州区省])?(?:多少|几|多大)|百分之?|覆盖率|[^效]率(?!先)|几成|满意度"
        ),
        re.compile(r"%|％"),
    ),
    ("times", re.compile(r"(?:多少|几)(?:次|回)(?!.*人次)[?？。]*$"), re.compile(r"[次回场]")),
    ("households", re.compile(r"多少户|几户"), re.compile(r"户")),
    ("total", re.compile(r"总数|数目(?!标)"), re.compile(r"^[个家所处座人名位户支]")),
    (
        "hours",
        re.compile(r"多少(?:个)?小时|多久|多长时间|几(?:个)?小时|(?:几|多少)分钟|时间最?[短长]|最[短长]的?时间"),
        re.compile(r"小时|天|分钟|年|月"),
    ),
    # where nothing but the time is asked for
    (
        "when",
        re.compile(r"^(?!.*(?:多少|几[^年月号]|比例|多[大高])).*(?:哪一?[年天月]|什么时[候间]|何时|几月|几号|几几年)"),
        re.compile(r"年"),
    ),
    (
        "people",
        re.compile(r"(?:多少|几)(?:万)?(?:名|位|人)|人口(?:超过|达到|规模)?(?:多少|几)"),
        re.compile(r"[人名位]"),
    ),
)


def units_asked(text: str) -> tuple[str, ...]:
    """What a text asks for, by the names of its sorts."""
    return tuple(name for name, said, _ in _UNITS if said.search(text))


def fits(asked: Collection[str], unit: str) -> bool | None:
    """Whether a value in a unit can be what is asked for; None where nothing says in which unit."""
    fitting = [units for name, _, units in _UNITS if name in asked]
    return any(units.search(unit) for units in fitting) if fitting else None
