"""The body that a question names: by a name that a plan has, else by another name of its function.

In: the names and functions of the bodies loaded, then questions.  Out: `Body`, or None.  Relied on: a body is what it
is for and then its kind (局, 委, 部门), and people shorten the first and mistake the second.
Example: "市卫健委" is the body that a plan calls 市卫生健康委, and "市教育局" its 市教委.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph_api.ask.relevance import flat
from graph_api.ask.stated import Duty
from ontology.vocabulary import load_vocabulary

_BODY = re.compile(r"(?:部门?|厅|局|委|办|政府|会|院|区|街道|县市|单位|联|总队|中心|组织|团|“?两委”?|县|司|组)$")
# How names of bodies end, which names that stand for their function (民政) do not.
BODY_ENDS = re.compile(r"(?:部门?|厅|局|委|办|政府|会|院|区|街道|县市|单位|联|总队|中心)$")
# Names under which a plan makes a whole level responsible, and which also say where something is.
_PLACES = re.compile(r"(?:各|全)?(?:村|社区|街道|乡镇|镇|区|县|市|州|旗|盟|地)+")
_KINDS = r"(?:部门|单位|系统|机关|委员会|办公室|管理局|管理委|局|厅|委|办|司|总队|中心)"
_GENERIC = re.compile(r"(?:各|有关|相关|职能)[^局厅委]{0,4}(?:部门|单位|地)$")
_WHOLE = re.compile(r"(?:部|委|办|联|会|协|院|局|总队)$")
# Governments, and bodies that are named without what they are for.
_TIERS = frozenset(("function/local-authorities", "function/generic-bodies"))
_LEVEL = r"(?:自治区|市|省|州)"
OF_LEVEL = re.compile(r"(自治区|省|市|州|盟)(?:级|直|属)")


@dataclass(frozen=True, slots=True)
class Body:
    """A body named."""

    name: str  # as a plan has it, or the name of its function
    said: str  # as the question has it


class Bodies:
    """The names of the loaded bodies, and what else they are called."""

    def __init__(self, names: Iterable[str], functions: Iterable[str]) -> None:
        self._known = frozenset(functions)
        named = {one for one in {*map(flat, names), *self._known} if len(one) > 1 and not _PLACES.fullmatch(one)}
        self._named = sorted(named, key=lambda one: (-len(one), one))
        self._others = _other_names()

    def find(self, text: str) -> Body | None:
        """The body that a text without brackets and blanks names, the longest name first, one of no function last."""
        return self._by_name(text) or self._by_function(text) or self._by_name(text, generic=True)

    def _by_name(self, text: str, *, generic: bool = False) -> Body | None:
        for name in self._named:
            if (_GENERIC.search(name) is not None) is not generic:
                continue
            bare = "" if _BODY.search(name) else _KINDS
            if name in text and (found := re.search(re.escape(name) + bare, text)):
                return Body(name, found[0])
        return None

    def _by_function(self, text: str) -> Body | None:
        for called, function in self._others.items():
            found = self._called(called, function).search(text) if called in text else None
            if found and self._others.get(found[0], function) == function:  # 民政部 is no 民政 body of a plan
                return Body(function, found[0])
        return None

    def _called(self, called: str, function: str) -> re.Pattern[str]:
        """How a question may write another name; a body that no plan has only with its level: 市审计局."""
        level = f"{_LEVEL}?" if function in self._known else _LEVEL
        return re.compile(f"{level}{re.escape(called)}{'' if _WHOLE.search(called) else f'(?:{_KINDS}|部)'}")


def of_level_asked(text: str, duties: Iterable[Duty]) -> list[Duty]:
    """The duties of bodies of the level that a text names (市级部门: 市民政局, 团市委); all where it names none."""
    asked = OF_LEVEL.search(text)
    return [one for one in duties if asked is None or re.match(f"团?{asked[1]}", one.department)]


def _other_names() -> Mapping[str, str]:
    """The functions of bodies by their names, the longest first."""
    bodies = load_vocabulary("departments")
    found = {
        flat(name): one.pref_label
        for one in bodies
        for name in one.names
        if len(name) > 1 and not _TIERS.intersection((one.id, *bodies.ancestors(one.id)))
    }
    return dict(sorted(found.items(), key=lambda one: (-len(one[0]), one[0])))
