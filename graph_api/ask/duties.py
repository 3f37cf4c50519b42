"""Who is responsible for something.

In: a question read.  Out: an `Answer` with `departments`, `unit` and `role`.
Relied on: bodies listed at the end of a task or action answer for all of it; bodies named inside a sentence answer for
what that sentence says.  Example: "由旗县市区人民政府负责建设" answers who builds what the sentence speaks of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from graph.values import Json
from graph_api.ask.bodies import BODY_ENDS
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.matching import Matcher, Scored
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer
from graph_api.ask.relevance import bigrams, flat
from graph_api.ask.silence import not_stated
from graph_api.ask.stated import Duty, Thing

_LEAST = 0.4  # below this no clause with a body speaks of what is asked
_BESIDE = 0.9  # what a word of the same clause counts, one of the statement itself being 1
_AROUND = 0.5  # what a word of the titles above and of the rest of the unit counts
_OWN_TITLE = 0.8  # what a word of the unit's title counts where a list at its end answers for all of it
_NAMED = 0.1  # how much it counts that the question names all of the unit's title
_TITLE = 0.75  # a title that the question names to this share is what it asks of
_CORE = 0.3  # the same, without the verbs of the title
_SHORTEST = 4  # letters that a title has besides its verbs
_VERBS = re.compile(
    r"^(?:建立健全|健全完善|着力|积极|坚持|加强|强化|完善|健全|推进|推动|优化|改进|加快|提升|增强|落实|深化|创新|大力|做好)+"
)
_TASK = re.compile(r"(?:任务|措施|工作|保障|条|项|一块)(?!清单)")
_ACTION = re.compile(r"行动|工程")
_ACTION_TERMS = bigrams("专项行动") | bigrams("工程")
_ROLES = {"lead": "牵头", "joint": "按职责分工负责", "named": "负责"}
_LEADS = re.compile(r"牵头")
# The bodies that answer for all of a task are asked for.
_ANSWERABLE = re.compile(r"责任(?:单位|部门|主体)|职责分工")
_LISTED = re.compile(r"责任(?:单位|部门|主体)|分工|(?:哪(?:些|几个?|几家)|什么)(?:部门|单位|局)")
# Whoever is paid to do it, who is none of the bodies that answer for it: "评估委托的是哪家机构".
_PAID = r"(?:委托|聘请|外包|承包|中标|发包)"
_ENTRUSTED = re.compile(
    rf"{_PAID}[^,，。?？]{{0,10}}(?:谁|哪|什么|啥)|(?:谁|哪|什么|啥)[^,，。?？]{{0,10}}{_PAID}|受托|哪一?[家个](?:公司|企业|事务所)"
)
_COMPANY = re.compile(r"公司|集团|企业|市场主体|事务所")
_UNNAMED = r"各?(?:有关|相关)(?:职能)?(?:部门|单位|方面|地区)"


def answer_responsible(question: Question, matcher: Matcher, knowledge: Knowledge) -> Answer:
    """The bodies responsible for what is asked; not stated where no body is named for it."""
    found = _of_unit(question, matcher, knowledge) or _of_clause(question, matcher, knowledge)
    if _LEADS.search(question.text) and any(one.role == "lead" for one in found):
        found = [one for one in found if one.role == "lead"]
    if _ENTRUSTED.search(question.text):
        found = [one for one in found if _entrusts(one, knowledge)]
    if not found:
        return not_stated(question, matcher, departments=[])
    names: list[Json] = list(dict.fromkeys((*_full(found), *_beside(found))))
    role = found[0].role
    fields: dict[str, Json] = {"departments": names, "unit": found[0].unit, "role": role}
    plan = next(plan for plan in question.plans if plan.id == found[0].plan_id)
    text = f"{plan.short}“{found[0].unit}”由{'、'.join(map(str, names))}{_ROLES[role]}。"
    return Answer(fields, text, tuple(dict.fromkeys(one.citation for one in found)))


def _beside(found: Sequence[Duty]) -> list[str]:
    """The bodies without a name that a sentence joins to those it names: 旗县市区及有关部门."""
    last = found[-1]
    if last.role != "named":
        return []
    joined = re.search(f"{re.escape(flat(last.department))}(?:及|以及|和|与|、)({_UNNAMED})", flat(last.citation.quote))
    return [joined[1]] if joined else []


def _entrusts(duty: Duty, knowledge: Knowledge) -> bool:
    """Whether a body is a company, or the sentence that names it says that it is entrusted."""
    clause = knowledge.clauses.get(duty.clause_id or "")
    said = clause is not None and duty.role == "named" and re.search(_PAID, clause.title) is not None
    return said or _COMPANY.search(duty.department) is not None


def _of_unit(question: Question, matcher: Matcher, knowledge: Knowledge) -> list[Duty]:
    """The bodies listed for a task, action or safeguard that the question names by its title."""
    titles = matcher.titles(question, ("action", "task", "safeguard"), least=_TITLE)
    for title in titles or _by_core(question, matcher):
        own = [one for one in knowledge.duties if one.unit_id == title.item.id]
        leads = [one for one in own if one.role == "lead"] if _LEADS.search(question.text) else []
        listed = leads or [one for one in own if one.role == "joint"]
        if own and (listed or len({one.clause_id for one in own}) == 1):
            return listed or own
    return _of_action(question, knowledge)


def _by_core(question: Question, matcher: Matcher) -> list[Scored[Thing]]:
    """The one task that the question calls a task by all of its title but the verbs: 党建引领这项任务."""
    if not _TASK.search(question.text):
        return []
    text = flat(question.text)
    found = [
        one
        for one in matcher.titles(question, ("task", "safeguard"), least=_CORE)
        if len(core := _VERBS.sub("", flat(one.item.title))) >= _SHORTEST and core in text
    ]
    return found if len(found) == 1 else []


def _of_action(question: Question, knowledge: Knowledge) -> list[Duty]:
    """The bodies listed for the one action whose title has all that the question says of an action: 养老这个行动."""
    terms = {term for term in question.weights if term not in _ACTION_TERMS}
    if not terms or not _ACTION.search(question.text):
        return []
    actions = [one for one in knowledge.things["action"] if one.plan_id in question.plan_ids]
    named = [one.id for one in actions if terms <= bigrams(one.title)]
    if len(named) != 1:
        return []
    return [one for one in knowledge.duties if one.unit_id == named[0] and one.role == "joint"]


def _of_clause(question: Question, matcher: Matcher, knowledge: Knowledge) -> list[Duty]:
    """The bodies of the clause, and role in it, that holds most of the question; a list speaks for its whole unit."""
    groups: dict[tuple[str, str, int], list[Duty]] = defaultdict(list)
    own = [one for one in knowledge.duties if one.plan_id in question.plan_ids and one.clause_id]
    if _ANSWERABLE.search(question.text) and any(one.role == "joint" for one in own):
        own = [one for one in own if one.role == "joint"]
    for one in own:
        if one.clause_id:
            groups[one.clause_id, one.role, one.citation.start].append(one)
    weights = _known(question, matcher)
    labels = {term: sense.labels for sense in question.senses for term in sense.terms}
    lists = 1.15 if _LISTED.search(question.text) else 1.0
    best, score = list[Duty](), _LEAST * sum(weights.values())
    for (clause_id, role, _), group in groups.items():
        clause = knowledge.clauses.get(clause_id)
        terms = bigrams(group[0].citation.quote)
        beside = bigrams(clause.title) if clause else terms
        title = bigrams(group[0].unit)
        around = title | bigrams(clause.parent if clause else "") | _unit_terms(group, role, knowledge)
        called = title if role == "joint" else frozenset[str]()
        everywhere = terms | beside | around
        said = flat(f"{clause.title}/{clause.parent}" if clause else group[0].citation.quote) + _unit_text(
            group, role, knowledge
        )
        held = sum(
            weight
            * (1.0 if term in terms else _OWN_TITLE if term in called else _BESIDE if term in beside else _AROUND)
            for term, weight in weights.items()
            if term in everywhere or any(label in said for label in labels.get(term, ()))
        )
        if called:
            held *= 1.0 + _NAMED * len(called & question.weights.keys()) / len(called)
        held *= 1.15 if role == "lead" and _LEADS.search(question.text) else lists if role == "joint" else 1.0
        if held > score:
            best, score = group, held
    return best


def _known(question: Question, matcher: Matcher) -> dict[str, float]:
    """The weighted terms without those that no plan has, where these are not most: bodies are asked in any words."""
    meant = {term for sense in question.senses for term in sense.terms}
    own = {term: weight for term, weight in question.weights.items() if term in meant or matcher.knows(term)}
    return own if sum(own.values()) * 2 >= sum(question.weights.values()) else question.weights


def _unit_terms(group: Sequence[Duty], role: str, knowledge: Knowledge) -> set[str]:
    return {term for text in _unit_texts(group, role, knowledge) for term in bigrams(text)}


def _unit_text(group: Sequence[Duty], role: str, knowledge: Knowledge) -> str:
    return "/".join(map(flat, _unit_texts(group, role, knowledge)))


def _unit_texts(group: Sequence[Duty], role: str, knowledge: Knowledge) -> list[str]:
    """The clauses of the whole unit, for which a list at its end answers."""
    if role != "joint":
        return []
    unit = group[0].unit_id
    return [clause.title for clause in knowledge.things["clause"] if clause.parent_id == unit]


def _full(found: Sequence[Duty]) -> list[str]:
    """The names, with 部门 where the last of a list carries it for all: 民政、发展改革部门."""
    ends = any(one.department.endswith("部门") for one in found)
    return [
        f"{one.department}部门"
        if ends and len(one.department) <= 4 and not BODY_ENDS.search(one.department)
        else one.department
        for one in found
    ]
