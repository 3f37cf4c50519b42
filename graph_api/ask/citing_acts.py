"""Where a plan cites a document, and what it says was done with it: issued, carried out, or taken as its basis.

In: citations, and the clauses.  Out: the clauses that name a document, and the acts told of it.  Relied on: the verb
stands before the title (先后出台了《…》, 认真实施民政部《…》, 按照《…》要求), or before the first of a list of titles;
a document that is cited twice is recorded once, so that the other clauses are told by the title in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from graph_api.ask.knowledge import Knowledge
from graph_api.ask.relevance import flat
from graph_api.ask.stated import Cited, Thing
from graph_api.ask.wording import quoted

_TITLE = re.compile(r"《[^《》]*》")
_SENTENCE = re.compile(r"[。；;]")
# What was done with a document, as a plan says it before the title, and as a question asks it.
_ACTS: Mapping[str, re.Pattern[str]] = {
    "issued": re.compile(r"出台|印发|制发|下发|发布|制定(?!本)"),
    "carried out": re.compile(r"实施|执行|落实|贯彻"),
    "basis": re.compile(r"依据|根据|按照|遵照|参照|依照"),
}
_ASKED: Mapping[str, re.Pattern[str]] = {
    "issued": re.compile(r"出台|(?:印|制|下|颁|自己)发|(?:先后|陆续)制定|(?:发|制定)(?:过|了)"),
    "carried out": re.compile(r"(?:实施|执行|落实|贯彻)(?:了|过|的(?:是|[^,，。?？]{0,12}(?:规划|文件)))"),
}

# What stands behind the documents asked for: "在“幸福社区”行动计划前面先列了四个文件".
_BEFORE = re.compile(r"(?:前面|之前|前头|前边)")

Places = Mapping[Cited, Sequence[Thing]]


def places(own: Iterable[Cited], knowledge: Knowledge) -> Places:
    """The clauses that name each of some documents, the recorded one first."""
    titled = [(one, flat(one.title)) for one in knowledge.things["clause"] if "《" in one.title]
    found: dict[Cited, list[Thing]] = {}
    for cited in own:
        first = knowledge.clauses.get(cited.clause_id or "")
        title = flat(cited.title)
        again = [one for one, text in titled if one.plan_id == cited.plan_id and one is not first and title in text]
        found[cited] = [*([first] if first else []), *again]
    return found


def of_act(text: str, own: Sequence[Cited], named: Places) -> list[Cited]:
    """Those of which the act is told that a text asks for; all where it asks for none, or none is told of."""
    asked = next((act for act, said in _ASKED.items() if said.search(text)), None)
    found = [one for one in own if any(_act(one, clause) == asked for clause in named[one])] if asked else []
    return found or list(own)


def before_named(text: str, own: Sequence[Cited], named: Places) -> list[Cited]:
    """Those cited in a sentence before the last of what a text quotes there; none where it asks for none such."""
    said = _BEFORE.search(text)
    phrases = [flat(one) for one in quoted(text[: said.start()])] if said else []
    found: list[Cited] = []
    for one in own if phrases else ():
        for clause in named[one]:
            letters = flat(clause.title)
            ends = [letters.find(phrase) for phrase in phrases if phrase in letters]
            if ends and 0 <= letters.find(flat(one.title)) < min(ends):
                found.append(one)
                break
    return found


def _act(cited: Cited, clause: Thing) -> str | None:
    """What a clause says was done with a document that it names; None where it does not say."""
    before = _TITLE.sub("", _SENTENCE.split(clause.title[: max(0, clause.title.find(cited.title) - 1)])[-1])
    acts = [(found.end(), act) for act, said in _ACTS.items() for found in said.finditer(before)]
    return max(acts)[1] if acts else None
