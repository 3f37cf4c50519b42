"""A person's verdicts on what is the same across plans, and which of them cannot all be carried out.

In: nothing.  Out: `Verdict`, `Verdicts`, `contradictions`.  Relied on: a verdict names facts by plan, kind and quote,
not by id, as ids shift with the rules; `same` is passed on (A and B, B and C: A and C), `different` holds between all
that is the same as one and all that is the same as the other.
Example: 社区固本强基行动 of one plan and 党建引领社区服务创新行动 of another are called the same.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
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


class Chains(Generic[Node]):
    """Which nodes are the same through any number of verdicts."""

    def __init__(self, same: Iterable[Statement[Node]]) -> None:
        self._statements: dict[Node, list[Statement[Node]]] = {}
        for statement in same:
            for node in dict.fromkeys(statement.nodes):
                self._statements.setdefault(node, []).append(statement)

    def reached(self, start: Node) -> Mapping[Node, tuple[str, ...]]:
        """All nodes that are the same as one, each with the places of the fewest verdicts that lead there."""
        reached: dict[Node, tuple[str, ...]] = {start: ()}
        pending = deque([start])
        while pending:
            node = pending.popleft()
            for statement in self._statements.get(node, ()):
                fresh = [other for other in statement.nodes if other not in reached]
                reached.update((other, (*reached[node], statement.verdict.place)) for other in fresh)
                pending.extend(fresh)
        return reached


def contradictions(statements: Sequence[Statement[Node]]) -> Iterator[str]:
    """A line for each verdict that others contradict, with the places of them all."""
    same = [statement for statement in statements if statement.verdict.decision == "same"]
    chains = Chains(same)
    for statement in statements:
        if statement.verdict.decision == "different":
            yield from _against(statement, chains)
    named: dict[Node, Verdict] = {}
    for statement in same:
        if statement.verdict.name and statement.nodes:
            first = named.setdefault(statement.nodes[0], statement.verdict)
            if first.name != statement.verdict.name:
                yield (
                    f"{statement.verdict.place}: found the name {statement.verdict.name}, against {first.name} in "
                    f"{first.place}; expected one name for one concept"
                )
            else:
                named |= dict.fromkeys(chains.reached(statement.nodes[0]), first)


def _against(statement: Statement[Node], chains: Chains[Node]) -> Iterator[str]:
    """What speaks against a verdict of `different`."""
    place = statement.verdict.place
    if len(set(statement.nodes)) < len(statement.nodes):
        yield f"{place}: found one fact twice, expected different facts"
    for one, other in combinations(dict.fromkeys(statement.nodes), 2):
        if places := chains.reached(one).get(other):
            yield f"{place}: found different, against same in {', '.join(places)}; expected one verdict"
