"""What speaks for and against a statement beside the words it shares: its unit, town or village, short forms.

In: a question read, and a statement or its words.  Out: factors, or whether something is so.  Relied on: money, areas
and times are asked by words of their own; what is counted stands beside its number.
Example: "多大" asks for an area, so of 1家1400平方米的社康中心 for 1400平方米.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph_api.ask.figures import figures_in
from graph_api.ask.reading import Question
from graph_api.ask.stated import Statement

# What a value is of, town or country, when the rest of its subject is the same.
_RURAL = re.compile(r"村|农|牧")
_VILLAGE = re.compile(r"每个村(?![(（]?社区)|的村(?!社区)|农村|行政村|牧区")
_URBAN = re.compile(r"社区|城|市区|街道")
_TOWN = re.compile(r"城市|城镇")
_HERDERS = re.compile(r"^(?!.*社区).*(?:嘎查|村民委员会)")
_SETTLED = re.compile(r"社区|居民委员会|居委会|城[市镇]")
_OTHER_SIDE, _OTHER_PLACE = 0.85, 0.5
_FITTING = 1.1  # what it counts that a value is in the unit asked for, of the units that few values are in
_TELLING = frozenset(("money", "area", "households", "hours"))
_FIRM = frozenset(("money", "hours", "people", "households", "when", "times"))
_SHARE_OF_PEOPLE = 0.5  # what a share counts where it is asked how many people
_NO_MONEY = 0.3  # what a value in any other unit counts where it is asked how much money
_OTHER_UNIT = 0.75  # the same, where another unit is asked for
# How many things are asked for, and units that none is counted in.
_THINGS = re.compile(r"(?:几|多少)(?:个|家|所|处|座|支|台)(?!小时|月|百分)")
_NO_THINGS = re.compile(r"人次|%|元|平方|小时|分钟|公里|年|天")
_OTHER_MEASURE = 0.75  # what a value in such a unit counts
# What is asked for as a number of things or a size, and what makes of it a share.
_NUMBERED = re.compile(r"(?:几|多少)(?:次|间|张|台|辆|套|个|家|所|处|座|支|平方米)|多大(?!程度|比例)")
# A rate, units that things and people are counted in, and what is counted for so many others.
_RATE = re.compile(r"[^效频税]率(?!先|领)|百分之几")
_PERCENT = re.compile(r"百分[之比]")
_COUNTED_IN = frozenset("人名位个家所处座间户")
_PER = re.compile(r"每[百千万]")
_SHARED = re.compile(r"[占率]|比例|比重|覆盖|百分|几成|程度|%")
# What is asked of each of many, and what tells that a statement is of each.
_OF_EACH = re.compile(
    r"每(?:一)?(?:个|名|位|家|所|户|处|百|千|万|村|社区|街道|网格)(?!月|季|周)[^,，。?？]*(?:多少|几)(?!成)"
)
# A number of all together is asked for, and of no single one.
_IN_ALL = re.compile(
    r"(?:合计|总共|一共|总计|加起来|总数)[^,，。?？每]{0,8}(?:多少|几)|全(?:州|市|区|省|自治区)[^,，。?？每]{0,6}(?:多少|几)"
)
_SINGLY = re.compile(r"^(?:平均)?每")
_EACH = re.compile(r"每|以上的[^,，、]{0,2}[村社街]|平均|均|各|[所全]有|全部|一[^,，、。]{1,8}一|至少")
# The women among many are asked for, of whom no number of all of them tells: 村民委员会成员里女的.
_WOMEN = re.compile(r"(?:^|、)女(?![儿婿子工])|女(?:性|同志|委员|书记|主任|干部|党员|成员)")
_LEAST_SHORT, _MOST_SHORT = 3, 6  # letters of a name that is left out of


def side_factor(question: Question, one: Statement) -> float:
    """Less than 1 for what is said of the villages where the question does not speak of them, or of towns alone."""
    rural, urban = _RURAL.search(question.text), _URBAN.search(question.text)
    if _HERDERS.search(one.subject) and _SETTLED.search(question.rest) and not rural:
        return _OTHER_PLACE
    if _VILLAGE.search(one.subject) and not _TOWN.search(one.subject) and not rural:
        return _OTHER_SIDE
    return _OTHER_SIDE if _TOWN.search(one.subject) and rural and not urban else 1.0


@lru_cache(maxsize=1 << 14)
def _units_in(quote: str) -> tuple[str, ...]:
    return tuple(figure.unit for figure in figures_in(quote))


def _has_unit(question: Question, quote: str) -> bool:
    """Whether a quote has a figure in the unit asked for, where few values are in it: 1家1400平方米以上的社康中心."""
    telling = _TELLING.intersection(question.units)
    return bool(telling) and any(question.fits_unit(unit) for unit in _units_in(quote))


def out_of_unit(question: Question, one: Statement) -> bool:
    """Whether a value cannot be what is asked for: 300户 of people, 全覆盖 of hours, or of how many or how large."""
    if "满意" in question.rest and "满意" in one.subject and "调查" in one.subject and "调查" not in question.rest:
        return True  # a survey held everywhere is no satisfaction
    if one.unit == "%" and _NUMBERED.search(question.rest) and not _SHARED.search(question.rest):
        return True
    asked = set(question.units)
    if asked == {"share"} and _RATE.search(question.rest) and one.unit in _COUNTED_IN:
        return _PERCENT.search(question.rest) is not None or not _PER.search(one.subject)
    return bool(asked) and asked <= _FIRM and question.fits_unit(one.unit) is False


def counts_the_men_too(question: Question, one: Statement) -> bool:
    """Whether a value is of all, where it is asked of the women among them."""
    return _WOMEN.search(question.subject) is not None and not re.search(r"女|妇", one.subject)


def of_all_together(question: Question, one: Statement) -> bool:
    """Whether a value is a total where it is asked how many each has: 3886名 of 每个社区几名民警."""
    if not _OF_EACH.search(question.rest) or one.unit == "%" or one.kind == "indicator":
        return False
    return not _EACH.search(f"{one.subject}/{one.citation.quote}/{one.context.partition('/')[0]}")


def of_single_ones(question: Question, one: Statement) -> bool:
    """Whether a number is of each, where it is asked how many there are together: 每个网格1名 of 全州合计多少名."""
    if not _IN_ALL.search(question.rest) or re.search(r"每|各|单个|一个", question.rest):
        return False
    return one.unit[:1] in _COUNTED_IN and (one.number == 1 or _SINGLY.search(one.subject) is not None)


def unit_factor(question: Question, one: Statement) -> float:
    """Less than 1 where a value is not in the unit asked for, more where it is in one that few values are in."""
    fits = _has_unit(question, one.citation.quote) or question.fits_unit(one.unit)
    if fits is None:
        return _OTHER_MEASURE if _THINGS.search(question.rest) and _NO_THINGS.search(one.unit) else 1.0
    if fits:
        return _FITTING if _TELLING.intersection(question.units) else 1.0
    if question.units == ("people",) and one.unit == "%":
        return _SHARE_OF_PEOPLE
    return _NO_MONEY if question.units[:1] == ("money",) else _OTHER_UNIT


def shortened(term: str, text: str) -> bool:
    """Whether a text has what two letters are short for: 持证 of 持有…证书."""
    return len(term) == 2 and re.search(f"{re.escape(term[0])}.{{1,14}}{re.escape(term[1])}", text) is not None


def short_name(piece: str, text: str) -> bool:
    """Whether a text has a name that a piece is a short form of: 供销社 of 供销合作社."""
    if not _LEAST_SHORT <= len(piece) <= _MOST_SHORT or piece in text:
        return False
    return any(re.search(f"{piece[:at]}.{{1,2}}{piece[at:]}", text) for at in range(1, len(piece)))


def stands_beside(value: str, text: str, head: str) -> bool:
    """Whether what is counted stands before or behind the value, if there is one: 1105个村社区, 志愿服务组织177个."""
    if not value or not head:
        return False
    before, found, behind = text.partition(value)
    return bool(found) and (behind.startswith(head) or before.endswith(head))
