"""The plans a question asks of: by region, by title, by period; and places and periods that no plan is loaded for.

In: the plain question.  Out: `Scope`, with the question freed of those names.  Relied on: a place is named in full or
short form, a plan also by a short form of its title whose letters stand in the title in that order.
Example: "深圳十四五规划" asks of the plan whose region is 深圳市; "深川市" of none, and 深圳市 is near.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph_api.ask.letters import Letters
from graph_api.ask.relevance import flat
from graph_api.ask.stated import Plan
from ontology.records import Level
from ontology.regions import Region, Regions

_PERIODS = "一二三四五六七八九"
_PERIOD = re.compile(rf"十([{_PERIODS}])五")
# A verb, or a word that asks, between them makes of the period a time told of: 回顾“十三五”时说实施了哪两个规划.
_TOLD = r"哪|什么|几|说|时(?!期)|[那这]|实施|落实|执行|贯彻"
_OF_PLAN = re.compile(rf"[“\"]?(十[{_PERIODS}]五)[”\"]?(?:时期|期间)?的?(?:(?!{_TOLD})[^,，。?？的]){{0,12}}?规划")
_TITLED = re.compile(r"[^,，。?？、]{2,24}?(?:行动方案|规划纲要|实施意见|规划|方案|意见|纲要|计划|通知|办法|决定)")
# A title behind it is what is asked for: "哪两部社区服务体系规划", "认真实施的两份社区服务规划叫什么".
_ASKED = re.compile(r"哪|什么|几[份部个]|的[两二三四五六][份部]$")
_PAST = re.compile(r"五[”\"]?(?:[那这]|时(?!期)|时期|期间|以来|末|的?时候|年间|收官)")
_POINTING = re.compile(r"^20\d\d年|[这那该](?:份|个|部|篇|几份)?|的")
_CITED = re.compile(r"[《“\"][^》”\"]*[》”\"]")
_EXCEPT = re.compile(
    r"(?:除了|除去|除开|除|不算|不含|不包括|撇开)[^,，。?？]{1,24}?(?:[之以]?外|[,，])|^[^,，。?？]{1,12}?[之以]外[,，]?"
)
_SET_ASIDE = re.compile(
    r"除了|除去|除开|除|不算|不含|不包括|撇开|[之以]?外|[,，、和与]|规划|的|这|两|三|家|地|份|市|州"
)
_OTHERS = re.compile(
    r"(?:别的|其[他它余])(?=规划|地[方区]?|城市|[省市州家份各几两三四五都也没未哪谁呢怎]|有没有|的?(?:[,，。?？都也没呢哪]|$))"
)
# Plans told of, before others are asked for: "宁夏、楚雄等都写了,没有出现的是哪几份".
_TOLD_OF = (
    r"(?P<more>等)?(?:[两三四几]?[家地份]|地方|规划)*(?:里|中)?(?:都|均|已经?|也)[^,，。?？哪谁没未]{0,6}"
    r"(?:写|提|有|列|讲|明确|出现|纳入|做|定|设)[^,，。?？哪谁没未]{0,8}[,，。;；](?P<asks>[^。?？]*(?:哪|谁)[^。?？]*)"
)
_DENIED = re.compile(r"没|未|缺|找不|不见|落下|漏")
# Plans of one level: "哪个省级地方", "两个地级市"; with the word that says so, which is no subject.
_LEVELS: tuple[tuple[frozenset[Level], re.Pattern[str]], ...] = (
    (
        frozenset({"province"}),
        re.compile(r"省级(?=地[方区]|行政区|规划|文件)|哪(?:一?个|些)省(?=份?[的花投定建写提最要有])"),
    ),
    (frozenset({"city"}), re.compile(r"地级(?=市)")),
    (frozenset({"city", "prefecture"}), re.compile(r"(?:地级|地市级?|市州级?|市级)(?=地[方区]|规划|文件)")),
)
# Plans of a level that are cited are documents: "引用了哪些省级规划".
_CITES_IT = re.compile(r"(?:引用?|落实|依据|根据|参照|按照|实施|执行|贯彻|衔接|对接)了?[^,，。?？]{0,8}$")
_LEVEL_SAID = re.compile(r"(?:省|地|地市|市州|市)级(?=地[方区]|行政区|规划|文件|市)")
_CITY = re.compile(r"[一-鿿]{2,3}(?:市|省|自治州|自治区|州|盟)")
_NO_PLACE = re.compile(r"[各全本我该县区都]|城|社区|哪|农|超|门|上市|省市")


@dataclass(frozen=True, slots=True)
class Scope:
    """What of the loaded plans is asked."""

    plans: tuple[Plan, ...]
    named: bool  # whether the question names them; otherwise all are meant
    rest: str  # the question without the names
    missing: tuple[str, ...]  # places, or periods of a place, that no loaded plan is of
    near: tuple[str, ...]  # names near to a misspelt place
    past: bool = False  # whether a period is named that all of the plans follow


class Places:
    """The names of the loaded plans."""

    def __init__(self, plans: tuple[Plan, ...], regions: Regions) -> None:
        self._plans = plans
        self._regions = regions
        self._names: dict[str, list[Plan]] = {}
        for plan in plans:
            for name in _names(plan, regions):
                self._names.setdefault(name, []).append(plan)
        self._longest = sorted(self._names, key=len, reverse=True)
        self._letters = Letters(_shorts(plans, regions), self._names)

    def scope(self, text: str) -> Scope:
        """The plans that a plain question asks of."""
        text = self._letters.in_full(text)
        rest, found = text, list[Plan]()
        for name in self._longest:
            if name in rest:
                rest = rest.replace(name, "")
                found += [plan for plan in self._names[name] if plan not in found]
        if found:
            rest = _without_titles(rest, found)
        titled, rest = self._titled(rest)
        found += [plan for plan in titled if plan not in found]
        missing, near, rest = self._elsewhere(rest)
        kept, lapsed = self._in_period(found or list(self._plans), text, named=bool(found))
        if _OTHERS.search(text) or self._told_of(text):
            kept = list(self._plans)
        if not found:
            kept, rest = self._of_level(kept, rest)
        ordered = tuple(plan for plan in self._plans if plan in kept)
        named = bool(found) or len(ordered) < len(self._plans)
        return Scope(ordered, named, rest, (*missing, *lapsed), near, _before(text, ordered))

    def left_out(self, text: str) -> tuple[Plan, ...]:
        """The plans that a plain question sets aside: "除了天津,哪些规划…"."""
        said = "".join(one for one in _EXCEPT.findall(text) if self._only_names(one))
        return tuple(dict.fromkeys(plan for name in self._longest if name in said for plan in self._names[name]))

    def _told_of(self, text: str) -> bool:
        """Whether the plans named are told of as having it, as examples, or where those without it are asked for."""
        names = "|".join(map(re.escape, self._longest))
        told = re.search(f"(?:{names}){_TOLD_OF}", text) if names else None
        if told is None or any(name in told["asks"] for name in self._longest):
            return False
        return told["more"] is not None or _DENIED.search(told["asks"]) is not None

    def _only_names(self, said: str) -> bool:
        """Whether nothing but plans is set aside: not 通辽发展目标之外."""
        for name in self._longest:
            said = said.replace(name, "")
        return len(_SET_ASIDE.sub("", said)) <= 1

    def _titled(self, text: str) -> tuple[list[Plan], str]:
        """Plans named by a short form of their title; a form has to fit one plan alone."""
        found: list[Plan] = []
        for form in _TITLED.findall(_CITED.sub(",", text)):
            letters = _POINTING.sub("", flat(form))
            for start in range(max(1, len(letters) - 4)):
                fitting = [plan for plan in self._plans if _within(letters[start:], flat(plan.title))]
                if len(fitting) == 1:
                    found += [plan for plan in fitting if plan not in found]
                    text = text.replace(form[form.find(letters[start : start + 2]) :], "")
                    break
        return found, text

    def _elsewhere(self, text: str) -> tuple[list[str], tuple[str, ...], str]:
        """Places named that no plan is of, and the loaded names near to one that there is not."""
        region = self._regions.find(text)
        if region is not None and region.level not in ("national", "district") and not self._covered(region):
            return [region.name], (), text.replace(region.name, "").replace(region.short_name, "")
        for name in _CITY.findall(text):
            if not _NO_PLACE.search(name) and (near := self._near(name)):
                return [name], near, text.replace(name, "")
        return [], (), text

    def _of_level(self, plans: list[Plan], text: str) -> tuple[list[Plan], str]:
        """The plans of the level that a text names, and the text without it; all where none is of that level."""
        for levels, said in _LEVELS:
            regions = {plan.id: self._regions.by_code.get(plan.region_code or "") for plan in plans}
            own = [plan for plan in plans if (region := regions[plan.id]) and region.level in levels]
            place = said.search(text)
            if own and place and not _CITES_IT.search(text[: place.start()]):
                return own, _LEVEL_SAID.sub("", text)
        return plans, text

    def _covered(self, region: Region) -> bool:
        return any(plan.region_code == region.code for plan in self._plans)

    def _near(self, name: str) -> tuple[str, ...]:
        """Loaded places that differ from a name in one letter."""
        full = [plan.region for plan in self._plans if plan.region]
        return tuple(
            region
            for region in dict.fromkeys(full)
            if len(region) == len(name) and sum(a != b for a, b in zip(region, name, strict=True)) == 1
        )

    def _in_period(self, plans: list[Plan], text: str, *, named: bool) -> tuple[list[Plan], list[str]]:
        """The plans of the period that the question names as a plan's, and the regions that have none of it."""
        of_plan = _OF_PLAN.search(text)
        asked = of_plan[1] if of_plan else None
        later = max((match[0] for match in _PERIOD.finditer(text)), key=_rank, default=None)
        if asked is None and later is None:
            return plans, []
        period = asked or later or ""
        same = [plan for plan in plans if plan.period == period]
        if asked is None and not all(plan.period and _rank(later or "") > _rank(plan.period) for plan in plans):
            # a period beside a claim: the past of some plans, or the time of others
            return (same if same and not named and not _PAST.search(text) else plans), []
        lapsed = [f"{plan.short}“{period}”" for plan in plans if plan not in same] if named else []
        return same, lapsed if named or same else [f"“{period}”"]


def _shorts(plans: tuple[Plan, ...], regions: Regions) -> list[str]:
    """The short names of the places of some plans."""
    places = [regions.by_code[plan.region_code] for plan in plans if plan.region_code in regions.by_code]
    return [region.short_name for region in places if region.level != "national"]


def without(text: str) -> str:
    """A text without what it sets aside."""
    return _EXCEPT.sub("", text)


def _without_titles(text: str, plans: list[Plan]) -> str:
    """A text without the short forms of the titles of plans that it names by their region already."""
    for form in _TITLED.findall(text):
        letters = flat(form)
        starts = [
            at for at in range(len(letters) - 3) if any(_within(letters[at:], flat(plan.title)) for plan in plans)
        ]
        if starts and not _ASKED.search(letters[: starts[0]]):
            text = text.replace(letters[starts[0] :], "")
    return text


def _names(plan: Plan, regions: Regions) -> list[str]:
    names = [plan.title, flat(plan.title), *([plan.region] if plan.region else [])]
    region = regions.by_code.get(plan.region_code or "")
    if region is not None and region.level != "national":
        suffix = {"自治州": "州", "自治区": "", "地区": "", "盟": "盟"}
        names += [region.name, region.short_name, region.short_name + region.name[-1:]]
        names += [region.short_name + short for long, short in suffix.items() if region.name.endswith(long) and short]
    return [name for name in dict.fromkeys(names) if len(name) > 1]


def _within(form: str, title: str) -> bool:
    """Whether the letters of a form stand in a title in that order, the first half of them close together."""
    if len(form) < 4:
        return False
    at = -1
    for letter in form:
        at = title.find(letter, at + 1)
        if at < 0:
            return False
    return True


def _before(text: str, plans: tuple[Plan, ...]) -> bool:
    """Whether a period is named, and every plan is of a later one."""
    named = [_rank(match[0]) for match in _PERIOD.finditer(text)]
    return bool(named and plans) and all(plan.period and _rank(plan.period) > max(named) for plan in plans)


def _rank(period: str) -> int:
    found = _PERIOD.search(period)
    return _PERIODS.index(found[1]) if found else -1
