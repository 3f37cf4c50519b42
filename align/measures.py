"""Measured things: what an indicator's name or a commitment's subject says is counted, and how alike two of them are.

In: a name or subject, and its unit.  Out: `Measure`, `difference` and `likeness`.  Relied on: a subject is verbs,
whom or where it holds (每个村, 城市社区), the thing, and how it is measured (覆盖率, 比例); only the thing is compared
by its words, the rest must agree: 城市 and 农村, 每百户 and 每万人, 面积 and 覆盖率 are different things whatever else
is alike.  Likeness depends on the two alone, so that a further plan never changes it.
Example: "每个村(社区)至少设立一名儿童主任" and "村居儿童主任配备率" are the same thing, 儿童主任.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from align.wording import plain

# What may stand before the thing or after it and says nothing of it.
_VERBS = (
    "推动|推进|实现|确保|落实|开展|建立健全|建立|设立|设置|配备|配建|培育|培养|打造|形成|新建|改扩建|建成|完成|覆盖|拥有|具有|"
    "达到|保持|争取|力争|基本|逐步|进一步|全面|至少|平均|原则上|一般|依托|对标|按照|普遍"
)
_LEADS = (
    r"组织|建设|发展|加强|要求|[应要可](?=[建设开配])|将|把|在(?=[全各每有乡村])|有条件的地方|均|各(?!族)|全[国省市区州县盟旗]|"
    r"每个?|所有|的"
)
_ENDS = (
    r"全?覆盖(?:率|到)?|配备率|建成率|比例|比重|占比|比率|率|总数量?|总量|人?数量?|规模|规划目标|目标|规定|标准|要求|建设|工作|"
    r"对接联系|进行|到|的|等|占|达"
)
_SMALL = r"和|与|及|以及|等|的|、|,"
_PLACES = (
    "农村牧区社区|农村牧区|农村社区|城市社区|城镇社区|城乡社区|村级|村社区|社区村|村居(?!民)|社区|农村|乡村|城市|城镇|城乡|"
    "行政村|乡镇街道|街道|乡镇|(?<![街新])村(?!民|务|干|庄)"
)
_NUMBER = re.compile(
    r"(?<![A-Za-z])[0-9]+(?:\.[0-9]+)?(?![0-9]*[A-Za-z])(?:户|分钟|%|平方米|小时|万?人)?(?:以上|以下|左右)?(?:的(?=[城农村社街]))?"
)
# A name may end in its unit: 氨氮排放总量（万吨）, 每千人口托位数(个).
_UNIT_IN_NAME = re.compile(
    r"[（(][^（）()一-鿿]{0,4}[%‰个万亿千百张人元户吨件年岁所家位名公里平方米亩顷标准煤辆部台]*[)）]$"
)
_QUOTED = re.compile(r"^[“\"]([^“”\"]+)[”\"]$")
_PER = re.compile(r"(?P<each>每[十百千万亿]+)名?(?P<household>户?)|人均|户均|每(?=[户人])")
_STRIP = re.compile(rf"^(?:{_VERBS}|{_LEADS}|{_PLACES}|{_SMALL})+|(?:{_ENDS}|{_SMALL})+$")
_CUT = re.compile(rf"{_PLACES}|{_VERBS}|{_SMALL}")
_LATIN = re.compile(r"[0-9]*[A-Za-z][A-Za-z0-9]*")
_BOTH = re.compile(r"(?<![农乡])村社区|社区村|村居(?!民)|城乡")
_RURAL = re.compile(r"农村|乡村|行政村|村级|牧区|嘎查|(?<![街新])村(?!社区|民|居|党|务|干)")
_URBAN = re.compile(r"城市|城镇|城区")
_EACH = re.compile(r"每|所有|均|各|拥有")

# Units in which the same thing can be counted, by the first of each.
_FAMILIES = (
    ("%", "％", "‰", "个百分点"),
    ("人", "名", "位", "万人"),
    ("个", "家", "所", "座", "处", "万个"),
    ("平方米", "㎡", "m²"),
    ("元", "万元", "亿元"),
    ("吨", "万吨", "亿吨"),
)
_FAMILY = {unit: family[0] for family in _FAMILIES for unit in family}
# Units that say how much, not how many: 300平方米 in each place is no share of the places.
_SIZE = re.compile(r"[米元吨克斤亩顷升里]$|小时|分钟")
# Pairs of letters that stand in every plan of a field tell little.
_COMMON = frozenset(
    ["服务", "务设", "设施", "综合", "合服", "公共", "共服", "社会", "中心", "信息", "平台", "人员", "务中"]
)
_COMMON_WEIGHT, _LATIN_WEIGHT = 0.3, 2.0
_LIST = 3
# Families of units in which nearly everything is counted, and those that say no more than the thing does (床位: 张,
# 投资: 元): that two things share one says nothing.
_USUAL = {"%", "人", "个", "", "张", "台", "套", "支", "辆", "条", "项", "件", "份", "次", "元"}
_UNUSUAL_BONUS = 0.15
# A thing of one pair of letters (培训, 设施) is another's only where they are nearly the same.
_NEARLY = 0.9
_ENOUGH = 2.0
# So much of the shorter thing must be in the longer one before the sentence around it may speak for the rest; where
# less of it is, each has words that the other lacks (投入强度, 投入增长), and they are no two forms of one name.
_HELD, _SUBSTITUTED = 0.85, 0.79
# Likeness is rounded to three digits.
_ROUNDING = 0.001
# One of a list is the list only so far; and of two concepts alike in all else the one of the same scope is nearer.
_LISTED, _OTHER_SCOPE = 0.9, 0.01
_APART = {
    frozenset({"rural", "urban"}),
    frozenset({"rural", "community"}),
    frozenset({"rural", "both"}),
    frozenset({"urban", "both"}),
}
_SCOPE_NAMES = {"rural": "农村", "urban": "城市", "community": "社区", "both": "城乡", "": "未限定"}


@dataclass(frozen=True, slots=True)
class Measure:
    """A measured thing."""

    label: str  # the name as it was given
    wording: str
    scope: str  # "rural", "urban", "community", "both" or ""
    per: str  # "每百户", "人均" or ""
    family: str  # of its unit: "%", "人", "个", …; "" where it has none
    each: bool  # holds for each of many places, so a count can be a coverage
    listed: bool  # a list of things
    sentence: str = field(repr=False)  # that it stands in, in plain wording
    pairs: frozenset[str] = field(repr=False)  # pairs of letters of the thing itself
    weight: float = field(repr=False)  # of all its pairs
    around: frozenset[str] = field(repr=False)  # pairs of letters of the sentence it stands in

    @classmethod
    def read(cls, text: str, unit: str | None, sentence: str = "") -> Measure:
        """The measured thing of a name or subject, in its sentence."""
        name = _QUOTED.sub(r"\1", _UNIT_IN_NAME.sub("", text.strip()))
        wording, around = plain(name), plain(sentence)
        pairs = _pairs(wording)
        return cls(
            label=name,
            wording=wording,
            scope=_scope(wording),
            per=_per(wording),
            family=_FAMILY.get(unit or "", unit or ""),
            each=_EACH.search(wording) is not None,
            listed=wording.count("、") >= _LIST,
            sentence=around,
            pairs=pairs,
            weight=_weight(pairs),
            around=frozenset(_letters((around,))),
        )


def difference(one: Measure, other: Measure) -> str | None:
    """Why two measures cannot be one, in words; None where nothing speaks against it."""
    if frozenset({one.scope, other.scope}) in _APART:
        return f"{_SCOPE_NAMES[one.scope]} / {_SCOPE_NAMES[other.scope]}"
    if one.per and other.per and one.per != other.per:
        return f"{one.per} / {other.per}"
    if one.family and other.family and one.family != other.family and not _convertible(one, other):
        return f"{one.family} / {other.family}"
    if one.family == other.family and one.family in {"人", "个"} and one.each != other.each:
        return "每处的数 / 总数"
    return None


def likeness(one: Measure, other: Measure) -> float:
    """How alike the two things are, from 0 to 1, whatever speaks against their being one."""
    if one.wording == other.wording:
        return 1.0
    shared = _weight(one.pairs & other.pairs)
    less, more = (one, other) if one.weight <= other.weight else (other, one)
    if not shared:
        return 0.0
    held = shared / less.weight
    alike = 2 * shared / (less.weight + more.weight)
    bonus = _UNUSUAL_BONUS if one.family == other.family and one.family not in _USUAL else 0.0
    if less.weight < _ENOUGH and alike < _NEARLY and not bonus:
        return 0.0
    if one.listed != other.listed:
        return round(held * _LISTED, 3)
    score = (held + 2 * alike) / 3 + bonus
    if held < _HELD:
        score = min(score, _SUBSTITUTED)
    else:
        score = max(score, (held + _weight(more.pairs & less.around) / more.weight) / 2)
    return round(min(1.0, score) - (_OTHER_SCOPE if one.scope != other.scope else 0.0), 3)


def alone(measure: Measure) -> Measure:
    """The measure without the sentence it stands in."""
    return replace(measure, around=frozenset())


def telling(measure: Measure) -> frozenset[str]:
    """The pairs of letters that tell the thing from others; all of them where it has only common ones."""
    return (measure.pairs - _COMMON) or measure.pairs


Block: TypeAlias = tuple[str, bool, str]


def block(measure: Measure) -> Block:
    """What a thing has in common with all that can keep others apart from it alike: unit, each place, scope."""
    return measure.family, measure.each, measure.scope


def is_open(one: Block, other: Block) -> bool:
    """Whether things of two blocks can be one; False only where `difference` names what keeps them apart."""
    (family, each, scope), (other_family, other_each, other_scope) = one, other
    if frozenset({scope, other_scope}) in _APART:
        return False
    if family == other_family:
        return each == other_each or family not in {"人", "个"}
    counted_each = other_each if family == "%" else each
    return not family or not other_family or ("%" in {family, other_family} and counted_each)


def least_held(measure: Measure, least: float) -> float:
    """The share of the shorter of two things that the other must have for a likeness of `least`."""
    return least - (0.0 if measure.family in _USUAL else _UNUSUAL_BONUS) - _ROUNDING


def needed(measure: Measure, held: float, often: Mapping[str, int]) -> list[str]:
    """Pairs of which another thing has at least one if it has the share `held` of this thing's weight.

    Of all such choices it is the one with the pairs that stand least `often` in other things.
    """
    spare = measure.weight * held  # what all the others weigh together must be less
    found = sorted(measure.pairs, key=lambda pair: (-often.get(pair, 0), pair))
    dropped = 0
    for pair in found:
        spare -= _pair_weight(pair)
        if spare <= 0.0:
            break
        dropped += 1
    return found[dropped:]


def _convertible(one: Measure, other: Measure) -> bool:
    """Whether a count in each place says the same as a share of the places: 每个村1名, 配备率100%."""
    counted, share = (one, other) if other.family == "%" else (other, one)
    if share.family != "%" or _SIZE.search(counted.family):
        return False
    return counted.each and not counted.per and one.pairs == other.pairs


def _scope(wording: str) -> str:
    rural, urban = _RURAL.search(wording), _URBAN.search(wording)
    if _BOTH.search(wording) or (rural and urban):
        return "both"
    if rural:
        return "rural"
    if urban:
        return "urban"
    return "community" if "社区" in wording else ""


def _per(wording: str) -> str:
    """What the thing is counted by; of whom, the rest of the words says (每万名, 每万城镇常住人口 are both 每万)."""
    found = _PER.search(wording)
    if found is None:
        return ""
    return f"{found['each']}{found['household']}" if found["each"] else found[0]


def _pairs(wording: str) -> frozenset[str]:
    thing = _NUMBER.sub("", wording)
    parts = _core(thing) or [thing]
    return frozenset(_letters(parts) or parts)


def _letters(parts: Iterable[str]) -> set[str]:
    """The pairs of letters of Chinese words, and whole Latin ones (5G)."""
    pairs: set[str] = set()
    for part in parts:
        pairs.update(_LATIN.findall(part))
        for word in _LATIN.split(part):
            pairs.update(word[i : i + 2] for i in range(len(word) - 1))
    return pairs


def _core(thing: str) -> list[str]:
    stripped = _STRIP.sub("", thing)
    while stripped != (stripped := _STRIP.sub("", stripped)):
        pass
    parts = (_STRIP.sub("", part) for part in _CUT.split(stripped))
    return [part for part in parts if len(part) > 1]


def _weight(pairs: frozenset[str]) -> float:
    return sum(_pair_weight(pair) for pair in pairs)


def _pair_weight(pair: str) -> float:
    if pair in _COMMON:
        return _COMMON_WEIGHT
    return _LATIN_WEIGHT if pair.isascii() and _LATIN.match(pair) else 1.0
