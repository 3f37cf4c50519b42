"""Reading a question: what it wants, of which plans, about what.

In: the question as typed.  Out: `Question`, which the answering modules take.  Nothing is answered here.
Example: "平均到每个城市社区，宁夏要求拥有多少个社区社会组织?" is VALUE, of one plan, with the head 社区社会组织.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from graph_api.ask.bodies import Bodies, Body
from graph_api.ask.emphasis import Emphasis
from graph_api.ask.intents import PRESENCE, Intent
from graph_api.ask.kind_rules import Given
from graph_api.ask.kinds import Judge
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.places import Places, Scope, without
from graph_api.ask.relevance import Rarity, flat
from graph_api.ask.senses import Sense, SenseReader
from graph_api.ask.stated import Plan
from graph_api.ask.subjects import Subjects
from graph_api.ask.units import fits, units_asked
from graph_api.ask.wanted import Wanted, wanted
from graph_api.ask.wording import content, everyday, plain, quoted, weights

_HEAD = re.compile(
    r"(?:多少|几)(?:万|亿)?(名|个|位|家|所|处|座|户|亩|人次|小时|平方米|公里|次|件|块|台|支|元|人|间|资金|%|经费)?"
)
_FIGURES = re.compile(r"多少|几[^,，]|多[大高长久]|目标|基期|比例|数量|[^效]率")
_ASKS = re.compile(
    r"多少|几(?![地家份]都)|多[大高长久]|什么(?:程度|比例|水平|要求)|(?:目标|要求|标准|数字)(?:是|为)?(?:什么|啥)|呢$"
)
# What a question sets aside: "“时间银行”先不说，" and "…之外，".
_ASIDE = re.compile(
    r"[^,，。?？;；]*(?:先不说|不谈|先不管|暂且不论|(?:都|先|暂)?不(?:看|算|管|论)|之外|除外|以外)[,，]"
)
# How each plan reckons, where they differ, which no plan does both ways: "一个按每万人算,一个按人口比例算,".
_RECKONED = re.compile(
    r"(?:按|以|用|拿)[^,，。?？]{0,8}(?:每[百千万]|人口|人数|户数)[^,，。?？]{0,6}[定给设]了?个(?:比例|数字?|数目|总数)(?=[,，。])"
    r"|[,，]?(?:(?:另|其中)?一(?:个|家|边|地|份|方|处)(?:规划)?(?:是|则|却)?(?:按|以|用|拿|论)[^,，。?？;；]+[,，;；、]?){2}"
)
# Whether other places give it too, which their having no value tells: "宁夏有没有这个指标?", "通辽给没给出具体数字?".
_GIVEN_TOO = re.compile(
    r"(?:又|还|也)?(?:给没给|定没定|写没写|提没提|有没有|有无|是否有?)(?:给|写|定|提)?(?:出|明|到|过)?"
    r"(?:[这同]一?[个项样](?:的)?(?:指标|目标|数字?|要求)|(?:具体|明确)的?(?:百分比|比例|数字|数值|目标值?|指标))(?:呢)?(?=[?？。]*$)"
)
# Of what size the places are that a value is for, which is no value asked for: "天津呢,是对多少户以上的村提的".
_CONDITION = re.compile(
    r"(?<=[多几呢少])([^多几]*)[,，?？](?:又|都|各|分别)?(?:是)?(?:对|给|针对|限于|面向|适用于)(?:多少|几)[^,，。?？的]{0,3}(?:以上|以下|以内)的?[^,，。?？]*"
)
# What is not to be counted, at the end: "只写社区基金的别算进来", "(专栏里的不算)".
_NOT_COUNTED = re.compile(
    r"[,，。?？;；(（]?[^,，。?？;；()（）]*(?:别算|不算|不计|别计|不要算)(?:进来|进去|在内|数)?[)）。!！?？]*$"
)
# The name of a kind of part, in quotation marks: 几个“专项行动”.
_KIND_QUOTED = re.compile(
    r"[“\"](专项行动|行动|任务|重点任务|主要任务|指标|专栏|保障措施|组织保障|实施保障|基本原则)[”\"]"
)
# How far ahead the extreme is, which asks of no plan: "哪份任务最多,比天津多几条".
_AHEAD = re.compile(r"[,，]比[^,，。?？]{1,8}(?:多|高|少|低|早|晚|长|短|大|小)(?:出|了|得)?(?:多少|几)[^,，。?？]*")
_ALSO = re.compile(r"呢$")
_NO_SUBJECT, _OWN_SUBJECT = 2, 4  # letters
_INHERITED = 0.5  # what a word of the part before counts
_FIGURED = frozenset((Intent.VALUE, Intent.BASELINE))
_WHO = re.compile(r"谁|哪")
_YEARS = re.compile(r"(20\d\d)年?")


@dataclass(frozen=True, slots=True)
class Question:
    """A question read."""

    typed: str
    text: str  # in plain form
    rest: str  # without the names of plans
    wanted: Wanted
    scope: Scope
    pieces: tuple[str, ...]
    weights: dict[str, float]
    senses: tuple[Sense, ...] = ()
    head: dict[str, float] = field(default_factory=dict)  # the terms of what is counted
    head_text: str = ""
    together: tuple[str, ...] = ()  # the pieces that what is asked for is described by, all of them
    quoted: tuple[str, ...] = ()
    department: str | None = None
    units: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    parts: tuple[Question, ...] = ()  # where it asks for several values, each by itself

    @property
    def intent(self) -> Intent:
        """What it wants."""
        return self.wanted.intent

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans it asks of."""
        return self.scope.plans

    @property
    def plan_ids(self) -> frozenset[str]:
        """Their ids."""
        return frozenset(plan.id for plan in self.scope.plans)

    @property
    def subject(self) -> str:
        """The subject in the question's own words."""
        return "、".join(self.pieces)

    def fits_unit(self, unit: str) -> bool | None:
        """Whether a value in that unit can be what is asked for; None where the question names no unit."""
        return fits(self.units, unit)


def _inheriting(part: Question, before: Question | None) -> Question:
    """A part that only names another thing (农村呢?), or none at all (最小多大?), asks the same as the part before."""
    if before is not None and len(part.subject) <= _NO_SUBJECT and not _ALSO.search(part.text):
        return replace(part, weights=before.weights, pieces=before.pieces, senses=before.senses)
    if before is None or not _ALSO.search(part.text):
        return part
    if not part.pieces and not part.years:
        return replace(before, scope=part.scope)
    own, other = sum(part.weights.values()), sum(before.weights.values())
    share = _INHERITED * min(1.0, own / other if len(part.subject) >= _OWN_SUBJECT and other else 1.0)
    weighed = {**{term: share * weight for term, weight in before.weights.items()}, **part.weights}
    return replace(part, weights=weighed, units=part.units or before.units)


def _of_kind(part: Question, whole: Question) -> Question:
    """A part of the kind of the whole; of what was or of what is to be, as it says itself."""
    return part if {part.intent, whole.intent} <= _FIGURED else replace(part, wanted=whole.wanted)


def _given(scope: Scope, text: str, body: Body | None) -> Given:
    """What the plans asked, the time and the body named tell of the question's kind."""
    years = [int(year) for year in _YEARS.findall(text)]
    starts = [plan.start_year for plan in scope.plans if plan.start_year]
    before = scope.past or (bool(years and starts) and max(years) < min(starts))
    before = before and not re.search(r"基期|底数", text)
    said = body.said if body else ""
    bare = body is not None and not content(scope.rest.replace(said, "").replace(said.removeprefix("市"), ""))
    return Given(len(scope.plans) if scope.named else 0, before, said or None, bare)


def _asked(text: str) -> list[str]:
    """The stretches of a question that each ask for something; what asks for nothing belongs to what follows it."""
    found: list[str] = []
    before = ""
    for part in re.split(r"[,，、;；?？。!！]", text):
        before = f"{before},{part}" if before else part
        if _ASKS.search(part):
            found.append(before)
            before = ""
    return found


def _either(text: str) -> list[str]:
    """The sides of an 或: whoever has one of them has what is asked for."""
    sides = re.split(r"或者?", text)
    left, right = content(sides[0]), content(sides[-1])
    if len(sides) != 2 or not left or not right:
        return []
    return [text.replace(left[-1], "", 1), text.replace(right[0], "", 1)]


class Reader:
    """Reads questions against what is loaded."""

    def __init__(self, knowledge: Knowledge, places: Places, senses: SenseReader, rarity: Rarity, judge: Judge) -> None:
        self._judge = judge
        self._emphasis = Emphasis(rarity, Subjects.read())
        self._places = places
        self._senses = senses
        self._rarity = rarity
        names = (
            *(duty.department for duty in knowledge.duties),
            *(one.title for one in knowledge.things["department"]),
        )
        self._bodies = Bodies(names, (function for duty in knowledge.duties for function in duty.functions))

    def read(self, typed: str) -> Question:
        """The question read, with its parts where it has several."""
        text = plain(typed)
        text = _KIND_QUOTED.sub(r"\1", text)
        text = _AHEAD.sub("", text) if "最" in text else text
        text = _NOT_COUNTED.sub("", text) or text
        text = _RECKONED.sub(",", text)
        text = _GIVEN_TOO.sub("", text) if _ASKS.search(text) else text
        text = _CONDITION.sub(r"\1", text)
        apart = self._places.left_out(text)
        whole = self._read(typed, _ASIDE.sub("", without(text) if apart else text))
        if apart:
            plans = tuple(plan for plan in whole.plans if plan not in apart)
            whole = replace(whole, scope=replace(whole.scope, plans=plans))
        asked = _either(whole.text) if whole.intent in PRESENCE and not whole.quoted else _asked(whole.text)
        if len(asked) < 2:
            return whole
        parts: list[Question] = []
        for part in (self._read(typed, text) for text in asked):
            parts.append(_inheriting(part, parts[-1] if parts else None))
        parts = [part for part in parts if part.weights]
        kept = [
            part if part.scope.named else replace(part, scope=replace(part.scope, plans=whole.plans)) for part in parts
        ]
        return replace(whole, parts=tuple(_of_kind(part, whole) for part in kept))

    def _read(self, typed: str, text: str) -> Question:
        scope = self._places.scope(text)
        body = self._bodies.find(flat(text))
        pieces = _named_again(content(scope.rest), scope.rest)
        senses = self._senses.senses(pieces)
        head = _head(everyday(scope.rest))
        units = units_asked(scope.rest)
        return Question(
            typed=typed,
            text=text,
            rest=scope.rest,
            wanted=wanted(scope.rest, _given(scope, text, body), self._judge),
            scope=scope,
            pieces=pieces,
            weights=self._emphasis.weights(pieces, senses, scope.rest, units),
            senses=senses,
            head=weights([head], self._rarity) if head else {},
            head_text=head,
            together=_together(scope.rest),
            quoted=tuple(quoted(scope.rest)),
            department=body.name if body else None,
            units=units,
            years=tuple(dict.fromkeys(_YEARS.findall(text))),
        )


def _named_again(pieces: list[str], rest: str) -> tuple[str, ...]:
    """The one piece of what asks who, where it was told of before: "甲、乙这些网点,哪几份写了乙" asks of 乙 alone."""
    asking = [content(one) for one in re.split(r"[,，;；。?？]", rest) if _WHO.search(one)]
    again = len(asking) == 1 and len(asking[0]) == 1 and pieces.count(asking[0][0]) > 1
    return tuple(asking[0] if again else pieces)


def _together(rest: str) -> tuple[str, ...]:
    """The pieces of the stretch that asks, where it lists nothing: 每万城镇人口的社区工作者基期值 is of both."""
    asking = [one for one in re.split(r"[,，;；。?？:：]", rest) if _FIGURES.search(one)]
    listed = len(asking) != 1 or re.search(r"[、和与及跟或]", asking[0])
    return () if listed else tuple(content(asking[0]))


def _head(rest: str) -> str:
    """What the last measure word counts: of 几名全科医生 the 全科医生; empty where nothing stands behind it."""
    found = ""
    for match in _HEAD.finditer(rest):
        tail = re.split(r"[,，。?？;；、]", rest[match.end() :])[0]
        pieces = content(tail)
        if pieces and tail.startswith(pieces[0][:1]):
            found = pieces[0]
    return found
