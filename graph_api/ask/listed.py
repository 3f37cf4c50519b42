"""How many members a list inside a sentence has.

In: a question that counts what it names by a word that is no kind of part (几类委员会, 几个“化”).  Out: an `Answer`
with `count` and the members, or None where the best clauses list none.  Relied on: members stand between 、, the last
also behind 和, 及 or 以及; the word that is counted ends the last member, or all of them, or follows a quoted list.
Example: "人民调解、治安保卫、公共卫生、环境和物业管理、社会服务委员会" are five 委员会.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.values import Json
from graph_api.ask.countable import named_last
from graph_api.ask.matching import Matcher
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer, Citation
from graph_api.ask.relevance import bigrams, flat
from graph_api.ask.silence import whom
from graph_api.ask.slots import LISTED
from graph_api.ask.stated import Thing

_STRETCH = re.compile(r"[^,，。;；:：!！?？()（）“”\"]+")
_AND = re.compile(r"以及|和|及|与")
_COUNTED = re.compile(r"几(?:个|种|类)(?P<noun>[一-鿿]{2,8})")
_SHORT = 3  # letters of a noun that is the beginning of what follows 几个
_LEAST = 3  # members of a list
_LOOKED_AT = 5  # clauses
_SPEAKS = 0.6  # the share of the question that a clause must hold
_BEHIND = 4  # letters between the list and the word counted


def nouns_counted(text: str) -> list[str]:
    """What a text counts that no kind of part is, the longest first: of 几个委员会全覆盖 its beginning."""
    if (listed := LISTED.search(text)) and named_last(listed["noun"]) is None:
        return _beginnings(listed["noun"])
    if named_last(text) is not None or not (found := _COUNTED.search(text)):
        return []
    return _beginnings(found["noun"])


def _beginnings(noun: str) -> list[str]:
    return [noun[:end] for end in range(len(noun), min(len(noun), _SHORT) - 1, -1)]


def answer_listed(question: Question, nouns: Sequence[str], matcher: Matcher) -> Answer | None:
    """The number of members of the list of what one of some nouns names, with the words that list them."""
    for scored in matcher.clauses(_uncounted(question), titled=True)[:_LOOKED_AT] if nouns else ():
        if scored.score < _SPEAKS:
            break
        for start, end, members in (found for noun in nouns for found in _lists(scored.item.title, noun)):
            fields: dict[str, Json] = {"count": len(members), "titles": list[Json](members), "counted_from_list": True}
            text = f"{whom(question.plans)}的原文列举了{len(members)}个：{'、'.join(members)}（按列举计数）。"
            return Answer(fields, text, (_quoted(scored.item, start, end),))
    return None


def _uncounted(question: Question) -> Question:
    """The question without the words that only count, which no clause is of: 好多个 of 好多个“化”."""
    found = LISTED.search(question.rest)
    counting = bigrams(flat(found[0][: found.start("noun") - found.start()])) if found else ()
    weights = {term: weight for term, weight in question.weights.items() if term not in counting}
    return replace(question, weights=weights or question.weights)


def _lists(text: str, noun: str) -> Iterator[tuple[int, int, list[str]]]:
    """The lists of a text that are of what a noun names, with where they stand."""
    for stretch in _STRETCH.finditer(text):
        members = [part.strip() for part in stretch[0].split("、")]
        if len(members) >= _LEAST and _are(members, noun, text[stretch.end() :]):
            cut = members[-1].find(noun)
            last = members[-1][: cut + len(noun)].replace(f"等{noun}", "") if cut >= 0 else members[-1]
            first = members[0].rsplit("的", maxsplit=1)[-1]
            ends = [part for part in _AND.split(last, maxsplit=1) if part]
            yield stretch.start(), stretch.end(), [first, *members[1:-1], *ends]


def _are(members: list[str], noun: str, behind: str) -> bool:
    """Whether a list is of what a noun names: by its last member, or all of them, or what follows it."""
    if noun in members[-1] or all(noun in member for member in members[:-1]):
        return True
    return re.match(rf"[”\"][^,，。;；]{{0,{_BEHIND}}}{noun}", behind) is not None


def _quoted(clause: Thing, start: int, end: int) -> Citation:
    """The words of a clause that list, as they stand in the source, which may break lines within them."""
    place = clause.citation
    found = re.search(r"\s*".join(map(re.escape, clause.title[start:end])), place.quote)
    if found is None:
        return place
    return Citation(place.plan_id, place.start + found.start(), place.start + found.end(), found[0])
