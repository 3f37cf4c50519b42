"""How many parts of a kind plans have, in the whole, under a heading that they share, or box by box.

In: a question that asks for the most or fewest, and what is stored.  Out: `Compared`; None where it asks for a value
that plans state.  Relied on: what is compared is named by its kind (条目, 章, 行动), and besides it the question says
nothing that plans state a value of.  Example: "哪份规划的专栏行动最多" counts actions, "谁要求配的社工最多" no parts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph_api.ask.countable import COUNTED, named_last, number_of, things
from graph_api.ask.edges import Contender
from graph_api.ask.headings import shared_headings, under
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.matching import Matcher
from graph_api.ask.narrowing import bodies_of, narrowed
from graph_api.ask.reading import Question
from graph_api.ask.relevance import bigrams, flat
from graph_api.ask.sizes import Compared
from graph_api.ask.stated import Plan, Thing

# That a number is compared, or how fine a plan is divided.
_MANY = re.compile(
    r"[最更][多少]|数量|[从由][多少]到[多少]|[得数][多少]|(?:条|项|个|章|节|份|总)数|居首|居末|末位|第[一二三]|垫底|[最更得][细粗碎]"
    r"|[多少](?:一?[些点])?(?=[,，?？。]|$|的(?:那?一?[家方边个份])?(?:是|有|为))|最[长短大小](?!的?面积)"
)
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]|[一两二三四五六七八九几各\d]份(?:规划)?文件")  # plans are 五份文件 too
_QUOTED = re.compile(r"[“「『\"][^”」』\"]*[”」』\"]")
# A part that is spoken of, and not counted: 组织保障一块, 最后那块, 保障的条款 (which are safeguards).
_SPOKEN_OF = re.compile(r"的(?:条款|条目)|(?:[这那](?:一|个)*|(?<![哪每单一几])一)(?:大)?(?:章|块|节|板块|部分)")
# Words that say how parts are told or numbered, and of which kind they are.
_FRAME = re.compile(
    r"书名号|正文|[条项份行个总章节]数|数[目量]|条目|分成?|板块|具体|重点|主要|责任|市级|不同|级标题|小|设置?|安排|部署|排|专栏"
    r"|写|量化|规模|总共|部分|开头|序言|前言|约束性|预期性|级|引用?|点名?|比|看"
)
_BESIDE = 1  # terms beside what is counted that plans state values of, where a question may still be of parts
_IF_NOTHING = 3  # the same, where no plan states what is asked
# Parts that are compared one by one, with what is counted of each where the question does not say.
_WHICH = r"(?:哪|什么|第几)(?:一|几|些|个|项|条|大|份)*"
_ALONE = (
    r"(?:(?:单|只|光|仅)(?:看|论|说|算|拿|比|就)?(?:某|任意?|单)?一?[个项条章节]|单一(?:个|项)?"
    r"|(?<![这那哪])一个|某个|有个|有一个)"
)
_PARTS = (
    ("column", "专栏", "action"),
    ("chapter", r"章(?!程)|一级标题", "task"),
    ("group", r"板块|部分|方面|大类|大项|节(?!假)|任务组|块", "task"),
    ("action", r"专项行动|行动|工程", "department"),
    ("safeguard", r"保障措施|保障", "department"),
    ("task", r"任务|工作(?![者人站])|措施", "department"),
)
_MOST = re.compile(r"[最更][多少]|次数|居首|第一")
_INSIDE = {"column": "action", "group": "task", "task": "action"}


def parts_compared(
    question: Question, matcher: Matcher, knowledge: Knowledge, *, last_resort: bool = False
) -> Compared | None:
    """The numbers of parts compared; as a last resort also where the question says somewhat more."""
    for kind, names, inside in _PARTS:
        if _one_by_one(question, names) and _beside(question, (), matcher) <= _IF_NOTHING:
            return _of_parts(question, kind, _counted_of(question, kind, names, inside), knowledge)
    headings = shared_headings(question, knowledge)
    counted = _counted(question, headings)
    if counted is None:
        return None
    kind, measure = counted
    beside = _beside(question, headings, matcher)
    if not headings and beside > (_IF_NOTHING if last_resort else _BESIDE):
        return None
    places = {one.plan_id: one for one in headings}
    contenders: list[Contender] = []
    for plan in question.plans:
        found = _found(question, kind, plan, places, knowledge)
        if kind == "department":
            alone = replace(question, scope=replace(question.scope, plans=(plan,)))
            found = bodies_of(alone, matcher, knowledge) or found
        if number := number_of(kind, found):
            cited = places[plan.id].citation if plan.id in places else plan.citation
            contenders.append(Contender(plan.id, number, f"{number}{measure}", cited))
    return Compared(tuple(contenders), measure) if contenders else None


def _found(
    question: Question, kind: str, plan: Plan, places: Mapping[str, Thing], knowledge: Knowledge
) -> Sequence[Thing]:
    """The parts of a plan, where headings are named those under its heading."""
    found: Sequence[Thing] = things(kind, [plan], knowledge)
    if places:
        return under(found, places[plan.id], kind) if plan.id in places else ()
    return narrowed(question, kind, found, knowledge)


def _counted(question: Question, headings: Sequence[Thing]) -> tuple[str, str] | None:
    """The kind that is counted, and its measure word; None where no number of parts is compared."""
    rest = _BRACKETS.sub("", question.rest) or question.rest
    if not _MANY.search(rest):
        return None
    rest = _SPOKEN_OF.sub("", rest) or rest
    if headings:
        inside = _INSIDE[headings[0].kind]
        named = named_last(_without_titles(_QUOTED.sub("", rest), headings))
        if named is None or named[0] in ("column", "group", headings[0].kind):
            return inside, next(measure for kind, _, measure in COUNTED if kind == inside)
    else:
        named = named_last(rest)
    return (named[0], named[2]) if named else None


def _without_titles(text: str, headings: Sequence[Thing]) -> str:
    for one in headings:
        text = text.replace(one.title, "")
    return text


def _beside(question: Question, headings: Sequence[Thing], matcher: Matcher) -> int:
    """How many terms the question has, besides the kinds of parts, that plans state values of."""
    apart = [*_BRACKETS.findall(question.rest), *map(flat, question.quoted), *(flat(one.title) for one in headings)]
    terms: set[str] = set()
    for piece in question.pieces:
        if any(piece in one for one in apart):
            continue
        text = _SPOKEN_OF.sub("", piece)
        for _, words, _ in COUNTED:
            text = words.sub(",", text)
        terms |= bigrams(_FRAME.sub(",", text))
    return sum(len(term) > 1 and matcher.states(term) for term in terms)


def _one_by_one(question: Question, names: str) -> bool:
    """Whether parts of a kind are compared, and not plans."""
    asked = (
        rf"{_WHICH}(?:{names})(?![^,，。?？]*(?:规划|地方))|[多少]的(?:[一那这]?[个项条章节块])?(?:{names})(?:是|叫|为|出自|来自|属于|在)?(?:哪|什么)"
        rf"|(?:同一个|{_ALONE})(?:{names})"
    )
    return re.search(asked, question.rest) is not None


def _counted_of(question: Question, kind: str, names: str, inside: str) -> str:
    """What is counted of each part: what the question names besides the part."""
    rest = re.sub(rf"(?:{_WHICH}|{_ALONE})(?:{names})", "", question.rest)
    named = named_last(rest[: found.start()] if (found := _MOST.search(rest)) else rest)
    return named[0] if named and named[0] not in (kind, "column") else inside


def _of_parts(question: Question, kind: str, counted: str, knowledge: Knowledge) -> Compared | None:
    """How many of what is counted each part has; those with none are left out."""
    parts = things(kind, question.plans, knowledge)
    if counted == "department":
        bodies: dict[str | None, set[str]] = defaultdict(set)
        for duty in knowledge.duties:
            bodies[duty.unit_id].add(flat(duty.department))
        sizes = [(one, len(bodies[one.id])) for one in parts]
    else:
        inside = things(counted, question.plans, knowledge)
        sizes = [(one, len(under(inside, one, counted))) for one in parts]
    measure = next((measure for name, _, measure in COUNTED if name == counted), "个")
    contenders = [
        Contender(one.plan_id, number, f"{number}{measure}", one.citation, one.title) for one, number in sizes if number
    ]
    return Compared(tuple(contenders), measure) if contenders else None
