"""Whether a graph agrees with the ontology, and if not, which things disagree with which axioms.

In: a graph.  Out: problems.  Contradictions between one or two statements and an axiom are named directly
(`ontology.clashes`), as are relations said to be inferred that do not follow.  Where there is none, a full reasoner is
asked for a proof that there is no other; and where it finds one, the fewest things that still contradict the ontology
are named.  Example: "ningxia/3.1.2/task: is both Department and Task, which crossplan.ttl declares disjoint".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ontology.chains import chained_relations
from ontology.clashes import clashes
from ontology.elements import Graph
from ontology.hermit import HermiT
from ontology.owl_rl import OwlRl
from ontology.problems import Problem
from ontology.reasoner import Reasoner
from ontology.summary import essence
from ontology.terms import Terms


def any_reasoner(terms: Terms) -> Reasoner:
    """HermiT where there is Java, OWL-RL otherwise."""
    return HermiT(terms) if HermiT.is_there() else OwlRl(terms)


def consistency_problems(graph: Graph, terms: Terms, reasoner: Reasoner) -> tuple[Problem, ...]:
    """Every contradiction that can be named directly; where there is none, the one that the reasoner finds."""
    found = (*clashes(graph, terms), *_unfounded(graph, terms))
    asked = essence(graph, terms.told_apart)
    if found or reasoner.is_consistent(asked):
        return found
    ids = tuple(dict.fromkeys(node.id for node in graph.nodes))
    blamed = fewest(ids, lambda kept: not reasoner.is_consistent(part(asked, kept)))
    where, *others = blamed or ("the ontology",)
    beside = f", with {', '.join(others)}" if others else ""
    return (Problem("consistency", where, f"what is said of it{beside} contradicts crossplan.ttl ({reasoner.name})"),)


def _unfounded(graph: Graph, terms: Terms) -> Iterator[Problem]:
    """Relations that say they were inferred, but do not follow from what is stated."""
    stated = Graph(graph.nodes, tuple(each for each in graph.relations if not each.properties))
    following = {(each.type, each.start_id, each.end_id) for each in chained_relations(stated, terms)}
    for each in graph.relations:
        if each.properties and (each.type, each.start_id, each.end_id) not in following:
            said = f"{each.type} {each.end_id} by {each.properties.get('inferredBy')}"
            yield Problem("consistency", each.start_id, f"has {said}, which does not follow from what is stated")


def part(graph: Graph, ids: Sequence[str]) -> Graph:
    """The nodes with these ids and the relations between them."""
    kept = frozenset(ids)
    return Graph(
        tuple(node for node in graph.nodes if node.id in kept),
        tuple(each for each in graph.relations if each.start_id in kept and each.end_id in kept),
    )


def fewest(things: Sequence[str], fails: Callable[[Sequence[str]], bool]) -> tuple[str, ...]:
    """A smallest choice of things that fails though nothing can be left out of it, by halving (QuickXplain).

    `fails` must hold for all things, and for whatever contains a choice for which it holds.
    """

    def narrow(given: Sequence[str], added: bool, among: Sequence[str]) -> tuple[str, ...]:
        if added and fails(given):
            return ()
        if len(among) == 1:
            return tuple(among)
        left, right = among[: len(among) // 2], among[len(among) // 2 :]
        from_right = narrow((*given, *left), bool(left), right)
        from_left = narrow((*given, *from_right), bool(from_right), left)
        return (*from_left, *from_right)

    return () if fails(()) else narrow((), False, things)
