"""The parts of a question by what each asks a value of: its own words, and the topic that it was told of first.

In: a question read, with its parts.  Out: the same without what asks no value, and a part with the topic.  Relied on: a
question names its topic first, before any plan, and words of measure are no words of a plan's.
Example: in "注册志愿者的目标，甲是每万人多少人，乙是占常住人口的百分之多少" both parts are of 注册志愿者.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph_api.ask.reading import Question
from graph_api.ask.relevance import bigrams
from graph_api.ask.units import units_asked
from graph_api.ask.wording import content

# Of what size the places are that a value is for, which is told with the value: "它说的是多少户以上的村?".
_OF_SIZE = re.compile(r"[^,，。?？;；]*(?:多少|几)[户人个家名]?(?:以上|以下|以内)的[^,，。?？;；]*[,，。?？;；]?")
_MEASURES = bigrams("百分之")
_BETWEEN = re.compile(r"[,，:：;；。?？]")


def of_values(question: Question) -> Question:
    """The question without the part that asks of what size the places are, where another part asks for a value."""
    rest = _OF_SIZE.sub("", question.rest)
    if len(question.parts) < 2 or rest == question.rest or not content(rest):
        return question
    terms = frozenset[str]().union(*map(bigrams, content(rest)))
    return replace(
        question,
        text=_OF_SIZE.sub("", question.text),
        rest=rest,
        parts=tuple(part for part in question.parts if not _OF_SIZE.search(part.rest)),
        units=units_asked(rest),
        weights={term: weight for term, weight in question.weights.items() if term in terms},
        head={},
        head_text="",
    )


def of_topic(question: Question, part: Question) -> Question | None:
    """A part with the topic that the whole question names first; None where it has it, or there is none."""
    first = _BETWEEN.split(question.text)[0]
    if not question.rest.startswith(first):
        return None  # a plan is named in it
    topic = {term: weight for term, weight in question.weights.items() if term in bigrams(first)}
    if not topic or topic.keys() <= part.weights.keys():
        return None
    own = {term: weight for term, weight in part.weights.items() if term not in _MEASURES}
    pieces = (*(piece for piece in content(first) if piece not in part.pieces), *part.pieces)
    return replace(part, weights={**topic, **own}, pieces=pieces, together=())
