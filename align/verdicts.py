"""A person's verdicts on what is the same across plans, and which of them cannot all be carried out.

In: nothing.  Out: `Verdict`, `Verdicts`, `contradictions`.  Relied on: a verdict names facts by plan, kind and quote,
not by id, as ids shift with the rules; `same` is passed on (A and B, B and C: A and C), `different` holds between all
that is the same as one and all that is the same as the other.
Example: 社区固本强基行动 of one plan and 党建引领社区服务创新行动 of another are called the same.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, Literal, TypeVar

from align.errors import AlignError
from align.wording import plain

Decision = Literal["same", "different"]
MemberKind = Literal["indicator", "target", "special_action", "task", "department"]
Node = TypeVar("Node")


class AlignmentVerdictError(AlignError):
    """Verdicts that cannot be read, or that contradict each other: one line a mistake."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = tuple(mistakes)


@dataclass(frozen=True, slots=True)
class Member:
    """A fact that a verdict is about."""

    plan_id: str
    kind: MemberKind
    quote: str  # in plain wording: the fact's quote, or its title or name

    @classmethod
    def of(cls, plan_id: str, kind: MemberKind, quote: str) -> Member:
        """The member for a quote however it is printed."""
        return cls(plan_id, kind, plain(quote))

    def __str__(self) -> str:
        return f"{self.kind} {self.quote!r} of {self.plan_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a person decided about two facts or more."""

    decision: Decision
    members: tuple[Member, ...]
    reason: str
    name: str | None = None  # of the concept that `same` facts share
    place: str = ""  # "alignment.toml:12"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """All verdicts of a file, and what tells one state of the file from another."""

    entries: tuple[Verdict, ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Statement(Generic[Node]):
    """A verdict over whatever stands for its members: the members themselves, or the facts they were found to be."""

    verdict: Verdict
    nodes: tuple[Node, ...]


def contradictions(statements: Sequence[Statement[Node]]) -> Iterator[str]:
    """A line for each verdict that others contradict, with the places of them all."""
    links: dict[Node, list[tuple[Node, str]]] = {}
    names: list[Statement[Node]] = []
    for statement in statements:
        if statement.verdict.decision == "same":
            for one, other in combinations(dict.fromkeys(statement.nodes), 2):
                links.setdefault(one, []).append((other, statement.verdict.place))
                links.setdefault(other, []).append((one, statement.verdict.place))
            if statement.verdict.name:
                names.append(statement)
        elif len(set(statement.nodes)) < len(statement.nodes):
            yield f"{statement.verdict.place}: found one fact twice, expected different facts"
    for statement in statements:
        if statement.verdict.decision == "different":
            for one, other in combinations(dict.fromkeys(statement.nodes), 2):
                if places := _chain(links, one, other):
                    yield f"{statement.verdict.place}: found different, against same in {places}; expected one verdict"
    for first, second in combinations(names, 2):
        if first.verdict.name != second.verdict.name and _are_one(links, first.nodes[0], second.nodes[0]):
            yield (
                f"{second.verdict.place}: found the name {second.verdict.name}, against {first.verdict.name} in "
                f"{first.verdict.place}; expected one name for one concept"
            )


def _are_one(links: Mapping[Node, Sequence[tuple[Node, str]]], one: Node, other: Node) -> bool:
    return one == other or bool(_chain(links, one, other))


def _chain(links: Mapping[Node, Sequence[tuple[Node, str]]], start: Node, end: Node) -> str:
    """The places of the fewest `same` that lead from one to the other; empty where none do."""
    reached: dict[Node, tuple[str, ...]] = {start: ()}
    pending = deque([start])
    while pending:
        node = pending.popleft()
        if node == end:
            return ", ".join(dict.fromkeys(reached[node]))
        for following, place in links.get(node, ()):
            if following not in reached:
                reached[following] = (*reached[node], place)
                pending.append(following)
    return ""
