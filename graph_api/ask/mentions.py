"""How often a plan says a phrase.

In: a question, or a phrase.  Out: the phrase counted, and its number in the text of a plan.  Relied on: clauses, titles
and rows of tables are all that a plan says, and what stands at one place of the source is counted once.
Example: "“五社联动”在宁夏规划里出现几次".
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph_api.ask.knowledge import Knowledge
from graph_api.ask.reading import Question
from graph_api.ask.slots import TIMES

# How often a phrase in quotation marks stands: "有多少处“…”", "提到“…”的地方最多".
_QUOTED_OFTEN = re.compile(
    r"(?:多少|几)(?:处|次|回|遍)(?:写|提|用|说|出现|有|是)?(?:到|着|了)?[“「『\"]|[”」』\"](?:二字|三字|四字|一词|[这那]个词)?[^,，。?？]{0,6}的?(?:地方|次数|处数)[最更]?[多少]"
    r"|[”」』\"][^。?？]*(?:出现|提|说|用|写|讲)得(?:最|更)(?:多|少|勤|频)"
)
_WORD = re.compile(r"(?:提到|提及|写到|说到)(?P<said>[^,，。?？“”]{2,10}?)(?:的?次数|了?(?:几|多少)[次回处遍])")


def phrase_counted(question: Question) -> str | None:
    """The phrase that a question counts, where it asks how often something is said."""
    if not TIMES.search(question.rest) and not _QUOTED_OFTEN.search(question.rest):
        return None
    if question.quoted:
        return question.quoted[0]
    named = _WORD.search(question.rest)
    return named["said"] if named else None


def mentions(phrase: str, plan_id: str, knowledge: Knowledge) -> int:
    """How often a plan says a phrase, blanks inside it passed over."""
    letters = _spaced(phrase)
    rows = (one.citation for one in knowledge.statements if one.kind == "indicator")
    places = (*(one.citation for things in knowledge.things.values() for one in things), *rows)
    return len(
        {
            place.start + found.start()
            for place in places
            if place.plan_id == plan_id
            for found in letters.finditer(place.quote)
        }
    )


@lru_cache(maxsize=64)
def _spaced(phrase: str) -> re.Pattern[str]:
    return re.compile(r"\s*".join(map(re.escape, phrase)))
