"""Which part of a plan has the most, or fewest, of something: boxes by actions, tasks by bodies, bodies by tasks.

In: a question read.  Out: an `Answer` with `plan`, `title` and `number`, or with `departments`; None where no such part
is asked for.  Relied on: the part stands behind 哪 or right before "是哪", what is counted right before "最多".
Example: "天津哪项任务的责任单位最多".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from graph.values import Json
from graph_api.ask.bodies import of_level_asked
from graph_api.ask.countable import named_last, things
from graph_api.ask.edges import least
from graph_api.ask.headings import under
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer
from graph_api.ask.relevance import flat
from graph_api.ask.silence import whom
from graph_api.ask.stated import Thing

_WHICH = r"(?:哪|什么)(?:一|几|些|个|项|条|大|份)*"
_ONE_ALONE = r"(?:单|只|光|仅)(?:看|论|说|算|拿|比)(?:某|任意?)?[一单]?[个项条章节]"
_BODIES = re.compile(rf"{_WHICH}(?:责任|市级|牵头)?(?:部门|单位|机构)|(?:部门|单位)(?:是|为|有)?(?:哪|谁)")
_PARTS = (
    ("column", r"专栏"),
    ("chapter", r"章(?!程)|一级标题"),
    ("group", r"板块|部分|方面|大类|大项|节(?!假)|任务组|块"),
    ("action", r"专项行动|行动|工程"),
    ("safeguard", r"保障措施|保障"),
    ("task", r"任务|工作|措施"),
)
_MOST = re.compile(r"[最更][多少]|次数|居首|第一")
_LEAD = re.compile(r"牵头")
_MEASURES = {"department": "个", "action": "个", "task": "条", "section": "节", "cited": "份"}
_WITHOUT = re.compile(r"(?:除了|除去|除|不算|不含|不计)(?P<body>[^,，。?？]{2,12}?)(?:之?以?外|[,，])")


def answer_busiest(question: Question, knowledge: Knowledge) -> Answer | None:
    """The body, or the part of a plan, with the most or fewest."""
    if _BODIES.search(question.text):
        return _body(question, knowledge)
    kind = _part_asked(question)
    return _part(question, kind, knowledge) if kind else None


def _part_asked(question: Question) -> str | None:
    """The kind of part asked for; None where it is a plan."""
    for kind, names in _PARTS:
        asked = (
            rf"{_WHICH}(?:{names})(?![^,，。?？]*(?:规划|地方))|[多少]的(?:[一那这]?[个项条章节块])?(?:{names})(?:是|叫|为)?(?:哪|什么)"
            rf"|(?:单个|单一|单项|单条|同一个|一个)(?:{names})[,，]?(?:里|中|内|下|底下|之内|之中)|{_ONE_ALONE}(?:{names})"
        )
        if re.search(asked, question.rest):
            return kind
    return None


def _part(question: Question, kind: str, knowledge: Knowledge) -> Answer | None:
    counted = _counted(question, kind)
    sizes = dict(_sizes(question, kind, counted, knowledge))
    if not sizes:
        return None
    lowest = least(question)
    edge = (min if lowest else max)(sizes.values())
    found = [one for one, size in sizes.items() if size == edge]
    measure = _MEASURES.get(counted, "个")
    names: list[Json] = [one.title for one in found]
    fields: dict[str, Json] = {"plan": found[0].plan_id, "titles": names, "value": f"{edge}{measure}"}
    fields |= {"number": edge, "unit": measure}
    told = f"{whom(question.plans)}：“{'”“'.join(map(str, names))}”{'最少' if lowest else '最多'}，{edge}{measure}。"
    return Answer(fields, told, tuple(one.citation for one in found))


def _counted(question: Question, kind: str) -> str:
    """What is counted of each part: what the question names besides the part."""
    names = dict(_PARTS)[kind]
    rest = re.sub(rf"(?:{_WHICH}|{_ONE_ALONE}|单个|单一|单项|单条|一个)(?:{names})", "", question.rest)
    before = rest[: found.start()] if (found := _MOST.search(rest)) else rest
    named = named_last(before)
    if named and named[0] not in (kind, "column"):
        return named[0]
    return {"column": "action", "chapter": "task", "group": "task"}.get(kind, "department")


def _sizes(question: Question, kind: str, counted: str, knowledge: Knowledge) -> Iterator[tuple[Thing, int]]:
    """The parts with how many each has; those with none are left out."""
    if counted == "department":
        bodies: dict[str | None, set[str]] = defaultdict(set)
        for duty in knowledge.duties:
            bodies[duty.unit_id].add(flat(duty.department))
        held = {one: len(bodies[one.id]) for one in things(kind, question.plans, knowledge)}
    else:
        inside = things(counted, question.plans, knowledge)
        held = {one: len(under(inside, one, counted)) for one in things(kind, question.plans, knowledge)}
    yield from ((one, size) for one, size in held.items() if size)


def _body(question: Question, knowledge: Knowledge) -> Answer:
    """The body with the most, or fewest, units of the plans asked."""
    lead = _LEAD.search(question.text) is not None
    apart = _WITHOUT.search(question.text)
    own = [one for one in knowledge.duties if one.plan_id in question.plan_ids and (one.role == "lead" or not lead)]
    own = of_level_asked(question.text, own)
    units: dict[str, set[str | None]] = defaultdict(set)
    for one in own:
        if apart is None or flat(one.department) not in apart["body"]:
            units[one.department].add(one.unit_id)
    if not units:
        return Answer.silent(f"{whom(question.plans)}没有写明责任部门。")
    lowest = least(question)
    edge = (min if lowest else max)(map(len, units.values()))
    names: list[Json] = [name for name, carried in units.items() if len(carried) == edge]
    fields: dict[str, Json] = {"departments": names, "number": edge, "value": f"{edge}项", "unit": "项"}
    fields |= {"plan": question.plans[0].id} if len(question.plans) == 1 else {}
    told = f"{whom(question.plans)}：{'、'.join(map(str, names))}{'最少' if lowest else '最多'}，{edge}项。"
    cited = {one.unit_id: one.citation for one in own if one.department in names}
    return Answer(fields, told, tuple(dict.fromkeys(cited.values())))
