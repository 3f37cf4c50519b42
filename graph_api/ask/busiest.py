"""Which body of the plans asked carries the most, or the fewest, tasks.

In: a question read.  Out: an `Answer` with `departments` and `number`; None where no body is asked for.
Relied on: a body that is set aside is named before 之外.  Example: "除了各区人民政府，哪个部门担的任务最多".
"""

from __future__ import annotations

import re
from collections import defaultdict

from graph.values import Json
from graph_api.ask.bodies import of_level_asked
from graph_api.ask.edges import least
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer
from graph_api.ask.relevance import flat
from graph_api.ask.silence import whom

_BODIES = re.compile(
    r"(?:哪|什么)(?:一|几|些|个|项|条|大|份)*(?:责任|市级|牵头)?(?:部门|单位|机构)|(?:部门|单位)(?:是|为|有)?(?:哪|谁)"
)
_LEAD = re.compile(r"牵头")
_WITHOUT = re.compile(r"(?:除了|除去|除|不算|不含|不计)(?P<body>[^,，。?？]{2,12}?)(?:之?以?外|[,，)）])")


def answer_busiest(question: Question, knowledge: Knowledge) -> Answer | None:
    """The body with the most, or fewest, units of the plans asked."""
    if not _BODIES.search(question.text):
        return None
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
