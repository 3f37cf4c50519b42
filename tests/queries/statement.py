"""What a statement speaks of: its labels, relations and properties, read from the text as far as the tests need it.

In: a statement of the portable subset.  Out: `Use`s, in the order of the text.  Relied on: a variable is a node where a
pattern names it, or where `coalesce` of nodes is given that name; a pattern in a later scope names it anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TEXT = re.compile(r"'(?:[^'\\]|\\.)*'|//[^\n]*")
_NODE = r"\((?P<{0}>\w*)(?::(?P<{0}_labels>[\w|\s]+?))?\s*(?:\{{(?P<{0}_map>[^}}]*)\}})?\)"
_NODE_PATTERN = re.compile(_NODE.format("node"))
_STEP = re.compile(r"\s*(?P<left><)?-\[(?P<name>\w*)(?::(?P<types>[\w|]+))?(?P<hops>\*\d\.\.\d)?\]-(?P<right>>)?\s*")
_PROPERTY = re.compile(r"\b(?P<variable>[a-z]\w*)\.(?P<property>`?[a-zA-Z]\w*`?)")
_STAND_IN = re.compile(r"coalesce\((?P<first>\w+), (?P<second>\w+)\) AS (?P<name>\w+)")
_PREDICATE = re.compile(r"\b(?P<variable>[a-z]\w*):(?P<label>[A-Z]\w*)")
_RENAMED = re.compile(r"\bAS (?P<name>\w+)")
_NAMED_LABEL = re.compile(r"labels\(\w+\)\[0\] IN \[(?P<labels>[^\]]*)\]|WHEN '(?P<label>[A-Z]\w*)'")

Labels = frozenset[str]
ANY: Labels = frozenset()


@dataclass(frozen=True, slots=True)
class Property:
    """A property read from a variable that may be of any of `labels` (of any label at all where there are none)."""

    name: str
    labels: Labels
    guarded: bool  # inside CASE, which asks for the label first


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a pattern, in the direction of its arrow; `hops` where it may be several."""

    start: Labels
    types: frozenset[str]
    end: Labels
    directed: bool
    hops: bool


@dataclass(frozen=True, slots=True)
class Uses:
    """Everything a statement speaks of."""

    labels: frozenset[str]
    properties: tuple[Property, ...]
    steps: tuple[Step, ...]
    node_variables: frozenset[str]


def without_texts(statement: str) -> str:
    """The statement with the insides of its string literals and its comments blanked out, of the same length."""
    return _TEXT.sub(lambda match: match[0][0] + " " * (len(match[0]) - 2) + match[0][-1], statement)


def uses(statement: str) -> Uses:
    """The uses of a statement."""
    return _Reader(statement).read()


class _Reader:
    def __init__(self, statement: str) -> None:
        self._statement = statement
        self._text = without_texts(statement)
        self._labels: set[str] = set()
        self._variables: dict[str, Labels] = {}
        self._nodes: set[str] = set()
        self._properties: list[Property] = []
        self._steps: list[Step] = []

    def read(self) -> Uses:
        for position, kind, match in sorted(self._events(), key=lambda event: (event[0], event[1])):
            getattr(self, f"_{kind}")(match, position)
        for match in _NAMED_LABEL.finditer(self._statement):
            self._labels.update(re.findall(r"[A-Z]\w*", match["labels"] or match["label"]))
        return Uses(frozenset(self._labels), tuple(self._properties), tuple(self._steps), frozenset(self._nodes))

    def _events(self) -> Iterator[tuple[int, str, re.Match[str]]]:
        for match in _NODE_PATTERN.finditer(self._text):
            if match["node"] or match["node_labels"]:
                yield match.start(), "node", match
        for match in _STEP.finditer(self._text):
            yield match.end() + 1, "step", match
        for kind, pattern in (("property", _PROPERTY), ("stand_in", _STAND_IN), ("predicate", _PREDICATE)):
            for match in pattern.finditer(self._text):
                yield match.start(), kind, match
        for match in _RENAMED.finditer(self._text):
            yield match.start(), "renamed", match

    def _node(self, match: re.Match[str], _: int) -> None:
        name, written = match["node"], match["node_labels"]
        if not written and name not in self._variables and not self._in_pattern(match):
            return
        labels = frozenset(re.findall(r"\w+", written or ""))
        self._labels |= labels
        if name:
            self._nodes.add(name)
            if labels or name not in self._variables:
                self._variables[name] = labels
        for key in re.findall(r"(\w+):", match["node_map"] or ""):
            self._properties.append(Property(key, labels or self._variables.get(name, ANY), guarded=False))

    def _in_pattern(self, match: re.Match[str]) -> bool:
        after, before = self._text[match.end() :].lstrip(), self._text[: match.start()].rstrip()
        return after.startswith(("-[", "<-[")) or before.endswith(("]-", "]->"))

    def _step(self, match: re.Match[str], _: int) -> None:
        before = self._text[: match.start()]
        start = _NODE_PATTERN.search(before, before.rfind("("))
        end = _NODE_PATTERN.match(self._text, match.end())
        assert start, f"no node before {match[0]!r}"
        assert end, f"no node after {match[0]!r}"
        ends = [self._labels_of(start), self._labels_of(end)]
        if match["left"]:
            ends.reverse()
        types = frozenset((match["types"] or "").split("|")) - {""}
        directed = bool(match["left"]) != bool(match["right"])
        self._steps.append(Step(ends[0], types, ends[1], directed, bool(match["hops"])))

    def _labels_of(self, node: re.Match[str]) -> Labels:
        written = frozenset(re.findall(r"\w+", node["node_labels"] or ""))
        return written or self._variables.get(node["node"], ANY)

    def _property(self, match: re.Match[str], position: int) -> None:
        if match["variable"] not in self._variables:
            return
        before = self._text[:position]
        guarded = len(re.findall(r"\bCASE\b", before)) > len(re.findall(r"(?<![.`])\bEND\b", before))
        name = match["property"].strip("`")
        self._properties.append(Property(name, self._variables[match["variable"]], guarded))

    def _stand_in(self, match: re.Match[str], _: int) -> None:
        first, second = self._variables[match["first"]], self._variables[match["second"]]
        self._variables[match["name"]] = first | second
        self._nodes.add(match["name"])

    def _predicate(self, match: re.Match[str], position: int) -> None:
        if match["variable"] in self._variables and self._text[position - 1] != "(":
            self._labels.add(match["label"])

    def _renamed(self, match: re.Match[str], position: int) -> None:
        if not _STAND_IN.search(self._text[max(0, position - 60) : match.end()]):
            self._variables.pop(match["name"], None)
