"""A question answered: read, handed to the module of its kind, told.

In: a store, then questions.  Out: `Reply`.  The same question over the same data gives the same reply; nothing outside
the process is asked.  A question of nothing, or of another field, is told so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.store import Store
from graph.values import Json
from graph_api.ask.actions import answer_actions
from graph_api.ask.asides import asked_alone
from graph_api.ask.carrying import answer_department
from graph_api.ask.closeness import Closeness, words_alone
from graph_api.ask.comparing import answer_compared, compares
from graph_api.ask.counting import answer_count
from graph_api.ask.documents import answer_documents
from graph_api.ask.duties import answer_responsible
from graph_api.ask.extremes import answer_extreme
from graph_api.ask.intents import Intent
from graph_api.ask.issuing import answer_issued
from graph_api.ask.kinds import Judge
from graph_api.ask.knowledge import Knowledge, load_knowledge
from graph_api.ask.matching import Matcher
from graph_api.ask.places import Places
from graph_api.ask.presence import answer_presence, of_parts
from graph_api.ask.reading import Question, Reader
from graph_api.ask.record import Answer, Reply, Understood
from graph_api.ask.relevance import Rarity
from graph_api.ask.senses import SenseReader
from graph_api.ask.silence import inner_places, not_stated, unknown_place, whom
from graph_api.ask.stated import Thing
from graph_api.ask.suggestions import suggestions
from graph_api.ask.values import answer_values
from ontology.regions import Regions
from ontology.skos import read_concepts
from ontology.thesaurus import load_thesaurus
from ontology.vocabulary import FOLDER
from search.query import DAMAGED, readable

MAX_CHARACTERS = 1000
_PERSON = re.compile(
    r"[局厅处科市区县省部][长]的?(?:名字|姓名)?(?:是|叫)(?:谁|什么|啥)|谁(?:是|当|任)[^,，。?？]{0,8}[局厅处科市区县省部]长|联系人(?:是谁|叫)|哪(?:位|个)(?:领导|同志|负责人|[局厅市区]长)"
)
_CHINESE = re.compile(r"[㐀-鿿]")
# Questions of what clauses say; the others ask of the parts of a plan.
_OF_TEXT = frozenset((Intent.VALUE, Intent.BASELINE, Intent.WHO_HAS, Intent.WHO_LACKS, Intent.UNIQUE))
_NEAREST = 3  # clauses that are looked at for the names of places
_FIELD = 0.12  # a question of which the best clause holds less is of another field


class Asker:
    """Answers questions over one version of the data."""

    def __init__(self, knowledge: Knowledge, closeness: Closeness = words_alone, judge: Judge | None = None) -> None:
        """Without another judge it is the one that is shipped."""
        self._knowledge = knowledge
        clauses = (f"{one.title}/{one.parent}" for one in knowledge.things["clause"])
        rows = (one.subject for one in knowledge.statements if one.kind == "indicator")
        self._rarity = Rarity([*clauses, *rows])
        self.matcher = Matcher(knowledge, self._rarity, closeness)
        self._regions = Regions(read_concepts(FOLDER / "regions.ttl"))
        places = Places(knowledge.plans, self._regions)
        self.reader = Reader(knowledge, places, SenseReader(load_thesaurus()), self._rarity, judge or Judge.read())

    @classmethod
    async def open(cls, store: Store, closeness: Closeness = words_alone) -> Asker:
        """Ready to answer from what a store holds; raises the StoreErrors of the store."""
        return cls(await load_knowledge(store), closeness)

    def ask(self, typed: str) -> Reply:
        """The reply to a question; one longer than MAX_CHARACTERS is read to there, which the reading tells."""
        typed = readable(typed)
        question = self.reader.read(asked_alone(typed[:MAX_CHARACTERS], self.reader))
        refusal = self._refusal(question)
        if refusal is not None:
            return Reply(typed[:MAX_CHARACTERS], _understood(question, typed, Intent.OUTSIDE), refusal)
        return Reply(typed[:MAX_CHARACTERS], _understood(question, typed, question.intent), self._answer(question))

    def suggestions(self) -> list[str]:
        """Questions worth asking of what is loaded."""
        return suggestions(self._knowledge)

    def _refusal(self, question: Question) -> Answer | None:
        if not question.text:
            return Answer.silent("问题是空的，请用中文写一个问题。")
        if not _CHINESE.search(question.text):
            return Answer.silent(
                "请用中文提问，例如“每万城镇常住人口拥有社区工作者，各地定了多少？” Please ask in Chinese."
            )
        if _PERSON.search(question.text):
            return Answer.silent("规划只写到部门和单位，没有写到个人的姓名。")
        if question.scope.named and not question.rest.strip("的,，。?？"):
            return Answer.silent(f"问题只说了{whom(question.plans)}，请写明想了解它的什么内容。")
        if question.scope.missing and not (question.scope.named and question.plans):
            return unknown_place(question)
        if question.intent in _OF_TEXT and (late := self._too_late(question)):
            return Answer.silent(f"{whom(question.plans)}的规划期到{late}年为止，没有{question.years[0]}年的内容。")
        if question.intent in _OF_TEXT and not self._speaks(question):
            return Answer.silent("这个问题与已收录的规划无关，规划里没有这方面的内容。")
        return None

    def _too_late(self, question: Question) -> int | None:
        """The last year of the plans asked, where the question is of a later one that none of them speaks of."""
        ends = [plan.end_year for plan in question.plans if plan.end_year]
        if not question.years or len(ends) < len(question.plans) or int(min(question.years)) <= max(ends, default=0):
            return None
        said = any(year in clause.title for year in question.years for clause in self._of_plans(question))
        return None if said else max(ends)

    def _names_inner(self, question: Question) -> bool:
        """Whether the clauses nearest to a question name a county or district."""
        near = (one.item.title for one in self.matcher.clauses(question)[:_NEAREST])
        return any((place := self._regions.find(one)) and place.level == "district" for one in near)

    def _of_plans(self, question: Question) -> Iterator[Thing]:
        plans = question.plan_ids
        return (one for one in self._knowledge.things["clause"] if one.plan_id in plans)

    def _speaks(self, question: Question) -> bool:
        """Whether any plan at all speaks of what is asked: what only the plans asked lack is not of another field."""
        return not question.weights or of_parts(question) or self.matcher.most_held(question) >= _FIELD

    def _answer(self, question: Question) -> Answer:
        if compares(question):
            return answer_compared(question, self.matcher, self._knowledge)
        if issued := answer_issued(question):
            return issued
        if inner_places(question) and not self._names_inner(question):
            return not_stated(question, self.matcher)
        match question.intent:
            case Intent.WHO_HAS | Intent.WHO_LACKS | Intent.UNIQUE:
                return answer_presence(question, self.matcher, self._knowledge)
            case Intent.EXTREME:
                return answer_extreme(question, self.matcher, self._knowledge)
            case Intent.RESPONSIBLE:
                return answer_responsible(question, self.matcher, self._knowledge)
            case Intent.DEPARTMENT_SCOPE:
                return answer_department(question, self.matcher, self._knowledge)
            case Intent.COUNT:
                return answer_count(question, self.matcher, self._knowledge)
            case Intent.ACTIONS:
                return answer_actions(question, self.matcher, self._knowledge)
            case Intent.DOCUMENTS:
                return answer_documents(question, self.matcher, self._knowledge)
            case _:
                return answer_values(question, self.matcher)


def _understood(question: Question, typed: str, intent: Intent) -> Understood:
    plans = whom(question.plans) if question.scope.named else "全部规划"
    parameters: dict[str, Json] = {"contains": list[Json](question.pieces)}
    if question.department:
        parameters["department"] = question.department
    if question.years:
        parameters["years"] = list[Json](question.years)
    cut = f"；问题过长，只读了前{MAX_CHARACTERS}个字" if len(typed) > MAX_CHARACTERS else ""
    damaged = "；有损坏的字符没有读" if DAMAGED in typed else ""
    other = f"；也可能是问{question.wanted.other.value}" if question.wanted.other else ""
    return Understood(
        intent=intent.name.lower(),
        words=f"问{intent.value}：{plans}，“{question.subject}”{other}{cut}{damaged}",
        plans=tuple(plan.id for plan in question.plans),
        subject=question.subject,
        parameters=parameters,
        otherwise=question.wanted.other.value if question.wanted.other else None,
    )
